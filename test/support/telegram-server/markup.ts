import { badRequest } from './refusal.ts';

/** One styled stretch of a message, in UTF-16 units. */
export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

const known: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  s: 'strikethrough',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  blockquote: 'blockquote',
  'tg-spoiler': 'spoiler',
};

const references: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

const decoded = (text: string): string =>
  text.replace(/&(#\d+|#x[0-9a-f]+|lt|gt|amp|quot);/gi, (_, name: string) => {
    if (name[0] !== '#') return references[name.toLowerCase()] ?? '';
    return String.fromCodePoint(name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });

const offsetOf = (html: string, index: number): number => Buffer.byteLength(html.slice(0, index));

interface OpenTag {
  readonly name: string;
  readonly offset: number;
  readonly url?: string;
}

/** Reads HTML as the Bot API does. Throws its 400 on a tag it does not know, one left open or closed out of order. */
export const parseHtml = (html: string): { readonly text: string; readonly entities: readonly Entity[] } => {
  const open: OpenTag[] = [];
  const entities: Entity[] = [];
  let text = '';
  let at = 0;
  for (const match of html.matchAll(/<(\/?)([^>]*)>|</g)) {
    text += decoded(html.slice(at, match.index));
    at = match.index + match[0].length;
    const [, closes, inside = ''] = match;
    const name = /^[a-z-]+/i.exec(inside)?.[0].toLowerCase() ?? '';
    const where = offsetOf(html, match.index);
    if (!closes) {
      if (!known[name])
        throw badRequest(`can't parse entities: Unsupported start tag "${name}" at byte offset ${where}`);
      const url = /href="([^"]*)"/.exec(inside)?.[1];
      open.push({ name, offset: text.length, ...(url !== undefined && { url: decoded(url) }) });
      continue;
    }
    const last = open.pop();
    if (last?.name !== name)
      throw badRequest(
        `can't parse entities: Unmatched end tag at byte offset ${where}, expected "</${last?.name ?? ''}>", found "</${name}>"`,
      );
    entities.push({
      type: known[name] ?? '',
      offset: last.offset,
      length: text.length - last.offset,
      ...(last.url !== undefined && { url: last.url }),
    });
  }
  text += decoded(html.slice(at));
  if (open.length > 0)
    throw badRequest(
      `can't parse entities: Can't find end tag corresponding to start tag "${open.at(-1)?.name}"`,
    );
  return { text, entities: [...entities, ...mentionsIn(text)] };
};

/** Names and commands Telegram finds by itself in any text. */
const mentionsIn = (text: string): Entity[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}_])(@[A-Za-z0-9_]{3,}|\/[A-Za-z0-9_]+(?:@[A-Za-z0-9_]+)?)/gu)].map(
    (match) => ({
      type: match[0].startsWith('@') ? 'mention' : 'bot_command',
      offset: match.index,
      length: match[0].length,
    }),
  );

/** Words and entities of a call's text or caption, within the limit. Throws the Bot API's 400. */
export const readText = (
  raw: unknown,
  parseMode: unknown,
  limit: number,
): { text: string; entities: readonly Entity[] } => {
  const given = typeof raw === 'string' ? raw : '';
  if (Buffer.byteLength(given) > 32_768) throw badRequest('text is too long');
  const parsed = parseMode === 'HTML' ? parseHtml(given) : { text: given, entities: mentionsIn(given) };
  if (parsed.text.length > limit)
    throw badRequest(limit === 1024 ? 'message caption is too long' : 'message is too long');
  return { ...parsed, text: parsed.text.trim() };
};
