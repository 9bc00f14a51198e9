import { isFault } from '../faults.ts';
import { toEpochMs, toInstant } from '../policy/time.ts';
import {
  type FollowUpRow,
  failFollowUp,
  finishFollowUp,
  noteOvertaken,
  takeDueFollowUps,
} from '../store/follow-ups.ts';
import { findTalk } from '../store/talks.ts';
import { carryOut } from './register.ts';
import { compareComplaint } from './sameness.ts';
import { runTalk } from './talk-turn.ts';
import { tellTeam } from './tell-team.ts';
import { inTransaction, type Work, type World } from './world.ts';

const mostAttempts = 8;

const fire = async (row: FollowUpRow, work: Work): Promise<void> => {
  const now = work.clock.now();
  if (row.command.type === 'Silence') {
    const talk = row.talk ? await findTalk(work.tx, row.talk) : null;
    if (talk) await runTalk(talk, { items: [{ kind: 'silence', at: now }] }, work);
    return;
  }
  if (row.command.type === 'Compare')
    return row.complaint ? compareComplaint(row.complaint, work) : undefined;
  if (!row.complaint) return;
  const { events } = await carryOut(row.complaint, [{ ...row.command, at: now }], work);
  if (events.length === 0) await noteOvertaken(work.tx, row.key);
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
  await inTransaction(world, async (work) => {
    await failFollowUp(work.tx, {
      key: row.key,
      error: isFault(error) ? error.code : 'bug',
      retryAt,
      park: parked,
    });
    if (parked) await tellTeam('inboxParked', { key: row.key }, work);
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
    return await inTransaction(world, async (work) => {
      const now = world.clock.now();
      [taken] = await takeDueFollowUps(work.tx, now, 1);
      if (!taken) return false;
      world.metrics.lateness.set((toEpochMs(now) - toEpochMs(taken.dueAt)) / 1000 / world.clock.rate);
      await finishFollowUp(work.tx, taken.key, taken.dueAt);
      await fire(taken, work);
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
