import type { Span } from './contacts.ts';
import type { View } from './normalise.ts';

const code = '(?=[a-z0-9_/·-]{0,30}\\d)[a-z0-9](?:[a-z0-9]|[-_/·](?=[a-z0-9])){3,31}(?![a-z0-9])';
const chineseWord =
  '(?:合同|认购书|协议|保单|保险单|保修卡|会员卡|储值卡|年卡|维修卡|车架|票|机票|登机牌|处方|病历|住院|序列|产品|设备|机器|户|缴费户|客户|账|帐|宽带账|宽带|会员|工|报案|案件|受理|维修|报修|工单|退货|换货|取件|影楼|订座|订位|订房|预约|批|追踪|查询|车牌|提单|箱|柜|学|凭证|流水|收据|收件)';
const labelled: readonly RegExp[] = [
  new RegExp(
    `${chineseWord}(?:单|单号|號|号码?|编号|编码|代号|代码|条码|码|编號|合同)?(?:补给你|补一下|补充|写的)?(?:[ :(是为,]|编号|号码?){0,3}(?<code>${code})`,
    'g',
  ),
  new RegExp(
    `(?:编号|编码|代号|单号|号码|卡号|票号|号牌)(?:[ :(是为,]){0,2}(?<code>(?=[0-9_/-]{0,12}[a-z])${code})`,
    'g',
  ),
  new RegExp(
    `(?:顺丰|中通|圆通|申通|韵达|极兔|德邦|邮政|京东|菜鸟|百世|快递|物流)(?:快递|速递|单号|快运|:| )?(?<code>${code})`,
    'g',
  ),
  new RegExp(
    `(?<![a-z])(?:vin|serial|plate|registration|reg|contract|account|acct|meter|member(?:ship)?|voucher|pass|patient|case|ticket|claim|warranty|rma|return|tracking|container|batch|lot|lease|licen[cs]e|ups|fedex|dhl|usps|dpd|evri|royal mail|hermes|courier|customer|client|cust|job|quote|imei|prescription|rx|file|chassis|unit|certificate|permit|docket|waybill|bill of lading|ref|reference)(?: (?:number|num|no|id|code|ref|card|contract|plate))?\\.?(?: (?:is|was)| you asked[^.!?\\n:]{0,24})?[ :#(=]{1,3}(?<code>${code})`,
    'g',
  ),
];
/** Letters and at least six digits in one: nothing but an identifier is built like that. */
const selfEvident = new RegExp(
  `(?<![a-z0-9_/·@.-])(?<code>(?=[a-z0-9]*[a-z])(?=(?:[a-z-]*\\d){6})(?=[a-z0-9-]{8,})${code})(?![.@][a-z])`,
  'g',
);
/** Two hyphens or five digits behind capitals: ORD-2291-55871, WX-77190, INV/2026/771. */
const built =
  /(?<![A-Za-z0-9_/.@-])(?:[A-Z0-9]{1,6}(?:[-/][A-Z0-9]{1,12}){2,4}|[A-Z]{2,5}-[A-Z]?\d{5,14}|(?<=^|, )(?!RTX|GTX|ISO|USB|HDMI|LED|COVID|WIFI)[A-Z]{2,6}-[A-Z0-9]*\d[A-Z0-9]{2,12})(?![A-Za-z0-9_/-])/g;
/** 'Orla McGarvey, EX-5512,' · 'CONF-9X2LMQ, Samantha Pike': a code that stands where a letter has its heading. */
const heading =
  /^(?:[^,.:;!?\n]{2,36}[,:] ?)?(?<code>(?=[A-Z0-9-]*[A-Z])(?=[A-Z0-9-]*\d)[A-Z0-9]{2,8}(?:-[A-Z0-9]{1,10}){1,3}|(?=[A-Z]*\d)[A-Z0-9]{6,10})(?=[,.:;! ]|$)/;
const plate =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]·?[A-Z0-9]{5,6}(?![A-Za-z0-9])/g;

const notReference =
  /^(?:\d{1,4}(?:st|nd|rd|th|pm|am|days?|hours?|hrs?|k|gb|mb|ml|cm|mm|kg|g|w|v|mah)|(?:19|20)\d{2}[-/]?(?:[01]?\d)?(?:[-/][0-3]?\d)?|[\d/]+|\d{1,2}-\d{1,2}|(?:12|24)\/7|covid-?19|iso-?\d+|gb\/?t.*|\d+(?:px|dpi|fps|hz|p|mp|x\d+))$/i;
/** Digits alone are an identifier only where they are long, and no date, sum or telephone follows from them. */
const isBareNumber = (text: string): boolean => /^\d+$/.test(text) && (text.length < 6 || text.length > 24);

/** The number of a complaint is ours, not theirs. */
const ofOurs = /(?:complaint|case|投诉)(?: (?:number|no|ref|id))?\.?[ :：#编号]{0,4}$/i;

const inView = (view: View): Span[] =>
  [...labelled, selfEvident].flatMap((pattern) =>
    [...view.text.matchAll(pattern)].map((match) => {
      const length = (match.groups?.code ?? '').length;
      const end = view.endOf(match.index + match[0].length);
      const start = view.startOf(match.index + match[0].length - length);
      return { start, end, value: view.source.slice(start, end) };
    }),
  );

const inSource = ({ source }: View): Span[] => {
  const found = [built, plate].flatMap((pattern) =>
    [...source.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      value: match[0],
    })),
  );
  const head = heading.exec(source)?.groups?.code;
  const start = head === undefined ? -1 : source.indexOf(head);
  return head === undefined ? found : [...found, { start, end: start + head.length, value: head }];
};

/**
 * Numbers by which a matter is known besides orders: contracts, accounts, serial and plate numbers, codes with a heading's place.
 * Ranges of the received text. They are not shown in a masked text as orders are: an account is a person's.
 */
export const findReferences = (view: View): Span[] => {
  const found = [...inView(view), ...inSource(view)]
    .filter(
      ({ value, start }) =>
        /\d/.test(value) &&
        !notReference.test(value) &&
        !isBareNumber(value) &&
        !ofOurs.test(view.source.slice(Math.max(0, start - 14), start)),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let until = 0;
  return found.filter(({ start, end }) => {
    const isFree = start >= until;
    if (isFree) until = end;
    return isFree;
  });
};
