import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Facts, noFacts } from '../../src/policy/facts.ts';
import { assess, departmentOf, reportedTo } from '../../src/policy/severity.ts';
import { bases, readPolicy } from './read.ts';

const general = readPolicy('general');

/** What the complainant said or the register knows, the level it makes, the rule that says so; all S4.b art.3 unless named. */
const cases: readonly (readonly [string, Partial<Facts>, number, string, string])[] = [
  ['nothing special is level 4', {}, 4, 'everything_else', 'S4.b art.3'],
  ['a media threat alone is level 2', { media: true }, 2, 'media', 'S4.b art.3'],
  [
    'media with harm to reputation is level 1',
    { media: true, reputation: true },
    1,
    'media_reputation',
    'S4.b art.3',
  ],
  ['a published data leak is level 1', { published: true, leak: true }, 1, 'media_reputation', 'S4.b art.3'],
  ['a published bribe is level 1', { published: true, bribe: true }, 1, 'media_reputation', 'S4.b art.3'],
  [
    'a media threat over deceit is level 1',
    { media: true, deceit: true },
    1,
    'media_reputation',
    'S4.b art.3',
  ],
  ['a media threat over danger is level 1', { media: true, safety: 2 }, 1, 'media_reputation', 'S4.b art.3'],
  ['a media threat over minor harm stays level 2', { media: true, safety: 1 }, 2, 'media', 'S4.b art.3'],
  ['deceit without media is level 4', { deceit: true }, 4, 'everything_else', 'S4.b art.3'],
  [
    'a group suit of 10 households is level 1',
    { groupSuit: true, households: 10 },
    1,
    'group_suit',
    'S4.b art.3',
  ],
  [
    'a group suit of 9 households is level 2',
    { groupSuit: true, households: 9 },
    2,
    'legal_action',
    'S4.b art.3',
  ],
  [
    'a group suit of 10 people, households not told, is level 1',
    { groupSuit: true, people: 10 },
    1,
    'group_suit',
    'S4.b art.3',
  ],
  [
    'a group suit of 12 people in 4 households is level 2',
    { groupSuit: true, people: 12, households: 4 },
    2,
    'legal_action',
    'S4.b art.3',
  ],
  ['a group suit of nobody counted is level 2', { groupSuit: true }, 2, 'legal_action', 'S4.b art.3'],
  [
    '10 households together without a suit are level 1',
    { collective: true, households: 10 },
    1,
    'ten_households',
    'S4.b art.3',
  ],
  ['9 households together are level 2', { collective: true, households: 9 }, 2, 'collective', 'S4.b art.3'],
  [
    '10 households affected, one complaining, are level 4',
    { households: 10 },
    4,
    'everything_else',
    'S4.b art.3',
  ],
  ['a demonstration is level 1', { demonstration: true }, 1, 'demonstration', 'S4.b art.3'],
  ['legal action is level 2', { legal: true }, 2, 'legal_action', 'S4.b art.3'],
  ['the same by 3 complainants is level 2', { sameComplainants: 3 }, 2, 'same_complaint', 'S4.b art.3'],
  ['the same by 2 complainants is level 4', { sameComplainants: 2 }, 4, 'everything_else', 'S4.b art.3'],
  ['3 people together are level 2', { collective: true, people: 3 }, 2, 'collective', 'S4.b art.3'],
  ['2 people together are level 4', { collective: true, people: 2 }, 4, 'everything_else', 'S4.b art.3'],
  [
    'a group that does not say how many it is is level 2',
    { collective: true },
    2,
    'collective',
    'S4.b art.3',
  ],
  ['3 people affected, one complaining, are level 4', { people: 3 }, 4, 'everything_else', 'S4.b art.3'],
  ['31 days unresolved are level 2', { unresolvedDays: 31 }, 2, 'unresolved_month', 'S4.b art.3'],
  ['30 days unresolved are level 4', { unresolvedDays: 30 }, 4, 'everything_else', 'S4.b art.3'],
  ['danger now is level 2', { safety: 2 }, 2, 'danger', 'S4.b art.3'],
  ['minor harm is level 4', { safety: 1 }, 4, 'everything_else', 'S4.b art.3'],
  ['a suspected bribe is level 2', { bribe: true }, 2, 'integrity', 'S4.b art.3'],
  ['retaliation is level 2', { retaliation: true }, 2, 'retaliation', 'S1.13'],
  [
    'the same problem 3 times after handling is level 3',
    { repeatsAfterHandling: 3 },
    3,
    'repeat_after_handling',
    'S4.b art.3',
  ],
  ['twice after handling is level 4', { repeatsAfterHandling: 2 }, 4, 'everything_else', 'S4.b art.3'],
  ['two departments are level 3', { departments: 2 }, 3, 'several_departments', 'S4.b art.3'],
  ['a leak nobody published is level 3', { leak: true }, 3, 'data_leak', 'S4.b art.3'],
  ['a threat to go to the regulator is level 2', { regulator: true }, 2, 'regulator', 'S4.b art.3'],
  ['a regulator that has taken it up is level 2', { regulatorActs: true }, 2, 'regulator', 'S4.b art.3'],
  ['anger changes no level', { emotion: 'angry' }, 4, 'everything_else', 'S4.b art.3'],
];

