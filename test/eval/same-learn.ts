import { blockingKeys, type Fingerprint, fingerprint, rankByKeys } from '../../src/triage/fingerprint.ts';
import { type PairFeature, pairFeatures } from '../../src/triage/likeness.ts';
import { createSamenessWords, type SamenessWords } from '../../src/triage/sameness-words.ts';
import { createUnderstanding } from '../../src/triage/understand.ts';
import { shippedLexicons } from '../triage/lexicons.ts';
import { practice } from './examples.ts';
import { blockOf, languages, readMatters, type Telling, type Told } from './same.ts';

interface Pair {
  readonly values: readonly number[];
  readonly same: boolean;
  readonly weight: number;
  readonly block: number;
}
const names = (pair: object): PairFeature[] => Object.keys(pair) as PairFeature[];

/** Pairs within a block count fully, pairs of strangers little: real complaints are compared with their likes. */
const strangers = 0.4;
const everyStranger = 10;
const blanked = 0.35;

const pairsIn = (
  rows: readonly Told[],
  prints: readonly Fingerprint[],
  words: SamenessWords,
): { pairs: Pair[]; names: PairFeature[] } => {
  const pairs: Pair[] = [];
  let known: PairFeature[] = [];
  rows.forEach((one, index) => {
    rows.slice(index + 1).forEach((other, place) => {
      const [a, b] = [prints[index], prints[index + 1 + place]];
      if (!a || !b) return;
      const features = pairFeatures(a, b, words);
      known = names(features);
      const within = one.matter.split('/')[0] === other.matter.split('/')[0];
      const values = [1, ...known.map((name) => features[name])];
      // Days of strangers lie apart only because the blocks are spread over a year.
      if (!within && (features.dayApart > 0 || (index + place) % everyStranger !== 0)) return;
      pairs.push({
        values,
        same: one.matter === other.matter,
        weight: within ? 1 : strangers,
        block: blockOf(one),
      });
    });
  });
  return { pairs, names: known };
};

/** Practice texts are of matters of their own: those that share keys are what a stored complaint is wrongly joined to. */
const unrelated = (words: SamenessWords): Pair[] => {
  const filed = new Map<string, Fingerprint[]>();
  const texts = practice().filter((_, index) => index % 3 === 0);
  return texts.flatMap(({ text }, index) => {
    const print = fingerprint(text, words);
    const keys = blockingKeys(print, words);
    const near = rankByKeys(keys.map((key) => filed.get(key) ?? [])).slice(0, 8);
    for (const key of keys) filed.set(key, [print, ...(filed.get(key) ?? [])]);
    return near.map((other) => ({
      values: [1, ...Object.values(pairFeatures(print, other, words))],
      same: false,
      weight: 0.05,
      block: index * 2,
    }));
  });
};

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, one, index) => sum + one * (b[index] ?? 0), 0);

const ridge = 0.0005;
const rounds = 300;
/** What is known before: another building is another matter; and the set is full of like words about another place, which is rarer among real complaints. */
const before: Partial<Record<PairFeature, number>> = {
  cosine: 3,
  veryNear: 3,
  evidence: 1,
  evidencePinned: 2,
  unreadEvidence: 1,
  halfReadEvidence: 1,
  thingShared: 0.5,
  dayApart: -1.5,
  numberShared: 0.5,
  numberApart: -6,
  codeApart: -5,
  nameApart: -4,
  headApart: -1,
  softApart: -1,
  orderApart: -0.5,
  failingApart: -1,
};

/** Weighted logistic regression with a ridge towards what is known before, by Adam over all pairs; the same result every time. */
const learn = (pairs: readonly Pair[], known: readonly PairFeature[]): number[] => {
  const size = pairs[0]?.values.length ?? 0;
  const priors = [0, ...known.map((name) => before[name] ?? 0)];
  const [weights, first, second] = [0, 1, 2].map(() => new Array<number>(size).fill(0));
  if (!weights || !first || !second) return [];
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 1; round <= rounds; round++) {
    const slope = weights.map((one, index) => (index === 0 ? 0 : ridge * (one - (priors[index] ?? 0))));
    for (const { values, same, weight } of pairs) {
      const error = ((logistic(dot(weights, values)) - Number(same)) * weight) / total;
      for (let index = 0; index < size; index++)
        slope[index] = (slope[index] ?? 0) + error * (values[index] ?? 0);
    }
    for (let index = 0; index < size; index++) {
      first[index] = 0.9 * (first[index] ?? 0) + 0.1 * (slope[index] ?? 0);
      second[index] = 0.999 * (second[index] ?? 0) + 0.001 * (slope[index] ?? 0) ** 2;
      const step =
        (first[index] ?? 0) /
        (1 - 0.9 ** round) /
        (Math.sqrt((second[index] ?? 0) / (1 - 0.999 ** round)) + 1e-8);
      weights[index] = (weights[index] ?? 0) - 0.08 * step;
    }
  }
  return weights;
};

const rate = (pairs: readonly Pair[], judge: (pair: Pair) => boolean): string => {
  const right = pairs.filter((pair) => pair.same && judge(pair)).length;
  const [said, meant] = [pairs.filter(judge).length, pairs.filter(({ same }) => same).length];
  return `precision ${(right / Math.max(1, said)).toFixed(3)} recall ${(right / meant).toFixed(3)}`;
};

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const folds = 5;
const main = ({ understand, words }: Telling): void => {
  // Once as read, once as if no word for thing and failing were known: strangers say it in words that are in no list.
  const blank = (print: Fingerprint): Fingerprint => ({
    ...print,
    marks: print.marks.filter((mark) => !/^(?:thing|failing|manner):/.test(mark)),
  });
  const all = [...languages, ...languages].map((language, index) => {
    const rows = readMatters(language, 'tune');
    const prints = rows.map(({ text, time }) =>
      fingerprint(text, words, { understanding: understand(text), at: time }),
    );
    return pairsIn(rows, index < languages.length ? prints : prints.map(blank), words);
  });
  const matters = all.flatMap((one, index) =>
    one.pairs.map((pair) => (index < languages.length ? pair : { ...pair, weight: pair.weight * blanked })),
  );
  const pairs = [...matters, ...unrelated(words)];
  const known = all[0]?.names ?? [];
  const scored = Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const isHeld = ({ block }: Pair): boolean => (block / 2) % folds === fold;
    const weights = learn(
      pairs.filter((pair) => !isHeld(pair)),
      known,
    );
    return pairs.filter(isHeld).map((pair) => ({ pair, p: logistic(dot(weights, pair.values)) }));
  });
  const chances = new Map(scored.map(({ pair, p }) => [pair, p]));
  for (const from of [0.4, 0.5, 0.6, 0.7, 0.8])
    print(`held out, from ${from}: ${rate(matters, (pair) => (chances.get(pair) ?? 0) >= from)}`);
  const weights = learn(pairs, known);
  print(`  bias: ${(weights[0] ?? 0).toFixed(2)},`);
  for (const [index, name] of known.entries()) print(`  ${name}: ${(weights[index + 1] ?? 0).toFixed(2)},`);
};
const lexicons = shippedLexicons();
main({ understand: createUnderstanding(lexicons), words: createSamenessWords(lexicons.sameness) });
