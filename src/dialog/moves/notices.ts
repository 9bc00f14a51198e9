import { everyday } from '../script/everyday.ts';
import { filingButtons } from './buttons.ts';
import { hold } from './matter.ts';
import { type SoFar, say, seedOf, type TextItem } from './so-far.ts';
import { hasText } from './told.ts';
import { isOnly } from './words.ts';

const longText = 3000;

const refusedKeys = {
  'too-large': 'refusedTooLarge',
  type: 'refusedType',
  unavailable: 'refusedUnavailable',
} as const;

/** Clear words about what came with the texts: files that were refused, a text that is very long (IN-7). */
export const notice = (turn: SoFar, texts: readonly TextItem[]): SoFar => {
  const { locale } = turn;
  const refused = texts.flatMap((item) => item.refusedFiles);
  const told = refused.reduce(
    (so, { name, reason }) =>
      say(so, {
        move: 'file-refused',
        text: everyday(locale, refusedKeys[reason], { name: name.slice(0, 80) }),
        always: true,
      }),
    turn,
  );
  return texts.some((item) => item.text.length > longText)
    ? say(told, { move: 'long', text: everyday(locale, 'long'), free: true })
    : told;
};

/** Texts in which there is nothing to read, answered kindly; null when there is something. */
export const hearNothing = (turn: SoFar, texts: readonly TextItem[]): SoFar | null => {
  const { locale } = turn;
  const seed = seedOf(turn);
  const marks = texts
    .map((item) => item.text)
    .join('')
    .trim();
  if (hasText(texts) || texts.some((item) => item.files.length > 0)) return null;
  if (isOnly('yes', marks) || isOnly('no', marks)) return null;
  if (texts.some((item) => item.refusedFiles.length > 0)) return turn;
  const key = /\p{S}/u.test(marks) ? 'emoji' : /\p{P}/u.test(marks) ? 'smalltalk' : 'empty';
  return say(turn, { move: key, text: everyday(locale, key, {}, seed), free: true });
};

/** Files without a word, and nothing they could belong to: kept, and asked what they are about. */
export const hearFilesOnly = (turn: SoFar, texts: readonly TextItem[]): SoFar =>
  say(hold(turn, texts, false), {
    move: 'files-only',
    text: everyday(turn.locale, 'filesOnly', {}, seedOf(turn)),
    asks: true,
    apart: true,
  });

/** Words in a language we do not write: kept, answered in ours, with a way to a person (IN-2). */
export const hearForeign = (turn: SoFar, texts: readonly TextItem[]): SoFar =>
  say(hold(turn, texts, false), {
    move: 'other-language',
    text: everyday(turn.locale, 'otherLanguage'),
    buttons: filingButtons(turn.locale),
  });
