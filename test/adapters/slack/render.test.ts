import { describe, expect, it } from 'vitest';
import { renderMessage } from '../../../adapters/slack/render.ts';
import type { Button, Card, OutboundMessage } from '../../../src/outbox/message.ts';
import { type Locale, locales } from '../../../src/terms.ts';
import { checkMessage } from '../../support/block-kit.ts';
import { card, longCard, outbound } from '../../support/slack-server/outbound.ts';

const buttons = (count: number, label = 'Propose a remedy'): Button[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `b${index}`.padEnd(64, 'x'),
    label,
    form: index % 2 === 0,
  }));

const all = (message: OutboundMessage) => {
  const { head, rest } = renderMessage(message);
  return [head, ...rest];
};

const problems = (message: OutboundMessage) => all(message).flatMap(checkMessage);

const words = (message: OutboundMessage): string => {
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const part of value) walk(part);
    else if (typeof value === 'object' && value !== null)
      for (const [key, part] of Object.entries(value)) {
        if (key === 'text' && typeof part === 'string') texts.push(part);
        else walk(part);
      }
  };
  walk(all(message).map((part) => part.blocks));
  return texts.join('\n');
};

const emptyCard: Card = { title: '', tone: 'ordinary', fields: [], sections: [] };

describe.each(locales)('in %s every message stays within all of Slack’s limits', (locale: Locale) => {
  const cases: readonly (readonly [string, Partial<OutboundMessage>])[] = [
    ['the emptiest card', { text: '', card: emptyCard }],
    ['an empty text', { text: ' ' }],
    [
      'an empty field and section',
      {
        card: {
          ...emptyCard,
          fields: [{ label: '', value: '' }],
          sections: [{ label: '', text: ' ', quoted: true }],
        },
      },
    ],
    ['an ordinary card', { card: card(locale), buttons: buttons(11) }],
    ['the longest card', { card: longCard(locale, '字'), buttons: buttons(25, '字'.repeat(200)) }],
    [
      'the longest card of signs that grow',
      { card: longCard(locale, '&'), buttons: buttons(60, '&'.repeat(200)) },
    ],
    ['the longest card of emoji', { card: longCard(locale, '👩‍👩‍👧'), buttons: buttons(3) }],
    ['a hundred fields', { card: { ...card(locale), fields: longCard(locale, 'x', 100).fields } }],
    ['the longest text', { text: 'very long & <sad> '.repeat(3000), audience: 'complainant' }],
    ['a text of one endless word', { text: '&'.repeat(30_000) }],
    [
      'many links',
      {
        audience: 'complainant',
        text: Array.from({ length: 30 }, (_, index) => `https://a.example/${index}?a=1&b=2`).join(' '),
      },
    ],
    ['a person’s reply', { audience: 'complainant', voice: 'staff', text: 'Sorry.', buttons: buttons(2) }],
    [
      'only files',
      { text: '', files: [{ id: 'f', sha256: 's', name: 'a<b>.png', mediaType: 'image/png', bytes: 1 }] },
    ],
  ];

  it.each(cases)('%s', (_, message) => {
    expect(problems(outbound({ locale, ...message }))).toEqual([]);
  });
});

