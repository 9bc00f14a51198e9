import { unreachable } from '../faults.ts';
import { admit, authorise } from './access.ts';
import type { Command, ReceiveComplaint } from './commands.ts';
import type { Context } from './context.ts';
import { decideApproval } from './decide/approval.ts';
import { decideClocks } from './decide/clock.ts';
import { decideClosure, endWithdrawn } from './decide/closure.ts';
import { decideEscalation } from './decide/escalation.ts';
import { decideFollowUp } from './decide/follow-up.ts';
import { decideGrade } from './decide/grade.ts';
import { decideHandling } from './decide/handling.ts';
import { decideIntake, receive } from './decide/intake.ts';
import { decideLetter } from './decide/letter.ts';
import { decideParties } from './decide/parties.ts';
import { decidePause } from './decide/pause.ts';
import { decidePromise } from './decide/promise.ts';
import { decideRecord } from './decide/record.ts';
import { decideRecusal } from './decide/recusal.ts';
import { decideRegister } from './decide/register.ts';
import { decideRemedy } from './decide/remedy.ts';
import { decideReply } from './decide/reply.ts';
import { publishSanction } from './decide/sanction.ts';
import { decideTalk } from './decide/talk.ts';
import { decideWatch } from './decide/watch.ts';
import { type Decision, nothing, refuse } from './decision.ts';
import type { FurtherCommand, SuggestGrade } from './further-commands.ts';
import type { Complaint } from './state.ts';

/**
 * What a command comes to, whoever gives it and from whichever channel: authority is asked here and nowhere else.
 * The system is never refused: what it comes too late for is nothing. Never throws.
 *
 * @param complaint the file; null before its receipt
 * @clause AD-5
 */
export const decide = (complaint: Complaint | null, command: Command, context: Context): Decision => {
  const decision = decideOn(complaint, command, context);
  return decision.kind === 'refused' && command.by.kind === 'system' ? nothing : decision;
};

const decideOn = (complaint: Complaint | null, command: Command, context: Context): Decision => {
  if (command.type === 'ReceiveComplaint') {
    const matter = {
      complainantId: command.complainant.id,
      partyIds: [],
      outOfReach: command.contact === null,
    };
    return authorise(command, matter, context) ?? (complaint === null ? receive(command, context) : nothing);
  }
  if (complaint === null) return refuse('unknown-complaint', 'AD-5');
  const around = { ...context, recusals: [...context.recusals, ...complaint.recusals] };
  const matter = {
    complainantId: complaint.complainant.id,
    partyIds: complaint.parties.flatMap(({ joined }) => joined?.id ?? []),
    outOfReach: complaint.contact === null || !complaint.reachable,
  };
  return (
    authorise(command, matter, around) ??
    admit(complaint, command) ??
    decideAdmitted(complaint, command, around)
  );
};

/** One line a command, so that the compiler names the one that was forgotten. */
const decideAdmitted = (
  complaint: Complaint,
  command: Exclude<Command, ReceiveComplaint>,
  context: Context,
): Decision => {
  switch (command.type) {
    case 'AddStatement':
    case 'CompleteIntake':
    case 'AmendStatement':
      return decideIntake(complaint, command, context);
    case 'LinkComplaint':
    case 'RevealPersonalData':
    case 'NoteReachability':
    case 'AddContact':
    case 'UpdateSameness':
    case 'RecordDelivery':
    case 'AddNote':
      return decideRegister(complaint, command, context);
    case 'RequestPerson':
    case 'TakeTalk':
    case 'ReturnTalk':
      return decideTalk(complaint, command, context);
    case 'TakeComplaint':
    case 'OfferHandOver':
    case 'AcceptHandOver':
    case 'RefuseHandOver':
    case 'RecordFinding':
      return decideHandling(complaint, command, context);
    case 'Regrade':
    case 'ApproveRegrade':
    case 'RejectRegrade':
    case 'SuggestGrade':
      return decideGrade(complaint, command, context);
    case 'DraftReply':
    case 'SendReply':
    case 'DiscardReply':
      return decideReply(complaint, command, context);
    default:
      return decideOutcome(complaint, command, context);
  }
};

type OutcomeCommand =
  | Parameters<typeof decideRemedy>[1]
  | Parameters<typeof decideApproval>[1]
  | Parameters<typeof decideEscalation>[1]
  | Parameters<typeof decideClosure>[1]
  | Parameters<typeof decideFollowUp>[1]
  | Parameters<typeof decideClocks>[1]
  | Exclude<FurtherCommand, SuggestGrade>;

const decideOutcome = (complaint: Complaint, command: OutcomeCommand, context: Context): Decision => {
  switch (command.type) {
    case 'ProposeRemedy':
    case 'AcceptRemedy':
    case 'DeclineRemedy':
    case 'CarryOutRemedy':
      return decideRemedy(complaint, command, context);
    case 'ApproveRemedy':
    case 'RejectRemedy':
    case 'ReturnRemedy':
    case 'PassApproval':
      return decideApproval(complaint, command, context);
    case 'RequestHigher':
    case 'Escalate':
    case 'AcknowledgeEscalation':
    case 'AdvanceEscalation':
    case 'ReturnEscalation':
      return decideEscalation(complaint, command, context);
    case 'ResolveComplaint':
    case 'DeclineComplaint':
    case 'WithdrawComplaint':
    case 'MergeComplaint':
    case 'ReopenComplaint':
      return decideClosure(complaint, command, context);
    case 'AskFollowUp':
    case 'AnswerFollowUp':
    case 'ArchiveComplaint':
      return decideFollowUp(complaint, command, context);
    case 'CheckClocks':
      return decideClocks(complaint, command, context);
    default:
      return decideAround(complaint, command, context);
  }
};

const decideAround = (
  complaint: Complaint,
  command: Exclude<FurtherCommand, SuggestGrade | { type: 'PassApproval' }>,
  context: Context,
): Decision => {
  switch (command.type) {
    case 'RecuseStaff':
    case 'DenyRecusal':
    case 'OpenRestrictedFile':
      return decideRecusal(complaint, command, context);
    case 'CallAsked':
      return decideEscalation(complaint, command, context);
    case 'CheckUnclaimed':
    case 'CheckHandOver':
    case 'CheckAge':
    case 'RemindStanding':
      return decideWatch(complaint, command, context);
    case 'PauseClocks':
    case 'ApprovePause':
    case 'RejectPause':
    case 'ResumeClocks':
      return decidePause(complaint, command, context);
    case 'DraftLetter':
    case 'ApproveLetter':
    case 'PassReview':
    case 'PreviewLetter':
    case 'ReturnLetter':
    case 'SendLetter':
      return decideLetter(complaint, command, context);
    case 'ListParties':
    case 'JoinComplaint':
    case 'LeaveComplaint':
    case 'RequestSpeaker':
    case 'ChangeSpeaker':
    case 'DeclineSpeaker':
    case 'ReturnWord':
    case 'ForgetParty':
    case 'ConfirmAuthority':
      return decideParties(complaint, command, context);
    case 'EndWithdrawn':
      return endWithdrawn(complaint, command);
    case 'PublishSanction':
      return publishSanction(complaint, command, context);
    case 'RecordResponsibility':
    case 'ApproveResponsibility':
    case 'PassResponsibility':
    case 'RejectResponsibility':
      return decideRecord(complaint, command, context);
    case 'NotePromise':
    case 'KeepPromise':
    case 'CheckPromise':
      return decidePromise(complaint, command);
    default:
      return unreachable(command);
  }
};
