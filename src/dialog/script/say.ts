import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../../terms.ts';

/** ICU message; several are variants of one line, chosen by seed (DI-2). */
export type Line = string | readonly string[];

/** All lines of a subject in one language. */
export type Lines<Key extends string> = Readonly<Record<Key, Line>>;

/** Values that a line's placeholders take. */
export type Values = Readonly<Record<string, string | number | boolean | null | undefined>>;

const compiled = new Map<string, IntlMessageFormat>();

const compile = (line: string, locale: Locale): IntlMessageFormat => {
  const key = `${locale}\n${line}`;
  const known = compiled.get(key);
  if (known) return known;
  const made = new IntlMessageFormat(line, locale, undefined, { ignoreTag: true });
  compiled.set(key, made);
  return made;
};

/** FNV-1a: the same talk and turn always read the same words. */
const hash = (seed: string): number => {
  let value = 0x811c9dc5;
  for (let index = 0; index < seed.length; index++) {
    value = Math.imul(value ^ seed.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
};

/**
 * Makes the speaker of one subject from its lines in every language.
 * The speaker throws a plain Error when a placeholder has no value.
 */
export const speaker =
  <Key extends string>(subject: Readonly<Record<Locale, Lines<Key>>>) =>
  // Long because every line of the product is called so: language, key, values, and a seed where wording varies.
  (locale: Locale, key: Key, values: Values = {}, seed = ''): string => {
    const line = subject[locale][key];
    const variants = typeof line === 'string' ? [line] : line;
    const chosen = variants[hash(`${seed}/${key}`) % variants.length] ?? '';
    // A value left empty at the end leaves no blank behind.
    return String(compile(chosen, locale).format(values)).trimEnd();
  };
