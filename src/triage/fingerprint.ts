import { featureOf, hash } from './hashing.ts';
import { matches } from './matches.ts';
import { isCjk, viewOf } from './normalise.ts';
import { pinsOf, withDigits } from './pins.ts';
import type { SamenessWords } from './sameness-words.ts';
import type { Understanding } from './understanding.ts';

/** What a complaint is compared by. Plain data: can be stored beside the complaint. */
export interface Fingerprint {
  /** Hashed features of the wording, sorted and distinct. */
  readonly features: readonly number[];
  /** What pins it down (`building:3`, `model:xr200`, `place:朝阳`, `day:11-03`) and what it speaks of (`thing:lift`, `failing:stuck`); sorted and distinct. */
  readonly marks: readonly string[];
  /** Complaint type, '' when not read. */
  readonly type: string;
  readonly language: 'zh' | 'en';
}

const addWords = (folded: string, words: SamenessWords, out: Set<number>): void => {
  for (const [word] of matches(folded, /[a-z0-9][a-z0-9'-]*/g))
    if (!words.isFiller(word.replaceAll("'", ''))) out.add(featureOf(word));
};

const addCharacters = (folded: string, words: SamenessWords, out: Set<number>): void => {
  const plain = words.withoutFiller(folded.replace(/[a-z0-9'-]+/g, ' '));
  for (const [run] of matches(plain, /[一-鿿]+/g)) {
    for (let index = 0; index < run.length; index++) {
      // Single characters are even, all else odd: they help likeness but are too common for look-up keys.
      out.add((hash(run.slice(index, index + 1)) & ~1) >>> 0);
      if (index + 1 < run.length) out.add(featureOf(run.slice(index, index + 2)));
    }
  }
};

const longest = 4000;

const ofPerson = /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)|\d{15,19}[\dxX]?|[\w.+-]+@[\w.-]+/g;

/** A fingerprint is kept legibly beside the file: numbers, addresses and names of the person never enter it. */
const withoutPerson = (text: string, understanding: Understanding | undefined): string =>
  [...(understanding?.phones ?? []), ...(understanding?.emails ?? []), ...(understanding?.names ?? [])]
    .reduce((rest, one) => rest.replaceAll(one.text, ' '), text.slice(0, longest))
    .replaceAll(ofPerson, ' ');

/** What is known of a text beside its words. */
export interface Known {
  /** Adds type and order numbers. */
  readonly understanding?: Understanding | undefined;
  /** Instant it came, so that 'yesterday' is a day. */
  readonly at?: string | undefined;
}

/** Boils a complaint down to what it is compared by. */
export const fingerprint = (
  text: string,
  words: SamenessWords,
  { understanding, at }: Known = {},
): Fingerprint => {
  const cut = withoutPerson(text, understanding);
  const folded = withDigits(viewOf(cut).text);
  const features = new Set<number>();
  addWords(folded, words, features);
  addCharacters(folded, words, features);
  const marks = [
    ...pinsOf({ text: cut, folded, at }, words),
    ...words.marksIn(folded),
    ...(understanding?.orders ?? []).map(({ value }) => `order:${value.toLowerCase().replace(/[ -]/g, '')}`),
  ];
  const chinese = [...folded].filter((one) => isCjk(one.charCodeAt(0))).length;
  return {
    features: [...features].sort((a, b) => a - b),
    marks: [...new Set(marks)].sort(),
    type: understanding && understanding.type !== 'other' ? understanding.type : '',
    language: chinese * 3 > folded.length ? 'zh' : 'en',
  };
};

/** The kind of a mark: `building` of `building:3`. */
export const kindOf = (mark: string): string => mark.slice(0, mark.indexOf(':'));
/** The value of a mark: `3` of `building:3`. */
export const bareOf = (mark: string): string => mark.slice(mark.indexOf(':') + 1);

const mostKeys = 16;
const mostPinKeys = 7;

/** A feature's place in the order that all texts share: everyday words come late, so that keys are mostly rare. */
const placeOf = (feature: number, words: SamenessWords): number => {
  const mixed = Math.imul(feature ^ (feature >>> 15), 0x2c1b3c6d) >>> 0;
  if (feature % 2 === 0) return mixed + 0x400000000;
  const common = words.commonness(feature);
  return common === 0 ? mixed : mixed + (common === 1 ? 0x200000000 : 0x100000000);
};

/** Pins that are rare enough to look a matter up by, the rarest kinds first. */
const keyKinds = ['model', 'order', 'batch', 'name', 'head', 'place', 'route'];
const featureKey = (feature: number): string => `f${feature.toString(36)}`;
/** A name is filed as the word it is: who writes it without a capital is found too. */
const pinKeys = (mark: string): readonly string[] => {
  const value = bareOf(mark);
  if (kindOf(mark) === 'name' || kindOf(mark) === 'head') return [featureKey((hash(value) | 1) >>> 0)];
  if (kindOf(mark) === 'place')
    return [featureKey(featureOf(value.slice(0, 2))), featureKey(featureOf(value.slice(-2)))];
  return [`m${mark}`];
};

const conceptKeys = (print: Fingerprint): string[] => {
  const of = (kind: string): string[] => print.marks.filter((mark) => kindOf(mark) === kind).map(bareOf);
  const [things_, failings_, days] = [of('thing'), of('failing'), of('day')];
  const both = things_.flatMap((thing) => failings_.map((failing) => `c${thing}+${failing}`));
  const dated = days.flatMap((day) => failings_.map((failing) => `d${day}+${failing}`));
  return [...dated.slice(0, 2), ...both.slice(0, 2)];
};

/**
 * Keys under which a complaint is filed for look-up: two complaints that are alike share at least one, very probably.
 * What pins it down, what went wrong with what on which day, and the first features in an order that all texts share
 * (two alike texts share their first ones).
 *
 * @returns at most sixteen short strings
 */
export const blockingKeys = (print: Fingerprint, words: SamenessWords): readonly string[] => {
  const pins = keyKinds
    .flatMap((kind) => print.marks.filter((mark) => kindOf(mark) === kind))
    .flatMap(pinKeys)
    .slice(0, mostPinKeys);
  const first = print.features
    .map((feature) => ({ feature, place: placeOf(feature, words) }))
    .sort((a, b) => a.place - b.place)
    .map(({ feature }) => featureKey(feature));
  return [...new Set([...pins, ...conceptKeys(print), ...first])].slice(0, mostKeys);
};

/** Newest of one key that are looked at: a key that thousands share finds nobody better than its newest. */
export const newestOfKey = 16;
/** Compared in full, at most: those that share the rarest keys, and the most of them. */
export const mostCompared = 24;

/**
 * Who is worth comparing, by shared keys: a key counts the more, the fewer share it.
 *
 * @param found what is filed under each key, newest first; at most `newestOfKey` of each are looked at
 */
export const rankByKeys = <T>(found: Iterable<readonly T[]>): readonly T[] => {
  const weights = new Map<T, number>();
  for (const all of found) {
    const newest = all.slice(0, newestOfKey);
    for (const one of newest) weights.set(one, (weights.get(one) ?? 0) + 1 / newest.length);
  }
  const ranked = [...weights].sort(([, a], [, b]) => b - a);
  return ranked.slice(0, mostCompared).map(([one]) => one);
};
