import { intents } from '../../src/terms.ts';
import { type Features, featuresOf } from '../../src/triage/features.ts';
import { type Habits, type Learned, parseLearned, shareOf, weightLetters } from '../../src/triage/learned.ts';
import type { Lexicons } from '../../src/triage/lexicon.ts';
import { viewOf } from '../../src/triage/normalise.ts';
import { createScanner } from '../../src/triage/scan.ts';
import { ruledMarks } from '../../src/triage/signs.ts';
import { createUnderstanding, defaultTypes } from '../../src/triage/understand.ts';
import { type Crossed, crossSigns } from './cross-signs.ts';
import type { Example } from './examples.ts';
import { learnSigns, type SignLesson } from './learn-signs.ts';

interface Lesson {
  readonly features: readonly string[];
  readonly label: number;
}

/** Numbers from 0 to 1 that are the same in every run. */
const shuffler = () => {
  let seed = 7;
  return () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
};

const shuffle = (order: number[], next: () => number): void => {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
};

const rounds = 8;
const pace = 0.5;
const decay = 1e-5;

/** Rare features say more: how much a feature counts before anything is learned. */
const rarityOf = (lessons: readonly Lesson[]): ReadonlyMap<string, number> => {
  const seen = new Map<string, number>();
  for (const { features } of lessons)
    for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  return new Map(
    [...seen].map(([feature, count]) => [feature, Math.log((lessons.length + 1) / (count + 0.5)) / 6]),
  );
};

interface Weights {
  readonly names: readonly string[];
  readonly values: Float64Array;
  readonly bias: Float64Array;
}

/** Multinomial logistic regression over features that are there or not, by AdaGrad; the same examples give the same weights. */
const regress = (
  lessons: readonly Lesson[],
  labels: number,
  rarity: ReadonlyMap<string, number>,
): Weights => {
  const names = [...rarity.keys()];
  const place = new Map(names.map((name, at) => [name, at]));
  const size = names.length * labels;
  const [values, steps] = [new Float64Array(size), new Float64Array(size).fill(1e-3)];
  const [bias, biasSteps] = [new Float64Array(labels), new Float64Array(labels).fill(1e-6)];
  const rows = lessons.map(({ features, label }) => {
    const known = features.filter((feature) => place.has(feature));
    return {
      at: Int32Array.from(known, (feature) => (place.get(feature) ?? 0) * labels),
      worth: Float64Array.from(known, (feature) => (rarity.get(feature) ?? 0) * shareOf(features.length)),
      label,
    };
  });
  const order = rows.map((_, index) => index);
  const next = shuffler();
  const scores = new Float64Array(labels);
  const learn = ({ at, worth, label }: (typeof rows)[number]): void => {
    scores.set(bias);
    for (let one = 0; one < at.length; one++)
      for (let k = 0; k < labels; k++)
        scores[k] = (scores[k] ?? 0) + (values[(at[one] ?? 0) + k] ?? 0) * (worth[one] ?? 0);
    const most = Math.max(...scores);
    let sum = 0;
    for (let k = 0; k < labels; k++) sum += scores[k] = Math.exp((scores[k] ?? 0) - most);
    for (let k = 0; k < labels; k++) {
      const wrong = (scores[k] ?? 0) / sum - (k === label ? 1 : 0);
      biasSteps[k] = (biasSteps[k] ?? 0) + wrong * wrong;
      bias[k] = (bias[k] ?? 0) - (pace * 0.3 * wrong) / Math.sqrt(biasSteps[k] ?? 1);
      for (let one = 0; one < at.length; one++) {
        const index = (at[one] ?? 0) + k;
        const slope = wrong * (worth[one] ?? 0) + decay * (values[index] ?? 0);
        steps[index] = (steps[index] ?? 0) + slope * slope;
        values[index] = (values[index] ?? 0) - (pace * slope) / Math.sqrt(steps[index] ?? 1);
      }
    }
  };
  for (let round = 0; round < rounds; round++) {
    shuffle(order, next);
    for (const index of order) {
      const row = rows[index];
      if (row) learn(row);
    }
  }
  return { names, values, bias };
};

