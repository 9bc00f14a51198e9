import type { Command } from '../complaint/commands.ts';
import { type Fault, isFault } from '../faults.ts';
import { toEpochMs, toInstant } from '../policy/time.ts';
import type { Sent } from '../ports.ts';
import {
  type LeaseSeconds,
  leaseMessages,
  markSent,
  type Outgoing,
  parkMessage,
  postpone,
  supersede,
} from '../store/outbox.ts';
import type { Instant } from '../terms.ts';
import { createPacer, type Pacer } from './pacer.ts';
import { carryOut } from './register.ts';
import { tellTeam } from './tell-team.ts';
import { inTransaction, type World } from './world.ts';

/** Longer than the transport's own time limit. */
const leaseSeconds: LeaseSeconds = { web: 5, slack: 60, telegram: 60 };
const atOnce = 64;
/** A lane goes on for so many messages before the others get a look. */
const mostInLane = 4;
const mostRejections = 10;
const giveUpAfterHours = 24;
const longestWaitSeconds = { ordinary: 15 * 60, critical: 60 } as const;

const later = (world: World, wallSeconds: number): Instant =>
  toInstant(Math.round(toEpochMs(world.clock.now()) + wallSeconds * 1000 * world.clock.rate));

/** What the vendor said, else a second doubling, with up to a quarter more so that retries do not march in step. */
const waitSeconds = (outgoing: Outgoing, fault: Fault): number => {
  if (fault.retryAfterSeconds !== undefined) return fault.retryAfterSeconds;
  const longest = outgoing.message.severity === 1 ? longestWaitSeconds.critical : longestWaitSeconds.ordinary;
  const doubled = Math.min(longest, 2 ** outgoing.attempts);
  return doubled * (1 + Math.random() / 4);
};

const asFault = (error: unknown): Fault | null => (isFault(error) ? error : null);

const isLost = (outgoing: Outgoing, fault: Fault, world: World): boolean => {
  const hours = (toEpochMs(world.clock.now()) - toEpochMs(outgoing.queuedAt)) / 3_600_000 / world.clock.rate;
  if (fault.code === 'recipient-unreachable' || fault.code === 'message-invalid') return true;
  return fault.retryable || fault.code === 'answer-uncertain'
    ? hours >= giveUpAfterHours
    : outgoing.attempts + 1 >= mostRejections;
};

/** What a failed message to a complainant means for the file: it is told there and counted (CL-5). */
const deliveryCommands = (outgoing: Outgoing, fault: Fault, world: World): readonly Command[] => {
  const given = { at: world.clock.now(), by: { kind: 'system' as const } };
  const purpose = outgoing.message.key ?? 'reply';
  const failed: Command = {
    type: 'RecordDelivery',
    ...given,
    messageId: outgoing.id,
    purpose,
    delivered: false,
  };
  return fault.code === 'recipient-unreachable'
    ? [failed, { type: 'NoteReachability', ...given, reachable: false }]
    : [failed];
};

const park = async (outgoing: Outgoing, fault: Fault, world: World): Promise<void> => {
  const { complaint, audience } = outgoing.message;
  world.metrics.sent.inc({ channel: outgoing.message.to.channel, result: 'parked' });
  await inTransaction(world, async (work) => {
    await parkMessage(work.tx, outgoing.id, fault.code);
    if (audience === 'complainant' && complaint)
      await carryOut(complaint, deliveryCommands(outgoing, fault, world), work);
    else if (outgoing.attempts > 0 || audience === 'complainant')
      await tellTeam('parked', { error: fault.code, number: complaint ?? '–' }, work);
  });
};

