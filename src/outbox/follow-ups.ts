import type { Command } from '../complaint/commands.ts';
import { askingAt } from '../complaint/decide/follow-up.ts';
import { monthOldAt, standingAt } from '../complaint/decide/watch.ts';
import { isWorking } from '../complaint/evolve/stage.ts';
import { type Complaint, type Escalation, isClosed } from '../complaint/state.ts';
import { unclaimedKey, untoldMarks } from '../complaint/warning.ts';
import { silenceCountsFrom } from '../policy/duty.ts';
import { escalationChain, escalationTrigger, patienceMinutes } from '../policy/escalation.ts';
import { addMinutes, latest } from '../policy/time.ts';
import type { Instant } from '../terms.ts';
import type { PlannedFollowUp, Setting } from './plan.ts';
import { responsibilityFollowUp, signatureFollowUps } from './signatures.ts';

const system = { kind: 'system' } as const;

/** One look for all clocks of a file, when the first of them has something to tell. */
const clocksFollowUp = (complaint: Complaint, { policy }: Setting): readonly PlannedFollowUp[] => {
  const marks = untoldMarks(complaint, policy);
  const [dueAt] = marks.map(({ at }) => at).sort();
  if (dueAt === undefined) return [];
  return [
    { key: `${complaint.number}/clocks`, dueAt, command: { type: 'CheckClocks', at: dueAt, by: system } },
  ];
};

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
  const since = silenceCountsFrom(
    escalation.asked.map(({ person }) => person),
    silentSince(escalation, complaint.movedAt),
    { organisation: setting.organisation, zone: setting.policy.zone, urgent: severity <= 2 },
  );
  const dueAt = addMinutes(since, patienceMinutes(step, { severity, repeats: escalation.repeats }));
  const command: Command = { type: 'AdvanceEscalation', at: dueAt, by: system, step: escalation.step };
  return [{ key: `${complaint.number}/escalation`, dueAt, command }];
};

const callFollowUp = ({ number, escalation }: Complaint): readonly PlannedFollowUp[] => {
  if (escalation?.callAt == null || escalation.acknowledgedAt !== null) return [];
  const { callAt: dueAt } = escalation;
  return [{ key: `${number}/call`, dueAt, command: { type: 'CallAsked', at: dueAt, by: system } }];
};

/** Asked until both questions are answered; after the last try the same command finds the complainant unreachable. */
const askFollowUp = (complaint: Complaint, { policy }: Setting): readonly PlannedFollowUp[] => {
  const dueAt = askingAt(complaint, policy);
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

/** Somebody has to take it, in the pack's minutes; told once for each time it is left. */
const unclaimedFollowUp = (complaint: Complaint, { policy }: Setting): readonly PlannedFollowUp[] => {
  const { number, unclaimedSince: since, warned } = complaint;
  const minutes = escalationTrigger('unclaimed', policy)?.at;
  if (since === null || minutes === undefined || !isWorking(complaint)) return [];
  if (warned.includes(unclaimedKey(since))) return [];
  const dueAt = addMinutes(since, minutes);
  return [
    { key: `${number}/unclaimed`, dueAt, command: { type: 'CheckUnclaimed', at: dueAt, by: system, since } },
  ];
};

/** Minutes a hand-over may wait for its answer where the pack does not say. */
const handOverMinutes = 240;

const handOverFollowUp = (complaint: Complaint, { policy }: Setting): readonly PlannedFollowUp[] => {
  const { handOver, number } = complaint;
  if (handOver === null) return [];
  const dueAt = addMinutes(handOver.at, escalationTrigger('stalled', policy)?.at ?? handOverMinutes);
  const command: Command = { type: 'CheckHandOver', at: dueAt, by: system, offeredAt: handOver.at };
  return [{ key: `${number}/hand-over`, dueAt, command }];
};

/** A month from receipt, once (S4.b art.3). */
const ageFollowUp = (complaint: Complaint, { policy }: Setting): readonly PlannedFollowUp[] => {
  const dueAt = monthOldAt(complaint, { policy });
  const told = complaint.facts.unresolvedDays > (escalationTrigger('unresolved', policy)?.at ?? 30);
  if (dueAt === null || told || !isWorking(complaint)) return [];
  return [{ key: `${complaint.number}/age`, dueAt, command: { type: 'CheckAge', at: dueAt, by: system } }];
};

const pauseFollowUp = ({ number, pause }: Complaint): readonly PlannedFollowUp[] =>
  pause === null
    ? []
    : [
        {
          key: `${number}/pause`,
          dueAt: pause.until,
          command: { type: 'ResumeClocks', at: pause.until, by: system },
        },
      ];

/** A promise is looked at when it falls due (CL-8). */
const promiseFollowUps = ({ number, promises }: Complaint): readonly PlannedFollowUp[] =>
  promises
    .filter(({ status }) => status === 'open')
    .map(({ id, dueAt }) => ({
      key: `${number}/promise/${id}`,
      dueAt,
      command: { type: 'CheckPromise', at: dueAt, by: system, promiseId: id },
    }));

/** The date of a file that would have none: no file lies still because every clock has run out (S1.10). */
const standingFollowUp = (complaint: Complaint): readonly PlannedFollowUp[] => {
  const dueAt = standingAt(complaint);
  return [
    {
      key: `${complaint.number}/standing`,
      dueAt,
      command: { type: 'RemindStanding', at: dueAt, by: system },
    },
  ];
};

/**
 * Every dated command a complaint wants, from its state alone; an open file always has one.
 * A shut file has no dates left but of who was responsible; one withdrawn at level 1 or 2 keeps its escalation: the risk stays.
 *
 * @clause S1.10
 */
export const wantedFollowUps = (complaint: Complaint, setting: Setting): readonly PlannedFollowUp[] => {
  const responsibility = responsibilityFollowUp(complaint, setting);
  if (complaint.stage === 'withdrawn')
    return [...escalationFollowUp(complaint, setting), ...callFollowUp(complaint), ...responsibility];
  if (isClosed(complaint)) return responsibility;
  const wanted = [
    ...clocksFollowUp(complaint, setting),
    ...escalationFollowUp(complaint, setting),
    ...callFollowUp(complaint),
    ...askFollowUp(complaint, setting),
    ...unclaimedFollowUp(complaint, setting),
    ...handOverFollowUp(complaint, setting),
    ...ageFollowUp(complaint, setting),
    ...pauseFollowUp(complaint),
    ...signatureFollowUps(complaint, setting),
    ...responsibility,
    ...promiseFollowUps(complaint),
  ];
  return wanted.length > 0 ? wanted : standingFollowUp(complaint);
};
