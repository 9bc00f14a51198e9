import { sayLetter } from '../script/letter.ts';
import { filedComplaint } from './dates.ts';
import { type SoFar, say } from './so-far.ts';

/** The words of a letter that came as a document, for whoever would rather read it here (S1.5). */
export const readLetter = (turn: SoFar, letterId: string): SoFar => {
  const letter = filedComplaint(turn)?.letters.find(({ id, status }) => id === letterId && status === 'sent');
  const text = letter?.versions.at(-1)?.text ?? sayLetter(turn.locale, 'gone');
  return say(turn, { move: 'letter-text', text, always: true });
};
