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
  takeFollowUps,
} from '../store/follow-ups.ts';
import { allEnded, shareTransaction } from '../store/gather.ts';
import { holdResting } from '../store/inbox.ts';
import { findTalk } from '../store/talks.ts';
import { lateAfterMinutes, minutesLate, raiseLate } from './lateness.ts';
import { carryOut, redrawCard } from './register.ts';
import { compareComplaint } from './sameness.ts';
import { runTalk } from './talk-turn.ts';
import { tellTeam } from './tell-team.ts';
import { inTransaction, type Work, type World } from './world.ts';

const mostAttempts = 8;
/** Dated commands that share one transaction. */
const firedAtOnce = 16;
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

/** The card was emptied with what somebody erased had said: it is drawn from what stays (AD-3). */
const redraw = async ({ complaint: number }: TakenFollowUp, work: Work): Promise<void> => {
  const stream = number === null ? null : await findComplaint(work.tx, number);
  if (stream) await redrawCard(stream.complaint, work);
};

const fire = async (row: TakenFollowUp, work: Work): Promise<void> => {
  const now = work.clock.now();
  if (row.command.type === 'Silence') {
    if (row.talk && !(await holdResting(work.tx, `talk/${row.talk}`)))
      return postponeFollowUp(work.tx, row.key, addMinutes(now, work.clock.rate / 60));
    const talk = row.talk ? await findTalk(work.tx, row.talk) : null;
    if (talk) await runTalk(talk, { items: [{ kind: 'silence', at: now }] }, work);
    return;
  }
  if (row.command.type === 'Compare')
    return row.complaint ? compareComplaint(row.complaint, work) : undefined;
  if (row.command.type === 'Redraw') return redraw(row, work);
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

const fireTaken = async (taken: TakenFollowUp, work: Work): Promise<void> => {
  await fire(taken, work);
  work.metrics.followUps.inc({ command: taken.command.type, result: 'fired' });
};

/** Each tells its own file; comparing tells others' files too, so those go one after the other. */
const fireTogether = async (all: readonly TakenFollowUp[], work: Work): Promise<void> => {
  if (all.length > 1) shareTransaction(work.tx);
  const comparing = all.filter(({ command }) => command.type === 'Compare');
  const apart = all.filter((one) => !comparing.includes(one));
  await allEnded(apart.map((one) => fireTaken(one, work)));
  for (const one of comparing) await fireTaken(one, work);
};

/** Takes and fires up to so many in one transaction; gives those that were taken, also when they failed. */
const takeAndFire = async (limit: number, world: World) => {
  let taken: readonly TakenFollowUp[] = [];
  try {
    await inTransaction(world, async (work) => {
      const now = world.clock.now();
      const lateSince = addMinutes(now, -lateAfterMinutes * world.clock.rate);
      taken = await takeFollowUps(work.tx, { now, lateSince, limit });
      const [first] = taken;
      if (!first) return;
      const late = minutesLate(first.runAt, world);
      world.metrics.lateness.set(late * 60);
      if (late >= lateAfterMinutes) await catchUp(late, work);
      await fireTogether(taken, work);
    });
    if (taken.length > 0) world.wake('messages');
    return { taken, error: undefined };
  } catch (error) {
    return { taken, error };
  }
};

/**
 * Fires the dated command that has waited longest, decided anew on the file as it is now.
 * A command planned for the time we were down fires once, late, in its order; what the file has overtaken gives nothing (CL-7).
 * Returns false when none is due.
 */
export const fireOneFollowUp = async (world: World): Promise<boolean> => {
  const { taken, error } = await takeAndFire(1, world);
  const [first] = taken;
  if (error === undefined) return first !== undefined;
  if (isFault(error, 'database-unavailable') || !first) throw error;
  await noteFailure(first, error, world);
  return true;
};

/**
 * Fires what is due, several in one transaction; late ones one by one. When one of them fails nothing of it happened, and
 * each is fired alone. Returns false when none is due.
 */
export const fireFollowUps = async (world: World): Promise<boolean> => {
  const { taken, error } = await takeAndFire(firedAtOnce, world);
  if (taken.length === firedAtOnce) world.wake('followUps');
  if (error === undefined) return taken.length > 0;
  if (taken.length === 0) throw error;
  world.log.warn({ err: error, followUps: taken.length }, 'follow-ups failed together, each is fired alone');
  for (const _one of taken) await fireOneFollowUp(world);
  return true;
};
