import { unreachable } from '../../faults.ts';
import type { PersonRecused, RecusalEvent } from '../further-events.ts';
import type { Complaint } from '../state.ts';

/** Who keeps out, who may have to (S1.13). */
export const evolveRecusal = (complaint: Complaint, event: RecusalEvent): Complaint => {
  switch (event.type) {
    case 'PersonRecused':
      return recuse(complaint, event);
    case 'RecusalProposed':
      return {
        ...complaint,
        suspects: [...complaint.suspects, { person: event.person, words: event.words }],
      };
    case 'RecusalDenied':
      return {
        ...complaint,
        suspects: without(complaint, event.person),
        cleared: [...complaint.cleared, event.person],
      };
    case 'RestrictedFileOpened':
      return complaint;
    default:
      return unreachable(event);
  }
};

const without = ({ suspects }: Complaint, person: string) => suspects.filter((one) => one.person !== person);

/** Whatever the recused person held or had begun falls back: the file waits for another, what they wrote never goes out. */
const recuse = (complaint: Complaint, { person, at }: PersonRecused): Complaint => {
  const { drafts, escalation, handOver, handler, pauseProposal, regrade, talkHeldBy } = complaint;
  const held = handler === person;
  const involved = handOver !== null && (handOver.to === person || handOver.from === person);
  return {
    ...complaint,
    recusals: [...complaint.recusals, person],
    suspects: without(complaint, person),
    handler: held ? null : handler,
    unclaimedSince: held ? at : complaint.unclaimedSince,
    handOver: involved ? null : handOver,
    talkHeldBy: talkHeldBy === person ? null : talkHeldBy,
    personRequested: complaint.personRequested || talkHeldBy === person,
    drafts: drafts.filter(({ by }) => by !== person),
    regrade: regrade?.by === person ? null : regrade,
    pauseProposal: pauseProposal?.by === person ? null : pauseProposal,
    escalation:
      escalation?.acknowledgedBy === person
        ? { ...escalation, acknowledgedBy: null, acknowledgedAt: null }
        : escalation,
  };
};
