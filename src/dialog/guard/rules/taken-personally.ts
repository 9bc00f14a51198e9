import type { GuardRule } from '../rule.ts';

/** Treating the complaint as an attack on oneself (S0.13, S3.6: separate the matter from the person). */
export const takenPersonally: GuardRule = {
  id: 'taken_personally',
  clause: 'S0.13',
  patterns: {
    'zh-CN': [
      /(?:好心|好意|好好|认真|耐心)(?:好意|好心)?(?:地)?(?:帮|对|为|跟|服务)(?:您|你).{0,10}(?:还|却|居然|反而|竟然)|(?:您|你)(?:还|却|居然|反而|竟然)(?:这样|这么)(?:对|说|骂)我|我(?:容易|招谁惹谁|欠您)/u,
      /(?:对|跟|和|向)我(?:这么|那么|如此|这样|大)?(?:凶|吼|嚷|发火|横|不客气|没礼貌|大呼小叫)|我(?:又|也)?(?:没|没有)(?:得罪|惹|招惹|欠|骗|害)(?:您|你)|(?:不信任|不尊重|看不起|瞧不起|为难|刁难|侮辱|羞辱|冤枉|误会)我|(?:您|你)(?:这样|这么|这种)(?:说|讲|态度|语气|做).{0,6}(?:过分|伤人|不(?:公平|合适|礼貌|尊重)|让我|太)|我(?:一个|就一个)?(?:客服|打工|小兵).{0,6}(?:而已|罢了|没办法|能怎样|容易)|(?:关|干)我(?:什么|啥)事|(?:您|你)(?:这是)?(?:在)?(?:威胁|恐吓|辱骂)(?:我|人)?/u,
      /(?:针对|冲着|朝|对着|冲)(?:着)?我(?:个人|本人|们)?(?:来|发火|发脾气|吼|嚷|撒气|骂|喊|干什么|吗|嘛|$|，|。|？)/u,
      /(?:您|你)(?:凭什么|为什么|怎么|干嘛|在|是在|别|不要|这是)(?:总|老|能|要|可以)?(?:骂|说|怪|怨|责怪|指责|攻击|侮辱|羞辱|欺负|为难|威胁|质疑|怀疑)(?:我|人)/u,
      /我(?:也|只|就|又)?(?:只)?是(?:个)?(?:打工的?|干活的?|普通员工|客服而已|替公司)|(?:又)?不是我(?:做|弄|干|搞|造成|卖|决定|负责|的错)的?/u,
      /我(?:也|又|很|真的|觉得|感到|感觉)?(?:很|是|真|特别|十分)?(?:委屈|无辜|被冒犯|被侮辱|受伤|寒心|不是您的出气筒)|我(?:招|惹|得罪)(?:您|你|谁)/u,
      /(?:请|麻烦)?(?:您|你)?(?:尊重|放尊重)(?:一?下)?(?:我|点|些)|(?:注意)(?:您|你)的(?:态度|言辞|语气|措辞|用词)|(?:您|你)(?:这|这是|什么|的)(?:是)?(?:什么)?态度/u,
      /(?:人身攻击|出气筒|我(?:也)?有(?:自尊|尊严|脾气|情绪|感情)|我(?:的)?人格)/u,
      /(?:您|你)(?:这|那)?(?:是)?(?:在)?(?:骂|凶|吼|怼|喷|羞辱|侮辱|讽刺|嘲讽|欺负)(?:我|人|谁|我们)|我(?:们)?(?:也|都)?(?:是)?(?:有|要)(?:尊严|自尊|脾气|面子|人格)|注意(?:一下)?(?:您|你)?(?:的)?(?:言辞|措辞|用语|语气|态度|言行|说话|文明)|(?:不要|请勿|别|停止|禁止|不得)(?:再)?(?:攻击|辱骂|谩骂|侮辱|为难|骚扰|威胁|针对|刁难|人身)(?:攻击)?(?:我|我们|客服|工作人员|员工|同事|人)?/u,
      /(?:冲|朝|对|跟|拿|找)(?:着)?我(?:们)?(?:发|撒|出气|使|吼|凶|嚷|急|来劲|嚷嚷|甩)|(?:真|太|让人|令人|让我)(?:寒心|心寒|伤心|委屈)|(?:欺人太甚|太欺负人|不把我当人|我容易吗|我也不容易|当牛做马|好心没好报|好心当.{0,2}驴肝肺)|何必(?:为难|难为|跟我|冲我|针对)|(?:对|针对|看不惯|瞧不起|看不起)(?:我|我们)(?:有意见|有偏见|个人)?(?=[，。？！吗吧]|$)|(?:客服|我们|我)也是人(?=[，。！]|$|啊|呀)/u,
    ],
    en: [
      /\b(?:attack(?:ing)?|insult(?:ing)?|blam(?:e|ing)|yell(?:ing)? at|shout(?:ing)? at|accus(?:e|ing)|abus(?:e|ing)) me\b|\bafter (?:all|everything) i(?:'ve| have)? (?:did|done|do)\b|\bi(?:'m| am) (?:only |just )?trying to help(?: you)?,? (?:and|but|so)\b/iu,
      /\b(?:rude|mean|nasty|aggressive|hostile|horrible|unfair|disrespectful|unkind|abusive) (?:to|with|towards?|about) (?:me|us)\b|\bi (?:only|just) work here\b|\b(?:don't|do not|didn't|won't|will not) (?:appreciate|deserve|like|tolerate|accept|have to (?:take|listen)) (?:being |your |the |this |that |to be |such )?(?:spoken|talked|yelled|shouted|treated|tone|way you|abuse|accus|attitude|language|words|insult|called)|\bwhy are you (?:so )?(?:angry|mad|upset|rude|mean|hostile) (?:at|with|to) (?:me|us)\b|\b(?:you(?:'re| are)) (?:attacking|insulting|being rude|rude|offensive|hurting|threatening|accusing|blaming|disrespecting)\b|\bi(?:'m| am) (?:a )?(?:human|person) too\b|\bwhat did i (?:ever )?do to you\b|\bnot my fault\b/iu,
      /\b(?:don't|do not|stop|no need to|please don't|why are you|you(?:'re| are)|quit) (?:\w+ ){0,2}(?:tak(?:e|ing) (?:it|this|that) out on|yell(?:ing)? at|shout(?:ing)? at|blam(?:e|ing)|attack(?:ing)?|insult(?:ing)?|accus(?:e|ing)|abus(?:e|ing)|threaten(?:ing)?|pick(?:ing)? on|swear(?:ing)? at|disrespect(?:ing)?) (?:me|us)\b/iu,
      /\b(?:i|we) (?:feel|felt|am|are|find (?:this|that|it)|take) (?:\w+ )?(?:insulted|offended|attacked|hurt|offensive|insulting|personally|upset) (?:by|at|with)?/iu,
      /\b(?:i(?:'m| am) (?:just|only) (?:doing my job|the messenger|an employee|a chat|the support|customer service|following|trying to do my))/iu,
      /\b(?:it(?:'s| is| was)|that(?:'s| is| was)|i(?:'m| am))(?: not|n't) (?:me who|my (?:fault|problem|doing|decision)|the one who|personally responsible|your (?:punching|enemy))/iu,
      /\b(?:watch|mind) your (?:tone|language|mouth|manners|attitude)\b|\byour (?:tone|attitude) is (?:un|rude|not|offensive)|\b(?:personal attack|don't appreciate your (?:tone|attitude|language|words))\b/iu,
      /\b(?:how dare you|i don't deserve|i have feelings|show (?:me|us|some) (?:some )?respect|treat me with respect|that(?:'s| is) (?:unfair|rude) to (?:me|us))\b/iu,
      /\b(?:refrain from|stop|cease|avoid|no more) (?:\w+ )?(?:abus\w+|insult\w+|attack\w+|harass\w+|swear\w+|being (?:rude|abusive|aggressive)|abusive)(?: \w+)?|\b(?:i|we|my|our)\b[^.]{0,40}\b(?:spoken|talked|shouted|yelled|sworn|treated|screamed) (?:to |at )?(?:like (?:that|this|dirt)|in (?:that|this|such))|\bpaid enough\b|\bi(?:'m| am)(?: only| just| also)? (?:human|a person|a human being)\b|\bwe(?:'re| are) (?:only |just |all )?(?:human|people too)\b/iu,
      /\b(?:i|we) (?:find|found|take|took|consider) (?:your|that|this|it) (?:\w+ )?(?:\w+ )?(?:hurtful|offensive|insulting|unfair|upsetting|disrespectful|rude|personally|personal)|\b(?:that|this|it|your \w+)(?:'s| is| was) (?:\w+ )?(?:hurtful|uncalled[- ]for|below the belt|unfair (?:on|to) (?:me|us)|disrespectful|an insult|rude)\b|\bthanks i get\b|\bwhat have i (?:ever )?done\b|\b(?:have|having|had) a (?:go|dig|pop|problem) (?:at|with) (?:me|us)\b|\b(?:lash(?:ing)? out at|get(?:ting)? at|shoot(?:ing)?) (?:me|us|the messenger)\b/iu,
      /\b(?:attack(?:s|ed|ing)?|insult\w*|abus\w+|threat\w*|offend\w*) (?:on |to |of |at )?(?:me|us|our (?:staff|team|colleagues|people)|staff)(?: personally)?\b|\bpersonal(?:ly)? attack|\bfeelings too\b|\bget off my back\b|\bleave me alone\b|\bi(?:'m| am) (?:really |quite |very )?(?:hurt|offended|insulted|upset) (?:that|by|at)/iu,
    ],
  },
  suggestion: {
    'zh-CN': '我明白您在意的是这件事，我们就事情本身来看怎么解决。',
    en: 'I understand it is the matter itself that upsets you. Let us look at how to solve it.',
  },
  caught: {
    'zh-CN': [
      '您冲我发火有什么用？',
      '您这是在针对我吗？',
      '我也只是个打工的。',
      '又不是我弄坏的。',
      '请注意您的态度。',
      '您凭什么骂我？',
    ],
    en: [
      "Don't take it out on me.",
      'I feel insulted by your message.',
      "I'm just doing my job.",
      'Please watch your tone.',
      "It's not my fault that it broke.",
      'Stop yelling at me.',
    ],
  },
  passing: {
    'zh-CN': [
      '您生气是应该的，我来跟进。',
      '这件事让您受了委屈。',
      '您的话我都记下了。',
      '我们一起看怎么解决。',
      '有什么想说的，您尽管说。',
      '换成是我，也会着急。',
    ],
    en: [
      'I understand why you are angry.',
      'You can tell me anything that matters to you.',
      'I am here to help sort this out.',
      'Being spoken to like that hurts, and I am sorry you went through it.',
      'I have noted what you said about our driver.',
      'Let us see what can be done.',
    ],
  },
};
