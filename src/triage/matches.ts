/**
 * Every match of a pattern with the flag `g`, as `matchAll` gives them. That one copies the pattern each time, which costs more
 * than looking where nothing is found; a text is looked at with over a hundred patterns.
 * Throws a TypeError for a pattern without the flag, which would be found for ever.
 */
export const matches = (text: string, pattern: RegExp): readonly RegExpExecArray[] => {
  if (!pattern.global) throw new TypeError(`${pattern} is not global`);
  const out: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex += 1;
    out.push(match);
  }
  return out;
};
