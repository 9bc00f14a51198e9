import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../../src/complaint/events.ts';
import { parseScenario } from '../../../src/run/scenario.ts';
import { simulate } from '../../../src/run/simulate.ts';
import { complaintsSince, readEvents } from '../../../src/store/complaints.ts';
import { type ChannelName, channelNames } from '../../../src/terms.ts';
import { type ChannelStage, openStage } from '../../support/stage.ts';

const read = (name: string) => {
  const file = join(import.meta.dirname, '../../../policies/scenarios', `${name}.yaml`);
  return parseScenario({ file, text: readFileSync(file, 'utf8') });
};

/** What of an event is the transport's own: when, where and under which names. */
const own = new Set(['at', 'address', 'route', 'conversation', 'messageId']);

const isStatement = (value: object): boolean => 'text' in value && 'files' in value;

/** An event with everything apart that depends on the transport or on the order in which ids were given. */
const withoutNames = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNames);
  if (typeof value === 'string') return value.replaceAll(/\b([a-z]+)_\d{8}\b/g, '$1');
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !own.has(key) && !(key === 'id' && isStatement(value)))
      .map(([key, part]) => [key, withoutNames(part)]),
  );
};

const eventsOn = async ({ app }: ChannelStage) => {
  const all: Record<string, unknown[]> = {};
  for await (const { number } of complaintsSince(app.world.db, null)) {
    const events: readonly ComplaintEvent[] = await readEvents(app.world.db, number);
    all[number] = events.map(withoutNames);
  }
  return all;
};

const play = async (name: string, complainants: ChannelName, desk: ChannelName) => {
  const scenario = read(name);
  const stage = await openStage(scenario, desk);
  try {
    const { app, clock } = stage;
    const sides = { complainants: stage.sides[complainants].complainants, desk: stage.sides[desk].desk };
    const { failures } = await simulate(scenario, { app, clock, sides });
    return { failures, events: await eventsOn(stage) };
  } finally {
    await stage.close();
  }
};

type Played = ReturnType<typeof play>;
const onWeb = new Map<string, Played>();
/** The same scenario by the pages alone, played once. */
const webPlay = (name: string): Played => {
  const played = onWeb.get(name) ?? play(name, 'web', 'web');
  onWeb.set(name, played);
  return played;
};

const pairs = channelNames.flatMap((complainants) => channelNames.map((desk) => ({ complainants, desk })));

const same = async (name: string, { complainants, desk }: (typeof pairs)[number]) => {
  const web = await webPlay(name);
  expect(Object.keys(web.events).length).toBeGreaterThan(0);
  expect(web.failures).toEqual([]);
  if (complainants === 'web' && desk === 'web') return;
  const there = await play(name, complainants, desk);
  expect(there.failures).toEqual([]);
  expect(there.events).toEqual(web.events);
};

describe.each(['journey.zh', 'journey.en'])('%s goes the same way on every pair of channels', (name) => {
  it.each(pairs)('complainants on $complainants, staff on $desk', (pair) => same(name, pair), 60_000);
});

const quoted = Array.from({ length: 13 }, (_, index) => `quoted-${index + 1}`);

describe('complaints in people’s own words go the same way everywhere', () => {
  const elsewhere = pairs.filter(({ complainants, desk }) => complainants !== 'web' && desk !== 'web');
  it.each(quoted.map((name, index) => ({ name, ...elsewhere[index % elsewhere.length] })))(
    '$name: complainants on $complainants, staff on $desk',
    ({ name, complainants = 'slack', desk = 'slack' }) => same(name, { complainants, desk }),
    60_000,
  );
});
