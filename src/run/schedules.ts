import { schedule } from 'node-cron';
import { toEpochMs } from '../policy/time.ts';
import { nextFollowUpDue } from '../store/follow-ups.ts';
import { claimSweep } from '../store/sweeps.ts';
import { keepRetention } from './retention.ts';
import { tellTeam } from './tell-team.ts';
import { inTransaction, type World } from './world.ts';

const lateAfterMinutes = 5;

/** A scheduler that is late says so (AD-7): once an hour at most, by one of all processes. */
export const checkLateness = async (world: World): Promise<void> => {
  const due = await nextFollowUpDue(world.db);
  if (!due) return;
  const now = world.clock.now();
  const minutes = Math.floor((toEpochMs(now) - toEpochMs(due)) / 60_000 / world.clock.rate);
  if (minutes < lateAfterMinutes) return;
  world.log.error({ minutes }, 'follow-ups are late');
  await inTransaction(world, async (work) => {
    if (await claimSweep(work.tx, `late/${now.slice(0, 13)}`)) await tellTeam('late', { minutes }, work);
  });
};

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
