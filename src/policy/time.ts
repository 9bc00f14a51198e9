import type { Day, Instant } from '../terms.ts';

const minuteMs = 60_000;

/** Milliseconds since the epoch as an instant; what clocks of the machine speak. */
export const toInstant = (epochMs: number): Instant =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toString({ fractionalSecondDigits: 3 });

/** An instant as milliseconds since the epoch, for sums. */
export const toEpochMs = (instant: Instant): number => Date.parse(instant);

/** Moves by minutes of the clock on the wall of physics: daylight saving changes nothing. */
export const addMinutes = (instant: Instant, minutes: number): Instant =>
  toInstant(toEpochMs(instant) + Math.round(minutes * minuteMs));

/** Moves by clock hours (CL-2: an hour named by a source is a clock hour). */
export const addHours = (instant: Instant, hours: number): Instant => addMinutes(instant, hours * 60);

/** The same time of day so many calendar days on, in the zone; a time the clocks skip becomes the next that exists. */
export const addDays = (instant: Instant, days: number, zone: string): Instant =>
  toInstant(inZone(instant, zone).add({ days }).epochMilliseconds);

/** The same time of day so many calendar months on; the 31st becomes the last day of a shorter month. */
export const addMonths = (instant: Instant, months: number, zone: string): Instant =>
  toInstant(inZone(instant, zone).add({ months }).epochMilliseconds);

/** Minutes from the first to the second; negative when the second is earlier; may be a fraction. */
export const minutesBetween = (from: Instant, to: Instant): number =>
  (toEpochMs(to) - toEpochMs(from)) / minuteMs;

/** Whether the first lies strictly before the second. */
export const isBefore = (a: Instant, b: Instant): boolean => a < b;

/** The earliest of them; at least one is given. */
export const earliest = (first: Instant, ...rest: readonly Instant[]): Instant =>
  rest.reduce((least, one) => (isBefore(one, least) ? one : least), first);

/** The latest of them; at least one is given. */
export const latest = (first: Instant, ...rest: readonly Instant[]): Instant =>
  rest.reduce((most, one) => (isBefore(most, one) ? one : most), first);

/** The calendar day an instant falls on in the zone. */
export const dayOf = (instant: Instant, zone: string): Day => inZone(instant, zone).toPlainDate().toString();

/** Hours and minutes on the wall of the zone, `09:05`. */
export const clockTime = (instant: Instant, zone: string): string =>
  inZone(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' });

/** The instant of a wall time on a day in the zone. A time the clocks skip becomes the next that exists, one shown twice the first. */
export const instantOf = (day: Day, time: string, zone: string): Instant =>
  toInstant(
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
      .epochMilliseconds,
  );

/** The day so many days on. */
export const addToDay = (day: Day, days: number): Day =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: Day): number => Temporal.PlainDate.from(day).dayOfWeek;

/** The last millisecond of the day in the zone: a duty 'by' a day may be kept until then. */
export const endOfDay = (day: Day, zone: string): Instant =>
  toInstant(toEpochMs(instantOf(addToDay(day, 1), '00:00', zone)) - 1);

/** Day and time as people of the zone read them, `2026-11-21 16:00`. */
export const wallTime = (instant: Instant, zone: string): string =>
  inZone(instant, zone)
    .toString({ smallestUnit: 'minute', offset: 'never', timeZoneName: 'never' })
    .replace('T', ' ');

const inZone = (instant: Instant, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone);

/** Names of today for zones that the runtime still lists under their old ones. */
const renamed = [
  'UTC',
  'Africa/Asmara',
  'America/Argentina/Buenos_Aires',
  'America/Indiana/Indianapolis',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
];
const zones = new Set([...Intl.supportedValuesOf('timeZone'), ...renamed]);

/** Whether this is the name of a time zone, as Asia/Shanghai. Never throws. */
export const isZone = (name: string): boolean => zones.has(name);
