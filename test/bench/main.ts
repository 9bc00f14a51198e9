import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '../../src/store/embedded.ts';
import { measureClassify } from './classify.ts';
import { measureFollowUps } from './follow-ups.ts';
import { measureGrowth } from './growth.ts';
import { measureMessages } from './messages.ts';
import { measureProcesses } from './processes.ts';
import { measureReplies } from './replies.ts';
import { measureStart } from './start.ts';
import { measureStored } from './stored.ts';

/** What is measured, by the name of `--only`; each on a database of its own. */
const parts: Readonly<Record<string, (serverUrl: string) => Promise<readonly string[]>>> = {
  classify: measureClassify,
  messages: measureMessages,
  processes: measureProcesses,
  replies: measureReplies,
  'follow-ups': measureFollowUps,
  stored: measureStored,
  growth: measureGrowth,
  start: measureStart,
};

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const { only } = parseArgs({ options: { only: { type: 'string', multiple: true } } }).values;
const unknown = only?.find((name) => !(name in parts));
if (unknown !== undefined) {
  say(`No part is called ${unknown}: ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}

const dir = await mkdtemp(join(tmpdir(), 'redress-bench-'));
const server = await startEmbedded({ dataDir: dir });
try {
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  say(
    `${new Date().toISOString().slice(0, 16)}Z, ${machine}, embedded PostgreSQL with fsync; ${loadavg()[0]?.toFixed(1)} others wanted the cores`,
  );
  for (const [name, measure] of Object.entries(parts))
    if (only === undefined || only.includes(name)) for (const line of await measure(server.url)) say(line);
} finally {
  await server.stop();
  await rm(dir, { recursive: true, force: true });
}
