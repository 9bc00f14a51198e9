import { expect } from 'vitest';
import type { Command } from '../../../src/complaint/commands.ts';
import { staff } from '../../support/given.ts';
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

const by = staff('lin');
const offered: readonly Command[] = [
  { type: 'TakeComplaint', at: '2026-11-21T04:10:00.000Z', by },
  {
    type: 'ProposeRemedy',
    at: '2026-11-21T05:10:00.000Z',
    by,
    remedyId: 'r1',
    kind: 'apology',
    money: null,
    text: '当面致歉',
    withinDays: 2,
  },
];

const told: readonly Command[] = [
  { type: 'TakeComplaint', at: '2026-11-21T04:10:00.000Z', by },
  {
    type: 'RecordFinding',
    at: '2026-11-21T05:00:00.000Z',
    by,
    outcome: 'not_upheld',
    valid: false,
    department: 'quality',
    cause: 'none',
    text: '空调没有坏',
  },
  { type: 'ResolveComplaint', at: '2026-11-21T05:10:00.000Z', by, text: '空调已经检查，没有坏' },
];

/** Answers that are not what was asked: read for what they are (IN-5). */
export const answers: readonly Script[] = [
  {
    name: 'zh: words that answer another question are kept, and the next one is put',
    locale: 'zh-CN',
    lines: [
      {
        says: '热水壶漏水',
        heard: { type: 'product_quality', details: but('name', 'phone') },
        expect: { move: 'ask-name' },
      },
      {
        says: '13911112222',
        heard: { ...chat, details: { phone: '13911112222' } },
        expect: { move: 'restate', says: [/电话：13911112222/], saysNot: [/称呼/] },
      },
    ],
  },
  {
    name: 'zh: whoever asks why we ask is answered, and asked once more',
    locale: 'zh-CN',
    lines: [
      {
        says: '热水壶漏水',
        heard: { type: 'product_quality', details: but('name') },
        expect: { move: 'ask-name' },
      },
      {
        says: '为什么要知道我的名字？先说说什么时候有人来',
        heard: { ...chat },
        expect: { move: 'ask-name', says: [/跳过/, /什么时候|哪天/], saysNot: [/记下了/] },
      },
      {
        says: '不想留名字行不行',
        heard: { intent: 'addition' },
        expect: { move: 'restate', saysNot: [/称呼/] },
      },
    ],
  },
  {
    name: 'en: a name declined while something else was asked',
    locale: 'en',
    lines: [
      {
        says: 'The kettle leaks',
        heard: { type: 'product_quality', details: but('name', 'when') },
        expect: { move: 'ask-when' },
      },
      {
        says: "I'd rather not give my name",
        heard: { intent: 'addition' },
        expect: { move: 'ask-when' },
      },
      {
        says: 'no idea, sometime last week',
        heard: { intent: 'addition', details: { when: 'last week' } },
        expect: { move: 'restate', says: [/When: last week/], saysNot: [/Name:/] },
      },
    ],
  },
  {
    name: 'en: no idea what to wish for is left open, whatever else is told with it',
    locale: 'en',
    lines: [
      {
        says: 'The kettle leaks',
        heard: { type: 'product_quality', details: but('wanted', 'when') },
        expect: { move: 'ask-when' },
      },
      { says: 'a silver one, with a lid', heard: { intent: 'addition' }, expect: { move: 'ask-wanted' } },
      {
        says: 'not sure, it was last week by the way',
        heard: { intent: 'addition', details: { when: 'last week' } },
        expect: { move: 'restate', says: [/When: last week/], saysNot: [/You would like/] },
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
    name: 'en: a misread wish does not drop what was told; only a plain word does',
    locale: 'en',
    lines: [
      {
        says: 'The kettle leaks',
        heard: { type: 'product_quality', details: but('name') },
        expect: { move: 'ask-name' },
      },
      {
        says: 'just fix it',
        heard: { intent: 'withdrawal', intentConfidence: 0.4 },
        expect: { move: 'restate' },
      },
      {
        says: 'oh leave it then, it is not worth the trouble',
        heard: { intent: 'withdrawal', intentConfidence: 0.9 },
        expect: { move: 'ask-drop', commands: [], buttons: ['withdraw', 'keep'] },
      },
      { presses: { do: 'keep' }, expect: { move: 'restate' } },
      {
        says: 'never mind',
        heard: { intent: 'withdrawal', intentConfidence: 0.95 },
        expect: { move: 'dropped', commands: [], waits: false },
      },
    ],
  },
  {
    name: 'zh: whoever has had enough of questions gets the number, not the next one',
    locale: 'zh-CN',
    lines: [
      {
        says: '热水壶漏水',
        heard: { type: 'product_quality', details: but('wanted', 'name') },
        expect: { move: 'ask-wanted' },
      },
      {
        says: '别问了，自己查',
        heard: { intent: 'complaint', type: 'other', facts: { emotion: 'angry' } },
        expect: { move: 'receipt', commands: ['ReceiveComplaint'], says: [/不(?:再)?问/, /编号是 R-2026/] },
      },
    ],
  },
  {
    name: 'zh: who speaks of ending their life is met as a person, with a line to call [IN-14]',
    locale: 'zh-CN',
    lines: [
      {
        says: '被你们催收逼得活不下去了，今晚就想一了百了',
        heard: { type: 'privacy', facts: { safety: 2 } },
        expect: { says: [/12356/, /亲近的人/], saysNot: [/离开那里|安全的地方/] },
      },
    ],
  },
  {
    name: 'en: words that only look like a call for help bring no ambulance',
    locale: 'en',
    lines: [
      {
        says: 'she walked 2 km in the rain',
        heard: { intent: 'emergency', intentConfidence: 0.33, isComplaint: true },
        expect: { saysNot: [/ambulance/] },
      },
    ],
  },
  {
    name: 'en: thanks are kept back where praise is not sure',
    locale: 'en',
    lines: [
      {
        says: 'nothing works. as usual.',
        heard: { intent: 'praise', intentConfidence: 0.66 },
        expect: { move: 'unsure', saysNot: [/Thank you/] },
      },
    ],
  },
  {
    name: 'en: praise that takes a turn is asked about',
    locale: 'en',
    lines: [
      {
        says: 'love the app, great support last year. but today your driver left my mum at the wrong clinic',
        heard: { intent: 'praise', intentConfidence: 0.85 },
        expect: { move: 'unsure', saysNot: [/Thank you/] },
      },
    ],
  },
  {
    name: 'en: am I writing with a bot, asked first of all',
    locale: 'en',
    lines: [
      {
        says: 'Are you a real person?',
        heard: { intent: 'question' },
        expect: { says: [/bot/], saysNot: [/reliable answer/], commands: [] },
      },
    ],
  },
  {
    name: 'zh: whether a colleague may join is answered with a code',
    locale: 'zh-CN',
    lines: [
      { says: '热水壶漏水', heard: { type: 'product_quality', details: known }, expect: { move: 'restate' } },
      { presses: { do: 'confirm' }, expect: { move: 'receipt' } },
      {
        says: '我同事也是这样，她也能一起吗',
        heard: { intent: 'question' },
        expect: { commands: ['AddStatement'], says: [/JOINUS01/] },
      },
      {
        says: '这些谁会看？',
        heard: { intent: 'question' },
        expect: { commands: ['AddStatement'], says: [/同事/, /privacy/] },
      },
    ],
  },
  {
    name: 'zh: whoever only says that they want to complain is invited to tell',
    locale: 'zh-CN',
    lines: [
      {
        says: '我要投诉',
        heard: { type: 'other' },
        expect: { move: 'start', says: [/机器人/], saysNot: [/理解错/] },
      },
      {
        says: '你们的外卖小哥把汤洒了一地还怪我没出来接',
        heard: { type: 'logistics', yesNo: 'no' },
        expect: { says: [/抱歉/] },
      },
    ],
  },
  {
    name: 'zh: a complaint told where a yes or no was asked is no no',
    locale: 'zh-CN',
    lines: [
      {
        says: '你们那个东西啊',
        heard: { isComplaint: true, intentConfidence: 0.2 },
        expect: { move: 'unsure' },
      },
      {
        says: '汤洒了一地还怪我没出来接',
        heard: { type: 'logistics', yesNo: 'no' },
        expect: { says: [/抱歉/], saysNot: [/随时说/] },
      },
    ],
  },
  {
    name: 'en: no phone is no matter',
    locale: 'en',
    lines: [
      {
        says: 'The kettle leaks',
        heard: { type: 'product_quality', details: but('phone', 'subject') },
        expect: { move: 'ask-subject' },
      },
      { presses: { do: 'skip-question' }, expect: { move: 'ask-phone' } },
      {
        says: 'no phone',
        heard: { ...chat, details: { subject: 'phone' } },
        expect: { move: 'restate', saysNot: [/About: phone/] },
      },
    ],
  },
  {
    name: 'en: a question where a yes was asked is answered, and nothing is said to be changed',
    locale: 'en',
    lines: [
      {
        says: 'The kettle leaks',
        heard: { type: 'product_quality', details: but() },
        expect: { move: 'restate' },
      },
      {
        says: 'What happens if I am not happy with the answer?',
        heard: { intent: 'question', details: { narrative: 'What happens if' } },
        expect: { move: 'restate', says: [/higher/], saysNot: [/[Cc]hanged/, /kettle/] },
      },
      {
        says: 'Will it affect my credit score?',
        heard: { intent: 'question', details: { subject: 'credit score' } },
        expect: { move: 'restate', says: [/colleague|answered/], saysNot: [/About: credit/] },
      },
      {
        says: 'Yes that is right',
        heard: { ...chat, yesNo: 'yes' },
        expect: { move: 'receipt', holds: { 0: { summary: expect.stringContaining('credit score') } } },
      },
    ],
  },
  {
    name: 'zh: a yes with a question behind it files, and the question goes along',
    locale: 'zh-CN',
    lines: [
      { says: '热水壶漏水', heard: { type: 'product_quality', details: but() }, expect: { move: 'restate' } },
      {
        says: '对对，就是这样。那多扣的钱退不退？',
        heard: { type: 'billing' },
        expect: { move: 'receipt', commands: ['ReceiveComplaint'], says: [/R-2026/] },
      },
      {
        says: '要不要我把照片发过来',
        heard: { intent: 'question' },
        expect: { move: 'question', says: [/对话里|发到这里/] },
      },
      { says: '好，谢谢你啊同志', heard: chat, expect: { move: 'welcome', commands: [] } },
    ],
  },
  {
    name: 'zh: a plea not to be named is no wish; it is told what that means',
    locale: 'zh-CN',
    lines: [
      {
        says: '热水壶漏水',
        heard: { type: 'product_quality', details: but('wanted', 'name', 'phone') },
        expect: { move: 'ask-wanted' },
      },
      {
        says: '千万别让店长知道是我说的',
        heard: { details: { wanted: '千万别让店长知道是我说的' } },
        expect: { move: 'ask-wanted', says: [/不留名|不记您的名字/] },
      },
      {
        says: '来查一查',
        heard: { intent: 'addition', details: { wanted: '来查一查' } },
        expect: { move: 'restate', says: [/您希望：来查一查/], saysNot: [/怎么称呼/] },
      },
    ],
  },
  {
    name: 'zh: a sentence with 是 in it is no yes, and what a yes brings along is kept',
    locale: 'zh-CN',
    lines: [
      { says: '热水壶漏水', heard: { type: 'product_quality', details: but() }, expect: { move: 'restate' } },
      {
        says: '车牌尾号是 7K3，司机好像姓冯',
        heard: { ...chat, yesNo: 'yes' },
        expect: { move: 'restate', says: [/7K3/], commands: [] },
      },
      {
        says: '对，写得清楚',
        heard: { ...chat, yesNo: 'yes' },
        expect: { move: 'receipt', commands: ['ReceiveComplaint'] },
      },
    ],
  },
  {
    name: 'zh: who names a manager in an answer calls nobody; a name said while the words wait is the name',
    locale: 'zh-CN',
    lines: [
      {
        says: '热水壶漏水',
        heard: { type: 'product_quality', details: but('subject', 'name') },
        expect: { move: 'ask-subject' },
      },
      {
        says: '城南支行的客户经理，姓方',
        heard: { intent: 'person', intentConfidence: 0.53, details: { subject: '城南支行' } },
        expect: { move: 'ask-name', commands: [] },
      },
      { presses: { do: 'skip-question' }, expect: { move: 'restate' } },
      { says: '赵敏', heard: chat, expect: { move: 'restate', says: [/称呼：赵敏/], saysNot: [/；赵敏/] } },
      { says: '没有', heard: { ...chat, yesNo: 'no' }, expect: { move: 'receipt' } },
    ],
  },
  {
    name: 'zh: whoever asks whether anybody will act is answered before the next question',
    locale: 'zh-CN',
    lines: [
      {
        says: '热水壶漏水',
        heard: { type: 'product_quality', details: but('phone') },
        expect: { move: 'ask-phone' },
      },
      {
        says: '你先告诉我你们到底管不管',
        expect: { move: 'ask-phone', says: [/管/, /负责的同事/], saysNot: [/很有帮助/] },
      },
    ],
  },
  {
    name: 'en: a sum put right is said back, and the thing it is about stays',
    locale: 'en',
    lines: [
      {
        says: 'The kettle leaks and I paid £24 to have it looked at',
        heard: { type: 'product_quality', details: but('name') },
        expect: { move: 'ask-name' },
      },
      {
        says: 'I beg your pardon, it was £34, I had not got my glasses on.',
        heard: {
          details: { subject: 'glasses' },
          amounts: [{ value: { amountMinor: 3400, currency: 'GBP' }, text: '£34', start: 29, end: 32 }],
        },
        expect: { says: [/£34/, /About: 热水壶/], saysNot: [/About: glasses/] },
      },
    ],
  },
  {
    name: 'en: a change of mind replaces the wish, more of it is added',
    locale: 'en',
    lines: [
      {
        says: 'The kettle leaks, I want a refund',
        heard: { type: 'product_quality', details: { ...but('name'), wanted: 'I want a refund' } },
        expect: { move: 'ask-name' },
      },
      {
        says: "actually I'd rather have a new one",
        heard: { details: { wanted: "I'd rather have a new one" } },
        expect: { move: 'restate', says: [/would like: I'd rather have a new one/], saysNot: [/refund/] },
      },
      {
        says: 'and an apology as well',
        heard: { details: { wanted: 'an apology' } },
        expect: { move: 'restate', says: [/a new one; an apology/] },
      },
    ],
  },
  {
    name: 'en: who says that something is missing is asked what',
    locale: 'en',
    lines: [
      {
        says: 'The kettle leaks',
        heard: { type: 'product_quality', details: but() },
        expect: { move: 'restate' },
      },
      {
        says: 'You only wrote down the kettle.',
        heard: { details: { subject: known.subject } },
        expect: { move: 'ask-correction', saysNot: [/[Cc]hanged/] },
      },
      { says: 'all good', heard: { ...chat, yesNo: 'yes' }, expect: { move: 'receipt' } },
    ],
  },
  {
    name: 'en: who wants it kept open after all is heard',
    locale: 'en',
    lines: [
      {
        says: 'The kettle leaks',
        heard: { type: 'product_quality', details: but() },
        expect: { move: 'restate' },
      },
      { presses: { do: 'confirm' }, expect: { move: 'receipt' } },
      {
        says: 'forget the whole thing',
        heard: { intent: 'withdrawal' },
        expect: { move: 'ask-withdrawal' },
      },
      {
        says: 'no dont close it, he cant. keep it open',
        heard: { intent: 'withdrawal' },
        expect: { move: 'kept' },
      },
      {
        says: '退也不用退了，我要换一台',
        heard: { intent: 'withdrawal', details: { wanted: '我要换一台' } },
        expect: { commands: ['AddStatement'], saysNot: [/撤回|withdraw/] },
      },
      {
        says: 'one more thing, the lamp in the hall is out too',
        heard: { type: 'product_quality' },
        expect: { move: 'ask-matter' },
      },
      {
        says: 'hm',
        heard: chat,
        expect: { commands: ['AddStatement', 'AddStatement'] },
      },
    ],
  },
  {
    name: 'en: who wonders whether we are a person is answered, and nobody is called in',
    locale: 'en',
    lines: [
      {
        says: 'Thank you, you have been very kind. Are you a real person?',
        heard: { intent: 'person' },
        expect: { says: [/bot/], commands: [] },
      },
      { says: 'let me talk to a real person', heard: { intent: 'person' }, expect: { move: 'person' } },
    ],
  },
  {
    name: 'en: kind words after praise are no trouble, and a later complaint is read by itself',
    locale: 'en',
    lines: [
      {
        says: 'Dina was wonderful!',
        heard: { intent: 'praise', type: 'service_attitude' },
        expect: { move: 'praise' },
      },
      {
        says: 'The food was lovely as well.',
        heard: { intent: 'praise', intentConfidence: 0.6 },
        expect: { move: 'praise' },
      },
      {
        says: 'Only thing is, I was charged 64 instead of 46',
        heard: { type: 'billing', details: but() },
        expect: { move: 'ask-order', says: [/sorry/, /charge/], saysNot: [/respect/] },
      },
    ],
  },
  {
    name: 'zh: who finds nothing to change after all has said yes',
    locale: 'zh-CN',
    lines: [
      {
        says: '热水壶漏水',
        heard: { type: 'product_quality', details: but() },
        expect: { move: 'restate' },
      },
      { presses: { do: 'correct' }, expect: { move: 'ask-correction' } },
      {
        says: '没有要改的了，对，就这样',
        heard: { intent: 'addition', yesNo: 'no' },
        expect: { move: 'receipt', commands: ['ReceiveComplaint'], holds: { 0: { details: but() } } },
      },
    ],
  },
  {
    name: 'zh: who names the one that swore at them has agreed to no remedy',
    locale: 'zh-CN',
    lines: [
      {
        says: '热水壶漏水',
        heard: { type: 'product_quality', details: but() },
        expect: { move: 'restate' },
      },
      { presses: { do: 'confirm' }, expect: { move: 'receipt' } },
      {
        says: '就是客服陈宇，他骂人，我要投诉他',
        heard: { intent: 'addition', yesNo: 'yes', isComplaint: true },
        meanwhile: offered,
        expect: {
          move: 'offer-open',
          commands: ['AddStatement'],
          buttons: ['accept-remedy', 'decline-remedy'],
        },
      },
      {
        says: 'yes but the voucher is too small',
        heard: { intent: 'addition', yesNo: 'yes' },
        expect: { move: 'offer-open', commands: ['AddStatement'] },
      },
      {
        says: '好的，谢谢，就按你们说的办',
        heard: { ...chat, yesNo: 'yes' },
        expect: { commands: ['AcceptRemedy'], holds: { 0: { evidence: '好的，谢谢，就按你们说的办' } } },
      },
    ],
  },
  {
    name: 'zh: who asks for a manager while we still ask is sent higher at once, and asked on',
    locale: 'zh-CN',
    lines: [
      {
        says: '空调坏了，业主占领售楼处',
        heard: {
          type: 'product_quality',
          facts: { demonstration: true },
          details: { narrative: '空调坏了，业主占领售楼处' },
        },
        expect: { move: 'ask-subject', commands: ['ReceiveComplaint'] },
      },
      {
        says: '我要往上反映',
        heard: { details: { narrative: '我要往上反映' } },
        expect: {
          move: 'ask-subject',
          commands: ['AddStatement', 'RequestHigher'],
          holds: { 0: { details: {} } },
          says: [/上/],
        },
      },
      {
        says: '我要找你们经理',
        heard: { intent: 'person', facts: { wantsHigher: true } },
        expect: { move: 'ask-subject', commands: ['AddStatement', 'RequestHigher'] },
      },
    ],
  },
  {
    name: 'en: who asks for a manager while we still ask is sent higher at once, and asked on',
    locale: 'en',
    lines: [
      {
        says: 'The air conditioning failed and the owners occupy the office',
        heard: {
          type: 'product_quality',
          facts: { demonstration: true },
          details: {
            narrative: 'The air conditioning failed and the owners occupy the office',
            when: 'today',
          },
        },
        expect: { move: 'ask-subject', commands: ['ReceiveComplaint'] },
      },
      {
        says: 'please escalate my complaint to a manager',
        heard: {
          facts: { wantsHigher: true },
          details: { wanted: 'please escalate my complaint to a manager' },
        },
        expect: {
          move: 'ask-subject',
          commands: ['AddStatement', 'RequestHigher'],
          holds: { 0: { details: {} } },
        },
      },
    ],
  },
  {
    name: 'zh: after the outcome was told nothing more is asked, and how it stands is said',
    locale: 'zh-CN',
    lines: [
      {
        says: '空调坏了，业主占领售楼处，我要匿名',
        heard: {
          type: 'product_quality',
          facts: { demonstration: true },
          details: { narrative: '空调坏了，业主占领售楼处' },
        },
        expect: { move: 'ask-subject', commands: ['ReceiveComplaint'] },
      },
      {
        says: '我的投诉有结果了吗',
        heard: { intent: 'status' },
        after: 120,
        meanwhile: told,
        expect: { move: 'status', commands: [], says: [/已经处理完/] },
      },
      {
        says: '谢谢',
        heard: chat,
        expect: { move: 'welcome', commands: [] },
      },
    ],
  },
  {
    name: 'en: after the outcome was told nothing more is asked, and how it stands is said',
    locale: 'en',
    lines: [
      {
        says: 'The air conditioning failed and the owners occupy the office',
        heard: {
          type: 'product_quality',
          facts: { demonstration: true },
          details: but('wanted', 'name', 'phone'),
        },
        expect: { move: 'ask-wanted', commands: ['ReceiveComplaint'] },
      },
      {
        says: 'What came of my complaint?',
        heard: { intent: 'status' },
        after: 120,
        meanwhile: told,
        expect: { move: 'status', commands: [], says: [/dealt with/], saysNot: [/put right/] },
      },
    ],
  },
  {
    name: 'en: who announces a question is told to go ahead, and nobody is pitied',
    locale: 'en',
    lines: [
      {
        says: 'Hello, I have a question',
        heard: { intent: 'complaint', intentConfidence: 0.43 },
        expect: { says: [/tell me|go ahead/], saysNot: [/sorry|frustrat/], commands: [], complaint: null },
      },
      { says: 'The kettle leaks', heard: { type: 'product_quality' }, expect: { says: [/sorry/] } },
    ],
  },
  {
    name: 'zh: a yes with a but withdraws nothing',
    locale: 'zh-CN',
    lines: [
      {
        says: '热水壶漏水',
        heard: { type: 'product_quality', details: but() },
        expect: { move: 'restate' },
      },
      { presses: { do: 'confirm' }, expect: { move: 'receipt' } },
      { says: '撤诉吧', heard: { intent: 'withdrawal' }, expect: { move: 'ask-withdrawal' } },
      {
        says: '可以，但是钱要先退给我',
        heard: { intent: 'addition', yesNo: 'yes' },
        expect: { commands: ['AddStatement'] },
      },
    ],
  },
];
