import { sayNotice } from '../dialog/script/notice.ts';
import type { Tx } from '../store/database.ts';
import { queueMessages } from '../store/outbox.ts';
import type { World } from './world.ts';

/** Tells the team, outside any complaint's thread, what needs a person's eye. */
export const tellTeam = async (
  tx: Tx,
  key: Parameters<typeof sayNotice>[1],
  values: Readonly<Record<string, string | number>>,
  world: World,
): Promise<void> => {
  const locale = world.deskLocale ?? 'zh-CN';
  const message = {
    id: world.ids.next('out'),
    to: world.desks.team,
    locale,
    audience: 'team' as const,
    voice: 'bot' as const,
    text: sayNotice(locale, key, values),
    severity: 2 as const,
  };
  await queueMessages(tx, [message], world.clock.now());
};
