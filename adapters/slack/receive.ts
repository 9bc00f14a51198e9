import type {
  CommandArrival,
  DeletionArrival,
  EditArrival,
  PressArrival,
  Sender,
  TextArrival,
} from '../../src/inbound/message.ts';
import type { Instant } from '../../src/terms.ts';
import { actionPrefix } from './blocks.ts';
import { parseCommand } from './commands.ts';
import type { FormOrigin } from './forms.ts';
import { decodeText } from './markup.ts';
import { at, listAt, numberAt, textAt } from './reading.ts';

/** Who we are in the workspace an event came from. */
export interface Ourselves {
  readonly botUserId?: string;
  readonly botId?: string;
}

/** A file as an event names it; its content is fetched apart. */
export interface SlackFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes?: number;
  /** Absent when Slack does not give it away here (Slack Connect) or no longer has it. */
  readonly url?: string;
  /** The event is too small to tell; `files.info` must be asked. */
  readonly mustAsk: boolean;
}

/** A message event, translated. What needs the network is named, not done. */
export type ReceivedMessage =
  | { readonly arrival: EditArrival | DeletionArrival; readonly said: Said }
  | {
      readonly arrival: Omit<TextArrival, 'files' | 'refusedFiles' | 'continueAt'>;
      readonly said: Said;
      readonly files: readonly SlackFile[];
    };

/**
 * How a message was said. `direct`: to us alone. `mention`: in a shared channel, by our name: the talk goes on in
 * private (S2.4). `overheard`: in a shared channel among others; it is ours only in a thread under a message of ours.
 */
export type Said = 'direct' | 'mention' | 'overheard';

/** The installation an event or press belongs to: an organisation-wide one by enterprise, any other by team. */
export const routeOf = (body: unknown): string | undefined => {
  const authorization = at(body, 'authorizations', 0);
  if (at(authorization, 'is_enterprise_install') === true) return textAt(authorization, 'enterprise_id');
  const orgWide = at(body, 'is_enterprise_install');
  if (orgWide === true || orgWide === 'true')
    return textAt(body, 'enterprise', 'id') ?? textAt(body, 'enterprise_id');
  return (
    textAt(authorization, 'team_id') ??
    textAt(body, 'view', 'app_installed_team_id') ??
    textAt(body, 'context_team_id') ??
    textAt(body, 'team', 'id') ??
    textAt(body, 'team_id') ??
    textAt(body, 'user', 'team_id')
  );
};

const ordinarySubtypes: readonly (string | undefined)[] = [
  undefined,
  'file_share',
  'thread_broadcast',
  'me_message',
];

/**
 * A message event as an arrival; null for what is not said by a person to us: bots (our own words come back as events),
 * joins and other notices, link previews that look like edits.
 */
export const receiveMessage = (body: unknown, ourselves: Ourselves): ReceivedMessage | null => {
  const event = at(body, 'event');
  const subtype = textAt(event, 'subtype');
  if (subtype === 'message_changed') return receiveEdit(body, ourselves);
  if (subtype === 'message_deleted') return receiveDeletion(body, at(event, 'previous_message'), ourselves);
  if (!ordinarySubtypes.includes(subtype)) return null;
  return receiveWords(body, ourselves);
};

const isPerson = (message: unknown, ourselves: Ourselves): boolean => {
  const user = textAt(message, 'user');
  if (user === undefined || user === ourselves.botUserId || user === 'USLACKBOT') return false;
  return at(message, 'bot_id') === undefined && textAt(message, 'subtype') !== 'bot_message';
};

const receiveWords = (body: unknown, ourselves: Ourselves): ReceivedMessage | null => {
  const event = at(body, 'event');
  const channel = textAt(event, 'channel');
  const ts = textAt(event, 'ts');
  if (channel === undefined || ts === undefined || !isPerson(event, ourselves)) return null;
  const files = listAt(event, 'files').map(readFile);
  const text = [decodeText(textAt(event, 'text') ?? '', ourselves.botUserId), ...forwarded(event)]
    .filter((part) => part !== '')
    .join('\n');
  const said = howSaid(event, event, ourselves);
  if (text === '' && files.length === 0 && said !== 'mention') return null;
  const arrival = {
    kind: 'text',
    key: `slack:${textAt(body, 'team_id') ?? ''}:${channel}:${ts}`,
    ...common(body, event, channel),
    messageId: ts,
    text,
  } as const;
  return { arrival, said, files };
};

const howSaid = (event: unknown, message: unknown, ourselves: Ourselves): Said => {
  const kind = textAt(event, 'channel_type');
  const direct = kind === undefined ? textAt(event, 'channel')?.startsWith('D') : kind === 'im';
  if (direct) return 'direct';
  return namesUs(message, ourselves) ? 'mention' : 'overheard';
};

