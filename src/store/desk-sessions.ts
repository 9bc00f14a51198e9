import { createHash } from 'node:crypto';
import type { Instant } from '../terms.ts';
import type { Tx } from './database.ts';

const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Opens a session at the workbench and forgets those that ended; only the token's hash is kept. */
export const saveDeskSession = async (
  tx: Tx,
  session: {
    readonly token: string;
    readonly person: string;
    readonly now: Instant;
    readonly endsAt: Instant;
  },
): Promise<void> => {
  const { token, person, now, endsAt } = session;
  await tx
    .with('ended', (db) => db.deleteFrom('desk_sessions').where('ends_at', '<=', now))
    .insertInto('desk_sessions')
    .values({ token_hash: hashToken(token), person, ends_at: endsAt })
    .execute();
};

/** Id of the person a token belongs to; null when there is none or it has ended. */
export const findDeskSession = async (tx: Tx, token: string, now: Instant): Promise<string | null> => {
  const row = await tx
    .selectFrom('desk_sessions')
    .select('person')
    .where('token_hash', '=', hashToken(token))
    .where('ends_at', '>', now)
    .executeTakeFirst();
  return row?.person ?? null;
};

/** Ends a session; nothing when there is none. */
export const deleteDeskSession = async (tx: Tx, token: string): Promise<void> => {
  await tx.deleteFrom('desk_sessions').where('token_hash', '=', hashToken(token)).execute();
};
