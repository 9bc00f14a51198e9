import type { GuardRule } from '../rule.ts';

/** Contradicting the complainant (S0.13: arguing, quarrelling). */
export const arguing: GuardRule = {
  id: 'arguing',
  clause: 'S0.13',
  patterns: {
    'zh-CN': [
      /(?:您|你)(?:的)?(?:这个|这种|的)(?:说法|观点|理由|要求|指控).{0,6}(?:不(?:认可|同意|接受|成立|对|合理)|站不住|没(?:有)?(?:根据|依据|道理))|(?:您|你)(?:非要|一定要|偏要)(?:这么|这样)(?:说|想|讲)|没(?:什么)?(?:好|可)(?:说|讲)的|(?:系统|记录|监控)(?:里)?(?:显示|可以证明|能证明|没有任何)(?:您|你|不是|没有|记录)/u,
      /(?:您|你)(?:说|讲|反映|描述)的?.{0,6}(?:跟|和|与)(?:实际|事实|真实|我们|记录).{0,6}(?:不符|不一样|不一致|不同|有出入|对不上)/u,
      /(?:^|[，。])(?:才)?不是(?:这样|那样|这么回事|那么回事|您想的)(?:的)?(?:[，。！]|$)|哪(?:有|里有)(?:这|那)(?:种|样|回)|(?:怎么|不)可能(?:会)?(?:有|是|发生|出现)?(?:这|那)(?:种|样|么)(?:事|的事|情况)?|(?:听|看)谁说的|(?:您|你)(?:别|不要)(?:乱说|瞎说|胡说|冤枉|污蔑|血口喷人)/u,
      /(?:您|你)(?:说|讲|反映|描述|理解|认为|想|记)的?(?:这些|情况|事情|话)?(?:不对|不是事实|不属实|不符合事实|是错的|错了|有误|没有道理|没道理|不是真的|根本不成立)/u,
      /(?:您|你)(?:搞|弄|记|看|听|理解|误会|想)(?:错|反|岔)了/u,
      /(?:事实|情况|事情)(?:根本|并|完全|其实)?(?:就)?不是(?:这样|您说的|你说的|那样)/u,
      /(?:根本|绝对|从来)(?:就)?(?:没有|不存在)(?:这|您说的|你说的|那|过)?(?:回|种)?(?:事|样的事|情况)?/u,
      /(?:您|你)(?:这是|这|就是|简直)?(?:在)?(?:无理取闹|胡说|瞎说|乱说|狡辩|强词夺理|歪曲|诬陷|不讲道?理|蛮不讲理|抬杠|断章取义)/u,
      /(?:我|我们)(?:不同意|不认同|不认可|不赞同|没法认同)(?:您|你)/u,
      /(?:您|你)有(?:什么)?证据(?:吗|呢)?|拿出证据|口说无凭|(?:您|你)(?:凭|拿)什么(?:说|认为|讲)/u,
      /(?:我|咱们)(?:跟|和)(?:您|你)(?:讲|说|理论|掰扯)(?:道理|清楚)|到底(?:谁|是谁)(?:对|有理|说了算)/u,
    ],
    en: [
      /\b(?:that|this|it)(?:'s| is)?(?: \w+ly)? (?:isn't|is not|wasn't|was not) (?:how|what|the (?:way|case|truth)|true)\b(?! (?:it|we|you|things) should)|\b(?:that|your) (?:claim|accusation|version|argument|complaint) (?:is|has|makes|holds) (?:no|not|un|base|ground|false|without|nonsense)|\bthere(?:'s| is) no (?:way|chance) (?:that|it|this|we|our)\b|\bwe have (?:proof|evidence|records|cctv|footage) (?:that|of|to|showing)/iu,
      /\b(?:that|this|it|what you(?:'re| are)? (?:say|said|saying|claim|wrote|describe)|your (?:claim|statement|version|account|story|description))(?:'s| is| was)?(?: not| isn't|n't| wasn't)(?: \w+ly)? (?:true|what (?:really |actually )?happened|how it (?:went|happened|works|was)|accurate|right|correct)\b/iu,
      /\b(?:mistaken|misinformed|(?:don't|do not) know what you(?:'re| are) talking about|no such thing (?:ever )?happened|contrary to what you|i beg to differ|let me correct you|stop (?:lying|arguing))\b/iu,
      /\b(?:you(?:'re| are)|that(?:'s| is)|this is) (?:simply |just |plain |completely |totally |absolutely |quite |clearly )?(?:wrong|mistaken|incorrect|untrue|false|not true|not what happened|not correct|nonsense|ridiculous|absurd)\b/iu,
      /\b(?:i|we) (?:strongly |completely |totally |respectfully )?(?:disagree|beg to differ|dispute that|do(?:n't| not) (?:agree|accept)|can(?:'t|not) agree)\b/iu,
      /\bthat (?:never|didn't|did not|couldn't have|could not have|can't have) happen/iu,
      /\byou(?:'re| are) (?:being unreasonable|lying|exaggerating|making (?:this|that|it|things) up|twisting|misrepresenting)/iu,
      /\byou (?:misunderstood|misread|misheard|got it wrong|have it wrong|remember (?:it )?wrong|are confused)\b/iu,
      /\b(?:prove it|where(?:'s| is) your (?:proof|evidence)|(?:do )?you have (?:any|no) (?:proof|evidence))\b/iu,
      /\b(?:our|the) (?:records|logs|system) (?:clearly )?(?:show|shows|prove|proves|say|says) (?:otherwise|the opposite|something else|that you)/iu,
      /\b(?:let's|i don't want to|not going to) (?:argue|debate)\b/iu,
    ],
  },
  unless: [
    /(?:如果|要是|万一|有没有|是不是我|我(?:是不是)?(?:理解|记|搞|弄)错|我说错)|\b(?:if|in case|tell me|let me know)\b[^.]*\b(?:wrong|mistaken|incorrect|not right|isn't right|not correct)\b/iu,
  ],
  suggestion: {
    'zh-CN': '谢谢您把情况告诉我，我把您说的和我们这边的记录放在一起核对，再跟您说清楚。',
    en: 'Thank you for telling me how it was for you. Let me compare it with what we have on file and come back to you.',
  },
  caught: {
    'zh-CN': [
      '您说的不对，我们查过了。',
      '事实根本不是您说的那样。',
      '您搞错了，我们从来没有收过这笔钱。',
      '您这是无理取闹。',
      '我不同意您的说法。',
      '您有证据吗？',
    ],
    en: [
      'You are wrong about the delivery date.',
      "That's simply not true.",
      'I disagree with your version of events.',
      'Our records clearly show otherwise.',
      "You're exaggerating the problem.",
      'That never happened in our shop.',
    ],
  },
  passing: {
    'zh-CN': [
      '您说的情况我记下了，我来核实。',
      '如果我理解错了，请您告诉我。',
      '谢谢您指出来。',
      '您说得对，这一点确实要查清楚。',
      '我把您的说法和记录核对一下。',
      '您说的事情我会原样转给同事。',
    ],
    en: [
      'Thank you for telling me what happened.',
      "If I've got something wrong, please tell me.",
      "You're right to expect an answer.",
      'I will compare this with our records.',
      'I understand how you see it.',
      'Let me check what our system shows and tell you.',
    ],
  },
};
