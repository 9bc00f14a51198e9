import { sql } from 'kysely';
import { createDatabase, openDatabase } from '../../src/store/database.ts';
import { takeFollowUps } from '../../src/store/follow-ups.ts';
import { migrate } from '../../src/store/migrate.ts';
import { figure } from './percentile.ts';

const due = 500;

/** What one due command costs to take and finish while others wait. */
export const measureFollowUps = async (serverUrl: string): Promise<readonly string[]> => {
  const db = openDatabase(await createDatabase(serverUrl, 'bench_follow_ups'), { poolSize: 2 });
  await migrate(db, new URL('../../migrations', import.meta.url).pathname);
  const lines: string[] = [];
  for (const waiting of [10_000, 1_000_000]) {
    await sql`truncate follow_ups`.execute(db);
    await sql`insert into follow_ups (key, complaint, command, due_at, run_at)
      select 'w' || n, 'R-' || n, '{"type":"ArchiveComplaint"}', at, at from (select n, now() + make_interval(days => 1 + (n % 365)::int) as at from generate_series(1, ${waiting}::int) n`.execute(
      db,
    );
    await sql`insert into follow_ups (key, complaint, command, due_at, run_at)
      select 'd' || n, 'R-' || n, '{"type":"ArchiveComplaint"}', now() - interval '1 minute', now() - interval '1 minute' from generate_series(1, ${due}::int) n`.execute(
      db,
    );
    await sql`analyze follow_ups`.execute(db);
    const start = performance.now();
    for (let fired = 0; fired < due; fired++) {
      await db
        .transaction()
        .execute((tx) =>
          takeFollowUps(tx, {
            now: new Date().toISOString(),
            lateSince: '1970-01-01T00:00:00.000Z',
            limit: 1,
          }),
        );
    }
    lines.push(
      `follow-ups            ${figure((performance.now() - start) / due, 2)} ms to take and finish a due one, ${figure(waiting)} waiting`,
    );
  }
  await db.destroy();
  return lines;
};
