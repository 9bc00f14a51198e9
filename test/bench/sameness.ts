import { sql } from 'kysely';
import { createDatabase, openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { findPrints } from '../../src/store/prints.ts';
import { blockingKeys, fingerprint } from '../../src/triage/fingerprint.ts';
import { figure } from './percentile.ts';

/** A look-up of the same matter among many complaints. */
export const measureSameness = async (serverUrl: string): Promise<readonly string[]> => {
  const db = openDatabase(await createDatabase(serverUrl, 'bench_sameness'), { poolSize: 2 });
  await migrate(db, new URL('../../migrations', import.meta.url).pathname);
  const keys = blockingKeys(fingerprint('青云小区3号楼的电梯坏了一个星期没人来修'));
  const lines: string[] = [];
  for (const stored of [10_000, 1_000_000]) {
    await sql`truncate print_keys, prints, complaints`.execute(db);
    await sql`insert into print_keys (key, received_at, complaint)
      select 'f' || (n::bigint * 7919 % 400000) || '_' || k, now() - make_interval(mins => n::int % 500000), 'R-' || n
      from generate_series(1, ${stored}::int) n, generate_series(1, 6) k`.execute(db);
    await sql`analyze print_keys`.execute(db);
    const start = performance.now();
    const rounds = 200;
    for (let round = 0; round < rounds; round++) {
      await findPrints(db, {
        keys,
        since: new Date(Date.now() - 30 * 86_400_000).toISOString(),
        except: 'R-0',
      });
    }
    lines.push(
      `sameness look-up      ${figure((performance.now() - start) / rounds, 2)} ms among ${figure(stored)} complaints`,
    );
  }
  await db.destroy();
  return lines;
};
