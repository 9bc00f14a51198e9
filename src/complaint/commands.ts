import type { FactEvidence, Facts } from '../policy/facts.ts';
import type {
  Actor,
  Address,
  DeskChannel,
  FileRef,
  Instant,
  Locale,
  Money,
  RemedyKind,
  Severity,
} from '../terms.ts';
import type { Details } from '../triage/understanding.ts';
import type { AddContact, FurtherCommand, NoteReachability } from './further-commands.ts';

/** What every command carries: when it was decided to act, and who acts. */
interface Given {
  readonly at: Instant;
  readonly by: Actor;
}

/** Where the complainant is reached. */
export interface Contact {
  readonly conversation: string;
  readonly address: Address;
  readonly route?: string;
  readonly locale: Locale;
}

/** Who complains, as known so far. `id` is ours. */
export interface Complainant {
  readonly id: string;
  readonly kind: 'consumer' | 'business' | 'partner';
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  /** Name and contact are withheld by wish; staff see neither (IN-13). */
  readonly anonymous?: boolean;
  /** Their data was erased at their wish, and none of the others could be asked to speak (AD-3). */
  readonly erased?: boolean;
  /** The person complained for, when it is another (IN-13). */
  readonly onBehalfOf?: string;
  /** What the speaker says of that person's consent; absent when not asked or not answered. */
  readonly consent?: Consent;
}

/** Whether the person complained for agrees: as the speaker says, never as we know. */
export type Consent = 'agreed' | 'not_agreed' | 'unable';

/** One piece of what the complainant said, word for word; SHA-256 of the prompt when a model read along (AD-1). */
export interface Statement {
  readonly id: string;
  readonly text: string;
  readonly at: Instant;
  readonly files: readonly FileRef[];
  readonly promptHash?: string;
}

/** The matter enters the register. `receivedAt` is when the first complaining message reached us (IN-10). */
export interface ReceiveComplaint extends Given {
  readonly type: 'ReceiveComplaint';
  readonly number: string;
  readonly receivedAt: Instant;
  /** 'enquiry': a person was asked for before any complaint was told. */
  readonly nature: 'complaint' | 'enquiry';
  /** 'incomplete': filed before intake ended (danger, level 1 or 2, silence). */
  readonly intake: 'complete' | 'incomplete';
  readonly source: 'chat' | 'form';
  readonly contact: Contact | null;
  readonly complainant: Complainant;
  readonly statements: readonly Statement[];
  readonly summary: string;
  readonly details: Details;
  readonly facts: Facts;
  readonly evidence: FactEvidence;
}

/** The complainant said more about an open complaint. */
export interface AddStatement extends Given {
  readonly type: 'AddStatement';
  readonly statement: Statement;
  readonly facts: Facts;
  readonly evidence: FactEvidence;
  readonly details: Details;
}
/** Intake of a complaint filed incomplete is finished: restated and confirmed (IN-9). */
export interface CompleteIntake extends Given {
  readonly type: 'CompleteIntake';
  readonly summary: string;
  readonly details: Details;
  readonly facts: Facts;
  readonly evidence: FactEvidence;
  readonly complainant: Complainant;
}
/** The complainant changed or deleted a message (IN-8); `text` null when deleted. */
export interface AmendStatement extends Given {
  readonly type: 'AmendStatement';
  readonly statementId: string;
  readonly text: string | null;
}
/** The complainant wants it ended; the file closes without a follow-up. */
export interface WithdrawComplaint extends Given {
  readonly type: 'WithdrawComplaint';
  readonly reason: string;
}
/** The complainant asks for a person (DI-3). */
export interface RequestPerson extends Given {
  readonly type: 'RequestPerson';
}
/** The complainant asks to go higher (ES-3). */
export interface RequestHigher extends Given {
  readonly type: 'RequestHigher';
}
/** The complainant says yes to an offer. */
export interface AcceptRemedy extends Given {
  readonly type: 'AcceptRemedy';
  readonly remedyId: string;
  /** The words or the press that said yes: evidence of consent (S1.6). */
  readonly evidence: string;
}
/** The complainant says no to an offer (AP-6). */
export interface DeclineRemedy extends Given {
  readonly type: 'DeclineRemedy';
  readonly remedyId: string;
  readonly evidence: string;
}
/** The answers before archive, one or both (CL-6). */
export interface AnswerFollowUp extends Given {
  readonly type: 'AnswerFollowUp';
  /** Is it solved; null when this answer does not say. */
  readonly solved: boolean | null;
  /** How was the handling, 1 to 5; null when this answer does not say. */
  readonly rating: 1 | 2 | 3 | 4 | 5 | null;
}
/** The matter is not over after all: from resolved, archived or declined. */
export interface ReopenComplaint extends Given {
  readonly type: 'ReopenComplaint';
  readonly reason: string;
  /** After a final answer only something new opens it, or the one look by somebody higher (S1.14). */
  readonly because?: 'new_facts' | 'review';
}

