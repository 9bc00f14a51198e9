import type { DetailName } from '../../triage/understanding.ts';

/** A whole message that is only this word, with whatever marks around it. */
const whole = (words: string): RegExp =>
  new RegExp(`^[\\s\\p{P}\\p{S}]*(?:${words})[\\s\\p{P}\\p{S}]*$`, 'iu');

const patterns = {
  person: whole(
    '(?:(?:有)?人呢|(?:is )?any(?:one|body) (?:actually |even |really )?there)|(?:我?要?(?:转|找|接|换)?一?下?个?(?:人工|真人|客服|活人)(?:客服|服务|吧|谢谢)?)|(?:(?:talk to |speak to |get me )?(?:an? |the |real |live )*(?:agent|person|human|representative|operator))(?: please)?',
  ),
  status: whole(
    '(?:查?一?下?(?:进度|进展|状态)(?:查询|如何|怎么样了?|呢)?)|(?:(?:what is the |check |my )*status(?: please| update)?)|(?:any (?:news|update)s?)',
  ),
  higher: whole('(?:我?要?升级(?:投诉|处理)?)|(?:(?:go )?higher)|(?:escalate(?: it| this)?(?: please)?)'),
  skip: whole(
    '(?:先?跳过|不(?:太)?(?:知道|清楚|记得)了?|记不(?:清|得|住)了?|忘了|不想(?:说|提供|留|讲)|不方便(?:说|透露|提供|留)?|保密|没有?|无|暂时没有|不晓得|说不上来|随便|都行|都可以|下一个|不说了?|不提供)|(?:skip(?: it| this| that)?|(?:i )?(?:do not|don.?t|can.?t) (?:know|remember|recall|have (?:one|it|any))|no (?:idea|clue)|(?:i )?dunno|idk|not sure|none|n/?a|nope|nah|pass|next|(?:i.?d )?(?:prefer|rather) not(?: to)?(?: say)?|nothing|no)',
  ),
  thanks: whole(
    '(?:好的?|行|嗯+|哦+)?[,，。! ！]*(?:非常|太)?(?:谢谢|多谢|感谢|谢了|thx|3q)(?:你们?|您|啦|了|哈|啊|呀|哦|同志|师傅|老师|小姑娘|姑娘|小伙子|大姐|大哥|辛苦了?|[你您](?:真|太|很)(?:是)?(?:好|耐心|有耐心|热情|贴心|周到)了?|[,，])*|(?:ok(?:ay)?[,. ]*)?(?:many )?(?:thanks|thank you|thx|ty|cheers)(?: (?:so|very) much| a lot| a bunch)?(?:[,.! ]+you(?:.ve| have) been (?:very |so |really |most |a great )*(?:kind|patient|helpful|good|understanding|nice|help))?(?:,? (?:dear|love|mate|sir|madam|everyone|all|again|for (?:your|the) help))*',
  ),
  fine: whole(
    '(?:好的?吧?|行吧?|可以|嗯+|哦+|知道了|明白了?|了解|收到|(?:嗯|好的?|行)?[\\s,，]*没(?:有)?(?:什么)?(?:问题|别的)了?|就这些了?|(?:that.?s|that is|nothing) (?:all|it|else)(?: (?:for now|thanks|then))?|ok|okay|k|alright|all right|fine|got it|i see|understood|sure)',
  ),
  bye: whole(
    '(?:(?:好的?|行|ok(?:ay)?|谢谢|thanks|thank you)[,，. ]*)?(?:再见|拜拜|88|byebye|bye|goodbye|see you)',
  ),
  complain: whole(
    '(?:您?你?好[,，。! ！]*)?(?:我(?:们)?)?(?:想|要|需要|来)?(?:要)?(?:投诉|反映(?:个|一个|一下)?(?:问题|情况)|提(?:个|一个)?投诉|举报)(?:你们|一下|一件事|个事)?|(?:hi|hello|hey)?[,. ]*(?:i(?: would|.d)?(?: want| need| wish| like| have)?(?: to)? )?(?:complain|(?:make|file|lodge|raise|register|submit) a complaint|a complaint|complaint)(?: to make| please)?',
  ),
  asks: whole(
    '(?:(?:你们?|您)好啊?|在吗|请问|打扰(?:一下|了)|hi|hello|hey|good (?:morning|afternoon|evening)|excuse me|sorry|[\\s\\p{P}])*(?:我(?:这边)?(?:有|想)(?:一?[个些点]|几个)?(?:小|简单的?)?(?:问题|疑问|问)(?:一?下|想?(?:要)?(?:请教|咨询|问)(?:你们?|您)?(?:一?下)?|[个一]?(?:事|问题))?|(?:想|我想)?(?:咨询|请教|打听)(?:一?下|(?:一)?(?:个|些)?(?:事|问题))|(?:i(?: just| only)?(?:.ve| have)?(?: just)?(?: got)? (?:a|one|some|another|a few|a couple of)|just a|a)?(?: quick| small| simple| short| little| general)* ?questions?(?: for you| please)?|(?:can|could|may) i ask (?:you )?(?:a question|something|you something))(?:[,，]?(?:谢谢|please))?',
  ),
  yes: whole(
    `(?:(?:是|对|好|行)(?:的|啊|呀|吧|了)?|now (?:that.?s|it.?s|it is) (?:right|correct|good|fine)|没错|正确|确认|可以|嗯|就(?:是)?这样|是这样|没问题|同意|接受|yes|yep|yeah|y|correct|right|(?:that.?s|that is|it.?s|it is|looks?|all)(?: all| now| quite| perfectly| absolutely)? (?:right|correct|it|good|fine|perfect)|perfect|spot on|finally|confirm(?:ed)?|ok|okay|sure|exactly|agreed?|accept(?:ed)?|please|👍|👌|✅)(?: dear| love| mate| please)?(?:[\\s\\p{P}]*(?:是的?|对的?|好的?|没错|正确|确认|可以|嗯|就?是?这样|没问题|同意|接受|谢谢|yes|correct|right|(?:that.?s|that is|it.?s|it is|looks?|all)(?: all| now| quite| perfectly| absolutely)? (?:right|correct|it|good|fine|perfect)(?: now)?|perfect|finally|confirm|ok|okay|sure|go ahead|thanks|thank you|please|👍))*`,
  ),
  no: whole(
    '(?:不(?:是|对|行|要|用|同意|接受|好)?的?|没有|否|错了?|有误|算了|no|nope|nah|n|not (?:right|correct|really|now|yet)|wrong|👎|❌)(?:[\\s\\p{P}]*(?:不(?:是|对|行|要|用|同意|接受)|谢谢|thanks|thank you|no))*',
  ),
} as const;

