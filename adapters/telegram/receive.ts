import type {
  CommandArrival,
  ContactArrival,
  InboundMessage,
  Sender,
  TextArrival,
} from '../../src/inbound/message.ts';
import type { Locale } from '../../src/terms.ts';
import type { TelegramChat, TelegramFile, TelegramMessage, TelegramUpdate, TelegramUser } from './updates.ts';
import { words } from './words.ts';

/** Largest file Telegram lets a bot fetch. */
export const getFileLimit = 20 * 1024 * 1024;

/** The General topic: posting with its id fails, so it counts as no topic. */
const generalTopic = 1;

/** Who we are: `botId` goes into keys, `username` tells our commands from other bots' in a group. */
export interface Self {
  readonly botId: string;
  readonly username?: string;
}

/** A file still at Telegram. */
export interface Attachment {
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  /** As Telegram says; undefined when it does not. */
  readonly bytes?: number;
}

/** What one update means. */
export type Translated =
  | {
      readonly kind: 'arrivals';
      readonly arrivals: readonly InboundMessage[];
      /** Files to fetch and put into the one text arrival. */
      readonly attachments: readonly Attachment[];
      /** The message of ours that was replied to, for guided replies. */
      readonly repliesTo?: { readonly messageId: number; readonly text: string };
    }
  | { readonly kind: 'migration'; readonly from: string; readonly to: string }
  | { readonly kind: 'connection'; readonly id: string; readonly enabled: boolean; readonly owner: string }
  | { readonly kind: 'membership'; readonly chat: string; readonly status: string }
  | { readonly kind: 'ignored'; readonly why: string };

const ignored = (why: string): Translated => ({ kind: 'ignored', why });

const localeOf = (user: TelegramUser | undefined): Locale | undefined => {
  if (!user?.language_code) return undefined;
  return /^zh\b/i.test(user.language_code) ? 'zh-CN' : 'en';
};

const nameOf = (user: TelegramUser): string =>
  [user.first_name, user.last_name].filter(Boolean).join(' ') || (user.username ?? '');

const person = (user: TelegramUser): Sender => {
  const name = nameOf(user);
  const locale = localeOf(user);
  return { id: String(user.id), ...(name && { name }), ...(locale && { locale }) };
};

/** An anonymous admin or channel speaks as a chat: not a person, so never anybody's rights. */
const asChat = (chat: TelegramChat): Sender => ({
  id: `chat:${chat.id}`,
  ...(chat.title && { name: chat.title }),
});

const topicOf = (message: TelegramMessage): string | undefined => {
  const topic = message.message_thread_id;
  if (!message.is_topic_message || topic === undefined || topic === generalTopic) return undefined;
  return message.chat.type === 'private' ? undefined : String(topic);
};

const instant = (seconds: number): string => new Date(seconds * 1000).toISOString();

/**
 * Our name of a message at Telegram, `chat:message`; business chats count theirs per account, so the connection heads it.
 */
export const messageIdOf = (chat: number | string, message: number, route?: string): string =>
  route ? `${route}:${chat}:${message}` : `${chat}:${message}`;

const common = (message: TelegramMessage, key: string) => {
  const thread = topicOf(message);
  const route = message.business_connection_id;
  const speaker = message.sender_chat && message.sender_chat.id !== message.from?.id;
  const from = speaker && message.sender_chat ? asChat(message.sender_chat) : undefined;
  return {
    key,
    from: from ?? (message.from ? person(message.from) : asChat(message.chat)),
    address: { channel: 'telegram' as const, place: String(message.chat.id) },
    ...(route && { route }),
    ...(message.chat.type !== 'private' && { group: true }),
    ...(thread && { thread }),
    sentAt: instant(message.edit_date ?? message.date),
  };
};

const attach = (file: TelegramFile, name: string, mediaType: string): Attachment => ({
  fileId: file.file_id,
  name: file.file_name ?? name,
  mediaType: file.mime_type ?? mediaType,
  ...(file.file_size !== undefined && { bytes: file.file_size }),
});

const area = (file: TelegramFile): number => (file.width ?? 0) * (file.height ?? 0);

