import { checkMessage, checkView } from '../block-kit.ts';
import { type Args, nextTs, type Room, roomOf, type ServerState, type Workspace } from './state.ts';

/** What a method is given. */
export interface MethodCall {
  readonly state: ServerState;
  readonly workspace: Workspace;
  readonly args: Args;
  readonly origin: string;
}

/** A method's answer; `error` makes it `ok: false`. */
export type Answer = Readonly<Record<string, unknown>>;

const text = (args: Args, name: string): string => String(args[name] ?? '');
const blocksOf = (args: Args): readonly unknown[] => (Array.isArray(args.blocks) ? args.blocks : []);

const writable = ({ state, args }: MethodCall): Room | string => {
  const id = text(args, 'channel');
  const room = roomOf(state, /^[UW]/.test(id) ? `D${id}` : id);
  if (!room) return 'channel_not_found';
  return room.archived ? 'is_archived' : room;
};

const messageProblem = (args: Args, update: boolean): string | undefined => {
  const words = text(args, 'text');
  const blocks = blocksOf(args);
  if (words === '' && blocks.length === 0) return 'no_text';
  if (words.length > (update ? 4000 : 40_000)) return 'msg_too_long';
  const problems = blocks.length > 0 ? checkMessage({ text: words.slice(0, 4000), blocks }) : [];
  if (problems.some((problem) => problem.includes('sum of block text'))) return 'msg_blocks_too_long';
  return problems.length > 0 ? 'invalid_blocks' : undefined;
};

const postMessage = (call: MethodCall): Answer => {
  const room = writable(call);
  if (typeof room === 'string') return { error: room };
  const problem = messageProblem(call.args, false);
  if (problem) return { error: problem };
  const { args, state, workspace } = call;
  const ts = nextTs(state);
  const thread = text(args, 'thread_ts');
  room.messages.push({
    ts,
    user: workspace.botUserId,
    bot_id: workspace.botId,
    text: text(args, 'text'),
    blocks: blocksOf(args),
    ...(thread ? { thread_ts: thread } : {}),
    ...(args.metadata === undefined ? {} : { metadata: args.metadata }),
    edits: 0,
  });
  return { channel: room.id, ts };
};

const update = (call: MethodCall): Answer => {
  const room = writable(call);
  if (typeof room === 'string') return { error: room };
  const message = room.messages.find((each) => each.ts === text(call.args, 'ts'));
  if (!message) return { error: 'message_not_found' };
  if (message.user !== call.workspace.botUserId) return { error: 'cant_update_message' };
  const problem = messageProblem(call.args, true);
  if (problem) return { error: problem };
  message.text = text(call.args, 'text');
  message.blocks = blocksOf(call.args);
  message.edits += 1;
  return { channel: room.id, ts: message.ts };
};

const postEphemeral = (call: MethodCall): Answer => {
  const room = writable(call);
  if (typeof room === 'string') return { error: room };
  const user = text(call.args, 'user');
  if (!room.members.has(user)) return { error: 'user_not_in_channel' };
  const problem = messageProblem(call.args, false);
  if (problem) return { error: problem };
  call.state.ephemerals.push({ channel: room.id, user, args: call.args });
  return { message_ts: nextTs(call.state) };
};

const openConversation = ({ state, args }: MethodCall): Answer => {
  const user = text(args, 'users');
  const known = state.users.get(user);
  if (!known) return { error: 'user_not_found' };
  if (known.deleted === true) return { error: 'user_disabled' };
  const room = roomOf(state, `D${user}`);
  room?.members.add(user);
  return { channel: { id: `D${user}` } };
};

const seen = (message: Room['messages'][number], args: Args) => {
  const { metadata, edits: _, ...rest } = message;
  return String(args.include_all_metadata) === 'true' ? { ...rest, metadata } : rest;
};

const page = (messages: Room['messages'], args: Args): Answer => {
  const start = Number(args.cursor ?? 0);
  const limit = Math.min(Number(args.limit ?? 100), 200);
  const more = start + limit < messages.length;
  return {
    messages: messages.slice(start, start + limit).map((message) => seen(message, args)),
    has_more: more,
    response_metadata: { next_cursor: more ? String(start + limit) : '' },
  };
};

const history = (call: MethodCall): Answer => {
  const room = roomOf(call.state, text(call.args, 'channel'));
  if (!room) return { error: 'channel_not_found' };
  const top = room.messages.filter((message) => !message.thread_ts || message.thread_ts === message.ts);
  return page(top.toReversed(), call.args);
};

const replies = (call: MethodCall): Answer => {
  const room = roomOf(call.state, text(call.args, 'channel'));
  if (!room) return { error: 'channel_not_found' };
  const ts = text(call.args, 'ts');
  const thread = room.messages.filter((message) => message.ts === ts || message.thread_ts === ts);
  return thread.length === 0 ? { error: 'thread_not_found' } : page(thread, call.args);
};

