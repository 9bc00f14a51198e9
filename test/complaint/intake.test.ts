import { describe, expect, test } from 'vitest';
import type { AddStatement, CompleteIntake } from '../../src/complaint/commands.ts';
import { noFacts } from '../../src/policy/facts.ts';
import {
  complainant,
  facts,
  fileOf,
  given,
  history,
  hours,
  minutes,
  receive,
  receivedAt,
  receivedAtLevel,
  staff,
  statement,
  stranger,
  system,
} from '../support/given.ts';

const more = (said: Partial<AddStatement> = {}): AddStatement => ({
  type: 'AddStatement',
  at: hours(1),
  by: complainant,
  statement: statement('m-2', '我会找记者曝光。'),
  facts: { ...noFacts, media: true },
  evidence: { media: '找记者曝光' },
  details: {},
  ...said,
});

describe('ReceiveComplaint', () => {
  test('enters, grades and acknowledges a complaint told to the end [IN-10]', () => {
    given([])
      .when(receive())
      .then(
        { type: 'ComplaintReceived', number: 'R-2026-000001', receivedAt, pack: 'general@1' },
        { type: 'ComplaintAssessed', by: system },
        { type: 'ComplaintAcknowledged', at: minutes(3), by: system },
      );
    expect(fileOf([receive()])).toMatchObject({ stage: 'received', severity: 4, version: 3 });
  });

  test('does not acknowledge what is filed incomplete, and starts its clocks all the same [IN-10]', () => {
    given([])
      .when(receive({ intake: 'incomplete' }))
      .then({ type: 'ComplaintReceived' }, { type: 'ComplaintAssessed' });
    expect(fileOf([receive({ intake: 'incomplete' })]).timeline).toMatchObject({
      receivedAt,
      acknowledgedAt: null,
    });
  });

  test.each([1, 2] as const)(
    'calls a manager at level %s, with the clause of the grade [ES-1, S1.10]',
    (level) => {
      const [, assessed] = given([])
        .when(receivedAtLevel(level))
        .then(
          { type: 'ComplaintReceived' },
          { type: 'ComplaintAssessed' },
          { type: 'ComplaintAcknowledged' },
          { type: 'EscalationRaised', trigger: 'level', step: 0, role: 'head', clause: 'S1.10' },
        );
      expect(assessed).toMatchObject({ assessment: { severity: level, urgency: 'very_urgent' } });
      expect(fileOf([receivedAtLevel(level)]).assessment.reasons[0]).toMatchObject({ clause: 'S4.b art.3' });
    },
  );

  test('keeps a request for a person at level 4 until there is something to grade [IN-10]', () => {
    const enquiry = receive({ nature: 'enquiry', intake: 'incomplete', facts: facts({ legal: true }) });
    given([]).when(enquiry).then({ type: 'ComplaintReceived' }, { type: 'ComplaintAssessed' });
    expect(fileOf([enquiry])).toMatchObject({ severity: 4, personRequested: true, escalation: null });
  });

  test('takes a form without a contact from staff [IN-12]', () => {
    const form = receive({ source: 'form', contact: null, by: staff('lin') });
    given([])
      .when(form)
      .then({ type: 'ComplaintReceived' }, { type: 'ComplaintAssessed' }, { type: 'ComplaintAcknowledged' });
  });

  test('refuses a form from somebody we do not know, and a complaint in another name [AD-5]', () => {
    given([])
      .when(receive({ source: 'form', by: staff('nobody') }))
      .thenRefused('unknown-person');
    given([])
      .when(receive({ source: 'form', by: staff('qian') }))
      .thenRefused('not-authorised');
    given([])
      .when(receive({ by: stranger }))
      .thenRefused('not-authorised');
  });

  test('is received once', () => {
    given(history([receive()]))
      .when(receive())
      .thenNothing();
  });

  test('comes before everything else', () => {
    given([]).when(more()).thenRefused('unknown-complaint');
    given([])
      .when({ type: 'AskFollowUp', at: hours(1), by: system, attempt: 1 })
      .thenNothing();
  });
});

