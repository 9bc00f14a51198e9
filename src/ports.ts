import type { InboundMessage, Sender } from './inbound/message.ts';
import type { Card, Form, OutboundMessage } from './outbox/message.ts';
import type { ChannelName, FileRef, Instant, Locale, Role } from './terms.ts';

/** Tells the time. Rehearsals and simulations run faster than the wall. */
export interface Clock {
  now(): Instant;
  /** How many of our seconds pass in one of the wall's; 1 in production, 3600 makes an hour a second. */
  readonly rate: number;
}

/** Makes ids and secrets; predictable ones in tests and simulations. */
export interface Ids {
  /** Unique, sorts by time of making, at most 40 characters of `[a-z0-9_]`: `msg_…`. */
  next(prefix: string): string;
  /** 32 random bytes as base64url: for tokens. */
  secret(): string;
}

/** Keeps files by content. */
export interface Files {
  /** Stores the bytes. Throws Fault `file-refused` (`data.reason`: 'too-large' | 'type' | 'empty') by the pack's limits. */
  put(file: {
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  }): Promise<FileRef>;
  /** Throws Fault `not-found`. */
  get(id: string): Promise<{ readonly ref: FileRef; readonly bytes: Uint8Array }>;
}

/** Resolves when the message is durable; throws Fault `database-unavailable` when it is not, so the transport must send it again. */
export type Receive = (message: InboundMessage) => Promise<void>;

/** One send, with everything logical already resolved to the transport's own ids. */
export interface Delivery {
  readonly message: OutboundMessage;
  /** Transport's id of the message to redraw; absent for a new one. */
  readonly edits?: string;
  /** Transport's id of the thread or topic to post in. */
  readonly thread?: string;
  /** 1 at first; above 1 an earlier answer may have been lost. */
  readonly attempt: number;
}

/** What the transport called it. */
export interface Sent {
  readonly messageId: string;
  /** Transport's id of the thread this message opened. */
  readonly threadId?: string;
  /** The transport never answered and cannot be asked: it may have arrived twice or not at all. */
  readonly uncertain?: boolean;
}

/** One HTTP route an adapter brings. `params` are the named parts of `path` (`/files/:id`). Mounted by `run/http.ts`. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  handle(request: Request, params: Readonly<Record<string, string>>): Promise<Response> | Response;
}

/** How fast a transport takes messages for one place. */
export interface Pace {
  /** Least milliseconds between two sends to the place. */
  readonly everyMs: number;
  /** Most sends to the place in any minute. */
  readonly perMinute: number;
}

/** A transport: translates and carries, decides nothing. */
export interface Channel {
  readonly name: ChannelName;
  /** The relay keeps to it: coalesces redraws, lets level 1 go first. */
  pace(message: OutboundMessage): Pace;
  /** Members of a group of the transport (Slack user group) by id; for roles. Absent where there are none. */
  members?(group: string): Promise<readonly string[]>;
  readonly routes: readonly Route[];
  /** Begins to receive. Throws Fault `channel-unauthorised` when the transport refuses our token. */
  start(receive: Receive): Promise<void>;
  /**
   * Sends or redraws one message.
   * Throws Fault `channel-rate-limited` (retryAfterSeconds), `channel-unavailable` (retryable), `channel-rejected`,
   * `recipient-unreachable` (blocked, left, deleted), `answer-uncertain` (may have been sent), `message-invalid`.
   */
  send(delivery: Delivery): Promise<Sent>;
  /** Stops receiving; waits for what is under way. */
  stop(): Promise<void>;
}

/** A person of the organisation as a page may show them. */
export interface DeskPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** One line of a talk as the web pages read it. */
export interface WebMessage {
  readonly id: string;
  /** Grows with every append and every redraw; read on with `after`. */
  readonly cursor: string;
  readonly from: 'complainant' | 'bot' | 'staff';
  readonly author?: string;
  readonly text: string;
  readonly card?: Card;
  readonly buttons: readonly {
    readonly id: string;
    readonly label: string;
    readonly style?: 'primary' | 'danger';
    readonly form?: boolean;
  }[];
  readonly files: readonly FileRef[];
  /** Transport id of the message that heads its thread; null at top level. */
  readonly thread: string | null;
  readonly complaint: string | null;
  readonly at: Instant;
  /** Set on an answer meant for one presser only. */
  readonly onlyFor?: string;
}

