import type { GuardRule } from '../rule.ts';

/** Putting it on the complainant (S0.13: criticising, S2.3: misuse is pointed out gently). */
export const blaming: GuardRule = {
  id: 'blaming',
  clause: 'S0.13',
  patterns: {
    'zh-CN': [
      /(?:您|你)(?:没有?|不|忘了?)(?:按时|及时|提前|事先|好好|妥善|准时)(?:来|去|取|付|交|提|说|保管|通知|申请|确认|检查|联系)/u,
      /(?:如果|要是|假如|早)(?:当初|当时|之前|早|您|你|一开始){1,3}.{0,14}(?:就)(?:不会|没有?|不至于|好了)|怪谁|(?:人为(?:损坏|原因|造成)|使用不当|操作不当|操作失误|误操作|保管不善|您没保护)|(?:您|你)自己(?:签|选|买|点|填|同意|确认|要|弄|造成|决定|答应|提供|没)的?|(?:您|你)(?:也)?有(?:一定)?(?:的)?责任|(?:您|你)(?:太)?(?:粗心|大意|马虎|不小心)/u,
      /(?:是|属于|因为|由于|都怪|怪|明明是|还不是)(?:您|你)(?:自己|本人|那边|个人|这边|们)?(?:的)?(?:问题|原因|责任|错|失误|疏忽|操作|使用|没|不|弄|搞|造成|填|选|记|看|当初|保管|设置)/u,
      /(?:您|你)(?:自己)?(?:使用|操作|保管|安装|填写|设置|理解)(?:方法|方式)?(?:不当|错误|有误|不对|失误|不正确)/u,
      /(?:您|你)(?:为什么|怎么|干嘛|当时怎么|为何|咋)(?:就)?(?:不|没有?)(?:早|先|提前|仔细|看|检查|说|问|联系|确认|注意|看清)/u,
      /谁(?:让|叫)(?:您|你)|(?:您|你)(?:本来|早|当时|自己|之前|原本)?(?:就)?(?:应该|应当|该)(?:先|提前|自己|早|仔细|看清|知道|注意|检查|确认)/u,
      /(?:您|你)(?:自己)?(?:没有?|不)(?:仔细|认真|好好|按(?:照)?)(?:看|读|阅读|检查|操作|使用|说明|要求|核对|保管|流程)/u,
      /自己(?:不|没)(?:小心|注意|看清|看好|弄懂|搞清)|自己(?:弄坏|摔坏|搞坏|造成)的?/u,
      /(?:责任|问题|过错|原因)(?:在|出在|完全在)(?:您|你)(?:那|自己|这|本人|身上)?/u,
      /(?:您|你)(?:当时|自己|也|肯定|又|根本|可能|是|都)*(?:没(?:有)?|未)(?:看清|看(?:清楚|仔细|说明|合同|条款|提示|页面)|注意|按(?:照)?(?:说明|要求|步骤|规定)|验收|问清|核对|留意|遵守|阅读|保养|保护)|(?:清清楚楚|明明白白|很清楚)(?:地)?(?:写|标|印|提示)|(?:说明书|合同|页面|协议|标签|条款|告示)(?:上|里|中|第.页)?(?:都|就|早|已经)*(?:写(?:(?:着|了)(?:不|清|很|明)|得(?:清|很|明))|有写|明确|注明|提示过)/u,
      /(?:填|选|写|拍|点|输|买|报|弄)错(?:了)?.{0,8}(?:当然|自然|肯定|只能|怎么|怪|才|送不|收不)|(?:下次|以后|今后|下回).{0,8}(?:注意|仔细|小心|看清|当心|长(?:点)?记性|细心|留心)(?:点|一点|些|一下)?|(?:一般|正常)(?:人|用户|情况下)(?:都)?(?:不会|没人)(?:这么|这样)?|(?:您|你)(?:的)?(?:使用|操作)(?:习惯|方式)(?:的)?(?:问题|原因|不)/u,
      /(?:由|因|系|是|属)(?:于)?(?:您|你|客户|用户|买家|贵方|使用者)(?:方|本人|自身|个人|单方)?.{0,8}(?:所致|导致|造成|引起|不当|原因)|(?:自身|个人|人为|使用者)(?:的)?原因|非正常使用|未(?:按|经)(?:照)?(?:说明|要求|规定|正确)|(?:当时|那时候?)(?:签字|付款|验收|下单|买|看)(?:的时候|时)?.{0,6}(?:怎么|干嘛|为什么|干什么)(?:不|没)/u,
      /(?:您|你)(?:要是|如果)?早(?:点|些|一点)?(?:联系|来|说|讲|报|反映|告诉|发现)|(?:现在|这时候|这会儿|过了这么久|都这么久了)才(?:来|说|讲|想起|发现|反映|投诉|找)|早(?:干嘛|干什么|怎么不)|贪(?:图)?(?:小)?便宜|活该|自找的|自作自受|咎由自取|赖(?:谁|得着)|怨(?:谁|不得)|一个巴掌拍不响|(?:您|你)(?:这边|那边|方面)?也有(?:不对|问题|责任|过错|原因)/u,
    ],
    en: [
      /\byou (?:left|dropped|broke|spilled|bent|pulled|forced|overloaded|exposed|plugged|mixed|waited too|lost|threw|put it)\b.{0,60}\b(?:so|that's why|which is why|and)\b|\bof course it\b|\bserves you right\b|\bwhose fault\b/iu,
      /\bif you(?:'d| had| hadn't| would have)(?: only| just)? (?:not )?\w+.{0,40}\b(?:would|wouldn't|could|we)\b|\b(?:because|since) you (?:entered|gave|chose|selected|did|didn't|ordered|used|failed|forgot|dropped|ignored|left|put|provided|changed|pressed|signed|installed|missed|waited|never|refused|typed)\b|\byour (?:own )?(?:choice|negligence|carelessness|misuse|mistake|error|fault|oversight)\b|\bnext time,? (?:please )?(?:read|check|be more|make sure|pay|try)\b|\byou (?:(?:signed|agreed to) (?:the|our|these|it|those)|are responsible|caused|are to blame|did this|brought)\b/iu,
      /\b(?:it(?:'s| is)|that(?:'s| is)|this is|was|entirely|all) your (?:own )?(?:fault|mistake|doing|error|responsibility|problem|own (?:negligence|carelessness))\b/iu,
      /\byou (?:really )?(?:should|ought to|could|needed to|were supposed to)(?:'ve| have| of)? (?:have )?(?:read|checked|known|told|asked|called|contacted|noticed|said|looked|kept|thought|paid|been more|followed|reported|done|saved|tested)\b/iu,
      /\bwhy (?:didn't|did not|don't|do|haven't|would|did|wouldn't) you\b/iu,
      /\byou (?:must have|probably|obviously|clearly|apparently|simply|just) (?:have )?(?:broke|broken|did|done|dropped|damaged|misused|forgot|forgotten|entered|failed|didn't|did not|used|pressed|ignored|mishandled|set|caused|misunderst)/iu,
      /\byou (?:failed|neglected|forgot|refused|chose) to\b/iu,
      /\byou (?:didn't|did not|never) (?:even )?(?:read|follow|check|bother|listen|tell|provide|use it|look|pay)/iu,
      /\b(?:due to|because of|caused by|result of) your (?:own )?(?:misuse|mistake|error|negligence|carelessness|handling|failure|incorrect|improper|own)\b/iu,
      /\byou(?:'ve| have)? (?:brought (?:this|it) on yourself|only (?:yourself|have yourself) to blame|only got yourself)/iu,
      /\b(?:user|customer) error\b/iu,
      /\bif (?:you(?:'d| had)|only you(?:'d| had)?) (?:\w+ )?(?:read|checked|asked|called|told|known|listened|followed|looked|paid|kept|waited|come|done|been|used|contacted|noticed|reported)\b|\b(?:use|misuse|handling|operation|mistake|error|negligence|delay|failure|fault|oversight)(?: \w+)? on your (?:part|side|end)\b|\b(?:incorrect|improper|wrong|careless|abnormal) (?:use|usage|handling|operation|installation|storage|cleaning)\b|\b(?:caused|damaged|broken) by (?:the )?(?:you|user|customer|owner)\b/iu,
      /\byou did (?:sign|agree|accept|choose|order|click|buy|tick|say|read)\b|\b(?:didn't|did|weren't|haven't|should(?:n't)?) you\?|\b(?:signed|agreed|ordered|clicked|bought|accepted|paid|used|opened)(?: \w+){0,3} without (?:reading|checking|asking|looking|thinking)\b|\b(?:you|people|customers) (?:should|need to|must|ought to|have to|really should) (?:\w+ )?(?:read|take (?:better |more )?care|be more careful|pay (?:more )?attention|learn to|look after)\b/iu,
      /\b(?:next time|in (?:the )?future)\b.{0,25}\b(?:read|check|careful|make sure|sooner|attention|double[- ]check)|\b(?:double[- ]check|be (?:more )?careful|pay attention|read) (?:\w+ ){0,3}next time\b|\bblack and white\b|\b(?:clearly|plainly) (?:stated|states|state|says|say|said|written|marked|printed|shown|explained)\b|\b(?:should have|ought to have|should've) (?:\w+ )?(?:read|checked|contacted|asked|told|known|noticed|kept|followed|called)/iu,
      /\b(?:address|details|number|code|information|name|date) you (?:\w+ )?(?:gave|entered|provided|typed|put|supplied)(?: \w+){0,2} (?:was|were|is|are) (?:\w+ )?(?:wrong|incorrect|incomplete|invalid|false)|\byou (?:waited|left it|took) (?:\w+ )?(?:too|so|very) (?:long|late)|\b(?:while|when) (?:it was )?in your (?:possession|care|hands)\b|\bbrought (?:this|it) on\b|\bit was (?:your|you who) (?:choice|decision|idea|chose|decided|wanted|asked)\b|\bthat's on you\b|\byou (?:have|had) only yourself\b/iu,
    ],
  },
  unless: [
    /(?:不是|并非|不怪|不会是|不关)(?:您|你)|由(?:您|你)(?:自己)?(?:决定|定|选|来定)|\b(?:not|isn't|wasn't) your (?:own )?(?:fault|mistake)\b|\bwhether\b.{0,40}\byour (?:own )?choice\b/iu,
  ],
  suggestion: {
    'zh-CN': '我们一起看看当时是怎么用的，再找出原因，想办法解决。',
    en: "Let's go through what happened step by step, find the cause and see how to put it right.",
  },
  caught: {
    'zh-CN': [
      '这是您自己操作不当造成的。',
      '您怎么不早点说？',
      '谁让您不看说明书。',
      '您当时应该仔细检查的。',
      '责任在您自己。',
      '都怪您没有看清楚页面上的提示。',
    ],
    en: [
      'It is your own fault the device broke.',
      'You should have read the instructions.',
      "Why didn't you contact us earlier?",
      'You must have dropped it.',
      'You failed to provide the correct address.',
      'The damage was caused by your misuse of the product.',
    ],
  },
  passing: {
    'zh-CN': [
      '这不是您的问题，您不用自责。',
      '我们一起核对一下使用的步骤。',
      '您发现的时间是哪一天？',
      '请您看一下说明书第二页的图。',
      '您没有收到短信，我这就查。',
      '您不用自己去跑，我们来联系。',
    ],
    en: [
      "This isn't your fault.",
      "Let's look at the steps together.",
      'Would you tell me when you first noticed it?',
      'The manual shows the switch on the left side.',
      "You shouldn't have to chase this.",
      'You did well to keep the receipt.',
    ],
  },
};
