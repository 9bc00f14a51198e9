import type { ClauseId } from '../terms.ts';
import { lengthMinutes } from './duration.ts';
import type { Policy } from './policy.ts';

/** How far apart complaints may lie and still be the same one (TR-3). */
export interface SamenessRules {
  /** Rolling window for the same matter from different complainants. */
  readonly windowMinutes: number;
  /** How long a handled matter counts as the same when its complainant brings it again. */
  readonly repeatWindowMinutes: number;
  /** Different complainants at which those concerned are graded anew and staff are told. */
  readonly complainants: number;
  readonly clause: ClauseId;
}

/**
 * The pack's windows and threshold for sameness. What a count then means for the level stands in the severity rules.
 *
 * @clause S4.b art.3, S4.d2
 */
export const samenessRules = (policy: Policy): SamenessRules => {
  const { window, repeatWindow, clause } = policy.pack.sameness;
  const trigger = policy.pack.escalation.triggers.find(({ id }) => id === 'sameness');
  return {
    windowMinutes: lengthMinutes(window),
    repeatWindowMinutes: lengthMinutes(repeatWindow),
    complainants: trigger?.at ?? 3,
    clause,
  };
};
