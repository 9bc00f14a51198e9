import { type Signal, signal } from '@preact/signals';
import type { ChatLine } from '../../render.ts';
import { type Account, ApiError, chatApi, fetchAbout, readerHeaders } from './api.ts';
import { type Feed, openFeed } from './feed.ts';
import { newClientId } from './memory.ts';
import { createOutgoing, type Outgoing, type Pending } from './outgoing.ts';
import { locale } from './settings.ts';

/** Words or a file on their way to the complaints desk. */
export interface PendingLine extends Pending {
  readonly file?: File;
}

/** One complainant's talk: what was said, and what is on its way. */
export interface Talk {
  readonly account: Account;
  readonly feed: Feed<ChatLine>;
  readonly outgoing: Outgoing<PendingLine>;
  /** Pressed buttons by message, at the cursor the message had: a redrawn message can be pressed again. */
  readonly pressed: Signal<ReadonlyMap<string, { readonly cursor: string; readonly buttonId: string }>>;
  say(text: string): void;
  attach(file: File): void;
  /** Throws ApiError. */
  press(line: ChatLine, buttonId: string): Promise<void>;
  stop(): void;
}

/** Refuses what is too large before it travels: on a phone that takes minutes and money. */
const upload = async (account: Account, id: string, file: File): Promise<void> => {
  const { maxFileBytes } = await fetchAbout();
  if (file.size > maxFileBytes) throw new ApiError(413, 'file-too-large');
  await chatApi.upload(account, id, file);
};

/** Opens the talk of an account. */
export const openTalk = (account: Account): Talk => {
  const feed = openFeed<ChatLine>({
    list: '/api/chat/messages',
    stream: '/api/chat/stream',
    headers: readerHeaders(account),
  });
  const pressed: Talk['pressed'] = signal(new Map());
  const outgoing = createOutgoing<PendingLine>(feed.state, async ({ id, text, file }) => {
    if (file) await upload(account, id, file);
    else await chatApi.say(account, { clientMessageId: id, text, locale: locale.value });
    // Shown by the feed before it leaves the list of what is on its way: it never blinks.
    await feed.refresh().catch(() => {});
  });
  return {
    account,
    feed,
    outgoing,
    pressed,
    say: (text) => outgoing.add({ id: newClientId(), text, after: feed.cursor(), state: 'sending' }),
    attach: (file) =>
      outgoing.add({ id: newClientId(), text: '', file, after: feed.cursor(), state: 'sending' }),
    async press(line, buttonId) {
      const press = { clientActionId: newClientId(), messageId: line.id, buttonId, locale: locale.value };
      await chatApi.press(account, press);
      pressed.value = new Map(pressed.value).set(line.id, { cursor: line.cursor, buttonId });
    },
    stop: () => feed.stop(),
  };
};
