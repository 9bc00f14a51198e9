import { describe, expect, it } from 'vitest';
import {
  fileArrival,
  localeOf,
  messageBody,
  newComplaintArrival,
  pressArrival,
  requestLocale,
  type Said,
  textArrival,
} from '../../../adapters/webchat/receive.ts';

const complainant: Said = { from: { id: 'ses_1', locale: 'zh-CN' }, place: 'ses_1', clientId: 'm1' };
const staff: Said = { from: { id: 'lin', name: 'Lin Xiao' }, place: 'team', clientId: 'm1', thread: 'msg_7' };

const file = { id: 'file_1', sha256: 'a'.repeat(64), name: 'a.png', mediaType: 'image/png', bytes: 3 };

describe('what our pages send becomes what any transport sends', () => {
  it('translates a complainant’s words', () => {
    expect(textArrival(complainant, 'msg_1', '你好')).toEqual({
      kind: 'text',
      key: 'web:ses_1:m1',
      from: { id: 'ses_1', locale: 'zh-CN' },
      address: { channel: 'web', place: 'ses_1' },
      messageId: 'msg_1',
      text: '你好',
      files: [],
    });
  });

  it('translates a staff note with its thread', () => {
    expect(textArrival(staff, 'msg_8', 'note')).toMatchObject({
      key: 'web:desk:lin:m1',
      address: { channel: 'web', place: 'team' },
      thread: 'msg_7',
    });
  });

  it('translates a file without words', () => {
    expect(fileArrival(complainant, 'msg_1', file)).toMatchObject({ kind: 'text', text: '', files: [file] });
  });

  it('translates a press, with and without fields', () => {
    expect(pressArrival(complainant, 'b1')).toEqual({
      kind: 'press',
      key: 'web:press:ses_1:m1',
      from: { id: 'ses_1', locale: 'zh-CN' },
      address: { channel: 'web', place: 'ses_1' },
      buttonId: 'b1',
    });
    expect(pressArrival(staff, 'b1', { a: '1' })).toMatchObject({ fields: { a: '1' }, thread: 'msg_7' });
  });

  it('gives words, files, presses and commands of one client id keys of their own', () => {
    const keys = [
      textArrival(complainant, 'msg_1', 'x'),
      fileArrival(complainant, 'msg_1', file),
      pressArrival(complainant, 'b1'),
      newComplaintArrival(complainant, {}),
      textArrival(staff, 'msg_1', 'x'),
    ].map(({ key }) => key);

    expect(new Set(keys).size).toBe(5);
  });
});

describe('languages', () => {
  it.each([
    ['zh', 'zh-CN'],
    ['zh-Hant-TW', 'zh-CN'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['fr', null],
    ['enx', null],
    ['', null],
  ])('finds ours in %j', (tag, locale) => {
    expect(localeOf(tag)).toBe(locale);
  });

  it('takes the first of a browser’s that we write in', () => {
    const asks = (languages: string) =>
      requestLocale(new Request('http://x/', { headers: { 'accept-language': languages } }));

    expect(asks('fr-CH, zh-CN;q=0.9, en;q=0.8')).toBe('zh-CN');
    expect(asks('de')).toBeNull();
    expect(requestLocale(new Request('http://x/'))).toBeNull();
  });
});

describe('words', () => {
  const read = (text: unknown) => messageBody.safeParse({ clientMessageId: 'm1', text });

  it.each([
    ['a\0b', 'ab'],
    ['half \ud83d', 'half \ufffd'],
    ['  kept as written \n', '  kept as written \n'],
  ])('keeps %j as %j', (text, kept) => {
    expect(read(text).data?.text).toBe(kept);
  });

  it.each(['', ' ', '\u200b', '\u202e\u0007', '\0'])('refuses %j, which says nothing', (text) => {
    expect(read(text).success).toBe(false);
  });

  it('takes a hundred thousand characters and not one more', () => {
    expect(read('x'.repeat(100_000)).success).toBe(true);
    expect(read('x'.repeat(100_001)).success).toBe(false);
  });
});
