import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { unpackWoff } from './woff.ts';

/** Fonts of the package by the names of their files: `chinese-simplified-400`, `104-400`. */
export type FontName = string;

/** Holds nearly every character of a letter: everyday Chinese and Latin. */
export const everydayFont: FontName = 'chinese-simplified-400';
/** The same for headings. */
export const headingFont: FontName = 'chinese-simplified-700';

const packageFile = (path: string): Buffer =>
  readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/noto-sans-sc/${path}`)));

const files = new Map<FontName, Uint8Array>();

/** A font as TrueType, read and unpacked once. */
export const fontFile = (font: FontName): Uint8Array => {
  const known = files.get(font) ?? unpackWoff(packageFile(`files/noto-sans-sc-${font}-normal.woff`));
  files.set(font, known);
  return known;
};

interface Subset {
  readonly font: FontName;
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
}

const rangesOf = (text: string): Subset['ranges'] =>
  text.split(',').map((part) => {
    const [from = '', to = from] = part.trim().slice('U+'.length).split('-');
    return { from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) };
  });

const readSubsets = (): readonly Subset[] =>
  Object.entries(
    z.record(z.string(), z.string()).parse(JSON.parse(packageFile('unicode.json').toString())),
  ).map(([name, ranges]) => ({ font: `${name.replace(/[[\]]/g, '')}-400`, ranges: rangesOf(ranges) }));

let subsets: readonly Subset[] | undefined;

/** Fonts that may hold a character the everyday one lacks, as many names have one; empty where none does. */
export const rareFonts = (character: string): readonly FontName[] => {
  subsets ??= readSubsets();
  const code = character.codePointAt(0) ?? 0;
  return subsets
    .filter(({ ranges }) => ranges.some(({ from, to }) => from <= code && code <= to))
    .map(({ font }) => font);
};
