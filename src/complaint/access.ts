import { findPerson } from '../policy/organisation.ts';
import type { Actor } from '../terms.ts';
import type { Command } from './commands.ts';
import type { Context } from './context.ts';
import { type Decision, nothing, refuse } from './decision.ts';
import { actsAs, mayHandle } from './people.ts';
import { type Complaint, isClosed, type Stage } from './state.ts';

/** Who may give a command; what its own function still asks (holder, ladder) comes after. */
interface Access {
  readonly complainant?: true;
  /** Also whoever complains together with them and writes themselves (IN-13). */
  readonly party?: true;
  /** Least that staff need to be: `known` leaves it to the ladder or the chain. */
  readonly staff?: 'known' | 'handler' | 'head';
  /** Staff may give the complainant's word only where no chat reaches them: nobody accepts or praises in another's name. */
  readonly staffSpeaks?: true;
  readonly system?: true;
  /** Also on a file that is shut. */
  readonly closed?: true;
  /** Reaches the complainant, or would in the end: not once they have withdrawn, but for a talk they ask for then (S1.10, DI-3). */
  readonly reaches?: 'talk' | 'outcome';
  /** The stage it leads to: once there, the same command is quiet. */
  readonly leadsTo?: Stage;
}

const anyone: Access = { complainant: true, staff: 'handler', system: true };
const word: Access = { complainant: true, staffSpeaks: true };
const work: Access = { staff: 'handler' };
const speech: Access = { ...work, reaches: 'talk' };
const outcome: Access = { ...work, reaches: 'outcome' };
const decision: Access = { staff: 'known' };
const routine: Access = { system: true };

const access: Readonly<Record<Command['type'], Access>> = {
  ReceiveComplaint: { ...anyone, closed: true },
  AddStatement: { ...anyone, party: true, closed: true },
  CompleteIntake: anyone,
  AmendStatement: { ...anyone, party: true, closed: true },
  WithdrawComplaint: { ...word, leadsTo: 'withdrawn' },
  RequestPerson: { ...word, party: true },
  RequestHigher: { ...word, party: true },
  AcceptRemedy: word,
  DeclineRemedy: word,
  AnswerFollowUp: word,
  ReopenComplaint: { complainant: true, staff: 'handler', closed: true },
  TakeComplaint: work,
  OfferHandOver: work,
  AcceptHandOver: work,
  RefuseHandOver: work,
  Regrade: work,
  ApproveRegrade: { staff: 'head' },
  RejectRegrade: { staff: 'head' },
  AddNote: decision,
  DraftReply: speech,
  SendReply: speech,
  DiscardReply: work,
  RecordFinding: work,
  ProposeRemedy: outcome,
  ApproveRemedy: { ...decision, reaches: 'outcome' },
  RejectRemedy: decision,
  ReturnRemedy: decision,
  CarryOutRemedy: work,
  Escalate: work,
  AcknowledgeEscalation: decision,
  AdvanceEscalation: routine,
  CallAsked: routine,
  ReturnEscalation: decision,
  ResolveComplaint: outcome,
  DeclineComplaint: { ...outcome, leadsTo: 'declined' },
  MergeComplaint: { ...outcome, leadsTo: 'merged' },
  LinkComplaint: { staff: 'handler', system: true },
  RevealPersonalData: { ...work, closed: true },
  TakeTalk: speech,
  ReturnTalk: work,
  NoteReachability: anyone,
  AddContact: { complainant: true, system: true },
  UpdateSameness: { staff: 'handler', system: true },
  CheckClocks: routine,
  AskFollowUp: { staff: 'handler', system: true },
  ArchiveComplaint: { staff: 'handler', system: true, leadsTo: 'archived' },
  RecordDelivery: { system: true, closed: true },
  RecuseStaff: { ...work, closed: true },
  DenyRecusal: { ...work, closed: true },
  OpenRestrictedFile: { staff: 'known', closed: true },
  CheckUnclaimed: routine,
  CheckHandOver: routine,
  CheckAge: routine,
  RemindStanding: routine,
  PauseClocks: work,
  ApprovePause: decision,
  RejectPause: decision,
  ResumeClocks: { staff: 'handler', system: true },
  PassApproval: routine,
  DraftLetter: outcome,
  ApproveLetter: decision,
  PassReview: routine,
  PreviewLetter: decision,
  ReturnLetter: decision,
  SendLetter: outcome,
  ListParties: { complainant: true, staff: 'handler' },
  JoinComplaint: { ...routine, closed: true },
  LeaveComplaint: { party: true, closed: true },
  RequestSpeaker: { complainant: true },
  ChangeSpeaker: work,
  DeclineSpeaker: work,
  ReturnWord: work,
  ForgetParty: { ...routine, closed: true },
  ConfirmAuthority: work,
  EndWithdrawn: { staff: 'head' },
  RecordResponsibility: { ...work, closed: true },
  ApproveResponsibility: { ...decision, closed: true },
  PassResponsibility: { ...routine, closed: true },
  PublishSanction: { ...decision, closed: true },
  RejectResponsibility: { ...decision, closed: true },
  SuggestGrade: routine,
  NotePromise: work,
  KeepPromise: work,
  CheckPromise: routine,
};

