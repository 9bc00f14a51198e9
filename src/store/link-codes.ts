import type { Instant } from '../terms.ts';
import type { Tx } from './database.ts';

/** Keeps a code by which the person of a talk may link another. */
export const saveLinkCode = async (
  tx: Tx,
  row: { readonly code: string; readonly talk: string; readonly expiresAt: Instant },
): Promise<void> => {
  await tx
    .insertInto('link_codes')
    .values({ code: row.code, talk: row.talk, expires_at: row.expiresAt })
    .execute();
};

/** Uses a code up: the talk it was given in; null when it is unknown, used or expired. */
export const useLinkCode = async (tx: Tx, code: string, now: Instant): Promise<string | null> => {
  const row = await tx
    .deleteFrom('link_codes')
    .where('code', '=', code)
    .where('expires_at', '>', now)
    .returning('talk')
    .executeTakeFirst();
  return row?.talk ?? null;
};
