import type { GuardRule } from '../rule.ts';

/** Mocking or belittling (S0.13: criticising or mocking). */
export const mocking: GuardRule = {
  id: 'mocking',
  clause: 'S0.13',
  patterns: {
    'zh-CN': [
      /(?:您|你)(?:这么大|一个大|都多大|好歹)(?:的)?(?:人|岁数|年纪)(?:了)?|连(?:个|这|这点|这么|最)(?:\p{Script=Han}){0,6}(?:都|也)(?:不(?:会|懂|好|知道|清楚)|收不|弄不|搞不|看不|做不)/u,
      /就为了?.{0,8}(?:钱|块|元|事|点).{0,10}(?:闲|值|至于|闹|投诉|计较|折腾|啊|吗)|真够(?:闲|可以|行)|(?:您|你)(?:是)?(?:不会|该不会|莫不)是(?:第一次|没|头一回|连)|第一次(?:网购|坐|住|用|出门|来)(?:吧|吗)|(?:怪不得|难怪)(?:您|你)|(?:您|你)(?:可)?(?:真)?(?:够|会)(?:闲|讲究|挑|挑剔|麻烦|难伺候|折腾|娇气|夸张|计较)|想(?:得|的)(?:倒|可|真|太)(?:美|好|简单)|做梦|(?:几|十几|十|一两|几十|一百)(?:来)?(?:块|元)(?:钱)?(?:的)?(?:东西|事)/u,
      /呵呵|哈哈|嘿嘿|笑死|搞笑|可笑|逗我|好笑|拜托/u,
      /(?:这么|就这|这|那)(?:点|么点)(?:小)?(?:事|钱|问题)(?:儿)?(?:也|都|还|至于|就|值得)?/u,
      /小题大做|大惊小怪|至于吗|矫情|玻璃心|太敏感|想多了|太较真|鸡毛蒜皮|没见过世面|斤斤计较/u,
      /(?:您|你)(?:不会|连|难道)(?:连)?(?:这(?:个)?(?:都|也))?(?:不(?:会|懂|知道|识字)|看不懂)(?:吧|吗)?|这(?:都|也)(?:不(?:会|懂|知道)|看不懂)/u,
      /(?:您|你)(?:可)?真(?:有意思|逗|行|厉害|会(?:说|编|想)|有(?:本事|才|闲))|(?:您|你)(?:的)?(?:想象力|脑洞)/u,
      /一分(?:钱)?一分货.{0,6}(?:您|你)|(?:买|付|用)不起|便宜(?:没好货|还想)|还想(?:要)?怎(?:么)?样|(?:您|你)以为(?:您|你)是谁/u,
      /怕不是(?:想|要|还)|难不成(?:您|你|还|要|我们)|是不是还(?:想|要)(?:我们|我|让)|要不要(?:我|我们).{0,8}(?:跪|轿|磕头|请安|唱)|把.{0,4}(?:店|公司)(?:都)?(?:送|赔|给|搬)(?:给)?(?:您|你)|(?:您|你)(?:是|当自己是)(?:专家|大爷|皇帝|公主|太后|作家|老板|上帝|领导|福尔摩斯)|(?:怎么|咋|干脆)不(?:去|上)(?:写|演|当|说书|竞选|拍)/u,
      /我(?:也是|真是|真的|算是|可真)?(?:服了|醉了|无语|开眼了|长见识了|佩服)|(?:戏精|影帝|键盘侠|巨婴|碰瓷|刁民|无赖|神经病|有病吧|更年期|文盲|弱智|智商|白痴|奇葩|杠精|事儿?多|事儿?妈)|(?:听|看)不懂(?:人话|中文|中国话|汉字|话)|不识字|(?:三岁|小学|幼儿园)(?:的)?(?:小)?(?:孩|孩子|朋友|学生|生)(?:都|也)|是个人(?:都|也)(?:会|知道|懂)/u,
      /还(?:想|指望|期待|奢望).{0,8}(?:五星|总统|贵宾|VIP|皇帝|上帝|头等舱)|(?:啧啧|哎哟喂|哟，|嗬，|切，|呵，|喔唷)|(?:真是|可真是|还真是)(?:稀奇|难得|贵人|金贵|闻所未闻|活久见)|活久见|笑(?:掉|得|不活|话)|(?:别|少)(?:装|演|做戏)(?:了|可怜)?/u,
    ],
    en: [
      /\b(?:surely|obviously|any ?one|even (?:a|my)|i'm sure) (?:you )?(?:can|could|know|knows|child|kid|grandmother) (?:\w+ )?(?:figure|manage|work|read|understand|handle|use|know|see)\b|\bit(?:'s| is) not (?:that )?(?:hard|difficult|rocket|complicated)\b|\bhow hard (?:can|could|is)\b/iu,
      /\b(?:all this|all that|so much (?:fuss|drama|noise)|really|seriously|this whole thing)(?: \w+)? (?:over|about|for) (?:a |some |one |just )|\b(?:maybe|perhaps|why not|have you (?:ever )?(?:thought|considered)|how about) (?:\w+ )?(?:try|you (?:should|could)|reading|learn|next time|google)|\b(?:first time (?:using|shopping|flying|buying)|welcome to the real world|grow up|get a life|what a surprise|imagine that|how (?:sad|cute|adorable|funny)|are you (?:serious|kidding|joking)|wow,)|\b(?:for|over) (?:a )?(?:few|couple of|measly|lousy|five|ten|two) (?:dollars?|bucks|cents|pounds|minutes)/iu,
      /\b(?:lol|lmao|rofl|haha+|hehe+)\b/iu,
      /\b(?:oh,? (?:really|please|come on|wow|boo hoo)|boo hoo|poor (?:you|thing)|cry me a river|good luck with that|nice try|yeah,? right)\b/iu,
      /\b(?:did|do|can|could) you even (?:read|know|try|understand|look|listen|bother)\b/iu,
      /\b(?:such|just|only|over) (?:a |some )?(?:tiny|little|small|trivial|minor|silly|petty) (?:thing|issue|matter|problem|amount|detail|sum)\b/iu,
      /\b(?:making|make) (?:such )?a (?:fuss|mountain out of|big deal|drama|scene)|\b(?:over-?react|drama queen|too sensitive|over-?sensitive|melodramatic|throwing a tantrum)/iu,
      /\b(?:ridiculous|laughable|hilarious|silly|funny|cute|pathetic) (?:complaint|question|request|claim|story|idea|that you|of you)\b/iu,
      /\b(?:even a child|anyone with (?:half )?a brain|common sense|not rocket science|any(?:one|body) (?:sensible|normal))\b/iu,
      /\bwhat (?:did|do) you expect\b|\bwho do you think you are\b|\byou get what you pay for\b|\bcongratulations on\b/iu,
      /\bdid you (?:actually |even |ever )?(?:try|think|bother|consider) (?:\w+ )?(?:turning|plugging|reading|looking|to|about|actually|charging|switching)|\b(?:wrong side of the bed|cranky|grumpy today|bad hair day)\b|\b(?:were|are) you expecting\b|\bexpect(?:ing|ed)? (?:a |the )?(?:limousine|champagne|red carpet|royal|palace|luxury|miracle|gold|five[- ]star)/iu,
      /\baren't (?:we|you) (?:dramatic|special|clever|precious|cute|a \w+)\b|\bmost (?:people|folks|kids|adults|of us) (?:manage|cope|figure|can|know how)\b|\b(?:rocket science|brain surgery)\b|\b(?:first[- ]world problem|smallest violin|drama|theatrics|hysterics|tantrum|whining|whinging|whingeing|moaning|sob story)\b|\b(?:genius|einstein|sherlock|captain obvious|no kidding|bless your heart|well done you|how original)\b/iu,
      /\b(?:made|gave) (?:me|us|the (?:team|office)|everyone) (?:all )?(?:laugh|smile|chuckle|giggle|a (?:good )?laugh)|\b(?:idiot|stupid|dumb|moron|paranoid|clueless|fool|clown|karen)\b|\byou (?:really |actually )?(?:managed|found a way) to (?:break|mess|get)|\b(?:big|grown) (?:boy|girl|man|woman) pants\b|\bdo you need (?:me|us|someone) to (?:hold|read|spell|draw)|\b(?:would|shall|should) (?:i|we|you like us to) (?:also )?(?:send|bring) (?:flowers|a medal|violins|tissues)/iu,
    ],
  },
  unless: [/您的?心情|不是小事|\b(?:not|isn't|no) (?:a |an )?(?:small|little|minor|trivial|over-?react)/iu],
  suggestion: {
    'zh-CN': '这件事对您很重要，我会认真对待，一步一步帮您弄清楚。',
    en: 'I can see that this matters to you. Let me go through it with you step by step.',
  },
  caught: {
    'zh-CN': [
      '呵呵，您可真有意思。',
      '这么点小事也要投诉？',
      '您是不是太敏感了？',
      '这都不会用吗？',
      '至于吗，才几块钱。',
      '便宜没好货，您还想怎么样。',
    ],
    en: [
      'Lol, that is a new one.',
      'Did you even read the manual?',
      "You're making a fuss over nothing.",
      'It is just a minor issue.',
      'Well, you get what you pay for.',
      'What did you expect at that price?',
    ],
  },
  passing: {
    'zh-CN': [
      '这对您不是小事，我明白。',
      '您能说得这么清楚，帮了大忙。',
      '这个按钮确实不好找，我来教您。',
      '您的心情我明白。',
      '金额不大，但该弄清楚的要弄清楚。',
      '感谢您这么细心。',
    ],
    en: [
      "It isn't a small thing, and I see why it upsets you.",
      'You explained that very clearly, thank you.',
      'That button is hard to find; let me show you.',
      'Small amounts matter too, and we will check.',
      'Thank you for being so patient with my questions.',
      'I can see why that was confusing.',
    ],
  },
};
