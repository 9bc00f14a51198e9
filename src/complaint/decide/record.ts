import { unreachable } from '../../faults.ts';
import { approvalWaitMinutes } from '../../policy/authority.ts';
import { findGround } from '../../policy/earlier.ts';
import { findPerson } from '../../policy/organisation.ts';
import { addMinutes, isBefore } from '../../policy/time.ts';
import type { Actor, Instant } from '../../terms.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, notHolder, nothing, refuse } from '../decision.ts';
import type {
  ApproveResponsibility,
  PassResponsibility,
  RecordResponsibility,
  RejectResponsibility,
} from '../further-commands.ts';
import type { GroundFound } from '../further-events.ts';
import { mayWork, system } from '../people.ts';
import { type Paper, type Signing, signingStep } from '../signing.ts';
import type { Complaint } from '../state.ts';

/** What is kept of a file beside its handling: whose failing it was, how bad a model thinks it. */
export const decideRecord = (
  complaint: Complaint,
  command: RecordResponsibility | ApproveResponsibility | RejectResponsibility | PassResponsibility,
  context: Context,
): Decision => {
  switch (command.type) {
    case 'RecordResponsibility':
      return record(complaint, command, context);
    case 'ApproveResponsibility':
      return approve(complaint, command, context);
    case 'RejectResponsibility':
      return reject(complaint, command, context);
    case 'PassResponsibility':
      return pass(complaint, command, context);
    default:
      return unreachable(command);
  }
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
  const serious = context.policy.pack.sanctions?.levels ?? [1, 2];
  const needsApproval = serious.includes(complaint.severity);
  return happened({ ...command, type: 'ResponsibilityRecorded', needsApproval });
};

type Responsibility = NonNullable<Complaint['responsibility']>;

/** Whether somebody may sign a responsibility: the general manager, never whoever proposed it, nor whose failing it was (S0.7, S1.13). */
export const responsibilitySigning = (
  responsibility: Responsibility,
  command: { readonly by: Actor; readonly at: Instant },
  context: Context,
): Signing => {
  const { person } = responsibility;
  const recusals = person === '' ? context.recusals : [...context.recusals, person];
  return signingStep(responsibilityPaper(responsibility), command, { ...context, recusals });
};

/** A proposed responsibility as a paper that the general manager signs. */
export const responsibilityPaper = ({ by, passedTo }: Responsibility): Paper => ({
  maker: by,
  steps: ['general_manager'],
  rounds: [0],
  approvals: [],
  passedTo,
});

/** Whether whoever decides on a proposed responsibility may: null when they may. */
const denied = (
  responsibility: Responsibility,
  command: ApproveResponsibility | RejectResponsibility,
  context: Context,
): Decision | null => {
  const signing = responsibilitySigning(responsibility, command, context);
  return 'step' in signing ? null : refuse(signing.refused, 'S0.7', { role: signing.role });
};

const approve = (complaint: Complaint, command: ApproveResponsibility, context: Context): Decision => {
  const { responsibility } = complaint;
  if (responsibility?.status !== 'proposed') return nothing;
  return denied(responsibility, command, context) ?? happened({ ...command, type: 'ResponsibilityApproved' });
};

const reject = (complaint: Complaint, command: RejectResponsibility, context: Context): Decision => {
  const { responsibility } = complaint;
  if (responsibility?.status !== 'proposed') return nothing;
  const no = denied(responsibility, command, context);
  if (no !== null) return no;
  if (command.reason.trim() === '') return refuse('needs-reason', 'S0.7');
  return happened({ ...command, type: 'ResponsibilityRejected' });
};

/**
 * Silence on a responsibility is no answer: the general manager is asked once more, then the independent person beside them,
 * for nobody in the line stands above. Asked again until somebody decides, on a shut file too.
 *
 * @clause S0.7, AP-2
 */
const pass = (complaint: Complaint, command: PassResponsibility, { policy }: Context): Decision => {
  const { responsibility } = complaint;
  if (responsibility?.status !== 'proposed' || responsibility.askedAt !== command.askedAt) return nothing;
  const { askedAt, passedTo } = responsibility;
  if (isBefore(command.at, addMinutes(askedAt, approvalWaitMinutes(passedTo, policy)))) return nothing;
  const role = passedTo === null ? 'general_manager' : 'independent';
  return happened({ type: 'ResponsibilityPassed', at: command.at, by: command.by, role });
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
