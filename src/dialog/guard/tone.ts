import type { RuleId } from './rule.ts';
import { ruleIds } from './rule.ts';
import learned from './tone.json' with { type: 'json' };

/** What a sentence sounds like by what was learned from labelled ones. */
export interface Tone {
  /** The rule it goes against, if it goes against any. */
  readonly rule: RuleId;
  /** 0 to 1: how likely it goes against any. */
  readonly harsh: number;
}

const stem = (word: string): string =>
  word.length <= 4 ? word : word.replace(/(?:ingly|edly|ings?|ed|ies|es|ly|s|er|ment)$/u, '');

/** Features of a sentence that weights are learned for: up to three characters in a row, word stems and pairs of them. */
export const toneFeatures = (sentence: string): ReadonlySet<string> => {
  const text = sentence.toLowerCase().replaceAll('你', '您');
  const out = new Set<string>();
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
    for (let at = 0; at < run.length; at++)
      for (let size = 1; size <= 3 && at + size <= run.length; size++) out.add(run.slice(at, at + size));
  }
  const stems = (text.match(/[a-z][a-z']*/gu) ?? []).map(stem);
  for (const [at, word] of stems.entries()) {
    out.add(`~${word}`);
    const next = stems[at + 1];
    if (next !== undefined) out.add(`~${word} ${next}`);
  }
  if (/[?？]/u.test(text)) out.add('#asks');
  if (/[!！]/u.test(text)) out.add('#exclaims');
  return out;
};

/** Long sentences hold more features: each then counts less. */
export const toneShare = (features: number): number => 1 / Math.sqrt(Math.max(12, features));

/** A is one step, Z twenty-six; a minus before makes it less. */
const steps = (letter: string): number => letter.charCodeAt(0) - 64;

interface Weight {
  /** How much the feature speaks for a sentence that nobody ought to send. */
  readonly harsh: number;
  /** For which rules it speaks then. */
  readonly rules: readonly (readonly [place: number, weight: number])[];
}

const readWeight = (code: string): Weight => ({
  harsh: steps(code.replace('-', '')) * learned.step * (code.startsWith('-') ? -1 : 1),
  rules: [...code.matchAll(/([a-z])([A-Z])/gu)].map(
    ([, rule = '', size = '']) => [rule.charCodeAt(0) - 97, steps(size)] as const,
  ),
});

const weights: ReadonlyMap<string, Weight> = new Map(
  learned.weights.flatMap((line) =>
    line.split('|').map((entry) => {
      const [feature = '', code = ''] = entry.split('\t');
      return [feature, readWeight(code)] as const;
    }),
  ),
);
const rules = learned.rules.flatMap((label) => ruleIds.find((id) => id === label) ?? []);

/** How a sentence sounds; null when nothing in it was ever learned. */
export const toneOf = (sentence: string): Tone | null => {
  const features = toneFeatures(sentence);
  const share = toneShare(features.size);
  let score = learned.bias;
  const votes = rules.map(() => 0);
  for (const feature of features) {
    const weight = weights.get(feature);
    if (!weight) continue;
    score += weight.harsh * share;
    for (const [place, vote] of weight.rules) votes[place] = (votes[place] ?? 0) + vote;
  }
  const rule = rules[votes.indexOf(Math.max(...votes))];
  return rule === undefined ? null : { rule, harsh: 1 / (1 + Math.exp(-score)) };
};
