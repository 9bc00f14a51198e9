import { sql } from 'kysely';
import { othersIn } from '../complaint/evolve/parties.ts';
import { type Complaint, isClosed } from '../complaint/state.ts';
import type { Instant } from '../terms.ts';
import { complaintsSince } from './complaints.ts';
import type { Tx } from './database.ts';
import {
  type Erased,
  eraseComplaints,
  eraseDesk,
  eraseFiles,
  eraseTranscripts,
  filesGiven,
  filesOf,
  forgetTalks,
  recordErasure,
} from './erasure.ts';
import { type FollowUpRow, planFollowUps } from './follow-ups.ts';
import { eraseShared, exportShared, findShared, type LeftIn, type Whom } from './shared.ts';
import { everyTalk } from './talks.ts';

/** One person as far as we know them: ids of their talks and numbers of complaints. */
export interface Person {
  readonly id: string;
  readonly talks: readonly string[];
  readonly numbers: readonly string[];
  /** Files with others in them, whose words stay: those they speak or once spoke for, and those they joined (IN-13). */
  readonly shared: readonly string[];
}

/** Why a person's data stays: a legal hold, or a complaint that is still open. */
export type ErasureRefusal =
  | { readonly reason: 'legal-hold'; readonly detail: string }
  | { readonly reason: 'open-complaint'; readonly detail: string };

/** Digits that are the same number with or without its country: at least this many must agree. */
const phoneDigits = 8;

const digitsOf = (text = ''): string => text.replaceAll(/\D/g, '');

/** Phone numbers may be sealed, so they are looked for here and not by the database: everything is read once, page by page. */
const peopleByPhone = async (tx: Tx, phone: string): Promise<readonly string[]> => {
  const found: string[] = [];
  for await (const { complainant, details, parties } of complaintsSince(tx, null)) {
    if (digitsOf(complainant.phone ?? details.phone).endsWith(phone)) found.push(complainant.id);
    for (const party of parties)
      if (party.joined && digitsOf(party.phone).endsWith(phone)) found.push(party.joined.id);
  }
  for await (const { complainantId, dialog } of everyTalk(tx))
    if (digitsOf(dialog.intake?.details.phone).endsWith(phone)) found.push(complainantId);
  return found;
};

/**
 * Ids of the complainants that something names: our id, a talk, a place on a transport, a complaint's number or a phone number.
 * Empty when nobody; several when one number was given by several.
 */
