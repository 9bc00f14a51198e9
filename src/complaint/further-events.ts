import type { Actor, Instant, Money } from '../terms.ts';
import type { Proposal } from '../triage/model-proposal.ts';
import type { Contact } from './commands.ts';
import type { Party } from './further-commands.ts';

/** What every event carries: when, and by whom. */
interface Happened {
  readonly at: Instant;
  readonly by: Actor;
}

/** Somebody takes no part any more (S1.13). `how`: by name, by staff, or as of the named one's line. */
export interface PersonRecused extends Happened {
  readonly type: 'PersonRecused';
  readonly person: string;
  readonly words: string;
  readonly how: 'named' | 'staff' | 'line';
}
/** The words may mean somebody of ours: staff are asked. */
export interface RecusalProposed extends Happened {
  readonly type: 'RecusalProposed';
  readonly person: string;
  readonly words: string;
}
/** The words did not mean that person. */
export interface RecusalDenied extends Happened {
  readonly type: 'RecusalDenied';
  readonly person: string;
}
/** Somebody looked into a file that no channel shows. */
export interface RestrictedFileOpened extends Happened {
  readonly type: 'RestrictedFileOpened';
}
/** Nobody took it in time. */
export interface LeftUnclaimed extends Happened {
  readonly type: 'LeftUnclaimed';
  readonly since: Instant;
}
/** Whoever was asked to take it over never answered; the holder is the holder. */
export interface HandOverLapsed extends Happened {
  readonly type: 'HandOverLapsed';
  readonly to: string;
}
/** Open for so many days through us. */
export interface StillUnresolved extends Happened {
  readonly type: 'StillUnresolved';
  readonly days: number;
}
/** The holder, or whoever is above, was reminded of a file that stands still. */
export interface StandingReminded extends Happened {
  readonly type: 'StandingReminded';
}
/** A pause at level 1 or 2 waits for a second person. */
export interface PauseProposed extends Happened {
  readonly type: 'PauseProposed';
  readonly reason: string;
  readonly note: string;
  readonly days: number;
}
/** The clocks go on. */
export interface PauseRejected extends Happened {
  readonly type: 'PauseRejected';
  readonly reason: string;
}
/** The clocks that may stand still do, until then at most. */
export interface ClocksPaused extends Happened {
  readonly type: 'ClocksPaused';
  readonly reason: string;
  readonly note: string;
  readonly until: Instant;
}
/** The clocks run again. */
export interface ClocksResumed extends Happened {
  readonly type: 'ClocksResumed';
}
/** The next in line is asked to approve (AP-2). */
export interface ApprovalPassed extends Happened {
  readonly type: 'ApprovalPassed';
  readonly remedyId: string;
  /** Role asked from now on, beside those who could before. */
  readonly role: string;
}
/** To be carried out without asking the complainant first: a verified billing error (S1.12). */
export interface RemedyOrdered extends Happened {
  readonly type: 'RemedyOrdered';
  readonly remedyId: string;
  readonly dueAt: Instant;
}
/** A version of a formal letter, proven by its hash, with the steps of its review (S1.5). */
export interface LetterDrafted extends Happened {
  readonly type: 'LetterDrafted';
  readonly letterId: string;
  /** 1-based; a new version is reviewed from the beginning. */
  readonly version: number;
  readonly text: string;
  readonly sha256: string;
  readonly steps: readonly string[];
  readonly clause: string;
}
/** One step of the review said yes to the version with this hash. */
export interface LetterApproved extends Happened {
  readonly type: 'LetterApproved';
  readonly letterId: string;
  readonly step: number;
  readonly sha256: string;
}
/** Sent back to its writer. */
export interface LetterReturned extends Happened {
  readonly type: 'LetterReturned';
  readonly letterId: string;
  readonly instruction: string;
}
/** It went to the complainant: a person's words. */
export interface LetterSent extends Happened {
  readonly type: 'LetterSent';
  readonly letterId: string;
  readonly text: string;
  readonly sha256: string;
}
/** Who complains together. */
export interface PartiesListed extends Happened {
  readonly type: 'PartiesListed';
  readonly parties: readonly Party[];
}
/** Words that may mean it was settled or concluded before: staff decide (S1.14). */
export interface GroundFound extends Happened {
  readonly type: 'GroundFound';
  readonly ground: 'settled' | 'court' | 'mediated';
  readonly words: string;
}
/** Whose failing it was; waits for the general manager when serious (S0.7). */
export interface ResponsibilityRecorded extends Happened {
  readonly type: 'ResponsibilityRecorded';
  readonly unit: string;
  readonly person: string;
  readonly deduction: Money | null;
  readonly reason: string;
  readonly needsApproval: boolean;
}
/** The general manager agreed. */
export interface ResponsibilityApproved extends Happened {
  readonly type: 'ResponsibilityApproved';
}
/** The general manager did not agree. */
export interface ResponsibilityRejected extends Happened {
  readonly type: 'ResponsibilityRejected';
  readonly reason: string;
}

/** A further talk of the same person, proven by a code (CL-5). */
export interface ContactAdded extends Happened {
  readonly type: 'ContactAdded';
  readonly contact: Contact;
}
/** A model proposed a worse grade: shown to staff, changes nothing by itself (TR-2). */
export interface GradeSuggested extends Happened, Proposal {
  readonly type: 'GradeSuggested';
  readonly promptHash: string;
}
/** A promise of a sent reply was put into the ledger. */
export interface PromiseNoted extends Happened {
  readonly type: 'PromiseNoted';
  readonly promiseId: string;
  readonly text: string;
  readonly dueAt: Instant;
}
/** It was kept. */
export interface PromiseKept extends Happened {
  readonly type: 'PromiseKept';
  readonly promiseId: string;
}
/** Its date passed and nobody said that it was kept. */
export interface PromiseMissed extends Happened {
  readonly type: 'PromiseMissed';
  readonly promiseId: string;
}

/** Promises of staff and what became of them. */
export type PromiseEvent = PromiseNoted | PromiseKept | PromiseMissed;
/** Who keeps out. */
export type RecusalEvent = PersonRecused | RecusalProposed | RecusalDenied | RestrictedFileOpened;
/** What the dates that watch a file found. */
export type WatchEvent = LeftUnclaimed | HandOverLapsed | StillUnresolved | StandingReminded;
/** What stands still. */
export type PauseEvent = PauseProposed | PauseRejected | ClocksPaused | ClocksResumed;
/** A formal letter's way. */
export type LetterEvent = LetterDrafted | LetterApproved | LetterReturned | LetterSent;
/** What is kept of a file beside its handling. */
export type RecordEvent =
  | PartiesListed
  | GroundFound
  | ResponsibilityRecorded
  | ResponsibilityApproved
  | ResponsibilityRejected;

/** What happens around the handling of a file. */
export type FurtherEvent =
  | RecusalEvent
  | WatchEvent
  | PauseEvent
  | LetterEvent
  | RecordEvent
  | PromiseEvent
  | ContactAdded
  | ApprovalPassed
  | RemedyOrdered;
