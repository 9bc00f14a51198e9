import { createDatabase } from '../../src/store/database.ts';
import { type BenchApp, connections, createHeldClock, type HeldClock, openBenchApp, until } from './app.ts';
import { type Cost, countStatements, rowsWritten, statementsOf } from './cost.ts';
import { figure, percentile } from './percentile.ts';
import { serverCpuMs } from './proc.ts';
import { findPgbench, prepareReference, referenceScript, runPgbench } from './reference.ts';

/** What a talk says one message after the other; the last files its complaint or adds to it. */
export const conversation = [
  '电饭煲坏了，我要退款',
  '订单号 20261115888123，上周二在你们网上商城买的',
  '今天收到就是坏的，外壳都裂了',
  '我叫王芳，电话 13912345678',
];

const talks = 500;
const rounds = 3;
const referenceSeconds = 4;

interface Crowd {
  readonly opened: BenchApp;
  readonly clock: HeldClock;
  readonly handed: Set<string>;
}

/** Everybody says the same thing at once; gives messages per second from the first stored to the last answer handed over. */
const sayAll = async (names: readonly string[], text: string, { opened, clock, handed }: Crowd) => {
  handed.clear();
  clock.hold();
  const start = performance.now();
  await Promise.all(names.map((name) => opened.says(name, text)));
  const stored = performance.now();
  clock.release();
  opened.app.world.wake('turns');
  await until(() => names.every((name) => handed.has(name)));
  const answered = performance.now();
  return {
    intake: (names.length * 1000) / (stored - start),
    all: (names.length * 1000) / (answered - start),
  };
};

/** What one message costs when nothing else is under way: the statements and rows of its way from door to door, no idle looks. */
export const costAlone = async (serverUrl: string): Promise<Cost> => {
  const url = await createDatabase(serverUrl, 'bench_alone');
  const each = 5;
  await (await openBenchApp(url, () => {})).stop();
  const before = await rowsWritten(url);
  const clock = createHeldClock();
  const opened = await openBenchApp(url, () => {}, clock);
  const sent = await statementsOf(each * conversation.length, async () => {
    for (let index = 0; index < each; index++)
      for (const text of conversation) {
        clock.hold();
        await opened.says(`alone${index}`, text);
        clock.release();
        await opened.settleOne();
      }
  });
  await opened.stop();
  const after = await rowsWritten(url);
  const share = (name: 'inserted' | 'updated') => (after[name] - before[name]) / each / conversation.length;
  return { ...sent, inserted: share('inserted'), updated: share('updated') };
};

/**
 * Durable messages per second of one process, from stored to handed over, beside what `pgbench` does with the round trips and
 * rows that one message needs alone. The two take turns, so that a busy machine slows both.
 */
export const measureMessages = async (serverUrl: string): Promise<readonly string[]> => {
  countStatements();
  const alone = await costAlone(serverUrl);
  const url = await createDatabase(serverUrl, 'bench_messages');
  const handed = new Set<string>();
  const clock = createHeldClock();
  const opened = await openBenchApp(url, ({ place }) => handed.add(place), clock);
  const crowd = { opened, clock, handed };
  await prepareReference(opened.db);
  await opened.app.start('all');
  const program = findPgbench();
  const script = referenceScript(alone);
  const found = { intake: [] as number[], all: [] as number[], reference: [] as number[] };
  const names = (round: number) => Array.from({ length: talks }, (_, index) => `crowd${round}-${index}`);
  let spent = { roundTrips: 0, commits: 0 };
  const cpu = { ours: 0, database: 0 };
  for (let round = 0; round < rounds; round++) {
    const [ours, database] = [process.cpuUsage(), await serverCpuMs(url)];
    for (const text of conversation) {
      const cost = await statementsOf(talks, async () => {
        const { intake, all } = await sayAll(names(round), text, crowd);
        found.intake.push(intake);
        found.all.push(all);
      });
      spent = { roundTrips: spent.roundTrips + cost.roundTrips, commits: spent.commits + cost.commits };
    }
    const { user, system } = process.cpuUsage(ours);
    cpu.ours += (user + system) / 1000;
    cpu.database += (await serverCpuMs(url)) - database;
    if (program)
      found.reference.push(
        await runPgbench(program, url, { script, clients: connections, seconds: referenceSeconds }),
      );
  }
  await opened.stop();
  const pieces = rounds * conversation.length;
  const each = (ms: number) => figure(ms / pieces / talks, 2);
  const rate = pieces / found.all.reduce((sum, one) => sum + 1 / one, 0);
  const reference = percentile(found.reference, 0.5);
  return [
    `durable intake        ${figure(percentile(found.intake, 0.5))} messages/s`,
    `durable messages      ${figure(rate)} stored, answered and handed over per second, one process (${figure(Math.min(...found.all))} to ${figure(Math.max(...found.all))})`,
    `  one alone needs     ${figure(alone.roundTrips, 1)} round trips in ${figure(alone.commits, 1)} transactions, ${figure(alone.inserted, 1)} rows inserted, ${figure(alone.updated, 1)} updated; among many ${figure(spent.roundTrips / pieces, 2)} round trips`,
    `  CPU                 ${each(cpu.ours)} ms of ours and the load's, ${each(cpu.database)} ms of the database's for each message`,
    program
      ? `  pgbench             ${figure(reference)} such transactions/s at ${connections} clients → ratio ${figure(rate / reference, 2)} (wanted 0.5)`
      : '  pgbench             is not installed (Debian: postgresql-contrib): no reference',
  ];
};
