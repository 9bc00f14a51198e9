import type { Instant, Locale } from '../../terms.ts';

/** Day and hour around which a date is spelled. */
export interface Around {
  readonly now: Instant;
  readonly zone: string;
  readonly locale: Locale;
}

const months = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(
  ',',
);
const weekdays = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

const clock12 = (hour: number, minute: number): string => {
  if (minute === 0 && hour % 12 === 0) return hour === 12 ? '12 noon' : '12 midnight';
  const shown = hour % 12 === 0 ? 12 : hour % 12;
  return `${shown}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`;
};

const near = (days: number, words: readonly [string, string, string]): string | undefined =>
  days === 0 ? words[0] : days === 1 ? words[1] : days === 2 ? words[2] : undefined;

const quarter = { smallestUnit: 'minute', roundingIncrement: 15, roundingMode: 'floor' } as const;

/**
 * The last quarter of an hour before it: a promise to the minute sounds like a machine, and one rounded up would be late.
 * What is due within the quarter is said as it is.
 */
const rounded = (instant: Instant, { now, zone }: Around): Temporal.ZonedDateTime => {
  const exact = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const round = exact.round(quarter);
  const current = Temporal.Instant.from(now);
  const ahead = Temporal.Instant.compare(exact.toInstant(), current) > 0;
  return ahead && Temporal.Instant.compare(round.toInstant(), current) <= 0 ? exact : round;
};

/**
 * Spells an instant for a person in the zone: `明天（11月22日）15:00`, `3:00 pm tomorrow (22 November)`.
 * Rounded down to the quarter of an hour, so a promised time is never later than the duty; what ends with a day is that day.
 */
export const spellTime = (instant: Instant, around: Around): string => {
  const { now, zone, locale } = around;
  const then = rounded(instant, around);
  if (then.hour === 23 && then.minute === 45) return spellNearDay(then, around);
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate();
  const days = today.until(then.toPlainDate(), { largestUnit: 'days' }).days;
  const week = weekdays[locale][then.dayOfWeek - 1] ?? '';
  if (locale === 'zh-CN') {
    const time = `${then.hour}:${String(then.minute).padStart(2, '0')}`;
    const date = `${then.year === today.year ? '' : `${then.year}年`}${then.month}月${then.day}日`;
    const word = near(days, ['今天', '明天', '后天']);
    return word ? `${word}（${date}）${time}` : `${date}（${week}）${time}`;
  }
  const time = clock12(then.hour, then.minute);
  const date = `${then.day} ${months[then.month - 1]}${then.year === today.year ? '' : ` ${then.year}`}`;
  const word = days < 2 ? near(days, ['today', 'tomorrow', '']) : undefined;
  return word ? `${time} ${word} (${date})` : `${time} on ${week} ${date}`;
};

const spellNearDay = (then: Temporal.ZonedDateTime, { now, zone, locale }: Around): string => {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate();
  const days = today.until(then.toPlainDate(), { largestUnit: 'days' }).days;
  const day = spellDay(then.toInstant().toString(), { now, zone, locale });
  if (days > 1) return day;
  if (locale === 'zh-CN') return `${days === 0 ? '今天' : '明天'}（${then.month}月${then.day}日）之内`;
  return `the end of ${days === 0 ? 'today' : 'tomorrow'} (${then.day} ${months[then.month - 1]})`;
};

/** Spells the day of an instant without its hour: `11月24日（周二）`, `Tuesday 24 November`. */
export const spellDay = (instant: Instant, { now, zone, locale }: Around): string => {
  const then = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const thisYear = Temporal.Instant.from(now).toZonedDateTimeISO(zone).year === then.year;
  const week = weekdays[locale][then.dayOfWeek - 1] ?? '';
  return locale === 'zh-CN'
    ? `${thisYear ? '' : `${then.year}年`}${then.month}月${then.day}日（${week}）`
    : `${week} ${then.day} ${months[then.month - 1]}${thisYear ? '' : ` ${then.year}`}`;
};
