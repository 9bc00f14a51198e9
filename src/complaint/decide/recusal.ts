import { unreachable } from '../../faults.ts';
import { findPerson } from '../../policy/organisation.ts';
import { findNamed, lineOf, type Named } from '../../policy/recusal.ts';
import type { Instant } from '../../terms.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, nothing, refuse } from '../decision.ts';
import type { ComplaintEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { DenyRecusal, OpenRestrictedFile, RecuseStaff } from '../further-commands.ts';
import type { PersonRecused } from '../further-events.ts';
import { actorId, system } from '../people.ts';
import { raiseAt } from '../raising.ts';
import type { Complaint } from '../state.ts';

/** Who keeps out of the matter: said by staff, or found in the words (S1.13). */
export const decideRecusal = (
  complaint: Complaint,
  command: RecuseStaff | DenyRecusal | OpenRestrictedFile,
  context: Context,
): Decision => {
  switch (command.type) {
    case 'RecuseStaff':
      return recuse(complaint, command, context);
    case 'DenyRecusal':
      return deny(complaint, command);
    case 'OpenRestrictedFile':
      return happened({ ...command, type: 'RestrictedFileOpened' });
    default:
      return unreachable(command);
  }
};

const recuse = (complaint: Complaint, command: RecuseStaff, context: Context): Decision => {
  const { at, by, person, reason } = command;
  if (findPerson(context.organisation, person) === undefined) return refuse('unknown-person', 'S1.13');
  if (complaint.recusals.includes(person)) return nothing;
  const suspected = complaint.suspects.find((one) => one.person === person)?.words;
  const words = reason.trim() === '' ? (suspected ?? '') : reason;
  if (words === '') return refuse('needs-reason', 'S1.13');
  return happened(
    ...kept(complaint, [{ type: 'PersonRecused', at, by, person, words, how: 'staff' }], context),
  );
};

/** Nobody clears themselves: whoever the words may mean leaves that to others. */
const deny = (complaint: Complaint, command: DenyRecusal): Decision => {
  if (complaint.suspects.every(({ person }) => person !== command.person)) return nothing;
  if (actorId(command.by) === command.person) return refuse('recused', 'S1.13');
  return happened({ ...command, type: 'RecusalDenied' });
};

/** What new words say about our own people. */
interface Told {
  readonly texts: readonly string[];
  readonly at: Instant;
}

/**
 * Reads new words for people of ours: those named keep out at once, those perhaps meant are shown to staff.
 * Somebody who already speaks with the complainant is named in thanks as often as in anger: staff say which.
 *
 * @param complaint the file with the new words already in it
 * @returns empty when nobody new is meant
 * @clause S1.13
 */
export const recusalsFrom = (
  complaint: Complaint,
  { texts, at }: Told,
  context: Context,
): readonly ComplaintEvent[] => {
  const own = [complaint.complainant.name, complaint.details.name].filter((name) => name !== undefined);
  const found = findNamed(texts.join('\n'), context.organisation, own).filter(
    ({ person }) => !complaint.recusals.includes(person),
  );
  const sure = found.filter((one) => one.sure && !speaksWith(complaint, one));
  const unsure = found.filter(
    (one) =>
      !sure.includes(one) &&
      !complaint.cleared.includes(one.person) &&
      complaint.suspects.every(({ person }) => person !== one.person),
  );
  const recused = sure.map(
    ({ person, words }): PersonRecused => ({
      type: 'PersonRecused',
      at,
      by: system,
      person,
      words,
      how: 'named',
    }),
  );
  return [
    ...kept(complaint, recused, context),
    ...unsure.map(({ person, words }) => ({
      type: 'RecusalProposed' as const,
      at,
      by: system,
      person,
      words,
    })),
  ];
};

const speaksWith = ({ handler, talkHeldBy }: Complaint, { person }: Named): boolean =>
  person === handler || person === talkHeldBy;

/** With those of their line where the pack says so; and whoever is called instead, where all who were asked now keep out. */
const kept = (
  complaint: Complaint,
  recused: readonly PersonRecused[],
  context: Context,
): readonly ComplaintEvent[] => {
  const named = new Set([...complaint.recusals, ...recused.map(({ person }) => person)]);
  const wide = context.policy.pack.recusal?.scope === 'named_and_interested';
  const line = wide
    ? recused.flatMap((one) =>
        lineOf(one.person, context.organisation).map((person) => ({ ...one, person, how: 'line' as const })),
      )
    : [];
  const others = line.filter(
    ({ person }, index) => !named.has(person) && line.findIndex((one) => one.person === person) === index,
  );
  const events = [...recused, ...others];
  return [...events, ...calledInstead(events.reduce(evolve, complaint), events, context)];
};

const calledInstead = (
  complaint: Complaint,
  events: readonly PersonRecused[],
  context: Context,
): readonly ComplaintEvent[] => {
  const { escalation } = complaint;
  const [first] = events;
  if (first === undefined || escalation === null || escalation.asked.length === 0) return [];
  if (escalation.asked.some(({ person }) => !complaint.recusals.includes(person))) return [];
  const { trigger, reason, step } = escalation;
  const cause = { at: first.at, by: system, trigger, reason, clause: 'S1.13' };
  return raiseAt(complaint, { cause, step }, context);
};
