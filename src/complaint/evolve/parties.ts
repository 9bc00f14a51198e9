import { unreachable } from '../../faults.ts';
import type { Instant } from '../../terms.ts';
import type { Party } from '../further-commands.ts';
import type { PartyEvent, PartyForgotten, PartyJoined } from '../further-events.ts';
import { actorId } from '../people.ts';
import type { Complaint } from '../state.ts';
import { heir, withoutSpeaker, withSpeaker } from './speaker.ts';

/** Who complains, with whom and for whom (IN-13). */
export const evolveParties = (complaint: Complaint, event: PartyEvent): Complaint => {
  switch (event.type) {
    case 'PartiesListed':
      return counted(complaint, event.parties, {
        people: countPeople(event.parties),
        households: countHouseholds(event.parties),
      });
    case 'PartyJoined':
      return counted(complaint, withJoined(complaint.parties, event), event);
    case 'PartyLeft':
      return {
        ...complaint,
        parties: complaint.parties.filter(({ joined }) => joined?.id !== event.id),
        nextSpeaker: complaint.nextSpeaker === event.id ? null : complaint.nextSpeaker,
      };
    case 'SpeakerRequested':
      return { ...complaint, nextSpeaker: event.to };
    case 'SpeakerChanged':
      return withSpeaker(complaint, event);
    case 'SpeakerDeclined':
      return { ...complaint, nextSpeaker: null };
    case 'WordReturned':
      return { ...withSpeaker(complaint, event), formerSpeaker: null };
    case 'PartyForgotten': {
      const { complainant, contact, id, parties } = event;
      if (complaint.complainant.id === id) return withoutSpeaker(complaint, event);
      const nextSpeaker = complaint.nextSpeaker === id ? null : complaint.nextSpeaker;
      return { ...complaint, parties, complainant, contact, nextSpeaker };
    }
    case 'AuthorityConfirmed':
      return {
        ...complaint,
        authority: { by: actorId(event.by), at: event.at, proof: event.proof },
      };
    default:
      return unreachable(event);
  }
};

/** Everybody, with the one who joined: whoever was listed by another and now writes themselves is not one more. */
export const withJoined = (
  parties: readonly Party[],
  event: Omit<PartyJoined, 'people' | 'households'>,
): readonly Party[] => {
  const { at, contact, household, id, listed, name } = event;
  const joined = { id, at, contact };
  if (listed === null) return [...parties, { name, household, joined }];
  return parties.map((party, index) => (index === listed ? { ...party, joined } : party));
};

/** Whether a line of a list is somebody's: by who they are, or by a name they are known by. */
export const isRowOf = (
  { joined, name }: Party,
  { id, known }: { readonly id: string; readonly known: readonly string[] },
): boolean => joined?.id === id || (joined === undefined && name !== '' && known.includes(name));

/** Those in a file besides its complainant, and of whom it still knows something. */
export const othersIn = ({ complainant, details, parties }: Complaint): readonly Party[] => {
  const known = [complainant.name, details.name].flatMap((name) => name ?? []);
  return parties.filter(
    (party) =>
      !isRowOf(party, { id: complainant.id, known }) &&
      (party.joined !== undefined || party.name !== '' || party.household !== ''),
  );
};

const noName: Party = { name: '', household: '' };

/**
 * What stays of those who complain together once one of them is erased: a place without a name, so that the count stands.
 * Where they spoke for all, another does: whoever takes the word leaves their place on the list to the one who is gone.
 */
export const forgotten = (
  complaint: Complaint,
  { id, at, known = [] }: { readonly id: string; readonly at: Instant; readonly known?: readonly string[] },
): PartyForgotten => {
  const spoke = complaint.complainant.id === id;
  const { complainant, contact } = spoke ? heir(complaint) : complaint;
  const listed = complaint.parties.some((party) => isRowOf(party, { id, known }));
  const isGone = (party: Party): boolean =>
    isRowOf(party, { id, known }) || (spoke && !listed && party.joined?.id === complainant.id);
  const parties = complaint.parties.map((party) => (isGone(party) ? noName : party));
  return { type: 'PartyForgotten', at, by: { kind: 'system' }, id, parties, complainant, contact };
};

/** Tells people apart: by who they are where we know it, else by name and household. */
const keyOf = ({ joined, name, household }: Party): string => joined?.id ?? `${name}/${household}`;

/** Different people and households are counted, however often each is written down. A count never falls. */
const counted = (
  complaint: Complaint,
  parties: readonly Party[],
  { people, households }: Pick<PartyJoined, 'people' | 'households'>,
): Complaint => {
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
