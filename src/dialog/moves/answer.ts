import { isUndecided } from '../../triage/answered.ts';
import type { DetailName, Details } from '../../triage/understanding.ts';
import { questions } from '../script/questions.ts';
import { asksBack, replyToAsked } from './asked-back.ts';
import { complete } from './file.ts';
import { ask, goOn, takeIn } from './intake.ts';
import { tellAnonymity } from './others.ts';
import { awaitAnswer, type SoFar, say, seedOf, type TextItem, withIntake } from './so-far.ts';
import { hasText, wordsOf } from './told.ts';
import { asksAnonymity, beginsOpen, changesMind, declines, isOnly, wantsNoQuestions } from './words.ts';

/** Asked about themselves, people speak of themselves: "no phone" is not what they complain of. */
const ofThePerson: ReadonlySet<DetailName> = new Set(['name', 'phone', 'email', 'contactPreference']);

/** What the texts say in the light of the question they answer; what answers nothing tells more of what happened. */
export const readAnswer = (turn: SoFar, texts: readonly TextItem[], detail: DetailName): Details => {
  const { narrative, subject, where, ...rest } = turn.input.understanding.details;
  const ofMatter = {
    ...(subject === undefined ? {} : { subject }),
    ...(where === undefined ? {} : { where }),
  };
  const words = wordsOf(texts).trim();
  // A sentence about a place tells of it, whatever was asked; a word or two may be a name.
  const keepsPlace = where !== undefined && words.length >= 12;
  const ofPerson = keepsPlace ? { ...rest, where } : rest;
  const found: Details = ofThePerson.has(detail) ? ofPerson : { ...rest, ...ofMatter };
  // A sum put right stands nowhere but in what happened: "I beg your pardon, it was £34".
  const { amounts } = turn.input.understanding;
  if (changesMind(words) && amounts.length > 0 && rest.wanted === undefined) {
    const others = Object.entries(ofPerson).filter(([, value]) => value !== words);
    return { ...Object.fromEntries(others), narrative: words };
  }
  if (detail === 'narrative') return { ...found, narrative: words };
  if (detail === 'wanted' && isUndecided(words)) return found;
  const tellsMore = Object.keys(found).length === 0 ? words.length >= 10 : words.length > 80;
  return tellsMore && found[detail] === undefined ? { ...found, narrative: narrative ?? words } : found;
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

/** Words that leave the question unanswered: a file, a question back, a nod. It is put again, and not counted again. */
const putAgain = (turn: SoFar, texts: readonly TextItem[], detail: DetailName): SoFar | null => {
  const words = wordsOf(texts);
  if (!hasText(texts)) {
    return ask(note(takeIn(turn, texts, { details: {}, complaining: false }), texts), detail);
  }
  if (isOnly('thanks', words) || isOnly('fine', words) || isOnly('yes', words)) return ask(turn, detail);
  if (!asksBack(turn, texts, detail)) return null;
  const kept = takeIn(turn, texts, { details: {}, complaining: false });
  return ask(replyToAsked(kept, texts), detail);
};

/** Who pleads not to be named is told what that means, and asked on; what they were asked about themselves is dropped. */
const stayUnnamed = (turn: SoFar, texts: readonly TextItem[], detail: DetailName): SoFar | null => {
  const words = wordsOf(texts);
  const isPlea = asksAnonymity(words) && words.length <= longestPlea;
  if (!isPlea) return null;
  const heard = takeIn(turn, texts, { details: {}, complaining: false });
  const kept = turn.dialog.intake?.anonymous ? note(heard, texts) : tellAnonymity(heard);
  return ofThePerson.has(detail) ? goOn(awaitAnswer(kept, null)) : ask(kept, detail);
};
const longestPlea = 60;

/** Words that would rather not tell this, or that; said in a sentence, which stays on file. */
const leaveAside = (turn: SoFar, texts: readonly TextItem[], detail: DetailName): SoFar | null => {
  const declined = declines(wordsOf(texts), detail);
  if (declined === null || turn.input.understanding.details[declined] !== undefined) return null;
  const kept = takeIn(turn, texts, { details: {}, complaining: false });
  if (declined === detail) return skip(kept, detail);
  const left = withIntake(kept, { notStated: [...(kept.dialog.intake?.notStated ?? []), declined] });
  const text = questions(turn.locale, 'skipped', {}, seedOf(turn));
  return ask(say(left, { move: 'skipped', text, free: true }), detail);
};

/** Whoever has had enough of our questions is not asked another one: what is known is registered. */
const stopAsking = (turn: SoFar, texts: readonly TextItem[], detail: DetailName): SoFar => {
  const kept = takeIn(turn, texts, { details: readAnswer(turn, texts, detail), complaining: false });
  return complete(say(kept, { move: 'enough', text: questions(turn.locale, 'enough', {}, seedOf(turn)) }));
};

/** The texts answer the pending question, or tell something else; either way they are kept and the talk goes on. */
export const answer = (turn: SoFar, texts: readonly TextItem[], detail: DetailName): SoFar => {
  const declined = texts.every((item) => isOnly('skip', item.text) && item.files.length === 0);
  // A bare 'no' to 'what happened' is no detail left open but a wish not to go on: the person may still say it later.
  if (declined && detail !== 'narrative') return skip(turn, detail);
  if (detail !== 'narrative' && wantsNoQuestions(wordsOf(texts))) return stopAsking(turn, texts, detail);
  const again =
    stayUnnamed(turn, texts, detail) ?? leaveAside(turn, texts, detail) ?? putAgain(turn, texts, detail);
  if (again) return again;
  const complaining = detail === 'narrative' || turn.input.understanding.isComplaint;
  const heard = takeIn(turn, texts, { details: readAnswer(turn, texts, detail), complaining });
  const isOpen = beginsOpen(wordsOf(texts)) && turn.input.understanding.details[detail] === undefined;
  const left = isOpen
    ? withIntake(heard, { notStated: [...(heard.dialog.intake?.notStated ?? []), detail] })
    : heard;
  const first = turn.dialog.intake?.soothed === false;
  return goOn(first ? left : note(left, texts));
};
