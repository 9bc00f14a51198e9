import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textLimit } from '../../../adapters/webchat/receive.ts';
import { serveWebChannel } from './serve.ts';

type Server = Awaited<ReturnType<typeof serveWebChannel>>;

let server: Server;
let session: string;
let token: string;
let nowMs = 0;

beforeEach(async () => {
  nowMs = 0;
  server = await serveWebChannel({ monotonicMs: () => nowMs });
  const opened = await (await fetch(`${server.base}/api/chat/sessions`, { method: 'POST' })).json();
  session = opened.session;
  token = opened.token;
});

afterEach(async () => {
  await server.stop();
  expect(server.desk.watching()).toBe(0);
});

const bearer = () => ({ authorization: `Bearer ${token}` });

const post = (path: string, body: unknown, headers: Record<string, string> = bearer()) =>
  fetch(`${server.base}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const say = (clientMessageId: string, text: string) => post('/api/chat/messages', { clientMessageId, text });

const read = async (after = '') =>
  (await fetch(`${server.base}/api/chat/messages?after=${after}`, { headers: bearer() })).json();

const errorOf = async (answer: Response) => ({
  status: answer.status,
  code: (await answer.json()).error.code,
});

const answerAs = (id: string, text: string) =>
  server.channel.send({
    attempt: 1,
    message: {
      id,
      to: { channel: 'web', place: session },
      locale: 'en',
      audience: 'complainant',
      voice: 'bot',
      text,
      buttons: [{ id: 'b1', label: 'Yes', style: 'primary' }],
    },
  });

describe('the complainant’s half of the HTTP API', () => {
  it('receives words under a key made of session and client id, and shows them', async () => {
    const answer = await say('m1', '空调坏了');

    expect(answer.status).toBe(202);
    expect(await answer.json()).toEqual({ accepted: true });
    expect(server.received).toEqual([
      {
        kind: 'text',
        key: `web:${session}:m1`,
        from: { id: session },
        address: { channel: 'web', place: session },
        messageId: expect.stringMatching(/^msg_/),
        text: '空调坏了',
        files: [],
      },
    ]);
    const { messages, cursor } = await read();
    expect(messages).toEqual([
      {
        id: expect.any(String),
        cursor,
        from: 'complainant',
        text: '空调坏了',
        buttons: [],
        files: [],
        at: '2026-11-21T08:00:00.000Z',
      },
    ]);
  });

  it('takes the same client id again and changes nothing', async () => {
    await say('m1', 'once');
    const again = await say('m1', 'once');

    expect(again.status).toBe(202);
    expect(server.received).toHaveLength(1);
    expect((await read()).messages).toHaveLength(1);
  });

  it('gives answers after the cursor, with buttons, and receives a press on one', async () => {
    await say('m1', 'hello');
    const { cursor } = await read();
    await answerAs('out_1', 'Is this right?');
    const { messages } = await read(cursor);

    expect(messages).toMatchObject([
      { from: 'bot', text: 'Is this right?', buttons: [{ id: 'b1', label: 'Yes', style: 'primary' }] },
    ]);
    const press = { clientActionId: 'a1', messageId: messages[0].id, buttonId: 'b1' };
    expect((await post('/api/chat/actions', press)).status).toBe(202);
    expect(server.received.at(-1)).toEqual({
      kind: 'press',
      key: `web:press:${session}:a1`,
      from: { id: session },
      address: { channel: 'web', place: session },
      buttonId: 'b1',
    });
  });

  it('passes on the language of the page', async () => {
    await post('/api/chat/messages', { clientMessageId: 'm1', text: 'hi', locale: 'zh-Hans-CN' });
    await post(
      '/api/chat/messages',
      { clientMessageId: 'm2', text: 'hi' },
      { ...bearer(), 'accept-language': 'fr, en-GB' },
    );

    expect(server.received.map(({ from }) => from.locale)).toEqual(['zh-CN', 'en']);
  });

  it('keeps talks apart', async () => {
    await say('m1', 'mine');
    const other = await (await fetch(`${server.base}/api/chat/sessions`, { method: 'POST' })).json();
    const answer = await fetch(`${server.base}/api/chat/messages`, {
      headers: { authorization: `Bearer ${other.token}` },
    });

    expect((await answer.json()).messages).toEqual([]);
  });

  it('takes fifty messages in a second, then asks to wait, then takes more', async () => {
    const answers = await Promise.all(Array.from({ length: 51 }, (_, index) => say(`m${index}`, `${index}`)));

    expect(
      answers
        .map(({ status }) => status)
        .sort()
        .slice(0, 50),
    ).toEqual(Array(50).fill(202));
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get('retry-after')).toBe('1');
    expect(server.received).toHaveLength(50);
    nowMs = 1_000;
    expect((await say('later', 'later')).status).toBe(202);
  });

  it('answers 503 when the message could not be kept, and takes it once when it is sent again', async () => {
    server.desk.breakDown(true);
    const lost = await say('m1', 'hello');
    server.desk.breakDown(false);
    const kept = await say('m1', 'hello');

    expect(await errorOf(lost)).toEqual({ status: 503, code: 'unavailable' });
    expect(lost.headers.get('retry-after')).toBe('5');
    expect(kept.status).toBe(202);
    expect(server.received).toHaveLength(1);
  });

  it('takes the longest text it promises to take, in Chinese too', async () => {
    const text = '长'.repeat(textLimit);
    const { status } = await say('c1', text);

    expect(status).toBe(202);
    expect((await read()).messages[0].text).toBe(text);
  });
});

describe('wrong input is refused with a code and never a stack', () => {
  const good = { clientMessageId: 'm1', text: 'hi' };
  const cases: readonly [string, () => Promise<Response>, number, string][] = [
    ['no token', () => post('/api/chat/messages', good, {}), 401, 'token-missing'],
    [
      'a token of another kind',
      () => post('/api/chat/messages', good, { authorization: 'Basic eA==' }),
      401,
      'token-missing',
    ],
    [
      'an unknown token',
      () => post('/api/chat/messages', good, { authorization: 'Bearer nobody-knows-this' }),
      401,
      'token-unknown',
    ],
    ['an empty body', () => post('/api/chat/messages', ''), 400, 'invalid-json'],
    ['broken JSON', () => post('/api/chat/messages', '{"text":'), 400, 'invalid-json'],
    ['a list', () => post('/api/chat/messages', []), 422, 'invalid-input'],
    ['null', () => post('/api/chat/messages', 'null'), 422, 'invalid-input'],
    ['text as a number', () => post('/api/chat/messages', { ...good, text: 1 }), 422, 'invalid-input'],
    ['no client id', () => post('/api/chat/messages', { text: 'hi' }), 422, 'invalid-input'],
    [
      'an empty client id',
      () => post('/api/chat/messages', { ...good, clientMessageId: '' }),
      422,
      'invalid-input',
    ],
    [
      'a line break in the client id',
      () => post('/api/chat/messages', { ...good, clientMessageId: 'a\nb' }),
      422,
      'invalid-input',
    ],
    ['empty text', () => post('/api/chat/messages', { ...good, text: '' }), 422, 'invalid-input'],
    [
      'blank text',
      () => post('/api/chat/messages', { ...good, text: ' \n\t\u200b\u202e\0' }),
      422,
      'invalid-input',
    ],
    [
      'text above the limit',
      () => post('/api/chat/messages', { ...good, text: 'x'.repeat(100_001) }),
      422,
      'invalid-input',
    ],
    [
      'a body above the limit',
      () => post('/api/chat/messages', { ...good, text: '长'.repeat(140_000) }),
      413,
      'too-large',
    ],
    [
      'a form instead of JSON',
      () => post('/api/chat/messages', good, { ...bearer(), 'content-type': 'text/plain' }),
      415,
      'media-type',
    ],
    [
      'no button',
      () => post('/api/chat/actions', { clientActionId: 'a', messageId: 'm' }),
      422,
      'invalid-input',
    ],
    ['JSON as attachment', () => post('/api/chat/attachments', good), 415, 'media-type'],
    [
      'a broken form',
      () =>
        post('/api/chat/attachments', 'x', {
          ...bearer(),
          'content-type': 'multipart/form-data; boundary=b',
        }),
      400,
      'invalid-form',
    ],
    [
      'a wrong cursor',
      () => fetch(`${server.base}/api/chat/messages?after=a%20b`, { headers: bearer() }),
      422,
      'invalid-input',
    ],
    ['a stream without a token', () => fetch(`${server.base}/api/chat/stream`), 401, 'token-missing'],
    [
      'an unknown file',
      () => fetch(`${server.base}/api/chat/attachments/file_x`, { headers: bearer() }),
      404,
      'not-found',
    ],
    ['a locale that is no text', () => post('/api/chat/sessions', { locale: 5 }, {}), 422, 'invalid-input'],
  ];

  it.each(cases)('refuses %s', async (_name, ask, status, code) => {
    const answer = await ask();
    const body = await answer.text();

    expect(answer.status).toBe(status);
    expect(JSON.parse(body)).toEqual({ error: { code, message: expect.any(String) } });
    expect(body).not.toMatch(/\bat .*\.ts|node_modules/);
    expect(server.received).toEqual([]);
  });

  it.each([
    ['emoji only', '😡😡😡', '😡😡😡'],
    ['half a surrogate', 'a\ud83d b', 'a\ufffd b'],
    ['a NUL', 'a\0b', 'ab'],
    ['a right-to-left override', 'abc\u202edef', 'abc\u202edef'],
    ['markup', '<b>@channel</b> *x*', '<b>@channel</b> *x*'],
    ['the longest text', 'x'.repeat(100_000), 'x'.repeat(100_000)],
  ])('takes %s', async (_name, text, kept) => {
    const answer = await post('/api/chat/messages', { clientMessageId: 'm1', text });

    expect(answer.status).toBe(202);
    expect(server.received).toMatchObject([{ text: kept }]);
  });
});

describe('files', () => {
  const upload = (bytes: string, type: string, name = 'bill.png', clientMessageId = 'f1') => {
    const form = new FormData();
    form.set('clientMessageId', clientMessageId);
    form.set('file', new File([bytes], name, { type }));
    return fetch(`${server.base}/api/chat/attachments`, { method: 'POST', headers: bearer(), body: form });
  };

  it('stores one and adds it to the talk without words', async () => {
    const answer = await upload('picture', 'image/png');
    const { attachmentId, sha256 } = await answer.json();

    expect(answer.status).toBe(201);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    const file = { id: attachmentId, sha256, name: 'bill.png', mediaType: 'image/png', bytes: 7 };
    expect(server.received).toMatchObject([
      { kind: 'text', text: '', files: [file], key: `web:file:${session}:f1` },
    ]);
    expect((await read()).messages).toMatchObject([{ text: '', files: [file] }]);
  });

  it('takes the same upload again and changes nothing', async () => {
    const first = await (await upload('picture', 'image/png')).json();
    const second = await (await upload('picture', 'image/png')).json();

    expect(second).toEqual(first);
    expect(server.received).toHaveLength(1);
    expect((await read()).messages).toHaveLength(1);
  });

  it('hands it out to its owner only, as something a browser does not run', async () => {
    const { attachmentId } = await (await upload('<script>', 'text/html', '坏"名.html')).json();
    const url = `${server.base}/api/chat/attachments/${attachmentId}`;
    const own = await fetch(url, { headers: bearer() });
    const stranger = await (await fetch(`${server.base}/api/chat/sessions`, { method: 'POST' })).json();
    const others = await fetch(url, { headers: { authorization: `Bearer ${stranger.token}` } });

    expect(await own.text()).toBe('<script>');
    expect(own.headers.get('content-type')).toBe('application/octet-stream');
    expect(own.headers.get('content-disposition')).toBe(
      `attachment; filename="___.html"; filename*=UTF-8''%E5%9D%8F%22%E5%90%8D.html`,
    );
    expect(own.headers.get('x-content-type-options')).toBe('nosniff');
    expect(others.status).toBe(404);
  });

  it.each([
    ['empty', '', 'image/png', 422, 'file-empty'],
    ['of another kind', 'MZ', 'application/x-msdownload', 415, 'file-type'],
    ['larger than the pack allows', 'x'.repeat(1_000_001), 'image/png', 413, 'file-too-large'],
  ])('refuses one that is %s', async (_name, bytes, type, status, code) => {
    expect(await errorOf(await upload(bytes, type))).toEqual({ status, code });
    expect(server.received).toEqual([]);
  });

  it('refuses a form without a file', async () => {
    const form = new FormData();
    form.set('clientMessageId', 'f1');
    form.set('file', 'words');
    const url = `${server.base}/api/chat/attachments`;
    const answer = await fetch(url, { method: 'POST', headers: bearer(), body: form });

    expect(await errorOf(answer)).toEqual({ status: 422, code: 'invalid-input' });
  });
});

describe('other origins', () => {
  it('may use the chat with a token', async () => {
    const preflight = await fetch(`${server.base}/api/chat/messages`, {
      method: 'OPTIONS',
      headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' },
    });
    const refused = await post('/api/chat/messages', {}, { origin: 'https://shop.example' });

    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Authorization');
    expect(refused.status).toBe(401);
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
  });
});
