import type { FactEvidence, FactName, Facts } from '../policy/facts.ts';
import type { Policy } from '../policy/policy.ts';
import { assess } from '../policy/severity.ts';
import type { Severity } from '../terms.ts';

/** A fact a model read that would move something, with the complainant's words it was read from. */
export interface Suggestion {
  readonly fact: FactName;
  readonly change: Partial<Facts>;
  readonly evidence: string;
}

/** A worse grade a model thinks right: shown to staff, accepted by a person or by nobody. */
export interface Proposal {
  readonly severity: Severity;
  /** Facts that speak for it; empty when the model only felt so. */
  readonly facts: readonly FactName[];
  /** The complainant's words, as they stand in the text; never empty. */
  readonly evidence: readonly string[];
}

/** One level worse; 2 is as far as it goes. */
const oneWorse: Readonly<Record<Severity, Severity>> = { 1: 1, 2: 2, 3: 2, 4: 3 };

/**
 * The grade to put before a person: one level worse than the rules', when the facts a model read, taken as true, would make
 * it worse, or when it asks for worse and quotes why. Never level 1, never better, whatever was asked.
 *
 * @returns null when the rules' grade stands
 * @clause TR-2
 */
export const proposalOf = (given: {
  readonly told: { readonly facts: Facts; readonly evidence: FactEvidence };
  readonly policy: Policy;
  readonly suggested: readonly Suggestion[];
  readonly asked: { readonly severity: number; readonly evidence: string } | null;
}): Proposal | null => {
  const { told, policy, suggested, asked } = given;
  const { severity } = assess(told.facts, told.evidence, policy);
  let assumed = told.facts;
  for (const { change } of suggested) assumed = { ...assumed, ...change };
  const byFacts = assess(assumed, told.evidence, policy).severity < severity;
  const byWord = asked !== null && asked.severity < severity;
  const worse = oneWorse[severity];
  if (worse === severity || !(byFacts || byWord)) return null;
  const speaking = byFacts ? suggested : [];
  return {
    severity: worse,
    facts: speaking.map(({ fact }) => fact),
    evidence: [...speaking.map(({ evidence }) => evidence), ...(byWord ? [asked.evidence] : [])],
  };
};
