import pino from 'pino';
import { type App, createApp } from '../../src/app.ts';
import type { Channel, Clock } from '../../src/ports.ts';
import { createWallClock } from '../../src/run/clock.ts';
import { createIds } from '../../src/run/ids.ts';
import { createIntake } from '../../src/run/intake.ts';
import { createRelay } from '../../src/run/relay.ts';
import { takeTurns } from '../../src/run/turns.ts';
import { createDatabase, type Database, openDatabase } from '../../src/store/database.ts';

/** Connections of the product and clients of every reference. */
export const connections = 8;

/** A message that reached its transport. */
export interface Handed {
  readonly place: string;
  readonly complaint: string | undefined;
  readonly at: number;
}

/** A transport that takes everything at once and tells when. */
const sink = (taken: (handed: Handed) => void): Channel => ({
  name: 'web',
  routes: [],
  pace: () => ({ everyMs: 0, perMinute: 1_000_000 }),
  start: async () => {},
  stop: async () => {},
  send: async ({ message }) => {
    taken({ place: message.to.place, complaint: message.complaint, at: performance.now() });
    return { messageId: message.id, ...(message.opensThread ? { threadId: message.id } : {}) };
  },
});

/** The product in this process, on a database of its own. */
export interface BenchApp {
  readonly app: App;
  readonly db: Database;
  /** Somebody says something in a talk of that name; resolves when it is stored. */
  says(place: string, text: string): Promise<void>;
  /** Takes one turn and sends what it queued, with no loop running. */
  settleOne(): Promise<void>;
  stop(): Promise<void>;
}

let said = 0;

/** Builds it; nothing runs before `app.start`. */
export const openBenchApp = async (
  databaseUrl: string,
  taken: (handed: Handed) => void,
  clock: Clock = createWallClock(),
): Promise<BenchApp> => {
  const db = openDatabase(databaseUrl, { poolSize: connections });
  const app = await createApp(
    {
      policyPack: 'general',
      organisation: null,
      timeZone: null,
      locale: null,
      http: { publicUrl: 'http://127.0.0.1:3000' },
      channels: { team: { channel: 'web', place: 'team' }, manager: { channel: 'web', place: 'manager' } },
    },
    {
      db,
      databaseUrl,
      clock,
      ids: createIds(),
      log: pino({ level: 'error' }, process.stderr),
      connect: () => [sink(taken)],
    },
  );
  const receive = createIntake(app.world);
  const relay = createRelay(app.world);
  return {
    app,
    db,
    says: async (place, text) => {
      said += 1;
      const id = `said-${said}`;
      const address = { channel: 'web', place } as const;
      await receive({ kind: 'text', key: id, messageId: id, text, files: [], from: { id: place }, address });
    },
    settleOne: async () => {
      await takeTurns(app.world);
      await relay.sendDue();
    },
    stop: async () => {
      await app.stop();
      await db.destroy();
    },
  };
};

/** The same on a new database of that name. */
export const openFreshApp = async (
  serverUrl: string,
  name: string,
  taken: (handed: Handed) => void,
  clock?: Clock,
): Promise<BenchApp> => openBenchApp(await createDatabase(serverUrl, name), taken, clock);

/** A clock that stands while a load is laid down and then jumps past the end of every burst, so that all of it is due at once. */
export interface HeldClock extends Clock {
  hold(): void;
  release(): void;
  /** Jumps ahead. */
  skip(ms: number): void;
}

/** Makes one that runs. */
export const createHeldClock = (): HeldClock => {
  let ahead = 0;
  let held: number | null = null;
  return {
    rate: 1,
    now: () => new Date(held ?? Date.now() + ahead).toISOString(),
    hold: () => {
      held = Date.now() + ahead;
    },
    release: () => {
      ahead = Math.max(ahead, (held ?? 0) + 2000 - Date.now());
      held = null;
    },
    skip: (ms) => {
      ahead += ms;
    },
  };
};

/** Waits until something holds, looking every other millisecond. Throws after a minute and a half. */
export const until = async (holds: () => boolean): Promise<void> => {
  const end = performance.now() + 90_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error('the load was not answered in time');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
};
