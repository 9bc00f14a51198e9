import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { guardRules } from '../../src/dialog/guard/rules.ts';
import { sentencesOf } from '../../src/dialog/guard/sentences.ts';
import { locales } from '../../src/terms.ts';
import { right, wrong } from '../dialog/guard/sentences.ts';
import { readPractice, readTable } from '../dialog/guard/table.ts';
import { type Lesson, learnTone } from './tone.ts';

const fine = (text: string): Lesson => ({ label: 'fine', text });

/** The product's own wording: what a considerate person says. */
const script = (): readonly Lesson[] =>
  globSync('src/dialog/script/*.{en,zh-CN}.ts')
    .toSorted()
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/(['"])((?:(?!\1).|\\.){2,300})\1/gu)])
    .map(([, , text = '']) => text.replaceAll(/\{[^}]*\}/gu, ''))
    .filter((text) => /\p{Script=Han}|[a-z]{2}/u.test(text))
    .map(fine);

/** The wording that policy packs bring along. */
const packs = (): readonly Lesson[] =>
  globSync('policies/*.yaml')
    .toSorted()
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/\b(?:zh-CN|en): ['"]?([^{}'"]{12,})/gu)])
    .map(([, text = '']) => fine(text.trim()));

/** What staff write in the scenarios. */
const scenarios = (): readonly Lesson[] =>
  globSync('policies/scenarios/*.yaml')
    .toSorted()
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/\btext: '?([^'}\n]{6,})/gu)])
    .map(([, text = '']) => fine(text.replace(/, \w+:.*$/u, '').trim()));

const ofRules = (): readonly Lesson[] =>
  guardRules.flatMap((rule) =>
    locales.flatMap((locale) => [
      ...rule.caught[locale].map((text) => ({ label: rule.id, text })),
      ...[...rule.passing[locale], rule.suggestion[locale]].map(fine),
    ]),
  );

/** What is fine as a whole is fine in each of its sentences, as the guard reads them. */
const apart = (lesson: Lesson): readonly Lesson[] =>
  lesson.label === 'fine' ? sentencesOf(lesson.text).map(({ words }) => fine(words.trim())) : [lesson];

const computed: readonly string[] = ['apology_overuse', 'unsupplied_number'];

// The other tables stay unseen: what is learned from is no check.
const lessons: readonly Lesson[] = [
  ...ofRules(),
  ...wrong.map(([label, text]) => ({ label, text })),
  ...right.map(fine),
  // The product's own words weigh twice: they must never be stopped.
  ...script(),
  ...script(),
  ...packs(),
  ...scenarios(),
  ...readTable('a').map(({ rule, expect, text }) => ({ label: expect === 'caught' ? rule : 'fine', text })),
  ...readPractice(),
]
  .filter(({ label }) => !computed.includes(label))
  .flatMap(apart);

const most = Number(process.argv[2] ?? 9000);
const learned = learnTone(lessons, most);
writeFileSync('src/dialog/guard/tone.json', `${JSON.stringify(learned, null, 2)}\n`);
process.stdout.write(`${lessons.length} sentences, ${most} features at most\n`);
