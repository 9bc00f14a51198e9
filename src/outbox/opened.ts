import type { Complaint } from '../complaint/state.ts';
import { sayNotice } from '../dialog/script/notice.ts';
import { complaintCard } from './card.ts';
import { deskLocale } from './format.ts';
import type { Setting } from './plan.ts';

/**
 * A restricted file as one text, for whoever opened it and nobody else: the card, what was said last, what waits to be sent.
 *
 * @clause ST-6
 */
export const openedText = (complaint: Complaint, setting: Setting): string => {
  const locale = deskLocale(complaint, setting);
  const card = complaintCard(complaint, setting);
  const drafts = complaint.drafts.map(({ text }) => `${sayNotice(locale, 'draft')}\n${text}`);
  const letters = complaint.letters
    .filter(({ status }) => status !== 'sent')
    .map(({ versions }) => versions.at(-1)?.text ?? '');
  return [
    card.title,
    ...card.fields.map(({ label, value }) => `${label}: ${value}`),
    ...card.sections.map(({ label, text }) => (label ? `${label}: ${text}` : text)),
    ...drafts,
    ...letters,
  ].join('\n');
};
