import { schedule } from 'node-cron';
import type { Logger } from 'pino';
import { checkLateness } from './lateness.ts';
import { keepRetention } from './retention.ts';
import type { World } from './world.ts';

/** What the package has to say, into our log: by itself it writes lines of its own making. */
const cronLogger = (log: Logger) => {
  const tell = (level: 'debug' | 'warn' | 'error') => (message: string | Error) =>
    log[level](message instanceof Error ? { err: message } : {}, 'cron: %s', message);
  return { info: tell('debug'), warn: tell('warn'), error: tell('error'), debug: tell('debug') };
};

/** Starts the coarse sweeps; returns how to stop them. No promise to a complainant hangs on them. */
export const startSchedules = (world: World): (() => Promise<void>) => {
  const logger = cronLogger(world.log);
  const every = (pattern: string, what: string, sweep: () => Promise<unknown>) =>
    schedule(
      pattern,
      () => sweep().catch((error: unknown) => world.log.error({ err: error }, `${what} failed`)),
      // A sweep that was missed needs no word: the next one looks at everything again.
      { noOverlap: true, suppressMissedWarning: true, logger },
    );
  const tasks = [
    every('* * * * *', 'lateness check', () => checkLateness(world)),
    // Hourly, claimed once a day: a process that was down at the hour catches up.
    every('17 * * * *', 'retention', () => keepRetention(world)),
  ];
  return async () => {
    for (const task of tasks) await task.destroy();
  };
};
