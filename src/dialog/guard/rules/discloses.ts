import type { GuardRule } from '../rule.ts';

/** Telling about other people, or what was meant for staff alone (S2.4: private, away from others' attention). */
export const discloses: GuardRule = {
  id: 'discloses',
  clause: 'S2.4',
  patterns: {
    'zh-CN': [
      /(?:内部|员工|工作)(?:的)?(?:备注|群里|群|记录|系统|资料|邮件|聊天|消息|通报|会议).{0,6}(?:写|说|显示|标|都|里|提|传|讨论|认为)|(?:偷偷|悄悄|私下|透露|小声)(?:里)?(?:(?:跟|和|给)(?:您|你)(?:说|透露|讲|个底)|告诉(?:您|你))|(?:您|你)(?:已经|已|在系统里|在我们这|在后台)?被(?:标|列|记|归)(?:注|为|成|记|作).{0,8}(?:客户|用户|人|名单)|不(?:该|应该|能)(?:告诉|跟)(?:您|你)(?:的|说|讲)?.{0,6}(?:但|不过|可)/u,
      /(?:其他|别的|另外?(?:一位|一个)?|另有|隔壁|楼上|楼下|对门|邻居|前面那)(?:的)?(?:位|个|户|家)?(?:客户|顾客|用户|业主|买家|会员|投诉人|先生|女士|那户|那家)?(?:\p{Script=Han}{1,3}(?:先生|女士|小姐|阿姨|的订单|的电话|的账)|(?:的)?(?:姓名|名字|电话|手机|住址|地址|订单|账号|赔偿|病历|房号)|.{0,10}(?:拿到|得到|获得|领|赔)(?:了)?(?:赔偿|补偿|退款|钱|[一二三四五六七八九十百千万\d]+))/u,
      /(?:他|她|对方|那位|那个人|投诉人|师傅|店员|司机|房东|邻居|业主)(?:的)?(?:家)?(?:住址|住在|家住|手机号|私人电话|微信|身份证|地址|姓名)(?:号)?(?:是|在|我|给|可以|发|就是|[:：])|叫\p{Script=Han}{2,3}[，,](?:家)?住|(?:其他|别的|别人|他人)(?:客户|顾客|用户|业主|人|家)?(?:的)?(?:信息|资料|隐私|投诉|聊天记录|联系方式)(?:我)?(?:可以|能|给|发)/u,
    ],
    en: [
      /\b(?:our |the )?(?:internal|staff|private) (?:notes?|channel|chat|group|files?|emails?|records?|memo|system|report|meeting)s?\b.{0,15}\b(?:say|says|have|has|list|lists|describe|mark|show|everyone|down|call|mention|think|agree)|\b(?:off the record|don't tell anyone|between you and me|just between us|strictly between|shouldn't (?:really )?(?:be telling|tell) you|not supposed to (?:tell|say|share))\b|\byou(?:'re| are|'ve been| have been) (?:\w+ )?(?:flagged|marked|labelled|labeled|listed|put down|noted) as\b|\b(?:have|got) you (?:down|marked|flagged|listed) as\b/iu,
      /\b(?:another|other|a different|the previous|the other) (?:customer|client|complainant|guest|patient|resident|tenant|buyer|member|caller)(?:'s|,| named| called| by the name)(?: \w+){0,3}\b|\b(?:mr|mrs|ms|miss|dr)\.? [a-z]+ (?:upstairs|downstairs|next door|from (?:flat|number|apartment|unit)|across|also|too|had the same|complained|at number|in (?:flat|number|unit))|\b(?:i can|i'll|let me|here(?:'s| is)|you can have|i could) (?:\w+ )?(?:give you |send you |pass you |share |tell you )?(?:his|her|their|the driver's|the \w+'s) (?:\w+ )?(?:number|phone|address|name|email|details|mobile)/iu,
      /\b(?:(?:he|she|the \w+) lives|they live) (?:on|in|at|near|next)\b|\b(?:your|the|his|her) (?:neighbou?r|colleague|friend|ex|husband|wife|son|daughter|tenant|landlord|customer next door)s? (?:\w+ )?(?:got|received|was (?:paid|given|refunded|offered)|has (?:an account|ordered|complained|a balance)|owes?|ordered)\b|\b(?:his|her|their|someone else's|another person's) (?:phone number|home address|address|account|card|order|date of birth|medical|salary|balance)(?: number)? (?:is|was|shows|are)\b/iu,
    ],
  },
  unless: [
    /(?:不能|不会|不便|无法|不可以)(?:透露|告诉|提供|给|说)|(?:您|你)(?:说|提到|写|反映)|\b(?:can't|cannot|won't|never|not able to|unable to|may not|don't|do not) (?:\w+ )?(?:share|tell|give|disclose|pass|discuss|reveal|say|talk)\b|\byou (?:said|wrote|told|mentioned)\b/iu,
  ],
  suggestion: {
    'zh-CN': '别人的情况和内部的记录不写进来，只说这件事本身：您的情况我单独查，查到什么就跟您说什么。',
    en: "Leave out other people and what is meant for staff; keep to the complainant's own matter: I'm looking into yours by itself.",
  },
  caught: {
    'zh-CN': [
      '楼下王女士上周也漏水了。',
      '内部备注写着您爱投诉。',
      '偷偷告诉您，这批货都有毛病。',
      '他的手机号是我发给您，您打过去。',
      '隔壁那户拿到了赔偿。',
      '您在系统里被标为高风险客户。',
    ],
    en: [
      'Our internal notes describe you as difficult.',
      'Mr Jones next door had the same leak.',
      "I'll send you her phone number.",
      "You've been flagged as a risk.",
      'Between you and me, the whole batch is bad.',
      'Your neighbour got a refund last month.',
    ],
  },
  passing: {
    'zh-CN': [
      '别人的情况我不能透露，请您理解这也是保护您。',
      '您的电话只用在这件事上。',
      '您提到邻居也有同样的问题，他们可以自己来登记。',
      '其他批次有没有同样的问题，我们也在查。',
      '负责的同事会直接打给您。',
      '您的资料不会给别的人看。',
    ],
    en: [
      "I can't share anything about other people.",
      'Your number is used for this matter only.',
      'You mentioned your neighbour; she is welcome to report it herself.',
      'We are checking whether other batches are affected.',
      'My colleague in charge will ring you directly.',
      'Nobody else sees your details.',
    ],
  },
};
