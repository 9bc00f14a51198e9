import { matches } from './matches.ts';

/** A number as it stands in a folded text. */
export interface NumberFound {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** Said as 'about' or 'more than': the value is the smallest that fits the words. */
  readonly vague: boolean;
}

const zhDigits: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  几: 3,
  数: 3,
  半: 0.5,
};
const zhUnits: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 10000,
  亿: 100000000,
  w: 10000,
  k: 1000,
};

const pieces = (text: string): { digit: number | null; unit: number | null }[] =>
  matches(text, /\d+(?:\.\d+)?|./gu).map(([piece]) => ({
    digit: /^\d/.test(piece) ? Number(piece) : (zhDigits[piece] ?? null),
    unit: zhUnits[piece] ?? null,
  }));

/**
 * Value of a Chinese number: 两千三 is 2,300, 一万二 is 12,000, 1万2 is 12,000; 几 counts as three, 几十 as twenty.
 *
 * @param text folded; 多, 来 and 余 may stand in it
 */
export const readChineseNumber = (text: string): number => {
  const clean = text
    .replace(/^百十(?=[多来余]|$)/, '百')
    .replace(/[多来余好把]/g, '')
    .replace(/(?<=[十百千万])几$/, '')
    .replace(/^(?:几|数)十/, '二十')
    .replace(/^(?:上|近|成)/, '')
    .replace(/^([十百千万])/, '一$1');
  if (/^[零一二三四五六七八九]{3,}$/.test(clean))
    return Number([...clean].map((one) => zhDigits[one]).join(''));
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastUnit = 1;
  for (const piece of pieces(clean)) {
    if (piece.unit === null) {
      if (piece.digit === 0) lastUnit = 1;
      else digit = piece.digit ?? digit;
    } else if (piece.unit >= 10000) {
      total = (total + section + (digit ?? 0)) * piece.unit;
      [section, digit, lastUnit] = [0, null, piece.unit];
    } else {
      section += (digit ?? 1) * piece.unit;
      [digit, lastUnit] = [null, piece.unit];
    }
  }
  const tail = digit === null ? 0 : lastUnit >= 100 ? (digit * lastUnit) / 10 : digit;
  return total + section + tail;
};

const ones = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const words = new Map<string, number>([
  ...ones.map((word, value): [string, number] => [word, value]),
  ...tens.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ['couple', 2],
  ['few', 3],
  ['several', 3],
  ['half', 0.5],
  ['a', 1],
  ['an', 1],
]);
const multiples = new Map<string, number>([
  ['dozen', 12],
  ['dozens', 24],
  ['hundred', 100],
  ['hundreds', 200],
  ['thousand', 1000],
  ['thousands', 2000],
  ['grand', 1000],
  ['lakh', 1e5],
  ['k', 1000],
  ['million', 1e6],
  ['m', 1e6],
  ['mil', 1e6],
]);

/** Two fifty is 250. */
const isClipped = (before: number, value: number): boolean =>
  before > 0 && before < 20 && Number.isInteger(before) && value >= 10;

/** Value of an English number in words: 'two hundred and fifty', 'a couple of thousand' (2,000), 'dozens' (24). */
export const readEnglishNumber = (text: string): number => {
  let total = 0;
  let current = 0;
  for (const word of text
    .replace(/\ban? (?=couple|few)/, '')
    .replace(/\bhalf an? /, 'half ')
    .replace(' and a half', ' half')
    .split(/[\s-]+/)) {
    const multiple = multiples.get(word);
    const value = /^\d/.test(word) ? Number(word.replaceAll(',', '')) : words.get(word);
    if (multiple !== undefined) {
      const plural = word.length > 2 && word.endsWith('s');
      const size = (current || 1) * (plural && current > 0 ? multiple / 2 : multiple);
      if (multiple >= 1000) [total, current] = [total + size, 0];
      else current = size;
    } else if (value !== undefined) current = (isClipped(current, value) ? current * 100 : current) + value;
  }
  return total + current;
};

const zhCore =
  '(?:\\d{1,9}(?:\\.\\d{1,4})?)?[零一二两三四五六七八九十百千万亿几数半俩仨](?:[零一二两三四五六七八九十百千万亿几多来余]|把(?=[块元人户个名位斤])|\\d(?!\\d)){0,14}';
