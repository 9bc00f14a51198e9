import { Fault } from '../../src/faults.ts';
import type { Button, OutboundMessage, Tone } from '../../src/outbox/message.ts';
import type { FileRef } from '../../src/terms.ts';
import { drawCard } from './card.ts';
import {
  captionLimit,
  defuse,
  lengthOf,
  type Rich,
  shorten,
  splitText,
  textLimit,
  toHtml,
  toPlain,
} from './rich.ts';
import { words } from './words.ts';

/** Most bytes of a button's data. */
export const callbackDataLimit = 64;
/** Most buttons under one message. */
export const buttonLimit = 100;
/** Longest name of a forum topic. */
export const topicNameLimit = 128;
/** Longest text of an answer to a press. */
export const answerLimit = 200;
/** Largest photo; a larger picture goes as a document. */
export const photoLimit = 10 * 1024 * 1024;
/** Largest file a bot may send. */
export const fileLimit = 50 * 1024 * 1024;
/** Cells of text that share one row of buttons; a Chinese character takes two. */
const rowWidth = 30;
const rowButtons = 3;

/** One call of the Bot API, ready but for the bytes of a file. */
export interface Call {
  readonly method: 'sendMessage' | 'sendPhoto' | 'sendDocument' | 'editMessageText';
  readonly payload: Readonly<Record<string, unknown>>;
  /** The same words without markup, for a second try. */
  readonly plain?: string;
  readonly upload?: Upload;
}

/** A file that travels with a call: one we keep, or text made here. */
export type Upload = { readonly stored: FileRef } | { readonly name: string; readonly text: string };

/** What one message becomes. A redraw edits the call at `primary`; the others belong to the first sending only. */
export interface Rendered {
  readonly calls: readonly Call[];
  readonly primary: number;
  /** Full text of a card that had to be shortened. */
  readonly whole?: string;
}

/** Where in a chat it goes, as far as Telegram's own ids are known. */
export interface Spot {
  readonly thread?: string;
  /** Message it answers. */
  readonly replyTo?: number;
  /** Who is addressed in a group. */
  readonly mention?: { readonly id: string; readonly name: string };
}

/** A chat id as the Bot API takes it: a number, or `@name`. */
export const chatId = (place: string): number | string => (/^-?\d+$/.test(place) ? Number(place) : place);

const width = (label: string): number => {
  let cells = 0;
  for (const character of label)
    cells += /[\u1100-\uffff]|\p{Extended_Pictographic}/u.test(character) ? 2 : 1;
  return cells;
};

const inlineButton = ({ id, label, style }: Button): Record<string, string> => {
  const bytes = Buffer.byteLength(id);
  if (bytes < 1 || bytes > callbackDataLimit) {
    throw new Fault('message-invalid', 'A button id must have 1 to 64 bytes', { data: { bytes } });
  }
  return { text: label, callback_data: id, ...(style && { style }) };
};

/** Buttons in rows, short ones side by side. Throws Fault `message-invalid` beyond Telegram's limits. */
export const inlineKeyboard = (buttons: readonly Button[]) => {
  if (buttons.length > buttonLimit) {
    throw new Fault('message-invalid', 'Too many buttons', { data: { buttons: buttons.length } });
  }
  const rows: Record<string, string>[][] = [];
  let taken = Number.POSITIVE_INFINITY;
  for (const button of buttons) {
    const cells = width(button.label) + 4;
    const last = rows.at(-1);
    if (last && last.length < rowButtons && taken + cells <= rowWidth) last.push(inlineButton(button));
    else {
      rows.push([inlineButton(button)]);
      taken = 0;
    }
    taken += cells;
  }
  return { inline_keyboard: rows };
};

const phoneKeyboard = (message: OutboundMessage) => ({
  keyboard: [[{ text: words[message.locale].sharePhone, request_contact: true }]],
  resize_keyboard: true,
  one_time_keyboard: true,
});

const placed = (message: OutboundMessage, spot: Spot): Record<string, unknown> => ({
  ...(message.route && { business_connection_id: message.route }),
  chat_id: chatId(message.to.place),
  ...(spot.thread && { message_thread_id: Number(spot.thread) }),
  ...(spot.replyTo !== undefined && {
    reply_parameters: { message_id: spot.replyTo, allow_sending_without_reply: true },
  }),
});

const textCall = (where: Record<string, unknown>, rich: Rich, markup?: object): Call => ({
  method: 'sendMessage',
  payload: {
    ...where,
    text: toHtml(rich),
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...(markup && { reply_markup: markup }),
  },
  plain: toPlain(rich),
});

const isPhoto = (file: FileRef): boolean =>
  /^image\/(jpeg|png|webp)$/.test(file.mediaType) && file.bytes <= photoLimit;

const fileCall = (where: Record<string, unknown>, file: FileRef, caption?: string): Call => {
  if (file.bytes > fileLimit) {
    throw new Fault('message-invalid', 'Telegram takes files of at most 50 MB', {
      data: { bytes: file.bytes },
    });
  }
  const rich = caption ? [{ text: caption }] : [];
  return {
    method: isPhoto(file) ? 'sendPhoto' : 'sendDocument',
    payload: { ...where, ...(caption && { caption: toHtml(rich), parse_mode: 'HTML' }) },
    ...(caption && { plain: caption }),
    upload: { stored: file },
  };
};

