import { type Complaint, isClosed } from '../complaint/state.ts';
import { isWithdrawn } from '../complaint/withdrawal.ts';
import type { DetailName } from '../triage/understanding.ts';
import type { DialogState } from './state.ts';

/** What a talk's next words most likely answer: helps to read short ones like `12` or `好`. */
export const expecting = (
  dialog: DialogState,
  complaint: Complaint | null,
): DetailName | 'yes-no' | 'rating' | null => {
  const { awaiting, intake } = dialog;
  const ended = complaint !== null && (isClosed(complaint) || isWithdrawn(complaint));
  // A question about a file that ended meanwhile is not what the next words answer.
  if (ended && intake?.number === complaint.number) return null;
  if (awaiting?.ask === 'detail') return awaiting.detail;
  if (awaiting?.ask === 'rating') return 'rating';
  if (awaiting?.ask === 'parties' || awaiting?.ask === 'representatives') return null;
  if (awaiting?.ask === 'join' || awaiting?.ask === 'new-facts') return null;
  if (awaiting) return 'yes-no';
  if (complaint?.stage === 'remedy_offered') return 'yes-no';
  return complaint && complaint.followUp.attempts.length > 0 && complaint.followUp.solved === null
    ? 'yes-no'
    : null;
};
