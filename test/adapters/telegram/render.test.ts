import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawCard } from '../../../adapters/telegram/card.ts';
import {
  fitsNotice,
  inlineKeyboard,
  render,
  renderEdit,
  renderTopic,
  renderWhole,
} from '../../../adapters/telegram/render.ts';
import { defuse, escapeHtml, lengthOf, shorten, splitText, toHtml } from '../../../adapters/telegram/rich.ts';
import { isFault } from '../../../src/faults.ts';
import type { Card, OutboundMessage } from '../../../src/outbox/message.ts';
import { parseHtml } from '../../support/telegram-server/markup.ts';

const plain: OutboundMessage = {
  id: 'msg_1',
  to: { channel: 'telegram', place: '7' },
  locale: 'en',
  audience: 'complainant',
  voice: 'bot',
  text: 'We have your complaint.',
};

const card: Card = {
  title: 'R-2026-000001 · Level 2',
  tone: 'serious',
  fields: [
    { label: 'Handler', value: 'nobody yet' },
    { label: 'Next', value: 'contact by 17:00' },
  ],
  sections: [
    { label: 'Reasons', text: 'Hygiene, several people' },
    { label: 'Said', text: 'It was dirty', quoted: true },
  ],
  footer: 'Pack 3',
};

const staff: OutboundMessage = {
  ...plain,
  to: { channel: 'telegram', place: '-1001' },
  audience: 'team',
  text: card.title,
  card,
  complaint: 'R-2026-000001',
};

const shown = (html: unknown): string => parseHtml(String(html)).text;

test('plain words become one message, with previews off', () => {
  expect(render(plain).calls).toEqual([
    {
      method: 'sendMessage',
      payload: {
        chat_id: 7,
        text: 'We have your complaint.',
        parse_mode: 'HTML',
        link_preview_options: { is_disabled: true },
      },
      plain: 'We have your complaint.',
    },
  ]);
});

test('a business answer carries its connection', () => {
  expect(render({ ...plain, route: 'bc1' }).calls[0]?.payload).toMatchObject({
    business_connection_id: 'bc1',
    chat_id: 7,
  });
});

test('a card is title, fields, sections and footer, in its topic', () => {
  const [call] = render(
    { ...staff, buttons: [{ id: 'btn_1', label: 'Take', style: 'primary' }] },
    { thread: '345' },
  ).calls;
  expect(call?.payload).toEqual({
    chat_id: -1001,
    message_thread_id: 345,
    text:
      '<b>🟠 R-2026-000001 · Level 2</b>\n<b>Handler: </b>nobody yet\n<b>Next: </b>contact by 17:00' +
      '\n\n<b>Reasons</b>\nHygiene, several people\n\n<b>Said</b>\n<blockquote>It was dirty</blockquote>\n\n<i>Pack 3</i>',
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    reply_markup: { inline_keyboard: [[{ text: 'Take', callback_data: 'btn_1', style: 'primary' }]] },
  });
});

test('text beside a card is said before it when it says something else', () => {
  const { calls, primary } = render({ ...staff, text: 'Please look' });
  expect(calls.map((call) => shown(call.payload.text).slice(0, 11))).toEqual(['Please look', '🟠 R-2026-0']);
  expect(primary).toBe(1);
});

test('long words are split at sentences, every word kept, buttons under the last', () => {
  const sentence = 'The water was cold and nobody came for two hours. ';
  const text = sentence.repeat(200).trim();
  const { calls, primary } = render({ ...plain, text, buttons: [{ id: 'b', label: 'OK' }] });
  expect(calls).toHaveLength(3);
  expect(primary).toBe(2);
  expect(calls.map((call) => 'reply_markup' in call.payload)).toEqual([false, false, true]);
  for (const call of calls.slice(0, -1)) expect(shown(call.payload.text).endsWith('.')).toBe(true);
  expect(calls.map((call) => shown(call.payload.text)).join(' ')).toBe(text);
});

test.each([4095, 4096, 4097, 8192])('%i units of emoji split without breaking one', (length) => {
  const text = '😡'.repeat(Math.ceil(length / 2));
  const parts = render({ ...plain, text }).calls.map((call) => shown(call.payload.text));
  expect(parts.join('')).toBe(text);
  for (const part of parts) {
    expect(part.length).toBeLessThanOrEqual(4096);
    expect(part.isWellFormed()).toBe(true);
  }
});

test('whatever is said, split parts keep every character but blanks and stay within the limit', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.integer({ min: 8, max: 60 }),
      (text, limit) => {
        const parts = splitText(text, limit);
        expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(limit);
      },
    ),
  );
});

const hostile = [
  '<b>bold</b> & <script>alert(1)</script>',
  '</b></blockquote><a href="tg://user?id=1">admin</a>',
  '&lt;b&gt; &amp;amp; &#60;',
  '@all_admins @channel /ban@other_bot /new',
  '"><img src=x> \' " `code` *b* _i_ [x](tg://user?id=1)',
  '\u202Eevil\u202C \u0000 \uFFFD',
  '<'.repeat(50),
];