/** Words that mean one thing when they stand alone. */
export type ShortWord = keyof typeof patterns;

/** Whether a text is nothing but this word. Long texts never are. */
export const isOnly = (word: ShortWord, text: string): boolean =>
  text.length <= 60 && patterns[word].test(text.trim());

const unwilling =
  /不(?:太)?(?:想|愿意?|方便|便|打算|留|提供)|(?:能不能|可不可以|可以|能)不|\b(?:(?:would|.d) ?(?:rather|prefer)|prefer) not\b|\b(?:do not|don.?t|won.?t|will not|can i not|not going to|not comfortable|no need to) (?:want|wish|like|care|have)?\b/iu;
const disclosing =
  /说|给|留|提供|透露|告诉|讲|写|填|\b(?:(?:give|giving|tell|telling|leave)(?! (?:me|us)\b)|say|saying|share|sharing|provide|disclose|put)\b/iu;
const disclosed = [
  ['name', /名|姓|称呼|\bname\b/iu],
  ['phone', /电话|手机|号码|\b(?:phone|number)\b/iu],
  ['email', /邮箱|邮件|\be-?mail\b/iu],
] as const;

const hasNone =
  /^(?:i )?(?:no|don.?t have (?:an?|any)|haven.?t got (?:an?|any)|我?(?:没有?|无))\s*(phone|mobile|number|e-?mail|电话|手机|邮箱|邮件)\p{P}*$/iu;

