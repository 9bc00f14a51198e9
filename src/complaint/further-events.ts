import type { Actor, ClauseId, FileRef, Instant, Money } from '../terms.ts';
import type { Proposal } from '../triage/model-proposal.ts';
import type { Complainant, Contact } from './commands.ts';
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
/** It would have passed a budget: one step further up decides (AP-2). Sums in minor units, as they stood before. */
export interface ApprovalReferred extends Happened {
  readonly type: 'ApprovalReferred';
  readonly remedyId: string;
  readonly role: string;
  readonly budget: string;
  readonly spentMinor: number;
  readonly limitMinor: number;
  readonly currency: string;
}
/** Those asked while none of them was at work are called: somebody is (ES-4). */
export interface EscalationCalled extends Happened {
  readonly type: 'EscalationCalled';
}
/** Since it was proposed the level rose, or more was granted elsewhere: the ladder asks for these too before it is offered (AP-2). */
export interface SignaturesAdded extends Happened {
  readonly type: 'SignaturesAdded';
  readonly remedyId: string;
  readonly steps: readonly string[];
  /** As of the steps of a proposal: those of one round sign in any order. */
  readonly rounds: readonly number[];
  readonly clause: ClauseId;
}
/** A grant brought a budget to the share at which managers are told; sums in minor units, this grant included. */
export interface BudgetWarned extends Happened {
  readonly type: 'BudgetWarned';
  readonly budget: string;
  readonly spentMinor: number;
  readonly limitMinor: number;
  readonly currency: string;
}
/** To be carried out without asking the complainant first: a verified billing error (S1.12). */
export interface RemedyOrdered extends Happened {
  readonly type: 'RemedyOrdered';
  readonly remedyId: string;
  /** By whose authority; absent in files of before there were budgets. */
  readonly role?: string;
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
  /** For each step its round: those of one round sign in any order; one after the other when absent. */
  readonly rounds?: readonly number[];
  readonly clause: string;
}
/** One step of the review said yes to the version with this hash. */
export interface LetterApproved extends Happened {
  readonly type: 'LetterApproved';
  readonly letterId: string;
  readonly step: number;
  readonly sha256: string;
}
/** The review was left lying: the next in line is asked (AP-2). */
export interface ReviewPassed extends Happened {
  readonly type: 'ReviewPassed';
  readonly letterId: string;
  /** Role asked from now on, beside those who could before. */
  readonly role: string;
}
/** Somebody looked at the letter as it would leave: the document of this version (S1.5). */
export interface LetterPreviewed extends Happened {
  readonly type: 'LetterPreviewed';
  readonly letterId: string;
  readonly version: number;
  readonly files: readonly FileRef[];
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
  /** The document it went out as; absent when it went as text. */
  readonly files?: readonly FileRef[];
}
/** Who complains together. */
export interface PartiesListed extends Happened {
  readonly type: 'PartiesListed';
  readonly parties: readonly Party[];
}
/** One of those who complain together wrote in a talk of their own. */
export interface PartyJoined extends Happened {
  readonly type: 'PartyJoined';
  readonly id: string;
  readonly name: string;
  readonly household: string;
  readonly contact: Contact;
  /** Which of those already listed it is; null for one more. A name may be erased, this may not. */
  readonly listed: number | null;
  /** How many different people and households there are now. */
  readonly people: number;
  readonly households: number;
}
/** One of them is no longer part of it. */
export interface PartyLeft extends Happened {
  readonly type: 'PartyLeft';
  readonly id: string;
}
/** Staff have seen that the speaker may speak for the other. */
export interface AuthorityConfirmed extends Happened {
  readonly type: 'AuthorityConfirmed';
  readonly proof: string;
}
/** Withdrawn, so nobody asks the complainant for anything any more; the file stays open because of what it says. */
export interface WithdrawalKept extends Happened {
  readonly type: 'WithdrawalKept';
  readonly reason: string;
  readonly clause: string;
}
/** The complainant asked for somebody higher; the clock of that wish runs from here (ES-3). */
export interface HigherRequested extends Happened {
  readonly type: 'HigherRequested';
}
/** Words that may mean it was settled or concluded before: staff decide (S1.14). */
export interface GroundFound extends Happened {
  readonly type: 'GroundFound';
  /** 'answered': `words` is the number of the earlier file. */
  readonly ground: 'settled' | 'court' | 'mediated' | 'answered';
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
/** Nobody decided on a responsibility in time: it is asked again, or somebody further up beside (RE-6). */
export interface ResponsibilityPassed extends Happened {
  readonly type: 'ResponsibilityPassed';
  /** Role asked from now on, beside the general manager. */
  readonly role: string;
}
/** The general manager agreed. */
export interface ResponsibilityApproved extends Happened {
  readonly type: 'ResponsibilityApproved';
}
/** What was done about it is told to everybody who works here: the unit and the measure, no names (S0.7). */
export interface SanctionPublished extends Happened {
  readonly type: 'SanctionPublished';
  readonly unit: string;
  readonly deduction: Money | null;
  readonly text: string;
  readonly clause: string;
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
export type LetterEvent =
  | LetterDrafted
  | LetterApproved
  | ReviewPassed
  | LetterPreviewed
  | LetterReturned
  | LetterSent;
/** What is kept of a file beside its handling. */
export type RecordEvent =
  | GroundFound
  | ResponsibilityRecorded
  | ResponsibilityApproved
  | ResponsibilityPassed
  | ResponsibilityRejected
  | SanctionPublished;

/** The complainant wishes that another of them speaks for all: staff are asked to record it. */
export interface SpeakerRequested extends Happened {
  readonly type: 'SpeakerRequested';
  readonly to: string;
}
/** Another of those who complain together is the complainant now; whoever was it is one of the others. */
export interface SpeakerChanged extends Happened {
  readonly type: 'SpeakerChanged';
  readonly from: string;
  readonly to: string;
}
/** Staff left it with whoever speaks for all; `text` tells them why. */
export interface SpeakerDeclined extends Happened {
  readonly type: 'SpeakerDeclined';
  readonly to: string;
  readonly text: string;
}
/** What was recorded is undone: the one who had handed the word on is the complainant again. */
export interface WordReturned extends Happened {
  readonly type: 'WordReturned';
  readonly from: string;
  readonly to: string;
  readonly text: string;
}
/**
 * Who complains, and with whom, as it stays once one of them is erased: lists of before, which named them all, are emptied.
 * How many there are does not change.
 */
export interface PartyForgotten extends Happened {
  readonly type: 'PartyForgotten';
  readonly id: string;
  readonly parties: readonly Party[];
  readonly complainant: Complainant;
  readonly contact: Contact | null;
}
/** Who complains, with whom and for whom. */
export type PartyEvent =
  | PartiesListed
  | PartyJoined
  | PartyLeft
  | SpeakerRequested
  | SpeakerChanged
  | SpeakerDeclined
  | WordReturned
  | PartyForgotten
  | AuthorityConfirmed;

/** What happens around the handling of a file. */
export type FurtherEvent =
  | PartyEvent
  | WithdrawalKept
  | HigherRequested
  | RecusalEvent
  | WatchEvent
  | PauseEvent
  | LetterEvent
  | RecordEvent
  | PromiseEvent
  | ContactAdded
  | ApprovalPassed
  | ApprovalReferred
  | EscalationCalled
  | SignaturesAdded
  | BudgetWarned
  | RemedyOrdered;
