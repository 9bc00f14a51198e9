/** What is read, written and pressed on the whole way of one complaint, in one language. */
export interface JourneyWords {
  readonly locale: 'zh-CN' | 'en';
  readonly complaint: string;
  readonly facts: string;
  readonly confirm: string;
  readonly take: string;
  readonly taken: string;
  readonly note: string;
  readonly finding: string;
  readonly upheld: string;
  readonly found: string;
  readonly remedy: string;
  readonly refund: string;
  readonly promised: string;
  readonly approve: string;
  readonly tooHigh: RegExp;
  readonly accept: string;
  readonly carryOut: string;
  readonly proof: string;
  readonly solved: string;
  readonly rating: RegExp;
  readonly archived: string;
  readonly done: string;
}

export const zh: JourneyWords = {
  locale: 'zh-CN',
  complaint: '我上周在你们网上商城买的电饭煲，今天收到是坏的，外壳都裂了，气死我了！我要退款！',
  facts: '星云电饭煲，订单号 20261115888123，我叫王芳，电话13912345678',
  confirm: '对，就这样',
  take: '接手',
  taken: '已接手',
  note: '仓库说这批包装偏薄，先别跟投诉人讲。',
  finding: '记录结论',
  upheld: '属实',
  found: '运输途中受压，外壳开裂。',
  remedy: '提出方案',
  refund: '退款',
  promised: '全额退款 599 元，并上门取回电饭煲。',
  approve: '批准',
  tooHigh: /审批/,
  accept: '接受',
  carryOut: '已执行',
  proof: '退款流水 8823',
  solved: '解决了',
  rating: /^5/,
  archived: '已归档',
  done: '已结束',
};

export const en: JourneyWords = {
  locale: 'en',
  complaint:
    'The rice cooker I bought in your online shop last week arrived broken today, the shell is cracked. I am furious! I want a refund!',
  facts: 'Nebula rice cooker, order number 20261115888123, my name is Jane Miller, phone +44 7911 123456',
  confirm: "Yes, that's right",
  take: 'Take it',
  taken: 'taken',
  note: 'The warehouse says the wrapping is thin. Not for the complainant yet.',
  finding: 'Record finding',
  upheld: 'Upheld',
  found: 'Crushed on the way; the shell cracked.',
  remedy: 'Propose remedy',
  refund: 'refund',
  promised: 'We refund the full price and collect the rice cooker.',
  approve: 'Approve',
  tooHigh: /approv|authori/i,
  accept: 'Accept',
  carryOut: 'Carried out',
  proof: 'bank reference 8823',
  solved: "Yes, it's solved",
  rating: /^5/,
  archived: 'archived',
  done: 'Done',
};
