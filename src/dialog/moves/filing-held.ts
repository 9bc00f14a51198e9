import { everyday } from '../script/everyday.ts';
import type { Told } from '../state.ts';
import { giveReceipt, receive } from './file.ts';
import { goOn, open } from './intake.ts';
import { awaitAnswer, remember, type SoFar, say, seedOf } from './so-far.ts';
import { startTelling } from './start.ts';

/**
 * What was held is to be put on file: an enquiry or suggestion at once and whole, a complaint by way of the intake.
 * With nothing held the complainant is invited to tell.
 */
export const fileHeld = (turn: SoFar): SoFar => {
  const { held, awaiting } = turn.dialog;
  if (!held || held.statements.length === 0) return startTelling(turn);
  const opened = open(awaitAnswer(turn, null), withNarrative(held, turn.dialog.lastMove));
  if (awaiting?.ask === 'file' && awaiting.nature === 'enquiry') {
    return giveReceipt(receive(opened, { intake: 'complete', nature: 'enquiry' }), 'enquiryReceipt');
  }
  return goOn(opened);
};

/** Held words tell what happened, unless they were a question that had its answer. */
const withNarrative = (held: Told, lastMove: string): Told => {
  const words = held.statements
    .map(({ text }) => text)
    .join('\n')
    .trim();
  if (held.details.narrative !== undefined || lastMove === 'standard-reply' || words.length < 10) return held;
  return { ...held, details: { ...held.details, narrative: words.slice(0, 2000) } };
};

/** The offer to file was turned down. */
export const leaveUnfiled = (turn: SoFar): SoFar =>
  remember(say(turn, { move: 'fine', text: everyday(turn.locale, 'fine', {}, seedOf(turn)) }), {
    awaiting: null,
    held: null,
  });
