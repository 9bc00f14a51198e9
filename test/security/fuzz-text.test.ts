import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoney, readOrigin, readSubmission } from '../../adapters/slack/forms.ts';
import { checkReply } from '../../src/dialog/guard/check.ts';
import { isFault } from '../../src/faults.ts';
import { parseCalendar } from '../../src/policy/calendar.ts';
import { parseCondition } from '../../src/policy/condition.ts';
import { parseMoney } from '../../src/policy/money.ts';
import { parseOrganisation } from '../../src/policy/organisation.ts';
import { parsePack } from '../../src/policy/parse.ts';
import { assess } from '../../src/policy/severity.ts';
import { parseScenario } from '../../src/run/scenario.ts';
import { classify } from '../../src/triage/classify.ts';
import { parseLexicons } from '../../src/triage/lexicon.ts';
import { clusters } from '../../src/triage/sameness.ts';
import { createSamenessWords } from '../../src/triage/sameness-words.ts';
import { createUnderstanding } from '../../src/triage/understand.ts';
import { policy } from '../support/given.ts';
import { shippedLexicons } from '../triage/lexicons.ts';
import { damagedText, inputs, junk, mutated, nasty, patience } from './mutations.ts';

const lexicons = shippedLexicons();
const understand = createUnderstanding(lexicons);
const samenessWords = createSamenessWords(lexicons.sameness);
const tools = {
  understand,
  assess: (facts: Parameters<typeof assess>[0], evidence: Parameters<typeof assess>[1]) =>
    assess(facts, evidence, policy),
  reply: () => '',
};
const said = fc.oneof(
  nasty,
  fc.array(nasty, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')),
);

const hold = (share: number, arbitrary: fc.Arbitrary<unknown>, check: (value: unknown) => void): void =>
  fc.assert(
    fc.property(arbitrary, (value) => check(value)),
    { numRuns: inputs(share) },
  );

describe('whatever text comes', () => {
  it('is read: a level, a type and an intent, in well-formed JSON', patience, () => {
    fc.assert(
      fc.property(said, (text) => {
        const line = classify({ id: '1', text }, tools);
        expect([1, 2, 3, 4]).toContain(line.severity);
        expect(line.reasons.length).toBeGreaterThan(0);
        expect(JSON.stringify(line).isWellFormed()).toBe(true);
      }),
      { numRuns: inputs(0.15) },
    );
  });

  it('can be compared with others: every row is in one cluster, named by an earlier one', patience, () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 6 }), (texts) => {
        const rows = texts.map((text, index) => ({ id: `${index}`, text }));
        const found = clusters(rows, samenessWords, understand);
        expect(found.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
        for (const { id, cluster } of found) expect(Number(cluster)).toBeLessThanOrEqual(Number(id));
      }),
      { numRuns: inputs(0.05) },
    );
  });

  it('can be checked as a reply: every finding names its rule and clause', patience, () => {
    fc.assert(
      fc.property(said, fc.constantFrom('bot' as const, 'staff' as const), (text, by) => {
        for (const { rule, clause } of checkReply(text, { by })) {
          expect(rule).not.toBe('');
          expect(clause).not.toBe('');
        }
      }),
      { numRuns: inputs(0.1) },
    );
  });
});

describe('whatever stands in a form', () => {
  it('is money or is not: never a fraction of the minor unit, never below nothing', patience, () => {
    hold(0.05, said, (text) => {
      const money = parseMoney(String(text));
      if (money) expect(Number.isSafeInteger(money.amountMinor) && money.amountMinor >= 0).toBe(true);
      expect(() => readMoney(String(text), 'CNY')).not.toThrow();
    });
  });

  it('is read from a Slack view without a throw, whatever the view is', patience, () => {
    const view = {
      id: 'V1',
      callback_id: 'complaint-form',
      private_metadata: JSON.stringify({ buttonId: 'b_1', place: 'C0TEAM' }),
      blocks: [
        { type: 'input', block_id: 'text', element: { type: 'plain_text_input', action_id: 'value' } },
      ],
      state: {
        values: {
          text: { value: { type: 'plain_text_input', value: 'words' } },
          kind: { value: { type: 'static_select', selected_option: { value: 'refund' } } },
        },
      },
    };
    hold(0.05, mutated([view]), (value) => {
      expect(() => readSubmission(value, 'en')).not.toThrow();
      expect(() => readOrigin(JSON.stringify(value))).not.toThrow();
    });
  });
});

const policies = join(import.meta.dirname, '../../policies');
const read = (file: string): string => readFileSync(join(policies, file), 'utf8');

describe('whatever stands in a reviewed file', () => {
  it.each([
    ['a pack', 'general.yaml', 0.01, (text: string) => parsePack([{ file: 'p.yaml', text }])],
    [
      'an overlay',
      'uk-disp.yaml',
      0.015,
      (text: string) =>
        parsePack([
          { file: 'general.yaml', text: read('general.yaml') },
          { file: 'p.yaml', text },
        ]),
    ],
    [
      'an organisation',
      'organisation.demo.yaml',
      0.04,
      (text: string) => parseOrganisation({ file: 'o.yaml', text }),
    ],
    ['a calendar', 'calendars/cn.yaml', 0.02, (text: string) => parseCalendar({ file: 'c.yaml', text })],
    [
      'a lexicon',
      'lexicons/en/talk.yaml',
      0.02,
      (text: string) => parseLexicons([{ file: 'en/talk.yaml', text }]),
    ],
  ])(
    '%s is read or refused with a line that exists; it never throws',
    patience,
    (_what, file, share, parse) => {
      fc.assert(
        fc.property(damagedText(read(file)), (text) => {
          const parsed = parse(text);
          if (parsed.ok) return;
          expect(parsed.faults.length).toBeGreaterThan(0);
          for (const fault of parsed.faults) expect(fault.line).toBeGreaterThanOrEqual(1);
        }),
        { numRuns: inputs(share) },
      );
    },
  );

  it('a scenario is read or refused with a fault, not a crash', patience, () => {
    fc.assert(
      fc.property(damagedText(read('scenarios/journey.en.yaml')), (text) => {
        try {
          parseScenario({ file: 's.yaml', text });
        } catch (error) {
          expect(isFault(error)).toBe(true);
        }
      }),
      { numRuns: inputs(0.02) },
    );
  });

  it('a condition is compiled or refused; it reaches nothing but the facts', patience, () => {
    const pieces = fc.constantFrom(
      'facts',
      'media',
      'people',
      '>=',
      '&&',
      '||',
      '3',
      '(',
      ')',
      '!',
      'process',
      'this',
      'constructor',
      '.',
      '["__proto__"]',
      'size(',
      '==',
      "'x'",
      ',',
      '[',
      ']',
      '?',
      ':',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          nasty,
          fc.array(pieces, { maxLength: 12 }).map((list) => list.join(' ')),
        ),
        (text) => {
          expect(() => parseCondition(text, 'facts')).not.toThrow();
        },
      ),
      { numRuns: inputs(0.05) },
    );
  });

  it('junk of any kind is no crash for the parsers that take text', patience, () => {
    hold(0.02, junk, (value) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      expect(() => parsePack([{ file: 'p.yaml', text }])).not.toThrow();
      expect(() => parseOrganisation({ file: 'o.yaml', text })).not.toThrow();
      expect(() => parseLexicons([{ file: 'en/talk.yaml', text }])).not.toThrow();
    });
  });
});
