import { unreachable } from '../../faults.ts';
import { escalationTrigger } from '../../policy/escalation.ts';
import { addHours, addMinutes, isBefore, latest, minutesBetween } from '../../policy/time.ts';
import type { Instant } from '../../terms.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, nothing } from '../decision.ts';
import { isWorking } from '../evolve/stage.ts';
import { evolve } from '../evolve.ts';
import type { CheckAge, CheckHandOver, CheckUnclaimed, RemindStanding } from '../further-commands.ts';
import type { HandOverLapsed, LeftUnclaimed, StillUnresolved } from '../further-events.ts';
import { reassess } from '../grading.ts';
import { system } from '../people.ts';
import { raiseNext } from '../raising.ts';
import type { Complaint } from '../state.ts';
import { unclaimedKey } from '../warning.ts';

/** Dates that watch a file, so that none lies still: unclaimed, offered and unanswered, a month old, without any date (S1.10). */
export const decideWatch = (
  complaint: Complaint,
  command: CheckUnclaimed | CheckHandOver | CheckAge | RemindStanding,
  context: Context,
): Decision => {
  switch (command.type) {
    case 'CheckUnclaimed':
      return checkUnclaimed(complaint, command, context);
    case 'CheckHandOver':
      return checkHandOver(complaint, command, context);
    case 'CheckAge':
      return checkAge(complaint, command, context);
    case 'RemindStanding':
      return remind(complaint, command, context);
    default:
      return unreachable(command);
  }
};

const checkUnclaimed = (complaint: Complaint, command: CheckUnclaimed, context: Context): Decision => {
  const { at, by, since } = command;
  const known = complaint.warned.includes(unclaimedKey(since));
  if (complaint.unclaimedSince !== since || !isWorking(complaint) || known) return nothing;
  const left: LeftUnclaimed = { type: 'LeftUnclaimed', at, by, since };
  const clause = escalationTrigger('unclaimed', context.policy)?.clause ?? 'ES-3';
  const cause = { at, by: system, trigger: 'unclaimed', reason: '', clause };
  return happened(left, ...raiseNext(evolve(complaint, left), cause, context));
};

/** An offer nobody answers counts as a refusal: the file goes up, the holder is the holder. */
const checkHandOver = (complaint: Complaint, command: CheckHandOver, context: Context): Decision => {
  const { handOver } = complaint;
  if (handOver === null || handOver.at !== command.offeredAt) return nothing;
  const lapsed: HandOverLapsed = { type: 'HandOverLapsed', at: command.at, by: command.by, to: handOver.to };
  const clause = escalationTrigger('stalled', context.policy)?.clause ?? 'S1.10';
  const cause = { at: command.at, by: system, trigger: 'unanswered', reason: handOver.reason, clause };
  return happened(lapsed, ...raiseNext(evolve(complaint, lapsed), cause, context));
};

/** When a file counts as a month old; null where the pack has no such trigger. */
export const monthOldAt = (complaint: Complaint, { policy }: Pick<Context, 'policy'>): Instant | null => {
  const days = escalationTrigger('unresolved', policy)?.at;
  // More than a month, so the day after.
  return days === undefined ? null : addHours(complaint.timeline.receivedAt, (days + 1) * 24);
};

const checkAge = (complaint: Complaint, { at, by }: CheckAge, context: Context): Decision => {
  const due = monthOldAt(complaint, context);
  if (due === null || isBefore(at, due) || !isWorking(complaint)) return nothing;
  const days = Math.floor(minutesBetween(complaint.timeline.receivedAt, at) / (24 * 60));
  if (complaint.facts.unresolvedDays >= (escalationTrigger('unresolved', context.policy)?.at ?? 30) + 1)
    return nothing;
  const still: StillUnresolved = { type: 'StillUnresolved', at, by, days };
  const after = evolve(complaint, still);
  const grades = reassess(after, at, context);
  if (grades.some(({ type }) => type === 'EscalationRaised')) return happened(still, ...grades);
  const clause = escalationTrigger('unresolved', context.policy)?.clause ?? 'S4.b art.3';
  const cause = { at, by: system, trigger: 'unresolved', reason: '', clause };
  return happened(still, ...grades, ...raiseNext(grades.reduce<Complaint>(evolve, after), cause, context));
};

/** How long a file without any other date may stand still. */
const stillHours = 24;

/** When a file that has no other date is looked at again: a day after anything last happened to it. */
export const standingAt = (complaint: Complaint): Instant => {
  const { escalation, movedAt, remindedAt, timeline } = complaint;
  const signs = [movedAt, remindedAt, escalation?.raisedAt, escalation?.acknowledgedAt, timeline.resolvedAt];
  const last = signs.reduce<Instant>((most, one) => latest(most, one ?? most), timeline.receivedAt);
  return addHours(last, stillHours);
};

/** The holder is reminded; with no holder, or one who was reminded before and did nothing, somebody above is. */
const remind = (complaint: Complaint, { at, by }: RemindStanding, context: Context): Decision => {
  if (isBefore(at, addMinutes(standingAt(complaint), -1))) return nothing;
  const reminded = { type: 'StandingReminded' as const, at, by };
  const { handler, movedAt, remindedAt } = complaint;
  const again = remindedAt !== null && (movedAt === null || isBefore(movedAt, remindedAt));
  const cause = { at, by: system, trigger: 'standing', reason: '', clause: 'S1.10' };
  const up = handler === null || again ? raiseNext(complaint, cause, context) : [];
  return happened(reminded, ...up);
};
