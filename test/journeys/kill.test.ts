import { afterAll, describe, expect, it } from 'vitest';
import { type ChatLine, chatClient, until } from '../support/chat.ts';
import { type RunningProduct, startProduct, temporaryFolder } from '../support/process.ts';

const words = [
  '我在你们店买的电饭煲是坏的，外壳裂了',
  '订单号 20261115888123',
  '我要退款',
  '我叫王芳，电话13912345678',
];
/** Milliseconds after the message was taken at which the power goes: before, in and after its turn. */
const moments = [0, 400, 1500, 1560, 1650];

describe('a process killed in the middle of a talk', () => {
  let product: RunningProduct | undefined;
  const folders: (() => Promise<void>)[] = [];
  afterAll(async () => {
    await product?.stop();
    for (const remove of folders) await remove();
  });

  const botLines = (lines: readonly ChatLine[]) => lines.filter(({ from }) => from === 'bot');

  it('goes on where it was: nothing lost, nothing twice', async () => {
    const folder = await temporaryFolder();
    folders.push(folder.remove);
    const env = { DATA_DIR: folder.path };
    product = await startProduct(env);
    const chat = await chatClient(product.url, 'zh-CN');
    for (const [index, moment] of moments.entries()) {
      const text = words[index % words.length] ?? '';
      const before = botLines(await chat.lines()).length;
      expect((await chat.say(`m${index}`, text)).status).toBe(202);
      await new Promise((resolve) => setTimeout(resolve, moment));
      await product.kill();
      product = await startProduct(env);
      const { url } = product;
      const again = (path: string) =>
        fetch(`${url}${path}`, { headers: { authorization: `Bearer ${chat.token}` } });
      const read = async () =>
        ((await (await again('/api/chat/messages')).json()) as { messages: ChatLine[] }).messages;
      const repeated = await fetch(`${url}/api/chat/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${chat.token}` },
        body: JSON.stringify({ clientMessageId: `m${index}`, text }),
      });
      expect(repeated.status).toBe(202);
      await until('an answer came', async () => botLines(await read()).length > before);
      await new Promise((resolve) => setTimeout(resolve, 2500));
      const lines = await read();
      expect(lines.filter((line) => line.from === 'complainant' && line.text === text)).toHaveLength(
        words.indexOf(text) === index ? 1 : 2,
      );
      expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
      const texts = botLines(lines).map(({ text: said }) => said);
      expect(new Set(texts).size).toBe(texts.length);
      Object.assign(chat, await reconnect(url, chat.token));
    }
  }, 120_000);
});

const reconnect = async (url: string, token: string) => {
  const lines = async (): Promise<readonly ChatLine[]> => {
    const response = await fetch(`${url}/api/chat/messages`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return ((await response.json()) as { messages: ChatLine[] }).messages;
  };
  const say = (clientMessageId: string, text: string) =>
    fetch(`${url}/api/chat/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ clientMessageId, text }),
    });
  return { lines, say };
};
