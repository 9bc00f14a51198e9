import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billingError } from '../../src/policy/remedies.ts';
import {
  customerLoss,
  customerValue,
  furtherPurchaseValue,
  silentLoss,
  yearsAsCustomer,
} from '../../src/policy/value.ts';

const figures = {
  firstPrice: 2000,
  acquisition: 400,
  yearlyRevenue: 500,
  rate: 0.09,
  years: 5,
  furtherPurchase: 0,
};

describe('what a customer is worth [S3.3]', () => {
  it('the worked example: 3,545', () => {
    expect(Math.round(customerValue(figures))).toBe(3545);
  });
  it('a further purchase: 300 + 1,167 = 1,467, value 5,012', () => {
    expect(Math.round(furtherPurchaseValue(300, 0.09, 5))).toBe(1467);
    expect(Math.round(furtherPurchaseValue(300, 0.09, 5) - 300)).toBe(1167);
    expect(Math.round(customerValue({ ...figures, furtherPurchase: 300 }))).toBe(5012);
  });
  it('losing one with 15 per cent goodwill: 5,763, unrounded to the end', () => {
    const loss = customerLoss(customerValue({ ...figures, furtherPurchase: 300 }), 0.15);
    expect(Math.round(loss)).toBe(5763);
    expect(loss).toBeCloseTo(5763.48, 2);
  });
  it('at a rate of nothing a year is worth a year', () => {
    expect(customerValue({ ...figures, rate: 0 })).toBe(2000 - 400 + 2500);
  });
  it('years as a customer are one over the share that leaves [S3.7]', () => {
    expect([0.2, 0.1, 0.05].map(yearsAsCustomer)).toEqual([5, 10, 20]);
  });
});

describe('what silence costs [S3.4]', () => {
  it('the worked example: 100 complaints, 65 per cent settled, 5,388,405', () => {
    expect(Math.round(silentLoss({ complaints: 100, loss: 5763, settled: 0.65, share: 0.1 }))).toBe(
      5_388_405,
    );
  });
  it('falls with every complaint settled', () => {
    const loss = (settled: number): number =>
      silentLoss({ complaints: 100, loss: 5763, settled, share: 0.1 });
    expect(loss(1)).toBe(5763 * 900);
    expect(loss(0)).toBe(5763 * 1000);
  });
});

describe('a billing error [S1.12]', () => {
  it.each([
    [12_800, 10_000, 5_600],
    [10_000, 10_000, 0],
    [9_900, 10_000, 0],
    [1, 0, 2],
  ])('charged %i, due %i: back %i', (charged, due, back) => {
    expect(billingError(charged, due)).toBe(back);
  });
  it('is never negative and never a fraction', () => {
    const amount = fc.nat(2 ** 50);
    fc.assert(
      fc.property(amount, amount, (charged, due) => {
        const back = billingError(charged, due);
        expect(Number.isSafeInteger(back) && back >= 0).toBe(true);
      }),
    );
  });
  it('refuses amounts that are none', () => {
    expect(() => billingError(10.5, 0)).toThrow();
    expect(() => billingError(-1, 0)).toThrow();
  });
});
