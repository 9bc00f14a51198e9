import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeOneTurn } from '../../src/run/turns.ts';
import { readEvents } from '../../src/store/complaints.ts';
import { leaseMessages } from '../../src/store/outbox.ts';
import { type TestApp, testApp } from '../support/app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await testApp();
});
afterEach(() => test.close());

it.each([
  ['sender died before it could say that it was posted', {}],
  [
    'transport posted it and lost the answer',
    { leased_until: null, attempts: 1, run_at: '2026-11-23T02:10:00.000Z' },
  ],
])('keeps a note written under a card whose %s [ST-3]', async (_why, left) => {
  const { world } = test.app;
  await test.says('jane', '业主占领售楼处商讨示威事宜');
  test.clock.moveTo('2026-11-23T02:00:05.000Z');
  while (await takeOneTurn(world)) {}
  const [file] = await world.db.selectFrom('complaints').select('number').execute();
  const number = file?.number ?? '';
  await leaseMessages(world.db, {
    now: test.clock.now(),
    seconds: { web: 60, slack: 60, telegram: 60 },
    limit: 50,
  });
  await world.db
    .updateTable('outbox')
    .set({ error: null, ...left })
    .execute();
  await test.receive({
    kind: 'text',
    key: 'note',
    messageId: 'note',
    text: 'I call her',
    files: [],
    from: { id: 'lin' },
    address: { channel: 'web', place: 'team' },
    thread: 'thread-of-the-card',
    group: true,
  });
  const notes = async (): Promise<number> =>
    (await readEvents(world.db, number)).filter(({ type }) => type === 'NoteAdded').length;
  await takeOneTurn(world);
  expect(await notes()).toBe(0);
  await world.db
    .insertInto('threads')
    .values({
      key: `${number}/thread`,
      channel: 'web',
      place: 'team',
      thread_id: 'thread-of-the-card',
      complaint: number,
    })
    .execute();
  test.clock.moveTo('2026-11-23T02:00:30.000Z');
  while (await takeOneTurn(world)) {}
  expect(await notes()).toBe(1);
});
