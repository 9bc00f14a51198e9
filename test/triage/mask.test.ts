import { describe, expect, it } from 'vitest';
import { isCardNumber, isIdentityNumber } from '../../src/triage/identity.ts';
import { mask } from '../../src/triage/mask.ts';

describe('nothing sensitive is left in a masked text [AD-3]', () => {
  it.each([
    ['电话13812345678', '13812345678'],
    ['电话１３８ １２３４ ５６７８', '５６７８'],
    ['打 1-3-8-1-2-3-4-5-6-7-8', '1-2-3-4'],
    ['身份证11010519491231002X', '110105'],
    ['卡号6222 0212 3456 7890 123', '6222'],
    ['card 4111 1111 1111 1111', '4111'],
    ['transaction 4111 1111 1111 1111 was not mine', '1111 1111'],
    ['订单号 4111 1111 1111 1111', '1111 1111'],
    ['write to a.b@example.com', 'example'],
    ['我叫王小明，王小明就是我', '王小明'],
    ['My name is Jane Doe. Jane Doe again', 'Jane'],
    ['住北京市朝阳区建国路88号院3号楼2单元501室', '建国路'],
    ['I live at 221 Baker Street', 'Baker'],
    ['passport E12345678', 'E12345678'],
    ['ssn 123-45-6789', '123-45'],
    ['call 415-555-0132 today', '555'],
    ['微信号abc_12345', 'abc_12345'],
    ['一三八一二三四五六七八', '三八一二'],
    ['13８1234五678', '1234五'],
    ['Send it to 1600 Pennsylvania Avenue NW, Washington, DC 20500', '20500'],
    ['IBAN GB29 NWBK 6016 1331 9268 19', 'NWBK'],
    ['姓名：欧阳娜娜', '欧阳'],
    ['1\u200b3812345678', '3812345678'],
  ])('%s', (text, secret) => expect(mask(text)).not.toContain(secret));

  it('covers names that are known from elsewhere', () => {
    expect(mask('李娜 said so', { names: ['李娜'] })).toBe('*** said so');
  });

  it.each([
    '订单号202611030087',
    'order #AB-99231',
    '退我2300元',
    '2026-11-03 下单',
    '3号楼电梯坏了',
    'flight BA2490 delayed',
    'I paid $1,234.56',
  ])('leaves %s as it is', (text) => {
    expect(mask(text)).toBe(text);
  });
});

describe('check digits', () => {
  it('knows an identity number by its last digit', () => {
    expect([isIdentityNumber('11010519491231002X'), isIdentityNumber('110105194912310021')]).toEqual([
      true,
      false,
    ]);
  });
  it('knows a card by Luhn', () => {
    expect([isCardNumber('4111111111111111'), isCardNumber('4111111111111112')]).toEqual([true, false]);
  });
});
