import { isFault } from '../faults.ts';
import { inSpokenOrder } from '../inbound/order.ts';
import { toEpochMs, toInstant } from '../policy/time.ts';
import { allEnded, shareTransaction } from '../store/gather.ts';
import {
  failArrival,
  finishArrivals,
  type LaneChoice,
  peekTalk,
  takeLane,
  takeLanes,
  type Waiting,
  waitingIn,
} from '../store/inbox.ts';
import { deskTurn } from './desk-turn.ts';
import type { Ahead } from './model-turn.ts';
import { isForDesk, readAhead, talkTurn } from './talk-turn.ts';
import { tellTeam } from './tell-team.ts';
import { inTransaction, type Work, type World } from './world.ts';

const batch = 200;
/** Lanes that share one transaction: more of them save little, and an earlier one waits for the last. */
const lanesAtOnce = 32;
const conflictRetries = 3;
/** A turn that fails this often, over two minutes and so over any lease, is our bug, not the weather: its message is set aside and staff are told. */
const mostAttempts = 7;

interface Taken {
  readonly lane: string;
  readonly waiting: readonly Waiting[];
  readonly ahead: Ahead | null;
}

const takeTurnIn = async (taken: Taken, work: Work): Promise<void> => {
  const side = taken.lane.startsWith('desk/') ? 'desk' : 'talk';
  const stop = work.metrics.turnSeconds.startTimer({ side });
  const waiting = inSpokenOrder(taken.waiting);
  await allEnded([
    side === 'desk' ? deskTurn(waiting, work) : talkTurn(waiting, taken.ahead, work),
    finishArrivals(work.tx, {
      lane: taken.lane,
      seqs: taken.waiting.map(({ seq }) => seq),
      now: work.clock.now(),
    }),
  ]);
  stop();
  work.metrics.turns.inc({ side });
};

/** After a failure messages are taken one by one, so that a bad one holds up only itself. */
const choose = (waiting: readonly Waiting[]): readonly Waiting[] =>
  (waiting[0]?.attempts ?? 0) > 0 ? waiting.slice(0, 1) : waiting;

const noteFailure = async (taken: Taken, error: unknown, world: World): Promise<void> => {
  const [head] = taken.waiting;
  if (!head) return;
  const attempts = head.attempts + 1;
  const park = attempts >= mostAttempts;
  world.log.error({ err: error, lane: taken.lane, attempts, parked: park }, 'turn failed');
  world.metrics.failures.inc({ where: 'turn' });
  const retryAt = toInstant(toEpochMs(world.clock.now()) + 1000 * world.clock.rate * 2 ** attempts);
  await inTransaction(world, async (work) => {
    const code = isFault(error) ? error.code : 'bug';
    await failArrival(work.tx, {
      lane: taken.lane,
      seq: head.seq,
      error: code,
      retryAt: park ? world.clock.now() : retryAt,
      park,
    });
    if (park) await tellTeam('inboxParked', { key: head.key }, work);
  });
};

/** A talk a model reads before its turn; while one worker waits for the model the others leave the talk alone. */
interface Reading {
  readonly lane: string;
  readonly ahead: Ahead | null;
}

/** Lets the model read the talk that has waited longest, outside any transaction; null where no model is, or no talk is due. */
const readBefore = async (world: World, underway: Set<string>): Promise<Reading | null> => {
  const { understander, db, clock } = world;
  if (!understander) return null;
  const lane = await peekTalk(db, clock.now(), [...underway]);
  if (lane === null) return null;
  underway.add(lane);
  const waiting = inSpokenOrder(choose(await waitingIn(db, lane, batch)));
  return { lane, ahead: await readAhead(waiting, understander, { ...world, tx: db }) };
};

const lanesUnderway = new WeakMap<World, Set<string>>();

const underwayIn = (world: World): Set<string> => {
  const known = lanesUnderway.get(world) ?? new Set<string>();
  lanesUnderway.set(world, known);
  return known;
};

/**
 * Takes one due lane and answers everything that waits in it, in one transaction; with a model the talk is read before it.
 * Returns false when no lane was due. Throws only when the database is away: the loop waits and comes back.
 */
export const takeOneTurn = async (world: World): Promise<boolean> => {
  const underway = underwayIn(world);
  const reading = await readBefore(world, underway);
  try {
    return await takeLocked(world, reading, conflictRetries);
  } finally {
    if (reading) underway.delete(reading.lane);
  }
};

const takeLocked = async (world: World, reading: Reading | null, retries: number): Promise<boolean> => {
  let taken: Taken | null = null;
  try {
    const worked = await inTransaction(world, async (work) => {
      const lane = await takeLane(work.tx, work.clock.now(), laneChoice(world, reading));
      if (lane === null) return reading !== null;
      taken = { lane, waiting: choose(await waitingIn(work.tx, lane, batch)), ahead: reading?.ahead ?? null };
      await takeTurnIn(taken, work);
      return true;
    });
    if (worked) world.wake('messages');
    return worked;
  } catch (error) {
    if (isFault(error, 'database-unavailable') || taken === null) throw error;
    if (isFault(error, 'stream-conflict') && retries > 0) return takeLocked(world, reading, retries - 1);
    await noteFailure(taken, error, world);
    return true;
  }
};

/** The talk that was read; with a model but no talk read, only what needs no reading. */
const laneChoice = (world: World, reading: Reading | null): LaneChoice => {
  if (reading) return { only: reading.lane };
  return world.understander ? { only: 'desk' } : {};
};

const isDeskWork = async ({ lane, waiting }: Taken, work: Work): Promise<boolean> => {
  if (lane.startsWith('desk/')) return true;
  return (await Promise.all(waiting.map((one) => isForDesk(one, work)))).includes(true);
};

const partition = async (all: readonly Taken[], work: Work) => {
  const isDesk = await Promise.all(all.map((one) => isDeskWork(one, work)));
  return { desk: all.filter((_, index) => isDesk[index]), talks: all.filter((_, index) => !isDesk[index]) };
};

/**
 * Talks go side by side and share their statements. The desk's turns go one after the other: they decide on money, and what
 * one grants the next must see.
 */
const takeTogether = async (lanes: readonly string[], work: Work): Promise<void> => {
  if (lanes.length > 1) shareTransaction(work.tx);
  const taken = await Promise.all(
    lanes.map(async (lane) => ({
      lane,
      waiting: choose(await waitingIn(work.tx, lane, batch)),
      ahead: null,
    })),
  );
  const { talks, desk } = await partition(taken, work);
  await allEnded(talks.map((one) => takeTurnIn(one, work)));
  for (const one of desk) await takeTurnIn(one, work);
};

/**
 * Takes the lanes that are due, several in one transaction. When one of them fails nothing of it happened, and each is taken
 * alone: a bad message holds up only its own lane. Where a model reads, talks are taken alone.
 * Returns false when none was due. Throws only when the database is away.
 */
export const takeTurns = async (world: World): Promise<boolean> => {
  if (world.understander) return takeOneTurn(world);
  let lanes: readonly string[] = [];
  try {
    await inTransaction(world, async (work) => {
      lanes = await takeLanes(work.tx, work.clock.now(), lanesAtOnce);
      if (lanes.length === lanesAtOnce) world.wakeNext('turns');
      await takeTogether(lanes, work);
    });
    if (lanes.length > 0) world.wake('messages');
  } catch (error) {
    if (lanes.length === 0) throw error;
    world.log.warn({ err: error, lanes: lanes.length }, 'turns failed together, each is taken alone');
    for (const lane of lanes) await takeLocked(world, { lane, ahead: null }, conflictRetries);
  }
  return lanes.length > 0;
};
