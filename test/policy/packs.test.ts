import { describe, expect, it, vi } from 'vitest';
import { approvalSteps, writtenReplySteps } from '../../src/policy/authority.ts';
import { checkPack } from '../../src/policy/check.ts';
import { deadlines } from '../../src/policy/deadlines.ts';
import { escalationChain, escalationTrigger } from '../../src/policy/escalation.ts';
import { type Facts, noFacts } from '../../src/policy/facts.ts';
import { complaintTypes, standardReply, topicOf, typeOf } from '../../src/policy/intake.ts';
import { parseOrganisation } from '../../src/policy/organisation.ts';
import { billingError, billingTimes, bottomLine, floors, remedyChoices } from '../../src/policy/remedies.ts';
import { assess } from '../../src/policy/severity.ts';
import { minutesBetween } from '../../src/policy/time.ts';
import { locales } from '../../src/terms.ts';
import { bases, demo, overlays, readPack, readPolicy, received, source } from './read.ts';

// Many runs, and the machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

const start = '2026-11-21T08:00:00.000Z';

/** Hours a clock gives at a grade. */
const hoursOf = (
  pack: string,
  clock: string,
  ...grade: Parameters<typeof received> extends [string, ...infer G] ? G : never
) => {
  const found = deadlines(received(start, ...grade), readPolicy(pack)).find((one) => one.clock === clock);
  return { hours: found && minutesBetween(found.startedAt, found.dueAt) / 60, clause: found?.clause };
};

describe.each(bases)('pack %s', (id) => {
  it('reads without a fault or a warning, alone and with every overlay [AD-1]', () => {
    for (const joined of [id, ...overlays.map((overlay) => `${id}+${overlay}`)]) {
      expect(checkPack(readPack(joined), demo(), ['cn', 'uk', 'us', 'eu'])).toEqual([]);
    }
  });

  it('has a number for its own version and names its sources', () => {
    const pack = readPack(id);
    expect(readPolicy(id).id).toBe(`${id}@${pack.version}`);
    expect(pack.sources.length).toBeGreaterThan(0);
  });

  it('grades a first reply at every level, the worse the sooner [S3.1]', () => {
    const hours = ([1, 2, 3, 4] as const).map((level) => {
      const urgency = level <= 2 ? 'very_urgent' : level === 3 ? 'urgent' : 'general';
      return hoursOf(id, 'first_reply', level, urgency).hours ?? Number.NaN;
    });
    expect(hours).toEqual(hours.toSorted((a, b) => a - b));
    expect(hours[0]).toBeLessThanOrEqual(4);
  });

  it('acknowledges in 24 h [S4.a2], tells a solution or progress in 48 h [S1.3]', () => {
    expect(hoursOf(id, 'acknowledgement').hours).toBe(24);
    expect(hoursOf(id, 'solution').hours).toBe(48);
  });

  it('goes up at level 1 to the general manager within the hour [S1.10]', () => {
    const chain = escalationChain(1, readPolicy(id));
    expect(chain.at(-1)?.role).toBe('general_manager');
    expect(chain.slice(0, -1).reduce((sum, { waitMinutes }) => sum + waitMinutes, 0)).toBeLessThanOrEqual(60);
  });

  it('offers an apology for every type and asks no approval for it [S4.e5]', () => {
    const policy = readPolicy(id);
    for (const { id: type } of complaintTypes(policy)) {
      expect(remedyChoices(type, policy).map(({ kind }) => kind)).toContain('apology');
    }
    const question = {
      kind: 'apology',
      money: null,
      severity: 1,
      facts: noFacts,
      totalMinor: 0,
      proposerRoles: ['handler'],
    } as const;
    expect(approvalSteps(question, policy).steps).toEqual([]);
  });

  it('answers how to complain in both languages [S4.e2]', () => {
    const policy = readPolicy(id);
    expect(topicOf('请问怎么投诉？', policy)).toBe('how_to_complain');
    expect(topicOf('How do I complain about this?', policy)).toBe('how_to_complain');
    for (const locale of locales)
      expect(standardReply('how_to_complain', locale, policy)?.length).toBeGreaterThan(20);
  });
});

