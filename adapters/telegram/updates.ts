/** A person or bot as Telegram names them. Ids have up to 52 bits: carried on as text. */
export interface TelegramUser {
  readonly id: number;
  readonly is_bot?: boolean;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly username?: string;
  readonly language_code?: string;
}

/** A private chat, group, supergroup or channel. */
export interface TelegramChat {
  readonly id: number;
  readonly type?: string;
  readonly title?: string;
  readonly is_forum?: boolean;
}

/** Any file of a message; which fields are there depends on its kind. */
export interface TelegramFile {
  readonly file_id: string;
  readonly file_unique_id?: string;
  readonly file_size?: number;
  readonly file_name?: string;
  readonly mime_type?: string;
  readonly width?: number;
  readonly height?: number;
}

interface TelegramContact {
  readonly phone_number: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly user_id?: number;
}

interface TelegramLocation {
  readonly latitude: number;
  readonly longitude: number;
}

/** The parts of a message this adapter reads. */
export interface TelegramMessage {
  readonly message_id: number;
  readonly message_thread_id?: number;
  readonly is_topic_message?: boolean;
  readonly from?: TelegramUser;
  readonly sender_chat?: TelegramChat;
  readonly sender_business_bot?: TelegramUser;
  readonly is_automatic_forward?: boolean;
  readonly business_connection_id?: string;
  readonly date: number;
  readonly edit_date?: number;
  readonly chat: TelegramChat;
  readonly reply_to_message?: TelegramMessage;
  readonly media_group_id?: string;
  readonly text?: string;
  readonly caption?: string;
  readonly photo?: readonly TelegramFile[];
  readonly document?: TelegramFile;
  readonly voice?: TelegramFile;
  readonly audio?: TelegramFile;
  readonly video?: TelegramFile;
  readonly video_note?: TelegramFile;
  readonly animation?: TelegramFile;
  readonly sticker?: { readonly emoji?: string };
  readonly dice?: { readonly emoji: string; readonly value: number };
  readonly contact?: TelegramContact;
  readonly location?: TelegramLocation;
  readonly venue?: {
    readonly location: TelegramLocation;
    readonly title: string;
    readonly address: string;
  };
  readonly poll?: { readonly question: string };
  readonly story?: object;
  readonly paid_media?: object;
  readonly checklist?: { readonly title?: string };
  readonly migrate_to_chat_id?: number;
  readonly migrate_from_chat_id?: number;
}

/** A press on an inline button. `data` can be forged: a client may send what is on no button. */
export interface TelegramCallback {
  readonly id: string;
  readonly from: TelegramUser;
  readonly message?: TelegramMessage;
  readonly data?: string;
}

interface TelegramMembership {
  readonly chat: TelegramChat;
  readonly from: TelegramUser;
  readonly date: number;
  readonly new_chat_member: { readonly status: string };
}

/** A person's own support account tied to the bot (Telegram Business), or untied. */
export interface TelegramBusinessConnection {
  readonly id: string;
  readonly user: TelegramUser;
  readonly is_enabled: boolean;
  readonly rights?: { readonly can_reply?: boolean };
}

interface TelegramBusinessDeletion {
  readonly business_connection_id: string;
  readonly chat: TelegramChat;
  readonly message_ids: readonly number[];
}

/** One update as getUpdates and webhooks bring it: at most one of the optional parts is there. */
export interface TelegramUpdate {
  readonly update_id: number;
  readonly message?: TelegramMessage;
  readonly edited_message?: TelegramMessage;
  readonly callback_query?: TelegramCallback;
  readonly my_chat_member?: TelegramMembership;
  readonly business_connection?: TelegramBusinessConnection;
  readonly business_message?: TelegramMessage;
  readonly edited_business_message?: TelegramMessage;
  readonly deleted_business_messages?: TelegramBusinessDeletion;
}

/** The kinds of update asked for; the choice sticks at Telegram until it is changed, so it is always sent. */
export const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
] as const;

/** The chat an update belongs to, as text; updates of one chat are taken in their order. */
export const chatOf = (update: TelegramUpdate): string => {
  const edited = update.edited_message ?? update.edited_business_message;
  const message = messageOf(update) ?? edited ?? update.callback_query?.message;
  const chat = message?.chat ?? update.my_chat_member?.chat ?? update.deleted_business_messages?.chat;
  return String(chat?.id ?? update.callback_query?.from?.id ?? 'none');
};

/** The new message of an update, private, group or business; undefined for edits, presses and the rest. */
export const messageOf = (update: TelegramUpdate): TelegramMessage | undefined =>
  update.message ?? update.business_message;