/** The detail that a short text would rather not tell; `asked` where it names none; null where it declines nothing. */
export const declines = (text: string, asked: DetailName): DetailName | null => {
  const without = hasNone.exec(text.trim())?.[1];
  if (without !== undefined) return disclosed.find(([, words]) => words.test(without))?.[0] ?? asked;
  if (text.length > 60 || !unwilling.test(text) || !disclosing.test(text)) return null;
  return disclosed.find(([, words]) => words.test(text))?.[0] ?? asked;
};

/** Whether a text begins by leaving the question open, whatever it goes on to tell. */
export const beginsOpen = (text: string): boolean =>
  /^(?:(?:i have )?no idea|not sure|(?:i )?(?:do not|don.?t|can.?t|cannot) (?:know|remember|recall)|dunno|不知道|不清楚|不记得|记不(?:清|得)了?|忘了|没想好|还没想)[\s\p{P}]/iu.test(
    text.trim(),
  );

/** Whether the text says that it is still not solved. */
export const saysUnsolved = (text: string): boolean =>
  /(?:还是|仍然?|依然|到现在|至今|根本|又)?(?:没有?|未)(?:有|被|给)?(?:解决|处理好?|修好|弄好|搞定|收到|到账)|(?:还是|又)(?:老样子|坏了|一样|出现)|still (?:not|isn.?t|hasn.?t|no|broken|waiting|the same)|not (?:solved|resolved|fixed|sorted)|(?:isn.?t|wasn.?t|hasn.?t been) (?:solved|resolved|fixed|sorted)|happened again|(?:back|broken) again/iu.test(
    text,
  );

/** Whether somebody who withdrew wants it taken up again. */
export const comesBack = (text: string): boolean =>
  /改(?:变)?主意|不撤了|不想撤|重新(?:提|处理|打开|投诉)|恢复(?:处理|投诉)|(?:还是|仍)(?:要|想)(?:投诉|处理|反映)|继续(?:投诉|处理)|changed my mind|take it up again|re-?open|go (?:on|ahead) with (?:it|my complaint|the complaint)|do want to complain|carry on with/iu.test(
    text,
  );

/** Whether the text objects to an answer of ours. */
export const disagrees = (text: string): boolean =>
  /不(?:同意|服|接受|认可|合理|公平)|凭什么|不甘心|disagree|don.?t (?:accept|agree)|do not (?:accept|agree)|not (?:fair|acceptable|satisfied)|unfair|unacceptable|appeal/iu.test(
    text,
  );

/** Whether the text chases us: nobody called, how long still. It asks for news, and is no new matter. */
export const isChasing = (text: string): boolean =>
  text.length <= 80 &&
  /(?:怎么|为什么|为啥|咋)(?:还|都|一直|老).{0,6}(?:没|不)|(?:还|一直|都|也)(?:没|不).{0,6}(?:联系|打(?:给|个)?(?:我)?电话|给我(?:打|回)|回复|消息|结果|处理|回音|动静|人管|打电话)|催一?催|(?:还要|要等?)多久|什么时候(?:能|才|会|有人)|(?:我|这|那)[^，。？?]{0,12}(?:事|投诉|问题|情况)(?:儿|情)?(?:现在|到底)?(?:怎么样|咋样|怎样|如何|到哪一?步|处理得?怎么样|有(?:没有)?(?:结果|进展|消息))(?:了|啦)?|(?:有|出)(?:结果|进展|消息|眉目)(?:了)?(?:吗|没)|^那?(?:是|到底)?什么时候[\s\p{P}]*$|(?:要|得|需要|还有)(?:几|多少)(?:天|个?工作日|个?小时)|(?:现在|到底)?(?:是)?谁在?(?:管|负责|跟进|处理)(?:这|我|着)|(?:no ?(?:one|body)|you) (?:has |have |never )*(?:called|contacted|replied|answered|written|got back)|still waiting|^(?:so|and|ok(?:ay)?)?,? ?when(?: then| exactly)?[\s\p{P}]*$|when will|how (?:much )?long|any (?:update|news|progress)|haven.?t heard/iu.test(
    text,
  );

/** Whether the words name somebody higher up (ES-3). */
export const namesHigher = (text: string): boolean =>
  /上级|领导|经理|主管|负责人|管事的|老板|higher|senior|manager|supervisor|your boss|in charge/iu.test(text);

