import { sql } from 'kysely';
import { createDatabase, type Database, openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { findPrints } from '../../src/store/prints.ts';
import { figure, percentile } from './percentile.ts';

const vocabulary = 200_000;
const keysEach = 12;

/** Complaints as people write them: the commonest word of the vocabulary in nearly every tenth, most words in hardly any (Zipf). */
const fill = async (db: Database, stored: number): Promise<void> => {
  await sql`truncate print_keys, prints, complaints`.execute(db);
  await sql`select setseed(0.42)`.execute(db);
  await sql`insert into print_keys (key, received_at, complaint)
    select distinct 'f' || floor(power(${vocabulary}::float8, random())), now() - make_interval(secs => n * 2.5), 'R-' || n
    from generate_series(1, ${stored}::int) n, generate_series(1, ${keysEach}::int)`.execute(db);
  await sql`insert into prints (complaint, complainant_id, type, print, received_at)
    select 'R-' || n, 'p' || n, 'other', jsonb_build_object('features', (select jsonb_agg(n * k) from generate_series(1, 40) k),
      'marks', '[]'::jsonb, 'type', '', 'language', 'zh'), now() - make_interval(secs => n * 2.5)
    from generate_series(1, ${stored}::int) n`.execute(db);
  await sql`insert into complaints (number, version, stage, severity, urgency, type, department, complainant_id, received_at, summary, state)
    select 'R-' || n, 1, 'received', 4, 'general', 'other', 'service', 'p' || n, now() - make_interval(secs => n * 2.5), '',
      '{"timeline": {"resolvedAt": null}}' from generate_series(1, ${stored}::int) n`.execute(db);
  await sql`vacuum analyze print_keys, prints, complaints`.execute(db);
};

let seed = 42;
const random = (): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
  return seed / 2 ** 31;
};
const someKeys = (): string[] =>
  Array.from({ length: keysEach }, () => `f${Math.floor(vocabulary ** random())}`);

/** A look-up of the same matter among many complaints. */
export const measureSameness = async (serverUrl: string): Promise<readonly string[]> => {
  const db = openDatabase(await createDatabase(serverUrl, 'bench_sameness'), { poolSize: 2 });
  await migrate(db, new URL('../../migrations', import.meta.url).pathname);
  const lines: string[] = [];
  for (const stored of [10_000, 1_000_000]) {
    await fill(db, stored);
    const since = new Date(Date.now() - 30 * 86_400_000).toISOString();
    const times: number[] = [];
    let compared = 0;
    for (let round = 0; round < 400; round++) {
      const from = performance.now();
      const found = await findPrints(db, { keys: someKeys(), since, except: 'R-0' });
      if (round >= 100) times.push(performance.now() - from);
      compared += found.length;
    }
    lines.push(
      `sameness look-up      p50 ${figure(percentile(times, 0.5), 2)} ms, p99 ${figure(percentile(times, 0.99), 2)} ms among ${figure(stored)} complaints (${figure(compared / 400)} compared)`,
    );
  }
  await db.destroy();
  return lines;
};
