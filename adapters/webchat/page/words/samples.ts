import type { Locale } from '../../../../src/terms.ts';

/** Complaints to try at the workbench: from an everyday one to a crisis, and three that are none. */
export const samples: Readonly<Record<Locale, readonly string[]>> = {
  'zh-CN': [
    '上个月28号买的空调才用了三天就不制冷了，打了三次售后电话都没人上门，我要求退货退款！',
    '你们收银员态度太差了，我问一句价格她就翻白眼，还说买不起别买。',
    '8月的话费多扣了我 120 元，账单上写的是套餐外流量，可我根本没用过。',
    '你们把我的电话号码给了装修公司，一天接十几个骚扰电话，再不处理我就找记者曝光。',
    '燃气灶一打开就漏气，家里有老人孩子，我们现在头晕。',
    '我们小区 12 户人家的门锁都打不开，大家都很着急。',
    '请问保修期是多久？',
    '我的投诉现在到哪一步了？',
    '人工',
  ],
  en: [
    'The air conditioner I bought on the 28th stopped cooling after three days. I called three times and nobody came. I want my money back!',
    'Your cashier rolled her eyes when I asked for a price and told me not to buy if I can’t afford it.',
    'I was charged 120 yuan too much in August for data I never used.',
    'You gave my phone number to a renovation company and I get ten calls a day. If nothing happens I’ll go to the press.',
    'The gas stove leaks as soon as I turn it on. My parents and kids are here and we feel dizzy.',
    'The door locks of 12 households in our building won’t open. Everyone is upset.',
    'How long is the warranty?',
    'What is the status of my complaint?',
    'person',
  ],
};
