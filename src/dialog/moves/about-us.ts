import { questions } from '../script/questions.ts';
import { type SoFar, seedOf, type TextItem } from './so-far.ts';
import { wordsOf } from './told.ts';

/** What people ask about this talk itself, whatever they complain of; the first that fits is answered. */
const topics = [
  [
    'isBot',
    /(?:你|您|这|对面|那边|那头)(?:到底|究竟|们)?(?:是|算)(?:不是)?(?:个|一个)?(?:机器人?|真人|活人|人工智能|人|ai)|(?:是|算)(?:机器人?|真人|活人|人工智能)(?:吗|么|还是|吧)|(?:您?你?贵姓|(?:你|您)(?:姓什么|叫什么|怎么称呼)|怎么称呼(?:你|您))|\b(?:are|r) (?:you|u) (?:actually |really |even |just )?(?:an? |the )?(?:real |actual |live |human )?(?:person|human|bot|robot|ai|machine|chatbot)\b|\bis (?:this|it|that) (?:just |actually |really )?(?:an? )?(?:real |actual |live )?(?:bot|robot|ai|human|machine|chatbot)\b|\b(?:am i|is this) (?:talking|speaking|chatting|writing) (?:to|with)\b|\bwhat(?:.s| is) your name\b|\bchatgpt\b/iu,
  ],
  [
    'tellsThem',
    /(?:会|要)(?:不会)?(?:告诉|通知|透露给|说给|转告)(?:他|她|店长|经理|领导|老板|对方|别人|本人|他们|公司)|(?:他|她|店长|经理|领导|老板|对方|他们)(?:会|能)(?:不会|不能)?(?:知道|看到|看见|查到)|\bwill (?:you|they|it|this) (?:tell|inform|be shown to|go to) (?:him|her|them|my|the)\b|\b(?:will|can|could) (?:he|she|they|my \w+|the \w+) (?:find out|know|see (?:it|this|that|my)|be told)\b/iu,
  ],
  [
    'whoReads',
    /谁(?:会|能|可以|来)?(?:看|处理|负责看)|给谁看|保密|泄露|隐私|信息安全|\b(?:who (?:else )?(?:will |would |can |is going to |gets to )?(?:reads?|sees?|gets|has access)|(?:is|stay|keep) (?:this|it|that) (?:private|confidential|safe)|confidential|privacy)\b|\bwill (?:anyone|anybody|somebody|someone) (?:actually |really |even |ever )*(?:read|see|look at) (?:this|it|that)\b/iu,
  ],
  [
    'unnamed',
    /(?:能|可以|可不可以|能不能|让不让).{0,6}(?:匿名|不留名|不说名字|不用真名|不实名)|(?:匿名|不留名)(?:可以|行|能)|(?:必须|一定要|要不要|需要)实名|\b(?:can|could|may) (?:i|we|this|it) (?:\w+ ){0,4}(?:anonymous(?:ly)?|without (?:giving |leaving )?(?:my|a|our) name)|\bdo i (?:have|need) to give my (?:real )?name\b/iu,
  ],
  [
    'sendFiles',
    /^(?!.*(?:什么时候|多久|何时|货|快递|包裹|给我)).*(?:怎么|如何|咋|往哪|到哪|能不能|可以|能|要不要|需不需要|需要|用不用).{0,10}(?:发(?:给你|过来|过去|哪|到哪|上来)|上传|传给你|传上)|(?:照片|截图|视频|录音|病历|小票|单据|证据|材料).{0,10}(?:怎么(?:发|传|给)|往哪|发哪|发到哪|要吗|要不要|有用吗|需要吗)|\b(?:(?:how|where) (?:do|can|should|would) i (?:send|upload|attach|share)|(?:can|could|may|shall|should|do you want me to|do i need to|would it help if i) (?:i )?(?:send|upload|attach|share|take) (?:you )?(?:a |an |some |the |my |any )?(?:photos?|pictures?|pics?|screenshots?|videos?|receipts?|documents?|files?|proof|evidence|it|them))\b/iu,
  ],
  [
    'notContent',
    /(?:如果|要是|万一|假如|对).{0,10}(?:不满意|不同意|不认可|不服|处理不好|没解决|解决不了).{0,12}(?:怎么办|怎么样|咋办|呢|找谁|可以)|\b(?:(?:what|where|who) .{0,30}\b(?:not (?:happy|satisfied|ok)|unhappy|disagree|don.?t (?:like|agree|accept))|(?:can|could) i appeal)\b/iu,
  ],
  [
    'nothingMore',
    /(?:就这些|这样就(?:行|可以|好|完)了?|都(?:说|填)(?:完|好)了)吗|(?:还)?(?:需要|要|用)我?(?:再)?(?:做|准备|提供|补充|弄|带|交)(?:点|些)?(?:什么|啥|别的)|我(?:还)?(?:需要|要|得|用)(?:再)?(?:去|跑|来|到)?.{0,8}(?:一趟|营业厅|店里|现场|网点|柜台|你们那|过去)|\bis that (?:all|everything|it)\b|\b(?:(?:will|do|would|must) i (?:have|need) to (?:go|come|visit|travel|bring|call)\b|(?:do|should|must) i (?:need to |have to )?(?:do|send|provide|prepare) (?:anything|something)|(?:is there )?anything (?:else |more )?(?:i (?:need|should|have|can)|you need|needed))\b/iu,
  ],
  [
    'willAct',
    /管不管|有没有人(?:管|处理)|(?:你们|到底|究竟)[^，。]{0,4}(?:能不能|会不会)(?:管|处理|解决)|\b(?:(?:are you|is (?:anyone|anybody|someone)) (?:actually |even |ever )?going to (?:do (?:anything|something)|sort|deal with|look into)|will (?:you|anyone|anybody) (?:actually |even |ever )?(?:do (?:anything|something)|deal with|look into)|do you (?:even |actually )?care)\b/iu,
  ],
  [
    'whatNext',
    /(?:接下来|下一步|然后|后面|之后|后续)(?:呢|会|要|该)?.{0,8}(?:怎么|什么|咋|如何|干什么|做什么|处理)|(?:投诉|流程|这个)(?:是)?(?:怎么|如何)(?:走|处理|弄|办|个流程)|什么流程|(?:走|有)什么程序|\bwhat (?:exactly |actually )?(?:happens?|will happen|is going to happen|comes?|are the (?:next )?steps)(?: (?:now|next|then|after|from here|with|to)|\s*\?|$)|\bwhat(?:.s| is| are) (?:the )?(?:next(?: steps?)?|process|procedure)\b|\bhow (?:do|does|will) (?:\w+ ){0,4}(?:complaints?|process|it|this) works?\b/iu,
  ],
] as const;

const longest = 120;

/** Whether the words ask. */
export const isMarked = (words: string): boolean =>
  /[?？]|吗\s*[,，。.!！~]|[吗呢么]\s*[。.!！~]?$/u.test(words);

/** Topics whose words ask though no mark says so: 照片怎么发给你们. */
const plain: ReadonlySet<string> = new Set(['sendFiles', 'unnamed', 'whatNext', 'willAct']);

/** The answer to a question about ourselves, at any point of a talk: is this a bot, who reads it, what happens next (IN-3). Undefined for other words. */
export const aboutUs = (turn: SoFar, texts: readonly TextItem[]): string | undefined => {
  const words = wordsOf(texts).trim();
  if (words.length > longest) return undefined;
  const topic = topics.find(([, pattern]) => pattern.test(words))?.[0];
  if (topic === undefined || !(isMarked(words) || plain.has(topic))) return undefined;
  const isOnFile = turn.number !== null && turn.dialog.intake === null;
  const key = topic === 'whatNext' && isOnFile ? 'whatNextOnFile' : topic;
  return questions(turn.locale, key, { privacyUrl: turn.input.privacyUrl }, seedOf(turn));
};
