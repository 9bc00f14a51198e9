import { describe, expect, it } from 'vitest';
import { noFacts } from '../../src/policy/facts.ts';
import { pauseRule } from '../../src/policy/pauses.ts';
import { type ReplayCase, replayBoth, replayTotals, replayUnder } from '../../src/policy/replay.ts';
import { samenessRules } from '../../src/policy/sameness.ts';
import { addHours } from '../../src/policy/time.ts';
import { readPolicy, received } from './read.ts';

const start = '2026-11-02T02:00:00.000Z';
const now = '2026-11-21T08:00:00.000Z';
const general = readPolicy('general');
const telecom = readPolicy('telecom');

/** Answered by a person after so many hours; nothing else happened. */
const answered = (number: string, hours: number, told = {}): ReplayCase => {
  const at = addHours(start, hours);
  return {
    number,
    facts: { ...noFacts, ...told },
    evidence: {},
    timeline: { ...received(start), acknowledgedAt: start, firstReplyAt: at, repliesAt: [at] },
    remedies: [
      {
        kind: 'refund',
        money: { amountMinor: 15_000, currency: 'CNY' },
        severity: 4,
        facts: noFacts,
        totalMinor: 0,
        proposerRoles: ['handler'],
      },
    ],
  };
};

describe('replay [AD-2]', () => {
  it('finds the clock that another pack would have kept, and the approval it would have asked', () => {
    const difference = replayBoth(answered('C-1', 30), { before: general, after: telecom }, now);
    expect(difference).toMatchObject({
      number: 'C-1',
      levelChanged: false,
      escalationChanged: false,
      approvalsChanged: true,
    });
    expect(difference.clocks).toEqual([{ clock: 'first_reply', before: 'missed', after: 'kept' }]);
    expect(difference.after.approvals).toEqual([['head']]);
  });

  it('finds another level, and with it another chain', () => {
    const difference = replayBoth(
      answered('C-2', 1, { published: true }),
      { before: general, after: readPolicy('catering') },
      now,
    );
    expect([difference.before.severity, difference.after.severity]).toEqual([2, 1]);
    expect(difference.escalationChanged).toBe(true);
  });

  it('finds nothing where the packs are the same', () => {
    const difference = replayBoth(answered('C-3', 30), { before: general, after: general }, now);
    expect(difference).toMatchObject({
      levelChanged: false,
      escalationChanged: false,
      approvalsChanged: false,
      clocks: [],
    });
  });

  it('counts a clock not yet due as open, and a legal clock that is new as new', () => {
    const difference = replayBoth(
      answered('C-4', 1),
      { before: general, after: readPolicy('general+cn-finance') },
      now,
    );
    expect(difference.clocks).toEqual([
      { clock: 'cn_clear', before: null, after: 'missed' },
      { clock: 'cn_complex', before: null, after: 'open' },
      { clock: 'cn_extended', before: null, after: 'open' },
    ]);
  });

  it('keeps what staff re-graded', () => {
    const past = answered('C-5', 30);
    const regraded = {
      ...past,
      timeline: {
        ...past.timeline,
        grades: [
          ...past.timeline.grades,
          { at: addHours(start, 2), severity: 1 as const, urgency: 'very_urgent' as const },
        ],
      },
    };
    expect(replayUnder(regraded, telecom, now).clocks.first_reply).toBe('missed');
  });

  it('adds up', () => {
    const cases = [answered('C-1', 30), answered('C-2', 1, { repeat: true }), answered('C-3', 50)];
    const totals = replayTotals(
      cases.map((one) => replayBoth(one, { before: general, after: telecom }, now)),
    );
    expect(totals).toMatchObject({ complaints: 3, levels: { worse: 1, milder: 0 }, approvals: 3 });
    expect(totals.clocks.first_reply).toEqual({
      before: { kept: 1, missed: 2 },
      after: { kept: 2, missed: 1 },
    });
  });
});

describe('windows and limits of the pack', () => {
  it('sameness is a rolling month of 30 days, three complainants [S4.b art.3]', () => {
    expect(samenessRules(general)).toMatchObject({
      windowMinutes: 30 * 1440,
      complainants: 3,
      clause: 'S4.b art.3',
    });
    expect(samenessRules(readPolicy('ecommerce')).windowMinutes).toBe(7 * 1440);
  });

  it('a pause needs approval at levels 1 and 2 only [CL-4]', () => {
    expect(
      [1, 2, 3, 4].map(
        (level) => pauseRule(level === 1 ? 1 : level === 2 ? 2 : level === 3 ? 3 : 4, general).approvedBy,
      ),
    ).toEqual(['leader', 'leader', null, null]);
  });
});
