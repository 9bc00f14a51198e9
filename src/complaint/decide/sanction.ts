import { type Organisation, personName } from '../../policy/organisation.ts';
import { locales } from '../../terms.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, nothing, refuse } from '../decision.ts';
import type { PublishSanction } from '../further-commands.ts';
import type { Complaint } from '../state.ts';
import { responsibilitySigning } from './record.ts';

/**
 * After the general manager approved, what was done is told to everybody who works here: the unit and the measure, with the
 * reason in words that name nobody. Whoever complained must not be found out by it, and nobody is put in the pillory.
 *
 * @clause S0.7, S1.13
 */
export const publishSanction = (
  complaint: Complaint,
  command: PublishSanction,
  context: Context,
): Decision => {
  const { responsibility } = complaint;
  const { sanctions } = context.policy.pack;
  if (sanctions === undefined || !responsibility?.approved) return refuse('stale', 'S0.7');
  if (responsibility.publishedAt !== null) return nothing;
  const signing = responsibilitySigning(responsibility, command, context);
  if ('refused' in signing) return refuse(signing.refused, sanctions.clause, { role: signing.role });
  const { unit, deduction } = responsibility;
  const text = command.text.trim();
  if (text === '') return refuse('needs-reason', sanctions.clause);
  if (namesSomebody(`${unit}\n${text}`, complaint, context.organisation))
    return refuse('names-somebody', sanctions.clause);
  return happened({ ...command, type: 'SanctionPublished', unit, deduction, text, clause: sanctions.clause });
};

/** Shortest name that is looked for: a single character stands in too many words. */
const shortest = 2;

/** Whether a text holds the complainant's name, number or address, the file's number, or the name of one of ours. */
const namesSomebody = (text: string, complaint: Complaint, organisation: Organisation): boolean => {
  const { complainant, details, parties } = complaint;
  const ours = organisation.people.flatMap((one) => [
    ...locales.map((locale) => personName(one, locale)),
    ...one.aliases,
  ]);
  const theirs = [
    ...[complainant.name, complainant.phone, complainant.email, complainant.onBehalfOf],
    ...[details.name, details.phone, details.email],
    ...parties.map(({ name }) => name),
  ];
  const written = text.toLowerCase();
  return [complaint.number, ...ours, ...theirs].some(
    (name = '') => name.trim().length >= shortest && written.includes(name.trim().toLowerCase()),
  );
};
