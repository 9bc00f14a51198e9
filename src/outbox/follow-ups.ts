import type { Command } from '../complaint/commands.ts';
import { type Complaint, type Escalation, isClosed } from '../complaint/state.ts';
import { warningKey } from '../complaint/warning.ts';
import { openDeadlines } from '../policy/deadlines.ts';
import { escalationChain } from '../policy/escalation.ts';
import { addMinutes, latest } from '../policy/time.ts';
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

/** Silence counts from the asking, and after an acknowledgement from the last thing that moved (ES-1). */
const silentSince = ({ raisedAt, acknowledgedAt }: Escalation, movedAt: Instant | null): Instant =>
  acknowledgedAt ? latest(acknowledgedAt, movedAt ?? acknowledgedAt) : raisedAt;

const escalationFollowUp = (complaint: Complaint, setting: Setting): readonly PlannedFollowUp[] => {
  const { escalation, severity } = complaint;
  if (!escalation) return [];
  const chain = escalationChain(severity, setting.policy);
  const isLast = escalation.step + 1 >= chain.length;
  const step = chain[escalation.step] ?? chain.at(-1);
  // At levels 1 and 2 the last of the chain is asked again rather than left alone with it.
  if (!step || (isLast && severity > 2)) return [];
  const dueAt = addMinutes(silentSince(escalation, complaint.movedAt), step.waitMinutes);
  const command: Command = { type: 'AdvanceEscalation', at: dueAt, by: system, step: escalation.step };
  return [{ key: `${complaint.number}/escalation`, dueAt, command }];
};

/** Asked until both questions are answered; after the last try the same command finds the complainant unreachable. */
const askingAt = (complaint: Complaint): Instant | null => {
  const { followUp } = complaint;
  if (complaint.stage !== 'resolved' || followUp.unreachable || followUp.solved === false) return null;
  if (followUp.solved === true && followUp.rating !== null) return null;
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
 * Every dated command a complaint wants, from its state alone.
 * A shut file has no dates left; one withdrawn at level 1 or 2 keeps its escalation: the risk stays.
 */
export const wantedFollowUps = (complaint: Complaint, setting: Setting): readonly PlannedFollowUp[] => {
  if (complaint.stage === 'withdrawn') return escalationFollowUp(complaint, setting);
  if (isClosed(complaint)) return [];
  return [
    ...clockFollowUps(complaint, setting),
    ...escalationFollowUp(complaint, setting),
    ...askFollowUp(complaint),
  ];
};
