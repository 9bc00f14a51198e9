import { unreachable } from '../../faults.ts';
import type { Assessment } from '../../policy/assessment.ts';
import { newTimeline } from '../../policy/deadlines.ts';
import type {
  ComplaintAcknowledged,
  ComplaintReceived,
  IntakeCompleted,
  ReachabilityNoted,
  SamenessUpdated,
  StatementAdded,
  StatementAmended,
} from '../events.ts';
import { mergeDetails, mergeEvidenced } from '../facts.ts';
import type { ContactAdded } from '../further-events.ts';
import type { Complaint } from '../state.ts';

/** Follow-up before archive, before anyone was asked. */
export const noFollowUp: Complaint['followUp'] = {
  dueAt: null,
  attempts: [],
  nextAttemptAt: null,
  heardAt: null,
  solved: null,
  rating: null,
  unreachable: false,
};

/** Level 4 until `ComplaintAssessed`, which follows every receipt, says otherwise. */
const notYetAssessed = (type: string): Assessment => ({
  severity: 4,
  urgency: 'general',
  type,
  department: '',
  reasons: [{ clause: 'S4.b art.3', rule: 'not_yet_assessed', fact: 'type', evidence: '' }],
});

/** A new file, from its receipt. */
export const receive = (event: ComplaintReceived): Complaint => ({
  number: event.number,
  version: 1,
  stage: 'received',
  pack: event.pack,
  nature: event.nature,
  intake: event.intake,
  source: event.source,
  contact: event.contact,
  otherContacts: [],
  complainant: event.complainant,
  statements: event.statements.map((statement) => ({ ...statement, former: [], deleted: false })),
  summary: event.summary,
  details: event.details,
  facts: event.facts,
  evidence: event.evidence,
  assessment: notYetAssessed(event.facts.type),
  severity: 4,
  handler: null,
  unclaimedSince: event.at,
  handOver: null,
  refusedHandOvers: 0,
  regrade: null,
  regradeReason: null,
  drafts: [],
  promises: [],
  sentReplies: [],
  finding: null,
  remedies: [],
  escalation: null,
  personRequested: event.nature === 'enquiry',
  talkHeldBy: null,
  reachable: true,
  followUp: noFollowUp,
  recusals: [],
  suspects: [],
  cleared: [],
  letters: [],
  pause: null,
  pauseProposal: null,
  parties: [],
  nextSpeaker: null,
  formerSpeaker: null,
  authority: null,
  withdrawn: null,
  higher: null,
  finalAt: null,
  reviewed: false,
  ground: null,
  responsibility: null,
  remindedAt: null,
  reopenings: 0,
  related: [],
  mergedInto: null,
  timeline: { ...newTimeline(event.receivedAt, event.facts.type), progressAt: [] },
  movedAt: null,
  warned: [],
});

/** What the complainant told us, and what the register knows around it. */
export const evolveIntake = (
  complaint: Complaint,
  event:
    | ComplaintAcknowledged
    | StatementAdded
    | IntakeCompleted
    | StatementAmended
    | SamenessUpdated
    | ReachabilityNoted
    | ContactAdded,
): Complaint => {
  switch (event.type) {
    case 'ComplaintAcknowledged':
      return { ...complaint, timeline: { ...complaint.timeline, acknowledgedAt: event.at } };
    case 'StatementAdded':
      return addStatement(complaint, event);
    case 'IntakeCompleted':
      return {
        ...complaint,
        ...mergeEvidenced(complaint, event),
        nature: 'complaint',
        intake: 'complete',
        summary: event.summary,
        details: { ...complaint.details, ...event.details },
        complainant: { ...complaint.complainant, ...event.complainant, id: complaint.complainant.id },
      };
    case 'StatementAmended':
      return amendStatement(complaint, event);
    case 'SamenessUpdated':
      return updateSameness(complaint, event);
    case 'ContactAdded':
      return { ...complaint, otherContacts: [...complaint.otherContacts, event.contact] };
    case 'ReachabilityNoted':
      return { ...complaint, reachable: event.reachable };
    default:
      return unreachable(event);
  }
};

const addStatement = (complaint: Complaint, event: StatementAdded): Complaint => ({
  ...complaint,
  ...mergeEvidenced(complaint, event),
  statements: [...complaint.statements, { ...event.statement, former: [], deleted: false }],
  details: mergeDetails(complaint.details, event.details),
  followUp: heard(complaint, event),
});

/** Whoever writes, or tells staff on the telephone, is not out of reach, whatever they say; others who complain with them are others. */
const heard = ({ complainant, followUp }: Complaint, { at, by }: StatementAdded): Complaint['followUp'] =>
  followUp.attempts.length > 0 &&
  (by.kind === 'staff' || (by.kind === 'complainant' && by.id === complainant.id))
    ? { ...followUp, heardAt: at }
    : followUp;

const amendStatement = (complaint: Complaint, event: StatementAmended): Complaint => ({
  ...complaint,
  statements: complaint.statements.map((statement) =>
    statement.id === event.statementId
      ? {
          ...statement,
          text: event.text ?? '',
          deleted: event.text === null,
          former: statement.deleted ? statement.former : [...statement.former, statement.text],
        }
      : statement,
  ),
});

const updateSameness = (complaint: Complaint, event: SamenessUpdated): Complaint => ({
  ...complaint,
  facts: {
    ...complaint.facts,
    sameComplainants: event.sameComplainants,
    repeatsAfterHandling: event.repeatsAfterHandling,
  },
  related: [...new Set([...complaint.related, ...event.related])],
});
