import type { Complaint } from '../complaint/state.ts';
import { sayReading } from '../dialog/script/reading.ts';
import type { Proposal } from '../triage/model-proposal.ts';
import { deskButton } from './button.ts';
import { maskFor, teamThread } from './card.ts';
import { deskLocale } from './format.ts';
import type { PlannedMessage, Setting } from './plan.ts';

/** A model's proposal of a worse grade as the complaint's thread shows it, with the button that re-grades. */
export const readingMessage = (
  complaint: Complaint,
  proposal: Proposal,
  setting: Setting,
): PlannedMessage => {
  const locale = deskLocale(complaint, setting);
  const text = sayReading(locale, 'proposal', { severity: proposal.severity });
  const words = maskFor(proposal.evidence.join('\n'), complaint);
  return {
    to: { desk: 'team' },
    locale,
    inThread: teamThread(complaint.number),
    severity: complaint.severity,
    key: `${complaint.number}/reading/${proposal.severity}`,
    text,
    card: { title: text, tone: 'notable', fields: [], sections: [{ text: words, quoted: true }] },
    buttons: [deskButton({ do: 'regrade' }, locale, { style: 'primary' })],
  };
};
