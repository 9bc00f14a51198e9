import type { OutboundMessage } from '../outbox/message.ts';
import type { World } from './world.ts';

/** Keeps to each transport's pace for one place, on the wall's clock. */
export interface Pacer {
  /** Milliseconds the message must still wait; 0 when it may go now, which then counts. */
  waitMs(message: OutboundMessage): number;
}

const minute = 60_000;

/** Makes the pacer of one process: it remembers the last minute's sends per place. */
export const createPacer = (world: World): Pacer => {
  const sends = new Map<string, number[]>();
  return {
    waitMs: (message) => {
      const pace = world.channels.get(message.to.channel)?.pace(message);
      if (!pace) return 0;
      const place = `${message.to.channel}:${message.to.place}`;
      const now = performance.now();
      const recent = (sends.get(place) ?? []).filter((at) => at > now - minute);
      const last = recent.at(-1);
      const gap = last === undefined ? 0 : last + pace.everyMs - now;
      const [oldest] = recent.slice(-pace.perMinute);
      const full = recent.length >= pace.perMinute && oldest !== undefined ? oldest + minute - now : 0;
      const wait = Math.max(0, gap, full);
      if (wait === 0) recent.push(now);
      if (recent.length > 0) sends.set(place, recent);
      else sends.delete(place);
      return wait;
    },
  };
};
