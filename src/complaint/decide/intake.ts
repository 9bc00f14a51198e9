import { unreachable } from '../../faults.ts';
import { assess } from '../../policy/severity.ts';
import type { AddStatement, AmendStatement, CompleteIntake, ReceiveComplaint } from '../commands.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, nothing } from '../decision.ts';
import type { ComplaintAcknowledged, ComplaintAssessed, ComplaintReceived } from '../events.ts';
import { evolve } from '../evolve.ts';
import { goUp, reassess } from '../grading.ts';
import { system } from '../people.ts';
import { type Complaint, isClosed } from '../state.ts';

/**
 * Enters a complaint into the register, graded, and acknowledged once intake is complete.
 * Somebody who asked for a person before telling anything waits at level 4 until there is a complaint to grade.
 *
 * @clause IN-10, S4.a2, S1.10
 */
export const receive = (command: ReceiveComplaint, { policy }: Context): Decision => {
  const { type: _, ...told } = command;
  const received: ComplaintReceived = { type: 'ComplaintReceived', ...told, pack: policy.id };
  const found = assess(command.facts, command.evidence, policy);
  const assessed: ComplaintAssessed = {
    type: 'ComplaintAssessed',
    at: command.at,
    by: system,
    assessment: command.nature === 'enquiry' ? { ...found, severity: 4 } : found,
  };
  const registered = evolve(null, received);
  const graded = evolve(registered, assessed);
  return happened(
    received,
    assessed,
    ...(command.intake === 'complete' ? [acknowledged(command)] : []),
    ...goUp(registered.severity, graded, { at: command.at, policy }),
  );
};

const acknowledged = ({ at }: ReceiveComplaint | CompleteIntake): ComplaintAcknowledged => ({
  type: 'ComplaintAcknowledged',
  at,
  by: system,
});

/** What the complainant adds to a file, or takes back of it. */
export const decideIntake = (
  complaint: Complaint,
  command: AddStatement | CompleteIntake | AmendStatement,
  context: Context,
): Decision => {
  switch (command.type) {
    case 'AddStatement':
      return addStatement(complaint, command, context);
    case 'CompleteIntake':
      return completeIntake(complaint, command, context);
    case 'AmendStatement':
      return amendStatement(complaint, command);
    default:
      return unreachable(command);
  }
};

/** On a file that is shut the words are kept; they are graded when it is opened again. */
const addStatement = (complaint: Complaint, command: AddStatement, { policy }: Context): Decision => {
  if (complaint.statements.some(({ id }) => id === command.statement.id)) return nothing;
  const added = { ...command, type: 'StatementAdded' as const };
  const grades = isClosed(complaint) ? [] : reassess(evolve(complaint, added), command.at, policy);
  return happened(added, ...grades);
};

const completeIntake = (complaint: Complaint, command: CompleteIntake, { policy }: Context): Decision => {
  if (complaint.intake === 'complete') return nothing;
  const completed = { ...command, type: 'IntakeCompleted' as const };
  const receipt = complaint.timeline.acknowledgedAt === null ? [acknowledged(command)] : [];
  return happened(completed, ...reassess(evolve(complaint, completed), command.at, policy), ...receipt);
};

const amendStatement = (complaint: Complaint, command: AmendStatement): Decision => {
  const statement = complaint.statements.find(({ id }) => id === command.statementId);
  if (statement === undefined) return nothing;
  const asItStands = statement.deleted ? null : statement.text;
  return command.text === asItStands ? nothing : happened({ ...command, type: 'StatementAmended' });
};
