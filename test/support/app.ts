import pino from 'pino';
import { type App, createApp } from '../../src/app.ts';
import { Fault } from '../../src/faults.ts';
import type { InboundMessage } from '../../src/inbound/message.ts';
import type { Channel, Delivery, LanguageModel, Pace, Sent } from '../../src/ports.ts';
import { createVirtualClock, type VirtualClock } from '../../src/run/clock.ts';
import { createCountingIds } from '../../src/run/ids.ts';
import { createIntake } from '../../src/run/intake.ts';
import type { SealingKey } from '../../src/store/sealing.ts';
import type { ChannelName } from '../../src/terms.ts';
import { freshDatabase } from './database.ts';

/** A transport that remembers what it was given and fails when told to. */
export interface FakeChannel extends Channel {
  readonly sent: Delivery[];
  /** What the next sends do instead of succeeding; taken one by one. */
  readonly failures: (Fault | Error)[];
  /** Places where nobody can be reached any more. */
  readonly unreachable: Set<string>;
  /** Texts sent to a place, in order. */
  textsTo(place: string): string[];
}

/** Makes a transport of a name; `pace` as slow as wished. */
export const fakeChannel = (
  name: ChannelName,
  pace: Pace = { everyMs: 0, perMinute: 60_000 },
): FakeChannel => {
  const sent: Delivery[] = [];
  const failures: (Fault | Error)[] = [];
  const unreachable = new Set<string>();
  let count = 0;
  const send = async (delivery: Delivery): Promise<Sent> => {
    const failure = failures.shift();
    if (failure) throw failure;
    if (unreachable.has(delivery.message.to.place)) throw new Fault('recipient-unreachable', 'blocked');
    sent.push(delivery);
    count += 1;
    const messageId = delivery.edits ?? `${name}-${count}`;
    return { messageId, ...(delivery.message.opensThread ? { threadId: `thread-${messageId}` } : {}) };
  };
  return {
    name,
    sent,
    failures,
    unreachable,
    routes: [],
    pace: () => pace,
    start: async () => {},
    stop: async () => {},
    send,
    textsTo: (place) =>
      sent.filter(({ message }) => message.to.place === place).map(({ message }) => message.text),
  };
};

/** The whole app on a database of its own, a standing clock and fake transports; nothing runs but what a test lets run. */
export interface TestApp {
  readonly app: App;
  readonly clock: VirtualClock;
  readonly web: FakeChannel;
  readonly databaseUrl: string;
  receive(message: InboundMessage): Promise<void>;
  /** A complainant's words on the web, in a talk of that name. */
  says(talk: string, text: string, key?: string): Promise<void>;
  /** Lets the burst close and everything due happen. */
  settle(seconds?: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts it; close it after. */
export const testApp = async (
  options: {
    readonly web?: FakeChannel;
    readonly model?: LanguageModel;
    readonly keys?: readonly SealingKey[];
    /** Path of an organisation file; the demonstration's where absent. */
    readonly organisation?: string;
  } = {},
): Promise<TestApp> => {
  const database = await freshDatabase(options.keys);
  const clock = createVirtualClock('2026-11-23T02:00:00.000Z');
  const web = options.web ?? fakeChannel('web');
  const app = await createApp(
    {
      policyPack: 'general',
      organisation: options.organisation ?? null,
      timeZone: 'Asia/Shanghai',
      locale: null,
      http: { publicUrl: 'http://127.0.0.1:3000' },
      channels: { team: { channel: 'web', place: 'team' }, manager: { channel: 'web', place: 'manager' } },
    },
    {
      db: database.db,
      databaseUrl: database.url,
      clock,
      ids: createCountingIds(),
      log: pino({ level: 'silent' }),
      synthetic: true,
      connect: () => [web],
      model: options.model ?? null,
    },
  );
  const receive = createIntake(app.world);
  let count = 0;
  const settle = async (seconds = 2): Promise<void> => {
    await app.settle();
    clock.moveTo(new Date(Date.parse(clock.now()) + seconds * 1000).toISOString());
    await app.settle();
  };
  return {
    app,
    clock,
    web,
    databaseUrl: database.url,
    receive,
    settle,
    says: (talk, text, key) => {
      count += 1;
      const id = key ?? `said:${count}`;
      return receive({
        kind: 'text',
        key: id,
        messageId: id,
        text,
        files: [],
        from: { id: talk },
        address: { channel: 'web', place: talk },
      });
    },
    close: () => database.close(),
  };
};
