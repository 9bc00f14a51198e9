import { z } from 'zod';
import type { Day } from '../terms.ts';
import { publishedYears } from './chinese-holidays.ts';
import { id, localized, text } from './pack-parts.ts';
import { type PackFault, readSource, type Source, type SourceFile, schemaFaults } from './source.ts';
import { isZone } from './time.ts';

/** A stretch of a working day, wall times; `to` may be `24:00`. */
export interface CalendarWindow {
  readonly from: string;
  readonly to: string;
}

/** Working time of one place: windows of a weekday, holidays and make-up working days (调休) by year. */
export interface Calendar {
  readonly id: string;
  readonly zone: string;
  /** By weekday, 1 Monday to 7 Sunday; a weekday without windows is free. */
  readonly week: Readonly<Record<number, readonly CalendarWindow[]>>;
  /** Windows of a make-up day that falls on a free weekday. */
  readonly makeUpWindows: readonly CalendarWindow[];
  readonly holidays: ReadonlySet<Day>;
  readonly makeUpDays: ReadonlySet<Day>;
  /** Years whose holidays are known. */
  readonly years: ReadonlySet<number>;
  /** Years known only as far as the law fixes them by itself. */
  readonly provisionalYears: ReadonlySet<number>;
}

const wall = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'not a time of day: write HH:MM, as 09:00');
const day = z.iso.date('not a day: write YYYY-MM-DD');
const windows = z.array(z.strictObject({ from: wall, to: wall }));

const calendarSchema = z.strictObject({
  id,
  name: localized,
  zone: text,
  /** Where the years below were read, and when somebody last looked. */
  source: text,
  lastVerified: day,
  /** Years come from the published data first; those below replace them. */
  published: z.literal('china').optional(),
  /** Windows per weekdays, 1 Monday to 7 Sunday. */
  week: z
    .array(z.strictObject({ weekdays: z.array(z.int().min(1).max(7)).min(1), windows: windows.min(1) }))
    .min(1),
  /** Windows of a make-up working day that falls on a free weekday. */
  makeUpWindows: windows.default([]),
  years: z.record(
    z.string().regex(/^\d{4}$/, 'not a year'),
    z.strictObject({
      holidays: z.array(day),
      makeUpDays: z.array(day).default([]),
      /** Not yet published in full: what the law fixes by itself. */
      provisional: z.boolean().default(false),
    }),
  ),
});
type CalendarFile = z.output<typeof calendarSchema>;

/** A calendar that can be used, or everything that is wrong with its file. */
export type ParsedCalendar =
  | { readonly ok: true; readonly calendar: Calendar }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/** Reads a calendar file. Never throws. */
export const parseCalendar = (file: SourceFile): ParsedCalendar => {
  const source = readSource(file);
  const shape = source.syntax.length > 0 ? source.syntax : schemaFaults(source, calendarSchema);
  if (shape.length > 0) return { ok: false, faults: shape };
  const said = calendarSchema.parse(source.value);
  const faults = [...zoneFaults(source, said), ...windowFaults(source, said), ...yearFaults(source, said)];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, calendar: calendarOf(said) };
};

const calendarOf = (said: CalendarFile): Calendar => {
  const own = Object.entries(said.years);
  const replaced = new Set(own.map(([year]) => year));
  const kept = (days: ReadonlySet<Day>): readonly Day[] =>
    said.published ? [...days].filter((one) => !replaced.has(one.slice(0, 4))) : [];
  return {
    id: said.id,
    zone: said.zone,
    week: Object.fromEntries(
      said.week.flatMap((entry) => entry.weekdays.map((weekday) => [weekday, entry.windows])),
    ),
    makeUpWindows: said.makeUpWindows,
    holidays: new Set([...kept(publishedYears.holidays), ...own.flatMap(([, year]) => year.holidays)]),
    makeUpDays: new Set([...kept(publishedYears.makeUpDays), ...own.flatMap(([, year]) => year.makeUpDays)]),
    years: new Set([...(said.published ? publishedYears.years : []), ...own.map(([year]) => Number(year))]),
    provisionalYears: new Set(own.filter(([, year]) => year.provisional).map(([year]) => Number(year))),
  };
};

const zoneFaults = (source: Source, { zone }: CalendarFile): readonly PackFault[] =>
  isZone(zone)
    ? []
    : [source.fault(['zone'], `no time zone '${zone}'`, 'Write an IANA name, as Asia/Shanghai.')];

const windowFaults = (source: Source, said: CalendarFile): readonly PackFault[] => {
  const groups: readonly {
    readonly path: readonly (string | number)[];
    readonly windows: readonly CalendarWindow[];
  }[] = [
    ...said.week.map((entry, index) => ({ path: ['week', index, 'windows'], windows: entry.windows })),
    { path: ['makeUpWindows'], windows: said.makeUpWindows },
  ];
  return groups.flatMap(({ path, windows: list }) =>
    list.flatMap(({ from, to }, index) => {
      const previous = list[index - 1];
      if (from >= to) {
        return [
          source.fault([...path, index], `window ends at ${to}, not after ${from}`, 'Split it at midnight.'),
        ];
      }
      return previous && previous.to > from
        ? [
            source.fault(
              [...path, index],
              `window begins before ${previous.to}`,
              'Order them, without overlap.',
            ),
          ]
        : [];
    }),
  );
};

const yearFaults = (source: Source, said: CalendarFile): readonly PackFault[] =>
  Object.entries(said.years).flatMap(([year, { holidays, makeUpDays }]) =>
    [...holidays, ...makeUpDays].flatMap((one) =>
      one.startsWith(year)
        ? []
        : [source.fault(['years', year], `${one} is not in ${year}`, 'Move it to its own year.')],
    ),
  );

/** What a process owner should know about a calendar's years. */
export interface CalendarWarning {
  readonly calendar: string;
  readonly year: number;
  /** 'missing': only weekends are known; 'provisional': make-up days are not published yet. */
  readonly kind: 'missing' | 'provisional';
}

/**
 * Whether this year and the coming one are known.
 *
 * @param today a day in the calendar's zone
 * @clause CL-3
 */
export const calendarWarnings = (calendar: Calendar, today: Day): readonly CalendarWarning[] => {
  const year = Number(today.slice(0, 4));
  return [year, year + 1].flatMap((one): readonly CalendarWarning[] => {
    if (!calendar.years.has(one)) return [{ calendar: calendar.id, year: one, kind: 'missing' }];
    return calendar.provisionalYears.has(one)
      ? [{ calendar: calendar.id, year: one, kind: 'provisional' }]
      : [];
  });
};
