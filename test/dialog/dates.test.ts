import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spellTime } from '../../src/dialog/script/dates.ts';

const around = { now: '2026-11-23T02:07:00.000Z', zone: 'Asia/Shanghai' } as const;
const zh = (instant: string) => spellTime(instant, { ...around, locale: 'zh-CN' });
const en = (instant: string) => spellTime(instant, { ...around, locale: 'en' });

describe('when something is promised, as a complainant reads it', () => {
  it('is a quarter of an hour, never later than the duty', () => {
    expect(zh('2026-11-23T06:07:00.000Z')).toBe('今天（11月23日）14:00');
    expect(en('2026-11-23T06:07:00.000Z')).toBe('2:00 pm today (23 November)');
    expect(en('2026-11-24T02:59:59.000Z')).toBe('10:45 am tomorrow (24 November)');
  });

  it('is said to the minute when the quarter before it is over', () => {
    expect(zh('2026-11-23T02:09:00.000Z')).toBe('今天（11月23日）10:09');
  });

  it('is the day itself where it ends with the day', () => {
    expect(zh('2026-12-08T15:59:59.000Z')).toBe('12月8日（周二）');
    expect(en('2026-12-08T15:59:59.000Z')).toBe('Tuesday 8 December');
    expect(zh('2026-11-23T15:59:59.000Z')).toBe('今天（11月23日）之内');
    expect(en('2026-11-24T15:59:59.000Z')).toBe('the end of tomorrow (24 November)');
  });

  it('never names a time after the real one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), (minutes) => {
        const due = Temporal.Instant.from(around.now).add({ minutes });
        const [, hour = '', minute = ''] = /(\d{1,2}):(\d{2})/.exec(zh(due.toString())) ?? [];
        if (hour === '') return;
        const real = due.toZonedDateTimeISO(around.zone);
        expect(Number(hour) * 60 + Number(minute)).toBeLessThanOrEqual(real.hour * 60 + real.minute);
      }),
    );
  });
});