/** What each source says beyond the default: pack, clause, facts, level. */
const levels: readonly (readonly [string, string, Partial<Facts>, number, string])[] = [
  ['manufacturer', 'S0.6', { supplier: true }, 3, 'supplier'],
  ['car-dealer', 'S2.1', { passedDown: true }, 3, 'passed_down'],
  ['telecom', 'S1.10', { repeat: true }, 3, 'repeat'],
  ['telecom', 'S1.10', { repeatsAfterHandling: 1 }, 3, 'repeat'],
  ['telecom', 'S1.13', { retaliation: true }, 2, 'retaliation'],
  ['car-dealer', 'S4.b art.3', { safety: 2 }, 2, 'danger'],
  ['retail-service', 'S4.b art.3', {}, 4, 'everything_else'],
  ['property', 'S4.b art.3', { collective: true, households: 10 }, 1, 'ten_households'],
  ['property', 'S4.b art.3', { collective: true, people: 3 }, 2, 'collective'],
  ['property', 'S4.e10', { deceit: true }, 3, 'concealment'],
  ['insurance-agency', 'S4.d2', { collective: true, people: 5 }, 1, 'group_event'],
  ['insurance-agency', 'S4.d2', { collective: true, households: 5 }, 1, 'group_event'],
  ['insurance-agency', 'S4.b art.3', { collective: true, people: 4 }, 2, 'collective'],
  ['insurance-agency', 'S4.d2', { regulatorActs: true }, 1, 'regulator_acts'],
  ['insurance-agency', 'S4.d2', { regulator: true }, 2, 'regulator'],
  ['insurance-agency', 'S4.d2', { published: true }, 1, 'media_acts'],
  ['insurance-agency', 'S4.d2', { safety: 2 }, 1, 'branch_disturbed'],
  ['ecommerce', 'S4.b art.3', { media: true }, 2, 'media'],
  ['bank', 'S4.c', { regulator: true }, 2, 'regulator'],
  ['bank', 'S4.c', { regulatorActs: true, reputation: true }, 1, 'regulator_acts'],
  ['catering', 'S4.e11', { safety: 2 }, 1, 'food_safety'],
  ['catering', 'S4.e11', { safety: 1, people: 3 }, 1, 'food_safety'],
  ['catering', 'S4.e11', { safety: 1 }, 2, 'illness'],
  ['catering', 'S4.e11', { published: true }, 1, 'media_exposure'],
];

describe('levels that a source adds', () => {
  it.each(levels)('%s [%s]: %j is level %i', (pack, clause, told, severity, rule) => {
    const assessment = assess({ ...noFacts, ...told }, {}, readPolicy(pack));
    expect(assessment.severity).toBe(severity);
    expect(assessment.reasons).toContainEqual(expect.objectContaining({ rule, clause }));
  });

  it('an angry complainant is urgent to the operator [S1.1]', () => {
    expect(assess({ ...noFacts, emotion: 'angry' }, {}, readPolicy('telecom')).urgency).toBe('urgent');
  });
});

describe('clocks that a source sets', () => {
  it.each([
    ['telecom', 'first_reply', 48, 'S1.3'],
    ['retail-service', 'first_reply', 24, 'S3.1'],
    ['manufacturer', 'first_reply', 24, 'S0.17'],
  ])('%s: %s within %i h at level 4 [%s]', (pack, clock, hours, clause) => {
    expect(hoursOf(pack, clock)).toEqual({ hours, clause });
  });

  it('a shop answers every complaint within 4 h, since all are very urgent [S3.2]', () => {
    expect(hoursOf('retail-service', 'first_reply', 4, 'very_urgent')).toEqual({ hours: 4, clause: 'S3.1' });
  });

  it.each([
    ['manufacturer', 'S0.11', 'other_than_handler'],
    ['telecom', 'S1.2', 'other_than_handler'],
    ['car-dealer', 'S2.5', 'handler'],
    ['property', 'S4.b art.5', 'other_than_handler'],
  ])('%s follows up [%s], asked by %s', (id, clause, askedBy) => {
    expect(readPack(id).followUp).toMatchObject({ clause, askedBy });
  });

  it('the dealer’s head watches the follow-up in person [S2.5]', () => {
    expect(readPack('car-dealer').followUp.watchedBy).toBe('head');
  });
});

