import { describe, expect, test } from 'vitest';
import type { Command, ProposeRemedy } from '../../src/complaint/commands.ts';
import type { RemedyApproved, RemedyProposed } from '../../src/complaint/events.ts';
import { promisedBy } from '../../src/policy/remedies.ts';
import type { Severity } from '../../src/terms.ts';
import {
  complainant,
  days,
  fileOf,
  given,
  history,
  hours,
  receive,
  receivedAtLevel,
  staff,
  stranger,
  system,
} from '../support/given.ts';

const taken = (level: Severity = 4): readonly Command[] => [
  receivedAtLevel(level),
  { type: 'TakeComplaint', at: hours(1), by: staff('lin') },
];

const propose = (yuan: number | null, by = 'lin', remedyId = 'p-1'): ProposeRemedy => ({
  type: 'ProposeRemedy',
  at: hours(2),
  by: staff(by),
  remedyId,
  kind: yuan === null ? 'repair' : 'refund',
  money: yuan === null ? null : { amountMinor: yuan * 100, currency: 'CNY' },
  text: '退还维修费用并更换门封。',
  withinDays: 3,
});
const onRemedy = { at: hours(3), remedyId: 'p-1' };
const approve = (by: string, remedyId = 'p-1'): Command => ({
  ...onRemedy,
  type: 'ApproveRemedy',
  by: staff(by),
  remedyId,
});
const reject = (by: string, reason = '金额过高'): Command => ({
  ...onRemedy,
  type: 'RejectRemedy',
  by: staff(by),
  reason,
});
const giveBack = (by: string, instruction = '先核实发票'): Command => ({
  ...onRemedy,
  type: 'ReturnRemedy',
  by: staff(by),
  instruction,
});
const accept: Command = {
  type: 'AcceptRemedy',
  at: hours(4),
  by: complainant,
  remedyId: 'p-1',
  evidence: '按下“接受”',
};
const decline = (remedyId = 'p-1'): Command => ({
  type: 'DeclineRemedy',
  at: hours(4),
  by: complainant,
  remedyId,
  evidence: '不够',
});
const carryOut = (by = 'lin', proof = '退款流水 20261123-7'): Command => ({
  type: 'CarryOutRemedy',
  at: days(2),
  by: staff(by),
  remedyId: 'p-1',
  proof,
});

describe('ProposeRemedy', () => {
  test('offers at once what the proposer may grant alone [AP-2]', () => {
    given(history(taken()))
      .when(propose(150))
      .then({ type: 'RemedyProposed', steps: [], clause: 'AP-2' }, { type: 'RemedyOffered', by: system });
    expect(fileOf([...taken(), propose(150)]).stage).toBe('remedy_offered');
  });

  test('waits for the role whose authority the amount needs [AP-2]', () => {
    given(history(taken()))
      .when(propose(1000))
      .then({ type: 'RemedyProposed', steps: ['head'] });
    given(history(taken()))
      .when(propose(5000))
      .then({ type: 'RemedyProposed', steps: ['leader'] });
    given(history(taken()))
      .when(propose(30000))
      .then({ type: 'RemedyProposed', steps: ['general_manager'] });
    given(history(taken(2)))
      .when(propose(10))
      .then({ type: 'RemedyProposed', steps: ['head'] });
    given(history(taken()))
      .when(propose(1000, 'hu'))
      .then({ type: 'RemedyProposed' }, { type: 'RemedyOffered' });
  });

  test('counts what this complaint was already granted: many small ones are not a way round [AP-2]', () => {
    const reopened: readonly Command[] = [
      ...taken(),
      propose(150),
      accept,
      carryOut(),
      { type: 'ReopenComplaint', at: days(3), by: complainant, reason: '又漏了' },
    ];
    given(history(reopened))
      .when(propose(150, 'lin', 'p-2'))
      .then({ type: 'RemedyProposed', steps: ['head'] });
  });

  test('does not count what was declined', () => {
    given(history([...taken(), propose(150), decline()]))
      .when(propose(150, 'lin', 'p-2'))
      .then({ type: 'RemedyProposed', steps: [] }, { type: 'RemedyOffered' });
  });

  test.each([
    ['a fraction', { amountMinor: 10.5, currency: 'CNY' }],
    ['nothing', { amountMinor: 0, currency: 'CNY' }],
    ['less than nothing', { amountMinor: -100, currency: 'CNY' }],
    ['more than can be counted exactly', { amountMinor: 2 ** 53, currency: 'CNY' }],
    ['no currency we know the form of', { amountMinor: 100, currency: '元' }],
    ['no amount where money moves', null],
  ])('refuses money that is %s [AP-1]', (_, money) => {
    given(history(taken()))
      .when({ ...propose(1), money })
      .thenRefused('invalid-amount');
  });

  test('refuses dates and words that promise nothing [AP-7]', () => {
    given(history(taken()))
      .when({ ...propose(1), withinDays: -1 })
      .thenRefused('invalid-date');
    given(history(taken()))
      .when({ ...propose(1), withinDays: 1.5 })
      .thenRefused('invalid-date');
    given(history(taken()))
      .when({ ...propose(1), text: '' })
      .thenRefused('facts-missing', { field: 'text' });
  });

  test('is the holder’s or a head’s, one at a time, and happens once [S0.1, AP-6]', () => {
    given(history(taken())).when(propose(1, 'chen')).thenRefused('not-holder', { handler: 'lin' });
    given(history([receive()]))
      .when(propose(1))
      .thenRefused('not-holder');
    given(history([...taken(), propose(150)]))
      .when(propose(150))
      .thenNothing();
    given(history([...taken(), propose(150)]))
      .when(propose(150, 'lin', 'p-2'))
      .thenRefused('remedy-first');
  });

  test('comes before the outcome is told, not after', () => {
    const resolved: readonly Command[] = [
      ...taken(),
      { type: 'ResolveComplaint', at: hours(3), by: staff('lin'), text: '已说明。' },
    ];
    given(history(resolved)).when(propose(150)).thenRefused('already-resolved');
  });
});