const namesUs = (event: unknown, ourselves: Ourselves): boolean =>
  textAt(event, 'type') === 'app_mention' ||
  (ourselves.botUserId !== undefined && (textAt(event, 'text') ?? '').includes(`<@${ourselves.botUserId}`));

/** Words of messages the person passed on to us. */
const forwarded = (event: unknown): readonly string[] =>
  listAt(event, 'attachments')
    .filter((attachment) => at(attachment, 'is_share') === true)
    .map((attachment) => decodeText(textAt(attachment, 'text') ?? ''));

const receiveEdit = (body: unknown, ourselves: Ourselves): ReceivedMessage | null => {
  const event = at(body, 'event');
  const message = at(event, 'message');
  const previous = at(event, 'previous_message');
  if (textAt(message, 'subtype') === 'tombstone') return receiveDeletion(body, previous, ourselves);
  const channel = textAt(event, 'channel');
  const ts = textAt(message, 'ts');
  if (channel === undefined || ts === undefined || !isPerson(message, ourselves)) return null;
  if (textAt(message, 'text') === textAt(previous, 'text')) return null;
  const arrival = {
    kind: 'edit',
    key: eventKey(body),
    ...common(body, message, channel),
    messageId: ts,
    text: decodeText(textAt(message, 'text') ?? '', ourselves.botUserId),
  } as const;
  // What was said to us stays ours when our name is edited out.
  const said = [message, previous].map((each) => howSaid(event, each, ourselves));
  return { arrival, said: said.find((each) => each !== 'overheard') ?? 'overheard' };
};

const receiveDeletion = (body: unknown, previous: unknown, ourselves: Ourselves): ReceivedMessage | null => {
  const channel = textAt(body, 'event', 'channel');
  const ts = textAt(previous, 'ts') ?? textAt(body, 'event', 'deleted_ts');
  if (channel === undefined || ts === undefined || !isPerson(previous, ourselves)) return null;
  const arrival = {
    kind: 'deletion',
    key: eventKey(body),
    ...common(body, previous, channel),
    messageId: ts,
  } as const;
  return { arrival, said: howSaid(at(body, 'event'), previous, ourselves) };
};

const eventKey = (body: unknown): string => `slack:${textAt(body, 'event_id') ?? ''}`;

/** Sender, place and time of a message, whether the event is about its arrival, its change or its end. */
const common = (body: unknown, message: unknown, channel: string) => {
  const route = routeOf(body);
  const thread = textAt(message, 'thread_ts');
  const sentAt = instantOf(textAt(message, 'edited', 'ts') ?? textAt(message, 'ts'));
  const team = textAt(message, 'user_team') ?? textAt(message, 'team') ?? textAt(body, 'team_id');
  return {
    from: { id: textAt(message, 'user') ?? '', ...(team ? { team } : {}) },
    address: { channel: 'slack', place: channel },
    ...(route ? { route } : {}),
    ...(thread ? { thread } : {}),
    ...(sentAt ? { sentAt } : {}),
  } as const;
};

/** Slack's time stamps are seconds with a fraction that only makes them unique. */
const instantOf = (ts: string | undefined): Instant | undefined => {
  const seconds = Number(ts);
  if (ts === undefined || !Number.isFinite(seconds)) return undefined;
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(seconds * 1000)).toString({
    smallestUnit: 'millisecond',
  });
};

/** A file as Slack lists it, in an event or in the answer of `files.info`. */
export const readFile = (file: unknown): SlackFile => {
  const hosted = !['external', 'tombstone', 'hidden_by_limit'].includes(textAt(file, 'mode') ?? 'hosted');
  const url = textAt(file, 'url_private_download') ?? textAt(file, 'url_private');
  const bytes = numberAt(file, 'size');
  return {
    id: textAt(file, 'id') ?? '',
    name: textAt(file, 'name') ?? textAt(file, 'title') ?? textAt(file, 'id') ?? 'file',
    mediaType: textAt(file, 'mimetype') ?? 'application/octet-stream',
    ...(bytes === undefined ? {} : { bytes }),
    ...(hosted && url ? { url } : {}),
    mustAsk: textAt(file, 'file_access') === 'check_file_info',
  };
};

const personOf = (body: unknown): Sender => {
  const team = textAt(body, 'user', 'team_id') ?? textAt(body, 'team', 'id') ?? textAt(body, 'team_id');
  const name = textAt(body, 'user', 'name') ?? textAt(body, 'user_name');
  return {
    id: textAt(body, 'user', 'id') ?? textAt(body, 'user_id') ?? '',
    ...(team ? { team } : {}),
    ...(name ? { name } : {}),
  };
};

