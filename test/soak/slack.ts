import { setTimeout as wait } from 'node:timers/promises';
import { textAt } from '../../adapters/slack/reading.ts';
import { deliverTo } from '../support/slack-server/deliver.ts';
import { directMessage } from '../support/slack-server/payloads.ts';
import { startSlackServer } from '../support/slack-server/server.ts';
import type { ServerFault } from '../support/slack-server/state.ts';
import { pick, type SoakLine } from './line.ts';

const faults: readonly ServerFault[] = [
  { kind: 'rate-limit', seconds: 1 },
  { kind: 'status', status: 503 },
  { kind: 'error', error: 'internal_error' },
  { kind: 'lose-answer' },
  { kind: 'cut' },
];
const signingSecret = 'soak-secret';
const roomOf = (person: number): string => `DU${person}`;

/** Slack by its events API: it sends an event until it is acknowledged, sometimes again, and promises no order. */
export const slackLine = async (): Promise<SoakLine> => {
  const server = await startSlackServer();
  let address = (): string => '';
  const insist = async (body: unknown): Promise<void> => {
    for (let retry = 0; ; retry += 1) {
      const attempt = deliverTo(address(), signingSecret).event(body, retry > 0 ? { retry } : {});
      const status = await attempt.then((response) => response.status).catch(() => 0);
      if (status === 200) return;
      await wait(100);
    }
  };
  return {
    env: {
      SLACK_BOT_TOKEN: server.workspace.botToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: `${server.origin}/api`,
    },
    swaps: true,
    place: roomOf,
    async open(people, url) {
      address = url;
      for (let person = 0; person < people; person += 1) server.addUser(`U${person}`);
    },
    async deliver({ person, turn, text }) {
      const ts = `${1_795_244_400 + turn * 10}.${String(person).padStart(6, '0')}`;
      const body = directMessage({ user: `U${person}`, channel: roomOf(person), text, ts, event_ts: ts });
      await insist(body);
      if ((person + turn) % 4 === 0) await insist(body);
    },
    disturb(chance) {
      const fault = pick(faults, chance);
      server.fail('chat.postMessage', fault);
      return fault.kind === 'status' ? String(fault.status) : fault.kind;
    },
    midAnswer: () => server.hold('chat.postMessage', 3000, 4),
    heard: async (person) =>
      (server.state.rooms.get(roomOf(person))?.messages ?? []).map((message) => {
        const id = textAt(message.metadata, 'event_payload', 'id');
        return { ...(id ? { id } : {}), text: message.text };
      }),
    close: () => server.close(),
  };
};
