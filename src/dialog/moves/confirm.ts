import { restate } from '../script/restate.ts';
import { cannotWait, complete, fileAtOnce } from './file.ts';
import { sayBack, takeIn } from './intake.ts';
import { awaitAnswer, type SoFar, say, seedOf, type TextItem } from './so-far.ts';
import { wordsOf } from './told.ts';
import { isOnly } from './words.ts';

/** Asks what to change, in the complainant's own words. */
export const askCorrection = (turn: SoFar): SoFar =>
  awaitAnswer(
    say(turn, {
      move: 'ask-correction',
      text: restate(turn.locale, 'correct', {}, seedOf(turn)),
      apart: true,
      free: true,
    }),
    { ask: 'correction' },
  );

/** Takes the correction in and says the complaint back once more. */
export const correct = (turn: SoFar, texts: readonly TextItem[]): SoFar => {
  const said = turn.input.understanding.details;
  const { narrative, ...rest } = said;
  const words = wordsOf(texts).trim();
  const precise = Object.keys(rest).length > 0 && words.length <= 60;
  const details = precise ? rest : { ...rest, narrative: narrative ?? words };
  const heard = takeIn(turn, texts, { correcting: true, details, complaining: false });
  const { intake } = heard.dialog;
  const urgent = intake !== null && intake.number === null && cannotWait(heard, intake);
  return sayBack(urgent ? fileAtOnce(heard) : heard, 'reopening');
};

/** The complainant answers the words said back: yes files it, no asks what to change, anything else is the change. */
export const answerConfirmation = (turn: SoFar, texts: readonly TextItem[]): SoFar => {
  const words = wordsOf(texts);
  const hasFiles = texts.some((item) => item.files.length > 0);
  const { yesNo } = turn.input.understanding;
  const short = words.trim().length <= 12;
  if (!hasFiles && (isOnly('yes', words) || (short && yesNo === 'yes'))) return complete(turn);
  if (!hasFiles && (isOnly('no', words) || (short && yesNo === 'no'))) return askCorrection(turn);
  return correct(turn, texts);
};
