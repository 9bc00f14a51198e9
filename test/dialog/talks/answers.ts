import { chat, type Script } from '../play.ts';

const known = {
  narrative: '热水壶漏水',
  subject: '热水壶',
  when: '昨天',
  wanted: '退款',
  name: '王芳',
  phone: '13800138000',
};
const but = (...missing: readonly (keyof typeof known)[]): Partial<typeof known> =>
  Object.fromEntries(Object.entries(known).filter(([name]) => !missing.some((one) => one === name)));

/** Answers that are not what was asked: read for what they are (IN-5). */
export const answers: readonly Script[] = [
  {
    name: 'zh: a number sent for a name is no name',
    locale: 'zh-CN',
    lines: [
      {
        says: '热水壶漏水',
        heard: { type: 'product_quality', details: but('name', 'phone') },
        expect: { move: 'ask-name' },
      },
      {
        says: '13911112222',
        heard: { ...chat, details: { name: '13911112222', phone: '13911112222' } },
        expect: { move: 'restate', says: [/电话：13911112222/], saysNot: [/称呼/] },
      },
    ],
  },
  {
    name: 'zh: a name and a number sent together',
    locale: 'zh-CN',
    lines: [
      {
        says: '热水壶漏水',
        heard: { type: 'product_quality', details: but('name', 'phone') },
        expect: { move: 'ask-name' },
      },
      {
        says: '李雷 13911112222',
        heard: { ...chat, details: { name: '李雷 13911112222', phone: '13911112222' } },
        expect: { move: 'restate', says: [/称呼：李雷\n/, /电话：13911112222/] },
      },
    ],
  },
  {
    name: 'zh: a wish told where a date was asked',
    locale: 'zh-CN',
    lines: [
      {
        says: '热水壶漏水',
        heard: { type: 'product_quality', details: but('when', 'wanted') },
        expect: { move: 'ask-when' },
      },
      {
        says: '我要退款',
        heard: { ...chat, details: { when: '我要退款' }, facts: { wants: ['money_back'] } },
        expect: { move: 'restate', says: [/您希望：我要退款/], saysNot: [/时间/] },
      },
    ],
  },
  {
    name: 'en: a date told where a wish was asked',
    locale: 'en',
    lines: [
      {
        says: 'The kettle leaks',
        heard: { type: 'product_quality', details: but('when', 'wanted'), facts: { emotion: 'angry' } },
        expect: { move: 'ask-wanted' },
      },
      {
        says: 'two weeks ago',
        heard: { ...chat, details: { when: 'two weeks ago', wanted: 'two weeks ago' } },
        expect: { move: 'restate', says: [/When: two weeks ago/], saysNot: [/You would like/] },
      },
    ],
  },
  {
    name: 'zh: chasing us asks for news and is no new matter',
    locale: 'zh-CN',
    lines: [
      { says: '热水壶漏水', heard: { type: 'product_quality', details: known }, expect: { move: 'restate' } },
      { presses: { do: 'confirm' }, expect: { move: 'receipt' } },
      {
        says: '怎么还没人联系我？',
        heard: { type: 'service_attitude' },
        expect: { move: 'status', commands: ['AddStatement'], says: [/明天（11月22日）12:00/] },
      },
      {
        says: '叫你们经理来',
        heard: { intent: 'person', isComplaint: false },
        expect: { move: 'higher', commands: ['AddStatement', 'RequestHigher'] },
      },
    ],
  },
  {
    name: 'zh: someone senior is asked for while telling it',
    locale: 'zh-CN',
    lines: [
      {
        says: '热水壶漏水，让你们领导来处理',
        heard: { type: 'product_quality', details: known, facts: { wantsHigher: true } },
        expect: { move: 'restate' },
      },
      {
        presses: { do: 'confirm' },
        expect: { move: 'receipt', commands: ['ReceiveComplaint', 'RequestHigher'], says: [/上一级/] },
      },
    ],
  },
  {
    name: 'zh: starting anew files what was told before',
    locale: 'zh-CN',
    lines: [
      {
        says: '热水壶漏水',
        heard: { type: 'product_quality', details: but('phone') },
        expect: { move: 'ask-phone' },
      },
      {
        orders: 'new',
        expect: {
          move: 'start',
          commands: ['ReceiveComplaint'],
          holds: { 0: { intake: 'incomplete' } },
          says: [/R-2026-000002/],
          waits: true,
        },
      },
    ],
  },
  {
    name: 'zh: anonymous, and for somebody else [IN-13]',
    locale: 'zh-CN',
    lines: [
      {
        says: '我替我妈妈投诉，请匿名：热水壶漏水',
        heard: { type: 'product_quality', details: but('name', 'phone') },
        expect: { move: 'ask-consent', says: [/您妈妈/], saysNot: [/怎么称呼|电话/] },
      },
      {
        presses: { do: 'consent', consent: 'unable' },
        expect: { move: 'restate', says: [/个人信息/] },
      },
      {
        presses: { do: 'confirm' },
        expect: {
          holds: {
            0: { complainant: { id: 'C-1', anonymous: true, onBehalfOf: '妈妈', consent: 'unable' } },
          },
        },
      },
    ],
  },
  {
    name: 'zh: a complaint that asks for a person at once is felt with first [DI-1]',
    locale: 'zh-CN',
    lines: [
      {
        says: '热水壶漏水，给我转人工',
        heard: { intent: 'person', isComplaint: true, type: 'product_quality', details: but('phone') },
        expect: {
          move: 'person',
          commands: ['ReceiveComplaint', 'RequestPerson'],
          holds: { 0: { nature: 'complaint', intake: 'incomplete' } },
          says: [/抱歉/, /R-2026-000001/, /机器人/],
        },
      },
      {
        says: '壶底裂了',
        heard: { type: 'product_quality' },
        expect: { commands: ['AddStatement'], saysNot: [/抱歉/] },
      },
    ],
  },
  {
    name: 'en: a name given when the number was asked',
    locale: 'en',
    lines: [
      {
        says: 'The kettle leaks',
        heard: { type: 'product_quality', details: but('name', 'phone') },
        expect: { move: 'ask-name' },
      },
      {
        says: 'I want a refund',
        heard: { intent: 'addition', facts: { wants: ['money_back'] } },
        expect: { move: 'ask-phone' },
      },
      {
        says: 'Jane Doe, jane.doe@example.com',
        heard: { ...chat, details: { email: 'jane.doe@example.com' } },
        expect: { move: 'restate', says: [/Name: Jane Doe\n/, /jane\.doe@example\.com/] },
      },
    ],
  },
  {
    name: 'zh: a day told when the name was asked is no name, and the name that comes with the number is',
    locale: 'zh-CN',
    lines: [
      {
        says: '电饭煲是坏的',
        heard: { type: 'product_quality', details: but('name', 'phone') },
        expect: { move: 'ask-name' },
      },
      { says: '上周六', heard: { ...chat, details: { when: '上周六' } }, expect: { move: 'ask-phone' } },
      {
        says: '王芳 13912345678',
        heard: { ...chat, details: { phone: '13912345678' } },
        expect: { move: 'restate', says: [/王芳/], saysNot: [/称呼：上周六/] },
      },
    ],
  },
];
