import { type Asked, silenceCountsFrom, whoIsAsked } from '../policy/duty.ts';
import { type ChainStep, escalationChain } from '../policy/escalation.ts';
import type { Actor, ClauseId, Instant, Role } from '../terms.ts';
import type { Context } from './context.ts';
import type { EscalationRaised } from './events.ts';
import type { Complaint } from './state.ts';

/** Why something goes up. `reason` is a person's words; '' when the trigger says it all. */
export interface Cause {
  readonly at: Instant;
  readonly by: Actor;
  readonly trigger: string;
  readonly reason: string;
  readonly clause: ClauseId;
}

const ladder = ['handler', 'head', 'leader', 'general_manager', 'independent'];

/**
 * Sends a complaint to the step above whoever has it now; the first step when nobody has.
 * At the top the same role is asked again, but not while it still owes an answer: then nothing. Nobody is passed over before they were called.
 *
 * @clause ES-3, S1.10
 */
export const raiseNext = (
  complaint: Complaint,
  cause: Cause,
  context: Context,
): readonly EscalationRaised[] => {
  const chain = escalationChain(complaint.severity, context.policy);
  const { escalation } = complaint;
  const isCalled = escalation?.callAt === null;
  const step = escalation === null ? 0 : Math.min(escalation.step + (isCalled ? 1 : 0), chain.length - 1);
  const raised = raiseAt(complaint, { cause, step }, context);
  const owesAnswer = escalation?.acknowledgedAt === null && raised[0]?.role === escalation.role;
  return owesAnswer ? [] : raised;
};

/**
 * Sends a complaint into the chain of its level, from the beginning, but never to a lower role than already has it.
 *
 * @clause ES-1, S1.10
 */
export const raiseForLevel = (
  complaint: Complaint,
  cause: Cause,
  context: Context,
): readonly EscalationRaised[] => {
  const chain = escalationChain(complaint.severity, context.policy);
  const asked = ladder.indexOf(complaint.escalation?.role ?? '');
  const step = chain.findIndex(({ role }) => ladder.indexOf(role) >= asked);
  return raiseAt(complaint, { cause, step: step < 0 ? chain.length - 1 : step }, context);
};

/**
 * Sends a complaint straight to a role: the step of its chain that asks it, or the last one.
 *
 * @clause S0.6
 */
export const raiseToRole = (
  complaint: Complaint,
  cause: Cause,
  { role, context }: { readonly role: Role; readonly context: Context },
): readonly EscalationRaised[] => {
  const chain = escalationChain(complaint.severity, context.policy);
  const found = chain.findIndex((one) => one.role === role);
  return raiseAt(complaint, { cause, step: found < 0 ? chain.length - 1 : found, role }, context);
};

/** Whom a raising asks, and with which step of the chain. */
interface Target {
  readonly cause: Cause;
  readonly step: number;
  /** Role asked instead of the step's own. */
  readonly role?: Role;
}

/**
 * Asks one step of the chain; empty where the pack has no such step.
 * A step whose people are all kept out is passed over; after the last one the independent person is asked (ST-6).
 */
export const raiseAt = (
  complaint: Complaint,
  { cause, step, role }: Target,
  context: Context,
): readonly EscalationRaised[] => {
  const chain = escalationChain(complaint.severity, context.policy);
  const first = chain[step];
  if (first === undefined) return [];
  const own: ChainStep = role === undefined ? first : { ...first, role };
  const steps = [own, ...chain.slice(step + 1)].map((one, ahead) => ({ ...one, index: step + ahead }));
  const independent = { ...own, index: chain.length - 1, role: 'independent' as const };
  for (const one of [...steps, independent]) {
    const asked = peopleFor(one.role, complaint, { at: cause.at, context });
    if (asked.length === 0) continue;
    const call = callOf(asked, complaint, { at: cause.at, context });
    return [{ type: 'EscalationRaised', ...cause, step: one.index, role: one.role, asked, ...call }];
  }
  return [{ type: 'EscalationRaised', ...cause, step, role: own.role, asked: [] }];
};

/** The call waits until somebody asked is at work; at levels 1 and 2 it does not (ES-4). */
const callOf = (
  asked: readonly Asked[],
  { severity }: Complaint,
  { at, context: { organisation, policy } }: { readonly at: Instant; readonly context: Context },
): Pick<EscalationRaised, 'callAt'> => {
  const people = asked.map(({ person }) => person);
  const duty = { organisation, zone: policy.zone, urgent: severity <= 2 };
  const callAt = silenceCountsFrom(people, at, duty);
  return callAt === at ? {} : { callAt };
};

/** Whom a call to this role reaches now, those kept out left out. */
export const peopleFor = (
  role: Role,
  complaint: Complaint,
  { at, context }: { readonly at: Instant; readonly context: Context },
): readonly Asked[] =>
  whoIsAsked(role, {
    organisation: context.organisation,
    at,
    zone: context.policy.zone,
    recused: [...context.recusals, ...complaint.recusals],
  });
