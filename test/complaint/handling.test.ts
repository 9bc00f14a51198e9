import { describe, expect, test } from 'vitest';
import type { Command, OfferHandOver, RecordFinding } from '../../src/complaint/commands.ts';
import { complainant, fileOf, given, history, hours, receive, staff, system } from '../support/given.ts';

const take = (id: string): Command => ({ type: 'TakeComplaint', at: hours(1), by: staff(id) });
const offer = (to: string, by = 'lin'): OfferHandOver => ({
  type: 'OfferHandOver',
  at: hours(2),
  by: staff(by),
  to,
  reason: '陈宇负责洗衣机',
});
const accept = (id: string): Command => ({ type: 'AcceptHandOver', at: hours(3), by: staff(id) });
const refuse = (id: string, reason = '不是我的产品'): Command => ({
  type: 'RefuseHandOver',
  at: hours(3),
  by: staff(id),
  reason,
});
const taken = [receive(), take('lin')];

describe('TakeComplaint', () => {
  test('makes the taker its handler [S0.1]', () => {
    given(history([receive()]))
      .when(take('lin'))
      .then({ type: 'ComplaintTaken', handler: 'lin' });
    expect(fileOf(taken)).toMatchObject({ handler: 'lin', stage: 'taken', timeline: { takenAt: hours(1) } });
  });

  test('says who has it when another presses, and is quiet when the holder does [S0.1]', () => {
    given(history(taken)).when(take('chen')).thenRefused('already-taken', { handler: 'lin' });
    given(history(taken)).when(take('lin')).thenNothing();
  });

  test.each(['hu', 'zhao', 'sun'])(
    'lets %s take it: heads and above, and the independent person [ST-6]',
    (id) => {
      given(history([receive()]))
        .when(take(id))
        .then({ type: 'ComplaintTaken', handler: id });
    },
  );

  test('refuses those who do not handle complaints, and those we do not know [AD-5]', () => {
    given(history([receive()]))
      .when(take('qian'))
      .thenRefused('not-authorised', { role: 'handler' });
    given(history([receive()]))
      .when(take('owen'))
      .thenRefused('not-authorised');
    given(history([receive()]))
      .when(take('nobody'))
      .thenRefused('unknown-person');
    given(history([receive()]))
      .when({ type: 'TakeComplaint', at: hours(1), by: complainant })
      .thenRefused('not-authorised');
  });

  test('refuses a person named in the complaint, also a general manager [S1.13]', () => {
    given(history([receive()]), { recusals: ['lin', 'zhao'] })
      .when(take('lin'))
      .thenRefused('recused');
    given(history([receive()]), { recusals: ['lin', 'zhao'] })
      .when(take('zhao'))
      .thenRefused('recused');
  });

  test('passes from a holder who was named in it later [S1.13]', () => {
    given(history(taken), { recusals: ['lin'] })
      .when(take('chen'))
      .then({ type: 'ComplaintTaken', handler: 'chen' });
  });
});

describe('hand-over', () => {
  test('changes the handler only when the other accepts [S0.1, ST-5]', () => {
    given(history(taken)).when(offer('chen')).then({ type: 'HandOverOffered', from: 'lin', to: 'chen' });
    given(history([...taken, offer('chen')]))
      .when(offer('chen'))
      .thenNothing();
    expect(fileOf([...taken, offer('chen')]).handler).toBe('lin');
    given(history([...taken, offer('chen')]))
      .when(accept('chen'))
      .then({ type: 'HandOverAccepted', handler: 'chen' });
    expect(fileOf([...taken, offer('chen'), accept('chen')])).toMatchObject({
      handler: 'chen',
      handOver: null,
    });
    given(history([...taken, offer('chen'), accept('chen')]))
      .when(accept('chen'))
      .thenNothing();
  });

  test('is offered by the holder or a head, not by anyone else [S0.1]', () => {
    given(history(taken)).when(offer('lin', 'chen')).thenRefused('not-holder', { handler: 'lin' });
    given(history(taken)).when(offer('chen', 'hu')).then({ type: 'HandOverOffered', from: 'lin' });
    given(history([receive()]))
      .when(offer('chen', 'hu'))
      .then({ type: 'HandOverOffered', from: 'hu' });
  });

  test('goes to somebody who can handle it [S0.1, S1.13]', () => {
    given(history(taken)).when(offer('lin')).thenRefused('self-hand-over');
    given(history(taken)).when(offer('nobody')).thenRefused('unknown-person');
    given(history(taken)).when(offer('qian')).thenRefused('not-authorised', { person: 'qian' });
    given(history(taken), { recusals: ['chen'] })
      .when(offer('chen'))
      .thenRefused('recused', { person: 'chen' });
  });

  test('waits until the matter is understood, and says why [S0.1]', () => {
    const blank = [receive({ intake: 'incomplete', details: {} }), take('lin')];
    given(history(blank)).when(offer('chen')).thenRefused('not-understood-yet');
    given(history(taken))
      .when({ ...offer('chen'), reason: ' ' })
      .thenRefused('needs-reason');
  });

  test('is answered by the one it was offered to [S0.1]', () => {
    given(history([...taken, offer('chen')]))
      .when(accept('hu'))
      .thenRefused('not-authorised');
    given(history([...taken, offer('chen')]))
      .when(refuse('hu'))
      .thenRefused('not-authorised');
    given(history([...taken, offer('chen')]))
      .when(refuse('chen', ''))
      .thenRefused('needs-reason');
    given(history(taken)).when(accept('chen')).thenRefused('stale');
    given(history(taken)).when(refuse('chen')).thenRefused('stale');
  });

  test('goes up when it is refused twice [S1.10]', () => {
    given(history([...taken, offer('chen')]))
      .when(refuse('chen'))
      .then({ type: 'HandOverRefused' });
    given(history([...taken, offer('chen'), refuse('chen'), offer('hu')]))
      .when(refuse('hu'))
      .then({ type: 'HandOverRefused' }, { type: 'EscalationRaised', trigger: 'stalled', clause: 'S1.10' });
    expect(fileOf([...taken, offer('chen'), refuse('chen'), offer('hu'), refuse('hu')]).handler).toBe('lin');
  });

  test('counts refusals anew after somebody accepted', () => {
    const moved = [
      ...taken,
      offer('chen'),
      refuse('chen'),
      offer('chen'),
      accept('chen'),
      offer('hu', 'chen'),
    ];
    given(history(moved)).when(refuse('hu')).then({ type: 'HandOverRefused' });
  });
});

