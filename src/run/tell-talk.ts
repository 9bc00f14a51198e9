import type { Talk } from '../dialog/talk.ts';
import { queueMessages } from '../store/outbox.ts';
import type { Work } from './world.ts';

/** One line of ours in a talk, outside the dialog's own turns. */
export const tell = async (talk: Talk, text: string, work: Work): Promise<void> => {
  const message = {
    id: work.ids.next('out'),
    to: talk.address,
    ...(talk.route ? { route: talk.route } : {}),
    locale: talk.locale ?? ('zh-CN' as const),
    audience: 'complainant' as const,
    voice: 'bot' as const,
    text,
  };
  await queueMessages(work.tx, [message], work.clock.now());
};
