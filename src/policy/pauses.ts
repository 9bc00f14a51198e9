import type { ClauseId, Instant, Role, Severity } from '../terms.ts';
import type { Due, DueQuestion } from './due.ts';
import { lengthMinutes } from './duration.ts';
import type { Policy } from './policy.ts';
import { step } from './steps.ts';
import { addMinutes, earliest, isBefore, latest, minutesBetween } from './time.ts';
import { addWorkingMinutes, workingMinutesBetween } from './working-time.ts';

/** Time a clock stood still, with its reason. */
export interface Pause {
  readonly from: Instant;
  /** Null while it lasts. */
  readonly to: Instant | null;
  readonly reason: string;
}

interface Stretch {
  readonly from: Instant;
  readonly to: Instant | null;
}

/**
 * Moves a date by the time the clock stood still.
 * Overlapping pauses count once, all together no longer than the pack allows; a pause that lasts counts with what is left
 * of that, since a date that can only come nearer is no surprise. A date already missed when a pause begins stays missed.
 *
 * @clause CL-4
 */
export const paused = (due: Due, question: DueQuestion): Due => {
  const { clock, period, policy, locale } = question;
  if (!clock.pausable) return due;
  const longest = lengthMinutes(policy.pack.pauses.longest);
  const start = { due, left: longest };
  const stretches = joined(question.pauses).filter(
    ({ from }) => period.metAt === null || isBefore(from, period.metAt),
  );
  return stretches.reduce(({ due: current, left }, stretch) => {
    const from = latest(stretch.from, current.startedAt);
    if (left <= 0 || !isBefore(from, current.at)) return { due: current, left };
    if (stretch.to !== null && !isBefore(from, stretch.to)) return { due: current, left };
    const most = addMinutes(from, left);
    const ends = [
      most,
      ...(stretch.to === null ? [] : [stretch.to]),
      ...(period.metAt ? [period.metAt] : []),
    ];
    const to = earliest(most, ...ends);
    const at = movedBy(current, from, to);
    const told = step.paused({ from, to, at, limited: to === most, zone: policy.zone }, locale);
    return {
      due: { ...current, at, steps: [...current.steps, told] },
      left: left - minutesBetween(from, to),
    };
  }, start).due;
};

const movedBy = (due: Due, from: Instant, to: Instant): Instant => {
  if (!due.calendar) return addMinutes(due.at, minutesBetween(from, to));
  const minutes = workingMinutesBetween(from, to, due.calendar);
  return addWorkingMinutes(due.at, minutes, due.calendar) ?? due.at;
};

/** Pauses in order, overlapping ones made one. */
const joined = (pauses: readonly Pause[]): readonly Stretch[] => {
  const done: Stretch[] = [];
  for (const { from, to } of pauses.toSorted((a, b) => (isBefore(a.from, b.from) ? -1 : 1))) {
    const last = done.at(-1);
    if (!last || (last.to !== null && isBefore(last.to, from))) done.push({ from, to });
    else {
      const end = last.to === null || to === null ? null : latest(last.to, to);
      done[done.length - 1] = { from: last.from, to: end };
    }
  }
  return done;
};

/** What a pause needs before it may begin. */
export interface PauseRule {
  /** Reasons the pack knows, by id. */
  readonly reasons: readonly string[];
  readonly longestMinutes: number;
  /** Whose approval it needs at this level; null when none. */
  readonly approvedBy: Role | null;
  readonly clause: ClauseId;
}

/**
 * What the pack asks of a pause at a level.
 *
 * @clause CL-4
 */
export const pauseRule = (severity: Severity, policy: Policy): PauseRule => {
  const { reasons, longest, approval, clause } = policy.pack.pauses;
  return {
    reasons: reasons.map(({ id }) => id),
    longestMinutes: lengthMinutes(longest),
    approvedBy: approval.levels.includes(severity) ? approval.role : null,
    clause,
  };
};
