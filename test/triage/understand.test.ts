import { describe, expect, it } from 'vitest';
import { createUnderstanding } from '../../src/triage/understand.ts';
import { shippedLexicons } from './lexicons.ts';

const understand = createUnderstanding(shippedLexicons());

describe('the complaints quoted in the rules (S4) [TR-1]', () => {
  it.each([
    ['售楼小姐太势利，看我不象买得起的，就对我爱搭不理！', 'service_attitude'],
    ['销售代表讲我买的房子前面是绿地，但没告诉我还有立交桥，故意隐瞒欺骗！', 'sales_promise'],
    ['我们整个买房的过程都受了你们的误导！', 'sales_promise'],
    ['买的时候没告诉我要交这笔钱，我要求退定', 'billing'],
    ['你们的销售代表把我们的资讯出卖了，我已经在网上投诉', 'privacy'],
    ['你们的销售代表怎麽都不带客户看房了，竟然让客户自己去。', 'service_attitude'],
    ['你们的项目经理经验不足，现场管理混乱！', 'service_attitude'],
    ['你们的管理还不如某中介呢！', 'service_attitude'],
    ['你们的业务员乱承诺影响我们发展商形象！', 'sales_promise'],
  ])('%s → %s', (text, type) => {
    const read = understand(text);
    expect([read.isComplaint, read.type]).toEqual([true, type]);
  });

  it('reads what is wanted back where the fee was not told', () => {
    expect(understand('买的时候没告诉我要交这笔钱，我要求退定').facts.wants).toEqual(
      expect.arrayContaining(['money_back', 'cancel']),
    );
  });

  it('reads a leak that is already public', () => {
    const { facts, evidence } = understand('你们的销售代表把我们的资讯出卖了，我已经在网上投诉');
    expect(facts).toMatchObject({ leak: true, published: true, media: true, reputation: true });
    expect(evidence.leak).toContain('资讯出卖');
  });

  it('reads owners who plan a demonstration', () => {
    expect(understand('业主占领售楼处商讨示威事宜').facts).toMatchObject({
      demonstration: true,
      collective: true,
      reputation: true,
    });
  });

  it.each([
    '你们的项目经理经验不足，现场管理混乱！',
    '你们的业务员乱承诺影响我们发展商形象！',
    '有客户反映你们业务员可能收了好处费！',
  ])('knows a business client: %s', (text) =>
    expect(understand(text).facts.complainantKind).toBe('business'),
  );

  it('reads a suspected bribe and whom it names', () => {
    const read = understand('有客户反映你们业务员可能收了好处费！');
    expect(read.facts).toMatchObject({ bribe: true, reputation: true });
    expect(read.accused.map(({ value }) => value)).toContain('业务员');
  });

  it('takes doubt about figures for a question', () => {
    expect(understand('近期成交80%都是客户推介，不可能吧？是不是拉郎配了？').intent).toBe('question');
  });
});

describe('threats are told from denial and mere mention [TR-2]', () => {
  it.each([
    ['再不处理我就找媒体曝光', { media: true }],
    ['我不会找媒体', { media: false }],
    ["I'm not going to sue", { legal: false }],
    ['As seen on the news, these scooters are everywhere', { media: false }],
    ['客服居然说你去告啊', { legal: false }],
    ['我要去法院起诉你们', { legal: true }],
    ['A friend of mine sued you last year', { legal: false }],
    ['I will sue you and call the BBC', { legal: true, media: true }],
    ['If you do not refund me I will contact the ombudsman', { regulator: true }],
    ["I won't hesitate to take you to court", { legal: true }],
    ['不排除走法律途径', { legal: true }],
    ['已经打了12315', { regulator: true }],
    ['The window regulator failed', { regulator: false }],
    ['相机曝光不准', { media: false }],
    ['The collector threatened to sue me', { legal: false }],
  ])('%s', (text, facts) => expect(understand(text).facts).toMatchObject(facts));
});

describe('how many are affected [TR-3]', () => {
  it.each([
    ['我们三十多户业主要集体起诉', { households: 30, collective: true, groupSuit: true }],
    ['小区１２户人家停水', { households: 12, collective: true }],
    ['一家五口吃完都拉肚子', { people: 5 }],
    ['Forty households have had no water', { households: 40 }],
    ['25 of us on the course were charged twice', { people: 25, collective: true }],
    ['三个服务员站在那聊天没人理我', { people: null, households: null }],
    ['sixty passengers stuck for four hours', { people: 60 }],
  ])('%s', (text, facts) => expect(understand(text).facts).toMatchObject(facts));
});

