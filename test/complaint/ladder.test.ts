import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/complaint/commands.ts';
import type { Context } from '../../src/complaint/context.ts';
import { decide } from '../../src/complaint/decide.ts';
import type { ComplaintEvent } from '../../src/complaint/events.ts';
import { fold } from '../../src/complaint/evolve.ts';
import { compilePolicy } from '../../src/policy/policy.ts';
import {
  complainant,
  context,
  given,
  history,
  hours,
  policy,
  receive,
  staff,
  system,
} from '../support/given.ts';

const take = { type: 'TakeComplaint', at: hours(1), by: staff('lin') } as const;
const yuan = (amount: number) => ({ amountMinor: amount * 100, currency: 'CNY' });
const propose = (id: string, amount: number, more: object = {}): Command => ({
  type: 'ProposeRemedy',
  at: hours(2),
  by: staff('lin'),
  remedyId: id,
  kind: 'refund',
  money: yuan(amount),
  text: '退款',
  withinDays: 3,
  ...more,
});
const approve = (id: string, remedyId = 'p-1') =>
  ({ type: 'ApproveRemedy', at: hours(3), by: staff(id), remedyId }) as const;
const decline = (remedyId: string) =>
  ({ type: 'DeclineRemedy', at: hours(4), by: complainant, remedyId, evidence: '不接受' }) as const;

/** The history with these commands after it; each must come to something. */
const lived = (
  events: readonly ComplaintEvent[],
  ...commands: readonly Command[]
): readonly ComplaintEvent[] =>
  commands.reduce<readonly ComplaintEvent[]>((all, command) => {
    const decision = decide(fold(all), command, context);
    if (decision.kind !== 'events') throw new Error(`${command.type} came to ${JSON.stringify(decision)}`);
    return all.concat(decision.events);
  }, events);

const { pack } = policy;
const signedTogether: Context = {
  ...context,
  policy: compilePolicy({
    pack: {
      ...pack,
      approvals: {
        ...pack.approvals,
        joint: [{ id: 'law', when: 'severity >= 1', roles: ['legal', 'leader'], clause: 'S1.5' }],
      },
    },
    calendars: [],
    zone: policy.zone,
  }),
};

describe('several signatures', () => {
  test('together they are given in any order, each by another person [AP-2]', () => {
    const events = history([receive(), take, propose('p-1', 6000)], signedTogether);
    const first = given(events, signedTogether).when(approve('wu')).then({ type: 'RemedyApproved', step: 1 });
    const half = [...events, ...first];
    given(half, signedTogether).when(approve('wu')).thenNothing();
    given(half, signedTogether)
      .when(approve('qian'))
      .then({ type: 'RemedyApproved', step: 0 }, { type: 'RemedyOffered' });
  });

  test('what was granted in other files counts on the ladder [AP-2]', () => {
    const events = history([receive(), take]);
    const alone = given(events)
      .when(propose('p-1', 100))
      .then({ type: 'RemedyProposed' }, { type: 'RemedyOffered' });
    expect(alone[0]).toMatchObject({ steps: [] });
    given(events, { granted: [yuan(1500)] })
      .when(propose('p-1', 100))
      .then({ type: 'RemedyProposed', steps: ['head'] });
  });
});

describe('a ladder that grew while a remedy waited', () => {
  const waiting = history([receive(), take, propose('p-1', 1000)]);
  const elsewhere = { granted: [yuan(1500)] };

  test('what was granted elsewhere meanwhile is asked of those above too, before it is offered [AP-2]', () => {
    const more = given(waiting, elsewhere)
      .when(approve('hu'))
      .then({ type: 'RemedyApproved', step: 0 }, { type: 'SignaturesAdded', steps: ['leader'] });
    const events = [...waiting, ...more];
    given(events, elsewhere).when(approve('he')).thenRefused('amount-over-authority');
    given(events, elsewhere)
      .when(approve('wu'))
      .then({ type: 'RemedyApproved', step: 1 }, { type: 'RemedyOffered', role: 'leader' });
  });

  test('a signer of that rank is enough, whichever step they signed', () => {
    given(waiting, elsewhere)
      .when(approve('wu'))
      .then({ type: 'RemedyApproved', step: 0 }, { type: 'RemedyOffered' });
  });

  test('a level that rose meanwhile counts as well [AP-2]', () => {
    const worse = given(waiting)
      .when({ type: 'Regrade', at: hours(2), by: staff('hu'), severity: 1, reason: '媒体已报道' })
      .then({ type: 'ComplaintRegraded' }, { type: 'ComplaintAssessed' }, { type: 'EscalationRaised' });
    given([...waiting, ...worse])
      .when(approve('hu'))
      .then({ type: 'RemedyApproved' }, { type: 'SignaturesAdded', steps: ['leader'] });
  });
});