describe('talk', () => {
  const takeTalk = (id: string): Command => ({ type: 'TakeTalk', at: hours(1), by: staff(id) });
  const returnTalk = (id: string): Command => ({ type: 'ReturnTalk', at: hours(2), by: staff(id) });
  const ask: Command = { type: 'RequestPerson', at: hours(1), by: complainant };

  test('a person asked for is called once [DI-3]', () => {
    given(history([receive()]))
      .when(ask)
      .then({ type: 'PersonRequested' });
    given(history([receive(), ask]))
      .when(ask)
      .thenNothing();
    given(history([receive(), takeTalk('lin')]))
      .when(ask)
      .thenNothing();
  });

  test('one person holds it and gives it back [DI-3]', () => {
    given(history([receive(), ask]))
      .when(takeTalk('lin'))
      .then({ type: 'TalkTaken', by: staff('lin') });
    const held = [receive(), ask, takeTalk('lin')];
    expect(fileOf(held)).toMatchObject({ talkHeldBy: 'lin', personRequested: false });
    given(history(held)).when(takeTalk('lin')).thenNothing();
    given(history(held)).when(takeTalk('chen')).thenRefused('already-taken', { handler: 'lin' });
    given(history(held)).when(returnTalk('chen')).thenRefused('not-holder', { handler: 'lin' });
    given(history(held)).when(returnTalk('lin')).then({ type: 'TalkReturned' });
    given(history(held)).when(returnTalk('hu')).then({ type: 'TalkReturned' });
    given(history([...held, returnTalk('lin')]))
      .when(returnTalk('lin'))
      .thenNothing();
  });

  test('there is none to take on a form without a contact [IN-12]', () => {
    const form = receive({ source: 'form', contact: null, by: staff('lin') });
    given(history([form]))
      .when(takeTalk('lin'))
      .thenRefused('no-contact');
  });
});

describe('RecordFinding', () => {
  const finding: RecordFinding = {
    type: 'RecordFinding',
    at: hours(5),
    by: staff('lin'),
    outcome: 'upheld',
    valid: true,
    department: 'quality',
    cause: 'seal',
    text: '门封老化，第二次维修未更换。',
  };

  test('records what was found, by the holder or a head [TR-8, S4.b art.5]', () => {
    given(history(taken)).when(finding).then({ type: 'FindingRecorded', valid: true, department: 'quality' });
    expect(fileOf([...taken, finding])).toMatchObject({ stage: 'investigated', finding: { cause: 'seal' } });
    given(history(taken))
      .when({ ...finding, by: staff('hu') })
      .then({ type: 'FindingRecorded' });
    given(history(taken))
      .when({ ...finding, by: staff('chen') })
      .thenRefused('not-holder', { handler: 'lin' });
    given(history([receive()]))
      .when(finding)
      .thenRefused('not-holder');
  });

  test('needs words and a department, and is quiet when nothing changed [S4.b art.5]', () => {
    given(history(taken))
      .when({ ...finding, text: '' })
      .thenRefused('facts-missing', { field: 'text' });
    given(history(taken))
      .when({ ...finding, department: ' ' })
      .thenRefused('facts-missing');
    given(history([...taken, finding]))
      .when(finding)
      .thenNothing();
    given(history([...taken, finding]))
      .when({ ...finding, valid: false })
      .then({ type: 'FindingRecorded' });
  });

  test('is not the system’s to record', () => {
    given(history(taken))
      .when({ ...finding, by: system })
      .thenNothing();
  });
});
