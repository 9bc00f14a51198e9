import { unreachable } from '../../faults.ts';
import { escalationChain, escalationTrigger, patienceMinutes } from '../../policy/escalation.ts';
import { findPerson, holdsRole } from '../../policy/organisation.ts';
import { addMinutes, isBefore, latest } from '../../policy/time.ts';
import { roles } from '../../terms.ts';
import type {
  AcknowledgeEscalation,
  AdvanceEscalation,
  Escalate,
  RequestHigher,
  ReturnEscalation,
} from '../commands.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, nothing, refuse } from '../decision.ts';
import type { CallAsked } from '../further-commands.ts';
import { actorId, system } from '../people.ts';
import { raiseAt, raiseNext } from '../raising.ts';
import type { Complaint, Escalation } from '../state.ts';

type EscalationCommand =
  | RequestHigher
  | Escalate
  | AcknowledgeEscalation
  | AdvanceEscalation
  | CallAsked
  | ReturnEscalation;

/** What goes up to a higher role, is seen there, or comes back (ES-1 to ES-3). */
export const decideEscalation = (
  complaint: Complaint,
  command: EscalationCommand,
  context: Context,
): Decision => {
  switch (command.type) {
    case 'RequestHigher':
      return requestHigher(complaint, command, context);
    case 'Escalate':
      return escalate(complaint, command, context);
    case 'AcknowledgeEscalation':
      return acknowledge(complaint, command, context);
    case 'AdvanceEscalation':
      return advance(complaint, command, context);
    case 'CallAsked':
      return call(complaint, command);
    case 'ReturnEscalation':
      return giveBack(complaint, command, context);
    default:
      return unreachable(command);
  }
};

/** The wish to go higher is honoured; asked again before anyone has answered it, it is already on its way. */
const requestHigher = (complaint: Complaint, { at, by }: RequestHigher, context: Context): Decision => {
  const { escalation, higher } = complaint;
  if (higher && escalation?.trigger === 'asked' && escalation.acknowledgedAt === null) return nothing;
  const clause = escalationTrigger('asked', context.policy)?.clause ?? 'ES-3';
  const wish = higher === null ? [{ type: 'HigherRequested' as const, at, by }] : [];
  return happened(
    ...wish,
    ...raiseNext(complaint, { at, by, trigger: 'asked', reason: '', clause }, context),
  );
};

/** Nobody may stall a complaint by saying they lack authority (S1.10): any handler sends it up, with a reason. */
const escalate = (complaint: Complaint, { at, by, reason }: Escalate, context: Context): Decision => {
  if (reason.trim() === '') return refuse('needs-reason', 'S1.10');
  const { escalation } = complaint;
  const same = escalation?.trigger === 'staff' && escalation.reason === reason;
  if (same && escalation.acknowledgedAt === null) return nothing;
  return happened(...raiseNext(complaint, { at, by, trigger: 'staff', reason, clause: 'S1.10' }, context));
};

const acknowledge = (complaint: Complaint, command: AcknowledgeEscalation, context: Context): Decision => {
  const { escalation } = complaint;
  if (escalation === null) return refuse('stale', 'ES-1');
  if (escalation.acknowledgedBy === actorId(command.by)) return nothing;
  if (escalation.acknowledgedBy !== null)
    return refuse('already-taken', 'ES-1', { handler: escalation.acknowledgedBy });
  if (!answersFor(escalation, command, context))
    return refuse('not-authorised', 'ES-1', { role: escalation.role });
  return happened({ ...command, type: 'EscalationAcknowledged' });
};

const giveBack = (complaint: Complaint, command: ReturnEscalation, context: Context): Decision => {
  const { escalation } = complaint;
  if (escalation === null) return refuse('stale', 'ES-2');
  if (!answersFor(escalation, command, context))
    return refuse('not-authorised', 'ES-2', { role: escalation.role });
  if (command.instruction.trim() === '') return refuse('needs-reason', 'ES-2');
  return happened({ ...command, type: 'EscalationReturned' });
};

const answersFor = (
  escalation: Escalation,
  { by }: AcknowledgeEscalation | ReturnEscalation,
  { organisation }: Context,
): boolean => {
  const person = findPerson(organisation, actorId(by));
  const role = roles.find((one) => one === escalation.role);
  if (person === undefined || role === undefined) return false;
  // A deputy asked in a holder's absence answers as the holder would (ES-4).
  return holdsRole(person, role) || escalation.asked.some((one) => one.person === person.id);
};

/**
 * Nobody answered in time, or nothing moved after the answer: the next step.
 * At the end of the chain a level 1 or 2 asks the last role again, since silence there is the worse failure; each time
 * after twice as long, so that those asked still read it. An acknowledgement stops it as long as something moves.
 *
 * @clause ES-1
 */
const advance = (complaint: Complaint, command: AdvanceEscalation, context: Context): Decision => {
  const { escalation, severity } = complaint;
  if (escalation === null || escalation.step !== command.step) return nothing;
  const chain = escalationChain(severity, context.policy);
  const last = chain.length - 1;
  const current = Math.min(escalation.step, last);
  const step = chain[current];
  const wait = step ? patienceMinutes(step, { severity, repeats: escalation.repeats }) : 0;
  if (isBefore(command.at, addMinutes(lastSign(complaint, escalation), wait))) return nothing;
  if (current === last && severity > 2) return nothing;
  const next = Math.min(current + 1, last);
  // A level lowered since may have a shorter chain: whoever has it already is asked again, never somebody lower.
  const again = current === last ? roles.find((one) => one === escalation.role) : undefined;
  const { trigger, reason } = escalation;
  const cause = { at: command.at, by: system, trigger, reason, clause: chain[next]?.clause ?? 'ES-1' };
  return happened(...raiseAt(complaint, { cause, step: next, ...(again ? { role: again } : {}) }, context));
};

/** Called once, when the hour has come that the asking named; whoever answered earlier or was passed over is not. */
const call = ({ escalation }: Complaint, { at, by }: CallAsked): Decision => {
  const isHeld = escalation?.callAt != null && escalation.acknowledgedAt === null;
  return isHeld && !isBefore(at, escalation.callAt)
    ? happened({ type: 'EscalationCalled', at, by })
    : nothing;
};

/** Before an acknowledgement only that counts as a sign; after it, whatever staff do to move the matter on. */
const lastSign = ({ movedAt }: Complaint, { raisedAt, acknowledgedAt }: Escalation) =>
  acknowledgedAt === null ? raisedAt : latest(acknowledgedAt, movedAt ?? acknowledgedAt);
