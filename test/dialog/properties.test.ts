import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isClosed } from '../../src/complaint/state.ts';
import { checkReply } from '../../src/dialog/guard/check.ts';
import { feelingsEn } from '../../src/dialog/script/feelings.en.ts';
import { feelingsZh } from '../../src/dialog/script/feelings.zh-CN.ts';
import type { DialogAction } from '../../src/dialog/talk.ts';
import type { Locale } from '../../src/terms.ts';
import { type Heard, type Line, type Played, play } from './play.ts';

const said = (says: string, heard: Heard): Line => ({ says, heard, expect: {} });

const lines: readonly Line[] = [
  said('你们的门坏了，太气人', {
    type: 'product_quality',
    facts: { emotion: 'angry' },
    details: { narrative: '门坏了' },
  }),
  said('包裹没到，订单8842', { type: 'logistics', details: { narrative: '包裹没到', order: '8842' } }),
  said('你们泄露我的信息，我要找记者', {
    type: 'privacy',
    facts: { media: true, leak: true, reputation: true },
  }),
  said('漏电了，人倒了', {
    intent: 'emergency',
    isComplaint: true,
    type: 'product_quality',
    facts: { safety: 2 },
  }),
  said('几点上班？', { intent: 'question' }),
  said('积分能转吗？', { intent: 'question' }),
  said('建议你们早点开门', { intent: 'suggestion' }),
  said('你好', { intent: 'smalltalk' }),
  said('谢谢', { intent: 'smalltalk' }),
  said('好的', { intent: 'smalltalk', yesNo: 'yes' }),
  said('不是', { intent: 'smalltalk', yesNo: 'no' }),
  said('不知道', { intent: 'smalltalk' }),
  said('进度', { intent: 'status' }),
  said('人工', { intent: 'person' }),
  said('升级', { intent: 'addition', facts: { wantsHigher: true } }),
  said('算了不投诉了', { intent: 'withdrawal', isComplaint: false }),
  said('滚', { intent: 'abuse', facts: { emotion: 'angry' } }),
  said('还是没解决', { intent: 'complaint', type: 'product_quality' }),
  said('5', { intent: 'smalltalk', rating: 5 }),
  said('English please', { intent: 'smalltalk', switchTo: 'en' }),
  said('嗯？？为什么？？', { intent: 'question' }),
  said('Mi paquete no llegó', { intent: 'smalltalk', language: 'other', locale: null }),
  said('', { intent: 'smalltalk' }),
  said('😡', { intent: 'smalltalk' }),
  { orders: 'start', expect: {} },
  { orders: 'new', expect: {} },
  { orders: 'help', expect: {} },
  { falls: 'silent', after: 31, expect: {} },
  { sharesPhone: '13800138000', expect: {} },
  { edits: { message: 'm0-0', text: '改过的话' }, expect: {} },
  { edits: { message: 'm1-0', text: null }, expect: {} },
];

const actions: readonly (DialogAction | null)[] = [
  { do: 'confirm' },
  { do: 'correct' },
  { do: 'skip-question' },
  { do: 'file-complaint' },
  { do: 'call-person' },
  { do: 'go-higher' },
  { do: 'status' },
  { do: 'withdraw' },
  { do: 'keep' },
  { do: 'new-complaint' },
  { do: 'add-to-complaint' },
  { do: 'accept-remedy', remedyId: 'r' },
  { do: 'decline-remedy', remedyId: 'r' },
  { do: 'solved', yes: false },
  { do: 'rate', rating: 2 },
  { do: 'language', locale: 'en' },
  null,
];

const anyLine = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...lines) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...actions).map((action): Line => ({ presses: action, expect: {} })),
  },
);
const anyTalk = fc.tuple(
  fc.array(anyLine, { minLength: 1, maxLength: 14 }),
  fc.constantFrom<Locale>('zh-CN', 'en'),
  fc.integer({ min: 0, max: 99 }),
);

const feelingLines: readonly string[] = [feelingsZh, feelingsEn].flatMap((one) => Object.values(one).flat());

const unquoted = (text: string): string => text.replaceAll(/“[^”]*”|^· .*$/gmu, '');

const everyTalk = (holds: (played: readonly Played[]) => void, numRuns = 200): void => {
  fc.assert(
    fc.property(anyTalk, ([talk, locale, seed]) => {
      holds(play({ name: 'any', locale, lines: talk }, `talk-${seed}`));
    }),
    { numRuns },
  );
};

