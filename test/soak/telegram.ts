import { setTimeout as wait } from 'node:timers/promises';
import { words } from '../../adapters/telegram/words.ts';
import type { Person } from '../support/telegram-server/people.ts';
import { type StubFault, TelegramServer } from '../support/telegram-server/server.ts';
import { pick, type SoakLine, until } from './line.ts';

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

/** Telegram by long polling: it keeps what is not confirmed and gives it again. */
export const telegramLine = async (): Promise<SoakLine> => {
  const server = await new TelegramServer().start();
  const people: Person[] = [];
  let disturbances = 0;
  const personOf = (person: number): Person => {
    const found = people[person];
    if (!found) throw new Error(`Nobody has the number ${person}`);
    return found;
  };
  const extras = new Set(Object.values(words).map(({ phoneByKey }) => phoneByKey));
  return {
    env: { TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.apiRoot },
    swaps: false,
    place: (person) => String(firstId + person),
    async open(count) {
      for (let person = 0; person < count; person += 1)
        people.push(server.person({ id: firstId + person, first_name: `P${person}`, language_code: 'en' }));
    },
    async deliver({ person, turn, text }) {
      personOf(person).say(text);
      const update = server.queue.waiting.at(-1);
      if (update && (person + turn) % 4 === 0) server.queue.put(update);
      await until(
        'the update is confirmed',
        () => !server.queue.waiting.some(({ update_id }) => update_id === update?.update_id),
        90_000,
      );
    },
    disturb(chance) {
      disturbances += 1;
      const isPoll = disturbances % pollFaultEvery === 0;
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
