import type { Command } from '../complaint/commands.ts';
import { type Complaint, isClosed } from '../complaint/state.ts';
import { warningKey } from '../complaint/warning.ts';
import { openDeadlines } from '../policy/deadlines.ts';
import { escalationChain } from '../policy/escalation.ts';
import { addMinutes } from '../policy/time.ts';
import type { Instant } from '../terms.ts';
import type { PlannedFollowUp, Setting } from './plan.ts';

const system = { kind: 'system' } as const;

const clockFollowUps = (complaint: Complaint, setting: Setting): readonly PlannedFollowUp[] =>
  openDeadlines(complaint.timeline, setting.policy).flatMap(({ clock, dueAt, warnings }) => {
    const told = (percent: number) => complaint.warned.includes(warningKey({ clock, dueAt, percent }));
    const steps = [...warnings, { percent: 100, at: dueAt }];
    const next = steps.find(({ percent }) => !told(percent));
    if (!next) return [];
    const command: Command = {
      type: 'CheckClock',
      at: next.at,
      by: system,
      clock,
      percent: next.percent,
      dueAt,
    };
    return [{ key: `${complaint.number}/clock/${clock}`, dueAt: next.at, command }];
  });

const escalationFollowUp = (complaint: Complaint, setting: Setting): readonly PlannedFollowUp[] => {
  const { escalation } = complaint;
  if (!escalation) return [];
  const chain = escalationChain(complaint.severity, setting.policy);
  const waitMinutes = chain[escalation.step]?.waitMinutes;
  if (waitMinutes === undefined || escalation.step + 1 >= chain.length || escalation.acknowledgedAt)
    return [];
  const dueAt = addMinutes(escalation.raisedAt, waitMinutes);
  const command: Command = { type: 'AdvanceEscalation', at: dueAt, by: system, step: escalation.step };
  return [{ key: `${complaint.number}/escalation`, dueAt, command }];
};

const askingAt = (complaint: Complaint): Instant | null => {
  const { followUp } = complaint;
  if (complaint.stage !== 'resolved' || followUp.unreachable || followUp.solved !== null) return null;
  return followUp.attempts.length === 0 ? followUp.dueAt : followUp.nextAttemptAt;
};

const askFollowUp = (complaint: Complaint): readonly PlannedFollowUp[] => {
  const dueAt = askingAt(complaint);
  if (!dueAt) return [];
  const attempt = complaint.followUp.attempts.length + 1;
  return [
    {
      key: `${complaint.number}/follow-up`,
      dueAt,
      command: { type: 'AskFollowUp', at: dueAt, by: system, attempt },
    },
  ];
};

/**
 * Every dated command an open complaint wants, from its state alone.
 * Empty when the file is shut: a closed complaint has no dates left.
 */
export const wantedFollowUps = (complaint: Complaint, setting: Setting): readonly PlannedFollowUp[] =>
  isClosed(complaint)
    ? []
    : [
        ...clockFollowUps(complaint, setting),
        ...escalationFollowUp(complaint, setting),
        ...askFollowUp(complaint),
      ];
