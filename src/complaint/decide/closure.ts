import { unreachable } from '../../faults.ts';
import { followUpAt } from '../../policy/contact.ts';
import { escalationTrigger } from '../../policy/escalation.ts';
import type { Instant } from '../../terms.ts';
import type {
  DeclineComplaint,
  MergeComplaint,
  ReopenComplaint,
  ResolveComplaint,
  WithdrawComplaint,
} from '../commands.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, notHolder, nothing, refuse } from '../decision.ts';
import type { ComplaintEvent, ComplaintReopened } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { EndWithdrawn } from '../further-commands.ts';
import { reassess } from '../grading.ts';
import { actsAs, mayWork, system } from '../people.ts';
import { raiseNext } from '../raising.ts';
import type { Complaint, Stage } from '../state.ts';
import { isWithdrawn, staysOpenBy } from '../withdrawal.ts';
import { openRemedy } from './remedy.ts';

/** The ways a matter ends, and how it begins again. The archive, which waits for the follow-up, stands there. */
export const decideClosure = (
  complaint: Complaint,
  command: ResolveComplaint | DeclineComplaint | WithdrawComplaint | MergeComplaint | ReopenComplaint,
  context: Context,
): Decision => {
  switch (command.type) {
    case 'ResolveComplaint':
      return resolve(complaint, command, context);
    case 'DeclineComplaint':
      return decline(complaint, command, context);
    case 'WithdrawComplaint':
      return withdraw(complaint, command, context);
    case 'MergeComplaint':
      return merge(complaint, command, context);
    case 'ReopenComplaint':
      return reopen(complaint, command, context);
    default:
      return unreachable(command);
  }
};

/**
 * The outcome is told without a remedy. An offer the complainant never answers does not keep a file open for ever; a
 * remedy that waits for approval, or was promised, does.
 *
 * @clause S1.3, TR-8
 */
const resolve = (complaint: Complaint, command: ResolveComplaint, context: Context): Decision => {
  if (complaint.stage === 'resolved') return nothing;
  if (!mayWork(complaint, command.by, context)) return notHolder(complaint);
  if (complaint.finding === null && complaint.severity <= 3) return refuse('finding-first', 'TR-8');
  const open = openRemedy(complaint);
  if (open !== undefined && open.status !== 'offered')
    return refuse('remedy-first', 'AP-7', { remedyId: open.id, status: open.status });
  if (command.final && !isTriedOut(complaint)) return refuse('alternative-first', 'S1.7');
  if (command.text.trim() === '') return refuse('facts-missing', 'S1.3', { field: 'text' });
  const followUp = followUpAt(command.at, context.policy);
  return happened({ ...command, type: 'ComplaintResolved', followUpAt: followUp });
};

/** A last word comes after an offer was declined, or where the finding leaves nothing to offer; never as a bare refusal (S1.7). */
const isTriedOut = ({ finding, remedies }: Complaint): boolean =>
  finding?.outcome === 'not_upheld' || remedies.some(({ status }) => status === 'declined');

/**
 * Not taken on. 'Not ours' is the handler's to say; the grounds of S1.14, and anything of level 1 or 2, a head's.
 *
 * @clause S1.14, S1.7
 */
const decline = (complaint: Complaint, command: DeclineComplaint, context: Context): Decision => {
  if (complaint.stage === 'resolved') return refuse('already-resolved', 'S1.14');
  const needsHead = command.ground !== 'not_ours' || complaint.severity <= 2;
  if (needsHead && !actsAs(command.by, 'head', context))
    return refuse('not-authorised', 'S1.14', { role: 'head' });
  if (complaint.handler !== null && !mayWork(complaint, command.by, context)) return notHolder(complaint);
  if (command.text.trim() === '') return refuse('needs-reason', 'S1.14');
  return promised(complaint) ?? happened({ ...command, type: 'ComplaintDeclined' });
};

/**
 * Shuts a file in favour of another. That takes a call to managers with it, so at levels 1 and 2 a head says so, as for not
 * taking it on; and it is no way round the follow-up.
 *
 * @clause TR-3, TR-7, S1.2
 */
