import { detailNames } from '../policy/pack.ts';
import { findAddresses } from './addresses.ts';
import {
  answerTo,
  isBrief,
  lateName,
  latePreference,
  preferenceIn,
  startsWithWay,
  wishIn,
} from './answered.ts';
import type { Span } from './contacts.ts';
import type { IntentReading } from './intent.ts';
import { wantsOf } from './read-facts.ts';
import type { Scan } from './scan.ts';
import { findSubject } from './subject.ts';
import type { Details, Found } from './understanding.ts';

/** What the details are put together from. */
export interface DetailSources {
  readonly scan: Scan;
  readonly intent: IntentReading;
  readonly dates: readonly Span[];
  readonly orders: readonly Found<string>[];
  readonly names: readonly { readonly value: string }[];
  readonly phones: readonly Found<string>[];
  readonly emails: readonly Found<string>[];
  readonly expecting: string | null;
}

/** A project, shop or branch called by its name. */
const named =
  /(?:^|[^一-鿿]|[在到去是我你们的])((?!隔壁|附近|对面|旁边|别的|其他)(?:(?![昨今明前后去到在来回你我他她们的了刚说把和打是看这那有业住全每各])[一-鿿a-z0-9]){2,8}?(?:花园|小区|项目|楼盘|广场|公寓|新城|家园|公馆|华府|大厦|分店|门店|支行|分行|营业厅|酒店|餐厅|超市|商场|4s店|售楼处|售楼部)(?:店|分店)?)/;
