import type { CommandArrival, InboundMessage, PressArrival } from '../inbound/message.ts';
import { findByAccount, type Person } from '../policy/organisation.ts';
import { queueMessages } from '../store/outbox.ts';
import type { Locale } from '../terms.ts';
import type { Surroundings, Work } from './world.ts';

/** The person of ours who sent a message; undefined for a stranger. */
export const senderOf = (message: InboundMessage, work: Surroundings): Person | undefined =>
  findByAccount(work.organisation, message.address.channel, message.from.id);

/** The language a person of ours is answered in. */
export const localeOf = (person: Person | undefined, work: Surroundings): Locale =>
  work.deskLocale ?? person?.language ?? 'zh-CN';

/** Answers one press or command so that only its sender sees it. */
export const answerSender = async (
  message: PressArrival | CommandArrival,
  text: string,
  work: Work,
): Promise<void> => {
  const person = senderOf(message, work);
  const answer = {
    id: work.ids.next('out'),
    to: message.address,
    ...(message.route ? { route: message.route } : {}),
    locale: localeOf(person, work),
    audience: message.address.place === work.desks.manager.place ? ('manager' as const) : ('team' as const),
    voice: 'bot' as const,
    text,
    answer: { senderId: message.from.id, ...(message.answerTo ? { to: message.answerTo } : {}) },
  };
  await queueMessages(work.tx, [answer], work.clock.now());
};
