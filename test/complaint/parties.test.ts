import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/complaint/commands.ts';
import type { Party } from '../../src/complaint/further-commands.ts';
import type { Policy } from '../../src/policy/policy.ts';
import {
  complainant,
  fileOf,
  given,
  history,
  hours,
  policy,
  receive,
  staff,
  statement,
  stranger,
  system,
} from '../support/given.ts';

const list = (parties: readonly Party[], by = complainant): Command => ({
  type: 'ListParties',
  at: hours(1),
  by,
  parties,
});
const named = (...names: readonly string[]): readonly Party[] =>
  names.map((name) => ({ name, household: '' }));
const contact = {
  conversation: 'talk-2',
  address: { channel: 'web', place: 'session-2' },
  locale: 'zh-CN',
} as const;
const join = (name: string, id = 'C-2'): Command => ({
  type: 'JoinComplaint',
  at: hours(2),
  by: system,
  id,
  name,
  household: '',
  contact,
});
const atMostFive: Policy = {
  ...policy,
  pack: {
    ...policy.pack,
    intake: { ...policy.pack.intake, representatives: { most: 5, clause: 'CN 2020-3 Art. 12' } },
  },
};

describe('ListParties', () => {
  test('is the complainant’s to say, and counts different people', () => {
    given(history([receive()]))
      .when(list(named('王芳', '李强', '王芳')))
      .thenFile((file) => expect(file.facts).toMatchObject({ people: 2, collective: true }));
    given(history([receive()]))
      .when(list(named('王芳'), stranger))
      .thenRefused('not-authorised');
    given(history([receive()]))
      .when(list(named(' ')))
      .thenRefused('facts-missing', { field: 'parties' });
  });

  test('takes five to speak for the others where the law says so, not a sixth [CN 2020-3 Art. 12]', () => {
    const speak = (count: number) =>
      named(...['一', '二', '三', '四', '五', '六'].slice(0, count)).map((party) => ({
        ...party,
        speaks: true,
      }));
    const around = { policy: atMostFive };
    given(history([receive()]), around)
      .when(list(speak(5)))
      .thenFile(({ parties }) => expect(parties).toHaveLength(5));
    given(history([receive()]), around)
      .when(list(speak(6)))
      .thenRefused('too-many-representatives', { count: 5 });
    given(history([receive()]))
      .when(list(speak(6)))
      .thenFile(({ parties }) => expect(parties).toHaveLength(6));
  });

  test('loses nobody who wrote themselves when staff write the list anew', () => {
    const file = fileOf([
      receive(),
      list([{ name: '李强', household: '', speaks: true, phone: '13900000000' }]),
      join('李强'),
      list([...named('赵敏'), { name: '李强', household: '', speaks: true }], staff('lin')),
      list(named('赵敏'), staff('lin')),
    ]);
    expect(file.parties).toMatchObject([
      { name: '赵敏' },
      { name: '李强', speaks: true, phone: '13900000000', joined: { id: 'C-2' } },
    ]);
  });
});

describe('JoinComplaint', () => {
  test('makes whoever was listed speak for themselves, and counts nobody twice', () => {
    given(history([receive(), list(named('王芳', '李强'))]))
      .when(join('李强'))
      .thenFile((file) => {
        expect(file.parties).toHaveLength(2);
        expect(file.facts.people).toBe(2);
        expect(file.parties[1]?.joined?.contact).toEqual(contact);
      });
    given(history([receive(), list(named('王芳', '李强')), join('李强')]))
      .when(join('李强', 'C-3'))
      .thenFile((file) => expect(file.facts.people).toBe(3));
  });

  test('happens once, is ours to say, and the complainant is no party of their own', () => {
    given(history([receive(), join('李强')]))
      .when(join('李强'))
      .thenNothing();
    given(history([receive()]))
      .when(join('王芳', 'C-1'))
      .thenNothing();
    given(history([receive()]))
      .when({ ...join('李强'), by: stranger })
      .thenRefused('not-authorised');
  });

  test('lets them add words and ask for news, but not end it for the others', () => {
    const joined = history([receive(), join('李强')]);
    const add: Command = {
      type: 'AddStatement',
      at: hours(3),
      by: stranger,
      statement: statement('m-9', '我家也漏。'),
      facts: receive().facts,
      evidence: {},
      details: {},
    };
    given(joined)
      .when(add)
      .thenFile((file) => expect(file.statements.at(-1)?.text).toBe('我家也漏。'));
    given(joined)
      .when({ type: 'RequestPerson', at: hours(3), by: stranger })
      .then({ type: 'PersonRequested' });
    given(joined)
      .when({ type: 'WithdrawComplaint', at: hours(3), by: stranger, reason: '' })
      .thenRefused('not-authorised');
    given(history([receive()]))
      .when(add)
      .thenRefused('not-authorised');
  });

  test('is undone by leaving; the others go on', () => {
    const leave: Command = { type: 'LeaveComplaint', at: hours(4), by: stranger };
    given(history([receive(), join('李强')]))
      .when(leave)
      .thenFile((file) => {
        expect(file.parties).toEqual([]);
        expect(file.stage).toBe('received');
      });
    given(history([receive(), join('李强'), leave]))
      .when(leave)
      .thenRefused('not-authorised');
  });
});

