import { describe, expect, test } from 'vitest';
import type { RecuseStaff } from '../../src/complaint/further-commands.ts';
import {
  facts,
  fileOf,
  given,
  history,
  hours,
  receive,
  receivedAtLevel,
  staff,
  statement,
} from '../support/given.ts';

const named = (text: string) => receive({ statements: [statement('m-1', text)], summary: text });
const take = (id: string) => ({ type: 'TakeComplaint', at: hours(1), by: staff(id) }) as const;
const recuse = (person: string, reason = '投诉人来电点名'): RecuseStaff => ({
  type: 'RecuseStaff',
  at: hours(2),
  by: staff('lin'),
  person,
  reason,
});

describe('who keeps out of a complaint', () => {
  test('somebody named keeps out at once, before anybody is called [S1.13]', () => {
    given([])
      .when(named('你们的陈宇态度恶劣，还骂人。'))
      .then(
        { type: 'ComplaintReceived' },
        { type: 'ComplaintAssessed' },
        { type: 'PersonRecused', person: 'chen', words: '陈宇', how: 'named' },
        { type: 'ComplaintAcknowledged' },
      );
  });

  test('a surname is only shown to staff, who say yes or no [ST-6]', () => {
    const events = history([named('姓陈的客服态度恶劣。')]);
    expect(events).toContainEqual(expect.objectContaining({ type: 'RecusalProposed', person: 'chen' }));
    given(events)
      .when({ ...recuse('chen', '') })
      .then({ type: 'PersonRecused', person: 'chen', how: 'staff' });
    given(events)
      .when({ type: 'DenyRecusal', at: hours(2), by: staff('lin'), person: 'chen' })
      .then({ type: 'RecusalDenied', person: 'chen' });
  });

  test('nobody clears themselves', () => {
    given(history([named('姓陈的客服态度恶劣。')]))
      .when({ type: 'DenyRecusal', at: hours(2), by: staff('chen'), person: 'chen' })
      .thenRefused('recused');
  });

  test('whoever keeps out takes nothing, is handed nothing, sees no contact [S1.13]', () => {
    const events = history([named('陈宇骂人。')]);
    given(events).when(take('chen')).thenRefused('recused');
    given(events)
      .when({ type: 'RevealPersonalData', at: hours(1), by: staff('chen') })
      .thenRefused('recused');
    given([...events, ...history([named('陈宇骂人。'), take('lin')]).slice(events.length)])
      .when({ type: 'OfferHandOver', at: hours(2), by: staff('lin'), to: 'chen', reason: '他熟' })
      .thenRefused('recused', { person: 'chen' });
  });

  test('a holder named later loses the file, the talk and unsent words; the file waits for another [S1.13]', () => {
    const draft = {
      type: 'DraftReply',
      at: hours(1),
      by: staff('chen'),
      replyId: 'r-1',
      purpose: 'reply',
      text: '您好',
      violations: [],
    } as const;
    given(history([receive(), take('chen'), draft]))
      .when(recuse('chen'))
      .thenFile((file) => {
        expect(file.handler).toBeNull();
        expect(file.unclaimedSince).toBe(hours(2));
        expect(file.drafts).toEqual([]);
        expect(file.recusals).toEqual(['chen']);
      });
  });

  const propose = {
    type: 'ProposeRemedy',
    at: hours(1),
    by: staff('chen'),
    remedyId: 'p-1',
    kind: 'refund',
    money: { amountMinor: 100_000, currency: 'CNY' },
    text: '退款',
    withinDays: 3,
  } as const;
  const letter = {
    type: 'DraftLetter',
    at: hours(1),
    by: staff('chen'),
    letterId: 'l-1',
    text: '复函',
  } as const;

  test('what somebody named later proposed or wrote is nobody’s to approve or send any more [S1.13]', () => {
    const events = history([receive(), take('chen'), letter, propose, recuse('chen'), take('lin')]);
    given(events)
      .when({ type: 'ApproveRemedy', at: hours(3), by: staff('hu'), remedyId: 'p-1' })
      .thenRefused('stale', { status: 'returned' });
    given(events)
      .when({ type: 'ApproveLetter', at: hours(3), by: staff('hu'), letterId: 'l-1', version: 1 })
      .thenRefused('stale');
    given(events)
      .when({ ...propose, at: hours(3), by: staff('lin'), remedyId: 'p-2' })
      .then({ type: 'RemedyProposed' });
  });

  test('a signature they gave is asked of another; nothing of theirs is left to carry out [S1.13]', () => {
    const mine = { ...letter, by: staff('lin') };
    const signed = {
      type: 'ApproveLetter',
      at: hours(2),
      by: staff('hu'),
      letterId: 'l-1',
      version: 1,
    } as const;
    const owned = { ...propose, by: staff('lin'), owner: 'hu' };
    given(history([receive(), take('lin'), mine, signed, owned]))
      .when(recuse('hu'))
      .thenFile((file) => {
        expect(file.letters).toMatchObject([{ status: 'review', approvals: [], askedAt: hours(2) }]);
        expect(file.remedies).toMatchObject([{ status: 'proposed', owner: null }]);
      });
    given(history([receive(), take('lin'), mine, signed, recuse('hu')]))
      .when({ ...signed, at: hours(3), by: staff('he') })
      .then({ type: 'LetterApproved', step: 0 });
  });

  test('the handler thanked by name goes on: staff are asked, nothing is taken away', () => {
    given(history([receive(), take('chen')]))
      .when({
        type: 'AddStatement',
        at: hours(3),
        by: { kind: 'complainant', id: 'C-1' },
        statement: statement('m-2', '陈宇，谢谢您的回复。'),
        facts: facts(),
        evidence: {},
        details: {},
      })
      .then({ type: 'StatementAdded' }, { type: 'RecusalProposed', person: 'chen' });
  });

  test('a call that would reach only people kept out goes to the next above [ST-6]', () => {
    const file = fileOf([
      { ...receivedAtLevel(2), statements: [statement('m-1', '胡敏和何川一起骂我，我找记者曝光。')] },
    ]);
    expect(file.recusals).toEqual(['hu', 'he']);
    expect(file.escalation).toMatchObject({ role: 'leader', asked: [{ person: 'wu' }] });
  });

  test('with everybody of the chain kept out the independent person is asked [ST-6]', () => {
    const file = fileOf([
      {
        ...receivedAtLevel(2),
        statements: [statement('m-1', '胡敏、何川、吴建国、赵岚都骂我，我找记者曝光。')],
      },
    ]);
    expect(file.escalation).toMatchObject({ role: 'independent', asked: [{ person: 'sun' }] });
  });
});