/** The files of a message; of a photo's sizes only the largest. */
export const attachmentsOf = (message: TelegramMessage): readonly Attachment[] => {
  const id = message.message_id;
  const { photo, animation, document, voice, audio, video, video_note } = message;
  const found: Attachment[] = [];
  const largest = photo?.toSorted((one, other) => area(other) - area(one))[0];
  if (largest) found.push(attach(largest, `photo-${id}.jpg`, 'image/jpeg'));
  if (voice) found.push(attach(voice, `voice-${id}.ogg`, 'audio/ogg'));
  if (audio) found.push(attach(audio, `audio-${id}.mp3`, 'audio/mpeg'));
  if (video) found.push(attach(video, `video-${id}.mp4`, 'video/mp4'));
  if (video_note) found.push(attach(video_note, `video-${id}.mp4`, 'video/mp4'));
  if (animation) found.push(attach(animation, `animation-${id}.mp4`, 'video/mp4'));
  else if (document) found.push(attach(document, `file-${id}`, 'application/octet-stream'));
  return found;
};

const coordinates = (place: { readonly latitude: number; readonly longitude: number }): string =>
  `${place.latitude.toFixed(6)}, ${place.longitude.toFixed(6)}`;

/** What has no words, told in words; null for service messages. */
const described = (message: TelegramMessage, locale: Locale): string | null => {
  const say = words[locale];
  if (message.sticker) return message.sticker.emoji ?? say.sticker;
  if (message.venue) {
    return `📍 ${message.venue.title}, ${message.venue.address} (${coordinates(message.venue.location)})`;
  }
  if (message.location) return `📍 ${coordinates(message.location)}`;
  if (message.contact) {
    const name = [message.contact.first_name, message.contact.last_name].filter(Boolean).join(' ');
    return `👤 ${[name, message.contact.phone_number].filter(Boolean).join(' ')}`;
  }
  if (message.dice) return `${message.dice.emoji} ${message.dice.value}`;
  if (message.poll) return `${say.pollAsked}${message.poll.question}`;
  return message.story || message.paid_media || message.checklist ? say.unsupported : null;
};

const textOf = (message: TelegramMessage): string => message.text ?? message.caption ?? '';

const commandNames = [
  'start',
  'new',
  'status',
  'mine',
  'search',
  'help',
  'link',
] as const satisfies readonly CommandArrival['name'][];

type CommandName = CommandArrival['name'];

/** A command for us, or nothing: an unknown one is words, another bot's is not ours to read. */
const commandOf = (
  text: string,
  self: Self,
): { readonly name: CommandName; readonly text: string } | 'theirs' | null => {
  const match = /^\/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\s+|$)/.exec(text);
  if (!match) return null;
  const addressed = match[2]?.toLowerCase();
  if (addressed && self.username && addressed !== self.username.toLowerCase()) return 'theirs';
  const name = commandNames.find((known) => known === match[1]?.toLowerCase());
  return name ? { name, text: text.slice(match[0].length).trim() } : null;
};

/** A number given by the key is the sender's own; any other is somebody else's and stays words. */
const ownContact = (message: TelegramMessage, key: string): ContactArrival | null => {
  const { contact, from } = message;
  if (!contact || !from || message.sender_chat || contact.user_id !== from.id) return null;
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(' ');
  return {
    ...common(message, key),
    kind: 'contact',
    phone: contact.phone_number.startsWith('+') ? contact.phone_number : `+${contact.phone_number}`,
    ...(name && { name }),
  };
};

/** Our own words coming back, and the account owner's own: neither was said by a complainant. */
const unheard = (message: TelegramMessage, self: Self): string | null => {
  if (message.is_automatic_forward) return 'forwarded by the channel';
  if (message.sender_business_bot || String(message.from?.id) === self.botId) return 'our own';
  if (message.from?.is_bot && !message.sender_chat) return 'another bot';
  if (message.business_connection_id && message.from?.id !== message.chat.id) return 'the account owner';
  return null;
};

const textArrival = (message: TelegramMessage, key: string, text: string): TextArrival => ({
  ...common(message, key),
  kind: 'text',
  messageId: messageIdOf(message.chat.id, message.message_id, message.business_connection_id),
  text,
  files: [],
});

