import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FaultCode, isFault } from '../../../src/faults.ts';
import type { Card, OutboundMessage } from '../../../src/outbox/message.ts';
import { type Rig, rig, until } from './harness.ts';

const team = { channel: 'telegram' as const, place: '-1001' };
const card: Card = {
  title: 'R-1 · Level 2',
  tone: 'serious',
  fields: [{ label: 'Handler', value: 'nobody' }],
  sections: [],
};
const live: Partial<OutboundMessage> = {
  to: team,
  audience: 'team',
  text: card.title,
  card,
  key: 'R-1/card',
  complaint: 'R-1',
  opensThread: { key: 'R-1/team', title: 'R-1 · dirty room' },
  buttons: [{ id: 'btn_take', label: 'Take' }],
};

let made: Rig;
beforeEach(async () => {
  made = await rig();
  made.server.world.forum(-1001, 'Complaints');
  made.server.person({ id: 7, first_name: 'Lin' }).chat.standing = 'open';
});
afterEach(() => made.close());

const faultOf = async (sending: Promise<unknown>) => {
  const error = await sending.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isFault(error)) throw new Error(`No fault but ${String(error)}`);
  return error;
};

test('a complainant reads what was sent', async () => {
  const sent = await made.send({ text: '<We> & you' });
  expect(made.server.posts(7).map((post) => post.text)).toEqual(['<We> & you']);
  expect(sent).toEqual({ messageId: `7:${made.server.posts(7)[0]?.id}` });
});

test('a card opens its topic and heads it', async () => {
  const sent = await made.send(live);
  const [topic] = made.server.world.chat(-1001).topics.values();
  expect(topic?.name).toBe('R-1 · dirty room');
  expect(sent.threadId).toBe(String(topic?.id));
  expect(made.server.posts(-1001, topic?.id)).toMatchObject([{ text: '🟠 R-1 · Level 2\nHandler: nobody' }]);
});

test('later messages go into the topic; one without a topic goes to General without an id', async () => {
  const { threadId } = await made.send(live);
  await made.send({ to: team, audience: 'team', text: 'note' }, { thread: threadId });
  await made.send({ to: team, audience: 'team', text: 'all' });
  expect(made.server.posts(-1001).map((post) => post.topic)).toEqual([
    Number(threadId),
    Number(threadId),
    undefined,
  ]);
});

test('a redraw edits in place, an equal one is no error, and the topic is renamed with it', async () => {
  const { messageId, threadId } = await made.send(live);
  const again = { edits: messageId, thread: threadId };
  expect(await made.send(live, again)).toEqual({ messageId });
  const done: Card = { ...card, tone: 'done', fields: [{ label: 'Handler', value: 'Mei' }] };
  const { buttons: _, ...spent } = live;
  const title = { key: 'R-1/team', title: 'R-1 · closed' };
  expect(await made.send({ ...spent, card: done, opensThread: title }, again)).toEqual({ messageId });
  const [post] = made.server.posts(-1001);
  expect(post).toMatchObject({ text: '✅ R-1 · Level 2\nHandler: Mei', edits: 1, markup: undefined });
  expect(made.server.world.chat(-1001).topics.get(Number(threadId))?.name).toBe('R-1 · closed');
});

test('a card deleted by hand is posted anew in its topic', async () => {
  const { messageId, threadId } = await made.send(live);
  for (const post of made.server.posts(-1001)) post.deleted = true;
  const sent = await made.send(live, { edits: messageId, thread: threadId });
  expect(sent.messageId).not.toBe(messageId);
  expect(made.server.posts(-1001, Number(threadId))).toHaveLength(1);
});

test('a topic deleted by hand is opened again, once, and its messages follow', async () => {
  const { messageId, threadId } = await made.send(live);
  await fetch(`${made.server.apiRoot}/bot${made.server.token}/deleteForumTopic`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chat_id: -1001, message_thread_id: Number(threadId) }),
  });
  const sent = await made.send(live, { edits: messageId, thread: threadId });
  expect(sent.threadId).toBeDefined();
  expect(sent.threadId).not.toBe(threadId);
  await made.send({ to: team, audience: 'team', text: 'follows' }, { thread: threadId });
  expect(made.server.posts(-1001, Number(sent.threadId)).map((post) => post.text)).toContain('follows');
  expect(made.server.callsOf('createForumTopic')).toHaveLength(2);
});

