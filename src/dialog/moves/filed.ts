import { type Complaint, isClosed } from '../../complaint/state.ts';
import { everyday } from '../script/everyday.ts';
import { aboutUs, isMarked } from './about-us.ts';
import { isConsent } from './consent.ts';
import { answerRating, answerSolved, asksRating, asksSolved } from './follow-up.ts';
import { courtesy, sureOfPraise } from './idle.ts';
import { addToFile, tell } from './intake.ts';
import { askMatter } from './matter.ts';
import { giveJoinCode } from './others.ts';
import { accept, decline, offeredRemedy, remindOffer } from './remedy.ts';
import { type SoFar, say, seedOf, type TextItem } from './so-far.ts';
import { replyTo } from './standard.ts';
import { tellStatus } from './status.ts';
import { hasText, wordsOf } from './told.ts';
import { asksToJoin, bringsAnother, isChasing, isOnly, saysUnsolved, turns } from './words.ts';

const yesOrNo = (turn: SoFar, words: string): 'yes' | 'no' | null =>
  isOnly('yes', words) ? 'yes' : isOnly('no', words) ? 'no' : turn.input.understanding.yesNo;

/** A decision on the offered remedy in words; null when the words are none. The words are the evidence (S1.6). */
export const decideOffer = (turn: SoFar, texts: readonly TextItem[], complaint: Complaint): SoFar | null => {
  const remedy = offeredRemedy(complaint);
  if (!remedy) return null;
  const words = wordsOf(texts).trim();
  if (isConsent(words)) return accept(turn, remedy.id, words);
  if (yesOrNo(turn, words) === 'no') return decline(turn, remedy.id, words.slice(0, 500));
  return null;
};

/** A yes that turns, asks or complains is none: what follows it would be lost with the file shut. */
const isSolvedYes = (turn: SoFar, words: string): boolean =>
  isConsent(words) || !(turn.input.understanding.isComplaint || turns(words) || isMarked(words));

/** An answer to the follow-up in words; null when the words are none (CL-6). */
export const answerFollowUp = (
  turn: SoFar,
  texts: readonly TextItem[],
  complaint: Complaint,
): SoFar | null => {
  const words = wordsOf(texts).trim();
  const { rating } = turn.input.understanding;
  if (asksSolved(complaint)) {
    if (saysUnsolved(words)) return answerSolved(addToFile(turn, texts), false);
    const said = yesOrNo(turn, words);
    if (said === null || (said === 'yes' && !isSolvedYes(turn, words))) return null;
    const kept = words.length > 12 ? addToFile(turn, texts) : turn;
    return answerSolved(kept, said === 'yes', said === 'yes' ? rating : null);
  }
  if (asksRating(turn, complaint) && rating !== null) {
    return answerRating(words.length > 8 ? addToFile(turn, texts) : turn, rating);
  }
  return null;
};

/** A clearly new matter: another type of complaint, or another order (IN-4). */
const isNewMatter = (turn: SoFar, complaint: Complaint): boolean => {
  const { intent, intentConfidence, type, details, isComplaint } = turn.input.understanding;
  if (intent !== 'complaint' || !isComplaint || intentConfidence < 0.6) return false;
  const known = complaint.facts.type;
  const vague = ['other', 'after_sales'];
  const otherType = type !== known && !vague.includes(type) && !vague.includes(known);
  const otherOrder =
    details.order !== undefined &&
    complaint.details.order !== undefined &&
    details.order !== complaint.details.order;
  return otherType || otherOrder;
};

const acknowledge = (turn: SoFar, texts: readonly TextItem[], number: string): SoFar => {
  const { intent, intentConfidence, facts } = turn.input.understanding;
  const isPraise = intent === 'praise' && intentConfidence >= sureOfPraise && !turns(wordsOf(texts));
  const key =
    isPraise && facts.emotion === 'neutral'
      ? 'praise'
      : intent === 'abuse'
        ? 'abuseOpen'
        : !hasText(texts)
          ? 'addedFile'
          : facts.emotion === 'angry'
            ? 'feltAgain'
            : 'added';
  return say(turn, { move: key, text: everyday(turn.locale, key, { number }, seedOf(turn)), free: true });
};

/** Words about a complaint on file and open: they reach it at once, and are answered briefly. */
export const hearFiled = (turn: SoFar, texts: readonly TextItem[], complaint: Complaint): SoFar => {
  const words = wordsOf(texts);
  const decided = decideOffer(turn, texts, complaint) ?? answerFollowUp(turn, texts, complaint);
  if (decided) return decided;
  const hasFiles = texts.some((item) => item.files.length > 0);
  const polite = hasFiles ? null : courtesy(turn, words);
  if (polite) return polite;
  if (asksToJoin(words) && turn.input.nextCodes) return giveJoinCode(addToFile(turn, texts));
  // The same dates twice in a row would be no answer to news.
  if (isChasing(words) && !hasFiles && turn.dialog.lastMove !== 'status')
    return tellStatus(addToFile(turn, texts));
  // Who asked a question first and complains now is heard as any complainant: feelings first.
  if (complaint.nature === 'enquiry' && turn.input.understanding.isComplaint) return tell(turn, texts);
  const { intent, intentConfidence, isComplaint } = turn.input.understanding;
  if (isOnly('complain', words) || isNewMatter(turn, complaint) || bringsAnother(words))
    return askMatter(turn, texts, complaint);
  const ours = isComplaint && intentConfidence >= 0.6 ? undefined : aboutUs(turn, texts);
  const asks = intent === 'question' || ours !== undefined;
  const added = asks ? addToFile(turn, texts, {}) : addToFile(turn, texts);
  const remedy = offeredRemedy(complaint);
  if (asks) {
    const reply = ours ?? replyTo(turn, texts) ?? everyday(turn.locale, 'passedOn', {}, seedOf(turn));
    const answered = say(added, { move: 'question', text: reply });
    return remedy ? remindOffer(answered, remedy) : answered;
  }
  const done = acknowledge(added, texts, complaint.number);
  return remedy ? remindOffer(done, remedy) : done;
};

/** While a person holds the talk the words go to the file and the bot says nothing (DI-3). */
export const hearQuietly = (turn: SoFar, texts: readonly TextItem[], complaint: Complaint): SoFar =>
  decideOffer(turn, texts, complaint) ??
  answerFollowUp(turn, texts, complaint) ??
  addToFile(
    turn,
    texts.filter(
      (item) => item.files.length > 0 || !(isOnly('thanks', item.text) || isOnly('fine', item.text)),
    ),
  );

/** Whether a person holds this complaint's talk. */
export const isHeld = (complaint: Complaint | null): complaint is Complaint =>
  complaint !== null && complaint.talkHeldBy !== null && !isClosed(complaint);
