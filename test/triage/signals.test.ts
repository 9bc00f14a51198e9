import { describe, expect, it } from 'vitest';
import { createUnderstanding } from '../../src/triage/understand.ts';
import { shippedLexicons } from './lexicons.ts';

const understand = createUnderstanding(shippedLexicons());
type Signal = 'media' | 'legal' | 'regulator';

const meant: readonly (readonly [Signal, string])[] = [
  [
    'media',
    'Your driver crushed my bike and laughed. The Evening Post has the photos and runs them on Friday.',
  ],
  [
    'media',
    'Three months without heating and no answer. My channel has 40k subscribers, they will enjoy this.',
  ],
  ['media', '装修烂尾半年没人管，都市频道的栏目组明天过来拍，你们自己看着办。'],
  ['media', '没水没解释，大家在机场坐到半夜，有人联系了电视台。'],
  ['legal', 'You kept the deposit without any reason, so the writ goes out on Tuesday.'],
  ['legal', 'Refund refused twice. I have seen counsel and the claim form is ready.'],
  ['legal', '钱拖了三个月不退，支付令我已经申请好了，咱们法庭上说。'],
  ['regulator', 'The toy has lead in it, a complaint with the CPSC is filed.'],
  ['regulator', 'Nobody empties your bins, the council enforcement team has opened a file.'],
  ['regulator', '退费拖了两个月，文体局的预付卡平台我也登记了。'],
];
const notMeant: readonly (readonly [Signal, string])[] = [
  ['media', 'I saw the kettle on TikTok and bought it, and it leaks on the first day.'],
  ['media', '在抖音上买的锅，第一次用就掉漆，太失望了。'],
  ['media', '太慢了，等了两个小时菜才上，不过我不会找媒体。'],
  ['legal', 'How long does a small claims hearing take?'],
  ['legal', '店员态度极差，还说“有本事去告啊”，我只要一个道歉。'],
  ['legal', '这个问题我投诉到底找谁才有用？三天了没人回我。'],
  ['regulator', 'The smoke alarm you sold me beeps all night and is faulty.'],
  ['regulator', '充了120元话费一直没到账，客服不理人，太差了。'],
  ['regulator', '洗衣机老是报警停机，修了也没好，很失望。'],
];

describe('press, law and authorities [TR-2]', () => {
  it.each(meant)('%s is meant in %j', (signal, text) => {
    const { facts, evidence } = understand(text);
    expect(facts[signal]).toBe(true);
    expect(text).toContain(evidence[signal]);
  });
  it.each(notMeant)('%s is not meant in %j', (signal, text) =>
    expect(understand(text).facts[signal]).toBe(false),
  );
});

describe('danger', () => {
  it.each([
    [2, 'The cooker lid blew off and my arm is burned, I am in the burns unit.'],
    [2, '漂流艇翻了，孩子骨折，现在在医院做手术，你们没人管。'],
    [1, 'There was a used bandage in my soup, disgusting.'],
    [1, '坡道没有护栏，昨天我妈差点摔下去，你们到底管不管。'],
    [0, '这服务员的脸能冻死人，问什么都不理，太差了。'],
    [0, 'I nearly died laughing at your excuse, the parcel is still lost.'],
    [0, 'my card got swallowed by the machine on the high street'],
    [0, 'The cash machine has swallowed my bank card'],
  ])('is %i in %j', (level, text) => expect(understand(text).facts.safety).toBe(level));

  it.each([
    'There is water coming through the light fitting in the hall, is that dangerous?',
    'Rain drips out of the socket behind the fridge',
    '卫生间顶上的灯一直往下滴水，灯还亮着',
    '楼上漏下来的水流到配电箱上了',
  ])('is where water meets the current: %j', (text) =>
    expect(understand(text).facts.safety).toBeGreaterThan(0),
  );
});

describe('what a matter is known by, sums and names', () => {
  it.each([
    ['Orla McGarvey, EX-5512, the tiles came in three colours.', ['EX-5512'], ['Orla McGarvey']],
    ['冯伟，车架号LSVAM4187C2184322，发动机又漏油了。', ['LSVAM4187C2184322'], ['冯伟']],
    ['The RTX-4090 card arrived broken on 2026-11-03.', [], []],
  ])('%j', (text, orders, names) => {
    const read = understand(text);
    expect(read.orders.map(({ value }) => value)).toEqual(orders);
    expect(read.names.map(({ value }) => value)).toEqual(names);
  });
  it.each([
    ['129的口红断成三截', [12_900, 'CNY']],
    ['物业费2800，什么都不管', [280_000, 'CNY']],
    ['锅底写48一位', [4800, 'CNY']],
    ['You sold it for 1.290 €', [129_000, 'EUR']],
    ['Paid 300, got nothing', [30_000, 'USD']],
    ['A bill for £1,860.44, and nobody explains it', [186_044, 'GBP']],
  ])('%j', (text, [amountMinor, currency]) =>
    expect(understand(text).amounts.map(({ value }) => value)).toEqual([{ amountMinor, currency }]),
  );
});
