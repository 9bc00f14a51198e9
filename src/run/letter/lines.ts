/** Marks that begin no line (避头) … */
const closing = /^[\p{Pe}\p{Pf}、。，．：；！？…—·～,.:;!?%‰℃”’]/u;
/** … and marks that end none (避尾). */
const opening = /[\p{Ps}\p{Pi}“‘¥￥$£€#]$/u;
/** Written without spaces: a line may end before and after each. */
const ideograph =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]$/u;

/** Pieces of a text that a line end may stand between: Chinese characters with their marks, words with the space after them. */
const piecesOf = (text: string): readonly string[] => {
  const pieces: string[] = [];
  for (const character of text) {
    const last = pieces.at(-1);
    if (last !== undefined && isJoined(last, character)) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces;
};

const isJoined = (before: string, character: string): boolean => {
  if (character === ' ' || closing.test(character) || opening.test(before)) return true;
  const end = before.at(-1) ?? '';
  if (end === ' ' || ideograph.test(end) || ideograph.test(character)) return false;
  // A hyphen ends a line in words, not in numbers: `R-2026-000001` stays whole.
  return end !== '-' || /\d/.test(character);
};

/** A word longer than a line is cut where the line is full. */
const cut = (piece: string, width: number, measure: (text: string) => number): readonly string[] => {
  const parts: string[] = [];
  let part = '';
  for (const character of piece) {
    if (part !== '' && measure(part + character) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
};

/**
 * Breaks a paragraph into lines of a width, by the rules of Chinese and of Latin setting: no closing mark begins a line, no
 * opening mark or sign of money ends one, words and numbers stay whole.
 *
 * @param indent width that the first line loses
 */
export const linesOf = (
  text: string,
  {
    width,
    indent,
    measure,
  }: { readonly width: number; readonly indent: number; readonly measure: (text: string) => number },
): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  const room = () => width - (lines.length === 0 ? indent : 0);
  const pieces = piecesOf(text).flatMap((piece) =>
    measure(piece.trimEnd()) > width - indent ? cut(piece, width - indent, measure) : [piece],
  );
  for (const piece of pieces) {
    if (line !== '' && measure((line + piece).trimEnd()) > room()) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
};
