import type { Entity } from './markup.ts';
import { badRequest } from './refusal.ts';

/** A person in the world of the stub. */
export interface StubUser {
  readonly id: number;
  readonly first_name: string;
  readonly last_name?: string;
  readonly username?: string;
  readonly language_code?: string;
  readonly is_bot?: boolean;
}

/** A forum topic. */
export interface StubTopic {
  readonly id: number;
  name: string;
  closed: boolean;
}

/** A chat and the bot's standing in it. */
export interface StubChat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup';
  readonly title?: string;
  readonly forum: boolean;
  /** Whether the bot may write there: a person who never wrote cannot be written to. */
  standing: 'open' | 'never-started' | 'blocked' | 'deactivated' | 'kicked';
  migratedTo?: number;
  readonly topics: Map<number, StubTopic>;
}

/** A message as people see it: words after the markup was read. */
export interface StubMessage {
  readonly id: number;
  readonly chat: number;
  readonly topic?: number;
  readonly route?: string;
  readonly fromBot: boolean;
  readonly from?: StubUser;
  text: string;
  entities: readonly Entity[];
  markup?: unknown;
  readonly replyTo?: number;
  readonly file?: { readonly kind: string; readonly name: string; readonly bytes: Uint8Array };
  deleted: boolean;
  edits: number;
  readonly at: number;
}

/** Everything that exists: people, chats, topics, messages, files. */
export class World {
  readonly chats = new Map<number, StubChat>();
  readonly messages: StubMessage[] = [];
  readonly files = new Map<string, Uint8Array>();
  readonly #lastId = new Map<number, number>();

  /** The chat a call names. Throws the Bot API's 400. */
  chat(id: unknown): StubChat {
    const chat = this.chats.get(Number(id));
    if (!chat) throw badRequest('chat not found');
    return chat;
  }

  /** A private chat with a person; made on first use. */
  privateChat(user: StubUser, standing: StubChat['standing'] = 'open'): StubChat {
    const known = this.chats.get(user.id);
    if (known) return known;
    const chat: StubChat = { id: user.id, type: 'private', forum: false, standing, topics: new Map() };
    this.chats.set(chat.id, chat);
    return chat;
  }

  /** A supergroup with topics in which the bot is an administrator. */
  forum(id: number, title: string): StubChat {
    return this.group(id, title, { type: 'supergroup', forum: true });
  }

  /** A group; a basic one can become a supergroup. */
  group(
    id: number,
    title: string,
    kind: Pick<StubChat, 'type' | 'forum'> = { type: 'group', forum: false },
  ): StubChat {
    const chat: StubChat = { id, title, ...kind, standing: 'open', topics: new Map() };
    this.chats.set(id, chat);
    return chat;
  }

  /** Ids rise within each chat, topics and messages together. */
  nextId(chat: number): number {
    const id = (this.#lastId.get(chat) ?? 100) + 1;
    this.#lastId.set(chat, id);
    return id;
  }

  /** Keeps a message. */
  add(message: Omit<StubMessage, 'id' | 'at' | 'edits' | 'deleted'>): StubMessage {
    const kept: StubMessage = {
      ...message,
      id: this.nextId(message.chat),
      at: Date.now(),
      edits: 0,
      deleted: false,
    };
    this.messages.push(kept);
    return kept;
  }

  /** A message that is still there. */
  find(chat: unknown, id: unknown): StubMessage | undefined {
    return this.messages.find((one) => one.chat === Number(chat) && one.id === Number(id) && !one.deleted);
  }
}
