import type { Severity, Urgency } from '../terms.ts';
import { severities, urgencies } from '../terms.ts';
import type { Assessment, Reason } from './assessment.ts';
import type { Condition } from './condition.ts';
import { type FactEvidence, type FactName, type Facts, noFacts } from './facts.ts';
import { conditionOf, type Policy } from './policy.ts';

/**
 * Grades a complaint by the pack: how bad, how fast, whose.
 * The worst level whose rule holds is the level; the reasons of every rule that holds are kept, worst first, so that a
 * person sees all that speaks for care and not just what decided.
 *
 * @clause S4.b art.3, S3.1
 */
export const assess = (told: Facts, evidence: FactEvidence, policy: Policy): Assessment => {
  const { rules, otherwise } = policy.pack.severity;
  const type = packType(told.type, policy);
  const facts = { ...told, type };
  const holding = severities.flatMap((level) =>
    rules.filter((rule) => rule.level === level && conditionOf(policy, rule.when).holds({ facts })),
  );
  const severity = holding[0]?.level ?? otherwise.level;
  const reasons = holding.flatMap((rule) =>
    reasonsOf({ ...rule, condition: conditionOf(policy, rule.when) }, facts, evidence),
  );
  return {
    severity,
    urgency: urgencyOf(severity, facts, policy),
    type,
    department: departmentOf(type, policy),
    reasons: reasons.length > 0 ? reasons : [everythingElse(otherwise.clause, evidence)],
  };
};

/** One reason for each fact of the condition that says something; the first one when none does. */
const reasonsOf = (
  rule: { readonly id: string; readonly clause: string; readonly condition: Condition },
  facts: Facts,
  evidence: FactEvidence,
): readonly Reason[] => {
  const { facts: read } = rule.condition;
  const speaking = read.filter((name) => isSet(name, facts));
  const named: readonly FactName[] = speaking.length > 0 ? speaking : [read[0] ?? 'type'];
  return named.map((fact) => ({ clause: rule.clause, rule: rule.id, fact, evidence: evidence[fact] ?? '' }));
};

const isSet = (name: FactName, facts: Facts): boolean =>
  name === 'wants' ? facts.wants.length > 0 : facts[name] !== noFacts[name];

const everythingElse = (clause: string, evidence: FactEvidence): Reason => ({
  clause,
  rule: 'everything_else',
  fact: 'type',
  evidence: evidence.type ?? '',
});

/**
 * How fast contact must be made at this level: the most urgent of the pack's rules that hold.
 *
 * @clause S3.1
 */
export const urgencyOf = (severity: Severity, facts: Facts, policy: Policy): Urgency => {
  const holding = policy.pack.urgency.rules.filter((rule) =>
    conditionOf(policy, rule.when).holds({ facts, severity }),
  );
  return urgencies.findLast((urgency) => holding.some((rule) => rule.urgency === urgency)) ?? 'general';
};

/**
 * The pack's own type for one of the general vocabulary: itself, the one that covers it, else the pack's last ('other').
 *
 * @clause TR-1
 */
export const packType = (type: string, policy: Policy): string => {
  const { types } = policy.pack;
  const found = types.find(({ id }) => id === type) ?? types.find(({ covers }) => covers.includes(type));
  return (found ?? types.at(-1))?.id ?? type;
};

/**
 * The department a type belongs to; that of the pack's last type ('other') when the type is unknown.
 *
 * @clause TR-6
 */
export const departmentOf = (type: string, policy: Policy): string => {
  const { types, departments } = policy.pack;
  const found = types.find(({ id }) => id === packType(type, policy));
  return found?.department ?? departments[0]?.id ?? '';
};

/** Roles told at once of a complaint of this urgency, with the clause (TR-4). */
export const reportedTo = (
  urgency: Urgency,
  policy: Policy,
): readonly { readonly role: string; readonly clause: string }[] =>
  policy.pack.urgency.reports
    .filter((report) => report.urgency === urgency)
    .flatMap((report) => report.to.map((role) => ({ role, clause: report.clause })));
