import type { ClauseId, Instant, Locale } from '../terms.ts';
import type { Grade } from './due.ts';
import type { Duration, DurationUnit } from './duration.ts';
import type { LengthEnd } from './length.ts';
import type { PackClock } from './pack.ts';
import { wallTime } from './time.ts';
import { uncertainYears } from './working-time.ts';

const units: Readonly<Record<DurationUnit, string>> = {
  minutes: '分钟',
  hours: '小时',
  days: '天',
  weeks: '周',
  months: '个月',
  'working hours': '个工作小时',
  'working days': '个工作日',
};

/** A length as people say it: `15 working days`, `1 day`, `15 个工作日`. */
export const lengthText = ({ count, unit }: Duration, locale: Locale): string => {
  if (locale === 'zh-CN') return `${count} ${units[unit]}`;
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
};

/** Lines of 'why this date', for people. Times are those of the policy's zone. */
export const step = {
  started: (
    { clock, from, zone }: { readonly clock: PackClock; readonly from: Instant; readonly zone: string },
    locale: Locale,
  ): string =>
    locale === 'zh-CN'
      ? `「${clock.label[locale]}」自 ${wallTime(from, zone)} 起算（${zone}）。`
      : `${clock.label[locale]}: runs from ${wallTime(from, zone)} (${zone}).`,

  counted: (
    given: LengthEnd & {
      readonly within: Duration;
      readonly from: Instant;
      readonly clause: ClauseId;
      readonly zone: string;
    },
    locale: Locale,
  ): readonly string[] => {
    const { within, clause, calendar, ends, readAsClock, at, zone } = given;
    const unsure = calendar ? uncertainYears(given.from, at, calendar).join(', ') : '';
    const zh = locale === 'zh-CN';
    const length = lengthText(within, locale);
    const over = calendar ? (zh ? `，按日历 ${calendar.id}` : `, calendar ${calendar.id}`) : '';
    const notes = {
      level: zh
        ? '1、2 级不等上班时间，按自然时间计。'
        : 'Levels 1 and 2 do not wait for the office: read as clock time.',
      calendar: zh ? '没有可用的工作日历，按自然时间计。' : 'No usable calendar: read as clock time.',
    };
    const until = {
      moment: '',
      day: zh ? '，至当日结束' : ', to the end of that day',
      business: zh ? '，至当日下班' : ', to the close of business that day',
    }[ends];
    return [
      zh ? `时限 ${length}${over}（${clause}）。` : `Limit ${length}${over} (${clause}).`,
      ...(readAsClock ? [notes[readAsClock]] : []),
      ...(unsure === ''
        ? []
        : [
            zh
              ? `${unsure} 年的放假调休安排尚未完整，日期可能变动。`
              : `Holidays of ${unsure} are not fully known: the date may move.`,
          ]),
      zh ? `到期 ${wallTime(at, zone)}${until}。` : `Due ${wallTime(at, zone)}${until}.`,
    ];
  },

  promised: (
    { at, clause, zone }: { readonly at: Instant; readonly clause: ClauseId; readonly zone: string },
    locale: Locale,
  ): string =>
    locale === 'zh-CN'
      ? `按约定日期 ${wallTime(at, zone)}（${clause}）。`
      : `Due on the date agreed, ${wallTime(at, zone)} (${clause}).`,

  notSooner: (
    { at, clause, zone }: { readonly at: Instant; readonly clause: ClauseId; readonly zone: string },
    locale: Locale,
  ): string =>
    locale === 'zh-CN'
      ? `另有时限 ${wallTime(at, zone)}（${clause}），取较早者。`
      : `Also due ${wallTime(at, zone)} (${clause}); the earlier one holds.`,

  regraded: (
    given: {
      readonly grade: Grade;
      readonly moves: boolean;
      readonly stricter: boolean;
      readonly zone: string;
    },
    locale: Locale,
  ): string => {
    const { grade, moves, stricter, zone } = given;
    const at = wallTime(grade.at, zone);
    if (locale === 'zh-CN') {
      const what = stricter ? '新时限自改级时起算' : '新时限自起点起算';
      return `${at} 改为 ${grade.severity} 级：${moves ? what : '日期不变'}。`;
    }
    const what = stricter ? 'the new limit runs from then' : 'the new limit runs from the start';
    return `${at} graded level ${grade.severity}: ${moves ? what : 'the date stands'}.`;
  },

  paused: (
    given: {
      readonly from: Instant;
      readonly to: Instant;
      readonly at: Instant;
      readonly limited: boolean;
      readonly zone: string;
    },
    locale: Locale,
  ): string => {
    const { from, to, at, limited, zone } = given;
    const span = `${wallTime(from, zone)} – ${wallTime(to, zone)}`;
    if (locale === 'zh-CN') {
      return `暂停 ${span}${limited ? '（已到上限）' : ''}，到期改为 ${wallTime(at, zone)}。`;
    }
    return `Paused ${span}${limited ? ' (the most allowed)' : ''}: due ${wallTime(at, zone)}.`;
  },
};