/** Whoever takes it owns it (S0.1). */
export interface TakeComplaint extends Given {
  readonly type: 'TakeComplaint';
}
/** The holder asks another to take it over; nothing changes until they accept (ST-5). */
export interface OfferHandOver extends Given {
  readonly type: 'OfferHandOver';
  readonly to: string;
  readonly reason: string;
}
/** The other says yes and becomes the handler. */
export interface AcceptHandOver extends Given {
  readonly type: 'AcceptHandOver';
}
/** The other says no; a second no goes up (S1.10). */
export interface RefuseHandOver extends Given {
  readonly type: 'RefuseHandOver';
  readonly reason: string;
}
/** TR-7: lowering level 1 or 2 waits for approval. */
export interface Regrade extends Given {
  readonly type: 'Regrade';
  readonly severity: Severity;
  readonly reason: string;
}
/** A second person agrees to a lower level. */
export interface ApproveRegrade extends Given {
  readonly type: 'ApproveRegrade';
}
/** A second person keeps the level as it is. */
export interface RejectRegrade extends Given {
  readonly type: 'RejectRegrade';
  readonly reason: string;
}
/** Staff wrote in the complaint's thread: it stays inside (ST-3). */
export interface AddNote extends Given {
  readonly type: 'AddNote';
  readonly text: string;
  readonly files: readonly FileRef[];
  /** The channel whose thread it was written in: the other thread shows it too (ES-2). */
  readonly channel?: DeskChannel;
}
/** A text for the complainant, shown back for a second press before it goes out (ST-3, DI-5). */
export interface DraftReply extends Given {
  readonly type: 'DraftReply';
  readonly replyId: string;
  readonly purpose: 'reply' | 'question' | 'update';
  readonly text: string;
  /** What the guard found, empty when nothing. */
  readonly violations: readonly {
    readonly rule: string;
    readonly evidence: string;
    readonly clause: string;
    readonly suggestion: string;
  }[];
}
/** The second press: the text goes to the complainant. */
export interface SendReply extends Given {
  readonly type: 'SendReply';
  readonly replyId: string;
}
/** The text is dropped unsent. */
export interface DiscardReply extends Given {
  readonly type: 'DiscardReply';
  readonly replyId: string;
}
/** What happened, whether it is valid, whose it was (TR-8). */
export interface RecordFinding extends Given {
  readonly type: 'RecordFinding';
  readonly outcome: 'upheld' | 'partly_upheld' | 'not_upheld';
  readonly valid: boolean;
  readonly department: string;
  readonly cause: string;
  readonly text: string;
}
/** What we would do for this complainant; the ladder says who must approve (AP-2). */
export interface ProposeRemedy extends Given {
  readonly type: 'ProposeRemedy';
  readonly remedyId: string;
  readonly kind: RemedyKind;
  readonly money: Money | null;
  readonly text: string;
  /** Day by which it will be carried out, counted from acceptance. */
  readonly withinDays: number;
  /** Who will carry it out; the handler when absent (AP-7). */
  readonly owner?: string;
  /** The last offer: none above it comes later (S1.9). */
  readonly bottomLine?: boolean;
  /** New facts that reopen a bottom line, where the pack lets them. */
  readonly newFacts?: string;
  /** A verified billing error: the amount follows from it (S1.12). */
  readonly billing?: BillingError;
}
/** What was charged and what was due, with the proof somebody has seen (S1.12). */
export interface BillingError {
  readonly charged: Money;
  readonly due: Money;
  readonly evidence: string;
}
/** One step of the ladder says yes. */
export interface ApproveRemedy extends Given {
  readonly type: 'ApproveRemedy';
  readonly remedyId: string;
}
/** The remedy is refused for good, with a reason. */
export interface RejectRemedy extends Given {
  readonly type: 'RejectRemedy';
  readonly remedyId: string;
  readonly reason: string;
}
/** The remedy goes back to its proposer with an instruction. */
export interface ReturnRemedy extends Given {
  readonly type: 'ReturnRemedy';
  readonly remedyId: string;
  readonly instruction: string;
}
/** The promise was kept; proof goes into the file (S0.16). */
export interface CarryOutRemedy extends Given {
  readonly type: 'CarryOutRemedy';
  readonly remedyId: string;
  readonly proof: string;
}
/** Staff send it to a higher role (S1.10). */
export interface Escalate extends Given {
  readonly type: 'Escalate';
  readonly reason: string;
}
/** The role asked has seen it and acts (ES-1). */
export interface AcknowledgeEscalation extends Given {
  readonly type: 'AcknowledgeEscalation';
}
/** Nobody acknowledged in time, or silence followed the acknowledgement: the next step of the chain (ES-1). Follow-up. */
export interface AdvanceEscalation extends Given {
  readonly type: 'AdvanceEscalation';
  readonly step: number;
}
/** The role asked sends it back with an instruction (ES-2). */
export interface ReturnEscalation extends Given {
  readonly type: 'ReturnEscalation';
  readonly instruction: string;
}
/** The matter is answered without a remedy, or after one was declined: outcome told, follow-up comes. */
export interface ResolveComplaint extends Given {
  readonly type: 'ResolveComplaint';
  readonly text: string;
  /** Our last word: told with the ways outside (AP-6). */
  readonly final?: boolean;
}
/** Declined with a reason: not taken on (S1.14). */
export interface DeclineComplaint extends Given {
  readonly type: 'DeclineComplaint';
  readonly ground: 'settled' | 'court' | 'mediated' | 'other_rule' | 'not_ours';
  readonly text: string;
}
/** The same matter is already in another file, which goes on. */
export interface MergeComplaint extends Given {
  readonly type: 'MergeComplaint';
  readonly into: string;
}
/** Another file has to do with this one. */
export interface LinkComplaint extends Given {
  readonly type: 'LinkComplaint';
  readonly with: string;
}
/** Staff look at what is masked: a logged press (ST-4). */
export interface RevealPersonalData extends Given {
  readonly type: 'RevealPersonalData';
}
/** A person speaks from now on; the bot keeps quiet (DI-3). */
export interface TakeTalk extends Given {
  readonly type: 'TakeTalk';
}
/** The bot speaks again. */
export interface ReturnTalk extends Given {
  readonly type: 'ReturnTalk';
}
/** Register counts changed: the same matter from others, again after handling (TR-3). */
export interface UpdateSameness extends Given {
  readonly type: 'UpdateSameness';
  /** An earlier file of the same person about the same, whose last word was given and stands (S1.14); absent when none. */
  readonly answeredIn?: string;
  readonly sameComplainants: number;
  readonly repeatsAfterHandling: number;
  readonly related: readonly string[];
}

