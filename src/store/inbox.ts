import { sql } from 'kysely';
import type { InboundMessage } from '../inbound/message.ts';
import type { Instant } from '../terms.ts';
import type { Tx } from './database.ts';
import { personal } from './personal.ts';

/** An arrival to be stored. */
export interface Arriving {
  readonly lane: string;
  readonly message: InboundMessage;
  readonly at: Instant;
  /** When its burst closes if nothing more comes; every further message moves it. */
  readonly dueAt: Instant;
  /** A burst closes at the latest this long after its first message, in seconds. */
  readonly longestSeconds: number;
}

/** A stored arrival that waits for its turn. */
export interface Waiting {
  readonly seq: number;
  readonly key: string;
  readonly message: InboundMessage;
  readonly at: Instant;
  readonly attempts: number;
}

/** Writes an arrival down and wakes its lane, in one statement. Returns false when its key was known: a repeat stops here. */
export const storeArrival = async (tx: Tx, arriving: Arriving): Promise<boolean> => {
  const { lane, message, at, dueAt, longestSeconds } = arriving;
  const result = await sql<{ stored: boolean }>`
    with arrival as (
      insert into inbox (key, lane, arrived_at, body)
      values (${message.key}, ${lane}, ${at}, ${personal('inbox', message)})
      on conflict (key) do nothing
      returning seq
    ), woken as (
      insert into lanes (lane, since, due_at)
      select ${lane}, ${at}::timestamptz, ${dueAt}::timestamptz from arrival
      on conflict (lane) do update set
        since = coalesce(lanes.since, excluded.since),
        due_at = least(excluded.due_at, coalesce(lanes.since, excluded.since) + make_interval(secs => ${longestSeconds}))
    )
    select exists (select 1 from arrival) as stored`.execute(tx);
  return result.rows[0]?.stored ?? false;
};

/** Which lane to take: one by name, those of the desk only, or any. */
export interface LaneChoice {
  readonly only?: string;
}

/** Takes the lane that has waited longest and locks it until the transaction ends; null when none is due. */
export const takeLane = async (tx: Tx, now: Instant, { only }: LaneChoice = {}): Promise<string | null> => {
  const due = tx.selectFrom('lanes').select('lane').where('due_at', '<=', now);
  const chosen =
    only === undefined
      ? due
      : only === 'desk'
        ? due.where('lane', 'like', 'desk/%')
        : due.where('lane', '=', only);
  const row = await chosen.orderBy('due_at').limit(1).forUpdate().skipLocked().executeTakeFirst();
  return row?.lane ?? null;
};

/** The talk that has waited longest, without taking it; null when none is due but those named. */
export const peekTalk = async (tx: Tx, now: Instant, except: readonly string[]): Promise<string | null> => {
  const row = await tx
    .selectFrom('lanes')
    .select('lane')
    .where('due_at', '<=', now)
    .where('lane', 'like', 'talk/%')
    .where((where) => where.not(where('lane', '=', where.fn.any(where.val(except)))))
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst();
  return row?.lane ?? null;
};

/** What waits in a lane, in the order it was stored. */
export const waitingIn = async (tx: Tx, lane: string, limit: number): Promise<readonly Waiting[]> => {
  const rows = await tx
    .selectFrom('inbox')
    .select(['seq', 'key', 'body', 'arrived_at', 'attempts'])
    .where('lane', '=', lane)
    .where('state', '=', 'waiting')
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(({ seq, key, body, arrived_at, attempts }) => ({
    seq,
    key,
    message: body,
    at: arrived_at,
    attempts,
  }));
};

/** Marks arrivals as done; the lane rests unless more waits in it. */
export const finishArrivals = async (
  tx: Tx,
  { lane, seqs, now }: { readonly lane: string; readonly seqs: readonly number[]; readonly now: Instant },
): Promise<void> => {
  await sql`
    with finished as (
      update inbox set state = 'done' where seq = any(${seqs}::bigint[])
    )
    update lanes set
      since = null,
      due_at = case when exists (
        select 1 from inbox where lane = ${lane} and state = 'waiting' and not seq = any(${seqs}::bigint[])
      ) then ${now}::timestamptz end
    where lane = ${lane}`.execute(tx);
};

/** Counts a failed turn and lets the lane wait; with `park` the arrival is set aside so that the next ones go on. */
export const failArrival = async (
  tx: Tx,
  failed: {
    readonly lane: string;
    readonly seq: number;
    readonly error: string;
    readonly retryAt: Instant;
    readonly park: boolean;
  },
): Promise<void> => {
  await sql`
    with failed as (
      update inbox set attempts = attempts + 1, error = ${failed.error},
        state = case when ${failed.park} then 'parked' else state end
      where seq = ${failed.seq}
    )
    update lanes set due_at = ${failed.retryAt} where lane = ${failed.lane}`.execute(tx);
};
