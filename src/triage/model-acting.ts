import type { FactName } from '../policy/facts.ts';
import type { Policy } from '../policy/policy.ts';

/** Facts that move something whatever the pack says: the safety words, the way up, the notice to another company's keeper. */
const alwaysActing = [
  'safety',
  'wantsHigher',
  'supplier',
  'retaliation',
  'regulatorActs',
] as const satisfies readonly FactName[];

/**
 * Facts that a grade, a clock, a floor or a crisis of this pack depends on.
 * A model may show them to staff; it may not set them, for then its word alone would move the level (TR-2).
 */
export const actingFacts = (policy: Policy): ReadonlySet<FactName> =>
  new Set([...alwaysActing, ...[...policy.conditions.values()].flatMap(({ facts }) => facts)]);

/** Types that a condition of this pack asks for by name, for which the same holds. */
export const actingTypes = (policy: Policy): ReadonlySet<string> =>
  new Set(
    [...policy.conditions.values()].flatMap(({ literals }) =>
      literals.filter(({ name }) => name === 'complaintType' || name === 'type').map(({ value }) => value),
    ),
  );
