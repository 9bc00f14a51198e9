import { type Calendar, calendarWarnings } from '../policy/calendar.ts';
import type { Policy } from '../policy/policy.ts';
import type { Day } from '../terms.ts';

const words = {
  missing: 'has no holidays for this year: every weekday counts as a working day',
  provisional: 'knows only the days the law fixes for this year; the official list is not in yet',
} as const;

/** What a person should know of the calendars a pack uses: this year or the coming one is missing (CL-3). One line each. */
export const calendarLines = (policy: Policy, today: Day): readonly string[] => {
  const used = new Set(
    policy.pack.clocks.flatMap(({ limits }) => limits.flatMap(({ calendar }) => calendar ?? [])),
  );
  const calendars: readonly Calendar[] = [...policy.calendars.values()].filter(({ id }) => used.has(id));
  return calendars
    .flatMap((calendar) => calendarWarnings(calendar, today))
    .map(({ calendar, year, kind }) => `calendars/${calendar}.yaml, ${year}: ${words[kind]}`);
};
