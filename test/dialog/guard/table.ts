import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type CheckAround, checkReply } from '../../../src/dialog/guard/check.ts';
import { ruleIds } from '../../../src/dialog/guard/rule.ts';

const row = z.strictObject({
  /** The rule it goes against, or seems to. */
  rule: z.enum(ruleIds),
  expect: z.enum(['caught', 'passes']),
  lang: z.enum(['zh', 'en']),
  by: z.enum(['bot', 'staff']),
  text: z.string().min(2),
  /** Rules it breaks besides, so that their finding is right too. */
  also: z.array(z.enum(ruleIds)).default([]),
  facts: z.array(z.string()).default([]),
  approved: z.array(z.string()).optional(),
  /** What the guard still gets wrong here; the test fails when it no longer does. */
  known: z.enum(['missed', 'alarm']).optional(),
});
/** One sentence with what the guard ought to say about it. */
export type Row = z.infer<typeof row>;

/** The tables: rules were widened on `a` alone; `b` and `c` were written apart and never tuned on. */
export const halves = ['a', 'b', 'c'] as const;

/** Reads one table, in the order of the file. */
export const readTable = (half: (typeof halves)[number]): readonly Row[] =>
  readFileSync(new URL(`sentences-${half}.jsonl`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => row.parse(JSON.parse(line)));

const label = z.enum([...ruleIds, 'fine']);

/** A sentence to learn from, with the rule it goes against and the file it stands in. */
export interface Practised {
  readonly label: z.infer<typeof label>;
  readonly text: string;
  readonly file: string;
}

const practice = fileURLToPath(new URL('practice/', import.meta.url));

const readFile = (file: string): readonly Practised[] => {
  let under: Practised['label'] = 'fine';
  return readFileSync(join(practice, file), 'utf8')
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const heading = /^\[(\w+)\]$/u.exec(line);
      if (heading) under = label.parse(heading[1]);
      return heading ? [] : [{ label: under, text: line, file }];
    });
};

/** Sentences to learn from, one a line under the rule they go against, never to be checked with. */
export const readPractice = (): readonly Practised[] =>
  globSync('*.txt', { cwd: practice }).toSorted().flatMap(readFile);

const aroundOf = ({ by, facts, approved }: Row): CheckAround => ({
  by,
  facts,
  ...(approved ? { approved } : {}),
});

/** How the guard answers a row: right, or missed, or with an alarm where there is nothing. */
export const judge = (
  one: Row,
): { readonly verdict: 'right' | 'missed' | 'alarm'; readonly rules: string[] } => {
  const rules = checkReply(one.text, aroundOf(one)).map(({ rule }) => rule);
  if (one.expect === 'passes') return { verdict: rules.length === 0 ? 'right' : 'alarm', rules };
  return { verdict: rules.includes(one.rule) ? 'right' : 'missed', rules };
};

/** Figures of one rule: how many of its sentences it finds, how many it finds where it should not. */
export interface RuleScore {
  readonly rule: string;
  readonly right: number;
  readonly missed: number;
  /** Missed by this rule but stopped by another. */
  readonly elsewhere: number;
  readonly alarms: number;
}

/** One line a rule; an alarm is counted for the rule that raised it, on a passing sentence only. */
export const scoresOf = (rows: readonly Row[]): readonly RuleScore[] => {
  const judged = rows.map((one) => ({ one, ...judge(one) }));
  return ruleIds.map((rule) => {
    const wanted = judged.filter(({ one }) => one.rule === rule && one.expect === 'caught');
    const missed = wanted.filter(({ verdict }) => verdict === 'missed');
    return {
      rule,
      right: wanted.length - missed.length,
      missed: missed.length,
      elsewhere: missed.filter(({ rules }) => rules.length > 0).length,
      alarms: judged.filter(({ one, rules }) => one.expect === 'passes' && rules.includes(rule)).length,
    };
  });
};
