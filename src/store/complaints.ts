import { sql } from 'kysely';
import type { ComplaintEvent } from '../complaint/events.ts';
import { fold } from '../complaint/evolve.ts';
import type { Complaint } from '../complaint/state.ts';
import { Fault } from '../faults.ts';
import type { Instant } from '../terms.ts';
import { hashEvent, newSalt } from './chain.ts';
import type { Tx } from './database.ts';
import { gathered } from './gather.ts';
import { personal } from './personal.ts';
import { insertRows } from './rows.ts';

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
export const reserveNumber = gathered<number, string>(async (tx, years) => {
  const { rows } = await sql<{ n: string }>`
    select nextval('complaint_number')::text as n from generate_series(1, ${years.length}::integer)`.execute(
    tx,
  );
  return years.map((year, index) => `R-${year}-${(rows[index]?.n ?? '').padStart(6, '0')}`);
});

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

/** Streams as a transaction read them, or appended to them. Where another process appends meanwhile, ours is the conflict. */
const streamsOf = new WeakMap<Tx, Map<string, Stream>>();

const remember = (tx: Tx, number: string, stream: Stream): void => {
  const known = streamsOf.get(tx) ?? new Map<string, Stream>();
  if (tx.isTransaction) streamsOf.set(tx, known.set(number, stream));
};

/** A complaint from its events; null when there is none. A transaction reads it once. */
export const findComplaint = async (tx: Tx, number: string): Promise<Stream | null> => {
  const knownStream = () => streamsOf.get(tx)?.get(number);
  const known = knownStream();
  if (known) return known;
  const read = await readStream(tx, number);
  const appended = knownStream();
  if (appended || !read) return appended ?? null;
  remember(tx, number, read);
  return read;
};

const readStream = gathered<string, Stream | null>(async (tx, numbers) => {
  const rows = await tx
    .selectFrom('events')
    .select(['complaint', 'data', 'hash'])
    .where('complaint', '=', (one) => one.fn.any(one.val([...numbers])))
    .orderBy('complaint')
    .orderBy('version')
    .execute();
  const streams = Map.groupBy(rows, ({ complaint }) => complaint);
  return numbers.map((number) => {
    const own = streams.get(number) ?? [];
    const complaint = fold(own.map(({ data }) => data));
    return complaint ? { complaint, lastHash: own.at(-1)?.hash ?? '' } : null;
  });
});

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

const eventColumns = {
  complaint: 'text',
  version: 'integer',
  type: 'text',
  at: 'timestamptz',
  data: 'jsonb',
  hash: 'text',
  salt: 'text',
} as const;

const registerColumns = {
  number: 'text',
  version: 'integer',
  stage: 'text',
  severity: 'smallint',
  urgency: 'text',
  type: 'text',
  department: 'text',
  handler: 'text',
  complainant_id: 'text',
  talk: 'text',
  received_at: 'timestamptz',
  next_due_at: 'timestamptz',
  summary: 'text',
  state: 'jsonb',
  synthetic: 'boolean',
} as const;

const redrawn = sql.join(
  Object.keys(registerColumns)
    .filter((name) => name !== 'number' && name !== 'received_at')
    .map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
);

/** Appends events and redraws the register's row. Throws Fault `stream-conflict` (retryable) when another append was first. */
export const appendEvents = gathered<Append, void>(async (tx, appends) => {
  try {
    const rows = appends.map(eventRows);
    await sql`
      with appended as (${insertRows('events', rows.flat(), eventColumns)})
      ${insertRows('complaints', appends.map(registerRow), registerColumns)}
      on conflict (number) do update set ${redrawn}`.execute(tx);
    return appends.map(({ complaint, previousHash }, index) =>
      remember(tx, complaint.number, { complaint, lastHash: rows[index]?.at(-1)?.hash ?? previousHash }),
    );
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Fault('stream-conflict', 'Another append was first', { retryable: true, cause: error });
  }
});

/** Those of the complaints that are this complainant's, oldest first. */
export const complaintsFrom = async (
  tx: Tx,
  { numbers, complainant }: { readonly numbers: readonly string[]; readonly complainant: string },
): Promise<readonly Complaint[]> => {
  if (numbers.length === 0) return [];
  const rows = await tx
    .selectFrom('complaints')
    .select('state')
    .where('number', '=', (one) => one.fn.any(one.val([...numbers])))
    .where('complainant_id', '=', complainant)
    .orderBy('received_at')
    .execute();
  return rows.map(({ state }) => state);
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
