import { z } from 'zod';

/** Units a pack may measure in. `working` ones need a calendar. */
export const durationUnits = [
  'minutes',
  'hours',
  'days',
  'weeks',
  'months',
  'working hours',
  'working days',
] as const;
export type DurationUnit = (typeof durationUnits)[number];

/** A length of time as a pack says it. */
export interface Duration {
  readonly count: number;
  readonly unit: DurationUnit;
}

/** Whether the length is counted over the windows of a calendar (CL-2). */
export const isWorking = (duration: Duration): boolean => duration.unit.startsWith('working');

/** Minutes of a clock duration; null for days and longer, whose length depends on zone and calendar. */
export const clockMinutes = (duration: Duration): number | null => {
  if (duration.unit === 'minutes') return duration.count;
  return duration.unit === 'hours' ? duration.count * 60 : null;
};

/** Reads `4 hours`, `1 day`, `15 working days`; undefined when it is none. */
export const parseDuration = (text: string): Duration | undefined => {
  const match = /^([1-9]\d{0,4}) (working )?(minute|hour|day|week|month)s?$/.exec(text);
  if (!match) return undefined;
  const unit = durationUnits.find((one) => one === `${match[2] ?? ''}${match[3]}s`);
  return unit && { count: Number(match[1]), unit };
};

const examples = "'24 hours', '3 days', '15 working days'";
const usual = /^(\d+) ?(m|mins?|h|hrs?|d|w|wks?|mo|mos)?\.?$/i;
const unitsMeant = { m: 'minutes', h: 'hours', d: 'days', w: 'weeks', mo: 'months' } as const;

/** What an author most likely meant: a bare number may be hours or days, `30 mins` is 30 minutes. */
const meant = (given: string): string => {
  const [, count, short] = usual.exec(given.trim()) ?? [];
  if (count === undefined) return `Write a whole number and a unit, such as ${examples}.`;
  if (short === undefined) return `Did you mean '${count} hours' or '${count} days'?`;
  const letter = /^mos?$/i.test(short) ? 'mo' : (short[0] ?? '').toLowerCase();
  const unit = Object.entries(unitsMeant).find(([key]) => key === letter)?.[1] ?? 'hours';
  return `Did you mean '${count} ${unit}'?`;
};

/** A duration in a pack. A bare number is refused in its own words: hours taken for days are a broken promise. */
export const durationSchema = z.union([z.string(), z.number()]).transform((given, context): Duration => {
  const duration = parseDuration(String(given));
  if (duration) return duration;
  const bare = /^\d+(?:\.\d+)?$/.test(String(given).trim());
  const message = bare
    ? `a length has a unit: ${examples}, …, not ${given}`
    : `'${given}' is no length of time: write a whole number and one of ${durationUnits.join(', ')}`;
  context.addIssue({ code: 'custom', message, params: { suggestion: meant(String(given)) } });
  return z.NEVER;
});

/** A length in minutes where no zone or calendar matters: a day has 24 hours, a month 30 days, a working day counts as a day. */
export const lengthMinutes = (duration: Duration): number => {
  const hours = { minutes: 1 / 60, hours: 1, 'working hours': 1, weeks: 168, months: 720 };
  const { unit, count } = duration;
  return Math.round(count * 60 * (unit === 'days' || unit === 'working days' ? 24 : hours[unit]));
};
