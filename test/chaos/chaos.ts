import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { temporaryFolder } from '../support/process.ts';
import { check } from './check.ts';
import { type Crowd, gather, type Watch } from './crowd.ts';
import { disturbAll, type Recovery } from './disturb.ts';
import { assemble, type Fleet, type Role } from './fleet.ts';
import type { Fared, Finding, Tables } from './history.ts';
import { disturbancesOf, isShort, type Size } from './plan.ts';
import { lookAt, readTables } from './read-tables.ts';
import { type Server, startServer } from './server.ts';
import { employ, type Staff } from './staff.ts';
import { buildTown, type Town } from './town.ts';

/** What came of a run: rules kept and broken, figures to read, and what the processes wrote. */
export interface ChaosResult {
  readonly findings: readonly Finding[];
  readonly figures: Readonly<Record<string, string | number>>;
  readonly output: string;
}

const roles: readonly Role[] = ['all', 'intake', 'work', 'all', 'work'];
const migrators = 10;
/** As many as a process may hold, by the manual. */
const connectionsEach = 10;
/** Our own looks at the database. */
const ownConnections = 10;
const jumpMs = 5 * 3_600_000;
/** What is under way with a transport when clocks jump hours ahead would be taken for left behind. */
const calmBeforeJumpMs = 6000;
const quietWithinMs = 300_000;

const cli = (args: readonly string[], databaseUrl: string): Promise<number | null> =>
  new Promise((resolve) => {
    const program = join(import.meta.dirname, '../../src/cli.ts');
    const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', DATABASE_URL: databaseUrl };
    const child = spawn(process.execPath, [program, ...args], { env, stdio: 'ignore' });
    child.once('exit', resolve);
  });

const startWatch = (): Watch & { readonly counts: Map<string, number>; begin(): void } => {
  let began = performance.now();
  const counts = new Map<string, number>();
  return {
    counts,
    begin: () => {
      began = performance.now();
    },
    now: () => performance.now() - began,
    count: (what, times = 1) => counts.set(what, (counts.get(what) ?? 0) + times),
  };
};

/** Counts the product's connections every second; the most it ever had. */
const watchConnections = (server: Server) => {
  let most = 0;
  const text = `select count(*)::int as count from pg_stat_activity
    where datname = 'chaos' and backend_type = 'client backend'`;
  const look = async (): Promise<void> => {
    const [row] = await lookAt<{ count: number }>(server.direct(), text).catch(() => []);
    most = Math.max(most, row?.count ?? 0);
  };
  const timer = setInterval(() => void look(), 1000);
  return { most: () => most, stop: () => clearInterval(timer) };
};

/** Waits until nothing waits any more; says whether that came about. */
const quiet = async (server: Server, now: () => number): Promise<boolean> => {
  const end = performance.now() + quietWithinMs;
  for (let calm = 0; performance.now() < end; await wait(200)) {
    const text = `select (select count(*) from inbox where state = 'waiting')
      + (select count(*) from outbox where state = 'waiting')
      + (select count(*) from follow_ups where state = 'waiting'
          and due_at <= to_timestamp(${now() / 1000})) as waiting`;
    const [row] = await lookAt<{ waiting: string }>(server.direct(), text).catch(() => []);
    calm = row?.waiting === '0' ? calm + 1 : 0;
    if (calm > 15) return true;
  }
  return false;
};

interface Run {
  readonly size: Size;
  readonly watch: ReturnType<typeof startWatch>;
  readonly server: Server;
  readonly town: Town;
  readonly fleet: Fleet;
  readonly crowd: Crowd;
  readonly staff: Staff;
  readonly clock: { aheadMs: number };
}

const now = ({ clock }: Pick<Run, 'clock'>): number => Date.now() + clock.aheadMs;

/** Notes how long a part of the run took. */
const timed = async <Result>(watch: Watch, what: string, part: () => Promise<Result>): Promise<Result> => {
  const began = performance.now();
  const result = await part();
  watch.count(`seconds of ${what}`, Math.round((performance.now() - began) / 100) / 10);
  return result;
};

