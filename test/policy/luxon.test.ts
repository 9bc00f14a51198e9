import fc from 'fast-check';
import { DateTime, Interval } from 'luxon';
import { describe, expect, it, vi } from 'vitest';
import type { Calendar } from '../../src/policy/calendar.ts';
import { addDays, addMonths, endOfDay, instantOf, toInstant, weekdayOf } from '../../src/policy/time.ts';
import { addWorkingDays, addWorkingMinutes, closeOfBusiness } from '../../src/policy/working-time.ts';
import { calendars } from './read.ts';

// Another library, with zones and sums of its own, reckons every date anew.
vi.setConfig({ testTimeout: 60_000 });

/** Daylight saving of an hour and of half of one, on both halves of the globe, given up, and never known. */
const zones = fc.constantFrom(
  'Asia/Shanghai',
  'Europe/London',
  'America/New_York',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'UTC',
);
const minutesFrom = (first: number, last: number) =>
  fc
    .integer({ min: Date.UTC(first, 0, 1) / 60_000, max: Date.UTC(last, 0, 1) / 60_000 })
    .map((minute) => minute * 60_000);
// From 2012 on: over the day that Samoa left out, 30 December 2011, luxon itself is an hour off.
const anyTime = minutesFrom(2012, 2032);
const runs = { numRuns: 2_000 };

/** Where the clocks show a time twice we mean the first. */
const instant = (moved: DateTime): string =>
  toInstant(Math.min(moved.toMillis(), ...moved.getPossibleOffsets().map((one) => one.toMillis())));

describe('luxon reckons the same dates [CL-2]', () => {
  it('days on, over daylight saving and leap days', () => {
    fc.assert(
      fc.property(anyTime, zones, fc.integer({ min: 1, max: 800 }), (ms, zone, days) => {
        const expected = instant(DateTime.fromMillis(ms, { zone }).plus({ days }));
        expect(addDays(toInstant(ms), days, zone)).toBe(expected);
      }),
      runs,
    );
  });

  it('months on, the 31st in shorter months', () => {
    fc.assert(
      fc.property(anyTime, zones, fc.integer({ min: 1, max: 30 }), (ms, zone, months) => {
        const expected = instant(DateTime.fromMillis(ms, { zone }).plus({ months }));
        expect(addMonths(toInstant(ms), months, zone)).toBe(expected);
      }),
      runs,
    );
  });

  it('the weekday and the last moment of a day', () => {
    fc.assert(
      fc.property(anyTime, zones, (ms, zone) => {
        const day = DateTime.fromMillis(ms, { zone });
        const name = day.toISODate() ?? '';
        expect(weekdayOf(name)).toBe(day.weekday);
        expect(endOfDay(name, zone)).toBe(toInstant(day.endOf('day').toMillis()));
      }),
      runs,
    );
  });

  it('the moment of a time on the wall', () => {
    fc.assert(
      fc.property(anyTime, zones, fc.integer({ min: 0, max: 1439 }), (ms, zone, minute) => {
        const day = DateTime.fromMillis(ms, { zone }).toISODate() ?? '';
        const time = DateTime.fromObject({ hour: Math.floor(minute / 60), minute: minute % 60 }).toFormat(
          'HH:mm',
        );
        expect(instantOf(day, time, zone)).toBe(instant(DateTime.fromISO(`${day}T${time}`, { zone })));
      }),
      runs,
    );
  });
});

/** The working hours of a day as the calendar's data name them, cut out by luxon. */
const hoursOf = (
  day: DateTime,
  { holidays, makeUpDays, makeUpWindows, week }: Calendar,
): readonly Interval[] => {
  const name = day.toISODate() ?? '';
  const usual = week[day.weekday] ?? [];
  const windows = usual.length === 0 && makeUpDays.has(name) ? makeUpWindows : usual;
  return (holidays.has(name) ? [] : windows).map(({ from, to }) =>
    Interval.fromDateTimes(
      DateTime.fromISO(`${name}T${from}`, { zone: day.zone }),
      DateTime.fromISO(`${name}T${to}`, { zone: day.zone }),
    ),
  );
};

/** The days from a moment on, as long as somebody asks. */
function* daysFrom(ms: number, { zone }: Calendar): Generator<DateTime> {
  for (let day = DateTime.fromMillis(ms, { zone }).startOf('day'); ; day = day.plus({ days: 1 })) yield day;
}

const afterWorking = (ms: number, minutes: number, calendar: Calendar): string => {
  let left = minutes;
  for (const day of daysFrom(ms, calendar))
    for (const hours of hoursOf(day, calendar)) {
      const open = hours.intersection(
        Interval.fromDateTimes(DateTime.fromMillis(ms), DateTime.fromMillis(ms).plus({ years: 3 })),
      );
      const length = open?.length('minutes') ?? 0;
      if (open?.start && length > 0 && left <= length)
        return toInstant(open.start.plus({ minutes: left }).toMillis());
      left -= length;
    }
  return '';
};

const workingDayAfter = (ms: number, count: number, calendar: Calendar): DateTime => {
  let left = count;
  for (const day of daysFrom(ms, calendar)) {
    if (+day <= ms && +day.endOf('day') >= ms) continue;
    if (hoursOf(day, calendar).length > 0) left -= 1;
    if (left === 0) return day;
  }
  throw new Error('Days never end.');
};

/** The years whose holidays the calendars know. */
const knownTime = minutesFrom(2025, 2027);
const anyCalendar = fc.constantFrom(...calendars);

describe('luxon reckons the same working time [CL-3]', () => {
  it('minutes, over lunch, nights, holidays and make-up days', () => {
    fc.assert(
      fc.property(knownTime, fc.integer({ min: 1, max: 6_000 }), anyCalendar, (ms, minutes, calendar) => {
        expect(addWorkingMinutes(toInstant(ms), minutes, calendar)).toBe(afterWorking(ms, minutes, calendar));
      }),
      { numRuns: 500 },
    );
  });

  it('days, and when business closes on the last', () => {
    fc.assert(
      fc.property(knownTime, fc.integer({ min: 1, max: 60 }), anyCalendar, (ms, count, calendar) => {
        const day = DateTime.fromMillis(ms, { zone: calendar.zone }).toISODate() ?? '';
        const expected = workingDayAfter(ms, count, calendar);
        expect(addWorkingDays(day, count, calendar)).toBe(expected.toISODate());
        expect(closeOfBusiness(expected.toISODate() ?? '', calendar)).toBe(
          toInstant(hoursOf(expected, calendar).at(-1)?.end?.toMillis() ?? 0),
        );
      }),
      { numRuns: 500 },
    );
  });
});