/** Who looks at a form or a queue: a transport's sender, as in the organisation's channel accounts. */
export interface Viewer {
  readonly channel: ChannelName;
  readonly sender: Sender;
}

/** One row of a person's queue. */
export interface QueueItem {
  readonly number: string;
  readonly card: Card;
  /** The next date that must be kept; null when archived. */
  readonly nextDue: Instant | null;
}

/** What pages and home tabs may read, and what the web channel keeps its talks in. */
export interface Desk {
  /** Everyone of the organisation, named as readers of the language know them; of their own language when none is given. */
  people(locale?: Locale): readonly DeskPerson[];
  /**
   * Input asked by a button, in the language its presser is answered in; null when the button is unknown, spent or needs none.
   * Throws Fault `database-unavailable`.
   */
  form(buttonId: string, viewer: Viewer): Promise<Form | null>;
  /** The form of a command that opens without a button (a complaint taken by phone, IN-12). */
  commandForm(name: 'new', viewer: Viewer): Promise<Form | null>;
  /** Complaints held by the viewer, most pressing first; null when the viewer is not staff. */
  queue(viewer: Viewer, locale: Locale): Promise<readonly QueueItem[] | null>;

  /** Opens a web session. The token is shown once and stored hashed. */
  openSession(locale: Locale | null): Promise<{ readonly session: string; readonly token: string }>;
  /** The session of a token; null when there is none. */
  findSession(token: string): Promise<string | null>;
  /** Signs somebody in to the workbench by their account; null when it is nobody's of the organisation. Ends after twelve hours. */
  signIn(viewer: Viewer): Promise<{ readonly token: string } | null>;
  /** Who is signed in by a token; null when nobody is, or when they have left the organisation. */
  signedIn(token: string): Promise<DeskPerson | null>;
  /** Ends a sign-in. */
  signOut(token: string): Promise<void>;
  /**
   * What was said at a web place (a session, `team`, `manager`) after the cursor, oldest first; at most 200.
   *
   * @param reader a person's id: without answers meant for others and complaints that name this person (S1.13)
   */
  messages(place: string, after: string | null, reader?: string): Promise<readonly WebMessage[]>;
  /** Calls back soon after something was appended or redrawn at a web place; returns how to stop. */
  watch(place: string, changed: () => void): () => void;
  /** Appends what the web channel sends, or redraws it. Idempotent by `message.id`. */
  post(delivery: Delivery): Promise<Sent>;
  /** Appends what a person wrote on a page, so that the page shows it. Idempotent by `key`. */
  echo(line: {
    readonly key: string;
    readonly place: string;
    readonly from: 'complainant' | 'staff';
    readonly author?: string;
    readonly text: string;
    readonly files: readonly FileRef[];
    readonly thread?: string;
  }): Promise<{ readonly messageId: string }>;
}

/** What the model was asked and may say; defined by `run/understand.ts`. */
export interface ModelRequest {
  readonly system: string;
  readonly user: string;
  /** JSON Schema name and shape the answer must have. */
  readonly schemaName: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly deadlineMs: number;
}

/** Every way a model call ends. Never thrown: a model that fails is an everyday thing. */
export type ModelOutcome =
  | {
      readonly kind: 'ok';
      readonly value: unknown;
      readonly inputTokens: number;
      readonly outputTokens: number;
    }
  | { readonly kind: 'refused' | 'truncated' | 'filtered' | 'malformed' | 'unavailable' | 'aborted' }
  | { readonly kind: 'rate-limited'; readonly afterSeconds: number };

/** A language model: suggests and words, never decides. */
export interface LanguageModel {
  readonly name: string;
  ask(request: ModelRequest, signal?: AbortSignal): Promise<ModelOutcome>;
}
