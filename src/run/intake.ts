import type { InboundMessage } from '../inbound/message.ts';
import { toEpochMs, toInstant } from '../policy/time.ts';
import type { Receive } from '../ports.ts';
import { storeArrival } from '../store/inbox.ts';
import type { Address } from '../terms.ts';
import type { World } from './world.ts';

/** A burst of short messages is one turn (IN-6): it closes after this much quiet … */
const burstSeconds = 1.5;
/** … and at the latest after this, or somebody who types without a pause would never be answered. */
const longestBurstSeconds = 10;

const isAt = (one: Address, other: Address): boolean =>
  one.channel === other.channel && one.place === other.place;

/** Whether something was said in one of our own channels. */
export const isDesk = (address: Address, world: World): boolean =>
  isAt(address, world.desks.team) || isAt(address, world.desks.manager);

/** The talk a complainant's message belongs to; from a shared channel it goes on in private (S2.4). */
export const talkPlace = (message: InboundMessage): Address =>
  message.kind === 'text' && message.continueAt ? message.continueAt : message.address;

/** The lane whose order a message keeps: a talk, or a thread of a desk channel. */
export const laneOf = (message: InboundMessage, world: World): string => {
  const { channel, place } = talkPlace(message);
  return isDesk(message.address, world)
    ? `desk/${channel}:${place}/${message.thread ?? ''}`
    : `talk/${channel}:${place}`;
};

const waits = (message: InboundMessage): boolean =>
  message.kind === 'text' || message.kind === 'edit' || message.kind === 'deletion';

/** Talk among others is none of ours, unless we were called: then it goes on in private. */
const isMention = (message: InboundMessage): boolean =>
  message.kind === 'text' && message.continueAt !== undefined;

/**
 * Makes the one entrance of every channel: writes the arrival down, then lets the transport acknowledge it.
 * A repeat of a known key stops here. Throws Fault `database-unavailable` when it could not be written.
 */
export const createIntake =
  (world: World): Receive =>
  async (message) => {
    const at = world.clock.now();
    const desk = isDesk(message.address, world);
    if (!desk && message.group && !isMention(message)) return;
    const seconds = !desk && waits(message) ? burstSeconds * world.clock.rate : 0;
    const dueMs = toEpochMs(at) + seconds * 1000;
    const stored = await storeArrival(world.db, {
      lane: laneOf(message, world),
      message,
      at,
      dueAt: toInstant(dueMs),
      longestSeconds: longestBurstSeconds * world.clock.rate,
    });
    const channel = message.address.channel;
    if (!stored) {
      world.metrics.repeats.inc({ channel });
      return;
    }
    world.metrics.arrivals.inc({ channel, kind: message.kind });
    world.wake('turns', (dueMs - toEpochMs(world.clock.now())) / world.clock.rate + 1);
  };
