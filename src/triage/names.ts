import type { Span } from './contacts.ts';
import { findChineseNames } from './names-chinese.ts';
import { findEnglishNames } from './names-english.ts';
import type { View } from './normalise.ts';

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
