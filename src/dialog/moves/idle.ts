import { everyday } from '../script/everyday.ts';
import { aboutUs } from './about-us.ts';
import { filingButtons } from './buttons.ts';
import { greet } from './greet.ts';
import { tell } from './intake.ts';
import { hold } from './matter.ts';
import { awaitAnswer, type SoFar, say, seedOf, type TextItem } from './so-far.ts';
import { answerQuestion, takeSuggestion } from './standard.ts';
import { startTelling } from './start.ts';
import { tellStatus } from './status.ts';
import { wordsOf } from './told.ts';
import { isOnly, turns } from './words.ts';

/** Thanks, a nod, a goodbye or a question announced, answered in as few words. */
export const courtesy = (turn: SoFar, words: string): SoFar | null => {
  const key = isOnly('thanks', words)
    ? 'welcome'
    : isOnly('bye', words)
      ? 'goodbye'
      : isOnly('fine', words)
        ? 'fine'
        : isOnly('asks', words)
          ? 'askAway'
          : null;
  if (key === null) return null;
  return say(turn, { move: key, text: everyday(turn.locale, key, {}, seedOf(turn)) });
};

const chat = (turn: SoFar, key: 'praise' | 'smalltalk'): SoFar =>
  say(turn, { move: key, text: everyday(turn.locale, key, {}, seedOf(turn)), free: true });

const makeSure = (turn: SoFar, texts: readonly TextItem[]): SoFar => {
  const asked = say(hold(turn, texts, true), {
    move: 'unsure',
    text: everyday(turn.locale, 'unsure', {}, seedOf(turn)),
    asks: true,
    buttons: filingButtons(turn.locale),
  });
  return awaitAnswer(asked, { ask: 'file', nature: 'complaint' });
};

const calm = (turn: SoFar, texts: readonly TextItem[]): SoFar =>
  say(hold(turn, texts, false), {
    move: 'abuse',
    text: everyday(turn.locale, 'abuse', {}, seedOf(turn)),
    free: true,
  });

/** From here on what reads as a complaint is taken in at once. Asking a person who does complain whether they do hurts more than a question too many. */
const sureEnough = 0.3;

/** Thanking somebody for a complaint hurts more than asking whether something is wrong. */
export const sureOfPraise = 0.75;
const quiteSure = 0.92;
/** Who has just praised us and goes on kindly is not asked what went wrong. */
const goesOn = 0.5;

const praiseFrom = (turn: SoFar, words: string): number =>
  turns(words) ? quiteSure : turn.dialog.lastMove === 'praise' ? goesOn : sureOfPraise;

/** The first words of a talk, or words when nothing is on file and nothing is being told (IN-4). */
export const hearIdle = (turn: SoFar, texts: readonly TextItem[]): SoFar => {
  const { intent, isComplaint, intentConfidence } = turn.input.understanding;
  const polite = courtesy(turn, wordsOf(texts));
  if (polite) return polite;
  if (isOnly('complain', wordsOf(texts))) return startTelling(turn);
  if (!isComplaint && aboutUs(turn, texts) !== undefined) return answerQuestion(turn, texts);
  if (isComplaint && intentConfidence >= sureEnough) return tell(turn, texts, turn.dialog.held ?? undefined);
  if (isComplaint) return makeSure(turn, texts);
  switch (intent) {
    case 'complaint':
    case 'addition':
    case 'emergency':
      return intentConfidence >= 0.5
        ? tell(turn, texts, turn.dialog.held ?? undefined)
        : makeSure(turn, texts);
    case 'question':
      return answerQuestion(turn, texts);
    case 'suggestion':
      return takeSuggestion(turn, texts);
    case 'praise':
      if (intentConfidence < praiseFrom(turn, wordsOf(texts))) return makeSure(turn, texts);
      return chat(hold(turn, texts, false), 'praise');
    case 'status':
    case 'withdrawal':
      return tellStatus(hold(turn, texts, false));
    case 'abuse':
      return calm(turn, texts);
    case 'smalltalk':
    case 'person':
      return turn.dialog.greeted
        ? chat(hold(turn, texts, false), 'smalltalk')
        : greet(hold(turn, texts, false));
  }
};
