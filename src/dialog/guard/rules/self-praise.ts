import type { GuardRule } from '../rule.ts';

/** Praising oneself to somebody who complains (S0.13). */
export const selfPraise: GuardRule = {
  id: 'self_praise',
  clause: 'S0.13',
  patterns: {
    'zh-CN': [
      /(?:从来|一直|常年|连续|从)(?:都)?(?:是|保持)?(?:零|没有(?:过)?)(?:投诉|差评|事故|失误|出过)|(?:开|做|干|经营)(?:了)?(?:\p{N}|[一二三四五六七八九十几])+(?:多)?年.{0,14}(?:零|从(?:来)?没|口碑|信誉|第一次)|(?:哪家|别家|没有哪家|其他公司).{0,10}(?:比得上|能比|做得到|比不上|赶得上)/u,
      /(?:服务之星|先进(?:单位|集体)|示范(?:单位|店)|金牌|五星级?|标杆|名牌|驰名商标|金奖|十佳|优秀(?:单位|企业|团队|员工))|(?:出了名|是公认|众所周知|大家都知道)(?:的)?(?:好|优秀|专业|讲信用|靠谱|认可)|(?:我们|我司|公司)(?:的)?.{0,8}(?:一直|从来|向来|始终)(?:都)?(?:是)?(?:以客户为中心|追求卓越|严格要求|做得(?:很|非常|最)好|受(?:到)?(?:好评|欢迎|认可)|深受)|(?:全|最)(?:国|球|城|网|市)(?:最好|第一|销量|领先)|(?:几十|上百|十几|[二三四五六七八九]十|百)年(?:的)?(?:老店|品牌|历史|经验)/u,
      /(?:我们|我司|公司|本店|我家|咱们)(?:公司|店|品牌|家|的)?(?:产品|服务|质量|团队|客服|售后|技术|口碑|品质|员工)?(?:一直|一向|向来|历来|可|都|始终|从来|是)*(?:以)?(?:是)?(?:全国|全球|国内|行业|业内|本地|同行|市场|世界)?(?:里|内|中)?(?:最好|第一|一流|顶尖|领先|数一数二|首屈一指|有口皆碑|最专业|最优质|龙头|标杆|名列前茅|最权威|口碑(?:很|非常)?好|信得过|知名|优秀|好评如潮|非常专业|很专业|过硬|没话说)/u,
      /(?:行业|业内|国内|全国|全球|世界)(?:第一|领先|龙头|标杆|知名|一流|顶尖|首屈一指)/u,
      /(?:我们|我司|公司|我|本店)(?:多次|曾|连续)?(?:获|荣获|得)(?:过|得)?(?:了)?(?:很多|无数|多项|各种|不少)?.{0,8}(?:奖|称号|荣誉|认证|冠军)/u,
      /(?:大|知名|老|百年)(?:公司|品牌|企业|字号)(?:，|,|的|，您|，不|，怎么)|(?:我们|我司)(?:可|好歹|毕竟)?是(?:一家)?(?:大|正规|上市|知名|老牌)(?:公司|企业|品牌|平台)/u,
      /(?:好评率|满意度)(?:高达|一直|都|是|达到)|(?:引以为(?:傲|豪)|以(?:优质|一流|最好)(?:的)?(?:服务|品质)著称)/u,
      /我(?:干|做|从事)(?:这行|客服)?.{0,6}(?:年|多年)(?:了)?.{0,8}(?:从来|没|经验|专业)|我(?:是)?(?:我们这|这里|公司)(?:里)?最(?:好|专业|优秀|有经验)/u,
      /(?:连续|多年|历年|蝉联|荣获|获得|斩获|获评|评为|授予|拿过|获).{0,12}(?:称号|荣誉|奖|认证|第一|先进|放心品牌|示范单位|满意单位)|像我们(?:这样|这么|这种).{0,10}(?:不多|少见|难找|没几家|少了)|(?:口碑|信誉|品质|实力|质量|服务|名声)(?:.{0,3})(?:摆在|有目共睹|有保障|一流|过硬|在这|杠杠|没得说|没话说|响当当|数一数二|是出了名)|从来没(?:有)?(?:人|谁|客户|顾客).{0,6}(?:说过|投诉|不满|差评|说不好)/u,
      /也就(?:是)?我(?:们)?(?:能|会|才|肯|家)|换(?:了|成|做)?别(?:人|家|的店).{0,8}(?:早|才不|根本|不会|没|可不)|算(?:您|你)(?:选对|走运|运气好|找对|有眼光)|(?:您|你)(?:选|找|来)(?:对|我们就对)了|(?:我们|我家|咱们|咱家|本店|我司|我)(?:的|家)?[^，。]{0,10}最(?:好|快|专业|负责|有良心|用心|优质|权威|强|大|棒|靠谱)(?:的)?|(?:良心|诚信|品牌|龙头|标杆)(?:商家|企业|店|老店)/u,
      /(?:引以为(?:傲|豪|荣)|值得(?:您)?(?:信赖|信任)|信得过|深受.{0,8}(?:喜爱|好评|信赖|欢迎)|好评(?:如潮|不断|率)|零投诉|遥遥领先|无人能比|名声在外|首屈一指|远超(?:同行|别家)|(?:顶尖|一流|专业)的(?:团队|服务|技术))/u,
    ],
    en: [
      /\b(?:no other|no) (?:\w+ )?(?:company|store|shop|provider|brand|one|team|place|competitor)s? (?:\w+ )?(?:offers?|provides?|does|do|gives?|comes? close|can match|has|matches|beats)\b|\bas good as (?:ours|us|we)\b|\bbetter than (?:any|every|all|our competitors|everyone)\b|\b(?:zero|never had (?:a|any)|not a single) (?:complaints?|problems?|issues?)\b/iu,
      /\b(?:number one|no\. ?1|top|best|largest|biggest|most (?:trusted|popular|respected|reliable)|finest|premier) (?:\w+ )?(?:retailer|company|brand|provider|bank|hotel|team|experts?|firm|service|supplier|airline|store|chain|choice|in (?:the|this) (?:country|world|city|market|industry|business|region))\b|\b(?:finest|top|best|greatest) (?:experts|people|engineers|staff|minds|technicians|professionals)\b|\bwe(?:'re| are) (?:very |really |extremely |always |so )?(?:good at what|professional|experienced|famous|successful|experts|the experts|perfect|excellent|great)\b|\b(?:decades|\d+ years|many years) of (?:experience|excellence|success)\b|\b(?:loved|trusted) by (?:thousands|millions|our)\b|\bour (?:record|reputation|quality|rating|reviews?) (?:speaks?|is|are)\b/iu,
      /\bwe(?:'re| are| have (?:always )?been)? (?:\w+ )?(?:the (?:best|leading|most \w+|number one|no\.? ?1|finest|top)|(?:a |an )?(?:world[- ]class|award[- ]winning|market leaders?|industry leaders?|leading|top[- ]rated|renowned|second to none|highly (?:rated|respected|regarded)|famous for|known for|proud of))\b/iu,
      /\b(?:award[- ]winning|world[- ]class|industry[- ]leading|best[- ]in[- ]class|market[- ]leading|state[- ]of[- ]the[- ]art|top[- ]notch|second to none|unmatched|unrivalled|unrivaled|five[- ]star|5[- ]star|gold standard)\b/iu,
      /\bwe (?:\w+ )?(?:pride ourselves|take (?:great )?pride|are (?:very |extremely )?proud|have won|have an excellent|have a (?:great|excellent|stellar|perfect|superb) (?:reputation|record|rating|track record)|have the (?:best|highest))/iu,
      /\bour (?:\w+ )?(?:service|quality|products?|team|staff|support|company|reputation|customer service) (?:is|are|has|have) (?:\w+ )?(?:always |been |widely |simply |known as |considered )*(?:the best|excellent|outstanding|superb|exceptional|second to none|unmatched|legendary|perfect|the highest|great|won|award|top|renowned|the finest|flawless)\b/iu,
      /\b(?:most|99 ?%|98 ?%|thousands|millions|all) of our (?:customers|clients) (?:love|are (?:very |extremely )?(?:happy|satisfied)|praise|rate|recommend|give us)/iu,
      /\b(?:i(?:'ve| have) (?:been (?:doing|in)|worked)|in (?:all )?my) .{0,30}\b(?:years?|decades?)\b.{0,30}\b(?:never|experience|expert|no one|best)/iu,
      /\b(?:market|industry|sector|category|world|undisputed) leaders?\b|\b(?:highest|best|top|finest|fastest|most \w+) (?:\w+ )?(?:in|of|on) (?:the|our|this) (?:sector|industry|class|business|market|country|region|field|high street|city|town|world)\b|\b(?:scores?|ratings?|reviews?|figures|record|reputation|standards|quality) (?:are|is|speaks?|remains?) (?:\w+ )?(?:the (?:highest|best)|excellent|outstanding|top|unmatched|for (?:itself|themselves)|second|impeccable|exceptional)|\babove and beyond\b|\b(?:go|goes|went|going) (?:\w+ )?the extra mile\b/iu,
      /\b(?:most|other|any other|no other|few|hardly any) (?:\w+ )?(?:shops?|companies|company|stores?|banks?|providers?|places|firms?|sellers?|hotels?|airlines?)(?: \w+)? (?:wouldn't|would not|would|don't|do not|can't|care|could|do|does|offer|bother)\b|\b(?:lucky (?:for you|to have|that)|you(?:'re| are) (?:lucky|fortunate|in (?:the best|expert|safe)))\b|\b(?:i|we)(?:'m| am|'re| are) (?:\w+ )?(?:the )?(?:best|top|number one|most experienced|very good at|experts?|famous|renowned|proud)\b|\b(?:won't|will not|can't|cannot) find (?:a|any|anyone|another|better)\b/iu,
      /\b(?:pride (?:ourselves|myself)|proud (?:of our|to (?:be|have|say|offer))|(?:award|prize)s?[- ]winning|voted (?:best|number|the)|trusted by|excellence|unrivalled|unparalleled|exceptional (?:service|quality|team|standards)|flawless|impeccable|outstanding (?:service|record|team|quality)|top[- ]class|first[- ]class|first[- ]rate)\b|\b(?:thousands|millions|lots|hundreds) of (?:happy|satisfied|loyal|delighted) (?:customers|clients|guests)\b|\bnever (?:had|received|get|got|had any) (?:a |any |one |single )*complaints?\b|\bcares? more than we\b/iu,
    ],
  },
  suggestion: {
    'zh-CN': '先不说我们有多好，说我们会为这件事做什么。',
    en: "Leave out how good we are; say what we'll do about this.",
  },
  caught: {
    'zh-CN': [
      '我们的服务一向是行业最好的。',
      '我们公司是行业龙头。',
      '我们多次荣获质量金奖。',
      '我们可是大公司，不会骗您。',
      '我们的产品口碑非常好。',
      '我们的好评率高达百分之九十九。',
    ],
    en: [
      'We are the leading company in this field.',
      'We pride ourselves on excellent service.',
      'Our award-winning support team is here.',
      'Our service is second to none.',
      'Most of our customers love this product.',
      'We have an excellent reputation.',
    ],
  },
  passing: {
    'zh-CN': [
      '我们会把这件事办好。',
      '您的评价对我们改进很有帮助。',
      '我们做得不够好的地方，请您直说。',
      '由质检部的同事来检查。',
      '最好能发一张照片给我。',
      '第一步，我先核对订单。',
    ],
    en: [
      'We will look into this for you.',
      'Tell us plainly where we fell short.',
      'The best time to reach you would help us plan.',
      'Our team checks the part first.',
      'What would be the best outcome for you?',
      'Your feedback helps us improve.',
    ],
  },
};
