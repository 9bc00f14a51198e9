import { unreachable } from '../../faults.ts';
import { type ApprovalRefusal, mayApprove } from '../../policy/authority.ts';
import { lengthMinutes } from '../../policy/duration.ts';
import { standsIn } from '../../policy/duty.ts';
import { findPerson } from '../../policy/organisation.ts';
import type { Policy } from '../../policy/policy.ts';
import { addDays, addMinutes, isBefore } from '../../policy/time.ts';
import { type Instant, roles } from '../../terms.ts';
import type { ApproveRemedy, RejectRemedy, ReturnRemedy } from '../commands.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, nothing, refuse } from '../decision.ts';
import type { RemedyApproved, RemedyOffered } from '../events.ts';
import type { PassApproval } from '../further-commands.ts';
import type { RemedyOrdered } from '../further-events.ts';
import { actorId, system } from '../people.ts';
import type { Complaint, Remedy } from '../state.ts';

type ApprovalCommand = ApproveRemedy | RejectRemedy | ReturnRemedy;

/** A person with authority decides on a remedy: maker is not checker, each step is somebody else's (AP-2). */
export const decideApproval = (
  complaint: Complaint,
  command: ApprovalCommand | PassApproval,
  context: Context,
): Decision => {
  const remedy = complaint.remedies.find(({ id }) => id === command.remedyId);
  if (remedy === undefined) return refuse('stale', 'AP-2');
  if (command.type === 'PassApproval') return pass(remedy, command, context);
  if (isAnswered(remedy, command)) return nothing;
  if (remedy.steps.length === 0) return refuse('nothing-to-approve', 'AP-2');
  if (remedy.status !== 'proposed') return refuse('stale', 'AP-2', { status: remedy.status });
  const signing = signingStep(remedy, command, context);
  return 'step' in signing ? answer(remedy, { command, step: signing.step }, context) : signing;
};

/** The same press again: by one who has approved, or on what is already rejected or returned. */
const isAnswered = (remedy: Remedy, { type, by }: ApprovalCommand): boolean => {
  if (type === 'ApproveRemedy') return remedy.approvals.some((approval) => approval.by === actorId(by));
  return remedy.status === (type === 'RejectRemedy' ? 'rejected' : 'returned');
};

/** Steps that still wait for a signature: the next one, or every one where they sign together. */
const openSteps = ({ approvals, steps, together }: Remedy): readonly number[] => {
  const open = steps.flatMap((_, index) => (approvals.some(({ step }) => step === index) ? [] : [index]));
  return together ? open : open.slice(0, 1);
};

/**
 * Which open step this person signs; a no when none.
 * Whoever has approved an earlier step cannot undo it at a later one: the steps are several people.
 */
const signingStep = (
  remedy: Remedy,
  command: ApprovalCommand,
  context: Context,
): { readonly step: number } | Decision => {
  const answers = openSteps(remedy).map((step) => ({
    step,
    may: mayTake(remedy, { step, command }, context),
  }));
  const own = answers.find(({ may }) => may === true);
  if (own !== undefined) return { step: own.step };
  const first = answers[0];
  const code = first === undefined || first.may === true ? 'not-authorised' : first.may;
  const role = remedy.steps[first?.step ?? 0] ?? '';
  const overAuthority = code === 'not-authorised' && remedy.money !== null;
  return refuse(overAuthority ? 'amount-over-authority' : code, remedy.clause, { role });
};

/** By role, as the one it was passed to after silence, or as deputy of a holder who is away (ES-4). */
const mayTake = (
  remedy: Remedy,
  { step, command }: { readonly step: number; readonly command: ApprovalCommand },
  { organisation, policy, recusals }: Context,
): true | ApprovalRefusal => {
  const person = findPerson(organisation, actorId(command.by));
  if (person === undefined || remedy.approvals.some(({ by }) => by === person.id)) return 'not-authorised';
  const proposer = actorId(remedy.proposedBy);
  const allowed = [remedy.steps[step], remedy.passedTo].flatMap(
    (name) => roles.find((one) => one === name) ?? [],
  );
  const answers = allowed.map((role) => mayApprove({ person, role, proposer, recused: recusals }));
  if (answers.includes(true)) return true;
  const question = { organisation, at: command.at, zone: policy.zone, recused: recusals };
  const deputises = allowed.some((role) => standsIn(person.id, role, question));
  if (deputises && person.id !== proposer && !recusals.includes(person.id)) return true;
  return answers.find((one) => one !== 'not-authorised') ?? 'not-authorised';
};

const answer = (
  remedy: Remedy,
  { command, step }: { readonly command: ApprovalCommand; readonly step: number },
  context: Context,
): Decision => {
  switch (command.type) {
    case 'ApproveRemedy':
      return approve(remedy, { command, step }, context);
    case 'RejectRemedy':
      return command.reason.trim() === ''
        ? refuse('needs-reason', 'AP-2')
        : happened({ ...command, type: 'RemedyRejected' });
    case 'ReturnRemedy':
      return command.instruction.trim() === ''
        ? refuse('needs-reason', 'AP-2')
        : happened({ ...command, type: 'RemedyReturned' });
    default:
      return unreachable(command);
  }
};

/** After the last step the complainant is offered it at once: nobody waits for a third press. */
const approve = (
  remedy: Remedy,
  { command, step }: { readonly command: ApproveRemedy; readonly step: number },
  { policy }: Context,
): Decision => {
  const { at, by, remedyId } = command;
  const approved: RemedyApproved = { type: 'RemedyApproved', at, by, remedyId, step };
  const open = remedy.approvals.length + 1 < remedy.steps.length;
  return happened(approved, ...(open ? [] : [released(remedy, at, policy)]));
};

/**
 * What follows the last yes: the complainant is asked, except for a verified billing error, which is simply put right.
 *
 * @clause AP-6, S1.12
 */
export const released = (
  { id, billing, withinDays }: Pick<Remedy, 'id' | 'billing' | 'withinDays'>,
  at: Instant,
  policy: Policy,
): RemedyOffered | RemedyOrdered =>
  billing === null
    ? { type: 'RemedyOffered', at, by: system, remedyId: id }
    : { type: 'RemedyOrdered', at, by: system, remedyId: id, dueAt: addDays(at, withinDays, policy.zone) };

const line: readonly string[] = ['handler', 'head', 'leader', 'general_manager'];

/**
 * Silence passes an approval on: to the next role above, from counsel to the general manager; at the top the same is asked again.
 *
 * @clause AP-2
 */
const pass = (remedy: Remedy, command: PassApproval, { policy }: Context): Decision => {
  const { at, by, remedyId, signed } = command;
  if (remedy.status !== 'proposed' || remedy.approvals.length !== signed) return nothing;
  if (isBefore(at, addMinutes(remedy.askedAt, lengthMinutes(policy.pack.approvals.wait)))) return nothing;
  const asked = remedy.passedTo ?? remedy.steps[openSteps(remedy)[0] ?? 0];
  const place = line.indexOf(asked ?? '');
  const role = place < 0 ? 'general_manager' : (line[place + 1] ?? 'general_manager');
  return happened({ type: 'ApprovalPassed', at, by, remedyId, role });
};
