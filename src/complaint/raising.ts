import { type ChainStep, escalationChain } from '../policy/escalation.ts';
import type { Policy } from '../policy/policy.ts';
import type { Actor, ClauseId, Instant } from '../terms.ts';
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

const ladder = ['handler', 'head', 'leader', 'general_manager'];

/**
 * Sends a complaint to the step above whoever has it now; the first step when nobody has.
 * At the top the same role is asked again, but not while it still owes an answer: then nothing.
 *
 * @clause ES-3, S1.10
 */
export const raiseNext = (
  complaint: Complaint,
  cause: Cause,
  policy: Policy,
): readonly EscalationRaised[] => {
  const chain = escalationChain(complaint.severity, policy);
  const { escalation } = complaint;
  if (escalation === null) return raiseAt(chain, 0, cause);
  const step = Math.min(escalation.step + 1, chain.length - 1);
  const owesAnswer = escalation.role === chain[step]?.role && escalation.acknowledgedAt === null;
  return owesAnswer ? [] : raiseAt(chain, step, cause);
};

/**
 * Sends a complaint into the chain of its level, from the beginning, but never to a lower role than already has it.
 *
 * @clause ES-1, S1.10
 */
export const raiseForLevel = (
  complaint: Complaint,
  cause: Cause,
  policy: Policy,
): readonly EscalationRaised[] => {
  const chain = escalationChain(complaint.severity, policy);
  const asked = ladder.indexOf(complaint.escalation?.role ?? '');
  const step = chain.findIndex(({ role }) => ladder.indexOf(role) >= asked);
  return raiseAt(chain, step < 0 ? chain.length - 1 : step, cause);
};

/** Asks one step of the chain; empty where the pack has no such step. */
export const raiseAt = (
  chain: readonly ChainStep[],
  step: number,
  cause: Cause,
): readonly EscalationRaised[] => {
  const role = chain[step]?.role;
  return role === undefined ? [] : [{ type: 'EscalationRaised', ...cause, step, role }];
};
