import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEvents } from '../../src/store/complaints.ts';
import { type TestApp, testApp } from '../support/app.ts';

const demo = new URL('../../policies/organisation.demo.yaml', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'redress-presses-'));
const organisation = join(folder, 'organisation.yaml');

let test: TestApp;
let number: string;
let presses = 0;

beforeEach(async () => {
  const people = readFileSync(demo, 'utf8').replace('  - id: chen\n', '  - id: chen\n    language: en\n');
  writeFileSync(organisation, people);
  test = await testApp({ organisation });
  await test.says('jane', '业主占领售楼处商讨示威事宜');
  await test.settle();
  const row = await test.app.world.db.selectFrom('complaints').select('number').executeTakeFirstOrThrow();
  number = row.number;
});
afterEach(() => test.close());
afterAll(() => rmSync(folder, { recursive: true }));

const buttonNamed = (label: string): string => {
  const found = test.web.sent
    .flatMap(({ message }) => message.buttons ?? [])
    .findLast((one) => one.label === label);
  if (!found) throw new Error(`no button '${label}'`);
  return found.id;
};

/** What somebody is answered who presses; `fields` as their form came back. */
const press = async (
  who: string,
  buttonId: string,
  fields?: Readonly<Record<string, string>>,
): Promise<string> => {
  presses += 1;
  const before = test.web.sent.length;
  await test.receive({
    kind: 'press',
    key: `press:${presses}`,
    from: { id: who },
    address: { channel: 'web', place: 'team' },
    buttonId,
    ...(fields ? { fields } : {}),
  });
  await test.settle();
  const answers = test.web.sent
    .slice(before)
    .filter(({ message }) => message.answer?.senderId === who)
    .map(({ message }) => message.text);
  expect(answers).toHaveLength(1);
  return answers[0] ?? '';
};

const types = async (): Promise<readonly string[]> =>
  (await readEvents(test.app.world.db, number)).map(({ type }) => type);

describe('the answer to a press', () => {
  it('is in the presser’s language where the organisation file states one, else in the card’s', async () => {
    const take = buttonNamed('接手');
    expect(await press('chen', take)).toBe('Done.');
    expect(await press('lin', take)).toMatch(/陈宇 受理/);
    expect(await press('chen', take)).toBe('That has been done already.');
    expect(await press('nobody', take)).toMatch(/不在组织名册/);
    expect(await press('chen', 'b_never_given')).toMatch(/not in use any more/);
  });
});

describe('a form', () => {
  const titleFor = async (id: string, locale: 'zh-CN' | 'en', label: string) => {
    const viewer = { channel: 'web', sender: { id, locale } } as const;
    const form = await test.app.desk.form(buttonNamed(label), viewer);
    return form && [form.locale, form.title];
  };

  it('asks in the language its presser is answered in, whatever their transport runs in', async () => {
    await press('lin', buttonNamed('接手'));
    expect(await titleFor('chen', 'zh-CN', '上报')).toEqual(['en', 'Escalate']);
    expect(await titleFor('lin', 'en', '上报')).toEqual(['zh-CN', '上报']);
  });

  it('without a card is in the language of the organisation file, else in the one on the page', async () => {
    const titles = (['chen', 'lin'] as const).flatMap((id) =>
      (['zh-CN', 'en'] as const).map(async (locale) => {
        const viewer = { channel: 'web', sender: { id, locale } } as const;
        return (await test.app.desk.commandForm('new', viewer))?.locale;
      }),
    );
    expect(await Promise.all(titles)).toEqual(['en', 'en', 'zh-CN', 'en']);
  });
});

describe('whoever is kept out', () => {
  it('is told so whatever they press, in their language, and sees no form [S1.13]', async () => {
    const take = buttonNamed('接手');
    await press('lin', buttonNamed('人员回避'), { person: 'chen', reason: '被点名' });
    const before = await types();
    for (const label of ['接手', '调整级别', '上报', '不予受理', '查看联系方式'])
      expect(await press('chen', buttonNamed(label), { severity: '3', reason: 'x', text: 'x' })).toMatch(
        /You are named in this complaint/,
      );
    const viewer = { channel: 'web', sender: { id: 'chen' } } as const;
    expect(await test.app.desk.form(buttonNamed('上报'), viewer)).toBeNull();
    expect(await types()).toEqual(before);
    expect(await press('lin', take)).toBe('已完成。');
  });
});

describe('a form’s choice', () => {
  it('that was not among those shown is refused, and nothing is changed [AD-5]', async () => {
    await press('lin', buttonNamed('接手'));
    const before = await types();
    const remedy = { money: '599 CNY', text: '全额退款', withinDays: '3' };
    const propose = buttonNamed('提出方案');
    expect(await press('lin', propose, { ...remedy, kind: 'visit_the_moon' })).toMatch(
      /没有这个选项.*没有改动/,
    );
    expect(await press('lin', propose, { ...remedy, kind: 'refund', owner: 'jane' })).toMatch(/没有这个选项/);
    const finding = { outcome: 'upheld', valid: 'yes', text: '属实', cause: '' };
    expect(await press('lin', buttonNamed('记录结论'), { ...finding, department: 'moon' })).toMatch(
      /没有这个选项/,
    );
    expect(await press('chen', buttonNamed('移交'), { to: 'jane', reason: 'on leave' })).toMatch(
      /not one of the choices shown.*Nothing was changed/,
    );
    expect(await types()).toEqual(before);
    expect(await press('lin', propose, { ...remedy, kind: 'refund', owner: 'chen' })).toBe('已完成。');
  });

  it('of something that is so already is done already, not wrong', async () => {
    const [regrade, kept] = [buttonNamed('调整级别'), buttonNamed('人员回避')];
    expect(await press('lin', regrade, { severity: '5', reason: '更严重' })).toMatch(/没有这个选项/);
    expect(await press('lin', regrade, { severity: '1', reason: '一样' })).toBe('这一步已经做过了。');
    const recuse = { person: 'chen', reason: '被点名' };
    expect(await press('lin', kept, recuse)).toBe('已完成。');
    expect(await press('lin', kept, recuse)).toBe('这一步已经做过了。');
  });

  it('of the form that enters a complaint is held to the same', async () => {
    const enter = (type: string) =>
      test.receive({
        kind: 'command',
        key: `new:${type}`,
        from: { id: 'chen' },
        address: { channel: 'web', place: 'team' },
        name: 'new',
        text: '',
        fields: { what: '冰箱不制冷', source: 'phone', type },
      });
    await enter('moon');
    await test.settle();
    expect(test.web.textsTo('team').at(-1)).toMatch(/not one of the choices shown/);
    expect(await test.app.world.db.selectFrom('complaints').select('number').execute()).toHaveLength(1);
    await enter('product_quality');
    await test.settle();
    expect(await test.app.world.db.selectFrom('complaints').select('number').execute()).toHaveLength(2);
  });
});
