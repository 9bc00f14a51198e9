type Day = Temporal.PlainDate;
type Resolve = (text: string, today: Day) => Day | null;

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?';
const ordinal = '(\\d{1,2})(?:st|nd|rd|th)?';
const year = '(?:,? (20\\d{2}))?(?!\\d)';
const monthOf = (name: string | undefined): number => monthNames.indexOf(name ?? '') + 1;

/**
 * The next such day. One that does not exist (29 February 2027, 31 November) is the last day of its month: whoever
 * says it means the month's end, and a reminder a day early is better than one years late.
 * A day of the last three months is what the complaint is about (your order of 5 November), not a promise.
 */
const comingDay = (today: Day, said: { year?: number; month: number; day: number }): Day | null => {
  if (said.month < 1 || said.month > 12 || said.day < 1 || said.day > 31) return null;
  const first = Temporal.PlainDate.from({ ...said, year: said.year ?? today.year });
  if (said.year !== undefined || Temporal.PlainDate.compare(first, today) >= 0) return first;
  const lately = first.until(today).days <= 90;
  return lately ? null : Temporal.PlainDate.from({ ...said, year: today.year + 1 });
};

const written: Resolve = (text, today) => {
  const match =
    /(?<!\d)(20\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text) ??
    /(?<!\d)(20\d{2})(年)(\d{1,2})月(\d{1,2})/.exec(text);
  return (
    match && comingDay(today, { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) })
  );
};

/** 31/12: the day first in English, the month first in Chinese, the other way round where that is no date. */
const slashed: Resolve = (text, today) => {
  const match =
    /(?<![\d/.])(?!24\/7)(\d{1,2})\/(\d{1,2})(?:\/(20\d{2}|\d{2}))?(?![\d/]| ?(?:working|business|days?|hours?|weeks?|of)\b|个)/.exec(
      text,
    );
  if (!match) return null;
  const [one, two] = [Number(match[1]), Number(match[2])];
  const monthFirst = /\p{Script=Han}/u.test(text) ? one <= 12 : two > 12;
  const date = monthFirst ? { month: one, day: two } : { month: two, day: one };
  return comingDay(today, match[3] ? { ...date, year: 2000 + (Number(match[3]) % 100) } : date);
};

const namedMonth: Resolve = (text, today) => {
  const chinese =
    /(?<!\d)(\d{1,2})月(\d{1,2})(?!\d)(?:[日号]?(?:到|至|-|~)(?:(\d{1,2})月)?(\d{1,2})(?![\d点时:]))?/.exec(
      text,
    );
  if (chinese) {
    const [, m, d, lastMonth = m, lastDay = d] = chinese;
    return comingDay(today, { month: Number(lastMonth), day: Number(lastDay) });
  }
  const before = new RegExp(`\\b${ordinal}(?: of)? ${month}(?![a-z])${year}`).exec(text);
  const after = new RegExp(`\\b${month} ${ordinal}(?![:.]\\d)${year}`).exec(text);
  const [name, day, said] = before ? [before[2], before[1], before[3]] : [after?.[1], after?.[2], after?.[3]];
  const date = { month: monthOf(name), day: Number(day) };
  return comingDay(today, said ? { ...date, year: Number(said) } : date);
};

/** Public days with a date of their own; those by the moon are not reckoned here. */
const feasts: readonly (readonly [pattern: string, month: number, day: number])[] = [
  ["元旦节?|new year(?:'s)?(?: day)?(?! eve|'s)", 1, 1],
  ['五一(?:劳动)?节?|劳动节', 5, 1],
  ['六一(?:儿童)?节?|儿童节', 6, 1],
  ['国庆节?|(?<!双)十一', 10, 1],
  ['双(?:十一|11)', 11, 11],
  ['双(?:十二|12)', 12, 12],
  ['christmas eve', 12, 24],
  ['圣诞节?|christmas(?: day)?(?! eve)', 12, 25],
  ["new year's eve", 12, 31],
];

/** 元旦前 ends on the eve; 元旦当天 and 'by Christmas' on the day. */
const feast: Resolve = (text, today) => {
  for (const [pattern, m, d] of feasts) {
    const match = new RegExp(
      `(?:${pattern})(?:(?<eve>[之以]?前)|当天|那天)|\\b(?:(?<before>before)|by|on) (?:${pattern})\\b`,
    ).exec(text);
    if (!match) continue;
    const early = match.groups?.eve || match.groups?.before ? 1 : 0;
    const here = Temporal.PlainDate.from({ year: today.year, month: m, day: d });
    const past = Temporal.PlainDate.compare(here.subtract({ days: early }), today) < 0;
    return here.add({ years: past ? 1 : 0 }).subtract({ days: early });
  }
  return null;
};

const near: Resolve = (text, today) => {
  if (/大后天/.test(text)) return today.add({ days: 3 });
  if (/后天|day after tomorrow/.test(text)) return today.add({ days: 2 });
  return /明天|明日|明早|明晚|明午|tomorrow/.test(text) ? today.add({ days: 1 }) : null;
};

