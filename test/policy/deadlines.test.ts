import { describe, expect, it } from 'vitest';
import { deadlines, openDeadlines, type Timeline } from '../../src/policy/deadlines.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { addHours } from '../../src/policy/time.ts';
import { readPolicy, received } from './read.ts';

const general = readPolicy('general');
const start = '2026-11-21T08:00:00.000Z';
const plus = (hours: number): string => addHours(start, hours);

const clock = (id: string, timeline: Timeline, policy: Policy = general) => {
  const found = deadlines(timeline, policy).filter((deadline) => deadline.clock === id);
  return found.map(({ startedAt, dueAt, metAt }) => ({ startedAt, dueAt, metAt }));
};
const due = (id: string, timeline: Timeline, policy: Policy = general) =>
  clock(id, timeline, policy).map(({ dueAt }) => dueAt);

describe('the clocks of the default pack [CL-1]', () => {
  it.each([
    [1, 'very_urgent', 4, 12],
    [2, 'very_urgent', 4, 12],
    [3, 'urgent', 8, 24],
  ] as const)(
    'at level %i (%s): first reply in %i h, update every %i h [S3.1]',
    (severity, urgency, reply, update) => {
      const timeline = received(start, severity, urgency);
      expect(due('first_reply', timeline)).toEqual([plus(reply)]);
      expect(due('update', timeline)).toEqual([plus(update)]);
    },
  );

  it('at level 4: first reply in 24 h, progress within a week [S3.1, S4.b art.8]', () => {
    const timeline = received(start);
    expect(due('first_reply', timeline)).toEqual([plus(24)]);
    expect(due('update', timeline)).toEqual(['2026-11-28T15:59:59.999Z']);
  });

  it('acknowledgement in 24 h [S4.a2], solution or progress in 48 h [S1.3], resolution in a month [S4.b art.3]', () => {
    const timeline = received(start);
    expect(due('acknowledgement', timeline)).toEqual([plus(24)]);
    expect(due('solution', timeline)).toEqual([plus(48)]);
    expect(due('resolution', timeline)).toEqual(['2026-12-21T15:59:59.999Z']);
  });

  it('a remedy by the date agreed [S0.16], nothing owed before it is accepted', () => {
    expect(due('remedy', received(start))).toEqual([]);
    const accepted = { ...received(start), remedyAcceptedAt: plus(30), remedyDueAt: plus(80) };
    expect(due('remedy', accepted)).toEqual([plus(80)]);
    expect(clock('remedy', { ...accepted, carriedOutAt: plus(70) })[0]?.metAt).toBe(plus(70));
  });

  it('the follow-up within seven days of the outcome [S1.2]', () => {
    const resolved = { ...received(start), resolvedAt: plus(7) };
    expect(due('follow_up', resolved)).toEqual(['2026-11-28T15:59:59.999Z']);
    expect(clock('follow_up', { ...resolved, followUpDoneAt: plus(90) })[0]?.metAt).toBe(plus(90));
  });

  it('warns at 50, 75 and 90 per cent [CL-4]', () => {
    const [first] = deadlines(received(start), general);
    expect(first?.warnings).toEqual([
      { percent: 50, at: plus(12) },
      { percent: 75, at: plus(18) },
      { percent: 90, at: plus(21.6) },
    ]);
  });

  it('lists what is open, soonest first', () => {
    const open = openDeadlines({ ...received(start, 3, 'urgent'), acknowledgedAt: plus(0.001) }, general);
    expect(open.map(({ clock: id }) => id)).toEqual(['first_reply', 'update', 'solution', 'resolution']);
  });
});

