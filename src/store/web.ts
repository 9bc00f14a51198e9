import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { WebMessage } from '../ports.ts';
import type { Instant, Locale } from '../terms.ts';
import type { Tx } from './database.ts';
import { gathered } from './gather.ts';
import { personal } from './personal.ts';
import type { WebBody } from './tables.ts';

/** A line of a web talk or desk page. */
export interface WebLine {
  readonly id: string;
  readonly place: string;
  readonly sender: 'complainant' | 'bot' | 'staff';
  readonly author: string | null;
  readonly body: WebBody;
  readonly thread: string | null;
  readonly complaint: string | null;
  readonly onlyFor: string | null;
  readonly at: Instant;
}

/** Channel of the database's NOTIFY by which every process learns that a web talk grew. */
export const webTopic = 'redress_web';

const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Opens a session; only the token's hash is kept. */
export const saveSession = async (
  tx: Tx,
  session: { id: string; token: string; locale: Locale | null; at: Instant },
): Promise<void> => {
  await tx
    .insertInto('web_sessions')
    .values({
      id: session.id,
      token_hash: hashToken(session.token),
      locale: session.locale,
      opened_at: session.at,
    })
    .execute();
};

/** The session a token belongs to; null when there is none. */
export const findSessionByToken = async (tx: Tx, token: string): Promise<string | null> => {
  const row = await tx
    .selectFrom('web_sessions')
    .select('id')
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
  return row?.id ?? null;
};

/** The language a session was opened in; null when none was told. */
export const findSessionLocale = gathered<string, Locale | null>(async (tx, ids) => {
  const rows = await tx
    .selectFrom('web_sessions')
    .select(['id', 'locale'])
    .where('id', '=', (one) => one.fn.any(one.val([...ids])))
    .execute();
  return ids.map((id) => rows.find((row) => row.id === id)?.locale ?? null);
});

/**
 * Appends a line and tells every reader, in one statement; the same id again changes nothing.
 * The lock per place lets lines of one place be written one after the other: a reader's cursor never skips a slower writer's.
 */
export const appendLine = async (tx: Tx, line: WebLine): Promise<void> => {
  const { id, place, sender, author, body, thread, complaint, onlyFor, at } = line;
  await sql`
    with turn as materialized (select pg_advisory_xact_lock(hashtext(${place})) as taken),
    line as (
      insert into web_messages (id, place, sender, author, body, thread, complaint, only_for, at)
      select ${id}, ${place}, ${sender}, ${author}, ${personal('web_messages', body)}::jsonb, ${thread}, ${complaint}, ${onlyFor}, ${at}::timestamptz
      from turn where taken is not null
      on conflict (id) do nothing
      returning place
    )
    select pg_notify(${webTopic}, place) from line`.execute(tx);
};

/** Redraws a line in place and tells every reader; it moves to the cursor's end so that they see it again. False when there is none. */
export const redrawLine = async (
  tx: Tx,
  redraw: {
    readonly id: string;
    readonly place: string;
    readonly body: WebBody;
    readonly complaint: string | null;
  },
): Promise<boolean> => {
  const { id, place, body, complaint } = redraw;
  const { rows } = await sql`
    with turn as materialized (select pg_advisory_xact_lock(hashtext(${place})) as taken),
    line as (
      update web_messages set body = ${personal('web_messages', body)}::jsonb, complaint = ${complaint}, cursor = nextval('web_cursor')
      from turn where turn.taken is not null and id = ${id} and place = ${place}
      returning place
    )
    select pg_notify(${webTopic}, place) from line`.execute(tx);
  return rows.length > 0;
};

/** What nobody else may read: answers meant for one person, and complaints that do not name this one (S1.13). */
const readableBy = (reader: string) => sql<boolean>`
  (only_for is null or only_for = ${reader}) and not exists (
    select from complaints where state -> 'recusals' ? ${reader} and number = coalesce(
      web_messages.complaint,
      (select head.complaint from web_messages as head where head.id = web_messages.thread)))`;

/** Lines of a place after a cursor, oldest first; only what a `reader` may see when one is given. */
export const readLines = async (
  tx: Tx,
  {
    place,
    after,
    limit,
    reader,
  }: {
    readonly place: string;
    readonly after: number;
    readonly limit: number;
    readonly reader?: string | undefined;
  },
): Promise<readonly WebMessage[]> => {
  const rows = await tx
    .selectFrom('web_messages')
    .selectAll()
    .where('place', '=', place)
    .where('cursor', '>', after)
    .$if(reader !== undefined, (query) => query.where(readableBy(reader ?? '')))
    .orderBy('cursor')
    .limit(limit)
    .execute();
  return rows.map(({ id, cursor, sender, author, body, thread, complaint, only_for, at }) => ({
    id,
    cursor: String(cursor),
    from: sender,
    ...(author === null ? {} : { author }),
    text: body.text,
    ...(body.card ? { card: body.card } : {}),
    buttons: body.buttons ?? [],
    files: body.files ?? [],
    thread,
    complaint,
    at,
    ...(only_for === null ? {} : { onlyFor: only_for }),
  }));
};
