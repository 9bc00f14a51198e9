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
  readonly message: OutboundMessage;
  /** Tries so far, this one not counted. */
  readonly attempts: number;
  readonly queuedAt: Instant;
  readonly edits: string | null;
  readonly thread: string | null;
  /** A later redraw of the same message already waits behind it. */
  readonly isOvertaken: boolean;
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

/**
 * Leases the heads of lanes that are due, most severe first.
 * One whose lease ran out was under way in a process that died: that counts as a try, so that the channel looks before it
 * sends again. A waiting row whose lane has an earlier waiting one is not a head, so each lane keeps its order across processes.
 * Leases run on the database's clock: one process whose own is a minute ahead would take what the others are sending.
 */
export const leaseMessages = async (
  tx: Tx,
  lease: {
    readonly now: Instant;
    readonly seconds: Readonly<Record<ChannelName, number>>;
    readonly limit: number;
  },
): Promise<readonly Outgoing[]> => {
  const { rows } = await sql<{
    id: string;
    body: OutboundMessage;
    attempts: number;
    queued_at: Instant;
    edits: string | null;
    thread: string | null;
    isOvertaken: boolean;
    severity: number;
    seq: number;
  }>`
    with leased as (
      update outbox set leased_until = now() + make_interval(secs => (case channel when 'web' then ${lease.seconds.web} when 'slack' then ${lease.seconds.slack} else ${lease.seconds.telegram} end)::double precision), attempts = attempts + (leased_until is not null)::integer
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
      returning id, seq, lane, severity, key, body, attempts, queued_at
    )
    select leased.id, leased.body, leased.attempts, leased.queued_at, leased.severity, leased.seq,
      sent_messages.message_id as edits, threads.thread_id as thread,
      sent_messages.message_id is not null and exists (
        select 1 from outbox later
        where later.lane = leased.lane and later.state = 'waiting' and later.seq > leased.seq and later.key = leased.key
      ) as "isOvertaken"
    from leased
    left join sent_messages on sent_messages.key = leased.key
    left join threads on threads.key = leased.body ->> 'inThread'
    order by leased.severity, leased.seq`.execute(tx);
  return rows.map(({ id, body, attempts, queued_at, edits, thread, isOvertaken }) => ({
    id,
    message: body,
    attempts,
    queuedAt: queued_at,
    edits,
    thread,
    isOvertaken,
  }));
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
}

const takenColumns = {
  id: 'text',
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
} as const;

const mark = gathered<{ readonly outgoing: Outgoing; readonly sent: Taken }, void>(async (tx, asks) => {
  const rows = asks.map(({ outgoing: { id, message, attempts }, sent }) => ({
    id,
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
  }));
  await sql`
    with given as materialized (select * from ${given(rows, takenColumns)}),
    named as (
      insert into sent_messages (key, message_id, thread_id)
      select key, message_id, thread_id from given where key is not null order by key
      on conflict (key) do update set message_id = excluded.message_id
    ), opened as (
      insert into threads (key, channel, place, thread_id, complaint)
      select opens, channel, place, thread_id, complaint from given where opens is not null order by opens
      on conflict (key) do update set channel = excluded.channel, place = excluded.place, thread_id = excluded.thread_id
    )
    update outbox set state = given.state, sent_at = given.at, leased_until = null, attempts = given.attempts
    from given where outbox.id = given.id`.execute(tx);
  return asks.map(() => undefined);
});

/** Records, in one statement, that the transport took a message and what it called it and the thread it opened. */
export const markSent = (tx: Tx, outgoing: Outgoing, sent: Taken): Promise<void> =>
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

/**
 * The complaint of a message of ours that people reply under though it heads no thread, such as an approval; null for any
 * other message.
 */
const findHeadless = async (tx: Tx, at: ThreadPlace): Promise<FoundThread | null> => {
  const row = await tx
    .selectFrom('sent_messages')
    .innerJoin('outbox', 'outbox.key', 'sent_messages.key')
    .select(['outbox.key', 'outbox.complaint'])
    .where('sent_messages.message_id', '=', at.threadId)
    .where('outbox.channel', '=', at.channel)
    .where('outbox.place', '=', at.place)
    .limit(1)
    .executeTakeFirst();
  return row?.complaint && row.key ? { key: row.key, complaint: row.complaint } : null;
};

/** Where a thread stands, and what its transport calls it. */
export interface ThreadPlace {
  readonly channel: ChannelName;
  readonly place: string;
  readonly threadId: string;
}

/** Our own name of a thread, and the complaint it is about. */
export interface FoundThread {
  readonly key: string;
  readonly complaint: string;
}

/** The complaint a transport's thread belongs to; null when it is not one of ours. */
export const findThread = async (tx: Tx, at: ThreadPlace): Promise<FoundThread | null> => {
  const row = await tx
    .selectFrom('threads')
    .select(['key', 'complaint'])
    .where('channel', '=', at.channel)
    .where('place', '=', at.place)
    .where('thread_id', '=', at.threadId)
    .executeTakeFirst();
  return row ?? findHeadless(tx, at);
};

/** Whether a message that opens a thread there is under way: it may stand there already, and its thread is not known yet. */
export const isThreadUnderWay = async (tx: Tx, at: Omit<ThreadPlace, 'threadId'>): Promise<boolean> => {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select 1 from outbox where state = 'waiting' and (leased_until is not null or attempts > 0)
        and channel = ${at.channel} and place = ${at.place} and body ? 'opensThread'
    ) as found`.execute(tx);
  return rows[0]?.found ?? false;
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
