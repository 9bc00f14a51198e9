import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { deadlines, openDeadlines, type Timeline } from '../../src/policy/deadlines.ts';
import {
  addDays,
  addMinutes,
  addMonths,
  clockTime,
  isBefore,
  minutesBetween,
  toEpochMs,
  toInstant,
} from '../../src/policy/time.ts';
import {
  addWorkingDays,
  addWorkingMinutes,
  isWorkingDay,
  workingMinutesBetween,
} from '../../src/policy/working-time.ts';
import type { Severity, Urgency } from '../../src/terms.ts';
import { calendars, overlays, readPolicy, received } from './read.ts';

// Many runs, and the machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

const [from, to] = [Date.UTC(2025, 0, 1), Date.UTC(2027, 9, 1)];
const instants = fc
  .integer({ min: from / 60_000, max: to / 60_000 })
  .map((minute) => toInstant(minute * 60_000));
const anyCalendar = fc.constantFrom(...calendars);
const minutes = fc.integer({ min: 1, max: 60 * 60 });
const zones = fc.constantFrom(
  'Asia/Shanghai',
  'Europe/London',
  'America/New_York',
  'Pacific/Auckland',
  'UTC',
);

describe('working time [CL-3]', () => {
  it('loses no minute and counts none twice: what was added is between', () => {
    fc.assert(
      fc.property(instants, minutes, anyCalendar, (start, count, calendar) => {
        const end = addWorkingMinutes(start, count, calendar);
        expect(end).not.toBeNull();
        expect(workingMinutesBetween(start, end ?? start, calendar)).toBe(count);
      }),
    );
  });

  it('can be added in parts', () => {
    fc.assert(
      fc.property(instants, minutes, minutes, anyCalendar, (start, first, second, calendar) => {
        const middle = addWorkingMinutes(start, first, calendar) ?? start;
        expect(addWorkingMinutes(middle, second, calendar)).toBe(
          addWorkingMinutes(start, first + second, calendar),
        );
      }),
    );
  });

  it('between three instants is the sum of its parts', () => {
    fc.assert(
      fc.property(instants, minutes, minutes, anyCalendar, (start, first, second, calendar) => {
        const middle = addMinutes(start, first);
        const end = addMinutes(middle, second);
        const parts =
          workingMinutesBetween(start, middle, calendar) + workingMinutesBetween(middle, end, calendar);
        expect(workingMinutesBetween(start, end, calendar)).toBeCloseTo(parts, 6);
      }),
    );
  });

  it('never ends earlier for a later start', () => {
    fc.assert(
      fc.property(instants, minutes, minutes, anyCalendar, (start, later, count, calendar) => {
        const one = addWorkingMinutes(start, count, calendar) ?? '';
        const two = addWorkingMinutes(addMinutes(start, later), count, calendar) ?? '';
        expect(isBefore(two, one)).toBe(false);
      }),
    );
  });

  it('counts days that are worked, and only those', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 40 }), anyCalendar, (start, count, calendar) => {
        const day = start.slice(0, 10);
        const end = addWorkingDays(day, count, calendar) ?? day;
        expect(isWorkingDay(end, calendar)).toBe(true);
        expect(addWorkingDays(day, count - 1, calendar)?.localeCompare(end)).toBe(-1);
      }),
    );
  });
});

describe('time in a zone', () => {
  it('keeps the time on the wall over days, or moves it by the hour the clocks skip', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 400 }), zones, (start, count, zone) => {
        const end = addDays(start, count, zone);
        const apart = Math.abs(minutesBetween(start, end) - count * 1440);
        expect(apart).toBeLessThanOrEqual(60);
        if (clockTime(end, zone) !== clockTime(start, zone)) expect(apart).toBeLessThan(60);
      }),
    );
  });

  it('agrees with Intl on the time on the wall', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const format = new Intl.DateTimeFormat('en-GB', {
          timeZone: zone,
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
        });
        expect(clockTime(instant, zone)).toBe(format.format(new Date(instant)));
      }),
    );
  });

  it('never goes back over months', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 24 }), zones, (start, count, zone) => {
        expect(toEpochMs(addMonths(start, count, zone)) - toEpochMs(start)).toBeGreaterThanOrEqual(
          count * 28 * 86_400_000 - 3_600_000,
        );
      }),
    );
  });
});

const grade = fc.constantFrom<readonly [Severity, Urgency]>(
  [1, 'very_urgent'],
  [2, 'very_urgent'],
  [3, 'urgent'],
  [4, 'general'],
);
const hours = fc.integer({ min: 0, max: 24 * 60 });
const packs = ['general', 'telecom', 'bank+cn-finance+uk-disp', 'property+iso-10002'].map((id) =>
  readPolicy(id),
);

