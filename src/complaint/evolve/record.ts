import { unreachable } from '../../faults.ts';
import type { RecordEvent } from '../further-events.ts';
import type { Complaint } from '../state.ts';

/** What is kept of a file beside its handling: grounds found, responsibility. */
export const evolveRecord = (complaint: Complaint, event: RecordEvent): Complaint => {
  switch (event.type) {
    case 'GroundFound':
      return { ...complaint, ground: { ground: event.ground, words: event.words } };
    case 'ResponsibilityRecorded': {
      const { unit, person, deduction, reason, needsApproval } = event;
      const by = event.by.kind === 'staff' ? event.by.id : '';
      const status = needsApproval ? 'proposed' : 'settled';
      const asked = { askedAt: event.at, passedTo: null };
      return {
        ...complaint,
        responsibility: {
          ...{ unit, person, deduction, reason, by, status, ...asked },
          approved: false,
          publishedAt: null,
        },
      };
    }
    case 'ResponsibilityPassed':
      return complaint.responsibility === null
        ? complaint
        : {
            ...complaint,
            responsibility: { ...complaint.responsibility, askedAt: event.at, passedTo: event.role },
          };
    case 'ResponsibilityApproved':
      return complaint.responsibility === null
        ? complaint
        : {
            ...complaint,
            responsibility: { ...complaint.responsibility, status: 'settled', approved: true },
          };
    case 'SanctionPublished':
      return complaint.responsibility === null
        ? complaint
        : { ...complaint, responsibility: { ...complaint.responsibility, publishedAt: event.at } };
    case 'ResponsibilityRejected':
      return { ...complaint, responsibility: null };
    default:
      return unreachable(event);
  }
};
