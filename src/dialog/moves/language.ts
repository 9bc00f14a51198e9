import type { Locale } from '../../terms.ts';
import { everyday } from '../script/everyday.ts';
import type { TurnInput } from '../talk.ts';
import { remember, type SoFar, say, type TextItem } from './so-far.ts';

/** How much of a language must be there before the talk follows it: an order number or a brand is no change of language. */
const isSubstantial = (text: string, locale: Locale): boolean =>
  locale === 'zh-CN'
    ? (text.match(/\p{Script=Han}/gu) ?? []).length >= 2
    : (text.match(/[a-z]{2,}/giu) ?? []).length >= 3;

/** The language to answer in: asked for, else as the texts are written, else as before, else the pack's (IN-2). */
export const localeOf = (input: TurnInput): Locale => {
  const { switchTo, locale } = input.understanding;
  const before = input.talk.dialog.chosenLocale ?? input.talk.locale;
  if (switchTo) return switchTo;
  if (input.talk.dialog.chosenLocale) return input.talk.dialog.chosenLocale;
  const words = input.items.map((item) => (item.kind === 'text' ? item.text : '')).join('\n');
  if (locale && (before === null || isSubstantial(words, locale))) return locale;
  return before ?? locale ?? input.policy.pack.locales[0] ?? 'en';
};

/** Goes on in the language asked for, and says so in one line. */
export const switchTo = (turn: SoFar, locale: Locale): SoFar => {
  const chosen = remember({ ...turn, locale }, { chosenLocale: locale });
  return say(chosen, { move: 'language', text: everyday(locale, 'switched'), always: true });
};

/** Whether the texts ask for the language and nothing else: there is no more to answer. */
export const onlySwitches = (turn: SoFar, texts: readonly TextItem[]): boolean =>
  turn.input.understanding.switchTo !== null &&
  !turn.input.understanding.isComplaint &&
  texts.every((item) => item.text.trim().length <= 40 && item.files.length === 0);
