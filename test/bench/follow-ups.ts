import { sql } from 'kysely';
import { takeTurns } from '../../src/run/turns.ts';
import { createDatabase, type Database, openDatabase } from '../../src/store/database.ts';
import { takeFollowUps } from '../../src/store/follow-ups.ts';
import { migrate } from '../../src/store/migrate.ts';
import { type BenchApp, createHeldClock, type HeldClock, openFreshApp, until } from './app.ts';
import { figure, percentile } from './percentile.ts';

const complaints = 1500;
const perSecond = 500;
const rounds = 20;
const takesEach = 25;
const few = 10_000;
const many = 1_000_000;

const fill = (db: Database, waiting: number) =>
  sql`insert into follow_ups (key, complaint, command, due_at, run_at)
    select 'w' || n, 'W-' || n, '{"type":"ArchiveComplaint"}', at, at
    from (select n, now() + make_interval(days => 1 + (n % 365)::int) as at from generate_series(1, ${waiting}::int) n) as given`.execute(
    db,
  );

/** A database with so many that wait, and a few that are due. */
const openWaiting = async (serverUrl: string, waiting: number): Promise<Database> => {
  const db = openDatabase(await createDatabase(serverUrl, `bench_waiting_${waiting}`), { poolSize: 2 });
  await migrate(db, new URL('../../migrations', import.meta.url).pathname);
  await fill(db, waiting);
  await sql`insert into follow_ups (key, complaint, command, due_at, run_at)
    select 'd' || n, 'D-' || n, '{"type":"ArchiveComplaint"}', now() - interval '1 second', now() - interval '1 second'
    from generate_series(1, ${rounds * takesEach}::int) n`.execute(db);
  await sql`vacuum analyze follow_ups`.execute(db);
  return db;
};

const takeMs = async (db: Database): Promise<number> => {
  const start = performance.now();
  for (let take = 0; take < takesEach; take++) {
    const now = new Date().toISOString();
    await db
      .transaction()
      .execute((tx) => takeFollowUps(tx, { now, lateSince: '2020-01-01T00:00:00Z', limit: 1 }));
  }
  return (performance.now() - start) / takesEach;
};

/** What it costs to take and finish a due one, by turns among few and among many that wait. */
const measureTake = async (serverUrl: string): Promise<readonly string[]> => {
  const [small, large] = [await openWaiting(serverUrl, few), await openWaiting(serverUrl, many)];
  const found = { small: [] as number[], large: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    found.small.push(await takeMs(small));
    found.large.push(await takeMs(large));
  }
  await Promise.all([small.destroy(), large.destroy()]);
  const [low, high] = [percentile(found.small, 0.5), percentile(found.large, 0.5)];
  return [
    `follow-ups            ${figure(low, 2)} ms to take and finish a due one among ${figure(few)} waiting, ${figure(high, 2)} ms among ${figure(many)}: × ${figure(high / low, 2)} (wanted 1.2)`,
  ];
};

/** Files complaints of level 1 whose escalation falls due by itself; they are not compared, that would be another measure. */
const fileComplaints = async ({ app, db, says }: BenchApp, clock: HeldClock): Promise<void> => {
  clock.hold();
  await Promise.all(
    Array.from({ length: complaints }, (_, index) => says(`owner${index}`, '业主占领售楼处商讨示威事宜')),
  );
  clock.release();
  while (await takeTurns(app.world)) {
    // Until all are filed.
  }
  await sql`delete from follow_ups where command ->> 'type' = 'Compare'`.execute(db);
  await sql`update outbox set state = 'sent' where state = 'waiting'`.execute(db);
};

/** Lets all escalations fall due, one after the other or at once; gives when each was due. */
const letFallDue = async (
  { db }: BenchApp,
  clock: HeldClock,
  gapMs: number,
): Promise<ReadonlyMap<string, number>> => {
  const start = performance.now();
  const now = clock.now();
  const { rows } = await sql<{ complaint: string; nth: number }>`
    with due as (
      select key, row_number() over (order by key)::int as nth from follow_ups
      where command ->> 'type' = 'AdvanceEscalation' and state = 'waiting'
    )
    update follow_ups set due_at = ${now}::timestamptz + make_interval(secs => 1 + due.nth * ${gapMs / 1000}::float8),
      run_at = ${now}::timestamptz + make_interval(secs => 1 + due.nth * ${gapMs / 1000}::float8)
    from due where due.key = follow_ups.key returning follow_ups.complaint, due.nth`.execute(db);
  return new Map(rows.map(({ complaint, nth }) => [complaint, start + 1000 + nth * gapMs]));
};

/** How late real escalations are handed over, from their due date, while a million others wait. */
const measureFiring = async (serverUrl: string): Promise<readonly string[]> => {
  const handed = new Map<string, number>();
  const clock = createHeldClock();
  const opened = await openFreshApp(
    serverUrl,
    'bench_firing',
    ({ complaint, at }) => {
      if (complaint && !handed.has(complaint)) handed.set(complaint, at);
    },
    clock,
  );
  await fileComplaints(opened, clock);
  await fill(opened.db, many);
  await sql`vacuum analyze`.execute(opened.db);
  clock.skip(16 * 60_000);
  const lines: string[] = [];
  const due = await letFallDue(opened, clock, 1000 / perSecond);
  await opened.app.start('all');
  await until(() => handed.size >= complaints);
  const late = [...due].map(([complaint, at]) => (handed.get(complaint) ?? 0) - at);
  lines.push(
    `  ${perSecond} due a second    late p50 ${figure(percentile(late, 0.5))} ms, p99 ${figure(percentile(late, 0.99))} ms until handed over, ${figure(many)} waiting (wanted p99 1,000)`,
  );
  handed.clear();
  clock.skip(16 * 60_000);
  const again = await letFallDue(opened, clock, 0);
  const [start = 0] = [...again.values()];
  await until(() => handed.size >= again.size);
  lines.push(
    `  all due at once     ${figure((again.size * 1000) / (Math.max(...handed.values()) - start))} fired and handed over per second (${again.size} escalations)`,
  );
  await opened.stop();
  return lines;
};

/** Follow-ups: what waiting ones cost a due one, how many are fired, how late. */
export const measureFollowUps = async (serverUrl: string): Promise<readonly string[]> => [
  ...(await measureTake(serverUrl)),
  ...(await measureFiring(serverUrl)),
];
