import { isCovered, type Supplied, suppliedBy } from './covered.ts';
import { findStated } from './numbers.ts';

/** What may be promised, one family a line; an approval of the one is none of the other. A sum stands for its family. */
const money: readonly RegExp[] = [
  /退款|退钱|退费|退还|返还|退给|(?:把|将).{0,8}(?:钱|款).{0,4}退|全额退|refund|money back|reimburs|repa(?:y|id)|your money/iu,
  /赔|补偿|补贴|compensat|goodwill|make (?:it|this) up|payout|cover your/iu,
];
const others: readonly RegExp[] = [
  /换新|更换|换货|换一|换台|replac|exchang/iu,
  /维修|修好|免费修|repair|\bfix/iu,
  /免(?!费)|减|打折|折扣|discount|waive|written off|off (?:your|the)/iu,
  /券|红包|礼|积分|voucher|coupon|gift|credit/iu,
];

/** More than was approved without naming a sum. */
const measures =
  /全额|全部|双倍|加倍|三倍|十倍|免费|\b(?:full|double|triple|twice|all|every penny|free)\b/giu;

/** What was approved, read once. */
export interface Approved {
  readonly supplied: Supplied;
  readonly words: string;
}

/** Reads what was approved: amounts, and remedies in words. */
export const approvedBy = (texts: readonly string[]): Approved => ({
  supplied: suppliedBy(texts),
  words: texts.join('\n').toLowerCase(),
});

/**
 * Whether a promise was approved: every amount it names was, or, where it names none, every kind of remedy in it and
 * how much of it.
 */
export const isApproved = (promise: string, { supplied, words }: Approved): boolean => {
  const amounts = findStated(promise).filter(({ stated }) => stated.kind === 'amount');
  const kinds = [...(amounts.length > 0 ? [] : money), ...others].filter((remedy) => remedy.test(promise));
  if (amounts.length > 0 && kinds.every((remedy) => remedy.test(words)))
    return amounts.every(({ stated }) => isCovered(stated, supplied));
  const measured = promise.toLowerCase().match(measures) ?? [];
  return (
    kinds.length > 0 &&
    kinds.every((remedy) => remedy.test(words)) &&
    measured.every((measure) => words.includes(measure))
  );
};
