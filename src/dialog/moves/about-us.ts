import { questions } from '../script/questions.ts';
import { type SoFar, seedOf, type TextItem } from './so-far.ts';
import { wordsOf } from './told.ts';

const topics = {
  isBot:
    /机器人|真人|人工智能|是人吗|\b(?:bot|robot|real (?:person|human)|a human|an? ai|a machine|chatgpt)\b/iu,
  whoReads:
    /谁(?:会|能|可以)?看|给谁看|保密|泄露|隐私|信息安全|\b(?:who (?:else )?(?:reads|sees|gets|has access)|(?:is|stay|keep) (?:this|it|that) (?:private|confidential|safe)|confidential|privacy)\b/iu,
} as const;

const longest = 80;

/** Whether the words ask. */
export const isMarked = (words: string): boolean => /[?？]|[吗呢么]\s*[。.!！]?$/u.test(words);

/** The answer to a question about ourselves, at any point of a talk: is this a bot, who reads it (IN-3). Undefined for other words. */
export const aboutUs = (turn: SoFar, texts: readonly TextItem[]): string | undefined => {
  const words = wordsOf(texts).trim();
  const topic = (['isBot', 'whoReads'] as const).find((one) => topics[one].test(words));
  return topic !== undefined && words.length <= longest && isMarked(words)
    ? questions(turn.locale, topic, { privacyUrl: turn.input.privacyUrl }, seedOf(turn))
    : undefined;
};
