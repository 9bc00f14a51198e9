import { bareName } from '../../triage/names.ts';
import type { Details } from '../../triage/understanding.ts';
import { restate } from '../script/restate.ts';
import { isMarked } from './about-us.ts';
import { asksInstead, replyToAsked } from './asked-back.ts';
import { confirmButtons } from './buttons.ts';
import { wantsNoChange } from './consent.ts';
import { cannotWait, complete, fileAtOnce, hasFiled } from './file.ts';
import { sayBack, takeIn } from './intake.ts';
import { awaitAnswer, type SoFar, say, seedOf, type TextItem } from './so-far.ts';
import { wordsOf } from './told.ts';
import { declines, isOnly } from './words.ts';

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

/** Something was left out, and what is not said yet. */
const missesSomething =
  /(?:只|光)(?:写|记|说)|没(?:有)?(?:写|记)(?:上|下|到|全)?|漏(?:了|掉)|\b(?:only (?:wrote|put|noted|have|mention\w*)|left (?:out|something out)|(?:is|are|something) missing|forgot|not (?:everything|all of it))\b/iu;

/** Whoever says that something is missing is asked what it is. */
const askWhatIsMissing = (turn: SoFar, texts: readonly TextItem[]): SoFar | null => {
  const { intake } = turn.dialog;
  const words = wordsOf(texts).trim();
  const { narrative, ...said } = turn.input.understanding.details;
  const isNew = Object.values(said).some((value) => !Object.values(intake?.details ?? {}).includes(value));
  const isVague = words.length <= 60 && missesSomething.test(words) && !isNew;
  return isVague ? askCorrection(takeIn(turn, texts, { details: {}, complaining: false })) : null;
};

/** What it is about stays, unless the words name it: "I rest after lunch" complains of no lunch. */
const puttingRight = (turn: SoFar, words: string): Details => {
  const { subject, ...others } = turn.input.understanding.details;
  const isNamed = /是|改|换|指|\b(?:it.?s|is|was|are|should|not|wrong|mean|meant|about)\b/iu.test(words);
  const isKnown = turn.dialog.intake?.details.subject !== undefined;
  return subject === undefined || (isKnown && !isNamed && words.length > 12)
    ? others
    : { ...others, subject };
};

/** Takes the correction in and says the complaint back once more. */
export const correct = (turn: SoFar, texts: readonly TextItem[]): SoFar => {
  const words = wordsOf(texts).trim();
  const { narrative, ...put } = puttingRight(turn, words);
  const known = turn.dialog.intake;
  const name = known?.details.name === undefined && known?.anonymous === false ? bareName(words) : undefined;
  const rest = name === undefined ? put : { name, ...put };
  const isPrecise = Object.keys(rest).length > 0 && words.length <= 60;
  // "No phone, just write here" is no part of what happened.
  const details =
    isPrecise || declines(words, 'name') !== null ? rest : { ...rest, narrative: narrative ?? words };
  const heard = takeIn(turn, texts, { correcting: true, details, complaining: false });
  const { intake } = heard.dialog;
  const urgent = intake !== null && intake.number === null && !hasFiled(heard) && cannotWait(heard, intake);
  return sayBack(urgent ? fileAtOnce(heard) : heard, 'reopening');
};

const hasMore = /但是?|不过|只是|还有|另外|\b(?:but|except|also|though|however)\b/iu;

/** A yes in other words is short; 车牌尾号是 7K3，司机好像姓冯 says none, though 是 stands in it. */
const longestYes = { chinese: 10, english: 24 } as const;

/** What the words say to 'is that right': a yes with an addition is a correction. */
const judged = (turn: SoFar, words: string): 'yes' | 'no' | null => {
  // Asked whether anything is to be changed, 没有 says that nothing is.
  if (/^没有?(?:了|的|要改的|什么要改的?)?[\s\p{P}]*$/u.test(words.trim())) return 'yes';
  if (isOnly('yes', words) || isOnly('thanks', words) || isOnly('fine', words)) return 'yes';
  if (wantsNoChange(words)) return 'yes';
  if (isOnly('no', words)) return 'no';
  const { yesNo, details } = turn.input.understanding;
  const most = /\p{Script=Han}/u.test(words) ? longestYes.chinese : longestYes.english;
  const short = words.trim().length <= most && !hasMore.test(words) && !isMarked(words);
  return short && Object.keys(details).length === 0 ? yesNo : null;
};

/** A yes in a sentence of its own, with a question after it. */
const confirmsAndAsks = (words: string): boolean => {
  const [first = '', ...rest] = words.trim().split(/(?<=[。.!！])|\n/u);
  return isOnly('yes', first) && isMarked(rest.join(''));
};

/** A question instead of a yes: it is answered, and the words said back wait for their yes. */
const answerFirst = (turn: SoFar, texts: readonly TextItem[]): SoFar => {
  const answered = replyToAsked(takeIn(turn, texts, { details: {}, complaining: false }), texts);
  const asked = say(answered, {
    move: 'restate',
    text: restate(turn.locale, 'stillRight', {}, seedOf(turn)),
    asks: true,
    apart: true,
    buttons: confirmButtons(turn.locale),
  });
  return awaitAnswer(asked, { ask: 'confirm' });
};

/** The complainant answers the words said back: yes files it, no asks what to change, anything else is the change. */
export const answerConfirmation = (turn: SoFar, texts: readonly TextItem[]): SoFar => {
  const hasFiles = texts.some((item) => item.files.length > 0);
  if (!hasFiles && confirmsAndAsks(wordsOf(texts)))
    return complete(replyToAsked(takeIn(turn, texts, { details: {}, complaining: false }), texts));
  if (!hasFiles && asksInstead(turn, texts)) return answerFirst(turn, texts);
  const said = hasFiles ? null : judged(turn, wordsOf(texts));
  if (said === 'yes') {
    const isBare =
      isOnly('yes', wordsOf(texts)) || isOnly('thanks', wordsOf(texts)) || isOnly('fine', wordsOf(texts));
    return complete(isBare ? turn : takeIn(turn, texts, { details: {}, complaining: false }));
  }
  return said === 'no' ? askCorrection(turn) : (askWhatIsMissing(turn, texts) ?? correct(turn, texts));
};