export const findPeople = async (tx: Tx, asked: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from complainants where id = ${asked}
    union select complainant_id from talks where id = ${asked} or place = ${asked}
    union select complainant_id from complaints where number = upper(${asked})`.execute(tx);
  const digits = /^[\d\s()+.-]+$/.test(asked) ? digitsOf(asked) : '';
  const callers = digits.length >= phoneDigits ? await peopleByPhone(tx, digits.slice(-11)) : [];
  return [...new Set([...rows.map(({ id }) => id), ...callers])].sort();
};

/** A person's talks and complaints, also those filed in a talk that was linked to them later, and files they share with others. */
export const readPerson = async (tx: Tx, id: string): Promise<Person> => {
  const talks = await tx
    .selectFrom('talks')
    .select('id')
    .where('complainant_id', '=', id)
    .orderBy('id')
    .execute();
  const ids = talks.map((talk) => talk.id);
  const { rows } = await sql<{ number: string; state: Complaint }>`
    select number, state from complaints where complainant_id = ${id} or talk = any(${ids}::text[]) order by number`.execute(
    tx,
  );
  const numbersOf = (several: boolean): readonly string[] =>
    rows.flatMap(({ number, state }) => (othersIn(state).length > 0 === several ? [number] : []));
  const joined = await findShared(tx, { id, numbers: rows.map(({ number }) => number) });
  return { id, talks: ids, numbers: numbersOf(false), shared: [...numbersOf(true), ...joined].sort() };
};

const everyFile = async (tx: Tx, person: Person): Promise<readonly string[]> => [
  ...(await filesOf(tx, person)),
  ...(await filesGiven(tx, person)),
];

const rowsOf = async (tx: Tx, { talks, numbers }: Person) => {
  const events = await sql`
    select complaint, version, type, at, data from events where complaint = any(${numbers}::text[])
    order by complaint, version`.execute(tx);
  const arrivals = await sql`
    select key, arrived_at, state, body from inbox
    where lane = any(select 'talk/' || talk from unnest(${talks}::text[]) as talk) order by seq`.execute(tx);
  const messages = await sql`
    select id, channel, state, queued_at, sent_at, body from outbox
    where body ->> 'audience' = 'complainant'
      and (complaint = any(${numbers}::text[]) or channel || ':' || place = any(${talks}::text[])) order by seq`.execute(
    tx,
  );
  const lines = await sql`
    select id, sender, at, body from web_messages where 'web:' || place = any(${talks}::text[]) order by cursor`.execute(
    tx,
  );
  return { events: events.rows, arrivals: arrivals.rows, messages: messages.rows, lines: lines.rows };
};

/** Everything we hold of one person (AD-3): for them, after somebody has looked through it for what concerns others. */
export const exportPerson = async (tx: Tx, id: string): Promise<Readonly<Record<string, unknown>>> => {
  const person = await readPerson(tx, id);
  const complainant = await tx.selectFrom('complainants').selectAll().where('id', '=', id).executeTakeFirst();
  const talks = await tx
    .selectFrom('talks')
    .selectAll()
    .where('complainant_id', '=', id)
    .orderBy('id')
    .execute();
  const complaints = await sql<{ number: string; state: unknown }>`
    select number, received_at, stage, severity, type, summary, state from complaints
    where number = any(${person.numbers}::text[]) order by number`.execute(tx);
  const files = await sql`
    select id, name, media_type, bytes, sha256, stored_at from files
    where id = any(${await everyFile(tx, person)}::text[]) order by id`.execute(tx);
  const hold = await findHold(tx, id);
  const shared: unknown[] = [];
  for (const number of person.shared) shared.push(await exportShared(tx, number, person));
  return {
    complainant: complainant ?? { id },
    talks,
    complaints: complaints.rows,
    ...(await rowsOf(tx, person)),
    shared,
    files: files.rows,
    legalHold: hold,
  };
};

/** The legal hold on a person's records; null when there is none. */
export const findHold = async (
  tx: Tx,
  id: string,
): Promise<{ readonly reason: string; readonly placedAt: Instant } | null> => {
  const row = await tx
    .selectFrom('legal_holds')
    .selectAll()
    .where('complainant_id', '=', id)
    .executeTakeFirst();
  return row ? { reason: row.reason, placedAt: row.placed_at } : null;
};

/** Puts a person's records under a legal hold, or changes its reason. */
export const placeHold = async (
  tx: Tx,
  hold: { readonly id: string; readonly reason: string; readonly at: Instant },
): Promise<void> => {
  const { id, reason, at } = hold;
  await tx
    .insertInto('legal_holds')
    .values({ complainant_id: id, reason, placed_at: at })
    .onConflict((conflict) => conflict.column('complainant_id').doUpdateSet({ reason }))
    .execute();
};

/** Lifts a legal hold; false when there was none. */
export const liftHold = async (tx: Tx, id: string): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('legal_holds')
    .where('complainant_id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};

/** A hold on a file's complainant holds what the others said in it too. */
const refusalOf = async (tx: Tx, { id, numbers, shared }: Person): Promise<ErasureRefusal | null> => {
  const { rows } = await sql<{
    number: string;
    complainant: string;
    state: Parameters<typeof isClosed>[0];
  }>`
    select number, complainant_id as complainant, state from complaints
    where number = any(${[...numbers, ...shared]}::text[]) order by number for update`.execute(tx);
  for (const held of [id, ...rows.map(({ complainant }) => complainant)]) {
    const hold = await findHold(tx, held);
    if (hold) return { reason: 'legal-hold', detail: hold.reason };
  }
  const open = rows.filter(({ state }) => !isClosed(state)).map(({ number }) => number);
  return open.length > 0 ? { reason: 'open-complaint', detail: open.join(', ') } : null;
};

/** The card says who speaks for the others now; a running process draws it. */
const redrawnSoon =
  (at: Instant) =>
  (number: string): FollowUpRow => ({
    key: `${number}/redraw`,
    complaint: number,
    talk: null,
    command: { type: 'Redraw' },
    dueAt: at,
  });

/** What the desk saw of a shared file is emptied whole: cards and notices quote them all. */
const eraseAllShared = async (
  tx: Tx,
  shared: readonly string[],
  whom: Whom & { readonly at: Instant },
): Promise<{ readonly erased: Erased; readonly left: readonly LeftIn[] }> => {
  if (shared.length === 0) return { erased: {}, left: [] };
  let events = 0;
  const left: LeftIn[] = [];
  for (const number of shared) {
    const one = await eraseShared(tx, number, whom);
    events += one.events;
    left.push(...one.left);
  }
  const sharedDesk = await eraseDesk(tx, shared);
  await planFollowUps(tx, shared.map(redrawnSoon(whom.at)), whom.at);
  return { erased: { sharedEvents: events, sharedDesk }, left };
};

/**
 * Takes everything personal of one person out of every table, in the caller's transaction, and keeps the figures (AD-3).
 * Refused while a complaint of theirs is open or a legal hold stands: what is gone cannot be used to put things right.
 * Their talks are locked first, so that no turn writes their words back. Of files that are others' only what is theirs goes;
 * what the others said of them stays, and is named.
 */
export const erasePerson = async (
  tx: Tx,
  { id, at }: { readonly id: string; readonly at: Instant },
): Promise<
  { readonly refused: ErasureRefusal } | { readonly erased: Erased; readonly left: readonly LeftIn[] }
> => {
  const person = await readPerson(tx, id);
  const { talks, numbers, shared } = person;
  await sql`select lane from lanes where lane = any(select 'talk/' || talk from unnest(${talks}::text[]) as talk) order by lane for update`.execute(
    tx,
  );
  const refused = await refusalOf(tx, person);
  if (refused) return { refused };
  const files = await eraseFiles(tx, await everyFile(tx, person));
  const words = await eraseTranscripts(tx, { talks, numbers });
  const ofOthers = await eraseAllShared(tx, shared, { id, talks, at });
  const erased = {
    ...(await eraseComplaints(tx, numbers)),
    ...words,
    ...files,
    ...(await forgetTalks(tx, talks)),
    ...ofOthers.erased,
  };
  await tx
    .updateTable('complainants')
    .set({ name: null, phone: null, email: null })
    .where('id', '=', id)
    .execute();
  const rows = Object.values(erased).reduce((sum, count) => sum + count, 0);
  await recordErasure(tx, { complainant: id, complaint: null, record: 'person', cause: 'request', rows, at });
  return { erased, left: ofOthers.left };
};
