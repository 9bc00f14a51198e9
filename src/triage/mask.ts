import { findEmails, findOrders, findPhones, type Span } from './contacts.ts';
import { isCardNumber, isIdentityNumber, looksLikeIdentityNumber } from './identity.ts';
import { findNames } from './names.ts';
import { type View, viewOf } from './normalise.ts';

/** Ranges of the folded text to hide, with what to write instead. */
type Cover = Span;

const longNumber = /(?<![\d.])(?:\+|00)?\(?\d(?:[ .\-()_·*]{0,2}\d){5,26}(?:[ -]?x)?(?![\da-z])/g;
/** A number said in Chinese digits, or half of each: 一三八…, 13８1234五678. */
const spoken = /(?=\d{0,17}[零一二三四五六七八九幺])[\d零一二三四五六七八九幺]{11,18}/g;
const accountWord =
  /(?:卡号|银行卡|账号|帐号|账户|帐户|身份证|证件号|护照|社保号|公积金号|微信号?|qq号?|车牌号?|尾号|iban|account|acct|card|ssn|social security|social|passport|sort code|routing|licen[cs]e|nhs|id) ?(?:号码?|no\.?|number|num|#|is|:|为|是|ending in|ending|:){0,3}[ :]{0,2}$/;
const coded =
  /(?:护照|passport|通行证|驾照|驾驶证|licen[cs]e|微信号?|wechat|车牌号?)(?: ?(?:号码?|no\.?|number|id|#|is|是|为|:)){0,3}[ :]{0,2}([a-z0-9][a-z0-9_-]{4,19})(?![a-z0-9])/g;
const otherCodes: readonly RegExp[] = [
  /(?<![a-z0-9])[egdsphk][a-z]?\d{7,8}(?![a-z0-9])/g,
  /(?<![a-z0-9])[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?(?![a-z0-9])/g,
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-hj-z][a-hj-np-z0-9]{5,6}(?![a-z0-9])/g,
  /(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/g,
];
const addresses: readonly RegExp[] = [
  /(?:[一-鿿]{2,7}(?:省|市|区|县|镇|乡|村))?[一-鿿a-z0-9]{1,10}?(?:路|街道?|大道|巷|弄|胡同|里|道)(?:[一-鿿]{0,3})?\d{1,5}(?:-\d{1,4})?(?:号|弄|巷)(?:院|楼)?(?:[一-鿿a-z]{0,10}?\d{1,4}(?:号楼|栋|幢|座|单元|楼|层|室|号|弄|门){1,2}){0,4}(?:\d{2,5}室?)?/g,
  /\d{1,4}(?:号楼|栋|幢|座)(?:[一-鿿a-z0-9]{1,3}单元)?\d{1,5}(?:室|号|房)?/g,
  /(?:[一二三四五六七八九十]{1,3}|[a-z])(?:号楼|栋|幢|座)(?:[一二三四五六七八九十\d]{1,3}单元)(?:\d{1,5}|[一二三四五六七八九零]{3,4})(?:室|号|房)?/g,
  /\d{1,3}单元\d{1,5}(?:室|号|房)?/g,
  /(?<!\d)\d{3,5}(?:室|房)(?![一-鿿]{0,2}(?:间|客厅))/g,
  /(?<![\w])\d{1,6}[a-z]?,? (?:[nsew]\.? )?(?:[a-z0-9'.-]{2,20} ){1,4}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|place|pl|way|terrace|close|crescent|square|highway|hwy|parkway|pkwy|circle|gardens|grove|row|mews)\b\.?(?: (?:nw|ne|sw|se|n|s|e|w)\b)?(?:,? (?:apt|apartment|unit|suite|ste|flat|floor|#)\.? ?[a-z0-9-]{1,6})?(?:,? [a-z .'-]{2,24},? [a-z]{2} \d{5}(?:-\d{4})?)?/g,
  /\b(?:flat|apt|apartment|unit|suite) (?:no\.? ?)?#?\d{1,5}[a-z]?\b/g,
  /\bp\.? ?o\.? ?box \d{1,8}/g,
  /\b[a-z]{1,2}\d[a-z\d]? \d[abd-hjlnp-uw-z]{2}\b/g,
];

const all = (text: string, patterns: readonly RegExp[], value: string): Cover[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      value,
    })),
  );

/** Nobody gives more names than this in one text; a flood of them must not cost time. */
const mostNames = 40;
const tail = (digits: string): string => `***${digits.slice(-2)}`;

const numberCover = (
  view: View,
  match: RegExpExecArray | RegExpMatchArray,
  orders: readonly Span[],
): Cover | null => {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const digits = match[0].replace(/[^\dx]/g, '');
  const cover = { start, end, value: tail(digits) };
  if (isIdentityNumber(digits)) return cover;
  if (orders.some((one) => one.start < end && start < one.end)) return null;
  const before = view.text.slice(Math.max(0, start - 32), start);
  if (accountWord.test(before)) return cover;
  if (looksLikeIdentityNumber(digits) || isCardNumber(digits)) return cover;
  return /^(?:(?:0086|86)?1[3-9]\d{9})$/.test(digits) ? cover : null;
};

const named = (view: View, names: readonly string[]): Cover[] => {
  const out: Cover[] = [];
  for (const name of names) {
    const folded = viewOf(name).text.trim();
    if (folded.length < 2) continue;
    for (let at = view.text.indexOf(folded); at >= 0; at = view.text.indexOf(folded, at + folded.length)) {
      const latin = /[a-z]/.test(folded);
      const inside =
        latin && (/[a-z]/.test(view.text[at - 1] ?? '') || /[a-z]/.test(view.text[at + folded.length] ?? ''));
      if (!inside) out.push({ start: at, end: at + folded.length, value: '***' });
    }
  }
  return out;
};

const covers = (view: View, names: readonly string[]): Cover[] => {
  const emails = findEmails(view).map((one) => ({ ...one, value: '***@***' }));
  const orders = findOrders(view);
  const phones = findPhones(view, [...orders, ...emails]).map((one) => ({ ...one, value: tail(one.value) }));
  const numbers = [...view.text.matchAll(longNumber)].map((match) => numberCover(view, match, orders));
  const said = [...view.text.matchAll(spoken)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: '***',
  }));
  const codes = [...view.text.matchAll(coded)].map((match) => {
    const end = match.index + match[0].length;
    return { start: end - (match[1]?.length ?? 0), end, value: '***' };
  });
  const kept = all(view.text, otherCodes, '***').filter(
    (one) => !orders.some((order) => order.start < one.end && one.start < order.end),
  );
  const given = [...new Set([...names, ...findNames(view).map((one) => one.value)])].slice(0, mostNames);
  const found = [
    ...emails,
    ...phones,
    ...numbers,
    ...said,
    ...codes,
    ...kept,
    ...all(view.text, addresses, '***'),
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
