import { matches } from './matches.ts';
import type { View } from './normalise.ts';
import { crossesSentence, type Hit, isQuoted, type Scan } from './scan.ts';
import { standingOf } from './standing.ts';

/** What weights are learned for: the features of a text, and those of each of its sentences. */
export interface Features {
  readonly whole: ReadonlySet<string>;
  /** At least one; the same set as the whole for a text of one sentence. */
  readonly sentences: readonly Sentence[];
}

/** One sentence: where it stands in the folded text, what it holds, and how its telling words are meant. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly features: ReadonlySet<string>;
  /** Loud features: a wording of danger, press, law, anger or a wish, with its standing. */
  readonly marks: ReadonlySet<string>;
}

const isIdeograph = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

const addIdeographs = (out: Set<string>, { text, codes }: View, [start, end]: Range): void => {
  for (let at = start; at < end; at++) {
    if (!isIdeograph(codes[at] ?? 0)) continue;
    out.add(text.slice(at, at + 1));
    if (at + 1 < end && isIdeograph(codes[at + 1] ?? 0)) out.add(text.slice(at, at + 2));
  }
};

const ending = /(?:ational|ations?|ingly|edly|ings?|ed|ies|es|ly|s|er|ers|ment|ments|y|e)$/;

const stemOf = (word: string): string => {
  const bare = word.endsWith("'s") ? word.slice(0, -2) : word;
  return bare.length <= 4 ? bare : bare.replace(ending, '');
};

/** Stems of words, and of two words that stand together; every number is the same number. */
const addWords = (out: Set<string>, text: string): void => {
  let before = '';
  for (const [word] of matches(text, /[a-z][a-z']*|[$£€]|[0-9]+|[.!?;,\n]/g)) {
    const first = word.charCodeAt(0);
    const isWord = first >= 0x61 && first <= 0x7a;
    const stem = isWord ? stemOf(word) : '';
    if (isWord || '$£€'.includes(word)) out.add(`~${isWord ? stem : word}`);
    else if (first >= 0x30 && first <= 0x39) out.add('#number');
    if (before !== '' && stem !== '') out.add(`~${before} ${stem}`);
    before = stem;
  }
};

const addShape = (out: Set<string>, text: string): void => {
  out.add(`#length${Math.min(7, Math.floor(Math.log2(text.length + 1)))}`);
  if (text.includes('?')) out.add('#asks');
  if (/\?\s*$/.test(text)) out.add('#ends asking');
  if (text.includes('!')) out.add('#exclaims');
  if (text.includes('"')) out.add('#quotes');
};

/** How loud the whole text is: each of its sentences is heard in that voice. */
const voiceOf = ({ text, source }: View): readonly string[] => {
  const exclaims = text.indexOf('!', text.indexOf('!') + 1) > 0;
  const shouts = (source.match(/\b[A-Z]{4,}\b/g)?.length ?? 0) > 1;
  return [...(exclaims ? ['!voice exclaims'] : []), ...(shouts ? ['!voice shouts'] : [])];
};

/** A part of the folded text. */
export type Range = readonly [start: number, end: number];

/** Shorter pieces belong to what stands before them. */
const shortest = 6;

/** Where the sentences of a text stand; a text without an end of a sentence is one. */
const rangesOf = (view: View): readonly Range[] => {
  const out: Range[] = [];
  const { length } = view.codes;
  let start = 0;
  for (let at = 1; at <= length; at++) {
    const isEnd = at === length || (crossesSentence(view, at - 1, at) && !crossesSentence(view, at, at + 1));
    if (!isEnd || (at - start < shortest && at < length)) continue;
    const last = out.at(-1);
    if (last && at - start < shortest) out[out.length - 1] = [last[0], at];
    else out.push([start, at]);
    start = at;
  }
  return out.length > 0 ? out : [[0, length]];
};

const strengths = ['weak', 'plain', 'strong'] as const;

/** Lists whose words are said, denied, quoted or only mentioned. */
const telling = /^(?:fact|noun|want|emotion)\./;
/** A flood of such words must not cost time. */
const mostSpoken = 20;

interface Growing extends Sentence {
  readonly features: Set<string>;
  readonly marks: Set<string>;
}

/** What the lexicons find, in the sentence where it begins. */
const addHits = (scan: Scan, sentences: readonly Growing[], whole: Set<string>): void => {
  for (const list of scan.lists('')) {
    let [at, seen] = [0, 0];
    const isTelling = telling.test(list);
    for (const hit of scan.hits(list)) {
      while (at + 1 < sentences.length && hit.start >= (sentences[at]?.end ?? 0)) at += 1;
      const feature = `${list} ${strengths[hit.weight - 1] ?? 'weak'}`;
      whole.add(feature);
      sentences[at]?.features.add(feature);
      if (isTelling && seen < mostSpoken) sentences[at]?.marks.add(`!${list} ${standing(scan, hit)}`);
      seen += 1;
    }
  }
};

const standing = (scan: Scan, hit: Hit): string => (isQuoted(scan, hit) ? 'quoted' : standingOf(scan, hit));

/** Features of a text: characters and pairs, word stems, its shape, and what the lexicons find, as a whole and by sentence. */
export const featuresOf = (scan: Scan): Features => {
  const { view } = scan;
  const voice = voiceOf(view);
  const sentences = rangesOf(view).map(([start, end]): Growing => {
    const features = new Set<string>();
    addIdeographs(features, view, [start, end]);
    addWords(features, view.text.slice(start, end));
    return { start, end, features, marks: new Set(voice) };
  });
  const only = sentences.length === 1 ? sentences[0] : undefined;
  const whole = only?.features ?? new Set(sentences.flatMap(({ features }) => [...features]));
  addShape(whole, view.text);
  if (!only)
    for (const { features, start, end } of sentences) addShape(features, view.text.slice(start, end));
  addHits(scan, sentences, whole);
  return { whole, sentences };
};

const wordsIn = /[a-z][a-z']*/g;

/** Where the words of a feature stand in a part of the text; null for features of its shape. */
export const placeOf = (scan: Scan, feature: string, [start, end]: Range): Range | null => {
  const list = /^!?([a-z]+\.\w+) /.exec(feature)?.[1];
  if (list !== undefined) {
    const hit = scan.hits(list).find((one) => one.start >= start && one.start < end);
    return hit ? [hit.start, hit.end] : null;
  }
  if (/^[#!]/.test(feature)) return null;
  const part = scan.view.text.slice(start, end);
  if (!feature.startsWith('~')) {
    const at = part.indexOf(feature);
    return at < 0 ? null : [start + at, start + at + feature.length];
  }
  const [stem = ''] = feature.slice(1).split(' ');
  for (const word of matches(part, wordsIn))
    if (word[0].startsWith(stem)) return [start + word.index, start + word.index + word[0].length];
  return null;
};
