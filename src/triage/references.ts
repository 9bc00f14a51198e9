import type { Span } from './contacts.ts';
import { matches } from './matches.ts';
import type { View } from './normalise.ts';

const code = '(?=[a-z0-9_/·-]{0,30}\\d)[a-z0-9](?:[a-z0-9]|[-_/·](?=[a-z0-9])){3,31}(?![a-z0-9])';
/** Written in groups: 7731 0092 8841, JD0002 271 884. */
const grouped =
  '(?:[a-z]{0,3}|(?!(?:for|in|on|at|of|is|to|was|the|and|from|no)\\b)[a-z]{1,4} )\\d{2,6}(?: \\d{2,5}){2,6}(?: \\d)?(?! ?\\d)(?![a-z])|\\d{3,6} \\d{4,6}(?! ?\\d)(?![a-z])';
const anyCode = `(?<code>${grouped}|${code})`;
const chineseWord =
  '(?:合同|认购书|协议|保单|保险单|保修卡|会员卡|储值卡|购物卡|年卡|维修卡|车架|机票|登机牌|处方|病历|住院|门诊|序列|sn|s/n|imei|产品|设备|机器|单车|充电桩|储物柜|水表|电表|气表|缴费户|客户|账户|宽带账|宽带|会员|工单|报案|案件|受理|维修|报修|退货|换货|取件|影楼|订座|订位|订房|预约|确认|发票|面单|追踪|查询|车牌|提单|凭证|流水|收据|收件|维保|参赛|准考证|考生|借阅|房屋|发动机|串|整机|条|取票|取证|卡面|后台|备案|税|快递面单)';
const chineseNoun = '(?:单号|单|號|号码?|编号|编码|代号|代码|条码|码|编號|合同|后[四五六]位|尾号|机号)';
const labelled: readonly RegExp[] = [
  `${chineseWord}${chineseNoun}?(?:补给你|补一下|补充|写的|上?[写印]?[是的])?(?:[ :(是为,]|编号|号码?|no\\.?){0,3}${anyCode}`,
  `(?:户|机|[账帐]|表|箱|柜|学|批|票|卡|桩|单)(?:单号|号码?|编号)(?:\\(?会员\\))?(?:[ :(是为,]){0,3}${anyCode}`,
  `[一-鿿](?<![机话证卡班次间房牌楼座工警诉信型货款月几第叫邮箱微线排名路站门店口尾])(?:号码?|编号)(?:[ :(是为,]){0,2}${anyCode}`,
  `(?:编号|编码|代号|单号|号码|卡号|票号|号牌)(?:[ :(是为,]){0,2}(?<code>(?=[0-9_/-]{0,12}[a-z])${code})`,
  `(?:顺丰|中通|圆通|申通|韵达|极兔|德邦|邮政|京东|菜鸟|百世|快递|物流|(?<![a-z])(?:zto|yto|sto|ems))(?:快递|速递|单号|快运|:| )?${anyCode}`,
  `(?<![a-z])(?:vin|s/n|sn|serial|inv|po|plate|registration|reg|contract|account|acct|meter|member(?:ship)?|voucher|pass|patient|ticket|claim|warranty|rma|return|tracking|container|batch|lot|lease|tenancy|licen[cs]e|ups|fedex|dhl|usps|dpd|evri|royal mail|hermes|courier|customer|client|cust|job|quote|imei|mpan|mprn|nhs|gift card|prescription|rx|file|chassis|unit|certificate|permit|docket|waybill|airbill|parcel|bill of lading|loan|student|library|ref|reference)(?: (?:serial|number|num|no|id|code|ref|reference|card|contract|plate|order|point)){0,2}\\.?(?: (?:is|was)| you asked[^.!?\\n:]{0,24})?[ :#(=]{1,3}${anyCode}`,
].map((source) => new RegExp(source, 'g'));
/** Letters and at least six digits in one: nothing but an identifier is built like that. */
const selfEvident = new RegExp(
  `(?<![a-z0-9_/·@.-])(?<code>(?=[a-z0-9]*[a-z])(?=(?:[a-z-]*\\d){6})(?=[a-z0-9-]{8,})${code})(?![.@][a-z])`,
  'g',
);
/** Two hyphens or five digits behind capitals: ORD-2291-55871, WX-77190, INV/2026/771. */
const built =
  /(?<![A-Za-z0-9_/.@-])(?:[A-Z0-9]{1,6}(?:[-/][A-Z0-9]{1,12}){2,4}|[A-Z]{2,5}-[A-Z]?\d{5,14}|(?<=^|, )(?!RTX|GTX|ISO|USB|HDMI|LED|COVID|WIFI)[A-Z]{2,6}-[A-Z0-9]*\d[A-Z0-9]{2,12})(?![A-Za-z0-9_/-])/g;
