import { unreachable } from '../../faults.ts';
import type { PartiesListed, RecordEvent } from '../further-events.ts';
import type { Complaint } from '../state.ts';

/** What is kept of a file beside its handling: who complains together, grounds found, responsibility. */
export const evolveRecord = (complaint: Complaint, event: RecordEvent): Complaint => {
  switch (event.type) {
    case 'PartiesListed':
      return list(complaint, event);
    case 'GroundFound':
      return { ...complaint, ground: { ground: event.ground, words: event.words } };
    case 'ResponsibilityRecorded': {
      const { unit, person, deduction, reason, needsApproval } = event;
      const by = event.by.kind === 'staff' ? event.by.id : '';
      const status = needsApproval ? 'proposed' : 'settled';
      return { ...complaint, responsibility: { unit, person, deduction, reason, by, status } };
    }
    case 'ResponsibilityApproved':
      return complaint.responsibility === null
        ? complaint
        : { ...complaint, responsibility: { ...complaint.responsibility, status: 'settled' } };
    case 'ResponsibilityRejected':
      return { ...complaint, responsibility: null };
    default:
      return unreachable(event);
  }
};

/** Different people and households are counted, however often each is written down (IN-13). */
const list = (complaint: Complaint, { parties }: PartiesListed): Complaint => {
  const people = new Set(parties.map(({ name, household }) => `${name}/${household}`)).size;
  const households = new Set(parties.map(({ household }) => household).filter((one) => one !== '')).size;
  const { facts } = complaint;
  return {
    ...complaint,
    parties,
    facts: {
      ...facts,
      collective: facts.collective || people > 1,
      people: Math.max(people, facts.people ?? 0),
      households: households === 0 ? facts.households : Math.max(households, facts.households ?? 0),
    },
  };
};
