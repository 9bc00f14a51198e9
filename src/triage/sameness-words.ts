import { featureOf } from './hashing.ts';
import { patternOf } from './phrase-pattern.ts';

/** One wording by which complaints are compared: of a thing (`thing.lift`), of what went wrong, or a word that says little. */
export interface SamenessTerm {
  readonly list: string;
  readonly language: 'zh' | 'en';
  readonly wording: string;
  /** The list is not meant where this stands. */
  readonly except: boolean;
}

/** What the words of the lexicons tell about a text when it is compared with others. */
export interface SamenessWords {
  /** What a folded text speaks of, as marks: `thing:lift`, `failing:stuck`, `manner:nobody`. */
  readonly marksIn: (folded: string) => readonly string[];
  /** How little a feature says by itself: 1 for what most complaints share, 2 for what many share, 0 for the rest. */
  readonly commonness: (feature: number) => 0 | 1 | 2;
  /** Whether an English word is one that anybody uses, so that a capital does not make it a name. */
  readonly isEveryday: (word: string) => boolean;
  /** Whether an English word is not compared at all. */
  readonly isFiller: (word: string) => boolean;
  /** A Chinese text without the words that are not compared at all. */
  readonly withoutFiller: (folded: string) => string;
}

type Language = SamenessTerm['language'];
const either = (terms: readonly SamenessTerm[]): string =>
  terms.map(({ wording, language }) => patternOf(wording, language)).join('|');

/** A pattern of what a list says in one language; null where it says nothing in it. */
const patternIn = (language: Language, terms: readonly SamenessTerm[]): RegExp | null => {
  const [excepts = [], plain = []] = [true, false].map((except) =>
    terms.filter((term) => term.language === language && term.except === except),
  );
  if (plain.length === 0) return null;
  const unless = excepts.length > 0 ? `(?!(?:${either(excepts)})${language === 'en' ? '\\b' : ''})` : '';
  return new RegExp(
    language === 'en' ? `\\b${unless}(?:${either(plain)})\\b` : `${unless}(?:${either(plain)})`,
  );
};

const marker = (lists: ReadonlyMap<string, readonly SamenessTerm[]>): SamenessWords['marksIn'] => {
  const concepts = [...lists]
    .filter(([list]) => !list.startsWith('word.'))
    .map(([list, terms]) => ({
      mark: list.replace('.', ':'),
      zh: patternIn('zh', terms),
      en: patternIn('en', terms),
    }));
  return (folded) => {
    const isChinese = /[一-鿿]/.test(folded);
    return concepts
      .filter(({ zh, en }) => (isChinese && zh?.test(folded)) || en?.test(folded))
      .map(({ mark }) => mark);
  };
};

const wordsOf = (terms: readonly SamenessTerm[], language: Language): readonly string[] =>
  terms.filter((term) => term.language === language).map(({ wording }) => wording);

const veryCommon = 120;

/** Prepares once what is asked of every text: the words of all languages, everyday ones commonest first. */
export const createSamenessWords = (terms: readonly SamenessTerm[]): SamenessWords => {
  const lists = Map.groupBy(terms, ({ list }) => list);
  const [everyday = [], filler = []] = ['word.everyday', 'word.filler'].map((list) => lists.get(list) ?? []);
  const languages = ['en', 'zh'] as const;
  const ranks = new Map(
    languages.flatMap((one) => wordsOf(everyday, one).map((word, rank) => [featureOf(word), rank] as const)),
  );
  const english = new Set(wordsOf(filler, 'en'));
  // The longest first: 你们家 would else leave its last character behind.
  const chinese = wordsOf(filler, 'zh').toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(chinese.map((word) => patternOf(word, 'zh')).join('|') || '(?!)', 'g');
  return {
    marksIn: marker(lists),
    commonness: (feature) => {
      const rank = ranks.get(feature);
      return rank === undefined ? 0 : rank < veryCommon ? 1 : 2;
    },
    isEveryday: (word) => ranks.has(featureOf(word)),
    isFiller: (word) => english.has(word),
    withoutFiller: (folded) => folded.replace(pattern, ' '),
  };
};
