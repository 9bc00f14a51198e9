import { unreachable } from '../../faults.ts';
import type {
  ComplaintTaken,
  FindingRecorded,
  HandOverAccepted,
  HandOverOffered,
  HandOverRefused,
  PersonRequested,
  TalkReturned,
  TalkTaken,
} from '../events.ts';
import type { Complaint } from '../state.ts';
import { advance } from './stage.ts';

/** Who holds the file and the talk, and what was found. */
export const evolveHandling = (
  complaint: Complaint,
  event:
    | PersonRequested
    | TalkTaken
    | TalkReturned
    | ComplaintTaken
    | HandOverOffered
    | HandOverAccepted
    | HandOverRefused
    | FindingRecorded,
): Complaint => {
  switch (event.type) {
    case 'PersonRequested':
      return { ...complaint, personRequested: true };
    case 'TalkTaken':
      return {
        ...complaint,
        personRequested: false,
        talkHeldBy: event.by.kind === 'staff' ? event.by.id : null,
      };
    case 'TalkReturned':
      return { ...complaint, talkHeldBy: null };
    case 'ComplaintTaken':
      return take(complaint, event);
    case 'HandOverOffered': {
      const { from, to, reason, at } = event;
      return { ...complaint, handOver: { from, to, reason, at } };
    }
    case 'HandOverAccepted':
      return take({ ...complaint, refusedHandOvers: 0 }, event);
    case 'HandOverRefused':
      return { ...complaint, handOver: null, refusedHandOvers: complaint.refusedHandOvers + 1 };
    case 'FindingRecorded': {
      const { outcome, valid, department, cause, text } = event;
      return {
        ...complaint,
        stage: advance(complaint, 'investigated'),
        finding: { outcome, valid, department, cause, text },
      };
    }
    default:
      return unreachable(event);
  }
};

const take = (complaint: Complaint, event: ComplaintTaken | HandOverAccepted): Complaint => ({
  ...complaint,
  stage: advance(complaint, 'taken'),
  handler: event.handler,
  unclaimedSince: null,
  handOver: null,
  timeline: { ...complaint.timeline, takenAt: complaint.timeline.takenAt ?? event.at },
});
