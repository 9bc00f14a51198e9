import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../../src/complaint/events.ts';
import { parseScenario } from '../../../src/run/scenario.ts';
import { simulate } from '../../../src/run/simulate.ts';
import { complaintsSince, readEvents } from '../../../src/store/complaints.ts';
import { type ChannelName, channelNames } from '../../../src/terms.ts';
import { type ChannelStage, openStage } from '../../support/stage.ts';

const scenarios = join(import.meta.dirname, '../../../policies/scenarios');

const read = (name: string) => {
  const file = join(scenarios, `${name}.yaml`);
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

/** What did not hold, without what was shown instead: that is the transport's own. */
const unmet = (failures: readonly string[]): readonly string[] =>
  failures.map((one) => one.split(/ It shows:| \(last shown/)[0] ?? one);

const goesTheSameWay = async (name: string, { complainants, desk }: (typeof pairs)[number]) => {
  const web = await webPlay(name);
  expect(Object.keys(web.events).length).toBeGreaterThan(0);
  if (complainants === 'web' && desk === 'web') return expect(web.failures).toEqual([]);
  const there = await play(name, complainants, desk);
  expect(unmet(there.failures)).toEqual(unmet(web.failures));
  expect(there.events).toEqual(web.events);
};

const whole = ['journey.zh', 'journey.en'];

describe.concurrent.each(whole)('%s goes the same way on every pair of channels', (name) => {
  it.each(pairs)('complainants on $complainants, staff on $desk', (pair) => goesTheSameWay(name, pair));
});

/** A crowd over a month is for the rules, not for the transports. */
const crowded = /^month/;
const others = readdirSync(scenarios)
  .filter((file) => file.endsWith('.yaml') && !crowded.test(file))
  .map((file) => file.slice(0, -'.yaml'.length))
  .filter((name) => !whole.includes(name));
const elsewhere = pairs.filter(({ complainants, desk }) => complainants !== 'web' || desk !== 'web');
/**
 * Tied to the desk on the web: one sends a field its form does not offer, which only a call of the pages' API can; in the
 * others a manager is recused, and on the web there is no private place where the independent person reads.
 */
const onWebDesk = ['offers.zh', 'recusal-manager.zh', 'signatures.zh'];
const pairOf = (name: string, index: number) =>
  onWebDesk.includes(name)
    ? { complainants: 'telegram' as const, desk: 'web' as const }
    : elsewhere[index % elsewhere.length];

describe.concurrent('every other scenario goes the same way elsewhere', () => {
  it.each(others.map((name, index) => ({ name, ...pairOf(name, index) })))(
    '$name: complainants on $complainants, staff on $desk',
    ({ name, complainants = 'slack', desk = 'slack' }) => goesTheSameWay(name, { complainants, desk }),
  );
});

/** Where a complainant is reached decides how a document travels: each transport takes files its own way. */
describe.concurrent('a letter arrives as a file', () => {
  it.each([
    { name: 'letter-pdf.zh', complainants: 'telegram', desk: 'slack' },
    { name: 'letter-pdf.en', complainants: 'slack', desk: 'telegram' },
  ] as const)('$name: complainants on $complainants, staff on $desk', ({ name, complainants, desk }) =>
    goesTheSameWay(name, { complainants, desk }),
  );
});
