import type { Day } from '../../terms.ts';
import { dayOfDate, daysOf } from './days.ts';
import { findStated, type Stated } from './numbers.ts';

/** What day it is for the complainant, and texts that name the days agreed with them. */
export interface AgreedDays {
  readonly today: Day;
  readonly agreed: readonly string[];
}

/** What the core has supplied: the numbers of its facts, their words, and the days agreed, where it knows today. */
export interface Supplied {
  readonly stated: readonly Stated[];
  readonly words: string;
  readonly days: {
    readonly today: Temporal.PlainDate;
    readonly agreed: readonly Temporal.PlainDate[];
  } | null;
}

const agreedIn = (texts: readonly string[], today: Temporal.PlainDate): readonly Temporal.PlainDate[] =>
  texts
    .flatMap(findStated)
    .flatMap(({ stated }) => (stated.kind === 'date' ? [dayOfDate(stated, today)] : []));

const daysFrom = ({ today: day, agreed }: AgreedDays): Supplied['days'] => {
  const today = Temporal.PlainDate.from(day);
  return { today, agreed: agreedIn(agreed, today) };
};

/** Reads the facts once. */
export const suppliedBy = (facts: readonly string[], days?: AgreedDays): Supplied => ({
  stated: facts.flatMap((fact) => findStated(fact).map((one) => one.stated)),
  words: facts.join('\n').toLowerCase(),
  days: days ? daysFrom(days) : null,
});

const digits = (text: string): string => text.replaceAll(/\D/gu, '');

const sameDate = (a: Extract<Stated, { kind: 'date' }>, b: Extract<Stated, { kind: 'date' }>): boolean =>
  a.day === b.day &&
  (a.month === null || b.month === null || a.month === b.month) &&
  (a.year === null || b.year === null || a.year === b.year);

const sameTime = (a: Extract<Stated, { kind: 'time' }>, b: Extract<Stated, { kind: 'time' }>): boolean =>
  a.half || b.half ? a.minutes % 720 === b.minutes % 720 : a.minutes === b.minutes;

const numberOf = (stated: Stated): number | null =>
  stated.kind === 'amount' || stated.kind === 'number' || stated.kind === 'span' ? stated.value : null;

const currencyOf = (stated: Stated): string => (stated.kind === 'amount' ? stated.currency : '');

const sameValue = (a: Stated, b: Stated): boolean => {
  const [left, right] = [numberOf(a), numberOf(b)];
  if (left === null || right === null || Math.abs(left - right) > 0.0001) return false;
  const [here, there] = [currencyOf(a), currencyOf(b)];
  return here === '' || there === '' || here === there;
};

const matches = (a: Stated, b: Stated): boolean => {
  if (a.kind === 'date' && b.kind === 'date') return sameDate(a, b);
  if (a.kind === 'time' && b.kind === 'time') return sameTime(a, b);
  if (a.kind === 'id' && b.kind === 'id') return a.key === b.key;
  if (a.kind === 'id' && digits(a.key).length >= 7) return numberOf(b) === Number(digits(a.key));
  // 11 of 'within 11 days' is no number of a date; but the 22 of 22日 is the day of one.
  if (a.kind === 'number' && b.kind === 'time') return b.minutes % 60 === 0 && b.minutes / 60 === a.value;
  return sameValue(a, b);
};

/** Tomorrow is covered when a day agreed is tomorrow; where today is not known, by its own word or any date. */
const isAgreed = (word: string, { days, words, stated }: Supplied): boolean => {
  if (days === null) {
    return words.includes(word.toLowerCase()) || stated.some(({ kind }) => kind === 'date');
  }
  const { from, to } = daysOf(word, days.today);
  const { compare } = Temporal.PlainDate;
  return days.agreed.some((day) => compare(day, from) >= 0 && compare(day, to) <= 0);
};

/** Whether the core has supplied it, in whatever form it was written. */
export const isCovered = (one: Stated, supplied: Supplied): boolean => {
  if (one.kind === 'day') return isAgreed(one.text, supplied);
  return (
    supplied.stated.some((fact) => matches(one, fact)) ||
    (one.kind === 'id' && supplied.words.includes(one.text.toLowerCase()))
  );
};
