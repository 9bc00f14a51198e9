import { type Complaint, isClosed } from '../../complaint/state.ts';
import { isWithdrawn } from '../../complaint/withdrawal.ts';
import { asksNoMore } from '../expecting.ts';
import { isMarked } from './about-us.ts';
import { answer } from './answer.ts';
import { hearClosed } from './closed.ts';
import { answerConfirmation, correct } from './confirm.ts';
import { wantsNoChange } from './consent.ts';
import { isDanger, warn } from './danger.ts';
import { filedComplaint } from './dates.ts';
import { decideOffer, hearFiled, hearQuietly, isHeld } from './filed.ts';
import { fileHeld, leaveUnfiled } from './filing-held.ts';
import { courtesy, hearIdle } from './idle.ts';
import { addToFile, ask, goOn, open, sayBack, takeIn } from './intake.ts';
import { onlySwitches } from './language.ts';
import { addHeld, newMatter, sameMatter } from './matter.ts';
import { hearFilesOnly, hearForeign, hearNothing, notice } from './notices.ts';
import { answerOther } from './others-told.ts';
import { hearParty, isParty } from './party.ts';
import { asksPerson, callPerson, goHigher } from './person.ts';
import { offeredRemedy } from './remedy.ts';
import { awaitAnswer, remember, type SoFar, type TextItem } from './so-far.ts';
import { handWord } from './speaker.ts';
import { answerStanding } from './standing.ts';
import { tellStatus } from './status.ts';
import { hasText, wordsOf } from './told.ts';
import { askWithdrawal, keep, leaveTelling, withdraw } from './withdrawal.ts';
import { asksHigher, isOnly, namesHigher, turns, wantsKept } from './words.ts';

/** Puts the open question once more, in the language now spoken. */
const putPending = (turn: SoFar): SoFar => {
  const { awaiting } = turn.dialog;
  if (awaiting?.ask === 'detail') return ask(turn, awaiting.detail);
  return awaiting?.ask === 'confirm' ? sayBack(turn) : turn;
};

/** A file can go higher at once, even while we still ask; before there is one, the wish waits for the receipt (ES-3). */
const wantsFileHigher = (turn: SoFar, words: string): boolean => {
  const { intake } = turn.dialog;
  const { wantsHigher } = turn.input.understanding.facts;
  return intake === null
    ? turn.number !== null && wantsHigher
    : intake.number !== null && asksHigher(words, wantsHigher);
};

/** Words that mean the same at any point of a talk: a person, someone senior, news. */
const hearAnytime = (turn: SoFar, texts: readonly TextItem[]): SoFar | null => {
  const words = wordsOf(texts);
  const { intent } = turn.input.understanding;
  if (asksPerson(turn, texts)) {
    const meansHigher = namesHigher(words) && !isOnly('person', words);
    return meansHigher ? putPending(goHigher(turn, texts)) : callPerson(turn, texts);
  }
  if (isOnly('higher', words) || wantsFileHigher(turn, words)) return putPending(goHigher(turn, texts));
  if (isOnly('status', words) || (intent === 'status' && turn.dialog.awaiting === null)) {
    return tellStatus(turn);
  }
  return null;
};

/** A yes or a no is short, and nothing is complained of, asked or held against it: 怪我没出来接 is no 'no'. */
const isSaid = (turn: SoFar, words: string, said: 'yes' | 'no'): boolean => {
  const { yesNo, isComplaint } = turn.input.understanding;
  const isPlain = !isComplaint && !turns(words) && !isMarked(words) && words.trim().length <= 30;
  return isOnly(said, words) || (yesNo === said && isPlain);
};
const isYes = (turn: SoFar, words: string): boolean => isSaid(turn, words, 'yes');
const isNo = (turn: SoFar, words: string): boolean => isSaid(turn, words, 'no');

/** An offer that came while we still had questions is what a yes or a no is about: it must not end up as the shop's name (S1.6). */
const decideOpenOffer = (turn: SoFar, texts: readonly TextItem[]): SoFar | null => {
  const complaint = filedComplaint(turn);
  return complaint && offeredRemedy(complaint) ? decideOffer(turn, texts, complaint) : null;
};

/** Words that answer what the dialog asked last; null when they answer something else. */
const hearAnswer = (turn: SoFar, texts: readonly TextItem[]): SoFar | null => {
  const { awaiting } = turn.dialog;
  const words = wordsOf(texts);
  const short = words.trim().length <= 30;
  switch (awaiting?.ask) {
    case 'detail':
      return decideOpenOffer(turn, texts) ?? answer(turn, texts, awaiting.detail);
    case 'parties':
    case 'representatives':
    case 'consent':
      return turn.dialog.intake ? answerOther(turn, texts, awaiting.ask) : null;
    case 'standing':
    case 'new-facts':
      return answerStanding(turn, texts);
    case 'confirm':
      return answerConfirmation(turn, texts);
    case 'correction':
      return isOnly('yes', words) || wantsNoChange(words)
        ? answerConfirmation(turn, texts)
        : correct(turn, texts);
    case 'withdraw':
      if (wantsKept(words)) return keep(addWhatIsTold(turn, texts));
      return isYes(turn, words) ? withdraw(turn) : isNo(turn, words) ? keep(turn) : null;
    case 'matter':
      if (/另外|另一|新的|不是同|new|another|different|separate/iu.test(words) && short)
        return newMatter(turn);
      if (/同一|那件|就是|是的|same|that one|yes/iu.test(words) && short) return sameMatter(turn);
      return leaveOpen(turn, texts);
    case 'file':
      if (isYes(turn, words)) return fileHeld(turn);
      return isNo(turn, words) ? leaveUnfiled(turn) : null;
    default:
      return null;
  }
};