/** The features that move the decision most, over all texts that hold them. */
const weightiest = (
  { names, values }: Weights,
  { lessons, labels, most }: { lessons: readonly Lesson[]; labels: number; most: number },
): ReadonlySet<string> => {
  const rarity = rarityOf(lessons);
  const count = new Map<string, number>();
  for (const { features } of lessons) for (const one of features) count.set(one, (count.get(one) ?? 0) + 1);
  const spread = names.map((name, at) => {
    const own = [...values.subarray(at * labels, (at + 1) * labels)];
    const mean = own.reduce((sum, one) => sum + one, 0) / labels;
    const norm = Math.sqrt(own.reduce((sum, one) => sum + (one - mean) ** 2, 0));
    return { name, worth: norm * (rarity.get(name) ?? 0) * Math.sqrt(count.get(name) ?? 1) };
  });
  return new Set(
    spread
      .toSorted((a, b) => b.worth - a.worth)
      .slice(0, most)
      .map(({ name }) => name),
  );
};

interface Weighed {
  readonly labels: readonly string[];
  readonly bias: readonly number[];
  readonly weights: Iterable<readonly [feature: string, worth: ArrayLike<number>]>;
}

const spelt = ({ labels, bias, weights: { rows, steps, step } }: Habits): Weighed => ({
  labels,
  bias,
  weights: [...rows].map(
    ([feature, row]) => [feature, labels.map((_, at) => (steps[row + at] ?? 0) * step)] as const,
  ),
});

/** One section of the learned file: labels, bias, step, and a line a feature. */
const sectionOf = (
  name: string,
  { labels, bias, weights }: Weighed,
  more: readonly string[] = [],
): string => {
  const rows = [...weights].map(([feature, worth]) => [feature, [...Array.from(worth)]] as const);
  const sizes = rows
    .flatMap(([, worth]) => worth)
    .map(Math.abs)
    .sort((a, b) => a - b);
  const step = (sizes[Math.floor(sizes.length * 0.998)] ?? 1) / 26;
  const letter = (value: number): string =>
    weightLetters[26 + Math.max(-26, Math.min(26, Math.round(value / step)))] ?? '0';
  const lines = rows
    .map(([feature, worth]) => [feature, worth.map(letter).join('')] as const)
    .filter(([, letters]) => /[^0]/.test(letters))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map((pair) => pair.join('\t'));
  return [
    `[${name}]`,
    `labels\t${labels.join(' ')}`,
    `bias\t${bias.map((one) => one.toFixed(3)).join(' ')}`,
    `step\t${step.toFixed(5)}`,
    ...more,
    ...lines,
  ].join('\n');
};

/** The features that say most about which label a text has, with their weights. */
const weigh = (
  labels: readonly string[],
  { lessons, most }: { readonly lessons: readonly Lesson[]; readonly most: number },
): Weighed => {
  const rarity = rarityOf(lessons);
  const first = regress(lessons, labels.length, rarity);
  const kept = weightiest(first, { lessons, labels: labels.length, most });
  const few = new Map([...rarity].filter(([feature]) => kept.has(feature)));
  const { names, values, bias } = few.size < rarity.size ? regress(lessons, labels.length, few) : first;
  const weights = names.map((feature, at) => {
    const worth = values.slice(at * labels.length, (at + 1) * labels.length);
    return [feature, worth.map((value) => value * (rarity.get(feature) ?? 0))] as const;
  });
  return { labels, bias: [...bias], weights };
};

const about =
  '# Learned from labelled examples by npm run learn; not written by hand. A line is a feature of a text and, for each label,\n' +
  '# a letter: A to Z speak for it, a to z against it, 0 neither. Signs are read sentence by sentence, each believed from a likelihood on.';

interface Read {
  readonly example: Example;
  readonly features: Features;
}

const senseOf = (read: readonly Read[]): readonly string[] => {
  const types: readonly string[] = defaultTypes;
  const typed = read.flatMap(({ features, example: { type, isTypical } }) =>
    type === null || !isTypical ? [] : [{ features: [...features.whole], label: types.indexOf(type) }],
  );
  const meant = read.map(({ features, example }) => ({
    features: [...features.whole],
    label: intents.indexOf(example.intent),
  }));
  return [
    sectionOf('type', weigh(types, { lessons: typed, most: 32000 })),
    sectionOf('intent', weigh(intents, { lessons: meant, most: 16000 })),
  ];
};

