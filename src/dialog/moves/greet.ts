import { everyday } from '../script/everyday.ts';
import { remember, type SoFar, say, seedOf } from './so-far.ts';

/** At first contact: it is a bot, how to reach a person, where the privacy notice is (IN-3, AI Act art. 50). Once. */
export const introduce = (turn: SoFar): SoFar => {
  if (turn.dialog.greeted) return turn;
  const text = everyday(turn.locale, 'introduction', { privacyUrl: turn.input.privacyUrl });
  return remember(say(turn, { move: 'introduction', text, apart: true, always: true }), { greeted: true });
};

/** Hello, and what one can do here. */
export const greet = (turn: SoFar): SoFar =>
  say(turn, { move: 'greet', text: everyday(turn.locale, 'hello', {}, seedOf(turn)), free: true });

/** What one can write here. */
export const help = (turn: SoFar): SoFar =>
  say(turn, { move: 'help', text: everyday(turn.locale, 'help'), always: true });
