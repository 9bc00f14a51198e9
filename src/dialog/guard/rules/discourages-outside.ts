import type { GuardRule } from '../rule.ts';

/** Talking the complainant out of a regulator, a court, the press or a review (S0.10: they can always supervise and complain). */
export const discouragesOutside: GuardRule = {
  id: 'discourages_outside',
  clause: 'S0.10',
  patterns: {
    'zh-CN': [
      /(?:去|找|打|向|到|上|跟)?(?:12315|12345|消协|工商|市监局?|市场监管|监管(?:部门|机构)?|银保监|仲裁|法院|媒体|记者|信访|电视台|有关部门|小红书|微博|抖音|黑猫|网上).{0,8}(?:也|都|还是)?(?:没(?:有)?(?:什么)?(?:用|效|意义)|不(?:管用|会管|会理|顶用)|白搭|白跑|解决不了|一样(?:的)?(?:结果|转回|回到)|(?:转|退)回)/u,
      /(?:别|不要|不用|甭|不必|没必要|建议(?:您|你)?不要|劝(?:您|你)(?:别|不要)|最好(?:别|不要)|请勿|何必)(?:再)?(?:去|找|打|向|到|上|跟|往|在|给)?(?:.{0,6})?(?:12315|12345|消协|工商|市监|监管|银保监|仲裁|法院|媒体|记者|信访|电视台|曝光|起诉|打官司|发帖|网上|差评|外面|举报|上级|反映到)/u,
      /(?:打官司|告|起诉|仲裁|诉讼|维权|投诉)(?:您|你)?(?:也)?(?:耗不起|赢不了|不划算|划不来|没好处|费时费力|得不偿失|告不赢|输定)|(?:删|撤)(?:了|掉|除|下|回|销)?.{0,6}(?:帖|差评|评价|投诉|视频|举报).{0,10}(?:才|就|再|我们|好说|好商量)|(?:帖子|差评|评价|投诉|视频|举报)(?:先)?(?:删|撤)(?:了|掉|除|下|回|销)?.{0,8}(?:才|就|再|我们|好说)|(?:改|给|补)(?:个|成|一个|为)?(?:五星|好评).{0,10}(?:就|再|才|好|返|送)|(?:私下|私了|内部|咱们(?:之间|自己))(?:里)?(?:解决|处理|商量|协商|谈|消化)(?:就)?(?:好|行|吧|，|。|$)|(?:家丑|事情|这事)(?:不|别|不要)(?:外扬|闹大|往外|声张|传出去)|(?:别|不要)(?:闹大|声张|对外|往外(?:说|传)|外传|投诉了)/u,
    ],
    en: [
      /\b(?:going|writing|complaining|reporting|taking (?:it|this)|turning|contacting|calling|involving) (?:to |with )?(?:the |an? )?(?:ombudsman|regulator|court|press|media|police|authorities|trading standards|consumer \w+|newspapers?|lawyers?|small claims|twitter|facebook|cfpb|fca|bbb).{0,25}\b(?:won't|will not|wouldn't|doesn't|pointless|useless|no (?:use|point|good)|waste|not help|only|slow)|\b(?:ombudsman|regulator|court|press|media|trading standards|consumer (?:council|association|protection))\b.{0,25}\b(?:won't (?:help|care|listen|do|get)|can't help|side with us|always side|never|waste of|pointless|send you back|cost you)/iu,
      /\b(?:don't|do not|no need to|needn't|no point|please don't|advise (?:you )?(?:not to|against)|rather you (?:didn't|did not)|prefer (?:that )?you (?:didn't|did not)|better not to|not (?:necessary|advisable) to|ask you not to|wouldn't|refrain from) (?:\w+ ){0,2}?(?:contact\w*|go(?:ing)?(?: to)?|involv\w*|writ\w+ to|report\w*|tak\w+|post\w*|tell\w*|speak\w* to|complain\w* to|call\w*|bring\w*|sue|suing|shar\w+) (?:\w+ ){0,3}?(?:ombudsman|regulator|court|press|media|police|lawyers?|authorities|online|public(?:ly)?|reviews?|social media|newspapers?|anyone(?: else)?|outside|trading standards|facebook|twitter|reporters?|bank|us to court)/iu,
      /\b(?:keep|leave) (?:this|it|things) (?:\w+ )?(?:between (?:us|ourselves)|in[- ]house|quiet|private(?:ly)? between|out of the (?:press|papers|media))|\b(?:take|delete|remove|pull|withdraw|change|edit|drop|retract|cancel) (?:down )?(?:your|the|that|this) (?:\w+ )?(?:review|post|complaint|tweet|rating|comment|claim|case|video|report)(?: down| first)?\b.{0,30}\b(?:and|then|before|first|or|so|i'll|we'll|we will|i will)|\b(?:five stars?|5 stars?|good review|positive review|better rating)\b.{0,30}\b(?:and|then|i'll|we'll|we will|i will|in (?:return|exchange)|we can)|\b(?:if|once|when) you(?:'ve| have)? (?:\w+ )?(?:deleted?|removed?|taken? (?:it |that )?down)\b|\bdrop (?:the|it|this|your) (?:complaint|matter|claim|case)\b|\bi'd (?:just )?drop it\b|\b(?:court|lawyers?|legal fees?|suing)\b.{0,20}\b(?:cost you|more than it's|not worth|expensive|years|lose)/iu,
    ],
  },
  unless: [
    /(?:您|你)(?:说|提到|已经|随时|有权|都可以|也可以|仍可)|由(?:您|你)(?:自己)?决定|都可以|\byou(?:'re| are) free\b|\byou (?:can|may) (?:also |still |always |, of course, )?(?:go|contact|write|ask|turn|complain|take)\b|\byou(?:'ve| have) already\b|\byour choice\b/iu,
  ],
  suggestion: {
    'zh-CN': '您随时可以向外部机构反映，这不影响我们处理；这件事我这边现在就接着查。',
    en: 'You can turn to an outside body at any time, and it changes nothing in how we handle this. I am carrying on with it now.',
  },
  caught: {
    'zh-CN': [
      '打 12345 也没用的。',
      '请不要去网上发帖。',
      '您先把差评删了，我们再谈。',
      '咱们私了就好，别闹大。',
      '没必要找媒体吧。',
      '打官司您赢不了的。',
    ],
    en: [
      'There is no point going to the ombudsman, it would be pointless.',
      'Please do not post this online.',
      'Delete your review first and then we can talk.',
      'We would rather you did not contact the press.',
      "Let's keep this quiet between us.",
      'Drop the complaint and we will be generous.',
    ],
  },
  passing: {
    'zh-CN': [
      '您随时可以打监管部门的电话反映。',
      '您也可以向消协投诉，我把地址发给您。',
      '评价由您自己决定，删不删都可以。',
      '您提到已经去了法院，请告诉我案号。',
      '如果对结果不满意，可以申请仲裁。',
      '您在网上写的帖子我看到了，谢谢您写得这么清楚。',
    ],
    en: [
      'You can go to the ombudsman at any time.',
      'You may also write to the regulator; here is the address.',
      'Keeping your review up is up to you.',
      'You mentioned the court case; which court is it?',
      'If you are not satisfied you can ask for mediation.',
      'I read the review you posted, it helps me understand.',
    ],
  },
};
