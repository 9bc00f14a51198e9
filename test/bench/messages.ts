import pino from 'pino';
import { createApp } from '../../src/app.ts';
import type { Channel } from '../../src/ports.ts';
import { createWallClock } from '../../src/run/clock.ts';
import { createIds } from '../../src/run/ids.ts';
import { createIntake } from '../../src/run/intake.ts';
import { createDatabase, openDatabase } from '../../src/store/database.ts';
import { figure, percentile } from './percentile.ts';

/** A transport that takes everything at once and tells when. */
const sink = (taken: (place: string, complaint: string | undefined) => void): Channel => ({
  name: 'web',
  routes: [],
  pace: () => ({ everyMs: 0, perMinute: 1_000_000 }),
  start: async () => {},
  stop: async () => {},
  send: async ({ message }) => {
    taken(message.to.place, message.complaint);
    return { messageId: message.id, ...(message.opensThread ? { threadId: message.id } : {}) };
  },
});

const openBenchApp = async (
  serverUrl: string,
  name: string,
  taken: (place: string, complaint: string | undefined) => void,
) => {
  const url = await createDatabase(serverUrl, name);
  const db = openDatabase(url, { poolSize: 8 });
  const app = await createApp(
    {
      policyPack: 'general',
      organisation: null,
      timeZone: null,
      locale: null,
      http: { publicUrl: 'http://127.0.0.1:3000' },
      channels: { team: { channel: 'web', place: 'team' }, manager: { channel: 'web', place: 'manager' } },
    },
    {
      db,
      databaseUrl: url,
      clock: createWallClock(),
      ids: createIds(),
      log: pino({ level: 'silent' }),
      connect: () => [sink(taken)],
    },
  );
  return { app, db };
};

const talks = 600;

/** Messages made durable and answered per second, and the time from the close of a burst to the reply handed over. */
export const measureMessages = async (serverUrl: string): Promise<readonly string[]> => {
  const handed = new Map<string, number>();
  const { app, db } = await openBenchApp(serverUrl, 'bench_messages', (place) => {
    if (!handed.has(place)) handed.set(place, performance.now());
  });
  const receive = createIntake(app.world);
  await app.start('all');
  const sent = new Map<string, number>();
  const start = performance.now();
  await Promise.all(
    Array.from({ length: talks }, async (_, index) => {
      const place = `talk${index}`;
      const text = index % 2 ? '电饭煲坏了，我要退款' : 'My parcel never arrived';
      await receive({
        kind: 'text',
        key: place,
        messageId: place,
        text,
        files: [],
        from: { id: place },
        address: { channel: 'web', place },
      });
      sent.set(place, performance.now());
    }),
  );
  const stored = (performance.now() - start) / 1000;
  while (handed.size < talks) await new Promise((resolve) => setTimeout(resolve, 20));
  const turned = (performance.now() - start) / 1000 - 1.5;
  const waits = [...sent].map(([place, at]) => (handed.get(place) ?? 0) - at - 1500);
  await app.stop();
  await db.destroy();
  return [
    `durable intake        ${figure(talks / stored)} messages/s`,
    `turns answered        ${figure(talks / turned)} first answers/s, ${talks} talks at once`,
    `  close → handed over p50 ${figure(percentile(waits, 0.5))} ms, p99 ${figure(percentile(waits, 0.99))} ms with all of them at once`,
    ...(await measureOne(serverUrl)),
  ];
};

/** One talk at a time, so that nothing waits for anything else. */
const measureOne = async (serverUrl: string): Promise<readonly string[]> => {
  const handed: { place: string; complaint: string | undefined; at: number }[] = [];
  const { app, db } = await openBenchApp(serverUrl, 'bench_one', (place, complaint) =>
    handed.push({ place, complaint, at: performance.now() }),
  );
  const receive = createIntake(app.world);
  await app.start('all');
  const replies: number[] = [];
  const managers: number[] = [];
  for (let index = 0; index < 12; index++) {
    const place = `one${index}`;
    handed.length = 0;
    const text = '业主占领售楼处商讨示威事宜';
    await receive({
      kind: 'text',
      key: place,
      messageId: place,
      text,
      files: [],
      from: { id: place },
      address: { channel: 'web', place },
    });
    const at = performance.now() + 1500;
    const reply = () => handed.find((one) => one.place === place);
    const manager = () =>
      handed.find((one) => one.place === 'manager' && one.complaint === reply()?.complaint);
    while (!reply() || !manager()) await new Promise((resolve) => setTimeout(resolve, 2));
    replies.push((reply()?.at ?? 0) - at);
    managers.push((manager()?.at ?? 0) - at);
  }
  await app.stop();
  await db.destroy();
  return [
    `one talk at a time    close → reply p50 ${figure(percentile(replies, 0.5))} ms, worst ${figure(Math.max(...replies))} ms`,
    `  level 1 → managers  p50 ${figure(percentile(managers, 0.5))} ms, worst ${figure(Math.max(...managers))} ms`,
  ];
};