const places: readonly RegExp[] = [
  /(?<=[，,；;])((?![你您我他她这那贵本该上去到在来是找问]|别的|其他)[一-鿿]{2,7}(?:店|支行|营业厅))(?=$|[，,。.!！])/,
  /\b((?:(?:at|in|from) )?(?:(?:your|ur|the|their) )?(?:shop|store|branch|showroom|restaurant|salon|garage) (?:on|in|at) (?:the )?(?:[a-z0-9'&-]{2,20} ){1,2}(?:street|road|avenue|lane|square|mall|centre|center|park|market))\b/,
  /\b((?:at|in|from) your (?:[a-z0-9'&.-]{2,20} ){1,3}(?:place|pub|bar|depot|site|pharmacy|library|pool))\b/,
  /(?:[是在，,。;\s]|^)((?![是在就我])[一-鿿]{2,6}(?:路|街|店)那(?:个|家)(?:营业厅|门店|店|网点|支行|超市))/,
  /((?:在|位于|到|去)(?!隔壁|附近|对面|旁边)(?:你们|贵)?(?:的)?[一-鿿a-z0-9·]{2,14}?(?:(?:路|街)[一-鿿]{0,4}(?:店|支行|分行|营业厅|网点)|店|门店|分店|支行|分行|营业厅|售楼处|售楼部|小区|商场|超市|广场|酒店|机场|车站|餐厅|医院|学校|专柜|服务中心|网点|柜台|路|街|大厦|花园|公寓|大厅|前台|食堂|景区|影院|健身房|加油站)(?:店|分店)?)/,
  /\b((?:in|at|from) (?!(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)(?:the |your |our )?(?:[a-z0-9'&.-]{2,20} ){0,3}(?:store|branch|shop|restaurant|hotel|airport|mall|office|station|location|outlet|dealership|showroom|counter|terminal|supermarket|clinic|street|road|avenue|gym|cafe|building|apartment complex))\b/,
];
const preferences: readonly RegExp[] = [
  /((?:请|麻烦|最好|只|尽量|希望|可以)?(?:在|于)?(?:[一-鿿0-9:点]{0,12}(?:以后|之后|以前|之前|期间|左右|下午|上午|晚上|白天|中午|周末|工作日))?(?:给我|用)?(?:打|发|加)(?:我)?(?:的)?(?:电话|短信|微信|邮件|邮箱)(?:联系(?:我)?)?)/,
  /\b((?:please |only |best to |prefer(?:ably)? |you can |i prefer |i'd prefer )+(?:call|text|email|e-mail|phone|message|whatsapp|contact|reach|to be contacted)(?: me)?(?: by (?:phone|email|e-mail|text|sms))?(?: (?:after|before|between|in the|on|at|during|by|anytime)[^.!?\n]{0,40})?)/,
];
const wanted: readonly RegExp[] = [
  /((?:我|我们)?(?:只)?(?:要求|希望|想要|想让|请求|诉求是?|需要|强烈要求|必须|请|麻烦|我要|我们要|我想)(?:你们|您们?|贵公司|贵司|贵行|商家|平台|客服|尽快|马上|立即|能|能够|给我|给我们|帮我|把[这那我]?[一-鿿]{1,4}?|全额){0,3}(?:退|赔|换|修|重新[送发寄做办]|道歉|解决|处理|取消|补|给|停|删|开除|处罚|解释|答复|回复|说法|发货|恢复|查)[^。!?\n;]{0,40})/,
  /\b((?:i|we) (?:just |only |really |also |now )?(?:want|need|demand|would like|expect|request|am requesting|insist on)(?: (?:a|an|my|the|you|to|you to|your|some|someone))? (?:full |immediate |partial |proper |written )?(?:refund|money|replacement|compensat|apolog|explanation|repair|fix|cancel|exchange|credit|reimburse|response|answer|call|speak|return|be refunded|be compensated|it|this)[^.!?\n]{0,70})/,
];

const firstOf = (scan: Scan, patterns: readonly RegExp[]): string | undefined => {
  const text = scan.view.text.slice(0, 2000);
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    const words = match?.[1];
    if (!match || !words || words.trim().length < 2) continue;
    const start = match.index + match[0].indexOf(words);
    return scan.view.source.slice(scan.view.startOf(start), scan.view.endOf(start + words.length)).trim();
  }
  return undefined;
};

/** A postal address that comes as an answer is a place; in a story it may be anybody's. */
const addressIn = ({ view }: Scan): string | undefined => {
  const [first] = findAddresses(view.text.slice(0, 2000)).toSorted(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  return first && view.source.slice(view.startOf(first.start), view.endOf(first.end)).trim();
};

const isAside = new Set(['question', 'person', 'status', 'emergency', 'abuse']);

/** The detail we had asked for, where the text does not name it in words we know. */
const answered = (sources: DetailSources, found: Details): Details => {
  const { scan, intent, expecting, phones, emails, orders } = sources;
  const asked = detailNames.find((one) => one === expecting);
  const text = scan.view.source.trim();
  const wants = wantsOf(scan);
  if (asked === undefined || text === '') return {};
  const turnsAside = isAside.has(intent.intent);
  // "Please call after 5" asks for a call at five, which is how to be reached, not what is to be done.
  const isWay = asked !== 'wanted' && startsWithWay(text, false) && wants.every((one) => one === 'reply');
  const wish =
    wants.length > 0 && isBrief(text) && !turnsAside && !isWay ? { wanted: found.wanted ?? text } : {};
  const said = {
    text,
    found,
    wants,
    others: [...phones, ...emails, ...orders],
    isComplaint: intent.isComplaint,
    isAside: turnsAside,
  };
  const name = found.name ?? lateName(asked, said);
  const contactPreference = found.contactPreference ?? latePreference(asked, said);
  const isFound = asked === 'name' ? name !== undefined : asked !== 'narrative' && found[asked] !== undefined;
  if (isFound) return { ...wish, name, contactPreference };
  const answer = answerTo(asked, { ...said, found: { ...found, name } });
  return { ...wish, name, contactPreference, [asked]: answer };
};

/** A name that comes with a number while the words said back wait for their yes. */
const nameBeside = ({ scan, phones, emails, expecting, intent }: DetailSources): string | undefined => {
  const others = [...phones, ...emails];
  const text = scan.view.source.trim();
  if (expecting !== 'yes-no' || others.length === 0 || text.length > 80) return undefined;
  const { isComplaint } = intent;
  return lateName('phone', {
    text,
    found: { phone: others[0]?.value ?? '' },
    wants: [],
    others,
    isComplaint,
    isAside: false,
  });
};

const ofDay =
  /[日号天今昨刚早午晚]|周|星期|礼拜|\b(?:today|tonight|yesterday|morning|afternoon|evening|night|now|(?:mon|tues|wednes|thurs|fri|satur|sun)day|hours?|minutes?|days?)\b|\d{1,2}(?:st|nd|rd|th)?\b/;
const ofYear = /年|\byears?\b/;

/** Of several dates the one nearest to a day: 去年 tells how long one knows us, 今早 what happened. */
const nearest = (dates: readonly Span[]): Span | undefined => {
  // 上个月的虾滑 tells how old a thing is.
  const rank = ({ value }: Span): number =>
    ofYear.test(value) || value.endsWith('的') ? 2 : ofDay.test(value) ? 0 : 1;
  return dates.toSorted((a, b) => rank(a) - rank(b) || a.start - b.start)[0];
};

const hour = /点|时|[:：]\d|^(?:早上|上午|中午|下午|晚上|夜里|傍晚|晚)$/;
/** I want it fixed tonight: by when, not since when. */
const wishedBy =
  /\b(?:want|need|expect|like)\b[^.!?\n]{0,24}\b(?:fixed|sorted|done|repaired|mended|resolved|replaced|refunded|somebody|someone|out|here|back) $/;
const until = /^(?:之后|以后|之前|以前|后|前)/;

/** By when something shall be done, from when on we may call, or which day it was not, is not when it happened. */
const isBeside = (text: string, { start, end, value }: Span): boolean => {
  const before = text.slice(Math.max(0, start - 16), start);
  const after = text.slice(end, end + 8);
  return (
    /(?:\b(?:by|before|not)(?: on)?\s*(?:the\s*)?|不是)$/.test(before) ||
    /^(?:by|next)\b/.test(value) ||
    (/^(?:tonight|today|this)\b/.test(value) && wishedBy.test(text.slice(Math.max(0, start - 48), start))) ||
    /^(?:之前|以前|前)(?:必须|要|得|给|解决|修|答复|回复|处理|不)/.test(after) ||
    (hour.test(value) && !/[天日昨今前号]/.test(value) && until.test(after))
  );
};

/** The day it happened, as it was said. */
const whenIn = ({ scan, dates }: DetailSources): string | undefined => {
  const date = nearest(dates.filter((one) => !isBeside(scan.view.text, one)));
  if (!date) return undefined;
  // "Monday 16 November" is one day told twice.
  const next = dates.find(({ start }) => start > date.end - 1 && start - date.end <= 1);
  const end = next?.end ?? date.end;
  const words = scan.view.source.slice(scan.view.startOf(date.start), scan.view.endOf(end)).trim();
  return words.replace(/的$/, '');
};

/** Whose shop is meant is known; which of them it is, is not. */
const isAnyShop = /^(?:在|到|去)(?:你们|贵)的?店$/;

const placeIn = (scan: Scan): string | undefined => {
  const place = firstOf(scan, places);
  return place !== undefined && isAnyShop.test(place) ? undefined : place;
};

/** Questions after which words about mornings are no day on which something happened. */
const aboutThem: ReadonlySet<string> = new Set(['yes-no', 'name', 'contactPreference']);

/** How and when to be reached: all the parts that say so where a number is given with them, else the words that ask for it. */
const preferenceOf = ({ scan, phones, emails, expecting, intent }: DetailSources): string | undefined => {
  const numbers = [...phones, ...emails].map((one) => one.text);
  const text = scan.view.source.trim();
  const isBare = aboutThem.has(expecting ?? '') && startsWithWay(text, intent.isComplaint);
  const isGiven = (numbers.length > 0 || isBare) && text.length <= 120;
  const all = isGiven ? preferenceIn(text, numbers) : undefined;
  return all ?? firstOf(scan, preferences);
};

/** The needed details a text holds, each in the complainant's words; absent when not said. */
export const readDetails = (sources: DetailSources): Details => {
  const { scan, intent } = sources;
  const contactPreference = preferenceOf(sources);
  const telling = intent.isComplaint || intent.intent === 'addition' || intent.intent === 'emergency';
  const found: Details = {
    narrative: telling ? scan.view.source.trim() : undefined,
    when: whenIn(sources),
    where:
      placeIn(scan) ??
      (sources.expecting === null || contactPreference !== undefined ? undefined : addressIn(scan)),
    subject: firstOf(scan, [named]) ?? findSubject(scan),
    order: sources.orders[0]?.value,
    wanted:
      firstOf(scan, wanted) ??
      (sources.expecting === null || isAside.has(intent.intent)
        ? undefined
        : wishIn(scan.view.source.trim())),
    name: sources.names[0]?.value ?? nameBeside(sources),
    phone: sources.phones[0]?.value,
    email: sources.emails[0]?.value,
    contactPreference,
  };
  const said = Object.entries({ ...found, ...answered(sources, found) }).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  return Object.fromEntries(said);
};
