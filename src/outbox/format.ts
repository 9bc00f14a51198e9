import type { Complaint, Remedy } from '../complaint/state.ts';
import { sayCard } from '../dialog/script/card.ts';
import { label } from '../policy/intake.ts';
import { findPerson, personName } from '../policy/organisation.ts';
import { type Actor, type Instant, type Locale, type Money, roles } from '../terms.ts';
import type { Setting } from './plan.ts';

/** The language staff read about this complaint in. */
export const deskLocale = (complaint: Complaint, setting: Setting): Locale =>
  setting.deskLocale ?? complaint.contact?.locale ?? 'zh-CN';

const clockFormats = new Map<string, Intl.DateTimeFormat>();

const clockFormat = (locale: Locale, zone: string): Intl.DateTimeFormat => {
  const key = `${locale}/${zone}`;
  const known = clockFormats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone: zone,
    year: 'numeric',
    month: locale === 'en' ? 'short' : 'numeric',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  clockFormats.set(key, made);
  return made;
};

/** An instant as staff read it: date, weekday and clock time in the organisation's zone. */
export const formatInstant = (instant: Instant, locale: Locale, zone: string): string =>
  clockFormat(locale, zone).format(Temporal.Instant.from(instant).epochMilliseconds);

/** Money as people read it, exact to the minor unit. */
export const formatMoney = (money: Money, locale: Locale): string => {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(money.amountMinor / 10 ** digits);
};

/** A person's name as the desk reads it; an id nobody has any more stays readable as itself. */
export const formatPerson = (id: string, locale: Locale, setting: Setting): string => {
  const person = findPerson(setting.organisation, id);
  return person ? personName(person, locale) : id;
};

/** A budget in words; an id that is none any more stays readable as itself. */
export const formatBudget = (id: string, locale: Locale, { organisation }: Setting): string =>
  organisation.budgets.find((one) => one.id === id)?.label[locale] ?? id;

/** A role in words; an id that is none stays as it is. */
export const formatRole = (id: string, locale: Locale): string => {
  const role = roles.find((one) => one === id);
  return role ? sayCard(locale, `role.${role}`) : id;
};

/** Who did it, for notices. */
export const formatActor = (actor: Actor, locale: Locale, setting: Setting): string => {
  if (actor.kind === 'staff') return formatPerson(actor.id, locale, setting);
  return actor.kind === 'complainant' ? sayCard(locale, 'complainant') : 'Redress';
};

/** A remedy in one phrase: `refund CNY 120.50 – text`. */
export const formatRemedy = (
  remedy: Pick<Remedy, 'kind' | 'money' | 'text'>,
  locale: Locale,
  setting: Setting,
): string => {
  const money = remedy.money ? ` ${formatMoney(remedy.money, locale)}` : '';
  const words = remedy.text.trim().replace(/[.。!！]+$/, '');
  const text = words ? (locale === 'en' ? ` – ${words}` : `——${words}`) : '';
  return `${label(remedy.kind, locale, setting.policy)}${money}${text}`;
};
