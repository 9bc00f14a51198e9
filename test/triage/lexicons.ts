import { readdirSync, readFileSync } from 'node:fs';
import { isLexiconFile, type Lexicons, parseLexicons } from '../../src/triage/lexicon.ts';

const root = new URL('../../policies/lexicons/', import.meta.url);

/** The lexicons that come with Redress, read from the disk; faults are thrown with their lines. */
export const shippedLexicons = (): Lexicons => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(isLexiconFile)
    .sort()
    .map((file) => ({ file, text: readFileSync(new URL(file, root), 'utf8') }));
  const read = parseLexicons(files);
  if (!read.ok)
    throw new Error(
      read.faults.map((one) => `${one.file}:${one.line} ${one.what}; ${one.suggestion}`).join('\n'),
    );
  return read.lexicons;
};
