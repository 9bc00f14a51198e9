import { unreachable } from '../../faults.ts';
import { mostRepresentatives } from '../../policy/intake.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, nothing, refuse } from '../decision.ts';
import { countHouseholds, countPeople, forgotten, othersIn, withJoined } from '../evolve/parties.ts';
import { evolve } from '../evolve.ts';
import type {
  ChangeSpeaker,
  ConfirmAuthority,
  DeclineSpeaker,
  ForgetParty,
  JoinComplaint,
  LeaveComplaint,
  ListParties,
  Party,
  RequestSpeaker,
  ReturnWord,
} from '../further-commands.ts';
import type { PartiesListed, PartyJoined } from '../further-events.ts';
import { reassess } from '../grading.ts';
import { actorId } from '../people.ts';
import { type Complaint, isClosed } from '../state.ts';

type PartyCommand =
  | ListParties
  | JoinComplaint
  | LeaveComplaint
  | RequestSpeaker
  | ChangeSpeaker
  | DeclineSpeaker
  | ReturnWord
  | ForgetParty
  | ConfirmAuthority;

/** Who complains together, who speaks for all, and whether somebody may speak for another (IN-13). */
export const decideParties = (complaint: Complaint, command: PartyCommand, context: Context): Decision => {
  switch (command.type) {
    case 'ListParties':
      return list(complaint, command, context);
    case 'JoinComplaint':
      return join(complaint, command, context);
    case 'LeaveComplaint':
      return leave(complaint, command);
    case 'RequestSpeaker':
      return requestSpeaker(complaint, command);
    case 'ChangeSpeaker':
      return changeSpeaker(complaint, command);
    case 'DeclineSpeaker':
      return declineSpeaker(complaint, command);
    case 'ReturnWord':
      return returnWord(complaint, command);
    case 'ForgetParty':
      return forget(complaint, command);
    case 'ConfirmAuthority':
      return confirm(complaint, command);
    default:
      return unreachable(command);
  }
};

/**
 * People and households are counted by who they are, and the count grades the file anew.
 * More representatives than the pack allows are refused: the complainants choose who speaks, not we.
 *
 * @clause IN-13, S4.b art.3, CN 2020-3 Art. 12
 */
const list = (complaint: Complaint, command: ListParties, context: Context): Decision => {
  const named = command.parties.filter(({ name }) => name.trim() !== '');
  if (named.length === 0) return refuse('facts-missing', 'IN-13', { field: 'parties' });
  const parties = listedAnew(complaint, named);
  const limit = mostRepresentatives(context.policy);
  if (limit && parties.filter(({ speaks }) => speaks).length > limit.most)
    return refuse('too-many-representatives', limit.clause, { count: limit.most });
  if (JSON.stringify(parties) === JSON.stringify(complaint.parties)) return nothing;
  const listed: PartiesListed = { ...command, type: 'PartiesListed', parties };
  return happened(listed, ...reassess(evolve(complaint, listed), command.at, context));
};

/** A list says who there is and who speaks; nobody who wrote themselves, and no number, is lost by writing it anew. */
const listedAnew = (complaint: Complaint, named: readonly Party[]): readonly Party[] => {
  const kept = named.map((party) => {
    const known = complaint.parties.find(({ name }) => name === party.name);
    if (known === undefined) return party;
    const { phone, joined } = known;
    return {
      ...(phone ? { phone } : {}),
      ...(joined ? { joined } : {}),
      ...party,
    };
  });
  const others = complaint.parties.filter(
    ({ name, joined }) => joined !== undefined && named.every((one) => one.name !== name),
  );
  return [...kept, ...others];
};

