import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { createDatabase, type Database, openDatabase } from '../../src/store/database.ts';
import { startEmbedded } from '../../src/store/embedded.ts';
import type { ChannelName } from '../../src/terms.ts';
import { chances, type Line, type Said, until } from '../support/lines/line.ts';
import { slackLine } from '../support/lines/slack.ts';
import { storyOf } from '../support/lines/story.ts';
import { telegramLine } from '../support/lines/telegram.ts';
import { webLine } from '../support/lines/web.ts';
import { type RunningProduct, startProduct, temporaryFolder } from '../support/process.ts';
import { startSlackServer } from '../support/slack-server/server.ts';
import { TelegramServer } from '../support/telegram-server/server.ts';
import { checkAnswers, checkFiles, checkInbox, type Expected, type Finding } from './check.ts';

/** How much of what. */
export interface SoakOptions {
  readonly channel: ChannelName;
  readonly messages: number;
  readonly people: number;
}

/** What came of it: rules kept and broken, and figures to read. */
export interface SoakResult {
  readonly findings: readonly Finding[];
  readonly figures: Readonly<Record<string, string | number>>;
}

const lines: Readonly<Record<ChannelName, () => Promise<Line>>> = {
  slack: async () => slackLine(await startSlackServer()),
  telegram: async () => telegramLine(await new TelegramServer().start()),
  web: async () => webLine(),
};
const kills = 2;
const quietWithinMs = 240_000;
const disturbed = 0.2;
const swapped = 0.1;

/** Every fourth message comes twice. */
const isRepeated = ({ person, turn }: Said): boolean => (person + turn) % 4 === 0;

interface Running {
  readonly line: Line;
  readonly db: Database;
  product: RunningProduct;
  readonly happened: Map<string, number>;
}

const count = ({ happened }: Running, name: string): void => {
  happened.set(name, (happened.get(name) ?? 0) + 1);
};

/** One person's way through their turns: the next is said when the last is delivered, two now and then the wrong way round. */
const talk = async (running: Running, person: number, turns: number): Promise<void> => {
  const { line } = running;
  const chance = chances(person + 1);
  await wait(person * 40);
  for (let turn = 0; turn < turns; turn += 1) {
    if (chance() < disturbed) count(running, line.disturb(chance()));
    const said = { person, turn, text: storyOf(person, turn) };
    if (line.swaps && turn + 1 < turns && chance() < swapped) {
      count(running, 'wrong way round');
      const next = { person, turn: turn + 1, text: storyOf(person, turn + 1) };
      await line.deliver(next, isRepeated(next));
      turn += 1;
    }
    await line.deliver(said, isRepeated(said));
    await wait(chance() * 3000);
  }
};

const killTwice = async (running: Running, env: Readonly<Record<string, string>>): Promise<void> => {
  for (let kill = 0; kill < kills; kill += 1) {
    await wait(2500);
    await running.line.midAnswer();
    await running.product.kill();
    count(running, 'kill -9');
    running.product = await startProduct(env);
  }
};

const waitingIn = async (db: Database): Promise<number> => {
  const { rows } = await sql<{ waiting: number }>`
    select (select count(*)::int from inbox where state = 'waiting')
      + (select count(*)::int from outbox where state = 'waiting') as waiting`.execute(db);
  return Number(rows[0]?.waiting);
};

const quiet = async (db: Database): Promise<void> => {
  let calm = 0;
  await until(
    'nothing waits to be read or sent',
    async () => {
      calm = (await waitingIn(db)) === 0 ? calm + 1 : 0;
      return calm > 20;
    },
    quietWithinMs,
  );
};

const flood = async (
  running: Running,
  { people, messages }: SoakOptions,
  env: Readonly<Record<string, string>>,
) => {
  await running.line.open(people, () => running.product.url);
  const began = performance.now();
  const turns = Math.ceil(messages / people);
  const crowd = Array.from({ length: people }, (_, person) => talk(running, person, turns));
  await Promise.all([...crowd, killTwice(running, env)]);
  const said = performance.now();
  await quiet(running.db);
  return { turns, flooding: said - began, draining: performance.now() - said };
};

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const runOn = async (
  running: Running,
  options: SoakOptions,
  { env, url }: { env: Readonly<Record<string, string>>; url: string },
): Promise<SoakResult> => {
  const { line, db } = running;
  const { turns, flooding, draining } = await flood(running, options, env);
  const people: Expected[] = Array.from({ length: options.people }, (_, person) => ({
    place: line.place(person),
    texts: Array.from({ length: turns }, (__, turn) => storyOf(person, turn)),
  }));
  const inbox = await checkInbox(db, options.channel, people);
  const answers = await checkAnswers(db, people, (person) => line.heard(person));
  await running.product.stop();
  const files = await checkFiles(db, url, { channel: options.channel, people });
  return {
    findings: [inbox, files, answers.finding],
    figures: {
      messages: options.people * turns,
      people: options.people,
      ...Object.fromEntries(running.happened),
      answers: answers.sent,
      'marked uncertain': answers.uncertain,
      'heard again': answers.again,
      flooding: seconds(flooding),
      draining: seconds(draining),
    },
  };
};

/** Floods the product over one channel, as real processes with real stub servers, and looks afterwards what is there. */
export const soak = async (options: SoakOptions): Promise<SoakResult> => {
  const folder = await temporaryFolder();
  const server = await startEmbedded({ dataDir: folder.path, fsync: false });
  const url = await createDatabase(server.url, 'soak');
  const db = openDatabase(url, { poolSize: 4 });
  const line = await lines[options.channel]();
  const env = { DATA_DIR: folder.path, DATABASE_URL: url, LOCALE: 'en', LOG_LEVEL: 'silent', ...line.env };
  const running: Running = { line, db, product: await startProduct(env), happened: new Map() };
  try {
    return await runOn(running, options, { env, url });
  } finally {
    await running.product.kill();
    await line.close();
    await db.destroy();
    await server.stop();
    await folder.remove();
  }
};
