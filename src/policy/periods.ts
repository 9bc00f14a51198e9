import type { Instant } from '../terms.ts';
import type { Timeline } from './deadlines.ts';
import type { PackClock } from './pack.ts';
import { isBefore } from './time.ts';

/** One stretch a clock runs: from its start to what met it. */
export interface Period {
  readonly startedAt: Instant;
  /** Null while open. */
  readonly metAt: Instant | null;
}

/** The stretches a clock ran or runs over a complaint's life, oldest first; empty before its start. */
export const periodsOf = (clock: PackClock, timeline: Timeline): readonly Period[] => {
  if (clock.from === 'higher_asked') return wishes(clock, timeline);
  const starts = clock.reopens ? [timeline.receivedAt, ...timeline.reopenedAt] : [timeline.receivedAt];
  return starts.flatMap((from, index) => {
    const round = { from, to: starts[index + 1] ?? null };
    const start = startOf(clock, timeline, round);
    if (start === undefined) return [];
    return clock.repeats
      ? repeated(timeline, { ...round, from: start })
      : [{ startedAt: start, metAt: metAt(clock, timeline, { ...round, from: start }) }];
  });
};

/** Each wish to go higher has a stretch of its own, whatever round it falls into (ES-3). */
const wishes = (clock: PackClock, timeline: Timeline): readonly Period[] => {
  const asked = timeline.higherAskedAt ?? [];
  return asked.map((from, index) => {
    const to = asked[index + 1] ?? null;
    return { startedAt: from, metAt: metAt(clock, timeline, { from, to }) };
  });
};

/** From receipt or a reopening to the next reopening. */
interface Round {
  readonly from: Instant;
  readonly to: Instant | null;
}

const startOf = (clock: PackClock, timeline: Timeline, round: Round): Instant | undefined => {
  switch (clock.from) {
    case 'received':
      return round.from;
    case 'resolved':
      return firstIn(resolutions(timeline), round);
    case 'remedy_accepted':
      return firstIn(some(timeline.remedyAcceptedAt), round);
    case 'higher_asked':
      return firstIn(timeline.higherAskedAt ?? [], round);
  }
};

const metAt = (clock: PackClock, timeline: Timeline, round: Round): Instant | null => {
  const found = firstIn([...meetings(clock, timeline), ...some(timeline.closedAt)], round);
  return found ?? round.to;
};

const meetings = (clock: PackClock, timeline: Timeline): readonly Instant[] => {
  switch (clock.until) {
    case 'acknowledged':
      return [...some(timeline.acknowledgedAt), ...replies(timeline), ...resolutions(timeline)];
    case 'reply':
      return [...replies(timeline), ...resolutions(timeline)];
    case 'progress':
      return [...(timeline.progressAt ?? replies(timeline)), ...resolutions(timeline)];
    case 'resolved':
      return resolutions(timeline);
    case 'carried_out':
      return some(timeline.carriedOutAt);
    case 'followed_up':
      return some(timeline.followUpDoneAt);
    case 'higher_answered':
      return [...(timeline.higherAnsweredAt ?? []), ...resolutions(timeline)];
  }
};

/** A stretch from each reply to the next, until the outcome is told. */
const repeated = (timeline: Timeline, round: Round): readonly Period[] => {
  const end = firstIn([...resolutions(timeline), ...some(timeline.closedAt)], round) ?? round.to;
  const within = replies(timeline).filter(
    (at) => isBefore(round.from, at) && (end === null || isBefore(at, end)),
  );
  const marks = [round.from, ...within];
  return marks.map((startedAt, index) => ({ startedAt, metAt: marks[index + 1] ?? end }));
};

const replies = (timeline: Timeline): readonly Instant[] =>
  [...new Set([...some(timeline.firstReplyAt), ...timeline.repliesAt])].toSorted(byTime);
const resolutions = (timeline: Timeline): readonly Instant[] =>
  timeline.resolutionsAt ?? some(timeline.resolvedAt);

const some = (instant: Instant | null): readonly Instant[] => (instant === null ? [] : [instant]);
const byTime = (a: Instant, b: Instant): number => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0);

const firstIn = (instants: readonly Instant[], { from, to }: Round): Instant | undefined =>
  instants.filter((at) => !isBefore(at, from) && (to === null || isBefore(at, to))).toSorted(byTime)[0];
