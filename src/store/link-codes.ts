import type { TalkCode } from '../dialog/talk.ts';
import type { Instant } from '../terms.ts';
import type { Tx } from './database.ts';

/** A code on its way into the database. */
export interface KeptCode extends TalkCode {
  readonly talk: string;
  /** The complaint a code to join opens; a person's own code opens whatever their talk is about. */
  readonly complaint: string | null;
  readonly expiresAt: Instant;
}

/** Keeps a code that opens a talk's complaint elsewhere: to the same person, or to those who complain with them. */
export const saveLinkCode = async (tx: Tx, kept: KeptCode): Promise<void> => {
  const { expiresAt, ...row } = kept;
  await tx
    .insertInto('link_codes')
    .values({ ...row, expires_at: expiresAt })
    .execute();
};

/** The complaint a code lets others join, as often as they like; null when it is unknown, expired or one person's own. */
export const findJoinCode = async (tx: Tx, code: string, now: Instant): Promise<string | null> => {
  const row = await tx
    .selectFrom('link_codes')
    .select('complaint')
    .where('code', '=', code)
    .where('kind', '=', 'join')
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.complaint ?? null;
};

/** Uses a person's own code up: the talk it was given in; null when it is unknown, used or expired. */
export const useLinkCode = async (tx: Tx, code: string, now: Instant): Promise<string | null> => {
  const row = await tx
    .deleteFrom('link_codes')
    .where('code', '=', code)
    .where('kind', '=', 'person')
    .where('expires_at', '>', now)
    .returning('talk')
    .executeTakeFirst();
  return row?.talk ?? null;
};

/** Forgets codes that no longer open anything, used or not; gives how many. */
export const dropExpiredCodes = async (tx: Tx, now: Instant): Promise<number> => {
  const { numDeletedRows } = await tx
    .deleteFrom('link_codes')
    .where('expires_at', '<=', now)
    .executeTakeFirst();
  return Number(numDeletedRows);
};