/** A complaint's life, put in order. */
const timelines: fc.Arbitrary<Timeline> = fc
  .record({
    start: instants,
    first: grade,
    grades: fc.array(fc.tuple(hours, grade), { maxLength: 3 }),
    replies: fc.array(hours, { maxLength: 4 }),
    pauses: fc.array(fc.tuple(hours, fc.option(hours)), { maxLength: 3 }),
    resolved: fc.option(hours),
  })
  .map(({ start, first, grades, replies, pauses, resolved }) => {
    const at = (hour: number): string => addMinutes(start, hour * 60 + 1);
    const repliesAt = replies.toSorted((a, b) => a - b).map(at);
    return {
      ...received(start, ...first),
      grades: [
        { at: start, severity: first[0], urgency: first[1] },
        ...grades
          .toSorted(([a], [b]) => a - b)
          .map(([hour, [severity, urgency]]) => ({ at: at(hour), severity, urgency })),
      ],
      firstReplyAt: repliesAt[0] ?? null,
      repliesAt,
      pauses: pauses.map(([begin, length]) => ({
        from: at(begin),
        to: length === null ? null : at(begin + length),
        reason: 'waits_for_outside',
      })),
      resolvedAt: resolved === null ? null : at(resolved),
    };
  });

describe('every timeline [CL-2]', () => {
  const all = (check: (timeline: Timeline, policy: (typeof packs)[number]) => void): void => {
    fc.assert(fc.property(timelines, fc.constantFrom(...packs), check), { numRuns: 100 });
  };

  it('has due dates after their start, and warnings in order between', () => {
    all((timeline, policy) => {
      for (const { startedAt, dueAt, warnings } of deadlines(timeline, policy)) {
        const marks = [startedAt, ...warnings.map(({ at }) => at), dueAt];
        expect(marks).toEqual(marks.toSorted());
        expect(isBefore(startedAt, dueAt)).toBe(true);
      }
    });
  });

  it('is answered the same twice, and an unasked field changes nothing', () => {
    all((timeline, policy) => {
      const once = deadlines(timeline, policy);
      expect(
        deadlines(
          { ...timeline, takenAt: timeline.receivedAt, followUpAskedAt: timeline.receivedAt },
          policy,
        ),
      ).toEqual(once);
    });
  });

  it('has no date that a later reply could move: what is met stays as it was', () => {
    all((timeline, policy) => {
      const end = addMinutes(timeline.receivedAt, 60 * 24 * 200);
      const more = {
        ...timeline,
        repliesAt: [...timeline.repliesAt, end],
        firstReplyAt: timeline.firstReplyAt ?? end,
      };
      const later = deadlines(more, policy);
      for (const met of deadlines(timeline, policy).filter(({ metAt }) => metAt !== null)) {
        expect(later).toContainEqual(met);
      }
    });
  });

  it('gets no date later by a stricter grade at the end', () => {
    all((timeline, policy) => {
      const at = addMinutes(timeline.receivedAt, 60 * 24 * 61);
      const before = deadlines(timeline, policy);
      const stricter = {
        ...timeline,
        grades: [...timeline.grades, { at, severity: 1 as const, urgency: 'very_urgent' as const }],
      };
      const after = deadlines(stricter, policy);
      for (const old of before) {
        const now = after.find((one) => one.clock === old.clock && one.startedAt === old.startedAt);
        expect(now && isBefore(old.dueAt, now.dueAt)).toBe(false);
      }
    });
  });

  it('gets no date earlier by a pause, and none later than the pack allows', () => {
    all((timeline, policy) => {
      const plain = deadlines({ ...timeline, pauses: [] }, policy);
      for (const [index, deadline] of deadlines(timeline, policy).entries()) {
        const moved = minutesBetween(plain[index]?.dueAt ?? '', deadline.dueAt);
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(moved).toBeLessThanOrEqual(14 * 1440);
      }
    });
  });

  it('has no open date of first contact once a person has replied', () => {
    all((timeline, policy) => {
      if (timeline.firstReplyAt === null) return;
      expect(openDeadlines(timeline, policy).map(({ clock }) => clock)).not.toContain('first_reply');
    });
  });

  it('gets no house date later by joining the law to the pack', () => {
    const plain = readPolicy('bank');
    const joined = overlays.map((overlay) => readPolicy(`bank+${overlay}`));
    fc.assert(
      fc.property(timelines, fc.constantFrom(...joined), (timeline, policy) => {
        const stricter = deadlines(timeline, policy);
        for (const own of deadlines(timeline, plain)) {
          const same = stricter.find((one) => one.clock === own.clock && one.startedAt === own.startedAt);
          expect(same && !isBefore(own.dueAt, same.dueAt)).toBe(true);
        }
      }),
    );
  });
});