/** RA 5520-17; 7H2K9P, a booking; JD0002 271 884; LK21 XYZ, a British plate; 'plate BX 4471 K': capitals and digits with blanks between. */
const spaced: readonly RegExp[] = [
  /(?<![A-Za-z0-9_/.@#-])(?!TEL|FAX|CALL|USA|UK|US|HK)[A-Z]{2,4} \d{3,6}-\d{2,6}(?![\d-])/g,
  /(?<![A-Za-z0-9_/.@#-])(?=[A-Z0-9]*(?:\d[A-Z]\d|[A-Z]\d[A-Z]))(?=(?:[A-Z]*\d){2})(?=(?:\d*[A-Z]){2})[A-Z0-9]{6}(?![A-Za-z0-9_/-])/g,
  /(?<=(?<![Pp]romo|[Dd]iscount|[Cc]oupon|[Vv]oucher|[Zz]ip|[Pp]ost|[Ee]rror|QR|[Dd]ress|[Cc]ountry|[Aa]rea|[Oo]ffer|[Gg]ift) code(?: is|:)? )(?=[A-Z0-9]*\d)[A-Z0-9]{6,12}(?![A-Za-z0-9_/-])/g,
  /(?<![\d-])\d{6,14}-\d{6,18}(?![\d-])/g,
  /(?<![A-Za-z0-9_/.@-])(?:[A-Z]{2}\d{4,9}(?: \d{3,4}){1,3}|[A-Z]{2} \d{3} \d{3} \d{3} [A-Z]{2}|[A-Z]{2}\d{2} [A-Z]{3})(?![A-Za-z0-9_/-]| \d)/g,
  /(?<=\b(?:[Pp]lates?|[Rr]eg(?:istration)?|[Ll]icen[cs]e plate)(?: (?:number|no\.?|is|was)){0,2}:? )(?=[A-Z -]*\d)[A-Z0-9]{1,4}(?:[ -][A-Z0-9]{1,4}){1,2}(?![A-Za-z0-9_/-])/g,
];
/** 'Orla McGarvey, EX-5512,' · 'CONF-9X2LMQ, Samantha Pike': a code that stands where a letter has its heading. */
const heading =
  /^(?:[^,.:;!?\n]{2,36}[,:] ?)?(?<code>(?=[A-Z0-9-]*[A-Z])(?=[A-Z0-9-]*\d)[A-Z0-9]{2,8}(?:-[A-Z0-9]{1,10}){1,3}|(?=[A-Z]*\d)[A-Z0-9]{6,10})(?=[,.:;! ]|$)/;
const plate =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼滬遼魯鄂粵贛晉陝貴雲寧蘇][A-Z][· ]?[A-Z0-9]{5,6}(?![A-Za-z0-9])/g;

const notReference =
  /^(?:\d{1,4}(?:st|nd|rd|th|pm|am|days?|hours?|hrs?|k|gb|mb|ml|cm|mm|kg|g|w|v|mah)|(?:19|20)\d{2}[-/]?(?:[01]?\d)?(?:[-/][0-3]?\d)?|\d*\/[\d/]*|1[3-9]\d+[x*]+|x{2,}.*|\d{1,2}-\d{1,2}|(?:12|24)\/7|covid-?19|iso-?\d+|gb\/?t.*|\d+(?:px|dpi|fps|hz|p|mp|x\d+))$/i;

/** What the digits alone of a reference are called: with a word for 'number' they may be short. */
const numberWord = /[号码编號:：#=]|number|\bnum\b|\bno\b|\bid\b|ref|imei|s\/?n\b|\b(?:inv|po)\b/i;
/** Digits alone are an identifier only where they are long, and no date, sum or telephone follows from them. */
const isBareNumber = (value: string, label: string): boolean => {
  if (!/^\d+$/.test(value)) return false;
  const least = numberWord.test(label) ? 4 : /[一-鿿]/.test(label) ? 8 : 6;
  return value.length < least || value.length > 32;
};

/** The number of a complaint is ours, one of the police theirs; a model, a bank card, a clerk are many people's. */
export const ofOthers =
  /(?:complaint|case|crime|incident|police|model|firmware|version|投诉|警情|报警|立案|型号|型號|规格|款号|货号|工号|取件码|(?:银行|信用|储蓄|借记)卡)(?:编号|单号|工?单|号码?|码)?(?: (?:reference|number|no|ref|id|code))?\.?[ :：#是为(]{0,4}$/i;

interface Labelled extends Span {
  readonly label: string;
}

const inView = (view: View): Labelled[] =>
  [...labelled, selfEvident].flatMap((pattern) =>
    matches(view.text, pattern).map((match) => {
      const length = (match.groups?.code ?? '').length;
      const from = match.index + match[0].length - length;
      const [start, end] = [view.startOf(from), view.endOf(match.index + match[0].length)];
      return { start, end, value: view.source.slice(start, end), label: view.text.slice(match.index, from) };
    }),
  );

const inSource = ({ source }: View): Labelled[] => {
  const found = [built, ...spaced, plate].flatMap((pattern) =>
    matches(source, pattern).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      value: match[0],
      label: '',
    })),
  );
  const head = heading.exec(source)?.groups?.code;
  const start = head === undefined ? -1 : source.indexOf(head);
  return head === undefined ? found : [...found, { start, end: start + head.length, value: head, label: '' }];
};

/**
 * Numbers by which a matter is known besides orders: contracts, accounts, serial and plate numbers, codes with a heading's place.
 * Ranges of the received text. They are not shown in a masked text as orders are: an account is a person's.
 */
export const findReferences = (view: View): Span[] => {
  if (!/\d/.test(view.text)) return [];
  const found = [...inView(view), ...inSource(view)]
    .filter(
      ({ value, start, end, label }) =>
        /\d/.test(value) &&
        !/^的?投诉/.test(view.source.slice(end, end + 3)) &&
        !notReference.test(value) &&
        !isBareNumber(value, label) &&
        !ofOthers.test(view.source.slice(Math.max(0, start - 24), start)),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let until = 0;
  return found.filter(({ start, end }) => {
    const isFree = start >= until;
    if (isFree) until = end;
    return isFree;
  });
};
