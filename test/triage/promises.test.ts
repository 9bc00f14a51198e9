import { describe, expect, it } from 'vitest';
import { findPromises } from '../../src/triage/promises.ts';

const now = '2026-11-20T02:00:00.000Z';
const zone = 'Asia/Shanghai';

describe('promises of staff [CL-8]', () => {
  it.each([
    ['我们会在明天下午3点前给您回电。', 'call', '2026-11-21T07:00:00.000Z'],
    ['预计3个工作日内退款到账', 'refund', '2026-11-25T02:00:00.000Z'],
    ['师傅下周三上门维修', 'visit', '2026-11-25T10:00:00.000Z'],
    ['24小时内一定给您答复', 'reply', '2026-11-21T02:00:00.000Z'],
    ['We will refund you within 5 working days.', 'refund', '2026-11-27T02:00:00.000Z'],
    ['I will call you tomorrow at 3 pm.', 'call', '2026-11-21T07:00:00.000Z'],
    ["I'll get back to you on Monday.", 'reply', '2026-11-23T10:00:00.000Z'],
    ['Our engineer will repair it.', 'repair', null],
  ])('%s', (text, act, dueAt) => expect(findPromises(text, now, zone)).toMatchObject([{ text, act, dueAt }]));

  it.each([
    '我们不能保证明天退款。',
    '您会满意吗？',
    'We cannot promise a refund tomorrow.',
    '感谢您的反馈。',
    'Would you like us to call tomorrow?',
    '我们周一给您打电话没人接。',
  ])('hears no promise in %s', (text) => expect(findPromises(text, now, zone)).toEqual([]));

  it.each([
    ['月底前退款给您', '2026-11-30'],
    ['我们会在月底前给您退款', '2026-11-30'],
    ['12月底前一定解决', '2026-12-31'],
    ['下个月底前会处理完', '2026-12-31'],
    ['年底前会给您答复', '2026-12-31'],
    ['元旦前退款到账', '2026-12-31'],
    ['国庆前我们会上门检修', '2027-09-30'],
    ['我们会在2026-12-05前回复您', '2026-12-05'],
    ['2026年12月5日前会回复您', '2026-12-05'],
    ['我们会在12/5前回复您', '2026-12-05'],
    ['下个月25号前会回复您', '2026-12-25'],
    ['下周内会回复您', '2026-11-27'],
    ['We will refund you by 31/12.', '2026-12-31'],
    ['We will refund you by 5/12.', '2026-12-05'],
    ['We will refund you by 12/31.', '2026-12-31'],
    ['We will refund you by 2026-12-05.', '2026-12-05'],
    ['We will refund you by 5 December.', '2026-12-05'],
    ['We will refund you by December 5th.', '2026-12-05'],
    ['We will refund you by Dec. 5.', '2026-12-05'],
    ['We will refund you by 5 January 2028.', '2028-01-05'],
    ['You will have your money by the end of the month.', '2026-11-30'],
    ['Refund by the end of the week.', '2026-11-20'],
    ['We will call you by the end of next week.', '2026-11-27'],
    ['We will call you before Christmas.', '2026-12-24'],
    ['We will visit you between Monday and Wednesday.', '2026-11-25'],
    ['今天已提交，12月5日前会退款到账', '2026-12-05'],
    ['师傅周一到周三上门', '2026-11-25'],
    ['您11月5日的订单我们会在明天退款', '2026-11-21'],
    ['We will refund your order of 5 November by Monday.', '2026-11-23'],
    ['我们会在12月5日至8日上门', '2026-12-08'],
    ['We will visit you between 5 and 8 December.', '2026-12-08'],
    ['我们周末上门', '2026-11-22'],
    ['Your parcel will be delivered on the 5th.', '2026-12-05'],
  ])('dates %s', (text, day) =>
    expect(findPromises(text, now, zone)).toMatchObject([{ text, dueAt: `${day}T10:00:00.000Z` }]),
  );

  it.each([
    ["We'll call you in half an hour.", '2026-11-20T02:30:00.000Z'],
    ['半小时内给您回电', '2026-11-20T02:30:00.000Z'],
    ['半个小时内给您回电', '2026-11-20T02:30:00.000Z'],
    ['半个月内退款给您', '2026-12-05T02:00:00.000Z'],
    ['我们会处理您3天前反馈的问题', null],
    ['一个半小时内给您回电', '2026-11-20T03:30:00.000Z'],
    ['We will call you within an hour and a half.', '2026-11-20T03:30:00.000Z'],
    ['We will call you within 1.5 hours.', '2026-11-20T03:30:00.000Z'],
    ['We will call you within twenty four hours.', '2026-11-21T02:00:00.000Z'],
    ['We will visit you tomorrow between 9 and 12.', '2026-11-21T04:00:00.000Z'],
    ['We will visit you tomorrow between 2 and 4.', '2026-11-21T08:00:00.000Z'],
    ['We will visit you tomorrow, 2-4 pm.', '2026-11-21T08:00:00.000Z'],
    ['We will visit you tomorrow between 9am and noon.', '2026-11-21T04:00:00.000Z'],
    ['I will call you at 3 tomorrow.', '2026-11-21T07:00:00.000Z'],
    ["We'll call you this evening at 8.", '2026-11-20T12:00:00.000Z'],
    ['I will call you tomorrow at 3:30 pm.', '2026-11-21T07:30:00.000Z'],
    ['师傅明天上午9点到12点上门', '2026-11-21T04:00:00.000Z'],
    ['师傅明天下午2-4点上门', '2026-11-21T08:00:00.000Z'],
    ['We will visit you between 3 and 5 working days from now.', '2026-11-27T02:00:00.000Z'],
    ['今天已提交财务，会在3个工作日内退款', '2026-11-25T02:00:00.000Z'],
    ['I will call you tomorrow afternoon.', '2026-11-21T10:00:00.000Z'],
  ])('times %s', (text, dueAt) => expect(findPromises(text, now, zone)).toMatchObject([{ text, dueAt }]));

  it.each([
    ['2026-11-20', 'We will call you by 29 February.', '2027-02-28'],
    ['2027-08-05', 'We will call you by 29 February.', '2028-02-29'],
    ['2026-11-20', '11月31日前会给您答复', '2026-11-30'],
  ])('takes the last day there is: on %s, %s', (today, text, day) =>
    expect(findPromises(text, `${today}T02:00:00.000Z`, zone)).toMatchObject([
      { dueAt: `${day}T10:00:00.000Z` },
    ]),
  );

  const tomorrow = '2026-11-21T10:00:00.000Z';
  const later = '2026-11-22T10:00:00.000Z';
  it.each([
    ['明天打电话，后天上门。', ['明天打电话', 'call', tomorrow], ['后天上门。', 'visit', later]],
    [
      '我们会明天给您打电话后天上门',
      ['我们会明天给您打电话', 'call', tomorrow],
      ['后天上门', 'visit', later],
    ],
    ['我们周六给您打电话，周日上门', ['我们周六给您打电话', 'call', tomorrow], ['周日上门', 'visit', later]],
    [
      "We'll call tomorrow and send the part on Sunday.",
      ["We'll call tomorrow", 'call', tomorrow],
      ['send the part on Sunday.', 'send', later],
    ],
    [
      "We'll call tomorrow and, on Sunday, send the part.",
      ["We'll call tomorrow", 'call', tomorrow],
      ['on Sunday, send the part.', 'send', later],
    ],
  ])('hears two in %s', (text, ...said) =>
    expect(findPromises(text, now, zone).map((one) => [one.text, one.act, one.dueAt])).toEqual(said),
  );

  it.each([
    ['明天下午3点前，我们会给您回电。', 'call'],
    ['We will look into it and call you tomorrow, on Saturday, at 3 pm.', 'call'],
    ['We are here 24/7 and will call you tomorrow at 3 pm to arrange the visit.', 'call'],
  ])('hears one in %s', (text, act) =>
    expect(findPromises(text, now, zone)).toMatchObject([{ text, act, dueAt: '2026-11-21T07:00:00.000Z' }]),
  );
});
