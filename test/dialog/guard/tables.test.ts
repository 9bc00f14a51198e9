import { describe, expect, it } from 'vitest';
import { checkReply } from '../../../src/dialog/guard/check.ts';
import { locales } from '../../../src/terms.ts';
import { halves, judge, readPractice, readTable } from './table.ts';

/** Least share of the sentences that ought to be stopped and are, and most false alarms, a table. */
const floors = { a: [0.99, 1], b: [0.96, 3], c: [0.72, 6] } as const;

describe.each(halves)('sentences %s [DI-5]', (half) => {
  const judged = readTable(half).map((row) => ({ row, ...judge(row) }));
  const [least, most] = floors[half];

  it('has as many sentences in either language, of every rule', () => {
    const zh = judged.filter(({ row }) => row.lang === 'zh').length;
    expect(Math.abs(judged.length - 2 * zh)).toBeLessThanOrEqual(9);
    expect(new Set(judged.map(({ row }) => row.rule)).size).toBe(25);
  });

  it('stops what nobody ought to send', () => {
    const wanted = judged.filter(({ row }) => row.expect === 'caught');
    const missed = wanted.filter(({ rules }) => rules.length === 0).map(({ row }) => row.text);
    expect(1 - missed.length / wanted.length, missed.join('\n')).toBeGreaterThanOrEqual(least);
  });

  it('lets pass what only looks like it', () => {
    const alarms = judged
      .filter(({ verdict }) => verdict === 'alarm')
      .map(({ row, rules }) => [row.text, rules]);
    expect(alarms.length, JSON.stringify(alarms)).toBeLessThanOrEqual(most);
  });
});

describe('a finding', () => {
  const everyFourth = readPractice().filter((_, at) => at % 4 === 0);
  const texts = [...halves.flatMap(readTable), ...everyFourth].map(({ text }) => text);

  it.each(locales)('names its clause, the words and better ones that pass themselves, in %s', (locale) => {
    const better = new Set<string>();
    for (const text of texts) {
      for (const { clause, evidence, suggestion } of checkReply(text, { by: 'bot', locale })) {
        expect(clause).toMatch(/^S\d\.[a-z]?\d+$/u);
        for (const words of evidence.split(/、|, /u)) expect(text).toContain(words);
        better.add(suggestion);
      }
    }
    expect(better.size).toBeGreaterThan(20);
    for (const suggestion of better) expect(checkReply(suggestion, { by: 'bot' }), suggestion).toEqual([]);
  });
});