describe('what meets a clock', () => {
  it('a reply by a person meets first reply and progress; the receipt meets neither [CL-7]', () => {
    const acknowledged = { ...received(start), acknowledgedAt: plus(0.01) };
    expect(clock('acknowledgement', acknowledged)[0]?.metAt).toBe(plus(0.01));
    expect(clock('first_reply', acknowledged)[0]?.metAt).toBeNull();
    const told = { ...received(start), resolvedAt: plus(5) };
    expect(clock('acknowledgement', told)[0]?.metAt).toBe(plus(5));
    const replied = { ...acknowledged, firstReplyAt: plus(3), repliesAt: [plus(3)] };
    expect(clock('first_reply', replied)[0]?.metAt).toBe(plus(3));
    expect(clock('solution', replied)[0]?.metAt).toBe(plus(3));
  });

  it('where it is told which replies brought progress, others do not count [S1.3]', () => {
    const replied = {
      ...received(start),
      firstReplyAt: plus(3),
      repliesAt: [plus(3), plus(20)],
      progressAt: [plus(20)],
    };
    expect(clock('solution', replied)[0]?.metAt).toBe(plus(20));
  });

  it('the outcome meets first reply and progress when it is the first word [S1.3]', () => {
    const resolved = { ...received(start), resolvedAt: plus(5) };
    expect(clock('first_reply', resolved)[0]?.metAt).toBe(plus(5));
    expect(clock('solution', resolved)[0]?.metAt).toBe(plus(5));
  });

  it('closure ends what is open', () => {
    const closed = { ...received(start), closedAt: plus(2) };
    expect(openDeadlines(closed, general)).toEqual([]);
    expect(clock('resolution', closed)[0]?.metAt).toBe(plus(2));
  });
});

describe('the update clock [S3.1]', () => {
  it('runs from each reply to the next and ends with the outcome', () => {
    const timeline = {
      ...received(start, 3, 'urgent'),
      firstReplyAt: plus(6),
      repliesAt: [plus(6), plus(28)],
      resolvedAt: plus(40),
    };
    expect(clock('update', timeline)).toEqual([
      { startedAt: start, dueAt: plus(24), metAt: plus(6) },
      { startedAt: plus(6), dueAt: plus(30), metAt: plus(28) },
      { startedAt: plus(28), dueAt: plus(52), metAt: plus(40) },
    ]);
  });
});

describe('a re-grade', () => {
  const graded = (...grades: readonly (readonly [number, 1 | 2 | 3 | 4])[]): Timeline => ({
    ...received(start),
    grades: grades.map(([hours, severity]) => ({
      at: plus(hours),
      severity,
      urgency: severity <= 2 ? 'very_urgent' : severity === 3 ? 'urgent' : 'general',
    })),
  });

  it('upward gives the shorter limit from then on', () => {
    expect(due('first_reply', graded([0, 4], [10, 2]))).toEqual([plus(14)]);
  });
  it('upward never gives a later date', () => {
    expect(due('first_reply', graded([0, 4], [22, 2]))).toEqual([plus(24)]);
    expect(due('first_reply', graded([0, 3], [7, 1]))).toEqual([plus(8)]);
  });
  it('downward gives the longer limit from the start', () => {
    expect(due('first_reply', graded([0, 2], [1, 4]))).toEqual([plus(24)]);
  });
  it('up and down again ends with the longer limit from the start', () => {
    expect(due('first_reply', graded([0, 4], [10, 2], [11, 4]))).toEqual([plus(24)]);
  });
  it('downward never gives an earlier date', () => {
    expect(due('first_reply', graded([0, 4], [7, 2], [8, 3]))).toEqual([plus(11)]);
  });
  it('to the same level changes nothing', () => {
    expect(due('first_reply', graded([0, 3], [5, 3]))).toEqual([plus(8)]);
  });
  it('after the reply changes nothing that was met', () => {
    const timeline = { ...graded([0, 4], [30, 1]), firstReplyAt: plus(20), repliesAt: [plus(20)] };
    expect(clock('first_reply', timeline)).toEqual([{ startedAt: start, dueAt: plus(24), metAt: plus(20) }]);
  });
  it('of a grade given a moment after receipt counts from the receipt', () => {
    expect(due('first_reply', graded([0.001, 2]))).toEqual([plus(4)]);
  });
});

