import type { GuardRule } from '../rule.ts';

/** Putting off (S0.13: delaying; S0.17: delay ends in rage). */
export const delay: GuardRule = {
  id: 'delay',
  clause: 'S0.13',
  patterns: {
    'zh-CN': [
      /(?:先)?(?:放着|搁着|放一放|放放|搁一搁|缓一缓)(?:吧|再|，|。)|(?:等|看)(?:我|我们|他们|师傅|哪天)?(?:有(?:空|时间|机会)|忙完|闲下来|方便)(?:了)?(?:再|的时候)|(?:这个|本|这)(?:月|周|星期|几天).{0,6}(?:处理|解决|安排|弄|办|排)不(?:了|上|完)|(?:下|过)(?:个)?(?:月|周|星期|几天|阵子)再(?:看|说|处理|弄|议)/u,
      /(?:要|得|需要|只能|必须)?等(?:到)?(?:下(?:个)?(?:月|周|季度|星期)|年后|节后|月底|明年|领导|经理|总部|上面|他|她|老板|财务|系统).{0,12}(?:才|再|回来|审批|有空|恢复|上班|定|说)|(?:再)?耐心(?:等|地等)|(?:再|多)(?:给|宽限)(?:我们|我)?(?:一些|一点|几天|点)?时间|(?:慢慢|先)(?:等|排|排队|来吧|放(?:一)?放)(?:[，。]|$|吧|着)|(?:没|哪有)(?:有)?这么快|(?:哪|不)(?:能|会)(?:有)?(?:那么|这么)快|(?:等等|等着|等会儿?|等一阵|等几天|等消息|等通知)(?:再说|吧|。|，|$)/u,
      /(?:请|麻烦|还请|烦请)?(?:您|你)?(?:再|先)?(?:耐心)(?:地)?(?:等|稍等)(?:待|候|一等|等)?/u,
      /(?:您|你)?(?:就)?(?:再|先|继续)(?:等(?:等|一等|几天|一阵|一段|一会|两天|候|着|上)|缓缓|放一放|拖一拖|忍忍)(?:吧|再说|看)?/u,
      /(?:等|候)(?:我们|公司|领导|上面|这边)?(?:的)?(?:通知|消息|安排|电话)(?:吧|就(?:行|好|可以))?(?:。|，|！|$|,)|回去等/u,
      /(?:过|等)(?:几天|两天|一阵|一段(?:时间)?|阵子|些日子|段时间|一个月|半个月|一周|一星期)(?:吧|再(?:来|说|看|联系|问|打|处理)|您再)|(?:改天|下(?:周|个月|次|星期)|年后|节后|月底)(?:再)(?:说|来|看|联系|问|处理)/u,
      /(?:别|不要|不用|甭)(?:再)?(?:催|老问|一直问|天天问|总问)|催(?:也)?没(?:有)?用|急(?:也)?没(?:有)?用|急什么/u,
      /(?:现在|今天|暂时|目前|这会儿)(?:没(?:有)?(?:空|时间|人|人手)|不方便|处理不了|顾不上|下班了?|不在)(?:处理|管|办|看|，|。|$)?/u,
      /(?:排队|按顺序|轮到)(?:等|处理|才|再|吧|着)|(?:领导|经理|负责人|同事)(?:不在|出差|休假|开会|没(?:上班|回来)).{0,12}(?:等|再|回来|来了|以后|才)/u,
      /(?:请勿|不要|无需|别|甭|勿)(?:再)?(?:重复|反复|多次|频繁|一直|老|天天|总)(?:地)?(?:催|追问|询问|来电|打电话|联系|问|发)|(?:处理|审核|核实|调查|解决|这种事|这事|审批)(?:都|也|是|总)?需要(?:一定|一段|一些)?(?:的)?(?:时间|周期|过程)|没(?:那么|这么)快|快不(?:了|起来)|(?:过|等)(?:段|一段|阵|一阵|些)(?:时间|日子|子)|下(?:个)?(?:礼拜|星期|周|月)(?:再|来问|才|吧)/u,
      /回头(?:再)?(?:给|说|弄|处理|联系|看)|(?:手头|手上)(?:有|还有|正忙)(?:别的|其他|一堆)?|(?:排|轮)到(?:您|你)(?:了)?(?:再|就|才|自然|会|，|。|$)|(?:静候|静待|敬候|恭候)|(?:晚点|晚些|迟点|抽空|得空|有空|闲了|改日)(?:了)?(?:再|我|就|我再)*(?:给|帮|处理|弄|说|联系|看|回)|(?:先|您先|你先)(?:等着|候着|放着|搁着|回去等)|等(?:有|着)(?:消息|通知|结果)?(?:了)?(?:再说|吧|我们再)|不急(?:这|在)(?:一时|一会)|(?:慢慢|继续)等/u,
    ],
    en: [
      /\bwhen(?:ever)? (?:we|i|they|someone) (?:get|gets|got) (?:round|around|to|a (?:chance|minute|moment))\b|\bget (?:round|around) to it\b|\bput (?:it|this|you|your \w+) on hold\b|\bon the back burner\b|\bnot (?:this|before next|until next|until) (?:week|month|year|next)\b/iu,
      /\b(?:give (?:it|us|them) (?:just |only )?(?:a |another |some |more |one )*(?:few |couple (?:of )?|little )?(?:more )?(?:time|days?|weeks?|months?|hours?|while))\b|\bwhen (?:things|it|work|we) (?:\w+ )?(?:quiet(?:en)?s?(?: down)?|calms? down|slow(?:s)? down|settle(?:s)?|(?:is|are|get) (?:less busy|free|back|quieter)|have (?:time|a moment))|\b(?:you(?:'re| are|'ll be|r (?:case|request|turn) (?:is|will))) (?:in (?:the|a) queue|next in line|have to queue|on (?:the|a) (?:waiting )?list|at the (?:back|end))|\b(?:after|until|once) (?:the )?(?:holidays?|new year|weekend|christmas|(?:he|she|my manager|the manager|they) (?:is|are|gets?|comes?|returns?) back)\b|\b(?:what's the (?:rush|hurry)|(?:have|show|need) (?:some |a little |more )?patience)\b|\bwe(?:'ll| will) (?:see|look at (?:it|this|that)|come back to (?:it|this)|do (?:it|that|this)) (?:when|later|after|once|eventually|next)/iu,
      /\b(?:please |just |you(?:'ll| will)? (?:just )?(?:have to|need to|must|should) )?(?:be patient|have patience|bear with us|sit tight|hang (?:on|tight|in there))\b/iu,
      /\b(?:please |just |you(?:'ll| will)? (?:just )?(?:have to|need to|must) |kindly )(?:wait|hold on|keep waiting)\b|\bwait (?:a (?:few|couple of|bit|little)|for (?:another|a few|a while|some|a couple|us|our|the)|another|until (?:we|further|someone|next)|and see|your turn|in (?:line|the queue))/iu,
      /\b(?:(?:try|call|come|write|contact us|check|ask|message us|get in touch) (?:us )?(?:back |again )?(?:later|next (?:week|month|time)|in a (?:few|couple)|another (?:day|time)|some other time|tomorrow))\b/iu,
      /\b(?:not (?:now|today|at the moment)|no (?:time|one available) (?:right now|today|at the moment|for)|we(?:'ll| will) (?:deal with|get to|look at|handle|take care of) (?:it|this|that|you|your \w+) (?:later|when|eventually|next|after|in (?:a few|due|time)))/iu,
      /\b(?:stop|quit|no (?:use|point)(?: in)?|there(?:'s| is) no need to|don't) (?:chasing|chase|asking|ask again|rushing|rush|pushing|push|nagging|hurrying|keep asking|following up)\b/iu,
      /\b(?:these things|it|this|that|processing|an investigation) (?:simply |just |always )?(?:takes? (?:time|a while|as long|longer)|can't be rushed|cannot be rushed|will take (?:time|a while|as long))/iu,
      /\b(?:manager|supervisor|colleague|person in charge|boss) is (?:away|out|on (?:leave|holiday|vacation)|not (?:in|here|available)|busy|in a meeting)\b/iu,
      /\b(?:do not|don't|please don't|stop|no need to|refrain from|kindly do not) (?:\w+ )?(?:chas\w+|contact\w* us again|follow(?:ing)? up|call(?:ing)? again|keep (?:asking|calling|writing|emailing)|ask(?:ing)? again|nag\w*|push\w*|hassl\w+)|\b(?:requests?|it|this|that|these things|processing|cases?|complaints?|everything) (?:\w+ )?(?:takes?|needs?|requires?) (?:some |a (?:bit of |little |certain |while )?|its )?(?:time|while)\b|\b(?:check|try|come|call|ring|write|ask|pop) (?:back|again|us)(?: with us)?(?: \w+)? (?:in a|later|next|another|after|some)/iu,
      /\bwait (?:your turn|for (?:your|a|news|further|someone|somebody|it)|in line)\b|\blike every(?:body|one) else\b|\bwhen (?:i|we) get (?:to|round|around|a (?:chance|minute|moment|spare))\b|\b(?:keep an eye on|watch) your (?:inbox|email|phone|messages)\b|\btill (?:somebody|someone|he|she|they)\b|\b(?:in the middle of|busy with|tied up with) (?:something|other|another)|\bother (?:things|cases|customers) (?:to do|first|come first|ahead)\b|\b(?:backlog|first come,? first served|in the order (?:they|we)|once we(?:'ve| have) cleared)\b/iu,
      /\b(?:patience is|some patience|be patient)\b|\b(?:park|shelve|postpone|put off) (?:this|it|your)\b|\b(?:for (?:now|the moment)|right now),? (?:just )?(?:wait|leave it|nothing)\b|\b(?:not|isn't|is not) (?:a )?(?:rush|urgent|that urgent|in a hurry)\b|\bno rush\b|\ball in good time\b|\b(?:another|a few more|several) (?:days?|weeks?|months?) (?:at least|or so|maybe|or more)\b/iu,
    ],
  },
  // A stated date beside it makes it a date and not a putting-off.
  unless: [
    /(?:您|你).{0,4}等了|我(?:已经|已)请|副手|代班/u,
    /\b(?:so|but) i(?:'ve| have| will|'ll)\b|\bdeputy\b|\bstand-?in\b/iu,
  ],
  unlessAnywhere: [
    /(?:最迟|不晚于|在).{0,12}\d.{0,10}(?:前|内|联系|回复|答复|到)|[\d一两三四五六七八九十]+(?:个)?(?:小时|分钟)(?:之?内|以内)|\b(?:by|within|before|no later than)\b.{0,25}(?:\d|noon|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)/iu,
  ],
  suggestion: {
    'zh-CN': '说出现在就在做的事和下一个时间点，例如：我已经转给负责的同事，最迟（时间）给您消息。',
    en: "Say what is being done now and the next date: it's with the colleague responsible, and you'll hear by (time) at the latest.",
  },
  caught: {
    'zh-CN': [
      '请您耐心等待。',
      '您再等等吧。',
      '过几天再来问问。',
      '回去等通知。',
      '催也没有用。',
      '经理出差了，等他回来再说。',
    ],
    en: [
      'Please be patient.',
      "You'll just have to wait.",
      'Call back next week.',
      "We'll get to it when we have time.",
      'These things take time.',
      'The manager is away, try again later.',
    ],
  },
  passing: {
    'zh-CN': [
      '我现在就转给负责的同事。',
      '同事最迟明天12:00前联系您。',
      '您等的这几天，辛苦了。',
      '等的时候，我先把情况记清楚。',
      '师傅已经在路上了。',
      '有消息我马上告诉您。',
    ],
    en: [
      "I'm passing it on right now.",
      'You will hear from us by noon tomorrow.',
      'Waiting this long is frustrating.',
      "While you wait, let's note the details.",
      'The technician is on the way.',
      'You can write to us at any time.',
    ],
  },
};