const heard = (message: TelegramMessage, key: string, self: Self): Translated => {
  const because = unheard(message, self);
  if (because) return ignored(because);
  const contact = ownContact(message, key);
  if (contact) return { kind: 'arrivals', arrivals: [contact], attachments: [] };
  const command = message.text === undefined ? null : commandOf(message.text, self);
  if (command === 'theirs') return ignored("another bot's command");
  if (command) {
    return {
      kind: 'arrivals',
      arrivals: [{ ...common(message, key), kind: 'command', ...command }],
      attachments: [],
    };
  }
  const attachments = attachmentsOf(message);
  const said = textOf(message) || (described(message, localeOf(message.from) ?? 'zh-CN') ?? '');
  if (said === '' && attachments.length === 0) return ignored('service message');
  const asked = message.reply_to_message;
  const ours = asked && String(asked.from?.id) === self.botId ? asked : undefined;
  return {
    kind: 'arrivals',
    arrivals: [textArrival(message, key, said)],
    attachments,
    ...(ours && { repliesTo: { messageId: ours.message_id, text: ours.text ?? '' } }),
  };
};

const edited = (message: TelegramMessage, key: string, self: Self): Translated => {
  const because = unheard(message, self);
  if (because) return ignored(because);
  if (message.text === undefined && message.caption === undefined) return ignored('edit without words');
  const messageId = messageIdOf(message.chat.id, message.message_id, message.business_connection_id);
  const arrival = { ...common(message, key), kind: 'edit' as const, messageId, text: textOf(message) };
  return { kind: 'arrivals', arrivals: [arrival], attachments: [] };
};

const pressed = (update: TelegramUpdate, key: string): Translated => {
  const callback = update.callback_query;
  if (!callback?.data) return ignored('press without data');
  const { message } = callback;
  const thread = message && topicOf(message);
  const route = message?.business_connection_id;
  return {
    kind: 'arrivals',
    attachments: [],
    arrivals: [
      {
        kind: 'press',
        key,
        from: person(callback.from),
        address: { channel: 'telegram', place: String(message?.chat.id ?? callback.from.id) },
        ...(route && { route }),
        ...(thread && { thread }),
        buttonId: callback.data,
        answerTo: callback.id,
      },
    ],
  };
};

const deleted = (update: TelegramUpdate, key: string): Translated => {
  const gone = update.deleted_business_messages;
  if (!gone) return ignored('nothing deleted');
  const route = gone.business_connection_id;
  const arrivals = gone.message_ids.map((id) => ({
    kind: 'deletion' as const,
    key: `${key}:${id}`,
    from: { id: String(gone.chat.id) },
    address: { channel: 'telegram' as const, place: String(gone.chat.id) },
    route,
    messageId: messageIdOf(gone.chat.id, id, route),
  }));
  return { kind: 'arrivals', arrivals, attachments: [] };
};

const membership = (update: TelegramUpdate, key: string): Translated => {
  const change = update.my_chat_member;
  if (!change) return ignored('no membership');
  const { status } = change.new_chat_member;
  if (change.chat.type !== 'private') return { kind: 'membership', chat: String(change.chat.id), status };
  const arrival = {
    kind: 'reachability' as const,
    key,
    from: person(change.from),
    address: { channel: 'telegram' as const, place: String(change.chat.id) },
    sentAt: instant(change.date),
    reachable: status !== 'kicked' && status !== 'left',
  };
  return { kind: 'arrivals', arrivals: [arrival], attachments: [] };
};

const migrated = (message: TelegramMessage | undefined): Translated | null => {
  if (message?.migrate_to_chat_id !== undefined) {
    return { kind: 'migration', from: String(message.chat.id), to: String(message.migrate_to_chat_id) };
  }
  if (message?.migrate_from_chat_id !== undefined) {
    return { kind: 'migration', from: String(message.migrate_from_chat_id), to: String(message.chat.id) };
  }
  return null;
};

/**
 * Turns one Telegram update into arrivals, or tells what else it was. Fetches nothing: files are listed as attachments.
 * Throws a plain Error on an update of no known shape, so that the caller can park it.
 */
export const translate = (update: TelegramUpdate, self: Self): Translated => {
  const key = `telegram:${self.botId}:${update.update_id}`;
  const message = update.message ?? update.business_message;
  if (message) return migrated(message) ?? heard(message, key, self);
  const changed = update.edited_message ?? update.edited_business_message;
  if (changed) return edited(changed, key, self);
  if (update.callback_query) return pressed(update, key);
  if (update.my_chat_member) return membership(update, key);
  if (update.deleted_business_messages) return deleted(update, key);
  const connection = update.business_connection;
  if (connection) {
    const enabled = connection.is_enabled && connection.rights?.can_reply !== false;
    return { kind: 'connection', id: connection.id, enabled, owner: String(connection.user.id) };
  }
  return ignored('of no kind we asked for');
};
