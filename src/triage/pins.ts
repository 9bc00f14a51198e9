import { daysIn } from './days.ts';
import { stem } from './hashing.ts';
import { matches } from './matches.ts';
import type { SamenessWords } from './sameness-words.ts';

/** A text as pins are looked for in it. */
export interface Told {
  readonly text: string;
  /** Folded for matching, numerals as digits. */
  readonly folded: string;
  /** Instant the text came, for 'yesterday'. */
  readonly at?: string | undefined;
}

const digits = '零一二三四五六七八九';
const worth = (digit: string): number => (digit === '两' ? 2 : Math.max(0, digits.indexOf(digit)));
const inDigits = (numeral: string): string => {
  const [tens = '', ones] = numeral.split('十');
  if (ones === undefined) return [...numeral].map(worth).join('');
  return String((tens === '' ? 1 : worth(tens)) * 10 + worth(ones));
};
/** Small Chinese numerals before a counter as digits: 三号楼, 十二月, 二十四度. */
export const withDigits = (folded: string): string =>
  folded.replace(
    /[一二两三四五六七八九]?十?[一二三四五六七八九](?=号|栋|幢|座|楼|层|期|单元|月|日|年级|班|度|路公|食堂)|[一二三四五六七八九]?十(?=号|栋|幢|座|楼|层|期|单元|月|日|度)/g,
    inDigits,
  );

