import type { DetailName, Details } from '../../triage/understanding.ts';
import { questions } from '../script/questions.ts';
import { ask, goOn, takeIn } from './intake.ts';
import { awaitAnswer, type SoFar, say, seedOf, type TextItem, withIntake } from './so-far.ts';
import { replyTo } from './standard.ts';
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

/** Whether the words are a short wish, such as 'a refund', whatever was asked. */
const isWish = (turn: SoFar, words: string): boolean =>
  turn.input.understanding.facts.wants.length > 0 && words.length <= 40;

/** Whether a whole answer can stand for the detail it was asked for. */
const fits = (turn: SoFar, detail: DetailName, words: string): boolean => {
  const { details, isComplaint } = turn.input.understanding;
  if (words === '' || words.length > longest[detail]) return false;
  if (detail === 'wanted') return isWish(turn, words) || (!details.when && !details.order);
  if (isWish(turn, words)) return false;
  if (detail === 'phone' || detail === 'order') return /\p{N}/u.test(words);
  if (detail === 'email') return words.includes('@');
  // Who tells the day or the place instead of a name has not told a name.
  if (detail === 'name')
    return !isComplaint && !/\p{N}{3}/u.test(words) && details.when !== words && details.where !== words;
  return detail !== 'contactPreference' || !isComplaint;
};

/** A name does not hold the number or address that was sent along with it. */
const cleaned = (detail: DetailName, words: string): string =>
  (detail === 'name' ? words.replaceAll(/\S+@\S+|\+?\p{N}[\p{N}\s-]{5,}/gu, ' ') : words)
    .replaceAll(/^[\s,，、]+|[\s,，、]+$/gu, '')
    .trim();

const namelike =
  /^(?:\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2}|\p{Script=Han}{2,3}|\p{Script=Han}{1,2}(?:先生|女士|小姐))$/u;

/** A name given one question late, when the number was asked for, is still the name. */
const lateName = (turn: SoFar, detail: DetailName, words: string): Details => {
  const known =
    turn.dialog.intake?.details.name !== undefined || turn.dialog.intake?.notStated.includes('name');
  const value = cleaned('name', words);
  const asked = detail === 'phone' || detail === 'email' || detail === 'contactPreference';
  return asked && !known && namelike.test(value) ? { name: value } : {};
};

/**
 * What the texts say in the light of the question they answer: a bare `8842` after the order question is the order.
 * An answer that cannot stand for the detail is a wish where it sounds like one, else tells more of what happened.
 */
export const readAnswer = (turn: SoFar, texts: readonly TextItem[], detail: DetailName): Details => {
  const { narrative, ...found } = turn.input.understanding.details;
  const words = wordsOf(texts).trim();
  if (detail === 'narrative') return { ...found, narrative: words };
  const { [detail]: picked, ...rest } = found;
  const others = { ...lateName(turn, detail, words), ...rest };
  const isPart = picked !== undefined && picked.trim() !== words;
  const value = cleaned(detail, picked ?? words);
  if (isPart && value !== '') return { ...others, [detail]: value };
  if (fits(turn, detail, value)) return { ...others, [detail]: value };
  if (isWish(turn, words)) return { ...others, wanted: words };
  return words.length >= 10 && found.when !== words && !('name' in others)
    ? { ...others, narrative: narrative ?? words }
    : others;
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
  if (isOnly('thanks', words) || isOnly('fine', words)) return ask(turn, detail);
  const { intent, isComplaint } = turn.input.understanding;
  if (intent !== 'question' || isComplaint || detail === 'narrative' || !/[?？吗呢么]\s*$/u.test(words))
    return null;
  const kept = takeIn(turn, texts, { details: {}, complaining: false });
  const reply = replyTo(turn, texts) ?? questions(turn.locale, 'askedBack', {}, seedOf(turn));
  return ask(say(kept, { move: 'asked-back', text: reply }), detail);
};

/** The texts answer the pending question, or tell something else; either way they are kept and the talk goes on. */
export const answer = (turn: SoFar, texts: readonly TextItem[], detail: DetailName): SoFar => {
  const declined = texts.every((item) => isOnly('skip', item.text) && item.files.length === 0);
  // A bare 'no' to 'what happened' is no detail left open but a wish not to go on: the person may still say it later.
  if (declined && detail !== 'narrative') return skip(turn, detail);
  const again = putAgain(turn, texts, detail);
  if (again) return again;
  const complaining = detail === 'narrative' || turn.input.understanding.isComplaint;
  const heard = takeIn(turn, texts, { details: readAnswer(turn, texts, detail), complaining });
  const first = turn.dialog.intake?.soothed === false;
  return goOn(first ? heard : note(heard, texts));
};
