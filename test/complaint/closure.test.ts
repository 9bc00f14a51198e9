import { describe, expect, test } from 'vitest';
import type { Command, DeclineComplaint } from '../../src/complaint/commands.ts';
import type { Severity } from '../../src/terms.ts';
import {
  complainant,
  days,
  fileOf,
  given,
  history,
  hours,
  minutes,
  receive,
  receivedAtLevel,
  staff,
  stranger,
  system,
} from '../support/given.ts';

const take: Command = { type: 'TakeComplaint', at: hours(1), by: staff('lin') };
const finding: Command = {
  type: 'RecordFinding',
  at: hours(2),
  by: staff('lin'),
  outcome: 'upheld',
  valid: true,
  department: 'quality',
  cause: 'seal',
  text: '门封老化。',
};
const resolve = (by = 'lin', text = '已上门更换门封。'): Command => ({
  type: 'ResolveComplaint',
  at: days(1),
  by: staff(by),
  text,
});
const refund: Command = {
  type: 'ProposeRemedy',
  at: hours(3),
  by: staff('lin'),
  remedyId: 'p-1',
  kind: 'refund',
  money: { amountMinor: 10_000, currency: 'CNY' },
  text: '退还 100 元。',
  withinDays: 3,
};
const accept: Command = {
  type: 'AcceptRemedy',
  at: hours(4),
  by: complainant,
  remedyId: 'p-1',
  evidence: '接受',
};
const withdrawn: Command = { type: 'WithdrawComplaint', at: hours(3), by: complainant, reason: '算了' };
const decline = (ground: DeclineComplaint['ground'], by = 'lin', text = '不是我们的产品。'): Command => ({
  type: 'DeclineComplaint',
  at: hours(2),
  by: staff(by),
  ground,
  text,
});
const taken = (level: Severity = 4): readonly Command[] => [receivedAtLevel(level), take];

describe('ResolveComplaint', () => {
  test('tells the outcome and dates the follow-up, once [S1.3, S1.2]', () => {
    given(history(taken()))
      .when(resolve())
      .then({ type: 'ComplaintResolved', text: '已上门更换门封。', followUpAt: days(4) });
    given(history([...taken(), resolve()]))
      .when(resolve())
      .thenNothing();
  });

  test('needs a finding at levels 1 to 3 [TR-8]', () => {
    given(history(taken(3)))
      .when(resolve())
      .thenRefused('finding-first');
    given(history([...taken(3), finding]))
      .when(resolve())
      .then({ type: 'ComplaintResolved' });
  });

  test('is the holder’s or a head’s, with words', () => {
    given(history(taken())).when(resolve('chen')).thenRefused('not-holder', { handler: 'lin' });
    given(history(taken())).when(resolve('hu')).then({ type: 'ComplaintResolved' });
    given(history(taken())).when(resolve('lin', '')).thenRefused('facts-missing', { field: 'text' });
  });

  test('waits for a remedy that was promised, not for an offer nobody answers [AP-7]', () => {
    given(history([...taken(), refund, accept]))
      .when(resolve())
      .thenRefused('remedy-first', { remedyId: 'p-1' });
    given(history([...taken(), refund]))
      .when(resolve())
      .then({ type: 'ComplaintResolved' });
    const large: Command = { ...refund, money: { amountMinor: 500_000, currency: 'CNY' } };
    given(history([...taken(), large]))
      .when(resolve())
      .thenRefused('remedy-first', { remedyId: 'p-1' });
  });

  test('lets a late yes bring the promise back before the follow-up [S0.16]', () => {
    const late = { ...accept, at: days(2) };
    given(history([...taken(), refund, resolve()]))
      .when(late)
      .then({ type: 'RemedyAccepted' });
    const asked: Command = { type: 'AskFollowUp', at: days(2), by: system, attempt: 1 };
    expect(fileOf([...taken(), refund, resolve(), asked, late])).toMatchObject({
      stage: 'remedy_accepted',
      followUp: { dueAt: null, attempts: [] },
      timeline: { resolvedAt: null, followUpDueAt: null },
    });
  });

  test('keeps asking the manager who never saw a level 2 complaint [ES-1]', () => {
    const unseen = [...taken(2), finding, resolve()];
    expect(fileOf(unseen).escalation).toMatchObject({ trigger: 'level', acknowledgedBy: null });
    const seen: Command = { type: 'AcknowledgeEscalation', at: minutes(90), by: staff('hu') };
    expect(fileOf([...taken(2), seen, finding, resolve()]).escalation).toBeNull();
  });
});

