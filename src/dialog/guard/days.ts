import type { Stated } from './numbers.ts';

/** First and last day that words may mean; one and the same for a single day. */
export interface Days {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

const zhWeekDays = '一二三四五六日';
const enWeekDays = ['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'];

const one = (day: Temporal.PlainDate): Days => ({ from: day, to: day });

const weekDayIn = (text: string): number | null => {
  const zh = /(?:周|星期|礼拜)([一二三四五六日天])/u.exec(text)?.[1];
  if (zh) return zhWeekDays.indexOf(zh === '天' ? '日' : zh) + 1;
  const en = enWeekDays.findIndex((name) => text.includes(`${name}day`));
  return en < 0 ? null : en + 1;
};

const distances: readonly (readonly [RegExp, number])[] = [
  [/大后天/u, 3],
  [/后天|day after tomorrow/u, 2],
  [/明|tomorrow/u, 1],
  [/今|tonight|today|the day$|hour/u, 0],
];

const weekOf = (today: Temporal.PlainDate, weeks: number): Days => {
  const monday = today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks });
  return { from: monday, to: monday.add({ days: 6 }) };
};

const monthOf = (today: Temporal.PlainDate, months: number): Days => {
  const first = today.with({ day: 1 }).add({ months });
  return { from: first, to: first.add({ months: 1 }).subtract({ days: 1 }) };
};

/** Friday is the coming one; next Friday, as people use it, that one or the one after. */
const weekDay = (text: string, today: Temporal.PlainDate, day: number): Days => {
  if (/^[下这本]/u.test(text))
    return one(weekOf(today, text.startsWith('下') ? 1 : 0).from.add({ days: day - 1 }));
  const coming = today.add({ days: (day - today.dayOfWeek + 7) % 7 });
  return { from: coming, to: text.includes('next') ? coming.add({ days: 7 }) : coming };
};

/** The days that a word such as 明天 or next week means for somebody whose day it is; never empty. */
export const daysOf = (word: string, today: Temporal.PlainDate): Days => {
  const text = word.toLowerCase();
  const distance = distances.find(([mark]) => mark.test(text))?.[1];
  if (distance !== undefined) return one(today.add({ days: distance }));
  const day = weekDayIn(text);
  if (day !== null) return weekDay(text, today, day);
  const ahead = /下|next/u.test(text) ? 1 : 0;
  return /月|month|年/u.test(text) ? monthOf(today, ahead) : weekOf(today, ahead);
};

const nearest = (today: Temporal.PlainDate, days: readonly Temporal.PlainDate[]): Temporal.PlainDate =>
  days.reduce((best, day) =>
    Math.abs(today.until(day).total('days')) < Math.abs(today.until(best).total('days')) ? day : best,
  );

/** The day that a date means, the nearest one where its year or month was left out. */
export const dayOfDate = (
  { year, month, day }: Extract<Stated, { kind: 'date' }>,
  today: Temporal.PlainDate,
): Temporal.PlainDate => {
  const turns = [-1, 0, 1];
  if (month === null)
    return nearest(
      today,
      turns.map((months) => today.add({ months }).with({ day })),
    );
  const years = year === null ? turns.map((step) => today.year + step) : [year];
  return nearest(
    today,
    years.map((found) => Temporal.PlainDate.from({ year: found, month, day })),
  );
};