/** Whether somebody asks, here and now, for it to go to somebody higher; who asked before and tells of it does not (ES-3). `isRead`: the words were read as wanting that. */
export const asksHigher = (text: string, isRead = false): boolean =>
  text.length <= 100 &&
  !/(?:找|问|叫|联系|反映|反应|投诉|说|升级)(?:了|过)|\b(?:asked|spoke|spoken|talked|told|wanted|said)\b|\b(?:i|we|he|she|they)(?: have|.ve| had)?(?: already)? escalated\b/iu.test(
    text,
  ) &&
  (isRead ||
    /(?:找|叫|让|喊|换|转给?|联系|见|请)(?:一?下|个)?(?:你们|您们|你|那边|上面)?的?(?:领导|经理|主管|负责人|店长|老总|上级|管事的|总部)|(?:往|向|跟|给)(?:你们)?(?:的)?(?:上(?:面|级|头|边)?|领导|经理|总部|总公司|高层)(?:去)?(?:反映|反应|投诉|报|告|提|递|汇报)|升级(?:一下)?(?:投诉|处理|我|这)|把.{0,8}(?:投诉|事情?|问题)升级|\b(?:(?:want|need|like)\b[^.?!]{0,20}\bescalated|escalate (?:it|this|that|my|the|to|now|please)|(?:please|to|can you|could you) escalate|(?:speak|talk|go|pass|send|put|take|refer|connect|transfer)\b[^.?!]{0,24}\b(?:manager|supervisor|your boss|someone (?:higher|senior|in charge)|somebody (?:higher|senior|in charge)|management)|(?:take|pass|send) (?:it|this|that|my complaint) (?:higher|further up|up))\b/iu.test(
      text,
    ));

/** Whether the complainant wishes to stay unnamed (IN-13). */
export const asksAnonymity = (text: string): boolean =>
  /匿名|不要(?:透露|公开|泄露)我的?(?:姓名|名字|身份|信息)|别(?:说|透露)是我|不敢(?:说|留|报|写)(?:我的?|真)?(?:名|姓)|(?:别|不要|不能|千万别|不想|怕)(?:让|被)[^，。]{0,8}知道(?:是(?:我|谁)|我)|(?:不想|不能|不愿|怕)(?:意)?(?:被)?暴露(?:我|自己|身份)|anonymous|(?:stay|remain) unnamed|without (?:giving|leaving) my name|\b(?:don.?t|do not|can.?t|please not) (?:let|have) (?:him|her|them|my \w+|anyone|the \w+) (?:know|find out) (?:it(?:.s| is| was) me|it (?:came|comes) from me|who|about me)|do(?:n.?t| not) (?:use|share|reveal|disclose) my name|keep my name out/iu.test(
    text,
  );

/** Whether somebody speaks of ending their own life. */
export const despairs = (text: string): boolean =>
  /活不(?:下去|了了)|不想活|不如死|想死|寻死|轻生|自杀|一了百了|结束(?:自己|生命|一切)|了结(?:自己|一切)|跳楼|割腕|suicid|kill(?:ing)? myself|(?:end|take) my (?:own )?life|end(?:ing)? it all|want(?:ed)? to die|don.?t want to (?:live|be here|wake up)|(?:no|any) reason to live|better off (?:dead|without me)|can.?t go on living/iu.test(
    text,
  );

/** Whether somebody has had enough of our questions. */
export const wantsNoQuestions = (text: string): boolean =>
  text.length <= 60 &&
  /别(?:再)?(?:问|废话)|不要(?:再)?问|少问|问(?:来问去|个没完|这么多)|哪来(?:那么|这么)多(?:问题|废话)|自己(?:去)?查|(?:stop|quit|enough) (?:asking|with the questions|questions)|no more questions|too many questions|look it up yourself|you have (?:all|everything)/iu.test(
    text,
  );

/** Whether somebody asks if others may complain with them. */
export const asksToJoin = (text: string): boolean =>
  text.length <= 80 &&
  /(?:能|可以|可不可以|行不行).{0,6}(?:也|一起|一块|加入|加进|参加)|(?:也|一起|一块|加入|加进|参加).{0,8}(?:能|可以|行)?[吗么?？]|\bcan (?:he|she|they|others|(?:my|our|the|another) [\w ]{2,20}) (?:also |too )?(?:join|be added|be part|sign|complain)|\b(?:join|add (?:him|her|them|my \w+)) (?:in|to|this|my|our|it)\b.*\?/iu.test(
    text,
  );

