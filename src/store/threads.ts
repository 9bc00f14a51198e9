import { sql } from 'kysely';
import type { ChannelName } from '../terms.ts';
import type { Tx } from './database.ts';

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
