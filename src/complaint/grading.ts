import type { Assessment, Reason } from '../policy/assessment.ts';
import { escalationTrigger } from '../policy/escalation.ts';
import type { FactName } from '../policy/facts.ts';
import { assess } from '../policy/severity.ts';
import { type Instant, type Severity, urgencies } from '../terms.ts';
import type { Context } from './context.ts';
import type { ComplaintAssessed, ComplaintEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { system } from './people.ts';
import { raiseForLevel, raiseToRole } from './raising.ts';
import type { Complaint } from './state.ts';

/**
 * Grades a file again after something was added to it: the floor only rises.
 * Empty when the rules find nothing new; what a person has lowered stays lowered until a new fact appears (TR-7).
 *
 * @param complaint the file with the new facts already in it
 * @clause TR-2, S4.b art.3
 */
export const reassess = (complaint: Complaint, at: Instant, context: Context): readonly ComplaintEvent[] => {
  const assessment = raised(
    complaint.assessment,
    assess(complaint.facts, complaint.evidence, context.policy),
  );
  if (assessment === null) return [];
  const assessed: ComplaintAssessed = { type: 'ComplaintAssessed', at, by: system, assessment };
  const graded = evolve(complaint, assessed);
  const known = complaint.assessment.reasons;
  const lifts = assessment.reasons.find(({ fact, rule }) => !isKnown({ fact, rule }, known));
  const trigger = lifts ? (`level:${lifts.fact}` as const) : 'level';
  const calls = goUp(complaint.severity, graded, { at, trigger, context });
  const outside = complaint.assessment.reasons.some(({ fact }) => fact === 'supplier');
  return [
    assessed,
    ...calls,
    ...(outside ? [] : supplierCalls(calls.reduce<Complaint>(evolve, graded), at, context)),
  ];
};

/** When a level calls the managers: at receipt, by a fact that came later, or by a new grade. */
export type LevelTrigger = 'level' | `level:${FactName}` | 'level:regraded';

/** Calls the managers when a grade has come up to the pack's level, 2 where it names none (S1.10); empty otherwise. */
export const goUp = (
  before: Severity,
  graded: Complaint,
  {
    at,
    trigger,
    context,
  }: { readonly at: Instant; readonly trigger: LevelTrigger; readonly context: Context },
): readonly ComplaintEvent[] => {
  const level = escalationTrigger('level', context.policy);
  if (graded.severity > (level?.at ?? 2) || graded.severity >= before) return [];
  const clause = level?.clause ?? 'S1.10';
  return raiseForLevel(graded, { at, by: system, trigger, reason: '', clause }, context);
};

/**
 * Calls the leader where another company or a supplier has a part in the cause; empty where somebody above has it already.
 *
 * @clause S0.6
 */
export const supplierCalls = (
  complaint: Complaint,
  at: Instant,
  context: Context,
): readonly ComplaintEvent[] => {
  const trigger = escalationTrigger('supplier', context.policy);
  const role = trigger?.to?.[0];
  if (!complaint.facts.supplier || trigger === undefined || role === undefined) return [];
  if (complaint.escalation !== null && complaint.severity <= 2) return [];
  const cause = { at, by: system, trigger: 'supplier', reason: '', clause: trigger.clause };
  return raiseToRole(complaint, cause, { role, context });
};

const isKnown = ({ fact, rule }: Pick<Reason, 'fact' | 'rule'>, reasons: readonly Reason[]): boolean =>
  reasons.some((one) => one.rule === rule && one.fact === fact);

const raised = (known: Assessment, found: Assessment): Assessment | null => {
  const fresh = found.reasons.filter(
    (reason) => reason.rule !== 'everything_else' && !isKnown(reason, known.reasons),
  );
  const worse = found.severity < known.severity;
  const faster = urgencies.indexOf(found.urgency) > urgencies.indexOf(known.urgency);
  const typed = found.type !== known.type && known.type === 'other';
  if (fresh.length === 0 && !worse && !faster && !typed) return null;
  return {
    severity: worse ? found.severity : known.severity,
    urgency: faster ? found.urgency : known.urgency,
    type: typed ? found.type : known.type,
    department: typed ? found.department : known.department,
    reasons: worse ? found.reasons : [...known.reasons, ...fresh],
  };
};
