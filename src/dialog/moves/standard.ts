import { standardReply, topicOf } from '../../policy/intake.ts';
import { everyday } from '../script/everyday.ts';
import type { Awaiting } from '../state.ts';
import { aboutUs } from './about-us.ts';
import { filingButtons } from './buttons.ts';
import { hold } from './matter.ts';
import { awaitAnswer, type SoFar, say, seedOf, type TextItem } from './so-far.ts';
import { wordsOf } from './told.ts';

/** The pack's standard reply to the texts; undefined when it has none for them (S4.e2). */
export const replyTo = (turn: SoFar, texts: readonly TextItem[]): string | undefined => {
  const topic = topicOf(wordsOf(texts), turn.input.policy);
  return topic === undefined ? undefined : standardReply(topic, turn.locale, turn.input.policy);
};

/**
 * A question: the standard reply with a way on, else the honest word that a colleague can answer (IN-4, S1.1).
 * The question is held, so that filing it later loses nothing.
 */
export const answerQuestion = (turn: SoFar, texts: readonly TextItem[]): SoFar => {
  const { locale } = turn;
  const seed = seedOf(turn);
  const known = aboutUs(turn, texts);
  if (known !== undefined) return say(hold(turn, texts, false), { move: 'about-us', text: known });
  const reply = replyTo(turn, texts);
  const awaiting: Awaiting = { ask: 'file', nature: reply === undefined ? 'enquiry' : 'complaint' };
  const held = awaitAnswer(hold(turn, texts, true), awaiting);
  if (reply === undefined) {
    const text = everyday(locale, 'noAnswer', {}, seed);
    return say(held, { move: 'no-answer', text, asks: true, buttons: filingButtons(locale) });
  }
  const answered = say(held, { move: 'standard-reply', text: reply });
  return say(answered, {
    move: 'standard-reply',
    text: everyday(locale, 'standardOffer', {}, seed),
    apart: true,
    buttons: filingButtons(locale),
  });
};

/** A suggestion: thanks, and an offer to put it on file for a colleague. */
export const takeSuggestion = (turn: SoFar, texts: readonly TextItem[]): SoFar => {
  const { locale } = turn;
  const held = awaitAnswer(hold(turn, texts, true), { ask: 'file', nature: 'enquiry' });
  const thanked = say(held, { move: 'suggestion', text: everyday(locale, 'suggestion', {}, seedOf(turn)) });
  return say(thanked, {
    move: 'suggestion',
    text: everyday(locale, 'suggestionAsk'),
    asks: true,
    buttons: filingButtons(locale, 'suggestionLabel'),
  });
};
