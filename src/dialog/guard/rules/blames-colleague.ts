import type { GuardRule } from '../rule.ts';

/** Putting it on a colleague, another department or a supplier (S0.13). */
export const blamesColleague: GuardRule = {
  id: 'blames_colleague',
  clause: 'S0.13',
  patterns: {
    'zh-CN': [
      /(?:\p{Script=Han}{1,4}(?:部|组|科)|仓库|物流|快递|前台|销售|客服|师傅|财务|技术|后厨|外包)(?:的)?(?:人|同事|那帮人|那边|他们)?(?:干活|做事|办事|工作|业务)?(?:就是|总是|老是|一直|从来|都是|向来|太)(?:这么|这样|很|不)?(?:毛糙|粗心|马虎|拖拉|拖|慢|不靠谱|不负责|差|糊涂|乱|不专业|这样)/u,
      /(?:同事|仓库|物流|快递|前台|销售|业务员|客服|师傅|财务|技术|厂家|供应商|门店|店员|施工队|总部|司机|后厨|服务员|外包)(?:公司|那边|部|部门|的人)?(?:小\p{Script=Han}|老\p{Script=Han})?(?:把|给|登记|弄|搞|做|写|发|装|录|算|送|安排|通知|报)(?:您的?|你的?)?.{0,6}(?:错|丢|坏|漏|混|乱|晚|忘|不对|反)(?:了|的)?|(?:您|你)(?:得|要|应该|去)(?:怪|骂|投诉|找)(?:他们|他|她|快递|物流|厂家|销售)|(?:他们|他|她)(?:部门|那边)?(?:做事|办事|一向|总是|从来|老是|就是|太|经常)(?:都|就)?(?:这样|不|拖|粗心|马虎|乱|慢|没)|(?:上|前)(?:一)?(?:任|个|班|位)(?:的)?(?:客服|同事|负责人|员工|师傅|管家|经理)?.{0,6}(?:没|弄|搞|说错|交接|留下|答应|的问题)/u,
      /(?:是|都是|都怪|怪|应该是|这是|那是|肯定是|估计是)(?:我(?:们)?(?:的)?)?(?:那个|一个|上一个|之前的?|前面的?|新来的|我们)?(?:同事|仓库|物流|快递|前台|销售|业务员|客服|师傅|财务|技术|厂家|供应商|门店|店员|施工队|外包|物业|总部|工厂|配送员|快递员|售后|司机|厨房|后厨|服务员)(?:那边|部|部门|他|她)?(?:的)?(?:人)?(?:的)?(?:问题|责任|错|失误|原因|疏忽|搞|弄|没|忘|不|漏|写错|说错|发错|乱|太|事)/u,
      /(?:同事|仓库|物流|快递|前台|销售|业务员|客服|师傅|财务|技术|厂家|供应商|门店|店员|施工队|外包|总部|工厂|配送员|快递员|售后|实习生|新人|司机|后厨|服务员)(?:那边|部|部门|小\p{Script=Han}|他|她)?(?:当时|又|总是|老是|经常|可能|肯定|一向)?(?:搞错|弄错|没(?:有)?(?:跟|给|说|做|告诉|及时|交代|处理|通知|弄|看|登记|安排)|忘(?:了|记)|漏(?:了|掉)|说错|写错|发错|装错|不(?:专业|负责|懂|认真|细心|靠谱|熟悉|小心)|太(?:粗心|马虎|不)|乱(?:说|承诺|来|写)|失误|疏忽|业务不熟)/u,
      /不是我(?:负责|经手|接待|处理|说|答应|卖|办)的?.{0,10}(?:是|找|别的|另|其他|同事|别人|他|她)/u,
      /新(?:来|入职|招)的.{0,8}(?:不懂|不熟|没经验|不清楚|还在学|搞错|刚来)/u,
      /(?:系|因|由|是|属)(?:于)?[^，。不]{0,6}(?:工作人员|员工|同事|前台|仓库|客服|店员|师傅|司机|部门|第三方|供应商|物流|快递|门店)[^，。]{0,4}(?:疏忽|失误|过失|失职|操作|错误|不当|大意)(?:所致|导致|造成|引起)?|(?:和|与|跟)(?:本部门|我部门|我们部门|我们这边|我们客服|客服|本人|我个人)(?:没(?:有)?关系|无关|没关)|(?:都怪|要怪(?:就)?怪|怪只怪|怪就怪)(?!您|你)/u,
      /(?:跟|和|给|对|催|提醒)(?:物流|仓库|他们|维修|厂家|快递|师傅|财务|销售|总部|门店|供应商|安装)(?:那边|部|的人)?.{0,6}(?:讲|说|反映|催|提醒|沟通)(?:过|了).{0,10}(?:不听|不改|不管|不理|没办法|不配合|有什么办法)|(?:他们|人家|那边|那帮人)(?:就是|总|老|一直|从来|又|根本|压根)?(?:不听|不配合|不给力|不管|不负责|不上心|没交接|没说清|不靠谱|掉链子|拖后腿)|(?:那边|他们|部门)(?:老是|总是|总|老|一直)(?:这样|这么|拖|慢|出错|不)/u,
      /(?:小姑娘|小伙子|小年轻|那个谁|那家伙|那位|上一个|上一位|之前(?:的)?(?:那个|那位)?(?:客服|同事|人|店员|师傅)).{0,10}(?:不懂|乱|瞎|没有(?:这个)?权限|说错|新来|不熟|没经验|糊弄|忽悠|不专业|别当真|没搞清)|乱(?:答应|许诺|承诺|讲|拍胸脯)|(?:临时工|实习生|外包|学徒|新人)(?:的)?(?:人)?(?:干|弄|做|搞|经手)的?|我(?:这边|自己)?(?:该做的|早).{0,6}(?:做了|说了|提醒了|报了)/u,
    ],
    en: [
      /\b(?:our|the|those|these) (?:\w+ )?(?:guys|drivers?|couriers?|people|staff|warehouse|team|technicians?|salespeople|agents?|colleagues?|suppliers?|contractors?|chefs?|waiters?) (?:\w+ )?(?:is|are|can be) (?:\w+ )?(?:hopeless|useless|careless|lazy|terrible|awful|unreliable|incompetent|sloppy|slow|clueless|unprofessional|bad|not very)\b/iu,
      /\b(?:the )?(?:guys?|people|folks|team|lads|staff|girl|lady|man|person|ones?|someone|somebody) (?:in|at|from|on|over at) (?:the |our |another )?(?:\w+ )?(?:warehouse|sales|billing|accounts?|shipping|kitchen|front desk|store|branch|head office|logistics|delivery|night|day|other|factory|reception|depot|office)(?: \w+)? (?:\w+ed|made|got|forgot|sent|gave|told|did|didn't|never|lost|put|messed|mixed|should)\b|\b(?:that was|it was|blame) (?:the )?(?:night shift|day shift|other shift|previous|last|guy|girl|new|temp|intern|other (?:team|department|branch))\b|\bthey (?:never|always|don't|keep|can't) (?:do|get|listen|check|make|mess|seem|ever|bother|tell)\b|\b(?:he|she) (?:is|was)(?:n't| not)? (?:supposed|new|careless|trained|qualified)\b/iu,
      /\b(?:my|our|the|that|a|another|some) (?:\w+ )?(?:colleague|coworker|co-worker|warehouse|courier|driver|carrier|sales(?:man|person|team| team| department)?|billing(?: team| department)?|supplier|manufacturer|vendor|technician|store|shop|front desk|agent|representative|rep|department|team|manager|contractor|intern|trainee|staff|cashier|kitchen|waiter|delivery (?:man|guy|company|team))(?:'s)? (?:who \w+ \w+ \w+ )?(?:\w+ly )?(?:is|was|are|were|has|have|had)?\s*(?:to blame|at fault|responsible for (?:this|the|your)|messed|screwed|made (?:a|an|the) (?:mistake|error)|forgot|forgotten|failed|dropped the ball|got it wrong|gave you (?:the )?(?:wrong|incorrect|false|bad)|didn't|did not|never|should have|shouldn't have|lost|mixed|mis\w+|incompetent|careless|lazy|unprofessional|new and|inexperienced|wrong|fault|mistake|error)/iu,
      /\b(?:it(?:'s| is| was)|that(?:'s| is| was)|this is|blame|entirely) (?:all )?(?:(?:my|our|the|their|another|his|her) )(?:\w+ )?(?:colleague|coworker|warehouse|courier|driver|carrier|sales(?:man|person|team| team| department)?|supplier|manufacturer|vendor|technician|store|shop|front desk|agent|rep|department|team|manager|contractor|delivery \w+|billing \w+)(?:'s|s'|s)? ?(?:fault|mistake|error|problem|issue|responsibility|doing)?/iu,
      /\b(?:it (?:was|is)n't|not) me,? (?:it was|but|who)|\bi (?:didn't|did not) (?:handle|do|make|write|say|sell) (?:this|that|it)[,;] /iu,
      /\b(?:(?:he|she|they)(?:'s| is| are|'re) (?:new|useless|incompetent|always (?:doing|making|like)|just a trainee))\b/iu,
      /\b(?:error|mistake|mix-up|fault|problem|slip|mess|delay|confusion)(?: \w+)? (?:was |is )?(?:made|caused|down|entirely down|came|originated|due) (?:by|to|from|with) (?:a |an |the |our |another |one of (?:the|our) )?(?:\w+ )?(?:member|staff|colleague|warehouse|front desk|driver|courier|team|department|supplier|agent|trainee|temp|shift|branch|reception|contractor|accounts|sales)\b|\b(?:and )?not (?:by )?(?:this|our|my) (?:department|team|desk|office|side)\b|\bnothing to do with (?:me|us|our|this (?:team|department))\b/iu,
      /\bwhoever (?:promised|told|said|sold|packed|did|handled|served|gave|took|wrote|booked)\b|\bhad no (?:business|right|authority) (?:to|saying|doing|promising|telling)|\bignore (?:what|whatever|anything) (?:he|she|they|the|my)\b|\b(?:team|department|guys|people|lot|lads|colleagues?|staff|drivers?|warehouse|accounts|sales|repairs|office|branch|reception|agency)(?: team| department)? (?:is|are|was|were|can be|being) (?:\w+ )?(?:useless|hopeless|incompetent|lazy|clueless|sloppy|careless|rubbish|terrible|unreliable|a nightmare|a joke|a mess|slow)\b/iu,
      /\bi (?:keep|kept) (?:telling|asking|reminding|chasing) (?:them|him|her)\b|\b(?:they|he|she) (?:won't|never|don't|doesn't|didn't) (?:\w+ )?(?:listen|care|learn|check|read|bother|answer)|\b(?:accounts|warehouse|sales|they|he|she|who|dispatch|billing|logistics|reception|team|courier|driver|fitters?)(?:'ve| have| has)? (?:\w+ )?(?:dropped the ball|messed (?:it |this |things )?up|botched|screwed (?:it |this )?up|mucked (?:it |this )?up|bungled|stuffed (?:it )?up|got it wrong)|\bmessing up\b|\b(?:hadn't|hasn't|has|had|without|haven't) (?:a |no |got a )?clue\b|\b(?:did|done) (?:my|our) (?:bit|part|job)\b|\b(?:is|was|were) (?:only |just |still )?(?:new|a (?:trainee|temp|newbie|rookie)|learning|untrained|inexperienced)\b(?= and|,|\.| here)/iu,
    ],
  },
  unless: [/联系您|\b(?:will|can|is going to|would) (?:contact|call|get in touch|look|check|help|follow)/iu],
  suggestion: {
    'zh-CN': '不说是谁的事，说“我们”：我们来核实，由我跟到底。',
    en: "Speak as one house: we'll find out what happened, and I'll see it through for you.",
  },
  caught: {
    'zh-CN': [
      '是我同事搞错了。',
      '这是仓库的责任，不是我们客服的。',
      '前台没跟您说清楚。',
      '新来的员工不懂规矩。',
      '都怪快递员太粗心。',
      '销售乱承诺，我们也没法管。',
    ],
    en: [
      'My colleague messed up your order.',
      "That's the warehouse's fault.",
      'The previous agent gave you the wrong information.',
      'Our driver forgot to scan it.',
      "It was the courier's mistake.",
      'The sales team should have told you.',
    ],
  },
  passing: {
    'zh-CN': [
      '负责的同事会去核实。',
      '我请仓库的同事查一下发货记录。',
      '我们一起把这件事弄清楚。',
      '师傅明天上门看看。',
      '我会跟到底，有结果就告诉您。',
      '您说的服务态度，我们会找当事人了解。',
    ],
    en: [
      'My colleague will look into it.',
      'I will ask the warehouse to check the dispatch record.',
      'We will find out what happened.',
      'A technician can come to you tomorrow.',
      'I will see this through for you.',
      'The colleague responsible contacts you tomorrow.',
    ],
  },
};
