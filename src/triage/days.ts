import { matches } from './matches.ts';

const dayMs = 86_400_000;
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Days that have a name of their own; the rest of a year's feasts move and are found by their words. */
const feasts: readonly (readonly [pattern: RegExp, month: number, day: number])[] = [
  [/元旦|new year's day/, 1, 1],
  [/情人节(?!套餐)|valentine/, 2, 14],
  [/三八|妇女节|women's day/, 3, 8],
  [/3[·.]15|三一五/, 3, 15],
  [/五一|劳动节/, 5, 1],
  [/5[·.]20|520/, 5, 20],
  [/六一|儿童节/, 6, 1],
  [/国庆|十一(?=[^\d月日号点楼栋层个]|$)/, 10, 1],
  [/双十一|双11/, 11, 11],
  [/圣诞|christmas/, 12, 25],
];

type Resolve = (match: RegExpMatchArray, today: number) => number | null;

const startOf = (instant: string | undefined): number => {
  const at = Date.parse(instant ?? '');
  return Number.isNaN(at) ? Number.NaN : Math.floor(at / dayMs);
};
/** Day and month as the day number nearest before today, a few days ahead allowed; without today, in a leap year. */
const dayOf = (month: number, day: number, today: number): number | null => {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  if (Number.isNaN(today)) return Date.UTC(1972, month - 1, day) / dayMs;
  const year = new Date(today * dayMs).getUTCFullYear();
  const inYear = Date.UTC(year, month - 1, day) / dayMs;
  return inYear > today + 30 ? Date.UTC(year - 1, month - 1, day) / dayMs : inYear;
};
const inMonth = (day: number, today: number): number | null => {
  if (Number.isNaN(today) || day < 1 || day > 31) return null;
  const now = new Date(today * dayMs);
  const here = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), day) / dayMs;
  return here > today + 2 ? Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, day) / dayMs : here;
};
const lastWeekday = (weekday: number, today: number): number | null =>
  Number.isNaN(today) ? null : today - ((((today + 4 - weekday) % 7) + 7) % 7);

const month =
  '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?';
const chineseWeekdays = '日一二三四五六';
const rules: readonly (readonly [RegExp, Resolve])[] = [
  [/(\d{1,2})月(\d{1,2})(?!\d)/g, ([, m, d], today) => dayOf(Number(m), Number(d), today)],
  [
    /(?<![\d.])(\d{1,2})[.·](\d{1,2})(?=[一-鿿])(?![元块度米个秒折倍万])/g,
    ([, m, d], today) => dayOf(Number(m), Number(d), today),
  ],
  [
    /(?<![\d月第])(\d{1,2})[号日](?![楼线窗柜厅梯店门院桌房枪机车口站台会座报]|会员)/g,
    ([, d], today) => inMonth(Number(d), today),
  ],
  [
    /(?:周|星期|礼拜)([一二三四五六日天])/g,
    ([, d = ''], today) => lastWeekday(Math.max(0, chineseWeekdays.indexOf(d)), today),
  ],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month}\\b`, 'g'),
    ([, d, m = ''], today) => dayOf(months.indexOf(m) + 1, Number(d), today),
  ],
  [
    new RegExp(`\\b${month} (\\d{1,2})(?:st|nd|rd|th)?\\b(?![:.]\\d)`, 'g'),
    ([, m = '', d], today) => dayOf(months.indexOf(m) + 1, Number(d), today),
  ],
  [
    /\b(\d{1,2})\/(\d{1,2})\b/g,
    ([, a, b], today) =>
      Number(b) > 12 ? dayOf(Number(a), Number(b), today) : dayOf(Number(b), Number(a), today),
  ],
  [
    /\bthe (\d{1,2})(?:st|nd|rd|th)\b(?! (?:floor|time|row|day))/g,
    ([, d], today) => inMonth(Number(d), today),
  ],
  [
    /\b(sun|mon|tue|wed|thu|fri|sat)(?:days?|s|rs?|sday|nesday|rsday|urday)?'?s?\b/g,
    ([, d = ''], today) => lastWeekday(weekdays.indexOf(d), today),
  ],
  [/昨[天晚夜日早]|\byesterday|\blast night/g, (_, today) => today - 1],
  [/前[天晚]/g, (_, today) => today - 2],
  [/今[天早晚日晨]|刚刚|\btoday|\bthis (?:morning|afternoon|evening)|\btonight/g, (_, today) => today],
];

/** Where nobody knows when a text came, two that both say 'last night' may mean the same one. */
const ago: readonly (readonly [pattern: RegExp, mark: string])[] = [
  [/昨[天晚夜日早]|\byesterday|\blast night/, 'ago:1'],
  [/今[天早晚日晨]|\btoday|\bthis (?:morning|afternoon|evening)/, 'ago:0'],
];

/** A date is told for the thing that went wrong or for anything else; more than these few say nothing. */
const mostDays = 4;

/**
 * Days that a folded text speaks of, as `day:11-03`; distinct, at most four; `ago:1` without `at`.
 *
 * @param at instant the text came; without it 'yesterday' and 'on Monday' say nothing
 */
export const daysIn = (folded: string, at: string | undefined): readonly string[] => {
  const today = startOf(at);
  const found = rules.flatMap(([pattern, resolve]) =>
    matches(folded, pattern).map((match) => resolve(match, today)),
  );
  const named = feasts.map(([pattern, m, d]) => (pattern.test(folded) ? dayOf(m, d, today) : null));
  const days = [...found, ...named].filter((day) => day !== null && !Number.isNaN(day));
  const said = Number.isNaN(today) ? ago.filter(([pattern]) => pattern.test(folded)) : [];
  const relative = said.map(([, mark]) => mark);
  const exact = [...new Set(days)]
    .slice(0, mostDays)
    .map((day) => `day:${new Date((day ?? 0) * dayMs).toISOString().slice(5, 10)}`);
  return [...relative, ...exact];
};

const dayInYear = (mark: string): number => {
  const at = Date.parse(`1972-${mark.slice(4)}T00:00:00Z`) / dayMs;
  return Number.isNaN(at) ? 0 : at;
};

/** Days between the two nearest of two lists of `day:` marks, over the turn of the year; null when one list is empty. */
export const daysApart = (some: readonly string[], others: readonly string[]): number | null => {
  const gaps = some.flatMap((one) =>
    others.map((other) => {
      const gap = Math.abs(dayInYear(one) - dayInYear(other));
      return Math.min(gap, 366 - gap);
    }),
  );
  return gaps.length === 0 ? null : Math.min(...gaps);
};
