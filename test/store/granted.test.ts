import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Command } from '../../src/complaint/commands.ts';
import { fold } from '../../src/complaint/evolve.ts';
import { appendEvents } from '../../src/store/complaints.ts';
import { grantedTo, saveGrants } from '../../src/store/grants.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { history, hours, receive, staff } from '../support/given.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const file = async (number: string, complainant: string, amountMinor: number): Promise<void> => {
  const commands: readonly Command[] = [
    receive({
      number,
      complainant: { id: complainant, kind: 'consumer' },
      by: { kind: 'complainant', id: complainant },
    }),
    { type: 'TakeComplaint', at: hours(1), by: staff('lin') },
    {
      type: 'ProposeRemedy',
      at: hours(2),
      by: staff('lin'),
      remedyId: `${number}/p`,
      kind: 'refund',
      money: { amountMinor, currency: 'CNY' },
      text: '退款',
      withinDays: 3,
    },
  ];
  const events = history(commands);
  const complaint = fold(events);
  if (complaint === null) throw new Error('nothing was received');
  await appendEvents(database.db, {
    complaint,
    events,
    expectedVersion: 0,
    previousHash: '',
    nextDueAt: null,
    synthetic: false,
  });
  await saveGrants(database.db, complaint, false);
};

it('counts what a complainant was granted in their other files, not here, not by others, not what waits [AP-2]', async () => {
  await file('R-2026-000001', 'C-1', 10_000);
  await file('R-2026-000002', 'C-1', 15_000);
  await file('R-2026-000003', 'C-2', 12_000);
  // Above the handler's own authority: it waits for approval and is granted to nobody yet.
  await file('R-2026-000004', 'C-1', 900_000);
  expect(await grantedTo(database.db, { complainant: 'C-1', except: 'R-2026-000002' })).toEqual([
    { amountMinor: 10_000, currency: 'CNY' },
  ]);
});
