import type { Instant } from '../terms.ts';
import { readChineseNumber, readEnglishNumber } from './numbers.ts';

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
  /(?:我们?|我方|我司|客服|专员|同事|师傅|工程师|这边|财务|公司)?(?:会|将会?|保证|承诺|一定|肯定|安排|预计|尽快在|答应)(?![不议员计])|\b(?:i|we|you|someone|our (?:team|engineer|technician|manager|colleague)|the (?:team|engineer|technician|manager|refund|parcel|replacement))(?:'ll| will| shall| am going to| are going to| promise| guarantee)\b|\bwill be (?:refunded|sent|called|repaired|replaced|fixed|credited|delivered|back)\b|(?:以?内|之?前|之?后)(?:给您|给你|为您)|明天|后天|下下?周|下个?月|下班前|本周内|工作日内|小时内|天内|\b(?:by tomorrow|by the end of|within \d)/;
const denying =
  /(?:不会|不能|无法|不保证|没法|如果您?|是否会|会不会)|\b(?:will not|won't|cannot|can't|if you|would you)\b/;
const acts: readonly (readonly [FoundPromise['act'], RegExp])[] = [
  ['call', /(?:打电话|致电|回电|电话联系|去电)|\b(?:call|phone|ring)\b/],
  ['refund', /(?:退款|退还|退回|返还|退费|到账|赔付|补偿)|\b(?:refund|credit|reimburse|repay|compensat)/],
  ['visit', /(?:上门|登门|到现场|拜访)|\b(?:visit|come (?:to|by|over|round)|on site|on-site)\b/],
  ['replace', /(?:换货|更换|换新|补发|重新发)|\b(?:replace|replacement|exchange|resend)\b/],
  ['repair', /(?:维修|修好|修复|检修|修理)|\b(?:repair|fix|mend)\b/],
  ['send', /(?:寄出|发货|发出|寄给|送到|发送|邮件发)|\b(?:send|ship|dispatch|deliver|email|mail)\b/],
  [
    'reply',
    /(?:回复|答复|联系|反馈|告知|通知|跟进)|\b(?:reply|respond|get back|update|contact|let you know|inform|write|answer|tell you)\b/,
  ],
  [
    'solve',
    /(?:解决|处理|落实|核实|完成|调查)|\b(?:resolve|solve|sort|investigate|complete|look into|check)\b/,
  ],
];

interface Clock {
  readonly now: Temporal.ZonedDateTime;
}

const number =
  '(\\d{1,3}|[一二两三四五六七八九十半几]{1,3}|an?|one|two|three|four|five|six|seven|eight|ten|twelve|fifteen|twenty|twenty-four|forty-eight|seventy-two)';
const span = new RegExp(
  `${number} ?(?:个|-)?\\s?(工作日|小时|钟头|分钟|天|日|周|星期|礼拜|月|(?:working|business) days?|hours?|minutes?|days?|weeks?|months?)(?=[^\\d]|$)`,
);
const weekDays = ['一', '二', '三', '四', '五', '六', '日'];
const englishDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const amountOf = (text: string): number =>
  /^[\da-z]/.test(text) ? Number(text) || readEnglishNumber(text) : readChineseNumber(text);

const addWorkingDays = (from: Temporal.ZonedDateTime, days: number): Temporal.ZonedDateTime => {
  let [day, left] = [from, days];
  while (left > 0) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek <= 5) left -= 1;
  }
  return day;
};

const afterSpan = (text: string, { now }: Clock): Temporal.ZonedDateTime | null => {
  const match = span.exec(text);
  if (!match) return null;
  const amount = amountOf(match[1] ?? '');
  const unit = match[2] ?? '';
  if (/工作日|working|business/.test(unit)) return addWorkingDays(now, Math.ceil(amount));
  if (/小时|钟头|hour/.test(unit)) return now.add({ minutes: Math.round(amount * 60) });
  if (/分钟|minute/.test(unit)) return now.add({ minutes: Math.round(amount) });
  if (/周|星期|礼拜|week/.test(unit)) return now.add({ days: Math.round(amount * 7) });
  return /月|month/.test(unit)
    ? now.add({ months: Math.max(1, Math.round(amount)) })
    : now.add({ days: Math.ceil(amount) });
};