test.each(hostile)('hostile words stay words, in cards and messages: %s', (words) => {
  const said: Card = {
    title: words,
    tone: 'ordinary',
    fields: [{ label: words, value: words }],
    sections: [{ label: words, text: words, quoted: true }],
    footer: words,
  };
  const parsed = parseHtml(String(render({ ...staff, text: words, card: said }).calls[0]?.payload.text));
  expect(parsed.text.replaceAll('\u2060', '').split(words)).toHaveLength(7);
  expect(new Set(parsed.entities.map((entity) => entity.type))).toEqual(
    new Set(['bold', 'blockquote', 'italic']),
  );
  const { card: _, ...cardless } = staff;
  const relayed = parseHtml(String(render({ ...cardless, text: words }).calls[0]?.payload.text));
  expect(relayed).toMatchObject({ entities: [] });
  expect(relayed.text.replaceAll('\u2060', '')).toBe(words.trim());
});

test('any text at all comes out of the markup as it went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(parseHtml(toHtml([{ text, style: 'bold' }])).text).toBe(text);
      expect(parseHtml(escapeHtml(text)).text).toBe(text);
    }),
  );
});

test('names and commands lose their power once, addresses stay whole', () => {
  expect(defuse('ask @lin or a@b.cn, not /ban')).toBe('ask @\u2060lin or a@b.cn, not /\u2060ban');
  expect(defuse(defuse('@lin'))).toBe(defuse('@lin'));
});

const long = (length: number) => '脏'.repeat(length);

test.each<[string, Card]>([
  ['one long statement', { ...card, sections: [{ label: 'Said', text: long(9000), quoted: true }] }],
  [
    'many long parts',
    { ...card, sections: Array.from({ length: 8 }, (_, at) => ({ label: `Part ${at}`, text: long(2000) })) },
  ],
  [
    'a long title and values',
    {
      ...card,
      title: long(5000),
      fields: Array.from({ length: 12 }, () => ({ label: long(300), value: long(900) })),
    },
  ],
  [
    'hundreds of fields',
    { ...card, fields: Array.from({ length: 400 }, (_, at) => ({ label: `F${at}`, value: long(50) })) },
  ],
  [
    'hundreds of sections',
    { ...card, sections: Array.from({ length: 400 }, (_, at) => ({ label: `S${at}`, text: long(50) })) },
  ],
  ['names all over', { ...card, sections: [{ text: '@abc '.repeat(2000), quoted: true }] }],
  ['emoji', { ...card, sections: [{ text: '😡'.repeat(5000), quoted: true }] }],
])('a card with %s stays one message and keeps its whole text beside it', (_, big) => {
  const { rich, whole } = drawCard(big);
  expect(lengthOf(rich)).toBeLessThanOrEqual(4096);
  expect(lengthOf(rich)).toBeGreaterThan(2000);
  expect(toHtml(rich).isWellFormed()).toBe(true);
  for (const section of big.sections) expect(whole).toContain(section.text);
  for (const field of big.fields) expect(whole).toContain(field.value);
});

test('in a shortened card short parts stay whole and long ones end in …', () => {
  const { rich } = drawCard({ ...card, sections: [{ text: 'short reason' }, { text: long(9000) }] });
  const text = rich.map((run) => run.text).join('');
  expect(text).toContain('short reason');
  expect(text).toContain('脏…');
  expect(text).toContain('contact by 17:00');
});

test('an empty card is its title', () => {
  const empty: Card = { title: 'R-1', tone: 'done', fields: [], sections: [{ text: '' }] };
  expect(toHtml(drawCard(empty).rich)).toBe('<b>✅ R-1</b>');
});

test('the whole text of a shortened card is a quiet file under it', () => {
  const call = renderWhole(staff, 'everything', { thread: '345', replyTo: 9 });
  expect(call).toEqual({
    method: 'sendDocument',
    payload: {
      chat_id: -1001,
      message_thread_id: 345,
      reply_parameters: { message_id: 9, allow_sending_without_reply: true },
      caption: 'Full text attached',
      disable_notification: true,
    },
    upload: { name: 'R-2026-000001.txt', text: 'everything' },
  });
});

test('a redraw edits the message with the buttons and takes buttons away that are gone', () => {
  const { calls } = renderEdit(staff, 77);
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatchObject({ method: 'editMessageText', payload: { chat_id: -1001, message_id: 77 } });
  expect(calls[0]?.payload).not.toHaveProperty('reply_markup');
});

const photo = { id: 'f1', sha256: 'x', name: 'a.jpg', mediaType: 'image/jpeg', bytes: 100 };
const sheet = { id: 'f2', sha256: 'y', name: 'b.pdf', mediaType: 'application/pdf', bytes: 100 };

