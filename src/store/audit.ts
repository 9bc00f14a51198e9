import { isFault } from '../faults.ts';
import { hashEvent, isUnproven } from './chain.ts';
import type { Tx } from './database.ts';

/** What a look over every chain found. */
export interface AuditResult {
  readonly events: number;
  readonly complaints: number;
  /** Events whose personal words were erased; the chain still proves the rest of them. */
  readonly erased: number;
  /** Erased events of before the words had hashes of their own: their place in the chain is known, their content is not. */
  readonly unproven: number;
  /** First event of each complaint whose hash is not what its content gives, or that is missing. */
  readonly broken: readonly { readonly complaint: string; readonly version: number }[];
}

const page = 1000;

type Place = { readonly complaint: string; readonly version: number };

const after = (tx: Tx, { complaint, version }: Place, limit: number) =>
  tx
    .selectFrom('events')
    .where((where) => where(where.refTuple('complaint', 'version'), '>', where.tuple(complaint, version)))
    .orderBy('complaint')
    .orderBy('version')
    .limit(limit);

const columns = ['complaint', 'version', 'data', 'hash', 'salt', 'erased'] as const;

/** One by one, where a page cannot be read: `data` is null of an event whose seal was broken. */
const readOneByOne = async (tx: Tx, place: Place) => {
  const places = await after(tx, place, page).select(['complaint', 'version', 'hash']).execute();
  return Promise.all(
    places.map(async ({ complaint, version, hash }) => {
      const one = tx.selectFrom('events').select(columns);
      const found = one.where('complaint', '=', complaint).where('version', '=', version);
      return found.executeTakeFirstOrThrow().catch((error: unknown) => {
        if (isFault(error)) throw error;
        return { complaint, version, data: null, hash, salt: null, erased: null };
      });
    }),
  );
};

const readAfter = (tx: Tx, place: Place) =>
  after(tx, place, page)
    .select(columns)
    .execute()
    .catch((error: unknown) => {
      if (isFault(error)) throw error;
      return readOneByOne(tx, place);
    });

/** Recomputes the hash of every event, page by page; `told` hears how many were read. */
export const verifyChains = async (tx: Tx, told: (count: number) => void): Promise<AuditResult> => {
  const broken = new Map<string, number>();
  const seen = { events: 0, complaints: 0, erased: 0, unproven: 0, complaint: '', version: 0, hash: '' };
  for (;;) {
    const rows = await readAfter(tx, seen);
    for (const { complaint, version, data, hash, salt, erased } of rows) {
      if (complaint !== seen.complaint)
        Object.assign(seen, { complaint, version: 0, hash: '', complaints: seen.complaints + 1 });
      const unproven = isUnproven({ salt, erased });
      const holds = data !== null && hashEvent(seen.hash, data, { salt, erased }) === hash;
      const whole = version === seen.version + 1 && (unproven || holds);
      seen.erased += erased ? 1 : 0;
      seen.unproven += unproven ? 1 : 0;
      if (!whole && !broken.has(complaint)) broken.set(complaint, version);
      Object.assign(seen, { version, hash, events: seen.events + 1 });
    }
    told(seen.events);
    if (rows.length < page) break;
  }
  const found = [...broken].map(([complaint, version]) => ({ complaint, version }));
  const { events, complaints, erased, unproven } = seen;
  return { events, complaints, erased, unproven, broken: found };
};
