import { type Complaint, isClosed } from '../complaint/state.ts';
import { isWithdrawn } from '../complaint/withdrawal.ts';
import type { DetailName } from '../triage/understanding.ts';
import type { DialogState } from './state.ts';

/** Whether nothing more is to be asked about a complaint: its outcome was told, or it ended otherwise. */
export const asksNoMore = (complaint: Complaint): boolean =>
  complaint.stage === 'resolved' || isClosed(complaint) || isWithdrawn(complaint);

const isFollowedUp = ({ followUp }: Complaint): boolean =>
  followUp.attempts.length > 0 && followUp.solved === null;

/** What a talk's next words most likely answer: helps to read short ones like `12` or `好`. */
export const expecting = (
  dialog: DialogState,
  complaint: Complaint | null,
): DetailName | 'yes-no' | 'rating' | null => {
  const { awaiting, intake } = dialog;
  // A question about a file that ended meanwhile is not what the next words answer.
  const isMoot = complaint !== null && intake?.number === complaint.number && asksNoMore(complaint);
  if (isMoot) return complaint.stage === 'resolved' && isFollowedUp(complaint) ? 'yes-no' : null;
  if (awaiting?.ask === 'detail') return awaiting.detail;
  if (awaiting?.ask === 'rating') return 'rating';
  if (awaiting?.ask === 'parties' || awaiting?.ask === 'representatives') return null;
  if (awaiting?.ask === 'join' || awaiting?.ask === 'new-facts') return null;
  if (awaiting) return 'yes-no';
  if (complaint?.stage === 'remedy_offered') return 'yes-no';
  return complaint && isFollowedUp(complaint) ? 'yes-no' : null;
};
