import { expect, test } from 'vitest';
import { translate } from '../../../adapters/telegram/receive.ts';
import type { TelegramMessage, TelegramUpdate } from '../../../adapters/telegram/updates.ts';

const self = { botId: '42', username: 'redress_bot' };
const lin = { id: 7, is_bot: false, first_name: 'Lin', last_name: 'Mei', language_code: 'zh-hans' };
const bot = { id: 42, is_bot: true, first_name: 'Redress', username: 'redress_bot' };
const privately = { id: 7, type: 'private' };
const forum = { id: -1001, type: 'supergroup', title: 'Complaints', is_forum: true };

const message = (content: Partial<TelegramMessage>): TelegramUpdate => ({
  update_id: 88,
  message: { message_id: 12, date: 1_763_712_000, chat: privately, from: lin, ...content },
});

const arrivalOf = (update: TelegramUpdate) => {
  const translated = translate(update, self);
  if (translated.kind !== 'arrivals') throw new Error(`No arrival: ${JSON.stringify(translated)}`);
  return translated.arrivals[0];
};

test('a private message is a text from its sender', () => {
  expect(arrivalOf(message({ text: '房间很脏' }))).toEqual({
    kind: 'text',
    key: 'telegram:42:88',
    from: { id: '7', name: 'Lin Mei', locale: 'zh-CN' },
    address: { channel: 'telegram', place: '7' },
    sentAt: '2025-11-21T08:00:00.000Z',
    messageId: '7:12',
    text: '房间很脏',
    files: [],
  });
});

test('staff in a topic speak in its thread; the General topic is none', () => {
  const inTopic = { chat: forum, text: 'note', is_topic_message: true };
  expect(arrivalOf(message({ ...inTopic, message_thread_id: 345 }))).toMatchObject({
    address: { place: '-1001' },
    thread: '345',
  });
  expect(arrivalOf(message({ ...inTopic, message_thread_id: 1 }))).not.toHaveProperty('thread');
  expect(arrivalOf(message({ chat: forum, text: 'reply', message_thread_id: 345 }))).not.toHaveProperty(
    'thread',
  );
});

test('an anonymous admin is a chat, not a person', () => {
  const anonymous = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
  expect(arrivalOf(message({ chat: forum, from: anonymous, sender_chat: forum, text: 'x' }))?.from).toEqual({
    id: 'chat:-1001',
    name: 'Complaints',
  });
});

test.each([
  ['/start', { name: 'start', text: '' }],
  ['/start abc_DEF-1', { name: 'start', text: 'abc_DEF-1' }],
  ['/status R-2026-000001', { name: 'status', text: 'R-2026-000001' }],
  ['/link ABCD', { name: 'link', text: 'ABCD' }],
  ['/Mine@Redress_Bot', { name: 'mine', text: '' }],
  ['/search late delivery', { name: 'search', text: 'late delivery' }],
  ['/new', { name: 'new', text: '' }],
  ['/help', { name: 'help', text: '' }],
])('%s is a command', (text, command) => {
  expect(arrivalOf(message({ text }))).toMatchObject({ kind: 'command', ...command });
});

test('an unknown command is words; one for another bot is not ours', () => {
  expect(arrivalOf(message({ text: '/refund me' }))).toMatchObject({ kind: 'text', text: '/refund me' });
  expect(translate(message({ text: '/status@other_bot', chat: forum }), self).kind).toBe('ignored');
});

test('a number shared by the key is the sender’s own; another person’s stays words', () => {
  const contact = { phone_number: '8613800138000', first_name: 'Lin' };
  expect(arrivalOf(message({ contact: { ...contact, user_id: 7 } }))).toMatchObject({
    kind: 'contact',
    phone: '+8613800138000',
    name: 'Lin',
  });
  expect(arrivalOf(message({ contact: { ...contact, user_id: 8 } }))).toMatchObject({
    kind: 'text',
    text: '👤 Lin 8613800138000',
  });
  expect(arrivalOf(message({ contact }))).toMatchObject({ kind: 'text' });
});

