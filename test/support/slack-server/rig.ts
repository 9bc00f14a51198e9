import type { SlackConfig } from '../../../adapters/slack/config.ts';
import { createSlackChannel, type SlackOptions } from '../../../adapters/slack/index.ts';
import type { Installation, Installations } from '../../../adapters/slack/installations.ts';
import { Fault } from '../../../src/faults.ts';
import type { InboundMessage } from '../../../src/inbound/message.ts';
import type { Form } from '../../../src/outbox/message.ts';
import type { Channel, Clock, Desk, Files, Ids, QueueItem } from '../../../src/ports.ts';
import type { FileRef } from '../../../src/terms.ts';
import { type Deliveries, deliverTo, serveRoutes } from './deliver.ts';
import { appToken, clientId, clientSecret, type SlackServer, startSlackServer } from './server.ts';

const signingSecret = 'signing-secret';

/** The desk as the Slack channel uses it: forms and a queue; everything else is not its business. */
export interface FakeDesk extends Desk {
  readonly forms: Map<string, Form>;
  newForm: Form | null;
  queueOf: readonly QueueItem[] | null;
  /** Milliseconds a form takes to be found. */
  slowness: number;
  readonly asked: { readonly buttonId: string; readonly sender: string }[];
  failing: boolean;
}

const notHere = (): never => {
  throw new Error('The Slack channel has no business here');
};

const fakeDesk = (): FakeDesk => {
  const desk: FakeDesk = {
    forms: new Map(),
    newForm: null,
    queueOf: null,
    slowness: 0,
    asked: [],
    failing: false,
    people: () => [],
    async form(buttonId, viewer) {
      desk.asked.push({ buttonId, sender: viewer.sender.id });
      if (desk.slowness > 0) await new Promise((resolve) => setTimeout(resolve, desk.slowness));
      if (desk.failing) throw new Fault('database-unavailable', 'down', { retryable: true });
      return desk.forms.get(buttonId) ?? null;
    },
    async commandForm(_, viewer) {
      desk.asked.push({ buttonId: 'new', sender: viewer.sender.id });
      return desk.newForm;
    },
    queue: async () => desk.queueOf,
    openSession: notHere,
    findSession: notHere,
    signIn: notHere,
    signedIn: notHere,
    signOut: notHere,
    messages: notHere,
    watch: notHere,
    post: notHere,
    echo: notHere,
  };
  return desk;
};

/** Files in memory, refusing as the pack's limits would. */
export interface FakeFiles extends Files {
  readonly stored: Map<string, { readonly ref: FileRef; readonly bytes: Uint8Array }>;
  refuse: 'too-large' | 'type' | 'empty' | null;
}

const fakeFiles = (): FakeFiles => {
  const files: FakeFiles = {
    stored: new Map(),
    refuse: null,
    async put({ name, mediaType, bytes }) {
      if (files.refuse) throw new Fault('file-refused', 'refused', { data: { reason: files.refuse } });
      const id = `file_${files.stored.size + 1}`;
      const ref = { id, sha256: id, name, mediaType, bytes: bytes.byteLength };
      files.stored.set(id, { ref, bytes });
      return ref;
    },
    async get(id) {
      const found = files.stored.get(id);
      if (!found) throw new Fault('not-found', 'no such file');
      return found;
    },
  };
  return files;
};

/** Installations in memory. */
export interface FakeInstallations extends Installations {
  readonly rows: Map<string, Installation>;
}

export const fakeInstallations = (): FakeInstallations => {
  const rows = new Map<string, Installation>();
  return {
    rows,
    store: async (installation) => void rows.set(installation.workspace, installation),
    fetch: async (workspace) => rows.get(workspace) ?? null,
    first: async () =>
      [...rows.values()].toSorted((one, other) => one.installedAt.localeCompare(other.installedAt))[0] ??
      null,
    delete: async (workspace) => void rows.delete(workspace),
  };
};

/** A Slack channel against a Slack of our own. */
export interface Rig {
  readonly slack: SlackServer;
  readonly channel: Channel;
  readonly deliver: Deliveries;
  readonly url: string;
  readonly desk: FakeDesk;
  readonly files: FakeFiles;
  readonly installations: FakeInstallations;
  /** What was stored, in order. */
  readonly received: InboundMessage[];
  readonly logged: { readonly level: string; readonly data: object; readonly sentence: string }[];
  /** What storing does beforehand: wait, or throw as a dead database does. */
  beforeStore: (message: InboundMessage) => Promise<void>;
  now: string | null;
  readonly channelOptions: SlackOptions;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** How a rig differs from the plain one: one workspace, events over HTTP. */
export interface RigOptions {
  readonly socket?: boolean;
  /** Several workspaces and no fixed token. */
  readonly several?: boolean;
  readonly config?: Partial<SlackConfig>;
}

/** A rig whose channel receives. */
export const startRig = async (options: RigOptions = {}): Promise<Rig> => {
  const rig = await newRig(options);
  await rig.start();
  return rig;
};

/** A rig whose channel has not been started. */
export const newRig = async (options: RigOptions = {}): Promise<Rig> => {
  const slack = await startSlackServer();
  for (const user of ['U1MEI', 'U2LI', 'U0BOT']) slack.addUser(user);
  slack.addRoom('C0TEAM', ['U2LI']);
  slack.addRoom('C0SUPPORT', ['U1MEI', 'U2LI']);
  const installations = fakeInstallations();
  const received: InboundMessage[] = [];
  const logged: Rig['logged'] = [];
  const state = { beforeStore: async (_: InboundMessage) => {}, now: null as string | null };
  const clock: Clock = { now: () => state.now ?? new Date().toISOString(), rate: 1 };
  let counter = 0;
  const ids: Ids = { next: (prefix) => `${prefix}_${++counter}`, secret: () => `secret-${++counter}` };
  const log = (level: string) => (data: object, sentence: string) =>
    void logged.push({ level, data, sentence });
  const desk = fakeDesk();
  const files = fakeFiles();
  const channelOptions: SlackOptions = {
    config: {
      ...(options.several
        ? { clientId, clientSecret, stateSecret: 'state-secret' }
        : { botToken: slack.workspace.botToken }),
      ...(options.socket ? { appToken } : { signingSecret }),
      apiUrl: slack.apiUrl,
      ...options.config,
    },
    ...{ desk, files, clock, ids },
    ...(options.several ? { installations } : {}),
    logger: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
  };
  const channel = createSlackChannel(channelOptions);
  const listening = await serveRoutes(channel.routes);
  return {
    channelOptions,
    start: () =>
      channel.start(async (message) => {
        await state.beforeStore(message);
        received.push(message);
      }),
    ...{ slack, channel, desk, files, installations, received, logged, url: listening.url },
    deliver: deliverTo(listening.url, signingSecret),
    get beforeStore() {
      return state.beforeStore;
    },
    set beforeStore(work) {
      state.beforeStore = work;
    },
    get now() {
      return state.now;
    },
    set now(instant) {
      state.now = instant;
    },
    async close() {
      await channel.stop();
      await listening.close();
      await slack.close();
    },
  };
};

/** Waits until something holds; fails after five seconds, saying what it waited for. */
export const until = async (what: string, holds: () => boolean): Promise<void> => {
  const end = Date.now() + 5000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
