import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Fault } from '../../src/faults.ts';
import { parkMessage } from '../../src/store/outbox.ts';
import { readParked, retryParked } from '../../src/store/parked.ts';
import { type TestApp, testApp } from '../support/app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());

const db = () => test.app.world.db;

describe('what was set aside', () => {
  it('is listed without its words, and goes out when it is tried again', async () => {
    await test.says('session-1', 'My kettle is broken, my name is Jane Miller');
    test.web.failures.push(new Fault('channel-unavailable', 'away', { retryable: true }));
    await test.settle();
    const waiting = await db()
      .selectFrom('outbox')
      .select('id')
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow();
    await parkMessage(db(), waiting.id, 'channel-rejected');
    expect(test.web.textsTo('session-1')).toEqual([]);

    const parked = await readParked(db());
    expect(parked).toMatchObject([{ kind: 'message', id: waiting.id, error: 'channel-rejected' }]);
    expect(JSON.stringify(parked)).not.toMatch(/kettle|Miller/);

    expect(await retryParked(db(), waiting.id, test.clock.now())).toBe(true);
    await test.settle();
    expect(test.web.textsTo('session-1')).toHaveLength(1);
    expect(await readParked(db())).toEqual([]);
  });

  it('an arrival is answered when it is tried again', async () => {
    await test.says('session-2', 'My parcel never came');
    await db()
      .updateTable('inbox')
      .set({ state: 'parked', attempts: 5, error: 'bug' })
      .where('state', '=', 'waiting')
      .execute();
    await db().updateTable('lanes').set({ due_at: null }).execute();
    await test.settle();
    expect(test.web.textsTo('session-2')).toEqual([]);
    const [arrival] = await readParked(db());
    expect(await retryParked(db(), arrival?.id ?? '', test.clock.now())).toBe(true);
    await test.settle();
    expect(test.web.textsTo('session-2')).toHaveLength(1);
  });

  it('something that is not parked is left as it is', async () => {
    expect(await retryParked(db(), 'out_unknown', test.clock.now())).toBe(false);
  });
});
