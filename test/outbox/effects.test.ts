import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/complaint/commands.ts';
import { decide } from '../../src/complaint/decide.ts';
import { evolve } from '../../src/complaint/evolve.ts';
import type { Complaint } from '../../src/complaint/state.ts';
import { approvalCard } from '../../src/outbox/approval-cards.ts';
import { effectsOf } from '../../src/outbox/effects.ts';
import type { PlannedMessage } from '../../src/outbox/plan.ts';
import type { Locale } from '../../src/terms.ts';
import {
  complainant,
  context,
  fileOf,
  hours,
  receive,
  receivedAtLevel,
  staff,
  statement,
  system,
} from '../support/given.ts';
import { Life, setting } from './life.ts';

const contact = (locale: Locale) =>
  ({ conversation: 'talk-1', address: { channel: 'web', place: 'session-1' }, locale }) as const;
const take = { type: 'TakeComplaint', at: hours(1), by: staff('lin') } as const;
const told = (message: PlannedMessage): string =>
  [
    message.text,
    ...(message.card?.fields ?? []).map(({ label, value }) => `${label}: ${value}`),
    ...(message.card?.sections ?? []).map(({ label, text }) => `${label ?? ''} ${text}`),
    ...(message.buttons ?? []).map(({ label }) => `[${label}]`),
  ].join('\n');

/** Messages of the last of these commands, the others before it. */
const messagesOf = (commands: readonly Command[], around = setting): readonly PlannedMessage[] => {
  let last: readonly PlannedMessage[] = [];
  const life = new Life(({ command, messages }) => {
    if (command === commands.at(-1)) last = messages;
  }, around);
  for (const command of commands) life.do(command);
  return last;
};
const at = (messages: readonly PlannedMessage[], desk: 'team' | 'manager'): string =>
  messages
    .filter(({ to }) => 'desk' in to && to.desk === desk)
    .map(told)
    .join('\n');

describe('the card', () => {
  test.each<[Locale, RegExp[]]>([
    ['zh-CN', [/接手/, /投诉人原话/, /诉求: 未说明/, /定级依据/]],
    ['en', [/Take it/, /In the complainant’s words/, /Wish: not stated/, /Why this level/]],
  ])('of a complaint that says almost nothing, %s', (locale, expected) => {
    const given = {
      contact: contact(locale),
      complainant: { id: 'C-1', kind: 'consumer' as const },
      statements: [],
      summary: '',
      details: {},
    };
    const { facts } = receive();
    const card = at(messagesOf([receive({ ...given, facts: { ...facts, wants: [] } })]), 'team');
    const wishing = receive({ ...given, facts: { ...facts, wants: ['money_back'] } });
    expect(at(messagesOf([wishing]), 'team')).toMatch(/诉求: 退款|Wish: your money back/);
    for (const words of expected) expect(card).toMatch(words);
    expect(card).not.toMatch(/undefined|null|\{\w+\}/);
  });

  test.each<Locale>(['zh-CN', 'en'])(
    'of a complaint with everything in it has no gap and no personal data, %s',
    (locale) => {
      const long = '洗衣机漏水。'.repeat(400);
      const whole = [
        receive({
          contact: contact(locale),
          complainant: {
            id: 'C-1',
            kind: 'consumer',
            name: '王芳',
            phone: '13912345678',
            onBehalfOf: '李强',
          },
          statements: [statement('m-1', `${long}电话13912345678`)],
          summary: `${long}电话13912345678`,
          details: {
            narrative: long,
            subject: '洗衣机',
            order: 'A-1',
            when: '昨天',
            where: '家里',
            wanted: '打13912345678',
            name: '王芳',
          },
        }),
        take,
        {
          type: 'PauseClocks',
          at: hours(2),
          by: staff('lin'),
          reason: 'waits_for_complainant',
          note: '',
          days: 2,
        },
        {
          type: 'ListParties',
          at: hours(3),
          by: staff('lin'),
          parties: [
            { name: '王芳', household: '1' },
            { name: '张三丰', household: '2' },
          ],
        },
        { type: 'DraftLetter', at: hours(4), by: staff('lin'), letterId: 'l-1', text: '尊敬的王女士' },
        { type: 'RecuseStaff', at: hours(5), by: staff('lin'), person: 'owen', reason: '亲属' },
      ] satisfies Command[];
      const card = at(messagesOf(whole), 'team');
      expect(card).toMatch(locale === 'en' ? /Clocks paused: .*until/ : /计时暂停: .*至/);
      expect(card).toMatch(locale === 'en' ? /Kept out: Owen/ : /回避: Owen/);
      expect(card).not.toMatch(/undefined|null|\{\w+\}|13912345678|王芳|张三丰/);
    },
  );
});

