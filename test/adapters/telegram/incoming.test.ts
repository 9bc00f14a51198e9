import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Rig, rig, until } from './harness.ts';

const lin = { id: 7, first_name: 'Lin', language_code: 'en' };
let made: Rig;
beforeEach(async () => {
  made = await rig();
  await made.start();
});
afterEach(() => made.close());

const arrival = (at = 0) => until('an arrival', () => made.arrivals[at]);
const file = (id: string, size: number, more = {}) => ({
  file_id: made.server.file(id, Buffer.alloc(size, id)),
  file_size: size,
  ...more,
});

test('voice, photo and document are fetched, stored and told', async () => {
  const person = made.server.person(lin);
  person.say('', { extra: { voice: file('v', 10) } });
  person.say('the bill', {
    extra: { document: file('d', 20, { file_name: 'bill.pdf', mime_type: 'application/pdf' }) },
  });
  person.say('', {
    extra: {
      photo: [file('small', 5, { width: 10, height: 10 }), file('large', 30, { width: 90, height: 90 })],
    },
  });
  await arrival(2);
  expect(made.arrivals).toMatchObject([
    { kind: 'text', text: '', files: [{ mediaType: 'audio/ogg', bytes: 10 }] },
    {
      kind: 'text',
      text: 'the bill',
      files: [{ name: 'bill.pdf', mediaType: 'application/pdf', bytes: 20 }],
    },
    { kind: 'text', text: '', files: [{ mediaType: 'image/jpeg', bytes: 30 }] },
  ]);
});

test('a file above Telegram’s 20 MB is refused without asking for it, and the words are kept', async () => {
  const big = { file_id: 'big', file_size: 20 * 1024 * 1024 + 1, file_name: 'film.mov' };
  made.server.person(lin).say('see', { extra: { document: big } });
  expect(await arrival()).toMatchObject({
    text: 'see',
    files: [],
    refusedFiles: [{ name: 'film.mov', reason: 'too-large' }],
  });
  expect(made.server.callsOf('getFile')).toHaveLength(0);
});

test('a file whose size Telegram did not tell is refused by Telegram itself', async () => {
  const { file_id } = file('huge', 20 * 1024 * 1024 + 1);
  made.server.person(lin).say('', { extra: { document: { file_id, file_name: 'huge.bin' } } });
  expect(await arrival()).toMatchObject({ refusedFiles: [{ name: 'huge.bin', reason: 'too-large' }] });
});

test('what our own limits refuse is told with the reason', async () => {
  const person = made.server.person(lin);
  person.say('', { extra: { document: file('x', 6 * 1024 * 1024, { file_name: 'long.log' }) } });
  person.say('', {
    extra: { document: file('e', 9, { file_name: 'a.exe', mime_type: 'application/x-msdownload' }) },
  });
  await arrival(1);
  expect(made.arrivals).toMatchObject([
    { refusedFiles: [{ name: 'long.log', reason: 'too-large' }] },
    { refusedFiles: [{ name: 'a.exe', reason: 'type' }] },
  ]);
});

test('a broken download is tried again, and told when it stays broken', async () => {
  made.server.fail('download', { cut: 'before' }, 1);
  const person = made.server.person(lin);
  person.say('', { extra: { voice: file('v', 10) } });
  expect(await arrival()).toMatchObject({ files: [{ bytes: 10 }] });
  made.server.fail('download', { cut: 'before' }, 3);
  person.say('', { extra: { voice: file('w', 10) } });
  expect(await arrival(1)).toMatchObject({ files: [], refusedFiles: [{ reason: 'unavailable' }] });
});

test('an edit names its message, also long after', async () => {
  const person = made.server.person(lin);
  const message = person.say('frist');
  person.edit(message, 'first');
  await arrival(1);
  expect(made.arrivals).toMatchObject([
    { messageId: `7:${message.id}` },
    { kind: 'edit', messageId: `7:${message.id}`, text: 'first' },
  ]);
});

test('blocking and coming back is reachability, and sending meanwhile finds nobody', async () => {
  const person = made.server.person(lin);
  person.say('hello');
  person.block();
  await arrival(1);
  await expect(made.send({ text: 'still there?' })).rejects.toMatchObject({ code: 'recipient-unreachable' });
  person.block(false);
  await arrival(2);
  expect(made.arrivals.slice(1)).toMatchObject([
    { kind: 'reachability', reachable: false },
    { kind: 'reachability', reachable: true },
  ]);
});

test('the phone key gives a contact', async () => {
  const person = made.server.person(lin);
  person.say('', { extra: { contact: { phone_number: '8613800138000', first_name: 'Lin', user_id: 7 } } });
  expect(await arrival()).toMatchObject({ kind: 'contact', phone: '+8613800138000' });
});

test('a business account’s chat arrives with its connection and is answered through it', async () => {
  made.server.connections.add('bc1');
  const owner = { id: 99, first_name: 'Shop' };
  made.server.queue.push({
    business_connection: {
      id: 'bc1',
      user: owner,
      user_chat_id: 99,
      date: 1,
      is_enabled: true,
      rights: { can_reply: true },
    },
  });
  const person = made.server.person(lin);
  const message = person.say('The lamp is broken', { route: 'bc1' });
  const said = await arrival();
  expect(said).toMatchObject({
    kind: 'text',
    route: 'bc1',
    address: { place: '7' },
    messageId: `bc1:7:${message.id}`,
  });
  await made.send({
    text: 'We are sorry.',
    ...(said.route && { route: said.route }),
    buttons: [{ id: 'btn_ok', label: 'OK' }],
  });
  const [answer] = made.server.posts(7);
  expect(answer).toMatchObject({ route: 'bc1', text: 'We are sorry.' });
  if (answer) person.press(answer, 'OK');
  expect(await arrival(1)).toMatchObject({ kind: 'press', route: 'bc1', buttonId: 'btn_ok' });
  person.edit(message, 'The lamp is fine', { route: 'bc1' });
  made.server.queue.push({
    deleted_business_messages: {
      business_connection_id: 'bc1',
      chat: { id: 7, type: 'private' },
      message_ids: [message.id],
    },
  });
  await arrival(3);
  expect(made.arrivals.slice(2)).toMatchObject([
    { kind: 'edit', route: 'bc1', text: 'The lamp is fine' },
    { kind: 'deletion', route: 'bc1', messageId: `bc1:7:${message.id}` },
  ]);
});

test('an anonymous admin in the forum is no person', async () => {
  const chat = made.server.world.forum(-1001, 'Complaints');
  const anonymous = made.server.person({ id: 1087968824, first_name: 'Group', is_bot: true });
  anonymous.say('/mine', {
    chat,
    extra: { sender_chat: { id: -1001, type: 'supergroup', title: 'Complaints' } },
  });
  expect(await arrival()).toMatchObject({ kind: 'command', from: { id: 'chat:-1001' } });
});

test('being thrown out of a group is told to operators', async () => {
  const change = {
    chat: { id: -1001, type: 'supergroup' },
    from: lin,
    date: 1,
    new_chat_member: { status: 'kicked' },
  };
  made.server.queue.push({ my_chat_member: change });
  const line = await until('the warning', () => made.logged.find((one) => one.message.includes('standing')));
  expect(line.data).toMatchObject({ chat: '-1001', status: 'kicked' });
});
