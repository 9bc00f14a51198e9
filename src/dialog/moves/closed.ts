import type { Complaint } from '../../complaint/state.ts';
import { answerRating, asksRating } from './follow-up.ts';
import { courtesy, hearIdle } from './idle.ts';
import { askMatter, hold, reopen } from './matter.ts';
import type { SoFar, TextItem } from './so-far.ts';
import { wordsOf } from './told.ts';
import { saysUnsolved } from './words.ts';

/** Words after a complaint was closed: still not solved opens it again, a complaint is asked about, the rest is small talk. */
export const hearClosed = (turn: SoFar, texts: readonly TextItem[], complaint: Complaint): SoFar => {
  const words = wordsOf(texts);
  const { rating, isComplaint, intent } = turn.input.understanding;
  if (asksRating(turn, complaint) && rating !== null) return answerRating(turn, rating);
  const polite = courtesy(turn, words);
  if (polite) return polite;
  if (complaint.stage === 'withdrawn' || complaint.stage === 'merged') return hearIdle(turn, texts);
  if (saysUnsolved(words)) return reopen(hold(turn, texts, true), words.slice(0, 500));
  if (isComplaint || intent === 'addition') return askMatter(turn, texts, complaint);
  return hearIdle(turn, texts);
};
