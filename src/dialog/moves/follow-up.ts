import type { Complaint } from '../../complaint/state.ts';
import type { Locale } from '../../terms.ts';
import { progress } from '../script/progress.ts';
import type { Reply } from '../talk.ts';
import { filedComplaint } from './dates.ts';
import { awaitAnswer, byComplainant, order, type SoFar, say, seedOf } from './so-far.ts';
import { lastWordStands, tellStanding } from './standing.ts';

type Rating = 1 | 2 | 3 | 4 | 5;
const ratings = [1, 2, 3, 4, 5] as const satisfies readonly Rating[];

/** The buttons under 'is it solved'; the effects that ask it use the same (CL-6). */
export const solvedButtons = (locale: Locale): Reply['buttons'] => [
  { label: progress(locale, 'solvedYes'), style: 'primary', action: { do: 'solved', yes: true } },
  { label: progress(locale, 'solvedNo'), action: { do: 'solved', yes: false } },
];

/** The buttons under 'how was the handling' (CL-6, RE-1). */
export const ratingButtons = (): Reply['buttons'] =>
  ratings.map((rating) => ({ label: String(rating), action: { do: 'rate', rating } }));

/** Whether we asked 'is it solved' and have no answer. */
export const asksSolved = (complaint: Complaint | null): complaint is Complaint =>
  complaint?.stage === 'resolved' &&
  complaint.followUp.attempts.length > 0 &&
  complaint.followUp.solved === null;

/** Whether the handling can still be rated. */
export const asksRating = (turn: SoFar, complaint: Complaint | null): boolean =>
  turn.dialog.awaiting?.ask === 'rating' ||
  (complaint?.stage === 'resolved' &&
    complaint.followUp.solved === true &&
    complaint.followUp.rating === null);

const askRating = (turn: SoFar): SoFar =>
  awaitAnswer(
    say(turn, {
      move: 'ask-rating',
      text: progress(turn.locale, 'rateAsk', {}, seedOf(turn)),
      asks: true,
      apart: true,
      always: true,
      buttons: ratingButtons(),
    }),
    { ask: 'rating' },
  );

const giveAnswer = (turn: SoFar, solved: boolean | null, rating: Rating | null): SoFar =>
  order(turn, { type: 'AnswerFollowUp', ...byComplainant(turn), solved, rating });

/** Solved: gladly noted, then the second question. Not solved: said sorry, open again, one level higher (CL-6). */
export const answerSolved = (turn: SoFar, solved: boolean, rating: Rating | null = null): SoFar => {
  const done = giveAnswer(turn, solved, rating);
  const { locale } = turn;
  const complaint = filedComplaint(turn);
  if (!solved && complaint && lastWordStands(complaint)) return tellStanding(done, [], complaint);
  if (!solved) {
    const text = progress(locale, 'notSolved', { number: turn.number ?? '' }, seedOf(turn));
    return awaitAnswer(say(done, { move: 'not-solved', text, always: true }), null);
  }
  const thanked = say(done, {
    move: 'solved',
    text: progress(locale, 'solvedThanks', {}, seedOf(turn)),
    always: true,
  });
  return rating === null ? askRating(thanked) : awaitAnswer(thanked, null);
};

/** The rating is thanked for; an unhappy one opens the complaint again, one level higher (CL-6). */
export const answerRating = (turn: SoFar, rating: Rating): SoFar => {
  const done = giveAnswer(turn, null, rating);
  const { locale } = turn;
  const seed = seedOf(turn);
  const number = turn.number ?? '';
  const low = [progress(locale, 'rateLow', {}, seed), progress(locale, 'rateReopened', { number }, seed)];
  const text =
    rating <= 2 ? low.join(locale === 'zh-CN' ? '' : ' ') : progress(locale, 'rateThanks', {}, seed);
  return awaitAnswer(say(done, { move: 'rated', text, always: true }), null);
};
