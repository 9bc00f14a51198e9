import type { Span } from './contacts.ts';
import { findChineseNames, isChineseName } from './names-chinese.ts';
import { findEnglishNames, isEnglishName } from './names-english.ts';
import type { View } from './normalise.ts';

/** The name that a whole text is: 赵敏, Ellen Marsh. */
export const bareName = (text: string): string | undefined => {
  const words = text.trim().replace(/[\s\p{P}]+$/u, '');
  return isChineseName(words) || isEnglishName(words) ? words : undefined;
};

/** Names that the writer gives as their own, or of whom they write for, as ranges of the received text. */
export const findNames = (view: View): Span[] => {
  const all = [...findChineseNames(view), ...findEnglishNames(view)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  let until = 0;
  return all.filter((one) => {
    const isFree = one.start >= until;
    if (isFree) until = one.end;
    return isFree;
  });
};
