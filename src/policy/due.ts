import type { ClauseId, Instant, Locale, Severity, Urgency } from '../terms.ts';
import type { Calendar } from './calendar.ts';
import { noFacts } from './facts.ts';
import { lengthEnd } from './length.ts';
import type { ClockLimit, PackClock } from './pack.ts';
import { type Pause, paused } from './pauses.ts';
import type { Period } from './periods.ts';
import { conditionOf, type Policy } from './policy.ts';
import { packType } from './severity.ts';
import { step } from './steps.ts';
import { isBefore, latest } from './time.ts';

/** A grade from the moment it was given. */
export interface Grade {
  readonly at: Instant;
  readonly severity: Severity;
  readonly urgency: Urgency;
}

/** A due date with how it came about. */
export interface Due {
  readonly startedAt: Instant;
  readonly at: Instant;
  readonly clause: ClauseId;
  /** The calendar the length was counted over; null when every hour counts. */
  readonly calendar: Calendar | null;
  readonly steps: readonly string[];
}

/** What a due date is computed from. */
export interface DueQuestion {
  readonly clock: PackClock;
  readonly period: Period;
  /** Oldest first, at least one. */
  readonly grades: readonly Grade[];
  readonly pauses: readonly Pause[];
  readonly type: string;
  readonly promisedAt: Instant | null;
  readonly policy: Policy;
  readonly locale: Locale;
}

/** The due date of one period through every grade it saw; undefined when nothing is owed at the grade it ends with. */
export const gradedDue = (question: DueQuestion): Due | undefined => {
  const { period, grades } = question;
  const before = grades.filter((grade) => !isBefore(period.startedAt, grade.at));
  const first = before.at(-1) ?? grades[0];
  if (!first) return undefined;
  const later = grades.filter(
    (grade) =>
      grade !== first &&
      isBefore(period.startedAt, grade.at) &&
      (period.metAt === null || isBefore(grade.at, period.metAt)),
  );
  const initial = soonest(question, period.startedAt, first);
  const due = later.reduce<Due | undefined>((current, grade) => regraded(question, current, grade), initial);
  return due && paused(due, question);
};

const regraded = (question: DueQuestion, current: Due | undefined, grade: Grade): Due | undefined => {
  const { locale, policy } = question;
  if (!current) return soonest(question, grade.at, grade);
  const fromStart = soonest(question, current.startedAt, grade);
  if (!fromStart) return undefined;
  const stricter = isBefore(fromStart.at, current.at);
  const other = stricter ? soonest(question, grade.at, grade) : fromStart;
  const moves = other && (stricter ? isBefore(other.at, current.at) : isBefore(current.at, other.at));
  const told = step.regraded({ grade, moves: moves === true, stricter, zone: policy.zone }, locale);
  if (!moves) return { ...current, steps: [...current.steps, told] };
  return { ...other, startedAt: current.startedAt, steps: [...current.steps, told, ...other.steps.slice(1)] };
};

/** The earliest date of all limits that apply at a grade; both house and overlay stay named in the steps. */
const soonest = (question: DueQuestion, from: Instant, grade: Grade): Due | undefined => {
  const { clock, policy, type, locale } = question;
  const values = {
    facts: { ...noFacts, type: packType(type, policy) },
    severity: grade.severity,
    urgency: grade.urgency,
  };
  const applying = clock.limits.filter(
    (limit) => limit.when === undefined || conditionOf(policy, limit.when).holds(values),
  );
  const dues = applying.flatMap((limit) => dueOf(question, limit, { from, severity: grade.severity }) ?? []);
  const best = dues.toSorted((a, b) => (isBefore(a.at, b.at) ? -1 : isBefore(b.at, a.at) ? 1 : 0))[0];
  if (!best) return undefined;
  const others = dues
    .filter((due) => due !== best)
    .map((due) => step.notSooner({ at: due.at, clause: due.clause, zone: policy.zone }, locale));
  return { ...best, steps: [...best.steps, ...others] };
};

const dueOf = (
  question: DueQuestion,
  limit: ClockLimit,
  start: { readonly from: Instant; readonly severity: Severity },
): Due | undefined => {
  const { clock, policy, promisedAt, locale } = question;
  const { from, severity } = start;
  const started = step.started({ clock, from, zone: policy.zone }, locale);
  if (limit.within === 'promised') {
    if (promisedAt === null) return undefined;
    const at = latest(from, promisedAt);
    const told = step.promised({ at, clause: limit.clause, zone: policy.zone }, locale);
    return { startedAt: from, at, clause: limit.clause, calendar: null, steps: [started, told] };
  }
  const end = lengthEnd({ limit, within: limit.within, from, clock, severity, policy });
  const told = step.counted(
    { ...end, from, within: limit.within, clause: limit.clause, zone: policy.zone },
    locale,
  );
  return {
    startedAt: from,
    at: end.at,
    clause: limit.clause,
    calendar: end.calendar,
    steps: [started, ...told],
  };
};
