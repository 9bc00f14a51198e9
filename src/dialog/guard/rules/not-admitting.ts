import type { GuardRule } from '../rule.ts';

/** Insisting on being right (S0.13: not admitting error). */
export const notAdmitting: GuardRule = {
  id: 'not_admitting',
  clause: 'S0.13',
  patterns: {
    'zh-CN': [
      /(?:想想|找找|问问|检查)(?:您|你)?自己(?:的)?(?:原因|问题)?|(?:绝对|根本|完全|肯定)(?:就)?(?:没(?:有)?(?:任何)?问题|不是(?:我们|质量))|(?:不能|不可以|别|不要|怎么能)怪(?:我们|我)/u,
      /(?:我们|我司|我方|公司|这边)(?:的)?.{0,8}(?:没有任何|没什么|并无|毫无|没有丝毫)(?:的)?(?:不妥|不当|问题|错|过错|不对|毛病|失误)|(?:质检|检测|审核|管理|流程|系统|把关|标准|记录|数据|账单)(?:都)?(?:是)?(?:非常|很|十分|一向|绝对|特别|都|从来|完全)(?:严格|规范|准确|完善|没错|正确|不会(?:出)?错)|不(?:会|可能)(?:出现|发生|存在|有)(?:您|你)(?:说|讲|反映)的|(?:我|我们)(?:没|并没有?|可没|又没)(?:有)?(?:做错|说错|弄错|骗|错|收错|失职|违规)|(?:我们|我)(?:的)?(?:处理|做法|操作|收费|说法|解释)(?:是|都是|完全)?(?:合理|正确|合规|没问题|合法|对)的?/u,
      /(?:我们|我方|我司|公司|本店|我这边|我们这边|我)(?:的?(?:产品|服务|员工|流程|系统|操作|做法|处理|质量|工作人员))?(?:是|都|完全|绝对|根本|肯定|一直|从来|并)*(?:没有?(?:任何|什么|半点|丝毫)?(?:的)?(?:过?错|问题|失误|责任|过失|毛病|不当|做错)|不(?:会|可能)(?:有|出|是)?(?:错|问题|失误)|无(?:过错|责|任何责任))/u,
      /(?:问题|责任|错|原因)(?:并|根本|绝对|肯定)?不(?:在|是)(?:我们|我方|我司|公司|我)(?:这|的|身上|这边)?/u,
      /(?:我们|我司|公司)(?:的)?(?:员工|同事|师傅|客服|产品|质检|系统|服务)(?:是)?(?:不(?:会|可能)|绝(?:对)?不会|从来不|从不)(?:做|说|出现|发生|犯|这样|有)/u,
      /(?:我们|我司)(?:做|处理|操作|执行)(?:得|的)(?:完全|都|是)?(?:没(?:有)?问题|正确|合规|合理|符合)/u,
      /不(?:是|关)(?:我们|我)(?:的)?(?:错|责任|过错|问题)|与(?:我们|我司|我方)无关|跟(?:我们|我)没(?:有)?关系|怪不(?:得|到)我们/u,
      /(?:我们|我司|我方|本公司|本店|公司|这边|商家)(?:对此|在此|这次|全程|自始至终|从头到尾|方面)*.{0,4}(?:不存在|没有|并无|并没有|无|未有)(?:任何|什么|一点|丝毫|半点|所谓的?)?.{0,4}(?:过失|过错|错误|失误|不当|不妥|瑕疵|疏漏|做错|违规|违约)|(?:严格|层层|多道|反复|全部|逐台|百分之百)(?:的)?(?:检测|检验|质检|把关|测试|审核|筛选).{0,14}(?:不可能|不会|绝不|怎么会|哪会|没有问题)/u,
      /(?:不算|不属于|不是|谈不上|称不上|构不成|够不上)(?:什么)?(?:产品|任何)?(?:的)?(?:质量问题|质量|故障|缺陷|毛病|事故|违约|欺诈|虚假宣传|侵权)|(?:属于?|是|都是|算)(?:正常|合理|允许|可接受)(?:的)?(?:现象|范围|情况|损耗|误差|色差|磨损)|(?:谁家|哪家|别家|什么牌子)(?:的)?(?:都|也)(?:是)?(?:这样|一样|有)/u,
      /(?:别的|其他|别人|人家|其它)(?:的)?(?:客户|顾客|用户|人|家)?.{0,6}(?:都)?(?:好好的|没问题|没事|没反映|没说什么)|绝(?:无|不)(?:可能|存在|会(?:有|出|是))|(?:系统|机器|电脑|我们)(?:是)?不(?:会|可能)(?:出|有|算|弄|搞)?(?:错|问题|差错)|我(?:们)?(?:仍|依然|还是)?(?:坚持|维持|保留)(?:我们|我|原来|原有)?(?:的)?(?:判断|意见|立场|结论|决定|看法|说法|做法)/u,
      /没(?:有)?(?:什么)?(?:好|可|需要)(?:改|检讨|反省|道歉)的|(?:无可挑剔|问心无愧|无懈可击|没毛病|合情合理|合理合法|合法合规)|(?:我们|我方|我司|流程|操作|施工|处理).{0,4}(?:完全|都是|全部|一直)(?:合规|合法|符合|按(?:照)?标准|按(?:照)?规范|正确|规范)|(?:我们|我)(?:凭什么|为什么要|没必要|不需要)(?:道歉|认错|负责)/u,
    ],
    en: [
      /\bour (?:\w+ )?(?:technician|driver|staff|team|employee|engineer|chef|agent|installer|courier|nurse|mechanic)s? (?:\w+ )?(?:did|does|do|was|were|is|are|handled|acted|followed|performed) (?:\w+ )?(?:(?:his|her|their|the) job|perfect|nothing wrong|correct|right|proper|everything|flawless|not (?:wrong|at fault|rude))/iu,
      /\bour (?:records|systems?|bills?|charges?|data|figures|checks|procedures?|machines?|quality control|prices?) (?:is|are) (?:always |never |100 ?% |perfectly |completely )*(?:accurate|correct|right|reliable|wrong|foolproof|strict|precise)|\bmust be (?:correct|right|accurate)\b|\b(?:no|not any|wasn't any|was no|were no|without) (?:error|mistake|fault|wrongdoing|failure|negligence)s?(?: \w+)? (?:on|by|from) (?:our|us)|\b(?:we|our \w+) (?:stand by|did everything|handled (?:it|this|everything) (?:correctly|properly|perfectly)|acted (?:correctly|properly)|can't be wrong|cannot be wrong|couldn't have|could not have|would not have|wouldn't have|can't have|cannot have)\b/iu,
      /\bwe(?:'ve| have)? (?:did|done|do) (?:absolutely |really )?nothing wrong\b|\bwe did(?:n't| not) (?:do anything wrong|make (?:a|any) (?:mistake|error))/iu,
      /\b(?:it|this|that)(?:'s| is| was)?(?: absolutely| certainly| definitely)?(?: not|n't) (?:our|my) (?:fault|mistake|error|doing)\b/iu,
      /\b(?:there(?:'s| is| was)) (?:absolutely |really )?nothing wrong with (?:our|the|it)\b/iu,
      /\bour (?:staff|team|employees?|drivers?|product|products|system|service|technicians?|people|agents?) (?:would never|never|always|does not|do not|don't|doesn't|cannot|can't|could not|is never|are never) (?:do|does|make|makes|fail|fails|act|behave|lie|wrong|say|follow|follows|works?|perform)/iu,
      /\bwe (?:are|were) (?:completely |perfectly |absolutely |entirely )?(?:right|in the right|correct|blameless|not to blame|not at fault|not wrong)\b/iu,
      /\bwe (?:don't|do not|never) make (?:mistakes|errors|such mistakes)\b|\bno (?:mistake|error|fault) (?:was made )?on our (?:side|part|end)\b/iu,
      /\bnothing to do with us\b|\bwe (?:deny|reject|refuse to accept) (?:any|all|your|the|responsib)/iu,
      /\bwe (?:followed|acted|did everything) (?:every|all|exactly|completely|correctly|by the book|properly|right)/iu,
      /\b(?:can't|cannot|can not|couldn't|could not) (?:possibly )?be (?:the|our|a|an|any|us|ours) ?(?:machine|product|system|device|fault|problem|issue|error|mistake|kit|staff|people|doing|unit|item|bill|meter|food)?|\b(?:committed|made|makes?|see|sees|found|find|contains?|admit) no (?:such )?(?:errors?|mistakes?|faults?|wrongdoing|breach|defects?|failings?|failures?)\b|\bnothing (?:to (?:correct|apologi[sz]e|answer for|put right|be sorry)|wrong (?:on our|here|in what|was done))/iu,
      /\b(?:isn't|is not|not|hardly|wouldn't call (?:it|that)) (?:actually |really )?(?:a|an) (?:defect|fault|bug|flaw|malfunction|failure|error|quality issue|quality problem|breach)\b|\b(?:just|simply|exactly|that's|it's|is) (?:how|the way|what) (?:these|those|they|it|our|the \w+)(?: \w+){0,2} (?:are|is|work|works|look|looks|behave|come)\b|\bwithin (?:the |our )?(?:tolerances?|specifications?|spec|normal|acceptable|permitted)\b|\bworks? (?:exactly |just )?as (?:designed|intended|it should|expected)\b|\bperfectly (?:normal|fine|good|in order|safe|acceptable|standard)\b/iu,
      /\b(?:fully|thoroughly|rigorously|strictly|individually|extensively|carefully) (?:tested|checked|inspected|vetted|trained)\b|\b(?:does|do|did) not make (?:such )?(?:mistakes|errors)\b|\bnever (?:wrong|makes? (?:a )?mistakes?|fails?|gets? it wrong)\b|\b(?:we|i) (?:still )?(?:maintain|insist|reiterate) (?:that )?(?:we|our|the|it|this|nothing)|\bstand by (?:our|my|what|the|that|every)/iu,
      /\bwe (?:don't|do not) (?:believe|think|consider|accept|feel|agree) (?:that )?(?:we|our|there|anything|any)(?: \w+){0,5} (?:wrong|mistake|fault|error|amiss|responsib\w+|incorrect)|\beverything (?:was|is|has been|we did|we do) (?:was |is )?(?:\w+ )?(?:correctly|properly|in order|by the book|as it should|correct|right|fine)\b|\bno (?:evidence|sign|indication|trace|proof) of (?:any )?(?:fault|error|wrongdoing|negligence|defect|mistake|misconduct)|\bwhy (?:should|would) we (?:apologi[sz]e|admit|be sorry)/iu,
    ],
  },
  unless: [
    /是不是(?:我们|我方|我司)|是否/u,
    /(?:看|查|核实)(?:一?下)?.{0,10}(?:有没有|是不是|是否)|\bwhether\b|\bif (?:we|it|our)\b/iu,
  ],
  suggestion: {
    'zh-CN': '我先把情况查清楚，有做得不到位的地方会如实告诉您。',
    en: 'Let me look into it properly. If something on our side fell short, we will tell you so.',
  },
  caught: {
    'zh-CN': [
      '我们没有任何错。',
      '我们的产品不可能有问题。',
      '责任不在我们这边。',
      '我们的员工绝对不会这样说话。',
      '这不是我们的错。',
      '这件事与我们无关。',
    ],
    en: [
      'We did nothing wrong.',
      'This is not our fault.',
      'There is nothing wrong with our product.',
      'Our staff would never do that.',
      "We don't make mistakes like this.",
      'That has nothing to do with us.',
    ],
  },
  passing: {
    'zh-CN': [
      '我来查一下是不是我们这边出了差错。',
      '有做得不好的地方，我们会改。',
      '您的反映我们会认真核实。',
      '我们会看看系统有没有问题。',
      '产品送检以后，结果会告诉您。',
      '查清楚之后，是什么就跟您说什么。',
    ],
    en: [
      'I will check whether something went wrong on our side.',
      'If we fell short, we will say so.',
      'We are looking into how our staff handled this.',
      "We'll have the product tested and tell you the result.",
      'Thank you for pointing this out to us.',
      'We take what you say about our driver seriously.',
    ],
  },
};
