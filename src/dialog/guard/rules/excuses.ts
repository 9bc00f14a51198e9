import type { GuardRule } from '../rule.ts';

/** Looking for excuses (S0.13: 一味寻找借口). */
export const excuses: GuardRule = {
  id: 'excuses',
  clause: 'S0.13',
  patterns: {
    'zh-CN': [
      /(?:是|都是|因为)(?:快递|物流|供应商|厂家|天气|系统|平台|疫情)(?:太|的|不|出|慢|晚|原因|问题)|(?:刚|才)(?:开业|开张|搬|换|上线|成立|接手|起步|入职).{0,14}(?:还|没|不|所以|难免|理顺)|还没(?:理顺|捋顺|适应|磨合|完善|步入正轨)/u,
      /(?:订单|客流|人|单量|业务量|电话|来电)(?:暴增|激增|太多|爆满|爆单|猛增|量(?:太)?大|很多)|(?:是)?没(?:有)?办法的(?:事|呀|嘛)|(?:我们|我|谁)(?:也|都)?(?:控制|左右|预料|预计|想)不(?:了|到)|(?:双十一|双11|618|春节|国庆|年底|周末|高峰期?|旺季|雨季|台风)(?:期间|嘛|呢|的时候|，)?.{0,10}(?:慢|晚|延误|忙|多|难免|没办法|正常|都这样)|(?:第一次|头一回|刚(?:开业|上线|起步|接手))(?:嘛|，|难免|所以|没经验)|(?:我们|我)(?:也)?(?:有|是有)(?:我们|我)?(?:的)?(?:难处|苦衷|困难|压力|不得已)|(?:我们|我)也(?:不想|没想到|不知道|不容易|很难)/u,
      /(?:最近|这几天|今天|现在|我们|这边|近期|这阵子|目前|节假日|月底|年底)?(?:实在|确实|真的)?(?:(?:太|很|比较|特别|非常|挺|好)忙|缺人|人手(?:不足|不够|紧张|少)|忙不过来|顾不上|忙疯|忙得)/u,
      /(?:因为|由于|主要(?:是)?|都是|毕竟|受)(?:最近|近期)?(?:天气|疫情|下雨|下雪|台风|过节|节假日|春节|双十一|大促|系统|网络|电脑|供应商|厂家|快递|物流|上游|客流|订单|业务|单子|人员|人手|工作|电话|量)(?:的)?(?:原因|问题|影响|故障|太|出|不|多|量|比较|很|爆|激增|升级|调整|流动|变动|延误)/u,
      /(?:系统|网络|电脑|机器|服务器)(?:出|有|的)?(?:了)?(?:问题|故障|bug|原因|卡了|坏了|不好)|系统(?:就)?(?:是)?(?:这样|自动|显示的?)/u,
      /(?:我们|我|这边)(?:也|实在)?(?:是)?(?:没(?:有)?(?:办法|法子|辙)|无能为力|无可奈何|身不由己|很为难|不得已|控制不了)/u,
      /(?:这|那)(?:个)?(?:也)?(?:是)?(?:很)?(?:正常(?:现象|的)?|难免(?:的)?|在所难免|不可避免|没办法避免|常有的事|行业(?:惯例|通病|都这样|普遍))|(?:大家|行业|哪家|别家)(?:里)?都(?:是)?(?:这样|一样|会)/u,
      /不可抗力|谁(?:都|也)(?:不想|难免)|情有可原|人(?:非圣贤|无完人)|谁没(?:有)?(?:个)?(?:失误|疏忽)/u,
      /(?:因|因为|由于|受)[^，。]{1,12}(?:原因|影响|问题|因素|限制|紧张)[，,]?(?:.{0,6})(?:导致|造成|所以|耽误|延误|延迟|未能|没能|才|无法)|(?:我方|我们|我司|非人力|人力)?(?:无法|不能|没法|难以|不可)(?:控制|预料|预见|避免|左右)(?:的)?|(?:不可控|客观原因|特殊原因|突发(?:情况|状况)|实属无奈|身不由己|计划赶不上变化)/u,
      /(?:大家|哪家|谁家|同行|全行业|别家|各家|哪里)(?:都|也)(?:很)?(?:慢|忙|晚|缺|堵|这样)|又?不(?:只|光|单|止|仅)(?:是)?(?:我们|咱们)(?:一家|一个|家|这|$)|(?:体谅|谅解|理解|包涵)(?:一下|下|一点)?(?:我们|我)(?:的)?(?:难处|工作|苦衷|处境)?|(?:您|你)(?:也)?(?:得|要|应该|多)?(?:体谅|多理解|理解)(?:一下|下|理解)(?=[，。！嘛吧哈]|$)/u,
      /(?<!失望是|生气是|着急是|担心是|难受是)(?:难免|免不了)(?!.{0,6}(?:着急|生气|不高兴|担心|难受|失望|烦|窝火|心))|在所难免|(?:毕竟|谁让|谁叫).{0,12}(?:忙|多|新|刚|节|天气|系统|人手|成本)|(?:休假|请假|离职|辞职|生病)(?:了)?.{0,10}(?:所以|才|没人|就没|导致|顾不)|(?:爆仓|爆单|旺季|高峰期|大促|节假日).{0,10}(?:慢|晚|忙|延|顾不|正常|没办法)|(?:原材料|成本|行情|大环境|涨价|疫情|经济).{0,12}(?:没办法|难免|波动|所以|导致|也是)|忙(?:不过来|晕|疯|忘|得脚不沾地|坏|死)/u,
    ],
    en: [
      /\b(?:going through|in the middle of|undergoing|dealing with|transitioning|switching) (?:a |an |some |to |our )?(?:\w+ )?(?:migration|restructur\w+|renovation|changes?|upgrade|move|transition|reorgani[sz]ation|new system|growth|merger)\b|\bthings are (?:a bit |a little |very |rather )?(?:chaotic|hectic|crazy|messy|busy)\b|\bwe(?:'ve| have)? (?:only )?just (?:opened|moved|started|launched|changed)\b|\bwe're (?:still )?(?:new|learning|getting used)\b/iu,
      /\b(?:it (?:was|is)|during|because of|with) (?:the |a |our )?(?:\w+ )?(?:holiday|peak|busy|rush|christmas|sale|summer|flu) (?:period|season|time|hours?|week)|\b(?:to be expected|can't be helped|couldn't be helped|nothing (?:we|anyone) could (?:have )?do(?:ne)?|not our choice|what can (?:we|i) (?:do|say)|we(?:'re| are) only human|we're doing (?:our|the) best|we did our best|we tried our best|we had no (?:choice|idea|way)|couldn't have known|no control over|we (?:did not|didn't) expect)\b|\b(?:staff|driver|team|people|worker)s? (?:was|were|is|are|called in) (?:ill|sick|off|on (?:leave|holiday|strike)|short)|\bwe (?:had|have|were (?:having|facing|experiencing)|experienced|faced) (?:a |an |some |many |several )?(?:\w+ )?(?:shortage|difficult(?:y|ies)|technical|problems?|issues?|backlog|outage|challenges)/iu,
      /\b(?:we|our team|our staff|everyone|i)(?:'ve| have|'re| are|'m| am| were| was)? (?:been |just )?(?:really |very |so |extremely |too |incredibly |quite |super )?(?:busy|swamped|overwhelmed|understaffed|short[- ]staffed|overloaded|short of staff|snowed under|slammed)\b/iu,
      /\b(?:due to|because of|owing to|given|thanks to|on account of|with) (?:the |an? |our |unusually |very |extremely )*(?:high (?:volume|demand|number|call)|staff(?:ing)? (?:shortage|issues?|problems?)|shortage|weather|pandemic|covid|holiday|season|rush|system|technical|computer|network|supplier|courier|traffic|strike|backlog|peak|lack of staff|circumstances beyond|unforeseen)/iu,
      /\b(?:staff(?:ing)? shortages?|short[- ]staffed|understaffed|beyond our control|out of our (?:hands|control)|our hands are tied|force majeure|not enough (?:staff|people|time))\b/iu,
      /\b(?:the|our) (?:system|computer|software|website|server|network|printer|database) (?:was|is|has been|went|crashed|had|has|did|does|won't|made|glitch)/iu,
      /\b(?:these|such|those) things (?:do )?happen\b|\bit happens\b|\bnobody(?:'s| is) perfect\b|\b(?:everyone|we all|anyone) (?:makes|make|can make) mistakes\b|\bto err is human\b|\b(?:it(?:'s| is)|that(?:'s| is)) (?:perfectly |completely |quite |just )?(?:normal|how (?:it|things) works?|the way (?:it|things) (?:is|are|work)|standard in the industry|industry standard|unavoidable|inevitable)\b/iu,
      /\b(?:you have to|please|you must|try to) understand (?:that )?(?:we|our|it's|i)\b/iu,
      /\b(?:busy|peak|holiday|festive|high|crazy|silly) (?:season|period|time)\b|\b(?:been|are|were|is|was) (?:\w+ly |rather |quite |a bit |pretty )*(?:swamped|snowed under|overwhelmed|rushed off|run off|stretched|overloaded|inundated|short[- ]handed|understaffed|slammed|hectic|manic)\b|\b(?:caused|delayed|affected|hit|held up|down) (?:by|to) (?:the |our |a |an |bad |heavy )*(?:courier|carrier|weather|supplier|strikes?|traffic|customs|snow|holidays?|roadworks|it department|volume)|\b(?:outside|beyond|out of) (?:of )?(?:our|my|anyone's|anybody's) (?:control|hands|power)\b/iu,
      /\bblame (?:the|it on|our) (?:\w+ )?(?:system|weather|courier|traffic|computer|software|update|supplier|holiday|economy|government)|\bnot (?:just|only) us\b|\b(?:whole|entire) (?:industry|sector|country|world|market)\b|\beveryone(?:'s| is| else is)? (?:\w+ )?(?:having|in the same|struggling|affected|late|slow)|\beveryone in (?:the|this) (?:industry|business|trade)|\b(?:half|most|part|several|some|two|three) (?:of )?(?:the|our|my) (?:team|staff|people|crew|colleagues|drivers)\b.{0,15}\b(?:sick|ill|off|leave|holiday|left|away)|\boff sick\b/iu,
      /\b(?:teething|growing) (?:problems|troubles|pains)\b|\b(?:glitch|hiccup|gremlins|growing pains)(?:es|s)?\b|\b(?:inflation|pandemic|brexit|covid|lockdown|global (?:supply|shortage)|supply (?:chain|issues)|staff shortages?)\b|\bsince the (?:update|upgrade|move|merger|migration)\b|\bbear with us\b|\b(?:please|you have to|you must|hope you(?:'ll)?) (?:understand|appreciate) (?:that |how )?(?:we|our|it's|things|the (?:pressure|team))|\bwhat with\b|\bmust (?:just )?have slipped\b|\bslipped through the (?:net|cracks)\b/iu,
    ],
  },
  unless: [
    /您(?:现在|那边|要是|可能)?(?:在)?忙|百忙|帮忙|不是借口|我(?:已经|已|这就|马上|现在就)(?:重新|给您|帮您|替您|为您|补|改|安排)|\byou(?:'re| are| may be| must be) (?:very )?busy\b|\bno excuse\b|\bi(?:'ve| have) (?:now )?(?:\w+ed|put|sent|redone|rebooked) (?:it|your|this|that)\b/iu,
  ],
  suggestion: {
    'zh-CN': '不解释我们的难处，直接说接下来怎么办、什么时候办好。',
    en: 'Leave our difficulties out of it and say what happens next, and by when.',
  },
  caught: {
    'zh-CN': [
      '最近实在太忙了，没顾上。',
      '因为天气原因，所以晚了。',
      '是系统出了问题，不是人为的。',
      '我们也没有办法。',
      '这也是难免的。',
      '由于订单太多，人手不足。',
    ],
    en: [
      "We've been very busy lately.",
      'Due to high demand, things take longer.',
      'We are short-staffed at the moment.',
      'The system was down.',
      'These things happen.',
      'It is out of our hands.',
    ],
  },
  passing: {
    'zh-CN': [
      '您先忙，有空再补充。',
      '谢谢您百忙之中抽空。',
      '我来帮忙查一下。',
      '您可以在系统里看到维修的进度。',
      '下雨天，师傅会穿鞋套进门。',
      '不管什么原因，这件事我们要处理好。',
    ],
    en: [
      'You may be busy, so just reply when it suits you.',
      'There is no excuse for keeping you waiting.',
      'I will help you with that.',
      'You can see the progress in the system.',
      'Whatever the reason, we will sort this out with you.',
      'The engineer brings the part with him.',
    ],
  },
};
