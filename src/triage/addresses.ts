import type { Span } from './contacts.ts';
import { matches } from './matches.ts';

const inside = '(?:[一-鿿a-z]{0,8}?\\d{1,5}(?:号楼|栋|幢|座|单元|楼|层|室|号|弄|门|户|房|组|院|号院)){0,5}';
const numeral = '[一二三四五六七八九十百零〇\\d]';

/** Places where a person can be found. A building alone is a place that staff must be able to read; a flat in it is somebody's. */
const patterns: readonly RegExp[] = [
  new RegExp(
    `[一-鿿a-z0-9]{1,10}?(?:路|街道?|大道|大街|巷|弄|胡同|里|道|坊)(?:[一-鿿]{0,4})?${numeral}{1,5}(?:-\\d{1,4})?(?:号院?|弄|巷)(?:院|楼)?${inside}(?:-?\\d{2,5}室?)?`,
    'g',
  ),
  /\d{1,4}(?:号楼|栋|幢|座)(?:[一-鿿a-z0-9]{1,3}单元)?-?\d{2,5}(?:室|号|房)?/g,
  /(?:[一二三四五六七八九十]{1,3}|[a-z])(?:号楼|栋|幢|座)(?:[一二三四五六七八九十\d]{1,3}单元)?(?:\d{2,5}|[一二三四五六七八九零]{3,4})(?:室|号|房)?/g,
  /(?<![\d.-])\d{1,2}(?:号楼|栋|幢|座|号)?[-#]\d{1,2}[-#](?!(?:19|20)\d\d)\d{3,4}(?!\d|[-/])(?:室|房)?/g,
  /[\d一二三四五六七八九十]{1,3}单元[\d一二三四五六七八九十]{1,5}(?:室|号|房|楼)?/g,
  /(?<!\d)\d{3,5}(?:室|房)(?![一-鿿]{0,2}(?:间|客厅))/g,
  /[一-鿿]{2,8}(?:村|屯|寨|庄|组)(?:[一-鿿]{0,3}[\d一二三四五六七八九十]{1,3}(?:组|队|社|屯))?\d{1,4}号(?!线|楼|店|柜|窗|桌|厅)/g,
  /(?:区|县|镇|乡|村|街道|社区|小区|花园|公寓|家园|苑|新村|大院|家属院|宿舍)\d{1,5}号(?!楼|线|店|柜|窗|桌|厅)(?:院)?(?:[一-鿿a-z]{0,6}\d{1,5}(?:号楼|栋|幢|座|单元|楼|层|室|户|房)){0,4}/g,
  /(?<![\w])\d{1,6}[a-z]?(?:[-/]\d{1,4}[a-z]?)?,? (?:[nsew]\.? )?(?:[a-z0-9'.-]{2,20} ){1,4}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|place|pl|way|terrace|close|crescent|square|highway|hwy|parkway|pkwy|circle|gardens|grove|row|mews|walk|hill|rise|view|park|quay|wharf|green|parade|cul-de-sac|trail|loop|alley|nagar|marg|colony|estate|heights)\b\.?(?: (?:nw|ne|sw|se|n|s|e|w)\b)?(?:,? (?:apt|apartment|unit|suite|ste|flat|floor|#)\.? ?[a-z0-9-]{1,6})?(?:,? [a-z .'-]{2,24},? [a-z]{2} \d{5}(?:-\d{4})?)?/g,
  /(?<![\w])\d{1,4}(?: ?bis)?,? (?:rue|avenue|boulevard|via|calle|place|chemin|impasse|piazza|viale|rua|avenida|plaza|quai|allée|corso) (?:(?:de|du|des|della|dello|di|del|do|da|la|le|los|las|l'|d') ?){0,3}[a-zà-ÿ'-]{2,20}(?: [a-zà-ÿ'-]{3,20})?/g,
  /(?<![a-zà-ÿ])[a-zà-ÿ-]{2,24}(?:straße|strasse|str\.|weg|platz|gasse|allee|straat|laan|gade|gatan|vej) ?\d{1,4} ?[a-z]?\b/g,
  /\b(?:flat|apt|apartment|unit|suite|room no|plot|house|villa|bungalow|door|h\.? ?no|shop|condo)\.? ?(?:no\.?|number)? ?#?\d{1,5}(?:[-/]\d{1,4})?[a-z]?(?:,? (?:sector|phase|block|wing|tower|floor)[ -]?[a-z0-9]{1,4}){0,3}\b(?:, (?:\d{1,4}[a-z]? )?(?:[a-z'.-]{2,20} ){1,3}(?:court|house|mansions|lodge|street|road|lane|avenue|gardens|terrace|close|mews|grove|buildings)\b)?/g,
  /\bsector[ -]?\d{1,3}[a-z]?,? (?:block|plot|house|pocket|flat)[ -]?[a-z0-9/-]{1,6}/g,
  /\bp\.? ?o\.? ?box \d{1,8}/g,
  /\b[a-z]{1,2}\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2}\b/g,
  /\b[a-z][a-z .'-]{2,20},? (?:al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|dc),? \d{5}(?:-\d{4})?\b/g,
  /(?:邮编|邮政编码|zip(?: ?code)?|post ?code)(?:[ :是为]|is){0,3}\d{5,6}/g,
];

/** Region by region, from the large to the small: 浙江省杭州市西湖区. */
const regions =
  /(?:[一-鿿]{2,8}?(?:自治区|省|市|区|县|旗|镇|乡|村|街道|社区|新区|开发区|小区|花园|公寓|家园|苑|公馆|华府|新村|大厦|广场)){1,6}$/;
const leadIn =
  /^.*(?:地址|住址|我家|家里|老家|住在|住的|收货|寄到|寄往|送到|发到|家住|现住|户籍|邮寄|在|到|是|住|址|于|给|从|来|往|的)(?=[一-鿿]{2})/;

/** The regions that lead to an address belong to it. */
const withRegions = (text: string, start: number): number => {
  const found = regions.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? '';
  return start - found.replace(leadIn, '').length;
};

/** Postal addresses, in Chinese with the regions before them, as ranges of the folded text. */
export const findAddresses = (text: string): Span[] =>
  patterns.flatMap((pattern) =>
    matches(text, pattern).map((match) => ({
      start: withRegions(text, match.index),
      end: match.index + match[0].length,
      value: match[0],
    })),
  );
