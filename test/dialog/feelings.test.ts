import { describe, expect, test } from 'vitest';
import { feelingOf, feelings } from '../../src/dialog/script/feelings.ts';
import { noFacts } from '../../src/policy/facts.ts';

const heard = (words: string) =>
  feelingOf({ ...noFacts, type: 'logistics' }, { type: words.slice(0, 12) }, words);
const seeds = Array.from({ length: 20 }, (_, index) => `talk/${index}`);

describe('the feeling named to somebody whose things or journey went wrong [DI-1]', () => {
  test.each([
    '快递一个星期还没到，客服一直说在路上',
    '外卖送了两个小时才到，汤都洒了',
    'My parcel never arrived',
    'The courier left the box in the rain',
    'still no delivery, and tracking has not moved for a week',
  ])('is of a delivery: %s', (words) => {
    expect(heard(words)).toBe('delivery');
  });

  test.each([
    '航班延误了九个小时，没人管我们',
    '高铁晚点两个小时，害我没赶上面试',
    '网约车司机绕路，还把我扔在半路',
    '托运的行李到现在也没有签收',
    'My flight was cancelled and nobody delivered on their promises',
    'The train was two hours late and I missed my connection',
    'The taxi I booked never came',
  ])('speaks of no parcel: %s', (words) => {
    expect(heard(words)).toBe('logistics');
    for (const seed of seeds) {
      expect(feelings('zh-CN', 'logistics', {}, seed)).not.toMatch(/包裹|快递|收件/);
      expect(feelings('en', 'logistics', {}, seed)).not.toMatch(/parcel|deliver/i);
    }
  });
});

describe('the feeling named to somebody who lost somebody [DI-1]', () => {
  test.each([
    'My husband died in August and you keep writing to him',
    '我母亲上个月去世了，你们还在扣她的钱',
  ])('is grief: %s', (words) => expect(heard(words)).toBe('bereaved'));

  test.each(['The phone my husband bought died after a week', '我妈走了两公里才取到快递'])(
    'is none: %s',
    (words) => expect(heard(words)).not.toBe('bereaved'),
  );
});