test.each([
  [{ sticker: { emoji: '😡' } }, '😡'],
  [{ sticker: {} }, '[贴图]'],
  [{ location: { latitude: 31.2304, longitude: 121.4737 } }, '📍 31.230400, 121.473700'],
  [
    {
      venue: { location: { latitude: 1, longitude: 2 }, title: 'Shop', address: 'Road 1' },
      location: { latitude: 1, longitude: 2 },
    },
    '📍 Shop, Road 1 (1.000000, 2.000000)',
  ],
  [{ dice: { emoji: '🎲', value: 3 } }, '🎲 3'],
  [{ poll: { question: 'Why?' } }, '投票：Why?'],
  [{ story: {} }, '[对方发来一种机器人无法读取的消息]'],
] as const)('what has no words is told in words %#', (content, text) => {
  expect(arrivalOf(message(content))).toMatchObject({ kind: 'text', text });
});

test('files are listed: the largest photo, voice, documents, video; captions are the words', () => {
  const file = (file_id: string, more = {}) => ({ file_id, ...more });
  const translated = translate(
    message({
      caption: 'see',
      photo: [
        file('s', { width: 90, height: 60 }),
        file('l', { width: 900, height: 600, file_size: 5 }),
        file('m', { width: 300, height: 200 }),
      ],
    }),
    self,
  );
  expect(translated).toMatchObject({
    arrivals: [{ text: 'see' }],
    attachments: [{ fileId: 'l', name: 'photo-12.jpg', mediaType: 'image/jpeg', bytes: 5 }],
  });
  const only = (content: Partial<TelegramMessage>) => {
    const heard = translate(message(content), self);
    return heard.kind === 'arrivals' ? heard.attachments : [];
  };
  expect(only({ voice: file('v', { mime_type: 'audio/ogg' }) })).toEqual([
    { fileId: 'v', name: 'voice-12.ogg', mediaType: 'audio/ogg' },
  ]);
  expect(only({ document: file('d', { file_name: '发票.pdf', mime_type: 'application/pdf' }) })).toEqual([
    { fileId: 'd', name: '发票.pdf', mediaType: 'application/pdf' },
  ]);
  expect(only({ animation: file('a'), document: file('a') })).toHaveLength(1);
  expect(only({ video_note: file('n') })).toMatchObject([{ mediaType: 'video/mp4' }]);
});

test('an edit names the message it changes; one without words is none', () => {
  const update: TelegramUpdate = {
    update_id: 89,
    edited_message: {
      message_id: 12,
      date: 1,
      edit_date: 1_763_712_060,
      chat: privately,
      from: lin,
      text: 'new',
    },
  };
  expect(arrivalOf(update)).toMatchObject({
    kind: 'edit',
    messageId: '7:12',
    text: 'new',
    key: 'telegram:42:89',
    sentAt: '2025-11-21T08:01:00.000Z',
  });
  expect(
    translate(
      {
        update_id: 9,
        edited_message: {
          message_id: 1,
          date: 1,
          chat: privately,
          from: lin,
          location: { latitude: 1, longitude: 2 },
        },
      },
      self,
    ).kind,
  ).toBe('ignored');
});

test('a press carries the opaque id and how to answer it', () => {
  const pressed: TelegramUpdate = {
    update_id: 90,
    callback_query: {
      id: 'cb1',
      from: lin,
      data: 'btn_1',
      message: {
        message_id: 50,
        date: 1,
        chat: forum,
        from: bot,
        message_thread_id: 345,
        is_topic_message: true,
      },
    },
  };
  expect(arrivalOf(pressed)).toEqual({
    kind: 'press',
    key: 'telegram:42:90',
    from: { id: '7', name: 'Lin Mei', locale: 'zh-CN' },
    address: { channel: 'telegram', place: '-1001' },
    thread: '345',
    buttonId: 'btn_1',
    answerTo: 'cb1',
  });
});

test('a press without a button, or on a message too old to see, is still a press of its presser', () => {
  expect(arrivalOf({ update_id: 1, callback_query: { id: 'c', from: lin, data: 'forged' } })).toMatchObject({
    address: { place: '7' },
    buttonId: 'forged',
  });
  const old = { message_id: 5, date: 0, chat: forum };
  expect(
    arrivalOf({ update_id: 1, callback_query: { id: 'c', from: lin, data: 'x', message: old } }),
  ).toMatchObject({ address: { place: '-1001' } });
  expect(translate({ update_id: 1, callback_query: { id: 'c', from: lin } }, self).kind).toBe('ignored');
});

