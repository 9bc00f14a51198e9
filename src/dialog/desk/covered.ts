import type { Complaint } from '../../complaint/state.ts';
import { minorDigits } from '../../policy/money.ts';
import type { Money } from '../../terms.ts';

/** Money as staff type it. */
export const spelled = ({ amountMinor, currency }: Money): string =>
  `${amountMinor / 10 ** (minorDigits(currency) ?? 2)} ${currency}`;

/** Numbers, amounts and dates the file holds, as texts: what a staff reply may name without the guard objecting (DI-5). */
export const coveredBy = (complaint: Complaint): readonly string[] => [
  complaint.number,
  ...complaint.statements.map(({ text }) => text),
  ...complaint.remedies.flatMap(({ text, money, status }) =>
    status === 'proposed' || status === 'returned' || status === 'rejected'
      ? []
      : [text, ...(money ? [spelled(money)] : [])],
  ),
  ...Object.values(complaint.details),
];
