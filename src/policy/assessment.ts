import type { ClauseId, Severity, Urgency } from '../terms.ts';
import type { FactName } from './facts.ts';

/** One ground of a grade: which fact, the words it was read from, the clause that makes it count. */
export interface Reason {
  readonly clause: ClauseId;
  /** Id of the pack's rule. */
  readonly rule: string;
  readonly fact: FactName;
  /** '' when the fact comes from the register or from staff. */
  readonly evidence: string;
}

/** The first assessment of a complaint (ISO 10002 7.5): how bad, how fast, whose. */
export interface Assessment {
  readonly severity: Severity;
  readonly urgency: Urgency;
  readonly type: string;
  readonly department: string;
  /** Never empty: level 4 has 'everything else' as its reason. */
  readonly reasons: readonly Reason[];
}
