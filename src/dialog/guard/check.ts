import type { Locale } from '../../terms.ts';
import { apologyOveruse } from './apologies.ts';
import { isCovered, type Supplied, suppliedBy, uncovered } from './covered.ts';
import { findStated, type Stated } from './numbers.ts';
import type { GuardRule, Violation } from './rule.ts';
import { moneyPromise, unapprovedPromise } from './rules/unapproved-promise.ts';
import { guardRules } from './rules.ts';

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
}

const localeOf = (text: string): Locale => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en');

/** Invisible characters could split a word so that no rule sees it. */
const plain = (text: string): string => text.replaceAll(/\p{Cf}/gu, '').replaceAll('’', "'");

const sentencesOf = (text: string): readonly string[] =>
  (text.match(/[^。！？!?；;\n.]*(?:\.(?=\S)[^。！？!?；;\n.]*)*[。！？!?；;\n.]?/gu) ?? []).filter(
    (sentence) => sentence.trim() !== '',
  );

const firstMatch = (sentence: string, patterns: GuardRule['patterns']): string | null => {
  for (const pattern of [...patterns['zh-CN'], ...patterns.en]) {
    const found = pattern.exec(sentence)?.[0].trim();
    if (found) return found;
  }
  return null;
};

const letThrough = (sentence: string, text: string, rule: GuardRule): boolean =>
  (rule.unless ?? []).some((pattern) => pattern.test(sentence)) ||
  (rule.unlessAnywhere ?? []).some((pattern) => pattern.test(text));

const readBy = (rule: GuardRule, text: string, locale: Locale): readonly Violation[] => {
  for (const sentence of sentencesOf(text)) {
    if (letThrough(sentence, text, rule)) continue;
    const evidence = firstMatch(sentence, rule.patterns);
    if (evidence !== null) {
      return [{ rule: rule.id, evidence, clause: rule.clause, suggestion: rule.suggestion[locale] }];
    }
  }
  return [];
};

/** A promise of money is covered when it names an amount and every amount it names was approved. */
const isApproved = (sentence: string, approved: Supplied): boolean => {
  const amounts = findStated(sentence).filter(({ stated }) => stated.kind === 'amount');
  return amounts.length > 0 && amounts.every(({ stated }) => isCovered(stated, approved));
};

const promises = (text: string, around: CheckAround, locale: Locale): readonly Violation[] => {
  const approved = suppliedBy(around.approved ?? around.facts ?? []);
  const rule: GuardRule = { ...unapprovedPromise, patterns: moneyPromise };
  for (const sentence of sentencesOf(text)) {
    if (letThrough(sentence, text, rule) || isApproved(sentence, approved)) continue;
    const evidence = firstMatch(sentence, moneyPromise);
    if (evidence !== null) {
      return [{ rule: rule.id, evidence, clause: rule.clause, suggestion: rule.suggestion[locale] }];
    }
  }
  return around.by === 'bot' ? readBy(unapprovedPromise, text, locale) : [];
};

/** Staff may count and name what they know; amounts and dates must be in the file. */
const bindsStaff = ({ kind }: Stated): boolean =>
  kind === 'amount' || kind === 'date' || kind === 'time' || kind === 'day' || kind === 'span';

const unsupplied = (text: string, around: CheckAround, locale: Locale): readonly Violation[] =>
  uncovered(text, suppliedBy([...(around.facts ?? []), ...(around.approved ?? [])]))
    .filter(({ stated }) => around.by === 'bot' || bindsStaff(stated))
    .map(({ stated }) => ({
      rule: 'unsupplied_number' as const,
      evidence: stated.text.trim(),
      clause: 'S4.e1',
      suggestion:
        locale === 'zh-CN'
          ? '这个数字、金额或时间在记录里没有，请核对后再写，或者先不写。'
          : 'This number, amount or date is not on file. Check it first, or leave it out.',
    }));

/**
 * Reads a text to a complainant as DI-5 asks: each rule at most once, except that every number nobody supplied is named.
 * Never throws.
 *
 * @returns empty when nothing is wrong
 * @clause S0.13, S4.e1, S3.6
 */
export const checkReply = (text: string, around: CheckAround): readonly Violation[] => {
  const words = plain(text);
  const locale = around.locale ?? localeOf(words);
  return [
    ...guardRules
      .filter(({ id }) => id !== 'unapproved_promise')
      .flatMap((rule) => readBy(rule, words, locale)),
    ...promises(words, around, locale),
    ...unsupplied(words, around, locale),
    ...apologyOveruse(words, around.by),
  ];
};