const spoken = (message: OutboundMessage, text: string): string =>
  message.audience === 'complainant' ? text : defuse(text);

/** One file and short words that will never be redrawn: the words go under the file. */
const asCaption = (message: OutboundMessage, text: string): boolean =>
  message.files?.length === 1 &&
  text !== '' &&
  text.length <= captionLimit &&
  !message.card &&
  !message.key &&
  !message.buttons?.length &&
  !message.asksPhone;

const phoneMarkup = (message: OutboundMessage): object | undefined =>
  message.asksPhone && !message.route && !message.to.place.startsWith('-')
    ? phoneKeyboard(message)
    : undefined;

const wordCalls = (message: OutboundMessage, where: Record<string, unknown>, spot: Spot): Call[] => {
  const mention: Rich = spot.mention
    ? [{ text: spot.mention.name, mentions: spot.mention.id }, { text: ' ' }]
    : [];
  const parts = splitText(spoken(message, message.text), textLimit - lengthOf(mention));
  const inline = message.buttons?.length ? inlineKeyboard(message.buttons) : undefined;
  const phone = phoneMarkup(message);
  return parts
    .filter((part) => part !== '')
    .map((part, index) => {
      const last = index === parts.length - 1;
      const rich = index === 0 ? [...mention, { text: part }] : [{ text: part }];
      return textCall(where, rich, last ? (inline ?? phone) : undefined);
    });
};

const phoneCall = (message: OutboundMessage, where: Record<string, unknown>): Call[] => {
  const phone = phoneMarkup(message);
  if (!phone || !message.buttons?.length) return [];
  return [textCall(where, [{ text: words[message.locale].phoneByKey }], phone)];
};

const fileCalls = (message: OutboundMessage, where: Record<string, unknown>): Call[] =>
  (message.files ?? []).map((file) => fileCall(where, file));

const cardRendered = (message: OutboundMessage, where: Record<string, unknown>): Rendered | null => {
  if (!message.card) return null;
  const { rich, whole } = drawCard(message.card);
  const inline = message.buttons?.length ? inlineKeyboard(message.buttons) : undefined;
  const said = message.text !== message.card.title && message.text !== '';
  const before = said
    ? splitText(defuse(message.text), textLimit).map((text) => textCall(where, [{ text }]))
    : [];
  return {
    calls: [...before, textCall(where, rich, inline), ...fileCalls(message, where)],
    primary: before.length,
    ...(whole && { whole }),
  };
};

/**
 * One message as calls of the Bot API, in order.
 * Long words become several messages with the buttons under the last; a card stays one message, shortened when it must be.
 * Throws Fault `message-invalid` when there is nothing to say or a button breaks Telegram's limits.
 */
export const render = (message: OutboundMessage, spot: Spot = {}): Rendered => {
  const where = placed(message, spot);
  const card = cardRendered(message, where);
  if (card) return card;
  const text = spoken(message, message.text).trim();
  const [file] = message.files ?? [];
  if (file && asCaption(message, text)) return { calls: [fileCall(where, file, text)], primary: 0 };
  const said = wordCalls(message, where, spot);
  const calls = [...said, ...phoneCall(message, where), ...fileCalls(message, where)];
  if (calls.length === 0) throw new Fault('message-invalid', 'A message without words or files');
  return { calls, primary: Math.max(0, said.length - 1) };
};

/** The redraw of a message in place. A message without buttons loses those it had. */
export const renderEdit = (message: OutboundMessage, messageId: number): Rendered => {
  const rendered = render({ ...message, files: [], asksPhone: false });
  const call = rendered.calls[rendered.primary];
  if (!call) throw new Fault('message-invalid', 'Nothing to redraw');
  const edit: Call = {
    ...call,
    method: 'editMessageText',
    payload: { ...call.payload, message_id: messageId },
  };
  return { ...rendered, calls: [edit], primary: 0 };
};

/** The full text of a shortened card as a file under it. */
export const renderWhole = (message: OutboundMessage, whole: string, spot: Spot): Call => ({
  method: 'sendDocument',
  payload: {
    ...placed(message, spot),
    caption: words[message.locale].wholeCard,
    disable_notification: true,
  },
  upload: { name: `${message.complaint ?? 'card'}.txt`, text: whole },
});

const topicColours: Readonly<Record<Tone, number>> = {
  critical: 0xfb6f5f,
  serious: 0xff93b2,
  notable: 0xffd67e,
  ordinary: 0x6fb9f0,
  done: 0x8eee98,
};

/** A forum topic for a complaint. The colour is the one at its opening: Telegram never changes it. */
export const renderTopic = (message: OutboundMessage, title: string): Readonly<Record<string, unknown>> => ({
  chat_id: chatId(message.to.place),
  name: shorten(title.replace(/\s+/g, ' ').trim() || (message.complaint ?? message.id), topicNameLimit),
  icon_color: topicColours[message.card?.tone ?? 'ordinary'],
});

/** Whether the words of an answer fit the notice shown on a press. */
export const fitsNotice = (message: OutboundMessage): boolean =>
  message.text.length > 0 &&
  message.text.length <= answerLimit &&
  !message.card &&
  !message.files?.length &&
  !message.buttons?.length;
