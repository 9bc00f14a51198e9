import type { Instant } from '../terms.ts';
import { readChineseNumber, readEnglishNumber } from './numbers.ts';
import { promisedDay } from './promise-day.ts';
import { promisedHour } from './promise-hour.ts';

/** A date or an act that staff promised in a text (CL-8). */
export interface FoundPromise {
  /** The sentence, as written. */
  readonly text: string;
  /** When it falls due, UTC; null when no time was named. */
  readonly dueAt: Instant | null;
  /** What was promised. */
  readonly act: 'call' | 'reply' | 'refund' | 'send' | 'repair' | 'visit' | 'replace' | 'solve' | 'other';
}

const promising =
  /(?:我们?|我方|我司|客服|专员|同事|师傅|工程师|这边|财务|公司)?(?:会|将会?|保证|承诺|一定|肯定|安排|预计|尽快在|答应)(?![不议员计])|\b(?:i|we|you|someone|our (?:team|engineer|technician|manager|colleague)|the (?:team|engineer|technician|manager|refund|parcel|replacement))(?:'ll| will| shall| am going to| are going to| promise| guarantee)\b|\bwill be (?:refunded|sent|called|repaired|replaced|fixed|credited|delivered|back)\b|(?:以?内|之?前|之?后)(?:给您|给你|为您)|明天|后天|下下?周|下个?月|下班前|[本这下]周|[本这]个?月内|工作日内|小时内|分钟内|天内|(?:[月年周][底末]|月底|[日号节]|元旦|国庆|五一|圣诞|\d{1,2}[/-]\d{1,2})[之以]?前|年内|(?:个月|周|星期)内(?:给您|为您|退|寄|发|上门|到账|解决|处理|完成|回复|答复)|(?:周|星期|礼拜)[一二三四五六日天末](?!.*[没已]).{0,12}(?:给您|为您|上门|打电话|联系您)|\b(?:and will|by tomorrow|by (?:the )?(?:end of|\d|month[- ]end|year[- ]end)|before the end of|within (?:\d|half|an?\b))/;
const denying =
  /(?:不会|不能|无法|不保证|没法|如果您?|是否会|会不会)|\b(?:will not|won't|cannot|can't|if you|would you)\b/;
const acts: readonly (readonly [FoundPromise['act'], RegExp])[] = [
  ['call', /(?:打电话|致电|回电|电话联系|去电)|\b(?:call|phone|ring)\b/],
  ['refund', /(?:退款|退还|退回|返还|退费|到账|赔付|补偿)|\b(?:refund|credit|reimburse|repay|compensat)/],
  ['visit', /(?:上门|登门|到现场|拜访)|\b(?:visit|come (?:to|by|over|round)|on site|on-site)\b/],
  ['replace', /(?:换货|更换|换新|补发|重新发)|\b(?:replace|replacement|exchange|resend)\b/],
  ['repair', /(?:维修|修好|修复|检修|修理)|\b(?:repair|fix|mend)\b/],
  [
    'send',
    /(?:寄出|发货|发出|寄给|送到|发送|邮件发)|\b(?:send|sent|ship(?:ped)?|dispatch(?:ed)?|deliver(?:ed)?|email|mail)\b/,
  ],
  [
    'reply',
    /(?:回复|答复|联系|反馈|告知|通知|跟进)|\b(?:reply|respond|get back|update|contact|let you know|inform|write|answer|tell you)\b/,
  ],
  [
    'solve',
    /(?:解决|处理|落实|核实|完成|调查)|\b(?:resolve|solve|sort|investigate|complete|look into|check)\b/,
  ],
];

type Moment = Temporal.ZonedDateTime;

const number =
  '(?<![a-z\\d.])(\\d{1,3}(?:\\.\\d)?|[一二两三四五六七八九十半几]{1,3}|half(?: an?)?|a few|(?:a )?couple of|several|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|(?:twenty|thirty|forty|fifty|sixty|seventy|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)';
const span = new RegExp(
  `${number}( and a half|个半)? ?(?:个|-)?\\s?(工作日|小时|钟头|分钟|天|日|周|星期|礼拜|月|(?:working|business) days?|hours?|minutes?|days?|weeks?|months?)( and a half|半)?(?=[^\\d]|$)(?![之以]?前[^给为会回退答上]| ago)`,
);
const quarter = /(?:\b(?:a )?quarter of an hour|\b15-minute|一刻钟)/;

const amountOf = (text: string): number => {
  if (text.startsWith('half')) return 0.5;
  return /^[\da-z]/.test(text) ? Number(text) || readEnglishNumber(text) : readChineseNumber(text);
};

const addWorkingDays = (from: Moment, days: number): Moment => {
  let [day, left] = [from, days];
  while (left > 0) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek <= 5) left -= 1;
  }
  return day;
};

