import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  daytime,
  followUpAt,
  followUpRule,
  isDaytime,
  nextContactAttempt,
} from '../../src/policy/contact.ts';
import { clockTime, isBefore, minutesBetween, toInstant } from '../../src/policy/time.ts';
import { bases, readPolicy } from './read.ts';

// Many runs, and the machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

const general = readPolicy('general');
/** Wall time in Shanghai. */
const cn = (wall: string): string =>
  Temporal.PlainDateTime.from(wall)
    .toZonedDateTime('Asia/Shanghai')
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });

const instants = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2028, 0, 1) }).map(toInstant);
const zones = ['Asia/Shanghai', 'Europe/London', 'America/New_York', 'Pacific/Auckland'];

/** Every further try after a first failure. */
const allAttempts = (first: string, policy: typeof general): readonly string[] => {
  const attempts = [first];
  for (
    let next = nextContactAttempt(attempts, policy);
    next !== null;
    next = nextContactAttempt(attempts, policy)
  )
    attempts.push(next);
  return attempts;
};

describe('contact attempts [S1.4]', () => {
  it.each([
    ['after a first failure at noon', ['2026-11-21T12:00'], '2026-11-21T15:00'],
    ['waits for the morning', ['2026-11-21T18:00'], '2026-11-22T09:00'],
    ['a failure at night waits for the morning', ['2026-11-21T23:30'], '2026-11-22T09:00'],
    [
      'three hours after the last, not the first',
      ['2026-11-21T10:00', '2026-11-21T14:30'],
      '2026-11-21T17:30',
    ],
    ['the end of the day is no daytime any more', ['2026-11-21T17:00'], '2026-11-22T09:00'],
  ])('%s', (_, attempts, expected) => {
    expect(nextContactAttempt(attempts.map(cn), general)).toBe(cn(expected));
  });

  it('none is due before the first failed', () => {
    expect(nextContactAttempt([], general)).toBeNull();
  });

  it('ends after three further tries', () => {
    expect(
      nextContactAttempt(
        ['2026-11-21T09:00', '2026-11-21T12:00', '2026-11-21T15:00', '2026-11-21T18:00'].map(cn),
        general,
      ),
    ).toBeNull();
  });

  it('ends 48 hours after the first failure', () => {
    expect(nextContactAttempt(['2026-11-21T10:00', '2026-11-23T08:30'].map(cn), general)).toBeNull();
    expect(nextContactAttempt(['2026-11-21T10:00', '2026-11-23T06:30'].map(cn), general)).toBe(
      cn('2026-11-23T09:30'),
    );
  });

  it.each(bases)('%s: three further tries always fit, three hours apart, by day, within 48 hours', (id) => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (first, zone) => {
        const policy = readPolicy(id, zone);
        const attempts = allAttempts(first, policy);
        expect(attempts).toHaveLength(4);
        for (const [index, attempt] of attempts.slice(1).entries()) {
          expect(minutesBetween(attempts[index] ?? '', attempt)).toBeGreaterThanOrEqual(180);
          expect(isDaytime(attempt, policy)).toBe(true);
          expect(minutesBetween(first, attempt)).toBeLessThanOrEqual(48 * 60);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('the complainant’s daytime [CL-7]', () => {
  it.each([
    ['2026-11-21T08:59', '2026-11-21T09:00'],
    ['2026-11-21T09:00', '2026-11-21T09:00'],
    ['2026-11-21T19:59', '2026-11-21T19:59'],
    ['2026-11-21T20:00', '2026-11-22T09:00'],
    ['2026-12-31T23:59', '2027-01-01T09:00'],
  ])('%s goes at %s', (given, expected) => {
    expect(daytime(cn(given), general)).toBe(cn(expected));
  });

  it('is never earlier than asked, and always by day', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        const policy = readPolicy('general', zone);
        const moved = daytime(instant, policy);
        expect(isBefore(moved, instant)).toBe(false);
        expect(isDaytime(moved, policy)).toBe(true);
      }),
    );
  });
});

describe('the follow-up [CL-6]', () => {
  it.each([
    ['general', '2026-11-21T12:00', '2026-11-24T12:00'],
    ['general', '2026-11-21T22:00', '2026-11-25T09:00'],
    ['manufacturer', '2026-11-21T12:00', '2026-11-28T12:00'],
    ['car-dealer', '2026-11-21T12:00', '2026-11-23T12:00'],
  ])('%s: an outcome at %s is asked after at %s [S0.11, S2.5]', (id, from, expected) => {
    expect(followUpAt(cn(from), readPolicy(id))).toBe(cn(expected));
  });

  it('is asked and watched by whom the pack names [S2.5]', () => {
    expect(followUpRule(readPolicy('car-dealer'))).toEqual({
      askedBy: 'handler',
      watchedBy: 'head',
      clause: 'S2.5',
    });
    expect(followUpRule(general).askedBy).toBe('other_than_handler');
  });

  it('keeps the time on the wall when the clocks change', () => {
    const at = followUpAt('2026-10-23T12:00:00.000Z', readPolicy('general', 'Europe/London'));
    expect(clockTime(at, 'Europe/London')).toBe('13:00');
  });
});
