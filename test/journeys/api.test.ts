import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatLine, chatClient, until } from '../support/chat.ts';
import { type RunningProduct, startProduct, temporaryFolder } from '../support/process.ts';

let product: RunningProduct;
let removeFolder: () => Promise<void>;

beforeAll(async () => {
  const folder = await temporaryFolder();
  removeFolder = folder.remove;
  product = await startProduct({ DATA_DIR: folder.path });
}, 60_000);

afterAll(async () => {
  await product.stop();
  await removeFolder();
});

const deskLines = async (channel: 'team' | 'manager'): Promise<readonly ChatLine[]> => {
  const lines: ChatLine[] = [];
  for (let after = ''; ; ) {
    const response = await fetch(
      `${product.url}/api/desk/messages?channel=${channel}${after ? `&after=${after}` : ''}`,
    );
    const { messages } = (await response.json()) as { messages: ChatLine[] };
    lines.push(...messages);
    after = messages.at(-1)?.cursor ?? '';
    if (messages.length < 200) return lines;
  }
};

let buttonPresses = 0;

const deskPost = (path: string, body: unknown) =>
  fetch(`${product.url}/api/desk/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const pressDesk = async (as: string, label: string, number: string, fields?: Record<string, string>) => {
  const found = await until(`a button '${label}'`, async () => {
    for (const channel of ['team', 'manager'] as const) {
      const line = (await deskLines(channel)).findLast(
        (one) => one.complaint === number && one.buttons.some((button) => button.label === label),
      );
      if (line) return { channel, line, buttonId: line.buttons.find((button) => button.label === label)?.id };
    }
    return undefined;
  });
  const body = {
    as,
    clientActionId: `${as}-${buttonPresses++}`,
    messageId: found.line.id,
    buttonId: found.buttonId,
    channel: found.channel,
  };
  const asked = await deskPost('actions', body);
  if (!fields) {
    expect(asked.status).toBe(202);
    return;
  }
  expect(asked.status).toBe(200);
  const { form } = (await asked.json()) as { form: { fields: { id: string }[] } };
  expect(form.fields.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(fields)));
  expect((await deskPost('actions', { ...body, fields })).status).toBe(202);
};

describe('a whole complaint by a script over HTTP', () => {
  it('goes from words to an accepted remedy, repeats ignored', async () => {
    const chat = await chatClient(product.url, 'en');
    const heard = (part: RegExp) =>
      until(`the complainant hears ${part}`, async () =>
        (await chat.lines()).find(({ from, text }) => from !== 'complainant' && part.test(text)),
      );
    expect(
      (await chat.say('m1', 'My parcel never arrived, order 20261109-4471. I want a refund.')).status,
    ).toBe(202);
    expect(
      (await chat.say('m1', 'My parcel never arrived, order 20261109-4471. I want a refund.')).status,
    ).toBe(202);
    await heard(/sorry/i);
    for (let step = 0; step < 8; step++) {
      const shown = await chat.lines();
      if (shown.some(({ buttons }) => buttons.some(({ label }) => /that's right/.test(label)))) break;
      const before = shown.filter(({ from }) => from === 'bot').length;
      await chat.press(`skip${step}`, ({ buttons }) => buttons.find(({ label }) => label === 'Skip')?.id);
      await until(
        'the next question',
        async () => (await chat.lines()).filter(({ from }) => from === 'bot').length > before,
      );
    }
    await chat.press('ok', ({ buttons }) => buttons.find(({ label }) => /that's right/.test(label))?.id);
    await chat.press('ok', ({ buttons }) => buttons.find(({ label }) => /that's right/.test(label))?.id);
    const receipt = await heard(/R-\d{4}-\d{6}/);
    const number = /R-\d{4}-\d{6}/.exec(receipt.text)?.[0] ?? '';
    await pressDesk('lin', 'Take it', number);
    await pressDesk('lin', 'Propose remedy', number, {
      kind: 'refund',
      money: '599 CNY',
      text: 'We refund the full price.',
      withinDays: '3',
    });
    await pressDesk('zhou_head', 'Approve', number);
    await heard(/We refund the full price/);
    await chat.press('yes', ({ buttons }) => buttons.find(({ style }) => style === 'primary')?.id);
    await until('the team learns of it', async () =>
      (await deskLines('team')).some(({ text }) => /The complainant accepted/.test(text)),
    );
    const mine = (await chat.lines()).filter(
      ({ from, text }) => from === 'complainant' && text.startsWith('My parcel'),
    );
    expect(mine).toHaveLength(1);
    expect(
      (await chat.lines()).filter(
        ({ text }) =>
          /R-\d{4}-\d{6}/.test(text) && /Your (complaint )?number|noted|on file|registered/i.test(text),
      ),
    ).toHaveLength(1);
  }, 60_000);

  it.each([
    ['no token', () => fetch(`${product.url}/api/chat/messages`), 401],
    [
      'a wrong token',
      () => fetch(`${product.url}/api/chat/messages`, { headers: { authorization: 'Bearer nobody' } }),
      401,
    ],
    ['an unknown place', () => fetch(`${product.url}/api/nothing`), 404],
    [
      'a body that is not JSON',
      () =>
        fetch(`${product.url}/api/chat/sessions`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{',
        }),
      400,
    ],
    [
      'a desk seen through a proxy',
      () => fetch(`${product.url}/api/desk/people`, { headers: { 'x-forwarded-for': '203.0.113.7' } }),
      403,
    ],
    [
      'an unknown person',
      () => deskPost('messages', { as: 'nobody', channel: 'team', clientMessageId: 'x', text: 'hello' }),
      403,
    ],
  ])('answers %s with an error that says so', async (_what, call, status) => {
    const response = await call();
    expect(response.status).toBe(status);
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error.code).not.toBe('');
    expect(JSON.stringify(error)).not.toMatch(/at .*\.ts:\d+/);
  });
});

describe('bad input', () => {
  const evil = '<img src=x onerror=alert(1)> **bold** <!channel> @everyone [a](javascript:alert(1))';
  it.each([
    ['nothing', '', 422],
    ['spaces', '   ', 422],
    ['one emoji', '😡😡😡', 202],
    ['a hundred kilobytes', '你们的东西坏了，'.repeat(4_200), 202],
    ['control characters', 'my parcel\u0000\u0007 is lost\u001b[31m', 202],
    ['right-to-left overrides', 'refund \u202E drawer \u2066 now', 202],
    ['markup', `the kettle is broken ${evil}`, 202],
    ['half a surrogate', 'broken \ud83d kettle', 202],
  ])('%s gets a sensible answer or a clear error', async (name, text, status) => {
    const chat = await chatClient(product.url, 'en');
    const response = await chat.say(`bad-${name.length}`, text);
    expect(response.status).toBe(status);
    if (status !== 202) return;
    const answer = await until('an answer', async () =>
      (await chat.lines()).find(({ from }) => from === 'bot'),
    );
    expect(answer.text.length).toBeGreaterThan(5);
    expect(answer.text).not.toMatch(/\p{Cc}(?<!\n)|[\u202a-\u202e\u2066-\u2069]/u);
  });

  it('fifty messages in a second are one talk: all kept, answered together', async () => {
    const chat = await chatClient(product.url, 'en');
    const sent = await Promise.all(
      Array.from({ length: 50 }, (_, index) => chat.say(`n${index}`, `the parcel is late, reason ${index}`)),
    );
    expect(sent.map(({ status }) => status).filter((status) => status !== 202)).toEqual([]);
    await until('an answer', async () => (await chat.lines()).some(({ from }) => from === 'bot'));
    expect((await chat.lines()).filter(({ from }) => from === 'complainant')).toHaveLength(50);
  });
});
