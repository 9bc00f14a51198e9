import { sql } from 'kysely';
import type { ComplaintEvent } from '../complaint/events.ts';
import { fold } from '../complaint/evolve.ts';
import type { Complaint } from '../complaint/state.ts';
import { Fault } from '../faults.ts';
import type { Instant } from '../terms.ts';
import { hashEvent, newSalt } from './chain.ts';
import type { Tx } from './database.ts';
import { personal } from './personal.ts';

/** One append to a complaint's stream, with what the register shows of it afterwards. */
export interface Append {
  readonly complaint: Complaint;
  readonly events: readonly ComplaintEvent[];
  /** Version before the append: 0 for a new complaint. */
  readonly expectedVersion: number;
  /** Hash of the last event before; '' for a new complaint. */
  readonly previousHash: string;
  readonly nextDueAt: Instant | null;
  readonly synthetic: boolean;
}

/** A stream as read: the complaint as it is now and the hash the next event chains to. */
export interface Stream {
  readonly complaint: Complaint;
  readonly lastHash: string;
}

/** Reserves a complaint number, `R-2026-000042`. Numbers never repeat; one that is not used leaves a gap. */
export const reserveNumber = async (tx: Tx, year: number): Promise<string> => {
  const { rows } = await sql<{ n: string }>`select nextval('complaint_number')::text as n`.execute(tx);
  return `R-${year}-${(rows[0]?.n ?? '').padStart(6, '0')}`;
};

/** Every event of a complaint, oldest first; empty when there is none. */
export const readEvents = async (tx: Tx, number: string): Promise<readonly ComplaintEvent[]> => {
  const rows = await tx
    .selectFrom('events')
    .select('data')
    .where('complaint', '=', number)
    .orderBy('version')
    .execute();
  return rows.map(({ data }) => data);
};

/** A complaint from its events; null when there is none. */
export const findComplaint = async (tx: Tx, number: string): Promise<Stream | null> => {
  const rows = await tx
    .selectFrom('events')
    .select(['data', 'hash'])
    .where('complaint', '=', number)
    .orderBy('version')
    .execute();
  const complaint = fold(rows.map(({ data }) => data));
  return complaint ? { complaint, lastHash: rows.at(-1)?.hash ?? '' } : null;
};

const eventRows = ({ complaint, events, expectedVersion, previousHash }: Append) => {
  let hash = previousHash;
  return events.map((event, index) => {
    const salt = newSalt();
    hash = hashEvent(hash, event, { salt, erased: null });
    return {
      complaint: complaint.number,
      version: expectedVersion + index + 1,
      type: event.type,
      at: event.at,
      data: personal('events', event),
      hash,
      salt,
      erased: null,
    };
  });
};

const registerRow = ({ complaint, nextDueAt, synthetic }: Append) => ({
  number: complaint.number,
  version: complaint.version,
  stage: complaint.stage,
  severity: complaint.severity,
  urgency: complaint.assessment.urgency,
  type: complaint.assessment.type,
  department: complaint.assessment.department,
  handler: complaint.handler,
  complainant_id: complaint.complainant.id,
  talk: complaint.contact?.conversation ?? null,
  received_at: complaint.timeline.receivedAt,
  next_due_at: nextDueAt,
  summary: complaint.summary,
  state: personal('complaints', complaint),
  synthetic,
});

const isUniqueViolation = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23505';

/** Appends events and redraws the register's row. Throws Fault `stream-conflict` (retryable) when another append was first. */
export const appendEvents = async (tx: Tx, append: Append): Promise<void> => {
  const row = registerRow(append);
  const { number: _number, received_at: _receivedAt, ...changing } = row;
  try {
    await tx
      .with('appended', (db) => db.insertInto('events').values(eventRows(append)).returning('version'))
      .insertInto('complaints')
      .values(row)
      .onConflict((conflict) => conflict.column('number').doUpdateSet(changing))
      .execute();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Fault('stream-conflict', 'Another append was first', { retryable: true, cause: error });
  }
};

/** A complaint and the next date that must be kept. */
interface Pressing {
  readonly complaint: Complaint;
  readonly nextDueAt: Instant | null;
}

const openComplaints = async (tx: Tx, handler: string | null): Promise<readonly Pressing[]> => {
  const rows = await tx
    .selectFrom('complaints')
    .select(['state', 'next_due_at'])
    .where('handler', handler === null ? 'is' : '=', handler)
    .where('stage', 'not in', ['archived', 'declined', 'withdrawn', 'merged'])
    .orderBy('severity')
    .orderBy('next_due_at')
    .limit(50)
    .execute();
  return rows.map(({ state, next_due_at }) => ({ complaint: state, nextDueAt: next_due_at }));
};

/** Complaints a handler holds that are not shut, most pressing first; at most 50. */
export const complaintsOf = (tx: Tx, handler: string): Promise<readonly Pressing[]> =>
  openComplaints(tx, handler);

/** Open complaints that nobody holds, most pressing first; at most 50. */
export const unclaimedComplaints = (tx: Tx): Promise<readonly Pressing[]> => openComplaints(tx, null);

/** Complaints whose number or summary holds the words, newest first; at most 20. */
export const searchComplaints = async (tx: Tx, words: string): Promise<readonly Complaint[]> => {
  const pattern = `%${words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const rows = await tx
    .selectFrom('complaints')
    .select('state')
    .where((where) => where.or([where('number', 'ilike', pattern), where('summary', 'ilike', pattern)]))
    .orderBy('received_at', 'desc')
    .limit(20)
    .execute();
  return rows.map(({ state }) => state);
};

const page = 500;

/** Every complaint received since an instant, oldest first, read page by page; all of them when none is given. */
export async function* complaintsSince(tx: Tx, since: Instant | null): AsyncGenerator<Complaint> {
  let after = { received_at: since ?? '1970-01-01T00:00:00.000Z', number: '' };
  for (;;) {
    const rows = await tx
      .selectFrom('complaints')
      .select(['number', 'received_at', 'state'])
      .where((where) =>
        where(where.refTuple('received_at', 'number'), '>', where.tuple(after.received_at, after.number)),
      )
      .orderBy('received_at')
      .orderBy('number')
      .limit(page)
      .execute();
    for (const { state } of rows) yield state;
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    after = last;
  }
}
