import type { Locale } from '../../terms.ts';
import type { GuardRule } from './rule.ts';

/** A sentence with the languages it may offend in. */
export interface Sentence {
  readonly words: string;
  /** The same in small letters, letter by letter. */
  readonly small: string;
  readonly locales: readonly Locale[];
}

/** The sentences of a text, each with its closing mark. */
export const sentencesOf = (text: string): readonly Sentence[] =>
  (text.match(/[^。！？!?；;\n.]*(?:\.(?=\S)[^。！？!?；;\n.]*)*[。！？!?；;\n.]?/gu) ?? [])
    .filter((words) => words.trim() !== '')
    .map((words) => ({
      words,
      small: words.replaceAll(/[A-Z]+/gu, (letters) => letters.toLowerCase()),
      locales: [
        ...(/\p{Script=Han}/u.test(words) ? (['zh-CN'] as const) : []),
        ...(/[a-z]{2}/iu.test(words) ? (['en'] as const) : []),
      ],
    }));

/** Matching without regard to case costs twice the time: English is read in small letters instead. */
const caseSensitive = new Map<RegExp, RegExp>();
const inSmall = (pattern: RegExp): RegExp => {
  const known = caseSensitive.get(pattern) ?? new RegExp(pattern.source, 'u');
  caseSensitive.set(pattern, known);
  return known;
};

/** The words of a sentence that the first fitting pattern names; null when none does. */
export const firstMatch = (
  { words, small, locales }: Sentence,
  patterns: GuardRule['patterns'],
): string | null => {
  for (const locale of locales) {
    for (const pattern of patterns[locale]) {
      const match = locale === 'en' ? inSmall(pattern).exec(small) : pattern.exec(words);
      const evidence = match ? words.slice(match.index, match.index + match[0].length).trim() : '';
      if (evidence !== '') return evidence;
    }
  }
  return null;
};
