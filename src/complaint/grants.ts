import type { Instant, Money, RemedyKind } from '../terms.ts';
import { type Complaint, isClosed, type Remedy } from './state.ts';

/** Money granted by a file: what a complainant's total and the budgets are counted from. */
export interface Granted {
  readonly remedy: string;
  readonly kind: RemedyKind;
  readonly money: Money;
  /** By whose authority; null in files of before there were budgets. */
  readonly role: string | null;
  readonly grantedAt: Instant;
  /** Owed anyway, a verified billing error (S1.12). */
  readonly owed: boolean;
  /** The offer was declined, or the matter ended before it was accepted. */
  readonly cancelled: boolean;
}

const isCancelled = ({ status }: Remedy, complaint: Complaint): boolean =>
  status === 'declined' || (status === 'offered' && isClosed(complaint));

/** What a file has granted so far, cancelled or not, oldest first; empty when no money moved. */
export const grantsOf = (complaint: Complaint): readonly Granted[] =>
  complaint.remedies.flatMap((remedy) => {
    const { id, kind, money, grantedAt, grantedBy: role, billing } = remedy;
    if (money === null || grantedAt === null) return [];
    const cancelled = isCancelled(remedy, complaint);
    return [{ remedy: id, kind, money, role, grantedAt, owed: billing !== null, cancelled }];
  });