describe('somebody who speaks for another [IN-13]', () => {
  const forMother = receive({
    complainant: { ...receive().complainant, onBehalfOf: '母亲', consent: 'agreed' },
  });
  const take: Command = { type: 'TakeComplaint', at: hours(1), by: staff('lin') };
  const confirm = (proof = '母亲本人电话确认'): Command => ({
    type: 'ConfirmAuthority',
    at: hours(2),
    by: staff('lin'),
    proof,
  });
  const draft = (text: string): Command => ({
    type: 'DraftReply',
    at: hours(3),
    by: staff('lin'),
    replyId: 'r-1',
    purpose: 'reply',
    text,
    violations: [],
  });
  const send: Command = { type: 'SendReply', at: hours(4), by: staff('lin'), replyId: 'r-1' };

  test('is told nothing personal of the other until staff have confirmed it', () => {
    const file = (text: string) => history([forMother, take, draft(text)]);
    given(file('您母亲登记的电话是 13800001111。')).when(send).thenRefused('authority-first');
    given(file('请写信到 li.na@example.com。')).when(send).thenRefused('authority-first');
    given(file('R-2026-000001 我们 2026-11-24 上门检修。')).when(send).then({ type: 'ReplySent' });
    given(history([forMother, take, confirm(), draft('您母亲登记的电话是 13800001111。')]))
      .when(send)
      .then({ type: 'ReplySent' });
    given(history([receive(), take, draft('您登记的电话是 13800001111。')]))
      .when(send)
      .then({ type: 'ReplySent' });
  });

  test('is told again what they said themselves', () => {
    const said = receive({
      complainant: forMother.complainant,
      statements: [statement('m-1', '母亲的订单 20261109-4471 一直没到。')],
    });
    given(history([said, take, draft('订单 20261109-4471 已补发。')]))
      .when(send)
      .then({ type: 'ReplySent' });
  });

  test('may speak once somebody of us has seen that they may, with what was seen', () => {
    given(history([forMother]))
      .when(confirm(' '))
      .thenRefused('needs-reason');
    given(history([receive()]))
      .when(confirm())
      .thenRefused('stale');
    given(history([forMother, confirm()]))
      .when(confirm())
      .thenNothing();
    given(history([forMother]))
      .when(confirm())
      .thenFile((file) => expect(file.authority).toMatchObject({ by: 'lin', proof: '母亲本人电话确认' }));
  });
});

