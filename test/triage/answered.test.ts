import { describe, expect, it } from 'vitest';
import { createUnderstanding } from '../../src/triage/understand.ts';
import type { DetailName, Details } from '../../src/triage/understanding.ts';
import { shippedLexicons } from './lexicons.ts';

const understand = createUnderstanding(shippedLexicons());

const heard = (expecting: DetailName, text: string): Details => understand(text, { expecting }).details;

describe('an answer stands for the detail that was asked for [IN-5]', () => {
  it.each<readonly [DetailName, string, string]>([
    ['when', '三个星期前吧', '三个星期前'],
    ['when', '九月头上', '九月头上'],
    ['when', '刚搬进来那会儿', '刚搬进来那会儿'],
    ['when', 'the day we moved in', 'the day we moved in'],
    ['when', 'flat 14B Rosewood court. since nov 2', 'since nov 2'],
    ['when', '昨天中午，人民路店，三个人吃的都不舒服', '昨天中午'],
    ['when', 'no idea, sometime last week', 'last week'],
    ['where', '人民路店', '人民路店'],
    ['where', '7栋2单元', '7栋2单元'],
    ['where', 'Rosewood', 'Rosewood'],
    ['where', '网上买的', '网上买的'],
    ['order', 'Booking ref is QX7T2P', 'QX7T2P'],
    ['order', "sure, it's 113-4482910-22", '113-4482910-22'],
    ['wanted', '全额退款', '全额退款'],
    ['wanted', '给我退了算了，1899块呢', '退'],
    ['wanted', 'I just want it to work', 'to work'],
    ['wanted', '让我安安静静睡个觉', '睡个觉'],
    ['name', 'amy chen', 'amy chen'],
    ['name', 'Joanna Marsh, joanna.marsh@example.org', 'Joanna Marsh'],
    ['name', '李雷 13911112222', '李雷'],
    ['name', '我叫欧阳娜娜', '欧阳娜娜'],
    ['name', '姓陈', '陈先生/女士'],
    ['name', 'Seán Ó Briain', 'Seán Ó Briain'],
    ['contactPreference', '晚上七点以后打电话', '七点以后'],
    ['phone', 'evenings only, 0412 555 019', '0412 555 019'],
    ['when', '9月20办的', '9月20'],
    ['when', 'ordered it on the 2nd', 'on the 2nd'],
  ])('%s: %s', (asked, text, value) => {
    expect(heard(asked, text)[asked]).toContain(value);
  });
});

describe('words that say something else are not put under it [IN-5]', () => {
  it.each<readonly [DetailName, string]>([
    ['when', 'a camera lens. 450 quid'],
    ['when', '我要退款'],
    ['when', 'order 7741-B'],
    ['when', '不想留名字行不行'],
    ['where', '给我退了算了'],
    ['where', '九月头上'],
    ['subject', 'two weeks ago'],
    ['order', '没有这个东西'],
    ['wanted', 'two weeks ago'],
    ['wanted', 'Amy Chen. And just so you know my husband works at the Guardian'],
    ['wanted', 'why do you need my name? can you first tell me when somebody comes'],
    ['name', 'Booking ref is QX7T2P'],
    ['name', '13911112222'],
    ['name', '上周六'],
    ['name', 'last Saturday'],
    ['name', 'just refund me'],
    ['name', '退钱就行'],
    ['phone', 'Jane Doe'],
  ])('%s: %s', (asked, text) => {
    expect(heard(asked, text)[asked]).toBeUndefined();
  });

  it('a wish told where a day was asked is the wish', () => {
    expect(heard('when', '我要退款').wanted).toBe('我要退款');
  });

  it.each(['微信上联系吧，电话我上班不接', 'evenings only, 0412 555 019'])(
    'a way or a time that comes instead of the number is kept: %s',
    (text) => {
      expect(heard('phone', text).contactPreference).toBe(text);
    },
  );

  it.each(['王姐', 'Mrs Patel'])('a name with its title is the name, whatever was asked: %s', (text) => {
    const { name, wanted } = heard('wanted', text);
    expect({ name, wanted }).toEqual({ name: text, wanted: undefined });
  });

  it.each([
    ['王芳 13912345678', '王芳'],
    ['Jane Doe, jane.doe@example.com', 'Jane Doe'],
  ])('a name that comes with the number is the name: %s', (text, name) => {
    expect(heard('phone', text).name).toBe(name);
  });
});

it.each([
  ['great support last year, but today your driver left my mum at the wrong clinic', 'today'],
  ['去年买的会员，今早发现被扣了两次', '今早'],
  ['my refund is pending since 12 days', 'since 12 days'],
])('of several dates the one nearest to a day is when it happened: %s', (text, when) => {
  expect(understand(text).details.when).toBe(when);
});
