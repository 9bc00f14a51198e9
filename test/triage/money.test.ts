import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAmounts } from '../../src/triage/money.ts';
import { viewOf } from '../../src/triage/normalise.ts';
import { findNumbers, readChineseNumber } from '../../src/triage/numbers.ts';

const amounts = (text: string): string[] => {
  const view = viewOf(text);
  return findAmounts(view, findNumbers(view.text)).map(
    ({ value }) => `${value.amountMinor} ${value.currency}`,
  );
};

const rows = readFileSync(new URL('money.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# '))
  .map((line) => line.split('\t'))
  .map(([text = '', sums = '']) => [text, sums === '' ? [] : sums.split(';')] as const);

describe('the table of what people write', () => {
  it.each(rows)('%j', (text, sums) =>
    expect(
      amounts(text).map((one) =>
        one.replace(/^\d+/, (minor) => `${Number(minor) / (one.endsWith('JPY') ? 1 : 100)}`),
      ),
    ).toEqual(sums),
  );
});

describe('amounts, exact in minor units', () => {
  it.each([
    ['一万二的学费退我三千？', '1200000 CNY, 300000 CNY'],
    ['三百二十五块八毛', '32580 CNY'],
    ['三块五', '350 CNY'],
    ['￥１２９９．５０', '129950 CNY'],
    ['1,299元', '129900 CNY'],
    ['2.5万块', '2500000 CNY'],
    ['赔我两万', '2000000 CNY'],
    ['收我28，明明是18', '2800 CNY, 1800 CNY'],
    ['扣了我20刀', '2000 USD'],
    ['RMB 300', '30000 CNY'],
    ['$1.5k', '150000 USD'],
    ['£3,400.50', '340050 GBP'],
    ['€1.234,56', '123456 EUR'],
    ['a couple of thousand dollars', '200000 USD'],
    ['half a million dollars', '50000000 USD'],
    ['twelve hundred bucks', '120000 USD'],
    ['cost me 3k', '300000 USD'],
    ['99 cents', '99 USD'],
    ['{$850.00}', '85000 USD'],
    ['三毛钱', '30 CNY'],
  ])('%s → %s', (text, found) => expect(amounts(text).join(', ')).toBe(found));

  it.each([
    '等了三个月',
    '2号楼3单元',
    'order 12345',
    '4 hours late',
    '买的128G',
    '三十多户',
    'flight 419',
    '一块屏幕',
  ])('sees none in %s', (text) => expect(amounts(text)).toEqual([]));

  it('keeps every cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (minor) => {
        const text = `$${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
        return amounts(text)[0] === `${minor} USD`;
      }),
      { numRuns: 60 },
    );
  });
});

describe('Chinese numbers', () => {
  it.each([
    ['两千三', 2300],
    ['一万二', 12000],
    ['三十多', 30],
    ['十几', 10],
    ['五十几', 50],
    ['几十', 20],
    ['两百零五', 205],
    ['1万2', 12000],
    ['一百五', 150],
    ['二〇二六'.replace('〇', '零'), 2026],
  ])('%s is %i', (text, value) => expect(readChineseNumber(text)).toBe(value));
});