describe('the card by which a remedy is approved', () => {
  const proposed = {
    type: 'ProposeRemedy',
    at: hours(2),
    by: staff('lin'),
    remedyId: 'p-1',
    kind: 'refund',
    money: { amountMinor: 90_000, currency: 'CNY' },
    text: '退款 900 元',
    withinDays: 3,
  } satisfies Command;
  const cardOf = (commands: readonly Command[]) => {
    const remedy = fileOf(commands).remedies[0];
    const card = remedy && approvalCard(fileOf(commands), remedy, setting);
    if (!card) throw new Error('no card');
    return { buttons: card.buttons ?? [], text: JSON.stringify(card.card) };
  };

  test('has buttons while somebody may decide, none once the file is shut or its complainant withdrew', () => {
    const ended: Command = { type: 'WithdrawComplaint', at: hours(3), by: complainant, reason: '算了' };
    expect(cardOf([receive(), take, proposed]).buttons).toHaveLength(3);
    expect(cardOf([receive(), take, proposed, ended]).buttons).toEqual([]);
    const level1 = [receivedAtLevel(1), take, proposed, ended];
    expect(fileOf(level1).withdrawn).not.toBeNull();
    expect(cardOf(level1).buttons).toEqual([]);
  });

  test('says by when it is carried out once it is accepted [AP-7]', () => {
    const { text } = cardOf([
      receive(),
      take,
      proposed,
      { type: 'ApproveRemedy', at: hours(3), by: staff('hu'), remedyId: 'p-1' },
      { type: 'AcceptRemedy', at: hours(4), by: complainant, remedyId: 'p-1', evidence: '好' },
    ]);
    expect(text).toMatch(/投诉人已接受，须于 2026\/11\/24周二 16:00 前执行/);
  });
});

