import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createUnderstanding } from '../../src/triage/understand.ts';
import type { Understanding } from '../../src/triage/understanding.ts';
import { shippedLexicons } from './lexicons.ts';

const kinds = { a: 'amounts', o: 'orders', n: 'names', p: 'affected' } as const;
type Slot = (typeof kinds)[keyof typeof kinds];

const minorUnits = (currency: string): number => (/JPY|KRW/.test(currency) ? 1 : 100);

const readers: Readonly<Record<Slot, (read: Understanding) => readonly string[]>> = {
  amounts: ({ amounts }) =>
    amounts.map(
      ({ value: { amountMinor, currency } }) => `${amountMinor / minorUnits(currency)} ${currency}`,
    ),
  orders: ({ orders }) => orders.map(({ value }) => value),
  names: ({ names }) => names.map(({ value }) => value),
  affected: ({ facts: { households, people } }) =>
    households !== null ? [`${households} households`] : people !== null ? [`${people} people`] : [],
};

const isKind = (key: string): key is keyof typeof kinds => key in kinds;

const labelsOf = (said: string): ReadonlyMap<Slot, readonly string[]> =>
  new Map(
    said
      .split(' | ')
      .filter((part) => part !== '')
      .map((part) => {
        const [key = '', values = ''] = [part.slice(0, 1), part.slice(2)];
        if (!isKind(key)) throw new Error(`No slot is called ${key}: ${part}`);
        return [kinds[key], values.split(';')] as const;
      }),
  );

const understand = createUnderstanding(shippedLexicons());
const rows = readFileSync(new URL('slots-strangers.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# '))
  .map((line) => line.replaceAll('\\n', '\n').split('\t'))
  .map(([text = '', said = '']) => ({ text, labels: labelsOf(said), read: understand(text) }));

const measure = (slot: Slot) => {
  const wrong: string[] = [];
  let [right, extra, missed] = [0, 0, 0];
  for (const { text, labels, read } of rows) {
    const wanted = labels.get(slot) ?? [];
    const got = [...new Set(readers[slot](read))];
    const hits = wanted.filter((one) => got.includes(one)).length;
    right += hits;
    extra += got.length - hits;
    missed += wanted.length - hits;
    if (hits < wanted.length || hits < got.length)
      wrong.push(`${text}: wanted ${wanted.join('; ')}, got ${got.join('; ')}`);
  }
  return { precision: right / (right + extra), recall: right / (right + missed), wrong };
};

describe('what strangers write, messages as they come [IN-4]', () => {
  it.each([
    ['amounts', 0.98],
    ['orders', 0.985],
    ['names', 0.96],
    ['affected', 0.965],
  ] as const)('gives its %s: of what is found and of what there is to find at least %f', (slot, least) => {
    const { precision, recall, wrong } = measure(slot);
    expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(least);
    expect(recall, wrong.join('\n')).toBeGreaterThanOrEqual(least);
  });
});
