import { unreachable } from '../../faults.ts';
import type { PersonRecused, RecusalEvent } from '../further-events.ts';
import { actorId } from '../people.ts';
import { type Complaint, currentRemedy, type Letter, type Remedy } from '../state.ts';
import { workStage } from './stage.ts';

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
const recuse = (before: Complaint, { person, at }: PersonRecused): Complaint => {
  const complaint = withoutHand(before, { person, at });
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

/** An open paper without the signature of somebody who keeps out; the same paper where they gave none. */
const unsigned = <Signed extends Pick<Remedy, 'approvals' | 'askedAt' | 'passedTo'>>(
  paper: Signed,
  { person, at }: Pick<PersonRecused, 'person' | 'at'>,
): Signed => {
  const approvals = paper.approvals.filter(({ by }) => by !== person);
  return approvals.length === paper.approvals.length
    ? paper
    : { ...paper, approvals, askedAt: at, passedTo: null };
};

/** What they proposed or wrote and nobody has sent yet goes back to the next holder; a yes of theirs is asked of another. */
const withoutHand = (complaint: Complaint, by: Pick<PersonRecused, 'person' | 'at'>): Complaint => {
  const { person } = by;
  const remedies = complaint.remedies.map((remedy): Remedy => {
    const owner = remedy.owner === person ? null : remedy.owner;
    if (remedy.status !== 'proposed') return { ...remedy, owner };
    return actorId(remedy.proposedBy) === person
      ? { ...remedy, owner, status: 'returned' }
      : { ...unsigned(remedy, by), owner };
  });
  const letters = complaint.letters.map((letter): Letter => {
    if (letter.status !== 'review' && letter.status !== 'approved') return letter;
    if (letter.by === person) return { ...letter, status: 'returned', approvals: [] };
    const left = unsigned(letter, by);
    return left === letter ? letter : { ...left, status: 'review' };
  });
  const waits = currentRemedy({ ...complaint, remedies }) !== undefined;
  const stage = complaint.stage === 'remedy_proposed' && !waits ? workStage(complaint) : complaint.stage;
  return { ...complaint, remedies, letters, stage };
};
