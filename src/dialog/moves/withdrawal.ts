import { isClosed } from '../../complaint/state.ts';
import { staysOpenBy } from '../../complaint/withdrawal.ts';
import { everyday } from '../script/everyday.ts';
import { dropButtons, withdrawButtons } from './buttons.ts';
import { filedComplaint } from './dates.ts';
import { proceed } from './intake.ts';
import { isJoint } from './others.ts';
import { awaitAnswer, byComplainant, order, remember, type SoFar, say, seedOf } from './so-far.ts';

const isShared = (turn: SoFar): boolean => {
  const complaint = filedComplaint(turn);
  const { intake } = turn.dialog;
  return (complaint?.parties.length ?? 0) > 0 || (intake !== null && isJoint(intake));
};

/** Makes sure before a complaint is withdrawn: a slip of the tongue must not end it, and nobody is talked out of it. */
export const askWithdrawal = (turn: SoFar, reason: string): SoFar => {
  const key = isShared(turn) ? 'withdrawAskJoint' : 'withdrawAsk';
  const asked = say(turn, {
    move: 'ask-withdrawal',
    text: everyday(turn.locale, key, { number: turn.number ?? '' }, seedOf(turn)),
    asks: true,
    apart: true,
    buttons: withdrawButtons(turn.locale),
  });
  return awaitAnswer(asked, { ask: 'withdraw', reason });
};

/** What stays with us is said: nobody shall find out later that somebody went on looking into it. */
const staysOpen = (turn: SoFar): boolean => {
  const complaint = filedComplaint(turn);
  return complaint !== null && !isClosed(complaint) && staysOpenBy(complaint, turn.input.policy) !== null;
};

/** What is being told and has no number yet. */
const isUnfiled = ({ dialog: { intake } }: SoFar): boolean => intake !== null && intake.number === null;

/** Withdraws the complaint, with the complainant's own reason; drops what was not registered yet. */
export const withdraw = (turn: SoFar): SoFar => {
  if (isUnfiled(turn)) return dropIntake(turn);
  const reason = turn.dialog.awaiting?.ask === 'withdraw' ? turn.dialog.awaiting.reason : '';
  const done = order(turn, { type: 'WithdrawComplaint', ...byComplainant(turn), reason });
  const key = staysOpen(turn) ? 'withdrawnKept' : 'withdrawn';
  const text = everyday(turn.locale, key, { number: turn.number ?? '' }, seedOf(turn));
  return remember(say(done, { move: 'withdrawn', text, always: true }), { awaiting: null, intake: null });
};

/** Goes on with the complaint. */
export const keep = (turn: SoFar): SoFar => {
  if (isUnfiled(turn)) return proceed(awaitAnswer(turn, null));
  const text = everyday(turn.locale, 'kept', { number: turn.number ?? '' }, seedOf(turn));
  return awaitAnswer(say(turn, { move: 'kept', text }), null);
};

const plain = 16;

/**
 * Whoever wants out before anything is registered: a bare "never mind" is taken at its word, longer words are asked about.
 * What was told must not be lost to a misunderstanding.
 */
export const leaveTelling = (turn: SoFar, words: string): SoFar => {
  if (words.trim().length <= plain) return dropIntake(turn);
  const asked = say(turn, {
    move: 'ask-drop',
    text: everyday(turn.locale, 'dropAsk', {}, seedOf(turn)),
    asks: true,
    apart: true,
    buttons: dropButtons(turn.locale),
  });
  return awaitAnswer(asked, { ask: 'withdraw', reason: words });
};

/** Nothing was filed yet and the complainant does not wish to go on: nothing is filed. */
const dropIntake = (turn: SoFar): SoFar => {
  const text = everyday(turn.locale, 'droppedIntake', {}, seedOf(turn));
  return remember(say(turn, { move: 'dropped', text }), { intake: null, awaiting: null, held: null });
};
