import type { Tx } from './database.ts';

/** Claims one firing of a schedule; true for exactly one of all processes. */
export const claimSweep = async (tx: Tx, key: string): Promise<boolean> => {
  const row = await tx
    .insertInto('sweeps')
    .values({ key })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst();
  return row !== undefined;
};
