import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Command } from '../complaint/commands.ts';
import type { ComplaintEvent } from '../complaint/events.ts';
import type { Complaint } from '../complaint/state.ts';
import type { ButtonAction } from '../dialog/desk/action.ts';
import type { DialogState } from '../dialog/state.ts';
import type { InboundMessage } from '../inbound/message.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { ChannelName, Instant, Locale, Severity } from '../terms.ts';
import type { Fingerprint } from '../triage/fingerprint.ts';
import type { Personal, PersonalBytes } from './personal.ts';

/** A JSON column: read as the value, written as its text. */
type Json<T extends object> = JSONColumnType<T, string, string>;

/** A column that holds a person's words: read as the value, written so that it is sealed where keys are set. */
type Words<T> = ColumnType<T, Personal, Personal>;

/** Made by the database, never written. */
type Made<T> = ColumnType<T, never, never>;

/** Arrivals, in the order they were stored. */
export interface InboxTable {
  seq: Made<number>;
  key: string;
  lane: string;
  arrived_at: Instant;
  body: Words<InboundMessage>;
  state: Generated<'waiting' | 'done' | 'parked'>;
  attempts: Generated<number>;
  error: string | null;
}

/** One row per talk or desk thread; `due_at` null when nothing waits. */
export interface LanesTable {
  lane: string;
  /** When the first of what waits came. */
  since: Instant | null;
  due_at: Instant | null;
}

/** Who complains. */
export interface ComplainantsTable {
  id: string;
  name: string | null;
  phone: string | null;
  email: string | null;
  kind: Generated<'consumer' | 'business' | 'partner'>;
  created_at: Instant;
}

/** Talks with complainants. */
export interface TalksTable {
  id: string;
  channel: ChannelName;
  place: string;
  route: string | null;
  locale: Locale | null;
  complainant_id: string;
  complaint: string | null;
  dialog: Words<DialogState>;
  version: Generated<number>;
  updated_at: Instant;
}

/** The register, one row per complaint. */
export interface ComplaintsTable {
  number: string;
  version: number;
  stage: string;
  severity: Severity;
  urgency: string;
  type: string;
  department: string;
  handler: string | null;
  complainant_id: string;
  talk: string | null;
  received_at: Instant;
  next_due_at: Instant | null;
  summary: string;
  state: Words<Complaint>;
  synthetic: Generated<boolean>;
}

/** What happened, never rewritten. */
export interface EventsTable {
  position: Made<number>;
  complaint: string;
  version: number;
  type: string;
  at: Instant;
  data: Words<ComplaintEvent>;
  hash: string;
  /** What the hashes of personal words were made with; null once they are erased. */
  salt: string | null;
  /** Path → the hash that stands for erased words. */
  erased: JSONColumnType<Readonly<Record<string, string>> | null, string | null, string | null>;
}

/** What leaves. `lane` keeps the order of one talk or thread. */
export interface OutboxTable {
  id: string;
  seq: Made<number>;
  lane: string;
  channel: ChannelName;
  place: string;
  key: string | null;
  complaint: string | null;
  severity: Severity;
  body: Words<OutboundMessage>;
  state: Generated<'waiting' | 'sent' | 'uncertain' | 'superseded' | 'parked'>;
  attempts: Generated<number>;
  run_at: Instant;
  leased_until: Instant | null;
  queued_at: Instant;
  sent_at: Instant | null;
  error: string | null;
}

/** Logical message name → the transport's. */
export interface SentMessagesTable {
  key: string;
  message_id: string;
  thread_id: string | null;
}

/** Logical thread name → the transport's, and its complaint. */
export interface ThreadsTable {
  key: string;
  channel: ChannelName;
  place: string;
  thread_id: string;
  complaint: string;
}

/** Dated work that is no command of a file: a talk fell silent, a new file is compared with others, a card is drawn anew. */
export type OtherWork =
  | { readonly type: 'Silence' }
  | { readonly type: 'Compare' }
  | { readonly type: 'Redraw' };

/** A dated command of a complaint, or the silence of a talk. */
export interface FollowUpsTable {
  key: string;
  complaint: string | null;
  talk: string | null;
  command: Words<Command | OtherWork>;
  due_at: Instant;
  /** When it may be carried out; later than due after a failure or an outage. */
  run_at: Instant;
  state: Generated<'waiting' | 'done' | 'cancelled' | 'parked'>;
  attempts: Generated<number>;
  error: string | null;
}

