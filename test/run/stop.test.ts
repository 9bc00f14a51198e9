import { afterAll, beforeAll, expect, it } from 'vitest';
import { chatClient, until } from '../support/chat.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { type RunningProduct, startProduct } from '../support/process.ts';

let database: FreshDatabase;
let product: RunningProduct | undefined;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await product?.kill();
  await database.close();
});

const talks = 30;

it('stops within ten seconds in the middle of work, leaves nothing leased, and the next process goes on where it was', async () => {
  product = await startProduct({ DATABASE_URL: database.url });
  const first = product;
  const chats = await Promise.all(Array.from({ length: talks }, () => chatClient(first.url, 'en')));
  await Promise.all(
    chats.map((chat, index) => chat.say('m1', `My parcel ${index} never arrived, I want a refund.`)),
  );
  // All bursts close together a second and a half after the last word; the signal comes while they are answered.
  await until('some answers, not all', async () => {
    const { count } = await database.db
      .selectFrom('inbox')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('state', '=', 'done')
      .executeTakeFirstOrThrow();
    return count > 0;
  });
  const asked = performance.now();
  expect(await first.stop()).toBe(0);
  expect(performance.now() - asked).toBeLessThan(10_000);
  const leased = await database.db
    .selectFrom('outbox')
    .select('id')
    .where('state', '=', 'waiting')
    .where('leased_until', 'is not', null)
    .execute();
  expect(leased).toEqual([]);

  product = await startProduct({ DATABASE_URL: database.url });
  const { url } = product;
  for (const chat of chats) {
    const lines = async () => {
      const answer = await fetch(`${url}/api/chat/messages`, {
        headers: { authorization: `Bearer ${chat.token}` },
      });
      return ((await answer.json()) as { messages: { from: string; text: string }[] }).messages;
    };
    await until('an answer', async () => (await lines()).some(({ from }) => from === 'bot'), 30_000);
    const texts = (await lines()).map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  }
  expect(await product.stop()).toBe(0);
}, 120_000);
