import type { GuardRule } from '../rule.ts';

/** Accepting liability before the facts are clear (S0.13). Being sorry for the experience is none. */
export const earlyLiability: GuardRule = {
  id: 'early_liability',
  clause: 'S0.13',
  patterns: {
    'zh-CN': [
      /(?:毫无疑问|毋庸置疑|确实|的确|显然|肯定|明显)(?:就)?是(?:由)?(?:我们|我司|我方|公司)(?:的)?|(?:是|由|因)(?:我们|我司|我方)(?:的)?(?:产品|服务|员工|师傅|工人|工作|施工|设备|操作)(?:失误|问题|缺陷)?(?:才)?(?:导致|造成|引起|害|让您)|(?:都|全)是(?:我们|我)(?:的)?(?:不好|不对|错|责任|问题)/u,
      /(?:是|确实是|的确是|都是)?(?:我们|我司|我方|公司|我们的?员工|我们的?同事|我们的?师傅|店里)(?:这边)?(?:的)?(?:工作|服务|管理|员工|同事|师傅|人员|流程|产品)?(?:上|做得?|做的|没)?(?:的)?(?:不对|失误|疏忽|疏漏|过失|过错|失职|不到位|做错|没做好|没处理好|管理不善|没尽到)(?:了|，|。|导致|造成|才|的|$)|(?:责任|后果|损失|费用|这个责|全部)(?:都|全|应|理应)?(?:由)?(?:我们|我方|我司|公司)(?:来|会|都)?(?:负|承担|担|认|赔|出)|(?:我们|我司|公司)(?:承认|认错|认账|难辞其咎|负全责|有过错|理亏|造成(?:了)?(?:您|你)的)|(?:我们|我司)(?:违约|违规|违法|欺骗|误导|虚假宣传|泄露|多收)(?:了|在先|您)/u,
      /(?:是|都是|确实是|的确是|这是|全是|完全是|属于|真的是)(?:我们|我方|我司|公司|本公司|我|店里|商家)(?:这边|自己|公司|员工|同事|产品)?(?:的)?(?:全部|全|主要|完全|严重|一时|工作)?(?:的)?(?:错|责任|过错|问题|失误|疏忽|过失|不对|不好|失职|原因|不是)/u,
      /(?:我们|我方|我司|公司|本公司|我)(?:会|将|愿意|愿|来|一定|应该|应当|需要|要)?(?:对此|为此|对这件事|对您的损失)?(?:承担|负起?|担)(?:全部|一切|主要|相应|法律|所有|完全|全)*(?:的)?(?:责任|责(?!跟|处|联|这|您|的|到底|核|回|把|答|任)|损失|后果|费用)/u,
      /(?:我们|我方|我司)(?:的)?(?:产品|质量|服务|员工|同事|系统|流程|工作|师傅|设计|施工|操作)?(?:这边|这次|当时|确实|的确|真的)*(?:有|存在|出现|出)(?:了|严重|明显|很大|一定)*(?:的)?(?:质量|设计|安全)?(?:缺陷|过错|失误|过失|疏忽|责任|质量问题|错误|漏洞|瑕疵)/u,
      /(?:我们|我方|我司|我)(?:这边|这次|当时|确实|的确|真的)*(?:弄|搞|做|算|发|收|写|装|扣|计)错(?:了|您|您的)/u,
      /(?:全责|责任在(?:我们|我方|我司|我)|错在(?:我们|我)|(?<!不能|不可以|别|不要|怎么能|能)怪我们|(?:我们|我司)(?:理亏|有错|有责任|难辞其咎|违约|侵权|违反|违法|欺骗|误导)(?:了)?)/u,
      /(?:确实|的确|显然|明显)(?:是)?(?:质量问题|产品(?:有)?缺陷|多收了?|乱收费|欺诈|泄露了|违规|违约)/u,
      /(?:百分之百|百分百|完全|全部|彻底|毫无疑问|确实|的确|无疑|明摆着)(?:都)?(?:是|属于|归|怪|赖)(?:在)?(?:我们|我方|我司|咱们|公司|本店)(?:的)?(?:责任|错|问题|过失|过错)?|错(?:全|都|就)?在(?:我们|我方|我司|公司|咱们)|(?:我们|我方|我司)(?:全|都|一概|全部)?认(?:了|账|错|赔|罪|栽)?(?=[，。！]|$)|(?:我们|我司|我方|本公司).{0,2}承认(?!.{0,4}不)|(?:我司|我方|我们).{0,4}承认|承认.{0,12}(?:过错|缺陷|失误|错误|责任)/u,
      /(?:因|系|由于|是)(?:我方|我司|我们|本店|本公司)(?:.{0,6})(?:过错|过失|失误|疏忽|原因|缺陷|失职)|(?:产品|设备|食品|蛋糕|机器|电池|家具|药|菜|我们|我家|店里的?).{0,14}(?:害|导致|造成|引起|引发|弄|搞)(?:了)?(?:的)?(?:您|你)?.{0,4}(?:受伤|过敏|损失|中毒|摔伤|烫伤|生病|住院|起火|漏水)|(?:过敏|受伤|生病|中毒|拉肚子|起火|摔伤|烫伤).{0,6}(?:就是|是|都是)(?:吃|用|因为|由)(?:了)?(?:我们|我家|店里)/u,
      /是(?:由于)?我们(?:当时|这边|确实)?没(?:有)?(?:做|管|修|检|检查|看|维护|尽|处理|装|弄|盯|把)(?:好|到位|牢|严)?|(?:该|应该|应当)(?:由)?我们(?:赔|负|承担|担)|(?:赔|责任|费用)(?:.{0,3})(?:算|归)(?:我们|公司|店里)的?|(?:管理|监管|保养|维护|施工)(?:不善|不力|失职|不到位)(?:.{0,4})(?:造成|导致|才|是我们)/u,
    ],
    en: [
      /\bi (?:admit|confess|acknowledge|concede)\b|\bour (?:\w+ )?(?:product|technician|driver|staff|employee|negligence|mistake|machine|device|work|installer|error) (?:\w+ )?(?:caused|led to|resulted in|damaged|destroyed|injured|hurt|ruined|burnt|poisoned|broke)\b|\bno doubt (?:that )?(?:we|our|it was our)\b/iu,
      /\bwe(?:'re| are| were)(?: \w+ly| indeed| all)? (?:responsible|negligent|wrong|careless|at fault|the ones? (?:to blame|responsible|at fault))\b(?! for (?:looking|checking|helping|handling|keeping))|\byou(?:'re| are) (?:absolutely |completely |quite |totally )?right[,;:]? (?:we|it was our|our|this was our|that was our|i)\b.{0,20}(?:wrong|negligent|fault|mistake|failed|should have|shouldn't have|messed|error)|\bwe (?:should(?:n't| not)? have|failed to|neglected to|did not do our|didn't do our|caused|owe you|violated|breached|deceived|hurt you|injured|sold you a (?:bad|faulty|defective))\b|\b(?:the (?:blame|fault|responsibility|liability|error|mistake) (?:is|lies|was|rests) (?:\w+ )?(?:ours|with us|on our|mine))\b|\b(?:caused|due|thanks|down) (?:by|to) (?:our|my) (?:own )?(?:\w+ )?(?:mistake|error|negligence|failure|fault|carelessness|staff|oversight)\b/iu,
      /\b(?:it(?:'s| is| was)|that(?:'s| is| was)|this is|this was|entirely|clearly|the) (?:\w+ly )?(?:all |completely |totally |our own )?(?:our|my) (?:own )?(?:fault|mistake|error|responsibility|negligence|failure|doing|blame)\b/iu,
      /\b(?:we|i|the company) (?:\w+ )?(?:take|accept|assume|bear|have|acknowledge|admit|own|accepted|admitted) (?:\w+ )?(?:full |complete |all |total |the |entire |sole |our |legal |any )*(?:responsibility|liability|blame|fault|negligence)\b/iu,
      /\b(?:we|i|the company)(?:'re| are|'m| am| is| were| was)? (?:\w+ly )?(?:liable|at fault|to blame|guilty|negligent|in the wrong|in breach|responsible for (?:the|this|your|what|any|all))\b/iu,
      /\b(?:we|i|our (?:team|staff|company|driver|technician))(?:'ve| have)? (?:\w+ly |really |indeed )?(?:messed up|screwed up|made (?:a|an|the|this|some|several) (?:\w+ )?(?:mistake|error|blunder)s?|got (?:it|this|that) wrong|failed you|let you down|dropped the ball|broke(?:n)? (?:the law|our contract|it)|overcharged you|charged you (?:wrongly|too much|twice)|damaged (?:your|it|the)|lost your|leaked your|misled you|lied to you|cheated you)\b/iu,
      /\bour (?:product|service|system|machine|device|item|work|installation|food|unit) (?:is|was|has|had) (?:\w+ly )?(?:defective|faulty|a (?:\w+ )?(?:defect|fault|flaw)|unsafe|dangerous|contaminated|spoiled|poor quality|broken|flawed)\b/iu,
      /\bwe (?:admit|confess|concede|acknowledge) (?:that )?(?:we|our|it|the|this|to)/iu,
      /\b(?:is|was|'s|are|were|clearly|entirely|all|percent|%)(?: \w+){0,3} (?:our|the company's|the store's) (?:own )?(?:fault|mistake|error|negligence|failure|wrongdoing|responsibility|doing)\b|\b(?:we|our \w+(?: \w+)?) (?:\w+ed and )?(?:caused|ruined|damaged|destroyed|injured|poisoned|flooded|contaminated|burned|burnt|scratched|wrecked)\b|\b(?:because|since|as) (?:we|our \w+) (?:\w+ )?(?:didn't|did not|failed|neglected|forgot|never|hadn't)\b/iu,
      /\b(?:own (?:that|it|this|up to)|hold (?:our|my) hands? up|mea culpa)\b|\b(?:we|i|our \w+)(?:'re| are| is|'m| am)? (?:\w+ )?(?:to blame|liable|culpable|guilty|at fault)\b|\b(?:fault|blame|responsibility|liability) (?:is|lies|rests|sits|falls) (?:\w+ )?(?:with us|ours|on us|on our side|at our door)\b|\bwe(?:'ve| have)? (?:\w+ )?(?:messed|screwed|mucked|stuffed|cocked|fouled|slipped) (?:it |this |things |that )?up\b/iu,
      /\b(?:faulty|defective|contaminated|unsafe|broken|badly \w+|poorly \w+) (?:\w+ )?(?:\w+ )?(?:caused|led|burned|burnt|injured|hurt|made you|started)\b|\b(?:accept|admit|acknowledge|assume|take|concede)(?:s|ed|ing)? (?:full |all |complete |total |sole |legal |our |entire )*(?:liability|responsibility|fault|blame|negligence|guilt)\b|\bresponsible for your (?:injur\w+|loss\w*|damage|illness|accident|burns?)\b|\byou (?:were|got|are|fell) (?:injured|hurt|ill|sick|burned|burnt|poisoned) because (?:we|of our)/iu,
    ],
  },
  unless: [
    // Owning one's own small slip is honest; only with a harm beside it does the house answer for it.
    /^(?!.*(?:责任|赔|损失|事故|受伤|伤|造成|导致|害|我们|我方|我司|公司)).*(?:(?:是|怪|算)我(?!们|司|方|家)(?:这边|自己|本人|个人)?(?:的)?(?:一时)?(?:疏忽|问题|不对|不好|不是|错|失误|没|忘|漏|看错|写错|记错|听错|马虎)|我(?!们|司|方)(?:给|把|这边|自己|刚才|昨天|当时|不小心)*.{0,6}(?:写|记|看|听|打|漏|忘|弄|搞)(?:错|漏|了|岔))/u,
    /^(?!.*\b(?:liab|damag|injur|loss|harm|compens|legal|fire|burn|hurt|our (?:fault|mistake|error)|we (?:are|caused|failed))).*\b(?:my (?:own )?(?:slip|mistake|oversight|error|fault|typo|bad|omission)|i (?:forgot|missed|misread|misspel\w+|mistyped|overlooked|mixed up|got your (?:name|number)))\b/iu,
    /(?:是不是|是否|有没有|会不会|如果|要是|若|倘若|万一|查(?:明|清楚|实)|核实(?:后|过|下来|清楚|是)|确认(?:是|后|过|清楚)|经(?:查|核实))|不(?:是|在)(?:我们|我)|\b(?:whether|if|in case|once (?:we|it)|not|isn't|wasn't|never|deny)\b/iu,
  ],
  suggestion: {
    'zh-CN': '很抱歉让您遇到这样的事。我们马上核实，查清后如实告诉您。',
    en: "I'm sorry you've been through this. We'll check what happened and tell you honestly what we find.",
  },
  caught: {
    'zh-CN': [
      '这确实是我们的错。',
      '我们愿意承担全部责任。',
      '我们的产品确实存在质量问题。',
      '是我们弄错了您的订单，责任在我们。',
      '我们确实搞错了。',
      '这件事我们全责。',
    ],
    en: [
      'This is entirely our fault.',
      'We take full responsibility for the damage.',
      'We made a mistake with your bill.',
      'Our product was defective.',
      'We are liable for your loss.',
      'We clearly messed up here.',
    ],
  },
  passing: {
    'zh-CN': [
      '很抱歉让您遇到这样的事。',
      '我来核实是不是我们这边的问题。',
      '如果查明是我们的责任，我们会处理到底。',
      '让您有这样的经历，很抱歉。',
      '负责的同事会联系您。',
      '查清以后，如实告诉您。',
    ],
    en: [
      "I'm sorry you've been through this.",
      "We're checking whether the part was faulty.",
      'If it turns out to be our fault, we will put it right.',
      'The colleague responsible will call you.',
      'I am sorry about the trouble this has caused you.',
      'We will tell you honestly what we find.',
    ],
  },
};
