import { sql } from 'kysely';
import type { ComplaintEvent } from '../complaint/events.ts';
import { fold } from '../complaint/evolve.ts';
import type { Instant } from '../terms.ts';
import { erasedMark, eraseEvent, type Sealing } from './chain.ts';
import { readEvents } from './complaints.ts';
import type { Tx } from './database.ts';
import { fileIdsIn } from './file-ids.ts';
import { personal } from './personal.ts';

/** What came of an erasure: rows per kind of record. */
export type Erased = Readonly<Record<string, number>>;

const changed = (result: { readonly numAffectedRows?: bigint }): number =>
  Number(result.numAffectedRows ?? 0n);

/** Empties one event of personal words; false where there was nothing left to empty. */
export const eraseEventOf = async (
  tx: Tx,
  number: string,
  { version, data, salt, erased }: Sealing & { readonly version: number; readonly data: ComplaintEvent },
): Promise<boolean> => {
  const clean = eraseEvent(data, { salt, erased });
  if (!clean) return false;
  await tx
    .updateTable('events')
    .set({ data: personal('events', clean.data), salt: null, erased: JSON.stringify(clean.erased) })
    .where('complaint', '=', number)
    .where('version', '=', version)
    .execute();
  return true;
};

const eraseFile = async (tx: Tx, number: string): Promise<number> => {
  const rows = await tx
    .selectFrom('events')
    .select(['version', 'data', 'salt', 'erased'])
    .where('complaint', '=', number)
    .orderBy('version')
    .forUpdate()
    .execute();
  let count = 0;
  for (const row of rows) if (await eraseEventOf(tx, number, row)) count += 1;
  const complaint = fold(await readEvents(tx, number));
  if (!complaint) return count;
  await tx
    .updateTable('complaints')
    .set({ state: personal('complaints', complaint), summary: complaint.summary, talk: null })
    .where('number', '=', number)
    .execute();
  return count;
};

/** Forgets by what the same matter is found again. */
export const erasePrints = async (tx: Tx, numbers: readonly string[]): Promise<number> =>
  changed(
    await sql`
    with keys as (delete from print_keys where complaint = any(${numbers}::text[]))
    delete from prints where complaint = any(${numbers}::text[])`.execute(tx),
  );

/**
 * Takes a person's words out of complaint files. Numbers, dates, levels, types and amounts stay, and the chain still proves
 * them; what finds the same matter again goes, and so do dated commands.
 */
export const eraseComplaints = async (tx: Tx, numbers: readonly string[]): Promise<Erased> => {
  let events = 0;
  for (const number of numbers) events += await eraseFile(tx, number);
  const prints = await erasePrints(tx, numbers);
  const dates = await sql`delete from follow_ups where complaint = any(${numbers}::text[])`.execute(tx);
  return { events, prints, dates: changed(dates) };
};

/** Empties what was said at the desk about complaints: cards, notices, notes, what was typed into forms. */
export const eraseDesk = async (tx: Tx, numbers: readonly string[]): Promise<number> => {
  const lines = await sql`
    update web_messages set body = jsonb_build_object('text', ${erasedMark}::text)
    where complaint = any(${numbers}::text[]) and body ->> 'text' is distinct from ${erasedMark}`.execute(tx);
  const sent = await sql`
    update outbox set
      body = jsonb_build_object('id', id, 'audience', body -> 'audience', 'text', ${erasedMark}::text),
      state = case when state = 'waiting' then 'superseded' else state end
    where complaint = any(${numbers}::text[]) and body ->> 'audience' <> 'complainant'
      and body ->> 'text' is distinct from ${erasedMark}`.execute(tx);
  const arrived = await sql`
    update inbox set body = jsonb_build_object('kind', body -> 'kind', 'text', ${erasedMark}::text)
    where state <> 'waiting' and body ->> 'text' is distinct from ${erasedMark} and (
      lane in (select 'desk/' || channel || ':' || place || '/' || thread_id from threads where complaint = any(${numbers}::text[]))
      or body ->> 'buttonId' in (select id from buttons where complaint = any(${numbers}::text[])))`.execute(
    tx,
  );
  return changed(lines) + changed(sent) + changed(arrived);
};

