import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { matches } from './matches.ts';
import type { View } from './normalise.ts';
import { ofOthers } from './references.ts';
import type { Found } from './understanding.ts';

/** A range of the folded text with what it means. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

const toFound = (view: View, span: Span): Found<string> => {
  const [start, end] = [view.startOf(span.start), view.endOf(span.end)];
  return { value: span.value, text: view.source.slice(start, end), start, end };
};

/** Ranges of the folded text as places in the received one. */
export const toFounds = (view: View, spans: readonly Span[]): Found<string>[] =>
  spans.map((span) => toFound(view, span));

/** Tells, in time that does not grow with the number of ranges, whether a range touches one of them. */
const occupied = (length: number, spans: readonly Span[]): ((start: number, end: number) => boolean) => {
  const marks = new Uint8Array(length + 1);
  for (const { start, end } of spans) marks.fill(1, start, end);
  return (start, end) => marks.subarray(start, end).includes(1);
};

const emailPattern =
  /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}(?:@| ?(?:\(at\)|\[at\]) ?)(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,12}(?![a-z0-9])/g;

/** E-mail addresses, `name(at)place.com` among them. */
export const findEmails = (view: View): Span[] =>
  view.text.includes('@') || view.text.includes('at')
    ? matches(view.text, emailPattern).map((match) => {
        const raw = view.source.slice(view.startOf(match.index), view.endOf(match.index + match[0].length));
        return {
          start: match.index,
          end: match.index + match[0].length,
          value: raw.replace(/\s?[([]at[)\]]\s?/i, '@').normalize('NFKC'),
        };
      })
    : [];

const orderWords =
  '(?:订单(?:编号|号码|号|尾[号数])?|单号后[四五六]位|(?:快递|物流|运单|货运|配送|交易|流水|合同|保单|预订|预约|退款|退货|售后|发票|商品|服务|报修)(?:单|编)?号码?|单号|订单|运单|合同编号|(?<![a-z])(?:order|ord|booking|reservation|conf|confirmation|reference|ref|tracking|waybill|invoice|shipment|parcel|consignment|policy|contract|transaction|purchase|pnr|receipt|po|awb)(?: (?:number|num|no|id|code|ref|reference|#))?s?)';
const orderPattern = new RegExp(
  `${orderWords}(?<![a-z](?=\\d))\\.?[ \\n]?(?:[:#?是为(=]|number is|'s|is|was|号|number|no\\.?|id){0,2}[ \\n]?[:#]?[ \\n]?(?<number>\\d{2,6}(?: \\d{2,5}){2,6}(?! ?\\d)(?![a-z])|(?=[a-z-]{0,12}\\d)[a-z0-9](?:[a-z0-9]|[-_/](?=[a-z0-9])){3,31})(?![a-z0-9])`,
  'g',
);
const hashPattern =
  /(?<![a-z0-9&])#(?<number>(?=[a-z-]{0,8}\d)[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){4,31})(?![a-z0-9])/g;
/** A booking code some words after its name, in capitals: 'my confirmation number as you asked, K7XQ2M'. */
const laterPattern =
  /(?:confirmation|booking|reservation|reference|locator|pnr|预订号|订座编号)[^.!?\n]{0,40}?[,: ](?<number>(?=[a-z]{0,9}\d)(?=\d{0,9}[a-z])[a-z0-9]{5,10})(?![a-z0-9])/g;
/** An order's number put right: 订单号我看错了，是88120475; 单号不是…，是…. */
const correctedPattern =
  /(?:订单号?|单号|运单号?|合同号|(?:order|booking|reference|ref)(?: (?:number|no|ref))?)(?:[^\d。.!?\n]{0,24}(?:错|不对|wrong|mistake|misread|mistyped)|不是[a-z0-9-]{4,32})[^\d。.!?\n]{0,12}?(?<number>(?=[a-z-]{0,8}\d)[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){3,31})(?![a-z0-9])/g;
const looksLikeDate = /^(?:19|20)\d\d[-/]?(?:0?[1-9]|1[0-2])?(?:[-/]\d{1,2})?$/;

