import type { Command } from '../../complaint/commands.ts';
import type { Party } from '../../complaint/further-commands.ts';
import { parseMoney } from '../../policy/money.ts';
import type { Money } from '../../terms.ts';
import {
  given,
  type Press,
  type PressResult,
  problem,
  read,
  readDays,
  withReason,
  worded,
} from './pressing.ts';

const plain = {
  'open-file': 'OpenRestrictedFile',
  'approve-pause': 'ApprovePause',
  resume: 'ResumeClocks',
  'approve-responsibility': 'ApproveResponsibility',
} as const;

const plainCommand = (press: Press): Command | undefined => {
  const { action } = press;
  switch (action.do) {
    case 'open-file':
    case 'approve-pause':
    case 'resume':
    case 'approve-responsibility':
      return { type: plain[action.do], ...given(press) };
    case 'confirm-recusal':
      return { type: 'RecuseStaff', ...given(press), person: action.person, reason: '' };
    case 'change-speaker':
      return { type: 'ChangeSpeaker', ...given(press), to: action.to };
    case 'deny-recusal':
      return { type: 'DenyRecusal', ...given(press), person: action.person };
    case 'note-promise': {
      const { promiseId, text, dueAt } = action;
      return { type: 'NotePromise', ...given(press), promiseId, text, dueAt };
    }
    case 'keep-promise':
      return { type: 'KeepPromise', ...given(press), promiseId: action.promiseId };
    case 'approve-letter':
      return { type: 'ApproveLetter', ...given(press), letterId: action.letterId, version: action.version };
    case 'send-letter':
      return { type: 'SendLetter', ...given(press), letterId: action.letterId };
    // The document itself is made when the press is carried out.
    case 'send-letter-pdf':
      return { type: 'SendLetter', ...given(press), letterId: action.letterId, files: [] };
    case 'preview-letter':
      return { type: 'PreviewLetter', ...given(press), letterId: action.letterId, files: [] };
    default:
      return undefined;
  }
};

const pause = (press: Press): PressResult => {
  const days = readDays(press, 'days');
  if (days === undefined) return problem('invalid-date');
  const [reason, note] = [read(press, 'pauseReason'), read(press, 'note')];
  return reason === ''
    ? problem('needs-reason')
    : { command: { type: 'PauseClocks', ...given(press), reason, note, days } };
};

/** An amount that may be nothing at all: what was due can be 0. */
const readAmount = (press: Press, name: string, currency: string): Money | undefined => {
  const text = read(press, name);
  return /^0+(?:\.0+)?(?:\s*[A-Za-z]{3})?$/.test(text) ? { amountMinor: 0, currency } : parseMoney(text);
};

/** The kind and the amount follow from charged and due; who decides works them out again (S1.12). */
const billingError = (press: Press): PressResult => {
  const charged = parseMoney(read(press, 'charged'));
  const due = readAmount(press, 'due', charged?.currency ?? '');
  if (charged === undefined || due === undefined) return problem('invalid-amount');
  const withinDays = readDays(press);
  if (withinDays === undefined) return problem('invalid-date');
  const [evidence, text] = [read(press, 'evidence'), read(press, 'text')];
  if (evidence === '' || text === '') return problem('facts-missing');
  return {
    command: {
      type: 'ProposeRemedy',
      ...given(press),
      remedyId: press.newId,
      kind: 'credit',
      money: charged,
      text,
      withinDays,
      billing: { charged, due, evidence },
    },
  };
};

const isSpeaker = (words: string): boolean => /^(?:代表|speaks|representative)$/iu.test(words);

const partyOf = (name: string, rest: readonly string[]): Party => ({
  name,
  household: rest.filter((part) => !isSpeaker(part)).join(' '),
  ...(rest.some(isSpeaker) ? { speaks: true } : {}),
});

/** One a line: the name, then what tells the household, then whether they speak for the others, `王芳，3栋402`. */
const partiesIn = (text: string): readonly Party[] =>
  text
    .split(/\n/)
    .map((line) => line.split(/[,，、;；\t]/).map((part) => part.trim()))
    .flatMap(([name = '', ...rest]) => (name === '' ? [] : [partyOf(name, rest)]));

