import { toEpochMs } from '../policy/time.ts';
import { nextDues } from '../store/dues.ts';
import { claimSweep } from '../store/sweeps.ts';
import type { Instant } from '../terms.ts';
import { tellTeam } from './tell-team.ts';
import { inTransaction, type Work, type World } from './world.ts';

/** A follow-up that runs later than this was kept by us, not by its turn. */
export const lateAfterMinutes = 5;

/** Minutes since something should have run, on the wall. */
export const minutesLate = (runAt: Instant, { clock }: Pick<World, 'clock'>): number =>
  (toEpochMs(clock.now()) - toEpochMs(runAt)) / 60_000 / clock.rate;

/** Tells the team that the scheduler is late (AD-7): once an hour at most, by one of all processes. */
export const raiseLate = async (minutes: number, work: Work): Promise<void> => {
  if (!(await claimSweep(work.tx, `late/${work.clock.now().slice(0, 13)}`))) return;
  work.log.error({ minutes: Math.floor(minutes) }, 'follow-ups are late');
  await tellTeam('late', { minutes: Math.floor(minutes) }, work);
};

/** Looks whether a follow-up that may run has been left lying, and says so. */
export const checkLateness = async (world: World): Promise<void> => {
  const { followUps } = await nextDues(world.db);
  const minutes = followUps === null ? 0 : minutesLate(followUps, world);
  if (minutes >= lateAfterMinutes) await inTransaction(world, (work) => raiseLate(minutes, work));
};
