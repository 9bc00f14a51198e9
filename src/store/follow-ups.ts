import { sql } from 'kysely';
import type { Command } from '../complaint/commands.ts';
import type { Instant } from '../terms.ts';
import type { Tx } from './database.ts';
import { personal } from './personal.ts';
import type { OtherWork } from './tables.ts';

/** A dated command as stored: a complaint's, or the silence of a talk. */
export interface FollowUpRow {
  readonly key: string;
  readonly complaint: string | null;
  readonly talk: string | null;
  readonly command: Command | OtherWork;
  readonly dueAt: Instant;
}

/** Writes or moves dated commands; the same key again replaces what it waited for. */
export const planFollowUps = async (tx: Tx, rows: readonly FollowUpRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await tx
    .insertInto('follow_ups')
    .values(
      rows.map(({ dueAt, command, ...row }) => ({
        ...row,
        due_at: dueAt,
        command: personal('follow_ups', command),
      })),
    )
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => ({
        command: row.ref('excluded.command'),
        due_at: row.ref('excluded.due_at'),
        state: 'waiting',
        attempts: 0,
        error: null,
      })),
    )
    .execute();
};

/** Cancels what is no longer wanted. */
export const cancelFollowUps = async (tx: Tx, keys: readonly string[]): Promise<void> => {
  if (keys.length === 0) return;
  await tx
    .updateTable('follow_ups')
    .set({ state: 'cancelled' })
    .where('key', 'in', keys)
    .where('state', '=', 'waiting')
    .execute();
};

/** Takes due follow-ups, oldest first, and locks them until the transaction ends. */
export const takeDueFollowUps = async (
  tx: Tx,
  now: Instant,
  limit: number,
): Promise<readonly (FollowUpRow & { attempts: number })[]> => {
  const rows = await tx
    .selectFrom('follow_ups')
    .select(['key', 'complaint', 'talk', 'command', 'due_at', 'attempts'])
    .where('state', '=', 'waiting')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(({ due_at, ...row }) => ({ ...row, dueAt: due_at }));
};

/** Marks a follow-up as done, unless its command has just moved it to a later date. */
export const finishFollowUp = async (tx: Tx, key: string, dueAt: Instant): Promise<void> => {
  await tx
    .updateTable('follow_ups')
    .set({ state: 'done' })
    .where('key', '=', key)
    .where('due_at', '=', dueAt)
    .where('state', '=', 'waiting')
    .execute();
};

/** Notes why a fired command gave nothing: the file had overtaken it (CL-7). */
export const noteOvertaken = async (tx: Tx, key: string): Promise<void> => {
  await tx
    .updateTable('follow_ups')
    .set({ error: 'overtaken' })
    .where('key', '=', key)
    .where('state', '=', 'done')
    .execute();
};

/** Counts a failure and moves the next try; with `park` it is set aside. */
export const failFollowUp = async (
  tx: Tx,
  failed: { readonly key: string; readonly error: string; readonly retryAt: Instant; readonly park: boolean },
): Promise<void> => {
  await tx
    .updateTable('follow_ups')
    .set({
      attempts: sql<number>`attempts + 1`,
      error: failed.error,
      ...(failed.park ? { state: 'parked' as const } : { due_at: failed.retryAt }),
    })
    .where('key', '=', failed.key)
    .execute();
};

/** When the next follow-up is due; null when none waits. */
export const nextFollowUpDue = async (tx: Tx): Promise<Instant | null> => {
  const row = await tx
    .selectFrom('follow_ups')
    .select('due_at')
    .where('state', '=', 'waiting')
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst();
  return row?.due_at ?? null;
};