test('one file with short words takes them as its caption; otherwise words go first', () => {
  expect(render({ ...plain, files: [photo] }).calls).toMatchObject([
    {
      method: 'sendPhoto',
      payload: { chat_id: 7, caption: 'We have your complaint.' },
      upload: { stored: photo },
    },
  ]);
  expect(render({ ...plain, text: long(1024), files: [sheet] }).calls.map((call) => call.method)).toEqual([
    'sendDocument',
  ]);
  expect(render({ ...plain, text: long(1025), files: [sheet] }).calls.map((call) => call.method)).toEqual([
    'sendMessage',
    'sendDocument',
  ]);
  expect(render({ ...plain, key: 'k', files: [photo] }).calls.map((call) => call.method)).toEqual([
    'sendMessage',
    'sendPhoto',
  ]);
  expect(render({ ...plain, text: '', files: [photo, sheet] }).calls.map((call) => call.method)).toEqual([
    'sendPhoto',
    'sendDocument',
  ]);
});

test('a picture too large for a photo goes as a document; a file above 50 MB is refused', () => {
  expect(render({ ...plain, files: [{ ...photo, bytes: 11 * 1024 * 1024 }] }).calls[0]?.method).toBe(
    'sendDocument',
  );
  expect(() => render({ ...plain, files: [{ ...sheet, bytes: 51 * 1024 * 1024 }] })).toThrow('50 MB');
});

test('the phone key is for private chats with the bot alone', () => {
  const keyboard = (message: OutboundMessage) => render(message).calls.at(-1)?.payload.reply_markup;
  expect(keyboard({ ...plain, asksPhone: true, locale: 'zh-CN' })).toEqual({
    keyboard: [[{ text: '发送我的手机号', request_contact: true }]],
    resize_keyboard: true,
    one_time_keyboard: true,
  });
  expect(keyboard({ ...plain, asksPhone: true, route: 'bc1' })).toBeUndefined();
  expect(keyboard({ ...plain, asksPhone: true, to: { channel: 'telegram', place: '-5' } })).toBeUndefined();
});

test('buttons and the phone key come in two messages: Telegram takes one keyboard each', () => {
  const { calls, primary } = render({ ...plain, asksPhone: true, buttons: [{ id: 'b', label: 'Skip' }] });
  expect(calls.map((call) => Object.keys(Object(call.payload.reply_markup))[0])).toEqual([
    'inline_keyboard',
    'keyboard',
  ]);
  expect(primary).toBe(0);
});

test.each([
  ['a'.repeat(64), true],
  ['a'.repeat(65), false],
  ['脏'.repeat(21), true],
  ['脏'.repeat(22), false],
  ['', false],
])('button data of 1 to 64 bytes only: %s', (id, fits) => {
  const draw = () => inlineKeyboard([{ id, label: 'x' }]);
  if (fits) expect(draw()).toEqual({ inline_keyboard: [[{ text: 'x', callback_data: id }]] });
  else expect(draw).toThrow('1 to 64 bytes');
});

test('short buttons share a row, long ones stand alone, more than 100 are refused', () => {
  const rows = (labels: readonly string[]) =>
    inlineKeyboard(labels.map((label, at) => ({ id: `b${at}`, label }))).inline_keyboard.map((row) =>
      row.map((button) => button.text),
    );
  expect(rows(['Yes', 'No', '1', '2'])).toEqual([['Yes', 'No', '1'], ['2']]);
  expect(rows(['提出补救方案', '升级处理', '请补充说明'])).toEqual([
    ['提出补救方案', '升级处理'],
    ['请补充说明'],
  ]);
  expect(() => rows(Array.from({ length: 101 }, () => 'x'))).toThrow('Too many buttons');
});

test('nothing to say is an invalid message', () => {
  const fault = (() => {
    try {
      return render({ ...plain, text: '  ' });
    } catch (error) {
      return error;
    }
  })();
  expect(isFault(fault, 'message-invalid')).toBe(true);
});

test('a topic’s name has at most 128 characters on one line, and one of Telegram’s colours', () => {
  expect(renderTopic(staff, 'R-1 · dirty\nroom')).toEqual({
    chat_id: -1001,
    name: 'R-1 · dirty room',
    icon_color: 0xff93b2,
  });
  expect(String(renderTopic(staff, '😡'.repeat(90)).name)).toHaveLength(127);
  expect(renderTopic(staff, ' ').name).toBe('R-2026-000001');
});

test('an answer fits a notice when it is words alone, up to 200', () => {
  expect(fitsNotice({ ...plain, text: 'x'.repeat(200) })).toBe(true);
  expect(fitsNotice({ ...plain, text: 'x'.repeat(201) })).toBe(false);
  expect(fitsNotice({ ...plain, buttons: [{ id: 'b', label: 'x' }] })).toBe(false);
  expect(fitsNotice({ ...plain, text: '' })).toBe(false);
});

test('shortening never cuts a pair', () => {
  expect(shorten('😡😡😡', 4)).toBe('😡…');
  expect(shorten('abc', 3)).toBe('abc');
});
