import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../src/store/embedded.ts';
import { measureClassify } from './classify.ts';
import { measureFollowUps } from './follow-ups.ts';
import { measureMessages } from './messages.ts';
import { measureSameness } from './sameness.ts';
import { measureStart } from './start.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const dir = await mkdtemp(join(tmpdir(), 'redress-bench-'));
const server = await startEmbedded({ dataDir: dir });
try {
  say(
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, embedded PostgreSQL with fsync`,
  );
  for (const line of await measureClassify()) say(line);
  for (const line of await measureMessages(server.url)) say(line);
  for (const line of await measureFollowUps(server.url)) say(line);
  for (const line of await measureSameness(server.url)) say(line);
  for (const line of await measureStart()) say(line);
} finally {
  await server.stop();
  await rm(dir, { recursive: true, force: true });
}
