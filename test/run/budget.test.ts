import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Command } from '../../src/complaint/commands.ts';
import { carryOut } from '../../src/run/register.ts';
import { inTransaction, type World } from '../../src/run/world.ts';
import { readEvents } from '../../src/store/complaints.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { hours, receive, staff } from '../support/given.ts';

let test: TestApp;
let other: Database;
beforeEach(async () => {
  test = await testApp();
  other = openDatabase(test.databaseUrl, { poolSize: 4 });
});
afterEach(async () => {
  await other.destroy();
  await test.close();
});

/** The same product in a second process: its own connections, the same database. */
const worlds = (): readonly [World, World] => [test.app.world, { ...test.app.world, db: other }];

const decided = (world: World, number: string, command: Command) =>
  inTransaction(world, (work) => carryOut(number, [command], work));

const numbers = ['R-2026-900001', 'R-2026-900002', 'R-2026-900003', 'R-2026-900004'];

/** A complaint with a credit of CNY 18,000 that waits for the leader. */
const waiting = async (number: string): Promise<void> => {
  const id = `C-${number}`;
  const by = { kind: 'complainant', id } as const;
  const given: readonly Command[] = [
    receive({ number, by, complainant: { id, kind: 'consumer' } }),
    { type: 'TakeComplaint', at: hours(1), by: staff('lin') },
    {
      type: 'ProposeRemedy',
      at: hours(2),
      by: staff('lin'),
      remedyId: `${number}/p`,
      kind: 'credit',
      money: { amountMinor: 18_000_00, currency: 'CNY' },
      text: '账户抵扣',
      withinDays: 3,
    },
  ];
  for (const command of given) await decided(test.app.world, number, command);
};

const approve = (number: string, by = 'wu_leader'): Command => ({
  type: 'ApproveRemedy',
  at: hours(3),
  by: staff(by),
  remedyId: `${number}/p`,
});

const happenedTo = async (name: string): Promise<number> => {
  const all = await Promise.all(numbers.map((number) => readEvents(other, number)));
  return all.flat().filter(({ type }) => type === name).length;
};

it('two processes that approve at once never grant more than the budget together [AP-2]', async () => {
  for (const number of numbers) await waiting(number);
  const [here, there] = worlds();
  await Promise.all(
    numbers.map((number, index) => decided(index % 2 === 0 ? here : there, number, approve(number))),
  );
  // 18,000 four times against 50,000: two have room, two go one step further up.
  expect(await happenedTo('RemedyOffered')).toBe(2);
  expect(await happenedTo('ApprovalReferred')).toBe(2);
  const { rows } = { rows: await other.selectFrom('grants').select('amount_minor').execute() };
  expect(rows.map(({ amount_minor }) => Number(amount_minor))).toEqual([18_000_00, 18_000_00]);
});

it('what is declined gives its room back, and the next month has its own [AP-2]', async () => {
  const [one = '', two = '', three = '', four = ''] = numbers;
  for (const number of numbers) await waiting(number);
  const [here] = worlds();
  for (const number of [one, two, three]) await decided(here, number, approve(number));
  expect(await happenedTo('ApprovalReferred')).toBe(1);
  await decided(here, one, {
    type: 'DeclineRemedy',
    at: hours(4),
    by: { kind: 'complainant', id: `C-${one}` },
    remedyId: `${one}/p`,
    evidence: '不接受',
  });
  await decided(here, four, approve(four));
  expect(await happenedTo('ApprovalReferred')).toBe(1);
  // In the new month the third, referred before, is the general manager's still; nothing is refused for the old one.
  const { events } = await decided(here, three, {
    ...approve(three, 'gm_zhao'),
    at: '2026-12-01T02:00:00.000Z',
  });
  expect(events.map(({ type }) => type)).toEqual(['RemedyApproved', 'RemedyOffered']);
});