/** Everybody lives and works while everything breaks; then hours pass at once, and all that fell due happens. */
const live = async (run: Run): Promise<readonly Recovery[]> => {
  const { size, watch, server, town, fleet, crowd, staff, clock } = run;
  let over = false;
  const working = staff.work(() => over);
  const scene = { fleet, server, watch, flood: town.flood, probe: town.probe };
  const [recoveries] = await Promise.all([disturbAll(disturbancesOf(size), scene), crowd.live()]);
  over = true;
  await working;
  await wait(calmBeforeJumpMs);
  town.telegram.world.chat(Number(town.lines.telegram.place(0))).standing = 'blocked';
  clock.aheadMs = jumpMs;
  town.telegram.aheadMs = jumpMs;
  await fleet.jump(jumpMs);
  watch.count('clocks put ahead by hours');
  return recoveries;
};

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const figuresOf = (
  { size, watch, fleet, server }: Run,
  told: {
    readonly tables: Tables;
    readonly recoveries: readonly Recovery[];
    readonly mostConnections: number;
  },
): ChaosResult['figures'] => {
  const { tables, recoveries, mostConnections } = told;
  const [slowest] = recoveries.toSorted((one, other) => other.ms - one.ms);
  const felt = recoveries.map(({ after, ms }) => `${after} ${seconds(ms)}`);
  const answers = tables.outbox.filter(({ audience }) => audience === 'complainant');
  const of = (state: string): number => answers.filter((row) => row.state === state).length;
  const memory = fleet.measured.megabytes.map(
    (row) => `${row[0] ?? 0}→${row.at(-1) ?? 0} (most ${Math.max(0, ...row)})`,
  );
  return {
    seed: size.seed,
    processes: fleet.members.map(({ role }) => role).join(', '),
    ...Object.fromEntries([...watch.counts].sort(([one], [other]) => (one < other ? -1 : 1))),
    complaints: tables.register.length,
    events: tables.events.length,
    'answers sent': of('sent'),
    'answers marked uncertain': of('uncertain'),
    'answers set aside': of('parked'),
    'messages to staff': tables.outbox.length - answers.length,
    'graceful stops': fleet.measured.stops.length,
    'longest graceful stop': seconds(Math.max(0, ...fleet.measured.stops.map(({ ms }) => ms))),
    recoveries: felt.join(' · '),
    'longest recovery': slowest ? `${seconds(slowest.ms)} after ${slowest.after}` : 'none',
    'most connections': mostConnections,
    'memory in MB': memory.join(' · '),
    ...(typeof server.disk === 'string' ? { 'full disk': server.disk } : {}),
  };
};

const conduct = async (run: Run, migrated: readonly (number | null)[]): Promise<ChaosResult> => {
  const { watch, server, town, fleet, crowd, staff } = run;
  const connections = watchConnections(server);
  await timed(watch, 'starting', () => fleet.start());
  for (const line of Object.values(town.lines)) await line.open(run.size.people, () => town.door.url);
  watch.begin();
  const recoveries = await timed(watch, 'living', () => live(run));
  await timed(watch, 'settling', () => quiet(server, () => now(run)));
  const heard = [...(await crowd.heard()), ...(await town.heard())];
  connections.stop();
  await fleet.stop();
  const audit = await cli(['audit', 'verify'], server.direct());
  const tables = await readTables(server.direct());
  const fared: Fared = {
    ...fleet.measured,
    migrators: migrated,
    audit,
    mostConnections: connections.most(),
    allowedConnections: fleet.members.length * connectionsEach + ownConnections,
  };
  const seen = {
    spoken: [...crowd.spoken, ...town.spoken],
    changed: crowd.changed,
    deeds: staff.deeds,
    heard,
    posts: await town.posts(server.direct()),
  };
  return {
    findings: check({ seen, tables, fared, now: now(run) }),
    figures: figuresOf(run, { tables, recoveries, mostConnections: connections.most() }),
    output: fleet.output(),
  };
};

/** Runs the product as several real processes while everything around it breaks, and checks afterwards what is there. */
export const chaos = async (size: Size): Promise<ChaosResult> => {
  const folder = await temporaryFolder();
  const server = await startServer(!isShort(size));
  const clock = { aheadMs: 0 };
  const watch = startWatch();
  const place = { folder: folder.path, targets: () => fleet.open(), now: () => now({ clock }), watch };
  const town = await buildTown(place);
  const env = { ...town.env, DATABASE_URL: server.url, LOCALE: 'en', LOG_LEVEL: 'warn' };
  const fleet: Fleet = assemble(roles.slice(0, size.members), { env, folder: folder.path });
  const staff = employ({
    server: town.slack,
    url: town.door.url,
    now: place.now,
    database: () => server.direct(),
    watch,
  });
  try {
    const race = () =>
      Promise.all(Array.from({ length: migrators }, () => cli(['migrate'], server.direct())));
    const migrated = await timed(watch, 'migrating by ten', race);
    const crowd = gather(town.lines, { size, watch });
    return await conduct({ size, watch, server, town, fleet, crowd, staff, clock }, migrated);
  } finally {
    await fleet.stop();
    await town.close();
    await server.close();
    await folder.remove();
  }
};
