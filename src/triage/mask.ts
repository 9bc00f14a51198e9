import { findAddresses } from './addresses.ts';
import { findEmails, findOrders, findPhones, type Span } from './contacts.ts';
import { isCardNumber, isIdentityNumber, looksLikeIdentityNumber } from './identity.ts';
import { matches } from './matches.ts';
import { findNames } from './names.ts';
import { findSurnames } from './names-chinese.ts';
import { type View, viewOf } from './normalise.ts';

/** Ranges of the folded text to hide, with what to write instead. */
type Cover = Span;

const longNumber = /(?<![\d.])(?:\+|00)?\(?\d(?:[ .\-()_·*]{0,2}\d){5,26}(?:[ -]?x)?(?![\da-z])/g;
/** A number said in Chinese digits, or half of each: 一三八…, 13８1234五678. */
const spoken = /(?=\d{0,17}[零一二三四五六七八九幺])[\d零一二三四五六七八九幺]{11,18}/g;
const accountWord =
  /(?:卡号|银行卡|账号|帐号|账户|帐户|身份证|证件号|护照|社保号|公积金号|微信号?|qq号?|车牌号?|尾号|iban|account|acct|card|ssn|social security|social|passport|sort code|routing|licen[cs]e|nhs|aadhaar|id)(?: ?(?:号码?|no\.?|number|num|#|is|was|:|为|是|ending in|ending)){0,4}[ :]{0,2}$/;
const coded =
  /(?:护照|passport|通行证|驾照|驾驶证|licen[cs]e|微信号?|wechat|车牌号?|vx|wx|v信|薇信|微|加v|qq号?|telegram|line id|whatsapp|instagram|抖音号|小红书号|支付宝(?:账号)?|alipay|aadhaar|pan|nino|national insurance)(?: ?(?:号码?|no\.?|number|id|#|is|是|为|:)){0,3}[ :@]{0,2}([a-z0-9][a-z0-9_-]{4,19})(?![a-z0-9])/g;
const otherCodes: readonly RegExp[] = [
  /(?<![a-z0-9])[egdsphk][a-z]?\d{7,8}(?![a-z0-9])/g,
  /(?<![a-z0-9])[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?(?![a-z0-9])/g,
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-hj-z][·.]?[a-hj-np-z0-9]{5,6}(?![a-z0-9])/g,
  /(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/g,
  /(?<![a-z0-9])[a-z]{1,2}\d{6}\([\da]\)/g,
  /(?<![a-z0-9])[a-z][12]\d{8}(?![a-z0-9])/g,
  /(?<![a-z0-9])[a-ceghj-prstw-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d](?![a-z0-9])/g,
  /(?<![a-z0-9])[a-z]{5}\d{4}[a-z](?![a-z0-9])/g,
];
const secret =
  /(?:密码|口令|验证码|校验码|动态码|安全码|有效期|cvv2?|cvc|pin|passcode|password|otp|one-time code|verification code|security code)(?: ?(?:是|为|号|code|number|is|was|:|=)){0,3}[ :"']{0,2}((?=[a-z0-9!@#$%^&*._/-]*\d)[a-z0-9!@#$%^&*._/-]{3,20})/g;
const day =
  '(?:(?:19|20)?\\d{2}(?:年|[-/.])\\d{1,2}(?:月|[-/.])\\d{1,2}[日号]?|\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)?\\d{2}|(?:19|20)\\d{2}年(?:\\d{1,2}月)?|\\d{1,2}月\\d{1,2}[日号]?|(?:19|20)\\d{6}|\\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9},? ?(?:(?:19|20)?\\d{2})?|[a-z]{3,9} \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d{2})';
/** A birthday tells who somebody is: 出生日期1990年3月5日, 'born on 12 March 1985'. */
const born: readonly RegExp[] = [
  new RegExp(
    `(?:出生(?:日期|年月日?|于)?|生日|生于|date of birth|birth ?date|birthday|d\\.?o\\.?b\\.?|born)(?:[ :是为在]|is|was|on|in){0,4}(?<day>${day})`,
    'g',
  ),
  new RegExp(`(?<day>${day})(?=(?:日|号)?(?:出生|生人|生的|生日|\\(?dob|\\(?date of birth))`, 'g'),
];
const digitWord = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|nought)';
const saidEnglish = new RegExp(`\\b(?:${digitWord}[ ,.-]{1,3}){6,}${digitWord}\\b`, 'g');
const saidAddress =
  /[a-z0-9][a-z0-9._-]{1,40} ?(?: at |\(at\)|\[at\]|艾特|圈a) ?[a-z0-9-]{2,30} ?(?: dot |\(dot\)|\[dot\]|点) ?(?:com|net|org|cn|co|uk|io|edu|de|fr|hk|tw)(?:(?: dot |点)(?:cn|uk|com))?/g;

const all = (text: string, patterns: readonly RegExp[], value: string): Cover[] =>
  patterns.flatMap((pattern) =>
    matches(text, pattern).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      value,
    })),
  );

/** Nobody gives more names than this in one text; a flood of them must not cost time. */
const mostNames = 40;
const tail = (digits: string): string => `***${digits.slice(-2)}`;

/** 2026-11-03 14:05 and 20261103: when, not who. */
const isMoment = /^(?:19|20)\d{2}[-. ]?\d{2}[-. ]?\d{2}(?:[ -]?\d{1,2}[.-]?\d{2})?$/;

/** As a card shows it: a card's number is one even behind 'order' or 'transaction'. */
const printedOnCard = /^\d{4}([ -])\d{4}\1\d{4}\1\d{4}$/;

const numberCover = (
  view: View,
  match: RegExpExecArray | RegExpMatchArray,
  orders: readonly Span[],
): Cover | null => {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const digits = match[0].replace(/[^\dx]/g, '');
  const cover = { start, end, value: tail(digits) };
  if (isIdentityNumber(digits) || (printedOnCard.test(match[0]) && isCardNumber(digits))) return cover;
  if (orders.some((one) => one.start < end && start < one.end)) return null;
  const before = view.text.slice(Math.max(0, start - 32), start);
  if (accountWord.test(before)) return cover;
  if (looksLikeIdentityNumber(digits) || isCardNumber(digits)) return cover;
  if (/^(?:(?:0086|86)?1[3-9]\d{9})$/.test(digits)) return cover;
  // Ten digits that are no order's are somebody's, whatever they are.
  return digits.length >= 10 && !/[a-z]$/.test(before) && !isMoment.test(match[0]) ? cover : null;
};

/** What of a name gives its bearer away: all of it, the given name of a Chinese one, each word of another. */
const partsOf = (name: string): string[] => {
  const words = name
    .split(/[\s·]+/)
    .filter((word) => word.length > 2 && !/^(?:mrs?|ms|miss|dr)\.?$/i.test(word));
  return /^[一-鿿]{3,4}$/.test(name) ? [name, name.slice(-2)] : [name, ...words];
};

const isCapital = ({ source, startOf }: View, at: number): boolean =>
  /\p{Lu}/u.test(source[startOf(at)] ?? '');

const named = (view: View, names: readonly string[]): Cover[] => {
  const out: Cover[] = [];
  for (const name of new Set(names.flatMap(partsOf))) {
    const folded = viewOf(name).text.trim();
    if (folded.length < 2) continue;
    for (let at = view.text.indexOf(folded); at >= 0; at = view.text.indexOf(folded, at + folded.length)) {
      const latin = /[a-z]/.test(folded);
      const inside =
        latin && (/[a-z]/.test(view.text[at - 1] ?? '') || /[a-z]/.test(view.text[at + folded.length] ?? ''));
      // A word of a name is a word of the language too: only where it is written as a name.
      const isWord = latin && !names.includes(name) && !isCapital(view, at);
      if (!inside && !isWord) out.push({ start: at, end: at + folded.length, value: '***' });
    }
  }
  return out;
};

/** A bare surname is covered where it was given and nowhere else: the same sign is half the words of the language. */
const surnames = (view: View, given: readonly string[]): Cover[] =>
  given.every((value) => value.length > 1)
    ? []
    : matches(view.text, /(?:我姓|免贵姓|鄙姓|鄙人姓|本人姓|姓)(.)/g)
        .filter(([, sign = '']) => given.some((value) => viewOf(value).text === sign))
        .map(({ index, 0: { length } }) => ({
          start: index + length - 1,
          end: index + length,
          value: '***',
        }));

const inGroup = (text: string, patterns: readonly RegExp[]): Cover[] =>
  patterns.flatMap((pattern) =>
    matches(text, pattern).map((match) => {
      const words = match.groups?.day ?? match[1] ?? match[0];
      const start = match.index + match[0].lastIndexOf(words);
      return { start, end: start + words.length, value: '***' };
    }),
  );

const covers = (view: View, names: readonly string[]): Cover[] => {
  const emails = findEmails(view).map((one) => ({ ...one, value: '***@***' }));
  const orders = findOrders(view);
  const phones = findPhones(view, [...orders, ...emails]).map((one) => ({ ...one, value: tail(one.value) }));
  const numbers = matches(view.text, longNumber).map((match) => numberCover(view, match, orders));
  const isOrder = (one: Cover): boolean =>
    orders.some((order) => order.start < one.end && one.start < order.end);
  const said = all(view.text, [spoken], '***').filter((one) => !isOrder(one));
  const codes = matches(view.text, coded).map((match) => {
    const end = match.index + match[0].length;
    return { start: end - (match[1]?.length ?? 0), end, value: '***' };
  });
  const kept = all(view.text, otherCodes, '***').filter((one) => !isOrder(one));
  const read = findNames(view).map((one) => one.value);
  const given = [...new Set([...names, ...read, ...findSurnames(view)])].slice(0, mostNames);
  const found = [
    ...emails,
    ...phones,
    ...numbers,
    ...said,
    ...codes,
    ...kept,
    ...findAddresses(view.text).map((one) => ({ ...one, value: '***' })),
    ...inGroup(view.text, [secret, ...born]),
    ...all(view.text, [saidEnglish], '***'),
    ...all(view.text, [saidAddress], '***@***'),
    ...surnames(view, given),
    ...named(view, given),
  ];
  return found.filter((one) => one !== null).sort((a, b) => a.start - b.start || b.end - a.end);
};

/**
 * The text as a staff channel may show it: phones, identity, card and account numbers, passports, e-mails, addresses and
 * given names are covered; order numbers stay, because staff work with them.
 * Hiding too much is repaired by one logged press (ST-4); hiding too little never is, so in doubt it is covered.
 *
 * @param options.names names already known of the complainant
 */
export const mask = (text: string, options: { readonly names?: readonly string[] } = {}): string => {
  const view = viewOf(text);
  let [out, from] = ['', 0];
  for (const cover of covers(view, options.names ?? [])) {
    const [start, end] = [view.startOf(cover.start), view.endOf(cover.end)];
    if (end <= from) continue;
    out += start >= from ? text.slice(from, start) + cover.value : cover.value;
    from = end;
  }
  return out + text.slice(from);
};
