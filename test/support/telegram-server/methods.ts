import type { CallBody } from './body.ts';
import { readText } from './markup.ts';
import { BotApiRefusal, badRequest, forbidden } from './refusal.ts';
import type { StubChat, StubMessage, World } from './world.ts';

const textLimit = 4096;
const captionLimit = 1024;
const callbackLifeMs = 150_000;

/** A press waiting for its answer. */
export interface StubPress {
  readonly id: string;
  readonly at: number;
  answer?: { readonly text: string; readonly alert: boolean };
}

/** What the methods work on. */
export interface MethodTools {
  readonly world: World;
  readonly presses: Map<string, StubPress>;
  readonly bot: { readonly id: number; readonly username: string };
  now(): number;
  /** Business connections the bot may answer for. */
  readonly connections: Set<string>;
}

type Values = CallBody['values'];
type Method = (tools: MethodTools, body: CallBody) => unknown;

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

const checkStanding = (chat: StubChat): void => {
  if (chat.migratedTo !== undefined) {
    throw new BotApiRefusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.migratedTo,
    });
  }
  if (chat.standing === 'blocked') throw forbidden('bot was blocked by the user');
  if (chat.standing === 'deactivated') throw forbidden('user is deactivated');
  if (chat.standing === 'kicked') throw forbidden('bot was kicked from the supergroup chat');
  if (chat.standing === 'never-started') throw forbidden("bot can't initiate conversation with a user");
};

const topicOf = (chat: StubChat, values: Values): number | undefined => {
  const asked = values.message_thread_id;
  if (asked === undefined || !chat.forum) return undefined;
  if (!chat.topics.has(Number(asked))) throw badRequest('message thread not found');
  return Number(asked);
};

const checkButton = (value: unknown): void => {
  const button = record(value);
  const data = button.callback_data;
  if (typeof button.text !== 'string' || button.text === '')
    throw badRequest("can't parse inline keyboard button: Text must be non-empty");
  if (data === undefined && button.url === undefined)
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  const bytes = typeof data === 'string' ? Buffer.byteLength(data) : 1;
  if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID');
};

const checkMarkup = (chat: StubChat, values: Values, edit: boolean): void => {
  const markup = record(values.reply_markup);
  if (Array.isArray(markup.inline_keyboard)) {
    const buttons = markup.inline_keyboard.flat();
    if (buttons.length > 100) throw badRequest('reply markup is too long');
    for (const button of buttons) checkButton(button);
    return;
  }
  if (edit && values.reply_markup !== undefined)
    throw badRequest("message can't be edited: inline keyboard expected");
  const asksContact =
    Array.isArray(markup.keyboard) && markup.keyboard.flat().some((one) => record(one).request_contact);
  if (asksContact && chat.type !== 'private')
    throw badRequest('phone number can be requested in private chats only');
};

const checkRoute = (tools: MethodTools, values: Values): string | undefined => {
  const route = values.business_connection_id;
  if (route === undefined) return undefined;
  if (typeof route !== 'string' || !tools.connections.has(route))
    throw badRequest('business connection not found');
  return route;
};

const replyOf = (tools: MethodTools, chat: StubChat, values: Values): number | undefined => {
  const reply = record(values.reply_parameters);
  if (reply.message_id === undefined) return undefined;
  if (tools.world.find(chat.id, reply.message_id)) return Number(reply.message_id);
  if (reply.allow_sending_without_reply) return undefined;
  throw badRequest('message to be replied not found');
};

const posted = (tools: MethodTools, message: StubMessage): Readonly<Record<string, unknown>> => ({
  message_id: message.id,
  date: Math.floor(message.at / 1000),
  chat: { id: message.chat, type: tools.world.chat(message.chat).type },
  from: { id: tools.bot.id, is_bot: true, username: tools.bot.username },
  ...(message.topic !== undefined && { message_thread_id: message.topic, is_topic_message: true }),
  text: message.text,
  entities: message.entities,
});

const post = (
  tools: MethodTools,
  body: CallBody,
  words: ReturnType<typeof readText>,
  file?: StubMessage['file'],
): unknown => {
  const { values } = body;
  const chat = tools.world.chat(values.chat_id);
  const route = checkRoute(tools, values);
  if (!route) checkStanding(chat);
  const topic = topicOf(chat, values);
  checkMarkup(chat, values, false);
  const replyTo = replyOf(tools, chat, values);
  const message = tools.world.add({
    chat: chat.id,
    fromBot: true,
    ...words,
    ...(topic !== undefined && { topic }),
    ...(route && { route }),
    ...(values.reply_markup !== undefined && { markup: values.reply_markup }),
    ...(replyTo !== undefined && { replyTo }),
    ...(file && { file }),
  });
  return posted(tools, message);
};

const sendMessage: Method = (tools, body) => {
  const words = readText(body.values.text, body.values.parse_mode, textLimit);
  if (words.text === '') throw badRequest('message text is empty');
  return post(tools, body, words);
};