describe('DeclineComplaint', () => {
  test('leaves “not ours” to the handler and the grounds of S1.14 to a head [S1.14]', () => {
    given(history(taken())).when(decline('not_ours')).then({ type: 'ComplaintDeclined', ground: 'not_ours' });
    given(history(taken())).when(decline('settled')).thenRefused('not-authorised', { role: 'head' });
    given(history(taken())).when(decline('settled', 'hu')).then({ type: 'ComplaintDeclined' });
    given(history(taken())).when(decline('not_ours', 'chen')).thenRefused('not-holder');
    given(history([receive()]))
      .when(decline('not_ours', 'chen'))
      .then({ type: 'ComplaintDeclined' });
  });

  test('leaves levels 1 and 2 to a head, whatever the ground [S1.14]', () => {
    given(history(taken(2)))
      .when(decline('not_ours'))
      .thenRefused('not-authorised', { role: 'head' });
    given(history(taken(2)))
      .when(decline('not_ours', 'hu'))
      .then({ type: 'ComplaintDeclined' });
  });

  test('gives a reason, keeps promises, and happens once [S1.7, S0.16]', () => {
    given(history(taken()))
      .when(decline('not_ours', 'lin', ''))
      .thenRefused('needs-reason');
    given(history([...taken(), refund, accept]))
      .when(decline('not_ours'))
      .thenRefused('remedy-first');
    given(history([...taken(), decline('not_ours')]))
      .when(decline('not_ours'))
      .thenNothing();
    given(history([...taken(), resolve()]))
      .when(decline('not_ours'))
      .thenRefused('already-resolved');
  });
});

describe('WithdrawComplaint', () => {
  const withdraw: Command = { type: 'WithdrawComplaint', at: hours(2), by: complainant, reason: '已经修好' };

  test('ends it at the complainant’s wish, once', () => {
    given(history(taken())).when(withdraw).then({ type: 'ComplaintWithdrawn', reason: '已经修好' });
    given(history([...taken(), withdraw]))
      .when(withdraw)
      .thenNothing();
    expect(fileOf([...taken(), withdraw])).toMatchObject({
      stage: 'withdrawn',
      timeline: { closedAt: hours(2) },
    });
  });

  test('is nobody else’s to say', () => {
    given(history(taken()))
      .when({ ...withdraw, by: staff('lin') })
      .thenRefused('not-authorised');
    given(history(taken()))
      .when({ ...withdraw, by: stranger })
      .thenRefused('not-authorised');
  });

  test('stays with us at level 1 and in danger, and asks the complainant for nothing more [S1.10]', () => {
    const kept = [...taken(1), withdrawn];
    given(history(taken(1)))
      .when(withdrawn)
      .then({ type: 'WithdrawalKept', reason: '算了', clause: 'S1.10' });
    given(history(kept)).when(withdrawn).thenNothing();
    expect(fileOf(kept)).toMatchObject({ stage: 'taken', withdrawn: { reason: '算了' }, drafts: [] });
    given(history([...kept, finding]))
      .when({ ...resolve(), at: hours(4) })
      .thenRefused('complainant-withdrew');
    const end = (by: string, reason = '现场已排查，无人受伤'): Command => ({
      type: 'EndWithdrawn',
      at: hours(5),
      by: staff(by),
      reason,
    });
    given(history(kept)).when(end('lin')).thenRefused('not-authorised');
    given(history(kept)).when(end('hu', ' ')).thenRefused('needs-reason');
    given(history(kept))
      .when(end('hu'))
      .then({ type: 'ComplaintWithdrawn', by: staff('hu') });
    given(history(taken())).when(end('hu')).thenRefused('stale');
  });

  test('sends nothing more of what was under way, and pays what was agreed [S1.10, S0.16]', () => {
    const proposed: Command = {
      type: 'ProposeRemedy',
      at: hours(2),
      by: staff('lin'),
      remedyId: 'p-1',
      kind: 'refund',
      money: { amountMinor: 600000, currency: 'CNY' },
      text: '退款',
      withinDays: 3,
    };
    const approve: Command = { type: 'ApproveRemedy', at: hours(2), by: staff('wu'), remedyId: 'p-1' };
    const waiting = history([...taken(1), proposed, withdrawn]);
    const silent = (command: Command) => given(waiting).when(command).thenRefused('complainant-withdrew');
    silent({ ...approve, at: hours(4) });
    silent({ ...proposed, at: hours(4), remedyId: 'p-2' });
    silent({ type: 'TakeTalk', at: hours(4), by: staff('lin') });
    silent({ type: 'DeclineComplaint', at: hours(4), by: staff('hu'), ground: 'not_ours', text: '非本公司' });
    silent({ type: 'DraftLetter', at: hours(4), by: staff('lin'), letterId: 'l-1', text: '复函' });
    given(
      waiting.concat(
        history([receive(), { type: 'RequestPerson', at: hours(4), by: complainant }]).slice(-1),
      ),
    )
      .when({ type: 'TakeTalk', at: hours(5), by: staff('lin') })
      .then({ type: 'TalkTaken' });
    const again: Command = { type: 'ReopenComplaint', at: hours(30), by: complainant, reason: '还是要办' };
    const reopened = [...waiting, ...given(waiting).when(again).then({ type: 'ComplaintReopened' })];
    const silence = { type: 'PassApproval', by: system, remedyId: 'p-1', signed: 0 } as const;
    given(reopened)
      .when({ ...silence, at: hours(33) })
      .thenNothing();
    given(reopened)
      .when({ ...silence, at: hours(34) })
      .then({ type: 'ApprovalPassed' });
    const agreed: Command = {
      type: 'AcceptRemedy',
      at: hours(2),
      by: complainant,
      remedyId: 'p-1',
      evidence: '同意',
    };
    const carriedOut: Command = {
      type: 'CarryOutRemedy',
      at: hours(4),
      by: staff('lin'),
      remedyId: 'p-1',
      proof: '流水 7',
    };
    const end: Command = { type: 'EndWithdrawn', at: hours(5), by: staff('hu'), reason: '已排查' };
    const owed = history([...taken(1), proposed, approve, agreed, withdrawn]);
    given(owed).when(end).thenRefused('remedy-first');
    const paid = given(owed).when(carriedOut).then({ type: 'RemedyCarriedOut' });
    given([...owed, ...paid])
      .when(end)
      .then({ type: 'ComplaintWithdrawn' });
  });

  test('leaves the call to a manager open at levels 1 and 2: the danger outlives the complaint [S1.10]', () => {
    const gone = [receivedAtLevel(1), withdraw];
    expect(fileOf(gone).escalation).toMatchObject({ trigger: 'level' });
    const seen: Command = { type: 'AcknowledgeEscalation', at: hours(3), by: staff('hu') };
    given(history(gone)).when(seen).then({ type: 'EscalationAcknowledged' });
    given(history(gone))
      .when({ type: 'AdvanceEscalation', at: hours(3), by: system, step: 0 })
      .then({ type: 'EscalationRaised', step: 1 });
    given(history([receive(), withdraw]))
      .when(seen)
      .thenRefused('already-closed', { stage: 'withdrawn' });
  });
});

