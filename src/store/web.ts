import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { WebMessage } from '../ports.ts';
import type { Instant, Locale } from '../terms.ts';
import type { Tx } from './database.ts';
import { gathered } from './gather.ts';
import { personal } from './personal.ts';
import { given } from './rows.ts';
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

type Redrawn = WebLine & { readonly edits?: string | undefined };

const lineColumns = {
  id: 'text',
  edits: 'text',
  place: 'text',
  sender: 'text',
  author: 'text',
  body: 'jsonb',
  thread: 'text',
  complaint: 'text',
  only_for: 'text',
  at: 'timestamptz',
} as const;

const lineRows = (lines: readonly Redrawn[]) =>
  lines.map(({ onlyFor, body, edits, ...line }) => ({
    ...{ ...line, edits: edits ?? null, only_for: onlyFor },
    body: personal('web_messages', body),
  }));

/**
 * Lines as a table, once every other writer of their places is done, each with the next cursor. The lock per place lets lines
 * of one place be written one after the other: a reader's cursor never skips a slower writer's.
 */
const inTurn = (lines: readonly Redrawn[]) => sql`(
  select given.*, nextval('web_cursor') as cursor
  from ${given(lineRows(lines), lineColumns)}, (
    select count(pg_advisory_xact_lock(key)) as taken
    from (select distinct hashtext(place) as key from unnest(${lines.map(({ place }) => place)}::text[]) as place order by key) as keys
  ) as turn
  where taken > 0 order by nth
) as line`;

const insertLines = async (tx: Tx, lines: readonly Redrawn[]): Promise<void> => {
  if (lines.length === 0) return;
  await sql`
    insert into web_messages (id, place, sender, author, body, thread, complaint, only_for, at, cursor)
    select id, place, sender, author, body, thread, complaint, only_for, at, cursor from ${inTurn(lines)}
    on conflict (id) do nothing
    returning pg_notify(${webTopic}, place)`.execute(tx);
};

/** Gives the ids of those lines that were there to be redrawn. */
const redrawLines = async (tx: Tx, lines: readonly Redrawn[]): Promise<readonly string[]> => {
  if (lines.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    update web_messages set body = line.body, complaint = line.complaint, cursor = line.cursor
    from ${inTurn(lines)}
    where web_messages.id = line.edits and web_messages.place = line.place
    returning web_messages.id, pg_notify(${webTopic}, web_messages.place)`.execute(tx);
  return rows.map(({ id }) => id);
};

/**
 * Writes a line and tells every reader, with all that are written at the same time. With `edits` the line of that id is
 * redrawn where it stands and moves to the cursor's end, so that readers see it again; where there is none, it is a new line.
 * The same id again changes nothing. Gives the id it stands under.
 */
export const writeLine = gathered<Redrawn, string>(async (tx, lines) => {
  await insertLines(
    tx,
    lines.filter(({ edits }) => edits === undefined),
  );
  const stands = await redrawLines(
    tx,
    lines.filter(({ edits }) => edits !== undefined),
  );
  const missing = ({ edits }: Redrawn) => edits !== undefined && !stands.includes(edits);
  await insertLines(tx, lines.filter(missing));
  return lines.map((line) => (missing(line) ? line.id : (line.edits ?? line.id)));
});

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
