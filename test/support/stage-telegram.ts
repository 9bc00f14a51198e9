import type { Form, FormField } from '../../src/outbox/message.ts';
import type { ComplainantSide, DeskSide, ShownLine, Sides, StaffPress } from '../../src/run/sides.ts';
import type { DeskChannel, Locale } from '../../src/terms.ts';
import { until } from './chat.ts';
import type { Person } from './telegram-server/people.ts';
import type { TelegramServer } from './telegram-server/server.ts';
import type { StubMessage } from './telegram-server/world.ts';

/** The forums of staff and managers. */
export const telegramPlaces: Readonly<Record<DeskChannel, number>> = {
  team: -1001000000001,
  manager: -1001000000002,
};
/** Telegram id of the first complainant who appears; the next ones follow. */
export const firstComplainant = 7000;
const firstStaff = 900_001;
/** Telegram ids of people of the organisation, by their place in the file. */
export const telegramAccount = (index: number): string => String(firstStaff + index);

const buttonsOf = ({ markup }: StubMessage): readonly { id: string; label: string }[] => {
  const { inline_keyboard: rows = [] }: { inline_keyboard?: { text: string; callback_data: string }[][] } =
    Object(markup);
  return rows.flat().map(({ text, callback_data }) => ({ id: callback_data, label: text }));
};

/** Cards are kept from turning words into links by a sign nobody sees. */
const readable = (text: string): string => text.replaceAll('\u2060', '');

const lineOf = (message: StubMessage): ShownLine => ({
  id: `${message.chat}:${message.id}`,
  at: new Date(message.at).toISOString(),
  who: message.fromBot ? 'bot' : 'complainant',
  text: [readable(message.text), ...(message.file ? [`📎 ${message.file.name}`] : [])].join('\n'),
  buttons: buttonsOf(message),
});

/** What the Telegram side of a stage works with. */
export interface TelegramStage {
  readonly server: TelegramServer;
  /** People of the organisation, in the file's order. */
  readonly staff: readonly string[];
  /** What a button asks its presser for. */
  form(buttonId: string, senderId: string): Promise<Form | null>;
}

const stored = ({ server }: TelegramStage): Promise<unknown> =>
  until('the app confirmed every update', async () => server.queue.waiting.length === 0);

const shownIn = ({ server }: TelegramStage, chat: number): readonly StubMessage[] =>
  server.world.messages.filter((one) => one.chat === chat && !one.deleted);

const showing = (messages: readonly StubMessage[], buttonId: string): StubMessage | undefined =>
  messages.findLast((message) => buttonsOf(message).some(({ id }) => id === buttonId));

const complainantsOn = (stage: TelegramStage): ComplainantSide => {
  const people = new Map<string, Person>();
  const person = (name: string): Person => {
    const found = people.get(name);
    if (!found) throw new Error(`${name} has not appeared`);
    return found;
  };
  return {
    async open(name: string, locale: Locale | null) {
      const id = firstComplainant + people.size;
      const language = locale === null ? {} : { language_code: locale === 'en' ? 'en' : 'zh-hans' };
      people.set(name, stage.server.person({ id, first_name: name, ...language }));
      return `telegram:${id}`;
    },
    async say(name, text) {
      person(name).say(text);
      await stored(stage);
    },
    async press(name, buttonId) {
      const message = showing(person(name).received, buttonId);
      if (!message) throw new Error(`${name} is shown no such button`);
      person(name).press(message, '', buttonId);
      await stored(stage);
    },
    lines: async (name) => shownIn(stage, person(name).user.id).map(lineOf),
  };
};

interface Sitting {
  readonly person: Person;
  readonly chat: number;
  readonly topic?: number;
}

/** The question the form asks now: the newest of ours with a form's code under it. */
const nextQuestion = async (stage: TelegramStage, at: Sitting, after: number): Promise<StubMessage> =>
  until('the form asks', async () =>
    shownIn(stage, at.chat).findLast(
      ({ id, fromBot, text, topic }) =>
        fromBot && id > after && topic === at.topic && /#f[a-z0-9]+\s*$/.test(text),
    ),
  );