const openView = ({ state, args }: MethodCall): Answer => {
  const trigger = state.triggers.get(text(args, 'trigger_id'));
  if (!trigger) return { error: 'invalid_trigger_id' };
  if (trigger.used) return { error: 'exchanged_trigger_id' };
  if (trigger.until < Date.now()) return { error: 'expired_trigger_id' };
  const [problem] = checkView(args.view);
  if (problem) return { error: 'invalid_arguments', response_metadata: { messages: [`[ERROR] ${problem}`] } };
  trigger.used = true;
  const kept = { id: `V${nextTs(state).slice(-6)}`, hash: `h${state.nextId}`, view: args.view };
  state.views.set(kept.id, kept);
  return { view: { id: kept.id, hash: kept.hash } };
};

const updateView = ({ state, args }: MethodCall): Answer => {
  const kept = state.views.get(text(args, 'view_id'));
  if (!kept) return { error: 'not_found' };
  if (args.hash !== undefined && args.hash !== kept.hash) return { error: 'hash_conflict' };
  const [problem] = checkView(args.view);
  if (problem) return { error: 'invalid_arguments', response_metadata: { messages: [`[ERROR] ${problem}`] } };
  state.nextId += 1;
  kept.hash = `h${state.nextId}`;
  kept.view = args.view;
  return { view: { id: kept.id, hash: kept.hash } };
};

const publishView = ({ state, args }: MethodCall): Answer => {
  const [problem] = checkView(args.view);
  if (problem) return { error: 'invalid_arguments', response_metadata: { messages: [`[ERROR] ${problem}`] } };
  state.homes.set(text(args, 'user_id'), args.view);
  return { view: { id: `V${state.nextId}`, hash: 'h' } };
};

const getUpload = ({ state, args, origin }: MethodCall): Answer => {
  const id = `F${nextTs(state).slice(-6)}`;
  state.files.set(id, { name: text(args, 'filename'), length: Number(args.length) });
  return { upload_url: `${origin}/upload/${id}`, file_id: id };
};

const completeUpload = (call: MethodCall): Answer => {
  const room = roomOf(call.state, text(call.args, 'channel_id'));
  if (!room) return { error: 'channel_not_found' };
  const listed = Array.isArray(call.args.files) ? call.args.files : [];
  const files = listed.flatMap((each: { id: string; title: string }) => {
    const file = call.state.files.get(each.id);
    return file?.bytes?.byteLength === file?.length && file
      ? [{ id: each.id, name: file.name, title: each.title, size: file.length }]
      : [];
  });
  if (files.length !== listed.length) return { error: 'file_not_found' };
  const thread = text(call.args, 'thread_ts');
  const { botUserId, botId } = call.workspace;
  room.messages.push({
    ...{ ts: nextTs(call.state), user: botUserId, bot_id: botId, text: '', blocks: [], files, edits: 0 },
    ...(thread ? { thread_ts: thread } : {}),
  });
  return { files };
};

/** The methods this server knows; anything else is `unknown_method`. */
export const methods: Readonly<Record<string, (call: MethodCall) => Answer>> = {
  'auth.test': ({ workspace }) => ({
    team_id: workspace.team,
    user_id: workspace.botUserId,
    bot_id: workspace.botId,
  }),
  'chat.postMessage': postMessage,
  'chat.update': update,
  'chat.postEphemeral': postEphemeral,
  'conversations.open': openConversation,
  'conversations.history': history,
  'conversations.replies': replies,
  'conversations.info': ({ state, args }) => {
    const room = roomOf(state, text(args, 'channel'));
    return room ? { channel: { id: room.id, is_archived: room.archived } } : { error: 'channel_not_found' };
  },
  'views.open': openView,
  'views.update': updateView,
  'views.publish': publishView,
  'usergroups.users.list': ({ state, args }) => {
    const users = state.groups.get(text(args, 'usergroup'));
    return users ? { users } : { error: 'no_such_subteam' };
  },
  'users.info': ({ state, args }) => {
    const user = state.users.get(text(args, 'user'));
    return user ? { user } : { error: 'user_not_found' };
  },
  'files.info': ({ state, args, origin }) => {
    const file = state.files.get(text(args, 'file'));
    if (!file) return { error: 'file_not_found' };
    const url = `${origin}/files/${text(args, 'file')}`;
    return {
      file: { id: args.file, name: file.name, mimetype: 'image/png', size: file.length, url_private: url },
    };
  },
  'files.getUploadURLExternal': getUpload,
  'files.completeUploadExternal': completeUpload,
};
