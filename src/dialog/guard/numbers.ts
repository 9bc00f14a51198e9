import { matches } from '../../triage/matches.ts';
import { readChineseNumber, readEnglishNumber } from '../../triage/numbers.ts';

/** A number, amount, date or time as it stands in a text. */
export type Stated =
  | { readonly kind: 'id'; readonly text: string; readonly key: string }
  | {
      readonly kind: 'date';
      readonly text: string;
      readonly year: number | null;
      readonly month: number | null;
      readonly day: number;
    }
  /** `half`: said without morning or afternoon, so it may be either. */
  | { readonly kind: 'time'; readonly text: string; readonly minutes: number; readonly half: boolean }
  /** A day named by its distance or its place in the week: 明天, next Friday. */
  | { readonly kind: 'day'; readonly text: string }
  | { readonly kind: 'amount'; readonly text: string; readonly value: number; readonly currency: string }
  | { readonly kind: 'span'; readonly text: string; readonly value: number }
  | { readonly kind: 'number'; readonly text: string; readonly value: number };

type Reader = (match: RegExpExecArray) => Stated | null;

const num = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const zhNum = '[零一二两三四五六七八九十百千万亿半]{1,12}';
const enNum =
  '(?:(?:an? )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|couple of|few)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine|hundred|thousand))*)';
const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const monthWord = `(?:${months})(?:[a-z]+|\\.(?=\\s\\d))?`;

const readValue = (text: string): number => {
  const plain = text.replaceAll(',', '').trim();
  if (/^\d+(?:\.\d+)?$/u.test(plain)) return Number(plain);
  return /[a-z]/iu.test(plain) ? readEnglishNumber(plain.toLowerCase()) : readChineseNumber(plain);
};

const scaled = (value: number, scale: string | undefined): number => {
  const factors: Readonly<Record<string, number>> = {
    k: 1000,
    m: 1e6,
    百: 100,
    千: 1000,
    万: 10000,
    亿: 1e8,
  };
  return value * (factors[(scale ?? '').toLowerCase()] ?? 1);
};

const currencies: readonly (readonly [RegExp, string])[] = [
  [/美元|usd|\$|dollar/iu, 'USD'],
  [/欧元|eur|€/iu, 'EUR'],
  [/英镑|gbp|£|pound/iu, 'GBP'],
  [/港[币元]|hkd/iu, 'HKD'],
  [/[元块圆角毛分]|人民币|rmb|cny|yuan|[¥￥]/iu, 'CNY'],
];
const currencyOf = (text: string): string => currencies.find(([mark]) => mark.test(text))?.[1] ?? '';

const group = (match: RegExpExecArray, name: string): string => match.groups?.[name] ?? '';

const date: Reader = (match) => {
  const month = group(match, 'word')
    ? months.split('|').indexOf(group(match, 'word').slice(0, 3).toLowerCase()) + 1
    : readValue(group(match, 'month') || '0');
  const day = readValue(group(match, 'day') || '0');
  const year = group(match, 'year') ? Number(group(match, 'year')) : null;
  if (day < 1 || day > 31 || month > 12) return null;
  return { kind: 'date', text: match[0], year, month: month === 0 ? null : month, day };
};

const time: Reader = (match) => {
  const hour = readValue(group(match, 'hour'));
  const part = group(match, 'part').toLowerCase();
  const rest = group(match, 'minute');
  const minute = /半/u.test(rest) ? 30 : /一刻/u.test(rest) ? 15 : Number(rest.replaceAll(/\D/gu, '') || '0');
  if (hour > 24 || minute > 59) return null;
  const late = /下午|晚|傍晚|p/u.test(part) && hour < 12;
  const early = /凌晨|a/u.test(part) && hour === 12;
  const shown = late ? hour + 12 : early ? 0 : hour;
  return { kind: 'time', text: match[0], minutes: shown * 60 + minute, half: part === '' && hour <= 12 };
};

const amount: Reader = (match) => ({
  kind: 'amount',
  text: match[0],
  value: scaled(readValue(group(match, 'value')), group(match, 'scale')),
  currency: currencyOf(match[0]),
});

const span: Reader = (match) => ({ kind: 'span', text: match[0], value: readValue(group(match, 'value')) });

/** 356.80 is money, though nobody wrote which. */
const number: Reader = (match) => {
  const value = readValue(group(match, 'value'));
  return /\.\d{2}$/u.test(match[0])
    ? { kind: 'amount', text: match[0], value, currency: '' }
    : { kind: 'number', text: match[0], value };
};

