import { afterEach, expect, test } from 'vitest';
import { Fault, isFault } from '../../../src/faults.ts';
import { type Rig, rig, until } from './harness.ts';

let open: Rig[] = [];
const started = async (options: Parameters<typeof rig>[0] = {}): Promise<Rig> => {
  const made = await rig(options);
  open.push(made);
  await made.start();
  return made;
};
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});

const lin = { id: 7, first_name: 'Lin', language_code: 'zh-hans' };
const unavailable = () => new Fault('database-unavailable', 'down', { retryable: true });

test('stores a private message before it is confirmed', async () => {
  const { server, arrivals } = await started();
  server.person(lin).say('The room was dirty');
  const arrival = await until('the arrival', () => arrivals[0]);
  expect(arrival).toMatchObject({
    kind: 'text',
    key: 'telegram:4242:1000',
    from: { id: '7', name: 'Lin', locale: 'zh-CN' },
    address: { channel: 'telegram', place: '7' },
    text: 'The room was dirty',
    messageId: '7:101',
  });
  await until('the confirmation', () => server.queue.waiting.length === 0);
});

test('a dead database keeps the update at Telegram until it is stored', async () => {
  const { server, arrivals, troubles } = await started();
  troubles.push(unavailable(), unavailable(), unavailable());
  server.person(lin).say('first');
  await until('three refusals', () => troubles.length === 0);
  expect(server.queue.waiting).toHaveLength(1);
  await until('the arrival', () => arrivals.length === 1);
  await until('the confirmation', () => server.queue.waiting.length === 0);
});

test('keeps the order of one chat over failures, and lets other chats pass', async () => {
  const made = await rig();
  open.push(made);
  const { server, arrivals, troubles } = made;
  const people = [1, 2, 3].map((id) => server.person({ id, first_name: `P${id}` }));
  for (let at = 0; at < 8; at++) for (const person of people) person.say(`${at}`);
  troubles.push(undefined, unavailable(), undefined, undefined, unavailable(), undefined, unavailable());
  await made.start();
  await until('all arrivals', () => arrivals.length === 24);
  for (const person of people) {
    const said = arrivals.filter((one) => one.from.id === String(person.user.id));
    expect(said.map((one) => (one.kind === 'text' ? one.text : ''))).toEqual([...'01234567']);
  }
});

test('a killed process gets the unconfirmed batch again, under the same keys', async () => {
  const { server, arrivals, troubles, channel } = await started();
  troubles.push(undefined, undefined, ...Array.from({ length: 50 }, unavailable));
  for (const id of [1, 1, 1]) server.person({ id, first_name: 'A' }).say('x');
  await until('two stored', () => arrivals.length === 2);
  const keys = arrivals.map((one) => one.key);
  const second = await rig({ onServer: server });
  open.push(second);
  const waitingBefore = server.queue.waiting.length;
  await channel.stop();
  await second.start();
  await until('the rest', () => second.arrivals.some((one) => one.key === 'telegram:4242:1002'));
  expect(waitingBefore).toBeGreaterThan(0);
  expect(keys).toEqual(['telegram:4242:1000', 'telegram:4242:1001']);
});

test('the same update twice is told under one key', async () => {
  const { server, arrivals } = await started();
  const update = {
    update_id: 5,
    message: { message_id: 9, date: 1, chat: { id: 7, type: 'private' }, from: lin, text: 'hi' },
  };
  server.queue.put(update);
  await until('the first', () => arrivals.length === 1);
  server.queue.put({ ...update, update_id: 5 });
  server.queue.put({ ...update, update_id: 6, message: { ...update.message, text: 'more' } });
  await until('the second', () => arrivals.length === 2);
  expect(arrivals.map((one) => one.key)).toEqual(['telegram:4242:5', 'telegram:4242:6']);
});

test('a poison update is logged and parked, and its chat goes on', async () => {
  const { server, arrivals, logged } = await started();
  server.queue.push({
    message: { message_id: 1, chat: { id: 7, type: 'private' }, from: lin, text: 'bad', photo: 7 },
  });
  server.person(lin).say('good');
  await until('the good one', () => arrivals.length === 1);
  const line = logged.find((one) => one.level === 'error');
  expect(line).toMatchObject({
    message: 'Telegram: an update is parked',
    data: { update: 1000, kinds: ['message'] },
  });
  expect(JSON.stringify(logged)).not.toContain('bad');
});

test('a bug in storing is tried three times and then parked', async () => {
  const { server, arrivals, troubles, logged } = await started();
  troubles.push(new Error('bug'), new Error('bug'), new Error('bug'));
  const person = server.person(lin);
  person.say('breaks');
  person.say('works');
  await until('the one that works', () => arrivals.length === 1);
  expect(arrivals[0]).toMatchObject({ text: 'works' });
  expect(logged.filter((one) => one.message === 'Telegram: an update is parked')).toHaveLength(1);
});

