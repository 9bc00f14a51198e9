import type { Complaint } from '../../complaint/state.ts';
import type { Assessment } from '../../policy/assessment.ts';
import {
  type Deadline,
  deadlines,
  higherDue,
  newTimeline,
  openDeadlines,
  type Timeline,
} from '../../policy/deadlines.ts';
import { isBefore } from '../../policy/time.ts';
import type { Instant } from '../../terms.ts';
import { spellTime } from '../script/dates.ts';
import type { SoFar } from './so-far.ts';

/** Spells an instant for the complainant of this turn. */
export const spell = (turn: SoFar, instant: Instant): string =>
  spellTime(instant, { now: turn.input.now, zone: turn.input.zone, locale: turn.locale });

const freshTimeline = (
  receivedAt: Instant,
  now: Instant,
  { severity, urgency, type }: Assessment,
): Timeline => ({
  ...newTimeline(receivedAt, type),
  acknowledgedAt: now,
  grades: [{ at: receivedAt, severity, urgency }],
});

const soonest = (open: readonly Deadline[]): Deadline | undefined =>
  open.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0];

/** Dates a receipt names: the first human reply of the house, and the law's where the pack has one. */
export interface PromisedDates {
  readonly firstReply: string | null;
  readonly legal: string | null;
}

/** The dates of a complaint that is being filed in this turn (IN-10). A date already gone by is not named. */
export const datesOfNew = (turn: SoFar, receivedAt: Instant, assessment: Assessment): PromisedDates =>
  datesFrom(turn, deadlines(freshTimeline(receivedAt, turn.input.now, assessment), turn.input.policy));

/** The dates of the complaint already on file. */
export const datesOfFiled = (turn: SoFar): PromisedDates => datesFrom(turn, turn.input.deadlines);

const asking = (turn: SoFar, timeline: Timeline): string | null => {
  const due = higherDue({ ...timeline, higherAskedAt: [turn.input.now] }, turn.input.policy);
  return due === null ? null : spell(turn, due);
};

/** By when somebody higher answers who is asked for in the turn that files the complaint (ES-3). */
export const higherDateOfNew = (turn: SoFar, receivedAt: Instant, assessment: Assessment): string | null =>
  asking(turn, freshTimeline(receivedAt, turn.input.now, assessment));

/** By when somebody higher answers who is asked for now; the date of the open wish where there is one. */
export const higherDateOfFiled = (turn: SoFar, { higher, timeline }: Complaint): string | null => {
  if (higher === null) return asking(turn, timeline);
  const due = higherDue(timeline, turn.input.policy);
  return due === null || !isBefore(turn.input.now, due) ? null : spell(turn, due);
};

/** By when somebody contacts the complainant whose shut file this turn opens again; null where no date says so. */
export const dateOfReopened = (turn: SoFar): string | null => {
  const complaint = filedComplaint(turn);
  if (!complaint) return null;
  const { timeline } = complaint;
  const reopenedAt = [...timeline.reopenedAt, turn.input.now];
  const again = { ...timeline, resolvedAt: null, closedAt: null, reopenedAt };
  return datesFrom(turn, openDeadlines(again, turn.input.policy)).firstReply;
};

const datesFrom = (turn: SoFar, all: readonly Deadline[]): PromisedDates => {
  const open = all.filter((one) => one.metAt === null && isBefore(turn.input.now, one.dueAt));
  const first = soonest(open.filter((one) => one.ledger === 'house' && one.clock === 'first_reply'));
  const legal = soonest(open.filter((one) => one.ledger === 'legal' && one.clock !== 'acknowledgement'));
  return {
    firstReply: first ? spell(turn, first.dueAt) : null,
    legal: legal ? spell(turn, legal.dueAt) : null,
  };
};

/** The complaint a turn may speak of: the talk's, unless it was filed in this very turn. */
export const filedComplaint = (turn: SoFar): Complaint | null =>
  turn.input.complaint?.number === turn.number ? turn.input.complaint : null;
