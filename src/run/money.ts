import type { Command } from '../complaint/commands.ts';
import type { Context } from '../complaint/context.ts';
import type { Complaint, Remedy } from '../complaint/state.ts';
import { type Budget, budgetPeriod, budgetsFor, type Spending } from '../policy/budget.ts';
import { complaintsFrom } from '../store/complaints.ts';
import { grantedTo, lockBudgets, spentOf } from '../store/grants.ts';
import type { Work } from './world.ts';

/** What a decision on money looks at besides the file. */
export type MoneyFacts = Pick<Context, 'granted' | 'budgets' | 'lastOffers'>;

/** The remedy a command may grant, as budgets see it; undefined for every other command. */
const spendingOf = (command: Command, complaint: Complaint): Spending | undefined => {
  const { department } = complaint.assessment;
  if (command.type === 'ProposeRemedy')
    return { kind: command.kind, money: command.money, department, owed: command.billing !== undefined };
  if (command.type !== 'ApproveRemedy') return undefined;
  const remedy = complaint.remedies.find(({ id }) => id === command.remedyId);
  return remedy && { kind: remedy.kind, money: remedy.money, department, owed: remedy.billing !== null };
};

const standings = async (
  budgets: readonly Budget[],
  command: Command,
  work: Work,
): Promise<Required<MoneyFacts>['budgets']> => {
  if (budgets.length === 0) return [];
  await lockBudgets(
    work.tx,
    budgets.map(({ id }) => id),
  );
  const questions = budgets.map((budget) => ({
    id: budget.id,
    department: budget.department ?? null,
    role: budget.role ?? null,
    kinds: budget.kinds ?? null,
    currency: budget.currency,
    ...budgetPeriod(budget, command.at, work.zone),
  }));
  const spent = await spentOf(work.tx, questions, work.synthetic);
  return budgets.map((budget) => ({ budget, spentMinor: spent.get(budget.id) ?? 0 }));
};

/** Last offers that were not agreed to, in other files of the complainant about the same matter (S1.9). */
const lastOffersTo = async ({ complainant, related }: Complaint, work: Work): Promise<readonly Remedy[]> => {
  const others = await complaintsFrom(work.tx, { numbers: related, complainant: complainant.id });
  return others.flatMap(({ remedies }) =>
    remedies.filter(
      ({ bottomLine, status }) => bottomLine && (status === 'offered' || status === 'declined'),
    ),
  );
};

/**
 * What the complainant was granted elsewhere, what was offered there for the last time, and how the budgets stand that a command would draw on: looked up only for
 * commands that can grant money, and held until the transaction ends.
 *
 * @clause AP-2, S1.9
 */
export const moneyFacts = async (
  complaint: Complaint | null,
  commands: readonly Command[],
  work: Work,
): Promise<MoneyFacts> => {
  if (complaint === null) return {};
  const granting = commands.flatMap((command) => {
    const spending = spendingOf(command, complaint);
    return spending === undefined ? [] : [{ command, spending }];
  });
  const [first] = granting;
  if (first === undefined) return {};
  const { id: complainant } = complaint.complainant;
  const granted = await grantedTo(work.tx, { complainant, except: complaint.number });
  const budgets = budgetsFor(first.spending, work.organisation.budgets);
  const lastOffers = await lastOffersTo(complaint, work);
  return { granted, lastOffers, budgets: await standings(budgets, first.command, work) };
};
