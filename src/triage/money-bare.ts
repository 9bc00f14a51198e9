import { isBareInChinese, ofMoney, spending, taking } from './money-bare-chinese.ts';
import { isBareInEnglish, spendingEn } from './money-bare-english.ts';
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

/** A number with what stands around it. */
export interface Bare {
  readonly value: number;
  /** As it is written. */
  readonly words: string;
  readonly before: string;
  readonly rest: string;
  /** Some sentences to both sides. */
  readonly text: string;
  /** Whether another sum of the text is sure. */
  readonly isPriced: boolean;
}

/** Words that stand between a number and its unit: 三百多块. */
export const more = /^(?:多|来|余|几|出头| odd|-odd| or so|-something| something|-ish)/;

/** 好像我欠她八百万: a manner of speaking. */
const figurative =
  /(?:假一[罚赔赠]|(?:电量|信号|里程|公里数|排名|快门数?|步数|播放量|库存|余票|人数|高压|低压|血氧|血压|血糖|心率|体温|测得|测出来?)[^,。;]{0,8}|乘以?|除以|(?:好像|像|跟|仿佛|似的).{0,4}欠了?|(?:微博|视频|抖音|帖子|笔记).{0,12}转了?).{0,4}$/;
/** Seven fifty: 7.50 or 750. */
const clippedEn =
  /^(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|\w+teen)[ -](?:ten|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b/;
/** Numbers that one calls. */
const hotline = /^(?:110|119|120|122|12315|12345|12378|123\d\d|96315|100(?:00|10|86)|95\d{3}|400\d{7})$/;

const notMoney =
  /^(?!只[退给剩赔还够能肯]) ?(?:(?!(?<= )[ai](?![a-z]))[a-z](?![a-z])|[年月日号天周个次户人名位台件楼栋室米平分钟小点岁斤单条句遍张只双份期季度倍折页层集%％克升辆套款组顿回种级届度瓶盒箱袋棵部把间所支本颗枚根粒兆项]|首(?!付)|am\b|pm\b|hours?|days?|weeks?|months?|years?|minutes?|mins?|times?|people|miles|km|kg|calls?|emails?|-|\/|:|th\b|st\b|nd\b|rd\b|stars?|points?|percent|gb|mb)/;

const looksLikeYear = (value: number, words: string): boolean =>
  /^\d{4}$/.test(words) && value >= 1990 && value <= 2035;

/** 就这盘土豆丝，五十八 */
const ofThis =
  /[这那一](?:碗|份|杯|盘|件|条|双|张|套|瓶|盒|顿|桌|盆|袋|壶|锅|串|支|把|束|口)[^,，。!?\d一二三四五六七八九]{1,8}[,，]$/;

/** A sum in a clause of its own, after words of money: 停业不退费，8800，…… */
const isOwnClause = ({ value, words, before, rest }: Bare): boolean =>
  value >= 10 &&
  /^(?:多|来|出头)?(?:[,，。;!]|$)/.test(rest) &&
  ((ofThis.test(before) && /\d|[十百千]/.test(words)) || value >= 100) &&
  (ofThis.test(before) ||
    /(?:费|钱|退款?|赔|款|价).{0,6}[,，。;]$/.test(before) ||
    (/(?:[买卖购订办租入下拍]了?|报[了的]).{1,16}[,，]$/.test(before) &&
      /^(?:\d{3,6}|.*[百千万].*)$/.test(words)));

/** 120 is an ambulance, but not behind 补差价 or 'refunded'. */
const afterMoney = (before: string): boolean =>
  spending.test(before) || taking.test(before) || ofMoney.test(before) || spendingEn.test(before);

const moneyTalk =
  /[费钱价款贵]|(?<![单公次纪日美欧])元|块(?![石玻板头地儿])|[充付扣退赔]|收了?我|多收|[要卖]了?我|套餐|结账|结算|充值|工资|[£€$]|\b(?:paid|pay|charged?|refund(?:ed)?|price|bill(?:ed)?|fees?|costs?|quoted?|invoice|rent|deposit|fare|premium|pounds?|quid|dollars?|bucks|euros?)\b/;
const counted =
  /(?:第|号|楼|路|期|班|度|点|[:/\-#&a-z\d.]|高铁|航班|电话|热线|打|拨|编号|尾号|年|月|日|单元|元|栋|幢|座|室|码|房间?|教室|店|线|版|型号?|单号?|会员|关|级|岁|满|共|才|有|百分之|不到|超过|等了|近|约|之|零下|温|量|数|排名?|分|周|频道|时速|网速|宽带|测速|信号|电量|电|体重|身高|血压|血糖|心率|大小|尺寸|码数|活到|今年|才|快|都|已经?|里|走|跑|妈|爸|奶|爷|老伴|母亲|父亲|[她他]|化|数到|看是|打是|写的|数去|前|转发|点赞|评论|收藏|浏览|播放|粉丝?|阅读)$/;
/** Beside a sure sum 才, 要, 只 and the like are no counting words. */
const countedBesides = new RegExp(
  counted.source
    .replace('|年|月|日|', '|年|日|')
    .replace('|满|共|才|有|', '|满|')
    .replace('|才|快|都|', '|快|')
    .replace('|不到|超过|等了|近|约|', '|等了|')
    .replace('|妈|爸|奶|爷|老伴|母亲|父亲|[她他]|', '|妈|爸|奶|爷|'),
);
const countedEn =
  /(?:\b(?:rooms?|pages?|levels?|number|no\.?|ref(?:erence)?|orders?|flights?|gate|row|seat|platform|bus|route|lines?|aged?|i'?m|am|at|by|on|until|till|since|day|week|year|chapter|step|version|size|unit|flat|apartment|apt|building|block|code|option|channel|rule|section|clause|ticket|case|claim|is|was|turned|turns|before|after|of|the|in|about|around|like|hit|only|all|under|over|nearly|almost|past|over|and|or|to|my|one|than|last|first|next|dial|call(?:ed)?|rang|text|post|zip|area|round|windows|ios|android|model|series|type|group|team|score[sd]?|took|waited|speed|volume|page|floor|for|from|with|has|have|had|are|we|us|them|up|down|out|via|channel|terminal|carriage|coach|locker|pump|aisle|checkout|desk|window|door|line|tram|train|road|route|exit|junction|bay|pitch|plot|house|zone|stage|phase|tier|grade|form|box|item|article|lot|part|batch|been|ending|circulation|population|capacity|mileage|paragraph|reach(?:es|ed)?|won|degrees?) |[-#:/.\d a-z]{0}[#:/.\d-])$/;

/** Where money is talked of, a number in a clause of its own that counts nothing and names nothing is a sum. */
const isLeftOver = ({ value, words, before, rest, text, isPriced }: Bare): boolean => {
  if (!isPriced && /\bweigh|\boverweight\b/.test(text)) return false;
  if ((value < 10 && !(isPriced && /\.\d/.test(words))) || !(isPriced || moneyTalk.test(text))) return false;
  const isChinese = /[一-鿿"“「]$/.test(before);
  if (isChinese)
    return (
      (/^\d/.test(words) || /[十百千万]/.test(words)) &&
      /^(?:多|出头)?(?:起|整)?[呢啊吧吗呀啦嘛哦]?(?:$|[,.。!?;、)])/.test(rest) &&
      !(isPriced ? countedBesides : counted).test(before) &&
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

/** The currency that a text in English speaks of. */
export const currencyHere = (text: string): string =>
  /£|\b(?:quid|pounds?|gbp|pence)\b/.test(text) ? 'GBP' : /€|\beuros?\b/.test(text) ? 'EUR' : 'USD';

/** What is written in one of the two ways only is read in that way only. */
const han = /[一-鿿]/;
const latin = /[a-z]/;

/**
 * Money without its unit: after a word of paying (赔我两万, 'cost me 3k'), before what it buys (129的口红), by the unit
 * (48一位, '899 a month'). Small bare numbers are left alone.
 */
export const bareMoney = (text: string, number: NumberFound, isPriced: boolean): BareMoney | null => {
  const words = text.slice(number.start, number.end);
  const before = text.slice(Math.max(0, number.start - 40), number.start);
  const rest = text.slice(number.end, number.end + 48).replace(/^-?ish\b/, '');
  const isCalled = hotline.test(words) && (number.value > 999 || !afterMoney(before));
  const isNone =
    isCalled ||
    clippedEn.test(words) ||
    /百分之$/.test(before) ||
    /^0\d/.test(words) ||
    /[a-z]$/.test(before) ||
    figurative.test(before);
  if (isNone || (looksLikeYear(number.value, words) && !afterMoney(before))) return null;
  const scaled = /^(?:多|来|几)?万/.exec(rest);
  const value = scaled && !words.includes('万') ? number.value * 10000 : number.value;
  const bare = {
    value,
    words,
    before,
    rest,
    text: text.slice(Math.max(0, number.start - reach), number.end + reach),
    isPriced,
  };
  const isCounted = notMoney.test(rest.replace(more, ''));
  const around = before + rest;
  const isChinese = han.test(around) && (isBareInChinese(bare, isCounted) || isOwnClause(bare));
  if (isChinese || (/[一-鿿]/.test(before) && isLeftOver(bare)))
    return { value, currency: 'CNY', end: number.end + (scaled?.[0].length ?? 0) };
  if ((latin.test(around + words) && isBareInEnglish(bare, notMoney.test(rest))) || isLeftOver(bare))
    return { value: number.value, currency: currencyHere(text), end: number.end };
  return null;
};
