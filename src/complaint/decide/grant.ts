import { nextInLine } from '../../policy/authority.ts';
import { type BudgetStanding, nearlySpent, passedBudget } from '../../policy/budget.ts';
import { promisedBy } from '../../policy/remedies.ts';
import type { Instant, Role } from '../../terms.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, refuse } from '../decision.ts';
import type { RemedyOffered } from '../events.ts';
import type { ApprovalReferred, BudgetWarned, RemedyOrdered } from '../further-events.ts';
import { system } from '../people.ts';
import type { Complaint, Remedy } from '../state.ts';

/** A remedy at the moment its last yes is given: as much of it as is needed. */
type Granting = Pick<Remedy, 'id' | 'money' | 'billing' | 'withinDays' | 'referred'>;

/** The last yes, and by whose authority. */
interface Yes {
  readonly remedy: Granting;
  readonly at: Instant;
  readonly role: Role;
}

/**
 * What follows the last yes: the complainant is asked, except for a verified billing error, which is simply put right.
 * What would pass a budget goes one step further up instead; at the top it is refused.
 *
 * @clause AP-6, S1.12, AP-2
 */
export const grant = (complaint: Complaint, yes: Yes, context: Context): Decision => {
  const { remedy, role } = yes;
  const asked = (context.budgets ?? []).filter(
    ({ budget }) => !remedy.referred.some((one) => one.budget === budget.id),
  );
  const spending = { amountMinor: remedy.money?.amountMinor ?? 0, role };
  const passed = passedBudget(spending, asked);
  if (passed === undefined) {
    const warnings = nearlySpent(spending, asked).map((one) => warned(one, { ...yes, spending }));
    return happened(released(yes, context), ...warnings);
  }
  const next = nextInLine(role);
  if (next !== null) return happened(referred(passed, yes, next));
  const { budget, spentMinor } = passed;
  return refuse('budget-spent', 'AP-2', {
    number: complaint.number,
    budget: budget.id,
    leftMinor: Math.max(0, budget.amount - spentMinor),
    currency: budget.currency,
  });
};

const released = ({ remedy, at, role }: Yes, { policy }: Context): RemedyOffered | RemedyOrdered => {
  const { id: remedyId, billing, withinDays } = remedy;
  return billing === null
    ? { type: 'RemedyOffered', at, by: system, remedyId, role }
    : {
        type: 'RemedyOrdered',
        at,
        by: system,
        remedyId,
        role,
        dueAt: promisedBy(at, withinDays, policy.zone),
      };
};

const referred = (
  { budget, spentMinor }: BudgetStanding,
  { remedy, at }: Yes,
  role: Role,
): ApprovalReferred => ({
  type: 'ApprovalReferred',
  at,
  by: system,
  remedyId: remedy.id,
  role,
  budget: budget.id,
  spentMinor,
  limitMinor: budget.amount,
  currency: budget.currency,
});

const warned = (
  { budget, spentMinor }: BudgetStanding,
  { at, spending }: Yes & { readonly spending: { readonly amountMinor: number } },
): BudgetWarned => ({
  type: 'BudgetWarned',
  at,
  by: system,
  budget: budget.id,
  spentMinor: spentMinor + spending.amountMinor,
  limitMinor: budget.amount,
  currency: budget.currency,
});
