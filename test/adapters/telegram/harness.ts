import { createHash } from 'node:crypto';
import { createTelegramChannel, type TelegramOptions } from '../../../adapters/telegram/index.ts';
import { Fault } from '../../../src/faults.ts';
import type { InboundMessage } from '../../../src/inbound/message.ts';
import type { Form, OutboundMessage } from '../../../src/outbox/message.ts';
import type { Channel, Delivery, Desk, Files, Receive } from '../../../src/ports.ts';
import type { FileRef } from '../../../src/terms.ts';
import { TelegramServer } from '../../support/telegram-server/server.ts';

/** Waits until the probe gives something; fails with `what` when it does not. */
export const until = async <Found>(
  what: string,
  probe: () => Found | undefined | false,
  ms = 5000,
): Promise<Found> => {
  const end = Date.now() + ms;
  for (;;) {
    const found = probe();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

/** Files kept in memory, refusing what a pack would. */
export const memoryFiles = (limit = 5 * 1024 * 1024): Files & { readonly kept: Map<string, Uint8Array> } => {
  const kept = new Map<string, Uint8Array>();
  const refs = new Map<string, FileRef>();
  return {
    kept,
    async put({ name, mediaType, bytes }) {
      if (bytes.length > limit)
        throw new Fault('file-refused', 'too large', { data: { reason: 'too-large' } });
      if (mediaType === 'application/x-msdownload')
        throw new Fault('file-refused', 'type', { data: { reason: 'type' } });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const ref = { id: `file_${sha256.slice(0, 12)}`, sha256, name, mediaType, bytes: bytes.length };
      kept.set(ref.id, bytes);
      refs.set(ref.id, ref);
      return ref;
    },
    async get(id) {
      const [ref, bytes] = [refs.get(id), kept.get(id)];
      if (!ref || !bytes) throw new Fault('not-found', 'no such file');
      return { ref, bytes };
    },
  };
};

/** A desk that knows forms and nothing else. */
export const deskWith = (
  forms: Readonly<Record<string, Form>> = {},
  commandForm: Form | null = null,
): Desk => {
  const none = () => {
    throw new Error('Not asked of Telegram');
  };
  return {
    people: () => [],
    form: async (buttonId) => forms[buttonId] ?? null,
    commandForm: async () => commandForm,
    queue: none,
    openSession: none,
    findSession: none,
    signIn: none,
    signedIn: none,
    signOut: none,
    messages: none,
    watch: none,
    post: none,
    echo: none,
  };
};

/** What was logged, by level. */
export interface Logged {
  readonly level: 'info' | 'warn' | 'error';
  readonly data: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** A logger that keeps. */
export const keepingLogger = () => {
  const lines: Logged[] = [];
  const at = (level: Logged['level']) => (data: Readonly<Record<string, unknown>>, message: string) =>
    void lines.push({ level, data, message });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
};

/** One channel on one stub server, both ended by `close`. */
export interface Rig {
  readonly server: TelegramServer;
  readonly channel: Channel;
  readonly arrivals: InboundMessage[];
  readonly files: ReturnType<typeof memoryFiles>;
  readonly logged: readonly Logged[];
  readonly migrations: [string, string][];
  /** Decides what storing does: throws what is in front of the list, then keeps. */
  readonly troubles: (Error | undefined)[];
  start(): Promise<void>;
  send(message: Partial<OutboundMessage>, delivery?: Partial<Delivery>): ReturnType<Channel['send']>;
  close(): Promise<void>;
}

let messages = 0;

/** An outbound message with what a test does not care about filled in. */
export const outbound = (message: Partial<OutboundMessage>): OutboundMessage => ({
  id: `msg_${++messages}`,
  to: { channel: 'telegram', place: '7' },
  locale: 'en',
  audience: 'complainant',
  voice: 'bot',
  text: '',
  ...message,
});

/** A running stub server and a channel on it, not started yet. */
export const rig = async (
  options: Partial<TelegramOptions> & { readonly onServer?: TelegramServer } = {},
): Promise<Rig> => {
  const { onServer, ...channelOptions } = options;
  const server = onServer ?? (await new TelegramServer().start());
  const files = memoryFiles();
  const logger = keepingLogger();
  const arrivals: InboundMessage[] = [];
  const migrations: [string, string][] = [];
  const troubles: (Error | undefined)[] = [];
  const keys = new Set<string>();
  let secrets = 0;
  const receive: Receive = async (message) => {
    const trouble = troubles.shift();
    if (trouble) throw trouble;
    if (!keys.has(message.key)) arrivals.push(message);
    keys.add(message.key);
  };
  const channel = createTelegramChannel({
    token: server.token,
    apiRoot: server.apiRoot,
    desk: deskWith(),
    files,
    clock: { now: () => new Date(server.now()).toISOString(), rate: 1 },
    ids: { next: (prefix) => `${prefix}_1`, secret: () => `secret${secrets++}` },
    logger,
    onMigrated: (from, to) => void migrations.push([from, to]),
    ...channelOptions,
    tuning: {
      pollSeconds: 2,
      albumQuietMs: 60,
      retryMs: 20,
      conflictMs: 30,
      answerWaitMs: 80,
      ...options.tuning,
    },
  });
  return {
    server,
    channel,
    arrivals,
    files,
    logged: logger.lines,
    migrations,
    troubles,
    start: () => channel.start(receive),
    send: (message, delivery = {}) => channel.send({ message: outbound(message), attempt: 1, ...delivery }),
    async close() {
      await channel.stop();
      if (!onServer) await server.close();
    },
  };
};
