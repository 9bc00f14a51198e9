import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Fault } from '../../src/faults.ts';
import type { OutboundMessage } from '../../src/outbox/message.ts';
import { createRelay } from '../../src/run/relay.ts';
import { readEvents } from '../../src/store/complaints.ts';
import { queueMessages } from '../../src/store/outbox.ts';
import { personal } from '../../src/store/personal.ts';
import { type TestApp, testApp } from '../support/app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await testApp();
});
afterEach(() => test.close());

const states = async () =>
  test.app.world.db
    .selectFrom('outbox')
    .select(['state', 'place', 'attempts', 'error'])
    .orderBy('seq')
    .execute();

describe('the relay', () => {
  it('keeps the order of a talk while its first message is retried', async () => {
    test.web.failures.push(new Fault('channel-unavailable', 'away', { retryable: true }));
    await test.says('jane', 'My parcel never arrived');
    await test.settle();
    expect(test.web.textsTo('jane')).toEqual([]);
    await test.says('jane', 'order 20261109-4471');
    await test.settle(1);
    expect(test.web.textsTo('jane').length).toBeLessThanOrEqual(1);
    await test.settle(10);
    const texts = test.web.textsTo('jane');
    expect(texts).toHaveLength(2);
    expect(texts[0]).toMatch(/sorry/i);
  });

  it('waits as long as the vendor says and does not count it', async () => {
    test.web.failures.push(
      new Fault('channel-rate-limited', 'slow down', { retryable: true, retryAfterSeconds: 30 }),
    );
    await test.says('jane', 'My parcel never arrived');
    await test.settle();
    await test.settle(20);
    expect(test.web.textsTo('jane')).toEqual([]);
    expect((await states())[0]?.attempts).toBe(0);
    await test.settle(15);
    expect(test.web.textsTo('jane')).toHaveLength(1);
  });

  it('parks a message after ten rejections and tells the team', async () => {
    test.web.failures.push(...Array.from({ length: 10 }, () => new Fault('channel-rejected', 'no')));
    await test.says('jane', 'My parcel never arrived');
    for (let round = 0; round < 27; round++) await test.settle(60);
    expect((await states())[0]).toMatchObject({ state: 'parked', error: 'channel-rejected' });
    expect(test.web.textsTo('team').join('\n')).toMatch(/channel-rejected/);
  });

  it('notes in the file that a complainant cannot be reached [IN-8]', async () => {
    await test.says('jane', '业主占领售楼处商讨示威事宜');
    await test.settle();
    await test.says('jane', '今天早上，在青云路');
    test.web.unreachable.add('jane');
    await test.settle();
    await test.settle();
    const [row] = await test.app.world.db.selectFrom('complaints').select('number').execute();
    const types = (await readEvents(test.app.world.db, row?.number ?? '')).map(({ type }) => type);
    expect(types).toContain('ContactFailed');
    expect(types).toContain('ReachabilityNoted');
  });

  it('goes on after our own bug in a transport, later', async () => {
    test.web.failures.push(new TypeError('undefined is not a function'));
    await test.says('jane', 'My parcel never arrived');
    await test.settle();
    expect(test.web.textsTo('jane')).toEqual([]);
    await test.settle(120);
    expect(test.web.textsTo('jane')).toHaveLength(1);
  });

  it('skips redraws that a later redraw overtakes', async () => {
    await test.says('jane', '业主占领售楼处商讨示威事宜');
    await test.settle();
    const before = test.web.sent.filter(({ message }) => message.key?.endsWith('/card')).length;
    const { world } = test.app;
    const [card] = await world.db.selectFrom('outbox').selectAll().where('key', 'like', '%/card').execute();
    for (const id of ['late_1', 'late_2', 'late_3']) {
      await world.db
        .insertInto('outbox')
        .values({
          id,
          lane: card?.lane ?? '',
          channel: 'web',
          place: 'team',
          key: card?.key ?? null,
          complaint: card?.complaint ?? null,
          severity: 1,
          body: personal('outbox', { ...card?.body, id, text: id }),
          run_at: test.clock.now(),
          leased_until: null,
          queued_at: test.clock.now(),
          sent_at: null,
          error: null,
        })
        .execute();
    }
    await test.settle();
    const after = test.web.sent.filter(({ message }) => message.key?.endsWith('/card'));
    expect(after.length - before).toBe(1);
    expect(after.at(-1)?.message.text).toBe('late_3');
  });

  describe('a lane with several messages', () => {
    const queue = (messages: readonly OutboundMessage[]) =>
      queueMessages(test.app.world.db, messages, test.clock.now());
    const line = (id: string, more: Partial<OutboundMessage> = {}): OutboundMessage => ({
      id,
      to: { channel: 'web', place: 'team' },
      audience: 'team',
      voice: 'bot',
      locale: 'en',
      text: id,
      ...more,
    });

    it('goes in one look, each in the thread and on the card that the ones before opened', async () => {
      await queue([
        line('card', { key: 'T/card', opensThread: { key: 'T/team', title: 'card' } }),
        line('note', { inThread: 'T/team' }),
        line('redraw', { key: 'T/card', opensThread: { key: 'T/team', title: 'redraw' } }),
      ]);
      await createRelay(test.app.world).sendDue();
      expect(test.web.sent.map(({ message }) => message.id)).toEqual(['card', 'note', 'redraw']);
      const [card, note, redraw] = test.web.sent;
      expect(card?.edits).toBeUndefined();
      expect(note?.thread).toBe('thread-web-1');
      expect(redraw?.edits).toBe('web-1');
      expect((await states()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
    });

    it('lets others have a look after four, and waits where one fails', async () => {
      await queue(['1', '2', '3', '4', '5', '6'].map((id) => line(id, { inThread: 'T/team' })));
      const relay = createRelay(test.app.world);
      await relay.sendDue();
      expect(test.web.sent.map(({ message }) => message.id)).toEqual(['1', '2', '3', '4']);
      test.web.failures.push(new Fault('channel-unavailable', 'away', { retryable: true }));
      await relay.sendDue();
      expect(await relay.sendDue()).toBe(false);
      expect(test.web.sent).toHaveLength(4);
      expect((await states()).map(({ attempts }) => attempts)).toEqual([1, 1, 1, 1, 1, 0]);
    });
  });
});