/** Words about a file that stays go into it. */
const addWhatIsTold = (turn: SoFar, texts: readonly TextItem[]): SoFar =>
  turn.number !== null && turn.dialog.intake === null && wordsOf(texts).length > 12
    ? addToFile(turn, texts, {})
    : turn;

/** Which file the words before belong to was not said: they must not be lost, so they go where staff will see them. */
const leaveOpen = (turn: SoFar, texts: readonly TextItem[]): SoFar | null => {
  const complaint = filedComplaint(turn);
  if (turn.dialog.intake !== null || !complaint || isClosed(complaint) || isWithdrawn(complaint)) return null;
  return hearFiled(awaitAnswer(addHeld(turn), null), texts, complaint);
};

const inDanger = (turn: SoFar, texts: readonly TextItem[]): SoFar => {
  const complaint = filedComplaint(turn);
  if (turn.dialog.intake === null && complaint && !isClosed(complaint) && !isWithdrawn(complaint))
    return addToFile(warn(turn), texts);
  const heard = takeIn(open(turn, turn.dialog.held ?? undefined), texts, { complaining: true });
  return goOn(warn(heard));
};

/** Between our questions short words are answers: 退了算了 wishes for the money, it does not give up. */
const sureOfWithdrawal = 0.7;

const ofTheComplaint = /投诉|撤|complaint|withdraw/iu;
/** 算了不要了，退款吧 gives up the thing, not the complaint. */
const wantsBack =
  /(?:我要|给我|要求|直接|还是)(?:退|换|赔)|(?:退款|退货|退钱|退了|换货|换一[个台件]|赔钱)吧/u;

const wantsOut = ({ input: { understanding } }: SoFar, texts: readonly TextItem[]): boolean => {
  const { intent, intentConfidence, facts, details } = understanding;
  const said = details.wanted ?? wordsOf(texts);
  const wishes = !ofTheComplaint.test(said) && (details.wanted !== undefined || wantsBack.test(said));
  return (
    intent === 'withdrawal' && intentConfidence >= sureOfWithdrawal && facts.wants.length === 0 && !wishes
  );
};

const letOut = (turn: SoFar, words: string): SoFar =>
  turn.dialog.intake?.number == null ? leaveTelling(turn, words) : askWithdrawal(turn, words);

const hearOnIntake = (turn: SoFar, texts: readonly TextItem[]): SoFar => {
  const { isComplaint } = turn.input.understanding;
  const words = wordsOf(texts);
  if (wantsOut(turn, texts)) return letOut(turn, words);
  const polite = courtesy(turn, words);
  if (polite) return polite;
  return goOn(takeIn(turn, texts, { complaining: isComplaint || turn.dialog.intake?.receivedAt !== null }));
};

/** Whoever wants out in the middle of the questions is not answered with the next one. */
const hearWayOut = (turn: SoFar, texts: readonly TextItem[]): SoFar | null => {
  const inQuestions = turn.dialog.intake !== null && turn.dialog.awaiting?.ask !== 'withdraw';
  return inQuestions && wantsOut(turn, texts) ? letOut(awaitAnswer(turn, null), wordsOf(texts)) : null;
};

/** Questions about a file that was answered, shut or withdrawn meanwhile are not gone on with. */
const withoutEnded = (turn: SoFar, complaint: Complaint | null): SoFar => {
  const { intake } = turn.dialog;
  return complaint !== null && asksNoMore(complaint) && intake?.number === complaint.number
    ? remember(turn, { intake: null, awaiting: null })
    : turn;
};

/** Another language is asked for after all is told: how it stands is said in it. */
const asksAgainIn = (turn: SoFar, complaint: Complaint | null): boolean => {
  const { switchTo, isComplaint } = turn.input.understanding;
  const { awaiting, intake } = turn.dialog;
  return switchTo !== null && !isComplaint && complaint !== null && awaiting === null && intake === null;
};

/** What the complainant said in this turn, all texts as one (IN-6). */
export const hearSpeech = (given: SoFar, texts: readonly TextItem[]): SoFar => {
  const complaint = filedComplaint(given);
  const turn = notice(withoutEnded(given, complaint), texts);
  const nothing = hearNothing(turn, texts);
  if (nothing) return nothing;
  if (isDanger(turn)) return inDanger(turn, texts);
  if (isParty(turn)) return hearParty(turn, texts);
  const handed = handWord(turn, texts, complaint);
  if (handed) return handed;
  if (isHeld(complaint))
    return isOnly('status', wordsOf(texts)) ? tellStatus(turn) : hearQuietly(turn, texts, complaint);
  if (onlySwitches(turn, texts)) return putPending(turn);
  if (asksAgainIn(turn, complaint)) return tellStatus(addToFile(turn, texts, {}));
  const known = hearAnytime(turn, texts) ?? hearWayOut(turn, texts) ?? hearAnswer(turn, texts);
  if (known) return known;
  const free = turn.dialog.awaiting ? awaitAnswer(turn, null) : turn;
  if (free.dialog.intake) return hearOnIntake(free, texts);
  if (complaint && !isClosed(complaint) && !isWithdrawn(complaint)) {
    return wantsOut(free, texts) ? askWithdrawal(free, wordsOf(texts)) : hearFiled(free, texts, complaint);
  }
  if (!hasText(texts) && texts.some((item) => item.files.length > 0)) return hearFilesOnly(free, texts);
  return complaint ? hearClosed(free, texts, complaint) : hearNew(free, texts);
};

const hearNew = (turn: SoFar, texts: readonly TextItem[]): SoFar => {
  const { language, isComplaint } = turn.input.understanding;
  return language === 'other' && !isComplaint && hasText(texts)
    ? hearForeign(turn, texts)
    : hearIdle(turn, texts);
};
