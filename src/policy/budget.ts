import { z } from 'zod';
import { type Instant, type Money, type RemedyKind, type Role, remedyKinds, roles } from '../terms.ts';
import { amount, id, localized } from './pack-parts.ts';
import { dayOf, instantOf } from './time.ts';

/**
 * Money a department, or the holders of a role, may grant in a period. It stands in the organisation file, not in the pack:
 * a complaint keeps the pack of its receipt, but a budget is one for all open complaints and changes with the year.
 */
export const budgetSchema = z.strictObject({
  id,
  label: localized,
  /** Counts what is granted in complaints of this department; of all when absent. */
  department: id.optional(),
  /** Counts what is granted by the authority of this role; of all when absent. */
  role: z.enum(roles).optional(),
  /** Counts these remedies; all that move money when absent. */
  kinds: z.array(z.enum(remedyKinds)).min(1).optional(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'three capital letters, as CNY'),
  /** Whole units or with two decimals: `50000`. */
  amount,
  period: z.enum(['month', 'quarter', 'year']),
  /** Percent at which managers are told. */
  warnAt: z.int().min(1).max(99).default(80),
});

/** One budget of the organisation file. */
export type Budget = z.output<typeof budgetSchema>;

/** What was granted out of a budget in its period so far. */
export interface BudgetStanding {
  readonly budget: Budget;
  readonly spentMinor: number;
}

/** A remedy as budgets see it. */
export interface Spending {
  readonly kind: RemedyKind;
  readonly money: Money | null;
  readonly department: string;
  /** What is owed anyway, a verified billing error (S1.12): no budget stands in its way. */
  readonly owed: boolean;
}

/** Budgets a remedy draws on, whoever approves it; empty when no money moves, or it is owed anyway. */
export const budgetsFor = (spending: Spending, budgets: readonly Budget[]): readonly Budget[] => {
  const { kind, money, department, owed } = spending;
  if (money === null || owed) return [];
  return budgets.filter(
    (budget) =>
      budget.currency === money.currency &&
      (budget.department === undefined || budget.department === department) &&
      (budget.kinds === undefined || budget.kinds.includes(kind)),
  );
};

const months = { month: 1, quarter: 3, year: 12 } as const;

/** The calendar period an instant falls into, in the zone: from its first moment to the first of the next. */
export const budgetPeriod = (
  { period }: Pick<Budget, 'period'>,
  at: Instant,
  zone: string,
): { readonly from: Instant; readonly until: Instant } => {
  const day = Temporal.PlainDate.from(dayOf(at, zone));
  const start = day.with({ day: 1, month: day.month - ((day.month - 1) % months[period]) });
  const next = start.add({ months: months[period] });
  return {
    from: instantOf(start.toString(), '00:00', zone),
    until: instantOf(next.toString(), '00:00', zone),
  };
};

/** A grant about to be made, by the authority of a role. */
export interface Grant {
  readonly amountMinor: number;
  readonly role: Role;
}

const drawnOn = ({ budget }: BudgetStanding, { role }: Grant): boolean =>
  budget.role === undefined || budget.role === role;

/**
 * The first budget a grant would pass; undefined when there is room in all of them.
 *
 * @clause AP-2
 */
export const passedBudget = (
  grant: Grant,
  standings: readonly BudgetStanding[],
): BudgetStanding | undefined =>
  standings.find((one) => drawnOn(one, grant) && one.spentMinor + grant.amountMinor > one.budget.amount);

/** Budgets that a grant brings to the share at which managers are told; those already beyond it were told before. */
export const nearlySpent = (grant: Grant, standings: readonly BudgetStanding[]): readonly BudgetStanding[] =>
  standings.filter((one) => {
    const mark = (one.budget.amount * one.budget.warnAt) / 100;
    return drawnOn(one, grant) && one.spentMinor < mark && one.spentMinor + grant.amountMinor >= mark;
  });
