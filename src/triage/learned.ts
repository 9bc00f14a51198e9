import type { Sentence } from './features.ts';
import type { LexiconFault } from './lexicon.ts';

/** Weights as they stand in the file, packed: tens of thousands of features would be as many little arrays. */
export interface Weights {
  /** Where the row of a feature begins in `steps`. */
  readonly rows: ReadonlyMap<string, number>;
  /** A row holds one weight a label: whole steps as read from the file, parts of them while learning. */
  readonly steps: Int8Array | Float32Array;
  /** Worth of a step. */
  readonly step: number;
}

/** What one question was learned from labelled examples: how much each feature of a text speaks for each label. */
export interface Habits {
  readonly labels: readonly string[];
  readonly bias: readonly number[];
  readonly weights: Weights;
}

/** What was learned of signs, each of which a sentence shows or not. */
export interface SignHabits extends Habits {
  /** How likely a sign must be before it is believed though the rules saw none, one a label. */
  readonly from: readonly number[];
  /** How likely it must be for the word of the rules to stand; less than `from`. */
  readonly keep: readonly number[];
}

/** Everything that was learned from labelled examples; trained by a script, read as data beside the lexicons. */
export interface Learned {
  readonly type: Habits;
  readonly intent: Habits;
  readonly signs: SignHabits;
}

/** How likely each label is by what was learned, and which features of the text spoke for one. */
export interface Leaning {
  /** 0 to 1, summing to 1; 0 for a label that was never learned. */
  readonly of: (label: string) => number;
  /** Features that spoke for the label rather than for the others, strongest first. */
  readonly spoke: (label: string, most: number) => readonly string[];
}

/** Long texts hold more features of every kind: each then counts less. */
export const shareOf = (features: number): number => 1 / Math.sqrt(Math.max(4, features));

const softmax = (scores: Float64Array): Float64Array => {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, one) => total + one, 0);
  return powers.map((one) => one / sum);
};

/** How much a feature speaks for the label at this place; 0 for one that was never learned. */
export const weightOf = ({ weights: { rows, steps, step } }: Habits, feature: string, at: number): number => {
  const row = rows.get(feature);
  return row === undefined ? 0 : (steps[row + at] ?? 0) * step;
};

/** Adds to the scores, one a label, what a feature speaks for each. */
const adder = ({ weights: { rows, steps, step } }: Habits, scores: Float64Array) => {
  return (feature: string, share: number): void => {
    const row = rows.get(feature);
    if (row === undefined) return;
    const worth = step * share;
    for (let at = 0; at < scores.length; at++)
      scores[at] = (scores[at] ?? 0) + (steps[row + at] ?? 0) * worth;
  };
};

/** What the features of a text lean to. */
export const leaningOf = (habits: Habits, features: ReadonlySet<string>): Leaning => {
  const { labels, bias } = habits;
  const share = shareOf(features.size);
  const scores = Float64Array.from(bias);
  const add = adder(habits, scores);
  for (const feature of features) add(feature, share);
  const likely = softmax(scores);
  const spoke = (label: string, most: number): readonly string[] => {
    const place = labels.indexOf(label);
    const mean = (feature: string): number =>
      labels.reduce((sum, _, at) => sum + weightOf(habits, feature, at), 0) / labels.length;
    return [...features]
      .map((feature) => ({ feature, weight: weightOf(habits, feature, place) - mean(feature) }))
      .filter(({ weight }) => weight > 0.5)
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, most)
      .map(({ feature }) => feature);
  };
  return { of: (label) => likely[labels.indexOf(label)] ?? 0, spoke };
};

/** How likely a sentence shows each sign, in the order of the labels. Marks are loud: long sentences do not drown them. */
export const likelihoodsOf = (
  habits: Habits,
  { features, marks }: Pick<Sentence, 'features' | 'marks'>,
): readonly number[] => {
  const scores = Float64Array.from(habits.bias);
  const add = adder(habits, scores);
  const share = shareOf(features.size);
  for (const feature of features) add(feature, share);
  for (const mark of marks) add(mark, 1);
  return Array.from(scores, (score) => 1 / (1 + Math.exp(-score)));
};

