import { createHash } from 'node:crypto';
import { unreachable } from '../../faults.ts';
import { mayApprove, writtenReplySteps } from '../../policy/authority.ts';
import { standsIn } from '../../policy/duty.ts';
import { findPerson } from '../../policy/organisation.ts';
import { roles } from '../../terms.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, notHolder, nothing, refuse } from '../decision.ts';
import type { ApproveLetter, DraftLetter, ReturnLetter, SendLetter } from '../further-commands.ts';
import { actorId, mayWork } from '../people.ts';
import type { Complaint, Letter } from '../state.ts';

/**
 * A reply in writing: a document with versions, reviewed by the department, legal and a leader before it goes out.
 *
 * @clause S1.5
 */
export const decideLetter = (
  complaint: Complaint,
  command: DraftLetter | ApproveLetter | ReturnLetter | SendLetter,
  context: Context,
): Decision => {
  if (command.type === 'DraftLetter') return draft(complaint, command, context);
  const letter = complaint.letters.find(({ id }) => id === command.letterId);
  if (letter === undefined) return refuse('stale', 'S1.5');
  switch (command.type) {
    case 'ApproveLetter':
      return approve(letter, command, context);
    case 'ReturnLetter':
      return giveBack(letter, command, context);
    case 'SendLetter':
      return send(complaint, { letter, command }, context);
    default:
      return unreachable(command);
  }
};

/** SHA-256 of a letter's text, as it is proven later. */
export const letterHash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A changed text is another letter to those who sign: their review begins anew. */
const draft = (complaint: Complaint, command: DraftLetter, context: Context): Decision => {
  const { letterId, text } = command;
  if (!mayWork(complaint, command.by, context)) return notHolder(complaint);
  if (text.trim() === '') return refuse('facts-missing', 'S1.5', { field: 'text' });
  const known = complaint.letters.find(({ id }) => id === letterId);
  if (known?.status === 'sent') return refuse('stale', 'S1.5');
  if (known?.versions.at(-1)?.text === text && known.status !== 'returned') return nothing;
  const version = (known?.versions.length ?? 0) + 1;
  const { steps, clause } = writtenReplySteps(context.policy);
  return happened({ ...command, type: 'LetterDrafted', version, sha256: letterHash(text), steps, clause });
};

const deny = (letter: Letter, command: ApproveLetter | ReturnLetter, context: Context): Decision | null => {
  const role = roles.find((one) => one === letter.steps[letter.approvals.length]);
  const person = findPerson(context.organisation, actorId(command.by));
  if (role === undefined || person === undefined) return refuse('not-authorised', letter.clause);
  const question = {
    organisation: context.organisation,
    at: command.at,
    zone: context.policy.zone,
    recused: context.recusals,
  };
  const may = mayApprove({ person, role, proposer: letter.by, recused: context.recusals });
  if (
    may === true ||
    (may === 'not-authorised' && person.id !== letter.by && standsIn(person.id, role, question))
  )
    return null;
  return refuse(may, letter.clause, { role });
};

const approve = (letter: Letter, command: ApproveLetter, context: Context): Decision => {
  if (letter.approvals.some(({ by }) => by === actorId(command.by))) return nothing;
  if (letter.status !== 'review' || command.version !== letter.versions.length)
    return refuse('stale', letter.clause);
  const { at, by, letterId } = command;
  const sha256 = letter.versions.at(-1)?.sha256 ?? '';
  const step = letter.approvals.length;
  return (
    deny(letter, command, context) ?? happened({ type: 'LetterApproved', at, by, letterId, step, sha256 })
  );
};

const giveBack = (letter: Letter, command: ReturnLetter, context: Context): Decision => {
  if (letter.status === 'returned') return nothing;
  if (letter.status !== 'review') return refuse('stale', letter.clause);
  if (command.instruction.trim() === '') return refuse('needs-reason', letter.clause);
  return deny(letter, command, context) ?? happened({ ...command, type: 'LetterReturned' });
};

const send = (
  complaint: Complaint,
  { letter, command }: { readonly letter: Letter; readonly command: SendLetter },
  context: Context,
): Decision => {
  if (letter.status === 'sent') return nothing;
  if (!mayWork(complaint, command.by, context)) return notHolder(complaint);
  const last = letter.versions.at(-1);
  if (letter.status !== 'approved' || last === undefined) return refuse('letter-not-approved', letter.clause);
  return happened({ ...command, type: 'LetterSent', text: last.text, sha256: last.sha256 });
};
