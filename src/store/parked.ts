import { sql } from 'kysely';
import type { Instant } from '../terms.ts';
import type { Tx } from './database.ts';

/** Work that was set aside after its last try. */
export interface Parked {
  readonly kind: 'arrival' | 'message' | 'follow-up';
  readonly id: string;
  readonly complaint: string | null;
  readonly attempts: number;
  /** Code of the last failure. */
  readonly error: string | null;
  readonly since: Instant;
}

/** Everything that was set aside, oldest first, without a word of what it says. */
export const readParked = async (tx: Tx): Promise<readonly Parked[]> => {
  const { rows } = await sql<Parked>`
    select 'arrival' as kind, seq::text as id, null as complaint, attempts, error, arrived_at as since from inbox where state = 'parked'
    union all
    select 'message', id, complaint, attempts, error, queued_at from outbox where state = 'parked'
    union all
    select 'follow-up', key, complaint, attempts, error, due_at from follow_ups where state = 'parked'
    order by since, id`.execute(tx);
  return rows;
};

/** Lets parked work be tried again from now on, behind what waits; false when nothing of that id is parked. */
export const retryParked = async (tx: Tx, id: string, now: Instant): Promise<boolean> => {
  const { rows } = await sql<{ id: string }>`
    with arrival as (
      update inbox set state = 'waiting', attempts = 0 where seq::text = ${id} and state = 'parked' returning lane
    ), woken as (
      insert into lanes (lane, since, due_at) select lane, ${now}::timestamptz, ${now}::timestamptz from arrival
      on conflict (lane) do update set due_at = least(lanes.due_at, excluded.due_at)
    ), message as (
      update outbox set state = 'waiting', attempts = 0, run_at = ${now} where id = ${id} and state = 'parked' returning id
    ), follow_up as (
      update follow_ups set state = 'waiting', attempts = 0, run_at = ${now} where key = ${id} and state = 'parked' returning key
    )
    select lane as id from arrival union all select id from message union all select key from follow_up`.execute(
    tx,
  );
  return rows.length > 0;
};