const nextWeekday = (text: string, now: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null => {
  const chinese = /(下下?个?|这个?|本)?(?:周|星期|礼拜)([一二三四五六日天])/.exec(text);
  const english = /\b(next )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/.exec(text);
  if (!chinese && !english) return null;
  const wanted = chinese
    ? weekDays.indexOf((chinese[2] ?? '').replace('天', '日')) + 1
    : englishDays.indexOf(english?.[2] ?? '') + 1;
  if (chinese?.[1]?.startsWith('下')) {
    const weeks = chinese[1].startsWith('下下') ? 2 : 1;
    return now.add({ days: wanted - now.dayOfWeek + 7 * weeks });
  }
  const ahead = (wanted - now.dayOfWeek + 7) % 7;
  return now.add({ days: ahead === 0 && english ? 7 : ahead });
};

const namedDay = (text: string, now: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null => {
  if (/大后天/.test(text)) return now.add({ days: 3 });
  if (/后天|day after tomorrow/.test(text)) return now.add({ days: 2 });
  if (/明天|明日|明早|明晚|明午|tomorrow/.test(text)) return now.add({ days: 1 });
  if (/今天|今日|今晚|今早|下班前|today|tonight|end of (?:the )?day|close of business/.test(text)) return now;
  const chinese = /(?:(\d{1,2})月)?(\d{1,2})[日号](?!楼|线)/.exec(text);
  const english =
    /\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (\d{1,2})(?:st|nd|rd|th)?/.exec(
      text,
    );
  if (!chinese && !english) return nextWeekday(text, now);
  const month = chinese
    ? Number(chinese[1] ?? now.month)
    : englishMonths.indexOf(english?.[2] ?? english?.[3] ?? '') + 1;
  const day = Number(chinese?.[2] ?? english?.[1] ?? english?.[4]);
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const date = now.with({ month, day });
  if (Temporal.PlainDate.compare(date, now) >= 0) return date;
  return chinese && !chinese[1] ? date.add({ months: 1 }) : date.add({ years: 1 });
};

const hourOf = (text: string): { hour: number; minute: number } | null => {
  const match =
    /(上午|下午|晚上|中午|早上|傍晚|今晚|明晚)?(\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点|时|[::](?=\d{2}))(半|\d{2})?/.exec(
      text,
    );
  const english = /\b(\d{1,2})(?:[:.](\d{2}))? ?(am|pm|a\.m\.|p\.m\.)/.exec(text);
  if (match) {
    const hour = amountOf(match[2] ?? '0');
    const late = /下午|晚|傍晚/.test(match[1] ?? '') && hour < 12;
    return hour > 24
      ? null
      : { hour: (late ? hour + 12 : hour) % 24, minute: match[3] === '半' ? 30 : Number(match[3] ?? 0) };
  }
  if (!english) return /中午|noon/.test(text) ? { hour: 12, minute: 0 } : null;
  const hour = Number(english[1]) % 12;
  return { hour: (english[3] ?? '').startsWith('p') ? hour + 12 : hour, minute: Number(english[2] ?? 0) };
};

/** A day without an hour is due when the day's work ends, at 18:00, or at the day's end when that has passed. */
const dueAt = (text: string, clock: Clock): Instant | null => {
  const day = namedDay(text, clock.now);
  const hour = hourOf(text);
  if (!day && !hour) {
    const due = afterSpan(text, clock);
    return due ? due.toInstant().toString({ smallestUnit: 'millisecond' }) : null;
  }
  const base = day ?? clock.now;
  const ended = Temporal.PlainDate.compare(base, clock.now) === 0 && clock.now.hour >= 18;
  const time = hour ?? (ended ? { hour: 23, minute: 59 } : { hour: 18, minute: 0 });
  const exact = base.with({ ...time, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
  return exact.toInstant().toString({ smallestUnit: 'millisecond' });
};

/**
 * Promises in a text by staff, one a sentence: 明天下午3点前给您回电, 'We will refund you within 5 working days'.
 * Working days here skip Saturdays and Sundays only; the follow-up is offered for confirmation, so staff can correct it.
 *
 * @param now UTC
 * @param zone IANA name of the zone the staff speak in
 */
export const findPromises = (text: string, now: Instant, zone: string): readonly FoundPromise[] => {
  const clock = { now: Temporal.Instant.from(now).toZonedDateTimeISO(zone) };
  const out: FoundPromise[] = [];
  for (const sentence of text.split(/(?<=[。!?！？\n;；])|(?<=\.)(?=\s|$)/)) {
    const folded = sentence.normalize('NFKC').toLowerCase().replace(/[’]/g, "'");
    if (!promising.test(folded) || denying.test(folded) || /[?？]\s*$/.test(folded)) continue;
    const act = acts.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'other';
    const due = dueAt(folded, clock);
    if (act !== 'other' || due !== null) out.push({ text: sentence.trim(), dueAt: due, act });
  }
  return out;
};
