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

/**
 * Spells an instant for a person in the zone: `明天（11月22日）15:00`, `3:00 pm tomorrow (22 November)`.
 * Seconds are cut off, so a promised time is never later than the duty.
 */
export const spellTime = (instant: Instant, { now, zone, locale }: Around): string => {
  const then = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
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

/** Spells the day of an instant without its hour: `11月24日（周二）`, `Tuesday 24 November`. */
export const spellDay = (instant: Instant, { now, zone, locale }: Around): string => {
  const then = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const thisYear = Temporal.Instant.from(now).toZonedDateTimeISO(zone).year === then.year;
  const week = weekdays[locale][then.dayOfWeek - 1] ?? '';
  return locale === 'zh-CN'
    ? `${thisYear ? '' : `${then.year}年`}${then.month}月${then.day}日（${week}）`
    : `${week} ${then.day} ${months[then.month - 1]}${thisYear ? '' : ` ${then.year}`}`;
};