const dayOfMonth: Resolve = (text, today) => {
  const match =
    /(?<next>下个?月)?(?<!\d)(?<day>\d{1,2})[日号](?!楼|线)/.exec(text) ??
    /\b(?:by|on|before) the (?<day>\d{1,2})(?:st|nd|rd|th)\b/.exec(text);
  const day = Number(match?.groups?.day ?? 0);
  if (!match || day < 1 || day > 31) return null;
  const here = today.with({ day });
  return match.groups?.next || Temporal.PlainDate.compare(here, today) < 0
    ? today.with({ day: 1 }).add({ months: 1 }).with({ day })
    : here;
};

const weekDays = '一二三四五六日';
const englishDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const dayNames = englishDays.join('|');
const dayRange = new RegExp(
  `(?:周|星期|礼拜)[${weekDays}天](?:到|至|-|~)(?=(?:周|星期|礼拜)?[${weekDays}天])|\\b(?:${dayNames}) (?:and|to|or) (?=${dayNames})`,
  'g',
);

/** Of Monday to Wednesday it is the later day that counts. */
const weekday: Resolve = (text, today) => {
  const last = text
    .replace(dayRange, (said) => /^(?:周|星期|礼拜)/.exec(said)?.[0] ?? '')
    .replace(/(周|星期|礼拜)\1/g, '$1');
  const chinese = /(下下?个?|这个?|本)?(?:周|星期|礼拜)([一二三四五六日天])/.exec(last);
  const english = new RegExp(`\\b(${dayNames})\\b`).exec(last);
  if (!chinese && !english) return null;
  const wanted = chinese
    ? weekDays.indexOf((chinese[2] ?? '').replace('天', '日')) + 1
    : englishDays.indexOf(english?.[1] ?? '') + 1;
  const weeks = /^下下/.test(chinese?.[1] ?? '')
    ? 2
    : chinese?.[1]?.startsWith('下') || /\bnext week\b/.test(last)
      ? 1
      : 0;
  if (weeks > 0) return today.add({ days: wanted - today.dayOfWeek + 7 * weeks });
  const ahead = (wanted - today.dayOfWeek + 7) % 7;
  return today.add({ days: ahead === 0 && english ? 7 : ahead });
};

/** A working week ends on Friday; from Saturday on, with the Sunday. */
const weekEnd: Resolve = (text, today) => {
  const chinese =
    /(?<![\d个一二两三四五六七八九十几半])(下下?|这|本)?个?(?:周|星期|礼拜)(末前|末之前|末|内|之内|底)|(下下?)个?(?:周|星期|礼拜)/.exec(
      text,
    );
  const english =
    /\b(?:end of (?:(?:the|this|next) )?week|(?:this|next) week|(?:the|this|next) weekend)\b(?!')/.exec(text);
  if (!chinese && !english) return null;
  const weeks =
    (chinese?.[1] ?? chinese?.[3] ?? '').replace(/[这本]/, '').length ||
    (/next/.test(english?.[0] ?? '') ? 1 : 0);
  const weekend =
    chinese?.[2] === '末' || (/weekend/.test(english?.[0] ?? '') && !/(?:by|before) \S+ weekend/.test(text));
  const last = weekend || (weeks === 0 && today.dayOfWeek > 5) ? 7 : 5;
  return today.add({ days: last - today.dayOfWeek + 7 * weeks });
};

const monthEnd: Resolve = (text, today) => {
  const ofMonth = new RegExp(`(?<!\\d)(\\d{1,2})月份?(?:底|末)|\\bend of ${month}(?![a-z])`).exec(text);
  if (ofMonth) return comingDay(today, { month: Number(ofMonth[1] ?? monthOf(ofMonth[2])), day: 31 });
  const next = /下个?月(?!初|上旬|中|\d)|\bnext month\b(?!')/.test(text);
  const here =
    /月[底末]|(?:本|这个|当)月之?内|\bend of (?:(?:the|this) )?month\b|\bmonth[- ]end\b|\bthis month\b(?!')/.test(
      text,
    );
  return next || here
    ? today
        .with({ day: 1 })
        .add({ months: next ? 1 : 0 })
        .with({ day: 31 })
    : null;
};

const yearEnd: Resolve = (text, today) => {
  const match =
    /(明)?年[底末]|(?<![\d一二两三四五六七八九十几半])年内|今年之?内|\b(?:end of (?:(?:the|this|(next)) )?year|year[- ]end|this year)\b(?!')/.exec(
      text,
    );
  return (
    match &&
    Temporal.PlainDate.from({ year: today.year + (match[1] || match[2] ? 1 : 0), month: 12, day: 31 })
  );
};

const ways = [near, written, slashed, namedMonth, feast, dayOfMonth, weekday, weekEnd, monthEnd, yearEnd];

/** The day a folded text names other than today, from 2026-12-05 to 月底前; null when it names none. */
export const promisedDay = (text: string, today: Temporal.PlainDate): Temporal.PlainDate | null => {
  for (const way of ways) {
    const day = way(text, today);
    if (day) return day;
  }
  return null;
};
