import type { GuardRule } from '../rule.ts';

/** Cutting the complainant short (S0.13, S0.14: let them vent). */
export const interrupting: GuardRule = {
  id: 'interrupting',
  clause: 'S0.14',
  patterns: {
    'zh-CN': [
      /让我(?:先)?(?:把话|把这话)(?:说|讲)(?:完|清楚)|(?:不用|别|甭|不要)(?:再)?(?:往下|继续|一直)?(?:说|讲)(?:下去)?(?:了|，|。|$)|好了好了|行了行了|(?:我)?(?:都)?知道了[，,].{0,6}(?:不用|别|您)|(?:您|你)(?:先)?(?:停|住口|闭嘴|打住|安静)(?:一下|一停|吧|$|，|。|！)|(?:能|可以|可不可以)(?:先)?(?:不说|闭|让我)/u,
      /(?:您|你)?(?:先|请)?(?:听|让)我(?:先)?(?:把话)?(?:说|讲)(?:完|下去|一句|两句|几句)?(?:，|,|。|！|!|好吗|行吗|可以吗|$)/u,
      /(?:您|你)?(?:先|请)?(?:别|不要|不用|甭)(?:再)?(?:说|讲|打断|插嘴|插话|抢话)(?:了|话|我)/u,
      /(?:停|打住|够了|行了行了|好了好了|停一下)(?:，|,|。|！|!|$)/u,
      /(?:我|轮到我)(?:还)?没(?:有)?(?:说|讲)完/u,
      /(?:说|讲)(?:重点|快点|短点)(?:行吗|好吗|可以吗|吧)?|(?:别|不要)(?:那么)?啰[嗦唆]|长话短说/u,
      /(?:您|你)(?:已经)?(?:说|讲)(?:得)?(?:太多|够多|够久|很多遍|好几遍|过很多次)(?:了)?/u,
      /(?:停止|请勿|别|不要)(?:再)?(?:继续)?(?:陈述|叙述|描述|讲述|重复|铺垫|长篇|打字|刷屏|发(?:那么|这么|一大|长)|插嘴|插话|打岔|抢话)|(?:只|仅)(?:需|要|用|能)?(?:回答|答)(?:我)?(?:的)?(?:问题|是或|是还是|问的)|就(?:说|答)是(?:还是|或)/u,
      /(?:别|不要|先别)(?:急着|忙着)?(?:说|讲|打断)(?:我|话|完)?(?=[，。！,!]|$)|说(?:点)?(?:有用|正经|实际|关键)的|(?:挑|捡|拣)(?:重点|要紧|重要|关键|主要)的?|(?:简短|简洁|短)(?:点|一点|些)(?=[，。！]|$|行)|(?:直接|快)(?:说|讲)(?:重点|结果|正题|要点)|(?:太|这么|那么)(?:长|多|啰嗦).{0,6}(?:没(?:空|时间|工夫|人)|看不(?:完|过来)|懒得)/u,
      /没(?:有)?(?:空|时间|功夫|工夫)(?:听|看|陪)(?:您|你)|(?:扯远|跑题|扯那些|扯别的|扯没用|扯这些)|(?:不想|不愿|懒得)(?:再)?(?:听|看)(?:您|你)?(?:说|讲|这|那|了)|我(?:都)?(?:听|看)(?:够|烦|腻)了|(?:这个|此)?(?:话题|对话|谈话)(?:就)?(?:到此|到这|结束)|(?:您|你)(?:等|先等)我(?:说|讲)完/u,
    ],
    en: [
      /\b(?:stop|pause|wait) (?:and|so|for a (?:second|moment|minute)) (?:\w+ )?(?:let|listen|i)\b|\b(?:and|please|just) let me (?:explain|say|talk|speak)\b|\blet me (?:say something|get a word|explain first|talk first)\b|\bno need to (?:go on|continue|say (?:any )?more)(?! to)\b|\b(?:ok(?:ay)?,? ?){2,}|\bi (?:get|got) it,? (?:already|no need|stop|enough)\b|\byou (?:talk|write|go on) too (?:much|long)\b|\bone (?:at a time|sentence)\b.{0,10}\bplease stop/iu,
      /\blet me (?:finish|speak|talk|stop you)\b/iu,
      /\b(?:stop|quit) (?:talking|interrupting|writing|messaging|repeating|going on)\b/iu,
      /\b(?:i(?:'m| am) not|i haven't|i wasn't) (?:done|finished)(?: talking| speaking)?\b/iu,
      /\b(?:don't|do not|please don't) interrupt/iu,
      /\b(?:get|cut|come) (?:straight |right )?to the (?:point|chase)\b|\bmake it (?:short|quick|brief)\b/iu,
      /\b(?:hold on|wait|stop)[,.!]? (?:(?:just )?(?:listen|let me|hear me)|i(?:'m| am) (?:talking|speaking))/iu,
      /\b(?:be quiet|shut up|enough already|that's enough|listen to me)\b/iu,
      /\byou(?:'ve| have) (?:already )?said (?:that|enough|this) (?:already|before|many times|enough)?/iu,
      /\banswer (?:only|just|my question|the question)\b|\b(?:only|just) answer (?:the|my)|\b(?:stick to|answer) (?:yes or no|the question)|\bi(?:'m| am) (?:the one )?(?:talking|speaking)\b|\bget a word in\b|\blet me (?:just )?(?:cut|stop|interrupt) (?:you|in)|\bdon't (?:talk|speak) over\b/iu,
      /\bskip (?:to|the (?:rest|details|story|history)|all|ahead)\b|\bspare (?:me|us) (?:the|your)\b|\b(?:don't|do not|no need to|needn't|stop) (?:keep (?:going|writing|sending|on)|go(?:ing)? on|carry(?:ing)? on|send(?:ing)? (?:us )?(?:any )?(?:more|so many|long))|\b(?:wall of text|tl;?dr|too long to read|whole life story|life story)\b/iu,
      /\b(?:i|we)(?:'ve| have)? (?:heard|read|seen) (?:this|that|it|enough|all)(?: \w+){0,2} (?:already|before|enough|of this)\b|\bheard enough\b|\bwe (?:get|got) (?:it|the (?:point|picture|idea|message))\b|(?:^|[.!,] ?)enough\b(?=[.!]|, (?:now|please|let|can))|\b(?:keep|make) it (?:short|brief|simple)\b|\b(?:this|the) (?:conversation|discussion|correspondence|chat) is (?:now )?(?:over|closed|finished|ended)\b|\b(?:i|we) (?:don't|do not) (?:need|want|have time) to (?:hear|read|know) (?:all|the|any|your|about)/iu,
    ],
  },
  suggestion: {
    'zh-CN': '您慢慢说，我都在听，说完我们再一起看怎么办。',
    en: "Please take your time, I'm listening. Once you've told me everything we look at what to do together.",
  },
  caught: {
    'zh-CN': [
      '您先听我说完。',
      '请不要打断我。',
      '停，这个您刚才讲过了。',
      '您别说了，我知道了。',
      '说重点行吗？',
      '我还没说完呢。',
    ],
    en: [
      'Let me finish, please.',
      'Stop talking and read what I wrote.',
      "I'm not done yet.",
      "Please don't interrupt me.",
      'Can you get to the point?',
      "You've said that already.",
    ],
  },
  passing: {
    'zh-CN': [
      '您慢慢说，我在听。',
      '您说完以后我再跟您核对。',
      '请您把经过告诉我。',
      '想补充什么，随时接着说。',
      '您说的每一句我都记下了。',
      '您可以一条一条发给我。',
    ],
    en: [
      'Take your time, I am listening.',
      'Please tell me everything that happened.',
      "When you've finished I'll read it back to you.",
      'You can add to it at any time.',
      'I have noted every point.',
      'Feel free to send it in several messages.',
    ],
  },
};
