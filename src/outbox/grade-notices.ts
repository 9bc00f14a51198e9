import type { ComplaintEvent } from '../complaint/events.ts';
import type { Complaint } from '../complaint/state.ts';
import { sayCard } from '../dialog/script/card.ts';
import { whoIsAsked } from '../policy/duty.ts';
import { reportedTo } from '../policy/severity.ts';
import { roles } from '../terms.ts';
import { askedText } from './manager-cards.ts';
import type { Notice, Words } from './notice-words.ts';
import type { Setting } from './plan.ts';

/** What a grade is told with. */
export interface Graded {
  readonly before: Complaint | null;
  readonly after: Complaint;
  readonly say: Words;
  readonly setting: Setting;
}

/**
 * What a grade by the rules tells staff: the team that it rose and why, the managers whom its urgency is reported to.
 *
 * @clause S3.1
 */
export const gradeNotices = (event: ComplaintEvent, graded: Graded): readonly Notice[] => {
  if (event.type !== 'ComplaintAssessed') return [];
  const { before, say } = graded;
  const { severity, reasons } = event.assessment;
  const told = reasons.map(({ clause, evidence }) => `${clause} ${say.masked(evidence)}`.trim()).join('; ');
  const rose = before !== null && before.severity > severity;
  return [...(rose ? [say.team('assessedUp', { severity, reasons: told })] : []), ...reported(graded)];
};

/** Whoever is called upward in the same breath needs no second line. */
const reported = ({ before, after, say, setting }: Graded): readonly Notice[] => {
  const { policy, organisation, zone } = setting;
  const rolesFor = (file: Complaint | null) =>
    file === null ? [] : reportedTo(file.assessment.urgency, policy).map(({ role }) => role);
  const known = [...rolesFor(before), after.escalation?.role];
  const fresh = roles.filter((role) => rolesFor(after).includes(role) && !known.includes(role));
  if (fresh.length === 0 || after.nature === 'enquiry') return [];
  const at = after.timeline.receivedAt;
  const people = fresh.map((role) => {
    const asked = whoIsAsked(role, { organisation, at, zone, recused: after.recusals });
    return [say.role(role), askedText(asked, say.locale, setting)].filter((one) => one !== '');
  });
  const who = people.map((one) => one.join(say.locale === 'en' ? ' – ' : '：')).join('; ');
  const urgency = sayCard(say.locale, after.assessment.urgency);
  return [say.manager('urgencyReported', { number: after.number, severity: after.severity, urgency, who })];
};
