import { isClosed } from '../../complaint/state.ts';
import { unreachable } from '../../faults.ts';
import { everyday } from '../script/everyday.ts';
import type { OtherQuestion } from '../state.ts';
import type { DialogAction } from '../talk.ts';
import { skip } from './answer.ts';
import { askCorrection } from './confirm.ts';
import { filedComplaint } from './dates.ts';
import { complete } from './file.ts';
import { fileHeld } from './filing-held.ts';
import { answerRating, answerSolved, asksRating, asksSolved } from './follow-up.ts';
import { switchTo } from './language.ts';
import { readLetter } from './letter.ts';
import { newMatter, sameMatter } from './matter.ts';
import { alone, leaveOpen, takeConsent } from './others-told.ts';
import { isParty, leave, stay } from './party.ts';
import { callPerson, goHigher } from './person.ts';
import { accept, decline, offeredRemedy } from './remedy.ts';
import { type SoFar, say, seedOf } from './so-far.ts';
import { askNewFacts, review } from './standing.ts';
import { tellStatus } from './status.ts';
import { keep, withdraw } from './withdrawal.ts';

const spent = (turn: SoFar): SoFar =>
  say(turn, { move: 'spent', text: everyday(turn.locale, 'spent', {}, seedOf(turn)) });

const isOther = (ask: string | undefined): ask is OtherQuestion =>
  ask === 'parties' || ask === 'representatives' || ask === 'consent';

const onIntake = (turn: SoFar, action: DialogAction): SoFar | null => {
  const { awaiting, intake } = turn.dialog;
  switch (action.do) {
    case 'confirm':
      return intake && awaiting?.ask === 'confirm' ? complete(turn) : null;
    case 'correct':
      return intake && awaiting?.ask === 'confirm' ? askCorrection(turn) : null;
    case 'skip-question':
      if (awaiting?.ask === 'detail') return skip(turn, awaiting.detail);
      return intake && isOther(awaiting?.ask) ? leaveOpen(turn, awaiting.ask) : null;
    case 'consent':
      return intake && awaiting?.ask === 'consent' ? takeConsent(turn, action.consent) : null;
    case 'only-me':
      return intake && awaiting?.ask === 'parties' ? alone(turn) : null;
    default:
      return null;
  }
};

const onFile = (turn: SoFar, action: DialogAction): SoFar | null => {
  const { awaiting } = turn.dialog;
  const complaint = filedComplaint(turn);
  const isOpen = turn.dialog.intake !== null || (complaint !== null && !isClosed(complaint));
  switch (action.do) {
    case 'withdraw':
      return isOpen && awaiting?.ask === 'withdraw' ? withdraw(turn) : null;
    case 'keep':
      return isOpen && awaiting?.ask === 'withdraw' ? keep(turn) : null;
    case 'leave':
      return awaiting?.ask === 'leave' ? leave(turn) : null;
    case 'stay':
      return awaiting?.ask === 'leave' ? stay(turn) : null;
    case 'new-facts':
      return awaiting?.ask === 'standing' ? askNewFacts(turn) : null;
    case 'review':
      return awaiting?.ask === 'standing' ? review(turn) : null;
    case 'add-to-complaint':
      return awaiting?.ask === 'matter' ? sameMatter(turn) : null;
    case 'accept-remedy':
      return offeredRemedy(complaint)?.id === action.remedyId
        ? accept(turn, action.remedyId, 'button')
        : null;
    case 'decline-remedy':
      return offeredRemedy(complaint)?.id === action.remedyId
        ? decline(turn, action.remedyId, 'button')
        : null;
    case 'solved':
      return asksSolved(complaint) ? answerSolved(turn, action.yes) : null;
    case 'rate':
      return asksRating(turn, complaint) ? answerRating(turn, action.rating) : null;
    default:
      return null;
  }
};

/** A press on one of the dialog's buttons; a spent or unknown one is answered kindly and does nothing. */
export const press = (turn: SoFar, action: DialogAction | null): SoFar => {
  if (action === null) return spent(turn);
  switch (action.do) {
    case 'confirm':
    case 'correct':
    case 'skip-question':
    case 'consent':
    case 'only-me':
      return onIntake(turn, action) ?? spent(turn);
    case 'leave':
    case 'stay':
      return onFile(turn, action) ?? spent(turn);
    case 'withdraw':
    case 'keep':
    case 'add-to-complaint':
    case 'new-facts':
    case 'review':
    case 'accept-remedy':
    case 'decline-remedy':
    case 'solved':
    case 'rate':
      // Whoever handed the word on still has the buttons of before: what they decide is the next one's now.
      return isParty(turn) ? spent(turn) : (onFile(turn, action) ?? spent(turn));
    case 'file-complaint':
      return fileHeld(turn);
    case 'new-complaint':
      return newMatter(turn);
    case 'call-person':
      return callPerson(turn, []);
    case 'go-higher':
      return goHigher(turn, []);
    case 'status':
      return tellStatus(turn);
    case 'letter-text':
      return readLetter(turn, action.letterId);
    case 'language':
      return switchTo(turn, action.locale);
    default:
      return unreachable(action);
  }
};
