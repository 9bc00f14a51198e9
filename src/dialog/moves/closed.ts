import type { Complaint } from '../../complaint/state.ts';
import { isWithdrawn } from '../../complaint/withdrawal.ts';
import { answerRating, asksRating } from './follow-up.ts';
import { courtesy, hearIdle } from './idle.ts';
import { addToFile } from './intake.ts';
import { askMatter, hold, reopen } from './matter.ts';
import type { SoFar, TextItem } from './so-far.ts';
import { answerStands, tellStanding } from './standing.ts';
import { wordsOf } from './told.ts';
import { comesBack, disagrees, saysUnsolved } from './words.ts';

/** Whoever withdrew and comes back is let in again without a word about it; anything else is asked about. */
const hearWithdrawn = (turn: SoFar, texts: readonly TextItem[], complaint: Complaint): SoFar => {
  const words = wordsOf(texts);
  const { intent, isComplaint } = turn.input.understanding;
  if (comesBack(words)) return addToFile(reopen(turn, words.slice(0, 500)), texts, {});
  if (isComplaint || intent === 'addition') return askMatter(turn, texts, complaint);
  return hearIdle(turn, texts);
};

/** Words after a complaint was closed: still not solved opens it again, a complaint is asked about, the rest is small talk. */
export const hearClosed = (turn: SoFar, texts: readonly TextItem[], complaint: Complaint): SoFar => {
  const words = wordsOf(texts);
  const { rating, isComplaint, intent } = turn.input.understanding;
  if (asksRating(turn, complaint) && rating !== null) return answerRating(turn, rating);
  const polite = courtesy(turn, words);
  if (polite) return polite;
  if (complaint.stage === 'merged') return hearIdle(turn, texts);
  if (isWithdrawn(complaint)) return hearWithdrawn(turn, texts, complaint);
  const objects = saysUnsolved(words) || disagrees(words) || isComplaint || intent === 'addition';
  if (answerStands(complaint) && objects) return tellStanding(turn, texts, complaint);
  if (saysUnsolved(words)) return reopen(hold(turn, texts, true), words.slice(0, 500));
  if (isComplaint || intent === 'addition') return askMatter(turn, texts, complaint);
  return hearIdle(turn, texts);
};
