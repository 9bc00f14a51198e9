import type { Heard } from '../support/lines/line.ts';

/** Words of a complainant, and when, on the harness's own clock, they were first sent and then acknowledged. */
export interface Spoken {
  /** `slack:DU3`: the transport and the place, as talks are named. */
  readonly talk: string;
  readonly text: string;
  /** Whether they belong into a complaint; small talk and calls for help do not. */
  readonly belongsOnFile: boolean;
  readonly sentAt: number;
  readonly takenAt: number;
}

/** A message changed afterwards. */
export interface Changed {
  readonly talk: string;
  readonly from: string;
  readonly to: string;
}

/** What staff did, and it was acknowledged. */
export interface StaffDeed {
  readonly did: 'take' | 'acknowledge' | 'note' | 'draft' | 'send';
  readonly complaint: string;
  /** A note's or a reply's words; '' for a press. */
  readonly text: string;
  /** How often and by how many it was done at once. */
  readonly presses: number;
}

/** A message of ours as it stands at a desk: the outbox row it came from. */
export interface DeskPost {
  readonly place: string;
  readonly id: string;
}

/** What one complainant saw. */
export interface HeardIn {
  readonly talk: string;
  readonly lines: readonly Heard[];
}

/** What people did and saw. */
export interface Seen {
  readonly spoken: readonly Spoken[];
  readonly changed: readonly Changed[];
  readonly deeds: readonly StaffDeed[];
  readonly heard: readonly HeardIn[];
  readonly posts: readonly DeskPost[];
}

/** An arrival as stored; `at` in milliseconds, as everywhere here. */
export interface InboxRow {
  readonly seq: number;
  readonly key: string;
  readonly lane: string;
  readonly kind: string;
  readonly text: string;
  readonly state: string;
}

/** A message of ours as stored. */
export interface OutboxRow {
  readonly id: string;
  readonly channel: string;
  readonly place: string;
  readonly key: string | null;
  readonly complaint: string | null;
  readonly audience: string;
  /** Whether only the presser of a button reads it. */
  readonly isAnswer: boolean;
  readonly text: string;
  readonly state: string;
  readonly error: string | null;
}

/** An event as stored. */
export interface EventRow {
  readonly position: number;
  readonly complaint: string;
  readonly version: number;
  readonly type: string;
  readonly at: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly hash: string;
  readonly salt: string | null;
}

/** A line of the register. */
export interface RegisterRow {
  readonly number: string;
  readonly version: number;
  readonly talk: string | null;
  readonly receivedAt: number;
  readonly nextDueAt: number | null;
}

/** What a talk remembers and no file has: words, oldest first. */
export interface TalkRow {
  readonly id: string;
  readonly complaint: string | null;
  readonly unfiled: readonly string[];
}

/** A dated command. */
export interface FollowUpRow {
  readonly key: string;
  readonly complaint: string | null;
  readonly state: string;
  readonly dueAt: number;
}

/** What the database holds at the end. */
export interface Tables {
  readonly inbox: readonly InboxRow[];
  readonly outbox: readonly OutboxRow[];
  readonly events: readonly EventRow[];
  readonly register: readonly RegisterRow[];
  readonly talks: readonly TalkRow[];
  readonly followUps: readonly FollowUpRow[];
  /** Once-only sweeps that were claimed. */
  readonly sweeps: readonly string[];
  readonly migrations: readonly number[];
}

/** How the processes fared. */
export interface Fared {
  readonly stops: readonly { readonly ms: number; readonly code: number | null }[];
  readonly died: readonly string[];
  /** Resident memory over time, a row for each place of the fleet. */
  readonly megabytes: readonly (readonly number[])[];
  readonly mostConnections: number;
  readonly allowedConnections: number;
  /** Exit codes of those who migrated an empty database at once. */
  readonly migrators: readonly (number | null)[];
  /** Exit code of `audit verify`. */
  readonly audit: number | null;
}

/** Everything the checker knows. */
export interface History {
  readonly seen: Seen;
  readonly tables: Tables;
  readonly fared: Fared;
  /** The fleet's time at the end. */
  readonly now: number;
}

/** What must be so, and what is not, in words. */
export interface Finding {
  readonly rule: string;
  readonly broken: readonly string[];
}
