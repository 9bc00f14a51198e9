import { type Deadline, deadlines } from '../policy/deadlines.ts';
import { complaintsSince } from '../store/complaints.ts';
import type { Instant } from '../terms.ts';
import type { Play } from './simulate.ts';

type Tally = Map<string, number>;

const count = (tally: Tally, key: string): void => {
  tally.set(key, (tally.get(key) ?? 0) + 1);
};

const line = (tally: Tally): string =>
  [...tally]
    .sort()
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ');

/** How a date stands: missed also counts what is open and over. */
const outcomeOf = ({ dueAt, metAt }: Deadline, now: Instant): 'kept' | 'missed' | 'open' =>
  (metAt ?? now) > dueAt ? 'missed' : metAt ? 'kept' : 'open';

/** How a play ended in numbers: complaints by level and stage, clocks kept and missed. */
export const countPlay = async (play: Play): Promise<readonly string[]> => {
  const { db, policies } = play.app.world;
  const [levels, stages, clocks]: readonly [Tally, Tally, Map<string, Tally>] = [
    new Map(),
    new Map(),
    new Map(),
  ];
  const now = play.clock.now();
  let filed = 0;
  for await (const { severity, stage, timeline, pack } of complaintsSince(db, null)) {
    filed += 1;
    count(levels, String(severity));
    count(stages, stage);
    for (const deadline of deadlines(timeline, policies.of(pack))) {
      const tally: Tally = clocks.get(deadline.clock) ?? new Map();
      count(tally, outcomeOf(deadline, now));
      clocks.set(deadline.clock, tally);
    }
  }
  const figures = (tally: Tally) =>
    (['kept', 'missed', 'open'] as const).map((name) => `${name} ${tally.get(name) ?? 0}`).join(', ');
  return [
    `complaints filed     ${filed} of ${play.people} who spoke`,
    `by level             ${line(levels)}`,
    `by stage             ${line(stages)}`,
    ...[...clocks].map(([clock, tally]) => `${clock.padEnd(20)} ${figures(tally)}`),
  ];
};
