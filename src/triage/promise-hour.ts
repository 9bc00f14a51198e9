import { readChineseNumber } from './numbers.ts';

/** A time of day in whole minutes. */
export interface Hour {
  readonly hour: number;
  readonly minute: number;
}

interface Said {
  /** 上午, pm or nothing. */
  readonly part: string;
  readonly hour: number;
  readonly minute: number;
  /** 03:00 is what it says; a bare 3 is the afternoon's. */
  readonly exact: boolean;
}

const zhHour = '(\\d{1,2}|[一二两三四五六七八九十]{1,3})';
const part = '(凌晨|早上|上午|中午|下午|傍晚|晚上|今晚|明晚)?';
const zhClock = `${part}${zhHour}(?:点钟?|时|:(?=\\d{2}))(半|\\d{2})?`;
const zhRange = new RegExp(`${part}${zhHour}(?:(?:点钟?|时)半?|:\\d{2})? ?(?:到|至|-|–|—|~) ?${zhClock}`);
const enHour = '(\\d{1,2})(?:[:.](\\d{2}))? ?(am|pm|a\\.m\\.?|p\\.m\\.?)?';
const noHour =
  '(?![\\d/:%]| ?(?:working|business|days?|hours?|minutes?|weeks?|months?|euros?|dollars?|pounds?|per ?cent|st\\b|nd\\b|rd\\b|th\\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))';
const enRange = new RegExp(`\\b(?:between|from) ${enHour} ?(?:and|to|until|till|-|–) ?${enHour}${noHour}`);
const enShort =
  /\b(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)? ?(?:to|-|–) ?(\d{1,2})(?:[:.](\d{2}))? ?(am|pm|a\.m\.?|p\.m\.?)/;
const enClock = /\b(\d{1,2})(?:[:.](\d{2}))? ?(am|pm|a\.m\.|p\.m\.|o'clock)/;
const enBare = /\b(?:at|by|before) (\d{1,2})(?=[.!,;]*$|,? (?:on|today|tomorrow|tonight|this|in the)\b)/;

const at = ({ part, hour, minute, exact }: Said): Hour | null => {
  if (hour > 24 || minute > 59) return null;
  if (/^a|凌晨|早|上午/.test(part)) return { hour: part.startsWith('a') ? hour % 12 : hour % 24, minute };
  if (/晚/.test(part) && hour === 12) return { hour: 23, minute: 59 };
  const late = hour < 12 && (/^p|下午|晚|傍晚/.test(part) || (!exact && hour < 7));
  return { hour: (late ? hour + 12 : hour) % 24, minute };
};

const chineseHour = (text: string): Hour | null => {
  const said = text.replace(/(?:快|早|有|好|多|慢|(?<![今明])晚)一?点(?!\d|钟)/g, '');
  const range = zhRange.exec(said);
  const match = range?.slice(3) ?? new RegExp(zhClock).exec(said)?.slice(1);
  if (!match) return null;
  const clock = match[2] === '半' ? 30 : Number(match[2] ?? 0);
  const exact = match[2] !== undefined && /\d/.test(match[2]);
  const hour = readHour(match[1]);
  const start = readHour(range?.[2] ?? '0');
  const over = !match[0] && range !== null && hour < start && hour < 12 && !/上午|早/.test(range[1] ?? '');
  return at({ part: match[0] ?? range?.[1] ?? '', hour: over ? hour + 12 : hour, minute: clock, exact });
};

const readHour = (text = '0'): number => (/^\d/.test(text) ? Number(text) : readChineseNumber(text));

const englishHour = (text: string): Hour | null => {
  const range = enRange.exec(text) ?? enShort.exec(text);
  if (range) {
    const [start, hour] = [Number(range[1]), Number(range[4])];
    const part = range[6] ?? '';
    const over = !part && hour < start && hour < 12;
    return at({ part, hour: over ? hour + 12 : hour, minute: Number(range[5] ?? 0), exact: false });
  }
  const match = enClock.exec(text) ?? enBare.exec(text);
  const part = match?.[3] ?? (/evening|tonight/.test(text) ? 'pm' : '');
  return match && at({ part, hour: Number(match[1]), minute: Number(match[2] ?? 0), exact: false });
};

/** The time of day in a folded text; of two (between 9 and 12, 9点到12点) the later, by which it must have happened. */
export const promisedHour = (text: string): Hour | null =>
  englishHour(text.replace(/(?:\b12 )?\b(?:noon|midday)\b/g, '12 pm')) ??
  chineseHour(text) ??
  (/中午/.test(text) ? { hour: 12, minute: 0 } : null);
