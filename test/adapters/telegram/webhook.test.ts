import { createServer } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { secretHeader } from '../../../adapters/telegram/webhook.ts';
import { Fault } from '../../../src/faults.ts';
import type { Route } from '../../../src/ports.ts';
import { TelegramServer } from '../../support/telegram-server/server.ts';
import { type Rig, rig, until } from './harness.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** Serves the channel's route as `run/http.ts` does. */
const serve = async (routes: () => readonly Route[]): Promise<string> => {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://local');
    const route = routes().find((one) => one.path === url.pathname && one.method === request.method);
    if (!route) return void response.writeHead(404).end();
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    const answer = await route.handle(
      new Request(url, { method: 'POST', headers, body: new Uint8Array(Buffer.concat(parts)) }),
      {},
    );
    response.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
};

const webhooked = async (options: Parameters<typeof rig>[0] = {}): Promise<Rig & { url: string }> => {
  let made: Rig | undefined;
  const base = await serve(() => made?.channel.routes ?? []);
  const onServer = await new TelegramServer().start();
  closers.push(() => onServer.close());
  made = await rig({ webhookUrl: base, webhookSecret: 'a-secret', onServer, ...options });
  const { close, channel } = made;
  closers.push(close);
  return { ...made, url: `${base}${channel.routes[0]?.path}` };
};

const lin = { id: 7, first_name: 'Lin' };
const post = (url: string, body: unknown, secret?: string) =>
  fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { ...(secret && { [secretHeader]: secret }) },
  });

test('tells Telegram a secret path, the secret header and what to send', async () => {
  const made = await webhooked();
  await made.start();
  const [call] = made.server.callsOf('setWebhook');
  expect(call?.values).toMatchObject({ url: made.url, secret_token: 'a-secret', max_connections: 40 });
  expect(new URL(made.url).pathname).toMatch(/^\/telegram\/[0-9a-f]{32}$/);
  expect(made.server.callsOf('getUpdates')).toHaveLength(0);
});

test('keeps a path the operator chose, and makes a secret when none is given', async () => {
  const made = await rig({ webhookUrl: 'https://bot.example/telegram/own' });
  closers.push(made.close);
  expect(made.channel.routes.map((route) => route.path)).toEqual(['/telegram/own']);
  await made.start();
  expect(made.server.callsOf('setWebhook')[0]?.values.secret_token).toMatch(/^[0-9a-f]{64}$/);
});

test('stores what Telegram delivers, in the order of each chat', async () => {
  const made = await webhooked();
  await made.start();
  for (let at = 0; at < 5; at++)
    for (const id of [1, 2]) made.server.person({ id, first_name: `P${id}` }).say(String(at));
  await until('all ten', () => made.arrivals.length === 10);
  for (const id of ['1', '2']) {
    const said = made.arrivals
      .filter((one) => one.from.id === id)
      .map((one) => one.kind === 'text' && one.text);
    expect(said).toEqual(['0', '1', '2', '3', '4']);
  }
  await until('the confirmations', () => made.server.queue.waiting.length === 0);
});

test('a dead database answers 500, and Telegram’s next try is kept', async () => {
  const made = await webhooked();
  await made.start();
  const down = new Fault('database-unavailable', 'down', { retryable: true });
  made.troubles.push(down, down);
  made.server.person(lin).say('do not lose me');
  await until('the arrival', () => made.arrivals.length === 1);
  await until('the confirmation', () => made.server.queue.waiting.length === 0);
  expect(made.server.deliveries.map((delivery) => delivery.status)).toEqual([500, 500, 200]);
});

test('a poison update is answered 200 and parked: it must not block its chat for a day', async () => {
  const made = await webhooked();
  await made.start();
  made.server.queue.push({
    message: { message_id: 1, chat: { id: 7, type: 'private' }, from: lin, text: 'x', photo: 7 },
  });
  made.server.person(lin).say('next');
  await until('the next', () => made.arrivals.length === 1);
  await until('both deliveries', () => made.server.deliveries.length === 2);
  expect(made.server.deliveries.map((delivery) => delivery.status)).toEqual([200, 200]);
  expect(made.logged.some((line) => line.level === 'error' && line.message.includes('parked'))).toBe(true);
});

test.each([
  ['none', undefined],
  ['a wrong one', 'A-secret'],
  ['a longer one', 'a-secret-and-more'],
])('a call with %s instead of the secret is refused and stores nothing', async (_, secret) => {
  const made = await webhooked();
  await made.start();
  const update = {
    update_id: 1,
    message: { message_id: 1, date: 1, chat: { id: 7, type: 'private' }, from: lin, text: 'forged' },
  };
  expect((await post(made.url, update, secret)).status).toBe(401);
  expect(made.arrivals).toEqual([]);
  expect((await post(made.url, update, 'a-secret')).status).toBe(200);
  expect(made.arrivals).toHaveLength(1);
});

test('what is no update is refused, and nothing is taken before the start or after the stop', async () => {
  const made = await webhooked();
  expect((await post(made.url, { update_id: 1 }, 'a-secret')).status).toBe(503);
  await made.start();
  expect((await post(made.url, 'nothing', 'a-secret')).status).toBe(400);
  await made.channel.stop();
  expect((await post(made.url, { update_id: 1 }, 'a-secret')).status).toBe(503);
});

test('each part of an album is an arrival of its own: nothing is held in memory after the 200', async () => {
  const made = await webhooked();
  await made.start();
  const person = made.server.person(lin);
  for (const id of ['a', 'b']) {
    person.say('', {
      extra: {
        media_group_id: 'g',
        photo: [{ file_id: made.server.file(id, Buffer.from(id)), width: 1, height: 1 }],
      },
    });
  }
  await until('both parts', () => made.arrivals.length === 2);
});

test('an address Telegram will not call stops the start', async () => {
  const made = await webhooked();
  made.server.fail('setWebhook', {
    status: 400,
    description: 'Bad Request: bad webhook: HTTPS url must be provided for webhook',
  });
  await expect(made.start()).rejects.toMatchObject({ code: 'channel-rejected' });
});

test('a 429 on setting the webhook is waited for', async () => {
  const made = await webhooked();
  made.server.fail('setWebhook', {
    status: 429,
    description: 'Too Many Requests',
    parameters: { retry_after: 0 },
  });
  await made.start();
  expect(made.server.callsOf('setWebhook')).toHaveLength(2);
});

test.each([
  ['a secret with blanks', { webhookUrl: 'https://x.example', webhookSecret: 'a b' }],
  ['no address', { webhookUrl: 'not a url' }],
  ['no token', { token: 'nonsense' }],
])('%s is a configuration fault', async (_, options) => {
  await expect(rig({ ...options, onServer: new TelegramServer() })).rejects.toMatchObject({
    code: 'config-invalid',
  });
});