const fail = async (outgoing: Outgoing, error: unknown, world: World): Promise<void> => {
  const fault = asFault(error);
  world.metrics.failures.inc({ where: 'send' });
  world.log.warn(
    { err: error, outbox: outgoing.id, complaint: outgoing.message.complaint, attempts: outgoing.attempts },
    'send failed',
  );
  if (fault === null)
    return postpone(world.db, {
      id: outgoing.id,
      runAt: later(world, longestWaitSeconds.critical),
      error: 'bug',
      counted: true,
    });
  if (isLost(outgoing, fault, world)) return park(outgoing, fault, world);
  const counted = fault.code !== 'channel-rate-limited';
  await postpone(world.db, {
    id: outgoing.id,
    runAt: later(world, waitSeconds(outgoing, fault)),
    error: fault.code,
    counted,
  });
};

const isAsking = (outgoing: Outgoing): boolean => outgoing.message.key?.includes('/ask/') ?? false;

/** A contact attempt that arrived is noted with its result (S1.4). */
const noteDelivery = async (outgoing: Outgoing, world: World): Promise<void> => {
  const { complaint, key } = outgoing.message;
  if (!complaint || !key || !isAsking(outgoing)) return;
  const command: Command = {
    type: 'RecordDelivery',
    at: world.clock.now(),
    by: { kind: 'system' },
    messageId: outgoing.id,
    purpose: key,
    delivered: true,
  };
  await inTransaction(world, (work) => carryOut(complaint, [command], work));
};

const hand = (outgoing: Outgoing, world: World): Promise<Sent> => {
  const channel = world.channels.get(outgoing.message.to.channel);
  if (!channel) throw new Error(`No channel ${outgoing.message.to.channel} is connected`);
  const { message, edits, thread, attempts } = outgoing;
  return channel.send({
    message,
    ...(edits ? { edits } : {}),
    ...(thread ? { thread } : {}),
    attempt: attempts + 1,
  });
};

interface Sending {
  readonly world: World;
  readonly pacer: Pacer;
  /** Whether the next of the lane may follow. */
  readonly goesOn: boolean;
}

/** Sends a message; gives the next of its lane, leased with its mark. */
const sendOne = async (outgoing: Outgoing, { world, pacer, goesOn }: Sending): Promise<Outgoing | null> => {
  let next: Outgoing | null = null;
  try {
    if (outgoing.isOvertaken) {
      await supersede(world.db, outgoing.id);
      return null;
    }
    const waitMs = pacer.waitMs(outgoing.message);
    if (waitMs > 0) {
      const runAt = later(world, waitMs / 1000);
      await postpone(world.db, { id: outgoing.id, runAt, error: 'paced', counted: false });
      return null;
    }
    const sent = await hand(outgoing, world);
    const at = world.clock.now();
    next = await markSent(world.db, outgoing, { ...sent, at, goesOn, seconds: leaseSeconds });
    world.metrics.sent.inc({
      channel: outgoing.message.to.channel,
      result: sent.uncertain ? 'uncertain' : 'sent',
    });
    await noteDelivery(outgoing, world);
  } catch (error) {
    if (isFault(error, 'database-unavailable')) throw error;
    await fail(outgoing, error, world);
  }
  return next;
};

/** Sends the head of a lane and what is due behind it, in order. */
const sendLane = async (head: Outgoing, pacer: Pacer, world: World): Promise<void> => {
  let next: Outgoing | null = head;
  for (let count = 1; next; count++)
    next = await sendOne(next, { world, pacer, goesOn: next.isFollowed && count < mostInLane });
};

/** Carries the outbox to the channels. A failed send never counts as sent. */
export interface Relay {
  /** Sends what is due, each lane in its order; false when nothing was. */
  sendDue(): Promise<boolean>;
}

/** Makes the relay of one process. */
export const createRelay = (world: World): Relay => {
  const pacer = createPacer(world);
  return {
    sendDue: async () => {
      const now = world.clock.now();
      const due = await leaseMessages(world.db, {
        now,
        seconds: leaseSeconds,
        limit: atOnce,
      });
      if (due.length === 0) return false;
      if (due.length === atOnce) world.wake('messages');
      await Promise.all(due.map((head) => sendLane(head, pacer, world)));
      return true;
    },
  };
};
