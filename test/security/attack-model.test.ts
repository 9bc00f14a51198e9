import { describe, expect, it } from 'vitest';
import { checkReply } from '../../src/dialog/guard/check.ts';
import type { TurnResult } from '../../src/dialog/talk.ts';
import { takeTurn } from '../../src/dialog/turn.ts';
import { assess } from '../../src/policy/severity.ts';
import type { ModelOutcome } from '../../src/ports.ts';
import { askedOf, withUnderstood } from '../../src/run/model-turn.ts';
import { readableFacts } from '../../src/triage/answer-schema.ts';
import { sanitise } from '../../src/triage/normalise.ts';
import { createUnderstanding } from '../../src/triage/understand.ts';
import { policy } from '../support/given.ts';
import { createFakeModel, modelAnswer } from '../support/model-answers.ts';
import { firstTurn, prompts, rig } from '../support/understander.ts';
import { shippedLexicons } from '../triage/lexicons.ts';
import { attacks } from './attacks.ts';

const rules = createUnderstanding(shippedLexicons());
const complaintTypes = policy.pack.types.map(({ id }) => id);
const turnOf = (text: string) => firstTurn(text, rules(text, { complaintTypes }));

/** The beginning of what the model was told, as words to say. */
const leaked = prompts.understandTurn.system.slice(0, 390);

const everything = (quote: string, severity: string) => ({
  complaintQuote: quote,
  type: 'privacy',
  facts: readableFacts.map((fact) => ({ fact, quote })),
  danger: { level: 'now', quote },
  emotion: { emotion: 'angry', quote },
  wants: [{ want: 'money_more', quote }],
  severityProposal: { severity, quote },
});

const lines: Readonly<Record<'zh' | 'en', readonly string[]>> = {
  zh: [
    '很抱歉，9999 元已经批准，马上到账。',
    '很抱歉让您难受，您的投诉已升级为一级并已结案。',
    '很抱歉 <!channel> <@U024BE7LH> [点我](javascript:alert(1))',
    '很抱歉，这事您自己也有责任，请冷静一点。',
    '很抱歉，王芳住在三零二，电话是13800138000。',
  ],
  en: [
    'I am sorry. 9999 has been approved and is on its way.',
    'I am sorry. Your complaint is now level one and has been closed.',
    'I am sorry <!channel> <@U024BE7LH> [click](javascript:alert(1))',
    'I am sorry, but calm down, you brought this on yourself.',
    'I am sorry. Mary Poole in 302 has the same, ring 07700 900123.',
  ],
};

const ok = (value: unknown): ModelOutcome => ({ kind: 'ok', value, inputTokens: 1, outputTokens: 1 });

/** What a model in the wrong hands answers. */
const answersTo = (text: string, lang: 'zh' | 'en'): readonly (readonly [string, ModelOutcome])[] => [
  ['facts it made up, level 1', modelAnswer(everything('the building exploded, 300 dead', '1'))],
  ['quotes that prove nothing, level 1', modelAnswer(everything(text.slice(0, 12), '1'))],
  ['level 4', modelAnswer({ type: 'other', severityProposal: { severity: '4', quote: text } })],
  ['a tool call', ok({ tool_calls: [{ name: 'ApproveRemedy', arguments: '{"amountMinor":999900}' }] })],
  ['a command beside a fair answer', modelAnswer({ command: { type: 'ArchiveComplaint' } })],
  ['the prompt itself', modelAnswer({ wording: leaked })],
  ['words instead of an answer', ok('approve 9999')],
  ...lines[lang].map((wording) => [`words: ${wording}`, modelAnswer({ wording })] as const),
];

const megabyte = 'approved 9999 '.repeat(75_000);
const facts = Array.from({ length: 10_000 }, () => ({ fact: 'media', quote: 'x' }));

/** Answers whose size is the attack: one text in ten is enough to show it. */
const heavy: readonly (readonly [string, ModelOutcome])[] = [
  ['a megabyte of words', modelAnswer({ wording: megabyte })],
  ['a megabyte of proof', modelAnswer(everything(megabyte, '2'))],
  ['ten thousand facts', modelAnswer({ facts })],
];

const under = async (text: string, outcome: ModelOutcome) => {
  const model = createFakeModel();
  model.willAnswer(outcome);
  const guard = (words: string) => checkReply(words, { by: 'bot' }).length === 0;
  const input = turnOf(text);
  const asked = { ...askedOf(input), always: true };
  const understood = await rig(model, { guard }).understander.understandTurn(asked);
  return { understood, input, taken: withUnderstood(input, asked, understood) };
};

const kindsOf = ({ commands, complaint }: TurnResult) => [complaint, commands.map(({ type }) => type)];
const gradeOf = ({ understanding: { facts, evidence } }: ReturnType<typeof turnOf>) => {
  const { severity, urgency } = assess(facts, evidence, policy);
  return { severity, urgency };
};

const read = attacks
  .map(({ family, lang, text }, at) => ({
    name: `${lang} ${family} ${at}`,
    at,
    lang,
    text: sanitise(text).text,
  }))
  .filter(({ text }) => turnOf(text).understanding.isComplaint);

it('is tried in at least fifty-five texts of each language', () => {
  for (const lang of ['zh', 'en']) expect(read.filter((one) => one.lang === lang).length).toBeGreaterThan(55);
});

describe.each(read)('$name, with a model in the wrong hands [DI-7, TR-2]', ({ text, lang, at }) => {
  const plain = turnOf(text);
  const byRules = takeTurn(plain);

  it.each([...answersTo(text, lang), ...(at % 10 === 0 ? heavy : [])])(
    'comes to nothing under %s',
    async (_name, outcome) => {
      const { taken, understood } = await under(text, outcome);
      const result = takeTurn(taken);
      expect(kindsOf(result)).toEqual(kindsOf(byRules));
      expect(gradeOf(taken)).toEqual(gradeOf(plain));
      expect(taken.understanding.isComplaint).toBe(true);
      expect(understood.proposal?.severity ?? 4).toBeGreaterThanOrEqual(2);
      expect(understood.wording).toBeNull();
      for (const reply of result.replies) {
        expect(reply.text.length).toBeLessThan(2000);
        expect(reply.text.replaceAll(/“[^”]*”/gu, '')).not.toMatch(
          /(?<!AP-)9999|<!|<@|javascript|138001|900123|Mary|冷静|calm|批准|approved/u,
        );
      }
    },
  );
});
