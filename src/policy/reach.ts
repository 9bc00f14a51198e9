import { severities, urgencies } from '../terms.ts';
import { type Condition, type ConditionValues, knownValues } from './condition.ts';
import { type FactName, type Facts, noFacts } from './facts.ts';
import type { Policy } from './policy.ts';

/** Most combinations tried for one condition; one that reads so many facts is believed. */
const mostTried = 40_000;

type Trial = Readonly<Record<string, unknown>>;

const bounds: Readonly<Partial<Record<FactName, readonly [number, number]>>> = {
  safety: [0, 2],
  sameComplainants: [1, 1e6],
  departments: [1, 100],
};

/** Values worth trying for a fact: both truths, each side of every number of the condition, the texts it names and one it does not. */
const worthTrying = (fact: FactName, condition: Condition, policy: Policy): readonly unknown[] => {
  const none = noFacts[fact];
  if (typeof none === 'boolean') return [false, true];
  const named = condition.literals
    .filter(({ name }) => name === (fact === 'type' ? 'complaintType' : fact))
    .map(({ value }) => value);
  if (fact === 'wants') return [[], ...named.map((value) => [value]), named];
  const known = fact === 'type' ? policy.pack.types.map(({ id }) => id) : knownValues[fact];
  if (known) return [none, ...known.filter((value) => named.includes(value))];
  const [least, most] = bounds[fact] ?? [0, 1e12];
  const near = condition.numbers.flatMap((number) => [number - 1, number, number + 1]);
  return [...new Set([least, ...near])].filter((number) => number >= least && number <= most);
};

/**
 * Situations in which a condition holds, as the facts it reads can make them; empty when it can never hold.
 * Undefined when it reads too much to try everything.
 */
export const situations = (condition: Condition, policy: Policy): readonly ConditionValues[] | undefined => {
  const axes: readonly (readonly [string, readonly unknown[]])[] = [
    ...condition.facts.map((fact) => [fact, worthTrying(fact, condition, policy)] as const),
    ...(condition.others.includes('severity') ? [['severity', severities] as const] : []),
    ...(condition.others.includes('urgency') ? [['urgency', urgencies] as const] : []),
  ];
  const size = axes.reduce((product, [, values]) => product * values.length, 1);
  if (size > mostTried) return undefined;
  const trials = axes.reduce<readonly Trial[]>(
    (all, [name, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
  return trials.map(valuesOf).filter((values) => condition.holds(values));
};

const valuesOf = (trial: Trial): ConditionValues => {
  const { severity, urgency, ...facts } = trial;
  return {
    facts: withFacts(facts),
    severity: typeof severity === 'number' ? severity : 4,
    urgency: typeof urgency === 'string' ? urgency : 'general',
  };
};
const withFacts = (facts: Readonly<Record<string, unknown>>): Facts => ({ ...noFacts, ...facts });
