import type { ComplaintEvent } from '../complaint/events.ts';
import type { Complaint } from '../complaint/state.ts';
import { sayNotice } from '../dialog/script/notice.ts';
import type { DeskChannel } from '../terms.ts';
import { deskLocale, formatBudget, formatMoney } from './format.ts';
import type { PlannedMessage, Setting } from './plan.ts';

/**
 * What follows from a file but says nothing of it: a published measure for everybody who handles complaints, a budget that
 * runs short for those who manage it. It stands in the open channel whoever keeps out of the file.
 *
 * @clause S0.7, AP-2
 */
export const announcementsOf = (
  event: ComplaintEvent,
  after: Complaint,
  setting: Setting,
): readonly PlannedMessage[] => {
  const locale = deskLocale(after, setting);
  const to = (desk: DeskChannel, text: string): readonly PlannedMessage[] => [
    { to: { desk }, locale, text, unfiled: true },
  ];
  switch (event.type) {
    case 'SanctionPublished': {
      const { clause, deduction: money, text, unit } = event;
      const deduction =
        money === null ? '' : sayNotice(locale, 'sanctionDeduction', { amount: formatMoney(money, locale) });
      const words = text.replace(/[.。!！]+$/, '');
      return to('team', sayNotice(locale, 'sanction', { unit, text: words, deduction, clause }));
    }
    case 'BudgetWarned': {
      const { budget, spentMinor, limitMinor, currency } = event;
      const values = {
        label: formatBudget(budget, locale, setting),
        spent: formatMoney({ amountMinor: spentMinor, currency }, locale),
        limit: formatMoney({ amountMinor: limitMinor, currency }, locale),
        percent: Math.floor((spentMinor * 100) / Math.max(1, limitMinor)),
      };
      return to('manager', sayNotice(locale, 'budgetWarned', values));
    }
    default:
      return [];
  }
};
