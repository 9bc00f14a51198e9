import type { DetailName, Details } from '../../triage/understanding.ts';
import { questions } from '../script/questions.ts';
import { goOn, takeIn } from './intake.ts';
import { awaitAnswer, type SoFar, say, seedOf, type TextItem, withIntake } from './so-far.ts';
import { hasText, wordsOf } from './told.ts';
import { isOnly } from './words.ts';

/** Longest answer that can stand for a detail; longer ones tell more of what happened. */
const longest: Readonly<Record<DetailName, number>> = {
  narrative: Number.POSITIVE_INFINITY,
  when: 40,
  where: 60,
  subject: 60,
  order: 40,
  wanted: 200,
  name: 30,
  phone: 30,
  email: 60,
  contactPreference: 80,
};

const isNumbered = (detail: DetailName): boolean => detail === 'order' || detail === 'phone';

/**
 * What the texts say in the light of the question they answer: a bare `8842` after the order question is the order.
 * An answer too long for the detail tells more of what happened instead.
 */
export const readAnswer = (turn: SoFar, texts: readonly TextItem[], detail: DetailName): Details => {
  const said = turn.input.understanding.details;
  const words = wordsOf(texts).trim();
  const { narrative, ...rest } = said;
  if (said[detail] !== undefined && detail !== 'narrative') return rest;
  if (detail === 'narrative') return { ...rest, narrative: words };
  if (words.length > longest[detail]) return { ...rest, narrative: narrative ?? words };
  if (isNumbered(detail) && !/\p{N}/u.test(words)) return { ...rest, narrative: narrative ?? words };
  return { ...rest, [detail]: words };
};

/** Leaves the pending question open: 'not stated' is a value, and it is not asked again (IN-5). */
export const skip = (turn: SoFar, detail: DetailName): SoFar => {
  const { intake } = turn.dialog;
  if (!intake) return turn;
  const left = withIntake(turn, { notStated: [...intake.notStated, detail], silent: false });
  return goOn(
    awaitAnswer(
      say(left, { move: 'skipped', text: questions(turn.locale, 'skipped', {}, seedOf(turn)), free: true }),
      null,
    ),
  );
};

const note = (turn: SoFar, texts: readonly TextItem[]): SoFar => {
  const key = hasText(texts) ? 'noted' : 'file';
  return say(turn, { move: 'noted', text: questions(turn.locale, key, {}, seedOf(turn)), free: true });
};

/** The texts answer the pending question, or tell something else; either way they are kept and the talk goes on. */
export const answer = (turn: SoFar, texts: readonly TextItem[], detail: DetailName): SoFar => {
  const declined = texts.every((item) => isOnly('skip', item.text) && item.files.length === 0);
  // A bare 'no' to 'what happened' is no detail left open but a wish not to go on: the person may still say it later.
  if (declined && detail !== 'narrative') return skip(turn, detail);
  const details = hasText(texts) ? readAnswer(turn, texts, detail) : {};
  const complaining = detail === 'narrative' || turn.input.understanding.isComplaint;
  const heard = takeIn(turn, texts, { details, complaining });
  const first = turn.dialog.intake?.soothed === false;
  return goOn(first ? heard : note(heard, texts));
};
