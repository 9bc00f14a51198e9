import { connect, createServer, type Server } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { allEnded } from '../../src/store/gather.ts';
import { transact } from '../../src/store/transaction.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const say = (tx: typeof fresh.db, table: string, said: string) =>
  sql`insert into ${sql.table(table)} (said) values (${said})`.execute(tx);
const heard = async (table: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ said: string }>`select said from ${sql.table(table)} order by nth`.execute(
    fresh.db,
  );
  return rows.map(({ said }) => said);
};
const make = (table: string) =>
  sql`create table ${sql.table(table)} (nth serial, said text unique)`.execute(fresh.db);

/** Stands between us and the server, and keeps its answers back from the word `hold` until it has seen the word `enough`. */
const openHolder = async (): Promise<{ readonly url: string; readonly server: Server }> => {
  const target = new URL(fresh.url);
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    const kept: (Uint8Array | string)[] = [];
    let holds = false;
    client.on('data', (data) => {
      if (data.includes('hold')) holds = true;
      if (data.includes('enough')) {
        holds = false;
        for (const one of kept.splice(0)) client.write(one);
      }
      database.write(data);
    });
    database.on('data', (data) => (holds ? kept.push(data) : client.write(data)));
    client.on('close', () => database.destroy());
    for (const socket of [client, database]) socket.on('error', () => {});
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const url = new URL(fresh.url);
  url.searchParams.delete('host');
  url.port = String(typeof address === 'object' && address ? address.port : 0);
  return { url: url.href, server };
};

describe('transact', () => {
  it('does all of it or nothing', async () => {
    await make('whole');
    await transact(fresh.db, (tx) => say(tx, 'whole', 'kept'));
    const failed = transact(fresh.db, async (tx) => {
      await say(tx, 'whole', 'lost');
      throw new Error('second thoughts');
    });
    await expect(failed).rejects.toThrow('second thoughts');
    expect(await heard('whole')).toEqual(['kept']);
  });

  it('sends what is asked at the same moment without waiting for answers, in its order', async () => {
    await make('moment');
    const { url, server } = await openHolder();
    const db = openDatabase(url, { poolSize: 1 });
    await transact(db, (tx) => allEnded(['hold', 'second', 'enough'].map((said) => say(tx, 'moment', said))));
    await db.destroy();
    server.close();
    expect(await heard('moment')).toEqual(['hold', 'second', 'enough']);
  });

  it('tells the error of the statement that failed, and leaves nothing of the others', async () => {
    await make('wake');
    const told = transact(fresh.db, (tx) =>
      allEnded([say(tx, 'wake', 'a'), say(tx, 'wake', 'a'), say(tx, 'wake', 'b')].toReversed()),
    );
    await expect(told).rejects.toMatchObject({ code: '23505' });
    expect(await heard('wake')).toEqual([]);
    await transact(fresh.db, (tx) => say(tx, 'wake', 'a'));
    expect(await heard('wake')).toEqual(['a']);
  });

  it('takes nothing more once it is over', async () => {
    await make('late');
    const tx = await transact(fresh.db, async (one) => one);
    await expect(say(tx, 'late', 'too late')).rejects.toThrow('over');
    expect(await heard('late')).toEqual([]);
  });
});
