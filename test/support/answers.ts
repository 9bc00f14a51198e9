import type { World } from '../../src/run/world.ts';
import type { ChannelName } from '../../src/terms.ts';
import { accountOn } from './accounts.ts';

/** Every answer that went out to one of the staff alone, oldest first, whatever transport took it. */
export const answersTo = async (
  world: World,
  channel: ChannelName,
  staff: string,
): Promise<readonly string[]> => {
  const rows = await world.db
    .selectFrom('outbox')
    .select('body')
    .where('state', '=', 'sent')
    .orderBy('seq')
    .execute();
  return rows.flatMap(({ body }) => (body.answer?.senderId === accountOn(channel, staff) ? [body.text] : []));
};
