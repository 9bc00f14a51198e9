import { hashEvent } from './complaints.ts';
import type { Tx } from './database.ts';

/** What a look over every chain found. */
export interface AuditResult {
  readonly events: number;
  readonly complaints: number;
  /** First event of each complaint whose hash is not what its content gives, or that is missing. */
  readonly broken: readonly { readonly complaint: string; readonly version: number }[];
}

const page = 1000;

/** Recomputes the hash of every event, page by page; `told` hears how many were read. */
export const verifyChains = async (tx: Tx, told: (count: number) => void): Promise<AuditResult> => {
  const broken = new Map<string, number>();
  const seen = { events: 0, complaints: 0, complaint: '', version: 0, hash: '' };
  for (;;) {
    const rows = await tx
      .selectFrom('events')
      .select(['complaint', 'version', 'data', 'hash'])
      .where((where) =>
        where(where.refTuple('complaint', 'version'), '>', where.tuple(seen.complaint, seen.version)),
      )
      .orderBy('complaint')
      .orderBy('version')
      .limit(page)
      .execute();
    for (const { complaint, version, data, hash } of rows) {
      if (complaint !== seen.complaint)
        Object.assign(seen, { complaint, version: 0, hash: '', complaints: seen.complaints + 1 });
      const whole = version === seen.version + 1 && hashEvent(seen.hash, data) === hash;
      if (!whole && !broken.has(complaint)) broken.set(complaint, version);
      Object.assign(seen, { version, hash, events: seen.events + 1 });
    }
    told(seen.events);
    if (rows.length < page) break;
  }
  const found = [...broken].map(([complaint, version]) => ({ complaint, version }));
  return { events: seen.events, complaints: seen.complaints, broken: found };
};
