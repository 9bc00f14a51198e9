import { createServer } from 'node:http';
import { TelegramServer as StrangersServer } from 'telegram-test-api/lib/telegramServer.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTelegramChannel } from '../../../adapters/telegram/index.ts';
import type { InboundMessage } from '../../../src/inbound/message.ts';
import type { Channel } from '../../../src/ports.ts';
import { deskWith, keepingLogger, memoryFiles, outbound, until } from './harness.ts';

/*
 * Happy paths on a Bot API server that nobody here wrote. It knows no topics, files or limits, so those stay with our own stub;
 * it polls at once instead of long, and never looks at offsets.
 */

const token = '666:strangers-token';

const freePort = async (): Promise<number> => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
};

let server: StrangersServer;
let channel: Channel;
let arrivals: InboundMessage[];
const logger = keepingLogger();

beforeEach(async () => {
  server = new StrangersServer({ port: await freePort(), host: '127.0.0.1' });
  await server.start();
  arrivals = [];
  channel = createTelegramChannel({
    token,
    apiRoot: server.config.apiURL,
    desk: deskWith(),
    files: memoryFiles(),
    clock: { now: () => new Date().toISOString(), rate: 1 },
    ids: { next: (prefix) => `${prefix}_1`, secret: () => 'secret' },
    logger,
    tuning: { pollSeconds: 1, retryMs: 20, answerWaitMs: 50 },
  });
  await channel.start(async (message) => void arrivals.push(message));
});
afterEach(async () => {
  await channel.stop();
  await server.stop();
});

const client = () => server.getClient(token, { userId: 7, chatId: 7, firstName: 'Lin' });

test('hears a message and a command, and answers', async () => {
  const lin = client();
  await lin.sendMessage(lin.makeMessage('The room was dirty'));
  await lin.sendCommand(lin.makeCommand('/status R-1'));
  await until('both', () => arrivals.length === 2);
  expect(arrivals).toMatchObject([
    { kind: 'text', text: 'The room was dirty', from: { id: '7', name: 'Lin' }, address: { place: '7' } },
    { kind: 'command', name: 'status', text: 'R-1' },
  ]);
  await channel.send({ message: outbound({ text: 'We have it <now>.' }), attempt: 1 });
  const { result } = await lin.getUpdates();
  expect(result).toMatchObject([
    { message: { chat_id: 7, text: 'We have it &lt;now&gt;.', parse_mode: 'HTML' } },
  ]);
});

test('a button travels out, is pressed, and its message is redrawn', async () => {
  const lin = client();
  const message = outbound({ text: 'Solved?', buttons: [{ id: 'btn_yes', label: 'Yes' }] });
  const { messageId } = await channel.send({ message, attempt: 1 });
  const { result } = await lin.getUpdates();
  expect(result).toMatchObject([
    { message: { reply_markup: { inline_keyboard: [[{ text: 'Yes', callback_data: 'btn_yes' }]] } } },
  ]);
  await lin.sendCallback(lin.makeCallbackQuery('btn_yes'));
  const press = await until('the press', () => arrivals[0]);
  expect(press).toMatchObject({ kind: 'press', buttonId: 'btn_yes', from: { id: '7' } });
  await channel.send({
    message: { ...message, text: 'Thank you.', buttons: [] },
    edits: messageId,
    attempt: 1,
  });
  const history = await lin.getUpdatesHistory();
  expect(JSON.stringify(history)).toContain('Thank you.');
});

test('keeps the order of a burst', async () => {
  const lin = client();
  for (let at = 0; at < 12; at++) await lin.sendMessage(lin.makeMessage(`${at}`));
  await until('all', () => arrivals.length === 12);
  expect(arrivals.map((one) => one.kind === 'text' && one.text)).toEqual(
    Array.from({ length: 12 }, (_, at) => `${at}`),
  );
});

test('a method the server does not know is a line in the log, no more', async () => {
  const line = await until('the line', () => logger.lines.find((one) => one.message.includes('menu')));
  expect(line.level).toBe('info');
  expect(logger.lines.filter((one) => one.level === 'error')).toEqual([]);
});