const answerField = async (
  stage: TelegramStage,
  at: Sitting,
  { field, question, value: given }: { field: FormField; question: StubMessage; value: string | undefined },
): Promise<void> => {
  // A choice left open in a scenario is one that a person skips.
  const value = field.kind === 'choice' && given === '' ? undefined : given;
  if (value === undefined && field.required) throw new Error(`The form needs '${field.id}'`);
  if (field.kind === 'choice') {
    const option = field.options?.find((one) => one.value === value)?.label;
    const skip = buttonsOf(question).find(({ id }) => id.endsWith(':s'))?.label;
    at.person.press(question, value === undefined ? (skip ?? '') : (option ?? ''));
    return;
  }
  const chat = stage.server.world.chat(at.chat);
  const topic = at.topic === undefined ? {} : { topic: at.topic };
  at.person.say(value ?? '/skip', { chat, replyTo: question.id, ...topic });
};

/** Gives the press that sends the form off; null where its one answer does. */
const fillForm = async (
  stage: TelegramStage,
  at: Sitting,
  { form, fields, after }: { form: Form; fields: Readonly<Record<string, string>>; after: number },
): Promise<string | null> => {
  const known = new Set(form.fields.map(({ id }) => id));
  for (const id of Object.keys(fields)) if (!known.has(id)) throw new Error(`The form has no field '${id}'`);
  let last = after;
  for (const field of form.fields) {
    const question = await nextQuestion(stage, at, last);
    last = question.id;
    await answerField(stage, at, { field, question, value: fields[field.id] });
    await stored(stage);
  }
  if (form.fields.length === 1) return null;
  const check = await nextQuestion(stage, at, last);
  const sent = at.person.press(check, form.submit);
  await stored(stage);
  return sent;
};

const staffOf = ({ server, staff }: TelegramStage): ReadonlyMap<string, Person> =>
  new Map(
    staff.map((name, index) => [
      name,
      server.person({ id: Number(telegramAccount(index)), first_name: name, language_code: 'zh-hans' }),
    ]),
  );

const newestId = (messages: readonly StubMessage[]): number => messages.at(-1)?.id ?? 0;

const deskOn = (stage: TelegramStage): DeskSide => {
  const people = staffOf(stage);
  const lastPress = new Map<string, { readonly press: string; readonly from: number }>();
  const { server } = stage;
  const person = (staff: string): Person => {
    const found = people.get(staff);
    if (!found) throw new Error(`${staff} has no account on Telegram`);
    return found;
  };
  const cardOf = (chat: number, complaint: string | null): StubMessage | undefined =>
    shownIn(stage, chat).find(({ fromBot, text }) => fromBot && complaint && text.includes(complaint));
  const press = async ({
    staff,
    at,
    complaint,
    buttonId,
    asksForm,
    fields = {},
  }: StaffPress): Promise<void> => {
    const chat = telegramPlaces[at];
    const message = showing(shownIn(stage, chat), buttonId) ?? cardOf(chat, complaint);
    if (!message) throw new Error(`No card of ${complaint} is shown in ${chat}`);
    const presser = person(staff);
    const after = newestId(shownIn(stage, chat));
    const form = asksForm ? await stage.form(buttonId, String(presser.user.id)) : null;
    const from = server.world.messages.length;
    lastPress.set(staff, { press: presser.press(message, '', buttonId), from });
    await stored(stage);
    const topic = message.topic === undefined ? {} : { topic: message.topic };
    if (!form) return;
    const sent = await fillForm(stage, { person: presser, chat, ...topic }, { form, fields, after });
    if (sent) lastPress.set(staff, { press: sent, from });
  };
  return {
    press,
    async write({ staff, complaint, text }) {
      const card = cardOf(telegramPlaces.team, complaint);
      if (card?.topic === undefined) throw new Error(`No topic of ${complaint} is open`);
      person(staff).say(text, { chat: server.world.chat(card.chat), topic: card.topic });
      await stored(stage);
    },
    lines: async (channel) => shownIn(stage, telegramPlaces[channel]).map(lineOf),
    /** Words on the press itself, else the newest to them alone, else the newest that names them in the forum. */
    async answerTo(staff) {
      const { press: id = '', from = 0 } = lastPress.get(staff) ?? {};
      const onPress = server.presses.get(id)?.answer?.text;
      if (onPress) return onPress;
      const own = person(staff).user;
      const later = server.world.messages.slice(from).filter(({ fromBot }) => fromBot);
      const words = later.findLast(({ chat, text }) => chat === own.id || text.startsWith(own.first_name));
      return readable(words?.text ?? '');
    },
  };
};

/** People on Telegram: updates are polled by the app, what they see is what the stub server holds. */
export const telegramSides = (stage: TelegramStage): Sides => ({
  complainants: complainantsOn(stage),
  desk: deskOn(stage),
});
