import { type Feature, toneFeatures, toneShare } from './features.ts';
import type { RuleId } from './rule.ts';
import { ruleIds } from './rule.ts';
import learned from './tone.json' with { type: 'json' };

/** What a sentence sounds like by what was learned from labelled ones. */
export interface Tone {
  /** The rule it goes against, if it goes against any. */
  readonly rule: RuleId | undefined;
  /** 0 to 1: how likely it goes against any. */
  readonly harsh: number;
  /** The words that spoke loudest for the rule; sought only when asked for. */
  readonly evidence: () => string;
}

/** Letters for weights: the middle one is nothing, each further one a step more. */
export const weightLetters = Array.from({ length: 91 }, (_, at) => String.fromCharCode(at + 35))
  .join('')
  .replace('\\', '!')
  .replace('|', '~')
  // Three in a row would look like something left undone.
  .replace('X', ' ');
const middle = (weightLetters.length - 1) / 2;

const sizeOf: ReadonlyMap<string, number> = new Map(
  [...weightLetters].map((letter, at) => [letter, (at - middle) * learned.step]),
);
const rules = learned.rules.flatMap((label) => ruleIds.find((id) => id === label) ?? []);

const weights: ReadonlyMap<string, readonly number[]> = new Map(
  learned.weights.flatMap((line) =>
    line.split('|').map((entry) => {
      const [feature = '', code = ''] = entry.split('\t');
      return [feature, [...code].map((letter) => sizeOf.get(letter) ?? 0)] as const;
    }),
  ),
);

const scoresOf = (features: readonly Feature[], share: number): readonly number[] => {
  const scores = [...learned.bias];
  for (const { name } of features) {
    const weight = weights.get(name);
    if (weight)
      for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) + (weight[at] ?? 0) * share;
  }
  return scores;
};

/** How much each letter said for the rule; a silent one costs a little, so that the span stays short. */
const loudness = (features: readonly Feature[], place: number, length: number): readonly number[] => {
  const loud = new Array<number>(length).fill(-0.02);
  for (const { name, from, to } of features) {
    const each = (weights.get(name)?.[place] ?? 0) / (to - from);
    for (let at = from; at < to; at++) loud[at] = (loud[at] ?? 0) + each;
  }
  return loud;
};

/** The stretch of letters with the greatest sum. */
const loudest = (loud: readonly number[]): readonly [from: number, to: number] => {
  let [best, bestFrom, bestTo, sum, from] = [0, 0, loud.length, 0, 0];
  for (const [at, one] of loud.entries()) {
    if (sum <= 0) [sum, from] = [0, at];
    sum += one;
    if (sum > best) [best, bestFrom, bestTo] = [sum, from, at + 1];
  }
  return [bestFrom, bestTo];
};

const inWord = /[\p{Script=Latin}\d'’-]/u;

/** The loudest words, whole ones. */
const spokenBy = (sentence: string, features: readonly Feature[], place: number): string => {
  let [from, to] = loudest(loudness(features, place, sentence.length));
  while (from > 0 && inWord.test(sentence.charAt(from - 1)) && inWord.test(sentence.charAt(from))) from--;
  while (to < sentence.length && inWord.test(sentence.charAt(to - 1)) && inWord.test(sentence.charAt(to)))
    to++;
  const words = sentence.slice(from, to).replaceAll(/^[\s，、,]+|[\s，、,]+$/gu, '');
  return words.length < 2 ? sentence.trim() : words;
};

/** How likely a sentence goes against each rule, by multinomial logistic regression. */
export const toneOf = (sentence: string): Tone => {
  const features = toneFeatures(sentence);
  const scores = scoresOf(features, toneShare(features.length));
  // Scores stand against that of being fine, which is nought.
  const sum = scores.reduce((all, score) => all + Math.exp(score), 0);
  const place = scores.indexOf(Math.max(...scores));
  return {
    rule: rules[place],
    harsh: sum / (1 + sum),
    evidence: () => spokenBy(sentence, features, place),
  };
};
