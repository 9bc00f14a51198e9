import { invariant, unreachable } from '../faults.ts';
import type { ComplaintEvent, ComplaintReceived } from './events.ts';
import { evolveClosure } from './evolve/closure.ts';
import { evolveEscalation } from './evolve/escalation.ts';
import { evolveFollowUp } from './evolve/follow-up.ts';
import { evolveGrade } from './evolve/grade.ts';
import { evolveHandling } from './evolve/handling.ts';
import { evolveIntake, receive } from './evolve/intake.ts';
import { evolveLetter } from './evolve/letter.ts';
import { evolveParties } from './evolve/parties.ts';
import { evolvePause } from './evolve/pause.ts';
import { evolvePromise } from './evolve/promise.ts';
import { evolveRecord } from './evolve/record.ts';
import { evolveRecusal } from './evolve/recusal.ts';
import { evolveRemedy } from './evolve/remedy.ts';
import { evolveReply, replied } from './evolve/reply.ts';
import { evolveWatch } from './evolve/watch.ts';
import type {
  LetterEvent,
  PartyEvent,
  PauseEvent,
  PromiseEvent,
  RecordEvent,
  RecusalEvent,
  WatchEvent,
} from './further-events.ts';
import type { Complaint } from './state.ts';

/**
 * The file after one more event. Total: every event of an existing stream is understood, also on odd histories.
 * A stream that does not begin with its receipt, or begins twice, is a bug.
 */
export const evolve = (complaint: Complaint | null, event: ComplaintEvent): Complaint => {
  if (event.type === 'ComplaintReceived') {
    invariant(complaint === null, 'a complaint is received once');
    return receive(event);
  }
  invariant(complaint !== null, `${event.type} before ComplaintReceived`);
  const changed = change(complaint, event);
  const movedAt = movesOn(event) ? event.at : changed.movedAt;
  return { ...changed, movedAt, version: complaint.version + 1 };
};

/** The file as its events say it is; null when nothing happened yet. */
export const fold = (events: readonly ComplaintEvent[]): Complaint | null =>
  events.reduce<Complaint | null>(evolve, null);

const moves: ReadonlySet<ComplaintEvent['type']> = new Set([
  'ComplaintTaken',
  'HandOverAccepted',
  'ComplaintRegraded',
  'ReplySent',
  'FindingRecorded',
  'RemedyProposed',
  'RemedyApproved',
  'RemedyRejected',
  'RemedyReturned',
  'RemedyCarriedOut',
  'ComplaintResolved',
  'LetterDrafted',
  'LetterApproved',
  'LetterSent',
  'ClocksPaused',
]);

/** Notes, drafts and views do not count: only what brings the matter nearer to its end. */
const movesOn = (event: ComplaintEvent): boolean => event.by.kind === 'staff' && moves.has(event.type);

const change = (complaint: Complaint, event: Exclude<ComplaintEvent, ComplaintReceived>): Complaint => {
  switch (event.type) {
    case 'ComplaintAcknowledged':
    case 'StatementAdded':
    case 'IntakeCompleted':
    case 'StatementAmended':
    case 'SamenessUpdated':
    case 'ReachabilityNoted':
    case 'ContactAdded':
      return evolveIntake(complaint, event);
    case 'ComplaintAssessed':
    case 'RegradeProposed':
    case 'RegradeRejected':
    case 'ComplaintRegraded':
    case 'GradeSuggested':
      return evolveGrade(complaint, event);
    case 'PersonRequested':
    case 'TalkTaken':
    case 'TalkReturned':
    case 'ComplaintTaken':
    case 'HandOverOffered':
    case 'HandOverAccepted':
    case 'HandOverRefused':
    case 'FindingRecorded':
      return evolveHandling(complaint, event);
    case 'ReplyDrafted':
    case 'ReplySent':
    case 'ReplyDiscarded':
      return evolveReply(complaint, event);
    case 'RemedyProposed':
    case 'RemedyApproved':
    case 'RemedyRejected':
    case 'RemedyReturned':
    case 'RemedyOffered':
    case 'RemedyAccepted':
    case 'RemedyDeclined':
    case 'RemedyCarriedOut':
    case 'RemedyOrdered':
    case 'ApprovalPassed':
    case 'ApprovalReferred':
    case 'SignaturesAdded':
      return evolveRemedy(complaint, event);
    default:
      return changeLater(complaint, event);
  }
};

