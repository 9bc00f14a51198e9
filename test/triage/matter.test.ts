import { describe, expect, it } from 'vitest';
import { createUnderstanding } from '../../src/triage/understand.ts';
import { shippedLexicons } from './lexicons.ts';

const understand = createUnderstanding(shippedLexicons());

describe('amounts in manners of speaking and before a word [IN-5]', () => {
  it.each([
    ['九块九包邮', 990],
    ['三十九块九的那款', 3990],
    ['三块五一斤', 350],
  ])('%s', (text, minor) => {
    expect(understand(text).amounts.map(({ value }) => value.amountMinor)).toEqual([minor]);
  });

  it('takes no manner of speaking for money', () => {
    expect(understand('前台说话那个语气，好像我欠她八百万').amounts).toEqual([]);
  });

  it('reads a booking code some words after its name, and no model name', () => {
    const read = understand("DM'd you my confirmation number like you asked, K7XQ2M.");
    expect(read.orders.map(({ value }) => value)).toEqual(['K7XQ2M']);
    expect(understand('no booking possible on my old iphone15 at all').orders).toEqual([]);
  });
});

describe('the matter and the complaint about the phone [TR-1]', () => {
  it.each([
    ['My parcel never arrived and nobody answers the phone.', 'logistics'],
    ['nobody answers the phone', 'after_sales'],
    ['快递丢了，客服不理', 'logistics'],
    ['打了三次客服电话都没人接', 'after_sales'],
    ['客服一直不理我', 'after_sales'],
    ['Last chance, my lawyer will be contacting you', 'other'],
  ])('%s → %s', (text, type) => expect(understand(text).type).toBe(type));
});
