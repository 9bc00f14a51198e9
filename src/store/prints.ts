import { sql } from 'kysely';
import type { Instant } from '../terms.ts';
import { type Fingerprint, mostCompared, newestOfKey } from '../triage/fingerprint.ts';
import type { Tx } from './database.ts';

/** A complaint as others are compared with it. */
export interface StoredPrint {
  readonly complaint: string;
  readonly complainantId: string;
  readonly print: Fingerprint;
  readonly receivedAt: Instant;
  /** Its outcome was told, so that the same matter from the same person is a repeat after handling. */
  readonly handled: boolean;
}

/** One comparison at a time in the whole database (the number means nothing). */
const comparingKey = 7_236_411_203;

/** Claims the right to compare until the transaction ends; false while another transaction has it. Never waits. */
export const claimComparing = async (tx: Tx): Promise<boolean> => {
  const { rows } = await sql<{ ours: boolean }>`
    select pg_try_advisory_xact_lock(${comparingKey}) as ours`.execute(tx);
  return rows[0]?.ours ?? false;
};

/** Keeps what a complaint is about, with the keys it is found by; a second time replaces the first. */
export const savePrint = async (
  tx: Tx,
  row: {
    readonly complaint: string;
    readonly complainantId: string;
    readonly print: Fingerprint;
    readonly keys: readonly string[];
    readonly receivedAt: Instant;
  },
): Promise<void> => {
  const { complaint, complainantId, print, keys, receivedAt } = row;
  await sql`
    with kept as (
      insert into prints (complaint, complainant_id, type, print, received_at)
      values (${complaint}, ${complainantId}, ${print.type}, ${JSON.stringify(print)}, ${receivedAt})
      on conflict (complaint) do update set print = excluded.print, type = excluded.type
    )
    insert into print_keys (key, received_at, complaint)
    select key, ${receivedAt}::timestamptz, ${complaint} from unnest(${keys}::text[]) as key
    on conflict do nothing`.execute(tx);
};

/**
 * Complaints worth comparing, by shared keys (`rankByKeys`, done where the keys lie): of each key the newest few, and of
 * all those the ones that share the rarest keys, so that a million stored cost no more than ten thousand.
 */
export const findPrints = async (
  tx: Tx,
  near: { readonly keys: readonly string[]; readonly since: Instant; readonly except: string },
): Promise<readonly StoredPrint[]> => {
  const { rows } = await sql<{
    complaint: string;
    complainant_id: string;
    print: Fingerprint;
    received_at: Instant;
    handled: boolean;
  }>`
    with found as (
      select newest.complaint, count(*) over (partition by wanted.key) as sharing
      from unnest(${near.keys}::text[]) as wanted(key)
      cross join lateral (
        select complaint from print_keys
        where print_keys.key = wanted.key and received_at >= ${near.since}
        order by received_at desc limit ${newestOfKey}
      ) as newest
      where newest.complaint <> ${near.except}
    ), near as (
      select complaint from found group by complaint
      order by sum(1::float8 / sharing) desc, complaint desc limit ${mostCompared}
    )
    select prints.complaint, prints.complainant_id, prints.print, prints.received_at,
      complaints.state #>> '{timeline,resolvedAt}' is not null or complaints.stage = 'archived' as handled
    from near join prints on prints.complaint = near.complaint join complaints on complaints.number = near.complaint
    where complaints.stage not in ('withdrawn', 'merged')`.execute(tx);
  return rows.map(({ complaint, complainant_id, print, received_at, handled }) => ({
    complaint,
    complainantId: complainant_id,
    print,
    receivedAt: received_at,
    handled,
  }));
};
