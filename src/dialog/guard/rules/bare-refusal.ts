import type { GuardRule } from '../rule.ts';

/** A refusal with nothing beside it (S1.7: look for an alternative; S3.6: say no to nobody). */
export const bareRefusal: GuardRule = {
  id: 'bare_refusal',
  clause: 'S1.7',
  patterns: {
    'zh-CN': [
      /(?:弄|办|退|换|修|赔|改|取消|处理|解决|查|给|管|帮)不了(?:的|了|啊)?(?=[。，！,!]|$)|(?:没|没有|无)(?:办)?法(?:[，,。！]|$)|(?<![能可会要退换赔改免])(?:不|没法|无法|没办法)(?:能)?(?:再)?(?:退|换|赔|改|免)(?:了|的)?(?=[。，！]|$)/u,
      /(?:退款|退货|赔偿|换货|取消|补偿|维修|上门|这个|这件事|您的要求|您说的|更换|解约|退房|退定|免费)(?:这(?:个|件)?事)?(?:儿)?(?:是|根本|绝对|肯定|就是|都)?(?:不可能|没可能|办不到|做不到|不行|不可以|没门|没得谈|免谈|没戏|不予|不支持|别想|不要想)的?|没(?:得|什么好|什么可)(?:谈|商量|说|讲)(?:的)?|(?:不予|概不|拒不|恕不|不再)(?:处理|受理|退|换|赔|理会|答复|考虑|负责|接待|赔偿|退款)|(?:最多|只能)(?:也)?(?:就)?(?:这样|如此|这么多)(?:了|，|。)|(?:您|你)(?:死心|放弃|别想了|别指望|不要再(?:想|提|说))/u,
      /(?:^|[，,。！\s])(?:这|这个|那|那个|绝对|肯定|真的|恐怕|对不起|抱歉|不好意思)*[，,]?(?:是)?(?:不行|不可以|不可能|办不到|做不到|没门|没戏|免谈|不存在|想都别想|没得商量|没商量|不予)(?:的|啊|哦|呢|了|受理|处理|考虑|退|赔|通过)?(?=$|[，,。！!；\s])/u,
      /(?:我们|我|公司|这边|店里|您|这|恐怕|暂时|目前|所以)?(?:是|也|都|还|就)?(?<![能可会最])(?:不能|无法|没法|没(?:有)?办法|不可以|不会|不可能|不给|不予|拒绝|不同意|不接受|不支持|不提供|不受理)(?:给|为|帮|替|对|向)?(?:您|你)?(?:们)?(?:的)?(?:申请|要求|请求|诉求)?(?:办理|退|换|赔|补偿|补|处理|满足|受理|解决|答应|同意|取消|减免|通过|接受|报销|维修|修|回答|提供|保修|安排|支付|任何|这(?:个|种)要求|您的(?:要求|请求|申请))/u,
      /(?:您|你)的?(?:要求|请求|申请|诉求|条件)(?:我们)?(?:不(?:合理|能|会|予|被|符合|成立)|无法|没法|被?驳回|被?拒绝|太(?:过分|高|离谱)|不可能)/u,
      /(?:帮不了|帮不到|爱莫能助|恕(?:我们|我)?(?:不能|难|无法)|(?:就)?(?:只能|这样)(?:这样)?了(?:。|，|$)|没有(?:别的|其他)(?:办法|选择)|概不|一律不|一概不)/u,
      /(?:申请|要求|请求|诉求|退款|理赔|索赔|投诉|方案)(?:已经|已)?(?:被)?(?:未|没有?|不)(?:能|予)?(?:通过|获批|批准|成立|受理|被接受|支持|获得)|(?:已)?(?:被)?(?:驳回|否决|拒赔|拒付|拒保)|(?:想|问|提)都(?:别|不要)(?:想|问|提)|(?:您|你)看着办|(?:我们|我|公司|店里)(?:是|也|绝|肯定)?不(?:可能|会|能)(?:再)?(?:答应|同意|给|退|换|赔|满足|让步|考虑|出)/u,
      /(?:只能(?:是)?这样|就这样(?:了|吧))(?=[，。！]|$)|(?<![能可会要])(?:不给|不能|不可以|不准|没法|甭想|休想)(?:再)?(?:退|换|赔|改|取消|修|免|开)(?:了|的|款|货|票)?(?=[，。！]|$)|(?:没得|没有|没)(?:商量|余地|可能|谈|选择)(?=[，。！]|$|的)|说什么(?:也|都)(?:不|没用)|(?:此事|这事)(?:已)?(?:到此为止|不再|没有下文)/u,
    ],
    en: [
      /\bwe (?:don't|do not|never) (?:do|give|offer|accept|allow|make|take) (?:\w+ )?(?:exchanges?|refunds?|returns?|exceptions?|repairs?|replacements?|compensation|cancellations?|that)\b|\b(?:refund|exchange|replacement|compensation|return|cancellation) is (?:\w+ )?(?:out of the question|impossible|not (?:possible|available|an option|happening))\b/iu,
      /^\W*(?:sorry|no|unfortunately|i'm afraid|regrettably)[,:]? (?:but )?(?:we|i|that|this|it|there|you) (?:\w+ )?(?:won't|will not|can't|cannot|isn't|is not|are not|aren't|can not)\b|\b(?:it|that|this) (?:cannot|can't|can not|won't|will not|isn't going to) (?:be (?:done|changed|refunded|returned|exchanged|repaired|approved|arranged|cancelled|canceled|fixed|helped)|happen|work)\b|\b(?:i|we) (?:can't|cannot|won't|will not) (?:help|assist|do (?:anything|more)|be of (?:any )?help)\b|\b(?:forget (?:it|about it)|don't even (?:ask|think)|you won't get|you(?:'re| are) not (?:getting|entitled|eligible|going to get)|don't bother)\b/iu,
      /^\W*(?:no|nope|impossible|denied|rejected|not possible|absolutely not|no way|out of the question|sorry,? no|no can do)\b(?=\s*[.,!;]|\s*$)/iu,
      /\b(?:we|i|the company|it) (?:simply |really |just |unfortunately |definitely |absolutely |also )*(?:can(?:'t|not)|can not|won't|will not|(?:are|am|is)(?: not|n't) (?:able|going|willing|prepared|in a position) to|(?:are|am) unable to|refuse to|decline to|do(?:n't| not)|could not|couldn't)(?: \w+){0,2}? (?:do (?:that|this|it|anything)|help|refund|replace|exchange|repair|accept|offer|give|pay|compensate|cancel|approve|grant|process|reimburse|return|change|meet|fulfil|fulfill|agree|accommodate|honou?r|take (?:it|this|that) (?:back|on)|provide|waive|send|fix)/iu,
      /\b(?:that|this|it|a refund|an exchange|a replacement|compensation|cancellation|your request)(?:'s| is| are| was)? (?:simply |just |absolutely |definitely )?(?:not (?:possible|an option|available|something we|allowed|going to happen|permitted|acceptable)|impossible|out of the question|refused|denied|rejected|declined|no longer possible|never going to)/iu,
      /\b(?:there(?:'s| is)|we have|i have) (?:absolutely |really )?(?:nothing|no(?:thing)? (?:more|else|further)?) ?(?:we|i|that (?:we|i)|(?:more|else|further) (?:we|i)|way to|option|solution|anyone)/iu,
      /\b(?:no refunds?|no exceptions?|no exchanges?|no returns?|final answer(?=[.!]|$)|end of (?:story|discussion)|that(?:'s| is) (?:final|it|all we can do)|take it or leave it|case closed)\b/iu,
      /\b(?:your (?:request|claim|application|complaint|demand) (?:is|was|has been|will be|cannot|can't|does not|doesn't) (?:\w+ )?(?:denied|rejected|refused|declined|unreasonable|too (?:much|high)|be (?:approved|granted|accepted|met|processed)|qualify|meet))/iu,
      /\b(?:was|were|is|has been|been|are) (?:unsuccessful|turned down|declined|rejected|refused|denied|not (?:approved|accepted|successful|granted|upheld|eligible|entitled|covered))\b|\bno further (?:correspondence|action|steps|communication|help|discussion)\b|\b(?:is|are) (?:off the table|a no(?:-go)?\b|non-negotiable|not negotiable|not up for)|\b(?:the )?answer is (?:still )?no\b|\bi(?:'m| am) afraid (?:not|that's a no|no)\b(?=[.,!]|$)|\bnot going to happen\b|\bwon't be happening\b|\b(?:tough|hard) luck\b|\bthat's that\b/iu,
      /\b(?:you(?:'ll| will)? (?:just )?have to|you must) (?:live with|accept|lump|put up with|make do)\b|\b(?:we|i) (?:regret|are sorry|am sorry|must inform|have to inform)(?: \w+){0,4} (?:cannot|can't|unable|not (?:be able|possible|eligible))|\bthere is no (?:chance|possibility|question|prospect|room)\b|\bno (?:chance|can do|dice|deal)\b|\b(?:request|refund|claim|exchange|return|application)s? (?:\w+ )?(?:does not|doesn't|do not|did not|didn't) (?:qualify|meet|apply)/iu,
    ],
  },
  unlessAnywhere: [
    /但(?:是)?(?:我|可|能|有|会|如果|您|这|也|为|帮)|不过|可以(?:为您|帮您|给您|先|换|选|申请|考虑|安排|改|试|提供|请|这样|用|到|走|享|在|把|一起)|能(?:为您|帮您|做到的|先)|(?:换|另)(?:一)?(?:个|种)(?:办法|方案|方式|做法)|(?:我|我们)(?:来|这就|马上|先|会|能|可以|愿意|帮|为|替|请|已经|另)|(?:替代|其他)(?:的)?(?:方案|办法|选择)[：:是有]|比如|要么|或者|您看(?:这样|行)|有(?:两|三|几)(?:个|种)(?:办法|方案|选择)|随时(?:可以|回来|都|再)|可以(?:退|修|登记|复核)|您看|行不行/u,
    /\b(?:but|however|instead|alternatively|what (?:we|i) can(?! ?not|'t)|here(?:'s| is) what|let me|(?<!nothing |nothing more |nothing else |not something |no way )(?:we|i) can(?! ?not|'t)|i(?:'ll| will)|we(?:'ll| will)|would you (?:like|prefer)|you (?:can|may|could) (?:also|still|choose|instead)|another (?:way|option)|a colleague can|could offer|able to offer|in the meantime|gone up to|put (?:it|this|that) to|asked (?:my|the|her|his)|would .{0,30}\bhelp|as an alternative|either)\b/iu,
  ],
  suggestion: {
    'zh-CN': '说能做的：这一点现在办不了，不过可以（替代办法），您看行吗？',
    en: "Offer a way on instead of a no: that part isn't open to us now, but here's what we can do: (alternative).",
  },
  caught: {
    'zh-CN': [
      '不行。',
      '这个我们没办法给您退款。',
      '您的要求我们无法满足。',
      '抱歉，不能退。',
      '这是不可能的。',
      '恕不能受理。',
    ],
    en: [
      'No.',
      "We can't refund you.",
      "That's not possible.",
      "There's nothing we can do.",
      'Your request has been denied.',
      'We are unable to help you with this.',
    ],
  },
  passing: {
    'zh-CN': [
      '线上现在办不了，不过可以到门店办，我来帮您约时间。',
      '您看换一种办法行不行？',
      '这一步暂时做不了，我先为您登记，请同事想办法。',
      '可以的，我来安排。',
      '不能上门的话，您也可以寄给我们，我来帮您约快递，您看行吗？',
      '没问题，这就办。',
    ],
    en: [
      "We can't refund it today, but we can have it checked by a specialist.",
      "That isn't possible online; however, a colleague can do it by phone.",
      'Would an exchange suit you instead?',
      'Yes, I will arrange that.',
      "I can't see that from here, so let me ask a colleague who can.",
      'No problem, that is done.',
    ],
  },
};