const merge = (complaint: Complaint, command: MergeComplaint, context: Context): Decision => {
  if (command.into === complaint.number) return refuse('same-file', 'TR-3');
  if (complaint.stage === 'resolved') return refuse('already-resolved', 'S1.2');
  if (complaint.severity <= 2 && !actsAs(command.by, 'head', context))
    return refuse('not-authorised', 'TR-7', { role: 'head' });
  if (complaint.handler !== null && !mayWork(complaint, command.by, context)) return notHolder(complaint);
  return promised(complaint) ?? happened({ ...command, type: 'ComplaintMerged' });
};

/** What was promised and accepted is carried out before a file may be shut some other way (S0.16). */
const promised = (complaint: Complaint): Decision | null => {
  const open = openRemedy(complaint);
  return open?.status === 'accepted'
    ? refuse('remedy-first', 'S0.16', { remedyId: open.id, status: open.status })
    : null;
};

/**
 * The complainant's word ends it for them at once. Where the pack says that what was told outlives the complaint, staff
 * look into it all the same: somebody who is afraid withdraws first.
 *
 * @clause CN 2020-3 Art. 15, S1.10
 */
const withdraw = (complaint: Complaint, command: WithdrawComplaint, { policy }: Context): Decision => {
  if (complaint.withdrawn !== null) return nothing;
  const clause = staysOpenBy(complaint, policy);
  const { at, by, reason } = command;
  return clause === null
    ? happened({ ...command, type: 'ComplaintWithdrawn' })
    : happened({ type: 'WithdrawalKept', at, by, reason, clause });
};

/** Staff close what they kept open after a withdrawal, with what they found. */
export const endWithdrawn = (complaint: Complaint, { at, by, reason }: EndWithdrawn): Decision => {
  if (complaint.withdrawn === null) return refuse('stale', 'S1.10');
  if (reason.trim() === '') return refuse('needs-reason', 'S1.10');
  return promised(complaint) ?? happened({ type: 'ComplaintWithdrawn', at, by, reason });
};

const reopenable: readonly Stage[] = ['resolved', 'archived', 'declined', 'withdrawn'];

/**
 * A merged file stays shut: it goes on elsewhere. One that was withdrawn is the complainant's to open again, and after
 * a final answer only something new opens it, or somebody higher looks at it, once.
 *
 * @clause CL-6, S1.14
 */
const reopen = (complaint: Complaint, command: ReopenComplaint, context: Context): Decision => {
  const { stage } = complaint;
  if (stage === 'merged') return refuse('already-closed', 'CL-6', { stage });
  if (!reopenable.includes(stage) && complaint.withdrawn === null) return nothing;
  if (isWithdrawn(complaint) && command.by.kind === 'staff')
    return refuse('already-closed', 'CL-6', { stage: 'withdrawn' });
  if (command.by.kind === 'complainant' && answerStands(complaint, command))
    return refuse('final-stands', 'S1.14');
  if (command.by.kind === 'staff' && command.reason.trim() === '') return refuse('needs-reason', 'CL-6');
  const reopened: ComplaintReopened = { ...command, type: 'ComplaintReopened' };
  return happened(reopened, ...afterReopening(evolve(complaint, reopened), command.at, context));
};

/** A last word is not asked for again and again: only what nobody knew then, or a first look from above, opens it. */
const answerStands = (complaint: Complaint, { because }: ReopenComplaint): boolean =>
  complaint.finalAt !== null && because !== 'new_facts' && (because !== 'review' || complaint.reviewed);

/**
 * What a reopening brings up: a grade that rises with what was added meanwhile, and, the second time, a manager.
 *
 * @param complaint the file, already reopened
 * @clause ES-3
 */
export const afterReopening = (
  complaint: Complaint,
  at: Instant,
  context: Context,
): readonly ComplaintEvent[] => {
  const grades = reassess(complaint, at, context);
  const trigger = escalationTrigger('reopened', context.policy);
  const again = complaint.reopenings >= (trigger?.at ?? 2);
  if (!again || grades.some(({ type }) => type === 'EscalationRaised')) return grades;
  const cause = { at, by: system, trigger: 'reopened', reason: '', clause: trigger?.clause ?? 'ES-3' };
  return [...grades, ...raiseNext(grades.reduce<Complaint>(evolve, complaint), cause, context)];
};
