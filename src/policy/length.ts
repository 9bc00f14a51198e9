import type { Instant, Severity } from '../terms.ts';
import type { Calendar } from './calendar.ts';
import { type Duration, isWorking } from './duration.ts';
import type { ClockLimit, PackClock } from './pack.ts';
import type { Policy } from './policy.ts';
import { addDays, addMinutes, addMonths, addToDay, dayOf, endOfDay } from './time.ts';
import { addWorkingDays, addWorkingMinutes, closeOfBusiness } from './working-time.ts';

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
  const plain = { ends: limit.ends, within, from };
  if (!isWorking(within)) return clockEnd(plain, policy.zone);
  const asClock = { ...plain, within: clockLength(within) };
  if (clock.ledger === 'house' && severity <= 2) {
    return { ...clockEnd(asClock, policy.zone), readAsClock: 'level' };
  }
  const calendar = policy.calendars.get(limit.calendar ?? '');
  return (
    (calendar && workingEnd(plain, calendar)) ?? {
      ...clockEnd(asClock, policy.zone),
      readAsClock: 'calendar',
    }
  );
};

/** A length from an instant. */
interface Length {
  readonly ends: ClockLimit['ends'];
  readonly within: Duration;
  readonly from: Instant;
}

const clockLength = ({ count, unit }: Duration): Duration => ({
  count,
  unit: unit === 'working hours' ? 'hours' : 'days',
});

const workingEnd = (length: Length, calendar: Calendar): LengthEnd | undefined => {
  const { within, from } = length;
  if (within.unit === 'working hours') {
    const at = addWorkingMinutes(from, within.count * 60, calendar);
    return at === null ? undefined : { at, calendar, ends: 'moment', readAsClock: null };
  }
  const last = addWorkingDays(dayOf(from, calendar.zone), within.count, calendar);
  if (last === null) return undefined;
  const ends = length.ends === 'day' ? 'day' : 'business';
  const at = ends === 'day' ? endOfDay(last, calendar.zone) : closeOfBusiness(last, calendar);
  return { at, calendar, ends, readAsClock: null };
};

const clockEnd = ({ ends, within, from }: Length, zone: string): LengthEnd => {
  const { count, unit } = within;
  const none = { calendar: null, readAsClock: null };
  if (unit === 'minutes') return { at: addMinutes(from, count), ends: 'moment', ...none };
  if (unit === 'hours') return { at: addMinutes(from, count * 60), ends: 'moment', ...none };
  const days = unit === 'weeks' ? count * 7 : count;
  const moved = unit === 'months' ? addMonths(from, count, zone) : addDays(from, days, zone);
  if (ends === 'moment') return { at: moved, ends: 'moment', ...none };
  const day = unit === 'months' ? dayOf(moved, zone) : addToDay(dayOf(from, zone), days);
  return { at: endOfDay(day, zone), ends: 'day', ...none };
};