describe('approval', () => {
  const waiting = [...taken(), propose(1000)];

  test('offers the remedy with the last step [AP-2, AP-6]', () => {
    given(history(waiting))
      .when(approve('hu'))
      .then({ type: 'RemedyApproved', step: 0, by: staff('hu') }, { type: 'RemedyOffered', by: system });
    expect(fileOf([...waiting, approve('hu')]).remedies[0]).toMatchObject({
      status: 'offered',
      approvals: [{ by: 'hu', at: hours(3) }],
    });
  });

  test('refuses an amount above the authority of who presses [AP-2]', () => {
    given(history(waiting)).when(approve('chen')).thenRefused('amount-over-authority', { role: 'head' });
    given(history([...taken(), propose(5000)]))
      .when(approve('hu'))
      .thenRefused('amount-over-authority', { role: 'leader' });
    given(history([...taken(), propose(5000)]))
      .when(approve('zhao'))
      .then({ type: 'RemedyApproved' }, { type: 'RemedyOffered' });
  });

  test('refuses the maker as checker, whatever the rank [AP-2]', () => {
    const byHead: RemedyProposed = {
      ...propose(1000, 'hu'),
      type: 'RemedyProposed',
      steps: ['head', 'leader'],
      clause: 'AP-2',
    };
    const events = [...history(taken()), byHead];
    given(events).when(approve('hu')).thenRefused('maker-is-checker', { role: 'head' });
    given(events).when(approve('he')).then({ type: 'RemedyApproved', step: 0 });
  });

  test('takes its steps in order, each by somebody else, and is offered after the last [AP-2]', () => {
    const twoSteps: RemedyProposed = {
      ...propose(1000),
      type: 'RemedyProposed',
      steps: ['head', 'leader'],
      clause: 'S1.5',
    };
    const first: RemedyApproved = { ...onRemedy, type: 'RemedyApproved', by: staff('wu'), step: 0 };
    const begun = [...history(taken()), twoSteps, first];
    given(begun).when(approve('wu')).thenNothing();
    given(begun).when(approve('hu')).thenRefused('amount-over-authority', { role: 'leader' });
    given(begun).when(approve('zhao')).then({ type: 'RemedyApproved', step: 1 }, { type: 'RemedyOffered' });
  });

  test('refuses a person named in the complaint [S1.13]', () => {
    given(history(waiting), { recusals: ['hu'] })
      .when(approve('hu'))
      .thenRefused('recused');
    given(history(waiting), { recusals: ['hu'] })
      .when(approve('he'))
      .then({ type: 'RemedyApproved' }, { type: 'RemedyOffered' });
  });

  test('happens once: the second press is quiet, somebody else’s is told it is over [AP-2]', () => {
    given(history([...waiting, approve('hu')]))
      .when(approve('hu'))
      .thenNothing();
    given(history([...waiting, approve('hu')]))
      .when(approve('he'))
      .thenRefused('stale', { status: 'offered' });
    given(history(waiting)).when(approve('hu', 'p-9')).thenRefused('stale');
    given(history([...taken(), propose(150)]))
      .when(approve('hu'))
      .thenRefused('nothing-to-approve');
  });

  test('rejecting and returning take a reason and lead back to the handler [AP-2]', () => {
    given(history(waiting)).when(reject('hu', ' ')).thenRefused('needs-reason');
    given(history(waiting)).when(giveBack('hu', '')).thenRefused('needs-reason');
    given(history(waiting)).when(reject('chen')).thenRefused('amount-over-authority');
    given(history(waiting)).when(reject('hu')).then({ type: 'RemedyRejected', reason: '金额过高' });
    given(history(waiting)).when(giveBack('hu')).then({ type: 'RemedyReturned', instruction: '先核实发票' });
    given(history([...waiting, reject('hu')]))
      .when(reject('hu'))
      .thenNothing();
    given(history([...waiting, giveBack('hu')]))
      .when(giveBack('hu'))
      .thenNothing();
    given(history([...waiting, reject('hu')]))
      .when(approve('hu'))
      .thenRefused('stale');
    expect(fileOf([...waiting, giveBack('hu')])).toMatchObject({
      stage: 'taken',
      remedies: [{ note: '先核实发票' }],
    });
    given(history([...waiting, giveBack('hu')]))
      .when(propose(150, 'lin', 'p-2'))
      .then({ type: 'RemedyProposed' }, { type: 'RemedyOffered' });
  });
});

