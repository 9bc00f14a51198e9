import { sql } from 'kysely';
import type { Instant } from '../terms.ts';
import { erasedMark } from './chain.ts';
import type { Tx } from './database.ts';
import {
  type Erased,
  eraseComplaints,
  eraseFiles,
  eraseTranscripts,
  filesOf,
  forgetTalks,
} from './erasure.ts';

/** A file that is shut, nobody's legal hold on it. */
export interface Shut {
  readonly number: string;
  readonly complainantId: string;
  readonly pack: string;
  /** When anything last happened to it, besides what only watches a shut file. */
  readonly shutAt: Instant;
  /** Records of it that were erased before. */
  readonly erased: readonly string[];
}

const page = 200;

/** Shut complaints in which nothing has happened since an instant, by number, a page at a time. */
export const readShut = async (
  tx: Tx,
  { before, after }: { readonly before: Instant; readonly after: string },
): Promise<readonly Shut[]> => {
  const { rows } = await sql<Shut>`
    select number, complainant_id as "complainantId", state ->> 'pack' as pack, last.at as "shutAt",
      coalesce((select array_agg(record) from erasures where complaint = number), '{}') as erased
    from complaints cross join lateral (
      select max(at) as at from events
      where complaint = number and type not in ('PartyForgotten', 'ResponsibilityPassed')
    ) as last
    where number > ${after} and stage in ('archived', 'declined', 'withdrawn', 'merged') and last.at <= ${before}
      and not exists (select from legal_holds where legal_holds.complainant_id = complaints.complainant_id)
    order by number limit ${page}`.execute(tx);
  return rows;
};

/** Talks silent since an instant whose complainant has neither an open complaint nor a legal hold; oldest first, a page. */
export const readSilentTalks = async (
  tx: Tx,
  before: Instant,
): Promise<readonly { readonly id: string }[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from talks
    where updated_at <= ${before}
      and not exists (select from legal_holds where legal_holds.complainant_id = talks.complainant_id)
      and not exists (
        select from complaints
        where (complaints.complainant_id = talks.complainant_id or complaints.talk = talks.id or complaints.number = talks.complaint)
          and stage not in ('archived', 'declined', 'withdrawn', 'merged'))
    order by updated_at limit ${page}`.execute(tx);
  return rows;
};

const total = (...erased: readonly Erased[]): number =>
  erased.flatMap((one) => Object.values(one)).reduce((sum, count) => sum + count, 0);

/** Erases what a talk holds and the talk; gives the number of rows. Locks it first, so that no turn writes it back. */
export const eraseTalk = async (tx: Tx, talk: string): Promise<number> => {
  await sql`select lane from lanes where lane = 'talk/' || ${talk}::text for update`.execute(tx);
  const whole = { talks: [talk], numbers: [] };
  const files = await eraseFiles(tx, await filesOf(tx, whole));
  return total(files, await eraseTranscripts(tx, whole), await forgetTalks(tx, [talk]));
};

const dropDeliveries = async (tx: Tx, number: string): Promise<Erased> => {
  const messages = await sql`
    delete from outbox where complaint = ${number} and state <> 'waiting' and body ->> 'audience' <> 'complainant'`.execute(
    tx,
  );
  const dates = await sql`delete from follow_ups where complaint = ${number} and state <> 'waiting'`.execute(
    tx,
  );
  return { messages: Number(messages.numAffectedRows ?? 0n), dates: Number(dates.numAffectedRows ?? 0n) };
};

/** The register's row with its figures stays; a history with words in it does too. */
const dropHistory = async (tx: Tx, number: string): Promise<Erased> => {
  const events = await sql`
    delete from events where complaint = ${number}
      and exists (select from complaints where number = ${number} and summary in ('', ${erasedMark}))`.execute(
    tx,
  );
  return { events: Number(events.numAffectedRows ?? 0n) };
};

const erasers: Readonly<Record<string, (tx: Tx, number: string) => Promise<Erased>>> = {
  file: async (tx, number) => eraseFiles(tx, await filesOf(tx, { talks: [], numbers: [number] })),
  transcript: (tx, number) => eraseTranscripts(tx, { talks: [], numbers: [number] }),
  delivery: dropDeliveries,
  complaint: (tx, number) => eraseComplaints(tx, [number]),
  audit: dropHistory,
};

/** Erases one kind of record of a complaint; gives the number of rows. */
export const eraseRecord = async (tx: Tx, record: string, number: string): Promise<number> =>
  total((await erasers[record]?.(tx, number)) ?? {});
