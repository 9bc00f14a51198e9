import { sql } from 'kysely';
import type { InboundMessage } from '../inbound/message.ts';
import type { Instant } from '../terms.ts';
import type { Tx } from './database.ts';
import { gathered } from './gather.ts';
import { personal } from './personal.ts';
import { given } from './rows.ts';

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

const columns = {
  key: 'text',
  lane: 'text',
  at: 'timestamptz',
  due_at: 'timestamptz',
  longest: 'double precision',
  body: 'jsonb',
} as const;

/** Writes an arrival down and wakes its lane, in one statement. Returns false when its key was known: a repeat stops here. */
export const storeArrival = gathered<Arriving, boolean>(async (tx, arriving) => {
  const first = new Map(arriving.toReversed().map((one) => [one.message.key, one]));
  const rows = arriving
    .filter((one) => first.get(one.message.key) === one)
    .map(({ lane, message, at, dueAt, longestSeconds }) => ({
      ...{ key: message.key, lane, at, due_at: dueAt, longest: longestSeconds },
      body: personal('inbox', message),
    }));
  // By lane, so that two processes that store for the same talks never wait for each other in a ring.
  const result = await sql<{ key: string }>`
    with given as materialized (select * from ${given(rows, columns)}),
    arrival as (
      insert into inbox (key, lane, arrived_at, body)
      select key, lane, at, body from given order by lane, nth
      on conflict (key) do nothing
      returning key
    ),
    woken as (
      insert into lanes (lane, since, due_at)
      select lane, min(at), (array_agg(due_at order by nth desc))[1] from given join arrival using (key)
      group by lane order by lane
      on conflict (lane) do update set
        since = coalesce(lanes.since, excluded.since),
        due_at = least(excluded.due_at, coalesce(lanes.since, excluded.since)
          + make_interval(secs => (select max(longest) from given)))
    )
    select key from arrival`.execute(tx);
  const stored = new Set(result.rows.map(({ key }) => key));
  return arriving.map((one) => first.get(one.message.key) === one && stored.has(one.message.key));
});

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

/** Takes the lanes that have waited longest, of every kind, and locks them until the transaction ends. */
export const takeLanes = async (tx: Tx, now: Instant, limit: number): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('lanes')
    .select('lane')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(({ lane }) => lane);
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
export const waitingIn = async (tx: Tx, lane: string, limit: number): Promise<readonly Waiting[]> =>
  waiting(tx, { lane, limit });

const waiting = gathered<{ readonly lane: string; readonly limit: number }, readonly Waiting[]>(
  async (tx, asks) => {
    const { rows } = await sql<Waiting & { lane: string }>`
      select given.lane, seq, key, body as message, arrived_at as at, attempts
      from ${given(asks, { lane: 'text', limit: 'integer' })}
      cross join lateral (
        select * from inbox where inbox.lane = given.lane and state = 'waiting' order by seq limit given."limit"
      ) as own
      order by nth, seq`.execute(tx);
    const lanes = Map.groupBy(rows, ({ lane }) => lane);
    return asks.map(({ lane }) => (lanes.get(lane) ?? []).map(({ lane: _lane, ...one }) => one));
  },
);

/** A lane whose arrivals were answered. */
interface Finished {
  readonly lane: string;
  readonly seqs: readonly number[];
  readonly now: Instant;
}

/** Marks arrivals as done; the lane rests unless more waits in it. */
export const finishArrivals = gathered<Finished, void>(async (tx, asks) => {
  const seqs = asks.flatMap((one) => one.seqs);
  await sql`
    with finished as (
      update inbox set state = 'done' where seq = any(${seqs}::bigint[])
    )
    update lanes set
      since = null,
      due_at = case when exists (
        select 1 from inbox where inbox.lane = lanes.lane and state = 'waiting' and not seq = any(${seqs}::bigint[])
      ) then given.now end
    from ${given<Pick<Finished, 'lane' | 'now'>>(asks, { lane: 'text', now: 'timestamptz' })}
    where lanes.lane = given.lane`.execute(tx);
  return asks.map(() => undefined);
});

/**
 * Holds a lane until the transaction ends where nothing waits in it; false while a turn has it, or something waits.
 * Never waits itself. What is done to a talk outside its turns holds its lane, or one would overwrite the other.
 */
export const holdResting = gathered<string, boolean>(async (tx, wanted) => {
  const { rows } = await sql<{ lane: string; rests: boolean }>`
    with held as materialized (
      select lane, due_at from lanes where lane = any(${wanted}::text[]) order by lane for update skip locked
    )
    select lanes.lane, held.lane is not null and held.due_at is null as rests
    from lanes left join held on held.lane = lanes.lane where lanes.lane = any(${wanted}::text[])`.execute(
    tx,
  );
  const rests = new Map(rows.map((row) => [row.lane, row.rests]));
  return wanted.map((lane) => rests.get(lane) ?? true);
});

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