test('a topic opened again by a note is told to the relay with the card', async () => {
  const { messageId, threadId } = await made.send(live);
  made.server.world.chat(-1001).topics.clear();
  for (const post of made.server.posts(-1001)) post.deleted = true;
  const note = await made.send(
    { to: team, audience: 'team', text: 'note', complaint: 'R-1' },
    { thread: threadId },
  );
  expect(note.threadId).not.toBe(threadId);
  const sent = await made.send(live, { edits: messageId, thread: threadId });
  expect(sent.threadId).toBe(note.threadId);
  expect([...made.server.world.chat(-1001).topics.values()].map((topic) => topic.name)).toEqual([
    'R-1 · dirty room',
  ]);
});

test('a topic closed by hand takes an administrator’s message; where Telegram refuses, it is reopened', async () => {
  const { threadId } = await made.send(live);
  const topic = made.server.world.chat(-1001).topics.get(Number(threadId));
  if (topic) topic.closed = true;
  made.server.fail('sendMessage', { status: 400, description: 'Bad Request: TOPIC_CLOSED' });
  await made.send({ to: team, audience: 'team', text: 'note' }, { thread: threadId });
  expect(topic?.closed).toBe(false);
  expect(made.server.posts(-1001, Number(threadId)).at(-1)?.text).toBe('note');
});

test('a group that is no forum is told as such', async () => {
  made.server.world.group(-5, 'Plain');
  const fault = await faultOf(made.send({ ...live, to: { channel: 'telegram', place: '-5' } }));
  expect([fault.code, fault.data.reason]).toEqual(['channel-rejected', 'not-a-forum']);
});

test('bad markup is sent once more as plain words', async () => {
  made.server.fail('sendMessage', {
    status: 400,
    description: "Bad Request: can't parse entities: Unsupported start tag",
  });
  await made.send({ text: 'a < b' });
  expect(made.server.posts(7).map((post) => post.text)).toEqual(['a < b']);
  expect(made.server.callsOf('sendMessage').at(-1)?.values).not.toHaveProperty('parse_mode');
});

test.each<[string, number, string, FaultCode]>([
  ['blocked', 403, 'Forbidden: bot was blocked by the user', 'recipient-unreachable'],
  ['deactivated', 403, 'Forbidden: user is deactivated', 'recipient-unreachable'],
  ['kicked', 403, 'Forbidden: bot was kicked from the supergroup chat', 'recipient-unreachable'],
  ['unknown chat', 400, 'Bad Request: chat not found', 'recipient-unreachable'],
  ['ended connection', 400, 'Bad Request: business connection not found', 'recipient-unreachable'],
  ['no rights', 400, 'Bad Request: not enough rights to send text messages to the chat', 'channel-rejected'],
  ['revoked token', 401, 'Unauthorized', 'channel-unauthorised'],
  ['unknown token', 404, 'Not Found', 'channel-unauthorised'],
  ['server error', 500, 'Internal Server Error', 'channel-unavailable'],
  ['gateway lost it', 502, 'Bad Gateway', 'answer-uncertain'],
  ['gateway timed out', 504, 'Gateway Timeout', 'answer-uncertain'],
  ['restarting', 503, 'Service Unavailable', 'channel-unavailable'],
  ['too large', 413, 'Request Entity Too Large', 'message-invalid'],
  ['too long', 400, 'Bad Request: message is too long', 'message-invalid'],
  ['anything else', 400, 'Bad Request: something new', 'channel-rejected'],
])('%s is told by its code', async (_, status, description, code) => {
  made.server.fail('sendMessage', { status, description });
  const fault = await faultOf(made.send({ text: 'secret words' }));
  expect([fault.code, fault.retryable]).toEqual([code, code === 'channel-unavailable']);
  expect(JSON.stringify([fault.data, fault.message, String(fault.cause)])).not.toMatch(
    /secret words|stub-token/,
  );
});

test('a 429 tells how long to wait', async () => {
  const flood = {
    status: 429,
    description: 'Too Many Requests: retry after 17',
    parameters: { retry_after: 17 },
  };
  made.server.fail('sendMessage', flood);
  const fault = await faultOf(made.send({ to: team, audience: 'team', text: 'x' }));
  expect([fault.code, fault.retryable, fault.retryAfterSeconds]).toEqual(['channel-rate-limited', true, 17]);
});

