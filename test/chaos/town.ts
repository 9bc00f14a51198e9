import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChannelName } from '../../src/terms.ts';
import { withAccounts } from '../support/accounts.ts';
import type { Line } from '../support/lines/line.ts';
import { insist, signingSecret, slackLine } from '../support/lines/slack.ts';
import { telegramLine } from '../support/lines/telegram.ts';
import { openSession, readTalk, webLine } from '../support/lines/web.ts';
import { deliverTo } from '../support/slack-server/deliver.ts';
import { directMessage } from '../support/slack-server/payloads.ts';
import { type SlackServer, startSlackServer } from '../support/slack-server/server.ts';
import { slackAccount, slackPlaces } from '../support/stage-slack.ts';
import { TelegramServer } from '../support/telegram-server/server.ts';
import type { Watch } from './crowd.ts';
import { type Door, openDoor } from './door.ts';
import type { DeskPost, HeardIn, Spoken } from './history.ts';
import { lookAt } from './read-tables.ts';

/** Everything outside the product: the transports' servers, the door before the processes, strangers. */
export interface Town {
  readonly slack: SlackServer;
  readonly telegram: TelegramServer;
  readonly door: Door;
  readonly lines: Readonly<Record<ChannelName, Line>>;
  readonly env: Readonly<Record<string, string>>;
  /** Strangers write on Slack at the same moment; resolves when all were taken. */
  flood(people: number): Promise<void>;
  /** Somebody new says hello on a page; resolves when they are answered. */
  probe(): Promise<void>;
  /** What strangers said. */
  readonly spoken: readonly Spoken[];
  /** What strangers heard. */
  heard(): Promise<readonly HeardIn[]>;
  /** What stands at the desks, Slack's and ours. */
  posts(database: string): Promise<readonly DeskPost[]>;
  close(): Promise<void>;
}

const webhookSecret = 'chaos-webhook-secret';
const greeting = 'Hello';
const demo = join(import.meta.dirname, '../../policies/organisation.demo.yaml');

const writeOrganisation = async (folder: string, slack: SlackServer): Promise<string> => {
  const { staff, text } = withAccounts(demo);
  const path = join(folder, 'organisation.yaml');
  await writeFile(path, text);
  const accounts = staff.map(slackAccount);
  for (const account of accounts) slack.addUser(account);
  for (const room of Object.values(slackPlaces)) slack.addRoom(room, accounts);
  return path;
};

const slackPosts = (slack: SlackServer): readonly DeskPost[] =>
  (slack.state.rooms.get(slackPlaces.manager)?.messages ?? []).flatMap(({ metadata }) => {
    const { event_payload: payload }: { event_payload?: { id: string; part: number } } = Object(metadata);
    return payload?.part === 0 ? [{ place: `slack:${slackPlaces.manager}`, id: payload.id }] : [];
  });

const webPosts = async (database: string): Promise<readonly DeskPost[]> => {
  const text = `select id, 'web:' || place as place from web_messages where place in ('team', 'manager')`;
  return lookAt<DeskPost>(database, text);
};

/** Builds the town; `targets` are the processes that take messages in, `now` its clocks. */
export const buildTown = async (given: {
  readonly folder: string;
  readonly targets: () => readonly string[];
  readonly now: () => number;
  readonly watch: Watch;
}): Promise<Town> => {
  const { folder, now, watch } = given;
  const [slack, telegram] = [await startSlackServer(), await new TelegramServer().start()];
  const door = await openDoor(given.targets);
  const url = (): string => door.url;
  const lines = {
    slack: slackLine(slack, now),
    telegram: telegramLine(telegram, { url: door.url, secret: webhookSecret }),
    web: webLine(),
  };
  const spoken: Spoken[] = [];
  const tokens = new Map<string, string>();
  let strangers = 0;
  const writeOnSlack = async (): Promise<void> => {
    strangers += 1;
    const [user, channel] = [`UF${strangers}`, `DUF${strangers}`];
    slack.addUser(user);
    const body = directMessage({ user, channel, text: greeting });
    const sentAt = watch.now();
    await insist((retry) => deliverTo(door.url, signingSecret, now).event(body, retry > 0 ? { retry } : {}));
    const takenAt = watch.now();
    spoken.push({ talk: `slack:${channel}`, text: greeting, belongsOnFile: false, sentAt, takenAt });
    watch.count('messages');
  };
  const probe = async (): Promise<void> => {
    const { session, token } = await openSession(url);
    tokens.set(session, token);
    const body = JSON.stringify({ clientMessageId: 'probe', text: greeting });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const sentAt = watch.now();
    await insist(async () => {
      const answer = await fetch(`${door.url}/api/chat/messages`, { method: 'POST', headers, body });
      return answer.status === 202 ? new Response() : answer;
    });
    spoken.push({
      talk: `web:${session}`,
      text: greeting,
      belongsOnFile: false,
      sentAt,
      takenAt: watch.now(),
    });
    watch.count('messages');
    while (!(await readTalk(url, token)).some(({ from }) => from === 'bot'));
  };
  return {
    slack,
    telegram,
    door,
    lines,
    env: {
      ...Object.assign({}, ...Object.values(lines).map(({ env }) => env)),
      ORGANISATION: await writeOrganisation(folder, slack),
      MANAGER_CHANNEL: `slack:${slackPlaces.manager}`,
      PUBLIC_URL: door.url,
    },
    flood: async (people) => {
      await Promise.all(Array.from({ length: people }, writeOnSlack));
    },
    probe,
    spoken,
    heard: async () => {
      const onSlack = Array.from({ length: strangers }, (_, index) => `DUF${index + 1}`).map((room) => ({
        talk: `slack:${room}`,
        lines: (slack.state.rooms.get(room)?.messages ?? []).map(({ text }) => ({ text })),
      }));
      const onWeb = [...tokens].map(async ([session, token]) => ({
        talk: `web:${session}`,
        lines: (await readTalk(url, token)).filter(({ from }) => from !== 'complainant'),
      }));
      return [...onSlack, ...(await Promise.all(onWeb))];
    },
    posts: async (database) => [...slackPosts(slack), ...(await webPosts(database))],
    async close() {
      await door.close();
      await slack.close();
      await telegram.close();
    },
  };
};
