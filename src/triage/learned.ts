import type { LexiconFault } from './lexicon.ts';
import type { View } from './normalise.ts';
import type { Scan } from './scan.ts';

/** What one question was learned from labelled examples: how much each feature of a text speaks for each label. */
export interface Habits {
  readonly labels: readonly string[];
  readonly bias: readonly number[];
  /** By feature, one weight a label. */
  readonly weights: ReadonlyMap<string, Float32Array>;
}

/** Everything that was learned from labelled examples; trained by a script, read as data beside the lexicons. */
export interface Learned {
  readonly type: Habits;
  readonly intent: Habits;
}

/** How likely each label is by what was learned, and which features of the text spoke for one. */
export interface Leaning {
  /** 0 to 1, summing to 1; 0 for a label that was never learned. */
  readonly of: (label: string) => number;
  /** Features that spoke for the label rather than for the others, strongest first. */
  readonly spoke: (label: string, most: number) => readonly string[];
}

const isIdeograph = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

const addIdeographs = (out: Set<string>, { text, codes }: View): void => {
  for (let at = 0; at < codes.length; at++) {
    if (!isIdeograph(codes[at] ?? 0)) continue;
    out.add(text.slice(at, at + 1));
    if (isIdeograph(codes[at + 1] ?? 0)) out.add(text.slice(at, at + 2));
  }
};

const ending = /(?:ational|ations?|ingly|edly|ings?|ed|ies|es|ly|s|er|ers|ment|ments|y|e)$/;

const stemOf = (word: string): string => {
  const bare = word.endsWith("'s") ? word.slice(0, -2) : word;
  return bare.length <= 4 ? bare : bare.replace(ending, '');
};

/** Stems of words, and of two words that stand together; every number is the same number. */
const addWords = (out: Set<string>, { text }: View): void => {
  let before = '';
  for (const [word] of text.matchAll(/[a-z][a-z']*|[$£€]|[0-9]+|[.!?;,\n]/g)) {
    const first = word.charCodeAt(0);
    const isWord = first >= 0x61 && first <= 0x7a;
    const stem = isWord ? stemOf(word) : '';
    if (isWord || '$£€'.includes(word)) out.add(`~${isWord ? stem : word}`);
    else if (first >= 0x30 && first <= 0x39) out.add('#number');
    if (before !== '' && stem !== '') out.add(`~${before} ${stem}`);
    before = stem;
  }
};

const addShape = (out: Set<string>, { text }: View): void => {
  out.add(`#length${Math.min(7, Math.floor(Math.log2(text.length + 1)))}`);
  if (text.includes('?')) out.add('#asks');
  if (/\?\s*$/.test(text)) out.add('#ends asking');
  if (text.includes('!')) out.add('#exclaims');
  if (text.includes('"')) out.add('#quotes');
};

const strengths = ['weak', 'plain', 'strong'] as const;

/** Features of a text that weights are learned for: characters and pairs, word stems, its shape, and what the lexicons find. */
export const featuresOf = (scan: Scan): ReadonlySet<string> => {
  const out = new Set<string>();
  addIdeographs(out, scan.view);
  addWords(out, scan.view);
  addShape(out, scan.view);
  for (const list of scan.lists(''))
    for (const hit of scan.hits(list)) out.add(`${list} ${strengths[hit.weight - 1] ?? 'weak'}`);
  return out;
};

/** Long texts hold more features of every kind: each then counts less. */
export const shareOf = (features: number): number => 1 / Math.sqrt(Math.max(4, features));

const softmax = (scores: readonly number[]): readonly number[] => {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, one) => total + one, 0);
  return powers.map((one) => one / sum);
};

/** What the features of a text lean to. */
export const leaningOf = (habits: Habits, features: ReadonlySet<string>): Leaning => {
  const { labels, bias, weights } = habits;
  const share = shareOf(features.size);
  const scores = [...bias];
  for (const feature of features) {
    const speaks = weights.get(feature);
    if (speaks)
      for (let at = 0; at < labels.length; at++) scores[at] = (scores[at] ?? 0) + (speaks[at] ?? 0) * share;
  }
  const likely = softmax(scores);
  const spoke = (label: string, most: number): readonly string[] => {
    const at = labels.indexOf(label);
    const mean = (feature: string): number =>
      (weights.get(feature)?.reduce((sum, one) => sum + one, 0) ?? 0) / labels.length;
    return [...features]
      .map((feature) => ({ feature, weight: (weights.get(feature)?.[at] ?? 0) - mean(feature) }))
      .filter(({ weight }) => weight > 0.5)
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, most)
      .map(({ feature }) => feature);
  };
  return { of: (label) => likely[labels.indexOf(label)] ?? 0, spoke };
};

/** Letters a weight is written with: z to a are minus 26 to minus 1 steps, 0 is none, A to Z are 1 to 26. */
export const weightLetters = 'zyxwvutsrqponmlkjihgfedcba0ABCDEFGHIJKLMNOPQRSTUVWXYZ';

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
  const weights = lines.map(([feature, letters]): [string, Float32Array] => [
    feature,
    Float32Array.from(letters, (letter) => (weightLetters.indexOf(letter) - 26) * step),
  ]);
  return { labels, bias, weights: new Map(weights) };
};

/** Reads the learned file. Nobody writes it by hand: one fault says what is wrong with it. */
export const parseLearned = (source: {
  readonly file: string;
  readonly text: string;
}):
  | { readonly ok: true; readonly learned: Learned }
  | { readonly ok: false; readonly faults: readonly LexiconFault[] } => {
  const sections = sectionsOf(source.text);
  const [type, intent] = ['type', 'intent'].map((name) =>
    habitsOf(sections.find((one) => one.name === name)),
  );
  if (type && intent && typeof type !== 'string' && typeof intent !== 'string')
    return { ok: true, learned: { type, intent } };
  const what = typeof type === 'string' ? `type: ${type}` : `intent: ${intent}`;
  const suggestion = 'write it again with npm run learn';
  return { ok: false, faults: [{ file: source.file, line: 1, what, suggestion }] };
};