/** By a code of the first one's: whoever has it was told of it by them. */
const join = (complaint: Complaint, command: JoinComplaint, context: Context): Decision => {
  const { at, by, contact, household, id } = command;
  const known = complaint.parties.some(({ joined }) => joined?.id === id);
  if (known || id === complaint.complainant.id) return nothing;
  const name = command.name.trim();
  const index = complaint.parties.findIndex(
    (party) => party.joined === undefined && name !== '' && party.name === name,
  );
  const listed = index < 0 ? null : index;
  const event = { type: 'PartyJoined', at, by, id, name, household, contact, listed } as const;
  const parties = withJoined(complaint.parties, event);
  const joined: PartyJoined = {
    ...event,
    people: countPeople(parties),
    households: countHouseholds(parties),
  };
  const after = evolve(complaint, joined);
  return happened(joined, ...(isClosed(complaint) ? [] : reassess(after, at, context)));
};

const leave = (complaint: Complaint, { at, by }: LeaveComplaint): Decision => {
  const id = actorId(by);
  return complaint.parties.some(({ joined }) => joined?.id === id)
    ? happened({ type: 'PartyLeft', at, by, id })
    : nothing;
};

const hasJoined = ({ complainant, parties }: Complaint, id: string): boolean =>
  id !== complainant.id && parties.some(({ joined }) => joined?.id === id);

const requestSpeaker = (complaint: Complaint, command: RequestSpeaker): Decision => {
  if (complaint.nextSpeaker === command.to) return nothing;
  return hasJoined(complaint, command.to)
    ? happened({ ...command, type: 'SpeakerRequested' })
    : refuse('not-joined', 'IN-13');
};

/**
 * Only what the complainant asked for is recorded: nobody takes the word from them, neither we nor the others.
 * How many speak does not grow by it, for whoever hands it on no longer does.
 *
 * @clause IN-13, CN 2020-3 Art. 12
 */
const changeSpeaker = (complaint: Complaint, command: ChangeSpeaker): Decision => {
  const { at, by, to } = command;
  const { complainant, nextSpeaker } = complaint;
  if (complainant.id === to) return nothing;
  if (nextSpeaker !== to) return refuse('stale', 'IN-13');
  return hasJoined(complaint, to)
    ? happened({ type: 'SpeakerChanged', at, by, from: complainant.id, to })
    : refuse('not-joined', 'IN-13');
};

/** A wish that somebody else recorded meanwhile is not undone by a no to it: that is another button, and another reason. */
const declineSpeaker = (complaint: Complaint, { at, by, text, to }: DeclineSpeaker): Decision => {
  if (complaint.complainant.id === to) return refuse('stale', 'IN-13');
  if (complaint.nextSpeaker !== to) return nothing;
  if (text.trim() === '') return refuse('needs-reason', 'IN-13');
  return happened({ type: 'SpeakerDeclined', at, by, to, text });
};

/**
 * What was recorded too soon is undone, towards the one who had the word and nobody else: whom the others choose stays their wish.
 *
 * @clause IN-13
 */
const returnWord = (complaint: Complaint, { at, by, from, text }: ReturnWord): Decision => {
  const { complainant, formerSpeaker: to } = complaint;
  if (complainant.id !== from) return nothing;
  if (!to) return refuse('stale', 'IN-13');
  if (!hasJoined(complaint, to)) return refuse('not-joined', 'IN-13');
  if (text.trim() === '') return refuse('needs-reason', 'IN-13');
  return happened({ type: 'WordReturned', at, by, from, to, text });
};

const forget = (complaint: Complaint, { at, id }: ForgetParty): Decision => {
  const { complainant } = complaint;
  const spoke = id === complainant.id && !complainant.erased && othersIn(complaint).length > 0;
  return spoke || hasJoined(complaint, id) ? happened(forgotten(complaint, { id, at })) : nothing;
};

const confirm = (complaint: Complaint, command: ConfirmAuthority): Decision => {
  if (complaint.complainant.onBehalfOf === undefined) return refuse('stale', 'IN-13');
  if (complaint.authority !== null) return nothing;
  if (command.proof.trim() === '') return refuse('needs-reason', 'IN-13');
  return happened({ ...command, type: 'AuthorityConfirmed' });
};