describe('silence and absence', () => {
  const pass = { type: 'PassApproval', at: hours(40), by: system, remedyId: 'p-1', signed: 0 } as const;
  const waiting = history([receive(), take, propose('p-1', 1000)]);

  test('silence passes an approval to the next in line, who may then sign [AP-2]', () => {
    const passed = given(waiting).when(pass).then({ type: 'ApprovalPassed', role: 'leader' });
    given([...waiting, ...passed])
      .when(approve('wu'))
      .then({ type: 'RemedyApproved' }, { type: 'RemedyOffered' });
    given(waiting)
      .when({ ...pass, at: hours(3) })
      .thenNothing();
    given([
      ...waiting,
      ...history([receive(), take, propose('p-1', 1000), approve('hu')]).slice(waiting.length),
    ])
      .when(pass)
      .thenNothing();
  });

  test('a deputy signs only while the holder is away [ES-4]', () => {
    const away = (absences: readonly { from: string; to: string }[]): Partial<Context> => ({
      organisation: {
        ...context.organisation,
        people: context.organisation.people.map((one) =>
          one.roles.includes('head') ? { ...one, absences: [...absences], deputies: ['chen'] } : one,
        ),
      },
    });
    given(waiting, away([])).when(approve('chen')).thenRefused('amount-over-authority');
    given(waiting, away([{ from: '2026-11-20', to: '2026-11-23' }]))
      .when(approve('chen'))
      .then({ type: 'RemedyApproved' }, { type: 'RemedyOffered' });
  });
});

describe('a billing error', () => {
  const billing = { charged: yuan(150), due: yuan(100), evidence: '10 月账单' };

  test('is put right twice over and never asks the complainant first [S1.12]', () => {
    given(history([receive(), take]))
      .when(propose('p-1', 1, { billing }))
      .then({ type: 'RemedyProposed', kind: 'credit', money: yuan(100) }, { type: 'RemedyOrdered' });
  });

  test('needs an overcharge and its proof [S1.12]', () => {
    const events = history([receive(), take]);
    given(events)
      .when(propose('p-1', 1, { billing: { ...billing, due: yuan(150) } }))
      .thenRefused('no-overcharge');
    given(events)
      .when(propose('p-1', 1, { billing: { ...billing, evidence: ' ' } }))
      .thenRefused('facts-missing');
  });
});

describe('a last offer', () => {
  const twice = history([receive(), take, propose('a', 50), decline('a'), propose('b', 60), decline('b')]);
  const last = propose('c', 80, { bottomLine: true });

  test('comes after several others [S1.9]', () => {
    given(history([receive(), take]))
      .when(last)
      .thenRefused('bottom-line-early');
    given(twice).when(last).then({ type: 'RemedyProposed', bottomLine: true }, { type: 'RemedyOffered' });
  });

  test('is never exceeded where the pack says never; else new facts go to the top [AP-4]', () => {
    const after = lived(twice, last, decline('c'));
    given(after).when(propose('d', 90)).thenRefused('bottom-line-stands');
    given(after).when(propose('d', 80)).then({ type: 'RemedyProposed' }, { type: 'RemedyOffered' });
    given(after)
      .when(propose('d', 90, { newFacts: '检测报告' }))
      .then({ type: 'RemedyProposed', steps: ['general_manager'] });
    const never = { ...policy, pack: { ...pack, bottomLine: { raise: 'never' as const, clause: 'S1.9' } } };
    given(after, { policy: never })
      .when(propose('d', 90, { newFacts: '检测报告' }))
      .thenRefused('bottom-line-stands');
  });

  test('a final response follows an offer that was declined, not a bare no [S1.7]', () => {
    const finding: Command = {
      type: 'RecordFinding',
      at: hours(5),
      by: staff('lin'),
      outcome: 'upheld',
      valid: true,
      department: 'service',
      cause: '疏忽',
      text: '属实。',
    };
    const final: Command = {
      type: 'ResolveComplaint',
      at: hours(6),
      by: staff('lin'),
      text: '维持原方案。',
      final: true,
    };
    given(history([receive(), take, finding]))
      .when(final)
      .thenRefused('alternative-first');
    given(lived(twice, finding)).when(final).then({ type: 'ComplaintResolved', final: true });
  });
});
