import type { DetailName } from '../../triage/understanding.ts';
import { questions } from '../script/questions.ts';
import { aboutUs, isMarked } from './about-us.ts';
import { datesOfFiled } from './dates.ts';
import { type SoFar, say, seedOf, type TextItem, withIntake } from './so-far.ts';
import { replyTo } from './standard.ts';
import { wordsOf } from './told.ts';

const asksWhen =
  /什么时候|啥时候|几点|哪天|多久|几天|多长时间|\b(?:when (?:will|can|do|does|is|are|would|somebody|someone|anyone|i|you)|how (?:long|soon|quickly))\b/iu;
const asksWhy =
  /(?:为什么|为啥|干嘛|凭什么|干什么).{0,8}(?:要|问|留|给|提供|知道)|(?:问|要|留).{0,8}(?:干嘛|干什么|做什么|干啥|有什么用)|(?:必须|一定|非)(?:要|得).{0,8}[吗么]|\b(?:why (?:do|would|should|are|must)|what (?:do|would) you (?:need|want)|what for|do i (?:have|need) to|is (?:it|that|this) (?:necessary|required|needed))\b/iu;
/** Questions kept for the card; more of them would bury the matter. */
const mostKept = 3;
const opensAsking =
  /(?:^|[.!。！,，;；]\s*)(?:那|and |so |but )?(?:为什么|为啥|凭什么|谁|什么时候|why|who|when|how|what)/iu;

/** By when a colleague comes: a date only where it is on file, since only then a clock runs. */
const byWhen = (turn: SoFar): string => {
  const date = turn.number === null ? null : datesOfFiled(turn).firstReply;
  return date === null
    ? questions(turn.locale, 'byWhenLater', {}, seedOf(turn))
    : questions(turn.locale, 'byWhen', { date }, seedOf(turn));
};

/** Answers to what people ask while we ask them; empty for other questions. */
const answersTo = (turn: SoFar, texts: readonly TextItem[]): readonly string[] => {
  const words = wordsOf(texts);
  const ours = aboutUs(turn, texts);
  return [
    ...(ours === undefined ? [] : [ours]),
    ...(ours === undefined && asksWhy.test(words)
      ? [questions(turn.locale, 'whyAsked', {}, seedOf(turn))]
      : []),
    ...(asksWhen.test(words) ? [byWhen(turn)] : []),
  ].slice(0, 2);
};

/** Our question given back before its answer: 订单？886712345098. "Order? It is 4471." */
const echo = /^[^?？。.]{1,12}[?？]\s*(?=\S)/u;

/** Whether somebody whom we asked asks us: a question mark, or a sentence built as one, and not the detail we had asked for. */
export const asksBack = (turn: SoFar, texts: readonly TextItem[], detail: DetailName): boolean => {
  const { intent, isComplaint, details } = turn.input.understanding;
  const words = wordsOf(texts).trim();
  if (detail === 'narrative' || details[detail] !== undefined || words.length > 200) return false;
  if (aboutUs(turn, texts) !== undefined) return true;
  return answersTo(turn, texts).length > 0
    ? isMarked(words) || opensAsking.test(words)
    : intent === 'question' && !isComplaint && isMarked(words.replace(echo, ''));
};

/** Words that rather put something right than ask. */
const corrects =
  /不对|不是|错了|应该|漏|少了|改|\b(?:wrong|not right|should be|change|missing|forgot|also)\b/iu;

/** Whether somebody to whom we said it back asks us something instead. */
export const asksInstead = (turn: SoFar, texts: readonly TextItem[]): boolean => {
  const { narrative, ...details } = turn.input.understanding.details;
  const words = wordsOf(texts).trim();
  if (words.length > 120 || corrects.test(words)) return false;
  if (aboutUs(turn, texts) !== undefined) return true;
  if (answersTo(turn, texts).length > 0) return isMarked(words) || opensAsking.test(words);
  if (!isMarked(words.replace(echo, ''))) return false;
  return Object.keys(details).length === 0 || turn.input.understanding.intent === 'question';
};

const askedIn = (words: string): string => {
  const sentences = words.split(/(?<=[。.!！?？])|\n/u).filter((one) => isMarked(one));
  return sentences.length === 0 ? words : sentences.join('').trim();
};

/** Answers a question; what only a colleague can answer is kept for the card. */
export const replyToAsked = (turn: SoFar, texts: readonly TextItem[]): SoFar => {
  const isOpen = answersTo(turn, texts).length === 0 && replyTo(turn, texts) === undefined;
  const asks = [...(turn.dialog.intake?.toAnswer ?? []), askedIn(wordsOf(texts).trim())];
  const kept = isOpen ? withIntake(turn, { toAnswer: asks.slice(-mostKept) }) : turn;
  return say(kept, { move: 'asked-back', text: replyBack(turn, texts) });
};

/** What can be answered of a question back: about this talk itself, by the pack's standard replies, else by a colleague (S1.1). */
export const replyBack = (turn: SoFar, texts: readonly TextItem[]): string => {
  const known = answersTo(turn, texts);
  if (known.length > 0) return known.join(turn.locale === 'zh-CN' ? '' : ' ');
  return replyTo(turn, texts) ?? questions(turn.locale, 'askedBack', {}, seedOf(turn));
};
