import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Fault } from '../faults.ts';
import { checkDatabase, type Database, type Tx } from './database.ts';

interface Migration {
  readonly version: number;
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

interface Applied {
  readonly version: number;
  readonly name: string;
  readonly checksum: string;
}

/** Any number of processes may migrate at once: they queue on this lock (the number means nothing). */
const lockKey = 7_236_411_202;

const broken = (message: string): Fault => new Fault('config-invalid', message);

/** Line ends do not count: a checkout on Windows is the same migration. */
const checksumOf = (text: string): string =>
  createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');

const readMigrations = async (dir: string): Promise<readonly Migration[]> => {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.sql')).sort();
  const migrations: Migration[] = [];
  for (const name of names) {
    const version = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
    if (version !== migrations.length + 1)
      throw broken(
        `Migration ${name}: expected number ${migrations.length + 1} and a name like 0001_what.sql.`,
      );
    const text = await readFile(join(dir, name), 'utf8');
    migrations.push({ version, name, text, checksum: checksumOf(text) });
  }
  return migrations;
};

const refuseStrangers = (applied: readonly Applied[], migrations: readonly Migration[]): void => {
  const newer = applied.find(({ version }) => version > migrations.length);
  if (newer !== undefined)
    throw new Fault(
      'database-newer',
      `The database has ${newer.name}: it needs a newer release of Redress.`,
      {
        data: { version: newer.version, known: migrations.length },
      },
    );
  for (const [index, row] of applied.entries()) {
    const known = migrations[index];
    if (known?.version !== row.version || known.checksum !== row.checksum)
      throw broken(`Migration ${row.name} was changed after it was applied: add a new one instead.`);
  }
};

const applyNext = async (tx: Tx, migrations: readonly Migration[]): Promise<Migration | null> => {
  await sql`select pg_advisory_xact_lock(${lockKey})`.execute(tx);
  await sql`create table if not exists migrations (
    version integer primary key, name text not null, checksum text not null,
    applied_at timestamptz not null default now())`.execute(tx);
  const { rows } =
    await sql<Applied>`select version, name, checksum from migrations order by version`.execute(tx);
  refuseStrangers(rows, migrations);
  const next = migrations[rows.length];
  if (next === undefined) return null;
  await sql.raw(next.text).execute(tx);
  await sql`insert into migrations (version, name, checksum)
    values (${next.version}, ${next.name}, ${next.checksum})`.execute(tx);
  return next;
};

/**
 * Brings the database up to this release: the numbered files of `dir`, in order, each in a transaction of its own.
 * Safe to run from many processes at once. Forward only.
 * Throws Fault `database-newer` when a later release was here, `config-invalid` when a file is misnamed or was
 * changed after it was applied, or the server is too old or has no UTF-8 character type.
 *
 * @returns names applied by this call, oldest first
 */
export const migrate = async (db: Database, dir: string): Promise<readonly string[]> => {
  await checkDatabase(db);
  const migrations = await readMigrations(dir);
  const names: string[] = [];
  for (;;) {
    const next = await db.transaction().execute((tx) => applyNext(tx, migrations));
    if (next === null) return names;
    names.push(next.name);
  }
};
