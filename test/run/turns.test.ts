import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEvents } from '../../src/store/complaints.ts';
import { personal } from '../../src/store/personal.ts';
import { type TestApp, testApp } from '../support/app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await testApp();
});
afterEach(() => test.close());

const numberOf = async (): Promise<string> =>
  (await test.app.world.db.selectFrom('complaints').select('number').executeTakeFirst())?.number ?? '';

describe('turns', () => {
  it('answers a burst once, with nothing in it lost [IN-6]', async () => {
    for (const text of ['My parcel', 'never arrived', 'and nobody answers', 'the phone!!'])
      await test.says('jane', text);
    await test.settle();
    expect(test.web.textsTo('jane')).toHaveLength(1);
    test.clock.moveTo('2026-11-23T03:00:00.000Z');
    await test.settle();
    const [received] = await readEvents(test.app.world.db, await numberOf());
    expect(received?.type === 'ComplaintReceived' && received.statements.map(({ text }) => text)).toEqual([
      'My parcel',
      'never arrived',
      'and nobody answers',
      'the phone!!',
    ]);
  });

  it('stops a repeat of the same arrival', async () => {
    await test.says('jane', 'My parcel never arrived', 'same');
    await test.says('jane', 'My parcel never arrived', 'same');
    await test.settle();
    await test.says('jane', 'My parcel never arrived', 'same');
    await test.settle();
    expect(test.web.textsTo('jane')).toHaveLength(1);
  });

  it('counts receipt from the first complaining message, not from filing [IN-10]', async () => {
    await test.says('jane', 'My parcel never arrived');
    const told = test.clock.now();
    await test.settle();
    test.clock.moveTo('2026-11-23T03:00:00.000Z');
    await test.settle();
    const [received] = await readEvents(test.app.world.db, await numberOf());
    expect(received?.type === 'ComplaintReceived' && received.receivedAt).toBe(told);
  });

  it('files what was told after silence in mid-intake [IN-11]', async () => {
    await test.says('jane', 'My parcel never arrived');
    await test.settle();
    expect(await numberOf()).toBe('');
    test.clock.moveTo('2026-11-23T02:31:00.000Z');
    await test.settle();
    expect(await numberOf()).toMatch(/^R-2026-\d{6}$/);
  });

  it('files a level 1 complaint and calls the managers in the same turn [IN-10]', async () => {
    await test.says('jane', '业主占领售楼处商讨示威事宜');
    await test.settle();
    expect(await numberOf()).not.toBe('');
    expect(test.web.textsTo('manager').length).toBeGreaterThan(0);
  });

  it('answers a press by a stranger to the organisation and does nothing', async () => {
    await test.says('jane', '业主占领售楼处商讨示威事宜');
    await test.settle();
    const take = test.web.sent
      .flatMap(({ message }) => message.buttons ?? [])
      .find(({ label }) => label === '接手');
    const press = (id: string, key: string) =>
      test.receive({
        kind: 'press',
        key,
        from: { id },
        address: { channel: 'web', place: 'team' },
        buttonId: take?.id ?? '',
      });
    await press('nobody', 'p1');
    await test.settle();
    expect(test.web.sent.at(-1)?.message.answer?.senderId).toBe('nobody');
    expect((await readEvents(test.app.world.db, await numberOf())).map(({ type }) => type)).not.toContain(
      'ComplaintTaken',
    );
    await Promise.all([press('lin', 'p2'), press('chen', 'p3'), press('lin', 'p2')]);
    await test.settle();
    const taken = (await readEvents(test.app.world.db, await numberOf())).filter(
      ({ type }) => type === 'ComplaintTaken',
    );
    expect(taken).toHaveLength(1);
    const answers = test.web.sent
      .filter(({ message }) => message.answer)
      .map(({ message }) => message.answer?.senderId);
    expect(answers).toEqual(['nobody', 'lin', 'chen']);
  });

  it('sets a message aside that breaks its turn, tells the team, and goes on with the next', async () => {
    await test.app.world.db
      .insertInto('inbox')
      .values({
        key: 'poison',
        lane: 'talk/web:jane',
        arrived_at: test.clock.now(),
        body: personal('inbox', { kind: 'text' }),
        error: null,
      })
      .execute();
    await test.says('jane', 'My parcel never arrived');
    for (let round = 0; round < 8; round++) await test.settle(120);
    const rows = await test.app.world.db
      .selectFrom('inbox')
      .select(['key', 'state'])
      .orderBy('seq')
      .execute();
    expect(rows).toEqual([
      { key: 'poison', state: 'parked' },
      { key: 'said:1', state: 'done' },
    ]);
    expect(test.web.textsTo('jane')).toHaveLength(1);
    expect(test.web.textsTo('team').join()).toMatch(/poison/);
  });

  it('writes nothing when the transaction dies half-way: the turn is taken again whole', async () => {
    await test.says('jane', '业主占领售楼处商讨示威事宜');
    const { world } = test.app;
    const broken = {
      ...world.metrics.complaints,
      inc: () => {
        throw new Error('the power goes');
      },
    };
    const inc = world.metrics.complaints.inc.bind(world.metrics.complaints);
    world.metrics.complaints.inc = broken.inc;
    await test.settle();
    expect(await numberOf()).toBe('');
    expect(test.web.sent).toEqual([]);
    world.metrics.complaints.inc = inc;
    await test.settle(60);
    expect(await numberOf()).not.toBe('');
    expect(test.web.textsTo('jane')).toHaveLength(1);
  });
});
