import { setTimeout as wait } from 'node:timers/promises';
import { words } from '../../../adapters/telegram/words.ts';
import type { Person } from '../telegram-server/people.ts';
import type { StubFault, TelegramServer } from '../telegram-server/server.ts';
import type { StubMessage } from '../telegram-server/world.ts';
import { type Line, pick, type Said, until } from './line.ts';

type Named = readonly [string, StubFault];
const sendFaults: readonly Named[] = [
  ['429', { status: 429, description: 'Too Many Requests', parameters: { retry_after: 1 } }],
  ['500', { status: 500, description: 'Internal Server Error' }],
  ['cut before it was sent', { cut: 'before' }],
  ['cut after it was sent', { cut: 'after' }],
];
const pollFaults: readonly Named[] = [
  ['batch lost', { cut: 'after' }],
  ['502 on a poll', { status: 502, description: 'Bad Gateway' }],
];
/** Every so many faults one is of the poll: those hold up everybody. */
const pollFaultEvery = 25;
const firstId = 5000;
const deliveredWithinMs = 300_000;

const showing = (label: string) => (message: StubMessage) =>
  JSON.stringify(message.markup ?? '').includes(JSON.stringify(label));

/**
 * Telegram: it keeps what is not confirmed and gives it again.
 *
 * @param webhook where it delivers; absent: the product polls
 */
export const telegramLine = (
  server: TelegramServer,
  webhook?: { readonly url: string; readonly secret: string },
): Line => {
  const people: Person[] = [];
  const kept = new Map<string, StubMessage>();
  let disturbances = 0;
  const personOf = (person: number): Person => {
    const found = people[person];
    if (!found) throw new Error(`Nobody has the number ${person}`);
    return found;
  };
  const extras = new Set(Object.values(words).map(({ phoneByKey }) => phoneByKey));
  const keyOf = ({ person, turn }: Said): string => `${person}/${turn}`;
  /** Also waits for what stands in the queue a second time. */
  const delivered = (id: number | undefined): Promise<void> =>
    until(
      'the update is confirmed',
      () => !server.queue.waiting.some(({ update_id }) => update_id === id),
      deliveredWithinMs,
    );
  return {
    env: {
      TELEGRAM_BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.apiRoot,
      ...(webhook ? { TELEGRAM_WEBHOOK_URL: webhook.url, TELEGRAM_WEBHOOK_SECRET: webhook.secret } : {}),
    },
    swaps: false,
    place: (person) => String(firstId + person),
    async open(count) {
      for (let person = 0; person < count; person += 1)
        people.push(server.person({ id: firstId + person, first_name: `P${person}`, language_code: 'en' }));
    },
    async deliver(said, again = false) {
      kept.set(keyOf(said), personOf(said.person).say(said.text));
      const update = server.queue.waiting.at(-1);
      if (update && again) server.queue.put({ ...update });
      await delivered(update?.update_id);
    },
    async change(said) {
      const message = kept.get(keyOf(said));
      if (!message) throw new Error(`Nothing was said as ${keyOf(said)}`);
      personOf(said.person).edit(message, said.text);
      await delivered(server.queue.waiting.at(-1)?.update_id);
    },
    async press(person, label) {
      const message = personOf(person).received.findLast(showing(label));
      if (!message) return false;
      personOf(person).press(message, label);
      await delivered(server.queue.waiting.at(-1)?.update_id);
      return true;
    },
    disturb(chance) {
      disturbances += 1;
      const isPoll = webhook === undefined && disturbances % pollFaultEvery === 0;
      const [name, fault] = pick(isPoll ? pollFaults : sendFaults, chance);
      server.fail(isPoll ? 'getUpdates' : 'sendMessage', fault);
      return name;
    },
    async midAnswer() {
      const before = server.callsOf('sendMessage').length;
      const answering = (): boolean => server.callsOf('sendMessage').length > before + 3;
      for (let tries = 0; tries < 500 && !answering(); tries += 1) await wait(20);
    },
    heard: async (person) =>
      personOf(person)
        .received.filter(({ text }) => !extras.has(text))
        .map(({ text }) => ({ text })),
    close: () => server.close(),
  };
};
