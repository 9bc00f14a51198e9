import { unreachable } from '../../faults.ts';
import type { Party } from '../further-commands.ts';
import type { PartyEvent, PartyJoined } from '../further-events.ts';
import { actorId } from '../people.ts';
import type { Complaint } from '../state.ts';

/** Who complains, with whom and for whom (IN-13). */
export const evolveParties = (complaint: Complaint, event: PartyEvent): Complaint => {
  switch (event.type) {
    case 'PartiesListed':
      return counted(complaint, event.parties);
    case 'PartyJoined':
      return counted(complaint, withJoined(complaint.parties, event));
    case 'PartyLeft':
      return { ...complaint, parties: complaint.parties.filter(({ joined }) => joined?.id !== event.id) };
    case 'AuthorityConfirmed':
      return {
        ...complaint,
        authority: { by: actorId(event.by), at: event.at, proof: event.proof },
      };
    default:
      return unreachable(event);
  }
};

/** Who was listed by another and now writes themselves is the same person, not one more. */
const withJoined = (parties: readonly Party[], event: PartyJoined): readonly Party[] => {
  const { at, contact, household, id, name } = event;
  const joined = { id, at, contact };
  const index = parties.findIndex(
    (party) => party.joined === undefined && name !== '' && party.name === name,
  );
  if (index < 0) return [...parties, { name, household, joined }];
  return parties.map((party, at) => (at === index ? { ...party, joined } : party));
};

/** Tells people apart: by who they are where we know it, else by name and household. */
const keyOf = ({ joined, name, household }: Party): string => joined?.id ?? `${name}/${household}`;

/** Different people and households are counted, however often each is written down. A count never falls. */
const counted = (complaint: Complaint, parties: readonly Party[]): Complaint => {
  const people = countPeople(parties);
  const households = countHouseholds(parties);
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

/** How many different people a list names. */
export const countPeople = (parties: readonly Party[]): number => new Set(parties.map(keyOf)).size;

/** How many different households a list names; nobody's household is none. */
export const countHouseholds = (parties: readonly Party[]): number =>
  new Set(parties.map(({ household }) => household).filter((one) => one !== '')).size;
