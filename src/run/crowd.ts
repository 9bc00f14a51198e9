import { deadlines } from '../policy/deadlines.ts';
import { toEpochMs, toInstant } from '../policy/time.ts';
import { complaintsSince } from '../store/complaints.ts';
import type { Instant } from '../terms.ts';
import { type Crowd, lengthMs } from './scenario.ts';
import type { Play } from './simulate.ts';

interface Act {
  readonly at: Instant;
  do(): Promise<void>;
}

/** A number from 0 to 1 that is always the same for the same place in the crowd. */
const chance = (index: number, purpose: number): number => {
  let value = Math.imul(index * 7919 + purpose * 104_729 + 1, 0x9e3779b1);
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  return ((value ^ (value >>> 13)) >>> 0) / 2 ** 32;
};

const between = ([from, to]: readonly [string, string], share: number): number =>
  lengthMs(from) + share * (lengthMs(to) - lengthMs(from));

const handlers = ['lin', 'chen'] as const;

/** One complainant's month: tells, is answered, hears the outcome, answers the follow-up. */
const actsOf = (crowd: Crowd, index: number, play: Play): readonly Act[] => {
  const start = toEpochMs(play.clock.now()) + Math.floor((index / crowd.complaints) * lengthMs(crowd.over));
  const name = `crowd${index + 1}`;
  const staff = handlers[index % handlers.length] ?? handlers[0];
  const answered = between(crowd.answered, chance(index, 1));
  const solved = answered + between(crowd.solved, chance(index, 2));
  const at = (ms: number) => toInstant(Math.floor(start + ms));
  const press = (action: string, fields?: Readonly<Record<string, string>>) =>
    play.pressAs({ staff, of: name, action, ...(fields ? { fields } : {}) });
  const unhappy = chance(index, 3) * 100 < crowd.unhappy;
  return [
    { at: at(0), do: () => play.speak(name, crowd.says[index % crowd.says.length] ?? '') },
    { at: at(20 * 60_000), do: () => play.pressAs({ staff: 'zhou_head', of: name, action: 'acknowledge' }) },
    { at: at(answered), do: () => press('take') },
    { at: at(answered + 1000), do: () => press('reply', { purpose: 'update', text: crowd.reply }) },
    { at: at(answered + 2000), do: () => press('send-reply') },
    {
      at: at(solved),
      do: () =>
        press('finding', {
          outcome: 'upheld',
          valid: 'yes',
          department: 'service',
          cause: 'process',
          text: crowd.reply,
        }),
    },
    { at: at(solved + 1000), do: () => press('resolve', { text: crowd.outcome }) },
    { at: at(solved + 4 * 86_400_000), do: () => play.pressSelf(name, unhappy ? 'solved no' : 'solved yes') },
    {
      at: at(solved + 4 * 86_400_000 + 60_000),
      do: () => play.pressSelf(name, unhappy ? 'rate 2' : 'rate 5'),
    },
  ];
};

/** Plays many complainants side by side over days, staff answering each in turn. */
export const playCrowd = async (crowd: Crowd, play: Play): Promise<void> => {
  const acts = Array.from({ length: crowd.complaints }, (_, index) => actsOf(crowd, index, play)).flat();
  const end = toInstant(toEpochMs(play.clock.now()) + lengthMs(crowd.over));
  for (const act of acts.sort((one, other) => (one.at < other.at ? -1 : 1)).filter(({ at }) => at <= end)) {
    await play.moveTo(act.at);
    await act.do();
  }
  await play.moveTo(end);
};

/** How a play ended in numbers: complaints by level and stage, clocks kept and missed. */
export const countPlay = async (play: Play): Promise<readonly string[]> => {
  const { db, policies } = play.app.world;
  const [levels, stages, clocks] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, [number, number, number]>(),
  ];
  const now = play.clock.now();
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for await (const complaint of complaintsSince(db, null)) {
    count(levels, String(complaint.severity));
    count(stages, complaint.stage);
    for (const { clock, dueAt, metAt } of deadlines(complaint.timeline, policies.of(complaint.pack))) {
      const row = clocks.get(clock) ?? [0, 0, 0];
      row[(metAt ?? now) > dueAt ? 1 : metAt ? 0 : 2] += 1;
      clocks.set(clock, row);
    }
  }
  const list = (map: Map<string, number>) =>
    [...map]
      .sort()
      .map(([key, value]) => `${key}: ${value}`)
      .join(', ');
  return [
    `complaints by level  ${list(levels)}`,
    `by stage             ${list(stages)}`,
    ...[...clocks].map(
      ([clock, [kept, missed, open]]) => `${clock.padEnd(20)} kept ${kept}, missed ${missed}, open ${open}`,
    ),
  ];
};
