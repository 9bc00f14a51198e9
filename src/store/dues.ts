import { sql } from 'kysely';
import type { Instant } from '../terms.ts';
import type { Tx } from './database.ts';

/** When each kind of work is next due; null when none waits. */
export interface Dues {
  readonly turns: Instant | null;
  readonly followUps: Instant | null;
  readonly messages: Instant | null;
}

/** When the first of them is due; null when nothing waits. */
export const soonest = (dues: Dues): Instant | null =>
  Object.values(dues)
    .filter((due) => due !== null)
    .sort()[0] ?? null;

/** Looks at all three queues in one query. */
export const nextDues = async (tx: Tx): Promise<Dues> => {
  const { rows } = await sql<Dues>`
    select
      (select min(due_at) from lanes where due_at is not null) as turns,
      (select min(run_at) from follow_ups where state = 'waiting') as "followUps",
      (select min(run_at) from outbox where state = 'waiting') as messages`.execute(tx);
  return rows[0] ?? { turns: null, followUps: null, messages: null };
};
