/*
 * A process to be killed: one channel that stores by appending lines to a file, told the number of lines after which it kills itself
 * between two lines, without a word to anybody. Arguments: API root, token, file, lines (0: never).
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createTelegramChannel } from '../../../adapters/telegram/index.ts';
import { deskWith, keepingLogger, memoryFiles } from './harness.ts';

const [apiRoot = '', token = '', file = '', lines = '0'] = process.argv.slice(2);
const seen = new Set(
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => line.split(' ')[0])
    : [],
);
let left = Number(lines);

const channel = createTelegramChannel({
  token,
  apiRoot,
  desk: deskWith(),
  files: memoryFiles(),
  clock: { now: () => new Date().toISOString(), rate: 1 },
  ids: { next: (prefix) => prefix, secret: () => 'secret' },
  logger: keepingLogger(),
  tuning: { pollSeconds: 1 },
});
await channel.start(async (message) => {
  if (!seen.has(message.key) && message.kind === 'text')
    appendFileSync(file, `${message.key} ${message.from.id} ${message.text}\n`);
  seen.add(message.key);
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
});
process.once('SIGTERM', () => void channel.stop().then(() => process.exit(0)));