describe('effects', () => {
  test('an append that changes nothing on a card redraws nothing', () => {
    const file = fileOf([receive(), take]);
    const looked = decide(file, { type: 'RevealPersonalData', at: hours(2), by: staff('lin') }, context);
    if (looked.kind !== 'events') throw new Error('refused');
    const { messages, followUps, cancels } = effectsOf(
      { before: file, after: { ...file, version: file.version + 1 }, events: looked.events },
      setting,
    );
    expect(messages.map(({ key }) => key)).toEqual([undefined]);
    expect({ followUps, cancels }).toEqual({ followUps: [], cancels: [] });
  });

  test('a taken file no longer waits to be taken', () => {
    const life = new Life();
    life.do(receive());
    expect([...life.waiting.keys()]).toContain('R-2026-000001/unclaimed');
    life.do(take);
    expect([...life.waiting.keys()]).not.toContain('R-2026-000001/unclaimed');
  });

  test('an open offer moves to the talk of whoever speaks now; its buttons are taken from the other’s [IN-13]', () => {
    const next = { conversation: 'talk-2', address: { channel: 'web', place: 'two' }, locale: 'en' } as const;
    const join = { id: 'C-2', name: 'Li Qiang', household: '', contact: next };
    const before = fileOf([
      receive(),
      take,
      { type: 'JoinComplaint', at: hours(2), by: system, ...join },
      {
        type: 'ProposeRemedy',
        at: hours(2),
        by: staff('lin'),
        remedyId: 'a',
        kind: 'apology',
        money: null,
        text: '书面致歉',
        withinDays: 3,
      },
      { type: 'RequestSpeaker', at: hours(3), by: complainant, to: 'C-2' },
    ]);
    const changed = decide(
      before,
      { type: 'ChangeSpeaker', at: hours(4), by: staff('lin'), to: 'C-2' },
      context,
    );
    if (changed.kind !== 'events') throw new Error('refused');
    const after = changed.events.reduce<Complaint>(evolve, before);
    const { messages } = effectsOf({ before, after, events: changed.events }, setting);
    const told = messages.flatMap(({ to, key, buttons = [], text }) =>
      'contact' in to ? [[to.contact.conversation, key, buttons.length, text] as const] : [],
    );
    expect(told).toEqual([
      ['talk-1', 'R-2026-000001/offer/a', 0, expect.stringContaining('书面致歉')],
      ['talk-2', 'R-2026-000001/offer/a/1', 2, expect.stringContaining('书面致歉')],
      ['talk-2', undefined, 0, expect.stringMatching(/speak for/)],
      ['talk-1', undefined, 0, expect.stringMatching(/Li Qiang代表/)],
    ]);
  });

  test.each<Locale>(['zh-CN', 'en'])(
    'a word that is not handed on, or comes back, is told to both of the two with the reason, considerately [IN-13], %s',
    (locale) => {
      const next = { conversation: 'talk-2', address: { channel: 'web', place: 'two' }, locale } as const;
      const said: (readonly [string, string])[] = [];
      const desk: string[] = [];
      const life = new Life(({ messages }) => {
        for (const { buttons = [], text, to } of messages) {
          if ('contact' in to) said.push([to.contact.conversation, text]);
          else desk.push([text, ...buttons.map(({ label }) => label)].join('|'));
        }
      });
      const from = (run: () => void): Readonly<Record<string, string>> => {
        said.length = 0;
        desk.length = 0;
        run();
        return Object.fromEntries(said);
      };
      life.do({ ...receive(), contact: contact(locale) });
      life.do(take);
      life.do({
        ...{ type: 'JoinComplaint', at: hours(2), by: system, id: 'C-2' },
        ...{ name: 'Li Qiang', household: '', contact: next },
      });
      const ask = (at: number) =>
        life.do({ type: 'RequestSpeaker', at: hours(at), by: complainant, to: 'C-2' });
      from(() => ask(3));
      const labels = locale === 'en' ? /Record the new speaker\|Keep the speaker/ : /登记新代表\|不换代表/;
      expect(desk.join('\n')).toMatch(labels);
      const by = staff('lin');
      const declined = from(() =>
        life.do({ type: 'DeclineSpeaker', at: hours(4), by, to: 'C-2', text: 'R-E-A-S-O-N' }),
      );
      expect(declined['talk-1']).toMatch(/Li Qiang.*\nR-E-A-S-O-N\n/s);
      expect(declined['talk-1']).toMatch(
        locale === 'en' ? /you go on speaking|It stays with you/ : /请您代表大家/,
      );
      expect(declined['talk-2']).toMatch(
        locale === 'en' ? /nothing (?:you need|for you) to do/ : /不用您做什么|您不用操心/,
      );
      expect(declined['talk-2']).not.toContain('R-E-A-S-O-N');
      ask(5);
      from(() => life.do({ type: 'ChangeSpeaker', at: hours(6), by, to: 'C-2' }));
      expect(desk.join('\n')).toContain(locale === 'en' ? '|Undo the new speaker' : '|撤销更换代表');
      const undone = from(() =>
        life.do({ type: 'ReturnWord', at: hours(7), by, from: 'C-2', text: 'R-E-A-S-O-N' }),
      );
      expect(undone['talk-1']).toMatch(locale === 'en' ? /again|back with you/ : /由您代表大家/);
      expect(undone['talk-2']).toMatch(locale === 'en' ? /Thank you/ : /谢谢您/);
      for (const text of Object.values(undone)) expect(text).toContain('\nR-E-A-S-O-N\n');
      expect(Object.keys(undone).sort()).toEqual(['talk-1', 'talk-2']);
    },
  );

  test.each<Locale>(['zh-CN', 'en'])(
    'a responsibility nobody decides on is asked again by itself, then goes up, also once the file is shut [RE-6], %s',
    (locale) => {
      const said: string[] = [];
      const life = new Life(({ messages }) => {
        said.push(...messages.filter(({ to }) => 'desk' in to && to.desk === 'manager').map(told));
      });
      life.do({ ...receivedAtLevel(2), contact: contact(locale) });
      life.do(take);
      life.do({
        type: 'RecordFinding',
        at: hours(2),
        by: staff('lin'),
        outcome: 'upheld',
        valid: true,
        department: 'service',
        cause: '漏检',
        text: '漏检',
      });
      life.do({
        type: 'RecordResponsibility',
        at: hours(3),
        by: staff('lin'),
        unit: '乙班组',
        person: '',
        deduction: null,
        reason: '漏检',
      });
      life.do({ type: 'MergeComplaint', at: hours(4), by: staff('hu'), into: 'R-2026-000009' });
      expect([...life.waiting.keys()]).toEqual(['R-2026-000001/responsibility']);
      life.passTo(hours(24 * 6));
      const words =
        locale === 'en' ? [/asked again/, /goes up: the independent/] : [/再次请总经理/, /现上报独立/];
      for (const one of words) expect(said.join('\n')).toMatch(one);
      life.do({ type: 'ApproveResponsibility', at: hours(24 * 6), by: staff('sun') });
      expect([...life.waiting.keys()]).toEqual([]);
    },
  );

  test('a note in one thread stands in the other once there is another [ES-2]', () => {
    const note = (channel: 'team' | 'manager') =>
      ({
        type: 'AddNote',
        at: hours(2),
        by: staff('lin'),
        text: '仓库确认破损',
        files: [],
        channel,
      }) as const;
    expect(at(messagesOf([receive(), take, note('team')]), 'manager')).toBe('');
    expect(at(messagesOf([receivedAtLevel(2), take, note('team')]), 'manager')).toMatch(/仓库确认破损/);
    expect(at(messagesOf([receivedAtLevel(2), take, note('manager')]), 'team')).toMatch(/仓库确认破损/);
  });

  test('the escalation names who is asked, a deputy with whom they stand in for [ES-4]', () => {
    const organisation = {
      ...setting.organisation,
      people: setting.organisation.people.map((one) =>
        one.id === 'hu' || one.id === 'he'
          ? { ...one, absences: [{ from: '2026-11-20', to: '2026-11-30' }], deputies: ['wu'] }
          : one,
      ),
    };
    expect(at(messagesOf([receivedAtLevel(2)], { ...setting, organisation }), 'manager')).toMatch(
      /请: 吴建国（代 胡敏）/,
    );
  });
});