/** Everything a reply may name: what the complainant said, and what the file, the clocks and the pack hold. */
const suppliedTo = ({ input, result, complaint }: Played): readonly string[] => [
  ...(input.complaint?.statements ?? []).map(({ text }) => text),
  ...(complaint?.statements ?? []).map(({ text }) => text),
  ...(result.dialog.intake?.statements ?? []).map(({ text }) => text),
  ...Object.values(input.talk.dialog.intake?.details ?? {}),
  result.complaint ?? '',
  input.talk.complaint ?? '',
  input.nextNumber,
  ...'11月19日 11月21日 11月22日 11月23日 11月24日 11月28日 12月21日'.split(' '),
  // No wording but ours is in these talks, so its hours are the core's.
  ...result.replies.flatMap(
    ({ text }) => text.match(/\d{1,2}:\d{2}(?: [ap]m)?|12 (?:noon|midnight)/gu) ?? [],
  ),
  ...'120 119 110 112 911 1 5 9:00 20:00'.split(' '),
];

describe('whatever a complainant does', () => {
  it('is answered without a fault and gives no command that the file refuses', () => {
    everyTalk((played) => {
      expect(played.length).toBeGreaterThan(0);
    });
  });

  it('is asked at most one question a turn [DI-2]', () => {
    everyTalk((played) => {
      for (const { result } of played) {
        expect(result.replies.length).toBeLessThan(2);
        for (const { text } of result.replies)
          expect(unquoted(text).match(/[?？]/gu)?.length ?? 0, text).toBeLessThan(2);
      }
    });
  });

  it('has its feelings named once for each complaint, before any question about it [DI-1]', () => {
    everyTalk((played) => {
      const filed = played
        .flatMap(({ result }) => result.commands)
        .filter(({ type }) => type === 'ReceiveComplaint').length;
      const open = played.at(-1)?.result.dialog.intake ? 1 : 0;
      const dropped = played.filter(({ result }) =>
        result.replies.some(({ move }) => move === 'dropped'),
      ).length;
      const restarted = played.filter(({ result }) =>
        result.replies.some(({ move }) => move === 'start'),
      ).length;
      const named = played.flatMap(({ result }) =>
        result.replies.flatMap(({ text }) => feelingLines.filter((line) => text.includes(line))),
      );
      expect(named.length).toBeLessThanOrEqual(filed + open + dropped + restarted);
      for (const { result } of played) {
        for (const { text, move } of result.replies) {
          const first = feelingLines.some((line) => text.includes(line));
          if (!first || !move.startsWith('ask-')) continue;
          expect(text.search(/抱歉|sorry/iu)).toBeLessThan(
            text.search(/[?？]/u) < 0 ? text.length : text.lastIndexOf('\n'),
          );
        }
      }
    });
  });

  it('is told that it is a bot once, in the first answer [IN-3]', () => {
    everyTalk((played) => {
      const texts = played.flatMap(({ result }) => result.replies.map(({ text }) => text));
      const told = texts.filter((text) => text.includes('https://redress.example/privacy'));
      expect(told.length).toBe(texts.length > 0 ? 1 : 0);
      if (texts[0] !== undefined) expect(texts[0]).toContain('https://redress.example/privacy');
    });
  });

  it('loses no word of a complaint: each is in the file or waits in the talk', () => {
    everyTalk((played) => {
      const last = played.at(-1);
      const kept = JSON.stringify([
        ...played.flatMap(({ result }) => result.commands),
        last?.result.dialog.intake?.statements ?? [],
        last?.result.dialog.held?.statements ?? [],
      ]);
      const dropped = played.some(({ result }) =>
        result.replies.some(({ move }) => move === 'dropped' || move === 'start'),
      );
      for (const { input } of played) {
        for (const item of input.items) {
          if (item.kind !== 'text' || dropped || !input.understanding.isComplaint) continue;
          expect(kept).toContain(JSON.stringify(item.text).slice(1, -1));
        }
      }
    });
  });

  it('hears nothing that the guard forbids [DI-5]', () => {
    everyTalk((played) => {
      for (const turn of played) {
        for (const { text } of turn.result.replies) {
          expect(checkReply(unquoted(text), { by: 'bot', facts: suppliedTo(turn) }), text).toEqual([]);
        }
      }
    }, 40);
  });

  it('wakes the dialog only while something is being told [IN-11]', () => {
    everyTalk((played) => {
      for (const { result } of played) {
        if (result.silenceAt !== null) expect(result.dialog.intake).not.toBeNull();
      }
    });
  });

  it('leaves a state that is plain JSON, and the same talk always reads the same words', () => {
    everyTalk((played) => {
      for (const { result } of played)
        expect(JSON.parse(JSON.stringify(result.dialog))).toEqual(result.dialog);
    });
  });

  it('never speaks of a shut file as if it were open', () => {
    everyTalk((played) => {
      for (const { input, result } of played) {
        if (!input.complaint || !isClosed(input.complaint)) continue;
        expect(
          result.commands.filter(({ type }) => type === 'RequestHigher' || type === 'WithdrawComplaint')
            .length,
        ).toBeLessThan(2);
      }
    });
  });
});