const sendFile =
  (kind: 'photo' | 'document'): Method =>
  (tools, body) => {
    const file = body.files[kind];
    if (!file) throw badRequest(`there is no ${kind} in the request`);
    if (file.bytes.length > (kind === 'photo' ? 10 : 50) * 1024 * 1024)
      throw new BotApiRefusal(413, 'Request Entity Too Large');
    const words = readText(body.values.caption, body.values.parse_mode, captionLimit);
    return post(tools, body, words, { kind, ...file });
  };

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const editable = (tools: MethodTools, values: Values): StubMessage => {
  const chat = tools.world.chat(values.chat_id);
  const route = checkRoute(tools, values);
  if (!route) checkStanding(chat);
  const message = tools.world.find(chat.id, values.message_id);
  if (!message) throw badRequest('message to edit not found');
  if (!message.fromBot) throw badRequest("message can't be edited");
  checkMarkup(chat, values, true);
  return message;
};

const editMessageText: Method = (tools, { values }) => {
  const message = editable(tools, values);
  if (message.file) throw badRequest('there is no text in the message to edit');
  const words = readText(values.text, values.parse_mode, textLimit);
  if (words.text === '') throw badRequest('message text is empty');
  if (
    words.text === message.text &&
    same(words.entities, message.entities) &&
    same(values.reply_markup, message.markup)
  ) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  Object.assign(message, words, { markup: values.reply_markup, edits: message.edits + 1 });
  return posted(tools, message);
};

const editMessageReplyMarkup: Method = (tools, { values }) => {
  const message = editable(tools, values);
  if (same(values.reply_markup, message.markup)) throw badRequest('message is not modified');
  Object.assign(message, { markup: values.reply_markup, edits: message.edits + 1 });
  return posted(tools, message);
};

const deleteMessage: Method = (tools, { values }) => {
  const message = tools.world.find(values.chat_id, values.message_id);
  if (!message) throw badRequest('message to delete not found');
  message.deleted = true;
  return true;
};

const answerCallbackQuery: Method = (tools, { values }) => {
  const press = tools.presses.get(String(values.callback_query_id));
  const text = typeof values.text === 'string' ? values.text : '';
  if (!press || press.answer || tools.now() - press.at > callbackLifeMs) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  if (text.length > 200) throw badRequest('MESSAGE_TOO_LONG');
  press.answer = { text, alert: values.show_alert === true };
  return true;
};

const forumOf = (tools: MethodTools, values: Values): StubChat => {
  const chat = tools.world.chat(values.chat_id);
  checkStanding(chat);
  if (!chat.forum) throw badRequest('the chat is not a forum');
  return chat;
};

const topicIn = (chat: StubChat, values: Values) => {
  const topic = chat.topics.get(Number(values.message_thread_id));
  if (!topic) throw badRequest('message thread not found');
  return topic;
};

const createForumTopic: Method = (tools, { values }) => {
  const chat = forumOf(tools, values);
  const name = String(values.name ?? '');
  if (name.length < 1 || name.length > 128) throw badRequest('invalid forum topic name specified');
  const id = tools.world.nextId(chat.id);
  chat.topics.set(id, { id, name, closed: false });
  return { message_thread_id: id, name, icon_color: values.icon_color };
};

const editForumTopic: Method = (tools, { values }) => {
  const topic = topicIn(forumOf(tools, values), values);
  if (topic.name === values.name) throw badRequest('TOPIC_NOT_MODIFIED');
  topic.name = String(values.name);
  return true;
};

const closing =
  (closed: boolean): Method =>
  (tools, { values }) => {
    const topic = topicIn(forumOf(tools, values), values);
    if (topic.closed === closed) throw badRequest('TOPIC_NOT_MODIFIED');
    topic.closed = closed;
    return true;
  };

const deleteForumTopic: Method = (tools, { values }) => {
  const chat = forumOf(tools, values);
  const topic = topicIn(chat, values);
  chat.topics.delete(topic.id);
  for (const message of tools.world.messages)
    if (message.chat === chat.id && message.topic === topic.id) message.deleted = true;
  return true;
};

const getFile: Method = (tools, { values }) => {
  const bytes = tools.world.files.get(String(values.file_id));
  if (!bytes) throw badRequest('invalid file_id');
  if (bytes.length > 20 * 1024 * 1024) throw badRequest('file is too big');
  return {
    file_id: values.file_id,
    file_unique_id: `u${values.file_id}`,
    file_size: bytes.length,
    file_path: `files/${values.file_id}`,
  };
};

const setMyCommands: Method = (_, { values }) => {
  const commands = Array.isArray(values.commands) ? values.commands.map(record) : [];
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(String(command))) throw badRequest('BOT_COMMAND_INVALID');
    if (String(description).length < 1 || String(description).length > 256)
      throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  return true;
};

/** The methods that work on the world; updates and webhooks are the server's own. */
export const methods: Readonly<Record<string, Method>> = {
  getMe: ({ bot }) => ({ ...bot, is_bot: true, first_name: 'Redress', can_join_groups: true }),
  sendMessage,
  sendPhoto: sendFile('photo'),
  sendDocument: sendFile('document'),
  editMessageText,
  editMessageReplyMarkup,
  deleteMessage,
  answerCallbackQuery,
  createForumTopic,
  editForumTopic,
  closeForumTopic: closing(true),
  reopenForumTopic: closing(false),
  deleteForumTopic,
  getFile,
  setMyCommands,
  sendChatAction: () => true,
};
