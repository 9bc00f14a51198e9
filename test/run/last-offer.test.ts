import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Command } from '../../src/complaint/commands.ts';
import { carryOut } from '../../src/run/register.ts';
import { inTransaction } from '../../src/run/world.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { hours, receive, staff } from '../support/given.ts';

let test: TestApp;
beforeEach(async () => {
  test = await testApp();
});
afterEach(() => test.close());

const [first, later, others] = ['R-2026-900001', 'R-2026-900002', 'R-2026-900003'];

const decided = (number: string, commands: readonly Command[]) =>
  inTransaction(test.app.world, (work) => carryOut(number, commands, work));

/** A complaint of somebody, held by Lin, about the same matter as the first. */
const taken = (number: string, id: string): Promise<unknown> =>
  decided(number, [
    receive({ number, by: { kind: 'complainant', id }, complainant: { id, kind: 'consumer' } }),
    { type: 'TakeComplaint', at: hours(1), by: staff('lin') },
    ...(number === first
      ? []
      : [{ type: 'LinkComplaint' as const, at: hours(1), by: { kind: 'system' as const }, with: first }]),
  ]);

const propose = (
  remedyId: string,
  yuan: number,
  more: { readonly bottomLine?: true; readonly newFacts?: string } = {},
): Command => ({
  type: 'ProposeRemedy',
  at: hours(2),
  by: staff('lin'),
  remedyId,
  kind: 'refund',
  money: { amountMinor: yuan * 100, currency: 'CNY' },
  text: `退款${yuan}元`,
  withinDays: 3,
  ...more,
});

const decline = (remedyId: string): Command => ({
  type: 'DeclineRemedy',
  at: hours(3),
  by: { kind: 'complainant', id: 'fang' },
  remedyId,
  evidence: '不接受',
});

it('a last offer binds in a later complaint of the same person about the same matter, and in no one else’s [S1.9]', async () => {
  await taken(first, 'fang');
  await decided(first, [propose('a', 50), decline('a'), propose('b', 60), decline('b')]);
  await decided(first, [propose('c', 80, { bottomLine: true }), decline('c')]);
  await taken(later, 'fang');
  await taken(others, 'liu');

  const refused = await decided(later, [propose('d', 90)]);
  expect(refused.refusal?.code).toBe('bottom-line-stands');
  const same = await decided(later, [propose('e', 80)]);
  expect(same.events.map(({ type }) => type)).toEqual(['RemedyProposed', 'RemedyOffered']);
  await decided(later, [{ ...decline('e') }]);
  const withFacts = await decided(later, [propose('f', 90, { newFacts: '检测报告' })]);
  expect(withFacts.events).toMatchObject([{ type: 'RemedyProposed', steps: ['general_manager'] }]);
  const another = await decided(others, [propose('g', 90)]);
  expect(another.refusal).toBeNull();
});
