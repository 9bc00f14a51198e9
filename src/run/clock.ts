import type { Clock } from '../ports.ts';

/** The wall's clock, or one that runs `rate` times as fast from the moment it is made (rehearsal). */
export const createWallClock = (rate = 1): Clock => {
  const start = Date.now();
  return {
    rate,
    now: () => new Date(rate === 1 ? Date.now() : start + (Date.now() - start) * rate).toISOString(),
  };
};

/** A clock that stands until it is moved: tests and simulations. */
export interface VirtualClock extends Clock {
  /** Moves to an instant; never back. */
  moveTo(instant: string): void;
}

/** Makes a clock that stands at an instant. */
export const createVirtualClock = (start: string): VirtualClock => {
  let now = start;
  return {
    rate: 1,
    now: () => now,
    moveTo: (instant) => {
      if (instant > now) now = instant;
    },
  };
};
