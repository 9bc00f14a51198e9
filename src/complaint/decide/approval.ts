import { unreachable } from '../../faults.ts';
import { approvalWaitMinutes } from '../../policy/authority.ts';
import { addMinutes, isBefore } from '../../policy/time.ts';
import type { ApproveRemedy, RejectRemedy, ReturnRemedy } from '../commands.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, nothing, refuse } from '../decision.ts';
import type { RemedyApproved } from '../events.ts';
import type { PassApproval } from '../further-commands.ts';
import { actorId, system } from '../people.ts';
import { authorityBehind, openSteps, type Paper, passedOnTo, signingStep } from '../signing.ts';
import type { Complaint, Remedy } from '../state.ts';
import { grant } from './grant.ts';
import { furtherSteps } from './ladder.ts';

type ApprovalCommand = ApproveRemedy | RejectRemedy | ReturnRemedy;

/** A remedy as a paper that is signed. */
export const paperOf = (remedy: Remedy): Paper => ({ ...remedy, maker: actorId(remedy.proposedBy) });

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
  const signing = signingStep(paperOf(remedy), command, context);
  if ('step' in signing) return answer(complaint, { remedy, command, step: signing.step }, context);
  const overAuthority = signing.refused === 'not-authorised' && remedy.money !== null;
  return refuse(overAuthority ? 'amount-over-authority' : signing.refused, remedy.clause, {
    role: signing.role,
  });
};

/** The same press again: by one who has approved, or on what is already rejected or returned. */
const isAnswered = (remedy: Remedy, { type, by }: ApprovalCommand): boolean => {
  if (type === 'ApproveRemedy') return remedy.approvals.some((approval) => approval.by === actorId(by));
  return remedy.status === (type === 'RejectRemedy' ? 'rejected' : 'returned');
};

interface Answer<Given extends ApprovalCommand = ApprovalCommand> {
  readonly remedy: Remedy;
  readonly command: Given;
  readonly step: number;
}

const answer = (complaint: Complaint, { remedy, command, step }: Answer, context: Context): Decision => {
  switch (command.type) {
    case 'ApproveRemedy':
      return approve(complaint, { remedy, command, step }, context);
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

/**
 * After the last signature it is granted at once: nobody waits for a further press. Not where the ladder asks for more by
 * now than when it was proposed: those above sign too.
 */
const approve = (
  complaint: Complaint,
  { remedy, command, step }: Answer<ApproveRemedy>,
  context: Context,
): Decision => {
  const { at, by, remedyId } = command;
  const approved: RemedyApproved = { type: 'RemedyApproved', at, by, remedyId, step };
  const { steps, rounds } = remedy;
  const approvals = [...remedy.approvals, { by: actorId(by), step }];
  if (openSteps({ steps, rounds, approvals }).length > 0) return happened(approved);
  const more = furtherSteps(complaint, { remedy, signers: approvals.map((one) => one.by) }, context);
  if (more.steps.length > 0)
    return happened(approved, { type: 'SignaturesAdded', at, by: system, remedyId, ...more });
  const granted = grant(complaint, { remedy, at, role: authorityBehind(remedy) }, context);
  return granted.kind === 'events' ? happened(approved, ...granted.events) : granted;
};

/**
 * Silence passes an approval on: to the next role above, from counsel to the general manager; at the top the same is asked again.
 *
 * @clause AP-2
 */
const pass = (remedy: Remedy, command: PassApproval, { policy }: Context): Decision => {
  const { at, by, remedyId, signed } = command;
  if (remedy.status !== 'proposed' || remedy.approvals.length !== signed) return nothing;
  if (isBefore(at, addMinutes(remedy.askedAt, approvalWaitMinutes(remedy.passedTo, policy)))) return nothing;
  return happened({ type: 'ApprovalPassed', at, by, remedyId, role: passedOnTo(paperOf(remedy)) });
};
