/** Runs tasks of one key one after another, in the order they were asked for; different keys side by side. */
export interface InTurn {
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
}

/** Slack has no versions on messages: two redraws of one card under way at once may end with the older on top. */
export const createInTurn = (): InTurn => {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(key, task) {
      const before = tails.get(key) ?? Promise.resolve();
      const result = before.then(task, task);
      const tail = result.then(
        () => undefined,
        () => undefined,
      );
      tails.set(key, tail);
      void tail.then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
      return result;
    },
  };
};

/** Work that may be asked for again while it runs: the second asker waits for the first one's end, good or bad. */
export interface Once {
  run(key: string, work: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

/** Slack sends an event again while we still store the first: one download and one write are enough. */
export const createOnce = (): Once => {
  const running = new Map<string, Promise<void>>();
  return {
    run(key, work) {
      const result = running.get(key) ?? work().finally(() => running.delete(key));
      running.set(key, result);
      return result;
    },
    async settled() {
      while (running.size > 0) await Promise.allSettled([...running.values()]);
    },
  };
};