const unit = ones.concat(tens).join('|');
const enCore = `(?:(?:a )?(?:couple|few)(?: of)?|half an?|several|an?(?= (?:dozen|hundred|thousand|million|grand))|${unit}|hundred(?= and (?:${unit})\\b)|dozens|hundreds|thousands)(?:(?:[ -]| and )(?:${unit}|dozen|hundreds?|thousands?|grand|million|a half(?= (?:hundred|thousand|grand|million)\\b))\\b){0,8}`;
const pattern = new RegExp(
  `(?<digits>(?<=[£$€]|\\br)\\d{1,3}(?: \\d{3}){1,3}(?!\\d)|(?<![\\d.])\\d{1,3}(?: \\d{3}){1,3}(?= ?(?:€|eur|kr\\b|zł|pln|usd|dollars|pounds|chf|rub|元|块))|(?<![\\d.])\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,4})?(?!\\d|,\\d)|(?<![\\d.])\\d{1,12}(?:\\.\\d{1,4})?)(?<scale> ?(?:k\\b|m\\b|mil\\b|thousand\\b|million\\b|hundred\\b|grand\\b|(?<! )w(?![a-z0-9]| [a-z])|lakh\\b|[万千百亿]|个(?:[万亿]|w(?![a-z0-9]))))?(?<more>(?:(?:\\d(?!\\d)|[零一二三四五六七八九])[千百十]?){0,3})|(?<zh>${zhCore})|\\b(?<en>${enCore})\\b`,
  'g',
);

const digitsValue = (groups: Record<string, string | undefined>): { value: number; used: string } => {
  const digits = groups.digits ?? '';
  const scale = (groups.scale ?? '').replace('个', '').trim();
  const base = Number(digits.replaceAll(/[, ]/g, ''));
  if (/^[万千百亿]$/.test(scale)) {
    const more = groups.more ?? '';
    return { value: readChineseNumber(`${base}${scale}${more}`), used: more };
  }
  const factor = scale === 'w' ? 10000 : (multiples.get(scale) ?? 1);
  return { value: Math.round(base * factor * 10000) / 10000, used: '' };
};

const vagueAfter = /^(?:多|出头|来|余|几|左右|上下| ?\+|-odd| odd)/;
const vagueBefore =
  /(?:大约|大概|差不多|将近|接近|近|超过|上|好几|至少|约|over|about|around|nearly|almost|more than|at least|roughly|approximately) ?$/;

const formal = '壹贰叁肆伍陆柒捌玖拾佰仟';
const everyday = '一二三四五六七八九十百千';

/** 壹万贰仟 as 一万二千, sign for sign. */
const plain = (written: string): string =>
  written.replace(/[壹贰叁肆伍陆柒捌玖零拾佰仟万亿]{2,}|(?<=[一二三四五六七八九两\d])[拾佰仟]/g, (all) =>
    all.replace(/./g, (one) => everyday[formal.indexOf(one)] ?? one),
  );

/** 三十五一碗: what follows a whole number is one of the things it is the price of. */
const oneOfThem = /^.*[十百千万][一二三四五六七八九]一$/;
const measure =
  /^[颗口块粒支株棵碗份斤瓶盒杯个位晚次张件双套只条盘支包袋串根节桌间年月天平台部辆米克对副]|^(?:学期|公斤|小时|季)/;

/** 万一: in case. */
const neverNumber = /^万一/;

/** All numbers of a folded text in order, in digits, Chinese or English words. */
export const findNumbers = (written: string): NumberFound[] => {
  const out: NumberFound[] = [];
  const text = plain(written);
  for (const match of matches(text, pattern)) {
    const groups = match.groups ?? {};
    const start = match.index;
    if (neverNumber.test(match[0])) continue;
    let end = start + match[0].length;
    let value: number;
    if (groups.zh !== undefined) {
      if (/^[俩仨]/.test(groups.zh)) end = start + 1;
      if (oneOfThem.test(groups.zh) && measure.test(text.slice(end, end + 2))) end -= 1;
      value = readChineseNumber(text.slice(start, end));
    } else if (groups.en !== undefined) value = readEnglishNumber(groups.en);
    else {
      const read = digitsValue(groups);
      value = read.value;
      end -= (groups.more ?? '').length - read.used.length;
    }
    const vague =
      /[多来余几数把]|couple|few|several|dozens|hundreds|thousands/.test(match[0]) ||
      vagueAfter.test(text.slice(end, end + 4)) ||
      vagueBefore.test(text.slice(Math.max(0, start - 14), start));
    out.push({ value, start, end, vague });
  }
  return out;
};
