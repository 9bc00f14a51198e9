import type { NumberFound } from './numbers.ts';

/** A bare number that can hardly be anything but money. */
export interface BareMoney {
  readonly value: number;
  readonly currency: string;
  /** Where its words end, a 万 after 多 included. */
  readonly end: number;
}

/** How far around a number words of money are looked for; a longer look would make long texts slow. */
const reach = 200;

interface Around {
  readonly before: string;
  readonly rest: string;
  readonly text: string;
}

/** Words that stand between a number and its unit: 三百多块. */
export const more = /^(?:多|来|余|几| odd|-odd| or so)/;

const spending =
  /(?:月租|[卡账]里(?:还)?[有剩]|余额(?:还)?[有剩]?|结算|结账变|(?<!一)赔偿?|花了?|交了?|付了?|亏了?|扣了?|收了?|退了?|退还|返还|补|要价|欠|损失了?|值|卖|贷款?|充了?|转了?|押金|定金|订金|首付|预付款?|货款|本金|保价|保额|人均|损失|多收|费用?|总价|罚款?|报价|打款|骗了?|盗刷了?|刷了?|氪了?|打了?款|赔了?|一笔|少了|差价|开口就是|欠的?那?|房价|月薪|工资|每月|每年|每人|每位|一个月|一年|标价|原价|售价|变成了?|成了|账单变|结账|工单写|补交|氪金|投了?|借了?|存了?|取了?|掏了?|挣|赚|收费|涨到|降到|买的?|误的|一(?:户|人)摊|限额是?|额度是?|多出来|多的|封顶|加收|[降涨贵省减返垫押缴汇]了|便宜了?|优惠了?|垫付了?|搭进去|砸了|欠了|抠了|昧了|贪了|吞了)(?:我|我们|走|走了|了|是|共|大概|将近|差不多|近|大约|约|整整|得|给|至少|个|上|每人|每位|每户|一共){0,3}$/;
/** After these words even a small bare number is money: 收我28. */
const taking =
  /(?:(?:收|扣|要|找|少找|补|罚|坑|宰|讹|收了|扣了|要了|多收了?|多扣了?|少退了?|退了?|赔了?|给|转)我(?:们)?|扣了?|加收(?:每[人位])?|人均|封顶|账单变|结账|工单写|多出来|多的|一个月|每月|每年|成了|起来)$/;
/** Every fee, price and wage ends in one of these: 物业费2800, 工资三千. */
const ofMoney =
  /(?:[费金款价租钱薪资额]|写着|写的是?|标着|标的|说好|讲好|谈好|团购|活动价|到手|实付|实收|应付|划走|划了|划掉|被划|提到|报的?|要我|面|餐|一(?:碗|份|杯|盘|只|条|双|件|套|个|瓶|盒|斤|单|晚|次|趟|张|节|堂|间|位)[一-鿿]{1,4}|每[节次位晚斤份堂间平])(?:是|要|共|为|才|就|都|:|了|从|涨到|只要|竟然|居然|高达|达|约|整整|得|他们|你们){0,2}$/;
const notOfMoney =
  /(?:基金|现金流|资料|物资|投资人|工资条|额温|平面|里面|外面|上面|下面|前面|后面|全面|画面|页面|墙面|地面|桌面|方面|表面|封面|水面|路面)(?:是|要|共|为|才|就|都|了){0,2}$/;
const standsAlone = /^(?:[,.。!?;、\s]|$|的(?![人话时速概]))/;
const perUnit =
  /^(?:一|每|\/)(?:个月|课时|小时|位|斤|人|个|份|晚|年|月|次|张|盒|瓶|平|天|只|碗|杯|套|度|吨|方|桌|间|节)/;
/** 从68涨到98, 话费从58变成128 */
const rising = /^(?:块|元)?(?:涨|变|改|调|提|降|升|加|扣|打)(?:成|到|为|至)/;
/** 原来68，现在98 */
const once = /(?:原来|现在|原先|以前|如今|去年|今年)(?:是|要|才|只要|就|卖)?$/;
const ofPrices = /[价费贵涨]|一(?:份|碗|斤|杯|晚|次)/;
const buying = /^多?(?:包邮|(?:买|租|拍|盘|请|订|办)(?:的|了|下|来))/;
const sumOf =
  /^多?(?:的)?(?:定金|押金|首付|学费|货款|保证金|本金|存款|贷款|套餐|年卡|月租|话费|代金券|违约金|罚款|茶位费|锅底|年费|月费|门票|封顶)/;
