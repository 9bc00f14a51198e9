import { createHash } from 'node:crypto';
import { unreachable } from '../../faults.ts';
import { approvalWaitMinutes, writtenReplySteps } from '../../policy/authority.ts';
import { addMinutes, isBefore } from '../../policy/time.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, notHolder, nothing, refuse } from '../decision.ts';
import { tellsOfAnother } from '../disclosure.ts';
import type {
  ApproveLetter,
  DraftLetter,
  PassReview,
  PreviewLetter,
  ReturnLetter,
  SendLetter,
} from '../further-commands.ts';
import { actorId, mayWork } from '../people.ts';
import { type Paper, passedOnTo, signingStep } from '../signing.ts';
import type { Complaint, Letter } from '../state.ts';

/**
 * A reply in writing: a document with versions, reviewed by the department, legal and a leader before it goes out.
 *
 * @clause S1.5
 */
export const decideLetter = (
  complaint: Complaint,
  command: DraftLetter | ApproveLetter | PassReview | PreviewLetter | ReturnLetter | SendLetter,
  context: Context,
): Decision => {
  if (command.type === 'DraftLetter') return draft(complaint, command, context);
  const letter = complaint.letters.find(({ id }) => id === command.letterId);
  if (letter === undefined) return refuse('stale', 'S1.5');
  switch (command.type) {
    case 'ApproveLetter':
      return approve(letter, command, context);
    case 'PassReview':
      return pass(letter, command, context);
    case 'PreviewLetter':
      return preview(letter, command);
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

/** A letter as a paper that is signed. */
export const letterPaper = (letter: Letter): Paper => ({ ...letter, maker: letter.by });

/** A changed text is another letter to those who sign: their review begins anew. */
const draft = (complaint: Complaint, command: DraftLetter, context: Context): Decision => {
  const { letterId, text } = command;
  if (!mayWork(complaint, command.by, context)) return notHolder(complaint);
  if (text.trim() === '') return refuse('facts-missing', 'S1.5', { field: 'text' });
  const known = complaint.letters.find(({ id }) => id === letterId);
  if (known?.status === 'sent') return refuse('stale', 'S1.5');
  // A form that was sent twice drafts once.
  const drafted = (letter: Letter): boolean =>
    letter.versions.at(-1)?.text === text && (letter.status === 'review' || letter.status === 'approved');
  if (complaint.letters.some(drafted)) return nothing;
  const version = (known?.versions.length ?? 0) + 1;
  const review = writtenReplySteps(context.policy);
  return happened({ ...command, type: 'LetterDrafted', version, sha256: letterHash(text), ...review });
};

const signing = (letter: Letter, command: ApproveLetter | ReturnLetter, context: Context) => {
  const found = signingStep(letterPaper(letter), command, context);
  return 'step' in found ? found : refuse(found.refused, letter.clause, { role: found.role });
};

const approve = (letter: Letter, command: ApproveLetter, context: Context): Decision => {
  if (letter.approvals.some(({ by }) => by === actorId(command.by))) return nothing;
  if (letter.status !== 'review' || command.version !== letter.versions.length)
    return refuse('stale', letter.clause);
  const signed = signing(letter, command, context);
  if (!('step' in signed)) return signed;
  const { at, by, letterId } = command;
  const sha256 = letter.versions.at(-1)?.sha256 ?? '';
  return happened({ type: 'LetterApproved', at, by, letterId, step: signed.step, sha256 });
};

/**
 * Silence passes a review on as it does an approval: a letter nobody reads is an answer nobody gets.
 *
 * @clause AP-2
 */
const pass = (letter: Letter, command: PassReview, { policy }: Context): Decision => {
  const { at, by, letterId, signed } = command;
  if (letter.status !== 'review' || letter.approvals.length !== signed) return nothing;
  if (isBefore(at, addMinutes(letter.askedAt, approvalWaitMinutes(letter.passedTo, policy)))) return nothing;
  return happened({ type: 'ReviewPassed', at, by, letterId, role: passedOnTo(letterPaper(letter)) });
};

const preview = (letter: Letter, command: PreviewLetter): Decision =>
  command.files.length === 0
    ? nothing
    : happened({ ...command, type: 'LetterPreviewed', version: letter.versions.length });

const giveBack = (letter: Letter, command: ReturnLetter, context: Context): Decision => {
  if (letter.status === 'returned') return nothing;
  if (letter.status !== 'review') return refuse('stale', letter.clause);
  if (command.instruction.trim() === '') return refuse('needs-reason', letter.clause);
  const signed = signing(letter, command, context);
  return 'step' in signed ? happened({ ...command, type: 'LetterReturned' }) : signed;
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
  if (tellsOfAnother(last.text, complaint)) return refuse('authority-first', 'IN-13');
  return happened({ ...command, type: 'LetterSent', text: last.text, sha256: last.sha256 });
};