describe('a pause [CL-4]', () => {
  const paused = (...pauses: readonly (readonly [number, number | null])[]): Timeline => ({
    ...received(start),
    pauses: pauses.map(([from, to]) => ({
      from: plus(from),
      to: to === null ? null : plus(to),
      reason: 'waits_for_complainant',
    })),
  });
  const [plain = ''] = due('resolution', received(start));
  const days = (count: number): string => addHours(plain, count * 24);

  it('moves the date by the time it lasted', () => {
    expect(due('resolution', paused([24, 72]))).toEqual([days(2)]);
  });
  it('two pauses add up, overlapping ones count once', () => {
    expect(due('resolution', paused([24, 48], [72, 96]))).toEqual([days(2)]);
    expect(due('resolution', paused([24, 72], [48, 96]))).toEqual([days(3)]);
    expect(due('resolution', paused([24, 96], [48, 72]))).toEqual([days(3)]);
  });
  it('counts no longer than the pack allows, all together', () => {
    expect(due('resolution', paused([24, 24 + 20 * 24]))).toEqual([days(14)]);
    expect(due('resolution', paused([0, 10 * 24], [11 * 24, 21 * 24]))).toEqual([days(14)]);
  });
  it('that lasts counts with all that is allowed', () => {
    expect(due('resolution', paused([24, null]))).toEqual([days(14)]);
  });
  it('begun after the date was missed moves nothing', () => {
    expect(due('resolution', paused([24 * 40, 24 * 45]))).toEqual([plain]);
  });
  it('moves no clock of first contact', () => {
    expect(due('first_reply', paused([1, 20]))).toEqual([plus(24)]);
  });
});

describe('a reopening', () => {
  const reopened = {
    ...received(start),
    firstReplyAt: plus(2),
    repliesAt: [plus(2)],
    resolutionsAt: [plus(20)],
    resolvedAt: null,
    reopenedAt: [plus(100)],
  };
  it('starts first reply, progress and resolution anew', () => {
    expect(clock('first_reply', reopened)).toEqual([
      { startedAt: start, dueAt: plus(24), metAt: plus(2) },
      { startedAt: plus(100), dueAt: plus(124), metAt: null },
    ]);
    expect(clock('resolution', reopened).map(({ metAt }) => metAt)).toEqual([plus(20), null]);
  });
  it('starts the acknowledgement not again', () => {
    expect(clock('acknowledgement', { ...reopened, acknowledgedAt: plus(1) })).toHaveLength(1);
  });
  it('ends the first round even where its outcome was not kept', () => {
    expect(clock('resolution', { ...reopened, resolutionsAt: [] })[0]?.metAt).toBe(plus(100));
  });
});

describe('why this date [CL-2]', () => {
  it('tells each step in English and Chinese', () => {
    const timeline = received(start, 3, 'urgent');
    expect(deadlines(timeline, general)[1]?.steps).toEqual([
      'First reply by a person: runs from 2026-11-21 16:00 (Asia/Shanghai).',
      'Limit 8 hours (S3.1).',
      'Due 2026-11-22 00:00.',
      'Also due 2026-11-22 16:00 (S3.1); the earlier one holds.',
    ]);
    expect(deadlines(timeline, general, 'zh-CN')[1]?.steps).toEqual([
      '「人工首次回复」自 2026-11-21 16:00 起算（Asia/Shanghai）。',
      '时限 8 小时（S3.1）。',
      '到期 2026-11-22 00:00。',
      '另有时限 2026-11-22 16:00（S3.1），取较早者。',
    ]);
  });

  it('says when holidays are not fully known', () => {
    const policy = readPolicy('bank+eu-psd2');
    const late = deadlines(received('2027-12-20T09:00:00.000Z'), policy).find(
      (one) => one.clock === 'eu_reply',
    );
    expect(late?.steps).toContain('Holidays of 2028 are not fully known: the date may move.');
  });
});
