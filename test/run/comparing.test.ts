import { afterEach, beforeEach, expect, it } from 'vitest';
import { fireOneFollowUp } from '../../src/run/follow-ups.ts';
import { takeOneTurn } from '../../src/run/turns.ts';
import { type TestApp, testApp } from '../support/app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await testApp();
});
afterEach(() => test.close());

const people = 8;
const atOnce = 4;

it('compares many complaints of one matter side by side: each file has the whole count, no comparison fails [TR-3]', async () => {
  const { world } = test.app;
  for (let person = 0; person < people; person += 1)
    await test.says(`owner${person}`, '业主占领售楼处商讨示威事宜');
  test.clock.moveTo('2026-11-23T02:00:05.000Z');
  while (await takeOneTurn(world)) {}
  for (let second = 6; second < 6 + people * 3; second += 1) {
    await Promise.all(Array.from({ length: atOnce }, () => fireOneFollowUp(world)));
    test.clock.moveTo(new Date(Date.UTC(2026, 10, 23, 2, 0, second)).toISOString());
  }
  const comparisons = await world.db
    .selectFrom('follow_ups')
    .select(['state', 'attempts', 'error'])
    .where('key', 'like', '%/compare')
    .execute();
  expect(comparisons).toEqual(
    Array.from({ length: people }, () => ({ state: 'done', attempts: 0, error: null })),
  );
  const files = await world.db.selectFrom('complaints').select('state').execute();
  expect(files.map(({ state }) => state.facts.sameComplainants)).toEqual(
    Array.from({ length: people }, () => people),
  );
});
