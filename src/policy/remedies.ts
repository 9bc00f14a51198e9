import { invariant } from '../faults.ts';
import type { ClauseId, Instant, Locale, Money } from '../terms.ts';
import type { Facts } from './facts.ts';
import type { Pack } from './pack.ts';
import { conditionOf, type Policy } from './policy.ts';
import { addDays, dayOf, endOfDay } from './time.ts';

/** What may be offered for a type of complaint, the pack's most usual first (AP-1). */
export const remedyChoices = (type: string, policy: Policy): Pack['remedies'] =>
  policy.pack.remedies.filter(({ types }) => types === undefined || types.includes(type));

/** A warning that an offer lies below what the law gives. Warns, never decides. */
export interface FloorWarning {
  readonly floor: string;
  readonly leastMinor: number;
  readonly label: string;
  readonly clause: ClauseId;
}

/**
 * Statutory floors an offer stays below.
 *
 * @param offer `priceMinor` what the complainant paid; null when unknown, then only the least amount counts
 * @clause AP-5
 */
export const floors = (
  offer: { readonly facts: Facts; readonly priceMinor: number | null; readonly money: Money | null },
  locale: Locale,
  policy: Policy,
): readonly FloorWarning[] =>
  (policy.pack.floors ?? []).flatMap((floor) => {
    if (!conditionOf(policy, floor.when).holds({ facts: offer.facts })) return [];
    const leastMinor = Math.max(floor.least, Math.round((offer.priceMinor ?? 0) * floor.times));
    const offered = offer.money?.currency === policy.pack.currency ? offer.money.amountMinor : 0;
    if (offered >= leastMinor) return [];
    return [{ floor: floor.id, leastMinor, label: floor.label[locale], clause: floor.clause }];
  });

/**
 * What a billing error is refunded with: twice the overcharge; nothing when not too much was charged.
 * Verify first, then refund.
 *
 * @param chargedMinor what was charged, minor units, a non-negative safe integer
 * @param dueMinor what was due, likewise
 * @param times the pack's multiple, see `billingTimes`
 * @returns minor units
 * @clause S1.12
 */
export const billingError = (chargedMinor: number, dueMinor: number, times = 2): number => {
  for (const amount of [chargedMinor, dueMinor]) {
    invariant(Number.isSafeInteger(amount) && amount >= 0, 'amounts are non-negative minor units');
  }
  return chargedMinor > dueMinor ? Math.round((chargedMinor - dueMinor) * times) : 0;
};

/** What the pack multiplies an overcharge with; 1 where it has no such rule: what was taken too much goes back. */
export const billingTimes = (policy: Policy): number => policy.pack.billing?.times ?? 1;

/** When a promise of so many days must have been kept: at the same time of that day; one for the same day by its end (AP-7). */
export const promisedBy = (accepted: Instant, withinDays: number, zone: string): Instant =>
  withinDays === 0 ? endOfDay(dayOf(accepted, zone), zone) : addDays(accepted, withinDays, zone);

/** How the pack treats a bottom line once offered (AP-4); 'new_facts' where it does not say. */
export const bottomLine = (policy: Policy): 'never' | 'new_facts' =>
  policy.pack.bottomLine?.raise ?? 'new_facts';
