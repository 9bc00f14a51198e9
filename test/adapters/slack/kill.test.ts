import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textAt } from '../../../adapters/slack/reading.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { type RunningProduct, startProduct, temporaryFolder } from '../../support/process.ts';
import { deliverTo } from '../../support/slack-server/deliver.ts';
import { directMessage } from '../../support/slack-server/payloads.ts';
import { type SlackServer, startSlackServer } from '../../support/slack-server/server.ts';
import type { ServerFault } from '../../support/slack-server/state.ts';

let slack: SlackServer;
let product: RunningProduct;
let database: FreshDatabase;
let removeFolder: () => Promise<void>;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  slack = await startSlackServer();
  slack.addRoom('C0TEAM');
  slack.addRoom('C0MANAGERS');
  database = await freshDatabase();
  const folder = await temporaryFolder();
  removeFolder = folder.remove;
  env = {
    DATA_DIR: folder.path,
    DATABASE_URL: database.url,
    SLACK_BOT_TOKEN: slack.workspace.botToken,
    SLACK_SIGNING_SECRET: 'signing-secret',
    SLACK_API_URL: `${slack.origin}/api`,
    TEAM_CHANNEL: 'slack:C0TEAM',
    MANAGER_CHANNEL: 'slack:C0MANAGERS',
    LOCALE: 'en',
    LOG_LEVEL: 'silent',
  };
  product = await startProduct(env);
}, 60_000);
afterAll(async () => {
  await product.stop();
  await database.close();
  await slack.close();
  await removeFolder();
});

/** The same chances every run. */
const chances = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};

const people = 200;
const turns = 5;
const words = (person: number, turn: number): string =>
  [
    `My parcel never arrived, order 2026110${person + 1000}`,
    'Nobody answers the phone',
    'It was due last Monday',
    `I want my ${person + 10} dollars back`,
    'Please hurry',
  ][turn] ?? '';

const bumpy: readonly ServerFault[] = [
  { kind: 'rate-limit', seconds: 1 },
  { kind: 'status', status: 503 },
  { kind: 'error', error: 'internal_error' },
  { kind: 'lose-answer' },
  { kind: 'cut' },
];

/** Kills the process while Slack has taken messages of it and has not yet said so, and starts it again. */
const restart = async (): Promise<void> => {
  await slack.hold('chat.postMessage', 3000, 4);
  await product.kill();
  product = await startProduct(env);
};

/** What Slack does with an event: tries until it is acknowledged, wherever we are just then. */
const insist = async (body: unknown): Promise<void> => {
  for (let retry = 0; ; retry += 1) {
    const status = await deliverTo(product.url, 'signing-secret')
      .event(body, { retry })
      .then((response) => response.status)
      .catch(() => 0);
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

const countOf = async (query: 'inbox' | 'outbox'): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(query)} where state = 'waiting'`.execute(database.db);
  return Number(rows[0]?.count);
};

const quiet = async (): Promise<void> => {
  const end = Date.now() + 240_000;
  for (let calm = 0; calm < 10; ) {
    calm = (await countOf('inbox')) + (await countOf('outbox')) === 0 ? calm + 1 : 0;
    if (Date.now() > end)
      throw new Error(`Never quiet: ${await countOf('inbox')} to read, ${await countOf('outbox')} to send`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
};

describe('two kills in a flood', () => {
  it('of 1,000 messages from 200 people: each kept once, each answer there once, in order per person', async () => {
    const chance = chances(5);
    for (let person = 0; person < people; person += 1) slack.addUser(`U${person}`);
    const talk = async (person: number): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, person * 40));
      for (let turn = 0; turn < turns; turn += 1) {
        const place = { user: `U${person}`, channel: `DU${person}` };
        const body = directMessage({ ...place, text: words(person, turn) });
        await insist(body);
        if (chance() < 0.2) await insist(body);
        if (chance() < 0.2)
          slack.fail('chat.postMessage', bumpy[Math.floor(chance() * bumpy.length)] ?? { kind: 'cut' });
      }
    };
    const flood = Promise.all(Array.from({ length: people }, (_, person) => talk(person)));
    for (const pause of [3000, 2500]) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      await restart();
    }
    await flood;
    await quiet();

    const { rows: inbox } = await sql<{ lane: string; text: string; state: string }>`
      select lane, body ->> 'text' as text, state from inbox order by seq`.execute(database.db);
    expect(inbox.filter(({ state }) => state !== 'done')).toEqual([]);
    expect(inbox).toHaveLength(people * turns);
    for (let person = 0; person < people; person += 1)
      expect(inbox.filter(({ lane }) => lane === `talk/slack:DU${person}`).map(({ text }) => text)).toEqual(
        Array.from({ length: turns }, (_, turn) => words(person, turn)),
      );

    const { rows: outbox } = await sql<{ id: string; place: string; state: string }>`
      select id, place, state from outbox order by seq`.execute(database.db);
    expect(outbox.filter(({ state }) => state !== 'sent' && state !== 'superseded')).toEqual([]);
    for (let person = 0; person < people; person += 1) {
      const place = `DU${person}`;
      const shown = slack.state.rooms.get(place)?.messages ?? [];
      expect(shown.map((message) => textAt(message.metadata, 'event_payload', 'id'))).toEqual(
        outbox.filter((row) => row.place === place).map(({ id }) => id),
      );
      expect(shown.length).toBeGreaterThan(0);
    }
  }, 300_000);
});
