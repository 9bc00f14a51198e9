import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Fault, isFault } from '../../src/faults.ts';
import { asDatabaseFault, checkDatabase, listen, openDatabase } from '../../src/store/database.ts';
import { transact } from '../../src/store/transaction.ts';
import { bareDatabase, type FreshDatabase, freshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const evaluate = async (expression: string): Promise<unknown> => {
  const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(fresh.db);
  return rows[0]?.value;
};

describe('values', () => {
  it.each([
    ["'2026-11-21 16:00:00.5+08'::timestamptz", '2026-11-21T08:00:00.500Z'],
    ["'2026-11-21 08:00:00.123456Z'::timestamptz", '2026-11-21T08:00:00.123Z'],
    ["'2026-11-21 08:00:00Z'::timestamptz", '2026-11-21T08:00:00.000Z'],
    ["'2026-11-21'::date", '2026-11-21'],
    ['9007199254740991::bigint', 9_007_199_254_740_991],
    ['(-3)::bigint', -3],
    [`'{"a": ["退款"]}'::jsonb`, { a: ['退款'] }],
    ['null::timestamptz', null],
  ])('reads %s as %j', async (expression, expected) => {
    expect(await evaluate(expression)).toEqual(expected);
  });

  it('reads instants in UTC whatever zone the session has', async () => {
    const value = await fresh.db.transaction().execute(async (tx) => {
      await sql`set local timezone = 'Asia/Kolkata'`.execute(tx);
      const { rows } = await sql<{ at: string }>`select '2026-11-21 08:00:00Z'::timestamptz as at`.execute(
        tx,
      );
      return rows[0]?.at;
    });
    expect(value).toBe('2026-11-21T08:00:00.000Z');
  });

  it('refuses a bigint it cannot hold exactly', async () => {
    await expect(evaluate('9007199254740993::bigint')).rejects.toThrow('safe integers');
  });

  it('takes an instant and gives the same back', async () => {
    const at = '2026-11-21T08:00:00.007Z';
    const { rows } = await sql<{ at: string }>`select ${at}::timestamptz as at`.execute(fresh.db);
    expect(rows).toEqual([{ at }]);
  });
});

describe('statements', () => {
  it('are prepared once per connection when they carry values', async () => {
    const names = await fresh.db.connection().execute(async (one) => {
      for (const n of [1, 2, 3]) await sql`select ${n}::integer + 40 as prepared_probe`.execute(one);
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from pg_prepared_statements where statement like ${'%+ 40 as prepared_probe'}`.execute(
        one,
      );
      return rows[0]?.count;
    });
    expect(names).toBe(1);
  });

  it('work again after a migration changed a table under them', async () => {
    await fresh.db.connection().execute(async (one) => {
      const read = () => sql`select * from plan_probe where a > ${0}`.execute(one);
      await sql`create table plan_probe (a integer)`.execute(one);
      await read();
      await sql`alter table plan_probe add column b integer`.execute(one);
      await expect(read()).rejects.toMatchObject({ code: 'database-unavailable', retryable: true });
      expect((await read()).rows).toEqual([]);
    });
  });
});

describe('a database that fails', () => {
  it('is a retryable fault when nobody listens', async () => {
    const db = openDatabase('postgres://redress@127.0.0.1:1/none');
    const error = await sql`select 1`.execute(db).catch((thrown: unknown) => thrown);
    expect(isFault(error, 'database-unavailable')).toBe(true);
    expect(error).toMatchObject({ retryable: true });
    await db.destroy();
  });

  it('is a fault not worth retrying when the database does not exist', async () => {
    const url = new URL(fresh.url);
    url.pathname = 'nowhere';
    const db = openDatabase(url.href);
    const asked = sql`select 1`.execute(db);
    await expect(asked).rejects.toMatchObject({ code: 'database-unavailable', retryable: false });
    await db.destroy();
  });

  it('is a fault when the connection is cut in the middle, and answers the next query', async () => {
    const cut = sql`select pg_terminate_backend(pg_backend_pid()), ${1}::integer`.execute(fresh.db);
    await expect(cut).rejects.toMatchObject({ code: 'database-unavailable', retryable: true });
    expect(await evaluate('1')).toBe(1);
  });

  it('writes nothing of a transaction in whose middle the connection is cut', async () => {
    const own = openDatabase(fresh.url, { poolSize: 1 });
    await sql`create table begin_probe (said text)`.execute(fresh.db);
    const cut = transact(own, async (tx) => {
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx).catch(() => undefined);
      await sql`insert into begin_probe (said) values (${'a'})`.execute(tx);
    });
    await expect(cut).rejects.toMatchObject({ code: 'database-unavailable' });
    const { rows } = await sql`select from begin_probe`.execute(own);
    expect(rows).toHaveLength(0);
    await own.destroy();
  });

  it('keeps errors of the query as they are', async () => {
    const wrong = sql`select 1 / ${0}::integer`.execute(fresh.db);
    await expect(wrong).rejects.toMatchObject({ code: '22012' });
    expect(asDatabaseFault('text')).toBe('text');
    const fault = new Fault('not-found', 'x');
    expect(asDatabaseFault(fault)).toBe(fault);
  });
});

describe('checkDatabase', () => {
  it('accepts the server we test on', async () => {
    await expect(checkDatabase(fresh.db)).resolves.toBeUndefined();
  });

  it('refuses a database that knows no Chinese letters', async () => {
    const admin = new pg.Client({ connectionString: fresh.url });
    await admin.connect();
    const name = `redress_c_${process.pid}`;
    await admin.query(`create database ${name} template template0 encoding 'UTF8' locale 'C'`);
    const url = new URL(fresh.url);
    url.pathname = name;
    const db = openDatabase(url.href);
    try {
      await expect(checkDatabase(db)).rejects.toMatchObject({ code: 'config-invalid' });
    } finally {
      await db.destroy();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    }
  });
});

describe('listen', () => {
  it('hears what is notified, also after its connection was cut', async () => {
    const own = await bareDatabase();
    const heard: string[] = [];
    const subscription = await listen(own.url, 'probe', (payload) => heard.push(payload));
    await sql`select pg_notify('probe', ${'one'})`.execute(own.db);
    await vi.waitFor(() => expect(heard).toEqual(['one']), 5_000);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'listen%'`.execute(own.db);
    await vi.waitFor(() => expect(heard).toEqual(['one', '']), 5_000);
    await sql`select pg_notify('probe', ${'two'})`.execute(own.db);
    await vi.waitFor(() => expect(heard).toEqual(['one', '', 'two']), 5_000);
    await subscription.close();
    await own.close();
  });

  it('is a fault when the first connection fails', async () => {
    const asked = listen('postgres://redress@127.0.0.1:1/none', 'probe', () => {});
    await expect(asked).rejects.toMatchObject({ code: 'database-unavailable' });
  });
});
