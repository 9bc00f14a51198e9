import { sql } from 'kysely';
import type { Database } from '../../src/store/database.ts';

/** Everything a database holds, as text, table by table. */
export const everything = async (db: Database): Promise<ReadonlyMap<string, string>> => {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db);
  const found = new Map<string, string>();
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ whole: string }>`
      select coalesce(string_agg(one::text, E'\n'), '') as whole from ${sql.table(name)} as one`.execute(db);
    found.set(name, rows[0]?.whole ?? '');
  }
  return found;
};

/** Which table holds which of these texts: `complaints: 13912345678`. */
export const holding = async (db: Database, secrets: readonly string[]): Promise<readonly string[]> =>
  [...(await everything(db))].flatMap(([name, text]) =>
    secrets.filter((secret) => text.includes(secret)).map((secret) => `${name}: ${secret}`),
  );
