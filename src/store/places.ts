import { sql } from 'kysely';
import type { ChannelName } from '../terms.ts';
import type { Tx } from './database.ts';

/** Renames a place everywhere something still waits for it: a group became a supergroup under a new id. */
export const movePlace = async (
  tx: Tx,
  move: { readonly channel: ChannelName; readonly from: string; readonly to: string },
): Promise<void> => {
  await sql`
    with messages as (
      update outbox set place = ${move.to}, body = jsonb_set(body, '{to,place}', to_jsonb(${move.to}::text))
      where channel = ${move.channel} and place = ${move.from} and state = 'waiting'
    )
    update threads set place = ${move.to} where channel = ${move.channel} and place = ${move.from}`.execute(
    tx,
  );
};
