import { z } from 'zod';
import type { CommandArrival, PressArrival, Sender, TextArrival } from '../../src/inbound/message.ts';
import type { FileRef, Locale } from '../../src/terms.ts';
import { deskChannels } from './places.ts';

/** Longest text taken in one message, in UTF-16 units. */
export const textLimit = 100_000;

/** A client's own id of what it sends: sent again under the same id it changes nothing. */
const clientId = z.string().regex(/^[\x21-\x7e]{1,128}$/, 'must be 1 to 128 printable ASCII characters');
const opaqueId = z.string().regex(/^[\x21-\x7e]{1,256}$/, 'must be 1 to 256 printable ASCII characters');

/** PostgreSQL keeps no NUL and no half surrogate: cleaned here, so that what we show is what is kept. */
const cleaned = (text: string): string => text.toWellFormed().replaceAll('\0', '');

const hasContent = (text: string): boolean => /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(text);

const spoken = z
  .string()
  .transform(cleaned)
  .refine(hasContent, 'must not be empty')
  .refine((text) => text.length <= textLimit, `must not be longer than ${textLimit} characters`);

const fields = z.record(z.string().regex(/^[\x21-\x7e]{1,100}$/), z.string().max(5_000).transform(cleaned));

/** The two languages of our pages, found in any language tag; null for others. */
export const localeOf = (tag: string): Locale | null => {
  if (/^zh(-|_|$)/i.test(tag)) return 'zh-CN';
  return /^en(-|_|$)/i.test(tag) ? 'en' : null;
};

/** The first language of a request that we write in; null when there is none. */
export const requestLocale = (request: Request): Locale | null => {
  const tags = (request.headers.get('accept-language') ?? '').split(',').slice(0, 20);
  return tags.map((tag) => localeOf(tag.trim())).find((locale) => locale !== null) ?? null;
};

const locale = z.string().max(100).transform(localeOf);

/** Body that opens a talk. */
export const sessionBody = z.object({ locale: locale.nullish() });
/** Body of words a complainant writes. */
export const messageBody = z.object({ clientMessageId: clientId, text: spoken, locale: locale.nullish() });
/** Body of a complainant’s press. */
export const actionBody = z.object({
  clientActionId: clientId,
  messageId: opaqueId,
  buttonId: opaqueId,
  locale: locale.nullish(),
});
/** The client’s own id of a file it sends. */
export const attachmentId = clientId;

const desk = { as: opaqueId, locale: locale.nullish() };
const channel = z.enum(deskChannels);

/** Body of a note that staff write. */
export const deskMessageBody = z.object({
  ...desk,
  channel,
  thread: opaqueId.nullish(),
  clientMessageId: clientId,
  text: spoken,
});
/** Body of a press by staff, with the fields of its form when it was asked for input. */
export const deskActionBody = z.object({
  ...desk,
  clientActionId: clientId,
  messageId: opaqueId,
  buttonId: opaqueId,
  /** Where the message stands, when the caller knows; else it is looked for. */
  channel: channel.optional(),
  thread: opaqueId.nullish(),
  fields: fields.optional(),
});
const deskCommand = { ...desk, channel, clientMessageId: clientId };
/** Body of a command of staff: a complaint entered by hand, or words to search for. */
export const deskCommandBody = z.discriminatedUnion('name', [
  z.object({ ...deskCommand, name: z.literal('new'), fields: fields.optional() }),
  z.object({ ...deskCommand, name: z.literal('search'), text: spoken }),
]);

/** Query of a reader: what came after the cursor it already has. */
export const afterQuery = z
  .string()
  .regex(/^\d{1,15}$/, 'is not a cursor')
  .nullable();

/** Who wrote, where, and under which id of theirs. */
export interface Said {
  readonly from: Sender;
  readonly place: string;
  readonly clientId: string;
  readonly thread?: string | undefined;
}

const arrival = (key: string, said: Said) => ({
  key,
  from: said.from,
  address: { channel: 'web' as const, place: said.place },
  ...(said.thread === undefined ? {} : { thread: said.thread }),
});

/** Desk places are shared by many people: two of them may use the same client id. */
const owner = (said: Said): string => (said.place === said.from.id ? said.place : `desk:${said.from.id}`);

/** Key of words and of the line that echoes them. */
export const textKey = (said: Said): string => `web:${owner(said)}:${said.clientId}`;

/** Key of a file, apart from words: a client may number both alike. */
export const fileKey = (said: Said): string => `web:file:${owner(said)}:${said.clientId}`;

/** Words written on one of our pages. `messageId` is what the page's line is called. */
export const textArrival = (said: Said, messageId: string, text: string): TextArrival => ({
  ...arrival(textKey(said), said),
  kind: 'text',
  messageId,
  text,
  files: [],
});

/** A file sent on one of our pages, already stored. */
export const fileArrival = (said: Said, messageId: string, file: FileRef): TextArrival => ({
  ...arrival(fileKey(said), said),
  kind: 'text',
  messageId,
  text: '',
  files: [file],
});

/** A press on one of our pages; `fields` when it was asked for input. */
export const pressArrival = (
  said: Said,
  buttonId: string,
  fields?: Readonly<Record<string, string>>,
): PressArrival => ({
  ...arrival(`web:press:${owner(said)}:${said.clientId}`, said),
  kind: 'press',
  buttonId,
  ...(fields === undefined ? {} : { fields }),
});

/** A complaint entered by staff from a form (IN-12). */
export const newComplaintArrival = (
  said: Said,
  fields: Readonly<Record<string, string>>,
): CommandArrival => ({
  ...arrival(`web:command:${owner(said)}:${said.clientId}`, said),
  kind: 'command',
  name: 'new',
  text: '',
  fields,
});

/** Words that staff search complaints for (ST-7). */
export const searchArrival = (said: Said, text: string): CommandArrival => ({
  ...arrival(`web:command:${owner(said)}:${said.clientId}`, said),
  kind: 'command',
  name: 'search',
  text,
});
