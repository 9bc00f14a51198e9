import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { createDatabase, type Database } from '../../src/store/database.ts';
import { startProduct } from '../support/process.ts';
import { openBenchApp } from './app.ts';
import { conversation } from './messages.ts';
import { figure } from './percentile.ts';

const talks = 1500;

const isDone = async (db: Database): Promise<boolean> => {
  const { rows } = await sql<{ left: boolean }>`
    select exists (select 1 from lanes where due_at is not null)
      or exists (select 1 from outbox where state = 'waiting') as left`.execute(db);
  return rows[0]?.left === false;
};

/** Lays down messages, starts so many workers, lets all fall due at once; messages answered and sent per second. */
const measureFleet = async (serverUrl: string, processes: number): Promise<number> => {
  const url = await createDatabase(serverUrl, `bench_fleet_${processes}`);
  const opened = await openBenchApp(url, () => {});
  const [text = ''] = conversation;
  const layDown = async (name: string, count: number): Promise<void> => {
    await Promise.all(Array.from({ length: count }, (_, index) => opened.says(`${name}${index}`, text)));
    await sql`update lanes set due_at = now() + interval '1 day' where due_at is not null`.execute(opened.db);
  };
  const answerAll = async (): Promise<void> => {
    await sql`update lanes set due_at = now() where due_at is not null`.execute(opened.db);
    while (!(await isDone(opened.db))) await wait(25);
  };
  const fleet = await Promise.all(
    Array.from({ length: processes }, () =>
      startProduct({ DATABASE_URL: url, NODE_OPTIONS: '--max-semi-space-size=8' }, { role: 'work' }),
    ),
  );
  try {
    // Not measured: the first messages find nothing compiled.
    await layDown('warm', 300 * processes);
    await answerAll();
    await layDown('talk', talks);
    const start = performance.now();
    await answerAll();
    return (talks * 1000) / (performance.now() - start);
  } finally {
    await Promise.all(fleet.map((one) => one.stop()));
    await opened.stop();
  }
};

/** What several real processes on one database do with a backlog; the web's own transport takes the answers. */
export const measureProcesses = async (serverUrl: string): Promise<readonly string[]> => {
  const rates: number[] = [];
  for (const processes of [1, 2, 4]) rates.push(await measureFleet(serverUrl, processes));
  const [one = 1, two = 0, four = 0] = rates;
  return [
    `processes             1: ${figure(one)}, 2: ${figure(two)} (× ${figure(two / one, 2)}), 4: ${figure(four)} (× ${figure(four / one, 2)}) messages answered per second`,
  ];
};
