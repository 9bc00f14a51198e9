import { sql } from 'kysely';
import type { OutboundMessage } from '../outbox/message.ts';
import type { ChannelName, Instant } from '../terms.ts';
import type { Tx } from './database.ts';
import { gathered } from './gather.ts';
import { personal } from './personal.ts';
import { given, insertRows } from './rows.ts';

/** A message taken for sending, with the transport's own ids where it redraws or answers in a thread. */
export interface Outgoing {
  readonly id: string;
  readonly lane: string;
  readonly message: OutboundMessage;
  /** Tries so far, this one not counted. */
  readonly attempts: number;
  readonly queuedAt: Instant;
  readonly edits: string | null;
  readonly thread: string | null;
  /** A later redraw of the same message already waits behind it. */
  readonly isOvertaken: boolean;
  /** Another message already waits behind it in its lane. */
  readonly isFollowed: boolean;
}

/** One talk is one lane; at the desk each thread is, so that one stuck message holds up only its own. */
export const outboxLane = (message: OutboundMessage): string => {
  const place = `${message.to.channel}:${message.to.place}`;
  if (message.audience === 'complainant') return place;
  return `${place}/${message.answer ? message.id : (message.opensThread?.key ?? message.inThread ?? message.key ?? '')}`;
};

const columns = {
  id: 'text',
  lane: 'text',
  channel: 'text',
  place: 'text',
  key: 'text',
  complaint: 'text',
  severity: 'smallint',
  body: 'jsonb',
  run_at: 'timestamptz',
  queued_at: 'timestamptz',
} as const;

const queue = gathered<{ readonly messages: readonly OutboundMessage[]; readonly now: Instant }, void>(
  async (tx, asks) => {
    const rows = asks.flatMap(({ messages, now }) =>
      messages.map((message) => ({
        id: message.id,
        lane: outboxLane(message),
        channel: message.to.channel,
        place: message.to.place,
        key: message.key ?? null,
        complaint: message.complaint ?? null,
        severity: message.severity ?? 4,
        body: personal('outbox', message),
        run_at: now,
        queued_at: now,
      })),
    );
    await sql`${insertRows('outbox', rows, columns)} on conflict (id) do nothing`.execute(tx);
    return asks.map(() => undefined);
  },
);

/** Queues messages, in order, in the caller's transaction. A message whose id is known is not queued again. */
export const queueMessages = async (
  tx: Tx,
  messages: readonly OutboundMessage[],
  now: Instant,
): Promise<void> => {
  if (messages.length > 0) await queue(tx, { messages, now });
};

/** How long a send may be under way before its process counts as dead. */
export type LeaseSeconds = Readonly<Record<ChannelName, number>>;

/** Taking a row for sending. One whose lease ran out was under way in a process that died: that counts as a try. */
const taken = (seconds: LeaseSeconds) => sql`
  leased_until = now() + make_interval(secs => (case channel when 'web' then ${seconds.web} when 'slack' then ${seconds.slack} else ${seconds.telegram} end)::double precision),
  attempts = attempts + (leased_until is not null)::integer`;

const leasedColumns = sql`id, seq, lane, severity, key, body, attempts, queued_at`;

// Looked up by its key for each row, however little the planner thinks there is: a join may read all that was ever sent.
const edited = sql`(select message_id from sent_messages where sent_messages.key = leased.key)`;
const threadOf = sql`(select thread_id from threads where threads.key = leased.body ->> 'inThread')`;

const later = sql`from outbox later where later.lane = leased.lane and later.state = 'waiting' and later.seq > leased.seq`;
const standing = sql`exists (select ${later} and later.key = leased.key) as "isOvertaken", exists (select ${later}) as "isFollowed"`;

interface LeasedRow {
  readonly id: string;
  readonly lane: string;
  readonly body: OutboundMessage;
  readonly attempts: number;
  readonly queued_at: Instant;
  readonly edits: string | null;
  readonly thread: string | null;
  readonly isOvertaken: boolean;
  readonly isFollowed: boolean;
}

const outgoingOf = ({ body, queued_at, ...row }: LeasedRow): Outgoing => ({
  ...row,
  message: body,
  queuedAt: queued_at,
  isOvertaken: row.edits !== null && row.isOvertaken,
});

/**
 * Leases the heads of lanes that are due, most severe first.
 * One whose lease ran out has a try more, so that the channel looks before it sends again.
 * A waiting row whose lane has an earlier waiting one is not a head, so each lane keeps its order across processes.
 * Leases run on the database's clock: one process whose own is a minute ahead would take what the others are sending.
 */
export const leaseMessages = async (
  tx: Tx,
  lease: { readonly now: Instant; readonly seconds: LeaseSeconds; readonly limit: number },
): Promise<readonly Outgoing[]> => {
  const { rows } = await sql<LeasedRow>`
    with leased as (
      update outbox set ${taken(lease.seconds)}
      where id = any(array(
        select id from outbox head
        where state = 'waiting' and run_at <= ${lease.now} and (leased_until is null or leased_until <= now())
          and not exists (
            select 1 from outbox earlier
            where earlier.lane = head.lane and earlier.state = 'waiting' and earlier.seq < head.seq
          )
        order by severity, seq
        limit ${lease.limit}
        for update skip locked
      ))
      returning ${leasedColumns}
    )
    select id, lane, body, attempts, queued_at, ${edited} as edits, ${threadOf} as thread, ${standing}
    from leased
    order by severity, seq`.execute(tx);
  return rows.map(outgoingOf);
};