/** Readers in order; what one has read the next ones do not see. */
const readers: readonly (readonly [RegExp, Reader])[] = [
  [/https?:\/\/\S+|(?:^|\n)\s*\d{1,2}[.)、]\s/gu, () => null],
  [
    /(?<![A-Za-z0-9])(?=[A-Za-z0-9-]*[A-Z])(?=[A-Za-z0-9-]*\d{3})[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*(?![A-Za-z0-9])/gu,
    (match) => ({ kind: 'id', text: match[0], key: match[0].toLowerCase() }),
  ],
  [/(?<year>\d{4})\s?[-/.年]\s?(?<month>\d{1,2})\s?[-/.月]\s?(?<day>\d{1,2})\s?[日号]?/gu, date],
  [
    /(?:(?<year>\d{4})年)?(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s?月\s?(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s?[日号]?(?!\p{N})/gu,
    date,
  ],
  [
    new RegExp(
      `\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<word>${monthWord})(?:,? (?<year>\\d{4}))?(?![a-z])`,
      'giu',
    ),
    date,
  ],
  [
    new RegExp(`\\b(?<word>${monthWord}) (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\\d{4}))?\\b`, 'giu'),
    date,
  ],
  [/(?<![\d./])(?<month>\d{1,2})\/(?<day>\d{1,2})(?![\d/])/gu, date],
  [/(?<!\d)(?<day>\d{1,2})[号日](?![楼线门机店柜窗仓库单])/gu, date],
  [
    /(?<part>上午|下午|早上|晚上|中午|凌晨|傍晚)?\s?(?<!\d)(?<hour>\d{1,2}):(?<minute>\d{2})(?::\d{2}(?:\.\d+)?)?(?:\s?(?<part2>[ap])\.?m\b\.?)?/giu,
    (match) => time(withPart(match)),
  ],
  [/\b(?<hour>\d{1,2})\s?(?<part>[ap])\.?m\b\.?/giu, time],
  [
    /(?<part>上午|下午|早上|晚上|中午|凌晨|傍晚|今晚|明晚)\s?(?<hour>\d{1,2}|[一二两三四五六七八九十]{1,2})[点时](?<minute>半|一刻|\d{1,2}分?)?/gu,
    time,
  ],
  [
    /(?<hour>\d{1,2}|十[一二]?|[二两三四五六七八九])点(?<minute>半|一刻|\d{1,2}分?|整|钟)?(?=前|之前|以前|左右|到|至|开|，|。|$|\s)/gu,
    time,
  ],
  [
    /大?后天|明[天晚早日]|今晚|今天(?=.{0,6}(?:前|内|之内|下班|送到|到账))|[这下]个?(?:周|星期|礼拜)[一二三四五六日天末]?|(?:周|星期|礼拜)[一二三四五六日天](?=.{0,8}前)|(?:本|这|下)?(?:月底|月初|周末|年底|个月)(?=.{0,4}[前内])|\b(?:(?:the )?day after tomorrow|tomorrow|tonight|(?:next|this|by|on|before|until) (?:week|month|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|the end of (?:the |this |next )?(?:day|week|month)|within the hour)\b/giu,
    (match) => ({ kind: 'day', text: match[0] }),
  ],
  [
    new RegExp(
      `(?<value>${num})\\s?(?<scale>[k百千万亿])?\\s?(?:元|块钱?|圆|角|毛钱?|人民币|美元|欧元|英镑|港[币元])`,
      'giu',
    ),
    amount,
  ],
  [
    new RegExp(
      `(?:[$€£¥￥]|\\b(?:usd|eur|gbp|cny|rmb)\\s)\\s?(?<value>${num})\\s?(?<scale>[km万千])?`,
      'giu',
    ),
    amount,
  ],
  [
    new RegExp(
      `(?<value>${num}|${enNum})\\s?(?<scale>k)?\\s?(?:usd|eur|gbp|cny|rmb|dollars?|euros?|pounds?|yuan|bucks|quid)\\b`,
      'giu',
    ),
    amount,
  ],
  [new RegExp(`(?<value>${zhNum})(?:元|块钱?|圆|美元|欧元)(?!素|旦|件)`, 'gu'), amount],
  [
    new RegExp(
      `(?<value>${num}|${zhNum}(?=.{1,5}(?:内|后|前|之)))\\s?(?:个)?(?:工作日|自然日|小时|钟头|分钟|天|日|周|星期|礼拜|月|年)`,
      'gu',
    ),
    span,
  ],
  [
    new RegExp(
      `\\b(?<value>${num}|${enNum}|one|an?(?= (?:hour|day|week|month) ))[ -](?:(?:business|working|calendar|full)[ -])?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\\b`,
      'giu',
    ),
    (match) => (/^an? /iu.test(match[0]) && !/few|couple|hundred/iu.test(match[0]) ? null : span(match)),
  ],
  [/\+?\d[\d\s-]{6,}\d/gu, (match) => ({ kind: 'id', text: match[0], key: match[0].replaceAll(/\D/gu, '') })],
  [
    new RegExp(`(?<value>${zhNum})(?:倍|折|成(?=的|左右|$)|户|个百分点)|百分之(?<value2>${zhNum})`, 'gu'),
    (match) => zhNumber(match),
  ],
  [new RegExp(`(?<![A-Za-z\\d])(?<value>${num})(?!\\d)`, 'gu'), number],
];

const withPart = (match: RegExpExecArray): RegExpExecArray => {
  const groups = match.groups ?? {};
  match.groups = { ...groups, part: groups.part ?? groups.part2 ?? '' };
  return match;
};

const zhNumber: Reader = (match) => {
  const words = match.groups?.value ?? match.groups?.value2 ?? '';
  return { kind: 'number', text: match[0], value: readChineseNumber(words) };
};

/** Full-width digits and marks as half-width, one for one, so that places stay. */
const folded = (text: string): string =>
  text.replaceAll(/[０-９：．，％＄Ａ-Ｚａ-ｚ]/gu, (one) =>
    one === '，' || one === '．' ? one : String.fromCharCode(one.charCodeAt(0) - 0xfee0),
  );

/** A number with the place where it stands. */
export interface Placed {
  readonly stated: Stated;
  readonly start: number;
  readonly end: number;
}

/** All numbers, amounts, dates and times of a text, in order of their place. */
export const findStated = (text: string): readonly Placed[] => {
  let rest = folded(text);
  const found: Placed[] = [];
  for (const [pattern, read] of readers) {
    for (const match of matches(rest, pattern)) {
      const stated = read(match);
      const end = match.index + match[0].length;
      if (stated) found.push({ stated, start: match.index, end });
      rest = rest.slice(0, match.index) + '\u0000'.repeat(match[0].length) + rest.slice(end);
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
};
