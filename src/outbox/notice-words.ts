import type { ComplaintEvent } from '../complaint/events.ts';
import type { Complaint, SpentBudget } from '../complaint/state.ts';
import type { DeskAction } from '../dialog/desk/action.ts';
import { sayNotice } from '../dialog/script/notice.ts';
import { label } from '../policy/intake.ts';
import type { DeskChannel, FileRef } from '../terms.ts';
import { maskFor } from './card.ts';
import {
  deskLocale,
  formatActor,
  formatBudget,
  formatInstant,
  formatMoney,
  formatPerson,
  formatRemedy,
  formatRole,
} from './format.ts';
import type { Setting } from './plan.ts';

/** One line for a staff thread, before it is addressed. */
export interface Notice {
  readonly desk: DeskChannel;
  readonly text: string;
  readonly quoted?: string;
  readonly buttons?: readonly DeskAction[];
  readonly files?: readonly FileRef[];
  readonly flagged?: boolean;
}

type Key = Parameters<typeof sayNotice>[1];

/** Words of the desk about one complaint, with its language, people and zone at hand. */
export const wordsFor = (after: Complaint, setting: Setting) => {
  const locale = deskLocale(after, setting);
  const remedyOf = (id: string) => {
    const remedy = after.remedies.find((one) => one.id === id);
    return remedy ? formatRemedy(remedy, locale, setting) : '';
  };
  return {
    locale,
    team: (key: Key, values = {}): Notice => ({ desk: 'team', text: sayNotice(locale, key, values) }),
    manager: (key: Key, values = {}): Notice => ({ desk: 'manager', text: sayNotice(locale, key, values) }),
    word: (key: Key) => sayNotice(locale, key),
    who: (event: ComplaintEvent) => formatActor(event.by, locale, setting),
    person: (id: string) => formatPerson(id, locale, setting),
    when: (instant: string) => formatInstant(instant, locale, setting.zone),
    name: (id: string) => label(id, locale, setting.policy),
    role: (id: string) => formatRole(id, locale),
    owner: (id: string) => {
      const owner = after.remedies.find((one) => one.id === id)?.owner ?? after.handler;
      return owner === null ? formatRole('handler', locale) : formatPerson(owner, locale, setting);
    },
    budget: ({ budget, spentMinor, limitMinor, currency }: SpentBudget) => ({
      label: formatBudget(budget, locale, setting),
      spent: formatMoney({ amountMinor: spentMinor, currency }, locale),
      limit: formatMoney({ amountMinor: limitMinor, currency }, locale),
    }),
    remedy: remedyOf,
    masked: (text: string) => maskFor(text, after),
  };
};
/** What `wordsFor` gives. */
export type Words = ReturnType<typeof wordsFor>;
