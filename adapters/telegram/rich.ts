/** Characters of a message after Telegram has read the markup, in UTF-16 units. */
export const textLimit = 4096;
/** The same for the words under a photo or document. */
export const captionLimit = 1024;

/** A run of plain text shown in one way. Nothing in `text` is ever read as markup. */
export interface Run {
  readonly text: string;
  readonly style?: 'bold' | 'italic' | 'quote';
  /** Telegram user to be addressed by this run. */
  readonly mentions?: string;
}

/** Styled text, in order. */
export type Rich = readonly Run[];

/** The one place where text becomes HTML for Telegram. Safe in text and in quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Word joiner: invisible, and ends what Telegram would read as a name or command. */
const joiner = '\u2060';

/**
 * Takes the power out of names and commands in words from outside.
 * Telegram finds `@name` and `/command` by itself in any text: in a staff forum they would call people or be one tap from running.
 */
export const defuse = (text: string): string =>
  text.replace(/(^|[^\p{L}\p{N}_])([@/])(?=[A-Za-z0-9_])/gu, `$1$2${joiner}`);

const tag = { bold: 'b', italic: 'i', quote: 'blockquote' } as const;

/** HTML as Telegram's `parse_mode: 'HTML'` reads it. */
export const toHtml = (rich: Rich): string =>
  rich
    .map(({ text, style, mentions }) => {
      const escaped = escapeHtml(text);
      const linked = mentions ? `<a href="tg://user?id=${escapeHtml(mentions)}">${escaped}</a>` : escaped;
      return style ? `<${tag[style]}>${linked}</${tag[style]}>` : linked;
    })
    .join('');

/** The same words without any style: the second try when Telegram cannot read the markup. */
export const toPlain = (rich: Rich): string => rich.map((run) => run.text).join('');

/** How long Telegram counts it. */
export const lengthOf = (rich: Rich): number => rich.reduce((sum, run) => sum + run.text.length, 0);

/** Where to cut at most `limit` units of text: after a line, a sentence or a word when one ends late enough, never inside a pair. */
const cutAt = (text: string, limit: number): number => {
  if (text.length <= limit) return text.length;
  const window = text.slice(0, limit);
  for (const mark of [/\n(?=[^\n]*$)/, /[。！？.!?](?=[^。！？.!?]*$)/, /\s(?=\S*$)/]) {
    const found = window.search(mark) + 1;
    if (found > limit / 2) return found;
  }
  const last = text.charCodeAt(limit - 1);
  const insidePair = last >= 0xd800 && last <= 0xdbff;
  return insidePair && limit > 1 ? limit - 1 : limit;
};

/** Plain text in parts of at most `limit` units that together are the whole of it but for blanks at the cuts. */
export const splitText = (text: string, limit: number): readonly string[] => {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const at = cutAt(rest, limit);
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  if (rest !== '' || parts.length === 0) parts.push(rest);
  return parts.filter((part, index) => part !== '' || index === 0);
};

/** At most `limit` units, the last one '…' when something was left out. Never cuts a pair in two. */
export const shorten = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  if (limit < 1) return '';
  const end = limit - 1;
  const last = text.charCodeAt(end - 1);
  return `${text.slice(0, last >= 0xd800 && last <= 0xdbff ? end - 1 : end).trimEnd()}…`;
};
