import { describe, expect, it } from 'vitest';
import { type Expected, type Played, play, type Script } from './play.ts';
import { answers } from './talks/answers.ts';
import { happyEn, happyZh } from './talks/happy.ts';
import { intentsEn, intentsZh } from './talks/intents.ts';

const scripts: readonly Script[] = [happyZh, happyEn, ...intentsZh, ...intentsEn, ...answers];

const check = ({ result }: Played, wanted: Expected): void => {
  const text = result.replies.map((reply) => reply.text).join('\n');
  const seen = `\n${text}\n${JSON.stringify(result.commands.map(({ type }) => type))}`;
  if (wanted.quiet) expect(result.replies, seen).toEqual([]);
  if (wanted.move !== undefined) expect(result.replies.at(-1)?.move, seen).toBe(wanted.move);
  if (wanted.commands)
    expect(
      result.commands.map(({ type }) => type),
      seen,
    ).toEqual(wanted.commands);
  for (const [place, held] of Object.entries(wanted.holds ?? {})) {
    expect(result.commands[Number(place)], seen).toMatchObject(held);
  }
  for (const said of wanted.says ?? []) expect(text).toMatch(said);
  for (const said of wanted.saysNot ?? []) expect(text).not.toMatch(said);
  if (wanted.buttons) {
    expect(
      result.replies.flatMap(({ buttons }) => buttons.map(({ action }) => action.do)),
      seen,
    ).toEqual(wanted.buttons);
  }
  if (wanted.complaint !== undefined) expect(result.complaint, seen).toBe(wanted.complaint);
  if (wanted.waits !== undefined) expect(result.silenceAt !== null, seen).toBe(wanted.waits);
};

const unquoted = (text: string): string => text.replaceAll(/“[^”]*”/gu, '');

describe.each(scripts)('$name', (script) => {
  const played = play(script);

  it.each(script.lines.map((line, index) => ({ line, index })))(
    'turn $index goes as written',
    ({ line, index }) => {
      const turn = played[index];
      expect(turn).toBeDefined();
      if (turn) check(turn, line.expect);
    },
  );

  it('puts at most one question a turn [DI-2]', () => {
    for (const { result } of played) {
      for (const { text } of result.replies)
        expect(unquoted(text).match(/[?？]/gu)?.length ?? 0, text).toBeLessThan(2);
    }
  });
});