/** Empties what was said in talks and to the complainant, both ways, and at the desk about their complaints. */
export const eraseTranscripts = async (
  tx: Tx,
  { talks, numbers }: { readonly talks: readonly string[]; readonly numbers: readonly string[] },
): Promise<Erased> => {
  const lines = await sql`
    update web_messages set body = jsonb_build_object('text', ${erasedMark}::text), author = null
    where 'web:' || place = any(${talks}::text[]) and body ->> 'text' is distinct from ${erasedMark}`.execute(
    tx,
  );
  const sent = await sql`
    update outbox set
      body = jsonb_build_object('id', id, 'audience', 'complainant', 'text', ${erasedMark}::text),
      place = ${erasedMark}, lane = ${erasedMark} || id,
      state = case when state = 'waiting' then 'superseded' else state end
    where body ->> 'audience' = 'complainant' and body ->> 'text' is distinct from ${erasedMark}
      and (complaint = any(${numbers}::text[]) or channel || ':' || place = any(${talks}::text[]))`.execute(
    tx,
  );
  const arrived = await sql`
    update inbox set body = jsonb_build_object('kind', body -> 'kind', 'text', ${erasedMark}::text),
      key = ${erasedMark} || seq, lane = ${erasedMark} || seq, state = case when state = 'waiting' then 'done' else state end
    where lane = any(select 'talk/' || talk from unnest(${talks}::text[]) as talk)`.execute(tx);
  const desk = await eraseDesk(tx, numbers);
  return { lines: changed(lines) + changed(sent) + changed(arrived), desk };
};

/** Forgets talks themselves: where a person is reached, what the dialog remembers, their sessions and buttons. */
export const forgetTalks = async (tx: Tx, talks: readonly string[]): Promise<Erased> => {
  await sql`delete from link_codes where talk = any(${talks}::text[])`.execute(tx);
  await sql`delete from buttons where talk = any(${talks}::text[])`.execute(tx);
  await sql`delete from follow_ups where talk = any(${talks}::text[])`.execute(tx);
  await sql`delete from web_sessions where 'web:' || id = any(${talks}::text[])`.execute(tx);
  await sql`delete from lanes where lane = any(select 'talk/' || talk from unnest(${talks}::text[]) as talk)`.execute(
    tx,
  );
  const gone = await sql`delete from talks where id = any(${talks}::text[])`.execute(tx);
  return { talks: changed(gone) };
};

/** Empties files; that there was one, its kind and its size stay. */
export const eraseFiles = async (tx: Tx, ids: readonly string[]): Promise<Erased> => {
  const emptied = await sql`
    update files set content = ''::bytea, name = to_jsonb(${erasedMark}::text), sha256 = ''
    where id = any(${ids}::text[]) and name <> to_jsonb(${erasedMark}::text)`.execute(tx);
  return { files: changed(emptied) };
};

/** Ids of the files that complaints and talks hold. Asked before their words are erased. */
export const filesOf = async (
  tx: Tx,
  { talks, numbers }: { readonly talks: readonly string[]; readonly numbers: readonly string[] },
): Promise<readonly string[]> => {
  const { rows } = await sql<{ said: unknown }>`
    select data as said from events where complaint = any(${numbers}::text[])
    union all
    select body from inbox where lane = any(select 'talk/' || talk from unnest(${talks}::text[]) as talk)
    union all
    select body from web_messages where 'web:' || place = any(${talks}::text[])`.execute(tx);
  return [...new Set(rows.flatMap(({ said }) => fileIdsIn(said)))];
};

/** Ids of the files that one person gave to complaints shared with others. */
export const filesGiven = async (
  tx: Tx,
  { id, shared }: { readonly id: string; readonly shared: readonly string[] },
): Promise<readonly string[]> => {
  const { rows } = await sql<{ said: unknown }>`
    select data as said from events
    where complaint = any(${shared}::text[]) and data -> 'by' ->> 'id' = ${id}`.execute(tx);
  return [...new Set(rows.flatMap(({ said }) => fileIdsIn(said)))];
};

/** Writes down that something was erased, why and how much; a second time for the same record of a complaint changes nothing. */
export const recordErasure = async (
  tx: Tx,
  row: {
    readonly complainant: string | null;
    readonly complaint: string | null;
    readonly record: string;
    readonly cause: 'request' | 'retention';
    readonly rows: number;
    readonly at: Instant;
  },
): Promise<void> => {
  const { complainant, ...rest } = row;
  await tx
    .insertInto('erasures')
    .values({ complainant_id: complainant, ...rest })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};
