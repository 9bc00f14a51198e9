import type { Day, Instant } from '../terms.ts';
import type { Calendar, CalendarWindow } from './calendar.ts';
import { addToDay, dayOf, instantOf, isBefore, toEpochMs, toInstant, weekdayOf } from './time.ts';

/** Working windows of a day; empty on holidays and free weekdays. */
export const windowsOn = (day: Day, calendar: Calendar): readonly CalendarWindow[] => {
  if (calendar.holidays.has(day)) return [];
  const weekly = calendar.week[weekdayOf(day)] ?? [];
  return weekly.length === 0 && calendar.makeUpDays.has(day) ? calendar.makeUpWindows : weekly;
};

/** Whether any work is done on the day. */
export const isWorkingDay = (day: Day, calendar: Calendar): boolean => windowsOn(day, calendar).length > 0;

interface Span {
  readonly start: number;
  readonly end: number;
}

const spansOn = (day: Day, calendar: Calendar): readonly Span[] =>
  windowsOn(day, calendar).map(({ from, to }) => ({
    start: toEpochMs(instantOf(day, from, calendar.zone)),
    end: toEpochMs(
      to === '24:00'
        ? instantOf(addToDay(day, 1), '00:00', calendar.zone)
        : instantOf(day, to, calendar.zone),
    ),
  }));

/** Longest stretch without work we look across; a calendar freer than that is a mistake. */
const mostFreeDays = 60;

/**
 * The instant by which so many working minutes have passed since `from`.
 * Time outside the windows does not count; when the last minute ends a window, the end of that window is the answer.
 *
 * @returns null when the calendar has no window within 60 days
 * @clause CL-2, CL-3
 */
export const addWorkingMinutes = (from: Instant, minutes: number, calendar: Calendar): Instant | null => {
  let left = Math.round(minutes * 60_000);
  let day = dayOf(from, calendar.zone);
  const start = toEpochMs(from);
  for (let free = 0; free <= mostFreeDays; free += 1) {
    for (const span of spansOn(day, calendar)) {
      const begins = Math.max(span.start, start);
      if (begins >= span.end) continue;
      if (left <= span.end - begins) return toInstant(begins + left);
      left -= span.end - begins;
      free = 0;
    }
    day = addToDay(day, 1);
  }
  return null;
};

/** Working minutes between two instants; 0 when the second is not later. */
export const workingMinutesBetween = (from: Instant, to: Instant, calendar: Calendar): number => {
  if (!isBefore(from, to)) return 0;
  const [start, end] = [toEpochMs(from), toEpochMs(to)];
  const last = dayOf(to, calendar.zone);
  let total = 0;
  for (let day = dayOf(from, calendar.zone); day <= last; day = addToDay(day, 1)) {
    for (const span of spansOn(day, calendar)) {
      total += Math.max(0, Math.min(span.end, end) - Math.max(span.start, start));
    }
  }
  return total / 60_000;
};

/** The day so many working days after `day`; the day itself does not count. Null as above. */
export const addWorkingDays = (day: Day, count: number, calendar: Calendar): Day | null => {
  let current = day;
  let left = count;
  for (let free = 0; left > 0; free += 1) {
    if (free > mostFreeDays) return null;
    current = addToDay(current, 1);
    if (!isWorkingDay(current, calendar)) continue;
    left -= 1;
    free = 0;
  }
  return current;
};

/** End of the last window of a day; the day's own end when it has none. */
export const closeOfBusiness = (day: Day, calendar: Calendar): Instant => {
  const last = spansOn(day, calendar).at(-1);
  return toInstant(last ? last.end : toEpochMs(instantOf(addToDay(day, 1), '00:00', calendar.zone)) - 1);
};

/** Years between two instants whose holidays the calendar does not know for certain. */
export const uncertainYears = (from: Instant, to: Instant, calendar: Calendar): readonly number[] => {
  const first = Number(dayOf(from, calendar.zone).slice(0, 4));
  const last = Number(dayOf(to, calendar.zone).slice(0, 4));
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return years.filter((year) => !calendar.years.has(year) || calendar.provisionalYears.has(year));
};
