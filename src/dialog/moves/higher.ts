import { everyday } from '../script/everyday.ts';
import { type SoFar, seedOf } from './so-far.ts';

/** That somebody higher was asked, and by when they answer; a date already told is told again and not a new one (ES-3). */
export const higherWords = (turn: SoFar, date: string | null, again = false): string => {
  const number = turn.number ?? '';
  if (date === null) return everyday(turn.locale, 'higherAsked', { number }, seedOf(turn));
  return everyday(turn.locale, again ? 'higherAgain' : 'higherAskedBy', { number, date }, seedOf(turn));
};
