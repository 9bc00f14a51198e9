import { unreachable } from '../../faults.ts';
import { urgencyOf } from '../../policy/severity.ts';
import { type Actor, type Instant, type Severity, urgencies } from '../../terms.ts';
import type { ApproveRegrade, Regrade, RejectRegrade } from '../commands.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, nothing, refuse } from '../decision.ts';
import type { ComplaintEvent, ComplaintRegraded } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { SuggestGrade } from '../further-commands.ts';
import { goUp } from '../grading.ts';
import { actorId, system } from '../people.ts';
import type { Complaint } from '../state.ts';

/** People grade both ways, with a reason; taking a complaint out of managers' sight takes a second person (TR-7). */
export const decideGrade = (
  complaint: Complaint,
  command: Regrade | ApproveRegrade | RejectRegrade | SuggestGrade,
  context: Context,
): Decision => {
  switch (command.type) {
    case 'Regrade':
      return regrade(complaint, command, context);
    case 'ApproveRegrade':
      return approve(complaint, command, context);
    case 'RejectRegrade':
      return reject(complaint, command);
    case 'SuggestGrade':
      return suggest(complaint, command);
    default:
      return unreachable(command);
  }
};

const regrade = (complaint: Complaint, command: Regrade, context: Context): Decision => {
  const { at, by, severity, reason } = command;
  if (severity === complaint.severity) return nothing;
  if (reason.trim() === '') return refuse('needs-reason', 'TR-7');
  const lowers = severity > complaint.severity;
  if (!lowers || complaint.severity > 2)
    return happened(...regraded(complaint, { at, by, severity, reason }, context));
  return complaint.regrade?.severity === severity
    ? nothing
    : happened({ type: 'RegradeProposed', at, by, severity, reason });
};

const approve = (complaint: Complaint, { at, by }: ApproveRegrade, context: Context): Decision => {
  const proposal = complaint.regrade;
  if (proposal === null) return nothing;
  if (proposal.by === actorId(by)) return refuse('maker-is-checker', 'TR-7');
  const { severity, reason } = proposal;
  return happened(...regraded(complaint, { at, by, severity, reason }, context));
};

const reject = (complaint: Complaint, command: RejectRegrade): Decision => {
  if (complaint.regrade === null) return nothing;
  if (command.reason.trim() === '') return refuse('needs-reason', 'TR-7');
  return happened({ ...command, type: 'RegradeRejected' });
};

/**
 * Only a worse grade than the file has, and than was proposed before, is worth a person's look; never level 1.
 *
 * @clause TR-2
 */
const suggest = (complaint: Complaint, command: SuggestGrade): Decision =>
  command.severity === 1 || command.severity >= Math.min(complaint.severity, complaint.suggested ?? 4)
    ? nothing
    : happened({ ...command, type: 'GradeSuggested' });

/**
 * A grade given by a person, or by an unhappy answer: with the urgency that belongs to it, and up to the managers
 * where it reaches level 1 or 2.
 *
 * @clause TR-7, TR-4, S1.10
 */
export const regraded = (
  complaint: Complaint,
  grade: {
    readonly at: Instant;
    readonly by: Actor;
    readonly severity: Severity;
    readonly reason: string;
  },
  context: Context,
): readonly ComplaintEvent[] => {
  const { assessment, facts, severity: from } = complaint;
  const change: ComplaintRegraded = { type: 'ComplaintRegraded', ...grade, from, reasons: [] };
  const urgency = urgencyOf(grade.severity, facts, context.policy);
  const hastens = urgencies.indexOf(urgency) > urgencies.indexOf(assessment.urgency);
  const hastened: readonly ComplaintEvent[] = hastens
    ? [{ type: 'ComplaintAssessed', at: grade.at, by: system, assessment: { ...assessment, urgency } }]
    : [];
  // The rules would lift a lowered grade at once if they spoke after it; a higher grade they leave alone.
  const raises = grade.severity < from;
  const graded = evolve(complaint, change);
  return [
    change,
    ...(raises ? hastened : []),
    ...goUp(from, graded, { at: grade.at, trigger: 'level:regraded', context }),
  ];
};
