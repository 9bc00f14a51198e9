import days from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Day } from '../terms.ts';

/** Holidays and make-up working days of mainland China as published by the State Council, by year. */
export interface PublishedYears {
  readonly holidays: ReadonlySet<Day>;
  readonly makeUpDays: ReadonlySet<Day>;
  readonly years: ReadonlySet<number>;
}

// The package's functions read a day in the time zone of the machine and are a day off west of Greenwich; its data is not.
/** The published years the package knows: 2004 and on. A year that is not among them is not a year without holidays. */
export const publishedYears: PublishedYears = {
  holidays: new Set(Object.keys(days.holidays)),
  makeUpDays: new Set(Object.keys(days.workdays)),
  years: new Set(Object.keys(days.holidays).map((day) => Number(day.slice(0, 4)))),
};