describe('handing the word on [IN-13]', () => {
  const ask = (to = 'C-2', by = complainant): Command => ({ type: 'RequestSpeaker', at: hours(4), by, to });
  const change = (to = 'C-2', by = staff('lin')): Command => ({
    type: 'ChangeSpeaker',
    at: hours(5),
    by,
    to,
  });
  const told = receive({ details: { ...receive().details, phone: '13911112222', email: 'wang@example.cn' } });
  const joint = history([
    told,
    list([{ name: '李强', household: '402', phone: '13900000000' }]),
    join('李强'),
  ]);
  const asked = [...joint, ...history([told, join('李强'), ask()]).slice(-1)];

  test('is the complainant’s wish, to one who joined, and staff’s to record', () => {
    given(joint).when(ask()).then({ type: 'SpeakerRequested', to: 'C-2' });
    given(asked).when(ask()).thenNothing();
    given(joint).when(ask('C-9')).thenRefused('not-joined');
    given(joint).when(ask('C-1')).thenRefused('not-joined');
    given(joint).when(ask('C-2', stranger)).thenRefused('not-authorised');
    given(joint)
      .when(ask('C-2', staff('lin')))
      .thenRefused('not-authorised');
    given(joint).when(change()).thenRefused('stale');
    given(asked).when(change('C-9')).thenRefused('stale');
    given(asked).when(change('C-2', complainant)).thenRefused('not-authorised');
    given(asked, { recusals: ['lin'] })
      .when(change())
      .thenRefused('recused');
    const left: Command = { type: 'LeaveComplaint', at: hours(4), by: stranger };
    given([...asked, ...history([told, join('李强'), left]).slice(-1)])
      .when(change())
      .thenRefused('stale');
  });

  test('makes the other the complainant, whom we reach and who decides; nobody is counted twice', () => {
    given(asked)
      .when(change())
      .thenFile((file) => {
        expect(file.complainant).toEqual({ id: 'C-2', kind: 'consumer', name: '李强', phone: '13900000000' });
        expect(file.contact).toEqual(contact);
        expect(file.details).toEqual({ narrative: told.details.narrative, subject: '洗衣机' });
        expect(file.parties).toMatchObject([{ name: '王芳', phone: '13911112222', joined: { id: 'C-1' } }]);
        expect(file.parties[0]?.speaks).toBeUndefined();
        expect(file.facts.people).toBe(fileOf([told, list(named('李强'))]).facts.people);
      });
    const changed = [...asked, ...history([told, join('李强'), ask(), change()]).slice(-1)];
    given(changed).when(change()).thenNothing();
    given(changed)
      .when({ type: 'WithdrawComplaint', at: hours(6), by: complainant, reason: '' })
      .thenRefused('not-authorised');
    given(changed)
      .when({ type: 'WithdrawComplaint', at: hours(6), by: stranger, reason: '' })
      .then({ type: 'ComplaintWithdrawn' });
  });

  test('can come back; an open offer goes with it, an answered one stays where it was answered', () => {
    const propose = (remedyId: string): Command => ({
      ...{ type: 'ProposeRemedy', at: hours(3), by: staff('lin'), remedyId, kind: 'apology' },
      ...{ money: null, text: '书面致歉', withinDays: 3 },
    });
    const decline: Command = {
      ...{ type: 'DeclineRemedy', at: hours(3), by: complainant, remedyId: 'a', evidence: '不' },
    };
    const take: Command = { type: 'TakeComplaint', at: hours(1), by: staff('lin') };
    const begun = [
      told,
      take,
      list(named('王芳', '李强')),
      join('李强'),
      propose('a'),
      decline,
      propose('b'),
    ];
    const once = [...begun, ask(), change()];
    const back = [...once, ask('C-1', stranger), change('C-1')];
    expect(fileOf(once).parties.map(({ name }) => name)).toEqual(['王芳', '李强']);
    expect(fileOf(once).remedies.map(({ handedOn }) => handedOn)).toEqual(['closed', 1]);
    expect(fileOf(back).remedies.map(({ handedOn }) => handedOn)).toEqual(['closed', 2]);
    expect(fileOf(back).complainant).toMatchObject({ id: 'C-1', name: '王芳' });
    expect(fileOf(back).parties.map(({ name, joined }) => [name, joined?.id])).toEqual([
      ['王芳', 'C-1'],
      ['李强', 'C-2'],
    ]);
  });

  test('keeps withheld what was withheld, and asks anew whether the next one may speak for another', () => {
    const unnamed = receive({
      complainant: { ...receive().complainant, anonymous: true, onBehalfOf: '母亲', consent: 'agreed' },
    });
    const seen: Command = { type: 'ConfirmAuthority', at: hours(3), by: staff('lin'), proof: '委托书' };
    const file = fileOf([unnamed, join('李强'), seen, ask(), change()]);
    expect(file.parties).toMatchObject([{ name: '王芳', anonymous: true }]);
    expect(file.complainant).toMatchObject({ onBehalfOf: '母亲', consent: 'agreed' });
    expect(file.complainant.anonymous).toBeUndefined();
    expect(file.authority).toBeNull();
  });
});

