import { matches } from '../../triage/matches.ts';
import { conceptsOf, stem } from './concepts.ts';

/** Something in a sentence that a weight is learned for, and where its words stand. */
export interface Feature {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

interface Meant {
  readonly concept: string;
  readonly from: number;
  readonly to: number;
}

/** What was read so far. */
interface Found {
  readonly features: Feature[];
  readonly meant: Meant[];
}

const longest = 4;

/** Chinese: up to three characters in a row, and the longest word that means something at each place. */
const readHan = (run: string, from: number, { features, meant }: Found): void => {
  for (let at = 0; at < run.length; at++)
    for (let size = 1; size <= 3 && at + size <= run.length; size++)
      features.push({ name: run.slice(at, at + size), from: from + at, to: from + at + size });
  for (let at = 0; at < run.length; ) {
    let size = Math.min(longest, run.length - at);
    while (size > 0 && conceptsOf(run.slice(at, at + size)).length === 0) size--;
    for (const concept of conceptsOf(run.slice(at, at + size)))
      meant.push({ concept, from: from + at, to: from + at + size });
    at += Math.max(1, size);
  }
};

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** English: word stems, up to three in a row, pairs with one word between, and what they mean. */
const readLatin = (words: readonly Word[], { features, meant }: Found): void => {
  for (const [at, { text, from }] of words.entries()) {
    let phrase = text;
    let known = conceptsOf(text);
    let to = words[at]?.to ?? from;
    features.push({ name: `~${text}`, from, to });
    for (let size = 2; size <= 3; size++) {
      const last = words[at + size - 1];
      if (last === undefined) break;
      phrase += ` ${last.text}`;
      features.push({ name: `~${phrase}`, from, to: last.to });
      if (size === 3) features.push({ name: `~${text} _ ${last.text}`, from, to: last.to });
      const concepts = conceptsOf(phrase);
      if (concepts.length > 0) [known, to] = [concepts, last.to];
    }
    for (const concept of known) meant.push({ concept, from, to });
  }
};

const denials: readonly string[] = ['not', 'cannot', 'mustNot'];
/** So many characters after a no are still denied by it. */
const reach = 6;

/** What stands close behind a no means something else than alone. */
const denied = (inOrder: readonly Meant[]): readonly Meant[] =>
  inOrder.map((one, at) => {
    const by = inOrder
      .slice(Math.max(0, at - 3), at)
      .some(
        ({ concept, to, from }) => denials.includes(concept) && from < one.from && one.from - to <= reach,
      );
    return by ? { ...one, concept: `!${one.concept}` } : one;
  });

/** What the words mean, and which meaning comes before which. */
const readMeant = ({ features, meant }: Found): void => {
  const inOrder = denied(meant.toSorted((a, b) => a.from - b.from));
  for (const [at, { concept, from, to }] of inOrder.entries()) {
    features.push({ name: `#${concept}`, from, to });
    for (const next of inOrder.slice(at + 1, at + 7))
      if (next.concept !== concept)
        features.push({ name: `#${concept}>${next.concept}`, from, to: Math.max(to, next.to) });
  }
};

/** What the learned tone looks at in a sentence, each thing once. */
export const toneFeatures = (sentence: string): readonly Feature[] => {
  const text = sentence
    .replaceAll(/[A-Z]+/gu, (letters) => letters.toLowerCase())
    .replaceAll('你', '您')
    .replaceAll('’', "'");
  const found: Found = { features: [], meant: [] };
  for (const match of matches(text, /\p{Script=Han}+/gu)) readHan(match[0], match.index, found);
  const words = matches(text, /[a-z][a-z'-]*/gu).map((match) => ({
    text: stem(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
  readLatin(words, found);
  readMeant(found);
  for (const match of matches(text, /[?？!！]|\d+/gu)) {
    const name = /\d/u.test(match[0]) ? '#number' : /[?？]/u.test(match[0]) ? '#asks' : '#exclaims';
    found.features.push({ name, from: match.index, to: match.index + match[0].length });
  }
  const seen = new Set<string>();
  return found.features.filter(({ name }) => !seen.has(name) && seen.add(name));
};

/** Long sentences hold more features: each then counts less. */
export const toneShare = (features: number): number => 1 / Math.sqrt(Math.max(12, features));
