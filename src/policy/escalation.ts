import type { ClauseId, DeskChannel, Role, Severity } from '../terms.ts';
import { clockMinutes } from './duration.ts';
import type { Policy } from './policy.ts';

/** One step upward: whom we ask, where, and how long we wait for a sign. */
export interface ChainStep {
  readonly role: Role;
  readonly channel: DeskChannel;
  readonly waitMinutes: number;
  readonly clause: ClauseId;
}

/**
 * Whom a complaint of this level goes up to, in order.
 * At the last step silence asks the same role again. Empty only where the pack has no chain for the level (`checkPack` says so).
 *
 * @clause ES-1
 */
export const escalationChain = (severity: Severity, policy: Policy): readonly ChainStep[] =>
  policy.pack.escalation.chains
    .filter((chain) => chain.severity === severity)
    .flatMap(({ steps, clause }) =>
      steps.map(({ role, channel, wait }) => ({
        role,
        channel,
        waitMinutes: clockMinutes(wait) ?? wait.count * 24 * 60,
        clause,
      })),
    );

/** What sends a complaint up, beside its level: the pack's trigger of that kind; undefined when the pack has none (ES-3). */
export const escalationTrigger = (
  id: Policy['pack']['escalation']['triggers'][number]['id'],
  policy: Policy,
): Policy['pack']['escalation']['triggers'][number] | undefined =>
  policy.pack.escalation.triggers.find((trigger) => trigger.id === id);
