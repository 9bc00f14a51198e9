import type { GuardRule } from '../rule.ts';

/** Pretending to care (S0.13). Plain words for a feeling are wanted; hollow and exaggerated ones are not. */
export const pretence: GuardRule = {
  id: 'pretence',
  clause: 'S0.13',
  patterns: {
    'zh-CN': [
      /(?:我|我们)(?:的)?心(?:也|都)?(?:和|跟|与|同)(?:您|你)(?:的)?(?:心)?(?:一样|一起|同在)|(?:和|跟|与)(?:您|你)(?:一样|一起)(?:痛|难过|难受|伤心|心痛|着急|愤怒)/u,
      /(?:您|你)的(?:痛苦|烦恼|困难|损失|事|问题)就是(?:我们|我)的|(?:难过|心疼|着急|痛心|愧疚|伤心)(?:得|到)(?:睡不着|吃不下|哭|不行|流泪|心碎|要命)|(?:我们|我)(?:真的|真心|永远|时刻|一直)(?:都)?(?:在|为)?(?:爱|心疼|牵挂|惦记|想着|感恩|陪伴)(?:着)?(?:您|你)|(?:您|你)(?:就是|是)(?:我们|我)(?:的)?(?:家人|亲人|最(?:重要|尊贵|亲爱|宝贵)|上帝|衣食父母)|尊(?:敬|贵)的(?:客户|顾客|用户|上帝|会员|业主)|(?:客户|顾客|用户)至上|(?:无微不至|真情|温暖如家)|我(?:都)?(?:替|为)(?:您|你)(?:难过|不平|着急|心疼|流泪)(?:死|坏|得)/u,
      /感同身受|(?:我|我们)(?:比您|比你)(?:还|更)(?:着急|难过|生气|痛心|心疼|急|难受|伤心)/u,
      /(?:我|我们|小编|小二|客服)(?:的)?(?:心(?:都|里)?(?:碎了|在滴血|如刀割|疼死|都揪)|(?:都)?(?:快|要)?哭了|泪(?:目|流满面|奔)|夜不能寐|寝食难安|痛心疾首|捶胸顿足)/u,
      /(?:我|我们)?(?:完全|百分之百|100%|绝对|彻底|十分|最|非常非常)(?:地)?(?:能够?|可以)?(?:理解|明白|体会|懂得?)(?:您|你)(?:的)?(?:所有|全部|每一(?:分|丝)|一切)?(?:的)?(?:感受|心情|痛苦|心声)(?:哦|哟|呢|啦|的呢|~|～|，但|，不过|,但)/u,
      /(?:您|你)(?:的)?(?:来电|满意|意见|声音|支持|信任|宝贵(?:的)?(?:意见|建议))(?:是|就是|对(?:我们|我)(?:来说)?(?:非常|极其|至关|最|十分|真的)?(?:宝贵|重要)|我们(?:最大|永远|前进)的?)(?:我们)?(?:最大|永远|不懈|前进|的追求|的动力|的宗旨|[。，！!]|$|的|极)/u,
      /(?:顾客|客户|用户)(?:就是|是|永远是)(?:我们的)?(?:上帝|衣食父母|第一位|亲人|家人)|(?:把您|拿您)当(?:成|作)?(?:家人|亲人|上帝)/u,
      /亲(?:爱的)?(?:，|,|～|~|～|!|！|哦|呀|啊|亲)|么么哒|抱抱(?:您|你|亲)?|(?:爱您|比心|笔芯|萌萌哒|宝宝|小主|小可爱)(?:哦|哟|~|～|！|!|，|。)?/u,
      /宝贵(?:的)?(?:意见|建议|反馈|时间)|(?:不断|持续|努力|进一步|继续|致力于)(?:地)?(?:改进|提升|提高|优化|完善)(?:我们)?(?:的)?(?:服务|质量|工作|水平|体验|自己)|(?:前进|进步|成长|努力|改进|发展)的(?:动力|方向|目标|追求)|竭诚(?:为您)?|您的(?:满意|微笑|信赖|幸福|认可).{0,10}(?:追求|宗旨|动力|目标|心愿|荣幸)|视(?:若|如|为)(?:珍宝|己出|亲人|上帝|家人)|(?:像|如|跟|当)(?:成|作|我们的?)?(?:家人|亲人|自家人)(?:一样|般|看待|对待)?|和(?:家人|亲人|自家人)(?:一样|般)/u,
      /(?:真的){2,}|(?:真心|打心眼里|发自内心|发自肺腑)(?:地)?(?:.{0,3})(?:在乎|关心|爱|珍惜|感谢|希望)|(?:睡|吃)不(?:着|好|下)(?:觉|饭)?|(?:揪心|心碎|心疼死|心如刀绞|自责得|愧疚得)|我(?:们)?(?:比|跟)(?:您|你|任何人)(?:还|更|都|一样)(?:着急|急|难过|生气|心疼|难受)|亲亲|宝贝|小仙女|亲们|(?:哦|呢|哟|啦|呀)[~～]|(?:带来|造成)(?:的)?(?:不便|困扰).{0,6}(?:敬请|还请|请您?|望|恳请)(?:您)?(?:谅解|见谅|理解|海涵|包涵)/u,
      /(?:祝您|愿您)(?:生活愉快|购物愉快|天天开心|心情愉快|万事如意|每天都)|(?:客户|顾客|用户)(?:第一|为先|为本|就是|是)(?:上帝|一切|我们)?(?:的宗旨|的理念)?|(?:您的(?:心情|感受|难处)).{0,4}(?:我们)?(?:完全|非常|十分|都|特别)?(?:能)?(?:理解|体会|明白)(?:呢|哦|哈|的呢|，(?:同时|也|但|不过))|秉(?:承|持)|以(?:客户|顾客|人|您)为(?:中心|本|先)|用心服务|贴心服务|温馨(?:提示|服务)|暖心/u,
    ],
    en: [
      /\b(?:so,? )+(?:incredibly |very |deeply |terribly )?(?:heartbroken|devastated|crushed|saddened|sorry for your loss)\b|\b(?:incredibly|deeply|truly|utterly|absolutely|totally|completely) (?:heartbroken|devastated|crushed|saddened|shattered|distraught)\b|\bwe (?:share|feel) (?:all )?your (?:pain|anger|sorrow|frustration|grief)\b/iu,
      /\b(?:i|we) (?:know|understand|can feel|feel|get) (?:exactly |precisely |all too well )?(?:exactly|precisely) (?:what|how|everything)|\bwe (?:truly |really |sincerely |greatly |deeply )?(?:value|cherish|treasure|love) (?:your|you|each|every|all|our)\b|\btake (?:all|every|each) (?:complaints?|feedback|concerns?|customers?) (?:very |extremely )?seriously\b|\b(?:dearest|dear (?:customer|client|guest|valued|sir or madam)|our (?:beloved|precious|cherished))\b|\byour (?:pain|problem|worry|problems) (?:is|are) (?:our|my)\b|\b(?:can't|couldn't|cannot) sleep\b|\bi (?:cried|was crying|nearly cried|almost cried|wept)\b|\b(?:from the bottom of (?:my|our) hearts?|words cannot express|with all (?:my|our) heart|we (?:live|exist) to)\b/iu,
      /\b(?:i|we) (?:know|understand|feel|can imagine|get) (?:exactly|precisely|100 ?%|completely and utterly) (?:how|what) you/iu,
      /\bi (?:completely |totally |fully |really |truly )*feel your pain\b|\b(?:my|our) hearts? (?:breaks?|bleeds?|goes? out|is broken|is aching|aches?)/iu,
      /\byour (?:call|satisfaction|business|opinion|feedback|happiness|complaint|patience|experience) (?:is|means) (?:so |very |extremely |really |incredibly |truly )*(?:important to us|valued|everything to us|(?:our|the) (?:number one|top|highest|first|no\.? ?1|main|only|utmost) (?:priority|concern|goal)|the world to us|valuable to us|a lot to us)/iu,
      /\b(?:valued|dear|beloved|esteemed|precious|cherished) (?:customer|client|guest|friend)s?\b|\b(?:you are|you're) (?:like )?(?:family|part of (?:our|the) family)\b|\bcustomer is (?:always right|king)\b/iu,
      /\bi(?:'m| am) (?:absolutely |truly |completely |utterly )?(?:devastated|heartbroken|mortified|horrified|in tears|crying|beside myself|gutted|more upset than you)\b/iu,
      /\b(?:nobody|no one) (?:is|cares?|could be) (?:more|about)\b.{0,20}\b(?:than (?:we|i|us|me)|you)\b|\bwe care (?:so much|deeply|more than)|\b(?:rest assured,? (?:we|i|that we) (?:care|value|love))/iu,
      /\b(?:sweetie|honey|darling|hugs|xoxo|sending (?:you )?(?:love|hugs))\b/iu,
      /\bvalu(?:able|ed) (?:feedback|input|opinion|time|customer|comments?)\b|\bfeedback (?:is (?:a gift|important|vital|invaluable|what|always))\b|\bstriv(?:e|ing) (?:to|for)\b|\b(?:fully |deeply |always )?committed to (?:excellence|providing|delivering|offering|the highest|quality|customer|our customers|your)\b|\btake .{0,25} (?:very |extremely |incredibly |so )?seriously\b|\b(?:utmost|top|highest|number one|first|greatest|paramount) (?:priority|importance|concern)\b/iu,
      /\b(?:like|as|part of (?:our|the)) (?:family|one of (?:our own|the family)|my own (?:mother|family|child|parents?))\b|\b(?:we|i) (?:truly|really|genuinely|sincerely|deeply|so) (?:care|value|appreciate your (?:patience|feedback|business|loyalty)|feel (?:for|your))\b|\bbreaks? (?:my|our) hearts?\b|\b(?:lose|lost|losing) sleep\b|\bmore (?:upset|angry|sad|frustrated|worried|disappointed) (?:about (?:it|this) )?than (?:you|anyone)\b|\b(?:value|treasure|cherish|love) (?:every|each|all|our|you as)\b/iu,
      /\b(?:any|the) inconvenience(?: (?:this|that|it|caused|we|may|you))\b|\bwe (?:hear|see|feel) you\b|\byour voice matters\b|\bheartfelt\b|\bheavy heart\b|\b(?:i|we) (?:can |do )?(?:fully|totally|completely|absolutely|wholeheartedly|entirely) (?:understand|sympathi[sz]e|empathi[sz]e|relate)\b|\bhave a (?:wonderful|lovely|fantastic|blessed|amazing|magical) (?:day|evening|weekend)\b|\b(?:dear|our) (?:valued|loyal|precious|esteemed)\b|\bcustomer (?:is|comes) (?:always )?(?:first|king)\b/iu,
    ],
  },
  suggestion: {
    'zh-CN': '用平实的话说出具体的感受，例如：等了这么久还没收到，您一定很着急。',
    en: "Name the feeling in plain words, for example: you've waited a long time, that must be worrying.",
  },
  caught: {
    'zh-CN': [
      '我对您的遭遇感同身受。',
      '我比您还着急呢。',
      '看到您的消息，我的心都碎了。',
      '您的满意是我们永远的追求。',
      '亲，么么哒。',
      '顾客就是上帝，您放心。',
    ],
    en: [
      'I know exactly how you feel.',
      'Your call is very important to us.',
      'I feel your pain.',
      'My heart breaks for you.',
      'As a valued customer, you are our top priority.',
      "I'm absolutely devastated to hear this.",
    ],
  },
  passing: {
    'zh-CN': [
      '您一定很着急。',
      '等了这么久，换了谁都会生气。',
      '您的担心我明白。',
      '谢谢您告诉我们。',
      '这件事让您很失望，我来跟进。',
      '您的建议我会转给负责的同事。',
    ],
    en: [
      'That must be worrying.',
      'I understand why you are upset.',
      'Waiting that long is frustrating.',
      'Thank you for telling us.',
      'I can see this has been hard on you.',
      'What you told me goes to the colleague responsible.',
    ],
  },
};
