import type { GuardRule } from '../rule.ts';

/** 'Calm down' and its kin (S4.e1, S0.14: don't try to stop the anger). */
export const calmDown: GuardRule = {
  id: 'calm_down',
  clause: 'S4.e1',
  patterns: {
    'zh-CN': [
      /(?:您|你)?(?:别|不要|不必|不用|用不着)(?:再)?(?:上火|动气|气|生气|激动|闹|急眼)|(?:不值当|不值得)(?:的)?(?:生气|气|$|。)|气坏(?:了)?身/u,
      /(?:先)?(?:平静|静一静|缓一缓|缓缓|沉住气|克制|注意情绪|收收脾气|静下心)(?:一下|一点|下来|再说|[，。]|$)?|(?:别|不要|不用)(?:这么|那么|太)?(?:冲|凶|大声|大火气|急眼|较劲|闹情绪|带情绪|吼|喊)|有话(?:好好|慢慢)(?:说|讲)|(?:您|你)(?:的)?(?:情绪|火气|脾气)(?:太|有点|别|不要|先|怎么)|犯不(?:着|上)(?:生气|动气)?|何必(?:这么|那么|生气|动气|呢)?|气坏了?身(?:体|子)/u,
      /(?:请|麻烦)?(?:您|你)?(?:先|能不能|可不可以|最好|保持|必须)?(?:冷静|镇静|淡定|理智|理性)(?:一点|一下|些|点|下来|冷静|对待|沟通)?/u,
      /(?:别|不要|不用|甭|不必|用不着|没必要)(?:这么|那么|太|再)?(?:激动|生气|动气|发火|上火|发脾气|闹|吵|嚷|动怒|暴躁|情绪化|大声|急躁|气愤|较真)/u,
      /(?:消消?(?:气|火)|息怒|稍安勿躁|少安毋躁|心平气和|控制(?:一?下)?(?:您|你)?(?:的)?(?:情绪|脾气)|平复(?:一?下)?(?:您的)?(?:情绪|心情)|(?:您|你)(?:的)?情绪(?:太|过于|有点|很)激动|火气(?:别|不要)?(?:这么|那么)大)/u,
      /(?:深呼吸|放轻松|放松(?:一下|点)|想开(?:点|些)|看开(?:点|些)|大度(?:一点|点)|别往心里去|不至于)/u,
      /(?:有话)?好好(?:说话?|讲)(?:，|,|。|$|行|吗|，行)|生气(?:也)?(?:没(?:有)?用|解决不了|对身体)/u,
      /(?:等|待)(?:您|你)?.{0,4}(?:情绪|心情|气|火|火气)(?:.{0,3})(?:稳定|平复|消|平静|下来|好点)(?:了|后|再|以后)?|(?:保持|请)(?:一?些?)(?:理性|冷静|克制|理智|平和|平静)|情绪化|(?:嗓门|声音)(?:这么|那么|太)?(?:大|高)|(?:别|不要|不用|先别|莫)(?:太|这么|那么)?(?:着急|急|慌|恼|冲动|暴躁|上头)(?=[，。！!哦啊哈呢嘛呀,~～]|$)|平心静气|(?:喝(?:口|杯)(?:水|茶)|坐下来|缓口气|顺顺气|歇口气).{0,6}(?:说|谈|再|消)|(?:您|你)(?:太|过于|有点|未免)(?:激动|冲动|情绪|急躁|着急|偏激)(?:了)?/u,
    ],
    en: [
      /\b(?:you(?:'re| are) )?overreact(?:ing|ed)?\b|\btake it easy\b|\bno need to (?:overreact|make a scene|raise)\b/iu,
      /\b(?:get|getting|be|so|got) (?:so |too |all |that )?(?:worked up|agitated|riled up|carried away|hot under the collar)\b|\byou (?:need|have|ought|must|should)(?: really)? (?:to )?(?:calm|relax|chill|cool|settle)\b|\b(?:there is|there's|it is|it's) no (?:use|point|good|need|reason) (?:in )?(?:getting|being|to be|to get|shouting|yelling) ?(?:so )?(?:upset|angry|mad|rude|worked|emotional|dramatic)?|\b(?:deep breaths?|count to ten|take a (?:break|seat|chill pill|walk)|keep your (?:hair|shirt) on|easy now|let's not (?:get|be|overreact|panic|shout))\b/iu,
      /\b(?:calm|cool|settle|quiet|simmer|chill) (?:yourself )?down\b|\b(?:cool it|chill out)\b|\bcalm yourself\b|\b(?:stay|keep|remain|be) (?:calm|cool|reasonable|rational|civil)\b/iu,
      /\b(?:just |please |try to |you (?:need|should|have) to )?(?:relax|chill|breathe|take (?:it easy|a (?:deep )?breath|a moment to calm|a step back))\b/iu,
      /\b(?:no need|there(?:'s| is) no (?:need|reason)|you (?:don't|do not) (?:need|have)|(?:no|not any) reason) (?:to|for you to|for) (?:\w+ )?(?:be |get |getting |being )?(?:so )?(?:upset|angry|mad|shout|yell|worked up|emotional|rude|aggressive|hostile|overreact|excited|panic|swear|raise your voice)/iu,
      /\b(?:don't|do not|stop|please don't|try not to) (?:be |get |getting |being )?(?:so )?(?:upset|angry|mad|shout(?:ing)?|yell(?:ing)?|worked up|emotional|aggressive|hostile|excited|panic(?:king)?|overreact(?:ing)?|swear(?:ing)?|dramatic|hysterical)\b/iu,
      /\b(?:control|watch|manage) your (?:emotions|temper|anger|feelings)\b|\b(?:lower|keep) your (?:voice|temper)\b|\bget (?:a grip|over it)\b|\bmove on\b/iu,
      /\byou(?:'re| are) (?:too |being |getting |so )+(?:emotional|upset|aggressive|worked up|angry|hysterical|dramatic|sensitive)\b/iu,
      /\b(?:once|when|after|until) you(?:'ve| have|'re| are)? (?:\w+ )?(?:cooled|calmed|settled|composed|collected|relaxed|calmer|calm|ready to be (?:civil|reasonable))\b|\bend of the world\b|\bcompose yourself\b|\blike (?:adults|grown-?ups|civili[sz]ed)\b|\b(?:getting|being|shouting|yelling|anger|swearing|ranting|losing your temper)(?: \w+){0,2} (?:won't|will not|doesn't|does not|isn't going to|never|is not going to) (?:help|make|solve|change|get|achieve|speed)/iu,
      /\b(?:keep|stay) (?:a level head|your cool|it civil|it together|level[- ]headed)\b|\b(?:tone|dial) it down\b|\b(?:leave|put|keep) (?:your )?emotions?\b|\b(?:less|so|too|overly|very) (?:emotional|worked up|agitated|heated|dramatic|hysterical)\b|\bworked up\b|\b(?:ease|cool|simmer|pipe) (?:up|off|down)\b(?! (?:the|before|first|completely)\b)|\blet's (?:all )?(?:just )?(?:take a (?:breath|step|moment)|calm|be (?:civil|reasonable|adult|rational))\b|\b(?:please )?try (?:and|to) (?:relax|stay calm|be (?:calm|rational|reasonable))\b/iu,
    ],
  },
  unless: [
    /冷静期|(?:您|你)(?:这么|能)(?:冷静|理智|理性)|谢谢(?:您|你)(?:的)?(?:冷静|理性)|\bno wonder\b|\byou(?:'ve| have)? stayed calm\b/iu,
  ],
  suggestion: {
    'zh-CN': '让对方把气说出来：您生气是应该的，您慢慢说，我都在听。',
    en: "Make room for the anger: you have every right to be upset. Please go on, I'm listening.",
  },
  caught: {
    'zh-CN': [
      '请您冷静一下。',
      '您别激动，慢慢来。',
      '您先消消气。',
      '请控制一下您的情绪。',
      '稍安勿躁，我们在查。',
      '不用这么生气吧。',
    ],
    en: [
      'Please calm down.',
      'Relax, we will fix it.',
      "There's no need to get upset.",
      "Don't be so angry.",
      'Take a deep breath.',
      'Please control your temper.',
    ],
  },
  passing: {
    'zh-CN': [
      '您生气是应该的。',
      '您慢慢说，我在听。',
      '这件事换了谁都会有火气。',
      '您的心情我明白。',
      '合同里的冷静期还没过，您可以取消。',
      '这件事让您很着急，我马上查。',
    ],
    en: [
      'You have every right to be angry.',
      'Please go on, I am listening.',
      'No wonder you are upset.',
      'I can hear how frustrating this is.',
      'Take all the time you need to explain.',
      'Anyone would be angry about that.',
    ],
  },
};
