import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assess } from '../../src/policy/severity.ts';
import { emotions, wants } from '../../src/terms.ts';
import { acceptAnswer } from '../../src/triage/answer.ts';
import { readableDetails, readableFacts } from '../../src/triage/answer-schema.ts';
import { wordingFault } from '../../src/triage/model-wording.ts';
import { policy } from '../support/given.ts';
import { reading } from '../support/reading.ts';

const text =
  'The kettle leaked, my daughter was frightened, I will go to the papers and I want my money back by Friday.';
const restore = (words: string) => words;

const quote = fc.oneof(
  fc.string(),
  fc.tuple(fc.nat(text.length), fc.nat(40)).map(([at, length]) => text.slice(at, at + length)),
);
const of = <T>(values: readonly T[]) => fc.constantFrom(...values);
const answer = fc.record({
  complaintQuote: fc.option(quote),
  type: fc.option(fc.oneof(fc.string(), of(policy.pack.types.map(({ id }) => id)))),
  facts: fc.array(fc.record({ fact: of(readableFacts), quote }), { maxLength: 20 }),
  danger: fc.option(fc.record({ level: of(['possible', 'now']), quote })),
  emotion: fc.option(fc.record({ emotion: of(emotions), quote })),
  wants: fc.array(fc.record({ want: of(wants), quote }), { maxLength: 9 }),
  details: fc.array(fc.record({ detail: of(readableDetails), quote }), { maxLength: 9 }),
  severityProposal: fc.option(fc.record({ severity: of(['1', '2', '3', '4']), quote })),
  wording: fc.option(fc.string()),
});

it('whatever a model answers, no level moves, nothing known is lost, and every new word is in the text [TR-2]', () => {
  fc.assert(
    fc.property(answer, fc.boolean(), (raw, legal) => {
      const base = reading({ details: { subject: 'kettle' } });
      const understanding = { ...base, facts: { ...base.facts, legal } };
      const accepted = acceptAnswer(raw, text, { understanding, policy, told: understanding, restore });
      if (!accepted) throw new Error('of the closed form');
      const { facts, evidence, details } = accepted.understanding;
      const by = assess(understanding.facts, understanding.evidence, policy);
      const grade = assess(facts, evidence, policy);
      expect([grade.severity, grade.urgency]).toEqual([by.severity, by.urgency]);
      for (const fact of readableFacts) if (understanding.facts[fact]) expect(facts[fact]).toBe(true);
      expect(emotions.indexOf(facts.emotion)).toBeGreaterThanOrEqual(1);
      expect(details.subject).toBe('kettle');
      for (const words of [...Object.values(details), ...Object.values(evidence)])
        expect(text).toContain(words);
      const proposed = accepted.proposal?.severity;
      expect(proposed === undefined || (proposed === 3 && !legal)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it('whatever it answers instead of an answer, nothing is thrown', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (raw) => {
      const understanding = reading();
      expect(acceptAnswer(raw, text, { understanding, policy, told: understanding, restore })).toBeNull();
    }),
  );
});

it('whatever it words, no digit, link or mention passes [DI-7]', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      of(['7', '@', '<', 'http://', '￥', '？']),
      fc.string(),
      (a, bad, b) => {
        const words = `I am sorry. ${a}${bad}${b}`;
        const around = { scripted: "I'm sorry.", locale: 'en' as const, heard: text };
        expect(wordingFault(words, around)).not.toBeNull();
      },
    ),
  );
});
