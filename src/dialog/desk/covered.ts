import type { Complaint, Remedy } from '../../complaint/state.ts';
import { openDeadlines } from '../../policy/deadlines.ts';
import { minorDigits } from '../../policy/money.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Instant, Money } from '../../terms.ts';
import type { CheckAround } from '../guard/check.ts';

/** Money as staff type it. */
export const spelled = ({ amountMinor, currency }: Money): string =>
  `${amountMinor / 10 ** (minorDigits(currency) ?? 2)} ${currency}`;

/** What a text of staff may name, say and promise without the guard objecting (DI-5). */
export type Covered = Required<Pick<CheckAround, 'facts' | 'approved' | 'days' | 'upheld'>>;

/** When it is read, where the complainant lives, and the pack that dates the duties. */
export interface CoveredAt {
  readonly now: Instant;
  readonly zone: string;
  readonly policy: Policy;
}

const standing: readonly Remedy['status'][] = ['approved', 'offered', 'accepted', 'carried_out'];

/** Days that somebody signed or the complainant was told: promises, remedies, follow-up, the duties that still run. */
const agreedAt = (complaint: Complaint, remedies: readonly Remedy[], policy: Policy): readonly Instant[] =>
  [
    ...complaint.promises.filter(({ status }) => status === 'open').map(({ dueAt }) => dueAt),
    ...remedies.map(({ dueAt }) => dueAt),
    complaint.followUp.dueAt,
    complaint.followUp.nextAttemptAt,
    ...openDeadlines(complaint.timeline, policy).map(({ dueAt }) => dueAt),
  ].filter((at) => at !== null);

const inWords = ({ kind, text, money }: Remedy): readonly string[] => [
  kind,
  text,
  ...(money ? [spelled(money)] : []),
];

/**
 * What the file holds and what was approved, apart: a sum the complainant named is a fact to repeat and no approval,
 * and a day covers 'tomorrow' only where it is tomorrow for the complainant.
 */
export const coveredBy = (complaint: Complaint, { now, zone, policy }: CoveredAt): Covered => {
  const remedies = complaint.remedies.filter(({ status }) => standing.includes(status));
  const dayOf = (at: Instant): string =>
    Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString();
  const agreed = agreedAt(complaint, remedies, policy).map(dayOf);
  return {
    facts: [
      complaint.number,
      ...complaint.remedies.filter(({ status }) => status === 'declined').flatMap(inWords),
      ...complaint.statements.map(({ text }) => text),
      ...Object.values(complaint.details),
      ...agreed,
    ],
    approved: remedies.flatMap(inWords),
    days: { today: dayOf(now), agreed },
    upheld: complaint.finding?.outcome === 'upheld',
  };
};
