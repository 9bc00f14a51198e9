import type { Assessment } from '../policy/assessment.ts';
import type { Timeline } from '../policy/deadlines.ts';
import type { Asked } from '../policy/duty.ts';
import type { FactEvidence, Facts } from '../policy/facts.ts';
import type { Actor, Instant, Money, RemedyKind, Severity } from '../terms.ts';
import type { Details } from '../triage/understanding.ts';
import type {
  BillingError,
  Complainant,
  Contact,
  DraftReply,
  ReceiveComplaint,
  Statement,
} from './commands.ts';
import type { Party } from './further-commands.ts';

/** Where a complaint is on its way (ISO 10002 7.1–7.9). */
export type Stage =
  | 'received'
  | 'taken'
  | 'investigated'
  | 'remedy_proposed'
  | 'remedy_offered'
  | 'remedy_accepted'
  | 'resolved'
  | 'archived'
  | 'declined'
  | 'withdrawn'
  | 'merged';

/** A budget as it stood at one moment; sums in minor units. */
export interface SpentBudget {
  readonly budget: string;
  readonly spentMinor: number;
  readonly limitMinor: number;
  readonly currency: string;
}

/** One remedy on its way from proposal to proof. */
export interface Remedy {
  readonly id: string;
  readonly kind: RemedyKind;
  readonly money: Money | null;
  readonly text: string;
  readonly withinDays: number;
  readonly proposedBy: Actor;
  readonly proposedAt: Instant;
  readonly steps: readonly string[];
  /** For each step its round: those of one round sign in any order, a later round after it. */
  readonly rounds: readonly number[];
  /** Budgets it would have passed, as they stood, for which it went one step further up (AP-2). */
  readonly referred: readonly SpentBudget[];
  /** When the last yes was given, and by whose authority; null until then. */
  readonly grantedAt: Instant | null;
  readonly grantedBy: string | null;
  /** `step` is which of the steps was signed. */
  readonly approvals: readonly { readonly by: string; readonly at: Instant; readonly step: number }[];
  /** Role asked after silence, beside those whose step it is; null while nobody was passed over (AP-2). */
  readonly passedTo: string | null;
  /** Since when the next signature is waited for. */
  readonly askedAt: Instant;
  /** Who carries it out; null leaves it to the handler (AP-7). */
  readonly owner: string | null;
  readonly bottomLine: boolean;
  /** Facts that reopened a last offer; '' when none. */
  readonly newFacts: string;
  readonly billing: BillingError | null;
  /** To be carried out without the complainant's yes (S1.12). */
  readonly ordered: boolean;
  readonly status:
    | 'proposed'
    | 'rejected'
    | 'returned'
    | 'approved'
    | 'offered'
    | 'accepted'
    | 'declined'
    | 'carried_out';
  readonly note: string;
  readonly dueAt: Instant | null;
  readonly clause: string;
  /** How often another became the complainant while it was open: it moved to their talk. 'closed': it was answered before that. */
  readonly handedOn?: number | 'closed';
}

/** A staff text that waits for its second press. */
export interface Draft {
  readonly id: string;
  readonly by: string;
  readonly purpose: DraftReply['purpose'];
  readonly text: string;
  readonly violations: DraftReply['violations'];
}

/** A formal letter on its way through the review (S1.5). */
export interface Letter {
  readonly id: string;
  readonly by: string;
  /** Every version's text and hash, oldest first; the last one counts. */
  readonly versions: readonly { readonly text: string; readonly sha256: string; readonly at: Instant }[];
  readonly steps: readonly string[];
  /** For each step its round: those of one round sign in any order, a later round after it. */
  readonly rounds: readonly number[];
  /** Signatures on the last version; `step` is which of the steps was signed. */
  readonly approvals: readonly { readonly by: string; readonly at: Instant; readonly step: number }[];
  /** Role asked after silence, beside those whose step it is; null while nobody was passed over (AP-2). */
  readonly passedTo: string | null;
  /** Since when the next signature is waited for. */
  readonly askedAt: Instant;
  readonly status: 'review' | 'returned' | 'approved' | 'sent';
  readonly note: string;
  readonly clause: string;
}

/** An escalation and how far it went. */
export interface Escalation {
  readonly trigger: string;
  readonly reason: string;
  readonly step: number;
  readonly role: string;
  /** The people asked; empty in files of before people were named. */
  readonly asked: readonly Asked[];
  readonly raisedAt: Instant;
  /** When those asked are called; null once they were (ES-4). */
  readonly callAt: Instant | null;
  /** Whether managers have a card of it. */
  readonly isShown: boolean;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: Instant | null;
  /** How often the same step was asked again, for its first cause, because nobody moved (ES-1). */
  readonly repeats: number;
}

/** A promise of a sent reply and what became of it. */
export interface StaffPromise {
  readonly id: string;
  readonly text: string;
  readonly dueAt: Instant;
  readonly status: 'open' | 'kept' | 'missed';
}

