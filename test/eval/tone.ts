import { toneFeatures, toneShare } from '../../src/dialog/guard/features.ts';
import { weightLetters } from '../../src/dialog/guard/tone.ts';

/** A sentence with the rule it goes against; `fine` when it goes against none. */
export interface Lesson {
  readonly label: string;
  readonly text: string;
}

/** Weights learned for every feature, one a label; labels in the order of their weights. */
interface Learning {
  readonly bias: readonly number[];
  readonly weights: ReadonlyMap<string, readonly number[]>;
}

const rounds = 14;
const pace = 0.4;
const decay = 1e-4;

/** Numbers from 0 to 1 that are the same in every run. */
const shuffler = () => {
  let seed = 7;
  return () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
};

const shuffled = <Item>(items: readonly Item[], next: () => number): readonly Item[] =>
  items
    .map((item) => ({ item, place: next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);

interface Row {
  readonly label: string;
  readonly features: readonly string[];
}

const namesOf = (text: string): readonly string[] => toneFeatures(text).map(({ name }) => name);

const countsOf = (rows: readonly Row[]): ReadonlyMap<string, number> => {
  const count = new Map<string, number>();
  for (const { features } of rows) for (const one of features) count.set(one, (count.get(one) ?? 0) + 1);
  return count;
};

const softmax = (scores: readonly number[]): readonly number[] => {
  const top = Math.max(...scores);
  const powers = scores.map((one) => Math.exp(one - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((one) => one / sum);
};

/** Weights under way, many to a feature, each with the squares of its slopes so far (AdaGrad). */
interface Slate {
  readonly values: Float64Array;
  readonly slopes: Float64Array;
  readonly bias: Float64Array;
  readonly biasSlopes: Float64Array;
  readonly scale: readonly number[];
}

interface Taught {
  readonly at: readonly number[];
  readonly share: number;
  readonly wanted: number;
}

const scoresOn = ({ values, bias, scale }: Slate, { at, share }: Taught): readonly number[] => {
  const scores = [...bias];
  for (const one of at) {
    const weigh = (scale[one] ?? 0) * share;
    for (let k = 0; k < bias.length; k++)
      scores[k] = (scores[k] ?? 0) + (values[one * bias.length + k] ?? 0) * weigh;
  }
  return scores;
};

const learnFrom = (slate: Slate, taught: Taught): void => {
  const { values, slopes, bias, biasSlopes, scale } = slate;
  for (const [k, likely] of softmax(scoresOn(slate, taught)).entries()) {
    const wrong = likely - (k === taught.wanted ? 1 : 0);
    biasSlopes[k] = (biasSlopes[k] ?? 0) + wrong * wrong;
    bias[k] = (bias[k] ?? 0) - (pace * 0.3 * wrong) / Math.sqrt(biasSlopes[k] ?? 1);
    if (Math.abs(wrong) < 1e-3) continue;
    for (const one of taught.at) {
      const slot = one * bias.length + k;
      const slope = wrong * (scale[one] ?? 0) * taught.share + decay * (values[slot] ?? 0);
      slopes[slot] = (slopes[slot] ?? 0) + slope * slope;
      values[slot] = (values[slot] ?? 0) - (pace * slope) / Math.sqrt(slopes[slot] ?? 1);
    }
  }
};

/** Multinomial logistic regression over the labels; the same lessons give the same weights. */
const regress = (rows: readonly Row[], names: readonly string[], labels: readonly string[]): Learning => {
  const counts = countsOf(rows);
  const place = new Map(names.map((name, at) => [name, at]));
  const many = labels.length;
  const slate: Slate = {
    values: new Float64Array(names.length * many),
    slopes: new Float64Array(names.length * many).fill(1e-3),
    bias: new Float64Array(many),
    biasSlopes: new Float64Array(many).fill(1e-2),
    scale: names.map((name) => Math.sqrt(Math.log((rows.length + 1) / ((counts.get(name) ?? 0) + 0.5)) / 6)),
  };
  const lessons = rows.map(({ features, label }) => ({
    at: features.flatMap((one) => place.get(one) ?? []),
    share: toneShare(features.length),
    wanted: labels.indexOf(label),
  }));
  const next = shuffler();
  for (let round = 0; round < rounds; round++)
    for (const taught of shuffled(lessons, next)) learnFrom(slate, taught);
  const weightsAt = (at: number): readonly number[] =>
    labels.map((_, k) => (slate.values[at * many + k] ?? 0) * (slate.scale[at] ?? 0));
  return { bias: [...slate.bias], weights: new Map(names.map((name, at) => [name, weightsAt(at)])) };
};

/** What stood in one sentence only teaches nothing about others. */
const seenTwice = 2;

/** Learned twice: the second time with the weightiest features of the first alone. */
const learn = (rows: readonly Row[], labels: readonly string[], most: number): Learning => {
  const counts = countsOf(rows);
  const names = [...counts].filter(([, count]) => count >= seenTwice).map(([name]) => name);
  const first = regress(rows, names, labels);
  const rank = (name: string): number =>
    Math.max(...(first.weights.get(name) ?? []).map(Math.abs)) * Math.sqrt(counts.get(name) ?? 0);
  const ranks = new Map(names.map((name) => [name, rank(name)]));
  const kept = names.toSorted((a, b) => (ranks.get(b) ?? 0) - (ranks.get(a) ?? 0)).slice(0, most);
  return regress(rows, kept, labels);
};

const inLines = (entries: readonly string[], perLine: number): readonly string[] =>
  Array.from({ length: Math.ceil(entries.length / perLine) }, (_, at) =>
    entries.slice(at * perLine, (at + 1) * perLine).join('|'),
  );

/** Learns the tone of sentences as the guard reads it: for each feature how much more it speaks for a rule than for fine. */
export const learnTone = (lessons: readonly Lesson[], most: number) => {
  const rules = [...new Set(lessons.map(({ label }) => label).filter((one) => one !== 'fine'))].toSorted();
  const rows = lessons.map(({ label, text }) => ({ label, features: namesOf(text) }));
  const { bias, weights } = learn(rows, ['fine', ...rules], most);
  const against = ([fine = 0, ...others]: readonly number[]): readonly number[] =>
    others.map((one) => one - fine);
  const sizes = [...weights.values()]
    .flatMap((each) => against(each).map(Math.abs))
    .toSorted((a, b) => a - b);
  const reach = (weightLetters.length - 1) / 2;
  const step = (sizes[Math.floor(sizes.length * 0.999)] ?? 1) / reach;
  const letter = (size: number): string =>
    weightLetters.charAt(reach + Math.max(-reach, Math.min(reach, Math.round(size / step))));
  const entries = [...weights].map(([name, each]) => `${name}\t${against(each).map(letter).join('')}`);
  return {
    rules,
    bias: against(bias).map((one) => Math.round(one * 1000) / 1000),
    step: Math.round(step * 1e6) / 1e6,
    weights: inLines(entries, 8),
  };
};
