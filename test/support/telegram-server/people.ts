import type { StubPress } from './methods.ts';
import type { UpdateQueue } from './queue.ts';
import type { StubChat, StubMessage, StubUser, World } from './world.ts';

/** What a person adds to what they write. */
export interface SayOptions {
  readonly chat?: StubChat;
  readonly topic?: number;
  readonly replyTo?: number;
  /** Anything else of a Bot API message: a photo, a contact, an album id. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** Speaks through a business account's connection. */
  readonly route?: string;
}

/** What people of the stub share. */
export interface PeopleTools {
  readonly world: World;
  readonly queue: UpdateQueue;
  readonly presses: Map<string, StubPress>;
  readonly bot: { readonly id: number; readonly username: string };
  now(): number;
}

const chatOf = (chat: StubChat) => ({
  id: chat.id,
  type: chat.type,
  ...(chat.title && { title: chat.title }),
  ...(chat.forum && { is_forum: true }),
});

/** A person with a Telegram app: writes, edits, presses, blocks. */
export class Person {
  readonly user: StubUser;
  readonly #tools: PeopleTools;

  constructor(user: StubUser, tools: PeopleTools) {
    this.user = user;
    this.#tools = tools;
  }

  /** The private chat with the bot. */
  get chat(): StubChat {
    return this.#tools.world.privateChat(this.user, 'never-started');
  }

  /** Writes something; in private unless a chat is named. Gives the message as kept. */
  say(text: string, options: SayOptions = {}): StubMessage {
    const chat = options.chat ?? this.chat;
    if (chat === this.chat && !options.route) chat.standing = 'open';
    const kept = this.#tools.world.add({
      chat: chat.id,
      fromBot: false,
      from: this.user,
      text,
      entities: [],
      ...(options.topic !== undefined && { topic: options.topic }),
      ...(options.replyTo !== undefined && { replyTo: options.replyTo }),
      ...(options.route && { route: options.route }),
    });
    this.#tools.queue.push({
      [options.route ? 'business_message' : 'message']: this.#message(kept, options),
    });
    return kept;
  }

  /** Changes an earlier message. */
  edit(message: StubMessage, text: string, options: SayOptions = {}): void {
    message.text = text;
    const edited = { ...this.#message(message, options), edit_date: Math.floor(this.#tools.now() / 1000) };
    this.#tools.queue.push({ [message.route ? 'edited_business_message' : 'edited_message']: edited });
  }

  /** Presses the button of this label, or sends forged data when `data` is given. Gives the id of the press. */
  press(message: StubMessage, label: string, data = this.#dataOf(message, label)): string {
    const id = `press${this.#tools.presses.size + 1}`;
    this.#tools.presses.set(id, { id, at: this.#tools.now() });
    const chat = this.#tools.world.chat(message.chat);
    const shown = {
      message_id: message.id,
      date: Math.floor(message.at / 1000),
      chat: chatOf(chat),
      from: { ...this.#tools.bot, is_bot: true },
      text: message.text,
      ...(message.topic !== undefined && { message_thread_id: message.topic, is_topic_message: true }),
      ...(message.route && { business_connection_id: message.route }),
    };
    this.#tools.queue.push({
      callback_query: { id, from: this.user, chat_instance: '1', message: shown, data },
    });
    return id;
  }

  /** Blocks the bot, or lets it write again. */
  block(blocked = true): void {
    this.chat.standing = blocked ? 'blocked' : 'open';
    this.#tools.queue.push({
      my_chat_member: {
        chat: chatOf(this.chat),
        from: this.user,
        date: Math.floor(this.#tools.now() / 1000),
        old_chat_member: { status: blocked ? 'member' : 'kicked' },
        new_chat_member: { status: blocked ? 'kicked' : 'member' },
      },
    });
  }

  /** What the bot has written to this person in private, oldest first. */
  get received(): readonly StubMessage[] {
    return this.#tools.world.messages.filter(
      (one) => one.chat === this.user.id && one.fromBot && !one.deleted,
    );
  }

  #dataOf(message: StubMessage, label: string): string {
    const markup: { inline_keyboard?: { text: string; callback_data: string }[][] } = Object(message.markup);
    const button = markup.inline_keyboard?.flat().find((one) => one.text === label);
    if (!button) throw new Error(`No button '${label}' under message ${message.id}`);
    return button.callback_data;
  }

  #message(kept: StubMessage, options: SayOptions): Readonly<Record<string, unknown>> {
    const chat = this.#tools.world.chat(kept.chat);
    const asked = kept.replyTo === undefined ? undefined : this.#tools.world.find(kept.chat, kept.replyTo);
    return {
      message_id: kept.id,
      date: Math.floor(kept.at / 1000),
      chat: chatOf(chat),
      from: this.user,
      ...(kept.topic !== undefined && { message_thread_id: kept.topic, is_topic_message: true }),
      ...(kept.route && { business_connection_id: kept.route }),
      ...(asked && {
        reply_to_message: {
          message_id: asked.id,
          date: Math.floor(asked.at / 1000),
          chat: chatOf(chat),
          from: asked.fromBot ? { ...this.#tools.bot, is_bot: true } : asked.from,
          text: asked.text,
        },
      }),
      ...(options.extra &&
      Object.keys(options.extra).some((name) => /photo|voice|document|video|animation|audio/.test(name))
        ? { ...(kept.text && { caption: kept.text }) }
        : { ...(kept.text && { text: kept.text }) }),
      ...options.extra,
    };
  }
}
