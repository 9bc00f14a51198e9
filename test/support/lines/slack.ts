import { setTimeout as wait } from 'node:timers/promises';
import { textAt } from '../../../adapters/slack/reading.ts';
import { deliverTo } from '../slack-server/deliver.ts';
import { changedMessage, directMessage } from '../slack-server/payloads.ts';
import type { SlackServer } from '../slack-server/server.ts';
import type { ServerFault } from '../slack-server/state.ts';
import { slackButton, slackPress } from '../stage-slack.ts';
import { type Line, pick, type Said } from './line.ts';

const faults: readonly ServerFault[] = [
  { kind: 'rate-limit', seconds: 1 },
  { kind: 'status', status: 503 },
  { kind: 'error', error: 'internal_error' },
  { kind: 'lose-answer' },
  { kind: 'cut' },
];
/** What events of these servers are signed with. */
export const signingSecret = 'line-secret';
const roomOf = (person: number): string => `DU${person}`;
const userOf = (person: number): string => `U${person}`;
const tsOf = ({ person, turn }: Said): string =>
  `${1_795_244_400 + turn * 10}.${String(person).padStart(6, '0')}`;

/** Sends until it is acknowledged, as Slack does with events, and people with what did not work. */
export const insist = async (send: (retry: number) => Promise<Response>): Promise<void> => {
  for (let retry = 0; ; retry += 1) {
    const status = await send(retry).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    await wait(100);
  }
};

/**
 * Slack by its events API: it sends an event until it is acknowledged, sometimes again, and promises no order.
 *
 * @param now Slack's own time, in milliseconds
 */
export const slackLine = (server: SlackServer, now: () => number = Date.now): Line => {
  let address = (): string => '';
  const deliveries = () => deliverTo(address(), signingSecret, now);
  const insistOn = (body: unknown): Promise<void> =>
    insist((retry) => deliveries().event(body, retry > 0 ? { retry } : {}));
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
      for (let person = 0; person < people; person += 1) server.addUser(userOf(person));
    },
    async deliver(said, again = false) {
      const ts = tsOf(said);
      const at = { user: userOf(said.person), channel: roomOf(said.person) };
      const body = directMessage({ ...at, text: said.text, ts, event_ts: ts });
      await insistOn(body);
      if (again) await insistOn(body);
    },
    change: (said, before) => {
      const at = { user: userOf(said.person), ts: tsOf(said) };
      return insistOn(changedMessage(before, said.text, at, { channel: roomOf(said.person) }));
    },
    async press(person, label) {
      const room = roomOf(person);
      const buttonId = slackButton(server, room, label);
      if (buttonId === undefined) return false;
      const pressed = { user: userOf(person), room, buttonId, form: false };
      await insist(() => deliveries().interaction(slackPress(server, pressed)));
      return true;
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
