import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));
const png = bytes(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c626001000000ffff03000006000557bfabd40000000049454e44ae426082',
);
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const ogg = bytes(
  `4f67675300020000000000000000${'00'.repeat(12)}0113${Buffer.from('OpusHead').toString('hex')}${'00'.repeat(20)}`,
);
const html = Buffer.from('<!doctype html><script>alert(1)</script>');
const svg = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');

const put = (mediaType: string, content: Uint8Array) =>
  test.app.world.files.put({ name: 'photo.png', mediaType, bytes: content });

describe('a file is what its bytes say', () => {
  it.each<[string, Uint8Array, string]>([
    ['image/png', png, 'image/png'],
    ['image/jpeg', png, 'image/png'],
    ['text/plain; charset=utf-8', Buffer.from('订单 1234'), 'text/plain'],
    ['application/pdf', pdf, 'application/pdf'],
    ['audio/ogg; codecs=opus', ogg, 'audio/ogg'],
    ['image/png', html, 'text/plain'],
  ])('called %s', async (mediaType, content, kept) => {
    const { id } = await put(mediaType, content);
    expect(await test.app.world.files.get(id)).toMatchObject({ ref: { mediaType: kept } });
  });

  it.each<[string, string, Uint8Array]>([
    ['a page that calls itself one', 'text/html', html],
    ['a drawing that runs scripts, called a picture', 'image/png', svg],
    ['a program called a picture', 'image/png', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    [
      'an archive called a PDF',
      'application/pdf',
      bytes('504b03040a0000000000000000000000000000000000000000000000000000000000'),
    ],
    ['noise called a picture', 'image/jpeg', bytes('ff00fe01fd02')],
    ['text with a NUL', 'text/plain', Buffer.from('a\0b')],
  ])('%s is refused', async (_what, mediaType, content) => {
    await expect(put(mediaType, content)).rejects.toMatchObject({
      code: 'file-refused',
      data: { reason: 'type' },
    });
  });
});