describe('MergeComplaint', () => {
  const merge = (into: string): Command => ({ type: 'MergeComplaint', at: hours(2), by: staff('lin'), into });

  test('shuts the file in favour of another, not of itself [TR-3]', () => {
    given(history(taken()))
      .when(merge('R-2026-000009'))
      .then({ type: 'ComplaintMerged', into: 'R-2026-000009' });
    given(history(taken())).when(merge('R-2026-000001')).thenRefused('same-file');
    given(history([...taken(), merge('R-2026-000009')]))
      .when(merge('R-2026-000009'))
      .thenNothing();
    given(history([...taken(), refund, accept]))
      .when(merge('R-2026-000009'))
      .thenRefused('remedy-first');
    expect(fileOf([...taken(), merge('R-2026-000009')])).toMatchObject({ mergedInto: 'R-2026-000009' });
  });

  test('is the holder’s, a head’s at levels 1 and 2, and no way round the follow-up [S0.1, TR-7, S1.2]', () => {
    const by = (id: string): Command => ({ ...merge('R-2026-000009'), at: hours(5), by: staff(id) });
    given(history(taken())).when(by('chen')).thenRefused('not-holder');
    given(history(taken(2)))
      .when(by('lin'))
      .thenRefused('not-authorised', { role: 'head' });
    given(history(taken(2)))
      .when(by('hu'))
      .then({ type: 'ComplaintMerged' });
    given(history([...taken(), { ...resolve(), at: hours(4) }]))
      .when(by('lin'))
      .thenRefused('already-resolved');
  });
});

