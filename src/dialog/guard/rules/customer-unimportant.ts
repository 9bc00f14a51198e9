import type { GuardRule } from '../rule.ts';

/** Implying that the complainant does not matter (S0.13). */
export const customerUnimportant: GuardRule = {
  id: 'customer_unimportant',
  clause: 'S0.13',
  patterns: {
    'zh-CN': [
      /(?:像|跟)(?:您|你)(?:这样|这种|一样)(?:的)?(?:客户|顾客|人|情况|投诉).{0,6}(?:多|见|很多|常|不少|不缺)|(?:您|你)一个人(?:的)?(?:意见|想法|说法|投诉).{0,8}(?:代表不了|算不了|没(?:有)?用|改变不了|不算|不重要|影响不了)|(?:少|没|缺)(?:了)?(?:您|你)(?:一个|这)?.{0,6}(?:照样|也|没(?:什么)?(?:影响|关系)|无所谓)/u,
      /(?:这么多|那么多|成千上万|几百个?|每天多少)(?:的)?(?:客户|顾客|用户|业主|人|订单|单|投诉).{0,16}(?:不可能|哪|照顾|顾不|没法|一个个|管|都)|(?:您|你)(?:要是|如果|要|若)?不满意.{0,6}(?:不买|不用|别买|不来|走|别来|退订|换)|可以不(?:买|用|来|住|吃)|没(?:人|谁)(?:逼|求|请|强迫)(?:着)?(?:您|你)|(?:您|你)(?:以为|觉得)(?:自己|您)(?:是|很)|(?:您|你)这(?:点|种)?(?:事|单|问题|情况)(?:也)?(?:不(?:算|是)(?:什么|大事|急|重要)|没(?:什么|那么)|排不上|不着急|不重要)|(?:比(?:您|你)|更)(?:重要|急|严重)的(?:客户|事|多)/u,
      /(?:别的|其他|别人|其它|大家|所有|大部分)(?:的)?(?:客户|顾客|用户|业主|人|买家)?(?:都|也)?(?:没(?:有)?(?:这|反映|投诉|说|遇到|提|出现|问题|意见)|不(?:会|这样|投诉|像)|觉得(?:没问题|很好|挺好)|用得好好的|能接受)/u,
      /(?:只有|就)(?:您|你)(?:一个|一家|一人)?(?:人)?(?:有|反映|投诉|说|觉得|这么|这样|事多|遇到)/u,
      /(?:不差|不缺|不止|不只|又不是只)(?:有)?(?:您|你)(?:这一|那一|一|这)(?:个|位|单|家|笔)|(?:您|你)(?:又|也)?不是(?:唯一|我们唯一|什么)(?:的)?(?:大)?(?:客户|顾客|人|领导)?/u,
      /爱(?:买|用|来|投诉|信|要|去|告|退|怎么)(?:不|就|哪|谁|怎么)|(?:随便|随)(?:您|你)(?:怎么|去|投诉|告|便|吧|好了|$|，|。)|(?:您|你)(?:想|要|爱)(?:投诉|告|曝光)(?:就|随便|尽管)(?:去|告|投诉)?/u,
      /(?:我们|我)(?:这|这边|每天|今天)?(?:客户|订单|单子|投诉|人|事)(?:多|那么多|这么多|很多|多得是|多着呢|太多)(?:得很|了|着呢)?/u,
      /(?:您|你)(?:可以|就)?(?:去|到|找|买)别(?:家|处|的店)|不满意(?:就)?(?:别|不要|去)(?:买|用|来|别家)/u,
      /(?:一个|这)(?:普通|小)(?:客户|顾客|用户)|(?:您|你)(?:这)?(?:单|笔|点)(?:太小|不大|小单|小钱)/u,
      /(?:关|管)(?:我|我们)(?:什么|啥|屁)事|(?:不)?(?:关|干)我(?:们)?(?:什么)?事/u,
      /(?:一天|每天|天天|一年|手上|手里).{0,6}(?:上千|上百|几百|几千|成百|无数|那么多|这么多|一大堆|几十)(?:个|条|单|位|份|起)?.{0,6}(?:单|客|人|投诉|件|事|电话)|(?:只|光|都|就|专门)(?:围着|顾着|盯着|伺候|为)(?:您|你)(?:一个|一人|一家|转)?|围着(?:您|你)转|优先级(?:较|比较|很|不)?(?:低|高)|(?:自行|自己)(?:关注|留意|跟进)/u,
      /何必(?:揪|抓|纠缠|计较|较真)|(?:揪|抓|咬)(?:着|住)不放|没完没了|纠缠不(?:休|清)|没(?:人|谁)(?:拦|逼|求|请)(?:着)?(?:您|你)|照样(?:开门|做生意|赚钱|过|卖|经营)|不(?:靠|指望|指着|缺)(?:您|你)|另请高明|(?:去|找|换|选)(?:别家|别的店|别处|其他家|其他店|其它店|别的商家)(?!.{0,8}(?:有货|调|问))/u,
      /多大(?:点|个)(?:儿)?(?:的)?事|屁大点|芝麻(?:大|点|绿豆)|(?:几块|几毛|几十块|这点)(?:钱)?的事|不值(?:当|得|几个钱|一提)|犯得着|(?:无所谓|不在乎|不关心)(?=[，。！]|$|您|的)|(?:没空|没工夫|懒得)(?:理|管|搭理|陪|应付|伺候)|浪费(?:我们|我|大家|彼此)?(?:的)?(?:时间|精力|资源)|(?:大客户|VIP|会员|老客户)(?:才|优先|都没)|(?:过两天|过几天|回头)(?:您|你)?(?:自己)?(?:就)?(?:忘|没事|想开)/u,
    ],
    en: [
      /\b(?:losing|lose|without) (?:one|you|a single|your)\b.{0,30}\b(?:difference|matter|fine|notice|hurt|business)|\bmakes? no difference to us\b|\bpeople like you\b|\bwe(?:'ll| will| can)? (?:do|be|manage|survive) (?:just |perfectly )?(?:fine|well)? ?without you/iu,
      /\b(?:we|i) (?:get|receive|see|handle|deal with) (?:\w+ )?(?:hundreds|thousands|dozens|plenty|lots|loads|so many|these|complaints like)|\b(?:yours|your \w+|you)(?: is|'s| are|'re)? (?:nothing special|no different|just another|not a priority|not (?:that )?urgent|not unique)\b|\btake your (?:business|money|custom) elsewhere\b|\b(?:more important|bigger|larger|better) (?:customers|clients|things|problems|matters|issues|fish)\b|\bno one (?:is forcing|forced|made) you\b|\byou (?:don't|do not) have to (?:buy|shop|stay|use|come)\b|\b(?:other|most) (?:people|customers|guests|clients) (?:\w+ )?(?:don't|do not|never|wouldn't|manage|seem|cope|are)\b|\b(?:one|a single) (?:customer|client|complaint) (?:more or less|won't|doesn't|makes no)/iu,
      /\b(?:no one|nobody|none of our|not a single|no other) (?:else |other )?(?:customers?|clients?|person|people|one|guests?|buyers?)?\s*(?:has |have |had |is |was |ever )*(?:complain|mention|report|said|raised|had (?:this|any)|has (?:this|any)|have (?:this|any))/iu,
      /\b(?:you(?:'re| are)) (?:the only (?:one|person|customer)|not (?:our|the) only|just one of|only one of|one of (?:many|thousands|hundreds|millions)|not (?:that )?(?:special|important))\b/iu,
      /\b(?:other|all our other|everyone else|everybody else|most) (?:customers?|clients?|people|guests?)? ?(?:is|are|seems?|were|don't|do not|have no|had no|never|love|manage|find it) ?(?:happy|fine|satisfied|complain|problem|issue|okay|ok|mind|content)/iu,
      /\b(?:everyone|everybody) else (?:is|seems|was|manages|loves|likes)\b/iu,
      /\b(?:if you (?:don't|do not) like it|feel free to|you(?:'re| are) (?:free|welcome) to|you can(?: always)?|then)\b.{0,30}\b(?:go (?:somewhere|elsewhere)|shop (?:somewhere|elsewhere)|take your business|leave|find another|buy (?:it )?(?:somewhere|elsewhere))/iu,
      /\bwe have (?:\w+ ){0,3}(?:thousands|hundreds|millions|plenty|many|lots|a lot|more important|bigger|other) (?:of )?(?:other |more important |bigger )?(?:customers|clients|people|cases|complaints|orders|things|matters|issues|to)/iu,
      /\b(?:we (?:don't|do not) (?:need|care)|(?:i|we) (?:couldn't|could not) care less|who cares|not my problem|so what(?=[?!.]|$)|suit yourself|whatever(?: you (?:say|like|want))?[.!]|do (?:what|whatever|as) you (?:want|like|please)|go ahead and (?:complain|sue|post))/iu,
      /\byour (?:order|account|purchase|complaint|case|business) is (?:too |so )?(?:small|minor|not important|insignificant|unimportant|low[- ]priority|not (?:a|our|that))/iu,
      /\blow[- ]priority\b|\b(?:bottom|back) of the (?:list|pile|queue)\b|\b(?:just |only )?one of (?:many|thousands|hundreds|dozens|millions|so many)\b|\bdrop everything\b|\bcan(?:'t|not) (?:please|satisfy|attend to|look after|help) every(?:one|body)\b|\brevolves? around you\b|\bwast(?:e|ing|ed) (?:of )?(?:our|my|everyone's|everybody's) time\b|\bnot worth (?:our|my|the|it|us|anyone's)\b|\breally worth (?:it|all|this|the)\b/iu,
      /\b(?:isn't|is not|won't|will not|aren't|hardly|not) (?:going to )?(?:hurt|miss|matter to|affect|bother|ruin|bankrupt|worry) (?:us|me|our)\b|\b(?:real|bigger|actual|serious|genuine|proper) (?:problems|issues|emergencies|complaints|customers)\b|\bwe(?:'ll| will) (?:survive|manage|live|cope|get over it)\b|\bno(?:body|[- ]?one)(?:'s| is| was)? (?:stopping|forcing|making|forced|keeping|asked) you\b|\b(?:buy|go|shop|try|look|move|switch) (?:it |yours? )?(?:somewhere else|elsewhere)\b/iu,
      /\bplenty (?:more|of (?:other )?(?:customers|people|fish))\b|\b(?:only|just) (?:a |one )?(?:couple of |few )?(?:quid|pence|cents|dollars|pounds|bucks|euros?)\b|\bonly (?:a |one )?(?:small|little|minor|tiny|cheap|single|ordinary) (?:customer|order|account|purchase|client)\b|\b(?:don't|do not) (?:really )?(?:care|matter)(?: \w+)?(?=[.,!]|$)|\bif (?:you're|you are) (?:so |that )?(?:unhappy|dissatisfied|bothered)\b.{0,25}\b(?:leave|elsewhere|cancel|somewhere)|\bthere(?:'s| is) the door\b|\bgood riddance\b/iu,
    ],
  },
  suggestion: {
    'zh-CN': '您遇到的情况对我们很重要，我会按您说的逐条去核实。',
    en: 'What happened to you matters to us, and I will look into each point you raised.',
  },
  caught: {
    'zh-CN': [
      '别的客户都没有这个问题。',
      '只有您一个人这么说。',
      '我们不差您这一单。',
      '您爱投诉就去投诉吧。',
      '我们客户多得很，没空一个个看。',
      '不满意您可以去别家。',
    ],
    en: [
      'Nobody else has complained about this.',
      "You're the only one with this problem.",
      "If you don't like it, you can go elsewhere.",
      'We have thousands of customers to look after.',
      'Everyone else is happy with it.',
      'Suit yourself.',
    ],
  },
  passing: {
    'zh-CN': [
      '您的情况我单独来跟。',
      '其他客户的情况我也会一并核实。',
      '也有别的业主反映过，我们在一起查。',
      '您的意见我们会认真看。',
      '您方便的时候告诉我就行。',
      '按您方便的时间来安排。',
    ],
    en: [
      'I will follow your case myself.',
      'Other customers have told us the same, and we are looking into it.',
      'Your complaint matters, whatever the amount.',
      'We will arrange it at a time that suits you.',
      'Tell us whenever it is convenient.',
      'You are welcome to send more details.',
    ],
  },
};
