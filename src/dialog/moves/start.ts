import { everyday } from '../script/everyday.ts';
import { filing } from '../script/filing.ts';
import { newIntake } from '../state.ts';
import { receive } from './file.ts';
import { awaitAnswer, remember, type SoFar, say, seedOf } from './so-far.ts';

/** Closes the open intake for another: what was told in it is filed as it is, not dropped. */
export const setAside = (turn: SoFar): SoFar => {
  const { intake } = turn.dialog;
  const untold = intake === null || intake.number !== null || intake.statements.length === 0;
  if (untold) return remember(turn, { intake: null, awaiting: null });
  const filed = receive(turn, { intake: 'incomplete' });
  const text = filing(turn.locale, 'enquiryReceipt', { number: filed.number ?? '' }, seedOf(turn));
  return remember(say(filed, { move: 'set-aside', text, apart: true, always: true }), {
    intake: null,
    awaiting: null,
  });
};

/** Invites the complainant to tell a complaint from the beginning; feelings follow once something was told. */
export const startTelling = (turn: SoFar): SoFar => {
  const opened = remember(setAside(turn), { intake: { ...newIntake(), asked: ['narrative'] }, held: null });
  const text = everyday(turn.locale, 'startTelling', {}, seedOf(turn));
  return awaitAnswer(say(opened, { move: 'start', text, asks: true }), {
    ask: 'detail',
    detail: 'narrative',
  });
};
