import type { GuardRule } from '../rule.ts';

/**
 * Promising money, or an outcome, that nobody approved (S4.e1: no false promise; S4.e10: promises beyond authority).
 * Money stands in the first patterns of each language; the others, promises of an outcome, are read in the bot's texts only.
 */
export const moneyPromise: GuardRule['patterns'] = {
  'zh-CN': [
    /(?:您|你)的(?:全部|所有|一切)?(?:损失|费用|医药费|误工费|钱|押金|定金|差价)(?:，|,)?(?:我们|我|公司|我司)(?:都|会|全额|全部|来|一定|照价|如数|负责|双倍)+(?:会)?(?:赔|补|退|付|出|承担|报销|还)/u,
    /(?:我|我们|经理|公司)(?:可以)?(?:做主|拍板|说了算|特批|破例)(?:了|，|给|为|帮)|(?:给|为|帮)(?:您|你)(?:全部|全额|直接|马上)?(?:免|减|退|赔|补|送)(?:掉|去|了)?(?:一|两|三|半|这|所有|全部|\d)?.{0,6}(?:费|钱|款|单|月|年|件|份|券|元|块)|(?:这|那|您的?)(?:笔)?(?:钱|款|费用|押金|定金)(?:肯定|一定|马上|会|都|全部|今天|明天|保证)+(?:会|给|能)?(?:退|还|打|到|返|转)/u,
    /(?:我们|我|公司|这边|店里|商家)?(?:会|将|可以|能|马上|立即|这就|现在就|肯定|一定|保证|承诺|答应|同意|决定|已经|愿意|负责|直接|来|安排|先|再)+(?:会|能)?(?:全额|双倍|三倍|十倍|如数|照价|免费|额外|一次性|如实)*(?:给|帮|为|替|向|把|让)?(?:您|你)?(?:的)?(?:全额|全部|双倍|三倍|十倍|如数|照价|免费|额外|一次性|办理|安排|申请)*(?:退(?:款|钱|您|你|还|费|货款|给您|掉)|赔(?:偿|付|您|你|钱|款)|补偿|补(?:您|你|贴|差价|发)|返(?:现|还)|免(?:单|费|除|收|掉)|减免|打折|送(?:您|你|一(?!次|趟|遍))|赠送|换(?:新|一台|一个|货|房)|发(?:放)?(?:优惠券|代金券|红包)|报销|抵扣|延长保修)/u,
    /(?:您|你)(?:会|将|可以|能|一定|肯定|就)+(?:得到|收到|拿到|获得|领到|享受)(?:全额|双倍|一笔|相应|合理|满意)?(?:的)?(?:退款|赔偿|补偿|赔付|优惠|代金券|折扣|礼品)/u,
    /(?:退款|赔偿|补偿|赔付|退费)(?:一定|肯定|马上|今天|明天|会|将|保证|已经|申请)*(?:到账|批准|通过|给您|没问题|批了|打给|转给)/u,
    /(?:会|将|就|马上|今天|明天|给您|先)(?:把|将)[^，。]{1,14}(?:退|返|赔|补|打|转|付)(?:还|偿|款)?(?:给|到|回)(?:您|你)?/u,
    /(?:损失|费用|差价|运费)(?:都|全部|全|一律)?由(?:我们|我司|公司|店里)(?:来)?(?:承担|赔|出|负责|补)/u,
    /(?:肯定|一定|保证|绝对|必须|包|准|放心|百分百|百分之百|铁定)(?:能|会|可以|给)*(?:给|帮|为|把钱)?(?:您|你)?(?:全额|全部|双倍|原价)?(?:退|赔|补偿|补给|返|免单|免掉|打折|送您|换新)|(?:钱|款|费用|押金|定金|差价|损失).{0,6}(?:肯定|一定|保证|绝对|马上|很快|都)+(?:会|能|给)*(?:退|还|赔|补|打|到账|返)|(?:双倍|三倍|加倍|十倍|全额|一分不少|原价|如数)(?:地)?(?:返还|退还|退给|退款|退|赔偿|赔付|赔|补偿|补给|奉还)/u,
    /(?:私下|偷偷|悄悄|单独|额外|另外|破例)(?:里)?(?:再)?(?:给|补|送|塞|转|发|帮)(?:您|你)|(?:给|补|送|发|返|转)(?:给)?(?:您|你)(?:个|一个|一笔|一份|一点|点|些|张|一张|几张|份|\S{0,4}(?:元|块)(?:钱)?的?)?(?:的)?(?:小|大)?(?:红包|礼品|礼物|优惠券|代金券|购物券|抵用券|券|现金|积分|话费|会员|好处|补贴|补偿|赔偿|差价|折扣|心意)|(?:免|减|抹|扣)(?:掉|了|除|去)(?:您|你)?(?:的|这|下|本|一|上|当)?[^，。]{0,6}(?:费|年费|月租|利息|滞纳金|违约金|罚息|运费|零头|尾款)/u,
    /(?:退款|退钱|退费|赔偿|赔钱|补偿|免单|换新|换货|打折|减免).{0,8}(?:包在我身上|一句话的事|没问题|好说|不难|好办|不是(?:问题|事)|小意思|给您保证|我保证|跑不了|少不了)|(?:包在我身上|一句话的事|我(?:给您)?(?:打)?包票|我说了算)|(?:应该|肯定|估计|多半|八成|争取|想办法)(?:是)?(?:能|可以|会)?(?:给|帮|为|让)?(?:您|你)?(?:申请|弄|搞|要)?(?:到|下来)?(?:全额)?(?:退款|退钱|退费|赔偿|赔|补偿|免单|免掉|减免|换新|换台新|补贴)/u,
  ],
  en: [
    /\b(?:amount|money|refund|deposit|payment|balance|charge|fee|compensation) (?:will|is going to|shall)(?: \w+)? (?:be )?(?:back|returned|refunded|paid|credited|reversed|waived|in your|sent|transferred|reimbursed)\b|\bconsider it (?:done|refunded|sorted|paid)\b/iu,
    /\byou(?:'ll| will| are going to|'re going to) (?:definitely |certainly |surely |soon )?(?:have|get|see|receive) (?:all )?(?:your|the|a|an) (?:\w+ )?(?:money|refund|cash|deposit|payment|compensation|replacement|voucher|credit|discount)\b|\b(?:we|i)(?:'ll| will|'re going to| are going to) (?:\w+ )?(?:compensate|reimburse|refund|repay|cover|make it up|pay back|return (?:your|the|all|every) (?:money|deposit|payment)|write off|knock|take .{1,15} off)\b/iu,
    /\b(?:we|i)(?:'ll| will|'re going to| are going to|'d be happy to| can| shall| promise to| guarantee(?: you)?| agree to|'ve (?:approved|arranged|authori[sz]ed)| have (?:approved|arranged|authori[sz]ed)|'ll make sure (?:you get|to)) (?:\w+ )?(?:also |gladly |certainly |immediately |happily |fully |personally )*(?:(?:give|send|pay|offer|issue|process|arrange|get|provide|grant|credit|transfer) (?:you |your |out |to you )?(?:\w+ ){0,4}?(?:refund|money|compensation|credit|voucher|discount|coupon|replacement|gift|payment|reimbursement|rebate|free|[$€£¥]\s?\d)|refund|compensate|reimburse|pay (?:you|for)|waive|replace (?:it|your|the)|credit (?:you|your)|exchange (?:it|your)|double|give you (?:your )?money)/iu,
    /\byou(?:'ll| will| are going to|'re going to| can expect to| shall)(?: \w+)? (?:get|receive|be (?:refunded|compensated|reimbursed|credited|paid|given|offered))(?: \w+){0,4}? ?(?:refund|money|compensation|credit|voucher|discount|replacement|gift|back|reimburs\w+|in full|coupon|payment)/iu,
    /\b(?:full|complete|immediate|double|triple) (?:refund|compensation|reimbursement)\b.{0,30}\b(?:guaranteed|approved|on (?:its|the) way|for you|will be|is yours|has been)|\b(?:refund|compensation|voucher) (?:is|has been|will be) (?:guaranteed|approved|on (?:its|the) way|processed|paid|credited|issued|yours|sent)/iu,
    /\b(?:free of charge|on the house|at no cost|at our (?:own )?expense|we(?:'ll| will) cover)\b/iu,
    /\b(?:definitely|certainly|surely|of course|for sure|no problem|don't worry|worry not|i'm (?:sure|confident|positive)|we're (?:sure|confident)|promise|guarantee|rest assured)\b[^.?!]{0,40}\b(?:refund|money back|money|compensat\w+|replacement|waive\w*|credit(?:ed)?|voucher|reimburs\w+|discount|goodwill|payout|settlement|every penny)\b/iu,
    /\b(?:we|i)(?:'ll| will| can| could| should| might|'m able to|'m sure (?:we|i) can| would be able to|'d)? ?(?:\w+ )?(?:be able to )?(?:sort(?: out)?|arrange|organi[sz]e|get|do|manage|push through|process|swing|fix you up with|throw in|knock|give|offer|send|put)\b(?: \w+){0,3} (?:a |an |the |your |some |that )?(?:\w+ )?(?:refund|compensation|credit|voucher|replacement|discount|goodwill(?: \w+)?|payment|payout|money (?:back)?|fee waived|charge (?:removed|reversed|waived)|rebate|freebie|gift card|upgrade)\b|\b(?:get|have) (?:the|your|that|this|any) (?:\w+ )?(?:fees?|charges?|bill|fine|penalty|interest|costs?) (?:\w+ )?(?:waived|refunded|cancelled|canceled|removed|reversed|written off|dropped|taken off)\b/iu,
    /\b(?:refund|compensation|replacement|payment|credit|voucher|payout|discount|waiver)s?\b[^.?!]{0,40}\b(?:(?:shouldn't|won't|wouldn't|isn't|not|hardly) (?:be )?(?:a |an |any )?(?:problem|issue|trouble|big deal)|no problem|a formality|as good as|in the bag|sorted|guaranteed|on me|leave it with me)\b|\bleave it with me\b|\byou(?:'ll| will|'re going to) (?:\w+ )?(?:see|get|have|find|receive)\b[^.?!]{0,30}\b(?:on your card|in your account|back (?:on|in|into|to)|off (?:your|the) (?:next )?(?:bill|order))\b|\bsee (?:to it )?that you get\b|\b(?:make (?:it|this) up to you|make (?:it|this|things) right|see you right|won't be out of pocket|not be out of pocket|get your money(?:'s worth)? back|give you double|get double)\b|\b(?:take|knock|shave) [^.?!]{1,25} off (?:your|the|next)\b/iu,
  ],
};

/** Promises of an outcome: nobody but the core may make one for the bot. */
export const unapprovedPromise: GuardRule = {
  id: 'unapproved_promise',
  clause: 'S4.e10',
  patterns: {
    'zh-CN': [
      /(?:我|我们|公司)?(?:向您|跟您|给您)?(?:保证(?!金|书|期|质|单|人|责任)|承诺(?!书|的)|担保(?!人|公司|物)|打包票|包您|拍胸脯)/u,
      /(?:我们|我|这边|同事|经理)?(?:一定|肯定|绝对|必定|百分之百|100%)(?:会|能|可以|给|帮|为|让|把)(?:您|你)?.{0,10}(?:解决|满意|答复|办(?:好|妥|成)|处理(?:好|掉)|修好|批|通过|成功|搞定|不再发生)/u,
      /(?:经理|领导|主管|老板|总部|公司|上级)(?:已经|都)?(?:批准|同意|答应|批|通过)(?:了)?/u,
      /(?:开除|辞退|处分|处罚|严惩|罚款|扣(?:他|她)?(?:的)?工资)(?:他|她|该|这名|那位|相关|当事|责任)/u,
    ],
    en: [
      /\b(?:i|we) (?:can |do |hereby |personally |absolutely )?(?:promise|guarantee|assure you|give you my word|swear|vow)\b/iu,
      /\b(?:i|we)(?:'ll| will) (?:definitely|certainly|absolutely|surely|always|100 ?%) (?:\w+ )?(?:solve|fix|resolve|sort|get|make|settle|approve|win|ensure)/iu,
      /\b(?:guaranteed|100 ?% (?:sure|certain|guaranteed)|without (?:a |any )?doubt|this will never happen again|won't happen again|never happen again)\b/iu,
      /\b(?:my |our |the )?(?:manager|boss|supervisor|head office|management) (?:has |have |already )*(?:approved|agreed|signed off|authori[sz]ed)\b/iu,
      /\b(?:will be|is going to be|has been|gets?) (?:fired|dismissed|sacked|punished|disciplined)\b/iu,
    ],
  },
  unless: [
    /如果|要是|(?<!已)经(?:核实|批准)|是否|能不能|是不是|有没有|您(?:希望|想要|要求|提出|说)|(?:不能|无法|不便)(?:保证|承诺)|\b(?:if|whether|once (?:it|this) is approved|subject to|you (?:asked|want|would like|mentioned|requested)|can(?:'t|not) (?:promise|guarantee)|not (?:able to )?(?:promise|guarantee))\b/iu,
  ],
  suggestion: {
    'zh-CN': '没有批准的不许诺：我把您的要求交给有权决定的同事，最迟（时间）告诉您结果。',
    en: "Promise only what was approved: I'll put your request to the person who can decide, and you'll hear by (time).",
  },
  caught: {
    'zh-CN': [
      '我们会给您全额退款。',
      '我保证明天给您解决。',
      '您一定会得到满意的答复，我们肯定会解决。',
      '我们这就赔您五百块。',
      '经理已经批准了。',
      '损失都由我们来承担。',
    ],
    en: [
      "We'll refund you in full.",
      'I promise this will be solved.',
      'You will get a full refund.',
      "I'll send you a free replacement.",
      'We guarantee a result.',
      'My manager has approved your request.',
    ],
  },
  passing: {
    'zh-CN': [
      '您希望退款，我记下了。',
      '我把您的要求交给有权决定的同事。',
      '能不能退，同事核实后告诉您。',
      '您的要求是赔偿，对吗？',
      '负责的同事会联系您。',
      '如果核实是多收，会按规定处理。',
    ],
    en: [
      'You asked for a refund, and I have noted it.',
      "I'll put your request to the person who can decide.",
      'A colleague contacts you about it.',
      'We will check what happened and tell you.',
      'You would like your money back.',
      'Whether a refund is possible will be checked.',
    ],
  },
};