describe('AddStatement', () => {
  test('raises the floor and calls a manager when new words reach level 2 [TR-2, S4.b art.3]', () => {
    given(history([receive()]))
      .when(more())
      .then(
        { type: 'StatementAdded' },
        { type: 'ComplaintAssessed' },
        { type: 'EscalationRaised', trigger: 'level:media', step: 0 },
      );
    expect(fileOf([receive(), more()])).toMatchObject({ severity: 2, facts: { media: true } });
  });

  test('keeps a new reason at a level already called for, without a second call [TR-2]', () => {
    given(history([receivedAtLevel(2)]))
      .when(more({ facts: { ...noFacts, legal: true }, evidence: { legal: '起诉' } }))
      .then({ type: 'StatementAdded' }, { type: 'ComplaintAssessed' });
  });

  test('never lowers: later calm words take nothing back [DI-7]', () => {
    const calm = more({ statement: statement('m-2', '算了。'), facts: noFacts, evidence: {} });
    given(history([receivedAtLevel(2)]))
      .when(calm)
      .then({ type: 'StatementAdded' });
    const file = fileOf([receivedAtLevel(2), calm]);
    expect(file).toMatchObject({ severity: 2, facts: { media: true }, evidence: { media: '找记者曝光' } });
  });

  test('leaves a grade a person lowered until a new fact appears [TR-7]', () => {
    const lowered = history([
      receivedAtLevel(2),
      { type: 'Regrade', at: hours(1), by: staff('lin'), severity: 4, reason: '媒体只是口头禅' },
      { type: 'ApproveRegrade', at: hours(1), by: staff('hu') },
    ]);
    given(lowered).when(more()).then({ type: 'StatementAdded' });
    given(lowered)
      .when(more({ facts: { ...noFacts, legal: true }, evidence: { legal: '起诉' } }))
      .then({ type: 'StatementAdded' }, { type: 'ComplaintAssessed' }, { type: 'EscalationRaised' });
  });

  test('keeps the same statement once [IN-6]', () => {
    given(history([receive()]))
      .when(more({ statement: statement('m-1') }))
      .thenNothing();
    given(history([receive(), more()]))
      .when(more())
      .thenNothing();
  });

  test('keeps the words on a file that is shut, without opening or grading it', () => {
    const shut = history([
      receive(),
      { type: 'WithdrawComplaint', at: hours(1), by: complainant, reason: '' },
    ]);
    given(shut).when(more()).then({ type: 'StatementAdded' });
    given(shut)
      .when(more())
      .thenFile((file) => expect(file.stage).toBe('withdrawn'));
  });

  test('refuses words of another complainant [DI-7]', () => {
    given(history([receive()]))
      .when(more({ by: stranger }))
      .thenRefused('not-authorised');
  });

  test('lets later details in and keeps what happened as it was told first', () => {
    const told = more({ details: { phone: '13800001111', narrative: '还有一次' } });
    expect(fileOf([receive(), told]).details).toEqual({
      narrative: '洗衣机漏水，修了两次还是漏。',
      subject: '洗衣机',
      phone: '13800001111',
    });
  });
});

describe('CompleteIntake', () => {
  const complete: CompleteIntake = {
    type: 'CompleteIntake',
    at: hours(1),
    by: complainant,
    summary: '洗衣机漏水三周，要求更换。',
    details: { narrative: '洗衣机漏水三周。', wanted: '更换' },
    facts: facts({ wants: ['exchange'] }),
    evidence: {},
    complainant: { id: 'C-1', kind: 'consumer', name: '王芳', phone: '13800001111' },
  };

  test('acknowledges a complaint that was filed incomplete [IN-9, IN-10]', () => {
    const begun = history([receive({ intake: 'incomplete' })]);
    given(begun)
      .when(complete)
      .then({ type: 'IntakeCompleted' }, { type: 'ComplaintAcknowledged', at: hours(1) });
    given(begun)
      .when(complete)
      .thenFile((file) => {
        expect(file).toMatchObject({ intake: 'complete', summary: complete.summary });
        expect(file.facts.wants).toEqual(['fix', 'exchange']);
        expect(file.complainant.phone).toBe('13800001111');
      });
  });

  test('grades again with what was confirmed [TR-2]', () => {
    given(history([receive({ intake: 'incomplete' })]))
      .when({ ...complete, facts: facts({ legal: true }), evidence: { legal: '去法院' } })
      .then(
        { type: 'IntakeCompleted' },
        { type: 'ComplaintAssessed' },
        { type: 'EscalationRaised' },
        { type: 'ComplaintAcknowledged' },
      );
  });

  test('is quiet on a complaint that is complete', () => {
    given(history([receive()]))
      .when(complete)
      .thenNothing();
  });
});

describe('AmendStatement', () => {
  const amend = (text: string | null) =>
    ({ type: 'AmendStatement', at: hours(1), by: complainant, statementId: 'm-1', text }) as const;

  test('keeps the former words of an edit and of a deletion [IN-8]', () => {
    const edited = fileOf([receive(), amend('洗衣机漏水，修了三次。'), amend(null)]);
    expect(edited.statements[0]).toMatchObject({
      deleted: true,
      text: '',
      former: ['洗衣机漏水，修了两次还是漏。', '洗衣机漏水，修了三次。'],
    });
  });

  test('is quiet about the same words, a second deletion, and messages that are not in the file', () => {
    given(history([receive()]))
      .when(amend('洗衣机漏水，修了两次还是漏。'))
      .thenNothing();
    given(history([receive(), amend(null)]))
      .when(amend(null))
      .thenNothing();
    given(history([receive()]))
      .when({ ...amend('x'), statementId: 'm-9' })
      .thenNothing();
  });
});
