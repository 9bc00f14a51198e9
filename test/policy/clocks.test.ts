import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { invariant } from '../../src/faults.ts';
import { deadlines } from '../../src/policy/deadlines.ts';
import { parseDuration } from '../../src/policy/duration.ts';
import type { ClockLimit } from '../../src/policy/pack.ts';
import { compilePolicy } from '../../src/policy/policy.ts';
import { severities } from '../../src/terms.ts';
import { calendars, readPack, received } from './read.ts';

/**
 * Due dates worked out by another program in another language, minute by minute over the same published holidays:
 * hours, days, weeks, months, working hours and days, in six zones, across changes of the clocks, leap days,
 * first and last minutes, make-up working days.
 */
const rows = readFileSync(join(import.meta.dirname, 'clock-cases.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1);

const pack = readPack('general');

const dueOf = (row: string): { readonly expected: string; readonly given: string | undefined } => {
  const [zone = '', calendar = '', within = '', ends = '', level = '', from = '', expected = ''] =
    row.split(',');
  const length = parseDuration(within);
  const severity = severities.find((one) => String(one) === level);
  const [clock] = pack.clocks;
  invariant(length && severity && clock, row);
  const limit: ClockLimit = {
    within: length,
    clause: 'test',
    ...(calendar === '-' ? {} : { calendar }),
    ...(ends === 'day' || ends === 'business' || ends === 'moment' ? { ends } : {}),
  };
  const only = { ...clock, until: 'resolved' as const, limits: [limit] };
  const policy = compilePolicy({ pack: { ...pack, clocks: [only] }, calendars, zone });
  return { expected, given: deadlines(received(from, severity), policy)[0]?.dueAt };
};

describe('when a length of time ends [CL-2, CL-3]', () => {
  it('has at least 300 cases', () => {
    expect(new Set(rows).size).toBeGreaterThanOrEqual(300);
  });

  it.each(rows)('%s', (row) => {
    const { expected, given } = dueOf(row);
    expect(given).toBe(expected);
  });
});
