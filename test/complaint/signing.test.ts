import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/complaint/commands.ts';
import type { Context } from '../../src/complaint/context.ts';
import type { ComplaintEvent } from '../../src/complaint/events.ts';
import { openRoles } from '../../src/complaint/signing.ts';
import { signersOf } from '../../src/policy/authority.ts';
import { compilePolicy } from '../../src/policy/policy.ts';
import {
  context,
  facts,
  given,
  history,
  hours,
  organisation,
  policy,
  receive,
  staff,
  system,
} from '../support/given.ts';

const { approvals } = policy.pack;

/** Department and counsel review a letter as they come, the leader after both; with a supplier in the cause head and leader decide together. */
const around: Context = {
  ...context,
  policy: compilePolicy({
    pack: {
      ...policy.pack,
      approvals: {
        ...approvals,
        joint: [{ id: 'supplier', when: 'supplier', roles: ['head', 'leader'], clause: 'S0.6' }],
        writtenReply: { steps: ['head', 'legal', 'leader'], rounds: [0, 0, 1], clause: 'S1.5' },
      },
      sanctions: { levels: [1, 2, 3, 4], clause: 'S0.7' },
    },
    calendars: [],
    zone: policy.zone,
  }),
};
const without = (...recusals: readonly string[]): Context => ({ ...around, recusals });

const take: Command = { type: 'TakeComplaint', at: hours(1), by: staff('lin') };
const draft: Command = {
  type: 'DraftLetter',
  at: hours(2),
  by: staff('lin'),
  letterId: 'l-1',
  text: '尊敬的王女士：……',
};
const sign = (id: string, at = hours(3)): Command => ({
  type: 'ApproveLetter',
  at,
  by: staff(id),
  letterId: 'l-1',
  version: 1,
});
const drafted = history([receive(), take, draft], around);
const then = (events: readonly ComplaintEvent[], ...commands: readonly Command[]) =>
  commands.reduce<readonly ComplaintEvent[]>(
    (all, command) => all.concat(given(all, around).when(command).then({ type: 'LetterApproved' })),
    events,
  );

describe('signatures of one round [S1.5]', () => {
  test.each([[['hu', 'qian']], [['qian', 'hu']]])(
    'are given in any order: %j, then the next round',
    (order) => {
      given(drafted, around).when(sign('wu')).thenRefused('not-authorised');
      const [first = '', second = ''] = order;
      const half = then(drafted, sign(first));
      given(half, around).when(sign(first)).thenNothing();
      given(half, around).when(sign('wu')).thenRefused('not-authorised');
      const reviewed = then(half, sign(second), sign('wu'));
      given(reviewed, around)
        .when({ type: 'SendLetter', at: hours(4), by: staff('lin'), letterId: 'l-1' })
        .then({ type: 'LetterSent' });
    },
  );

  test('are waited for together', () => {
    const paper = { steps: ['head', 'legal', 'leader'], rounds: [0, 0, 1] };
    expect(openRoles({ ...paper, approvals: [] })).toEqual(['head', 'legal']);
    expect(openRoles({ ...paper, approvals: [{ by: 'qian', step: 1 }] })).toEqual(['head']);
    const both = [
      { by: 'qian', step: 1 },
      { by: 'hu', step: 0 },
    ];
    expect(openRoles({ ...paper, approvals: both })).toEqual(['leader']);
  });

  test('pass on after the pack’s wait, and only while nobody signed [AP-2]', () => {
    const pass: Command = { type: 'PassReview', at: hours(40), by: system, letterId: 'l-1', signed: 0 };
    const passed = given(drafted, around).when(pass).then({ type: 'ReviewPassed', role: 'leader' });
    given(then(drafted, sign('hu')), around)
      .when(pass)
      .thenNothing();
    given(drafted, around)
      .when({ ...pass, at: hours(3) })
      .thenNothing();
    given([...drafted, ...passed], around)
      .when(sign('zhao', hours(41)))
      .then({ type: 'LetterApproved', step: 0 });
  });
});

