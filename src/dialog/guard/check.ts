import type { Locale } from '../../terms.ts';
import { apologyOveruse } from './apologies.ts';
import { type Approved, approvedBy, isApproved } from './approved.ts';
import { type AgreedDays, isCovered, suppliedBy } from './covered.ts';
import { findStated, type Stated } from './numbers.ts';
import type { GuardRule, Violation } from './rule.ts';
import { asksSecret } from './rules/asks-secret.ts';
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

const found = (rule: GuardRule, evidence: string, locale: Locale): Violation => ({
  rule: rule.id,
  evidence,
  clause: rule.clause,
  suggestion: rule.suggestion[locale],
});

const readBy = (rule: GuardRule, sentence: Sentence, { text, locale }: Reading): readonly Violation[] => {
  const evidence = firstMatch(sentence, rule.patterns);
  return evidence === null || letThrough(sentence.words, text, rule) ? [] : [found(rule, evidence, locale)];
};

/**
 * How sure the learned tone has to be: where no pattern names anything, and where one does. A false alarm costs staff a
 * second press; a text of the bot is replaced at no cost, so a pattern alone is enough there.
 */
const sureFrom = { staff: { alone: 0.43, beside: 0.14 }, bot: { alone: 0.43, beside: 0 } } as const;

const moneyRule: GuardRule = { ...unapprovedPromise, patterns: moneyPromise };

/** What is looked for in every sentence. */
interface Sought {
  readonly reading: Reading;
  readonly rules: readonly GuardRule[];
  readonly by: CheckAround['by'];
  readonly approved: () => Approved;
}

/** Whoever writes, nobody promises money that was not approved; the bot promises nothing at all. */
const promisesIn = (sentence: Sentence, { reading, by, approved }: Sought): readonly Violation[] => {
  const money = readBy(moneyRule, sentence, reading);
  if (money.length > 0 && !isApproved(sentence.words, approved())) return money;
  return by === 'staff' ? [] : readBy(unapprovedPromise, sentence, reading);
};

/** What a sentence goes against: by patterns, and by its tone where they name nothing or something else. */
const readSentence = (sentence: Sentence, sought: Sought): readonly Violation[] => {
  const { reading, rules, by, approved } = sought;
  const tone = toneOf(sentence.words);
  const { alone, beside } = sureFrom[by];
  const named = [
    ...rules
      .filter(({ id }) => id !== unapprovedPromise.id && (id === asksSecret.id || tone.harsh >= beside))
      .flatMap((rule) => readBy(rule, sentence, reading)),
    ...promisesIn(sentence, sought),
  ];
  const rule = rules.find(({ id }) => id === tone.rule);
  if (!rule || tone.harsh < (named.length > 0 ? beside : alone)) return named;
  if (named.some(({ rule: id }) => id === rule.id) || letThrough(sentence.words, reading.text, rule))
    return named;
  if (rule.id === unapprovedPromise.id && isApproved(sentence.words, approved())) return named;
  return [...named, found(rule, tone.evidence(), reading.locale)];
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

const settled = guardRules.filter(({ id }) => id !== 'early_liability');

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
  const sought = { reading, rules: around.upheld ? settled : guardRules, by: around.by, approved };
  const said = reading.sentences
    .flatMap((sentence) => readSentence(sentence, sought))
    .filter(({ rule }, at, all) => all.findIndex((one) => one.rule === rule) === at);
  return [...said, ...unsupplied(reading, around), ...apologyOveruse(words, around.by)];
};
