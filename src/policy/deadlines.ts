import type { ClauseId, Instant, Locale, Severity, Urgency } from '../terms.ts';
import { type Grade, gradedDue } from './due.ts';
import type { PackClock } from './pack.ts';
import { type Period, periodsOf } from './periods.ts';
import type { Policy } from './policy.ts';
import { warningsOf } from './warnings.ts';

/** What the clocks run on: instants only, oldest first. Comments, views and edits are not in it, so they restart nothing. */
export interface Timeline {
  readonly receivedAt: Instant;
  readonly acknowledgedAt: Instant | null;
  /** First reply by a person; automatic messages never count (CL-7). */
  readonly firstReplyAt: Instant | null;
  /** Every reply or update by a person. */
  readonly repliesAt: readonly Instant[];
  readonly takenAt: Instant | null;
  readonly resolvedAt: Instant | null;
  readonly remedyAcceptedAt: Instant | null;
  readonly remedyDueAt: Instant | null;
  readonly carriedOutAt: Instant | null;
  readonly followUpDueAt: Instant | null;
  readonly followUpAskedAt: Instant | null;
  readonly followUpDoneAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly reopenedAt: readonly Instant[];
  readonly grades: readonly {
    readonly at: Instant;
    readonly severity: Severity;
    readonly urgency: Urgency;
  }[];
  readonly pauses: readonly {
    readonly from: Instant;
    readonly to: Instant | null;
    readonly reason: string;
  }[];
  /** Sub-types that switch a legal clock (payment complaints). */
  readonly type: string;
  /** Replies that told a solution, or the progress with a time limit (S1.3); every reply counts as one when absent. */
  readonly progressAt?: readonly Instant[];
  /** Every time the outcome was told, also before a reopening; `resolvedAt` alone when absent. */
  readonly resolutionsAt?: readonly Instant[];
  /** When the complainant asked for somebody higher, while no such wish was open (ES-3); never when absent. */
  readonly higherAskedAt?: readonly Instant[];
  /** When somebody higher, or the handler after they had looked at it, answered the complainant. */
  readonly higherAnsweredAt?: readonly Instant[];
}

/** What has not come yet when a matter begins, or begins again. */
export const notEnded = {
  resolvedAt: null,
  remedyAcceptedAt: null,
  remedyDueAt: null,
  carriedOutAt: null,
  followUpDueAt: null,
  followUpAskedAt: null,
  followUpDoneAt: null,
  closedAt: null,
} as const satisfies Partial<Timeline>;

/** The dates of a file of which only the receipt is known. */
export const newTimeline = (receivedAt: Instant, type: string): Timeline => ({
  receivedAt,
  acknowledgedAt: null,
  firstReplyAt: null,
  repliesAt: [],
  takenAt: null,
  ...notEnded,
  reopenedAt: [],
  grades: [],
  pauses: [],
  type,
});

/** One dated duty. */
export interface Deadline {
  /** Id of the pack's clock: `acknowledgement`, `first_reply`, `solution`, `update`, `remedy`, `follow_up` … */
  readonly clock: string;
  readonly ledger: 'house' | 'legal';
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  /** When it was met; null while open. */
  readonly metAt: Instant | null;
  readonly warnings: readonly { readonly percent: number; readonly at: Instant }[];
  readonly clause: ClauseId;
  /** 'Why this date', one step a line, for people. */
  readonly steps: readonly string[];
}

/**
 * Every dated duty of a complaint, met and open, by the pack it was received under.
 * One function of what happened: comments, hand-overs and merges are not in the timeline and move nothing. A re-grade
 * upward gives the new, shorter limit from the re-grade on and never a later date than before; one downward never an
 * earlier date. A pause moves a date by the time it lasted, up to the pack's limit, and never a date already missed.
 * A reopening starts the clocks that say so anew. Closure ends what is open.
 *
 * @param locale language of the steps
 * @returns in the pack's order of clocks, oldest period first
 * @clause CL-1, CL-2
 */
export const deadlines = (timeline: Timeline, policy: Policy, locale: Locale = 'en'): readonly Deadline[] => {
  const known = found.get(timeline);
  if (known?.policy === policy && known.locale === locale) return known.deadlines;
  const made = policy.pack.clocks.flatMap((clock) =>
    periodsOf(clock, timeline).flatMap(
      (period) => deadlineOf({ clock, period, timeline, policy, locale }) ?? [],
    ),
  );
  found.set(timeline, { policy, locale, deadlines: made });
  return made;
};

/** A timeline never changes, so its dates are reckoned once: card, register and follow-ups all ask for them. */
const found = new WeakMap<
  Timeline,
  { readonly policy: Policy; readonly locale: Locale; readonly deadlines: readonly Deadline[] }
>();

/** The duties not yet met, soonest first. */
export const openDeadlines = (
  timeline: Timeline,
  policy: Policy,
  locale: Locale = 'en',
): readonly Deadline[] =>
  deadlines(timeline, policy, locale)
    .filter((deadline) => deadline.metAt === null)
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));

/** By when somebody higher owes the complainant an answer they asked for; null while no such wish is open (ES-3). */
export const higherDue = (timeline: Timeline, policy: Policy): Instant | null => {
  const clocks = policy.pack.clocks.filter(({ from }) => from === 'higher_asked').map(({ id }) => id);
  return openDeadlines(timeline, policy).find(({ clock }) => clocks.includes(clock))?.dueAt ?? null;
};

const deadlineOf = (given: {
  readonly clock: PackClock;
  readonly period: Period;
  readonly timeline: Timeline;
  readonly policy: Policy;
  readonly locale: Locale;
}): Deadline | undefined => {
  const { clock, period, timeline, policy, locale } = given;
  const due = gradedDue({
    clock,
    period,
    grades: timeline.grades.length > 0 ? timeline.grades : [lowestGrade(timeline)],
    pauses: timeline.pauses,
    type: timeline.type,
    promisedAt: timeline.remedyDueAt,
    policy,
    locale,
  });
  if (!due) return undefined;
  return {
    clock: clock.id,
    ledger: clock.ledger,
    startedAt: due.startedAt,
    dueAt: due.at,
    metAt: period.metAt,
    warnings: warningsOf(clock, due),
    clause: due.clause,
    steps: due.steps,
  };
};

/** Before it is graded a complaint is owed what every complaint is owed. */
const lowestGrade = (timeline: Timeline): Grade => ({
  at: timeline.receivedAt,
  severity: 4,
  urgency: 'general',
});
