import { unreachable } from '../../faults.ts';
import { escalationTrigger } from '../../policy/escalation.ts';
import type { Facts } from '../../policy/facts.ts';
import type {
  AddNote,
  LinkComplaint,
  RecordDelivery,
  RevealPersonalData,
  UpdateSameness,
} from '../commands.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, nothing, refuse } from '../decision.ts';
import type { SamenessUpdated } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { AddContact, NoteReachability } from '../further-commands.ts';
import type { GroundFound } from '../further-events.ts';
import { reassess } from '../grading.ts';
import { system } from '../people.ts';
import { raiseNext } from '../raising.ts';
import type { Complaint } from '../state.ts';

/** What is kept about a file: notes, links, counts, proofs of delivery, who looked at personal data. */
export const decideRegister = (
  complaint: Complaint,
  command:
    | AddContact
    | AddNote
    | LinkComplaint
    | NoteReachability
    | RecordDelivery
    | RevealPersonalData
    | UpdateSameness,
  context: Context,
): Decision => {
  switch (command.type) {
    case 'AddNote':
      return command.text.trim() === '' && command.files.length === 0
        ? refuse('facts-missing', 'ST-3', { field: 'text' })
        : happened({ ...command, type: 'NoteAdded' });
    case 'LinkComplaint':
      return link(complaint, command);
    case 'RevealPersonalData':
      return complaint.complainant.anonymous
        ? refuse('withheld', 'IN-13')
        : happened({ ...command, type: 'PersonalDataRevealed' });
    case 'AddContact':
      return isKnown(complaint, command) ? nothing : happened({ ...command, type: 'ContactAdded' });
    case 'NoteReachability':
      return command.reachable === complaint.reachable
        ? nothing
        : happened({ ...command, type: 'ReachabilityNoted' });
    case 'UpdateSameness':
      return updateSameness(complaint, command, context);
    case 'RecordDelivery':
      return recordDelivery(command);
    default:
      return unreachable(command);
  }
};

const isKnown = ({ contact, otherContacts }: Complaint, command: AddContact): boolean =>
  [contact, ...otherContacts].some((one) => one?.conversation === command.contact.conversation);

const link = (complaint: Complaint, command: LinkComplaint): Decision => {
  if (command.with === complaint.number) return refuse('same-file', 'TR-3');
  return complaint.related.includes(command.with)
    ? nothing
    : happened({ ...command, type: 'ComplaintLinked' });
};

/**
 * A threshold reached re-grades this file and sends it up, once; each of the others gets the same command.
 *
 * @clause TR-3, ES-3, S4.b art.3
 */
const updateSameness = (complaint: Complaint, command: UpdateSameness, context: Context): Decision => {
  const { facts, related } = complaint;
  const known =
    facts.sameComplainants === command.sameComplainants &&
    facts.repeatsAfterHandling === command.repeatsAfterHandling &&
    command.related.every((number) => related.includes(number));
  const { answeredIn: _, ...counts } = command;
  const answered = answeredBefore(complaint, command);
  if (known) return happened(...answered);
  const updated: SamenessUpdated = { ...counts, type: 'SamenessUpdated' };
  const after = evolve(complaint, updated);
  const grades = reassess(after, command.at, context);
  const crossed = crossedBy(facts, after.facts, context);
  if (crossed === undefined || grades.some(({ type }) => type === 'EscalationRaised'))
    return happened(updated, ...answered, ...grades);
  const cause = { at: command.at, by: system, trigger: crossed.id, reason: '', clause: crossed.clause };
  const calls = raiseNext(grades.reduce<Complaint>(evolve, after), cause, context);
  return happened(updated, ...answered, ...grades, ...calls);
};

/** The same person has had our last word on it in another file: shown to staff, who alone decide (S1.14, TR-5). */
const answeredBefore = ({ ground }: Complaint, { answeredIn, at }: UpdateSameness): readonly GroundFound[] =>
  answeredIn === undefined || ground !== null
    ? []
    : [{ type: 'GroundFound', at, by: system, ground: 'answered', words: answeredIn }];

/** The pack's threshold that the counts have just reached; undefined when none. */
const crossedBy = (before: Facts, after: Facts, { policy }: Context) => {
  const counts = [
    ['repeat', before.repeatsAfterHandling, after.repeatsAfterHandling],
    ['sameness', before.sameComplainants, after.sameComplainants],
  ] as const;
  return counts
    .flatMap(([id, was, is]) => {
      const trigger = escalationTrigger(id, policy);
      return trigger?.at !== undefined && was < trigger.at && is >= trigger.at ? [trigger] : [];
    })
    .at(0);
};

const recordDelivery = ({ at, by, messageId, purpose, delivered }: RecordDelivery): Decision =>
  happened({ type: delivered ? 'ContactDelivered' : 'ContactFailed', at, by, messageId, purpose });
