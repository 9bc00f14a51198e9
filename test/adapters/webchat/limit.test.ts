import { describe, expect, it } from 'vitest';
import { createLimiter } from '../../../adapters/webchat/limit.ts';

const start = () => {
  let now = 0;
  const limiter = createLimiter({ burst: 3, perMinute: 60 }, () => now);
  const pass = (ms: number) => {
    now += ms;
  };
  return { limiter, pass };
};

describe('an allowance', () => {
  it('takes a burst, then says how long to wait', () => {
    const { limiter } = start();

    expect([1, 2, 3, 4].map(() => limiter.take('a'))).toEqual([0, 0, 0, 1]);
    expect(limiter.take('b')).toBe(0);
  });

  it('comes back with time, never beyond the burst', () => {
    const { limiter, pass } = start();
    for (let count = 0; count < 3; count++) limiter.take('a');
    pass(1_000);

    expect([1, 2].map(() => limiter.take('a'))).toEqual([0, 1]);
    pass(3_600_000);
    expect([1, 2, 3, 4].map(() => limiter.take('a'))).toEqual([0, 0, 0, 1]);
  });

  it('still holds for a spent key after ten thousand others', () => {
    const { limiter, pass } = start();
    for (let count = 0; count < 3; count++) limiter.take('a');
    for (let other = 0; other < 10_500; other++) limiter.take(`other${other}`);
    pass(10);

    expect(limiter.take('a')).toBe(1);
  });
});
