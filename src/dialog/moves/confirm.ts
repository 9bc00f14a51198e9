import { restate } from '../script/restate.ts';
import { cannotWait, complete, fileAtOnce, hasFiled } from './file.ts';
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
  const urgent = intake !== null && intake.number === null && !hasFiled(heard) && cannotWait(heard, intake);
  return sayBack(urgent ? fileAtOnce(heard) : heard, 'reopening');
};

const hasMore = /但是?|不过|只是|还有|另外|\b(?:but|except|also|though|however)\b/iu;

/** What the words say to 'is that right': a yes with an addition is a correction. */
const judged = (turn: SoFar, words: string): 'yes' | 'no' | null => {
  if (isOnly('yes', words) || isOnly('thanks', words) || isOnly('fine', words)) return 'yes';
  if (isOnly('no', words)) return 'no';
  const { yesNo, details } = turn.input.understanding;
  const short = words.trim().length <= 24 && !hasMore.test(words);
  return short && Object.keys(details).length === 0 ? yesNo : null;
};

/** The complainant answers the words said back: yes files it, no asks what to change, anything else is the change. */
export const answerConfirmation = (turn: SoFar, texts: readonly TextItem[]): SoFar => {
  const hasFiles = texts.some((item) => item.files.length > 0);
  const said = hasFiles ? null : judged(turn, wordsOf(texts));
  if (said === 'yes') return complete(turn);
  return said === 'no' ? askCorrection(turn) : correct(turn, texts);
};
