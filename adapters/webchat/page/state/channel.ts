import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Form } from '../../../../src/outbox/message.ts';
import type { DeskChannel } from '../../../../src/terms.ts';
import type { DeskLine } from '../../render.ts';
import { ApiError, deskApi } from './api.ts';
import { type Feed, openFeed } from './feed.ts';
import { memory, newClientId } from './memory.ts';
import { locale } from './settings.ts';
import type { Pending } from './talk.ts';

/** A form that stands open, and what happens when it is filled in. */
export interface OpenForm {
  readonly form: Form;
  readonly as: string;
  /** Throws ApiError. */
  submit(fields: Readonly<Record<string, string>>): Promise<void>;
}

/** A note on its way to a channel or thread. */
export interface PendingNote extends Pending {
  readonly thread: string | null;
  readonly as: string;
}

/** One staff channel as one person looks at it. */
export interface StaffChannel {
  readonly name: DeskChannel;
  readonly feed: Feed<DeskLine>;
  readonly actingAs: Signal<string>;
  /** Thread that is open, by the id of its head; null for the channel itself. */
  readonly openThread: Signal<string | null>;
  readonly form: Signal<OpenForm | null>;
  readonly pending: ReadonlySignal<readonly PendingNote[]>;
  /** What stands in the channel itself, as the acting person sees it. */
  readonly heads: ReadonlySignal<readonly DeskLine[]>;
  /** What stands in threads, by the head's id. */
  readonly threads: ReadonlySignal<ReadonlyMap<string, readonly DeskLine[]>>;
  /** Lines nobody looked at yet: of one thread, or of the whole channel. */
  unread(thread?: string): number;
  /** Remembers that a thread, or the channel, has been looked at. */
  seen(thread: string | null): void;
  write(text: string, thread: string | null): void;
  retry(id: string): void;
  drop(id: string): void;
  /** Presses a button as the acting person; opens its form when it asks for input. Throws ApiError. */
  press(line: DeskLine, buttonId: string): Promise<void>;
  /** Opens the form by which a complaint is entered by hand. Throws ApiError. */
  enterComplaint(): Promise<void>;
  stop(): void;
}

/** Answers to one presser: short ones pass as a toast, those to be read or pressed stand in the channel. */
export const standsInChannel = (line: DeskLine): boolean =>
  line.onlyFor === undefined || line.buttons.length > 0 || line.card !== null || line.text.length > 160;

const seenKey = (name: DeskChannel, thread: string | null): string => `seen.${name}.${thread ?? ''}`;

/** Opens a staff channel. */
export const openChannel = (name: DeskChannel): StaffChannel => {
  const feed = openFeed<DeskLine>({
    list: `/api/desk/messages?channel=${name}`,
    stream: `/api/desk/stream?channel=${name}`,
    headers: {},
  });
  const actingAs = signal(memory.read(`as.${name}`) ?? '');
  const openThread = signal<string | null>(null);
  const form = signal<OpenForm | null>(null);
  const pending = signal<readonly PendingNote[]>([]);
  const looked = signal<ReadonlyMap<string, string>>(new Map());

  const visible = computed(() =>
    feed.lines.value.filter(
      (line) => standsInChannel(line) && (line.onlyFor === undefined || line.onlyFor === actingAs.value),
    ),
  );
  const heads = computed(() => visible.value.filter((line) => line.thread === null));
  const threads = computed(() => {
    const known = new Map<string, DeskLine[]>();
    for (const line of visible.value) {
      if (line.thread === null) continue;
      const lines = known.get(line.thread) ?? [];
      lines.push(line);
      known.set(line.thread, lines);
    }
    return known;
  });

  const lastSeen = (thread: string | null): string =>
    looked.value.get(thread ?? '') ?? memory.read(seenKey(name, thread)) ?? '';
  const newIn = (lines: readonly DeskLine[], thread: string | null): number => {
    const since = lastSeen(thread);
    return lines.filter((line) => line.at > since && line.author !== actingAs.value).length;
  };

  const change = (id: string, part: Partial<PendingNote> | null) => {
    pending.value = pending.value.flatMap((one) => {
      if (one.id !== id) return [one];
      return part === null ? [] : [{ ...one, ...part }];
    });
  };
  const deliver = async (note: PendingNote) => {
    try {
      const { as, thread, text, id } = note;
      await deskApi.say({ as, channel: name, thread, clientMessageId: id, text, locale: locale.value });
      await feed.refresh().catch(() => {});
      change(id, null);
    } catch (error) {
      change(note.id, { state: 'failed', reason: error instanceof ApiError ? error.code : 'offline' });
    }
  };

  const press = async (line: DeskLine, buttonId: string) => {
    const as = actingAs.value;
    const action = {
      as,
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
      as,
      submit: async (fields) => void (await deskApi.press({ ...action, clientActionId, fields })),
    };
  };

  const enterComplaint = async () => {
    const command = { as: actingAs.value, channel: name, locale: locale.value };
    const asked = await deskApi.enter({ ...command, clientMessageId: newClientId() });
    if (asked === null) return;
    const clientMessageId = newClientId();
    form.value = {
      form: asked,
      as: command.as,
      submit: async (fields) => void (await deskApi.enter({ ...command, clientMessageId, fields })),
    };
  };

  return {
    name,
    feed,
    actingAs,
    openThread,
    form,
    pending,
    heads,
    threads,
    unread(thread) {
      if (thread !== undefined) return newIn(threads.value.get(thread) ?? [], thread);
      const inThreads = [...threads.value].map(([id, lines]) => newIn(lines, id));
      return newIn(heads.value, null) + inThreads.reduce((sum, count) => sum + count, 0);
    },
    seen(thread) {
      const lines = thread === null ? heads.peek() : (threads.peek().get(thread) ?? []);
      const at = lines.at(-1)?.at;
      if (at === undefined || at <= lastSeen(thread)) return;
      looked.value = new Map(looked.peek()).set(thread ?? '', at);
      memory.write(seenKey(name, thread), at);
    },
    write(text, thread) {
      const note: PendingNote = {
        id: newClientId(),
        text,
        thread,
        as: actingAs.value,
        at: new Date().toISOString(),
        state: 'sending',
      };
      pending.value = [...pending.value, note];
      void deliver(note);
    },
    retry(id) {
      const note = pending.value.find((one) => one.id === id);
      if (!note || note.state === 'sending') return;
      change(id, { state: 'sending' });
      void deliver({ ...note, state: 'sending' });
    },
    drop: (id) => change(id, null),
    press,
    enterComplaint,
    stop: () => feed.stop(),
  };
};
