import type { Assessment, Reason } from '../policy/assessment.ts';
import type { Asked } from '../policy/duty.ts';
import type { FactEvidence, Facts } from '../policy/facts.ts';
import type { Actor, DeskChannel, FileRef, Instant, Money, RemedyKind, Severity } from '../terms.ts';
import type { Details } from '../triage/understanding.ts';
import type {
  BillingError,
  Complainant,
  Contact,
  DraftReply,
  ReceiveComplaint,
  Statement,
} from './commands.ts';
import type { FurtherEvent, GradeSuggested } from './further-events.ts';

/** What every event carries: when, and by whom. */
interface Happened {
  readonly at: Instant;
  readonly by: Actor;
}

/** The complaint entered the register; the pack's version is frozen here. */
export interface ComplaintReceived extends Happened {
  readonly type: 'ComplaintReceived';
  readonly number: string;
  readonly receivedAt: Instant;
  readonly pack: string;
  readonly nature: ReceiveComplaint['nature'];
  readonly intake: ReceiveComplaint['intake'];
  readonly source: ReceiveComplaint['source'];
  readonly contact: Contact | null;
  readonly complainant: Complainant;
  readonly statements: readonly Statement[];
  readonly summary: string;
  readonly details: Details;
  readonly facts: Facts;
  readonly evidence: FactEvidence;
}
/** Graded by the rules: at receipt, or when new facts raise the floor. */
export interface ComplaintAssessed extends Happened {
  readonly type: 'ComplaintAssessed';
  readonly assessment: Assessment;
}
/** The receipt was given: number, dates, ways (IN-10). */
export interface ComplaintAcknowledged extends Happened {
  readonly type: 'ComplaintAcknowledged';
}
/** More words of the complainant, with the facts read from them. */
export interface StatementAdded extends Happened {
  readonly type: 'StatementAdded';
  readonly statement: Statement;
  readonly details: Details;
  readonly facts: Facts;
  readonly evidence: FactEvidence;
}
/** A complaint filed incomplete was told to the end and confirmed (IN-9). */
export interface IntakeCompleted extends Happened {
  readonly type: 'IntakeCompleted';
  readonly summary: string;
  readonly details: Details;
  readonly facts: Facts;
  readonly evidence: FactEvidence;
  readonly complainant: Complainant;
}
/** A statement was changed, or deleted: `text` null. The former words stay (IN-8). */
export interface StatementAmended extends Happened {
  readonly type: 'StatementAmended';
  readonly statementId: string;
  readonly text: string | null;
}
/** Ended at the complainant's wish. */
export interface ComplaintWithdrawn extends Happened {
  readonly type: 'ComplaintWithdrawn';
  readonly reason: string;
}
/** The complainant waits for a person (DI-3). */
export interface PersonRequested extends Happened {
  readonly type: 'PersonRequested';
}
/** A person holds the talk. */
export interface TalkTaken extends Happened {
  readonly type: 'TalkTaken';
}
/** The bot holds the talk again. */
export interface TalkReturned extends Happened {
  readonly type: 'TalkReturned';
}
/** It has a handler (S0.1). */
export interface ComplaintTaken extends Happened {
  readonly type: 'ComplaintTaken';
  readonly handler: string;
}
/** Another was asked to take it over; the holder is still the holder. */
export interface HandOverOffered extends Happened {
  readonly type: 'HandOverOffered';
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}
/** It has another handler. */
export interface HandOverAccepted extends Happened {
  readonly type: 'HandOverAccepted';
  readonly handler: string;
}
/** The holder keeps it. */
export interface HandOverRefused extends Happened {
  readonly type: 'HandOverRefused';
  readonly reason: string;
}
/** Lowering level 1 or 2 waits for a second person (TR-7). */
export interface RegradeProposed extends Happened {
  readonly type: 'RegradeProposed';
  readonly severity: Severity;
  readonly reason: string;
}
/** The level stays. */
export interface RegradeRejected extends Happened {
  readonly type: 'RegradeRejected';
  readonly reason: string;
}
/** Graded by a person, or by an unhappy follow-up; `reason` says why, `reasons` is empty then. */
export interface ComplaintRegraded extends Happened {
  readonly type: 'ComplaintRegraded';
  readonly from: Severity;
  readonly severity: Severity;
  readonly reason: string;
  readonly reasons: readonly Reason[];
}
/** Said among staff; never leaves (ST-3). */
export interface NoteAdded extends Happened {
  readonly type: 'NoteAdded';
  readonly text: string;
  readonly files: readonly FileRef[];
  /** The channel whose thread it was written in. */
  readonly channel?: DeskChannel;
}
/** A text for the complainant waits for its second press (DI-5). */
export interface ReplyDrafted extends Happened {
  readonly type: 'ReplyDrafted';
  readonly replyId: string;
  readonly purpose: DraftReply['purpose'];
  readonly text: string;
  readonly violations: DraftReply['violations'];
}
/** A person's words went to the complainant: the only thing that counts as a human reply (CL-7). */
export interface ReplySent extends Happened {
  readonly type: 'ReplySent';
  readonly replyId: string;
  readonly purpose: DraftReply['purpose'];
  readonly text: string;
}
/** The text was dropped unsent. */
export interface ReplyDiscarded extends Happened {
  readonly type: 'ReplyDiscarded';
  readonly replyId: string;
}
/** What happened, whether it is valid, whose it was (TR-8). */
export interface FindingRecorded extends Happened {
  readonly type: 'FindingRecorded';
  readonly outcome: 'upheld' | 'partly_upheld' | 'not_upheld';
  readonly valid: boolean;
  readonly department: string;
  readonly cause: string;
  readonly text: string;
}
/** A remedy with the steps its approval needs, as the ladder stood then. */
export interface RemedyProposed extends Happened {
  readonly type: 'RemedyProposed';
  readonly remedyId: string;
  readonly kind: RemedyKind;
  readonly money: Money | null;
  readonly text: string;
  readonly withinDays: number;
  /** Roles that must approve, in order; empty when the proposer's own authority is enough. */
  readonly steps: readonly string[];
  /** For each step its round: those of one round sign in any order; one after the other when absent. */
  readonly rounds?: readonly number[];
  readonly clause: string;
  readonly owner?: string;
  readonly bottomLine?: boolean;
  readonly newFacts?: string;
  readonly billing?: BillingError;
}
/** One step of the ladder said yes. */
export interface RemedyApproved extends Happened {
  readonly type: 'RemedyApproved';
  readonly remedyId: string;
  /** Which of the steps; 0-based. */
  readonly step: number;
}
/** Refused for good. */
export interface RemedyRejected extends Happened {
  readonly type: 'RemedyRejected';
  readonly remedyId: string;
  readonly reason: string;
}
/** Sent back to its proposer. */
export interface RemedyReturned extends Happened {
  readonly type: 'RemedyReturned';
  readonly remedyId: string;
  readonly instruction: string;
}
/** The complainant may now accept or decline it (AP-6). */
export interface RemedyOffered extends Happened {
  readonly type: 'RemedyOffered';
  readonly remedyId: string;
  /** By whose authority, for budgets; absent in files of before there were any. */
  readonly role?: string;
}
/** The complainant's consent, kept as evidence (S1.6); the promise has a date. */
export interface RemedyAccepted extends Happened {
  readonly type: 'RemedyAccepted';
  readonly remedyId: string;
  readonly evidence: string;
  /** When it must have been carried out. */
  readonly dueAt: Instant;
}
/** The complainant said no. */
export interface RemedyDeclined extends Happened {
  readonly type: 'RemedyDeclined';
  readonly remedyId: string;
  readonly evidence: string;
}
/** The promise was kept. */
export interface RemedyCarriedOut extends Happened {
  readonly type: 'RemedyCarriedOut';
  readonly remedyId: string;
  readonly proof: string;
}
/** A role of the chain was asked (ES-1). */
export interface EscalationRaised extends Happened {
  readonly type: 'EscalationRaised';
  /** Why: 'level', 'asked', 'breach:first_reply', 'staff', 'dissatisfied' … */
  readonly trigger: string;
  readonly reason: string;
  /** Step of the chain, 0-based, and the role asked. */
  readonly step: number;
  readonly role: string;
  /** The people asked, as rota and absences stood then, and when they are called; absent: at once (ES-4). */
  readonly asked?: readonly Asked[];
  readonly callAt?: Instant;
  readonly clause: string;
}
/** The role asked has seen it. */
export interface EscalationAcknowledged extends Happened {
  readonly type: 'EscalationAcknowledged';
}
/** Sent back to the handler with an instruction; nobody above has it now. */
export interface EscalationReturned extends Happened {
  readonly type: 'EscalationReturned';
  readonly instruction: string;
}
/** The outcome was told: closure; the follow-up comes before the archive (S1.2). */
export interface ComplaintResolved extends Happened {
  readonly type: 'ComplaintResolved';
  readonly text: string;
  /** When the complainant will be asked whether it is solved. */
  readonly followUpAt: Instant;
  /** Our last word: told with the ways outside. */
  readonly final?: boolean;
}
/** Not taken on, with the ground (S1.14). */
export interface ComplaintDeclined extends Happened {
  readonly type: 'ComplaintDeclined';
  readonly ground: 'settled' | 'court' | 'mediated' | 'other_rule' | 'not_ours';
  readonly text: string;
}
/** Goes on in another file. */
export interface ComplaintMerged extends Happened {
  readonly type: 'ComplaintMerged';
  readonly into: string;
}
/** Another file has to do with this one. */
export interface ComplaintLinked extends Happened {
  readonly type: 'ComplaintLinked';
  readonly with: string;
}
/** The register's counts for this matter as they are now (TR-3). */
export interface SamenessUpdated extends Happened {
  readonly type: 'SamenessUpdated';
  readonly sameComplainants: number;
  readonly repeatsAfterHandling: number;
  readonly related: readonly string[];
}
/** Somebody looked at what is masked (AD-4). */
export interface PersonalDataRevealed extends Happened {
  readonly type: 'PersonalDataRevealed';
}
/** The contact works, or no longer does. */
export interface ReachabilityNoted extends Happened {
  readonly type: 'ReachabilityNoted';
  readonly reachable: boolean;
}
/** A share of the time has passed and the duty is open (CL-4). */
export interface ClockWarned extends Happened {
  readonly type: 'ClockWarned';
  readonly clock: string;
  readonly percent: number;
  readonly dueAt: Instant;
}
/** The date has passed and the duty is open. */
export interface ClockBreached extends Happened {
  readonly type: 'ClockBreached';
  readonly clock: string;
  readonly dueAt: Instant;
}
/** The two questions were put, or put again; `attempt` 1 is the first (CL-5, CL-6). */
export interface FollowUpAsked extends Happened {
  readonly type: 'FollowUpAsked';
  readonly attempt: number;
  /** When to come back if no answer comes: for one more try, or, after the last, to note that the tries are used up. */
  readonly nextAttemptAt: Instant | null;
}
/** What this answer said; null where it said nothing (CL-6). */
export interface FollowUpAnswered extends Happened {
  readonly type: 'FollowUpAnswered';
  readonly solved: boolean | null;
  readonly rating: 1 | 2 | 3 | 4 | 5 | null;
}
/** Every try was made and told of; the state is earned (S1.4). */
export interface ComplainantUnreachable extends Happened {
  readonly type: 'ComplainantUnreachable';
  readonly attempts: number;
}
/** The transport delivered a message to the complainant (CL-5). */
export interface ContactDelivered extends Happened {
  readonly type: 'ContactDelivered';
  readonly messageId: string;
  readonly purpose: string;
}
/** The transport could not deliver a message to the complainant. */
export interface ContactFailed extends Happened {
  readonly type: 'ContactFailed';
  readonly messageId: string;
  readonly purpose: string;
}
/** The file is shut after its follow-up (S1.2). */
export interface ComplaintArchived extends Happened {
  readonly type: 'ComplaintArchived';
}
/** A new round begins; what happened before stays. */
export interface ComplaintReopened extends Happened {
  readonly type: 'ComplaintReopened';
  readonly reason: string;
  readonly because?: 'new_facts' | 'review';
}

