import { unreachable } from '../../faults.ts';
import { isBefore } from '../../policy/time.ts';
import type { ClocksPaused, PauseEvent } from '../further-events.ts';
import type { Complaint } from '../state.ts';

/** What stands still, and what waits for somebody to agree to it (CL-4). */
export const evolvePause = (complaint: Complaint, event: PauseEvent): Complaint => {
  switch (event.type) {
    case 'PauseProposed': {
      const { reason, note, days } = event;
      const by = event.by.kind === 'staff' ? event.by.id : '';
      return { ...complaint, pauseProposal: { reason, note, days, by } };
    }
    case 'PauseRejected':
      return { ...complaint, pauseProposal: null };
    case 'ClocksPaused':
      return pause(complaint, event);
    case 'ClocksResumed':
      return endPause(complaint, event.at);
    default:
      return unreachable(event);
  }
};

const pause = (complaint: Complaint, { at, reason, note, until }: ClocksPaused): Complaint => ({
  ...complaint,
  pauseProposal: null,
  pause: { reason, note, until },
  timeline: {
    ...complaint.timeline,
    pauses: [...complaint.timeline.pauses, { from: at, to: until, reason }],
  },
});

/** Ends a pause before its time, as every ending of the matter does; nothing when none runs. */
export const endPause = (complaint: Complaint, at: string): Complaint => {
  if (complaint.pause === null) return complaint;
  const { pauses } = complaint.timeline;
  const shortened = pauses.map((one, index) =>
    index === pauses.length - 1 && one.to !== null && isBefore(at, one.to) ? { ...one, to: at } : one,
  );
  return { ...complaint, pause: null, timeline: { ...complaint.timeline, pauses: shortened } };
};