describe('a card', () => {
  it('shows title, fields, parts, footer and buttons in this order', () => {
    const { head, rest } = renderMessage(
      outbound({
        text: 'R-2026-000001 · level 2',
        card: card('en'),
        buttons: [
          { id: 'b1', label: 'Take', style: 'primary' },
          { id: 'b2', label: 'Re-grade', form: true },
        ],
      }),
    );
    expect(rest).toEqual([]);
    expect(head).toEqual({
      text: 'R-2026-000001 · level 2',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: '🟠 R-2026-000001 · Level 2', emoji: false } },
        {
          type: 'section',
          fields: [
            { type: 'mrkdwn', text: '*Type*', verbatim: true },
            { type: 'plain_text', text: 'After-sales', emoji: false },
            { type: 'mrkdwn', text: '*Handler*', verbatim: true },
            { type: 'plain_text', text: 'nobody yet', emoji: false },
          ],
        },
        { type: 'context', elements: [{ type: 'mrkdwn', text: '*In their words*', verbatim: true }] },
        { type: 'section', text: { type: 'plain_text', text: '“It is broken again.”', emoji: false } },
        { type: 'context', elements: [{ type: 'plain_text', text: 'First reply by 18:00', emoji: false }] },
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              text: { type: 'plain_text', text: 'Take', emoji: false },
              action_id: 'press:b1',
              value: 'b1',
              style: 'primary',
            },
            {
              type: 'button',
              text: { type: 'plain_text', text: 'Re-grade', emoji: false },
              action_id: 'form:b2',
              value: 'b2',
            },
          ],
        },
      ],
    });
  });

  it('loses nothing when it is too long: the rest goes on in the thread, and the card says so', () => {
    const long = longCard('en', 'x');
    const message = outbound({ card: long, opensThread: { key: 'k', title: 't' } });
    const { rest } = renderMessage(message);
    expect(rest.length).toBeGreaterThan(0);
    const shown = words(message);
    expect(shown).toContain('Continued in the thread');
    for (const section of long.sections)
      expect(shown.replaceAll(/[“”\n]/g, '')).toContain(section.text.slice(0, 2000));
  });

  it('gives single lines that had to be shortened in full below', () => {
    const counted = (name: string, length: number) =>
      Array.from({ length: length / 10 }, (_, index) =>
        `${name}${String(index).padStart(4, '0')}`.padEnd(10),
      ).join('');
    const title = counted('title', 400);
    const value = counted('value', 2600);
    const footer = counted('foot', 2600);
    const fields = [{ label: 'About', value }];
    const shown = words(outbound({ card: { title, tone: 'notable', fields, sections: [], footer } }));
    for (const last of ['title0039', 'value0259', 'foot0259']) expect(shown).toContain(last);
  });

  it('keeps every button whatever else must move', () => {
    const { head } = renderMessage(outbound({ card: longCard('en', 'x'), buttons: buttons(30) }));
    const shown = head.blocks.filter((block) => block.type === 'actions').flatMap((block) => block.elements);
    expect(shown).toHaveLength(30);
  });
});

describe('text from outside', () => {
  const nasty =
    '<!channel> <!here> <@U123> <#C1> <https://evil.example|your bank> *bold* _it_ ~no~ `code` :tada: &lt;!everyone&gt;';

  it('can hold no mention, no broadcast, no link and no formatting in a staff channel [DI-7]', () => {
    const message = outbound({
      text: nasty,
      card: {
        title: nasty,
        tone: 'critical',
        fields: [{ label: 'Name', value: nasty }],
        sections: [{ text: nasty, quoted: true }],
        footer: nasty,
      },
    });
    const { head } = renderMessage(message);
    expect(head.text).not.toMatch(/[<>]/);
    const parsed: string[] = [];
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) for (const part of value) walk(part);
      else if (typeof value === 'object' && value !== null) {
        const { type, text } = value as { type?: unknown; text?: unknown };
        if (typeof text === 'string') {
          expect(text).not.toMatch(/[<>]/);
          if (type === 'mrkdwn') parsed.push(text);
        }
        for (const part of Object.values(value)) walk(part);
      }
    };
    walk(head.blocks);
    expect(parsed).toEqual(['*Name*']);
  });

  it('gets no clickable links in a staff channel; our own words to the complainant do', () => {
    const text = 'Our privacy notice: https://redress.example/privacy?a=1&b=2.';
    expect(JSON.stringify(renderMessage(outbound({ text })))).not.toContain('<https');
    const shown = JSON.stringify(renderMessage(outbound({ text, audience: 'complainant' })));
    expect(shown).toContain('<https://redress.example/privacy?a=1&amp;b=2.>');
  });
});
