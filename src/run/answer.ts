import type { CommandArrival, InboundMessage, PressArrival } from '../inbound/message.ts';
import { findByAccount, type Person } from '../policy/organisation.ts';
import type { Tx } from '../store/database.ts';
import { queueMessages } from '../store/outbox.ts';
import type { Locale } from '../terms.ts';
import type { World } from './world.ts';

/** The person of ours who sent a message; undefined for a stranger. */
export const senderOf = (message: InboundMessage, world: World): Person | undefined =>
  findByAccount(world.organisation, message.address.channel, message.from.id);

/** The language a person of ours is answered in. */
export const localeOf = (person: Person | undefined, world: World): Locale =>
  world.deskLocale ?? person?.language ?? 'zh-CN';

/** Answers one press or command so that only its sender sees it. */
export const answerSender = async (
  tx: Tx,
  message: PressArrival | CommandArrival,
  text: string,
  world: World,
): Promise<void> => {
  const person = senderOf(message, world);
  const answer = {
    id: world.ids.next('out'),
    to: message.address,
    ...(message.route ? { route: message.route } : {}),
    locale: localeOf(person, world),
    audience: message.address.place === world.desks.manager.place ? ('manager' as const) : ('team' as const),
    voice: 'bot' as const,
    text,
    answer: { senderId: message.from.id, ...(message.answerTo ? { to: message.answerTo } : {}) },
  };
  await queueMessages(tx, [answer], world.clock.now());
};
