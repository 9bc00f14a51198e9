import type { InboundMessage } from '../inbound/message.ts';
import { findByAccount, type Person } from '../policy/organisation.ts';
import { queueMessages } from '../store/outbox.ts';
import type { Locale } from '../terms.ts';
import type { Surroundings, Work } from './world.ts';

/** The person of ours who sent a message; undefined for a stranger. */
export const senderOf = (message: InboundMessage, work: Surroundings): Person | undefined =>
  findByAccount(work.organisation, message.address.channel, message.from);

/**
 * The language a person of ours is answered and asked in: theirs where the organisation file states one, else the desk's.
 *
 * @param otherwise the language of the card they pressed on, or without a card what their transport says of them
 */
export const localeOf = (person: Person | undefined, work: Surroundings, otherwise?: Locale): Locale =>
  person?.language ?? work.deskLocale ?? otherwise ?? 'zh-CN';

/** Something staff sent, with the way their transport wants the answer to go where it has one. */
type Answerable = InboundMessage & { readonly answerTo?: string };

/** What is answered, in which language; under a name of its own where it is said only once. */
interface Answer {
  readonly text: string;
  readonly locale: Locale;
  readonly once?: string;
}

/** Answers what one of ours sent so that only they see it. */
export const answerSender = async (message: Answerable, given: Answer, work: Work): Promise<void> => {
  const { text, locale, once } = given;
  const answer = {
    id: once ?? work.ids.next('out'),
    to: message.address,
    ...(message.route ? { route: message.route } : {}),
    locale,
    audience: message.address.place === work.desks.manager.place ? ('manager' as const) : ('team' as const),
    voice: 'bot' as const,
    text,
    answer: { senderId: message.from.id, ...(message.answerTo ? { to: message.answerTo } : {}) },
  };
  await queueMessages(work.tx, [answer], work.clock.now());
};