/** Whether praise takes a turn: love the app, but … */
export const turns = (text: string): boolean =>
  /\b(?:but|however|although|though|except|until|unfortunately|sadly|shame)\b|但|可是|不过|然而|结果|可惜|偏偏|没想到/iu.test(
    text,
  );

/** Whether somebody takes back what they said before, and says something else. */
export const changesMind = (text: string): boolean =>
  /不是[^，。,.]{1,16}[，,]?(?:而?是)|改(?:成|为|主意)|换成|(?:说|记|写|打|弄|搞|看|听)错|更正|^[哦噢呃啊]?不对[，,]|\bnot what i (?:said|meant|wrote)\b|^(?:算了|不了|等等|等一下)|还是[^，。]{1,12}吧|\b(?:actually|instead|changed my mind|on second thoughts?|i meant|scrap that|too hasty|no,? wait|i beg your pardon|sorry,? (?:it|that|not|since|on (?:the|\w+day)))\b|, not (?:on |since )?(?:the )?(?:\p{Nd}|\w+day\b)|\bnot [^.,]{1,24},? but\b/iu.test(
    text,
  );

/** Whether the words come on top of what was said before. */
export const addsMore = (text: string): boolean =>
  /还有|还要|也(?:要|得|想|请|希望)|另外|加上|顺便|再(?:加|补)|\b(?:also|as well|too|and (?:i|we)|on top|plus|in addition|another thing|besides)\b/iu.test(
    text,
  );

/** Whether the words bring up a further matter beside the one on file. */
export const bringsAnother = (text: string): boolean =>
  /(?:还有|另外|再说|顺便)(?:说|反映|投诉)?(?:一?[个件桩])?(?:别的)?(?:事|问题|情况)|(?:另|别的)(?:一?[个件桩])?(?:事|问题)|(?:单独|另外|分开)(?:报|登记|投诉|反映|提)|\b(?:another|a second|a different|a separate|one more|one other) (?:thing|issue|problem|matter|complaint)\b|\b(?:separately|something else) (?:i|to|that|which|is)\b/iu.test(
    text,
  );

/** Whether somebody who was asked about withdrawing wants it to go on. */
export const wantsKept = (text: string): boolean =>
  /(?:不|别|先别|不要|不想|没(?:有)?(?:想|要|说))(?:要)?(?:撤|关|取消|结束)|(?:继续|接着)(?:处理|办|跟)|留着|\bkeep (?:it|this|mine|the complaint)? ?(?:open|going|on file)\b|\b(?:don.?t|do not|not|never) (?:close|withdraw|cancel|drop|want to (?:close|withdraw|cancel|drop))\b|\b(?:carry|go) on with (?:it|this)\b/iu.test(
    text,
  );

/** Whether there is nothing to read: blanks, marks, or emoji only. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** The person complained for, in the complainant's words; null when it is their own matter (IN-13). */
export const forWhom = (text: string): string | null =>
  /(?:替|代|帮)(?:我们|咱们|我)[\p{Script=Han}]{0,6}?的?((?:收银员|店员|营业员|保洁|保安|司机|师傅|同事|员工|下属|徒弟|室友|房东|租客)[\p{Script=Han}]{0,3}?)(?:来)?(?:投诉|反映|反馈|说)/u.exec(
    text,
  )?.[1] ??
  /(?:替|代|帮)(?:我的?|我们家?)?((?:妈妈?|爸爸?|母亲|父亲|爷爷|奶奶|外公|外婆|老公|老婆|丈夫|妻子|儿子|女儿|孩子|朋友|同事|邻居|父母))(?:来)?(?:投诉|反映|反馈|说)/u.exec(
    text,
  )?.[1] ??
  /\b(?:on behalf of|complaining for|writing for)\s+((?:my|our)\s+[a-z]+(?:[- ]in[- ]law)?)/iu.exec(
    text,
  )?.[1] ??
  null;
