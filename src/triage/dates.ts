import type { Span } from './contacts.ts';
import { matches } from './matches.ts';
import type { View } from './normalise.ts';

const zhNumber = '(?:\\d{1,3}|[一二两三四五六七八九十几半]{1,3})';
const part = '(?:早上|上午|中午|下午|晚上|凌晨|傍晚|夜里|夜间|早晨|午后|半夜|晚)';
const clock = `(?:${zhNumber}(?:点|时)(?:半|钟|${zhNumber}分?|左右|多)?|\\d{1,2}[:：]\\d{2})`;
const zhDay = `(?:(?:(?:19|20)?\\d{2}年)?(?:\\d{1,2}|[一二三四五六七八九]|十[一二]?)月(?:\\d{1,2}[日号]?|份?(?:初|底|中旬?|末|头上?)?)|(?:19|20)\\d{2}年(?:初|底)?|去年(?:\\d{1,2}月份?(?:\\d{1,2}[日号])?|初|底|年底|冬天|夏天|春天|秋天)?|今年(?:\\d{1,2}月份?(?:\\d{1,2}[日号])?|初|年初|春节|夏天)?|前年|大前天|前天|昨天|昨日|昨晚|昨夜|今天|今日|今早|今晚|今晨|刚才|刚刚|前几天|前两天|前段时间|前阵子|上上?个?(?:周|星期|礼拜)(?:[一二三四五六日天末])?|这?(?:周|星期|礼拜)[一二三四五六日天末]|上上?个月(?:初|底|中旬|\\d{1,2}[日号])?|这个月(?:初|\\d{1,2}[日号])?|本月(?:初|\\d{1,2}[日号])?|月初|上月|${zhNumber}个?多?(?:天|日|周|星期|礼拜|月|年|小时|分钟|钟头)(?:多|半)?(?:之?前|以前)|国庆(?:节|期间|假期)?|五一|元旦|春节(?:期间|前|后)?|过年(?:前|后|期间)|中秋(?:节)?|端午(?:节)?|双十一|双11|双十二|618|\\d{1,2}[日号](?!楼|线|店|门|房|机|桌|院|厅|柜|窗|车|航|卡))`;
const chinese = new RegExp(
  `(?<![\\d.])${zhDay}(?:的)?(?:${part})?(?:${clock})?|(?<![\\d])${part}${clock}`,
  'g',
);

const months =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const days =
  '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const count =
  '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a few|a couple(?: of)?|several|many)';
const enDay = [
  `(?:on|since|by|until|from) the \\d{1,2}(?:st|nd|rd|th)(?! (?:floor|street|avenue|time|of))`,
  `\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${months}(?:,? (?:19|20)\\d{2})?`,
  `${months} \\d{1,2}(?:st|nd|rd|th)?(?:,? (?:19|20)\\d{2})?(?!\\d)`,
  `(?:in|since|on|of|early|late|mid|around|until|by|from|last|this) ?-?${months}(?: \\d{1,2}(?:st|nd|rd|th)?(?!\\d))?(?:,? (?:19|20)\\d{2})?`,
  `(?:${months}) (?:19|20)\\d{2}`,
  `(?:last|past|this|next|on|since|this past) ${days}(?: (?:morning|afternoon|evening|night))?`,
  `(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?: (?:morning|afternoon|evening|night))?`,
  `(?:last|this|the other|earlier this) (?:week|weekend|month|year|night|summer|winter|spring|autumn|fall|christmas|morning|afternoon|evening|day)`,
  `(?:about |over |almost |nearly |more than )?${count} (?:minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|years?)(?: ago| back)`,
  `since (?:about |over |almost )?${count} (?:hours?|days?|weeks?|months?)`,
  "the day before yesterday|yesterday(?: (?:morning|afternoon|evening|night))?|today|tonight|just now|recently|black friday|christmas(?: eve| day)?|new year(?:'s)?(?: eve| day)?|thanksgiving|easter",
].join('|');
const english = new RegExp(
  `\\b(?:${enDay})\\b(?:,? (?:at|around|about|@) \\d{1,2}(?:[:.]\\d{2})? ?(?:am|pm|a\\.m\\.|p\\.m\\.)?)?`,
  'g',
);
const numeric =
  /(?<![\d./$-])(?:(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\/\d{1,2}\/(?:19|20)?\d{2}|xx\/xx\/(?:\d{4}|x{4}))(?:[ t]\d{1,2}:\d{2}(?::\d{2})?)?(?![\d/])/g;

/** Dates, absolute and relative, in the words they were said in; longest first where they overlap. */
export const findDates = (view: View): Span[] => {
  const all: Span[] = [];
  for (const pattern of [numeric, chinese, english]) {
    for (const match of matches(view.text, pattern)) {
      all.push({ start: match.index, end: match.index + match[0].length, value: match[0].trim() });
    }
  }
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Span[] = [];
  for (const one of all) if (one.start >= (out.at(-1)?.end ?? 0)) out.push(one);
  return out;
};
