import { CompiledQuery, PostgresDialect, Transaction } from 'kysely';
import type { Database, Tx } from './database.ts';
import type { Tables } from './tables.ts';

/** What kysely wants to know of a handle besides its connection; a transaction opens none. */
const dialect = new PostgresDialect({
  pool: () => Promise.reject(new Error('A transaction opens no connection.')),
});
const props = { config: { dialect }, dialect, driver: dialect.createDriver() };

const begin = CompiledQuery.raw('begin');
const commit = CompiledQuery.raw('commit');
const rollback = CompiledQuery.raw('rollback');

/**
 * Does work in one transaction: all of it or nothing.
 *
 * Statements asked at the same moment leave in one packet and are carried out in their order; in kysely's own transaction
 * each waits until the one before is answered. Work must not end before all its statements have (`allEnded`).
 * Throws what the work throws; Fault `database-unavailable` when the connection is lost.
 */
export const transact = <Result>(db: Database, work: (tx: Tx) => Promise<Result>): Promise<Result> => {
  const executor = db.getExecutor();
  return executor.provideConnection(async (connection) => {
    let isOver = false;
    const provideConnection: typeof executor.provideConnection = async (consumer) => {
      if (isOver) throw new Error('The transaction is over.');
      return consumer(connection);
    };
    const tx = new Transaction<Tables>({
      ...props,
      executor: executor.withConnectionProvider({ provideConnection }),
    });
    try {
      await connection.executeQuery(begin);
      const result = await work(tx);
      isOver = true;
      await connection.executeQuery(commit);
      return result;
    } catch (error) {
      isOver = true;
      await connection.executeQuery(rollback);
      throw error;
    }
  });
};
