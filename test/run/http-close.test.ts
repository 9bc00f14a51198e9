import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { expect, it } from 'vitest';
import { listenHttp } from '../../src/run/http.ts';

const parts = {
  host: '127.0.0.1',
  port: 0,
  ready: async () => ({ ready: true, detail: {} }),
  metrics: async () => '',
  log: pino({ level: 'silent' }),
};

it('answers what is under way when it is closed, takes nothing new, and does not wait for a page that reads for ever', async () => {
  let begun: () => void = () => {};
  const underWay = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const server = await listenHttp({
    ...parts,
    routes: [
      {
        method: 'POST',
        path: '/slow',
        handle: async () => {
          begun();
          await wait(300);
          return new Response('stored');
        },
      },
      { method: 'GET', path: '/stream', handle: async () => new Response(new ReadableStream({})) },
    ],
  });
  const url = `http://127.0.0.1:${server.port}`;
  const reading = await fetch(`${url}/stream`);
  const answer = fetch(`${url}/slow`, { method: 'POST' });
  await underWay;
  const asked = performance.now();
  const closed = server.close();
  await expect(fetch(`${url}/slow`, { method: 'POST' })).rejects.toThrow();
  expect(await (await answer).text()).toBe('stored');
  await closed;
  expect(performance.now() - asked).toBeLessThan(5000);
  await expect(reading.text()).rejects.toThrow();
});