/** A complaint as its events say it is now. */
export interface Complaint {
  readonly number: string;
  /** Events so far: the expected version of the next append. */
  readonly version: number;
  readonly stage: Stage;
  readonly pack: string;
  readonly nature: ReceiveComplaint['nature'];
  readonly intake: ReceiveComplaint['intake'];
  readonly source: ReceiveComplaint['source'];
  readonly contact: Contact | null;
  /** Further talks of the same person, linked by a code. */
  readonly otherContacts: readonly Contact[];
  readonly complainant: Complainant;
  readonly statements: readonly (Statement & {
    readonly former: readonly string[];
    readonly deleted: boolean;
  })[];
  readonly summary: string;
  readonly details: Details;
  readonly facts: Facts;
  readonly evidence: FactEvidence;
  /** The worst grade a model proposed; absent when none did. */
  readonly suggested?: Severity;
  readonly assessment: Assessment;
  /** As graded or re-graded; the assessment keeps what the rules said. */
  readonly severity: Severity;
  readonly handler: string | null;
  /** Since when nobody holds it; null while somebody does. */
  readonly unclaimedSince: Instant | null;
  readonly handOver: {
    readonly from: string;
    readonly to: string;
    readonly reason: string;
    readonly at: Instant;
  } | null;
  readonly refusedHandOvers: number;
  readonly regrade: { readonly severity: Severity; readonly reason: string; readonly by: string } | null;
  /** The reason a person gave for the grade that stands; null while it is the rules'. */
  readonly regradeReason: string | null;
  readonly drafts: readonly Draft[];
  /** Ids of replies that went out: a second press on one is quiet. */
  readonly sentReplies: readonly string[];
  readonly finding: {
    readonly outcome: 'upheld' | 'partly_upheld' | 'not_upheld';
    readonly valid: boolean;
    readonly department: string;
    readonly cause: string;
    readonly text: string;
  } | null;
  readonly remedies: readonly Remedy[];
  readonly escalation: Escalation | null;
  readonly personRequested: boolean;
  /** Staff who hold the talk; the bot keeps quiet meanwhile (DI-3). */
  readonly talkHeldBy: string | null;
  readonly reachable: boolean;
  /** What staff promised in their replies, oldest first (CL-8). */
  readonly promises: readonly StaffPromise[];
  readonly followUp: {
    readonly dueAt: Instant | null;
    readonly attempts: readonly Instant[];
    readonly nextAttemptAt: Instant | null;
    /** When the complainant last wrote after they were asked, without answering; null while they have not. */
    readonly heardAt: Instant | null;
    readonly solved: boolean | null;
    readonly rating: number | null;
    readonly unreachable: boolean;
  };
  /** Ids of those who take no part (S1.13). */
  readonly recusals: readonly string[];
  /** Whom the words may mean: staff are asked. */
  readonly suspects: readonly { readonly person: string; readonly words: string }[];
  /** Ids of those whom staff said the words do not mean. */
  readonly cleared: readonly string[];
  readonly letters: readonly Letter[];
  readonly pause: { readonly reason: string; readonly note: string; readonly until: Instant } | null;
  readonly pauseProposal: {
    readonly reason: string;
    readonly note: string;
    readonly days: number;
    readonly by: string;
  } | null;
  /** Who complains together (IN-13). */
  readonly parties: readonly Party[];
  /** Who shall speak for all from now on, as the complainant wishes; null while nobody was named. */
  readonly nextSpeaker: string | null;
  /** Who handed the word on last, and has it again when that is undone; null while nobody did. */
  readonly formerSpeaker: string | null;
  /** Who of us saw that the speaker may speak for another; null while nobody has, or where nobody needs to. */
  readonly authority: { readonly by: string; readonly at: Instant; readonly proof: string } | null;
  /** Withdrawn by the complainant and kept open by us; null otherwise. */
  readonly withdrawn: { readonly at: Instant; readonly reason: string } | null;
  /** The complainant waits for somebody higher; `looked` once one of those asked has looked at it. */
  readonly higher: { readonly askedAt: Instant; readonly looked: boolean } | null;
  /** Our last word, given or implied by not taking it on again; null while there is none. */
  readonly finalAt: Instant | null;
  /** Somebody higher has looked at the last word at the complainant's wish: that is done once. */
  readonly reviewed: boolean;
  /** Why it may not have to be taken on again, as far as the words show (S1.14). */
  readonly ground: {
    readonly ground: 'settled' | 'court' | 'mediated' | 'answered';
    readonly words: string;
  } | null;
  /** Whose failing it was (RE-6). */
  readonly responsibility: {
    readonly unit: string;
    readonly person: string;
    readonly deduction: Money | null;
    readonly reason: string;
    readonly by: string;
    readonly status: 'proposed' | 'settled';
    /** Since when an answer is waited for. */
    readonly askedAt: Instant;
    /** Role asked after silence, beside the general manager; null while nobody was passed over. */
    readonly passedTo: string | null;
    /** The general manager agreed; false where nobody had to. */
    readonly approved: boolean;
    readonly publishedAt: Instant | null;
  } | null;
  /** When the file was last reminded of; null when never. */
  readonly remindedAt: Instant | null;
  readonly reopenings: number;
  readonly related: readonly string[];
  readonly mergedInto: string | null;
  /** What the clocks run on. */
  readonly timeline: Timeline;
  /** When staff last moved the matter on; null while nobody has. Silence after an acknowledgement is counted from here (ES-1). */
  readonly movedAt: Instant | null;
  /** Warnings and breaches already told, with the date they were about: `first_reply:2026-11-21T08:00:00.000Z:75`. */
  readonly warned: readonly string[];
}

/** The remedy now in question: the last one not rejected, returned or declined; undefined when there is none. */
export const currentRemedy = (complaint: Complaint): Remedy | undefined =>
  complaint.remedies.findLast((remedy) => !['rejected', 'returned', 'declined'].includes(remedy.status));

/** Whether the file is shut or handed to another file. */
export const isClosed = (complaint: Complaint): boolean =>
  ['archived', 'declined', 'withdrawn', 'merged'].includes(complaint.stage);

/** Tries at the follow-up since the complainant was last heard of: earlier ones were no silence (CL-5). */
export const unansweredTries = ({ followUp: { attempts, heardAt } }: Complaint): readonly Instant[] =>
  heardAt ? attempts.filter((at) => heardAt < at) : attempts;