/** Where something stands or runs, by number. Each kind parts two matters by itself: another building is another matter. */
const numbered: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['building', /(\d{1,4})(?:号楼|栋|幢|座(?!位)|号?梯)/g],
  ['building', /\b(?:building|block|tower) ([a-z]|\d{1,4})\b/g],
  ['unit', /(\d{1,3})单元/g],
  ['room', /(\d{3,4})(?:室|房(?!间))/g],
  ['room', /\b(?:room|apartment|apt|flat|unit) #?(\d{1,4}[a-z]?)\b/g],
  ['floor', /(?<![\d号])(\d{1,2})(?:楼|层)/g],
  ['floor', /\b(?:floor|level|deck) (\d{1,2})\b/g],
  ['floor', /\b(\d{1,2})(?:st|nd|rd|th) floor\b/g],
  ['phase', /(\d{1,2})期/g],
  ['gate', /([东南西北]{1,2})(?:大)?门/g],
  ['route', /\b([a-z]?\d{1,4})(?:路(?:公交|车)?|号线)/g],
  ['route', /\b(?:flight|train|bus|route|line|number|no\.?) #?([a-z]{0,2} ?\d{1,5})\b(?! ?(?:%|pm|am))/g],
  ['route', /\b(\d{1,3}) bus\b/g],
  ['desk', /(\d{1,2})号(?:窗|柜|枪|机|厅|桌|口)/g],
  ['desk', /\b(?:till|window|pump|charger|screen|coach|desk|counter|pitch) (?:no\.? )?(\d{1,2}|[a-h])\b/g],
  ['batch', /\b(?:batch|lot)(?: no\.?| number)? ?([a-z]?\d{2,})/g],
  ['batch', /(?:批号|第)?(?<=批号|第)([a-z]?\d{3,})(?:批)?|([a-z]?\d{3,})批/g],
  ['model', /\b(?=[a-z]*\d)(?=\d*[a-z])([a-z]{1,4}\d{1,12}[a-z]?)\b/g],
  ['order', /(?<![\d.:])(\d{2,4}-\d{4,}|\d{6,})(?![\d.:])/g],
  ['sum', /[¥£$€]\s?(\d{2,6})\b|\b(\d{2,6})(?:块|元|pounds|quid|euros|dollars)/g],
];
const notModel = /^(?:\d+(?:st|nd|rd|th)|4s|[2-5]g|mp\d|h5|b2b|a4|covid.*|ps\d)$/;

const numbersIn = (folded: string): string[] =>
  numbered.flatMap(([kind, pattern]) =>
    matches(folded, pattern).flatMap((match) => {
      const value = (match[1] ?? match[2] ?? '').replace(/[ -]/g, '');
      return value === '' || (kind === 'model' && notModel.test(value)) ? [] : [`${kind}:${value}`];
    }),
  );

/** A code written apart: 'ZB 702', 'BA 117'. */
const apartCode = /\b([A-Z]{2,3}) (\d{3,5})\b/g;
/** The day of an update is told by hardly anybody, yet all who write after it mean the same one. */
const releasePattern =
  /更新|升级|新版|\b(?:updat(?:e[ds]?|ing)|upgrad(?:e[ds]?|ing)|new version|latest version|release)\b/;

const surnames =
  '赵钱孙李周吴郑王冯陈杨朱许何吕张孔曹严金魏姜谢苏潘范彭马方任袁柳史唐薛雷贺汤罗郝安常于傅康余顾孟黄萧尹姚邵汪毛戴宋熊纪项董梁杜阮蓝季贾江郭梅林徐邱高夏蔡田胡霍万卢丁邓洪石崔龚程陆曾沈韩秦侯叶白黎温谭廖邹易段';
const staffName = new RegExp(
  `(?:小|老|姓)([${surnames}])(?![区学])|([${surnames}])(?:姓|某|经理|教练|老师|师傅|医生|主任|店长|女士|先生|小姐)`,
  'g',
);
const peopleIn = (folded: string): string[] =>
  matches(folded, staffName).map(([, one, other]) => `person:${one ?? other ?? ''}`);

const codesIn = (text: string): string[] =>
  matches(text, apartCode).map(([, letters = '', number]) => `model:${letters.toLowerCase()}${number}`);

const placeNoun =
  'house|court|tower|towers|street|road|lane|avenue|square|gardens|park|plaza|mall|primary|academy|hotel|inn|gym|depot|bridge|island|terrace|close|crescent|garage|clinic|chemist|pharmacy|spa|nursery|estate|heights|lodge|view|rise|quay|wharf|station|airport|library|school|branch|store|shop|kiosk|cinema|church|hospital|services|restaurant|centre|center|stadium|festival|fest|tours|studio';
const isPlaceNoun = new RegExp(`^(?:${placeNoun})$`);
const lowerPlace = new RegExp(`\\b([a-z][a-z']{2,}) (?:${placeNoun})\\b`, 'g');
const nameRun = /[A-Z][A-Za-z'’]+(?: (?:of |and |& |the )?[A-Z][A-Za-z'’]+)*/g;
const notName =
  /^(?:and|the|of|i|i'm|i've|app|instructor|gcse|internet|mon|tue|tues|wed|thu|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|new|year|day|mr|mrs|ms|dr|st|miss|dad|mum|my|your|our|english|chinese|flight|row|screen|deck|coach|batch|order|terminal|year|level|valentine|mother|mothering|black|wifi)$/;