describe('a step whose only holder has signed another one', () => {
  test('is the next one’s above: the leader who stood in for the department does not sign twice [AP-2]', () => {
    const pass: Command = { type: 'PassReview', at: hours(40), by: system, letterId: 'l-1', signed: 0 };
    const passed = given(drafted, around).when(pass).then({ type: 'ReviewPassed', role: 'leader' });
    const reviewed = then([...drafted, ...passed], sign('wu', hours(41)), sign('qian', hours(41)));
    given(reviewed, around)
      .when(sign('wu', hours(42)))
      .thenNothing();
    given(reviewed, around)
      .when(sign('hu', hours(42)))
      .thenRefused('not-authorised', { role: 'leader' });
    given(reviewed, around)
      .when(sign('zhao', hours(42)))
      .then({ type: 'LetterApproved', step: 2 });
  });
});

describe('who decides together [S0.6]', () => {
  const propose: Command = {
    type: 'ProposeRemedy',
    at: hours(2),
    by: staff('lin'),
    remedyId: 'p-1',
    kind: 'replacement',
    money: null,
    text: '换新',
    withinDays: 3,
  };
  const approve = (id: string): Command => ({
    type: 'ApproveRemedy',
    at: hours(3),
    by: staff(id),
    remedyId: 'p-1',
  });
  const proposed = history([receive({ facts: facts({ supplier: true }) }), take, propose], around);

  test('signs in any order, each their own step and once', () => {
    expect(proposed.at(-1)).toMatchObject({
      type: 'RemedyProposed',
      steps: ['head', 'leader'],
      rounds: [0, 0],
      clause: 'S0.6',
    });
    const half = [
      ...proposed,
      ...given(proposed, around).when(approve('wu')).then({ type: 'RemedyApproved', step: 1 }),
    ];
    given(half, around).when(approve('wu')).thenNothing();
    given(half, around)
      .when(approve('hu'))
      .then({ type: 'RemedyApproved', step: 0 }, { type: 'RemedyOffered', role: 'leader' });
  });

  test('whoever of them proposes it has had their say', () => {
    const byHead = history(
      [receive({ facts: facts({ supplier: true }) }), take, { ...propose, by: staff('hu') }],
      around,
    );
    expect(byHead.at(-1)).toMatchObject({ type: 'RemedyProposed', steps: ['leader'], rounds: [0] });
  });

  test('one refusal ends it', () => {
    const reject: Command = {
      type: 'RejectRemedy',
      at: hours(3),
      by: staff('hu'),
      remedyId: 'p-1',
      reason: '先验货',
    };
    const rejected = [...proposed, ...given(proposed, around).when(reject).then({ type: 'RemedyRejected' })];
    given(rejected, around).when(approve('wu')).thenRefused('stale');
  });

  test('whoever the ladder asks above them decides last', () => {
    const large = history(
      [
        receive({ facts: facts({ supplier: true }) }),
        take,
        { ...propose, kind: 'refund', money: { amountMinor: 3_000_000, currency: 'CNY' } },
      ],
      around,
    );
    expect(large.at(-1)).toMatchObject({ steps: ['head', 'leader', 'general_manager'], rounds: [0, 0, 1] });
    given(large, around).when(approve('zhao')).thenRefused('amount-over-authority');
  });
});

