import { unreachable } from '../../faults.ts';
import type { Instant } from '../../terms.ts';
import type { ReplyDiscarded, ReplyDrafted, ReplySent } from '../events.ts';
import type { Complaint } from '../state.ts';

const without = (complaint: Complaint, replyId: string) =>
  complaint.drafts.filter((draft) => draft.id !== replyId);

/** A person has answered the complainant, by message or by letter (CL-7). */
export const replied = (complaint: Complaint, at: Instant): Complaint => ({
  ...complaint,
  personRequested: false,
  timeline: {
    ...complaint.timeline,
    firstReplyAt: complaint.timeline.firstReplyAt ?? at,
    repliesAt: [...complaint.timeline.repliesAt, at],
  },
});

/** The complainant was told a solution, or how far it is (S1.3). */
export const progressed = (complaint: Complaint, at: Instant): Complaint => ({
  ...complaint,
  timeline: { ...complaint.timeline, progressAt: [...(complaint.timeline.progressAt ?? []), at] },
});

/** What staff write to the complainant. Only `ReplySent` is a human reply (CL-7). */
export const evolveReply = (
  complaint: Complaint,
  event: ReplyDrafted | ReplySent | ReplyDiscarded,
): Complaint => {
  switch (event.type) {
    case 'ReplyDrafted': {
      const { replyId: id, purpose, text, violations } = event;
      const by = event.by.kind === 'staff' ? event.by.id : '';
      return { ...complaint, drafts: [...without(complaint, id), { id, by, purpose, text, violations }] };
    }
    case 'ReplySent': {
      const heard = replied(complaint, event.at);
      return {
        // A question is a reply, but no progress: the 48 hours of S1.3 want a solution or how far it is.
        ...(event.purpose === 'question' ? heard : progressed(heard, event.at)),
        drafts: without(complaint, event.replyId),
        sentReplies: [...complaint.sentReplies, event.replyId],
      };
    }
    case 'ReplyDiscarded':
      return { ...complaint, drafts: without(complaint, event.replyId) };
    default:
      return unreachable(event);
  }
};