type FurtherLater =
  | PromiseEvent
  | RecusalEvent
  | WatchEvent
  | PauseEvent
  | LetterEvent
  | RecordEvent
  | PartyEvent;

type LaterEvent =
  | FurtherLater
  | Parameters<typeof evolveEscalation>[1]
  | Parameters<typeof evolveClosure>[1]
  | Parameters<typeof evolveFollowUp>[1]
  | Extract<
      ComplaintEvent,
      { type: 'NoteAdded' | 'PersonalDataRevealed' | 'ContactDelivered' | 'ContactFailed' | 'BudgetWarned' }
    >;

const changeLater = (complaint: Complaint, event: LaterEvent): Complaint => {
  switch (event.type) {
    case 'EscalationRaised':
    case 'EscalationCalled':
    case 'EscalationAcknowledged':
    case 'EscalationReturned':
    case 'HigherRequested':
    case 'ClockWarned':
    case 'ClockBreached':
      return evolveEscalation(complaint, event);
    case 'FollowUpAsked':
    case 'FollowUpAnswered':
    case 'ComplainantUnreachable':
      return evolveFollowUp(complaint, event);
    case 'ComplaintResolved':
    case 'ComplaintDeclined':
    case 'ComplaintWithdrawn':
    case 'WithdrawalKept':
    case 'ComplaintMerged':
    case 'ComplaintLinked':
    case 'ComplaintArchived':
    case 'ComplaintReopened':
      return evolveClosure(complaint, event);
    case 'NoteAdded':
    case 'PersonalDataRevealed':
    case 'ContactDelivered':
    case 'ContactFailed':
    case 'BudgetWarned':
      return complaint;
    default:
      return changeAround(complaint, event);
  }
};

const changeAround = (complaint: Complaint, event: FurtherLater): Complaint => {
  switch (event.type) {
    case 'PersonRecused':
    case 'RecusalProposed':
    case 'RecusalDenied':
    case 'RestrictedFileOpened':
      return evolveRecusal(complaint, event);
    case 'LeftUnclaimed':
    case 'HandOverLapsed':
    case 'StillUnresolved':
    case 'StandingReminded':
      return evolveWatch(complaint, event);
    case 'PromiseNoted':
    case 'PromiseKept':
    case 'PromiseMissed':
      return evolvePromise(complaint, event);
    case 'PauseProposed':
    case 'PauseRejected':
    case 'ClocksPaused':
    case 'ClocksResumed':
      return evolvePause(complaint, event);
    case 'LetterDrafted':
    case 'LetterApproved':
    case 'ReviewPassed':
    case 'LetterPreviewed':
    case 'LetterReturned':
      return evolveLetter(complaint, event);
    case 'LetterSent':
      return replied(evolveLetter(complaint, event), event);
    case 'PartiesListed':
    case 'PartyJoined':
    case 'PartyLeft':
    case 'SpeakerRequested':
    case 'SpeakerChanged':
    case 'SpeakerDeclined':
    case 'WordReturned':
    case 'PartyForgotten':
    case 'AuthorityConfirmed':
      return evolveParties(complaint, event);
    case 'GroundFound':
    case 'ResponsibilityRecorded':
    case 'ResponsibilityApproved':
    case 'ResponsibilityPassed':
    case 'ResponsibilityRejected':
    case 'SanctionPublished':
      return evolveRecord(complaint, event);
    default:
      return unreachable(event);
  }
};