/** Whose matter it is, for telling a complainant from any other. */
export interface Matter {
  readonly complainantId: string;
  /** Those who complain with them, by a talk of their own. */
  readonly partyIds: readonly string[];
  /** No chat reaches the complainant: staff give their word. */
  readonly outOfReach: boolean;
}

/**
 * Whether somebody may give this command at all: null when they may.
 * A person named in the complaint never may, whatever their role (S1.13).
 *
 * @clause AD-5, S1.13
 */
export const authorise = (command: Command, matter: Matter, context: Context): Decision | null => {
  const { by, type } = command;
  const rule = access[type];
  if (by.kind === 'staff') return authoriseStaff(by, { rule, matter }, context);
  const may = by.kind === 'system' ? rule.system : mayComplain(by.id, rule, matter);
  return may ? null : refuse('not-authorised', 'AD-5');
};

const mayComplain = (id: string, rule: Access, matter: Matter): boolean =>
  (rule.complainant === true && id === matter.complainantId) ||
  (rule.party === true && matter.partyIds.includes(id));

const authoriseStaff = (
  by: Extract<Actor, { kind: 'staff' }>,
  { rule, matter }: { readonly rule: Access; readonly matter: Matter },
  context: Context,
): Decision | null => {
  const person = findPerson(context.organisation, by.id);
  if (person === undefined) return refuse('unknown-person', 'AD-5');
  if (context.recusals.includes(by.id)) return refuse('recused', 'S1.13');
  const least = rule.staff ?? (rule.staffSpeaks && matter.outOfReach ? 'handler' : undefined);
  if (least === undefined) return refuse('not-authorised', 'AD-5');
  if (least === 'handler' && !mayHandle(person)) return refuse('not-authorised', 'AD-5', { role: 'handler' });
  if (least === 'head' && !actsAs(by, 'head', context))
    return refuse('not-authorised', 'AD-5', { role: 'head' });
  return null;
};

/** Whether the file still takes this command: null when it does. */
export const admit = (complaint: Complaint, command: Command): Decision | null => {
  const rule = access[command.type];
  if (rule.leadsTo === complaint.stage) return nothing;
  if (isUnwanted(complaint, rule)) return refuse('complainant-withdrew', 'S1.10');
  if (!isClosed(complaint) || rule.closed || concernsOpenDanger(complaint, command)) return null;
  return refuse('already-closed', 'S1.2', { stage: complaint.stage });
};

const isUnwanted = ({ personRequested, talkHeldBy, withdrawn }: Complaint, { reaches }: Access): boolean => {
  const talks = reaches === 'talk' && (personRequested || talkHeldBy !== null);
  return withdrawn !== null && reaches !== undefined && !talks;
};

const escalationCommands: readonly Command['type'][] = [
  'AcknowledgeEscalation',
  'AdvanceEscalation',
  'CallAsked',
  'ReturnEscalation',
];

/** A withdrawn complaint of level 1 or 2 is over for the complainant, not for the manager who was called. */
const concernsOpenDanger = (complaint: Complaint, command: Command): boolean =>
  complaint.stage === 'withdrawn' &&
  complaint.escalation !== null &&
  escalationCommands.includes(command.type);
