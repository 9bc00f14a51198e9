import { isFault } from '../faults.ts';
import { toEpochMs, toInstant } from '../policy/time.ts';
import type { Tx } from '../store/database.ts';
import { type FollowUpRow, failFollowUp, finishFollowUp, takeDueFollowUps } from '../store/follow-ups.ts';
import { findTalk } from '../store/talks.ts';
import { carryOut } from './register.ts';
import { runTalk } from './talk-turn.ts';
import { tellTeam } from './tell-team.ts';
import type { World } from './world.ts';

const mostAttempts = 8;

const fire = async (tx: Tx, row: FollowUpRow, world: World): Promise<void> => {
  const now = world.clock.now();
  if (row.command.type === 'Silence') {
    const talk = row.talk ? await findTalk(tx, row.talk) : null;
    if (talk) await runTalk(tx, talk, [{ kind: 'silence', at: now }], world);
    return;
  }
  if (row.complaint) await carryOut(tx, row.complaint, [{ ...row.command, at: now }], world);
};

const noteFailure = async (
  row: FollowUpRow & { attempts: number },
  error: unknown,
  world: World,
): Promise<void> => {
  const parked = row.attempts + 1 >= mostAttempts;
  world.log.error({ err: error, followUp: row.key, attempts: row.attempts + 1, parked }, 'follow-up failed');
  world.metrics.failures.inc({ where: 'follow-up' });
  world.metrics.followUps.inc({ command: row.command.type, result: 'failed' });
  const retryAt = toInstant(toEpochMs(world.clock.now()) + 1000 * world.clock.rate * 2 ** row.attempts);
  await world.db.transaction().execute(async (tx) => {
    await failFollowUp(tx, {
      key: row.key,
      error: isFault(error) ? error.code : 'bug',
      retryAt,
      park: parked,
    });
    if (parked) await tellTeam(tx, 'inboxParked', { key: row.key }, world);
  });
};

/**
 * Fires the dated command that has waited longest, decided anew on the file as it is now.
 * A command planned for the time we were down fires once, late; what the file has overtaken gives nothing (CL-7).
 * Returns false when none is due.
 */
export const fireOneFollowUp = async (world: World): Promise<boolean> => {
  let taken: (FollowUpRow & { attempts: number }) | undefined;
  try {
    return await world.db.transaction().execute(async (tx) => {
      const now = world.clock.now();
      [taken] = await takeDueFollowUps(tx, now, 1);
      if (!taken) return false;
      world.metrics.lateness.set((toEpochMs(now) - toEpochMs(taken.dueAt)) / 1000 / world.clock.rate);
      await finishFollowUp(tx, taken.key, taken.dueAt);
      await fire(tx, taken, world);
      world.metrics.followUps.inc({ command: taken.command.type, result: 'fired' });
      world.wake('messages');
      return true;
    });
  } catch (error) {
    if (isFault(error, 'database-unavailable') || !taken) throw error;
    await noteFailure(taken, error, world);
    return true;
  }
};
