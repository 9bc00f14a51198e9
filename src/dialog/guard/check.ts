import type { Locale } from '../../terms.ts';
import { apologyOveruse } from './apologies.ts';
import { type Approved, approvedBy, isApproved } from './approved.ts';
import { type AgreedDays, isCovered, suppliedBy } from './covered.ts';
import { findStated, type Stated } from './numbers.ts';
import type { GuardRule, Violation } from './rule.ts';
import { moneyPromise, unapprovedPromise } from './rules/unapproved-promise.ts';
import { guardRules } from './rules.ts';
import { firstMatch, type Sentence, sentencesOf } from './sentences.ts';
import { toneOf } from './tone.ts';

export type { RuleId, Violation } from './rule.ts';

/** Whose text it is, and what it may name. */
export interface CheckAround {
  readonly by: 'bot' | 'staff';
  /** Language of the suggestions; absent, that of the text. */
  readonly locale?: Locale;
  /** Numbers, amounts, dates the file holds, in any usual form. */
  readonly facts?: readonly string[];
  /** What was approved, where it is known apart from the facts: only this covers a promise of money. */
  readonly approved?: readonly string[];
  /** The facts are clear and the complaint upheld: owning up to it is not early any more. */
  readonly upheld?: boolean;
  /** The days agreed with the complainant; absent, any date of the facts covers a word such as tomorrow. */
  readonly days?: AgreedDays;
}

const localeOf = (text: string): Locale => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en');

/** Invisible characters could split a word so that no rule sees it. */
const plain = (text: string): string => text.replaceAll(/\p{Cf}/gu, '').replaceAll('’', "'");

/** A text taken apart for its rules. */
interface Reading {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly locale: Locale;
}

const letThrough = (words: string, text: string, rule: GuardRule): boolean =>
  (rule.unless ?? []).some((pattern) => pattern.test(words)) ||
  (rule.unlessAnywhere ?? []).some((pattern) => pattern.test(text));

const readBy = (
  rule: GuardRule,
  { text, sentences, locale }: Reading,
  isAllowed: (words: string) => boolean = () => false,
): readonly Violation[] => {
  for (const sentence of sentences) {
    const evidence = firstMatch(sentence, rule.patterns);
    if (evidence === null || letThrough(sentence.words, text, rule) || isAllowed(sentence.words)) continue;
    return [found(rule, evidence, locale)];
  }
  return [];
};

/** How sure the learned tone has to be: a false alarm costs staff a second press, a miss the complainant a slap. */
const sureFrom = 0.55;

const found = (rule: GuardRule, evidence: string, locale: Locale): Violation => ({
  rule: rule.id,
  evidence,
  clause: rule.clause,
  suggestion: rule.suggestion[locale],
});

/** What no pattern names but sounds like what people ought not to send: each such sentence under its likeliest rule. */
const byTone = (
  reading: Reading,
  named: readonly Violation[],
  approved: () => Approved,
): readonly Violation[] =>
  reading.sentences.flatMap(({ words }) => {
    const tone = named.some(({ evidence }) => words.includes(evidence)) ? null : toneOf(words);
    const rule = tone && tone.harsh >= sureFrom ? guardRules.find(({ id }) => id === tone.rule) : undefined;
    if (!rule || letThrough(words, reading.text, rule)) return [];
    if (rule.id === unapprovedPromise.id && isApproved(words, approved())) return [];
    return [found(rule, words.trim(), reading.locale)];
  });

const moneyRule: GuardRule = { ...unapprovedPromise, patterns: moneyPromise };

const promises = (
  reading: Reading,
  by: CheckAround['by'],
  approved: () => Approved,
): readonly Violation[] => {
  const money = readBy(moneyRule, reading, (words) => isApproved(words, approved()));
  return money.length > 0 || by === 'staff' ? money : readBy(unapprovedPromise, reading);
};

/** Staff may count and name what they know; amounts and dates must be in the file. */
const bindsStaff = ({ kind }: Stated): boolean =>
  kind === 'amount' || kind === 'date' || kind === 'time' || kind === 'day' || kind === 'span';

const unsupplied = ({ text, locale }: Reading, around: CheckAround): readonly Violation[] => {
  const stated = findStated(text).filter((one) => around.by === 'bot' || bindsStaff(one.stated));
  if (stated.length === 0) return [];
  const supplied = suppliedBy([...(around.facts ?? []), ...(around.approved ?? [])], around.days);
  return stated
    .filter((one) => !isCovered(one.stated, supplied))
    .map(({ stated: { text: evidence } }) => ({
      rule: 'unsupplied_number' as const,
      evidence: evidence.trim(),
      clause: 'S4.e1',
      suggestion:
        locale === 'zh-CN'
          ? '这个数字、金额或时间在记录里没有，请核对后再写，或者先不写。'
          : 'This number, amount or date is not on file. Check it first, or leave it out.',
    }));
};

const sentenceRules = guardRules.filter(({ id }) => id !== 'unapproved_promise');

/**
 * Reads a text to a complainant as DI-5 asks: each rule at most once, except that every number nobody supplied is named.
 * Never throws.
 *
 * @returns empty when nothing is wrong
 * @clause S0.13, S4.e1, S3.6
 */
export const checkReply = (text: string, around: CheckAround): readonly Violation[] => {
  const words = plain(text);
  const reading = { text: words, sentences: sentencesOf(words), locale: around.locale ?? localeOf(words) };
  let read: Approved | undefined;
  const approved = (): Approved => {
    read ??= approvedBy(around.approved ?? around.facts ?? []);
    return read;
  };
  const named = [
    ...sentenceRules
      .filter(({ id }) => !(around.upheld && id === 'early_liability'))
      .flatMap((rule) => readBy(rule, reading)),
    ...promises(reading, around.by, approved),
  ];
  const sounding = byTone(reading, named, approved).filter(
    ({ rule }, at, all) =>
      named.every((one) => one.rule !== rule) && all.findIndex((one) => one.rule === rule) === at,
  );
  return [...named, ...sounding, ...unsupplied(reading, around), ...apologyOveruse(words, around.by)];
};
