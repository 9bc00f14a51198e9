import { createHash } from 'node:crypto';
import { sanitise, viewOf } from './normalise.ts';

/** A text as a model may be shown it, between two lines that the text itself cannot contain. */
export interface Fenced {
  readonly text: string;
  /** Stands alone on the line before and after. */
  readonly fence: string;
}

/** What models take for the end of a part, a change of speaker or a command to their machinery. */
const neutralised = (text: string): string =>
  text
    .replace(/<(?=[|/a-zA-Z!])/g, '< ')
    .replace(/\|>/g, '| >')
    .replace(/\[(?=\/?(?:INST|SYS))/gi, '[ ')
    .replace(/([`~#=*_-])\1{2,}/g, '$1$1')
    .replace(/\{\{/g, '{ {');

/**
 * Puts a complainant's text between two lines whose name follows from the text.
 * No text can hold its own fence: it would have to hold its own SHA-256. The same text gives the same fence, so that a
 * call can be repeated word for word.
 *
 * @clause DI-7
 */
export const fenced = (text: string): Fenced => {
  const clean = neutralised(sanitise(text).text);
  const mark = createHash('sha256').update(clean).digest('hex').slice(0, 16);
  return { text: clean, fence: `complainant-${mark}` };
};

const lettersOf = (words: string): number => words.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
const longestQuote = 400;

/**
 * Finds words quoted by a model in the text they are said to come from: case, width, spacing and script do not matter,
 * everything else does.
 *
 * @returns the words as they stand in the text; null when they do not, or are too few to show anything
 */
export const findQuote = (text: string, quote: string): string | null => {
  if (lettersOf(quote) < 2 || quote.length > longestQuote) return null;
  const source = viewOf(text);
  const wanted = viewOf(quote).text.trim();
  const start = wanted === '' ? -1 : source.text.indexOf(wanted);
  return start < 0 ? null : text.slice(source.startOf(start), source.endOf(start + wanted.length));
};
