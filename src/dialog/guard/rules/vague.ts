import type { GuardRule } from '../rule.ts';

/** Saying nothing definite (S0.13: 语言含糊、打太极; S4.e1: agree on a time). */
export const vague: GuardRule = {
  id: 'vague',
  clause: 'S0.13',
  patterns: {
    'zh-CN': [
      /(?:有(?:了)?(?:消息|结果|进展|情况))(?:了)?(?:自然(?:会)?|会)(?:通知|联系|告诉|回复)(?:您|你)?的|(?:具体|什么时候|到底|时间)(?:的)?(?:我|我们|也)?(?:也)?(?:说不(?:清|准|好)|不(?:清楚|知道|确定|好说))|(?:这|那)(?:几|两)天(?:吧|左右|应该)|(?:大概|估计|可能)(?:这|过|要|得|就)/u,
      /(?:我们|我|这边|公司)(?:会|将)(?:处理|解决|关注|重视|跟进|安排|考虑|想办法|反映|上报|改进|注意)(?:的)?(?:[，,](?:您|你|请)?放心)?(?:[。！]|$|，(?:您|你|请)?放心)|(?:某个|某些|哪个|什么)(?:环节|原因|地方|方面|部门).{0,8}(?:小)?(?:状况|问题|差错|岔子|意外|出错)|(?:得|要|需要)?看(?:具体)?(?:的)?(?:情况|安排|领导|那边|运气)|(?:这个|那个)(?:嘛|呢|呀|吧)[，,]|(?:再|(?<!请|您|你)慢慢)(?:说|看|商量|研究|沟通)(?:吧|。|$)|差不多(?:吧|就|了)|(?:近期|不久(?:后|之后)?|稍后|晚些时候|适当的?时候|适时)(?:会|将|再|给|就)?(?:您)?(?:有|处理|联系|回复|解决|答复|安排|通知)/u,
      /(?:会|将|再|我们|我|一定|马上)?(?:尽快|尽早|早日|尽可能快|抓紧)(?:地)?(?:给|帮|为|替|与|跟|和|联系|回复|答复|处理|解决|安排|反馈|核实|落实|办|跟进|查)/u,
      /(?:到时候?|以后|回头|改天|有空|过(?:一)?(?:段|阵)(?:时间|子)?|等(?:有)?(?:机会|空|时间))(?:再)?(?:说|看|讲|联系|处理|谈|研究|商量)/u,
      /(?:再看看|看看(?:吧|再说|情况)|研究研究|研究一下|考虑考虑|商量商量|讨论讨论|走走流程|看情况(?:吧|再|而定)?|视情况)(?:吧|再说|再定)?(?:。|，|！|$|,)/u,
      /(?:可能|也许|大概|应该|或许|差不多|说不定|估计|兴许|没准)(?:是|会|要|就|能|需要)?(?:有人|联系|解决|处理|好了?|行|可以|没(?:什么)?(?:大)?问题|过几天|这几天|吧|有结果)/u,
      /(?:(?<!得)不(?:太)?(?:好说|确定|清楚|一定)|说不(?:好|准|清|定)|很难说|不便(?:透露|多说|回答)|无可奉告)(?:。|，|！|$|,|吧|呢|的)/u,
      /(?:相关|有关|专门的?)(?:部门|人员|同事|领导)(?:会|将|正在)(?:进行)?(?:处理|跟进|研究|联系|核实|了解)(?:的)?(?:。|，|！|$|,)/u,
      /(?:某种|一定)(?:的)?(?:原因|程度|情况)|种种原因|一些原因|各方面(?:的)?原因|情况(?:比较|很|有点)复杂/u,
      /(?:已|已经)(?:为您|帮您|将|把)?.{0,8}(?:反馈|转达|上报|转交|提交|转)(?:给|至|到)?(?:了)?(?:相关|有关|上级|对应|专业|后台)(?:的)?(?:部门|同事|领导|人员|科室)?|妥善(?:处理|解决|安排)|高度重视|(?:后续|届时|一)(?:如)?(?:有)?(?:进展|消息|结果|情况)?(?:我们)?(?:会|将|就|再)(?:第一时间|及时|再)?(?:通知|联系|告知|反馈|答复)/u,
      /(?<!请|请您|您|务必|您先|想|望|要|能)尽(?:快|早|量(?!不|避)|力|可能)(?!.{0,8}(?:就医|撤离|离开|断电|关|报警))|(?:满意|合理|明确|圆满)的?(?:答复|说法|交代|结果|解决方案)|(?:酌情|视情况|适当|相应)(?:地)?(?:处理|安排|考虑|解决)|(?:综合|通盘|统筹)考虑|问题不大|八九不离十|(?:应该|估计)(?:没|不)(?:什么|会有)?(?:大)?(?:问题|事|难)|(?:不一定|没准|难说|看情况|两说|拿不准)(?=[，。！吧呢]|$)/u,
      /(?:具体|到底|什么时候).{0,6}(?:说不|不好说|不清楚|不知道|不了解|没法说)|(?:上面|那边|领导|他们)(?:会|应该会|可能会)(?:有)?(?:安排|说法|考虑|处理|联系|决定)|(?:可能|大概|也许)(?:.{0,4})(?:这几天|这两天|过几天|过阵子|下周|近期|晚点)|(?:多方面|方方面面|各种)(?:的)?(?:原因|因素)|(?:帮|给|替)(?:您|你)(?:问问|看看|催催|反映反映)(?:吧|看|再说)?(?=[。！]|$)/u,
    ],
    en: [
      /\b(?:when(?:ever)?|if|where) possible\b|\bsome(?:thing| kind of| sort of) (?:about it|will be done|or other|solution|arrangement)\b|\bi(?:'m| am) not (?:really |entirely |quite )?(?:sure|certain)\b|\b(?:who knows|we'll let you know|let you know if|one way or another)\b/iu,
      /\b(?:should|could|might|may) (?:\w+ )?(?:be (?:sorted|fixed|solved|resolved|fine|ok|okay|there|ready|done|handled)|work(?: itself)? out|resolve itself|get (?:better|sorted|fixed))\b|\bsome ?time (?:next|this|in|around|soon|later|or other)\b|,? (?:probably|maybe|hopefully|i guess|i think|or so|or something|somehow)[.!?]?$|\bwe(?:'ll| will) (?:handle|deal with|take care of|sort|consider|follow up on|review|note) (?:it|this|that|the \w+)(?:,| )?(?:don't worry|no worries)?[.!]|\b(?:stay tuned|watch this space|bear that in mind|we are (?:working on it|aware of (?:it|the issue))|things? (?:are|is) (?:in progress|being looked at))\b/iu,
      /\b(?:as soon as (?:possible|we can|i can)|asap|at (?:our|the) earliest (?:convenience|opportunity)|in due (?:course|time)|at some (?:point|stage)|some ?time (?:soon|later)|(?<!as )soon(?:ish)?|shortly|eventually|when(?:ever)? (?:we|i) (?:can|get (?:a|the) chance|have time)|in the (?:near )?future|before long|one of these days)\b/iu,
      /\b(?:we'll|we will|i'll|i will|let's|let us) (?:just )?(?:see (?:what happens|about (?:it|that)|how it goes|if|what we can do)|think about it|try(?: (?:our|my) best)?[.!,]|look into it[.!]|do what we can|keep (?:it|this|that|you) in mind)/iu,
      /\b(?:maybe|perhaps|possibly|probably|hopefully|might|could be|i guess|i think|i suppose|i believe) (?:\w+ ){0,3}(?:someone|somebody|it|they|we|there|next|later|be|get|can|will|should|fix|solve|call|contact)/iu,
      /\b(?:someone|somebody|the (?:relevant|appropriate|right|responsible) (?:team|department|people|person)|a (?:team|department)) (?:will|should|may|might|is going to) (?:\w+ )?(?:be in touch|get back|contact|reach out|handle|deal|look|follow up|take care)/iu,
      /\b(?:it depends|hard to say|can't say(?! yes| yet)(?: for sure)?|not sure (?:about|what|when|if|how)|i(?:'m| am) not sure|no idea|we(?:'ll| will) let you know|for (?:various|certain|some|several) reasons|due to (?:various|certain|unforeseen) (?:reasons|circumstances)|sort of|kind of|more or less|so to speak)\b/iu,
      /\b(?:it(?:'s| is) (?:a bit |rather |quite )?(?:complicated|complex))\b/iu,
      /\b(?:forwarded|passed(?: on| along)?|escalated|referred|sent|raised|submitted|flagged) (?:it |this |your \w+ )?(?:on )?(?:to |with )(?:the |our )?(?:relevant|appropriate|right|correct|concerned|responsible|respective|proper|competent)\b|\bmay or may not\b|\b(?:appropriate|necessary|suitable|relevant|corrective|all (?:possible|necessary)) (?:measures|steps|actions?) (?:will|are|have)|\brest assured\b|\bone way or (?:another|the other)\b|\b(?:in good time|some ?day|sooner or later|down the (?:line|road)|when the time comes|in the fullness of time)\b/iu,
      /\b(?:should|ought to|might|could|may) (?:probably |possibly |hopefully |then )?(?:hear|be in touch|be contacted|be able|get (?:back|in touch|a (?:call|reply))|be (?:alright|all right|no problem|possible|okay))\b|\b(?:do|try) (?:our|my|the) (?:best|utmost|level best|hardest)\b|\b(?:do|see) what (?:we|i) can\b|\bsee if (?:we|i|anyone) (?:can|could)\b/iu,
      /\b(?:a matter of (?:days|weeks|time)|touch base|circle back|play it by ear|wait and see|we'll see|hard to (?:say|tell)|can't really say|couldn't say|up in the air|to be (?:decided|determined|confirmed|advised)|tbc|tbd)\b|\b(?:being|under) (?:looked (?:at|into)|review(?:ed)?|consider(?:ed|ation)|dealt with|discussion)\b(?! by)|\b(?:in the pipeline|on the radar|on our list|on it, more or less)\b|\bit(?:'ll| will) (?:all )?(?:work|sort) (?:itself )?out\b|\bsomething along those lines\b/iu,
    ],
  },
  // A date beside it makes it definite.
  unlessAnywhere: [
    /\d{1,2}(?::\d{2}|点|时|日|号|月)|(?:今天|明天|后天|今晚|下?周[一二三四五六日末]).{0,8}前|[\d一两三四五六七八九十]+(?:个)?(?:小时|分钟|天|工作日)(?:之?内|以内|前)|\b(?:by|before|within|until)\b.{0,30}(?:\d|noon|tomorrow|tonight|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day|the end of)/iu,
  ],
  suggestion: {
    'zh-CN': '说清楚由谁、在什么时间之前、做哪一步，例如：负责的同事最迟在（时间）联系您。',
    en: 'Say who does what and by when, for example: the colleague responsible contacts you by (time) at the latest.',
  },
  caught: {
    'zh-CN': [
      '我们会尽快处理。',
      '这个到时候再说吧。',
      '应该会有人联系您的。',
      '相关部门会处理的。',
      '这个不太好说。',
      '我们再研究研究吧。',
    ],
    en: [
      "We'll get back to you as soon as possible.",
      'Someone will be in touch.',
      "We'll see what we can do.",
      'It might be fixed at some point.',
      'Maybe someone can call you later.',
      "It's complicated.",
    ],
  },
  passing: {
    'zh-CN': [
      '负责的同事最迟明天15:00联系您。',
      '我们会尽快处理，最迟11月22日给您答复。',
      '维修部的李工今天18:00前到您家。',
      '查到结果，我第一时间告诉您。',
      '您的投诉编号已经发给您了。',
      '下一步由质检的同事核对样品。',
    ],
    en: [
      'A colleague calls you by 3 pm tomorrow.',
      "We'll get back to you as soon as possible, by Friday noon at the latest.",
      'The repair team comes to you before 6 pm today.',
      'Your complaint is registered.',
      'Next, our quality team examines the part.',
      "I'll tell you the moment I have the result.",
    ],
  },
};
