import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../src/complaint/events.ts';
import { complainantMessagesOf } from '../../src/outbox/complainant.ts';
import type { Locale } from '../../src/terms.ts';
import { demo, readPolicy } from '../policy/read.ts';
import { fileOf, hours, receive, staff } from '../support/given.ts';

const final: ComplaintEvent = {
  type: 'ComplaintResolved',
  at: hours(30),
  by: staff('lin'),
  text: 'We checked every point you raised.',
  followUpAt: hours(200),
  final: true,
};

const toldUnder = (pack: string, locale: Locale): string => {
  const contact = {
    conversation: 'talk-1',
    address: { channel: 'web', place: 'session-1' },
    locale,
  } as const;
  const complaint = fileOf([receive({ contact })]);
  const setting = { policy: readPolicy(pack), organisation: demo(), zone: 'Asia/Shanghai', deskLocale: null };
  return complainantMessagesOf(final, complaint, setting)
    .map(({ text }) => text)
    .join('\n');
};

describe('our final response [AP-6]', () => {
  it.each([
    ['bank+cn-finance', 'zh-CN', ['30 日内', '上级机构', '调解', '12378', '仲裁', '12315']],
    ['bank+cn-finance', 'en', ['Within 30 days', 'level above us', '12378', 'arbitration', '12315']],
    ['bank+uk-disp', 'zh-CN', ['免费', '六个月内', 'financial-ombudsman.org.uk']],
    [
      'bank+uk-disp',
      'en',
      ['free of charge', 'within six months of the date of this final response', 'permission'],
    ],
    ['bank+us-cfpb', 'zh-CN', ['consumerfinance.gov/complaint']],
    ['bank+us-cfpb', 'en', ['consumerfinance.gov/complaint', '(855) 411-2372']],
    ['bank+eu-psd2', 'zh-CN', ['FIN-NET', '主管机关']],
    ['bank+eu-psd2', 'en', ['alternative dispute resolution', 'FIN-NET']],
    ['general+iso-10002', 'zh-CN', ['上一级负责人再复核一次', '12315']],
    ['general+iso-10002', 'en', ['more senior', '12315']],
    ['telecom', 'zh-CN', ['12315']],
  ] as const)('under %s in %s names the ways outside', (pack, locale, words) => {
    const text = toldUnder(pack, locale);
    expect(text).toContain(final.text);
    for (const word of words) expect(text).toContain(word);
  });

  it('under several laws names what each of them asks for', () => {
    const text = toldUnder('bank+cn-finance+iso-10002', 'en');
    expect(text).toContain('12378');
    expect(text).toContain('more senior');
  });
});
