import { schedule } from 'node-cron';
import { checkLateness } from './lateness.ts';
import { keepRetention } from './retention.ts';
import type { World } from './world.ts';

/** Starts the coarse sweeps; returns how to stop them. No promise to a complainant hangs on them. */
export const startSchedules = (world: World): (() => Promise<void>) => {
  const every = (pattern: string, what: string, sweep: () => Promise<unknown>) =>
    schedule(
      pattern,
      () => sweep().catch((error: unknown) => world.log.error({ err: error }, `${what} failed`)),
      { noOverlap: true },
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
