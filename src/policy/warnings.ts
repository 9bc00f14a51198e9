import type { Deadline } from './deadlines.ts';
import type { Due } from './due.ts';
import type { PackClock } from './pack.ts';
import { addMinutes, minutesBetween } from './time.ts';
import { addWorkingMinutes, workingMinutesBetween } from './working-time.ts';

/** When to warn before a date, by the share of its time that has passed; over working time where the clock runs on it (CL-4). */
export const warningsOf = (clock: PackClock, due: Due): Deadline['warnings'] =>
  clock.warnAt.map((percent) => ({ percent, at: shareOf(due, percent / 100) }));

const shareOf = (due: Due, share: number): string => {
  const { startedAt, at, calendar } = due;
  if (!calendar) return addMinutes(startedAt, minutesBetween(startedAt, at) * share);
  const minutes = workingMinutesBetween(startedAt, at, calendar) * share;
  return addWorkingMinutes(startedAt, minutes, calendar) ?? at;
};
