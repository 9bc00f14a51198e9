import { gapSizes } from './phrase.ts';

const signs = /\s*\.{2,}\s*|[*#(]|[.+?^${}[\]\\]/g;

/**
 * A term of a lexicon as the source of a pattern, for lists of which only counts whether they are in a text at all.
 * Written as everywhere in the lexicons; `#` is any digit.
 *
 * @param term one that `parsePhrase` can read
 */
export const patternOf = (term: string, language: 'zh' | 'en'): string =>
  term.toLowerCase().replace(signs, (sign) => {
    if (sign === '*') return '\\w*';
    if (sign === '#') return '\\d';
    if (sign === '(') return '(?:';
    if (!sign.includes('..')) return `\\${sign}`;
    const between = `.{0,${gapSizes[language][sign.trim().length > 2 ? 1 : 0]}}`;
    return language === 'en' ? `\\b${between}\\b` : between;
  });
