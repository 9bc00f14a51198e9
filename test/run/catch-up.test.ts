import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../src/complaint/commands.ts';
import { carryOut } from '../../src/run/register.ts';
import { inTransaction } from '../../src/run/world.ts';
import { readEvents } from '../../src/store/complaints.ts';
import { soonest } from '../../src/store/dues.ts';
import { planFollowUps } from '../../src/store/follow-ups.ts';
import type { Instant } from '../../src/terms.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { receive, statement, system } from '../support/given.ts';

const complaints = 200;
const perSecond = 4;
const atOnce = 20;

let test: TestApp;
beforeEach(async () => {
  test = await testApp();
});
afterEach(() => test.close());

const numbers = Array.from({ length: complaints }, (_, n) => `R-2026-${String(n + 1).padStart(6, '0')}`);
const later = (minutes: number): Instant =>
  new Date(Date.parse(test.clock.now()) + minutes * 60_000).toISOString();

/** What a file long past it would still have waiting: each finds nothing to do. */
const staleCommands = (at: Instant): readonly Command[] => [
  { type: 'CheckHandOver', at, by: system, offeredAt: at },
  { type: 'CheckPromise', at, by: system, promiseId: 'none' },
  { type: 'AskFollowUp', at, by: system, attempt: 1 },
];

/** A complaint with two dates of its own and three of the past: five each. */
const fileComplaints = async (): Promise<void> => {
  const at = test.clock.now();
  const { app } = test;
  for (const [n, number] of numbers.entries())
    await inTransaction(app.world, async (work) => {
      const words = { ...statement(`m-${n}`, `${n + 1}号楼的门禁坏了，没人修。`), at };
      const told = { at, number, receivedAt: at, statements: [words], contact: null };
      const [by, complainant] = [
        { kind: 'complainant', id: `C-${n}` },
        { id: `C-${n}`, kind: 'consumer' },
      ] as const;
      await carryOut(number, [receive({ ...told, by, complainant })], work);
      await planFollowUps(
        work.tx,
        staleCommands(at).map((command, index) => {
          const dueAt = later(600 + 13 * n + 7 * index);
          return { key: `${number}/stale/${command.type}`, complaint: number, talk: null, command, dueAt };
        }),
        at,
      );
    });
  await app.settle();
};

const dates = () =>
  test.app.world.db
    .selectFrom('follow_ups')
    .select(['key', 'state', 'due_at', 'error', 'complaint'])
    .execute();

/** Lets time pass until nothing of the outage is left; looks every few steps. */
const live = async (until: Instant, look: () => Promise<void>): Promise<void> => {
  for (let step = 0; ; step += 1) {
    const next = soonest(await test.app.settle());
    if (step % 8 === 0 || next === null || next > until) await look();
    if (next === null || next > until) return;
    test.clock.moveTo(next);
  }
};

describe('three days down', () => {
  it('carries out what is due once, in order, a few each second; says what was overtaken, and that it is late, once [CL-7, AD-7]', async () => {
    await fileComplaints();
    const planned = (await dates()).filter(({ state }) => state === 'waiting');
    const back = later(3 * 24 * 60);
    const due = new Map(planned.filter(({ due_at }) => due_at <= back).map((row) => [row.key, row.due_at]));
    expect(due.size).toBeGreaterThanOrEqual(5 * complaints);

    test.clock.moveTo(back);
    let carriedOut: readonly string[] = [];
    await live(later(15), async () => {
      const done = (await dates()).filter(
        ({ key, state, due_at }) => due.has(key) && (state === 'done' || due_at !== due.get(key)),
      );
      const seconds = (Date.parse(test.clock.now()) - Date.parse(back)) / 1000;
      expect(done.length).toBeLessThanOrEqual(atOnce + 1 + perSecond * seconds);
      const fresh = done.map(({ key }) => key).filter((key) => !carriedOut.includes(key));
      const earliest = fresh.map((key) => due.get(key) ?? '').sort()[0] ?? '9';
      const latest =
        carriedOut
          .map((key) => due.get(key) ?? '')
          .sort()
          .at(-1) ?? '';
      expect(earliest >= latest, `${earliest} after ${latest}`).toBe(true);
      carriedOut = [...carriedOut, ...fresh];
    });

    const seconds = (Date.parse(test.clock.now()) - Date.parse(back)) / 1000;
    expect(carriedOut).toHaveLength(due.size);
    expect(seconds).toBeGreaterThanOrEqual((due.size - atOnce) / perSecond - 1);
    const overtaken = (await dates()).filter(({ error }) => error === 'overtaken').map(({ key }) => key);
    expect(overtaken.filter((key) => key.includes('/stale/'))).toHaveLength(3 * complaints);
    expect(overtaken).toHaveLength(3 * complaints);
    for (const number of numbers) {
      const types = (await readEvents(test.app.world.db, number)).map(({ type }) => type);
      expect(types.filter((type) => type === 'LeftUnclaimed')).toHaveLength(1);
      expect(types.filter((type) => type === 'FollowUpAsked')).toEqual([]);
    }
    expect(test.web.textsTo('team').filter((text) => /延误|minutes late/.test(text))).toHaveLength(1);
  }, 240_000);

  it('asks nobody at night what should have been asked by day [CL-7]', async () => {
    const at = test.clock.now();
    await inTransaction(test.app.world, async (work) => {
      await carryOut('R-2026-000001', [receive({ at, receivedAt: at })], work);
      const command: Command = { type: 'AskFollowUp', at, by: system, attempt: 1 };
      const row = { key: 'R-2026-000001/follow-up', complaint: 'R-2026-000001', talk: null, command };
      await planFollowUps(work.tx, [{ ...row, dueAt: later(60) }], at);
    });
    test.clock.moveTo('2026-11-23T18:00:00.000Z');
    await test.app.settle();
    const { state, run_at } = await test.app.world.db
      .selectFrom('follow_ups')
      .select(['state', 'run_at'])
      .where('key', '=', 'R-2026-000001/follow-up')
      .executeTakeFirstOrThrow();
    expect({ state, run_at }).toEqual({ state: 'waiting', run_at: '2026-11-24T01:00:00.000Z' });
  });

  it('is not late with a date that had passed before it was planned, as of a file taken up again', async () => {
    const at = test.clock.now();
    const before = test.web.textsTo('team').length;
    await inTransaction(test.app.world, async (work) => {
      const command: Command = { type: 'AskFollowUp', at, by: system, attempt: 1 };
      const row = { key: 'R-2026-000002/past', complaint: 'R-2026-000002', talk: null, command };
      await planFollowUps(work.tx, [{ ...row, dueAt: later(-3 * 24 * 60) }], at);
    });
    await test.app.settle();
    const { state, run_at } = await test.app.world.db
      .selectFrom('follow_ups')
      .select(['state', 'run_at'])
      .where('key', '=', 'R-2026-000002/past')
      .executeTakeFirstOrThrow();
    expect(run_at >= at).toBe(true);
    expect(state).not.toBe('parked');
    expect(
      test.web
        .textsTo('team')
        .slice(before)
        .filter((text) => /延误|minutes late/.test(text)),
    ).toEqual([]);
  });
});