/** Letters a weight is written with: z to a are minus 26 to minus 1 steps, 0 is none, A to Z are 1 to 26. */
export const weightLetters = 'zyxwvutsrqponmlkjihgfedcba0ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const worths: ReadonlyMap<number, number> = new Map(
  [...weightLetters].map((letter, at) => [letter.charCodeAt(0), at]),
);

interface Section {
  readonly name: string;
  readonly lines: readonly (readonly [feature: string, value: string])[];
}

const sectionsOf = (text: string): readonly Section[] =>
  text
    .split(/^\[(?=\w+\]$)/m)
    .slice(1)
    .map((part) => {
      const [head = '', ...lines] = part.split('\n').filter((line) => line !== '');
      return {
        name: head.slice(0, -1),
        lines: lines.map((line) => {
          const [feature = '', value = ''] = line.split('\t');
          return [feature, value] as const;
        }),
      };
    });

const numbersIn = (value: string | undefined): readonly number[] => (value ?? '').split(' ').map(Number);

/** One section: labels, bias and the worth of a step, then a line for each feature with a letter for each label. */
const habitsOf = (section: Section | undefined): Habits | string => {
  const [labelled, biased, stepped, ...lines] = section?.lines ?? [];
  const labels = labelled?.[1].split(' ') ?? [];
  const bias = numbersIn(biased?.[1]);
  const step = Number(stepped?.[1]);
  if (labels.length < 2 || bias.length !== labels.length || !bias.every(Number.isFinite) || !(step > 0))
    return 'a section begins with its labels, bias and step';
  const bad = lines.find(([, letters]) => letters.length !== labels.length || !/^[a-zA-Z0]+$/.test(letters));
  if (bad) return `the weights of "${bad[0]}" are not ${labels.length} letters`;
  const steps = new Int8Array(lines.length * labels.length);
  const rows = new Map<string, number>();
  for (const [feature, letters] of lines) {
    const row = rows.size * labels.length;
    rows.set(feature, row);
    for (let at = 0; at < letters.length; at++)
      steps[row + at] = (worths.get(letters.charCodeAt(at)) ?? 26) - 26;
  }
  return { labels, bias, weights: { rows, steps, step } };
};

/** Signs have two lines more: how likely each must be, unseen and seen by the rules. */
const signHabitsOf = (section: Section | undefined): SignHabits | string => {
  const isOwn = (head: string): boolean => head === 'from' || head === 'keep';
  const habits = habitsOf(section && { ...section, lines: section.lines.filter(([head]) => !isOwn(head)) });
  if (typeof habits === 'string') return habits;
  const named = (name: string): readonly number[] =>
    numbersIn(section?.lines.find(([head]) => head === name)?.[1]);
  const [from, keep] = [named('from'), named('keep')];
  const isWhole = [from, keep].every(
    (all) => all.length === habits.labels.length && all.every((one) => one >= 0 && one <= 1),
  );
  return isWhole ? { ...habits, from, keep } : 'from and keep are not one number from 0 to 1 for each label';
};

/** Reads the learned file. Nobody writes it by hand: one fault says what is wrong with it. */
export const parseLearned = (source: {
  readonly file: string;
  readonly text: string;
}):
  | { readonly ok: true; readonly learned: Learned }
  | { readonly ok: false; readonly faults: readonly LexiconFault[] } => {
  const sections = sectionsOf(source.text);
  const named = (name: string): Section | undefined => sections.find((one) => one.name === name);
  const [type, intent, signs] = [
    habitsOf(named('type')),
    habitsOf(named('intent')),
    signHabitsOf(named('signs')),
  ];
  if (typeof type !== 'string' && typeof intent !== 'string' && typeof signs !== 'string')
    return { ok: true, learned: { type, intent, signs } };
  const wrong = Object.entries({ type, intent, signs }).find(([, one]) => typeof one === 'string');
  const what = `${wrong?.[0]}: ${wrong?.[1]}`;
  const suggestion = 'write it again with npm run learn';
  return { ok: false, faults: [{ file: source.file, line: 1, what, suggestion }] };
};
