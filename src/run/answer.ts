import type { InboundMessage } from '../inbound/message.ts';
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

/** Something staff sent, with the way their transport wants the answer to go where it has one. */
type Answerable = InboundMessage & { readonly answerTo?: string };

/** What is answered; under a name of its own where it is said only once. */
type Answer = string | { readonly text: string; readonly once: string };

/** Answers what one of ours sent so that only they see it. */
export const answerSender = async (message: Answerable, given: Answer, work: Work): Promise<void> => {
  const person = senderOf(message, work);
  const answer = {
    id: typeof given === 'string' ? work.ids.next('out') : given.once,
    to: message.address,
    ...(message.route ? { route: message.route } : {}),
    locale: localeOf(person, work),
    audience: message.address.place === work.desks.manager.place ? ('manager' as const) : ('team' as const),
    voice: 'bot' as const,
    text: typeof given === 'string' ? given : given.text,
    answer: { senderId: message.from.id, ...(message.answerTo ? { to: message.answerTo } : {}) },
  };
  await queueMessages(work.tx, [answer], work.clock.now());
};
