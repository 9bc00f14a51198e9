import { everyday } from '../script/everyday.ts';
import { newIntake } from '../state.ts';
import { awaitAnswer, remember, type SoFar, say, seedOf } from './so-far.ts';

/** Invites the complainant to tell a complaint from the beginning; feelings follow once something was told. */
export const startTelling = (turn: SoFar): SoFar => {
  const opened = remember(turn, { intake: { ...newIntake(), asked: ['narrative'] }, held: null });
  const text = everyday(turn.locale, 'startTelling', {}, seedOf(turn));
  return awaitAnswer(say(opened, { move: 'start', text, asks: true }), {
    ask: 'detail',
    detail: 'narrative',
  });
};
