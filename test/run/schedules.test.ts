import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkLateness } from '../../src/run/lateness.ts';
import { keepRetention } from '../../src/run/retention.ts';
import { takeOneTurn } from '../../src/run/turns.ts';
import { type TestApp, testApp } from '../support/app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await testApp();
});
afterEach(() => test.close());

/** As four processes do at the same minute: each in a transaction of its own. */
const byFour = <Result>(sweep: () => Promise<Result>): Promise<readonly Result[]> =>
  Promise.all(Array.from({ length: 4 }, sweep));

const lateNotices = async (): Promise<number> => {
  await test.settle(0);
  return test.web.textsTo('team').filter((text) => text.includes('分钟')).length;
};

it('one of four processes tells that follow-ups are late, once an hour [AD-7]', async () => {
  const { world } = test.app;
  await test.says('jane', 'My parcel never arrived');
  test.clock.moveTo('2026-11-23T02:00:05.000Z');
  while (await takeOneTurn(world)) {}
  test.clock.moveTo('2026-11-23T02:50:00.000Z');
  await byFour(() => checkLateness(world));
  await byFour(() => checkLateness(world));
  const claimed = await world.db.selectFrom('sweeps').select('key').where('key', 'like', 'late/%').execute();
  expect(claimed).toHaveLength(1);
  expect(await lateNotices()).toBe(1);
});

it('one of four processes keeps the retention of a day [AD-3]', async () => {
  const swept = await byFour(() => keepRetention(test.app.world));
  expect(swept.filter((count) => count !== null)).toHaveLength(1);
});
