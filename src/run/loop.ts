import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { isFault } from '../faults.ts';

/** A piece of work that is done again and again. */
export interface Work {
  readonly name: string;
  /** Does one piece; false when there was none. */
  once(): Promise<boolean>;
  /** Wall milliseconds until something falls due; null when nothing waits. Asked only when there was nothing to do. */
  dueInMs(): Promise<number | null>;
  /** Longest wait between two looks, wall milliseconds. */
  readonly everyMs: number;
}

/** A running loop. */
export interface Loop {
  /** Ends the present wait, or the next one when it is at work; tells whether it waited. */
  wake(): boolean;
  /** Resolves when the piece under way is done. */
  stop(): Promise<void>;
}

const afterFailureMs = 500;

/** An outage is told when it begins and when it is over: twice a second from every loop it would bury all else. */
const createTeller = (name: string, log: Logger) => {
  let away = false;
  return {
    failed: (error: unknown): void => {
      const isAway = isFault(error, 'database-unavailable');
      if (!away || !isAway) log.error({ err: error, loop: name }, 'loop failed, it goes on');
      away = isAway;
    },
    worked: (): void => {
      if (away) log.warn({ loop: name }, 'loop works again');
      away = false;
    },
  };
};

/** Runs work until stopped; a failure is logged and the loop waits a little: the database may be away for a minute. */
export const startLoop = (work: Work, log: Logger): Loop => {
  const tell = createTeller(work.name, log);
  let running = true;
  let awake = false;
  let waits = false;
  let rest = new AbortController();
  const pause = async (ms: number): Promise<void> => {
    waits = !awake;
    if (waits) await sleep(ms, undefined, { signal: rest.signal }).catch(() => undefined);
    rest = new AbortController();
    awake = false;
    waits = false;
  };
  const run = async (): Promise<void> => {
    while (running) {
      try {
        const isBusy = await work.once();
        tell.worked();
        if (!isBusy) await pause(Math.min(work.everyMs, Math.max(1, (await work.dueInMs()) ?? work.everyMs)));
      } catch (error) {
        tell.failed(error);
        await pause(afterFailureMs);
      }
    }
  };
  const ended = run();
  const wake = (): boolean => {
    const waited = waits && !awake;
    awake = true;
    rest.abort();
    return waited;
  };
  return {
    wake,
    stop: async () => {
      running = false;
      wake();
      await ended;
    },
  };
};
