import type { ComplainantSide, DeskSide, ShownLine, Sides, StaffPress } from '../../src/run/sides.ts';
import type { DeskChannel, Locale } from '../../src/terms.ts';
import { until } from './chat.ts';
import type { Deliveries } from './slack-server/deliver.ts';
import { channelMessage, directMessage, press, submission } from './slack-server/payloads.ts';
import type { SlackServer } from './slack-server/server.ts';
import type { KeptMessage } from './slack-server/state.ts';

/** Where staff and managers sit. */
export const slackPlaces: Readonly<Record<DeskChannel, string>> = { team: 'C0TEAM', manager: 'C0MANAGER' };
/** The Slack account of a person of the organisation. */
export const slackAccount = (staff: string): string => `U0${staff.toUpperCase().replaceAll('_', '')}`;

interface Piece {
  readonly type?: string;
  readonly text?: string | Piece;
  readonly fields?: readonly Piece[];
  readonly elements?: readonly Piece[];
  readonly element?: Piece;
  readonly action_id?: string;
  readonly block_id?: string;
}

const asPieces = (blocks: unknown): readonly Piece[] => (Array.isArray(blocks) ? blocks.map(Object) : []);

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const said = (piece: Piece | string | undefined): string => {
  if (piece === undefined) return '';
  if (typeof piece === 'string') return unescaped(piece);
  const words = said(piece.text);
  return piece.type === 'mrkdwn' ? words.replace(/^\*(.*)\*$/s, '$1') : words;
};

/** Label and value stand side by side in a section's fields. */
const rows = (fields: readonly Piece[]): readonly string[] =>
  fields.flatMap((label, index) => (index % 2 === 0 ? [`${said(label)}: ${said(fields[index + 1])}`] : []));

const wordsOf = (blocks: unknown): string =>
  asPieces(blocks)
    .filter(({ type }) => type !== 'actions')
    .flatMap(({ text, fields = [], elements = [] }) => [said(text), ...rows(fields), ...elements.map(said)])
    .filter((words) => words !== '')
    .join('\n');

const buttonsOf = (blocks: unknown): readonly { id: string; actionId: string; label: string }[] =>
  asPieces(blocks)
    .filter(({ type }) => type === 'actions')
    .flatMap(({ elements = [] }) => elements)
    .map(({ action_id: actionId = '', text }) => ({
      id: actionId.replace(/^(press|form):/, ''),
      actionId,
      label: said(text),
    }));

const lineOf = (message: KeptMessage, botUserId: string): ShownLine => ({
  id: message.ts,
  at: new Date(Number(message.ts) * 1000).toISOString(),
  who: message.user === botUserId ? 'bot' : 'complainant',
  text: [
    wordsOf(message.blocks) || unescaped(message.text),
    ...(message.files ?? []).map(({ name }) => `📎 ${name}`),
  ].join('\n'),
  buttons: buttonsOf(message.blocks),
});

/** What the Slack side of a stage works with. */
export interface SlackStage {
  readonly server: SlackServer;
  readonly deliver: Deliveries;
}

const ok = async (answer: Promise<Response>): Promise<Response> => {
  const response = await answer;
  if (!response.ok) throw new Error(`The app answered Slack with ${response.status}`);
  return response;
};

const messagesIn = (server: SlackServer, room: string): readonly KeptMessage[] =>
  server.state.rooms.get(room)?.messages ?? [];

/** Id of the newest button of this label that a room shows; undefined when it shows none. */
export const slackButton = (server: SlackServer, room: string, label: string): string | undefined =>
  messagesIn(server, room)
    .flatMap(({ blocks }) => buttonsOf(blocks))
    .findLast((button) => button.label === label)?.id;

const complainantsOn = (stage: SlackStage): ComplainantSide => {
  const accounts = new Map<string, string>();
  const account = (name: string): string => accounts.get(name) ?? '';
  const { server, deliver } = stage;
  return {
    async open(name: string, locale: Locale | null) {
      const id = `U1P${accounts.size + 1}`;
      accounts.set(name, id);
      server.addUser(id, { name, locale: locale === 'en' ? 'en-US' : (locale ?? undefined) });
      return `slack:D${id}`;
    },
    async say(name, text) {
      const user = account(name);
      await ok(deliver.event(directMessage({ user, channel: `D${user}`, text: escaped(text) })));
    },
    async press(name, buttonId) {
      const user = account(name);
      await ok(deliver.interaction(slackPress(server, { user, room: `D${user}`, buttonId, form: false })));
    },
    lines: async (name) =>
      messagesIn(server, `D${account(name)}`).map((message) => lineOf(message, server.workspace.botUserId)),
  };
};

/** A press: by whom, where, on what. */
export interface PressedAt {
  readonly user: string;
  readonly room: string;
  readonly buttonId: string;
  readonly form: boolean;
  /** Number of the complaint whose card is pressed when the button is shown no more. */
  readonly complaint?: string | null;
}

