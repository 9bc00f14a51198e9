import { expect, it } from 'vitest';
import {
  asksHigher,
  changesMind,
  declines,
  forWhom,
  isChasing,
  isOnly,
} from '../../src/dialog/moves/words.ts';

it.each([
  '不对，我刚看了存折，是10月16号',
  '订单号我看错了，是88120475',
  'I beg your pardon, it was £34',
  'Sorry, since Tuesday, not Monday',
  'thats not what I said, it was £68.40',
])('takes back what was said before: %s', (text) => expect(changesMind(text)).toBe(true));

it.each(['I want a refund, not a voucher', '到底对不对，你们查一下'])('takes nothing back: %s', (text) =>
  expect(changesMind(text)).toBe(false),
);

it('whoever wants no sorry declines nothing', () => {
  expect(declines('dont give me sorry. when is someone coming', 'name')).toBeNull();
  expect(declines("I don't want to give my name", 'phone')).toBe('name');
});

it.each(['so when', 'when?', '什么时候', '什么时候有人联系我'])('asks for news: %s', (text) =>
  expect(isChasing(text)).toBe(true),
);

it.each(['Yes, that is all correct, thank you.', 'that’s quite right', "now it's right", 'spot on'])(
  'says yes: %s',
  (text) => expect(isOnly('yes', text)).toBe(true),
);

it.each(["Thank you, you've been very patient", '谢谢，你真好'])('thanks: %s', (text) =>
  expect(isOnly('thanks', text)).toBe(true),
);

it.each(['nope', 'dunno', '没', '不晓得'])('leaves a question open: %s', (text) =>
  expect(isOnly('skip', text)).toBe(true),
);

it.each([
  ['替我们店的收银员小何来反映', '收银员小何'],
  ['帮我妈妈投诉', '妈妈'],
  ['替我们解决一下', null],
])('complained for: %s', (text, whom) => expect(forWhom(text)).toBe(whom));

it.each([
  'please escalate my complaint to a manager',
  'I want to speak to your manager',
  'take this higher please',
  'I want this escalated to your boss',
  '我要找你们经理',
  '我要往上反映',
  '我要向总部投诉',
  '帮我升级投诉',
])('asks for somebody higher [ES-3]: %s', (text) => expect(asksHigher(text)).toBe(true));

it.each([
  'I asked for the manager and she laughed',
  '我找过你们经理，没用',
  '经理姓王',
  'the manager was rude',
  'I already escalated it last week',
  '升级套餐以后多扣了钱',
])('asks for nobody higher: %s', (text) => expect(asksHigher(text)).toBe(false));

it.each([
  'Hello, I have a question',
  'Hi, quick question',
  "I've got a question for you",
  'Can I ask you something?',
  '你好，我有个问题',
  '您好，我有个问题想问一下',
  '想咨询一下',
])('announces a question: %s', (text) => expect(isOnly('asks', text)).toBe(true));

it.each(['I have a question about my refund', '我有个问题，热水壶漏水', 'hello', '你好', 'a', '有问题'])(
  'announces none: %s',
  (text) => expect(isOnly('asks', text)).toBe(false),
);

it('goes by what was read, unless it tells of before [ES-3]', () => {
  expect(asksHigher('叫个能做主的人来谈', true)).toBe(true);
  expect(asksHigher('我找过能做主的人', true)).toBe(false);
});