/** Everything that can have happened to a complaint. History is never rewritten. */
export type ComplaintEvent =
  | ComplaintReceived
  | ComplaintAssessed
  | ComplaintAcknowledged
  | StatementAdded
  | IntakeCompleted
  | StatementAmended
  | ComplaintWithdrawn
  | PersonRequested
  | TalkTaken
  | TalkReturned
  | ComplaintTaken
  | HandOverOffered
  | HandOverAccepted
  | HandOverRefused
  | RegradeProposed
  | RegradeRejected
  | ComplaintRegraded
  | NoteAdded
  | ReplyDrafted
  | ReplySent
  | ReplyDiscarded
  | FindingRecorded
  | RemedyProposed
  | RemedyApproved
  | RemedyRejected
  | RemedyReturned
  | RemedyOffered
  | RemedyAccepted
  | RemedyDeclined
  | RemedyCarriedOut
  | EscalationRaised
  | EscalationAcknowledged
  | EscalationReturned
  | ComplaintResolved
  | ComplaintDeclined
  | ComplaintMerged
  | ComplaintLinked
  | SamenessUpdated
  | PersonalDataRevealed
  | ReachabilityNoted
  | ClockWarned
  | ClockBreached
  | FollowUpAsked
  | FollowUpAnswered
  | ComplainantUnreachable
  | ContactDelivered
  | ContactFailed
  | ComplaintArchived
  | ComplaintReopened
  | GradeSuggested
  | FurtherEvent;
