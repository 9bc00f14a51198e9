import { label } from '../../policy/intake.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Locale } from '../../terms.ts';
import type { DetailName } from '../../triage/understanding.ts';
import { restate } from '../script/restate.ts';
import type { Intake, Told } from '../state.ts';

const shown = ['subject', 'when', 'where', 'order'] as const satisfies readonly DetailName[];
const shownOfPerson = [
  'name',
  'phone',
  'email',
  'contactPreference',
] as const satisfies readonly DetailName[];

/** Shortens without cutting a character in half. */
const clip = (text: string, most: number): string => {
  const plain = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  const letters = [...plain];
  return letters.length <= most ? plain : `${letters.slice(0, most).join('')}…`;
};

/** Shortened for the complainant; marks that would read as our question become full stops. */
export const excerpt = (text: string, most: number, locale: Locale): string =>
  clip(text.replace(/[?？]+/gu, locale === 'zh-CN' ? '。' : '.'), most);

/** The remedy wanted: the complainant's words, else what was understood; '' when neither. */
export const wishOf = (told: Told, locale: Locale): string => {
  const words = told.details.wanted?.trim();
  if (words) return excerpt(words, 80, locale);
  return told.facts.wants.map((want) => restate(locale, want)).join(locale === 'zh-CN' ? '、' : ', ');
};

const matterLine = (told: Told, locale: Locale, policy: Policy): string => {
  const words = told.details.narrative ?? told.statements.map((statement) => statement.text).join(' ');
  const narrative = excerpt(words, 200, locale).replaceAll(/[“”]/gu, '"');
  return told.facts.type === 'other'
    ? restate(locale, 'matterPlain', { narrative })
    : restate(locale, 'matter', { narrative, type: label(told.facts.type, locale, policy).toLowerCase() });
};

const detailLines = (told: Told, names: readonly (DetailName & keyof typeof lineOf)[], locale: Locale) =>
  names.flatMap((name) => {
    const value = told.details[name]?.trim();
    return value ? [restate(locale, lineOf[name], { value: excerpt(value, 80, locale) })] : [];
  });

const lineOf = {
  subject: 'subject',
  when: 'when',
  where: 'where',
  order: 'order',
  name: 'name',
  phone: 'phone',
  email: 'email',
  contactPreference: 'contactPreference',
} as const;

/** The complaint in our words, one fact a line, as the complainant is asked to confirm it (IN-9). */
export const restatement = (told: Told, locale: Locale, policy: Policy): readonly string[] => {
  const wish = wishOf(told, locale);
  const files = told.statements.reduce((sum, statement) => sum + statement.files.length, 0);
  return [
    matterLine(told, locale, policy),
    ...detailLines(told, shown, locale),
    ...(wish ? [restate(locale, 'wanted', { value: wish })] : []),
    ...(files > 0 ? [restate(locale, 'files', { count: files })] : []),
    ...detailLines(told, shownOfPerson, locale),
  ];
};

/** The summary staff read on the card: the matter, without the person's data, and what they asked us meanwhile. */
export const summaryOf = (told: Told & Pick<Intake, 'toAnswer'>, locale: Locale): string => {
  const words = told.details.narrative ?? told.statements.map((statement) => statement.text).join(' ');
  const asked = told.toAnswer?.map((one) => clip(one, 80)).join(' / ');
  const matter = clip(words, 300);
  return asked ? `${matter}\n${restate(locale, 'asksToo', { value: asked })}` : matter;
};
