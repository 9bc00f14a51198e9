import { sayNotice } from '../dialog/script/notice.ts';
import { queueMessages } from '../store/outbox.ts';
import type { Work } from './world.ts';

/** Tells the team, outside any complaint's thread, what needs a person's eye. */
export const tellTeam = async (
  key: Parameters<typeof sayNotice>[1],
  values: Readonly<Record<string, string | number>>,
  work: Work,
): Promise<void> => {
  const locale = work.deskLocale ?? 'zh-CN';
  const message = {
    id: work.ids.next('out'),
    to: work.desks.team,
    locale,
    audience: 'team' as const,
    voice: 'bot' as const,
    text: sayNotice(locale, key, values),
    severity: 2 as const,
  };
  await queueMessages(work.tx, [message], work.clock.now());
};