describe('what a complainant hears', () => {
  const secret = '内部机密';
  const final = (locale: Locale): readonly Command[] => [
    receive({ contact: contact(locale) }),
    take,
    { type: 'AddNote', at: hours(2), by: staff('lin'), text: secret, files: [], channel: 'team' },
    {
      type: 'DraftReply',
      at: hours(2),
      by: staff('lin'),
      replyId: 'r-1',
      purpose: 'reply',
      text: secret,
      violations: [],
    },
    { type: 'OfferHandOver', at: hours(2), by: staff('lin'), to: 'chen', reason: secret },
    { type: 'RefuseHandOver', at: hours(3), by: staff('chen'), reason: secret },
    { type: 'Escalate', at: hours(3), by: staff('lin'), reason: secret },
    { type: 'AcknowledgeEscalation', at: hours(3), by: staff('hu') },
    { type: 'ReturnEscalation', at: hours(3), by: staff('hu'), instruction: secret },
    {
      type: 'RecordFinding',
      at: hours(4),
      by: staff('lin'),
      outcome: 'not_upheld',
      valid: false,
      department: 'service',
      cause: secret,
      text: secret,
    },
    {
      type: 'RecordResponsibility',
      at: hours(4),
      by: staff('lin'),
      unit: secret,
      person: '',
      deduction: null,
      reason: secret,
    },
    { type: 'DraftLetter', at: hours(4), by: staff('lin'), letterId: 'l-1', text: secret },
    {
      type: 'ProposeRemedy',
      at: hours(5),
      by: staff('lin'),
      remedyId: 'p-1',
      kind: 'refund',
      money: { amountMinor: 100_000, currency: 'CNY' },
      text: secret,
      withinDays: 3,
    },
    { type: 'RejectRemedy', at: hours(5), by: staff('hu'), remedyId: 'p-1', reason: secret },
    { type: 'RecuseStaff', at: hours(5), by: staff('lin'), person: 'owen', reason: secret },
    { type: 'RemindStanding', at: hours(80), by: system },
    {
      type: 'ResolveComplaint',
      at: hours(90),
      by: staff('lin'),
      text: '经核实，产品没有问题。',
      final: true,
    },
  ];

  test.each<Locale>(['zh-CN', 'en'])('never holds a word that staff wrote for staff [ST-3], %s', (locale) => {
    const heard: string[] = [];
    const life = new Life(({ messages }) => {
      heard.push(...messages.filter(({ to }) => 'contact' in to).map(told));
    });
    for (const command of final(locale)) life.do(command);
    expect(heard.join('\n')).toMatch(/产品没有问题/);
    expect(heard.join('\n')).not.toContain(secret);
  });

  test('a final response names the ways outside [AP-6]', () => {
    const organisation = {
      ...setting.organisation,
      outsideRoutes: [{ 'zh-CN': '全国 12315 平台', en: 'the 12315 platform' }],
    };
    const heard = messagesOf(final('zh-CN'), { ...setting, organisation }).filter(
      ({ to }) => 'contact' in to,
    );
    expect(heard.map(told).join('\n')).toMatch(/最终答复[\s\S]*产品没有问题[\s\S]*12315/);
  });

  test('a billing error is told when it is put right, not before [S1.12]', () => {
    const billing = {
      charged: { amountMinor: 15_000, currency: 'CNY' },
      due: { amountMinor: 10_000, currency: 'CNY' },
      evidence: '10 月账单',
    };
    const ordered: Command = {
      type: 'ProposeRemedy',
      at: hours(2),
      by: staff('lin'),
      remedyId: 'p-1',
      kind: 'credit',
      money: null,
      text: '双倍退还。',
      withinDays: 1,
      billing,
    };
    const done: Command = {
      type: 'CarryOutRemedy',
      at: hours(3),
      by: staff('lin'),
      remedyId: 'p-1',
      proof: '流水 1',
    };
    const toThem = (commands: readonly Command[]) =>
      messagesOf(commands)
        .filter(({ to }) => 'contact' in to)
        .map(told)
        .join('\n');
    expect(toThem([receive(), take, ordered])).toBe('');
    expect(toThem([receive(), take, ordered, done])).toMatch(/双倍退还/);
  });

  test('an offer is for the complainant alone, with its two buttons', () => {
    const offer: Command = {
      type: 'ProposeRemedy',
      at: hours(2),
      by: staff('lin'),
      remedyId: 'p-1',
      kind: 'apology',
      money: null,
      text: '向您致歉。',
      withinDays: 1,
    };
    const heard = messagesOf([receive(), take, offer]).filter(({ to }) => 'contact' in to);
    expect(heard.map(({ buttons = [] }) => buttons.length)).toEqual([2]);
    const accepted: Command = {
      type: 'AcceptRemedy',
      at: hours(3),
      by: complainant,
      remedyId: 'p-1',
      evidence: '接受',
    };
    const redrawn = messagesOf([receive(), take, offer, accepted]).filter(({ to }) => 'contact' in to);
    expect(redrawn.map(({ buttons = [] }) => buttons.length)).toEqual([0]);
  });
});
