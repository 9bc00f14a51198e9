import { sql } from 'kysely';
import { erasedMark } from './chain.ts';
import type { Tx } from './database.ts';
import {
  contentPrefix,
  PersonalBytes,
  type PersonalTable,
  personal,
  personalColumns,
  personalTables,
  sealDocument,
} from './personal.ts';
import { open, type SealingKey, seal } from './sealing.ts';

/** Pages of a table that are read and locked at once. */
const pagesAtOnce = 32;

const resealInstallations = async (tx: Tx, keys: readonly SealingKey[]): Promise<number> => {
  const rows = await tx
    .selectFrom('installations')
    .select(['workspace', 'sealed', 'key_id'])
    .where('key_id', '<>', keys[0]?.id ?? '')
    .forUpdate()
    .execute();
  for (const { workspace, sealed, key_id: keyId } of rows) {
    const again = seal(open({ sealed, keyId }, keys), keys);
    await tx
      .updateTable('installations')
      .set({ sealed: again.sealed, key_id: again.keyId })
      .where('workspace', '=', workspace)
      .execute();
  }
  return rows.length;
};

/** Rows are known by where they lie: no other change can move them while they are locked. */
type Stretch = { readonly table: PersonalTable; readonly from: string; readonly to: string };

const resealColumn = async (
  tx: Tx,
  { table, from, to }: Stretch,
  keys: readonly SealingKey[],
): Promise<number> => {
  const column = sql.ref(personalColumns[table].column);
  const { rows } = await sql<{ at: string; value: unknown }>`
    select ctid::text as at, ${column} as value from ${sql.table(table)}
    where ctid >= ${from}::tid and ctid < ${to}::tid and ${column} ->> 'sealedWith' is distinct from ${keys[0]?.id ?? ''}
      and ${column} ->> 'text' is distinct from ${erasedMark} and ${column} <> to_jsonb(${erasedMark}::text)
    for update`.execute(tx);
  if (rows.length === 0) return 0;
  const sealed = rows.map(({ value }) => sealDocument(personal(table, value), keys));
  await sql`
    update ${sql.table(table)} set ${column} = again.value::jsonb
    from unnest(${rows.map(({ at }) => at)}::tid[], ${sealed}::text[]) as again (at, value)
    where ${sql.table(table)}.ctid = again.at`.execute(tx);
  return rows.length;
};

const resealTable = async (db: Tx, table: PersonalTable, keys: readonly SealingKey[]): Promise<number> => {
  const { rows } = await sql<{ pages: number }>`
    select pg_relation_size(${table}::regclass) / current_setting('block_size')::bigint as pages`.execute(db);
  const pages = rows[0]?.pages ?? 0;
  let count = 0;
  for (let first = 0; first < pages; first += pagesAtOnce) {
    const stretch = { table, from: `(${first},0)`, to: `(${first + pagesAtOnce},0)` };
    count += await db.transaction().execute((tx) => resealColumn(tx, stretch, keys));
  }
  return count;
};

const resealContents = async (db: Tx, keys: readonly SealingKey[]): Promise<number> => {
  const prefix = contentPrefix(keys[0]?.id ?? '');
  const files = await sql<{ id: string }>`
    select id from files where content <> ''::bytea and substring(content from 1 for ${prefix.length}) <> ${prefix}`.execute(
    db,
  );
  for (const { id } of files.rows)
    await db.transaction().execute(async (tx) => {
      const { rows } = await sql<{
        content: Buffer;
      }>`select content from files where id = ${id} for update`.execute(tx);
      for (const { content } of rows)
        await sql`update files set content = ${new PersonalBytes(content)} where id = ${id}`.execute(tx);
    });
  return files.rows.length;
};

/**
 * Seals with the first key what older keys sealed, or what was stored legibly before there were any: tokens, words, files.
 * Works in short transactions beside running processes; stopped in between, it goes on when called again.
 * Throws Fault `config-invalid` when a key that sealed something is no longer set.
 *
 * @param db opened with the same keys
 * @returns how much was sealed, by table
 */
export const resealEverything = async (
  db: Tx,
  keys: readonly SealingKey[],
): Promise<ReadonlyMap<string, number>> => {
  const done = new Map<string, number>();
  done.set('installations', await db.transaction().execute((tx) => resealInstallations(tx, keys)));
  for (const table of personalTables) done.set(table, await resealTable(db, table, keys));
  done.set('file contents', await resealContents(db, keys));
  return done;
};
