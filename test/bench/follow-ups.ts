import { sql } from 'kysely';
import { takeTurns } from '../../src/run/turns.ts';
import { createDatabase, type Database, openDatabase } from '../../src/store/database.ts';
import { takeFollowUps } from '../../src/store/follow-ups.ts';
import { migrate } from '../../src/store/migrate.ts';
import { type BenchApp, createHeldClock, type HeldClock, openFreshApp, until } from './app.ts';
import { figure, percentile } from './percentile.ts';

const complaints = 1000;
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

/** Lets one dated command of every complaint fall due, one after the other; gives when each was due, in order. */
const letFallDue = async (
  { db }: BenchApp,
  clock: HeldClock,
  command: string,
): Promise<readonly number[]> => {
  const gapMs = 1000 / perSecond;
  const start = performance.now() + 1000;
  const first = new Date(Date.parse(clock.now()) + 1000).toISOString();
  const gap = gapMs / 1000;
  const { rows } = await sql<{ nth: number }>`
    with due as (
      select key, ${first}::timestamptz + make_interval(secs => row_number() over (order by key) * ${gap}::float8) as at,
        row_number() over (order by key)::int as nth
      from follow_ups where command ->> 'type' = ${command} limit ${complaints}::int
    )
    update follow_ups set state = 'waiting', due_at = due.at, run_at = due.at from due where due.key = follow_ups.key
    returning due.nth`.execute(db);
  return rows.map(({ nth }) => start + nth * gapMs).sort((one, other) => one - other);
};

/** When each dated command was carried out, in order: the oldest goes first. */
const watchFired = ({ app }: BenchApp): number[] => {
  const fired: number[] = [];
  const counter = app.world.metrics.followUps;
  const count = counter.inc.bind(counter);
  Reflect.set(counter, 'inc', (labels: { readonly result: string }) => {
    if (labels.result === 'fired') fired.push(performance.now());
    count(labels as never);
  });
  return fired;
};

interface Firing {
  readonly opened: BenchApp;
  readonly clock: HeldClock;
  readonly fired: number[];
}

/** How late a kind of command is carried out at the wanted rate, and at which rate it was. */
const measureKind = async (
  { opened, clock, fired }: Firing,
  { command, means }: { readonly command: string; readonly means: string },
): Promise<string> => {
  fired.length = 0;
  const due = await letFallDue(opened, clock, command);
  await until(() => fired.length >= due.length);
  const late = due.map((at, index) => (fired[index] ?? 0) - at);
  const rate = (due.length * 1000) / ((fired.at(-1) ?? 0) - (due[0] ?? 0));
  return `  ${means.padEnd(18)}  ${perSecond} due a second: ${figure(rate)} fired, late p50 ${figure(percentile(late, 0.5))} ms, p99 ${figure(percentile(late, 0.99))} ms (wanted 1,000)`;
};

/** Real complaints' dated commands, while a million others wait. */
const measureFiring = async (serverUrl: string): Promise<readonly string[]> => {
  const clock = createHeldClock();
  const opened = await openFreshApp(serverUrl, 'bench_firing', () => {}, clock);
  await fileComplaints(opened, clock);
  // Nothing may fall due by itself when the clock jumps.
  await sql`update follow_ups set run_at = run_at + interval '1 day'`.execute(opened.db);
  await fill(opened.db, many);
  await sql`vacuum analyze`.execute(opened.db);
  const firing = { opened, clock, fired: watchFired(opened) };
  await opened.app.start('all');
  const looks = await measureKind(firing, { command: 'CheckClocks', means: 'a look, no news' });
  clock.skip(16 * 60_000);
  const escalations = await measureKind(firing, { command: 'AdvanceEscalation', means: 'three messages' });
  await opened.stop();
  return [looks, escalations];
};

/** Follow-ups: what waiting ones cost a due one, how many are fired, how late. */
export const measureFollowUps = async (serverUrl: string): Promise<readonly string[]> => [
  ...(await measureTake(serverUrl)),
  ...(await measureFiring(serverUrl)),
];
