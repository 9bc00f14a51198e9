import { invariant } from '../faults.ts';
import type { Calendar } from './calendar.ts';
import { type Condition, isConditionFault, parseCondition } from './condition.ts';
import type { Pack } from './pack.ts';

/** A pack ready to be asked: conditions compiled, calendars and zone at hand. */
export interface Policy {
  /** Frozen into every complaint it received: `general@1`, `property@1+cn-finance@1`. */
  readonly id: string;
  readonly pack: Pack;
  readonly zone: string;
  readonly calendars: ReadonlyMap<string, Calendar>;
  /** Conditions by their source text. */
  readonly conditions: ReadonlyMap<string, Condition>;
}

/** Makes a checked pack askable. Throws a plain Error only when given a pack that `parsePack` would refuse. */
export const compilePolicy = (given: {
  readonly pack: Pack;
  readonly calendars: readonly Calendar[];
  readonly zone: string;
}): Policy => ({
  id: given.pack.parts.join('+'),
  pack: given.pack,
  zone: given.zone,
  calendars: new Map(given.calendars.map((calendar) => [calendar.id, calendar])),
  conditions: new Map(sourcesOf(given.pack).map((source) => [source, compiled(source)])),
});

const sourcesOf = (pack: Pack): readonly string[] => [
  ...pack.severity.rules.map((rule) => rule.when),
  ...pack.urgency.rules.map((rule) => rule.when),
  ...pack.clocks.flatMap((clock) => clock.limits.flatMap((limit) => limit.when ?? [])),
  ...(pack.floors ?? []).map((floor) => floor.when),
  ...pack.approvals.joint.map((one) => one.when),
  ...(pack.crisis ? [pack.crisis.when] : []),
  ...(pack.withdrawal ? [pack.withdrawal.keepOpen] : []),
];

const compiled = (source: string): Condition => {
  const condition = parseCondition(source, 'grade');
  invariant(!isConditionFault(condition), `condition '${source}' was checked when the pack was read`);
  return condition;
};

/** The compiled form of one of the pack's conditions. */
export const conditionOf = (policy: Policy, source: string): Condition => {
  const condition = policy.conditions.get(source);
  invariant(condition, `condition '${source}' belongs to pack ${policy.id}`);
  return condition;
};
