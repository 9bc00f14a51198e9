import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { ApiError } from './api.ts';
import { compareCursors, type FeedState } from './feed.ts';

/** Something we sent that the server has not shown yet. */
export interface Pending {
  /** Our own id of it: sent again under the same id it changes nothing. */
  readonly id: string;
  readonly text: string;
  /** Newest line we had read when it was sent. */
  readonly after: string;
  readonly state: 'sending' | 'failed';
  /** Why it failed; a code. */
  readonly reason?: string;
  /** What was refused stays refused: sending it again is no use. */
  readonly final?: boolean;
}

/** Whether a line of the server's already shows what we still hold for unsent: it would stand there twice. */
export const hasArrived = (one: Pending, lines: readonly { cursor: string; text: string }[]): boolean =>
  one.text !== '' &&
  lines.some(({ cursor, text }) => text === one.text && compareCursors(cursor, one.after) > 0);

/** What is on its way from one place to the server. */
export interface Outgoing<Item extends Pending> {
  readonly items: ReadonlySignal<readonly Item[]>;
  add(item: Item): void;
  retry(id: string): void;
  drop(id: string): void;
}

const refusals = [400, 403, 404, 413, 415, 422];

const failure = (error: unknown): Pick<Pending, 'state' | 'reason' | 'final'> => {
  const { status, code } = error instanceof ApiError ? error : new ApiError(0, 'offline');
  return { state: 'failed', reason: code, final: refusals.includes(status) };
};

/**
 * Sends items one after another, so that they arrive in order.
 * What did not reach the server goes again once it answers; what failed otherwise waits to be sent again.
 */
export const createOutgoing = <Item extends Pending>(
  state: ReadonlySignal<FeedState>,
  deliver: (item: Item) => Promise<void>,
): Outgoing<Item> => {
  const items = signal<readonly Item[]>([]);
  let last: Promise<void> = Promise.resolve();
  const change = (id: string, part: Partial<Pending>) => {
    items.value = items.peek().map((one) => (one.id === id ? { ...one, ...part } : one));
  };
  const drop = (id: string) => {
    items.value = items.peek().filter((one) => one.id !== id);
  };
  const send = (item: Item) => {
    last = last
      .then(() => deliver(item))
      .then(
        () => drop(item.id),
        (error) => change(item.id, failure(error)),
      );
  };
  const retry = (id: string) => {
    const item = items.peek().find((one) => one.id === id);
    if (!item || item.state === 'sending') return;
    change(id, { state: 'sending' });
    send(item);
  };
  effect(() => {
    if (state.value !== 'live') return;
    for (const { id, reason } of items.peek()) if (reason === 'offline') retry(id);
  });
  return {
    items,
    drop,
    retry,
    add(item) {
      items.value = [...items.value, item];
      send(item);
    },
  };
};
