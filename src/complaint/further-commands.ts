import type { Actor, FileRef, Instant, Money } from '../terms.ts';
import type { Proposal } from '../triage/model-proposal.ts';
import type { Contact } from './commands.ts';

/** What every command carries: when it was decided to act, and who acts. */
interface Given {
  readonly at: Instant;
  readonly by: Actor;
}

/** Somebody of ours is kept out of the matter: confirmed by staff, or added later by name (S1.13). */
export interface RecuseStaff extends Given {
  readonly type: 'RecuseStaff';
  readonly person: string;
  readonly reason: string;
}
/** The words did not mean that person: staff say no to what the rules supposed. */
export interface DenyRecusal extends Given {
  readonly type: 'DenyRecusal';
  readonly person: string;
}
/** Somebody opens a file that no channel may show: a logged look (S1.13). */
export interface OpenRestrictedFile extends Given {
  readonly type: 'OpenRestrictedFile';
}
/** Nobody has taken it in the pack's time (ES-3). Follow-up. */
export interface CheckUnclaimed extends Given {
  readonly type: 'CheckUnclaimed';
  /** Since when nobody holds it. */
  readonly since: Instant;
}
/** The one asked to take it over has not answered (S1.10). Follow-up. */
export interface CheckHandOver extends Given {
  readonly type: 'CheckHandOver';
  readonly offeredAt: Instant;
}
/** Whoever was asked outside their hours is called now that they are at work (ES-4). Follow-up. */
export interface CallAsked extends Given {
  readonly type: 'CallAsked';
}
/** A month has passed without an outcome (S4.b art.3). Follow-up. */
export interface CheckAge extends Given {
  readonly type: 'CheckAge';
}
/** No other date is left and nothing moved: the holder, or whoever is above, is asked once more (S1.10). Follow-up. */
export interface RemindStanding extends Given {
  readonly type: 'RemindStanding';
}
/** The clocks that may stand still do, with a reason and an end (CL-4). */
export interface PauseClocks extends Given {
  readonly type: 'PauseClocks';
  /** Id of one of the pack's reasons. */
  readonly reason: string;
  readonly note: string;
  /** Whole days; never more than the pack allows altogether. */
  readonly days: number;
}
/** At levels 1 and 2 a second person agrees to the pause. */
export interface ApprovePause extends Given {
  readonly type: 'ApprovePause';
}
/** The clocks go on as they are. */
export interface RejectPause extends Given {
  readonly type: 'RejectPause';
  readonly reason: string;
}
/** The clocks run again: by a press, or at the pause's end. */
export interface ResumeClocks extends Given {
  readonly type: 'ResumeClocks';
}
/** Whoever was to approve has kept silent for the pack's wait (AP-2). Follow-up. */
export interface PassApproval extends Given {
  readonly type: 'PassApproval';
  readonly remedyId: string;
  /** Signatures there were when the wait began. */
  readonly signed: number;
}
/** A formal letter, or a changed version of it: reviewed before it goes out (S1.5). */
export interface DraftLetter extends Given {
  readonly type: 'DraftLetter';
  readonly letterId: string;
  readonly text: string;
}
/** One step of the review says yes to this very version. */
export interface ApproveLetter extends Given {
  readonly type: 'ApproveLetter';
  readonly letterId: string;
  readonly version: number;
}
/** Whoever was to review has kept silent for the pack's wait (AP-2). Follow-up. */
export interface PassReview extends Given {
  readonly type: 'PassReview';
  readonly letterId: string;
  /** Signatures there were when the wait began. */
  readonly signed: number;
}
/** Staff look at the letter as it would leave. */
export interface PreviewLetter extends Given {
  readonly type: 'PreviewLetter';
  readonly letterId: string;
  readonly files: readonly FileRef[];
}
/** The review sends it back with an instruction. */
export interface ReturnLetter extends Given {
  readonly type: 'ReturnLetter';
  readonly letterId: string;
  readonly instruction: string;
}
/** The reviewed letter goes to the complainant. */
export interface SendLetter extends Given {
  readonly type: 'SendLetter';
  readonly letterId: string;
  /** The document it goes out as; as text when absent. */
  readonly files?: readonly FileRef[];
}
/** The complainant proved by a code that another talk is theirs too: a second way to reach them (S1.4, CL-5). */
export interface AddContact extends Given {
  readonly type: 'AddContact';
  readonly contact: Contact;
}
/** The complainant was reached again or can no longer be reached on this contact. */
export interface NoteReachability extends Given {
  readonly type: 'NoteReachability';
  readonly reachable: boolean;
}
/** One who complains together with others (IN-13). */
export interface Party {
  readonly name: string;
  /** Which household; '' when not told. */
  readonly household: string;
  /** Chosen to speak for the others: our answers go there too. */
  readonly speaks?: boolean;
  /** How they can be called, as somebody else told it. */
  readonly phone?: string;
  /** Name and contact are withheld by wish, as they were while this one spoke for all. */
  readonly anonymous?: boolean;
  /** Once they wrote themselves, in a talk of their own: until then only another has said that they agree. */
  readonly joined?: { readonly id: string; readonly at: Instant; readonly contact: Contact };
}
/** Who complains together: the whole list, as staff know it now (IN-13). */
export interface ListParties extends Given {
  readonly type: 'ListParties';
  readonly parties: readonly Party[];
}
/** One of those who complain together writes in a talk of their own, opened by a code of the first one's (IN-13). */
export interface JoinComplaint extends Given {
  readonly type: 'JoinComplaint';
  /** Who they are in our own counting. */
  readonly id: string;
  readonly name: string;
  readonly household: string;
  readonly contact: Contact;
}
/** One of those who complain together no longer does; the others go on. */
export interface LeaveComplaint extends Given {
  readonly type: 'LeaveComplaint';
}
/** The complainant wishes that another of those who complain together speaks for all from now on. */
export interface RequestSpeaker extends Given {
  readonly type: 'RequestSpeaker';
  /** Who: by the id they joined with. */
  readonly to: string;
}
/** Staff record that wish: the other is the complainant from now on. */
export interface ChangeSpeaker extends Given {
  readonly type: 'ChangeSpeaker';
  readonly to: string;
}
/** Staff do not record that wish, and say why: whoever speaks for all goes on doing so. */
export interface DeclineSpeaker extends Given {
  readonly type: 'DeclineSpeaker';
  readonly to: string;
  /** The reason as the complainant reads it. */
  readonly text: string;
}
/** Staff undo what they recorded, and say why: whoever handed the word on speaks for all again. */
export interface ReturnWord extends Given {
  readonly type: 'ReturnWord';
  /** Who shall no longer speak for all. */
  readonly from: string;
  /** The reason as both of them read it. */
  readonly text: string;
}
/** One of those who complained together was erased at their wish: the file goes on without a word of theirs (AD-3). */
export interface ForgetParty extends Given {
  readonly type: 'ForgetParty';
  readonly id: string;
}
/** Staff have seen that somebody may speak for the person the complaint is about (IN-13). */
export interface ConfirmAuthority extends Given {
  readonly type: 'ConfirmAuthority';
  /** What was seen or heard. */
  readonly proof: string;
}
/** Staff end their own look into a complaint that was withdrawn and had to stay open. */
export interface EndWithdrawn extends Given {
  readonly type: 'EndWithdrawn';
  readonly reason: string;
}
/** Whose failing it was, down to the smallest unit, and what is deducted (S0.7, S0.8). */
export interface RecordResponsibility extends Given {
  readonly type: 'RecordResponsibility';
  readonly unit: string;
  /** Id of one of ours, or '' when the unit is as far as it goes. */
  readonly person: string;
  readonly deduction: Money | null;
  readonly reason: string;
}
/** The general manager agrees to a serious one. */
export interface ApproveResponsibility extends Given {
  readonly type: 'ApproveResponsibility';
}
/** The general manager has kept silent on a responsibility for the pack's wait (RE-6). Follow-up. */
export interface PassResponsibility extends Given {
  readonly type: 'PassResponsibility';
  /** Since when the answer is waited for. */
  readonly askedAt: Instant;
}
/** The general manager's office tells everybody who works here what was done, without names (S0.7). */
export interface PublishSanction extends Given {
  readonly type: 'PublishSanction';
  readonly text: string;
}
/** The general manager does not agree, with a reason. */
export interface RejectResponsibility extends Given {
  readonly type: 'RejectResponsibility';
  readonly reason: string;
}

