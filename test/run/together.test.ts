import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fireFollowUps } from '../../src/run/follow-ups.ts';
import { takeTurns } from '../../src/run/turns.ts';
import { readEvents } from '../../src/store/complaints.ts';
import { gathered, shareDatabase } from '../../src/store/gather.ts';
import { personal } from '../../src/store/personal.ts';
import { type TestApp, testApp } from '../support/app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await testApp();
});
afterEach(() => test.close());

const talks = Array.from({ length: 12 }, (_, index) => `talk${index}`);

const waitFor = (seconds: number): void =>
  test.clock.moveTo(new Date(Date.parse(test.clock.now()) + seconds * 1000).toISOString());

const states = async (): Promise<Readonly<Record<string, number>>> => {
  const rows = await test.app.world.db.selectFrom('inbox').select('state').execute();
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ state }) => state)].map(([state, all]) => [state, all.length]),
  );
};

describe('turns taken together', () => {
  it('answer each talk once and file each complaint once', async () => {
    await Promise.all(talks.map((talk) => test.says(talk, '业主占领售楼处商讨示威事宜')));
    waitFor(2);
    expect(await takeTurns(test.app.world)).toBe(true);
    expect(await takeTurns(test.app.world)).toBe(false);
    expect(await states()).toEqual({ done: talks.length });
    await test.settle();
    for (const talk of talks) expect(test.web.textsTo(talk)).toHaveLength(1);
    const complaints = await test.app.world.db.selectFrom('complaints').select(['number', 'talk']).execute();
    expect(new Set(complaints.map(({ talk }) => talk)).size).toBe(talks.length);
    for (const { number } of complaints) {
      const received = (await readEvents(test.app.world.db, number)).filter(
        ({ type }) => type === 'ComplaintReceived',
      );
      expect(received).toHaveLength(1);
    }
  });

  it('are each taken alone when one of them breaks: only that one waits', async () => {
    await test.app.world.db
      .insertInto('inbox')
      .values({
        key: 'poison',
        lane: 'talk/web:talk3',
        arrived_at: test.clock.now(),
        body: personal('inbox', { kind: 'text' }),
        error: null,
      })
      .execute();
    await Promise.all(talks.map((talk) => test.says(talk, 'My parcel never arrived')));
    waitFor(2);
    await takeTurns(test.app.world);
    expect(await states()).toEqual({ done: talks.length - 1, waiting: 2 });
    for (let round = 0; round < 8; round++) {
      waitFor(120);
      while (await takeTurns(test.app.world)) {
        // Until nothing is due.
      }
    }
    expect(await states()).toEqual({ done: talks.length, parked: 1 });
    await test.settle();
    for (const talk of talks) expect(test.web.textsTo(talk).length).toBeGreaterThan(0);
    expect(test.web.textsTo('talk4')).toHaveLength(1);
  });

  it('let only the first of two presses at the desk have an effect', async () => {
    await test.says('jane', '业主占领售楼处商讨示威事宜');
    await test.settle();
    const take = test.web.sent
      .flatMap(({ message }) => message.buttons ?? [])
      .find(({ label }) => label === '接手');
    // Two places, so two lanes: both wait for the same transaction.
    const press = (id: string, place: string) =>
      test.receive({
        kind: 'press',
        key: `press:${id}`,
        from: { id },
        address: { channel: 'web', place },
        buttonId: take?.id ?? '',
      });
    await Promise.all([press('lin', 'team'), press('chen', 'manager')]);
    await takeTurns(test.app.world);
    expect(await states()).toEqual({ done: 3 });
    const [row] = await test.app.world.db.selectFrom('complaints').select('number').execute();
    const taken = (await readEvents(test.app.world.db, row?.number ?? '')).filter(
      ({ type }) => type === 'ComplaintTaken',
    );
    expect(taken).toHaveLength(1);
  });
});

describe('follow-ups fired together', () => {
  it('fire each silence once', async () => {
    await Promise.all(talks.map((talk) => test.says(talk, 'My parcel never arrived')));
    await test.settle();
    waitFor(31 * 60);
    // All within the time in which nothing counts as late.
    await test.app.world.db
      .updateTable('follow_ups')
      .set({ run_at: test.clock.now() })
      .where('key', 'like', '%/silence')
      .execute();
    while (await fireFollowUps(test.app.world)) {
      // Until nothing is due.
    }
    const complaints = await test.app.world.db.selectFrom('complaints').select('talk').execute();
    expect(complaints.map(({ talk }) => talk).sort()).toEqual(talks.map((talk) => `web:${talk}`).sort());
  });

  it('leave a talk alone in which somebody has just spoken', async () => {
    await test.says('jane', 'My parcel never arrived');
    await test.settle();
    waitFor(30 * 60);
    await test.says('jane', 'order 20261109-4471');
    await fireFollowUps(test.app.world);
    expect(await test.app.world.db.selectFrom('complaints').select('number').execute()).toEqual([]);
    await test.settle();
    expect(test.web.textsTo('jane')).toHaveLength(2);
  });
});

describe('asks on a shared handle', () => {
  it('go together, and a bad one fails only its caller', async () => {
    const { db } = test.app.world;
    const batches: (readonly number[])[] = [];
    const half = gathered<number, number>(async (_tx, asks) => {
      batches.push(asks);
      if (asks.includes(13)) throw new Error('unlucky');
      return asks.map((ask) => ask / 2);
    });
    expect(await half(db, 2)).toBe(1);
    shareDatabase(db);
    const answers = await Promise.allSettled([2, 4, 13, 6].map((ask) => half(db, ask)));
    expect(answers.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([
      1,
      2,
      'failed',
      3,
    ]);
    expect(batches[1]).toEqual([2, 4, 13, 6]);
  });
});
