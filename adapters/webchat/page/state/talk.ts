import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ChatLine } from '../../render.ts';
import { type Account, ApiError, chatApi, readerHeaders } from './api.ts';
import { type Feed, openFeed } from './feed.ts';
import { newClientId } from './memory.ts';
import { locale } from './settings.ts';

/** Something the complainant sent that the server has not shown yet. */
export interface Pending {
  readonly id: string;
  readonly text: string;
  readonly file?: File;
  readonly at: string;
  readonly state: 'sending' | 'failed';
  /** Why it failed; a code. */
  readonly reason?: string;
  /** A refused file stays refused: sending it again is no use. */
  readonly final?: boolean;
}

/** One complainant's talk: what was said, and what is on its way. */
export interface Talk {
  readonly account: Account;
  readonly feed: Feed<ChatLine>;
  readonly pending: ReadonlySignal<readonly Pending[]>;
  /** Pressed buttons by message, at the cursor the message had: a redrawn message can be pressed again. */
  readonly pressed: Signal<ReadonlyMap<string, { readonly cursor: string; readonly buttonId: string }>>;
  say(text: string): void;
  attach(file: File): void;
  retry(id: string): void;
  drop(id: string): void;
  /** Throws ApiError. */
  press(line: ChatLine, buttonId: string): Promise<void>;
  stop(): void;
}

const isFinal = (error: ApiError): boolean => [400, 403, 404, 413, 415, 422].includes(error.status);

/** Opens the talk of an account. Messages leave one after another, so that they arrive in order. */
export const openTalk = (account: Account): Talk => {
  const feed = openFeed<ChatLine>({
    list: '/api/chat/messages',
    stream: '/api/chat/stream',
    headers: readerHeaders(account),
  });
  const pending = signal<readonly Pending[]>([]);
  const pressed: Talk['pressed'] = signal(new Map());
  let last: Promise<void> = Promise.resolve();

  const change = (id: string, part: Partial<Pending> | null) => {
    pending.value = pending.value.flatMap((one) => {
      if (one.id !== id) return [one];
      return part === null ? [] : [{ ...one, ...part }];
    });
  };
  const deliver = async (one: Pending) => {
    try {
      if (one.file) await chatApi.upload(account, one.id, one.file);
      else await chatApi.say(account, { clientMessageId: one.id, text: one.text, locale: locale.value });
      await feed.refresh().catch(() => {});
      change(one.id, null);
    } catch (error) {
      const known = error instanceof ApiError ? error : new ApiError(0, 'offline');
      change(one.id, { state: 'failed', reason: known.code, final: isFinal(known) });
    }
  };
  const send = (one: Pending) => {
    last = last.then(() => deliver(one));
  };
  const add = (part: Pick<Pending, 'text' | 'file'>) => {
    const one: Pending = { id: newClientId(), at: new Date().toISOString(), state: 'sending', ...part };
    pending.value = [...pending.value, one];
    send(one);
  };
  return {
    account,
    feed,
    pending,
    pressed,
    say: (text) => add({ text }),
    attach: (file) => add({ text: '', file }),
    retry(id) {
      const one = pending.value.find((other) => other.id === id);
      if (!one || one.state === 'sending') return;
      change(id, { state: 'sending' });
      send(one);
    },
    drop: (id) => change(id, null),
    async press(line, buttonId) {
      await chatApi.press(account, {
        clientActionId: newClientId(),
        messageId: line.id,
        buttonId,
        locale: locale.value,
      });
      pressed.value = new Map(pressed.value).set(line.id, { cursor: line.cursor, buttonId });
    },
    stop: () => feed.stop(),
  };
};
