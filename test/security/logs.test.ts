import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatClient, until } from '../support/chat.ts';
import { type RunningProduct, startProduct, temporaryFolder } from '../support/process.ts';

const said = [
  '我在朝阳门店买的电饭煲外壳裂了，要退款599元',
  '我叫王小芳，电话13912345678，邮箱 wang.fang@example.cn',
  '订单号 SF8812349900，身份证110101199003074258',
];
const secrets = [
  '电饭煲',
  '王小芳',
  '13912345678',
  '12345678',
  'wang.fang',
  'SF8812349900',
  '110101199003074258',
  '邻居可以作证',
  '我们马上给您处理',
  'wrong-token-123456',
];

let product: RunningProduct;
let removeFolder: () => Promise<void>;
let metrics = '';
let output = '';
const tokens: string[] = [];

const desk = (path: string, body: unknown) =>
  fetch(`${product.url}/api/desk/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const teamLine = async (label: string) => {
  const answer = await fetch(`${product.url}/api/desk/messages?channel=team`);
  const { messages } = (await answer.json()) as {
    messages: { id: string; complaint: string | null; buttons: { id: string; label: string }[] }[];
  };
  const line = messages.findLast((one) => one.buttons.some((button) => button.label === label));
  const button = line?.buttons.find((one) => one.label === label);
  return line && button ? { messageId: line.id, buttonId: button.id } : undefined;
};

/** A whole piece of work with everything personal in it, failures included, at the loudest log level. */
beforeAll(async () => {
  const folder = await temporaryFolder();
  removeFolder = folder.remove;
  product = await startProduct({ DATA_DIR: folder.path, LOG_LEVEL: 'trace' });
  const chat = await chatClient(product.url, 'zh-CN');
  tokens.push(chat.token);
  for (const [index, text] of said.entries()) {
    await chat.say(`m${index}`, text);
    await until(
      'an answer',
      async () => (await chat.lines()).filter(({ from }) => from === 'bot').length > index,
      30_000,
    );
  }
  await chat.say('person', '我要找真人，找你们经理');
  const take = await until('a card', () => teamLine('接手'), 30_000).catch(() => undefined);
  if (take) await desk('actions', { as: 'lin', clientActionId: 'take', channel: 'team', ...take });
  await desk('messages', {
    as: 'lin',
    channel: 'team',
    clientMessageId: 'note',
    text: '她的邻居可以作证，王小芳',
  });
  const reply =
    take && (await until('a reply button', () => teamLine('回复投诉人'), 30_000).catch(() => undefined));
  if (reply)
    await desk('actions', {
      as: 'lin',
      clientActionId: 'reply',
      channel: 'team',
      ...reply,
      fields: { purpose: 'update', text: '王小芳您好，我们马上给您处理' },
    });
  expect(take).toBeDefined();
  expect(reply).toBeDefined();
  await fetch(`${product.url}/api/chat/messages`, {
    headers: { authorization: 'Bearer wrong-token-123456' },
  });
  await fetch(`${product.url}/api/chat/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${chat.token}` },
    body: '{"text": "王小芳',
  });
  await new Promise((resolve) => setTimeout(resolve, 2500));
  metrics = await (await fetch(`${product.url}/metrics`)).text();
  expect(await product.stop()).toBe(0);
  output = product.output();
}, 120_000);
afterAll(() => removeFolder());

describe('what a process tells about itself [AD-7]', () => {
  it('was watched while it worked', () => {
    expect(metrics).toMatch(/redress_turns_total\{side="talk"\} [1-9]/);
    expect(metrics).toMatch(/redress_turns_total\{side="desk"\} [1-9]/);
    expect(output).toContain('Stopping');
  });

  it.each(secrets)('never logs %s', (secret) => {
    expect(output).not.toContain(secret);
  });

  it.each(secrets)('never measures %s', (secret) => {
    expect(metrics).not.toContain(secret);
  });

  it('tells no token and no session', () => {
    expect(tokens).toHaveLength(1);
    for (const token of tokens) {
      expect(output).not.toContain(token);
      expect(metrics).not.toContain(token);
    }
  });

  it('measures by few labels: nothing grows with the number of people', () => {
    const labels = [...metrics.matchAll(/redress_\w+\{([^}]*)\}/g)].map(([, text]) => text ?? '');
    const names = new Set(labels.flatMap((text) => [...text.matchAll(/(\w+)=/g)].map(([, name]) => name)));
    for (const name of names)
      expect([
        'channel',
        'kind',
        'side',
        'le',
        'result',
        'command',
        'severity',
        'where',
        'purpose',
        'outcome',
        'reason',
        'direction',
        'prompt',
        'model',
        'state',
        'why',
        'quantile',
      ]).toContain(name);
  });
});