const thing = /^多?的["“「]?(?![人话时速概率是])[一-鿿a-z]/;
const sized = /^的["“「]?(?:鞋|码|尺|寸|裤|腰|屏|电视|内存|胎|汽油|油|网|宽带|角)/;
const countable =
  /(?:第|号|楼|路|期|班|度|点|[:/\-a-z\d]|高铁|航班|电话|热线|打|拨|编号|尾号|年|月|编码|房间?|教室|店|线|版|型号?|打了?|拨打)$/;
/** 好像我欠她八百万: a manner of speaking. */
const figurative = /(?:(?:好像|像|跟|仿佛|似的).{0,4}欠了?|(?:微博|视频|抖音|帖子|笔记).{0,12}转了?).{0,4}$/;
/** Numbers that one calls. */
const hotline = /^(?:110|119|120|122|12315|12345|12378|123\d\d|96315|100(?:00|10|86)|95\d{3}|400\d{7})$/;

const notMoney =
  /^ ?(?:[a-z](?![a-z])|[年月日号天周个次户人名位台件楼栋室米平分钟小点岁斤单条句遍张只双份期季度倍折页层集%％克升辆套款组顿回种级届度瓶盒箱袋棵部把间所支本颗枚根粒]|首(?!付)|am\b|pm\b|hours?|days?|weeks?|months?|years?|minutes?|mins?|times?|people|miles|km|kg|calls?|emails?|-|\/|:|th\b|st\b|nd\b|rd\b|stars?|points?|percent|gb|mb)/;

const looksLikeYear = (value: number, words: string): boolean =>
  /^\d{4}$/.test(words) && value >= 1990 && value <= 2035;

const inChinese = (
  value: number,
  words: string,
  around: { before: string; rest: string; text: string },
): boolean => {
  const { before, rest } = around;
  if (perUnit.test(rest) && value >= 5 && /(?:^|[一-鿿"“「,。!? ])$/.test(before) && !countable.test(before))
    return true;
  if (buying.test(rest) && !countable.test(before) && value >= (rest.startsWith('包邮') ? 1 : 100))
    return true;
  if (/从$/.test(before) && rising.test(rest) && value >= 5) return true;
  if (once.test(before) && value >= 5 && standsAlone.test(rest) && ofPrices.test(around.text)) return true;
  if (notMoney.test(rest.replace(more, ''))) return false;
  const isLarge = value >= 100 || /[百千万亿]/.test(words);
  if (spending.test(before) && (isLarge || (value >= 10 && standsAlone.test(rest)))) return true;
  if (taking.test(before) && value >= 2 && standsAlone.test(rest)) return true;
  const isPriced = ofMoney.test(before) && !notOfMoney.test(before);
  if (isPriced && value >= 10 && standsAlone.test(rest)) return true;
  if (/[(（]$/.test(before) && /^[)）]/.test(rest) && /^\d{3,6}$/.test(words)) return true;
  if (sumOf.test(rest) && value >= 10 && !countable.test(before)) return true;
  if (/万|w$/.test(words) && /^多?(?:$|[,.。!?;、\s]|[啊呢吧呀哪是])/.test(rest)) return value >= 50;
  return (
    thing.test(rest) &&
    !(sized.test(rest) && value < 3000) &&
    !countable.test(before) &&
    (/\d/.test(words) ? value >= 20 : value >= 100)
  );
};

/** A sum in a clause of its own, after words of money: 停业不退费，8800，…… */
const isOwnClause = (value: number, { before, rest }: { before: string; rest: string }): boolean =>
  value >= 100 && /(?:费|钱|退款?|赔|款|价).{0,6}[,，。;]$/.test(before) && /^[,，。;!]/.test(rest);

const spendingEn =
  /(?:cost(?:s|ing)?|paid|pay|paying|charged?|spent|lost|losing|owed?s?|refund(?:ed)?|worth|deposit of|fee of|bill (?:of|was|is)|out of|for over|scammed (?:me )?(?:out )?of|compensation of|price of|me back|quoted|advertised(?: at)?|priced at|fined|deducted|billed|overcharged|short by|invoiced|refunded|credited|debited|withdrew|took out|take out|dispensed|offered|dropped|knocked off|short|froze|pocketed|stole|came to|comes to|agreed) (?:me |us |you |over |about |around |nearly |almost |a |up to |another |an extra |more than |the |just |at |by ){0,3}$/;
const pricedEn =
  /\b(?:fee|deposit|bill|price|rent|premium|excess|fine|charge|total|refund|balance|payment|cost|fare|salary|wages?|voucher|subscription|quote|estimate|bonus|pension|loan|mortgage|instal?ment|penalty)s?(?:: | (?:of|was|is|were|came to|comes to|went from|went up to|rose to|at|from|up to|comes out at) )(?:just |only |about |around |over |nearly |exactly ){0,2}$/;
const endsEn =
  /^(?:[,;!?)]|\.(?!\d)|$| (?:for|and|back|so far|each|altogether|in total|in cash|upfront|up front|extra|plus|on|just|last|this|then|total|already|instead|when|but|to (?:get|have|fix|repair|be))\b)/;
const perUnitEn = /^ ?(?:a|per|each|every|\/) ?(?:month|year|week|night|person|head|day|hour|pop|mo)\b/;

const takenEn =
  /\b(?:took|taken|takes?|taking|pulled|skimmed|docked|knocked) (?:another |over |about |an extra )?$/;
const sumOfEn =
  /^ (?:deposit|bond|fee|fine|refund|charge|penalty|excess|premium|loan|voucher|payment|overdraft|surcharge|bill|invoice)\b/;

/** In a text that names its money once, 12.50 is money too. */
const named = /[£€$]|\b(?:quid|pounds?|dollars?|bucks|euros?|pence|cents)\b/;

const inEnglish = (
  value: number,
  words: string,
  around: { before: string; rest: string; text: string },
): boolean => {
  const { before, rest } = around;
  if (/grand$/.test(words)) return true;
  if (takenEn.test(before) && /^ (?:off|from|out of)\b/.test(rest) && value >= 5) return true;
  if (sumOfEn.test(rest) && value >= 20 && /^[\d,]+k?$/.test(words) && !/[-#:/.\d]$/.test(before))
    return true;
  if (
    perUnitEn.test(rest) &&
    (value >= 10 || /\.\d\d$/.test(words)) &&
    /^[\d,.]+$/.test(words) &&
    !/[:.\d]$/.test(before)
  )
    return true;
  if (notMoney.test(rest)) return false;
  if (/^\d[\d,]*\.\d\d$/.test(words) && named.test(around.text) && !/(?:v|version|at|:) ?$/.test(before))
    return true;
  if (
    /\b(?:gave|given|got|returned|handed) (?:me|us|back) $/.test(before) &&
    value >= 10 &&
    named.test(around.text)
  )
    return /^\d/.test(words) && endsEn.test(rest);
  if (!spendingEn.test(before) && !pricedEn.test(before)) return false;
  if (/k$|thousand|hundred/.test(words) || /^\d[\d,]*\.\d\d$/.test(words)) return true;
  return value >= 20 && /^\d/.test(words) && endsEn.test(rest);
};

/** 120 is an ambulance, but not behind 补差价 or 'refunded'. */
const afterMoney = (before: string): boolean =>
  spending.test(before) || taking.test(before) || ofMoney.test(before) || spendingEn.test(before);

const moneyTalk =
  /[费钱价款元块贵]|[充付扣退赔]|收我|多收|[£€$]|\b(?:paid|pay|charged?|refund(?:ed)?|price|bill(?:ed)?|fees?|costs?|quoted?|invoice|rent|deposit|fare|premium|pounds?|quid|dollars?|bucks|euros?)\b/;
const counted =
  /(?:第|号|楼|路|期|班|度|点|[:/\-#&a-z\d.]|高铁|航班|电话|热线|打|拨|编号|尾号|年|月|日|码|房间?|教室|店|线|版|型号?|单号?|会员|关|级|岁|满|共|才|有|百分之|不到|超过|等了|近|约|之|零下|温|量|数|排名?|分|周|频道|时速|网速|宽带|测速|信号|电量|电|体重|身高|血压|血糖|心率|大小|尺寸|码数|活到|今年|才|快|都|已经?|里|走|跑|妈|爸|奶|爷|老伴|母亲|父亲|[她他]|化|数到|看是|打是|写的)$/;
const countedEn =
  /(?:\b(?:rooms?|pages?|levels?|number|no\.?|ref(?:erence)?|orders?|flights?|gate|row|seat|platform|bus|route|lines?|aged?|i'?m|am|at|by|on|until|till|since|day|week|year|chapter|step|version|size|unit|flat|apartment|apt|building|block|code|option|channel|rule|section|clause|ticket|case|claim|is|was|turned|turns|before|after|of|the|in|about|around|like|hit|only|all|under|over|nearly|almost|past|over|and|or|to|my|one|than|last|first|next|dial|call(?:ed)?|rang|text|post|zip|area|round|windows|ios|android|model|series|type|group|team|score[sd]?|took|waited|speed|volume|page|floor|for|from|with|has|have|had|are|we|us|them|up|down|out|via|channel|terminal|carriage|coach|locker|pump|aisle|checkout|desk|window|door|line|tram|train|road|route|exit|junction|bay|pitch|plot|house|zone|stage|phase|tier|grade|form|box|item|article|lot|part|batch|been|ending|paragraph|reach(?:es|ed)?|won|degrees?) |[-#:/.\d a-z]{0}[#:/.\d-])$/;

/** Where money is talked of, a number in a clause of its own that counts nothing and names nothing is a sum. */
const isLeftOver = (value: number, words: string, { before, rest, text }: Around): boolean => {
  if (value < 10 || !moneyTalk.test(text)) return false;
  const isChinese = /[一-鿿"“「]$/.test(before);
  if (isChinese)
    return (
      (/^\d/.test(words) || /[十百千万]/.test(words)) &&
      /^多?(?:起|整)?(?:$|[,.。!?;、)])/.test(rest) &&
      !counted.test(before) &&
      !figures.test(words)
    );
  return (
    /^\d[\d,]*(?:\.\d\d)?k?$/.test(words) &&
    /[a-z] $/.test(before) &&
    /^(?:[,;!?)]|\.(?!\d)|$)/.test(rest) &&
    !countedEn.test(before)
  );
};
/** 一百, 一万: manners of speaking more often than sums. */
const figures = /^[一两]?[百千万]$/;

const currencyHere = (text: string): string =>
  /£|\b(?:quid|pounds?|gbp)\b/.test(text) ? 'GBP' : /€|\beuros?\b/.test(text) ? 'EUR' : 'USD';

/**
 * Money without its unit: after a word of paying (赔我两万, 'cost me 3k'), before what it buys (129的口红), by the unit
 * (48一位, '899 a month'). Small bare numbers are left alone.
 */
export const bareMoney = (text: string, number: NumberFound): BareMoney | null => {
  const around = {
    before: text.slice(Math.max(0, number.start - 40), number.start),
    rest: text.slice(number.end, number.end + 14),
    text: text.slice(Math.max(0, number.start - reach), number.end + reach),
  };
  const words = text.slice(number.start, number.end);
  const isCalled = hotline.test(words) && (number.value > 999 || !afterMoney(around.before));
  if (isCalled || looksLikeYear(number.value, words) || figurative.test(around.before)) return null;
  const scaled = /^(?:多|来|几)?万/.exec(around.rest);
  const value = scaled && !words.includes('万') ? number.value * 10000 : number.value;
  if (
    inChinese(value, words, around) ||
    isOwnClause(value, around) ||
    (/[一-鿿]/.test(around.before) && isLeftOver(value, words, around))
  )
    return { value, currency: 'CNY', end: number.end + (scaled?.[0].length ?? 0) };
  if (inEnglish(number.value, words, around) || isLeftOver(number.value, words, around))
    return { value: number.value, currency: currencyHere(text), end: number.end };
  return null;
};