/** No sign is believed: for reading by the rules, with types and intents as learned. */
const noSigns = sectionOf('signs', { labels: ['media', 'legal'], bias: [0, 0], weights: [] }, [
  'from\t1 1',
  'keep\t0 0',
]);

const parse = (sections: readonly string[]): Learned => {
  const read = parseLearned({ file: 'learned.txt', text: sections.join('\n') });
  if (!read.ok) throw new Error(read.faults.map(({ what }) => what).join('\n'));
  return read.learned;
};

/** The rules were written with the corpus in view: there they seem better than they are. */
const trustIn = (hand: string): number => (hand === 'corpus' ? 0.5 : 1);
/** Subjects are held out in so many groups. */
const groups = 6;

/** The group each hand is held out with; zh/shop.txt and en/shop.txt are one subject, the corpus is a group of its own. */
const foldsOf = (hands: readonly string[]): ReadonlyMap<string, string> => {
  const subjectOf = (hand: string): string => hand.replace(/^.*\//, '');
  const subjects = [...new Set(hands.map(subjectOf))].filter((subject) => subject !== 'corpus').sort();
  return new Map(
    hands.map((hand) => {
      const at = subjects.indexOf(subjectOf(hand));
      return [hand, at < 0 ? 'corpus' : `group ${at % groups}`];
    }),
  );
};

/** What the rules find in each labelled text, its intent read by what was learned from the others. */
const signLessonsOf = (read: readonly Read[], lexicons: Lexicons): readonly SignLesson[] => {
  const labelled = read.filter(({ example }) => example.signs !== null);
  const folds = foldsOf(read.map(({ example }) => example.hand));
  return [...new Set(folds.values())].flatMap((fold) => {
    const isOwn = ({ example }: Read): boolean => folds.get(example.hand) === fold;
    const learned = parse([...senseOf(read.filter((one) => !isOwn(one))), noSigns]);
    const rule = createUnderstanding({ ...lexicons, learned });
    return labelled.filter(isOwn).map(({ example, features }): SignLesson => {
      const { facts, intent } = rule(example.text);
      const ruled = ruledMarks(facts, intent);
      const sentences = features.sentences.map((one) => ({
        features: [...one.features],
        marks: [...one.marks, ...ruled],
      }));
      return { sentences, signs: example.signs ?? new Set(), fold, trust: trustIn(example.hand) };
    });
  });
};

/** How likely each sign must be to be believed: unseen by the rules, and seen by them. */
type Believed = ReadonlyMap<string, { readonly from: number; readonly keep: number }>;

/** What was learned, as a file, and how well each sign is seen in texts of hands that were held out. */
export interface Lessons {
  readonly text: string;
  readonly crossed: readonly Crossed[];
}

/**
 * Learns the file of weights from examples, with features as the lexicons give them.
 *
 * @param believed how likely a sign must be; found by holding out files where absent
 */
export const learn = (examples: readonly Example[], lexicons: Lexicons, believed?: Believed): Lessons => {
  const scanOf = createScanner(lexicons.terms);
  const read = examples.map((example) => ({ example, features: featuresOf(scanOf(viewOf(example.text))) }));
  const lessons = signLessonsOf(read, lexicons);
  const crossed = believed ? [] : crossSigns(lessons);
  const known: Believed = believed ?? new Map(crossed.map((one) => [one.sign, one]));
  const habits = learnSigns(lessons);
  const line = (name: 'from' | 'keep'): string =>
    `${name}\t${habits.labels.map((label) => (known.get(label)?.[name] ?? 0.5).toFixed(2)).join(' ')}`;
  return {
    text: [about, ...senseOf(read), sectionOf('signs', spelt(habits), [line('from'), line('keep')]), ''].join(
      '\n',
    ),
    crossed,
  };
};

/** What these examples teach, signs believed as in the shipped file. */
export const learnedFrom = (examples: readonly Example[], lexicons: Lexicons): Learned => {
  const shipped = lexicons.learned?.signs;
  const believed: Believed = new Map(
    shipped?.labels.map((label, at) => [
      label,
      { from: shipped.from[at] ?? 0.5, keep: shipped.keep[at] ?? 0 },
    ]),
  );
  return parse([learn(examples, lexicons, believed).text]);
};
