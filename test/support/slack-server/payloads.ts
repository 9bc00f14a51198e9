/** Payloads in the shapes Slack sends, with only what a test is about left to say. */

type Json = Readonly<Record<string, unknown>>;

let counter = 0;
const fresh = (): number => {
  counter += 1;
  return counter;
};

/** A time stamp as messages have it. */
export const messageTs = (): string => `1795244400.${String(fresh()).padStart(6, '0')}`;

const envelope = (event: Json): Json => ({
  token: 'verification-token',
  team_id: 'T0HOME',
  context_team_id: 'T0HOME',
  context_enterprise_id: null,
  api_app_id: 'A0REDRESS',
  event,
  type: 'event_callback',
  event_id: `Ev${String(fresh()).padStart(8, '0')}`,
  event_time: 1795244400,
  authorizations: [
    { enterprise_id: null, team_id: 'T0HOME', user_id: 'U0BOT', is_bot: true, is_enterprise_install: false },
  ],
  is_ext_shared_channel: false,
  event_context: '4-eyJ',
});

/** A direct message to the app. */
export const directMessage = (message: Json = {}, outer: Json = {}): Json => {
  const ts = messageTs();
  const event = {
    type: 'message',
    user: 'U1MEI',
    ts,
    client_msg_id: `c${ts}`,
    text: 'The washing machine you sent is broken again.',
    team: 'T0HOME',
    channel: 'DU1MEI',
    event_ts: ts,
    channel_type: 'im',
    ...message,
  };
  return { ...envelope(event), ...outer };
};

/** A message in a shared channel. */
export const channelMessage = (message: Json = {}, outer: Json = {}): Json =>
  directMessage({ channel: 'C0SUPPORT', channel_type: 'channel', ...message }, outer);

/** The mention event Slack sends beside the message event of the same words. */
export const mention = (message: Json = {}): Json => {
  const ts = messageTs();
  const event = {
    type: 'app_mention',
    user: 'U1MEI',
    ts,
    text: '<@U0BOT> my parcel never came',
    team: 'T0HOME',
    channel: 'C0SUPPORT',
    event_ts: ts,
    ...message,
  };
  return envelope(event);
};

/** A message changed afterwards. */
export const changedMessage = (before: string, after: string, message: Json = {}, outer: Json = {}): Json => {
  const ts = messageTs();
  const common = { type: 'message', user: 'U1MEI', team: 'T0HOME', ts, ...message };
  return envelope({
    type: 'message',
    subtype: 'message_changed',
    message: { ...common, text: after, edited: { user: 'U1MEI', ts: '1795244460.000000' } },
    previous_message: { ...common, text: before },
    channel: 'DU1MEI',
    hidden: true,
    ts: messageTs(),
    channel_type: 'im',
    ...outer,
  });
};

/** A message deleted afterwards. */
export const deletedMessage = (message: Json = {}, outer: Json = {}): Json => {
  const ts = messageTs();
  const previous = { type: 'message', user: 'U1MEI', team: 'T0HOME', ts, text: 'gone', ...message };
  return envelope({
    type: 'message',
    subtype: 'message_deleted',
    previous_message: previous,
    deleted_ts: previous.ts,
    channel: 'DU1MEI',
    hidden: true,
    ts: messageTs(),
    channel_type: 'im',
    ...outer,
  });
};

/** Any other event. */
export const plainEvent = (event: Json): Json => envelope(event);

const acting = (): Json => ({
  user: { id: 'U2LI', username: 'li', name: 'li', team_id: 'T0HOME' },
  api_app_id: 'A0REDRESS',
  token: 'verification-token',
  team: { id: 'T0HOME', domain: 'home' },
  enterprise: null,
  is_enterprise_install: false,
});

/** A press on a button of a message in a channel. */
export const press = (actionId: string, more: Json = {}): Json => {
  const ts = messageTs();
  return {
    type: 'block_actions',
    ...acting(),
    container: { type: 'message', message_ts: ts, channel_id: 'C0TEAM', is_ephemeral: false },
    trigger_id: `t${fresh()}`,
    channel: { id: 'C0TEAM', name: 'complaints' },
    message: { type: 'message', user: 'U0BOT', bot_id: 'B0BOT', ts, text: 'R-2026-000001' },
    state: { values: {} },
    actions: [
      {
        type: 'button',
        action_id: actionId,
        block_id: 'b1',
        text: { type: 'plain_text', text: 'Take' },
        value: actionId,
        action_ts: `1795244401.${String(fresh()).padStart(6, '0')}`,
      },
    ],
    ...more,
  };
};

/** A press on the home tab, which has no channel. */
export const homePress = (actionId: string, more: Json = {}): Json => {
  const { channel: _, message: __, container: ___, ...rest } = press(actionId);
  return {
    ...rest,
    container: { type: 'view', view_id: 'V0HOME' },
    view: { id: 'V0HOME', type: 'home' },
    ...more,
  };
};

/** A submitted modal. */
export const submission = (view: Json): Json => ({
  type: 'view_submission',
  ...acting(),
  trigger_id: `t${fresh()}`,
  view: { id: `V${fresh()}`, type: 'modal', callback_id: 'complaint-form', hash: 'h1', ...view },
  response_urls: [],
});

/** A global shortcut. */
export const globalShortcut = (triggerId: string, more: Json = {}): Json => ({
  type: 'shortcut',
  ...acting(),
  callback_id: 'complaint_new',
  trigger_id: triggerId,
  action_ts: '1795244402.000001',
  ...more,
});

/** A shortcut on somebody's message. */
export const messageShortcut = (triggerId: string, text: string): Json => ({
  type: 'message_action',
  ...acting(),
  callback_id: 'complaint_from_message',
  trigger_id: triggerId,
  message_ts: '1795244300.000001',
  channel: { id: 'C0SUPPORT', name: 'support' },
  message: { type: 'message', user: 'U1MEI', ts: '1795244300.000001', text },
});

/** The fields of a slash command. */
export const command = (
  text: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  token: 'verification-token',
  team_id: 'T0HOME',
  team_domain: 'home',
  channel_id: 'C0TEAM',
  channel_name: 'complaints',
  user_id: 'U2LI',
  user_name: 'li',
  command: '/complaint',
  text,
  api_app_id: 'A0REDRESS',
  is_enterprise_install: 'false',
  trigger_id: `t${fresh()}`,
  ...more,
});