describe('danger [IN-14]', () => {
  it.each([
    ['充电宝在包里自己着了，把我的手烫伤了', 2],
    ['The charger caught fire and burned my hand', 2],
    ['寿司有馊味，吃完就开始肚子疼', 1],
    ['好吃到爆炸！', 0],
    ['这剧情看得我想死', 0],
    ['this sauce is fire', 0],
    ['credit freeze on my account', 0],
  ])('%s → %i', (text, safety) => expect(understand(text).facts.safety).toBe(safety));
});

describe('details in the complainant’s words [IN-5]', () => {
  it('finds name, phone and order in Chinese', () => {
    const read = understand('我叫王小明，电话１３８ １２３４ ５６７８，订单号SF1029384756，上周五还没送到');
    expect(read.details).toMatchObject({
      name: '王小明',
      phone: '13812345678',
      order: 'SF1029384756',
      when: '上周五',
    });
  });

  it('finds name, phone and e-mail in English', () => {
    const read = understand(
      'My name is Jane Doe, call me on +44 7911 123456 or jane@example.com. Order #AB-99231 is late.',
    );
    expect(read.details).toMatchObject({
      name: 'Jane Doe',
      phone: '+447911123456',
      email: 'jane@example.com',
      order: 'AB-99231',
    });
  });

  it('keeps offsets of the received text', () => {
    const text = '请回电 １３８１２３４５６７８ 谢谢';
    const [phone] = understand(text).phones;
    expect(phone && text.slice(phone.start, phone.end)).toBe('１３８１２３４５６７８');
  });

  it('never takes an order number for a phone', () => {
    expect(understand('订单号13812345678一直没发货').phones).toEqual([]);
  });

  it.each([
    ['where', '在你们人民路店'],
    ['wanted', '全额退款'],
    ['when', '三个星期前吧'],
  ] as const)('takes the answer to our question for %s', (expecting, text) => {
    expect(understand(text, { expecting }).details[expecting]).toContain(text.slice(0, 4));
  });

  it.each(['上周六', '前天', 'last Saturday'])('does not take %s for a name', (text) => {
    expect(understand(text, { expecting: 'name' }).details.name).toBeUndefined();
  });
});

describe('answers', () => {
  it.each([
    ['是的', 'yes'],
    ['没错', 'yes'],
    ['不对', 'no'],
    ['no, not really', 'no'],
    ['Yes please', 'yes'],
    ['还没解决', 'no'],
    ['it is solved', 'yes'],
  ])('%s → %s', (text, yesNo) => expect(understand(text, { expecting: 'yes-no' }).yesNo).toBe(yesNo));

  it.each([
    ['5', 5],
    ['五分', 5],
    ['３分吧', 3],
    ['very satisfied', 5],
    ['很满意', 5],
    ['不满意', 2],
    ['非常不满意', 1],
    ['一般', 3],
    ['满意', 4],
    ['four', 4],
    ['terrible', 1],
  ])('%s → %i', (text, rating) => expect(understand(text, { expecting: 'rating' }).rating).toBe(rating));

  it.each([
    ['speak English please', 'en'],
    ['请说中文', 'zh-CN'],
    ['the manual is only in broken English', null],
  ])('%s switches to %s', (text, locale) => expect(understand(text).switchTo).toBe(locale));
});

describe('language of a message [IN-2]', () => {
  it.each([
    ['你们的customer service太差了', 'zh'],
    ['系統一直當機', 'zh'],
    ['my order is late', 'en'],
    ['mi pedido no ha llegado y estoy muy enfadado con el servicio', 'other'],
    ['荷物がまだ届いていません', 'other'],
    ['Где мой заказ?', 'other'],
    ['👍', 'other'],
  ])('%s → %s', (text, language) => expect(understand(text).language).toBe(language));
});

describe('intents [IN-4]', () => {
  it.each([
    ['转人工', 'person'],
    ['I want to talk to a real person', 'person'],
    ['查一下投诉进度', 'status'],
    ['any update on my complaint?', 'status'],
    ['不投诉了', 'withdrawal'],
    ['I would like to withdraw my complaint', 'withdrawal'],
    ['请问几点下班', 'question'],
    ['How do I change my address?', 'question'],
    ['you stupid bot', 'abuse'],
    ['有人被困在电梯里，快来人', 'emergency'],
    ['质量很好，下次还会来', 'praise'],
    ['it would be nice to have a dark mode', 'suggestion'],
    ['你好', 'smalltalk'],
  ])('%s → %s', (text, intent) => expect(understand(text).intent).toBe(intent));
});
