import { isFault } from '../faults.ts';
import { daytime } from '../policy/contact.ts';
import { addMinutes, isBefore, toEpochMs, toInstant } from '../policy/time.ts';
import { findComplaint } from '../store/complaints.ts';
import {
  failFollowUp,
  noteOvertaken,
  postponeFollowUp,
  spreadLate,
  type TakenFollowUp,
  takeFollowUp,
} from '../store/follow-ups.ts';
import { findTalk } from '../store/talks.ts';
import { lateAfterMinutes, minutesLate, raiseLate } from './lateness.ts';
import { carryOut } from './register.ts';
import { compareComplaint } from './sameness.ts';
import { runTalk } from './talk-turn.ts';
import { tellTeam } from './tell-team.ts';
import { inTransaction, type Work, type World } from './world.ts';

const mostAttempts = 8;
/** Late commands carried out each second after an outage: what a team can still follow. */
const latePerSecond = 4;
/** So many late ones are no flood yet. */
const lateAtOnce = 20;

/** Nobody waits for our question, least of all at night: asked late, it waits for the complainant's day (CL-7). */
const isTooEarly = async (row: TakenFollowUp, work: Work): Promise<boolean> => {
  if (row.command.type !== 'AskFollowUp' || !row.complaint) return false;
  const now = work.clock.now();
  const pack = (await findComplaint(work.tx, row.complaint))?.complaint.pack ?? '';
  const day = daytime(now, work.policies.of(pack));
  if (!isBefore(now, day)) return false;
  await postponeFollowUp(work.tx, row.key, day);
  return true;
};

const fire = async (row: TakenFollowUp, work: Work): Promise<void> => {
  const now = work.clock.now();
  if (row.command.type === 'Silence') {
    const talk = row.talk ? await findTalk(work.tx, row.talk) : null;
    if (talk) await runTalk(talk, { items: [{ kind: 'silence', at: now }] }, work);
    return;
  }
  if (row.command.type === 'Compare')
    return row.complaint ? compareComplaint(row.complaint, work) : undefined;
  if (!row.complaint || (await isTooEarly(row, work))) return;
  const { events } = await carryOut(row.complaint, [{ ...row.command, at: now }], work);
  if (events.length === 0) await noteOvertaken(work.tx, row.key);
};

const noteFailure = async (row: TakenFollowUp, error: unknown, world: World): Promise<void> => {
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

/** We were down: what else was left lying follows in order, a few each second, and the team is told once (CL-7, AD-7). */
const catchUp = async (minutes: number, work: Work): Promise<void> => {
  const now = work.clock.now();
  const lateSince = addMinutes(now, -lateAfterMinutes * work.clock.rate);
  const perSecond = latePerSecond / work.clock.rate;
  const count = await spreadLate(work.tx, { now, lateSince, perSecond, atOnce: lateAtOnce });
  if (count > 0) work.log.warn({ count, perSecond: latePerSecond }, 'late follow-ups are spread');
  await raiseLate(minutes, work);
};

/**
 * Fires the dated command that has waited longest, decided anew on the file as it is now.
 * A command planned for the time we were down fires once, late, in its order; what the file has overtaken gives nothing (CL-7).
 * Returns false when none is due.
 */
export const fireOneFollowUp = async (world: World): Promise<boolean> => {
  let taken: TakenFollowUp | null | undefined;
  try {
    return await inTransaction(world, async (work) => {
      const now = world.clock.now();
      taken = await takeFollowUp(work.tx, now);
      if (!taken) return false;
      const late = minutesLate(taken.runAt, world);
      world.metrics.lateness.set(late * 60);
      if (late >= lateAfterMinutes) await catchUp(late, work);
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
