import { describe, expect, it } from 'vitest';
import { bareName } from '../../src/triage/names.ts';
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
    ['name', 'Mary Poole', 'Mary Poole'],
    ['name', '林女士', '林女士'],
    ['name', 'Dr. Kim', 'Dr. Kim'],
    ['contactPreference', '晚上七点以后打电话', '七点以后'],
    ['phone', 'evenings only, 0412 555 019', '0412 555 019'],
    ['when', '9月20办的', '9月20'],
    ['when', '不是18号是15号下的单', '15号'],
    ['when', 'It was on Monday 16 November at the branch', 'on Monday 16 November'],
    ['subject', '加湿器，上周买的', '加湿器'],
    ['phone', 'Ahmed Siddiqui 07700 900321 any time', '07700900321'],
    ['name', 'kev marsh, account 88213345, text me dont call 07700 900123', 'kev marsh'],
    ['when', 'ordered it on the 2nd', 'on the 2nd'],
    [
      'where',
      'I think it was the Ludlow branch, though I mostly do everything by post.',
      'the Ludlow branch',
    ],
    ['subject', 'Oak Harbour three-seater, bought 12 September', 'Oak Harbour three-seater'],
    ['phone', 'Danny Okafor 07700 900123', '07700900123'],
    ['name', '姓周，周凯，139 0011 2233', '周凯'],
    ['wanted', 'I should simply like it put back, please.', 'put back'],
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
    ['wanted', '已经去过医院了，现在没事，就是一直哭'],
    ['wanted', 'A new one please. Actually no, hang on, let me ask my wife'],
    ['wanted', 'I rang and a man said he could not do anything without the receipt'],
    ['where', '已经去过医院了，现在没事'],
    ['where', 'i work from home ffs. lost two clients'],
    ['subject', '昨晚八点多开始的'],
    ['contactPreference', 'yes FINALLY'],
    ['wanted', '金桂苑7栋1502'],
    ['wanted', '七点多'],
    ['wanted', '14th to the 16th'],
    ['wanted', '业务员叫小孙，在银行柜台旁边坐着的'],
    ['wanted', 'The Harbour Street place'],
    ['when', '£86.40'],
    ['where', '五万块'],
    ['wanted', '车牌尾号是 7K3，司机好像姓冯'],
    ['wanted', 'The broadband is the urgent one, I work from home'],
    ['phone', '哦不是，订单号我看错了，是88120475'],
    ['contactPreference', '手机号就是我现在这个，18612345670'],
    ['contactPreference', 'Mrs Margaret Pell. I have no email, only the telephone, 01584 555 019.'],
    ['when', 'if its not on by friday im going to the ombudsman'],
    ['when', '陈女士，微信同号 15877776666，白天上班别打电话，晚上七点以后'],
  ])('%s: %s', (asked, text) => {
    expect(heard(asked, text)[asked]).toBeUndefined();
  });

  it('a wish told where a day was asked is the wish', () => {
    expect(heard('when', '我要退款').wanted).toBe('我要退款');
  });

  it.each<readonly [string, string]>([
    ['微信上联系吧，电话我上班不接', '微信上联系吧，电话我上班不接'],
    ['evenings only, 0412 555 019', 'evenings only'],
    [
      '陈女士，微信同号 15877776666，白天上班别打电话，晚上七点以后',
      '微信同号，白天上班别打电话，晚上七点以后',
    ],
    ['kev marsh, account 88213345, text me dont call 07700 900123', 'text me dont call'],
    ['Ruth Okafor, ring me on 07700 900456 but not before ten', 'ring me but not before ten'],
    ['13712345678，你们打电话声音大一点，我耳背', '你们打电话声音大一点，我耳背'],
    ['my name Liu Wei, wechat liuwei_88', 'wechat liuwei_88'],
    ['text me, I sleep days', 'text me, I sleep days'],
    ['微信吧，laoliu1975', '微信吧，laoliu1975'],
  ])('a way or a time told with the number or in its place is kept whole, without it: %s', (text, way) => {
    expect(heard('phone', text).contactPreference).toBe(way);
  });

  it.each<readonly [DetailName, string, string]>([
    ['name', 'just the 18 back', 'just the 18 back'],
    ['name', '想要重新送一个', '想要重新送一个'],
    ['phone', '医药费八百六你们得出，还有这个车要下架', '医药费八百六你们得出，还有这个车要下架'],
    ['phone', '换吧', '换吧'],
    ['name', "ok she says we'd rather keep it and get something off the price", 'rather keep it'],
    ['wanted', 'Order 7781-2204, arrived Wednesday. I want the 39 not the 41.', 'I want the 39 not the 41.'],
  ])('a wish without a known remedy is a wish, whatever was asked (%s): %s', (asked, text, wish) => {
    expect(heard(asked, text).wanted).toContain(wish);
  });

  it('a name told with the number is the name', () => {
    expect(heard('phone', 'Ahmed Siddiqui 07700 900321 any time').name).toBe('Ahmed Siddiqui');
  });

  it('mornings told while the words said back wait for their yes are when to call', () => {
    const { details } = understand('In the mornings please, I rest after lunch', { expecting: 'yes-no' });
    expect([details.contactPreference, details.when]).toEqual([
      expect.stringContaining('mornings'),
      undefined,
    ]);
  });

  it.each([
    ['晚上别打电话，白天联系', '晚上别打电话，白天联系'],
    ['上午打就行，下午我要接孙子', '上午打就行'],
    ['我女儿接电话也行，我老花眼', '我女儿接电话也行'],
  ])('when not to call is never read as a call: %s', (text, way) => {
    expect(understand(text, { expecting: 'yes-no' }).details.contactPreference).toBe(way);
  });

  it('what comes while the words said back wait for their yes is read as it is meant', () => {
    const put = (text: string): Details => understand(text, { expecting: 'yes-no' }).details;
    expect(put('Danny Okafor 07700 900123')).toMatchObject({ name: 'Danny Okafor', phone: '07700900123' });
    expect(put('I want it fixed tonight and a week off my rent').when).toBeUndefined();
    expect(put('麻烦您们把钱退给我，再说明一下情况就可以了').wanted).toContain('把钱退给我');
  });

  it.each([
    ['哦不是，订单号我看错了，是88120475', '88120475'],
    ['订单号不是88120457，是88120475', '88120475'],
    ['I got the order number wrong, it is 88120475', '88120475'],
  ])('an order number put right is the order: %s', (text, order) => {
    expect(heard('phone', text).order).toBe(order);
  });

  it('a day told where a number was asked is no name', () => {
    expect(heard('phone', '上周五')).toEqual({ when: '上周五' });
  });

  it('our question given back before its answer is no part of it', () => {
    expect(heard('phone', '订单？886712345098').order).toBe('886712345098');
  });

  it('where to write to is not where it happened', () => {
    const { details } = understand('By post if you can, 4 Rowan Close, Derby', { expecting: 'yes-no' });
    expect(details).toMatchObject({ contactPreference: 'By post if you can' });
    expect(details.where).toBeUndefined();
  });

  it('when to call is not also what is to be done', () => {
    const { contactPreference, wanted } = heard('phone', 'Please call after 5');
    expect([contactPreference, wanted]).toEqual(['Please call after 5', undefined]);
  });

  it('能不能 asks, it does not say no', () => {
    expect(understand('能不能给我开发票发过来', { expecting: 'yes-no' }).yesNo).toBeNull();
  });

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
  ['我在你们这订的蛋糕送错了地址，送到隔壁小区去了', '蛋糕', undefined],
  ['上个月我在贵行解放路支行取钱，多收了我12元', '贵行解放路支行', '在贵行解放路支行'],
  ['昨晚在你们人民广场店吃饭，菜里有一根钢丝', '人民广场店', '在你们人民广场店'],
  ['前天买的吹风机，万象城店', '吹风机', '万象城店'],
  ['hi i buyed a toaster at ur shop in queens road, it burns', 'toaster', 'at ur shop in queens road'],
])('what it is about and where it was: %s', (text, subject, where) => {
  expect(understand(text).details).toMatchObject({ subject, ...(where === undefined ? {} : { where }) });
});

it('a month and an office are no place', () => {
  const { where } = understand('My husband died in August and your office keeps writing to him.').details;
  expect(where).toBeUndefined();
});

it.each([
  ['赵敏', '赵敏'],
  ['Ellen Marsh', 'Ellen Marsh'],
  ['安全', undefined],
  ['Looks good', undefined],
  ['没错', undefined],
  ['昨天', undefined],
  ['高兴', undefined],
])('a name and nothing else: %s', (text, name) => expect(bareName(text)).toBe(name));

it.each([
  ['great support last year, but today your driver left my mum at the wrong clinic', 'today'],
  ['去年买的会员，今早发现被扣了两次', '今早'],
  ['my refund is pending since 12 days', 'since 12 days'],
])('of several dates the one nearest to a day is when it happened: %s', (text, when) => {
  expect(understand(text).details.when).toBe(when);
});
