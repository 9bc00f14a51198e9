import type { GuardRule } from '../rule.ts';

/** Quoting internal rules at the complainant (S0.13: 不要跟客户讲公司的各项制度). */
export const internalRules: GuardRule = {
  id: 'internal_rules',
  clause: 'S0.13',
  patterns: {
    'zh-CN': [
      /(?:我们|公司|店|店里|平台)(?:的)?(?:规章|制度|规定|章程|条款|手册|流程)(?:里|上|中|都|是|就|早)(?:都|有|写|就|明)?/u,
      /(?:我们|公司|店里|这边|平台|单位)?(?:内部|公司|上面|总部|店里|集团)(?:是)?(?:有|也有|都有)(?:明文)?(?:规定|制度|要求|流程|标准)|(?:规定|制度|流程)(?:上|里|中)?(?:写(?:着|得)|说|明确|要求|不让|不准|卡)|(?:主管|领导|经理|财务|总部)(?:不|没)(?:签字|批|同意|点头|审批|授权)|(?:走|过)(?:不了)?(?:审批|流程|程序)|(?:违反|不符合|不合)(?:我们|公司|内部)?(?:的)?(?:规定|制度|流程|政策)|第[一二三四五六七八九十\d]+条(?:规定|款)?/u,
      /(?:根据|按照?|依据|依照|照|遵照|基于)(?:我们|我司|公司|本公司|内部|店里|店内|平台|集团|总部|部门|厂家)(?:这边)?(?:的)?(?:内部|相关|有关|各项|管理|售后|现行)*(?:的)?(?:规定|制度|政策|流程|要求|条例|章程|规则|规章|标准|手册|惯例)/u,
      /(?:公司|我们|我司|内部|店里|平台|总部|集团|单位|上面|领导)(?:这边)?(?:有|是有|的|就)?(?:明文|明确|严格)?(?:的)?(?:内部|相关|管理|各项)?(?:规定|制度|流程|政策|要求|章程|规章)(?:就)?(?:是|就是|上|里|不|要求|必须|写|如此|这样|摆|了|，|。|$|没)/u,
      /(?:规定|制度|流程|政策|规章)(?:就)?(?:是)?(?:这样|如此|摆在|不允许|不能|要求|写得|死的|规定)/u,
      /(?:我们|公司)(?:都)?(?:是)?(?:按|照)(?:规定|制度|流程|章程|章)(?:办事|办|来|走|执行|操作)|公事公办/u,
      /(?:内部|审批|公司)(?:的)?流程(?:要|需要|必须|规定|没走完|就是)|要走(?:内部|公司|审批)?流程|(?:绩效|考核|KPI)/iu,
      /(?:按照?|根据|依据|依照|遵照|照)(?:我们|我司|本店|店里|本公司|公司|总部)(?:公司|店|这边|内部|部门)?(?:的)?.{0,4}(?:规章|规定|制度|政策|条例|办法|章程|流程|标准|惯例|要求|规矩)|(?:按照?|根据|依据|依照|参照)《[^》]{1,30}(?:管理|办法|制度|细则|手册|规范|守则|流程|须知|指引)[^》]{0,6}》|(?:领导|上面|总部|公司|老板|集团|管理层)(?:.{0,4})(?:定|规定|要求|交代|发话|通知|下文|发文|定死|定好)(?:过|好|了|死)(?:的)?/u,
      /统一(?:规定|不|口径|标准|政策|按)|(?:规矩|口子|先例|特例|破例|例外)(?=[，。！]|$|的|不|，|也|给|都)|开(?:这个|了这个|此)?(?:先例|特例|口子|后门)|(?:一律|统统|概)(?:不|按)|(?:指标|考核|绩效|扣分|罚款|扣我|红线)|(?:权限)(?:就|只|也)(?:到|有|这么)|(?:系统|后台)(?:里)?(?:设定|卡死|锁死|不让|不允许|限制|卡着)|流程(?:上|就是|规定|卡|不允许|没走完|还没走|必须|缺一)/u,
    ],
    en: [
      /\b(?:head office|company|corporate|management|internal|our|the) (?:rules|polic(?:y|ies)|procedures?|guidelines|regulations) (?:\w+ )?(?:let|allow|permit|stop|prevent|won't|don't|doesn't|make|forbid|say|mean)|\b(?:make|making) (?:an )?exceptions?\b/iu,
      /\b(?:stick to|bound by|follow|comply with|break|bend|violate|go against|adhere to|against|breach) (?:the |our |all |any )?(?:company(?:'s)? |internal |house |store )?(?:rules|polic(?:y|ies)|procedures?|guidelines|protocols?|regulations)\b|\b(?:a |my |our |the )?(?:supervisor|manager|director|head office|finance|legal) (?:must|has to|needs to|have to) (?:sign|approve|authori[sz]e|agree|clear)\b|\b(?:section|clause|article|paragraph|rule) \d+|\b(?:rules|policy|procedure|guidelines?|handbook) (?:is|are|says?|states?|forbids?|prohibits?|requires?|don't|doesn't|does not|do not|won't)\b/iu,
      /\b(?:according to|as per|per|under|based on|in line with|in accordance with|following|it(?:'s| is)|that(?:'s| is)|due to|because of|this is|against|against the) (?:our|(?:the )?company(?:'s)?|(?:the )?internal|my|(?:the )?store|standard|strict|corporate|the (?=polic))(?: \w+){0,2} ?(?:polic(?:y|ies)|rules?|regulations?|procedures?|guidelines?|process(?:es)?|protocols?|handbook|manual|requirements|standards)\b/iu,
      /\b(?:our|the|company|internal|store|corporate|head office) (?:\w+ )?(?:polic(?:y|ies)|rules?|regulations?|procedures?|guidelines?|protocols?|handbook|process) (?:clearly |strictly |simply |just )?(?:says?|states?|requires?|is (?:clear|that|very|to|strict)|are (?:clear|that|strict)|does(?:n't| not)|do(?:n't| not)|forbids?|prohibits?|prevents?|allows?|dictates?|mandates?|stipulates?|specif)/iu,
      /\b(?:rules are rules|policy is policy|it(?:'s| is) (?:company |our )?policy|that(?:'s| is) (?:the|our|company) (?:policy|rule|procedure|process)|standard (?:operating )?procedure|i(?:'m| am) (?:not (?:allowed|permitted|authori[sz]ed)|required by|only following)|i have to follow|we (?:must|have to) follow (?:the|our) (?:process|procedure|rules|policy|protocol))\b/iu,
      /\b(?:my|our) (?:manager|boss|management|head office|legal department) (?:won't|doesn't|does not|will not|said we can't|told (?:me|us) (?:not|to))/iu,
      /\b(?:our|the) terms (?:and conditions|of service|of use) (?:\w+ )?(?:say|state|specify|require|exclude|make|do not|don't)/iu,
      /\binternal (?:\w+ )?(?:rules?|polic\w+|handbook|guidelines?|process\w*|procedures?|controls?|regulations?|manual|code|circular|directive)\b|\b(?:handbook|rulebook|rule book|playbook)\b|\b(?:section|clause|article|paragraph|rule|chapter) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b(?! of the (?:consumer|sale|act|law))|\b(?:company|store|shop|bank|office|corporate|head office|hotel|house) (?:guidelines?|rules?|polic\w+|procedures?|process|protocol|manual) (?:states?|says?|won't|doesn't|don't|does not|do not|only|requires?|forbids?|are|is|prevents?|means?)/iu,
      /\bhands are tied\b|\bfollow (?:the|a|our|my) (?:script|procedure|process|protocol|rules|guidelines|polic\w+|steps)\b|\b(?:it's|that's|those are|them's|just) (?:just |simply )?the rules\b|\b(?:kpis?|quotas?|targets on|metrics)\b|\b(?:not|aren't|isn't) (?:allowed|permitted|supposed|authori[sz]ed) (?:to|under|by)\b|\b(?:set|setting) (?:a )?precedent\b|\bmy (?:manager|boss|supervisor) (?:would|will|'d) (?:kill|fire|never|not|have my)|\b(?:the )?(?:system|process|procedure|protocol) (?:won't|doesn't|does not|will not) (?:let|allow|permit)|\b(?:approval matrix|compliance says|legal says|sop)\b/iu,
    ],
  },
  suggestion: {
    'zh-CN': '不搬规定，直接说能为您做什么、为什么这样对您更好。',
    en: 'Leave the rules out and say what can be done, and why.',
  },
  caught: {
    'zh-CN': [
      '根据公司规定，这个不能退。',
      '我们公司的制度就是这样。',
      '按照内部流程，需要先审批。',
      '我们都是按规定办事。',
      '公司规定不允许。',
      '规定就是这样，我也改不了。',
    ],
    en: [
      'According to our policy, refunds take a month.',
      'Company policy does not allow this.',
      'Rules are rules.',
      'Our procedures require a written form.',
      "I'm not allowed to do that.",
      'The terms and conditions state that clearly.',
    ],
  },
  passing: {
    'zh-CN': [
      '按规定，处理结果最迟在11月24日给到您。',
      '法律规定的七天无理由退货，您可以用。',
      '接下来有两步，我来说明。',
      '您可以在订单页申请退货。',
      '我们的处理分两步走。',
      '您有权向有关部门反映。',
    ],
    en: [
      'Under the rules that apply, you have our answer by Friday.',
      'The law gives you fourteen days to return it.',
      'There are two steps, let me explain them.',
      'You can return it on the order page.',
      'You may also turn to a consumer body.',
      "Here's what happens next.",
    ],
  },
};