test('an album is one arrival, and stays at Telegram until it is whole', async () => {
  const { server, arrivals, files } = await started({ tuning: { albumQuietMs: 300 } });
  const person = server.person(lin);
  const part = (id: string) => ({
    extra: {
      media_group_id: 'g1',
      photo: [{ file_id: server.file(id, Buffer.from(id)), width: 9, height: 9 }],
    },
  });
  person.say('Look at this', part('one'));
  person.say('', part('two'));
  await until('the first poll', () => server.callsOf('getUpdates')[0]?.status === 200);
  expect(arrivals).toHaveLength(0);
  person.say('', part('three'));
  const [album] = await until('the album', () => arrivals.length > 0 && arrivals);
  expect(album).toMatchObject({ kind: 'text', text: 'Look at this', key: 'telegram:4242:1000-1002' });
  expect(
    album?.kind === 'text' &&
      album.files.map((file) => Buffer.from(files.kept.get(file.id) ?? []).toString()),
  ).toEqual(['one', 'two', 'three']);
  person.say('after');
  await until('the next', () => arrivals.length === 2);
  await until('the confirmation', () => server.queue.waiting.length === 0);
});

test('another message of the chat ends an album at once', async () => {
  const made = await rig({ tuning: { albumQuietMs: 60_000 } });
  open.push(made);
  const person = made.server.person(lin);
  person.say('a', {
    extra: {
      media_group_id: 'g',
      document: { file_id: made.server.file('d', Buffer.from('d')), file_name: 'd.txt' },
    },
  });
  person.say('b');
  await made.start();
  await until('both', () => made.arrivals.length === 2);
  expect(made.arrivals.map((one) => (one.kind === 'text' ? one.text : ''))).toEqual(['a', 'b']);
});

test('another poller is named clearly, and polling goes on when it has gone', async () => {
  const made = await rig();
  open.push(made);
  made.server.fail(
    'getUpdates',
    { status: 409, description: 'Conflict: terminated by other getUpdates request' },
    3,
  );
  await made.start();
  made.server.person(lin).say('after the conflict');
  await until('the arrival', () => made.arrivals.length === 1);
  const lines = made.logged.filter((one) => one.level === 'error');
  expect(lines).toEqual([
    {
      level: 'error',
      data: { status: 409 },
      message: 'Telegram: another process polls with this token; stop it. Trying again',
    },
  ]);
});

test('two pollers on one token: one 409 each time, no message lost', async () => {
  const one = await started();
  const two = await rig({ onServer: one.server });
  open.push(two);
  await two.start();
  one.server.person(lin).say('who hears me');
  await until('an arrival', () => one.arrivals.length + two.arrivals.length >= 1);
  await until('a told conflict', () =>
    [...one.logged, ...two.logged].some((line) => line.data.status === 409),
  );
});

test('a webhook left over from before is removed when polling starts', async () => {
  const made = await rig();
  open.push(made);
  await fetch(`${made.server.apiRoot}/bot${made.server.token}/setWebhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: 'http://127.0.0.1:9/none' }),
  });
  await made.start();
  made.server.person(lin).say('hello');
  await until('the arrival', () => made.arrivals.length === 1);
});

test('a refused token stops the start with channel-unauthorised', async () => {
  const made = await rig({ token: '4242:wrong' });
  open.push(made);
  const refused = await made.start().catch((error: unknown) => error);
  expect(isFault(refused, 'channel-unauthorised')).toBe(true);
  expect(String(refused)).not.toContain('wrong');
});

test('a Telegram that cannot be reached at start is tried again', async () => {
  const made = await rig();
  open.push(made);
  made.server.fail('getMe', { cut: 'before' });
  made.server.fail('deleteWebhook', { status: 502, description: 'Bad Gateway' });
  made.server.fail('getUpdates', { status: 500, description: 'Internal Server Error' }, 2);
  made.server.fail('getUpdates', { cut: 'after' }, 2);
  made.server.fail('getUpdates', {
    status: 429,
    description: 'Too Many Requests: retry after 0',
    parameters: { retry_after: 0 },
  });
  made.server.person(lin).say('still here');
  await made.start();
  await until('the arrival', () => made.arrivals.length === 1, 10_000);
});

test('shows command menus in both languages to complainants and staff', async () => {
  const { server } = await started();
  const calls = await until(
    'four menus',
    () => server.callsOf('setMyCommands').length === 4 && server.callsOf('setMyCommands'),
  );
  expect(calls.map((call) => [call.values.language_code, call.values.scope, call.status])).toEqual([
    [undefined, { type: 'default' }, 200],
    [undefined, { type: 'all_group_chats' }, 200],
    ['zh', { type: 'default' }, 200],
    ['zh', { type: 'all_group_chats' }, 200],
  ]);
});

test('asks for every kind of update it reads', async () => {
  const { server } = await started();
  const call = await until('a poll', () => server.callsOf('getUpdates')[0]);
  expect(call.values.allowed_updates).toEqual([
    'message',
    'edited_message',
    'callback_query',
    'my_chat_member',
    'business_connection',
    'business_message',
    'edited_business_message',
    'deleted_business_messages',
  ]);
});