test.each([
  ['kicked', false],
  ['left', false],
  ['member', true],
])('a private chat that turns %s tells reachability', (status, reachable) => {
  expect(
    arrivalOf({
      update_id: 3,
      my_chat_member: { chat: privately, from: lin, date: 1, new_chat_member: { status } },
    }),
  ).toMatchObject({ kind: 'reachability', reachable, address: { place: '7' } });
});

test('our standing in a group is for the log', () => {
  const change = { chat: forum, from: lin, date: 1, new_chat_member: { status: 'kicked' } };
  expect(translate({ update_id: 3, my_chat_member: change }, self)).toEqual({
    kind: 'membership',
    chat: '-1001',
    status: 'kicked',
  });
});

test('a group that became a supergroup is a migration, told from either side', () => {
  const expected = { kind: 'migration', from: '-5', to: '-1005' };
  expect(translate(message({ chat: { id: -5, type: 'group' }, migrate_to_chat_id: -1005 }), self)).toEqual(
    expected,
  );
  expect(
    translate(message({ chat: { id: -1005, type: 'supergroup' }, migrate_from_chat_id: -5 }), self),
  ).toEqual(expected);
});

test('through a business account the connection travels as the route', () => {
  const business = {
    message_id: 12,
    date: 1,
    chat: privately,
    from: lin,
    business_connection_id: 'bc1',
    text: 'hello',
  };
  expect(arrivalOf({ update_id: 4, business_message: business })).toMatchObject({
    kind: 'text',
    route: 'bc1',
    address: { place: '7' },
    messageId: 'bc1:7:12',
  });
  expect(arrivalOf({ update_id: 5, edited_business_message: { ...business, text: 'hi' } })).toMatchObject({
    kind: 'edit',
    route: 'bc1',
    messageId: 'bc1:7:12',
  });
  const owner = { ...business, from: { id: 99, first_name: 'Owner' } };
  expect(translate({ update_id: 6, business_message: owner }, self)).toEqual({
    kind: 'ignored',
    why: 'the account owner',
  });
  expect(translate({ update_id: 7, business_message: { ...owner, sender_business_bot: bot } }, self)).toEqual(
    { kind: 'ignored', why: 'our own' },
  );
});

test('deleted business messages are deletions, each with its own key', () => {
  const update: TelegramUpdate = {
    update_id: 9,
    deleted_business_messages: { business_connection_id: 'bc1', chat: privately, message_ids: [12, 13] },
  };
  const translated = translate(update, self);
  expect(translated.kind === 'arrivals' && translated.arrivals).toMatchObject([
    { kind: 'deletion', key: 'telegram:42:9:12', messageId: 'bc1:7:12', route: 'bc1', from: { id: '7' } },
    { kind: 'deletion', key: 'telegram:42:9:13', messageId: 'bc1:7:13' },
  ]);
});

test('a business connection tells whether we may answer', () => {
  const connection = { id: 'bc1', user: lin, is_enabled: true, rights: { can_reply: false } };
  expect(translate({ update_id: 1, business_connection: connection }, self)).toEqual({
    kind: 'connection',
    id: 'bc1',
    enabled: false,
    owner: '7',
  });
});

test('service messages, other bots, channel forwards and unknown kinds are nobody’s words', () => {
  const otherBot = { id: 5, is_bot: true, first_name: 'Other' };
  for (const update of [
    message({}),
    message({ from: bot, text: 'mine' }),
    message({ from: otherBot, text: 'theirs' }),
    message({ is_automatic_forward: true, sender_chat: { id: -9 }, text: 'post' }),
    { update_id: 1 },
  ]) {
    expect(translate(update, self).kind).toBe('ignored');
  }
});

test('a reply to one of ours names it, for guided replies', () => {
  const question = { message_id: 11, date: 1, chat: forum, from: bot, text: 'Why? #fab12' };
  expect(
    translate(message({ chat: forum, text: 'Because', reply_to_message: question }), self),
  ).toMatchObject({
    repliesTo: { messageId: 11, text: 'Why? #fab12' },
  });
  const theirs = { ...question, from: lin };
  expect(
    translate(message({ chat: forum, text: 'Because', reply_to_message: theirs }), self),
  ).not.toHaveProperty('repliesTo');
});
