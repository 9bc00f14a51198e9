import type { Assessment } from '../policy/assessment.ts';
import type { Timeline } from '../policy/deadlines.ts';
import type { FactEvidence, Facts } from '../policy/facts.ts';
import type { Actor, Instant, Money, RemedyKind, Severity } from '../terms.ts';
import type { Details } from '../triage/understanding.ts';
import type { Complainant, Contact, DraftReply, ReceiveComplaint, Statement } from './commands.ts';

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
  readonly approvals: readonly { readonly by: string; readonly at: Instant }[];
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
}

/** A staff text that waits for its second press. */
export interface Draft {
  readonly id: string;
  readonly by: string;
  readonly purpose: DraftReply['purpose'];
  readonly text: string;
  readonly violations: DraftReply['violations'];
}

/** An escalation and how far it went. */
export interface Escalation {
  readonly trigger: string;
  readonly reason: string;
  readonly step: number;
  readonly role: string;
  readonly raisedAt: Instant;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: Instant | null;
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
  readonly complainant: Complainant;
  readonly statements: readonly (Statement & {
    readonly former: readonly string[];
    readonly deleted: boolean;
  })[];
  readonly summary: string;
  readonly details: Details;
  readonly facts: Facts;
  readonly evidence: FactEvidence;
  readonly assessment: Assessment;
  /** As graded or re-graded; the assessment keeps what the rules said. */
  readonly severity: Severity;
  readonly handler: string | null;
  readonly handOver: { readonly from: string; readonly to: string; readonly reason: string } | null;
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
  readonly followUp: {
    readonly dueAt: Instant | null;
    readonly attempts: readonly Instant[];
    readonly nextAttemptAt: Instant | null;
    readonly solved: boolean | null;
    readonly rating: number | null;
    readonly unreachable: boolean;
  };
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