/** One or more clocks of the file reached a warning or their end (CL-4). Follow-up, one for the whole file. */
export interface CheckClocks extends Given {
  readonly type: 'CheckClocks';
}
/** Time for the follow-up before archive, or for one more try at it (CL-5, CL-6). Follow-up. */
export interface AskFollowUp extends Given {
  readonly type: 'AskFollowUp';
  readonly attempt: number;
}
/** Time to shut the file, if nothing stands in the way. Follow-up, or a press. */
export interface ArchiveComplaint extends Given {
  readonly type: 'ArchiveComplaint';
}
/** The transport told how a message to the complainant fared. */
export interface RecordDelivery extends Given {
  readonly type: 'RecordDelivery';
  readonly messageId: string;
  readonly purpose: string;
  readonly delivered: boolean;
}

/** Everything one can ask of a complaint file. */
export type Command =
  | ReceiveComplaint
  | AddStatement
  | CompleteIntake
  | AmendStatement
  | WithdrawComplaint
  | RequestPerson
  | RequestHigher
  | AcceptRemedy
  | DeclineRemedy
  | AnswerFollowUp
  | ReopenComplaint
  | TakeComplaint
  | OfferHandOver
  | AcceptHandOver
  | RefuseHandOver
  | Regrade
  | ApproveRegrade
  | RejectRegrade
  | AddNote
  | DraftReply
  | SendReply
  | DiscardReply
  | RecordFinding
  | ProposeRemedy
  | ApproveRemedy
  | RejectRemedy
  | ReturnRemedy
  | CarryOutRemedy
  | Escalate
  | AcknowledgeEscalation
  | AdvanceEscalation
  | ReturnEscalation
  | ResolveComplaint
  | DeclineComplaint
  | MergeComplaint
  | LinkComplaint
  | RevealPersonalData
  | TakeTalk
  | ReturnTalk
  | NoteReachability
  | AddContact
  | UpdateSameness
  | CheckClocks
  | AskFollowUp
  | ArchiveComplaint
  | RecordDelivery
  | FurtherCommand;
