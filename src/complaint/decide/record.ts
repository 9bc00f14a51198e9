import { unreachable } from '../../faults.ts';
import { findGround } from '../../policy/earlier.ts';
import { findPerson } from '../../policy/organisation.ts';
import type { Instant } from '../../terms.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, notHolder, nothing, refuse } from '../decision.ts';
import { evolve } from '../evolve.ts';
import type {
  ApproveResponsibility,
  ListParties,
  RecordResponsibility,
  RejectResponsibility,
} from '../further-commands.ts';
import type { GroundFound, PartiesListed } from '../further-events.ts';
import { reassess } from '../grading.ts';
import { actorId, actsAs, mayWork, system } from '../people.ts';
import type { Complaint } from '../state.ts';

/** What is kept of a file beside its handling: who complains together, whose failing it was. */
export const decideRecord = (
  complaint: Complaint,
  command: ListParties | RecordResponsibility | ApproveResponsibility | RejectResponsibility,
  context: Context,
): Decision => {
  switch (command.type) {
    case 'ListParties':
      return list(complaint, command, context);
    case 'RecordResponsibility':
      return record(complaint, command, context);
    case 'ApproveResponsibility':
      return approve(complaint, command, context);
    case 'RejectResponsibility':
      return reject(complaint, command, context);
    default:
      return unreachable(command);
  }
};

/** People and households are counted by who they are, and the count grades the file anew (IN-13, S4.b art.3). */
const list = (complaint: Complaint, command: ListParties, context: Context): Decision => {
  const parties = command.parties.filter(({ name }) => name.trim() !== '');
  if (parties.length === 0) return refuse('facts-missing', 'IN-13', { field: 'parties' });
  if (JSON.stringify(parties) === JSON.stringify(complaint.parties)) return nothing;
  const listed: PartiesListed = { ...command, type: 'PartiesListed', parties };
  return happened(listed, ...reassess(evolve(complaint, listed), command.at, context));
};

/**
 * Attaches to the smallest unit; a serious one waits for the general manager.
 *
 * @clause S0.7, S0.8
 */
const record = (complaint: Complaint, command: RecordResponsibility, context: Context): Decision => {
  if (!mayWork(complaint, command.by, context)) return notHolder(complaint);
  const { unit, person, deduction, reason } = command;
  if (complaint.finding === null) return refuse('finding-first', 'S0.8');
  if (unit.trim() === '') return refuse('facts-missing', 'S0.8', { field: 'unit' });
  if (reason.trim() === '') return refuse('needs-reason', 'S0.8');
  if (person !== '' && findPerson(context.organisation, person) === undefined)
    return refuse('unknown-person', 'S0.8');
  if (deduction !== null && !(Number.isSafeInteger(deduction.amountMinor) && deduction.amountMinor > 0))
    return refuse('invalid-amount', 'S0.8');
  const known = complaint.responsibility;
  const same =
    known?.unit === unit &&
    known.person === person &&
    known.reason === reason &&
    known.deduction?.amountMinor === deduction?.amountMinor;
  if (same) return nothing;
  return happened({ ...command, type: 'ResponsibilityRecorded', needsApproval: complaint.severity <= 2 });
};

const approve = (complaint: Complaint, command: ApproveResponsibility, context: Context): Decision => {
  const { responsibility } = complaint;
  if (responsibility?.status !== 'proposed') return nothing;
  if (!actsAs(command.by, 'general_manager', context))
    return refuse('not-authorised', 'S0.7', { role: 'general_manager' });
  if (responsibility.by === actorId(command.by)) return refuse('maker-is-checker', 'S0.7');
  return happened({ ...command, type: 'ResponsibilityApproved' });
};

const reject = (complaint: Complaint, command: RejectResponsibility, context: Context): Decision => {
  if (complaint.responsibility?.status !== 'proposed') return nothing;
  if (!actsAs(command.by, 'general_manager', context))
    return refuse('not-authorised', 'S0.7', { role: 'general_manager' });
  if (command.reason.trim() === '') return refuse('needs-reason', 'S0.7');
  return happened({ ...command, type: 'ResponsibilityRejected' });
};

/**
 * Words that may mean the matter was settled or concluded before: kept for staff, who alone decide.
 *
 * @returns empty when nothing new is found
 * @clause S1.14
 */
export const groundFrom = (complaint: Complaint, text: string, at: Instant): readonly GroundFound[] => {
  const found = findGround(text);
  if (found === undefined || complaint.ground !== null) return [];
  return [{ type: 'GroundFound', at, by: system, ...found }];
};