describe('authority and remedies that a source sets', () => {
  it('serious cases need the general manager in a factory [S0.7]', () => {
    for (const severity of [1, 2] as const) {
      const question = {
        kind: 'repair',
        money: null,
        severity,
        facts: noFacts,
        totalMinor: 0,
        proposerRoles: ['handler'],
      } as const;
      expect(approvalSteps(question, readPolicy('manufacturer'))).toEqual({
        steps: ['general_manager'],
        rounds: [0],
        clause: 'S0.7',
      });
    }
  });

  it('a formal letter goes through department, legal and leader [S1.5]', () => {
    expect(writtenReplySteps(readPolicy('bank'))).toEqual({
      steps: ['head', 'legal', 'leader'],
      rounds: [0, 1, 2],
      clause: 'S1.5',
    });
    // S1 asks the departments and counsel to review, and the leader to approve: the two need not wait for each other.
    expect(writtenReplySteps(readPolicy('telecom'))).toEqual({
      steps: ['head', 'legal', 'leader'],
      rounds: [0, 0, 1],
      clause: 'S1.5',
    });
  });

  it('a billing error costs the operator twice the difference, by credit [S1.12]', () => {
    const policy = readPolicy('telecom');
    expect(billingError(12_800, 10_000, billingTimes(policy))).toBe(5_600);
    expect(policy.pack.billing?.by).toBe('credit');
  });

  it('a bottom line is never raised by the operator, elsewhere by new facts [S1.9]', () => {
    expect(bottomLine(readPolicy('telecom'))).toBe('never');
    expect(bottomLine(readPolicy('general'))).toBe('new_facts');
  });

  it.each([
    [
      'manufacturer',
      ['longer_service', 'replacement', 'accessory', 'extra_maintenance'],
      'product_quality',
      'S0.15',
    ],
    ['property', ['cancellation', 'exchange'], 'sales', 'S4.e10'],
    [
      'ecommerce',
      ['return', 'exchange', 'refund', 'gift', 'discount', 'service_upgrade', 'coupon', 'longer_service'],
      'product_quality',
      'S4.e5',
    ],
    ['car-dealer', ['visit'], 'repair_quality', 'S2.5'],
  ] as const)('%s offers %j for %s [%s]', (id, kinds, type, clause) => {
    const choices = remedyChoices(type, readPolicy(id));
    expect(choices.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...kinds]));
    expect(
      choices.filter(({ kind }) => kinds.some((one) => one === kind)).every((one) => one.clause === clause),
    ).toBe(true);
  });

  it('warns below three times the price for fraud, at least 500 [AP-5]', () => {
    const facts = { ...noFacts, deceit: true };
    const policy = readPolicy('general');
    const money = { amountMinor: 59_999, currency: 'CNY' };
    expect(floors({ facts, priceMinor: 20_000, money }, 'en', policy)).toMatchObject([
      { floor: 'fraud', leastMinor: 60_000 },
    ]);
    expect(
      floors({ facts, priceMinor: 20_000, money: { ...money, amountMinor: 60_000 } }, 'en', policy),
    ).toEqual([]);
    expect(floors({ facts, priceMinor: null, money: null }, 'zh-CN', policy)).toMatchObject([
      { leastMinor: 50_000 },
    ]);
    expect(floors({ facts: noFacts, priceMinor: 20_000, money: null }, 'en', policy)).toEqual([]);
    const business: Facts = { ...facts, complainantKind: 'business' };
    expect(floors({ facts: business, priceMinor: 20_000, money: null }, 'en', policy)).toEqual([]);
  });

  it('warns below ten times the price for unsafe food, at least 1,000 [AP-5]', () => {
    const facts: Facts = { ...noFacts, type: 'food_quality', safety: 1 };
    expect(floors({ facts, priceMinor: 8_800, money: null }, 'en', readPolicy('catering'))).toMatchObject([
      { floor: 'food', leastMinor: 100_000, clause: 'Food Safety Law Art. 148' },
    ]);
  });

  it('sends a supplier’s fault to the deputy general manager and marketing [S0.6]', () => {
    expect(escalationTrigger('supplier', readPolicy('manufacturer'))).toMatchObject({
      to: ['leader'],
      departments: ['marketing', 'purchasing'],
      clause: 'S0.6',
    });
  });
});

