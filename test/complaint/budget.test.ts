import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/complaint/commands.ts';
import { grantsOf } from '../../src/complaint/grants.ts';
import { type Budget, budgetPeriod, budgetsFor } from '../../src/policy/budget.ts';
import { complainant, fileOf, given, history, hours, receive, staff } from '../support/given.ts';

const budget: Budget = {
  id: 'goodwill',
  label: { 'zh-CN': '客户关怀', en: 'Goodwill' },
  currency: 'CNY',
  amount: 5_000_00,
  period: 'month',
  warnAt: 80,
};
const yuan = (amount: number) => ({ amountMinor: amount * 100, currency: 'CNY' });
const spent = (amount: number, more: Partial<Budget> = {}) => ({
  budgets: [{ budget: { ...budget, ...more }, spentMinor: amount * 100 }],
});

const take: Command = { type: 'TakeComplaint', at: hours(1), by: staff('lin') };
const propose = (amount: number, by = 'lin', more: object = {}): Command => ({
  type: 'ProposeRemedy',
  at: hours(2),
  by: staff(by),
  remedyId: 'p-1',
  kind: 'credit',
  money: yuan(amount),
  text: '补偿',
  withinDays: 3,
  ...more,
});
const approve = (by: string): Command => ({
  type: 'ApproveRemedy',
  at: hours(3),
  by: staff(by),
  remedyId: 'p-1',
});

describe('a budget [AP-2]', () => {
  const waiting = history([receive(), take, propose(1000)]);

  test('that has room changes nothing', () => {
    given(waiting, spent(2000))
      .when(approve('hu'))
      .then({ type: 'RemedyApproved' }, { type: 'RemedyOffered', role: 'head' });
    given(waiting, spent(4000))
      .when(approve('hu'))
      .then({ type: 'RemedyApproved' }, { type: 'RemedyOffered' });
  });

  test('that would be passed sends the remedy one step further up, who may go beyond it', () => {
    const referred = given(waiting, spent(4001)).when(approve('hu')).then(
      { type: 'RemedyApproved', step: 0 },
      {
        type: 'ApprovalReferred',
        role: 'leader',
        budget: 'goodwill',
        spentMinor: 4_001_00,
        limitMinor: 5_000_00,
      },
    );
    const asked = [...waiting, ...referred];
    given(asked, spent(4001)).when(approve('he')).thenRefused('amount-over-authority', { role: 'leader' });
    given(asked, spent(4001))
      .when(approve('wu'))
      .then({ type: 'RemedyApproved', step: 1 }, { type: 'RemedyOffered', role: 'leader' });
  });

  test('also stands above what somebody grants on their own authority', () => {
    const taken = history([receive(), take]);
    given(taken, spent(4950))
      .when(propose(50))
      .then({ type: 'RemedyProposed', steps: [] }, { type: 'RemedyOffered' });
    const referred = given(taken, spent(4951))
      .when(propose(50))
      .then({ type: 'RemedyProposed', steps: [] }, { type: 'ApprovalReferred', role: 'head' });
    given([...taken, ...referred], spent(4951))
      .when(approve('hu'))
      .then({ type: 'RemedyApproved', step: 0 }, { type: 'RemedyOffered' });
  });

  test('at the top is kept: the general manager is told what is left', () => {
    const top = history([receive(), take, propose(30_000)]);
    given(top, spent(1000))
      .when(approve('zhao'))
      .thenRefused('budget-spent', { budget: 'goodwill', leftMinor: 4_000_00 });
    given(history([receive(), take]), spent(4990))
      .when(propose(50, 'zhao'))
      .thenRefused('budget-spent', { leftMinor: 10_00 });
  });

  test('warns once, with the grant that brings it to its mark', () => {
    const tell = { type: 'BudgetWarned', spentMinor: 4_000_00, limitMinor: 5_000_00 } as const;
    given(waiting, spent(3000))
      .when(approve('hu'))
      .then({ type: 'RemedyApproved' }, { type: 'RemedyOffered' }, tell);
    given(waiting, spent(2999.99))
      .when(approve('hu'))
      .then({ type: 'RemedyApproved' }, { type: 'RemedyOffered' });
    given(waiting, spent(4000))
      .when(approve('hu'))
      .then({ type: 'RemedyApproved' }, { type: 'RemedyOffered' });
  });

  test('of a role counts only what is granted by its authority', () => {
    given(waiting, spent(4999, { role: 'handler' }))
      .when(approve('hu'))
      .then({ type: 'RemedyApproved' }, { type: 'RemedyOffered' });
    given(waiting, spent(4999, { role: 'head' }))
      .when(approve('hu'))
      .then({ type: 'RemedyApproved' }, { type: 'ApprovalReferred' });
  });
});

describe('which budgets a remedy draws on', () => {
  const spending = { kind: 'credit', money: yuan(10), department: 'service', owed: false } as const;
  const drawn = (more: Partial<Budget>, other: object = {}) =>
    budgetsFor({ ...spending, ...other }, [{ ...budget, ...more }]).length;

  test.each([
    [{}, {}, 1],
    [{ department: 'service' }, {}, 1],
    [{ department: 'quality' }, {}, 0],
    [{ kinds: ['credit' as const] }, {}, 1],
    [{ kinds: ['refund' as const] }, {}, 0],
    [{ currency: 'EUR' }, {}, 0],
    [{}, { money: null }, 0],
    // A verified overcharge is owed: no budget stands in its way.
    [{}, { owed: true }, 0],
  ])('%j and %j: %i', (more, other, count) => {
    expect(drawn(more, other)).toBe(count);
  });

  test.each([
    ['month', '2026-11-30T15:59:59.999Z', '2026-10-31T16:00:00.000Z', '2026-11-30T16:00:00.000Z'],
    ['month', '2026-11-30T16:00:00.000Z', '2026-11-30T16:00:00.000Z', '2026-12-31T16:00:00.000Z'],
    ['quarter', '2026-11-22T04:00:00.000Z', '2026-09-30T16:00:00.000Z', '2026-12-31T16:00:00.000Z'],
    ['year', '2026-11-22T04:00:00.000Z', '2025-12-31T16:00:00.000Z', '2026-12-31T16:00:00.000Z'],
  ] as const)('a %s at %s', (period, at, from, until) => {
    expect(budgetPeriod({ period }, at, 'Asia/Shanghai')).toEqual({ from, until });
  });
});

describe('what counts as granted', () => {
  const file = (...commands: readonly Command[]) =>
    grantsOf(fileOf([receive(), take, propose(50), ...commands]));

  test('an offer with its last yes; cancelled once it is declined, or the matter ends before it is accepted', () => {
    expect(file()).toMatchObject([{ remedy: 'p-1', money: yuan(50), role: 'handler', cancelled: false }]);
    expect(
      file({ type: 'DeclineRemedy', at: hours(3), by: complainant, remedyId: 'p-1', evidence: '不要' }),
    ).toMatchObject([{ cancelled: true }]);
    expect(file({ type: 'WithdrawComplaint', at: hours(3), by: complainant, reason: '算了' })).toMatchObject([
      { cancelled: true },
    ]);
    expect(grantsOf(fileOf([receive(), take, propose(1000)]))).toEqual([]);
  });
});