const responsibility = (press: Press): PressResult => {
  const amount = read(press, 'deduction');
  const deduction = amount === '' ? null : parseMoney(amount);
  if (deduction === undefined) return problem('invalid-amount');
  const [unit, person] = [read(press, 'unit'), read(press, 'person')];
  if (unit === '') return problem('facts-missing');
  return withReason(press, 'reason', (reason) => ({
    type: 'RecordResponsibility',
    ...given(press),
    unit,
    person,
    deduction,
    reason,
  }));
};

/** A letter is checked as any text to the complainant is; what the guard objects to is not drafted at all (DI-5). */
const letter = (press: Press, letterId: string): PressResult => {
  const text = read(press, 'text');
  if (text === '') return problem('facts-missing');
  return worded(press, 'text', (words) => ({ type: 'DraftLetter', ...given(press), letterId, text: words }));
};

/** What the complainant said to an offer on the telephone, kept as consent (S1.6). */
const enterAnswer = (press: Press, remedyId: string): PressResult => {
  const answer = read(press, 'answer');
  if (answer !== 'yes' && answer !== 'no') return problem('facts-missing');
  return withReason(press, 'evidence', (evidence) => ({
    type: answer === 'yes' ? 'AcceptRemedy' : 'DeclineRemedy',
    ...given(press),
    remedyId,
    evidence,
  }));
};

const ratings = [1, 2, 3, 4, 5] as const;

const enterFollowUp = (press: Press): PressResult => {
  const rating = ratings.find((one) => String(one) === read(press, 'rating'));
  const solved = read(press, 'solved');
  return rating === undefined || (solved !== 'yes' && solved !== 'no')
    ? problem('facts-missing')
    : { command: { type: 'AnswerFollowUp', ...given(press), solved: solved === 'yes', rating } };
};

/** Presses around the handling: who keeps out, pauses, letters, responsibility, the last word; undefined for all others. */
export const pressedAround = (press: Press): PressResult | undefined => {
  const { action } = press;
  const command = plainCommand(press);
  if (command) return { command };
  switch (action.do) {
    case 'recuse': {
      const person = read(press, 'person');
      return withReason(press, 'reason', (reason) => ({
        type: 'RecuseStaff',
        ...given(press),
        person,
        reason,
      }));
    }
    case 'enter-answer':
      return enterAnswer(press, action.remedyId);
    case 'enter-follow-up':
      return enterFollowUp(press);
    case 'pause':
      return pause(press);
    case 'reject-pause':
      return withReason(press, 'reason', (reason) => ({ type: 'RejectPause', ...given(press), reason }));
    case 'billing-error':
      return billingError(press);
    case 'letter':
      return letter(press, press.newId);
    case 'edit-letter':
      return letter(press, action.letterId);
    case 'return-letter':
      return withReason(press, 'reason', (instruction) => ({
        type: 'ReturnLetter',
        ...given(press),
        letterId: action.letterId,
        instruction,
      }));
    case 'parties':
      return {
        command: { type: 'ListParties', ...given(press), parties: partiesIn(read(press, 'parties')) },
      };
    case 'decline-speaker':
      return worded(press, 'text', (text) => ({
        type: 'DeclineSpeaker',
        ...given(press),
        to: action.to,
        text,
      }));
    case 'return-word':
      return worded(press, 'text', (text) => ({
        type: 'ReturnWord',
        ...given(press),
        from: action.from,
        text,
      }));
    case 'confirm-authority':
      return withReason(press, 'proof', (proof) => ({ type: 'ConfirmAuthority', ...given(press), proof }));
    case 'end-withdrawn':
      return withReason(press, 'reason', (reason) => ({ type: 'EndWithdrawn', ...given(press), reason }));
    case 'responsibility':
      return responsibility(press);
    case 'publish-sanction':
      return withReason(press, 'text', (text) => ({ type: 'PublishSanction', ...given(press), text }));
    case 'reject-responsibility':
      return withReason(press, 'reason', (reason) => ({
        type: 'RejectResponsibility',
        ...given(press),
        reason,
      }));
    case 'final-response':
      return worded(press, 'text', (text) => ({
        type: 'ResolveComplaint',
        ...given(press),
        text,
        final: true,
      }));
    default:
      return undefined;
  }
};
