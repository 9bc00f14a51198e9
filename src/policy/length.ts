import type { Instant, Severity } from '../terms.ts';
import { addWorkingDays, addWorkingMinutes, type Calendar, closeOfBusiness } from './calendar.ts';
import { type Duration, isWorking } from './duration.ts';
import type { ClockLimit, PackClock } from './pack.ts';
import type { Policy } from './policy.ts';
import { addDays, addMinutes, addMonths, addToDay, dayOf, endOfDay } from './time.ts';

/** Where a length of time ends, and over what it was counted. */
export interface LengthEnd {
  readonly at: Instant;
  /** Null when every hour counts. */
  readonly calendar: Calendar | null;
  readonly ends: 'moment' | 'day' | 'business';
  /** A working length was read as clock time: the level allows no waiting for the office (CL-2), or there is no calendar. */
  readonly readAsClock: 'level' | 'calendar' | null;
}

/**
 * The end of a limit that begins at an instant.
 * Days do not count the day it begins on and end with the last day, unless the limit says to the minute.
 * A working length without a usable calendar is read as clock time: too early is the smaller harm.
 */
export const lengthEnd = (given: {
  readonly limit: ClockLimit;
  readonly within: Duration;
  readonly from: Instant;
  readonly clock: PackClock;
  readonly severity: Severity;
  readonly policy: Policy;
}): LengthEnd => {
  const { limit, within, from, clock, severity, policy } = given;
  if (!isWorking(within)) return clockEnd(limit, within, from, policy.zone);
  const plain = { limit, within: asClock(within), from };
  if (clock.ledger === 'house' && severity <= 2) {
    return { ...clockEnd(plain.limit, plain.within, from, policy.zone), readAsClock: 'level' };
  }
  const calendar = policy.calendars.get(limit.calendar ?? '');
  const end = calendar && workingEnd(limit, within, from, calendar);
  return end ?? { ...clockEnd(plain.limit, plain.within, from, policy.zone), readAsClock: 'calendar' };
};

const asClock = ({ count, unit }: Duration): Duration => ({
  count,
  unit: unit === 'working hours' ? 'hours' : 'days',
});

const workingEnd = (
  limit: ClockLimit,
  within: Duration,
  from: Instant,
  calendar: Calendar,
): LengthEnd | undefined => {
  if (within.unit === 'working hours') {
    const at = addWorkingMinutes(from, within.count * 60, calendar);
    return at === null ? undefined : { at, calendar, ends: 'moment', readAsClock: null };
  }
  const last = addWorkingDays(dayOf(from, calendar.zone), within.count, calendar);
  if (last === null) return undefined;
  const ends = limit.ends === 'day' ? 'day' : 'business';
  const at = ends === 'day' ? endOfDay(last, calendar.zone) : closeOfBusiness(last, calendar);
  return { at, calendar, ends, readAsClock: null };
};

const clockEnd = (limit: ClockLimit, within: Duration, from: Instant, zone: string): LengthEnd => {
  const { count, unit } = within;
  const none = { calendar: null, readAsClock: null };
  if (unit === 'minutes') return { at: addMinutes(from, count), ends: 'moment', ...none };
  if (unit === 'hours') return { at: addMinutes(from, count * 60), ends: 'moment', ...none };
  const moved =
    unit === 'months'
      ? addMonths(from, count, zone)
      : addDays(from, unit === 'weeks' ? count * 7 : count, zone);
  if (limit.ends === 'moment') return { at: moved, ends: 'moment', ...none };
  const day =
    unit === 'months'
      ? dayOf(moved, zone)
      : addToDay(dayOf(from, zone), unit === 'weeks' ? count * 7 : count);
  return { at: endOfDay(day, zone), ends: 'day', ...none };
};