const afterSpan = (text: string, now: Moment): Moment | null => {
  if (quarter.test(text)) return now.add({ minutes: 15 });
  const match = span.exec(text);
  if (!match) return null;
  const amount = amountOf(match[1] ?? '') + (match[2] || match[4] ? 0.5 : 0);
  const unit = match[3] ?? '';
  if (/工作日|working|business/.test(unit)) return addWorkingDays(now, Math.ceil(amount));
  if (/小时|钟头|hour/.test(unit)) return now.add({ minutes: Math.round(amount * 60) });
  if (/分钟|minute/.test(unit)) return now.add({ minutes: Math.round(amount) });
  if (/周|星期|礼拜|week/.test(unit)) return now.add({ days: Math.round(amount * 7) });
  if (!/月|month/.test(unit)) return now.add({ days: Math.ceil(amount) });
  return now.add({ months: Math.floor(amount), days: amount % 1 ? 15 : 0 });
};

const thisDay = /今天|今日|今晚|今早|下班前|today|tonight|end of (?:the )?day|close of business/;

/** A day without an hour is due when the day's work ends, at 18:00, or at the day's end when that has passed. */
const momentOf = (text: string, now: Moment): Moment | null => {
  const day = promisedDay(text, now.toPlainDate());
  const hour = promisedHour(text);
  const later = day || hour ? null : afterSpan(text, now);
  if (later) return later;
  if (!day && !hour && !thisDay.test(text)) return null;
  const ended = (!day || day.equals(now.toPlainDate())) && now.hour >= 18;
  const time = hour ?? (ended ? { hour: 23, minute: 59 } : { hour: 18, minute: 0 });
  const base = day ? now.with({ year: day.year, month: day.month, day: day.day }) : now;
  return base.with({ ...time, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
};

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[’]/g, "'");

interface Part {
  readonly text: string;
  readonly act: FoundPromise['act'];
  readonly due: Moment | null;
}

const partOf = (text: string, now: Moment): Part => {
  const folded = fold(text);
  const act = acts.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'other';
  return { text, act, due: momentOf(folded, now) };
};

const whole = ({ act, due }: Part): boolean => act !== 'other' && due !== null;
const joint =
  /(?<=[,，、])(?!\d)|(?<!\b(?:between|from) [^,]{1,20})(?=\s(?:and|then)\s)|(?=(?<!大)[明后]天|大后天|(?<=[^\d到至])下?周[一二三四五六日天])/i;

/** A sentence falls apart only where both sides name an act and a time: 明天打电话，后天上门 is two promises. */
const partsOf = (sentence: string, now: Moment): readonly Part[] => {
  const out: Part[] = [];
  const pieces = sentence.split(joint);
  for (let index = 0; index < pieces.length; index += 1) {
    const last = out.at(-1);
    let text = pieces[index] ?? '';
    const next = pieces[index + 1];
    const timeOnly = partOf(text, now);
    if (last && whole(last) && next && timeOnly.act === 'other' && timeOnly.due && !/^\s*to\b/i.test(next)) {
      const ahead = partOf(next, now);
      if (ahead.act !== 'other' && !ahead.due) {
        text += next;
        index += 1;
      }
    }
    const part = partOf(text, now);
    if (!last || (whole(last) && whole(part))) out.push(part);
    else out.splice(-1, 1, partOf(last.text + text, now));
  }
  return out;
};

const sentenceEnd =
  /(?<=[。!?！？\n;；])|(?<=(?<!\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec))\.)(?=\s|$)/i;

/**
 * Promises in a text by staff: 明天下午3点前给您回电, 'We will refund you within 5 working days'; more than one in a
 * sentence when each has its own act and time.
 * Working days here skip Saturdays and Sundays only; the follow-up is offered for confirmation, so staff can correct it.
 *
 * @param now UTC
 * @param zone IANA name of the zone the staff speak in
 */
export const findPromises = (text: string, now: Instant, zone: string): readonly FoundPromise[] => {
  const moment = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
  const out: FoundPromise[] = [];
  for (const sentence of text.split(sentenceEnd)) {
    const folded = fold(sentence);
    if (!promising.test(folded) || denying.test(folded) || /[?？]\s*$/.test(folded)) continue;
    for (const { text: said, act, due } of partsOf(sentence, moment)) {
      const dueAt = due?.toInstant().toString({ smallestUnit: 'millisecond' }) ?? null;
      const trimmed = said.replace(
        /^\s*(?:(?:and|then)\s)?\s*|(?:\s(?:and|then))?[,，、\s]+$|\s(?:and|then)$/gi,
        '',
      );
      if (act !== 'other' || dueAt !== null) out.push({ text: trimmed, dueAt, act });
    }
  }
  return out;
};
