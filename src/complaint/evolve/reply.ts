import { unreachable } from '../../faults.ts';
import type { Actor, Instant } from '../../terms.ts';
import type { ReplyDiscarded, ReplyDrafted, ReplySent } from '../events.ts';
import type { Complaint } from '../state.ts';

const without = (complaint: Complaint, replyId: string) =>
  complaint.drafts.filter((draft) => draft.id !== replyId);

/** A person has answered the complainant, by message or by letter (CL-7). */
export const replied = (complaint: Complaint, { at, by }: Pick<ReplySent, 'at' | 'by'>): Complaint => {
  const answered = complaint.higher !== null && answersWish(complaint, by);
  const { timeline } = complaint;
  return {
    ...complaint,
    personRequested: false,
    higher: answered ? null : complaint.higher,
    timeline: {
      ...timeline,
      firstReplyAt: timeline.firstReplyAt ?? at,
      repliesAt: [...timeline.repliesAt, at],
      ...(answered ? { higherAnsweredAt: [...(timeline.higherAnsweredAt ?? []), at] } : {}),
    },
  };
};

/** Somebody higher answers it, or the handler once they have looked: a handler's own word alone is not what was asked for (ES-3). */
const answersWish = ({ escalation, higher }: Complaint, by: Actor): boolean =>
  higher?.looked === true ||
  (by.kind === 'staff' && escalation?.asked.some(({ person }) => person === by.id) === true);

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
      const heard = replied(complaint, event);
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