/** A date or act promised in a sent reply becomes a dated follow-up: staff confirm what the rules found (CL-8). */
export interface NotePromise extends Given {
  readonly type: 'NotePromise';
  readonly promiseId: string;
  readonly text: string;
  readonly dueAt: Instant;
}
/** The promise was kept. */
export interface KeepPromise extends Given {
  readonly type: 'KeepPromise';
  readonly promiseId: string;
}
/** A promise falls due (CL-8). Follow-up. */
export interface CheckPromise extends Given {
  readonly type: 'CheckPromise';
  readonly promiseId: string;
}

/** A model that read the words thinks them worse than the rules do: kept for a person to decide, moves nothing (TR-2). */
export interface SuggestGrade extends Given, Proposal {
  readonly type: 'SuggestGrade';
  /** SHA-256 of the prompt it was asked with. */
  readonly promptHash: string;
}

/** What surrounds the handling of a file: who keeps out, what stands still, papers, responsibility, and the dates that watch it. */
export type FurtherCommand =
  | RecuseStaff
  | DenyRecusal
  | OpenRestrictedFile
  | CheckUnclaimed
  | CheckHandOver
  | CallAsked
  | CheckAge
  | RemindStanding
  | PauseClocks
  | ApprovePause
  | RejectPause
  | ResumeClocks
  | PassApproval
  | DraftLetter
  | ApproveLetter
  | PassReview
  | PreviewLetter
  | ReturnLetter
  | SendLetter
  | ListParties
  | JoinComplaint
  | LeaveComplaint
  | RequestSpeaker
  | ChangeSpeaker
  | DeclineSpeaker
  | ReturnWord
  | ForgetParty
  | ConfirmAuthority
  | EndWithdrawn
  | RecordResponsibility
  | ApproveResponsibility
  | PassResponsibility
  | PublishSanction
  | RejectResponsibility
  | SuggestGrade
  | NotePromise
  | KeepPromise
  | CheckPromise;