/** Order, booking, parcel and contract numbers: what stands after such a word or a '#'. */
export const findOrders = (view: View): Span[] => {
  const found: Span[] = [];
  for (const pattern of [orderPattern, hashPattern, laterPattern, correctedPattern]) {
    for (const match of matches(view.text, pattern)) {
      const number = match.groups?.number ?? '';
      const end = match.index + match[0].length;
      const start = end - number.length;
      const isTime =
        /^(?:\d{1,4}(?:st|nd|rd|th|pm|am|days?|hours?|k|gb)|\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}\/\d{1,2}(?:\/\d{2,4})?)$/.test(
          number,
        ) ||
        (number.length < 6 && looksLikeDate.test(number));
      if (
        isTime ||
        /^的?投诉/.test(view.text.slice(end, end + 4)) ||
        ofOthers.test(view.text.slice(Math.max(0, start - 28), start))
      )
        continue;
      const value = view.source.slice(view.startOf(start), view.endOf(end)).normalize('NFKC');
      if (pattern === laterPattern && value !== value.toUpperCase()) continue;
      found.push({ start, end, value });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let until = 0;
  return found.filter((one) => {
    const isFree = one.start >= until;
    if (isFree) until = one.end;
    return isFree;
  });
};

const digitRun =
  /(?<![\da-z.])(?:\+|00)?(?:\(\d{2,4}\)[ -]?)?\d(?:[\d]|[ \-.()]{1,2}(?=[\d(])){5,22}\d(?![\da-z])/g;
const cnMobile = /^(?:(?:\+|00)?86)?(1[3-9]\d{9})$/;
const cnFixed = /^(?:(?:\+|00)?86)?0?(?:10|2\d|[3-9]\d{2})-?\d{7,8}(?:-\d{1,6})?$/;
const phoneWord =
  /(?:电话|手机|联系方式|联系我|号码|致电|拨打|回电|微信|热线|phone|mobile|cell|call|tel|text|reach|contact|number|whatsapp|ring)[^.。!?\n]{0,24}$/;
const otherWord =
  /(?:身份证|卡号|账号|account|card|card ending|ssn|passport|护照|密码|验证码|帐号|qq|sort code|iban|member(?:ship)?|meter|mpan|serial|student|policy|contract|claim|tracking|编号|单号|户号)[^.。!?,\n\d]{0,14}$/;
/** 'account phone number is': the nearer word tells. */
const phoneNext =
  /(?:电话|手机|微信|phone|mobile|cell|tel|call|text|ring|whatsapp)(?: ?(?:number|no\.?|号码?|号|is|是|为|me|on|at))*[ :]*$/;
const ukMobile = /^07\d{3} ?\d{3} ?\d{3}$/;
const northAmerican = /^(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}$/;

const isForeign = (raw: string): boolean => {
  const digits = raw.replace(/[^\d+]/g, '');
  if (!/^(?:\+|00)/.test(digits)) return false;
  return parsePhoneNumberFromString(digits.replace(/^00/, '+'))?.isPossible() ?? false;
};

const isNational = (raw: string): boolean => {
  for (const country of ['GB', 'US', 'HK', 'AU'] as const) {
    if (isSupportedCountry(country) && (parsePhoneNumberFromString(raw, country)?.isValid() ?? false))
      return true;
  }
  return false;
};

const isPhone = (raw: string, before: string): boolean => {
  const digits = raw.replace(/[^\d+]/g, '');
  if (otherWord.test(before) && !phoneNext.test(before)) return false;
  if (cnMobile.test(digits)) return true;
  if (/^(?:19|20)\d{2}[-.]\d{1,2}[-.]\d{1,2}/.test(raw) || digits.length > 16) return false;
  if (
    /^0\d{2,3}[- ]\d{7,8}(?:-\d{1,6})?$/.test(raw) ||
    /^[48]00[- ]?\d{3}[- ]?\d{4}$/.test(raw) ||
    northAmerican.test(raw) ||
    ukMobile.test(raw)
  )
    return true;
  if (isForeign(raw)) return true;
  if (/^0[\d ()-]{9,14}$/.test(raw) && digits.length === 11 && isNational(raw)) return true;
  return (
    phoneWord.test(before) &&
    (cnFixed.test(digits) || (digits.length >= 7 && digits.length <= 13 && isNational(raw)))
  );
};

/**
 * Telephone numbers, written in any common way; order numbers are not taken for them.
 *
 * @param taken ranges that are something else already (orders, amounts)
 */
export const findPhones = (view: View, taken: readonly Span[]): Span[] => {
  const out: Span[] = [];
  const isTaken = occupied(view.codes.length, taken);
  for (const match of matches(view.text, digitRun)) {
    const start = match.index;
    const end = start + match[0].length;
    if (isTaken(start, end)) continue;
    const before = view.text.slice(Math.max(0, start - 40), start);
    if (isPhone(match[0], before)) out.push({ start, end, value: match[0].replace(/[^\d+]/g, '') });
  }
  return out;
};