/** Sets aside a redraw that a later redraw of the same message overtakes. */
export const supersede = async (tx: Tx, id: string): Promise<void> => {
  await tx
    .updateTable('outbox')
    .set({ state: 'superseded', leased_until: null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
};

/** What the transport said when it took a message. */
export interface Taken {
  readonly messageId: string;
  readonly threadId?: string;
  readonly uncertain?: boolean;
  readonly at: Instant;
  /** Whether the next of the lane is to be leased, and for how long. */
  readonly goesOn: boolean;
  readonly seconds: LeaseSeconds;
}

const sentColumns = {
  id: 'text',
  lane: 'text',
  key: 'text',
  message_id: 'text',
  thread_id: 'text',
  opens: 'text',
  channel: 'text',
  place: 'text',
  complaint: 'text',
  state: 'text',
  at: 'timestamptz',
  attempts: 'integer',
  goes_on: 'boolean',
} as const;

interface Marking {
  readonly outgoing: Outgoing;
  readonly sent: Taken;
}

const sentRow = ({ outgoing: { id, lane, message, attempts }, sent }: Marking) => ({
  id,
  lane,
  key: message.key ?? null,
  message_id: sent.messageId,
  thread_id: sent.threadId ?? null,
  opens: message.opensThread && sent.threadId ? message.opensThread.key : null,
  channel: message.to.channel,
  place: message.to.place,
  complaint: message.complaint ?? '',
  state: sent.uncertain ? 'uncertain' : 'sent',
  at: sent.at,
  attempts: attempts + 1,
  goes_on: sent.goesOn,
});

/** What is written of messages that were taken; only what there is to write: each part costs, also when it finds nothing. */
const recorded = (rows: readonly ReturnType<typeof sentRow>[]) => sql`
  given as materialized (select * from ${given(rows, sentColumns)})
  ${
    rows.some(({ key }) => key !== null)
      ? sql`, named as (
          insert into sent_messages (key, message_id, thread_id)
          select key, message_id, thread_id from given where key is not null order by key
          on conflict (key) do update set message_id = excluded.message_id
        )`
      : sql``
  }
  ${
    rows.some(({ opens }) => opens !== null)
      ? sql`, opened as (
          insert into threads (key, channel, place, thread_id, complaint)
          select opens, channel, place, thread_id, complaint from given where opens is not null order by opens
          on conflict (key) do update set channel = excluded.channel, place = excluded.place, thread_id = excluded.thread_id
        )`
      : sql``
  }`;

const marking = sql`
  update outbox set state = given.state, sent_at = given.at, leased_until = null, attempts = given.attempts
  from given where outbox.id = given.id`;

// One statement sees nothing of what it writes itself: what was just sent is looked up among the given rows first.
const markAndLease = async (tx: Tx, rows: readonly ReturnType<typeof sentRow>[], seconds: LeaseSeconds) => {
  const { rows: found } = await sql<LeasedRow>`
    with ${recorded(rows)}, marked as (${marking}), leased as (
      update outbox set ${taken(seconds)}
      where id = any(array(
        select next.id from given cross join lateral (
          select id from outbox head
          where lane = given.lane and state = 'waiting' and id <> given.id
            and run_at <= given.at and (leased_until is null or leased_until <= now())
            and not exists (
              select 1 from outbox earlier
              where earlier.lane = head.lane and earlier.state = 'waiting' and earlier.seq < head.seq and earlier.id <> given.id
            )
          for update skip locked
        ) next
        where given.goes_on
      ))
      returning ${leasedColumns}
    )
    select id, lane, body, attempts, queued_at,
      coalesce((select message_id from given where given.key = leased.key), ${edited}) as edits,
      coalesce((select thread_id from given where opens = leased.body ->> 'inThread'), ${threadOf}) as thread,
      ${standing}
    from leased`.execute(tx);
  return found;
};

const mark = gathered<Marking, Outgoing | null>(async (tx, asks) => {
  const rows = asks.map(sentRow);
  const going = asks.find(({ sent }) => sent.goesOn);
  const found = going ? await markAndLease(tx, rows, going.sent.seconds) : [];
  if (!going) await sql`with ${recorded(rows)} ${marking}`.execute(tx);
  return asks.map(({ outgoing }) => {
    const row = found.find(({ lane }) => lane === outgoing.lane);
    return row ? outgoingOf(row) : null;
  });
});

/**
 * Records, in one statement, that the transport took a message and what it called it and the thread it opened.
 * Gives the message that waits behind it in its lane and is due, leased; null where there is none or the lane is not to go on.
 */
export const markSent = (tx: Tx, outgoing: Outgoing, sent: Taken): Promise<Outgoing | null> =>
  mark(tx, { outgoing, sent });

/** Gives a message back for a later try; `counted` is false where the transport only asked to wait. */
export const postpone = async (
  tx: Tx,
  later: { readonly id: string; readonly runAt: Instant; readonly error: string; readonly counted: boolean },
): Promise<void> => {
  await tx
    .updateTable('outbox')
    .set({
      run_at: later.runAt,
      leased_until: null,
      error: later.error,
      ...(later.counted ? { attempts: sql<number>`attempts + 1` } : {}),
    })
    .where('id', '=', later.id)
    .execute();
};

/** Sets a message aside for good: staff are told. Its lane goes on. */
export const parkMessage = async (tx: Tx, id: string, error: string): Promise<void> => {
  await tx
    .updateTable('outbox')
    .set({ state: 'parked', leased_until: null, error, attempts: sql<number>`attempts + 1` })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
};

/** How many messages are in each state: for metrics and health. */
export const countMessages = async (tx: Tx): Promise<Readonly<Record<string, number>>> => {
  const rows = await tx
    .selectFrom('outbox')
    .select(['state', (select) => select.fn.countAll<number>().as('count')])
    .where('state', 'in', ['waiting', 'parked', 'uncertain'])
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
};
