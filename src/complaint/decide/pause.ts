import { unreachable } from '../../faults.ts';
import { lengthMinutes } from '../../policy/duration.ts';
import type { Policy } from '../../policy/policy.ts';
import { addHours, minutesBetween } from '../../policy/time.ts';
import type { Actor, Instant } from '../../terms.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, notHolder, nothing, refuse } from '../decision.ts';
import { isWorking } from '../evolve/stage.ts';
import type { ApprovePause, PauseClocks, RejectPause, ResumeClocks } from '../further-commands.ts';
import type { ClocksPaused } from '../further-events.ts';
import { actorId, actsAs, mayWork } from '../people.ts';
import type { Complaint } from '../state.ts';

/** Clocks stand still only with a reason and an end, at levels 1 and 2 only with a second person's yes (CL-4). */
export const decidePause = (
  complaint: Complaint,
  command: PauseClocks | ApprovePause | RejectPause | ResumeClocks,
  context: Context,
): Decision => {
  switch (command.type) {
    case 'PauseClocks':
      return pause(complaint, command, context);
    case 'ApprovePause':
      return approve(complaint, command, context);
    case 'RejectPause':
      return reject(complaint, command, context);
    case 'ResumeClocks':
      return resume(complaint, command, context);
    default:
      return unreachable(command);
  }
};

const daysLeft = ({ timeline }: Complaint, { pack }: Policy): number => {
  const used = timeline.pauses.reduce((sum, { from, to }) => sum + minutesBetween(from, to ?? from), 0);
  return Math.floor((lengthMinutes(pack.pauses.longest) - used) / (24 * 60));
};

const pause = (complaint: Complaint, command: PauseClocks, context: Context): Decision => {
  const { at, by, reason, note, days } = command;
  const { policy } = context;
  const { approval, clause, reasons } = policy.pack.pauses;
  if (!mayWork(complaint, by, context)) return notHolder(complaint);
  if (!isWorking(complaint)) return refuse('stale', clause);
  if (complaint.pause !== null) return nothing;
  if (reasons.every(({ id }) => id !== reason)) return refuse('needs-reason', clause);
  const most = daysLeft(complaint, policy);
  if (!Number.isSafeInteger(days) || days < 1 || days > most)
    return refuse('pause-too-long', clause, { days: most });
  if (!approval.levels.includes(complaint.severity))
    return happened(paused({ at, by }, { reason, note, days }));
  const proposal = complaint.pauseProposal;
  if (proposal?.reason === reason && proposal.days === days) return nothing;
  return happened({ type: 'PauseProposed', at, by, reason, note, days });
};

const paused = (
  { at, by }: { readonly at: Instant; readonly by: Actor },
  { reason, note, days }: { readonly reason: string; readonly note: string; readonly days: number },
): ClocksPaused => ({ type: 'ClocksPaused', at, by, reason, note, until: addHours(at, days * 24) });

const approve = (complaint: Complaint, { at, by }: ApprovePause, context: Context): Decision => {
  const proposal = complaint.pauseProposal;
  if (proposal === null) return nothing;
  const { approval, clause } = context.policy.pack.pauses;
  if (!actsAs(by, approval.role, context)) return refuse('not-authorised', clause, { role: approval.role });
  if (proposal.by === actorId(by)) return refuse('maker-is-checker', clause);
  return happened(paused({ at, by }, proposal));
};

const reject = (complaint: Complaint, command: RejectPause, context: Context): Decision => {
  if (complaint.pauseProposal === null) return nothing;
  const { approval, clause } = context.policy.pack.pauses;
  if (!actsAs(command.by, approval.role, context))
    return refuse('not-authorised', clause, { role: approval.role });
  if (command.reason.trim() === '') return refuse('needs-reason', clause);
  return happened({ ...command, type: 'PauseRejected' });
};

const resume = (complaint: Complaint, command: ResumeClocks, context: Context): Decision => {
  if (complaint.pause === null) return nothing;
  const may = command.by.kind === 'system' || mayWork(complaint, command.by, context);
  return may ? happened({ ...command, type: 'ClocksResumed' }) : notHolder(complaint);
};
