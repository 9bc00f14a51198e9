import type { GuardRule } from '../rule.ts';

/** 'Not our duty, not our policy' (S3.6), and sending people round (S1.3: first contact owns it). */
export const notOurPolicy: GuardRule = {
  id: 'not_our_policy',
  clause: 'S3.6',
  patterns: {
    'zh-CN': [
      /(?:不归|不属|不由|轮不到)(?:我们|我|本店|客服|公司|这边)|(?<!给)(?:您|你)(?:去|自己|直接)?(?:打|拨)(?:\p{Script=Han}{0,4})(?:公司|部门|厂家|他们|客服|热线|物流|快递|银行|平台)(?:的)?(?:电话|热线)?/u,
      /(?:我|我们|客服|我们客服|这边)(?:只|只是|就|仅)(?:管|负责|能)(?:登记|记录|接|卖|答|转|收|做)?.{0,10}(?:别的|其他|其它|不管|管不|不负责|与我)|(?:别的|其他|其它|这些|那些|这块|那块)(?:我们|我)?(?:都)?(?:管不了|不归|不管|不负责|不清楚|不知道)|(?:是|属于|归|该)(?:他们|别的|其他|另一个?|对方|厂家|快递|物流|平台|商家|物业|开发商|总部)(?:公司|部门)?(?:的)?(?:事|管|负责|职责|责任|问题)|(?:找错|问错|打错)(?:人|部门|地方)?了|(?:跟|和|与)(?:我们|我|本店|本公司)(?:没|无|不)(?:有)?(?:关|关系|相干)|(?:请|您)(?:自行|自己)(?:联系|解决|处理|协商|去|找|咨询)/u,
      /(?:这|那|这个|这事|此事|您说的|这种事|这件事|这块)?(?:事|情况|问题)?(?:并|也|根本|可)?(?:不|没)(?:是|归|属于|在|由|关)(?:我们|我|本部门|我部门|我司|公司|客服|这边|我们部门|我们这边)(?:这边|部门|公司|客服)?(?:的)?(?:来|去)?(?:管|负责|处理|职责|责任范围|范围|业务|工作|事|事情|管辖|政策|权限|服务范围|受理)/u,
      /(?:不是|不属于|不在|超出)(?:了)?(?:我们|我|本部门|公司|客服)?(?:的)?(?:职责|业务|服务|工作|管辖|受理|权限|责任|保修)(?:范围|之内|以内)?(?:内)?(?:。|，|$|,|！|的|内)/u,
      /(?:您|你)(?:得|要|应该|需要|自己|只能|可以|直接|还是|去|请)*(?:去)?(?:找|问|联系|打给|咨询)(?:他们|别的部门|其他部门|厂家|物流|快递|供应商|平台|商家|物业|开发商|总部|银行|保险公司|售后|销售|别人|相关部门|另外的|对方|第三方|卖家|施工方|前台)(?:公司)?(?:去|吧|解决|处理|说|谈|协商|问|理赔|。|，|$)?/u,
      /(?:我|我们|客服)(?:这边|只|只是|就|又)?(?:不管|管不了|不负责|没(?:有)?(?:这个)?权(?:限|力)|没资格|做不了主|说了不算|只负责)/u,
      /(?:我们|公司)(?:这)?(?:没有|没|从来没有)(?:这(?:个|种|样的?|项)|退款|赔偿|退货|换货)(?:的)?(?:政策|规定|服务|先例|业务|做法|说法)/u,
      /(?:就|只)?(?:是)?(?:个)?(?:接电话|打字|看店|卖货|收银|跑腿|站柜台|值班)的(?=[，。！]|$|，)|(?:跟|和|对)我(?:们)?(?:说|讲|反映)(?:这些|这个|也|是|了)*(?:没(?:有)?用|白搭|没意义)|(?:不|并不|可不)(?:是|属|归|在|由)(?:于)?(?:我们|我|本部门|我部门|我司|公司|本店|客服|该部门|本岗位|本人)?(?:的)?(?:职责|业务|职能|服务|管辖|受理|经营|工作)(?:范围|之内|内容)?|(?:另外|另|别的|其他)(?:的)?(?:一家)?(?:公司|部门|单位)(?:的)?(?:事|业务|负责|管)/u,
      /(?:找|问|去找|联系|咨询|投诉)(?:厂家|厂商|平台|快递|物流|物业|开发商|银行|保险|卖家|总部|供应商|安装公司|他们)(?:去|吧|解决|处理|反映|就行|好了)|(?:请|麻烦|烦请|建议)?(?:您|你)?(?:自行|自己|直接)(?:去|跟|和|与|向|找|联系)(?:.{0,8})(?:联系|解决|处理|协商|沟通|反映|投诉|索赔|问|厂家|快递|物流)|(?:管不着|管不到|管不了|轮不到我|爱找谁找谁|谁管|没人管)|(?:我们|这边|我)(?:只|就)(?:负责|管)(?:卖|销售|送|接|登记|安装|收)/u,
    ],
    en: [
      /\b(?:handled|run|managed|done|dealt with|operated|covered) by (?:another|a different|a third|someone|an outside|an external)\b|\byou should (?:\w+ )?(?:ask|contact|call|talk to|complain to|write to) (?:them|him|her|the)\b/iu,
      /\b(?:take (?:this|that|it) up|you(?:'d| would)? (?:better|need to|will need to|have to|must|should)) (?:\w+ )?(?:with|contact|call|ask|speak|talk|see|go)\b.{0,40}\b(?:courier|manufacturer|carrier|supplier|bank|seller|shop|store|department|developer|landlord|insurer|them|company|someone|somebody|agency|airline|vendor|office|desk|line)\b|\b(?:falls|is|lies|sits|that's|it's) (?:\w+ )?(?:outside|beyond|out of|not within|not part of) (?:of )?(?:our|my|the) (?:\w+ )?(?:responsibilit|scope|remit|control|area|duties|duty|service|contract|job|department)|\b(?:wrong (?:person|department|number|place|company)|someone else's (?:job|problem|responsibility)|talk to (?:someone|somebody) else|(?:a |the )?matter for (?:the|your|another)|nothing (?:i|we) (?:have|can) to do with|don't look at (?:me|us)|i only (?:handle|deal|do|take|answer|sell|work))\b/iu,
      /\b(?:that(?:'s| is)|this is|it(?:'s| is)|is)(?: not|n't) (?:\w+ )?(?:our|my) (?:\w+ )?(?:job|responsibility|duty|department|policy|concern|area|task|business|role|remit|section|team|territory|call|place|problem)\b/iu,
      /\b(?:not|isn't|nothing) (?:\w+ )?(?:our|my|company) (?:job|responsibility|duty|department|policy|concern|area|business|remit|problem)\b/iu,
      /\b(?:we|i) (?:don't|do not|can't|cannot|aren't|are not|am not|never)(?: \w+)? (?:deal with|handle|do|cover|responsible for|in charge of|take care of|offer|have (?:a|any) (?:policy|authority)|have the authority|authori[sz]ed|look after|touch) (?:that|this|those|these|such|it|for|here|complaints|refunds|returns|to)\b/iu,
      /\b(?:you(?:'ll| will)? (?:have to|need to|must|should|can|ought to|might want to)|please|go and|just) (?:\w+ )?(?:contact|call|ask|talk to|speak (?:to|with)|go to|take it up with|see|write to|reach out to|try|check with) (?:the |your |a |another |some )?(?:manufacturer|courier|carrier|other|different|supplier|vendor|seller|store|shop|bank|insurer|insurance|landlord|developer|head office|relevant|appropriate|someone else|another|delivery company|them|other department|billing|sales|technical)/iu,
      /\b(?:above my pay grade|not (?:authori[sz]ed|empowered) to|outside (?:of )?(?:our|my) (?:scope|remit|control|responsibility|area|authority)|beyond (?:our|my) (?:scope|remit|authority|responsibility)|wrong department|against (?:our|company) policy|we have no (?:such )?(?:policy|authority))\b/iu,
      /\b(?:not|isn't|is not) (?:something|a thing|anything|an issue|a matter) (?:that )?(?:we|i) (?:deal|handle|do|cover|can help|look after|take|get involved)|\byou(?:'d|'ll| will| would)? (?:\w+ )?(?:need|have|want) to (?:ring|call|contact|ask|speak|talk|see|go|write|email|take|chase|raise|check|approach)\b(?! (?:me|us)\b)(?=.{0,40}\b(?:manufacturer|courier|carrier|supplier|bank|seller|shop|store|department|developer|landlord|insurer|them|company|agency|airline|maker|office|vendor|police|provider|themselves|yourself))/iu,
      /\b(?:somebody|someone|another (?:team|company|department|firm)|other people)(?: else)?'?s? (?:job|business|problem|responsibility|department|area|matter)\b|\b(?:outside|beyond|not within|not in|out of) (?:the |our |my |this )?(?:\w+ )?(?:remit|scope|responsibilit\w+|area|jurisdiction|competence|duties|job description)\b|\bi (?:just|only|merely) (?:answer|take|work|sell|do|man|handle|pass|sit)\b|\bwe (?:only|just|merely) (?:sell|deliver|take|host|list|do|handle|ship|rent|provide the)\b|\babove my (?:pay|station)\b|\b(?:not|isn't) (?:in )?(?:my|our) (?:line|field|wheelhouse|hands|gift|power)\b|\bnot our (?:problem|concern|business|policy|thing)\b/iu,
    ],
  },
  unless: [
    /是不是|是否|换谁|已(?:经)?(?:往上|向上)?(?:报|提交|转)/u,
    /也可以(?:向|联系|找)|我(?:们)?(?:来|会|帮您)(?:替您|去)?(?:联系|找|转)|\b(?:may|can) also\b|\bi(?:'ll| will)\b|\blet me\b|\bwe(?:'ll| will)\b/iu,
  ],
  suggestion: {
    'zh-CN': '您的事我先接下来，由我去找能处理的同事，再告诉您结果。',
    en: "Take it on instead of passing it back: I've taken this over, I'll find the colleague who can deal with it and let you know.",
  },
  caught: {
    'zh-CN': [
      '这不归我们管。',
      '这不是我们部门的职责。',
      '您去找厂家吧。',
      '不属于我们的服务范围。',
      '我没有这个权限。',
      '我们没有这种政策。',
    ],
    en: [
      "That's not our responsibility.",
      'This is not my department.',
      "You'll have to contact the manufacturer.",
      "We don't handle that here.",
      'It is not our policy to do so.',
      'This is above my pay grade.',
    ],
  },
  passing: {
    'zh-CN': [
      '我来联系厂家，再告诉您结果。',
      '这件事我先接下来。',
      '您也可以向消费者协会反映。',
      '我请负责的同事来处理。',
      '您想联系哪个部门，我来转。',
      '物流那边，我们去问。',
    ],
    en: [
      "I'll contact the manufacturer for you.",
      'I have taken this over and will see it through.',
      'You may also contact a consumer body.',
      'Let me find the colleague who can deal with it.',
      'Our delivery team handles this, and I will ask them now.',
      'We will speak to the courier ourselves.',
    ],
  },
};
