import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Fault, isFault } from '../../../src/faults.ts';
import { outbound } from '../../support/slack-server/outbound.ts';
import { directMessage } from '../../support/slack-server/payloads.ts';
import { type Rig, startRig } from '../../support/slack-server/rig.ts';
import type { ServerFault } from '../../support/slack-server/state.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

/** The same chances every run. */
const chances = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};

describe('a flood', () => {
  it('of 1,000 messages from 200 people, with repeats and a failing store, is kept whole and in order', async () => {
    const chance = chances(7);
    const stored = new Map<string, string>();
    rig.beforeStore = async () => {
      if (chance() < 0.15) throw new Fault('database-unavailable', 'down', { retryable: true });
    };
    const talk = async (person: number): Promise<void> => {
      rig.slack.addUser(`U${person}`);
      for (let turn = 0; turn < 5; turn += 1) {
        const body = directMessage({ user: `U${person}`, channel: `DU${person}`, text: `${person}/${turn}` });
        for (let retry = 0; (await rig.deliver.event(body, { retry })).status !== 200; retry += 1);
        if (chance() < 0.2) await rig.deliver.event(body, { retry: 1 });
      }
    };
    for (let start = 0; start < 200; start += 20)
      await Promise.all(Array.from({ length: 20 }, (_, index) => talk(start + index)));
    for (const message of rig.received)
      if (message.kind === 'text' && !stored.has(message.key)) stored.set(message.key, message.text);
    expect(stored.size).toBe(1000);
    const byPerson = Map.groupBy(stored.values(), (text) => text.split('/')[0]);
    for (const [person, texts] of byPerson)
      expect(texts).toEqual(Array.from({ length: 5 }, (_, turn) => `${person}/${turn}`));
  });

  it('of 400 answers to 40 talks, through 429s, failures and lost answers, arrives once each and in order', async () => {
    const chance = chances(11);
    const faults: readonly ServerFault[] = [
      { kind: 'rate-limit', seconds: 1 },
      { kind: 'status', status: 503 },
      { kind: 'error', error: 'fatal_error' },
      { kind: 'lose-answer' },
      { kind: 'cut' },
    ];
    const answer = async (talk: number): Promise<void> => {
      for (let turn = 0; turn < 10; turn += 1) {
        const message = outbound({
          id: `out_${talk}_${turn}`,
          to: { channel: 'slack', place: `DU${talk}` },
          audience: 'complainant',
          text: `${turn}`,
        });
        for (let attempt = 1; ; attempt += 1) {
          const fault = chance() < 0.4 ? faults[Math.floor(chance() * faults.length)] : undefined;
          if (fault) rig.slack.fail(chance() < 0.8 ? 'chat.postMessage' : 'conversations.history', fault);
          try {
            await rig.channel.send({ message, attempt });
            break;
          } catch (error) {
            if (!isFault(error) || !error.retryable) throw error;
          }
        }
      }
    };
    await Promise.all(Array.from({ length: 40 }, (_, talk) => answer(talk)));
    for (let talk = 0; talk < 40; talk += 1) {
      const said = rig.slack.state.rooms.get(`DU${talk}`)?.messages.map((message) => message.text);
      expect(said).toEqual(Array.from({ length: 10 }, (_, turn) => `${turn}`));
    }
  });
});
