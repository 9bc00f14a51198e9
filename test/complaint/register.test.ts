import { describe, expect, test } from 'vitest';
import type { Command, UpdateSameness } from '../../src/complaint/commands.ts';
import { complainant, fileOf, given, history, hours, receive, staff, system } from '../support/given.ts';

describe('AddNote', () => {
  const note = (text: string, by = 'qian'): Command => ({
    type: 'AddNote',
    at: hours(1),
    by: staff(by),
    text,
    files: [],
  });

  test('stays inside and changes nothing but the version, from anyone of ours who is not named [ST-3]', () => {
    given(history([receive()]))
      .when(note('法务意见：可以退款。'))
      .then({ type: 'NoteAdded' });
    const { version, ...before } = fileOf([receive()]);
    expect(fileOf([receive(), note('法务意见：可以退款。')])).toEqual({ ...before, version: version + 1 });
  });

  test('refuses an empty one, and one by a person named in the complaint [S1.13]', () => {
    given(history([receive()]))
      .when(note(' '))
      .thenRefused('facts-missing', { field: 'text' });
    given(history([receive()]), { recusals: ['qian'] })
      .when(note('我没有做错'))
      .thenRefused('recused');
  });
});

describe('LinkComplaint', () => {
  const link = (number: string): Command => ({
    type: 'LinkComplaint',
    at: hours(1),
    by: staff('lin'),
    with: number,
  });

  test('relates two files once, and never a file to itself [TR-3]', () => {
    given(history([receive()]))
      .when(link('R-2026-000002'))
      .then({ type: 'ComplaintLinked' });
    given(history([receive(), link('R-2026-000002')]))
      .when(link('R-2026-000002'))
      .thenNothing();
    given(history([receive()]))
      .when(link('R-2026-000001'))
      .thenRefused('same-file');
  });
});

describe('UpdateSameness', () => {
  test('shows a last word given in another file, once, for staff to decide [S1.14, TR-5]', () => {
    const same: Command = {
      type: 'UpdateSameness',
      at: hours(1),
      by: system,
      sameComplainants: 1,
      repeatsAfterHandling: 1,
      related: ['R-2026-000009'],
      answeredIn: 'R-2026-000009',
    };
    given(history([receive()]))
      .when(same)
      .thenFile((file) => expect(file.ground).toEqual({ ground: 'answered', words: 'R-2026-000009' }));
    given(history([receive(), same]))
      .when(same)
      .thenNothing();
  });
});

describe('RevealPersonalData', () => {
  const reveal: Command = { type: 'RevealPersonalData', at: hours(1), by: staff('lin') };

  test('is logged each time, also on a file that is shut [AD-3]', () => {
    given(history([receive(), reveal]))
      .when(reveal)
      .then({ type: 'PersonalDataRevealed', by: staff('lin') });
    const withdrawn: Command = { type: 'WithdrawComplaint', at: hours(1), by: complainant, reason: '' };
    given(history([receive(), withdrawn]))
      .when(reveal)
      .then({ type: 'PersonalDataRevealed' });
  });

  test('never opens what the complainant withheld [IN-13]', () => {
    const anonymous = receive({ complainant: { id: 'C-1', kind: 'consumer', anonymous: true } });
    given(history([anonymous]))
      .when(reveal)
      .thenRefused('withheld');
  });

  test('is refused to the person complained about [S1.13]', () => {
    given(history([receive()]), { recusals: ['lin'] })
      .when(reveal)
      .thenRefused('recused');
  });
});

describe('NoteReachability', () => {
  const note = (reachable: boolean): Command => ({
    type: 'NoteReachability',
    at: hours(1),
    by: system,
    reachable,
  });

  test('says only what changed', () => {
    given(history([receive()]))
      .when(note(true))
      .thenNothing();
    given(history([receive()]))
      .when(note(false))
      .then({ type: 'ReachabilityNoted', reachable: false });
    given(history([receive(), note(false)]))
      .when(note(true))
      .then({ type: 'ReachabilityNoted', reachable: true });
  });
});

describe('UpdateSameness', () => {
  const same = (count: number, repeats = 0): UpdateSameness => ({
    type: 'UpdateSameness',
    at: hours(1),
    by: system,
    sameComplainants: count,
    repeatsAfterHandling: repeats,
    related: ['R-2026-000002'],
  });

  test('three complainants make level 2, three repeats after handling level 3 [TR-3, S4.b art.3]', () => {
    given(history([receive()]))
      .when(same(2))
      .then({ type: 'SamenessUpdated' });
    given(history([receive()]))
      .when(same(3))
      .then(
        { type: 'SamenessUpdated' },
        { type: 'ComplaintAssessed' },
        { type: 'EscalationRaised', trigger: 'level:sameComplainants' },
      );
    given(history([receive()]))
      .when(same(1, 3))
      .then(
        { type: 'SamenessUpdated' },
        { type: 'ComplaintAssessed' },
        { type: 'EscalationRaised', trigger: 'repeat', role: 'head' },
      );
    expect(fileOf([receive(), same(1, 3)]).severity).toBe(3);
    given(history([receive(), same(1, 3)]))
      .when(same(1, 4))
      .then({ type: 'SamenessUpdated' });
  });

  test('undone counts lower no grade [TR-2]', () => {
    given(history([receive(), same(3)]))
      .when(same(1))
      .then({ type: 'SamenessUpdated' });
    expect(fileOf([receive(), same(3), same(1)])).toMatchObject({
      severity: 2,
      facts: { sameComplainants: 1 },
    });
  });

  test('is quiet about what is known', () => {
    given(history([receive(), same(2)]))
      .when(same(2))
      .thenNothing();
  });
});

describe('RecordDelivery', () => {
  const told = (delivered: boolean): Command => ({
    type: 'RecordDelivery',
    at: hours(1),
    by: system,
    messageId: 'o-1',
    purpose: 'receipt',
    delivered,
  });

  test('keeps the proof, or the failure, also of the last message of a file that is shut [CL-5]', () => {
    given(history([receive()]))
      .when(told(true))
      .then({ type: 'ContactDelivered', messageId: 'o-1' });
    given(history([receive()]))
      .when(told(false))
      .then({ type: 'ContactFailed', purpose: 'receipt' });
    const withdrawn: Command = { type: 'WithdrawComplaint', at: hours(1), by: complainant, reason: '' };
    given(history([receive(), withdrawn]))
      .when(told(true))
      .then({ type: 'ContactDelivered' });
  });

  test('does not count as a reply by a person [CL-7]', () => {
    expect(fileOf([receive(), told(true)]).timeline.firstReplyAt).toBeNull();
  });
});
