import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Form } from '../../../../src/outbox/message.ts';
import type { DeskChannel } from '../../../../src/terms.ts';
import type { DeskLine } from '../../render.ts';
import { say } from '../words/words.ts';
import { deskApi } from './api.ts';
import { type Feed, openFeed } from './feed.ts';
import { memory, newClientId } from './memory.ts';
import { createOutgoing, type Outgoing, type Pending } from './outgoing.ts';
import { locale } from './settings.ts';

/** A form that stands open, and what happens when it is filled in. */
export interface OpenForm {
  readonly form: Form;
  /** Throws ApiError. */
  submit(fields: Readonly<Record<string, string>>): Promise<void>;
}

/** A note on its way to a channel or thread. */
export interface PendingNote extends Pending {
  readonly thread: string | null;
  readonly as: string;
}

/** What stands in a channel, as one person sees it. */
export interface ChannelView {
  /** What stands in the channel itself. */
  readonly heads: ReadonlySignal<readonly DeskLine[]>;
  /** What stands in threads, by the head's id. */
  readonly threads: ReadonlySignal<ReadonlyMap<string, readonly DeskLine[]>>;
}

/** What nobody looked at yet. */
export interface Unread {
  /** Lines nobody looked at yet: of one thread, or of the whole channel. */
  count(thread?: string): number;
  /** Remembers that a thread, or the channel itself, has been looked at. */
  seen(thread: string | null): void;
}

/** One staff channel as one person looks at it. */
export interface StaffChannel extends ChannelView {
  readonly name: DeskChannel;
  readonly feed: Feed<DeskLine>;
  readonly actingAs: Signal<string>;
  /** Thread that is open, by the id of its head; null for the channel itself. */
  readonly openThread: Signal<string | null>;
  readonly form: Signal<OpenForm | null>;
  readonly outgoing: Outgoing<PendingNote>;
  readonly unread: Unread;
  write(text: string, thread: string | null): void;
  /** Presses a button as the acting person; opens its form when it asks for input. Throws ApiError. */
  press(line: DeskLine, buttonId: string): Promise<void>;
  /** Opens the form by which a complaint is entered by hand. Throws ApiError. */
  enterComplaint(): Promise<void>;
  /** Opens the form by which complaints are searched. */
  search(): void;
}

/** Answers to one presser: short ones pass as a toast, those to be read or pressed stand in the channel. */
export const standsInChannel = (line: DeskLine): boolean =>
  line.onlyFor === undefined || line.buttons.length > 0 || line.card !== null || /\n|.{160}/.test(line.text);

const viewOf = (feed: Feed<DeskLine>, actingAs: ReadonlySignal<string>): ChannelView => {
  const visible = computed(() =>
    feed.lines.value.filter(
      (line) => standsInChannel(line) && (line.onlyFor === undefined || line.onlyFor === actingAs.value),
    ),
  );
  return {
    heads: computed(() => visible.value.filter((line) => line.thread === null)),
    threads: computed(() => Map.groupBy(visible.value, (line) => line.thread ?? '')),
  };
};

const createUnread = (name: DeskChannel, view: ChannelView, actingAs: ReadonlySignal<string>): Unread => {
  const looked = signal<ReadonlyMap<string, string>>(new Map());
  const key = (thread: string) => `seen.${name}.${thread}`;
  const linesOf = (thread: string) =>
    thread === '' ? view.heads.value : (view.threads.value.get(thread) ?? []);
  const lastSeen = (thread: string): string => looked.value.get(thread) ?? memory.read(key(thread)) ?? '';
  const newIn = (thread: string): number => {
    const since = lastSeen(thread);
    return linesOf(thread).filter((line) => line.at > since && line.author !== actingAs.value).length;
  };
  return {
    count(thread) {
      if (thread !== undefined) return newIn(thread);
      const all = new Set(['', ...view.threads.value.keys()]);
      return [...all].reduce((sum, one) => sum + newIn(one), 0);
    },
    seen(thread) {
      const at = linesOf(thread ?? '').at(-1)?.at;
      if (at === undefined || at <= lastSeen(thread ?? '')) return;
      looked.value = new Map(looked.peek()).set(thread ?? '', at);
      memory.write(key(thread ?? ''), at);
    },
  };
};

/** What a visitor does in a channel, as the person they act as then. */
const createActs = (name: DeskChannel, actingAs: ReadonlySignal<string>, form: Signal<OpenForm | null>) => ({
  async press(line: DeskLine, buttonId: string): Promise<void> {
    const action = {
      as: actingAs.value,
      locale: locale.value,
      channel: name,
      thread: line.thread,
      messageId: line.id,
      buttonId,
    };
    const asked = await deskApi.press({ ...action, clientActionId: newClientId() });
    if (asked === null) return;
    // One id for every try of this form: pressing twice on a slow line submits it once.
    const clientActionId = newClientId();
    form.value = {
      form: asked,
      submit: async (fields) => void (await deskApi.press({ ...action, clientActionId, fields })),
    };
  },
  async enterComplaint(): Promise<void> {
    const command = { as: actingAs.value, channel: name, locale: locale.value };
    const asked = await deskApi.enter({ ...command, clientMessageId: newClientId() });
    if (asked === null) return;
    const clientMessageId = newClientId();
    form.value = {
      form: asked,
      submit: async (fields) => void (await deskApi.enter({ ...command, clientMessageId, fields })),
    };
  },
  search(): void {
    const command = { as: actingAs.value, channel: name, locale: locale.value };
    const clientMessageId = newClientId();
    const words = { id: 'words', label: say('desk.searchFor'), kind: 'line', required: true } as const;
    form.value = {
      form: {
        buttonId: 'search',
        locale: locale.value,
        title: say('desk.search'),
        submit: say('desk.search'),
        fields: [words],
      },
      submit: ({ words: text = '' }) => deskApi.search({ ...command, clientMessageId, text }),
    };
  },
});

/** Opens a staff channel. */
export const openChannel = (name: DeskChannel): StaffChannel => {
  const feed = openFeed<DeskLine>({
    list: `/api/desk/messages?channel=${name}`,
    stream: `/api/desk/stream?channel=${name}`,
    headers: {},
  });
  const actingAs = signal(memory.read(`as.${name}`) ?? '');
  const form = signal<OpenForm | null>(null);
  const view = viewOf(feed, actingAs);
  const outgoing = createOutgoing<PendingNote>(feed.state, async ({ id, as, thread, text }) => {
    await deskApi.say({ as, channel: name, thread, clientMessageId: id, text, locale: locale.value });
    await feed.refresh().catch(() => {});
  });
  return {
    name,
    feed,
    actingAs,
    openThread: signal(null),
    form,
    outgoing,
    ...view,
    unread: createUnread(name, view, actingAs),
    write: (text, thread) =>
      outgoing.add({
        id: newClientId(),
        text,
        thread,
        as: actingAs.value,
        after: feed.cursor(),
        state: 'sending',
      }),
    ...createActs(name, actingAs, form),
  };
};
