import type { Habits } from '../../src/triage/learned.ts';
import { shareOf } from '../../src/triage/learned.ts';
import { signs } from '../../src/triage/signs.ts';

/** A text whose signs a reader has labelled, by sentence. */
export interface SignLesson {
  readonly sentences: readonly { readonly features: readonly string[]; readonly marks: readonly string[] }[];
  readonly signs: ReadonlySet<string>;
  /** Texts of one subject are held out together. */
  readonly fold: string;
  /** Less than 1 where the rules had seen the text when they were written: there they seem better than they are. */
  readonly trust: number;
}

interface Row {
  readonly at: Int32Array;
  readonly worth: Float64Array;
}
interface Told {
  readonly rows: readonly Row[];
  readonly signs: ReadonlySet<string>;
  readonly trust: number;
}
interface Weights {
  readonly values: Float64Array;
  bias: number;
}

const rounds = 12;
const pace = 0.4;
const decay = 1e-4;
const fewest = 3;

/** How many sentences hold each feature, and how much it counts before anything is learned. */
const worthOf = (lessons: readonly SignLesson[]): ReadonlyMap<string, number> => {
  const seen = new Map<string, number>();
  let sentences = 0;
  for (const { sentences: all } of lessons)
    for (const { features, marks } of all) {
      sentences += 1;
      for (const one of [...features, ...marks]) seen.set(one, (seen.get(one) ?? 0) + 1);
    }
  return new Map(
    [...seen]
      .filter(([, count]) => count >= fewest)
      .map(([feature, count]) => [
        feature,
        feature.startsWith('!') ? 1 : Math.log((sentences + 1) / (count + 0.5)) / 6,
      ]),
  );
};

const scoreOf = (weights: Weights, { at, worth }: Row): number => {
  let score = weights.bias;
  for (let one = 0; one < at.length; one++) score += (weights.values[at[one] ?? 0] ?? 0) * (worth[one] ?? 0);
  return score;
};

interface Shown {
  readonly row: Row;
  readonly shows: 0 | 1;
  readonly trust: number;
}

/** Which sentences teach: every one of a text without the sign; of one with it, first all a little, then the likeliest. */
const shownIn = (texts: readonly Told[], sign: string, weights: Weights | null): readonly Shown[] =>
  texts.flatMap(({ rows, signs: own, trust }): readonly Shown[] => {
    const shows = own.has(sign) ? 1 : 0;
    if (shows === 0) return rows.map((row) => ({ row, shows, trust: trust / Math.sqrt(rows.length) }));
    if (!weights) return rows.map((row) => ({ row, shows, trust: trust / rows.length }));
    const scores = rows.map((row) => scoreOf(weights, row));
    const row = rows[scores.indexOf(Math.max(...scores))];
    return row ? [{ row, shows, trust }] : [];
  });

/** Numbers from 0 to 1 that are the same in every run. */
const shuffler = () => {
  let seed = 7;
  return () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
};

/** Logistic regression by AdaGrad; the same lessons give the same weights. */
const regress = (lessons: readonly Shown[], size: number): Weights => {
  const weights: Weights = { values: new Float64Array(size), bias: -2 };
  const { values } = weights;
  const steps = new Float64Array(size).fill(1e-3);
  let biasSteps = 1e-6;
  const next = shuffler();
  const order = lessons.map((_, index) => index);
  for (let round = 0; round < rounds; round++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(next() * (at + 1));
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const index of order) {
      const lesson = lessons[index];
      if (!lesson) continue;
      const { at, worth } = lesson.row;
      const wrong = lesson.trust * (1 / (1 + Math.exp(-scoreOf(weights, lesson.row))) - lesson.shows);
      biasSteps += wrong * wrong;
      weights.bias -= (pace * 0.3 * wrong) / Math.sqrt(biasSteps);
      for (let one = 0; one < at.length; one++) {
        const place = at[one] ?? 0;
        const slope = wrong * (worth[one] ?? 0) + decay * (values[place] ?? 0);
        steps[place] = (steps[place] ?? 0) + slope * slope;
        values[place] = (values[place] ?? 0) - (pace * slope) / Math.sqrt(steps[place] ?? 1);
      }
    }
  }
  return weights;
};

/** Learns for each sign which words of a sentence, and which findings of the rules, speak for it. */
export const learnSigns = (lessons: readonly SignLesson[]): Habits => {
  const worth = worthOf(lessons);
  const names = [...worth.keys()];
  const place = new Map(names.map((name, at) => [name, at]));
  const rowOf = ({ features, marks }: SignLesson['sentences'][number]): Row => {
    const share = shareOf(features.length);
    const known = [...features, ...marks].filter((one) => place.has(one));
    return {
      at: Int32Array.from(known, (one) => place.get(one) ?? 0),
      worth: Float64Array.from(known, (one) => (worth.get(one) ?? 0) * (one.startsWith('!') ? 1 : share)),
    };
  };
  const texts = lessons.map(({ sentences, ...other }): Told => ({ ...other, rows: sentences.map(rowOf) }));
  const learned = signs.map((sign) => {
    const first = regress(shownIn(texts, sign, null), names.length);
    return regress(shownIn(texts, sign, first), names.length);
  });
  return {
    labels: signs,
    bias: learned.map(({ bias }) => bias),
    weights: {
      rows: new Map(names.map((name, at) => [name, at * signs.length])),
      steps: Float32Array.from(
        names.flatMap((name, at) => learned.map(({ values }) => (values[at] ?? 0) * (worth.get(name) ?? 0))),
      ),
      step: 1,
    },
  };
};
