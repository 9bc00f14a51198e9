import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import type { Database } from '../../src/store/database.ts';
import type { Cost } from './cost.ts';

const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/lib/postgresql/15/bin'];

/** Where `pgbench` is; null when it is neither in PATH nor where Debian's package puts it. */
export const findPgbench = (): string | null =>
  folders.map((folder) => join(folder, 'pgbench')).find((path) => existsSync(path)) ?? null;

const tables = [
  `create table reference_rows (id bigint generated always as identity primary key, lane text not null, at timestamptz not null, body jsonb not null)`,
  `create index on reference_rows (lane, id)`,
  `create table reference_state (lane int primary key, at timestamptz, body jsonb not null)`,
  `insert into reference_state select n, now(), jsonb_build_object('text', repeat('x', 600)) from generate_series(1, 10000) n`,
];

const body = `jsonb_build_object('text', repeat('x', 600))`;

/**
 * Transactions of plain statements that make as many round trips and write as many rows as one message does when it is
 * handled alone: one that stores it, one that locks its state and does all the rest.
 */
export const referenceScript = ({ roundTrips, inserted, updated }: Cost): string => {
  // One inserts and one updates in the statement that stores; begin, lock and commit are no writes.
  const statements = Math.max(5, Math.round(roundTrips)) - 4;
  const inserts = Math.max(0, Math.round(inserted) - 1);
  const updates = Math.max(0, Math.round(updated) - 1);
  const writes = [
    ...Array.from(
      { length: inserts },
      () => `insert into reference_rows (lane, at, body) values (:lane::text, now(), ${body});`,
    ),
    ...Array.from(
      { length: updates },
      () => `update reference_state set at = now(), body = ${body} where lane = :lane;`,
    ),
  ];
  // Rows beyond the statements go along with the last one, as several rows of one statement do.
  const along = Math.max(0, writes.length - statements);
  const last =
    along > 0
      ? [
          `insert into reference_rows (lane, at, body) select :lane::text, now(), ${body} from generate_series(1, ${along + 1});`,
        ]
      : [];
  const alone = along > 0 ? writes.slice(0, statements - 1) : writes;
  const reads = Array.from(
    { length: Math.max(0, statements - alone.length - last.length) },
    () => `select body from reference_state where lane = :lane;`,
  );
  return [
    `\\set lane random(1, 10000)`,
    `with stored as (insert into reference_rows (lane, at, body) values (:lane::text, now(), ${body})) update reference_state set at = now() where lane = :lane;`,
    'begin;',
    'select body from reference_state where lane = :lane for update;',
    ...reads,
    ...alone,
    ...last,
    'commit;',
  ].join('\n');
};

/** Makes the tables the reference writes to. */
export const prepareReference = async (db: Database): Promise<void> => {
  for (const table of tables) await sql.raw(table).execute(db);
};

/** Transactions per second of a script at so many clients, prepared statements, a number of seconds. */
export const runPgbench = async (
  program: string,
  databaseUrl: string,
  {
    script,
    clients,
    seconds,
  }: { readonly script: string; readonly clients: number; readonly seconds: number },
): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'redress-reference-'));
  try {
    const file = join(folder, 'script.sql');
    await writeFile(file, `${script}\n`);
    const { stdout } = await promisify(execFile)(program, [
      ...['--no-vacuum', '--protocol=prepared', `--client=${clients}`, '--jobs=1', `--time=${seconds}`],
      ...[`--file=${file}`, databaseUrl],
    ]);
    return Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1] ?? 0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
