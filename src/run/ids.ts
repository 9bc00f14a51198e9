import { randomBytes } from 'node:crypto';
import type { Ids } from '../ports.ts';

/** Ids that sort by the time of their making: 9 characters of time, 12 of chance. */
export const createIds = (): Ids => ({
  next: (prefix) =>
    `${prefix}_${Date.now().toString(36).padStart(9, '0')}${BigInt(`0x${randomBytes(8).toString('hex')}`)
      .toString(36)
      .padStart(13, '0')
      .slice(0, 12)}`,
  secret: () => randomBytes(32).toString('base64url'),
});

/** Ids that count: the same scenario always gives the same ones. */
export const createCountingIds = (): Ids => {
  let count = 0;
  const next = (prefix: string): string => `${prefix}_${String(++count).padStart(8, '0')}`;
  return { next, secret: () => next('secret') };
};