/** What a press means. */
export interface ButtonsTable {
  id: string;
  complaint: string | null;
  talk: string | null;
  action: Json<ButtonAction>;
  created_at: Instant;
}

/** Stored files with their content. */
export interface FilesTable {
  id: string;
  sha256: string;
  name: Words<string>;
  media_type: string;
  bytes: number;
  content: ColumnType<Buffer, PersonalBytes, PersonalBytes>;
  stored_at: Instant;
}

/** Web talks; the token is kept hashed. */
export interface WebSessionsTable {
  id: string;
  token_hash: string;
  locale: Locale | null;
  opened_at: Instant;
}

/** Who is signed in to the workbench; the token is kept hashed. */
export interface DeskSessionsTable {
  token_hash: string;
  person: string;
  ends_at: Instant;
}

/** Lines of web talks and desk pages. */
export interface WebMessagesTable {
  id: string;
  place: string;
  cursor: Generated<number>;
  sender: 'complainant' | 'bot' | 'staff';
  author: string | null;
  body: Words<WebBody>;
  thread: string | null;
  complaint: string | null;
  only_for: string | null;
  at: Instant;
}

/** What a web line shows. */
export type WebBody = Pick<OutboundMessage, 'text' | 'card' | 'buttons' | 'files'>;

/** Pack versions, with the texts they were made from. */
export interface PacksTable {
  id: string;
  sources: Json<readonly { readonly file: string; readonly text: string }[]>;
  stored_at: Instant;
}

/** Installed Slack workspaces, tokens sealed. */
export interface InstallationsTable {
  workspace: string;
  sealed: string;
  key_id: string;
  installed_at: Instant;
}

/** Codes that link two talks of one person. */
export interface LinkCodesTable {
  code: string;
  kind: ColumnType<'person' | 'join', 'person' | 'join', never>;
  talk: string;
  complaint: string | null;
  expires_at: Instant;
}

/** What complaints are about, to find the same matter. */
export interface PrintsTable {
  complaint: string;
  complainant_id: string;
  type: string;
  print: Json<Fingerprint>;
  received_at: Instant;
}

/** Keys by which prints are found. */
export interface PrintKeysTable {
  key: string;
  received_at: Instant;
  complaint: string;
}

/** Whose records are kept whatever their age. */
export interface LegalHoldsTable {
  complainant_id: string;
  reason: string;
  placed_at: Instant;
}

/** What was erased, and when. */
export interface ErasuresTable {
  seq: Made<number>;
  complainant_id: string | null;
  complaint: string | null;
  record: string;
  cause: 'request' | 'retention';
  rows: number;
  at: Instant;
}

/** What was granted, a row for each remedy once the last yes was given. */
export interface GrantsTable {
  complaint: string;
  remedy: string;
  complainant_id: string;
  department: string;
  kind: string;
  role: string | null;
  currency: string;
  amount_minor: number;
  granted_at: Instant;
  owed: boolean;
  cancelled: boolean;
  synthetic: boolean;
}

/** Firings of scheduled sweeps. */
export interface SweepsTable {
  key: string;
  ran_at: Generated<Instant>;
}

/** Every table. */
export interface Tables {
  inbox: InboxTable;
  lanes: LanesTable;
  complainants: ComplainantsTable;
  talks: TalksTable;
  complaints: ComplaintsTable;
  events: EventsTable;
  outbox: OutboxTable;
  sent_messages: SentMessagesTable;
  threads: ThreadsTable;
  follow_ups: FollowUpsTable;
  buttons: ButtonsTable;
  files: FilesTable;
  web_sessions: WebSessionsTable;
  desk_sessions: DeskSessionsTable;
  web_messages: WebMessagesTable;
  packs: PacksTable;
  installations: InstallationsTable;
  link_codes: LinkCodesTable;
  prints: PrintsTable;
  print_keys: PrintKeysTable;
  grants: GrantsTable;
  sweeps: SweepsTable;
  legal_holds: LegalHoldsTable;
  erasures: ErasuresTable;
}
