import type { Locale } from '../../terms.ts';
import { everyday } from '../script/everyday.ts';
import { questions } from '../script/questions.ts';
import { restate } from '../script/restate.ts';
import type { Reply } from '../talk.ts';

type Buttons = Reply['buttons'];

/** Lets a question be left open: 'not stated' is a value (IN-5). */
export const skipButton = (locale: Locale): Buttons => [
  { label: questions(locale, 'skip'), action: { do: 'skip-question' } },
];

/** Confirm or correct what was said back (IN-9). */
export const confirmButtons = (locale: Locale): Buttons => [
  { label: restate(locale, 'confirmLabel'), style: 'primary', action: { do: 'confirm' } },
  { label: restate(locale, 'correctLabel'), action: { do: 'correct' } },
];

/** What one can do with a complaint on file: news, someone senior, a person. */
export const fileButtons = (locale: Locale): Buttons => [
  { label: everyday(locale, 'statusLabel'), action: { do: 'status' } },
  { label: everyday(locale, 'higherLabel'), action: { do: 'go-higher' } },
  { label: everyday(locale, 'personLabel'), action: { do: 'call-person' } },
];

/** Put a question or suggestion on file, or call a person. */
export const filingButtons = (
  locale: Locale,
  labelKey: 'fileLabel' | 'suggestionLabel' = 'fileLabel',
): Buttons => [
  { label: everyday(locale, labelKey), style: 'primary', action: { do: 'file-complaint' } },
  { label: everyday(locale, 'personLabel'), action: { do: 'call-person' } },
];

/** The same matter, as the label says it, or a new one. */
export const matterButtons = (locale: Locale, same: 'sameLabel' | 'reopenLabel' | 'takeUpLabel'): Buttons => [
  { label: everyday(locale, same), action: { do: 'add-to-complaint' } },
  { label: everyday(locale, 'newLabel'), action: { do: 'new-complaint' } },
];

/** Leave what was being told, or carry on. */
export const dropButtons = (locale: Locale): Buttons => [
  { label: everyday(locale, 'dropLabel'), style: 'danger', action: { do: 'withdraw' } },
  { label: everyday(locale, 'goOnLabel'), style: 'primary', action: { do: 'keep' } },
];

/** Withdraw for good, or go on. */
export const withdrawButtons = (locale: Locale): Buttons => [
  { label: everyday(locale, 'withdrawLabel'), style: 'danger', action: { do: 'withdraw' } },
  { label: everyday(locale, 'keepLabel'), style: 'primary', action: { do: 'keep' } },
];
