/** What the stub server holds: enough of a Slack workspace for the methods we call. */

export type Args = Readonly<Record<string, unknown>>;

/** One call of a Web API method as it arrived. */
export interface Call {
  readonly method: string;
  readonly token: string;
  readonly args: Args;
}

/** A message as Slack keeps it. */
export interface KeptMessage {
  ts: string;
  user: string;
  text: string;
  blocks: readonly unknown[];
  thread_ts?: string;
  metadata?: unknown;
  files?: readonly { readonly name: string; readonly size: number }[];
  bot_id?: string;
  edits: number;
}

/** A channel, direct or shared. */
export interface Room {
  readonly id: string;
  readonly members: Set<string>;
  archived: boolean;
  readonly messages: KeptMessage[];
}

/** How a call fails instead of being done, or after it was done. */
export type ServerFault =
  | { readonly kind: 'rate-limit'; readonly seconds: number }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'error'; readonly error: string }
  /** Done, but the connection is cut before the answer. */
  | { readonly kind: 'lose-answer' }
  /** Done, but answered late. */
  | { readonly kind: 'late-answer'; readonly milliseconds: number }
  /** Not done: the connection is cut at once. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'slow'; readonly milliseconds: number };

/** One opened view. */
export interface KeptView {
  readonly id: string;
  hash: string;
  view: unknown;
}

/** A workspace and the app in it. */
export interface Workspace {
  readonly team: string;
  readonly botToken: string;
  readonly botUserId: string;
  readonly botId: string;
}

/** All of the server's state; tests read it. */
export interface ServerState {
  readonly calls: Call[];
  readonly rooms: Map<string, Room>;
  readonly users: Map<string, Readonly<Record<string, unknown>>>;
  readonly groups: Map<string, readonly string[]>;
  readonly views: Map<string, KeptView>;
  readonly homes: Map<string, unknown>;
  readonly triggers: Map<string, { readonly until: number; used: boolean }>;
  readonly files: Map<string, { readonly name: string; length: number; bytes?: Uint8Array }>;
  readonly ephemerals: { readonly channel: string; readonly user: string; readonly args: Args }[];
  readonly responses: { readonly path: string; readonly body: unknown }[];
  readonly workspaces: Workspace[];
  readonly revoked: Set<string>;
  readonly codes: Map<string, Args>;
  nextId: number;
}

export const newState = (workspace: Workspace): ServerState => ({
  calls: [],
  rooms: new Map(),
  users: new Map(),
  groups: new Map(),
  views: new Map(),
  homes: new Map(),
  triggers: new Map(),
  files: new Map(),
  ephemerals: [],
  responses: [],
  workspaces: [workspace],
  revoked: new Set(),
  codes: new Map(),
  nextId: 1,
});

/** A time stamp no other message has; rises. */
export const nextTs = (state: ServerState): string => {
  state.nextId += 1;
  return `1795248000.${String(state.nextId).padStart(6, '0')}`;
};

/** The room of an id; direct rooms come into being when asked for. */
export const roomOf = (state: ServerState, id: string): Room | undefined => {
  const known = state.rooms.get(id);
  if (known || !id.startsWith('D')) return known;
  const room = { id, members: new Set<string>(), archived: false, messages: [] };
  state.rooms.set(id, room);
  return room;
};
