import { everyday } from '../script/everyday.ts';
import { withdrawButtons } from './buttons.ts';
import { awaitAnswer, byComplainant, order, remember, type SoFar, say, seedOf } from './so-far.ts';

/** Makes sure before a complaint is withdrawn: a slip of the tongue must not end it. */
export const askWithdrawal = (turn: SoFar, reason: string): SoFar => {
  const text = everyday(turn.locale, 'withdrawAsk', { number: turn.number ?? '' }, seedOf(turn));
  const asked = say(turn, {
    move: 'ask-withdrawal',
    text,
    asks: true,
    apart: true,
    buttons: withdrawButtons(turn.locale),
  });
  return awaitAnswer(asked, { ask: 'withdraw', reason });
};

/** Withdraws the complaint, with the complainant's own reason. */
export const withdraw = (turn: SoFar): SoFar => {
  const reason = turn.dialog.awaiting?.ask === 'withdraw' ? turn.dialog.awaiting.reason : '';
  const done = order(turn, { type: 'WithdrawComplaint', ...byComplainant(turn), reason });
  const text = everyday(turn.locale, 'withdrawn', { number: turn.number ?? '' }, seedOf(turn));
  return remember(say(done, { move: 'withdrawn', text, always: true }), { awaiting: null, intake: null });
};

/** Goes on with the complaint. */
export const keep = (turn: SoFar): SoFar => {
  const text = everyday(turn.locale, 'kept', { number: turn.number ?? '' }, seedOf(turn));
  return awaitAnswer(say(turn, { move: 'kept', text }), null);
};

/** Nothing was filed yet and the complainant does not wish to go on: nothing is filed. */
export const dropIntake = (turn: SoFar): SoFar => {
  const text = everyday(turn.locale, 'droppedIntake', {}, seedOf(turn));
  return remember(say(turn, { move: 'dropped', text }), { intake: null, awaiting: null, held: null });
};
