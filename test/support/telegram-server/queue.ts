import { BotApiRefusal } from './refusal.ts';

/** One update waiting to be fetched or delivered. */
export type QueuedUpdate = { readonly update_id: number } & Readonly<Record<string, unknown>>;

/** The update queue with the offsets of getUpdates: what is confirmed is gone, what is not comes again. */
export class UpdateQueue {
  #next = 1000;
  #updates: QueuedUpdate[] = [];
  #woken: (() => void)[] = [];
  #poll: (() => void) | undefined;
  /** How many polls are open right now. */
  open = 0;

  /** Adds an update and wakes an open poll. */
  push(content: Readonly<Record<string, unknown>>): QueuedUpdate {
    const update = { update_id: this.#next++, ...content };
    this.put(update);
    return update;
  }

  /** Adds an update with an id of its own: a repeat, or one out of order. */
  put(update: QueuedUpdate): void {
    this.#updates.push(update);
    for (const wake of this.#woken.splice(0)) wake();
  }

  /** Updates neither confirmed nor delivered. */
  get waiting(): readonly QueuedUpdate[] {
    return this.#updates;
  }

  /** Takes one out: delivered by webhook. */
  remove(update: QueuedUpdate): void {
    this.#updates = this.#updates.filter((one) => one !== update);
  }

  /** getUpdates: confirms below the offset, then waits until there is something or the time is up. A second poll ends the first. */
  async poll(asked: {
    offset?: number;
    limit?: number;
    timeout?: number;
    gone: AbortSignal;
  }): Promise<readonly QueuedUpdate[]> {
    const { offset, limit = 100, timeout = 0, gone } = asked;
    if (offset !== undefined) this.#updates = this.#updates.filter((one) => one.update_id >= offset);
    this.#poll?.();
    let ended = false;
    const end = () => {
      ended = true;
      for (const wake of this.#woken.splice(0)) wake();
    };
    this.#poll = end;
    this.open += 1;
    const until = Date.now() + timeout * 1000;
    try {
      while (this.#updates.length === 0 && !ended && !gone.aborted && Date.now() < until) {
        await this.#wait(until - Date.now(), gone);
      }
    } finally {
      this.open -= 1;
      if (this.#poll === end) this.#poll = undefined;
    }
    if (ended)
      throw new BotApiRefusal(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      );
    return this.#updates.slice(0, limit);
  }

  #wait(ms: number, gone: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        gone.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      gone.addEventListener('abort', done);
      this.#woken.push(done);
    });
  }
}