describe('ReopenComplaint', () => {
  const reopen = (reason = '又漏水了', by = complainant): Command => ({
    type: 'ReopenComplaint',
    at: days(2),
    by,
    reason,
  });
  const declined: Command = {
    type: 'DeclineComplaint',
    at: hours(2),
    by: staff('lin'),
    ground: 'not_ours',
    text: '不是我们的产品。',
  };

  test('begins a new round with the same holder; history stays [CL-6]', () => {
    given(history([...taken(), resolve()]))
      .when(reopen())
      .then({ type: 'ComplaintReopened' });
    given(history([...taken(), declined]))
      .when(reopen())
      .then({ type: 'ComplaintReopened' });
    expect(fileOf([...taken(), finding, resolve(), reopen()])).toMatchObject({
      stage: 'taken',
      handler: 'lin',
      reopenings: 1,
      finding: { cause: 'seal' },
      facts: { reopenings: 1 },
      followUp: { dueAt: null, attempts: [], unreachable: false },
      timeline: { resolvedAt: null, closedAt: null, reopenedAt: [days(2)], resolutionsAt: [days(1)] },
    });
  });

  test('is quiet on an open file, and refused on one merged', () => {
    given(history(taken())).when(reopen()).thenNothing();
    const merged: Command = { type: 'MergeComplaint', at: hours(2), by: staff('lin'), into: 'R-2026-000009' };
    given(history([...taken(), merged]))
      .when(reopen())
      .thenRefused('already-closed', { stage: 'merged' });
  });

  test('brings a withdrawn file back at the complainant’s wish, never at ours', () => {
    const file = history([receive(), withdrawn]);
    given(file)
      .when(reopen('改主意了', staff('hu')))
      .thenRefused('already-closed', { stage: 'withdrawn' });
    given(file)
      .when(reopen('改主意了'))
      .thenFile(({ stage, timeline }) => {
        expect(stage).toBe('received');
        expect(timeline).toMatchObject({ closedAt: null, reopenedAt: [days(2)] });
      });
  });

  test('leaves a final answer standing, unless something is new or somebody higher has not looked yet [S1.14]', () => {
    const declined: Command = { ...decline('settled', 'hu'), at: days(1) };
    const file = history([receive(), declined]);
    const because = (why: 'new_facts' | 'review'): Command => ({
      type: 'ReopenComplaint',
      at: days(2),
      by: complainant,
      reason: '不服',
      because: why,
    });
    given(file).when(reopen('不服')).thenRefused('final-stands');
    given(file).when(because('new_facts')).then({ type: 'ComplaintReopened', because: 'new_facts' });
    given(file).when(because('review')).then({ type: 'ComplaintReopened', because: 'review' });
    const again = [receive(), declined, because('review'), { ...declined, at: days(3) }];
    given(history(again)).when(because('review')).thenRefused('final-stands');
    given(history(again))
      .when(because('new_facts'))
      .thenFile(({ stage }) => expect(stage).toBe('received'));
    given(history([receive(), { ...decline('not_ours', 'hu'), at: days(1) }]))
      .when(reopen('就是你们的'))
      .then({ type: 'ComplaintReopened' });
  });

  test('takes a reason from staff', () => {
    given(history([...taken(), resolve()]))
      .when(reopen(' ', staff('lin')))
      .thenRefused('needs-reason');
    given(history([...taken(), resolve()]))
      .when(reopen('回访未通过', staff('lin')))
      .then({ type: 'ComplaintReopened' });
  });

  test('goes up the second time [ES-3]', () => {
    given(history([...taken(), resolve(), reopen(), resolve()]))
      .when(reopen())
      .then(
        { type: 'ComplaintReopened' },
        { type: 'EscalationRaised', trigger: 'reopened', clause: 'S1.10' },
      );
  });

  test('grades what was added while the file was shut [TR-2]', () => {
    const added: Command = {
      type: 'AddStatement',
      at: days(1),
      by: complainant,
      statement: { id: 'm-2', text: '我要起诉', at: days(1), files: [] },
      facts: { ...fileOf([receive()]).facts, legal: true },
      evidence: { legal: '起诉' },
      details: {},
    };
    given(history([...taken(), declined, added]))
      .when(reopen())
      .then(
        { type: 'ComplaintReopened' },
        { type: 'ComplaintAssessed' },
        { type: 'EscalationRaised', trigger: 'level:legal' },
      );
  });
});

describe('a file that is shut', () => {
  const shut = history([receive(), { type: 'WithdrawComplaint', at: hours(2), by: complainant, reason: '' }]);

  test('refuses people and is quiet to follow-ups', () => {
    given(shut).when(take).thenRefused('already-closed', { stage: 'withdrawn' });
    given(shut)
      .when({ type: 'RequestHigher', at: hours(3), by: complainant })
      .thenRefused('already-closed');
    given(shut)
      .when({ type: 'AskFollowUp', at: hours(3), by: system, attempt: 1 })
      .thenNothing();
    given(shut)
      .when({ type: 'NoteReachability', at: hours(3), by: system, reachable: false })
      .thenNothing();
  });
});
