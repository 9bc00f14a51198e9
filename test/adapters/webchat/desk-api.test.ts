import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { people } from './fake-desk.ts';
import { serveWebChannel } from './serve.ts';

type Server = Awaited<ReturnType<typeof serveWebChannel>>;

let server: Server;

beforeEach(async () => {
  server = await serveWebChannel();
});

afterEach(async () => {
  await server.stop();
  expect(server.desk.watching()).toBe(0);
});

const get = (path: string) => fetch(`${server.base}${path}`);

const post = (path: string, body: unknown) =>
  fetch(`${server.base}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const card = {
  title: 'R-2026-000001 · Level 3',
  tone: 'notable' as const,
  fields: [{ label: 'Stage', value: 'received' }],
  sections: [{ text: '<b>no markup</b>', quoted: true }],
};

const showCard = (id: string, title: string, edits?: string) =>
  server.channel.send({
    attempt: 1,
    ...(edits ? { edits } : {}),
    message: {
      id,
      to: { channel: 'web', place: 'team' },
      locale: 'en',
      audience: 'team',
      voice: 'bot',
      text: title,
      card: { ...card, title },
      buttons: [
        { id: 'take', label: 'Take', style: 'primary' },
        { id: 'remedy', label: 'Remedy', form: true },
      ],
      key: 'R-2026-000001/card',
      opensThread: { key: 'R-2026-000001/team', title },
      complaint: 'R-2026-000001',
    },
  });

const teamMessages = async (after = '') =>
  (await get(`/api/desk/messages?channel=team&after=${after}`)).json();

const fields = [{ id: 'kind', label: 'Kind', kind: 'line' as const, required: true }];

describe('the staff’s half of the HTTP API', () => {
  it('names the people of the organisation', async () => {
    expect(await (await get('/api/desk/people')).json()).toEqual({ people });
  });

  it('shows a live card with its thread, complaint and buttons, and redraws it under a new cursor', async () => {
    const { messageId } = await showCard('o1', 'received');
    const first = await teamMessages();
    await showCard('o2', 'taken', messageId);
    const second = await teamMessages(first.cursor);

    expect(first.messages).toEqual([
      {
        id: messageId,
        cursor: first.cursor,
        from: 'bot',
        author: null,
        text: 'received',
        card: { ...card, title: 'received' },
        buttons: [
          { id: 'take', label: 'Take', style: 'primary' },
          { id: 'remedy', label: 'Remedy', form: true },
        ],
        files: [],
        thread: null,
        complaint: 'R-2026-000001',
        at: '2026-11-21T08:00:00.000Z',
      },
    ]);
    expect(second.messages).toMatchObject([{ id: messageId, card: { title: 'taken' } }]);
    expect(second.cursor).not.toBe(first.cursor);
  });

  it('receives a note in a thread as its author’s, and shows it there', async () => {
    const { threadId } = await showCard('o1', 'received');
    const note = { as: 'lin', channel: 'team', thread: threadId, clientMessageId: 'n1', text: '内部备注' };
    const answer = await post('/api/desk/messages', note);

    expect(answer.status).toBe(202);
    expect(server.received).toEqual([
      {
        kind: 'text',
        key: 'web:desk:lin:n1',
        from: { id: 'lin', name: '林晓 Lin Xiao' },
        address: { channel: 'web', place: 'team' },
        thread: threadId,
        messageId: expect.stringMatching(/^msg_/),
        text: '内部备注',
        files: [],
      },
    ]);
    const { messages } = await teamMessages();
    expect(messages.at(-1)).toMatchObject({
      from: 'staff',
      author: 'lin',
      text: '内部备注',
      thread: threadId,
    });
  });

  it('lets two people use the same client id', async () => {
    const note = { channel: 'team', clientMessageId: 'n1', text: 'note' };
    await post('/api/desk/messages', { ...note, as: 'lin' });
    await post('/api/desk/messages', { ...note, as: 'zhou' });
    await post('/api/desk/messages', { ...note, as: 'zhou' });

    expect(server.received.map(({ from }) => from.id)).toEqual(['lin', 'zhou']);
  });

  it('receives a press as the person acted as, in the place of the message', async () => {
    const { messageId } = await showCard('o1', 'received');
    const press = { as: 'chen', clientActionId: 'a1', messageId, buttonId: 'take' };
    const answer = await post('/api/desk/actions', press);

    expect(answer.status).toBe(202);
    expect(server.received).toEqual([
      {
        kind: 'press',
        key: 'web:press:desk:chen:a1',
        from: { id: 'chen', name: '陈静 Chen Jing' },
        address: { channel: 'web', place: 'team' },
        buttonId: 'take',
      },
    ]);
  });

  it('gives the form of a button that asks for input, and receives its fields', async () => {
    const { messageId } = await showCard('o1', 'received');
    server.desk.ask('remedy', 'Propose', fields);
    const press = { as: 'lin', clientActionId: 'a1', messageId, buttonId: 'remedy' };
    const asked = await post('/api/desk/actions', press);
    const done = await post('/api/desk/actions', { ...press, fields: { kind: 'refund' } });

    expect(asked.status).toBe(200);
    expect(await asked.json()).toEqual({
      form: { buttonId: 'remedy', locale: 'en', title: 'Propose', submit: 'Propose', fields },
    });
    expect(done.status).toBe(202);
    expect(server.received).toMatchObject([
      { kind: 'press', buttonId: 'remedy', fields: { kind: 'refund' } },
    ]);
  });

  it('gives the form by which a complaint is entered by hand, and receives it [IN-12]', async () => {
    const command = { as: 'lin', channel: 'team', clientMessageId: 'c1', name: 'new', locale: 'zh-CN' };
    const asked = await post('/api/desk/commands', command);
    const done = await post('/api/desk/commands', { ...command, fields: { what: '漏水' } });

    expect((await asked.json()).form.title).toBe('登记投诉');
    expect(done.status).toBe(202);
    expect(server.received).toEqual([
      {
        kind: 'command',
        name: 'new',
        text: '',
        key: 'web:command:desk:lin:c1',
        from: { id: 'lin', name: '林晓 Lin Xiao', locale: 'zh-CN' },
        address: { channel: 'web', place: 'team' },
        fields: { what: '漏水' },
      },
    ]);
  });

  it('receives words to search for [ST-7]', async () => {
    const command = { as: 'lin', channel: 'team', clientMessageId: 'c1', name: 'search', locale: 'zh-CN' };
    const done = await post('/api/desk/commands', { ...command, text: '电饭煲' });

    expect(done.status).toBe(202);
    expect(server.received).toEqual([
      {
        kind: 'command',
        name: 'search',
        text: '电饭煲',
        key: 'web:command:desk:lin:c1',
        from: { id: 'lin', name: '林晓 Lin Xiao', locale: 'zh-CN' },
        address: { channel: 'web', place: 'team' },
      },
    ]);
  });

  it('lists what a person holds [ST-7]', async () => {
    server.desk.hold({ number: 'R-2026-000001', card, nextDue: '2026-11-21T12:00:00.000Z' });

    expect(await (await get('/api/desk/queue?as=lin&locale=en')).json()).toEqual({
      items: [{ number: 'R-2026-000001', card, nextDue: '2026-11-21T12:00:00.000Z' }],
    });
  });

  it('marks an answer that is meant for one presser', async () => {
    await server.channel.send({
      attempt: 1,
      message: {
        id: 'o1',
        to: { channel: 'web', place: 'team' },
        locale: 'en',
        audience: 'team',
        voice: 'bot',
        text: 'Somebody else holds it.',
        answer: { senderId: 'zhou' },
      },
    });

    expect((await teamMessages()).messages).toMatchObject([{ onlyFor: 'zhou' }]);
  });

  it('streams a channel', async () => {
    const answer = await get('/api/desk/stream?channel=manager');
    const reader = answer.body?.getReader();
    const first = new TextDecoder().decode((await reader?.read())?.value);
    await reader?.cancel();

    expect(first).toContain(': open');
    await expect.poll(() => server.desk.watching()).toBe(0);
  });

  it('hands out a complainant’s file without running it', async () => {
    const bytes = new TextEncoder().encode('<script>alert(1)</script>');
    const { id } = await server.files.put({ name: 'x.html', mediaType: 'text/html', bytes });
    const answer = await get(`/api/desk/attachments/${id}`);

    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="x\.html"/);
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  const note = { as: 'lin', channel: 'team', clientMessageId: 'n1', text: 'hi' };
  const press = { as: 'lin', clientActionId: 'a1', messageId: 'msg_9', buttonId: 'b' };
  it.each<[string, () => Promise<Response>, number, string]>([
    [
      'a stranger’s note',
      () => post('/api/desk/messages', { ...note, as: 'mallory' }),
      403,
      'unknown-person',
    ],
    [
      'a stranger’s press',
      () => post('/api/desk/actions', { ...press, as: 'mallory' }),
      403,
      'unknown-person',
    ],
    ['a stranger’s queue', () => get('/api/desk/queue?as=mallory'), 403, 'unknown-person'],
    [
      'another channel',
      () => post('/api/desk/messages', { ...note, channel: 'ses_1' }),
      422,
      'invalid-input',
    ],
    ['another channel’s messages', () => get('/api/desk/messages?channel=ses_1'), 422, 'invalid-input'],
    ['messages of no channel', () => get('/api/desk/messages'), 422, 'invalid-input'],
    ['a press on an unknown message', () => post('/api/desk/actions', press), 404, 'not-found'],
    [
      'fields that are no text',
      () => post('/api/desk/actions', { ...press, fields: { a: 1 } }),
      422,
      'invalid-input',
    ],
    ['an unknown file', () => get('/api/desk/attachments/file_x'), 404, 'not-found'],
    ['an unknown command', () => post('/api/desk/commands', { ...note, name: 'drop' }), 422, 'invalid-input'],
  ])('refuses %s', async (_name, ask, status, code) => {
    const answer = await ask();

    expect(answer.status).toBe(status);
    expect((await answer.json()).error.code).toBe(code);
    expect(server.received).toEqual([]);
  });
});