test.each([
  ['a failure of ours', { status: 500, description: 'Internal Server Error' }, 3],
  ['a wait that counts as no try', { status: 429, description: 'Too Many Requests' }, 2],
])('a try of another process after %s is doubted; our own next try is not', async (_what, fault, after) => {
  const first = async (id: string): Promise<void> => {
    made.server.fail('sendMessage', fault);
    await faultOf(made.send({ id, text: 'once' }));
  };
  await first('msg_ours');
  expect(
    (await made.send({ id: 'msg_ours', text: 'once' }, { attempt: after - 1 })).uncertain,
  ).toBeUndefined();
  await first('msg_theirs');
  expect((await made.send({ id: 'msg_theirs', text: 'once' }, { attempt: after })).uncertain).toBe(true);
});

test('an answer lost after the effect is uncertain, and a repeat is marked so; a refused connection is not', async () => {
  made.server.fail('sendMessage', { cut: 'after' });
  expect((await faultOf(made.send({ id: 'msg_lost', text: 'once' }))).code).toBe('answer-uncertain');
  expect(made.server.posts(7)).toHaveLength(1);
  expect(await made.send({ id: 'msg_lost', text: 'once' }, { attempt: 2 })).toMatchObject({
    uncertain: true,
  });
  const nowhere = await rig({ onServer: made.server, apiRoot: 'http://127.0.0.1:9' });
  expect((await faultOf(nowhere.send({ text: 'never' }))).code).toBe('channel-unavailable');
  await nowhere.close();
});

test('a lost answer to a redraw is only unavailable: repeating it does no harm', async () => {
  const { messageId } = await made.send(live);
  made.server.fail('editMessageText', { cut: 'after' });
  const changed = { ...live, card: { ...card, footer: 'new' } };
  expect((await faultOf(made.send(changed, { edits: messageId }))).code).toBe('channel-unavailable');
  expect(await made.send(changed, { edits: messageId })).toEqual({ messageId });
  expect(made.server.posts(-1001)).toHaveLength(1);
});

test('a second try goes on where the first was stopped: no part twice, no second topic', async () => {
  const long = { id: 'msg_long', text: `${'a'.repeat(4000)} ${'b'.repeat(4000)}` };
  let calls = 0;
  const flood = { status: 429, description: 'Too Many Requests', parameters: { retry_after: 1 } };
  made.server.fail((call) => call.method === 'sendMessage' && ++calls === 2, flood);
  expect((await faultOf(made.send(long))).code).toBe('channel-rate-limited');
  await made.send(long, { attempt: 2 });
  expect(made.server.posts(7).map((post) => post.text[0])).toEqual(['a', 'b']);
  const heading = { ...live, id: 'msg_heading' };
  made.server.fail('sendMessage', flood);
  await faultOf(made.send(heading));
  await made.send(heading, { attempt: 2 });
  expect(made.server.callsOf('createForumTopic')).toHaveLength(1);
});

test('a migrated group is followed at once, told, and remembered', async () => {
  made.server.world.group(-5, 'Plain');
  made.server.world.chat(-5).migratedTo = -1005;
  made.server.world.group(-1005, 'Plain', { type: 'supergroup', forum: true });
  const place = { channel: 'telegram' as const, place: '-5' };
  const sent = await made.send({ to: place, audience: 'team', text: 'hello' });
  expect(sent.messageId.startsWith('-1005:')).toBe(true);
  expect(made.migrations).toEqual([['-5', '-1005']]);
  await made.send({ ...live, to: place });
  expect(made.server.callsOf('createForumTopic').map((call) => call.values.chat_id)).toEqual([-1005]);
  expect(made.migrations).toHaveLength(1);
});

test('after a migration a redraw never touches a message that only has the same number', async () => {
  made.server.world.group(-5, 'Plain');
  const place = { channel: 'telegram' as const, place: '-5' };
  const { messageId } = await made.send({ to: place, audience: 'team', text: 'card', key: 'k' });
  made.server.world.chat(-5).migratedTo = -1005;
  made.server.world.group(-1005, 'Plain', { type: 'supergroup', forum: true });
  await made.send({ to: place, audience: 'team', text: 'another card' });
  const sent = await made.send(
    { to: place, audience: 'team', text: 'card, redrawn', key: 'k' },
    { edits: messageId },
  );
  expect(made.server.posts(-1005).map((post) => post.text)).toEqual(['another card', 'card, redrawn']);
  expect(sent.messageId).toBe(`-1005:${made.server.posts(-1005)[1]?.id}`);
});

