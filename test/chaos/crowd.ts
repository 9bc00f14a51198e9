import { setTimeout as wait } from 'node:timers/promises';
import type { ChannelName } from '../../src/terms.ts';
import { chances, type Line } from '../support/lines/line.ts';
import type { Changed, HeardIn, Spoken } from './history.ts';
import { type Act, actsOf, type Size } from './plan.ts';

/** Milliseconds since the run began, and what has happened how often. */
export interface Watch {
  now(): number;
  count(what: string, times?: number): void;
}

interface Speaker {
  readonly channel: ChannelName;
  readonly line: Line;
  /** Their number on their line. */
  readonly person: number;
  /** Their number in the crowd. */
  readonly index: number;
}

/** All complainants, on every transport at once. */
export interface Crowd {
  readonly spoken: readonly Spoken[];
  readonly changed: readonly Changed[];
  /** Lives through everything planned; resolves when all was said and taken. */
  live(): Promise<void>;
  heard(): Promise<readonly HeardIn[]>;
}

const disturbed = 0.2;
const repeated = 0.2;
const betweenSwappedMs = 50;

/** Gathers the crowd: as many on each line as the size says. */
export const gather = (
  lines: Readonly<Record<ChannelName, Line>>,
  { size, watch }: { readonly size: Size; readonly watch: Watch },
): Crowd => {
  const channels = ['web', 'slack', 'telegram'] as const;
  const crowd: readonly Speaker[] = Array.from({ length: size.people * channels.length }, (_, index) => {
    const channel = channels[index % channels.length] ?? 'web';
    return { channel, line: lines[channel], person: Math.floor(index / channels.length), index };
  });
  const spoken: Spoken[] = [];
  const changed: Changed[] = [];
  const talkOf = ({ channel, line, person }: Speaker): string => `${channel}:${line.place(person)}`;

  const liveAs = async (speaker: Speaker): Promise<void> => {
    const { line, person, index } = speaker;
    const chance = chances(size.seed * 7919 + index + 1);
    const said: { turn: number; text: string }[] = [];
    const say = async (turn: number, text: string, since = watch.now()): Promise<Spoken> => {
      if (chance() < disturbed) watch.count(`transport: ${line.disturb(chance())}`);
      const again = chance() < repeated;
      if (again) watch.count('delivered twice');
      await line.deliver({ person, turn, text }, again);
      watch.count('messages');
      return { talk: talkOf(speaker), text, belongsOnFile: true, sentAt: since, takenAt: watch.now() };
    };
    const swap = async (turn: number, [first, second]: readonly [string, string]): Promise<void> => {
      watch.count('wrong way round');
      const since = watch.now();
      const late = wait(betweenSwappedMs).then(() => say(turn, first, since));
      const both = await Promise.all([say(turn + 1, second, since), late]);
      // The transport brought them the wrong way round: either order may come of it.
      const takenAt = Math.max(...both.map((one) => one.takenAt));
      spoken.push(...both.map((one) => ({ ...one, takenAt })));
    };
    const sayAll = async ({ texts, swapped }: Act & { does: 'say' }): Promise<void> => {
      const turn = said.length;
      said.push(...texts.map((text, at) => ({ turn: turn + at, text })));
      const [first, second] = texts;
      const isSwapped = swapped && line.swaps && first !== undefined && second !== undefined;
      if (isSwapped) await swap(turn, [first, second]);
      for (const [at, text] of texts.entries())
        if (!isSwapped || at > 1) spoken.push(await say(turn + at, text));
    };
    const act = async (what: Act): Promise<void> => {
      if (what.does === 'say') return sayAll(what);
      if (what.does === 'press') {
        const presses = await Promise.all([line.press(person, what.label), line.press(person, what.label)]);
        if (presses.includes(true)) watch.count('presses of complainants', presses.length);
        return;
      }
      const last = said.at(-1);
      if (!line.change || !last) return;
      await line.change({ person, turn: last.turn, text: what.to }, last.text);
      changed.push({ talk: talkOf(speaker), from: last.text, to: what.to });
      watch.count('changes');
    };
    for (const what of actsOf(size, index)) {
      await wait(Math.max(0, what.atMs - watch.now()));
      await act(what);
    }
  };

  return {
    spoken,
    changed,
    live: async () => {
      await Promise.all(crowd.map(liveAs));
    },
    heard: () =>
      Promise.all(
        crowd.map(async (speaker) => ({
          talk: talkOf(speaker),
          lines: await speaker.line.heard(speaker.person),
        })),
      ),
  };
};