describe('who signs for a role whose holders are kept out [S1.13, ST-6]', () => {
  const asked = (
    role: Parameters<typeof signersOf>[0],
    recused: readonly string[],
    deputies: readonly string[] = [],
  ) =>
    signersOf(role, {
      organisation: {
        ...organisation,
        people: organisation.people.map((one) =>
          one.id === 'qian'
            ? { ...one, deputies: [...deputies] }
            : one.id === 'chen'
              ? { ...one, reportsTo: 'qian' }
              : one,
        ),
      },
      at: hours(3),
      zone: policy.zone,
      recused,
    }).map(({ person }) => person);

  test.each([
    ['legal', [], [], ['qian']],
    ['legal', ['qian'], [], ['zhao']],
    ['legal', ['qian'], ['owen'], ['owen']],
    // Whoever works under the one kept out does not sign for them.
    ['legal', ['qian'], ['chen'], ['zhao']],
    ['legal', ['qian', 'zhao'], [], ['sun']],
    ['general_manager', ['zhao'], [], ['sun']],
    ['head', ['hu'], [], ['he']],
    ['general_manager', ['zhao', 'sun'], [], []],
  ] as const)('%s without %j, deputies %j: %j', (role, recused, deputies, people) => {
    expect(asked(role, recused, deputies)).toEqual(people);
  });

  test('the independent person signs where the general manager is named', () => {
    const large = history(
      [
        receive(),
        take,
        {
          type: 'ProposeRemedy',
          at: hours(2),
          by: staff('lin'),
          remedyId: 'p-1',
          kind: 'refund',
          money: { amountMinor: 3_000_000, currency: 'CNY' },
          text: '退款',
          withinDays: 3,
        },
      ],
      around,
    );
    const approve = (id: string): Command => ({
      type: 'ApproveRemedy',
      at: hours(3),
      by: staff(id),
      remedyId: 'p-1',
    });
    given(large, around).when(approve('sun')).thenRefused('amount-over-authority');
    given(large, without('zhao')).when(approve('zhao')).thenRefused('recused');
    given(large, without('zhao'))
      .when(approve('sun'))
      .then({ type: 'RemedyApproved' }, { type: 'RemedyOffered' });
  });
});

describe('a published measure [S0.7]', () => {
  const found: Command = {
    type: 'RecordFinding',
    at: hours(2),
    by: staff('lin'),
    outcome: 'upheld',
    valid: true,
    department: 'service',
    cause: '疏忽',
    text: '属实。',
  };
  const record = (person = '', unit = '装配二班'): Command => ({
    type: 'RecordResponsibility',
    at: hours(3),
    by: staff('lin'),
    unit,
    person,
    deduction: null,
    reason: '漏检',
  });
  const agree = (id: string): Command => ({ type: 'ApproveResponsibility', at: hours(4), by: staff(id) });
  const publish = (text: string, id = 'zhao'): Command => ({
    type: 'PublishSanction',
    at: hours(5),
    by: staff(id),
    text,
  });
  const approved = history([receive(), take, found, record(), agree('zhao')], around);

  test('follows the general manager’s yes, once, by nobody else', () => {
    given(history([receive(), take, found, record()], around), around)
      .when(publish('漏检'))
      .thenRefused('stale');
    given(approved, around).when(publish('漏检', 'wu')).thenRefused('not-authorised');
    const done = given(approved, around)
      .when(publish('漏检'))
      .then({ type: 'SanctionPublished', unit: '装配二班', text: '漏检', clause: 'S0.7' });
    given([...approved, ...done], around)
      .when(publish('又一次'))
      .thenNothing();
    given(approved).when(publish('漏检')).thenRefused('stale');
  });

  test.each(['王芳的洗衣机漏检', '陈宇漏检', 'R-2026-000001 漏检', 'the complaint of 王芳'])(
    'never names anybody: %s',
    (text) => {
      given(approved, around).when(publish(text)).thenRefused('names-somebody');
    },
  );

  test('nor does the unit', () => {
    const named = history([receive(), take, found, record('', '陈宇小组'), agree('zhao')], around);
    given(named, around).when(publish('漏检')).thenRefused('names-somebody');
  });

  test('is not decided by whose failing it was: then the independent person does', () => {
    const own = history([receive(), take, found, record('zhao')], around);
    given(own, around).when(agree('zhao')).thenRefused('recused');
    given(own, around).when(agree('sun')).then({ type: 'ResponsibilityApproved' });
  });
});
