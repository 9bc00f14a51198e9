import { describe, expect, it } from 'vitest';
import { openDeadlines } from '../../src/policy/deadlines.ts';
import { topicOf } from '../../src/policy/intake.ts';
import { readPack, readPolicy, received } from './read.ts';

/** Monday noon in Shanghai. */
const start = '2026-11-23T04:00:00.000Z';

const legal = (pack: string, type = 'other', zone = 'Asia/Shanghai') =>
  openDeadlines({ ...received(start), type }, readPolicy(pack, zone))
    .filter(({ ledger }) => ledger === 'legal')
    .map(({ clock, dueAt, clause }) => [clock, dueAt, clause]);

describe('legal dates beside the house dates [CL-1]', () => {
  it('China: 15, 30 and 60 days [CN 2020-3]', () => {
    expect(legal('bank+cn-finance')).toEqual([
      ['cn_clear', '2026-12-08T15:59:59.999Z', 'CN 2020-3'],
      ['cn_complex', '2026-12-23T15:59:59.999Z', 'CN 2020-3'],
      ['cn_extended', '2027-01-22T15:59:59.999Z', 'CN 2020-3'],
    ]);
  });

  it('United Kingdom: close of the third business day, eight weeks [DISP 1.5, DISP 1.6.2R]', () => {
    expect(legal('bank+uk-disp', 'other', 'Europe/London')).toEqual([
      ['uk_summary', '2026-11-26T17:00:00.000Z', 'DISP 1.5'],
      ['uk_final', '2027-01-18T23:59:59.999Z', 'DISP 1.6.2R'],
    ]);
  });

  it('United Kingdom, payments: 15 and 35 business days, and the earlier date wins [DISP 1.6.2A]', () => {
    expect(legal('bank+uk-disp', 'payment_service', 'Europe/London')).toEqual([
      ['uk_summary', '2026-11-26T17:00:00.000Z', 'DISP 1.5'],
      ['uk_final', '2026-12-14T23:59:59.999Z', 'DISP 1.6.2A'],
      ['uk_payment_holding', '2027-01-14T23:59:59.999Z', 'DISP 1.6.2A'],
    ]);
  });

  it('United States: 15 and 60 calendar days, from the day it is there [CFPB 15 days, CFPB 60 days]', () => {
    expect(legal('bank+us-cfpb', 'other', 'America/New_York')).toEqual([
      ['us_response', '2026-12-08T04:59:59.999Z', 'CFPB 15 days'],
      ['us_final', '2027-01-22T04:59:59.999Z', 'CFPB 60 days'],
    ]);
  });

  it('European Union: 15 and 35 business days [PSD2 Art. 101]', () => {
    expect(legal('bank+eu-psd2', 'other', 'Europe/Berlin')).toEqual([
      ['eu_reply', '2026-12-14T22:59:59.999Z', 'PSD2 Art. 101'],
      ['eu_final', '2027-01-13T22:59:59.999Z', 'PSD2 Art. 101'],
    ]);
  });

  it('count business days at levels 1 and 2 as well: the law knows no levels', () => {
    const crisis = received(start, 1, 'very_urgent');
    const due = openDeadlines(crisis, readPolicy('bank+eu-psd2')).find(({ clock }) => clock === 'eu_reply');
    expect(due?.dueAt).toBe('2026-12-14T22:59:59.999Z');
  });

  it('stand beside each other when several laws apply, and the version names all', () => {
    const policy = readPolicy('bank+cn-finance+uk-disp+us-cfpb+eu-psd2+iso-10002');
    expect(policy.id).toBe('bank@1+cn-finance@1+uk-disp@1+us-cfpb@1+eu-psd2@1+iso-10002@1');
    expect(
      new Set(policy.pack.clocks.filter(({ ledger }) => ledger === 'legal').map(({ id }) => id)).size,
    ).toBe(10);
  });
});

describe('the shorter time and the stricter duty win, and both are listed', () => {
  it('a clock both know keeps both limits and takes the earlier date [ISO 10002 7.4]', () => {
    const [first] = openDeadlines(received(start), readPolicy('general+iso-10002'));
    expect(first).toMatchObject({
      clock: 'acknowledgement',
      dueAt: '2026-11-23T04:01:00.000Z',
      clause: 'ISO 10002 7.4',
    });
    expect(first?.steps.at(-1)).toBe('Also due 2026-11-24 12:00 (S4.a2); the earlier one holds.');
  });

  it('recusal widens to the interested, spokespeople fall to five [CN 2020-3]', () => {
    const pack = readPack('bank+cn-finance');
    expect(pack.recusal?.scope).toBe('named_and_interested');
    expect(pack.intake.representatives).toEqual({ most: 5, clause: 'CN 2020-3 Art. 12' });
    expect(readPack('bank').recusal?.scope).toBe('named');
  });

  it('what either keeps is kept, what either reports is reported', () => {
    const pack = readPack('bank+uk-disp');
    expect(
      pack.retention?.filter(({ record }) => record === 'complaint').map(({ clause }) => clause),
    ).toEqual(['ISO 10002 8.1', 'DISP 1.9']);
    expect(pack.reports?.periods.map(({ clause }) => clause)).toContain('DISP 1.10');
  });

  it('the ombudsman can be asked for [DISP 1.6.2R]', () => {
    expect(topicOf('Can I go to the ombudsman?', readPolicy('bank+uk-disp'))).toBe('ombudsman');
  });

  it('every legal number has a source and a day on which it was last verified', () => {
    const pack = readPack('bank+cn-finance+uk-disp+us-cfpb+eu-psd2');
    const limits = pack.clocks.filter(({ ledger }) => ledger === 'legal').flatMap((clock) => clock.limits);
    expect(limits.length).toBeGreaterThanOrEqual(11);
    for (const limit of limits)
      expect(limit).toMatchObject({ source: expect.any(String), lastVerified: '2026-11-21' });
  });
});