/** The payload of a press on a button where it is shown, else on the complaint's outdated card. */
export const slackPress = (server: SlackServer, at: PressedAt) => {
  const messages = messagesIn(server, at.room);
  const showing = messages.findLast(({ blocks }) => buttonsOf(blocks).some(({ id }) => id === at.buttonId));
  const outdated = messages.find(({ blocks }) => at.complaint && wordsOf(blocks).includes(at.complaint));
  const message = showing ?? outdated;
  const actionId =
    buttonsOf(message?.blocks).find(({ id }) => id === at.buttonId)?.actionId ??
    `${at.form ? 'form' : 'press'}:${at.buttonId}`;
  const thread = message?.thread_ts ? { thread_ts: message.thread_ts } : {};
  return press(actionId, {
    user: { id: at.user, username: at.user, name: at.user, team_id: server.workspace.team },
    trigger_id: server.trigger(),
    channel: { id: at.room, name: at.room },
    container: {
      type: 'message',
      message_ts: message?.ts,
      channel_id: at.room,
      is_ephemeral: false,
      ...thread,
    },
    message: {
      type: 'message',
      user: server.workspace.botUserId,
      ts: message?.ts,
      text: message?.text,
      ...thread,
    },
  });
};

const inputState = (element: Piece, value: string) => {
  switch (element.type) {
    case 'static_select':
      return { type: element.type, selected_option: { value } };
    case 'datepicker':
      return { type: element.type, selected_date: value };
    case 'timepicker':
      return { type: element.type, selected_time: value };
    default:
      return { type: element.type, value };
  }
};

/** What a person leaves in the modal: exactly the fields given, every other input empty. */
const filledIn = (blocks: unknown, fields: Readonly<Record<string, string>>) => {
  const inputs = asPieces(blocks).filter(({ type }) => type === 'input');
  const known = new Set(inputs.map(({ block_id: id = '' }) => id.replace('#time', '')));
  for (const id of Object.keys(fields)) if (!known.has(id)) throw new Error(`The modal has no field '${id}'`);
  return Object.fromEntries(
    inputs.flatMap(({ block_id: id = '', element = {} }) => {
      const [name = '', part] = id.split('#');
      const whole = fields[name];
      if (whole === undefined) return [];
      const value =
        element.type === 'datepicker'
          ? (whole.split('T')[0] ?? '')
          : part
            ? (whole.split('T')[1] ?? '')
            : whole;
      return [[id, { [element.action_id ?? '']: inputState(element, value) }]];
    }),
  );
};

const fillModal = async (
  stage: SlackStage,
  before: ReadonlySet<string>,
  { staff, fields = {} }: StaffPress,
): Promise<void> => {
  const { server, deliver } = stage;
  const opened = await until('a modal opened', async () =>
    [...server.state.views.values()].find(({ id }) => !before.has(id)),
  );
  const loading = JSON.stringify(opened.view);
  const view = await until('the modal is filled', async () => {
    const now: { callback_id?: string; private_metadata?: string; blocks?: unknown } = Object(opened.view);
    return JSON.stringify(now) !== loading && now;
  });
  if (view.callback_id === undefined) return;
  const user = { id: slackAccount(staff), name: staff, team_id: server.workspace.team };
  const state = { values: filledIn(view.blocks, fields) };
  const submitted = { id: opened.id, ...view, state };
  const response = await ok(deliver.interaction({ ...submission(submitted), user }));
  const answer = await response.text();
  if (answer.includes('errors')) throw new Error(`The modal was refused: ${answer}`);
};

const deskOn = (stage: SlackStage): DeskSide => {
  const { server, deliver } = stage;
  const privateAnswers = (room: string) => server.state.ephemerals.filter(({ channel }) => channel === room);
  return {
    async press(pressed) {
      const before = new Set(server.state.views.keys());
      const { buttonId, complaint, asksForm: form } = pressed;
      const at = {
        user: slackAccount(pressed.staff),
        room: slackPlaces[pressed.at],
        buttonId,
        form,
        complaint,
      };
      await ok(deliver.interaction(slackPress(server, at)));
      if (form) await fillModal(stage, before, pressed);
    },
    async write({ staff, complaint, text }) {
      const channel = slackPlaces.team;
      const card = messagesIn(server, channel).find(
        ({ blocks, thread_ts }) =>
          thread_ts === undefined && complaint && wordsOf(blocks).includes(complaint),
      );
      if (!card) throw new Error(`No card of ${complaint} is shown in ${channel}`);
      const user = slackAccount(staff);
      await ok(deliver.event(channelMessage({ user, channel, text: escaped(text), thread_ts: card.ts })));
    },
    lines: async (channel) => [
      ...messagesIn(server, slackPlaces[channel]).map((message) =>
        lineOf(message, server.workspace.botUserId),
      ),
      ...privateAnswers(slackPlaces[channel]).map(({ args }, index) => ({
        id: `private${index}`,
        at: new Date(0).toISOString(),
        who: 'bot' as const,
        text: wordsOf(args.blocks),
        buttons: [],
      })),
    ],
    answerTo: async (staff, channel) => {
      const last = privateAnswers(slackPlaces[channel]).findLast(({ user }) => user === slackAccount(staff));
      return wordsOf(last?.args.blocks);
    },
  };
};

/** People on Slack: events and presses go signed to the app's own route, what they see is what the stub server holds. */
export const slackSides = (stage: SlackStage): Sides => ({
  complainants: complainantsOn(stage),
  desk: deskOn(stage),
});