test('a forum beyond twenty a minute is told to wait', async () => {
  made.server.groupPerMinute = 20;
  for (let at = 0; at < 20; at++) await made.send({ to: team, audience: 'team', text: `note ${at}` });
  const fault = await faultOf(made.send({ to: team, audience: 'team', text: 'one too many' }));
  expect([fault.code, (fault.retryAfterSeconds ?? 0) > 0]).toEqual(['channel-rate-limited', true]);
  await made.send({ text: 'private chats go on' });
});

test('a migration told by service message is the same', async () => {
  made.server.world.group(-5, 'Plain');
  await made.start();
  made.server.migrate(-5, -1005);
  await until('the move', () => made.migrations.length > 0);
  await until('both messages', () => made.server.queue.waiting.length === 0);
  expect(made.migrations).toEqual([['-5', '-1005']]);
  await made.send({ to: { channel: 'telegram', place: '-5' }, audience: 'team', text: 'x' });
  expect(made.server.posts(-1005)).toHaveLength(1);
});

test('files go out with their bytes and a safe name; a refused picture goes as a document', async () => {
  const bytes = new TextEncoder().encode('picture');
  const file = await made.files.put({ name: 'a"\r\nb.jpg', mediaType: 'image/jpeg', bytes });
  await made.send({ text: 'see', files: [file] });
  made.server.fail('sendPhoto', { status: 400, description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' });
  await made.send({ text: '', files: [file] });
  expect(made.server.posts(7)).toMatchObject([
    { text: 'see', file: { kind: 'photo', name: 'a___b.jpg', bytes } },
    { file: { kind: 'document', bytes } },
  ]);
});

test('a card too long for one message stays one, with its whole text as a file under it', async () => {
  const long = (text: string): Partial<OutboundMessage> => ({
    ...live,
    card: { ...card, sections: [{ label: 'Said', text: text.repeat(6000), quoted: true }] },
  });
  const { messageId, threadId } = await made.send(long('脏'));
  const again = { edits: messageId, thread: threadId };
  const [shown, whole] = made.server.posts(-1001);
  expect(shown?.text.length).toBeLessThanOrEqual(4096);
  expect(Buffer.from(whole?.file?.bytes ?? []).toString()).toContain('脏'.repeat(6000));
  expect(whole).toMatchObject({ replyTo: shown?.id, topic: Number(threadId) });
  await made.send({ ...long('脏'), buttons: [] }, again);
  expect(made.server.posts(-1001)).toHaveLength(2);
  await made.send(long('乱'), again);
  expect(made.server.posts(-1001)).toHaveLength(3);
});

test('through a business account with its connection, and not without', async () => {
  made.server.connections.add('bc1');
  const sent = await made.send({ route: 'bc1', text: 'from the shop' });
  expect(made.server.posts(7)).toMatchObject([{ route: 'bc1', text: 'from the shop' }]);
  expect(sent.messageId.startsWith('bc1:7:')).toBe(true);
  await made.send({ route: 'bc1', text: 'changed' }, { edits: sent.messageId });
  expect(made.server.posts(7)).toMatchObject([{ text: 'changed' }]);
  made.server.connections.clear();
  expect((await faultOf(made.send({ route: 'bc1', text: 'late' }))).code).toBe('recipient-unreachable');
});

test('paces a chat by the second and a whole forum by twenty a minute', () => {
  const pace = (place: string) => made.channel.pace({ ...base, to: { channel: 'telegram', place } });
  const base: OutboundMessage = {
    id: 'm',
    to: team,
    locale: 'en',
    audience: 'team',
    voice: 'bot',
    text: 'x',
  };
  expect(pace('7')).toEqual({ everyMs: 1000, perMinute: 60 });
  expect(pace('-1001')).toEqual({ everyMs: 1000, perMinute: 20 });
  expect(made.channel.pace({ ...base, answer: { to: 'cb', senderId: '9' } }).everyMs).toBe(0);
});

test.each([4096, 4097])('words of %i units arrive whole', async (length) => {
  await made.send({ text: `${'😡'.repeat(Math.floor(length / 2))}${'x'.repeat(length % 2)}` });
  expect(
    made.server
      .posts(7)
      .map((post) => post.text)
      .join(''),
  ).toHaveLength(length);
});
