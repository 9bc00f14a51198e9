import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findNames } from '../../src/triage/names.ts';
import { viewOf } from '../../src/triage/normalise.ts';

const rows = readFileSync(new URL('names.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# '))
  .map((line) => line.replaceAll('\\n', '\n').split('\t'))
  .map(([text = '', name = '']) => [text, name === '' ? [] : [name]] as const);

describe('names that are given [IN-5]', () => {
  it.each(rows)('%j', (text, names) => {
    const found = findNames(viewOf(text));
    expect(found.map(({ value }) => value)).toEqual(names);
    for (const { value, start, end } of found) expect(text.slice(start, end)).toBe(value);
  });
});