describe('a wish to hand the word on that is not followed, or was too soon [IN-13]', () => {
  const ask = (to = 'C-2'): Command => ({ type: 'RequestSpeaker', at: hours(4), by: complainant, to });
  const change = (to = 'C-2'): Command => ({ type: 'ChangeSpeaker', at: hours(5), by: staff('lin'), to });
  const no = (more: Partial<Extract<Command, { type: 'DeclineSpeaker' }>> = {}): Command => ({
    ...{ type: 'DeclineSpeaker', at: hours(6), by: staff('lin'), to: 'C-2', text: '李强本人不愿意' },
    ...more,
  });
  const undo = (more: Partial<Extract<Command, { type: 'ReturnWord' }>> = {}): Command => ({
    ...{ type: 'ReturnWord', at: hours(7), by: staff('lin'), from: 'C-2', text: '登记前没有问过本人' },
    ...more,
  });
  const told = receive();
  const joint = history([told, join('李强')]);
  const asked = history([told, join('李强'), ask()]);
  const changed = history([told, join('李强'), ask(), change()]);

  test('staff decline it with a reason; a second press finds it done, and it can be wished again', () => {
    given(asked).when(no()).then({ type: 'SpeakerDeclined', to: 'C-2', text: '李强本人不愿意' });
    given(asked)
      .when(no())
      .thenFile((file) => {
        expect(file.nextSpeaker).toBeNull();
        expect(file.complainant.id).toBe('C-1');
      });
    const declined = history([told, join('李强'), ask(), no()]);
    given(declined).when(no()).thenNothing();
    given(declined).when(change()).thenRefused('stale');
    given(declined).when(ask()).then({ type: 'SpeakerRequested', to: 'C-2' });
    given(joint).when(no()).thenNothing();
  });

  test('it needs a reason, is staff’s, and no no to a wish undoes what was recorded meanwhile', () => {
    given(asked)
      .when(no({ text: ' ' }))
      .thenRefused('needs-reason');
    for (const by of [complainant, stranger]) given(asked).when(no({ by })).thenRefused('not-authorised');
    given(asked, { recusals: ['lin'] })
      .when(no())
      .thenRefused('recused');
    given(changed).when(no()).thenRefused('stale');
  });

  test('what was recorded is undone with a reason, towards the one who had the word, once', () => {
    given(changed).when(undo()).then({ type: 'WordReturned', from: 'C-2', to: 'C-1' });
    given(changed)
      .when(undo())
      .thenFile((file) => {
        expect(file.complainant).toMatchObject({ id: 'C-1', name: '王芳' });
        expect(file.parties.map(({ joined }) => joined?.id)).toEqual(['C-2']);
        expect(file.formerSpeaker).toBeNull();
      });
    const undone = history([told, join('李强'), ask(), change(), undo()]);
    given(undone).when(undo()).thenNothing();
    given(undone)
      .when(undo({ from: 'C-1' }))
      .thenRefused('stale');
    given(changed)
      .when(undo({ text: '' }))
      .thenRefused('needs-reason');
    for (const by of [complainant, stranger]) given(changed).when(undo({ by })).thenRefused('not-authorised');
  });

  test('it goes back to nobody who has left or was never there', () => {
    const left: Command = { type: 'LeaveComplaint', at: hours(6), by: complainant };
    given(history([told, join('李强'), ask(), change(), left]))
      .when(undo())
      .thenRefused('not-joined');
    given(joint)
      .when(undo({ from: 'C-1' }))
      .thenRefused('stale');
  });
});

describe('ForgetParty [AD-3]', () => {
  const forget = (id = 'C-2', by = system): Command => ({ type: 'ForgetParty', at: hours(9), by, id });
  const joint = history([receive(), list(named('王芳', '李强', '赵敏')), join('李强')]);

  test('leaves a place without a name, so that the count stands, and the others as they are', () => {
    given(joint)
      .when(forget())
      .thenFile((file) => {
        expect(file.parties).toEqual([
          { name: '王芳', household: '' },
          { name: '', household: '' },
          { name: '赵敏', household: '' },
        ]);
        expect(file.facts.people).toBe(3);
        expect(file.complainant).toEqual(receive().complainant);
      });
  });

  test('is ours alone to say, once', () => {
    given(joint)
      .when(forget('C-2', staff('lin')))
      .thenRefused('not-authorised');
    given(joint).when(forget('C-2', stranger)).thenRefused('not-authorised');
    given(joint).when(forget('C-9')).thenNothing();
    given([...joint, ...given(joint).when(forget()).then({ type: 'PartyForgotten' })])
      .when(forget())
      .thenNothing();
  });

  test('where they spoke for all, passes the word: to whom they had named, who speaks, who joined first, or to nobody', () => {
    const told = receive({ details: { ...receive().details, phone: '13911112222' } });
    const several = [told, list([...named('赵敏'), { name: '李强', household: '', speaks: true }])];
    const afterwards = (...commands: readonly Command[]) => fileOf([...commands, forget('C-1')]);
    const first = afterwards(...several, join('赵敏', 'C-3'), join('李强'));
    expect(first.complainant).toEqual({ id: 'C-2', kind: 'consumer', name: '李强' });
    expect(first.contact).toEqual(contact);
    expect(first.details.phone).toBeUndefined();
    expect(first.parties.map(({ name }) => name)).toEqual(['赵敏', '']);
    expect(first.facts.people).toBe(fileOf(several).facts.people);
    const ask: Command = { type: 'RequestSpeaker', at: hours(4), by: complainant, to: 'C-3' };
    expect(afterwards(...several, join('赵敏', 'C-3'), join('李强'), ask).complainant.id).toBe('C-3');
    const nobody = afterwards(...several);
    expect(nobody.complainant).toEqual({ id: 'C-1', kind: 'consumer', erased: true });
    expect(nobody.contact).toBeNull();
    given(history([...several, forget('C-1')]))
      .when(forget('C-1'))
      .thenNothing();
    given(history([told]))
      .when(forget('C-1'))
      .thenNothing();
  });
});
