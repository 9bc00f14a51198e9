import { toneFeatures, toneShare } from '../../src/dialog/guard/tone.ts';

/** A sentence with the rule it goes against; `fine` when it goes against none. */
export interface Lesson {
  readonly label: string;
  readonly text: string;
}

const rounds = 24;
const pace = 0.5;
const decay = 1e-4;

/** Numbers from 0 to 1 that are the same in every run. */
const shuffler = () => {
  let seed = 7;
  return () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
};

interface Row {
  readonly features: readonly string[];
  readonly label: string;
}

const countsOf = (rows: readonly Row[]): ReadonlyMap<string, number> => {
  const count = new Map<string, number>();
  for (const { features } of rows)
    for (const feature of features) count.set(feature, (count.get(feature) ?? 0) + 1);
  return count;
};

interface Learning {
  readonly worth: ReadonlyMap<string, number>;
  readonly bias: number;
}

/** Logistic regression by AdaGrad of whether a sentence goes against any rule; the same lessons give the same weights. */
const regress = (rows: readonly Row[], counts: ReadonlyMap<string, number>): Learning => {
  const names = [...counts.keys()];
  const place = new Map(names.map((name, at) => [name, at]));
  const rarity = names.map((name) => Math.log((rows.length + 1) / ((counts.get(name) ?? 0) + 0.5)) / 6);
  const [values, slopes] = [new Float64Array(names.length), new Float64Array(names.length).fill(1e-3)];
  let [bias, biasSlopes] = [0, 1e-3];
  const lessons = rows.map(({ features, label }) => ({
    at: features.flatMap((feature) => place.get(feature) ?? []),
    share: toneShare(features.length),
    wanted: label === 'fine' ? 0 : 1,
  }));
  const next = shuffler();
  for (let round = 0; round < rounds; round++) {
    for (const { at, share, wanted } of shuffled(lessons, next)) {
      const score = at.reduce((sum, one) => sum + (values[one] ?? 0) * (rarity[one] ?? 0) * share, bias);
      const wrong = 1 / (1 + Math.exp(-score)) - wanted;
      biasSlopes += wrong * wrong;
      bias -= (pace * 0.3 * wrong) / Math.sqrt(biasSlopes);
      for (const one of at) {
        const slope = wrong * (rarity[one] ?? 0) * share + decay * (values[one] ?? 0);
        slopes[one] = (slopes[one] ?? 0) + slope * slope;
        values[one] = (values[one] ?? 0) - (pace * slope) / Math.sqrt(slopes[one] ?? 1);
      }
    }
  }
  return {
    worth: new Map(names.map((name, at) => [name, (values[at] ?? 0) * (rarity[at] ?? 0)])),
    bias,
  };
};

const shuffled = <Item>(items: readonly Item[], next: () => number): readonly Item[] =>
  items
    .map((item) => ({ item, place: next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);

/** How much oftener a feature stands in sentences against a rule than in all of those that go against any. */
const votesOf = (rows: readonly Row[], labels: readonly string[]) => {
  const wrong = rows.filter(({ label }) => label !== 'fine');
  const all = countsOf(wrong);
  const each = labels.map((label) => {
    const own = wrong.filter((row) => row.label === label);
    return { own: countsOf(own), size: own.length };
  });
  return (feature: string): readonly number[] =>
    each.map(({ own, size }) => {
      const seen = own.get(feature) ?? 0;
      const usual = ((all.get(feature) ?? 0) * size) / wrong.length;
      return seen === 0 ? 0 : Math.log((seen + 0.1) / (usual + 0.4));
    });
};

const letter = (size: number): string => String.fromCharCode(64 + Math.min(26, size));

const inLines = (entries: readonly string[], perLine: number): readonly string[] =>
  Array.from({ length: Math.ceil(entries.length / perLine) }, (_, at) =>
    entries.slice(at * perLine, (at + 1) * perLine).join('|'),
  );

/** Learns the tone of sentences and writes it as the guard reads it; only the weightiest features are kept. */
export const learnTone = (lessons: readonly Lesson[], most: number) => {
  const labels = [...new Set(lessons.map(({ label }) => label).filter((one) => one !== 'fine'))].toSorted();
  const rows = lessons.map(({ label, text }) => ({ label, features: [...toneFeatures(text)] }));
  const counts = countsOf(rows);
  const first = regress(rows, counts).worth;
  const rank = (name: string): number => Math.abs(first.get(name) ?? 0) * Math.sqrt(counts.get(name) ?? 0);
  const kept = new Map([...counts].toSorted(([a], [b]) => rank(b) - rank(a)).slice(0, most));
  const { worth, bias } = regress(rows, kept);
  const sizes = [...worth.values()].map(Math.abs).toSorted((a, b) => a - b);
  const step = (sizes[Math.floor(sizes.length * 0.99)] ?? 1) / 26;
  const votes = votesOf(rows, labels);
  const entries = [...worth].flatMap(([feature, value]) => {
    const size = Math.round(Math.abs(value) / step);
    if (size === 0) return [];
    const spoken = votes(feature).map((vote, at) =>
      vote < 0.35 ? '' : `${String.fromCharCode(97 + at)}${letter(Math.round(vote * 6))}`,
    );
    return [`${feature}\t${value < 0 ? '-' : ''}${letter(size)}${spoken.join('')}`];
  });
  return {
    rules: labels,
    bias: Math.round(bias * 1000) / 1000,
    step: Math.round(step * 1e5) / 1e5,
    weights: inLines(entries, 16),
  };
};