/** Where a press, command or submission was made by, and the channel it happened in where there is one. */
export interface Origin {
  readonly from: Sender;
  readonly route?: string;
  readonly place?: string;
  readonly messageId?: string;
  readonly thread?: string;
  readonly answerTo?: string;
}

/** Who acted and where, for anything but an event. A home tab and a global shortcut have no place. */
export const originOf = (body: unknown): Origin => {
  const route = routeOf(body);
  const place =
    textAt(body, 'container', 'channel_id') ?? textAt(body, 'channel', 'id') ?? textAt(body, 'channel_id');
  const messageId = textAt(body, 'container', 'message_ts') ?? textAt(body, 'message', 'ts');
  const thread = textAt(body, 'container', 'thread_ts') ?? textAt(body, 'message', 'thread_ts');
  const answerTo = answerAddress(textAt(body, 'response_url'), thread);
  return {
    from: personOf(body),
    ...(route ? { route } : {}),
    ...(place ? { place } : {}),
    ...(messageId ? { messageId } : {}),
    ...(thread ? { thread } : {}),
    ...(answerTo ? { answerTo } : {}),
  };
};

/** The address to answer at, with the thread the press was made in: beside the channel an answer would not be seen. */
const answerAddress = (responseUrl: string | undefined, thread: string | undefined): string | undefined =>
  thread === undefined ? responseUrl : `${responseUrl ?? ''}#thread=${thread}`;

/** The parts of an address made for an answer; either may be missing. */
export const readAnswerAddress = (
  address: string | undefined,
): { readonly responseUrl?: string; readonly thread?: string } => {
  const [responseUrl, thread] = (address ?? '').split('#thread=', 2);
  return { ...(responseUrl ? { responseUrl } : {}), ...(thread ? { thread } : {}) };
};

const arrivalAt = (origin: Origin, place: string) => ({
  from: origin.from,
  address: { channel: 'slack', place } as const,
  ...(origin.route ? { route: origin.route } : {}),
  ...(origin.thread ? { thread: origin.thread } : {}),
});

/** Presses of our buttons in one payload, oldest first; Slack may send more than one. `place` is where answers go. */
export const receivePresses = (body: unknown, place: string): readonly PressArrival[] => {
  const origin = originOf(body);
  return listAt(body, 'actions').flatMap((action): PressArrival[] => {
    const actionId = textAt(action, 'action_id') ?? '';
    const buttonId = buttonOf(actionId);
    if (buttonId === undefined) return [];
    const team = origin.route ?? '';
    const when = textAt(action, 'action_ts') ?? '';
    return [
      {
        kind: 'press',
        key: `slack:${team}:${place}:${origin.messageId ?? ''}:${actionId}:${origin.from.id}:${when}`,
        ...arrivalAt(origin, place),
        buttonId,
        ...(origin.answerTo ? { answerTo: origin.answerTo } : {}),
      },
    ];
  });
};

/** The button of an action id; undefined when it is not one of the core's. */
export const buttonOf = (actionId: string): string | undefined => {
  const prefix = Object.values(actionPrefix).find((each) => actionId.startsWith(each));
  return prefix === undefined ? undefined : actionId.slice(prefix.length) || undefined;
};

/** A submitted form: where it was opened, what was filled in, and the place its answer goes to. */
export interface Submitted {
  readonly origin: FormOrigin;
  readonly fields: Readonly<Record<string, string>>;
  readonly place: string;
}

/** A submitted form as what it completes: a press, or the command that opened it. A view is submitted once, so its id is the key. */
export const receiveSubmission = (body: unknown, form: Submitted): PressArrival | CommandArrival => {
  const { from, route } = originOf(body);
  const { thread, answerTo, buttonId, command } = form.origin;
  const common = {
    key: `slack:${route ?? ''}:view:${textAt(body, 'view', 'id') ?? ''}`,
    ...arrivalAt({ from, ...(route ? { route } : {}), ...(thread ? { thread } : {}) }, form.place),
    fields: form.fields,
    ...(answerTo ? { answerTo } : {}),
  };
  return command === undefined
    ? { kind: 'press', ...common, buttonId }
    : { kind: 'command', ...common, name: command, text: '' };
};

/** `/complaint …` as a command. It belongs to the person's private place: what it answers is theirs alone. */
export const receiveCommand = (body: unknown, place: string): CommandArrival => {
  const origin = originOf(body);
  const { name, text } = parseCommand(decodeText(textAt(body, 'text') ?? ''));
  return {
    kind: 'command',
    key: `slack:${origin.route ?? ''}:command:${textAt(body, 'trigger_id') ?? ''}`,
    from: origin.from,
    address: { channel: 'slack', place },
    ...(origin.route ? { route: origin.route } : {}),
    name,
    text,
    ...(origin.answerTo ? { answerTo: origin.answerTo } : {}),
  };
};
