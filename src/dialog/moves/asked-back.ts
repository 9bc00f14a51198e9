import type { DetailName } from '../../triage/understanding.ts';
import { questions } from '../script/questions.ts';
import { datesOfFiled } from './dates.ts';
import { intakeDates } from './file.ts';
import { type SoFar, seedOf, type TextItem } from './so-far.ts';
import { replyTo } from './standard.ts';
import { wordsOf } from './told.ts';

/** What people ask while we ask them. */
const topics = {
  isBot:
    /机器人|真人|人工智能|是人吗|\b(?:bot|robot|real (?:person|human)|a human|an? ai|a machine|chatgpt)\b/iu,
  whoReads:
    /谁(?:会|能|可以)?看|给谁看|保密|泄露|隐私|信息安全|\b(?:who (?:else )?(?:reads|sees|gets|has access)|(?:is|stay|keep) (?:this|it|that) (?:private|confidential|safe)|confidential|privacy)\b/iu,
  byWhen:
    /什么时候|啥时候|几点|哪天|多久|几天|多长时间|\b(?:when (?:will|can|do|does|is|are|would|somebody|someone|anyone)|when (?:i|you)|how (?:long|soon|quickly))\b/iu,
  whyAsked:
    /(?:为什么|为啥|干嘛|凭什么|干什么).{0,8}(?:要|问|留|给|提供|知道)|(?:问|要|留).{0,8}(?:干嘛|干什么|做什么|干啥|有什么用)|(?:必须|一定|非)(?:要|得).{0,8}[吗么]|\b(?:why (?:do|would|should|are|must)|what (?:do|would) you (?:need|want)|what for|do i (?:have|need) to|is (?:it|that|this) (?:necessary|required|needed))\b/iu,
} as const;

type Topic = keyof typeof topics;

const topicsIn = (words: string): readonly Topic[] =>
  (['isBot', 'whoReads', 'whyAsked', 'byWhen'] as const).filter((topic) => topics[topic].test(words));

const byWhen = (turn: SoFar): string => {
  const { intake } = turn.dialog;
  const dates = turn.number === null && intake ? intakeDates(turn, intake) : datesOfFiled(turn);
  return dates.firstReply && turn.number !== null
    ? questions(turn.locale, 'byWhen', { date: dates.firstReply }, seedOf(turn))
    : questions(turn.locale, 'byWhenLater', {}, seedOf(turn));
};

const answerTo = (turn: SoFar, topic: Topic): string =>
  topic === 'byWhen'
    ? byWhen(turn)
    : questions(turn.locale, topic, { privacyUrl: turn.input.privacyUrl }, seedOf(turn));

/** Whether somebody whom we asked asks us: a question mark, or a sentence built as one, and no detail that we had asked for. */
export const asksBack = (turn: SoFar, texts: readonly TextItem[], detail: DetailName): boolean => {
  const { intent, isComplaint, details } = turn.input.understanding;
  const words = wordsOf(texts).trim();
  if (detail === 'narrative' || details[detail] !== undefined || words.length > 200) return false;
  const isMarked = /[?？]|[吗呢么]\s*[。.!！]?$/u.test(words);
  return topicsIn(words).length > 0
    ? isMarked || /^(?:为什么|凭什么|谁|什么时候|why|who|when|how|what)/iu.test(words)
    : intent === 'question' && !isComplaint && isMarked;
};

/** What can be answered of a question back: about this talk itself, by the pack's standard replies, else by a colleague (S1.1). */
export const replyBack = (turn: SoFar, texts: readonly TextItem[]): string => {
  const known = topicsIn(wordsOf(texts)).slice(0, 2);
  if (known.length > 0)
    return known.map((topic) => answerTo(turn, topic)).join(turn.locale === 'zh-CN' ? '' : ' ');
  return replyTo(turn, texts) ?? questions(turn.locale, 'askedBack', {}, seedOf(turn));
};