describe('the level of a complaint [TR-2]', () => {
  it.each(cases)('%s', (_, told, severity, rule, clause) => {
    const assessment = assess({ ...noFacts, ...told }, {}, general);
    expect(assessment.severity).toBe(severity);
    expect(assessment.reasons[0]).toMatchObject({ rule, clause });
  });

  it('keeps every reason with its words, worst first [TR-2]', () => {
    const { reasons } = assess(
      { ...noFacts, demonstration: true, media: true, leak: true },
      { demonstration: '占领售楼处', media: '叫记者来' },
      general,
    );
    expect(reasons.map(({ rule, fact, evidence }) => [rule, fact, evidence])).toEqual([
      ['media_reputation', 'media', '叫记者来'],
      ['media_reputation', 'leak', ''],
      ['demonstration', 'demonstration', '占领售楼处'],
      ['media', 'media', '叫记者来'],
      ['data_leak', 'leak', ''],
    ]);
  });

  it('names no fact that says nothing', () => {
    const { reasons } = assess({ ...noFacts, collective: true, people: 4 }, {}, general);
    expect(reasons.map(({ fact }) => fact)).toEqual(['collective', 'people']);
  });

  const switches = [
    'media',
    'published',
    'reputation',
    'legal',
    'groupSuit',
    'demonstration',
    'bribe',
    'deceit',
    'leak',
    'retaliation',
    'collective',
    'regulator',
  ] as const;
  it.each(bases)('never falls when one more thing is true: %s [S4.b art.3]', (id) => {
    const policy = readPolicy(id);
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries(switches.map((name) => [name, fc.boolean()]))),
        fc.constantFrom(...switches),
        fc.record({ people: fc.nat(20), households: fc.nat(20) }),
        (flags, more, counts) => {
          const before = assess({ ...noFacts, ...flags, ...counts }, {}, policy).severity;
          const after = assess({ ...noFacts, ...flags, ...counts, [more]: true }, {}, policy).severity;
          expect(after).toBeLessThanOrEqual(before);
        },
      ),
    );
  });
});

describe('urgency [S3.1]', () => {
  it.each([
    [{ demonstration: true }, 'very_urgent'],
    [{ legal: true }, 'very_urgent'],
    [{ safety: 2 }, 'very_urgent'],
    [{ departments: 2 }, 'urgent'],
    [{}, 'general'],
  ] as const)('%j is %s', (told, urgency) => {
    expect(assess({ ...noFacts, ...told }, {}, general).urgency).toBe(urgency);
  });

  it('reports urgent ones to the head, very urgent ones to the leader as well [S3.1, TR-4]', () => {
    expect(reportedTo('general', general)).toEqual([]);
    expect(reportedTo('urgent', general).map(({ role }) => role)).toEqual(['head']);
    expect(reportedTo('very_urgent', general).map(({ role }) => role)).toEqual(['head', 'leader']);
  });

  it('counts every complaint as very urgent where the pack says so [S3.2]', () => {
    expect(assess(noFacts, {}, readPolicy('retail-service')).urgency).toBe('very_urgent');
  });
});

describe('type and department [TR-1, TR-6]', () => {
  it.each([
    ['general', 'privacy', 'privacy', 'legal'],
    ['general', 'nonsense', 'other', 'service'],
    ['property', 'product_quality', 'engineering', 'engineering'],
    ['property', 'sales_promise', 'sales', 'sales'],
    ['property', 'service_attitude', 'service', 'customer_service'],
    ['insurance-agency', 'billing', 'yield', 'agency'],
    ['catering', 'product_quality', 'food_quality', 'kitchen'],
    ['telecom', 'product_quality', 'network_quality', 'network'],
    ['bank+uk-disp', 'payment_service', 'payment_service', 'technology'],
  ])('%s makes %s %s of department %s', (pack, told, type, department) => {
    const policy = readPolicy(pack);
    expect(assess({ ...noFacts, type: told }, {}, policy)).toMatchObject({ type, department });
    expect(departmentOf(told, policy)).toBe(department);
  });
});