describe('periods, crises and duties that a source sets', () => {
  it('the factory’s half-years begin in December and June, out in the first ten days [S0.8]', () => {
    expect(readPack('manufacturer').reports?.periods).toContainEqual({
      id: 'half_year',
      starts: [12, 6],
      dueDay: 10,
      clause: 'S0.8',
    });
  });

  it('counts valid complaints and closure rate every month [S4.b art.5]', () => {
    expect(readPack('property').reports).toMatchObject({
      periods: expect.arrayContaining([expect.objectContaining({ id: 'month', clause: 'S4.b art.5' })]),
      figures: expect.arrayContaining(['valid_complaints', 'closure_rate', 'by_project']),
    });
  });

  it('has a plan for every sudden event of property sales [S4.e10]', () => {
    expect(readPack('property').crisis?.plans.map(({ id }) => id)).toEqual([
      'quarrel',
      'double_sold',
      'wrong_price',
      'site_safety',
      'inspection',
      'property_loss',
      'occupation',
    ]);
  });

  it('puts safety first on every checklist [S4.a4]', () => {
    for (const id of bases) expect(readPack(id).crisis?.checklist[0]?.id).toBe('safety');
  });

  it('tells technicians, customers and those affected in an outage [S4.e6]', () => {
    const steps = readPack('ecommerce').crisis?.checklist.map(({ id }) => id);
    expect(steps).toEqual(
      expect.arrayContaining(['technicians', 'notice', 'workaround', 'repaired', 'compensate']),
    );
  });

  it('has post and bank act jointly, with contacts of both at every level and branch [S4.d3]', () => {
    const { crisis, departments } = readPack('insurance-agency');
    const levels = ['province', 'city', 'county', 'branch'];
    expect(crisis?.contacts.map(({ id }) => id)).toEqual(
      levels.flatMap((level) => [`${level}_post`, `${level}_bank`]),
    );
    expect(crisis?.checklist.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['leading_groups', 'working_groups', 'insurers', 'onsite']),
    );
    expect(departments.map(({ id }) => id)).toEqual(expect.arrayContaining(['post', 'bank']));
  });

  it('asks for one or two people behind each of its contacts [S4.d3]', () => {
    const { contactPeople, ...organisation } = demo();
    for (const people of Object.values(contactPeople)) expect([1, 2]).toContain(people.length);
    const { province_post: _, ...others } = contactPeople;
    expect(checkPack(readPack('insurance-agency'), { ...organisation, contactPeople: others })).toMatchObject(
      [{ what: "nobody is named for the crisis contact 'province_post'", warning: true }],
    );
    const three = source('organisation.demo.yaml').text.replace(
      '[gm_zhao, wu_leader]',
      '[gm_zhao, wu_leader, lin]',
    );
    expect(parseOrganisation({ file: 'o.yaml', text: three }).ok).toBe(false);
    const unknown = source('organisation.demo.yaml').text.replace(
      'city_post: [wu_leader]',
      'city_post: [nobody]',
    );
    expect(parseOrganisation({ file: 'o.yaml', text: unknown })).toMatchObject({
      faults: [{ what: "no person 'nobody'" }],
    });
  });
});

describe('types by the pack’s own words [TR-1]', () => {
  it.each([
    ['ecommerce', '快递显示签收但我没收到', 'logistics', 'lost'],
    ['ecommerce', 'I got the wrong item', 'product_quality', 'wrong_item'],
    ['telecom', '宽带三天上不了网', 'product_quality', 'network_quality'],
    ['insurance-agency', '存款变保险，当初以为是存款', 'sales_promise', 'mis_selling'],
    ['property', '电梯坏了两周，墙面开裂', 'product_quality', 'engineering'],
    ['property', '物业保安不让进', 'service_attitude', 'property_management'],
    ['catering', 'there was an insect in my food', 'product_quality', 'food_quality'],
    ['general', '快递丢了', 'logistics', 'logistics'],
  ])('%s: %s', (pack, text, generalType, expected) => {
    expect(typeOf(text, generalType, readPolicy(pack))).toBe(expected);
  });
});
