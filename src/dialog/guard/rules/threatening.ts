import type { GuardRule } from '../rule.ts';

/** Threatening with lawyers, a blacklist or worse (S1.13: no retaliation in attitude or means). */
export const threatening: GuardRule = {
  id: 'threatening',
  clause: 'S1.13',
  patterns: {
    'zh-CN': [
      /(?:给|向|对)(?:您|你)(?:发|寄|出)(?:出|送)?(?:律师函|警告函|传票)|(?:追究|保留追究|依法追究)(?:您|你|相关|当事人|其)?(?:的)?(?:一切|相关|相应)?(?:法律|刑事|民事)?(?:的)?责任|(?:告|起诉|反诉|控告)(?:您|你)|(?:您|你)(?:这样|这|已经|就|可能|会)*(?:是|算|属于|涉嫌|构成)(?:了)?(?:诽谤|造谣|敲诈|勒索|寻衅|侵权|违法|扰乱)|(?:诽谤|造谣|名誉权|敲诈勒索).{0,8}(?:责任|后果|坐牢|法院|起诉|要负)|法庭(?:上)?见|(?:报警|叫保安|叫警察)(?:抓|处理|带走)?(?:您|你|了)/u,
      /(?:拉黑|封(?:号|您的号|掉您|您的账)|冻结|注销|停用|列入黑名单|上黑名单|加入黑名单|取消(?:您|你)的(?:会员|资格|服务)|终止(?:与您|对您|跟您)?(?:的)?(?:服务|合作))|(?:别|甭|休)想(?:再)?(?:在|来|进|买|用|从)(?:我们|这|本店)|(?:闹|吵|投诉|发帖|较真|纠缠)(?:大|下去|多)?(?:了)?.{0,6}(?:对(?:您|你)(?:自己)?(?:也)?(?:没|不|没有)(?:什么)?好处|别怪|后果自负|没好果子|吃亏)/u,
      /(?:小心|当心)(?:我|我们|您|你)(?!脚下|台阶|烫)|(?:后果|风险|责任)(?:由)?(?:您|你)?(?:自己)?(?:自负|承担得起|掂量)|(?:掂量|想清楚|考虑清楚|考虑好)(?:一下|着)?(?:后果|再|，|。|$)|(?:别|不要|可别)(?:逼|惹)(?:我|我们)|走着瞧|等着瞧|有(?:您|你)好看|吃不了兜着走|(?:您|你)(?:的)?(?:征信|信用|学校|单位|家|孩子|老板|工作).{0,8}(?:在我们|我们(?:都)?(?:知道|有|掌握)|会(?:受)?影响|小心)|(?:您|你)(?:家)?住(?:哪|在哪|哪儿|哪里).{0,8}(?:我们|有记录|知道)|(?:别怪|休怪)(?:我|我们)(?:不客气|无情|没提醒)|(?:再|要是|如果|若)(?:继续)?(?:这样|闹|骂|发|散布|投诉|纠缠|骚扰).{0,14}(?:停止|拒绝|不再|取消|终止)(?:为|给|对|提供|处理|服务)/u,
    ],
    en: [
      /\b(?:our|the|company'?s?) (?:lawyers?|solicitors?|attorneys?|legal (?:team|department|counsel))(?: \w+){0,2} (?:in touch|hear|write|sue|contact|act|respond|see you|take|be (?:instructed|notified|contacting|sending))|\byou(?:'ll| will) (?:be )?hear(?:ing)? from our\b|\blegal action (?:against you|may|will|can)\b|\b(?:take|taking|begin|start|pursue) (?:\w+ )?(?:legal action|proceedings|you to court)\b|\b(?:we|you)(?:'ll| will| can| could| might| may|'d) (?:be )?su(?:e|ed|ing)\b|\b(?:sue|prosecute|counter-?sue) you\b|\b(?:libel|slander|defamation|defamatory|extortion|blackmail|harassment)\b/iu,
      /\b(?:we(?:'ll| will| can| may| shall| could|'re going to)|i(?:'ll| will|'m going to)|forced to|have to|obliged to) (?:\w+ )?(?:close|block|ban|blacklist|suspend|terminate|cancel|freeze|deactivate|report|withdraw) (?:you|your|all)|\b(?:you(?:'ll| will| may| could)|risk) (?:be |being )?(?:banned|blocked|blacklisted|barred|reported|suspended)\b|\b(?:carry|keep|go) (?:on )?(?:like this|like that|this up|posting|going|on like)\b.{0,40}\b(?:we|our|i|you)(?:'ll| will|'re| are)\b|\bcall(?:ing)? (?:the police|security) (?:on|if)\b/iu,
      /\b(?:think (?:twice|carefully|again|very carefully)|be (?:very )?careful) (?:before|about|what|if|who)\b|\bif i were you\b|\b(?:you(?:'ll| will| might| may)|live to) (?:\w+ )?regret\b|\b(?:we|i) know where you\b|\b(?:there (?:will|could|may|might) be|face(?: the)?|suffer(?: the)?|accept the) (?:\w+ )?consequences\b|\bdon't (?:push|test|make) (?:me|us|it)\b|\bor else\b|\byou(?:'ve| have) been warned\b|\b(?:this is (?:a|your) (?:final |last )?warning|consider (?:this|yourself) (?:a |your )?warn)|\b(?:affect|damage|hurt|ruin|hit) your credit\b|\b(?:won't|will not|wouldn't) end well\b|\b(?:we(?:'ll| will)|i(?:'ll| will)) (?:remember|make sure (?:that )?you (?:never|don't|won't)|see to it that you)/iu,
    ],
  },
  unless: [
    /(?:您|你)(?:说|提到|反映|收到|有权|可以|担心|问)|(?:他|她|对方|师傅|店员|司机).{0,6}(?:威胁|说|告)|会不会影响|是否影响|\byou (?:said|told|wrote|mentioned|have (?:the|every) right|are free|may|got|received|worry|ask(?:ed)?)\b|\bwhether\b|\b(?:they|he|she|the \w+) (?:has |have )?threaten/iu,
  ],
  suggestion: {
    'zh-CN': '您怎么说、去哪里说，都不影响我们处理这件事；我先把情况查清楚，再跟您谈。',
    en: 'What you say, and where, changes nothing in how we handle this. Let me find out what happened and then talk with you.',
  },
  caught: {
    'zh-CN': [
      '您再闹，我们就报警了。',
      '继续发帖的话，我们会起诉您。',
      '我们保留追究您法律责任的权利。',
      '再这样就把您列入黑名单。',
      '您好好掂量一下后果。',
      '您这已经构成诽谤了。',
    ],
    en: [
      'We will sue you if this goes on.',
      "You'll be hearing from our solicitors.",
      'This is your final warning.',
      "We'll have to suspend your account.",
      'You will regret this.',
      'Be very careful what you post.',
    ],
  },
  passing: {
    'zh-CN': [
      '您有权把这件事告诉任何人。',
      '您说店员威胁要报警，我把这句话也记下了。',
      '家里如果有人进来，请先报警。',
      '您提到的律师函我转给法务看。',
      '您的账户一直可以正常使用。',
      '地上有水，请小心脚下。',
    ],
    en: [
      'You have every right to post about it.',
      'You said the shop threatened to call the police; I have noted that.',
      'Please call the police first if someone is in the house.',
      'The letter from your lawyer is with our legal team.',
      'Your account stays open as it is.',
      'Please be careful on the wet floor.',
    ],
  },
};
