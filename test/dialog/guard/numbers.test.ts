import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReply } from '../../../src/dialog/guard/check.ts';

const unsupplied = (text: string, facts: readonly string[], by: 'bot' | 'staff' = 'bot'): readonly string[] =>
  checkReply(text, { by, facts })
    .filter(({ rule }) => rule === 'unsupplied_number')
    .map(({ evidence }) => evidence);

describe('numbers that the core supplied may be said, in any usual form [DI-5]', () => {
  it.each([
    ['您的编号是 R-2026-000001。', ['R-2026-000001']],
    ['最迟明天（11月22日）15:00联系您。', ['明天（11月22日）15:00']],
    ['最迟11月22日下午3点联系您。', ['2026-11-22T15:00:00+08:00']],
    ['十一月二十二日之前给您答复。', ['2026-11-22']],
    ['退还 200 元。', ['200.00 CNY']],
    ['退还两百元。', ['¥200']],
    ['一共1,280.50元', ['1280.5']],
    ['电话 138 0013 8000', ['13800138000']],
    ['１２０元', ['120']],
    ['会在3个工作日内办好。', ['3']],
    ['Your number is R-2026-000001.', ['R-2026-000001']],
    ['by 3:00 pm tomorrow (22 November)', ['3:00 pm tomorrow (22 November)']],
    ['by 3 pm on November 22', ['2026-11-22 15:00']],
    ['a refund of $45.90', ['45.90 USD']],
    ['twenty dollars', ['20 USD']],
    ['within two days', ['2']],
    ['See https://redress.example/p/123 for more.', []],
    ['您好，第一时间告诉您，一定一起看。', []],
    ['Take one step at a time.', []],
  ] as const)('%s', (text, facts) => {
    expect(unsupplied(text, facts)).toEqual([]);
  });
});

describe('numbers that nobody supplied are named [DI-5]', () => {
  it.each([
    ['退还 300 元。', ['200 元'], '300 元'],
    ['退还两百元。', [], '两百元'],
    ['最迟11月23日联系您。', ['2026-11-22'], '11月23日'],
    ['最迟16:00联系您。', ['15:00'], '16:00'],
    ['明天给您结果。', [], '明天'],
    ['三天内办好。', [], '三天'],
    ['a refund of $45.90', ['45.90 EUR'], '$45.90'],
    ['by Friday', [], 'by Friday'],
    ['within two days', ['3'], 'two days'],
    ['Your number is R-2026-000002.', ['R-2026-000001'], 'R-2026-000002'],
    ['20 元', ['200 元'], '20 元'],
    ['It costs 15 euros', [], '15 euros'],
  ] as const)('%s', (text, facts, evidence) => {
    expect(unsupplied(text, facts)).toEqual([evidence]);
  });

  it('lets staff count things, but not name amounts or dates that are not on file', () => {
    expect(unsupplied('您的3号楼有2位业主反映。', [], 'staff')).toEqual([]);
    expect(unsupplied('11月25日退您80元。', [], 'staff')).toEqual(['11月25日', '80元']);
    expect(unsupplied('We come on 25 November.', [], 'staff')).toEqual(['25 November']);
  });

  it('covers any amount by itself and by no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999_999 }), fc.integer({ min: 1, max: 999 }), (value, more) => {
        expect(unsupplied(`您反映的是${value}元。`, [`${value}`])).toEqual([]);
        expect(unsupplied(`您反映的是${value}元。`, [`${value + more} CNY`])).toHaveLength(1);
      }),
    );
  });
});

describe('promises of money [S4.e10]', () => {
  const promises = (text: string, around: Parameters<typeof checkReply>[1]): boolean =>
    checkReply(text, around).some(({ rule }) => rule === 'unapproved_promise');

  it('binds staff too, unless every amount was approved', () => {
    expect(promises('我们会退您200元。', { by: 'staff' })).toBe(true);
    expect(promises('我们会退您200元。', { by: 'staff', facts: ['200元'] })).toBe(false);
    expect(promises('我们会退您200元。', { by: 'staff', facts: ['您说的200元'], approved: [] })).toBe(true);
    expect(promises("We'll refund you 200 CNY.", { by: 'staff', approved: ['200.00 CNY'] })).toBe(false);
    expect(promises("We'll refund you 300 CNY.", { by: 'staff', approved: ['200.00 CNY'] })).toBe(true);
  });

  it('lets staff promise a call, but not the bot an outcome', () => {
    expect(promises('我保证下午给您回电话。', { by: 'staff' })).toBe(false);
    expect(promises('我保证给您办好。', { by: 'bot' })).toBe(true);
  });

  it('is not split by invisible characters', () => {
    expect(promises('我们会退\u200b您200元。', { by: 'staff' })).toBe(true);
  });
});

describe('apologies [S4.e1]', () => {
  const overused = (text: string, by: 'bot' | 'staff'): boolean =>
    checkReply(text, { by }).some(({ rule }) => rule === 'apology_overuse');

  it.each([
    '很抱歉，真的对不起，请您原谅。',
    '对不起对不起，实在不好意思。',
    "We're sorry, so sorry, and we apologise.",
    'Sorry! Our sincere apologies. Please forgive us.',
  ])('says no to: %s', (text) => {
    expect(overused(text, 'bot')).toBe(true);
    expect(overused(text, 'staff')).toBe(true);
  });

  it.each(['很抱歉让您遇到这样的事。', "I'm sorry you've been through this."])('lets pass: %s', (text) => {
    expect(overused(text, 'bot')).toBe(false);
  });
});
