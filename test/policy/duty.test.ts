import { describe, expect, test } from 'vitest';
import { isOnDuty, nextOnDuty, silenceCountsFrom, standsIn, whoIsAsked } from '../../src/policy/duty.ts';
import { parseOrganisation } from '../../src/policy/organisation.ts';
import { isZone } from '../../src/policy/time.ts';

const zone = 'Asia/Shanghai';
const parsed = parseOrganisation({
  file: 'works.yaml',
  text: `
id: works
name: { zh-CN: 晨光, en: Chenguang }
privacyUrl: /privacy
contact: { zh-CN: 电话, en: telephone }
people:
  - id: hu
    name: 胡敏
    roles: [head]
    deputies: [he, wu]
    absences: [{ from: '2026-11-24', to: '2026-11-25' }]
    rota: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }]
  - { id: he, name: 何川, roles: [handler] }
  - { id: wu, name: 吴建国, roles: [leader] }
`,
});
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
const { organisation } = parsed;
const [hu] = organisation.people;
if (hu === undefined) throw new Error('nobody');
/** Monday 23 November 2026, Shanghai wall time. */
const at = (day: number, time: string) => new Date(`2026-11-${day}T${time}:00+08:00`).toISOString();
const question = (instant: string, recused: readonly string[] = []) => ({
  organisation,
  at: instant,
  zone,
  recused,
});

describe('who is at work [ES-4]', () => {
  test.each([
    ['in their hours', at(23, '10:00'), true],
    ['before them', at(23, '08:59'), false],
    ['at their end', at(23, '18:00'), false],
    ['on an absent day', at(24, '10:00'), false],
    ['at the weekend', at(28, '10:00'), false],
  ])('%s', (_, instant, expected) => expect(isOnDuty(hu, instant, zone)).toBe(expected));

  test('the next duty skips absences and weekends', () => {
    expect(nextOnDuty(hu, at(23, '19:00'), zone)).toBe(at(26, '09:00'));
    expect(nextOnDuty(hu, at(27, '18:30'), zone)).toBe(at(30, '09:00'));
  });
});

describe('a rota [ES-4]', () => {
  const weekday = { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };

  test('is read on the clock of where somebody works, also when that changes to summer time', () => {
    const london = { ...hu, absences: [], zone: 'Europe/London', rota: [weekday] };
    const noon = { ...london, rota: [{ ...weekday, from: '09:00', to: '10:00' }] };
    expect(isOnDuty(london, at(23, '16:59'), zone)).toBe(false);
    expect(isOnDuty(london, at(23, '17:00'), zone)).toBe(true);
    expect(nextOnDuty(london, at(23, '10:00'), zone)).toBe(at(23, '17:00'));
    expect(isOnDuty(noon, '2026-03-27T09:00:00.000Z', zone)).toBe(true);
    expect(isOnDuty(noon, '2026-03-30T09:00:00.000Z', zone)).toBe(false);
    expect(nextOnDuty(noon, '2026-03-28T09:00:00.000Z', zone)).toBe('2026-03-30T08:00:00.000Z');
  });

  test('knows a zone by its name of today and by its old one', () => {
    expect(['Asia/Kolkata', 'Asia/Calcutta', 'Europe/Kyiv', 'UTC', 'Mars/Olympus'].map(isZone)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(isOnDuty({ ...hu, zone: 'Asia/Kolkata' }, at(23, '11:29'), zone)).toBe(false);
    expect(isOnDuty({ ...hu, zone: 'Asia/Kolkata' }, at(23, '11:30'), zone)).toBe(true);
  });

  test('may last through the night, into a day that is not on it', () => {
    const night = { ...hu, absences: [], rota: [{ weekdays: [5, 7], from: '22:00', to: '06:00' }] };
    const on = (day: number, time: string) => isOnDuty(night, at(day, time), zone);
    expect([on(27, '21:59'), on(27, '22:00'), on(28, '05:59'), on(28, '06:00')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([on(29, '23:00'), on(30, '05:00'), on(30, '22:30')]).toEqual([true, true, false]);
    expect(nextOnDuty(night, at(28, '12:00'), zone)).toBe(at(29, '22:00'));
    const evening = { ...night, rota: [{ weekdays: [5], from: '16:00', to: '00:00' }] };
    expect(isOnDuty(evening, at(27, '23:59'), zone)).toBe(true);
    expect(isOnDuty(evening, at(28, '00:00'), zone)).toBe(false);
  });
});

describe('whom a call reaches [ES-4]', () => {
  test('the holder at work; else the first deputy, named with whom they stand in for', () => {
    expect(whoIsAsked('head', question(at(23, '10:00')))).toEqual([{ person: 'hu', standsInFor: null }]);
    expect(whoIsAsked('head', question(at(24, '10:00')))).toEqual([{ person: 'he', standsInFor: 'hu' }]);
    expect(standsIn('he', 'head', question(at(24, '10:00')))).toBe(true);
    expect(standsIn('he', 'head', question(at(23, '10:00')))).toBe(false);
  });

  test('nobody who keeps out, and not their deputies either [S1.13]', () => {
    expect(whoIsAsked('head', question(at(24, '10:00'), ['he']))).toEqual([
      { person: 'wu', standsInFor: 'hu' },
    ]);
    expect(whoIsAsked('head', question(at(24, '10:00'), ['hu']))).toEqual([]);
  });

  test('silence counts from when one of the asked is at work, at levels 1 and 2 at once', () => {
    const around = { organisation, zone };
    expect(silenceCountsFrom(['hu'], at(23, '20:00'), { ...around, urgent: false })).toBe(at(26, '09:00'));
    expect(silenceCountsFrom(['hu'], at(23, '20:00'), { ...around, urgent: true })).toBe(at(23, '20:00'));
  });
});
