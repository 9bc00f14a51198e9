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
 * At the last step silence asks the same role again, more and more rarely (`patienceMinutes`). Empty only where the pack has no chain for the level (`checkPack` says so).
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

/** Longest pause before a silent last step is asked again, in hours: a flood of calls is read by nobody, a level 1 may not rest a day. */
const longestPauseHours = { critical: 4, serious: 24 } as const;

/**
 * Minutes to wait for a sign of those asked: the step's own, twice as long with each time the same step was asked again.
 *
 * @param repeats how often it was asked again; 0 after the first asking
 * @clause ES-1
 */
export const patienceMinutes = (
  { waitMinutes }: ChainStep,
  { severity, repeats }: { readonly severity: Severity; readonly repeats: number },
): number => {
  const longest = 60 * (severity === 1 ? longestPauseHours.critical : longestPauseHours.serious);
  return Math.max(waitMinutes, Math.min(longest, waitMinutes * 2 ** repeats));
};

/** What sends a complaint up, beside its level: the pack's trigger of that kind; undefined when the pack has none (ES-3). */
export const escalationTrigger = (
  id: Policy['pack']['escalation']['triggers'][number]['id'],
  policy: Policy,
): Policy['pack']['escalation']['triggers'][number] | undefined =>
  policy.pack.escalation.triggers.find((trigger) => trigger.id === id);
