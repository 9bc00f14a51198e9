import { sql } from 'kysely';
import { createDatabase, type Database } from '../../src/store/database.ts';
import { findPrints } from '../../src/store/prints.ts';
import { type BenchApp, createHeldClock, type HeldClock, openBenchApp, until } from './app.ts';
import { conversation } from './messages.ts';
import { figure, percentile } from './percentile.ts';

const few = 10_000;
const many = 1_000_000;
const vocabulary = 200_000;
const keysEach = 8;
const lookUps = 300;
const crowd = 100;
const rounds = 3;

/** Complaints as people write them: the commonest word of the vocabulary in nearly every tenth, most words in hardly any (Zipf). */
const fillPrints = async (db: Database, stored: number): Promise<void> => {
  await sql`alter table print_keys drop constraint print_keys_pkey`.execute(db);
  await sql`insert into print_keys (key, received_at, complaint)
    select distinct 'f' || floor(power(${vocabulary}::float8, random())), now() - make_interval(secs => n * 2.5), 'R-' || n
    from generate_series(1, ${stored}::int) n, generate_series(1, ${keysEach}::int)`.execute(db);
  await sql`alter table print_keys add primary key (key, received_at, complaint)`.execute(db);
  await sql`insert into prints (complaint, complainant_id, type, print, received_at)
    select 'R-' || n, 'p' || n, 'other', jsonb_build_object('features', (select jsonb_agg(n * k) from generate_series(1, 40) k),
      'marks', '[]'::jsonb, 'type', '', 'language', 'zh'), now() - make_interval(secs => n * 2.5)
    from generate_series(1, ${stored}::int) n`.execute(db);
};

/** What a complaint leaves in the tables that a message touches: its talk, arrivals, answers, events. */
const fillRest = async (db: Database, stored: number): Promise<void> => {
  const each = sql`from generate_series(1, ${stored}::int) n`;
  const body = sql`jsonb_build_object('text', repeat('x', 300))`;
  const at = sql`now() - make_interval(secs => n * 2.5)`;
  await sql`insert into complaints (number, version, stage, severity, urgency, type, department, complainant_id, received_at, summary, state)
    select 'R-' || n, 1, 'archived', 4, 'general', 'other', 'service', 'p' || n, ${at}, '', '{"timeline": {"resolvedAt": null}}' ${each}`.execute(
    db,
  );
  await sql`insert into complainants (id, created_at) select 'p' || n, ${at} ${each}`.execute(db);
  await sql`insert into talks (id, channel, place, complainant_id, dialog, updated_at)
    select 'web:o' || n, 'web', 'o' || n, 'p' || n, ${body}, ${at} ${each}`.execute(db);
  await sql`insert into lanes (lane) select 'talk/web:o' || n ${each}`.execute(db);
  await sql`insert into inbox (key, lane, arrived_at, body, state) select 'o' || n, 'talk/web:o' || n, ${at}, ${body}, 'done' ${each}`.execute(
    db,
  );
  await sql`insert into outbox (id, lane, channel, place, body, state, run_at, queued_at)
    select 'o' || n, 'web:o' || n, 'web', 'o' || n, ${body}, 'sent', ${at}, ${at} ${each}`.execute(db);
  await sql`insert into events (complaint, version, type, at, data, hash, salt)
    select 'R-' || n, 1, 'ComplaintReceived', ${at}, ${body}, 'h', 's' ${each}`.execute(db);
};

interface Filled {
  readonly opened: BenchApp;
  readonly clock: HeldClock;
  readonly handed: Set<string>;
  readonly lookUpMs: number[];
  readonly messageMs: number[];
}

const openFilled = async (serverUrl: string, stored: number): Promise<Filled> => {
  const url = await createDatabase(serverUrl, `bench_stored_${stored}`);
  const [clock, handed] = [createHeldClock(), new Set<string>()];
  const opened = await openBenchApp(url, ({ place }) => handed.add(place), clock);
  await fillPrints(opened.db, stored);
  await fillRest(opened.db, stored);
  await sql`vacuum analyze`.execute(opened.db);
  await opened.app.start('all');
  return { opened, clock, handed, lookUpMs: [], messageMs: [] };
};

let seed = 42;
const random = (): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
  return seed / 2 ** 31;
};
const someKeys = (): string[] =>
  Array.from({ length: keysEach }, () => `f${Math.floor(vocabulary ** random())}`);

const lookUp = async ({ opened, lookUpMs }: Filled): Promise<void> => {
  const since = new Date(Date.now() - 30 * 86_400_000).toISOString();
  const from = performance.now();
  await findPrints(opened.db, { keys: someKeys(), since, except: 'R-0' });
  lookUpMs.push(performance.now() - from);
};

const sayAll = async ({ opened, clock, handed, messageMs }: Filled, round: number): Promise<void> => {
  const names = Array.from({ length: crowd }, (_, index) => `new${round}-${index}`);
  for (const text of conversation) {
    handed.clear();
    clock.hold();
    const start = performance.now();
    await Promise.all(names.map((name) => opened.says(name, text)));
    clock.release();
    opened.app.world.wake('turns');
    await until(() => names.every((name) => handed.has(name)));
    messageMs.push((performance.now() - start) / crowd);
  }
};

/** A look-up of the same matter, and a message from door to door, among few and many stored complaints, by turns. */
export const measureStored = async (serverUrl: string): Promise<readonly string[]> => {
  const small = await openFilled(serverUrl, few);
  const large = await openFilled(serverUrl, many);
  for (let round = 0; round < lookUps; round++) for (const filled of [small, large]) await lookUp(filled);
  for (let round = 0; round < rounds; round++)
    for (const filled of [small, large]) await sayAll(filled, round);
  await small.opened.stop();
  await large.opened.stop();
  const p50 = (name: 'lookUpMs' | 'messageMs') =>
    [percentile(small[name], 0.5), percentile(large[name], 0.5)] as const;
  const [look, lookMany] = p50('lookUpMs');
  const [message, messageMany] = p50('messageMs');
  return [
    `sameness look-up      ${figure(look, 2)} ms among ${figure(few)} complaints, ${figure(lookMany, 2)} ms among ${figure(many)}: × ${figure(lookMany / look, 2)} (wanted 1.3)`,
    `message cost          ${figure(message, 2)} ms among ${figure(few)} complaints, ${figure(messageMany, 2)} ms among ${figure(many)}: × ${figure(messageMany / message, 2)} (wanted 1.3)`,
  ];
};
