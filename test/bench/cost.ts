import { sql } from 'kysely';
import pg from 'pg';
import { openDatabase } from '../../src/store/database.ts';

/** What work cost the database: statements sent, transactions that wrote, rows inserted and rows updated. */
export interface Cost {
  readonly roundTrips: number;
  readonly commits: number;
  readonly inserted: number;
  readonly updated: number;
}

let sent = 0;
let committed = 0;
const texts = new Map<string, number>();

/** Counts every statement this process sends from now on, `begin` and `commit` too. */
export const countStatements = (): void => {
  const query = pg.Client.prototype.query;
  const counted = function (this: pg.Client, ...args: unknown[]): unknown {
    const [first] = args;
    const text = typeof first === 'string' ? first : String(Reflect.get(Object(first), 'text') ?? '').trim();
    sent += 1;
    if (text === 'commit') committed += 1;
    texts.set(text, (texts.get(text) ?? 0) + 1);
    return Reflect.apply(query, this, args);
  };
  Reflect.set(pg.Client.prototype, 'query', counted);
};

/** How often each statement was sent since the last call, most often first. */
export const statementsSent = (): readonly (readonly [string, number])[] => {
  const counts = [...texts].sort(([, one], [, other]) => other - one);
  texts.clear();
  return counts;
};

/** Statements and writing transactions that work sends, each per `pieces`. */
export const statementsOf = async (
  pieces: number,
  work: () => Promise<void>,
): Promise<Pick<Cost, 'roundTrips' | 'commits'>> => {
  const [sentBefore, committedBefore] = [sent, committed];
  await work();
  return { roundTrips: (sent - sentBefore) / pieces, commits: (committed - committedBefore) / pieces };
};

/** Rows ever written to a database. Exact once its connections are closed: a server tells what open ones did up to ten seconds late. */
export const rowsWritten = async (url: string): Promise<Pick<Cost, 'inserted' | 'updated'>> => {
  const db = openDatabase(url, { poolSize: 1 });
  const { rows } = await sql<{ inserted: number; updated: number }>`
    select sum(n_tup_ins)::int as inserted, sum(n_tup_upd + n_tup_del)::int as updated from pg_stat_user_tables`.execute(
    db,
  );
  await db.destroy();
  return rows[0] ?? { inserted: 0, updated: 0 };
};
