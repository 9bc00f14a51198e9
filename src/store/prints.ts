import { sql } from 'kysely';
import type { Instant } from '../terms.ts';
import type { Fingerprint } from '../triage/fingerprint.ts';
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

const nearest = 200;

/** Complaints that share a key, newest first within each key; at most 200 a key, so that a common one costs no more. */
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
    with near as (
      select distinct found.complaint
      from unnest(${near.keys}::text[]) as wanted(key)
      cross join lateral (
        select complaint from print_keys
        where print_keys.key = wanted.key and received_at >= ${near.since}
        order by received_at desc limit ${nearest}
      ) as found
      where found.complaint <> ${near.except}
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
