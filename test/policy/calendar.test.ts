import days from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { calendarWarnings, parseCalendar } from '../../src/policy/calendar.ts';
import { addToDay, weekdayOf } from '../../src/policy/time.ts';
import { addWorkingDays, addWorkingMinutes, isWorkingDay, windowsOn } from '../../src/policy/working-time.ts';
import { calendar, source } from './read.ts';

const daysOf = (year: number): readonly string[] => {
  const all: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}`); day = addToDay(day, 1)) all.push(day);
  return all;
};

/** Noon of the day on this machine: the library reads days in the machine's own zone. */
const noon = (day: string): Date => new Date(`${day}T12:00:00`);

describe('the calendar of mainland China [CL-3]', () => {
  const cn = calendar('cn');

  it.each([2020, 2021, 2022, 2023, 2024, 2025, 2026])(
    'agrees with chinese-days on every day of %i',
    (year) => {
      const ours = daysOf(year).filter((day) => isWorkingDay(day, cn));
      expect(ours).toEqual(daysOf(year).filter((day) => days.isWorkday(noon(day))));
    },
  );

  it.each([
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'],
  ])('agrees with chinese-days that %s and %i working days make %s', (day, count, expected) => {
    expect(addWorkingDays(day, count, cn)).toBe(expected);
    expect(days.findWorkday(count, noon(day))).toBe(expected);
  });

  it('works on a make-up Saturday, both windows [CL-3]', () => {
    expect(windowsOn('2026-10-10', cn)).toEqual([
      { from: '09:00', to: '12:00' },
      { from: '13:30', to: '18:00' },
    ]);
  });

  it('counts no lunch hour', () => {
    expect(addWorkingMinutes('2026-11-23T03:30:00.000Z', 60, cn)).toBe('2026-11-23T06:00:00.000Z');
  });

  it('ends with the window when its last minute is used, not with the next one', () => {
    expect(addWorkingMinutes('2026-11-23T09:00:00.000Z', 60, cn)).toBe('2026-11-23T10:00:00.000Z');
  });

  it('warns that a coming year is missing, or only provisional', () => {
    expect(calendarWarnings(cn, '2025-06-01')).toEqual([]);
    expect(calendarWarnings(cn, '2026-11-21')).toEqual([{ calendar: 'cn', year: 2027, kind: 'provisional' }]);
    expect(calendarWarnings(cn, '2027-01-01')).toEqual([
      { calendar: 'cn', year: 2027, kind: 'provisional' },
      { calendar: 'cn', year: 2028, kind: 'missing' },
    ]);
  });

  it('agrees with the notice of the State Council for 2026, copied day by day', () => {
    const notice = {
      off: [
        '01-01..01-03',
        '02-15..02-23',
        '04-04..04-06',
        '05-01..05-05',
        '06-19..06-21',
        '09-25..09-27',
        '10-01..10-07',
      ],
      worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
    };
    const isOff = (day: string) =>
      notice.off.some((span) => span.slice(0, 5) <= day.slice(5) && day.slice(5) <= span.slice(7));
    const expected = daysOf(2026).filter((day) =>
      notice.worked.includes(day.slice(5)) ? true : !isOff(day) && weekdayOf(day) <= 5,
    );
    expect(daysOf(2026).filter((day) => isWorkingDay(day, cn))).toEqual(expected);
  });

  it('rests on the lunar feasts as the Chinese calendar of ICU reckons them, year by year', () => {
    const reckoned = new Intl.DateTimeFormat('en-u-ca-chinese', {
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
    const feasts = ['1/1', '1/2', '1/3', '5/5', '8/15'];
    for (let year = 2009; year <= 2026; year += 1)
      for (const day of daysOf(year))
        if (feasts.includes(reckoned.format(new Date(`${day}T12:00:00Z`))))
          expect(isWorkingDay(day, cn), day).toBe(false);
  });

  it('takes the lunar days of 2027 from the lunar calendar itself', () => {
    const lunar = (day: string): string => {
      const found = days.getLunarDate(noon(day));
      return `${found.lunarMon}-${found.lunarDay}`;
    };
    expect(['2027-02-06', '2027-06-09', '2027-09-15'].map(lunar)).toEqual(['1-1', '5-5', '8-15']);
    expect(cn.holidays).toContain('2027-02-05');
    expect(days.getSolarTerms(noon('2027-04-01'), noon('2027-04-10'))[0]?.date).toBe('2027-04-05');
  });
});

/** Easter Sunday of a year by Gauss's rule as Meeus writes it: another way to the same days. */
const easter = (year: number): string => {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};
const nth = (year: number, month: number, weekday: number, count: number): string => {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  return addToDay(first, ((weekday - weekdayOf(first) + 7) % 7) + (count - 1) * 7);
};
const last = (year: number, month: number, weekday: number): string => {
  const fifth = nth(year, month, weekday, 5);
  return Number(fifth.slice(5, 7)) === month ? fifth : addToDay(fifth, -7);
};
/** A federal holiday on a Saturday is kept on Friday, on a Sunday on Monday. */
const observed = (day: string): string =>
  weekdayOf(day) === 6 ? addToDay(day, -1) : weekdayOf(day) === 7 ? addToDay(day, 1) : day;

describe('the other calendars [CL-3]', () => {
  const years = [2025, 2026, 2027];
  const inYear = (id: string, year: number): readonly string[] =>
    [...calendar(id).holidays].filter((day) => day.startsWith(String(year))).sort();

  it.each(years)('TARGET closes on its six days of %i', (year) => {
    const sunday = easter(year);
    const expected = [
      `${year}-01-01`,
      addToDay(sunday, -2),
      addToDay(sunday, 1),
      `${year}-05-01`,
      `${year}-12-25`,
      `${year}-12-26`,
    ];
    expect(inYear('eu', year)).toEqual(expected.sort());
  });

  it.each(years)('England and Wales keep Easter and the Mondays of %i', (year) => {
    const sunday = easter(year);
    expect(inYear('uk', year)).toEqual(
      expect.arrayContaining([
        addToDay(sunday, -2),
        addToDay(sunday, 1),
        nth(year, 5, 1, 1),
        last(year, 5, 1),
        last(year, 8, 1),
      ]),
    );
    expect(inYear('uk', year)).toHaveLength(8);
  });

  it.each(years)('the United States keep the federal holidays of %i', (year) => {
    const expected = [
      observed(`${year}-01-01`),
      nth(year, 1, 1, 3),
      nth(year, 2, 1, 3),
      last(year, 5, 1),
      observed(`${year}-06-19`),
      observed(`${year}-07-04`),
      nth(year, 9, 1, 1),
      nth(year, 10, 1, 2),
      observed(`${year}-11-11`),
      nth(year, 11, 4, 4),
      observed(`${year}-12-25`),
      ...(observed(`${year + 1}-01-01`).startsWith(String(year)) ? [observed(`${year + 1}-01-01`)] : []),
    ];
    expect(inYear('us', year)).toEqual(expected.sort());
  });
});

describe('a calendar file', () => {
  const text = source('calendars/uk.yaml').text;
  const faultsOf = (changed: string) => {
    const parsed = parseCalendar({ file: 'uk.yaml', text: changed });
    return parsed.ok ? [] : parsed.faults.map(({ line, what }) => `${line}: ${what}`);
  };

  it.each([
    [text.replace('Europe/London', 'Europe/Londn'), "3: no time zone 'Europe/Londn'"],
    [text.replace("to: '17:00'", "to: '08:00'"), '7: window ends at 08:00, not after 09:00'],
    [text.replace('[2025-01-01,', '[2026-01-01,'), '9: 2026-01-01 is not in 2025'],
    [text.replace('2025-01-01', '2025-02-30'), '9: not a day: write YYYY-MM-DD'],
    [text.replace('zone:', 'zne:'), "1: 'zone' is missing"],
  ])('is refused with its line', (changed, fault) => {
    expect(faultsOf(changed)).toContain(fault);
  });
});
