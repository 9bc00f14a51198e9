import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { WebMessage } from '../ports.ts';
import type { Instant, Locale } from '../terms.ts';
import type { Tx } from './database.ts';
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

/** Tells every process, on commit, that a place grew. */
export const announce = async (tx: Tx, place: string): Promise<void> => {
  await sql`select pg_notify(${webTopic}, ${place})`.execute(tx);
};

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
export const findSessionLocale = async (tx: Tx, id: string): Promise<Locale | null> => {
  const row = await tx.selectFrom('web_sessions').select('locale').where('id', '=', id).executeTakeFirst();
  return row?.locale ?? null;
};

/**
 * Appends a line; the same id again changes nothing. Returns whether it was new.
 * Lines of one place are written one after the other, so that a reader's cursor never skips a slower writer's line.
 */
export const appendLine = async (tx: Tx, line: WebLine): Promise<boolean> => {
  const { onlyFor, body, ...rest } = line;
  await sql`select pg_advisory_xact_lock(hashtext(${line.place}))`.execute(tx);
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('web_messages')
    .values({ ...rest, body: JSON.stringify(body), only_for: onlyFor })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
};

/** Redraws a line in place; it moves to the cursor's end so that readers see it again. Returns false when there is none. */
export const redrawLine = async (
  tx: Tx,
  redraw: { id: string; place: string; body: WebBody; complaint: string | null },
): Promise<boolean> => {
  await sql`select pg_advisory_xact_lock(hashtext(${redraw.place}))`.execute(tx);
  const { numUpdatedRows } = await tx
    .updateTable('web_messages')
    .set({
      body: JSON.stringify(redraw.body),
      complaint: redraw.complaint,
      cursor: sql<number>`nextval('web_cursor')`,
    })
    .where('id', '=', redraw.id)
    .where('place', '=', redraw.place)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** Lines of a place after a cursor, oldest first. */
export const readLines = async (
  tx: Tx,
  { place, after, limit }: { readonly place: string; readonly after: number; readonly limit: number },
): Promise<readonly WebMessage[]> => {
  const rows = await tx
    .selectFrom('web_messages')
    .selectAll()
    .where('place', '=', place)
    .where('cursor', '>', after)
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
