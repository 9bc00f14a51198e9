import type { Delivery, Desk, Pace, Sent } from '../../src/ports.ts';

/** Our own pages take as much as we can write. */
export const webPace: Pace = { everyMs: 0, perMinute: 60_000 };

/**
 * Hands a message to the talk a page reads; open pages are told by `Desk.watch`.
 * Safe to repeat: the desk knows the message by its id. Throws Fault `database-unavailable`, `recipient-unreachable`.
 */
export const send = (desk: Desk, delivery: Delivery): Promise<Sent> => desk.post(delivery);
