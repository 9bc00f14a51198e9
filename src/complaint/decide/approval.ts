import { unreachable } from '../../faults.ts';
import { mayApprove } from '../../policy/authority.ts';
import { findPerson } from '../../policy/organisation.ts';
import { roles } from '../../terms.ts';
import type { ApproveRemedy, RejectRemedy, ReturnRemedy } from '../commands.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, nothing, refuse } from '../decision.ts';
import type { RemedyApproved } from '../events.ts';
import { actorId, system } from '../people.ts';
import type { Complaint, Remedy } from '../state.ts';

type ApprovalCommand = ApproveRemedy | RejectRemedy | ReturnRemedy;

/** A person with authority decides on a remedy: maker is not checker, each step is somebody else's (AP-2). */
export const decideApproval = (
  complaint: Complaint,
  command: ApprovalCommand,
  context: Context,
): Decision => {
  const remedy = complaint.remedies.find(({ id }) => id === command.remedyId);
  if (remedy === undefined) return refuse('stale', 'AP-2');
  if (isAnswered(remedy, command)) return nothing;
  if (remedy.steps.length === 0) return refuse('nothing-to-approve', 'AP-2');
  if (remedy.status !== 'proposed') return refuse('stale', 'AP-2', { status: remedy.status });
  return deny(remedy, command, context) ?? answer(remedy, command);
};

/** The same press again: by one who has approved, or on what is already rejected or returned. */
const isAnswered = (remedy: Remedy, { type, by }: ApprovalCommand): boolean => {
  if (type === 'ApproveRemedy') return remedy.approvals.some((approval) => approval.by === actorId(by));
  return remedy.status === (type === 'RejectRemedy' ? 'rejected' : 'returned');
};

/** Whoever has approved an earlier step cannot undo it at a later one: the steps are several people. */
const deny = (remedy: Remedy, { by }: ApprovalCommand, context: Context): Decision | null => {
  const step = remedy.steps[remedy.approvals.length];
  const role = roles.find((one) => one === step);
  const person = findPerson(context.organisation, actorId(by));
  if (role === undefined || person === undefined) return refuse('not-authorised', 'AP-2');
  const proposer = actorId(remedy.proposedBy);
  const may = mayApprove({ person, role, proposer, recused: context.recusals });
  if (may === true) return null;
  const overAuthority = may === 'not-authorised' && remedy.money !== null;
  return refuse(overAuthority ? 'amount-over-authority' : may, remedy.clause, { role });
};

const answer = (remedy: Remedy, command: ApprovalCommand): Decision => {
  switch (command.type) {
    case 'ApproveRemedy':
      return approve(remedy, command);
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
const approve = (remedy: Remedy, { at, by, remedyId }: ApproveRemedy): Decision => {
  const step = remedy.approvals.length;
  const approved: RemedyApproved = { type: 'RemedyApproved', at, by, remedyId, step };
  if (step + 1 < remedy.steps.length) return happened(approved);
  return happened(approved, { type: 'RemedyOffered', at, by: system, remedyId });
};