/** What opens a sentence may be a name or not: it counts for less. */
const headPattern = /(?:^|[.!?]\s+)([A-Z][a-z']{4,})(?=[ ,:])/g;
const headsIn = (text: string, words: SamenessWords): string[] =>
  matches(text, headPattern)
    .map(([, word = '']) => word.toLowerCase())
    .filter((word) => isNameWord(word) && !words.isEveryday(word))
    .map((word) => `head:${stem(word)}`);

const isNameWord = (word: string): boolean =>
  word.length > 2 &&
  !notName.test(word) &&
  !isPlaceNoun.test(word) &&
  !/^[a-z]+'(?:ve|re|ll|d|m)$/.test(word);

/** Names in capitals that no full stop explains, and what stands before a noun of places; 'Willow Court' is called willow. */
const namesIn = ({ text, folded }: Told, { isEveryday }: SamenessWords): string[] => {
  const letters = text.replace(/[^A-Za-z]/g, '');
  const isShouted = letters.replace(/[^A-Z]/g, '').length * 2 > letters.length;
  const runs = isShouted ? [] : matches(text, nameRun);
  const capital = runs.flatMap((match) => {
    const words = match[0].toLowerCase().replaceAll('’', "'").split(' ');
    const isFirst = /(?:^|[.!?:;\n"(]\s*|-\s+)$/.test(text.slice(0, match.index));
    const rest = new RegExp(`^ (?:${placeNoun})\\b`).test(text.slice(match.index + match[0].length));
    return words.filter(
      (word, index) =>
        isNameWord(word) && !(isFirst && index === 0 && (isEveryday(word) || (words.length === 1 && !rest))),
    );
  });
  const small = matches(folded, lowerPlace)
    .map(([, word = '']) => word)
    .filter((word) => isNameWord(word) && !isEveryday(word));
  const known = [...capital, ...small];
  // 'Mill Road', 'Park Lane': everyday words that are names because a street follows.
  const streets = [
    ...matches(
      text,
      /\b([A-Z][a-z']+) (?:House|Court|Tower|Street|Road|Lane|Avenue|Square|Gardens|Hall|Line|line)\b/g,
    ),
  ]
    .map(([, word = '']) => word.toLowerCase())
    .filter((word) => !notName.test(word));
  return [...known, ...streets].map((word) => `name:${stem(word)}`);
};

const placeEnd =
  '路|街|苑|园|里|轩|湾|府|小区|花园|家园|公馆|大厦|广场|商场|百货|酒店|医院|小学|中学|幼儿园|驾校|健身|影楼|旅行社|培训|英语|银行|支行|营业厅|厅|景区|村|服务区|加油站|图书馆|体育馆|影城|养老院|餐厅|饭店|药店|超市|机场|车站|校区|网点|音乐节|滑雪场|楼|阁|岛|城|美容|搬家|瑜伽|店|桥|站|专柜';
const placePattern = new RegExp(`([一-鿿]{2,6}?)(?:${placeEnd})`, 'g');
/** What may stand before the name of a place without being part of it. */
const placeNoise =
  /^.*(?:在|到|去|来|从|的|了|你们|我们|咱们|位于|那家|这家|整个|现在|目前|附近|旁边|昨天|昨晚|昨日|昨夜|今天|今早|我家|你家|上午|下午|晚上|早上|路过)/;
/** Single characters that begin a name as often as they stand before one. */
const softNoise = /^.*[住是和跟说家号日月天全本某新订花看买坐]/;
const orWhole = (cut: string, whole: string): string => (cut.length < 2 ? whole : cut);
const notPlace =
  /^(?:门|酒|小|餐|超|广|公|医|机|哪|那|这|车|手|心|家|店|网|物业|客服|一|二|两|三|几|每|各|整|线|马|有|没|不|高|快递|直播|房|会员|电|城|我|孩子|老人)+$/;
const quoted = /[“"《「]([一-鿿]{2,6})[”"》」]/g;
const isPlaceEnd = new RegExp(`(?:${placeEnd})$`);
const placesIn = (folded: string): string[] => {
  const titles = matches(folded, quoted).map(([, title = '']) => `place:${title.slice(0, 4)}`);
  const places = matches(folded, placePattern).flatMap(([, found = '']) => {
    const clean = found.replace(placeNoise, '');
    const bare = orWhole(clean.replace(softNoise, ''), clean);
    const name = orWhole(bare.replace(isPlaceEnd, ''), bare);
    return name.length < 2 || notPlace.test(name) ? [] : [`place:${name.slice(-4)}`];
  });
  return [...titles, ...places];
};

/** What pins a complaint down, as `kind:value`: places, names, numbers of buildings and routes, codes, days. */
export const pinsOf = ({ text, folded, at }: Told, words: SamenessWords): readonly string[] => [
  ...numbersIn(folded),
  ...codesIn(text),
  ...namesIn({ text, folded }, words),
  ...headsIn(text, words),
  ...placesIn(folded),
  ...peopleIn(folded),
  ...(releasePattern.test(folded) ? ['release:new'] : []),
  ...daysIn(folded, at),
];
