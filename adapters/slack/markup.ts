const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Plain text as Slack takes it literally: without this a complainant could write `<!channel>` into a staff channel (DI-7). */
export const escapeText = (text: string): string => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign);

/** Length as Slack counts it, escapes included. */
export const escapedLength = (text: string): number => escapeText(text).length;

/** The longest head of `text` whose escaped form has at most `max` characters; never half a character. */
const headWithin = (text: string, max: number): string => {
  let taken = 0;
  let length = 0;
  for (const sign of text) {
    const added = escapedLength(sign);
    if (length + added > max) break;
    length += added;
    taken += sign.length;
  }
  return text.slice(0, taken);
};

/** The text, shortened with `…` where its escaped form would pass `max`. Not escaped yet. */
export const shorten = (text: string, max: number): string =>
  escapedLength(text) <= max ? text : `${headWithin(text, max - 1).trimEnd()}…`;

/**
 * The text in pieces whose escaped forms have at most `max` characters, cut at a line or word end where one is near.
 * Joined again they are the whole text but for white space at the cuts; empty for blank text.
 */
export const splitText = (text: string, max: number): readonly string[] => {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const head = headWithin(rest, max);
    const cut = head.length === rest.length ? head.length : goodCut(head);
    pieces.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return pieces;
};

const goodCut = (head: string): number => {
  const near = Math.floor(head.length / 2);
  for (const end of ['\n', '。', '. ', ' ']) {
    const found = head.lastIndexOf(end);
    if (found >= near) return found + end.length;
  }
  return head.length;
};

/** Addresses of web pages in a text, each once, so that they can be offered as links beside literal text. */
export const findLinks = (text: string): readonly string[] => [
  ...new Set(text.match(/https?:\/\/[^\s<>|"'，。；、）)]+/g) ?? []),
];

const broadcasts = /^!(here|channel|everyone)(\|.*)?$/;

const decodeToken = (token: string): string => {
  const broadcast = broadcasts.exec(token);
  if (broadcast) return `@${broadcast[1]}`;
  const [target = '', label] = token.split('|', 2);
  if (target.startsWith('@')) return `@${label ?? target.slice(1)}`;
  if (target.startsWith('#')) return `#${label ?? target.slice(1)}`;
  if (target.startsWith('!')) return label ?? '';
  const bare = target.replace(/^(mailto|tel):/, '');
  return label === undefined || label === bare || target.endsWith(`//${label}`) ? bare : `${label} (${bare})`;
};

/** What the person saw when they wrote it: Slack's tokens and escapes as plain text, our own mention left out. */
export const decodeText = (text: string, ownUserId?: string): string => {
  const without =
    ownUserId === undefined ? text : text.replaceAll(new RegExp(`<@${ownUserId}(\\|[^>]*)?>`, 'g'), ' ');
  return without
    .replaceAll(/<([^<>]+)>/g, (_, token: string) => decodeToken(token))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/[ \t]{2,}/g, ' ')
    .trim();
};
