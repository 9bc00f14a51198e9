import { conditionOf, type Policy } from '../policy/policy.ts';
import type { ClauseId } from '../terms.ts';
import type { Complaint } from './state.ts';

/**
 * The clause by which a file stays open although its complainant withdraws; null where it ends with their word.
 * Somebody who is afraid withdraws first: what was told of danger is looked into all the same.
 *
 * @clause S1.10
 */
export const staysOpenBy = (complaint: Complaint, policy: Policy): ClauseId | null => {
  const rule = policy.pack.withdrawal;
  if (rule === undefined) return null;
  const { assessment, facts, severity } = complaint;
  const values = { facts, severity, urgency: assessment.urgency };
  return conditionOf(policy, rule.keepOpen).holds(values) ? rule.clause : null;
};

/** Whether the complainant has withdrawn it, be the file shut or kept open by us. */
export const isWithdrawn = ({ stage, withdrawn }: Complaint): boolean =>
  stage === 'withdrawn' || withdrawn !== null;
