import { afterEach, beforeEach, expect, test } from 'vitest';
import { Fault } from '../../../src/faults.ts';
import { type Rig, rig, until } from './harness.ts';

const forum = -1001;
const team = { channel: 'telegram' as const, place: String(forum) };
const buttons = [{ id: 'btn_take', label: 'Take' }];

let made: Rig;
beforeEach(async () => {
  made = await rig();
  made.server.world.forum(forum, 'Complaints');
  await made.start();
});
afterEach(() => made.close());

/** A card in a topic, and somebody pressing its button. */
const pressed = async () => {
  const mei = made.server.person({ id: 9, first_name: 'Mei' });
  const { threadId } = await made.send({
    to: team,
    audience: 'team',
    text: 'R-1',
    buttons,
    opensThread: { key: 'R-1/team', title: 'R-1' },
  });
  const [post] = made.server.posts(forum, Number(threadId));
  if (!post) throw new Error('No card');
  const id = mei.press(post, 'Take');
  const arrival = await until('the press', () => made.arrivals.find((one) => one.kind === 'press'));
  return { mei, id, post, arrival, thread: threadId ?? '' };
};

const answerOf = (id: string) => made.server.presses.get(id)?.answer;

test('a press arrives with its opaque id, its presser and its topic', async () => {
  const { arrival, thread, id } = await pressed();
  expect(arrival).toMatchObject({
    buttonId: 'btn_take',
    from: { id: '9' },
    address: team,
    thread,
    answerTo: id,
  });
});

test('our visible answer is shown on the press, once', async () => {
  const { id, thread } = await pressed();
  const sent = await made.send(
    { to: team, text: 'You have it now.', answer: { to: id, senderId: '9' } },
    { thread },
  );
  expect(answerOf(id)).toEqual({ text: 'You have it now.', alert: false });
  expect(sent.messageId).toBe(`callback:${id}`);
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(made.server.callsOf('answerCallbackQuery')).toHaveLength(1);
});

test('a long answer is a window to be closed', async () => {
  const { id, thread } = await pressed();
  await made.send({ to: team, text: 'x'.repeat(200), answer: { to: id, senderId: '9' } }, { thread });
  expect(answerOf(id)).toEqual({ text: 'x'.repeat(200), alert: true });
});

test('a press nobody answers is answered with nothing, so that the button stops spinning', async () => {
  const { id } = await pressed();
  await until('the empty answer', () => answerOf(id));
  expect(answerOf(id)).toEqual({ text: '', alert: false });
});

test('an answer that comes late goes to the presser alone, when they have a chat with the bot', async () => {
  const { id, thread, mei } = await pressed();
  mei.chat.standing = 'open';
  await until('the empty answer', () => answerOf(id));
  await made.send({ to: team, text: 'Phone: 138…', answer: { to: id, senderId: '9' } }, { thread });
  expect(mei.received.map((post) => post.text)).toEqual(['Phone: 138…']);
  expect(made.server.posts(forum)).toHaveLength(1);
});

test('a late answer to somebody without such a chat is a reply in the topic, addressed to them', async () => {
  const { id, thread, post } = await pressed();
  await until('the empty answer', () => answerOf(id));
  await made.send(
    { to: team, audience: 'team', text: 'Already taken.', answer: { to: id, senderId: '9' } },
    { thread },
  );
  expect(made.server.posts(forum, Number(thread)).at(-1)).toMatchObject({
    text: 'Mei Already taken.',
    replyTo: post.id,
    entities: [{ type: 'text_link', url: 'tg://user?id=9', offset: 0, length: 3 }],
  });
});

test('an answer with buttons is a message in the topic, and the press is answered all the same', async () => {
  const { id, thread } = await pressed();
  const preview = {
    to: team,
    audience: 'team' as const,
    text: 'Preview',
    buttons: [{ id: 'btn_send', label: 'Send' }],
  };
  await made.send({ ...preview, answer: { to: id, senderId: '9' } }, { thread });
  expect(made.server.posts(forum, Number(thread)).at(-1)?.text).toBe('Mei Preview');
  await until('the empty answer', () => answerOf(id));
});

test('after 150 seconds Telegram is not even asked: the answer is a message', async () => {
  const { id, thread } = await pressed();
  made.server.aheadMs = 151_000;
  await made.send(
    { to: team, audience: 'team', text: 'Sorry, late.', answer: { to: id, senderId: '9' } },
    { thread },
  );
  expect(made.server.posts(forum, Number(thread)).at(-1)?.text).toBe('Mei Sorry, late.');
  await until('the tolerated refusal', () => made.logged.some((line) => line.data.reason === 'query-old'));
});

test('a press from before a restart is tried, and answered in words when it is too old', async () => {
  made.server.person({ id: 9, first_name: 'Mei' }).chat.standing = 'open';
  await made.send({ to: team, text: 'Done.', answer: { to: 'from-before', senderId: '9' } });
  expect(made.server.posts(9).map((post) => post.text)).toEqual(['Done.']);
});

test('a press that cannot be stored yet is not answered before it is', async () => {
  made.troubles.push(new Fault('database-unavailable', 'down', { retryable: true }));
  const { id } = await pressed();
  expect(made.troubles).toHaveLength(0);
  await until('the answer', () => answerOf(id));
});

test('forged data is told as it came, and another person’s press as theirs', async () => {
  const { post } = await pressed();
  const eve = made.server.person({ id: 13, first_name: 'Eve' });
  eve.press(post, '', 'approve:1000000');
  const arrival = await until('the forged press', () => made.arrivals.find((one) => one.from.id === '13'));
  expect(arrival).toMatchObject({
    kind: 'press',
    buttonId: 'approve:1000000',
    from: { id: '13', name: 'Eve' },
  });
});

test('two people pressing at once are two presses, each answered', async () => {
  const { post, id } = await pressed();
  const eve = made.server.person({ id: 13, first_name: 'Eve' });
  const other = eve.press(post, 'Take');
  await until('both', () => made.arrivals.filter((one) => one.kind === 'press').length === 2);
  await until('both answers', () => answerOf(id) && answerOf(other));
});

test('the answer to a command typed in a topic goes to that topic', async () => {
  const { thread } = await pressed();
  const chat = made.server.world.chat(forum);
  made.server.person({ id: 13, first_name: 'Eve' }).say('/mine', { chat, topic: Number(thread) });
  await until('the command', () => made.arrivals.find((one) => one.kind === 'command'));
  await made.send({ to: team, audience: 'team', text: 'You hold nothing.', answer: { senderId: '13' } });
  expect(made.server.posts(forum, Number(thread)).at(-1)?.text).toBe('Eve You hold nothing.');
});

test('stopping answers what still waits', async () => {
  const { id } = await pressed();
  await made.channel.stop();
  expect(answerOf(id)).toBeDefined();
});
