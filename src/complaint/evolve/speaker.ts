import type { Complainant } from '../commands.ts';
import type { Party } from '../further-commands.ts';
import type { PartyForgotten, SpeakerChanged, WordReturned } from '../further-events.ts';
import type { Complaint, Remedy } from '../state.ts';

/** The former complainant as one of the others. */
const asParty = ({ complainant, contact, details }: Complaint, at: string): Party => {
  const { anonymous, id, name = details.name ?? '', phone = details.phone } = complainant;
  return {
    name,
    household: '',
    ...(phone ? { phone } : {}),
    ...(anonymous ? { anonymous } : {}),
    ...(contact ? { joined: { id, at, contact } } : {}),
  };
};

const isOf = (party: Party, former: Party): boolean =>
  party.joined === undefined
    ? former.name !== '' && party.name === former.name
    : party.joined.id === former.joined?.id;

/** The list keeps its length, so that nobody is counted twice or lost: a place of the former one's own, or the next one's. */
const listedWith = (parties: readonly Party[], former: Party, to: string): readonly Party[] => {
  const own = parties.findIndex((party) => isOf(party, former));
  return parties.map((party, index) => {
    if (index === own) return { ...party, ...former, household: party.household };
    return own < 0 && party.joined?.id === to ? former : party;
  });
};

/** An open offer goes to whoever speaks now; what was answered stays where it was answered. */
const handOn = (remedy: Remedy): Remedy => {
  if (remedy.status === 'offered')
    return { ...remedy, handedOn: remedy.handedOn === 'closed' ? 1 : (remedy.handedOn ?? 0) + 1 };
  return ['accepted', 'declined', 'carried_out'].includes(remedy.status)
    ? { ...remedy, handedOn: 'closed' }
    : remedy;
};

/** What a file knows of the matter, without how the former complainant is called and reached. */
const withoutPerson = ({ details }: Complaint): Complaint['details'] => {
  const { name: _name, phone: _phone, email: _email, contactPreference: _when, ...matter } = details;
  return matter;
};

/** Who complains now, as one of the others was known. */
const asComplainant = (
  { name, phone, anonymous }: Party,
  { id, kind }: Pick<Complainant, 'id' | 'kind'>,
): Complainant => ({
  id,
  kind,
  ...(name === '' ? {} : { name }),
  ...(phone ? { phone } : {}),
  ...(anonymous ? { anonymous } : {}),
});

/** Whom they had named themselves, else who speaks already, else who joined first. */
const heirOf = ({ nextSpeaker, parties }: Complaint, id: string): Party | undefined => {
  const joined = parties.filter((party) => party.joined !== undefined && party.joined.id !== id);
  return (
    joined.find((party) => party.joined?.id === nextSpeaker) ??
    joined.find(({ speaks }) => speaks) ??
    joined[0]
  );
};

/** Who speaks for those who stay once the one who did is erased: one of them whom we reach, or nobody. */
export const heir = (complaint: Complaint): Pick<PartyForgotten, 'complainant' | 'contact'> => {
  const { id, kind } = complaint.complainant;
  const next = heirOf(complaint, id);
  return next?.joined
    ? { complainant: asComplainant(next, { id: next.joined.id, kind }), contact: next.joined.contact }
    : { complainant: { id, kind, erased: true }, contact: null };
};

/** The speaker is erased: nothing of how they were called and reached stays, nor for whom they spoke. */
export const withoutSpeaker = (complaint: Complaint, event: PartyForgotten): Complaint => ({
  ...complaint,
  complainant: event.complainant,
  contact: event.contact,
  details: withoutPerson(complaint),
  otherContacts: [],
  reachable: true,
  parties: event.parties,
  nextSpeaker: null,
  formerSpeaker: null,
  authority: null,
  remedies: complaint.remedies.map(handOn),
});

/**
 * Another of those who complain together is the complainant: reached in their talk, by their name. What the matter is about,
 * and whom it is told for, stays; that they may speak for that person is to be seen anew.
 */
export const withSpeaker = (complaint: Complaint, { at, to }: SpeakerChanged | WordReturned): Complaint => {
  const next = complaint.parties.find(({ joined }) => joined?.id === to);
  if (!next?.joined) return complaint;
  const { consent, kind, onBehalfOf } = complaint.complainant;
  return {
    ...complaint,
    complainant: {
      ...asComplainant(next, { id: to, kind }),
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      ...(consent === undefined ? {} : { consent }),
    },
    details: withoutPerson(complaint),
    contact: next.joined.contact,
    otherContacts: [],
    reachable: true,
    parties: listedWith(complaint.parties, asParty(complaint, at), to),
    nextSpeaker: null,
    formerSpeaker: complaint.complainant.id,
    authority: null,
    remedies: complaint.remedies.map(handOn),
  };
};