describe('the complainant’s answer', () => {
  const offered = [...taken(), propose(150)];

  test('yes is kept with its words and starts the date of the promise [S1.6, AP-7]', () => {
    const dueAt = new Date(Date.parse(hours(4)) + 3 * 86_400_000).toISOString();
    given(history(offered)).when(accept).then({ type: 'RemedyAccepted', evidence: '按下“接受”', dueAt });
    given(history([...offered, accept]))
      .when(accept)
      .thenNothing();
    expect(fileOf([...offered, accept])).toMatchObject({
      stage: 'remedy_accepted',
      timeline: { remedyAcceptedAt: hours(4), remedyDueAt: dueAt },
    });
  });

  test('is the complainant’s own: neither staff nor strangers accept for them [S1.6]', () => {
    given(history(offered))
      .when({ ...accept, by: staff('lin') })
      .thenRefused('not-authorised');
    given(history(offered))
      .when({ ...accept, by: stranger })
      .thenRefused('not-authorised');
    given(history(offered))
      .when({ ...accept, evidence: '' })
      .thenRefused('facts-missing');
  });

  test('is entered by staff where no chat reaches the complainant [IN-12]', () => {
    const form: readonly Command[] = [
      receive({ source: 'form', contact: null, by: staff('lin') }),
      { type: 'TakeComplaint', at: hours(1), by: staff('lin') },
      propose(150),
    ];
    given(history(form))
      .when({ ...accept, by: staff('lin') })
      .then({ type: 'RemedyAccepted' });
  });

  test('comes too late for an offer that no longer stands', () => {
    given(history([...taken(), propose(1000)]))
      .when(accept)
      .thenRefused('stale');
    given(history([...offered, decline()]))
      .when(accept)
      .thenRefused('stale');
    given(history(taken())).when(decline()).thenRefused('stale');
  });

  test('no leads to another proposal, a second no goes up [AP-6, S1.10]', () => {
    given(history(offered)).when(decline()).then({ type: 'RemedyDeclined' });
    given(history([...offered, decline()]))
      .when(decline())
      .thenNothing();
    given(history([...offered, decline(), propose(100, 'lin', 'p-2')]))
      .when(decline('p-2'))
      .then({ type: 'RemedyDeclined' }, { type: 'EscalationRaised', trigger: 'declined', clause: 'S1.10' });
  });
});

describe('CarryOutRemedy', () => {
  const accepted = [...taken(), propose(150), accept];

  test('needs proof, tells the outcome and dates the follow-up [S0.16, S0.11]', () => {
    given(history(accepted)).when(carryOut('lin', ' ')).thenRefused('facts-missing', { field: 'proof' });
    given(history(accepted))
      .when(carryOut())
      .then(
        { type: 'RemedyCarriedOut', proof: '退款流水 20261123-7' },
        { type: 'ComplaintResolved', followUpAt: days(5) },
      );
    expect(fileOf([...accepted, carryOut()])).toMatchObject({
      stage: 'resolved',
      timeline: { carriedOutAt: days(2), resolvedAt: days(2), followUpDueAt: days(5) },
      followUp: { dueAt: days(5) },
    });
  });

  test('happens once, after the yes, by the holder [AP-7]', () => {
    given(history([...accepted, carryOut()]))
      .when(carryOut())
      .thenNothing();
    given(history([...taken(), propose(150)]))
      .when(carryOut())
      .thenRefused('stale');
    given(history(accepted)).when(carryOut('chen')).thenRefused('not-holder', { handler: 'lin' });
  });
});

describe('a promise for the same day', () => {
  test('is kept by the end of that day, not by the moment of the yes [AP-7]', () => {
    expect(promisedBy('2026-11-21T04:00:00.000Z', 0, 'Asia/Shanghai')).toBe('2026-11-21T15:59:59.999Z');
    expect(promisedBy('2026-11-21T04:00:00.000Z', 1, 'Asia/Shanghai')).toBe('2026-11-22T04:00:00.000Z');
  });
});
