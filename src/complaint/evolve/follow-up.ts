import { unreachable } from '../../faults.ts';
import type { ComplainantUnreachable, FollowUpAnswered, FollowUpAsked } from '../events.ts';
import type { Complaint } from '../state.ts';

/** The two questions before archive (S0.11, S1.2), and the tries at putting them. */
export const evolveFollowUp = (
  complaint: Complaint,
  event: FollowUpAsked | FollowUpAnswered | ComplainantUnreachable,
): Complaint => {
  const { followUp, timeline } = complaint;
  switch (event.type) {
    case 'FollowUpAsked':
      return {
        ...complaint,
        followUp: {
          ...followUp,
          attempts: [...followUp.attempts, event.at],
          nextAttemptAt: event.nextAttemptAt,
        },
        timeline: { ...timeline, followUpAskedAt: timeline.followUpAskedAt ?? event.at },
      };
    case 'FollowUpAnswered': {
      const solved = event.solved ?? followUp.solved;
      const rating = event.rating ?? followUp.rating;
      const followUpDoneAt = timeline.followUpDoneAt ?? (solved === null ? null : event.at);
      return {
        ...complaint,
        followUp: { ...followUp, solved, rating },
        timeline: { ...timeline, followUpDoneAt },
      };
    }
    case 'ComplainantUnreachable':
      return {
        ...complaint,
        followUp: { ...followUp, unreachable: true, nextAttemptAt: null },
        timeline: { ...timeline, followUpDoneAt: timeline.followUpDoneAt ?? event.at },
      };
    default:
      return unreachable(event);
  }
};
