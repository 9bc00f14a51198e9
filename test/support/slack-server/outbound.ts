import type { Card, OutboundMessage } from '../../../src/outbox/message.ts';
import type { Locale } from '../../../src/terms.ts';

/** A message for the team channel with nothing special about it. */
export const outbound = (more: Partial<OutboundMessage> = {}): OutboundMessage => ({
  id: 'out_1',
  to: { channel: 'slack', place: 'C0TEAM' },
  locale: 'en',
  audience: 'team',
  voice: 'bot',
  text: 'A complaint has come in.',
  ...more,
});

const words = {
  en: {
    title: 'R-2026-000001 · Level 2',
    type: 'Type',
    after: 'After-sales',
    handler: 'Handler',
    nobody: 'nobody yet',
    said: 'In their words',
    text: 'It is broken again.',
    footer: 'First reply by 18:00',
  },
  'zh-CN': {
    title: 'R-2026-000001 · 2 级',
    type: '类型',
    after: '售后服务',
    handler: '负责人',
    nobody: '尚未认领',
    said: '投诉人原话',
    text: '又坏了。',
    footer: '首次答复时限 18:00',
  },
} as const;

/** A complaint's card as most are. */
export const card = (locale: Locale): Card => {
  const say = words[locale];
  return {
    title: say.title,
    tone: 'serious',
    fields: [
      { label: say.type, value: say.after },
      { label: say.handler, value: say.nobody },
    ],
    sections: [{ label: say.said, text: say.text, quoted: true }],
    footer: say.footer,
  };
};

/** A card with everything longer than anybody would write, made of one sign. */
export const longCard = (locale: Locale, sign: string, fields = 20): Card => ({
  title: sign.repeat(2000),
  tone: 'critical',
  fields: Array.from({ length: fields }, () => ({ label: sign.repeat(300), value: sign.repeat(2500) })),
  sections: Array.from({ length: 6 }, (_, index) => ({
    label: `${words[locale].said} ${sign.repeat(300)}`,
    text: `${index}${sign.repeat(9000)}`,
    quoted: index % 2 === 0,
  })),
  footer: sign.repeat(2500),
});
