import type { InboundMessage } from '../inbound/message.ts';
import type { Desk, WebMessage } from '../ports.ts';
import { saveSession } from '../store/web.ts';
import { createIntake } from './intake.ts';
import type { ComplainantSide, DeskSide, ShownLine, Sides } from './sides.ts';
import type { World } from './world.ts';

const pageSize = 200;

const wordsOf = ({ text, card }: WebMessage): string =>
  [
    text,
    ...(card
      ? [
          ...(text.includes(card.title) ? [] : [card.title]),
          ...card.fields.map(({ label, value }) => `${label}: ${value}`),
          ...card.sections.map(({ label, text: part }) => `${label ? `${label}: ` : ''}${part}`),
        ]
      : []),
  ].join('\n');

const lineOf = (message: WebMessage): ShownLine => ({
  id: message.id,
  at: message.at,
  who: message.from,
  ...(message.author ? { author: message.author } : {}),
  text: [wordsOf(message), ...message.files.map(({ name }) => `📎 ${name}`)].join('\n'),
  buttons: message.buttons,
});

/** What both sides of the web share: the pages' reading, and an entrance of their own. */
const webPlay = ({ world, desk }: { readonly world: World; readonly desk: Desk }) => {
  let count = 0;
  return {
    world,
    desk,
    receive: (message: InboundMessage): Promise<void> => createIntake(world)(message),
    nextKey: (): string => {
      count += 1;
      return `play:${count}`;
    },
    async read(place: string): Promise<readonly WebMessage[]> {
      const all: WebMessage[] = [];
      for (let after: string | null = null; ; ) {
        const page: readonly WebMessage[] = await desk.messages(place, after);
        all.push(...page);
        if (page.length < pageSize) return all;
        after = page.at(-1)?.cursor ?? null;
      }
    },
  };
};

type WebPlay = ReturnType<typeof webPlay>;

const placeOf = (name: string): string => `web_${name}`;

const complainantsOn = ({ world, desk, receive, nextKey, read }: WebPlay): ComplainantSide => ({
  async open(name, locale) {
    const id = placeOf(name);
    await saveSession(world.db, { id, token: `token-${name}`, locale, at: world.clock.now() });
    return `web:${id}`;
  },
  async say(name, text) {
    const place = placeOf(name);
    const key = nextKey();
    const { messageId } = await desk.echo({ key, place, from: 'complainant', text, files: [] });
    const address = { channel: 'web', place } as const;
    await receive({ kind: 'text', key, from: { id: place }, address, messageId, text, files: [] });
  },
  async press(name, buttonId) {
    const place = placeOf(name);
    const address = { channel: 'web', place } as const;
    await receive({ kind: 'press', key: nextKey(), from: { id: place }, address, buttonId });
  },
  lines: async (name) => (await read(placeOf(name))).map(lineOf),
});

const deskOn = ({ desk, receive, nextKey, read }: WebPlay): DeskSide => ({
  press: ({ staff, at: place, buttonId, fields }) =>
    receive({
      kind: 'press',
      key: nextKey(),
      from: { id: staff },
      address: { channel: 'web', place },
      buttonId,
      ...(fields ? { fields } : {}),
    }),
  async write({ staff, complaint, text }) {
    const head = (await read('team')).find(
      (line) => line.card && line.thread === null && line.complaint === complaint,
    )?.id;
    const thread = head ? { thread: head } : {};
    const key = nextKey();
    const line = { key, place: 'team', from: 'staff', author: staff, text, files: [], ...thread } as const;
    const { messageId } = await desk.echo(line);
    const address = { channel: 'web', place: 'team' } as const;
    await receive({ kind: 'text', key, from: { id: staff }, address, messageId, text, files: [], ...thread });
  },
  lines: async (channel) => (await read(channel)).map(lineOf),
  answerTo: async (staff, channel) =>
    (await read(channel)).findLast(({ onlyFor }) => onlyFor === staff)?.text ?? '',
});

/** The web's way of a play: what its pages show, and presses as they make them. */
export const webSides = (app: { readonly world: World; readonly desk: Desk }): Sides => {
  const play = webPlay(app);
  return { complainants: complainantsOn(play), desk: deskOn(play) };
};
