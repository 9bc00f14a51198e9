import { unreachable } from '../../faults.ts';
import { assess } from '../../policy/severity.ts';
import type { Instant } from '../../terms.ts';
import type { AddStatement, AmendStatement, CompleteIntake, ReceiveComplaint } from '../commands.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, nothing } from '../decision.ts';
import type {
  ComplaintAcknowledged,
  ComplaintAssessed,
  ComplaintEvent,
  ComplaintReceived,
} from '../events.ts';
import { evolve } from '../evolve.ts';
import { goUp, reassess, supplierCalls } from '../grading.ts';
import { system } from '../people.ts';
import { type Complaint, isClosed } from '../state.ts';
import { groundFrom } from './record.ts';
import { recusalsFrom } from './recusal.ts';

/**
 * Enters a complaint into the register, graded, and acknowledged once intake is complete.
 * Somebody who asked for a person before telling anything waits at level 4 until there is a complaint to grade.
 *
 * @clause IN-10, S4.a2, S1.10
 */
export const receive = (command: ReceiveComplaint, context: Context): Decision => {
  const { policy } = context;
  const { type: _, ...told } = command;
  const received: ComplaintReceived = { type: 'ComplaintReceived', ...told, pack: policy.id };
  const first = assess(command.facts, command.evidence, policy);
  const assessed: ComplaintAssessed = {
    type: 'ComplaintAssessed',
    at: command.at,
    by: system,
    assessment: command.nature === 'enquiry' ? { ...first, severity: 4 } : first,
  };
  const registered = evolve(null, received);
  const texts = [...command.statements.map(({ text }) => text), command.summary];
  // Who keeps out is settled before anybody is called.
  const found = foundIn(evolve(registered, assessed), { texts, at: command.at }, context);
  const graded = found.reduce(evolve, evolve(registered, assessed));
  const calls = goUp(registered.severity, graded, { at: command.at, trigger: 'level', context });
  return happened(
    received,
    assessed,
    ...found,
    ...(command.intake === 'complete' ? [acknowledged(command)] : []),
    ...calls,
    ...supplierCalls(calls.reduce<Complaint>(evolve, graded), command.at, context),
  );
};

/** What words say besides the matter itself: people of ours, an earlier end of it. */
const foundIn = (
  complaint: Complaint,
  { texts, at }: { readonly texts: readonly string[]; readonly at: Instant },
  context: Context,
): readonly ComplaintEvent[] => [
  ...recusalsFrom(complaint, { texts, at }, context),
  ...groundFrom(complaint, texts.join('\n'), at),
];

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
const addStatement = (complaint: Complaint, command: AddStatement, context: Context): Decision => {
  if (complaint.statements.some(({ id }) => id === command.statement.id)) return nothing;
  const added = { ...command, type: 'StatementAdded' as const };
  const after = evolve(complaint, added);
  const found = foundIn(after, { texts: [command.statement.text], at: command.at }, context);
  const grades = isClosed(complaint) ? [] : reassess(found.reduce(evolve, after), command.at, context);
  return happened(added, ...found, ...grades);
};

const completeIntake = (complaint: Complaint, command: CompleteIntake, context: Context): Decision => {
  if (complaint.intake === 'complete') return nothing;
  const completed = { ...command, type: 'IntakeCompleted' as const };
  const receipt = complaint.timeline.acknowledgedAt === null ? [acknowledged(command)] : [];
  const after = evolve(complaint, completed);
  const texts = [command.summary, ...Object.values(command.details)];
  const found = foundIn(after, { texts, at: command.at }, context);
  return happened(
    completed,
    ...found,
    ...reassess(found.reduce(evolve, after), command.at, context),
    ...receipt,
  );
};

const amendStatement = (complaint: Complaint, command: AmendStatement): Decision => {
  const statement = complaint.statements.find(({ id }) => id === command.statementId);
  if (statement === undefined) return nothing;
  const asItStands = statement.deleted ? null : statement.text;
  return command.text === asItStands ? nothing : happened({ ...command, type: 'StatementAmended' });
};
