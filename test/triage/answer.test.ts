import { describe, expect, it } from 'vitest';
import { type AcceptedAnswer, acceptAnswer } from '../../src/triage/answer.ts';
import { modelAnswerJsonSchema } from '../../src/triage/answer-schema.ts';
import type { Understanding } from '../../src/triage/understanding.ts';
import { policy } from '../support/given.ts';
import { reading } from '../support/reading.ts';

const text =
  'My Glowpot kettle leaked on Tuesday in the Harbour Street shop. I am a pensioner and I want my money back. I will tell the Daily Herald.';

const nothing = {
  complaintQuote: null,
  type: null,
  facts: [],
  danger: null,
  emotion: null,
  wants: [],
  details: [],
  severityProposal: null,
  wording: null,
};

const accept = (
  answer: Readonly<Record<string, unknown>>,
  rules: Partial<Understanding> = {},
  words = text,
): AcceptedAnswer => {
  const understanding = reading(rules);
  const told = { facts: understanding.facts, evidence: understanding.evidence };
  const accepted = acceptAnswer({ ...nothing, ...answer }, words, {
    understanding,
    policy,
    told,
    restore: (quoted) => quoted.replaceAll('‹order1›', 'KX-4471'),
  });
  if (!accepted) throw new Error('the answer is not of the closed form');
  return accepted;
};

describe('a checked answer', () => {
  it('adds a fact nothing depends on, with the words it stands on [TR-2]', () => {
    const { understanding, added } = accept({ facts: [{ fact: 'vulnerable', quote: 'i am  a PENSIONER' }] });
    expect(understanding.facts.vulnerable).toBe(true);
    expect(understanding.evidence.vulnerable).toBe('I am a pensioner');
    expect(added).toEqual(['vulnerable']);
    expect(understanding.engine).toBe('model');
  });

  it('drops a fact whose quote is not in the text', () => {
    const { understanding, added, dropped } = accept({
      facts: [{ fact: 'vulnerable', quote: 'my baby was burnt' }],
    });
    expect(understanding.facts.vulnerable).toBe(false);
    expect([added, dropped]).toEqual([[], ['fact:vulnerable']]);
  });

  it.each(['', '。', ' ', 'a', '…!'])('takes %j for no quote', (quote) => {
    expect(accept({ facts: [{ fact: 'vulnerable', quote }] }).added).toEqual([]);
  });

  it('adds wants and missing details as the complainant put them, and never replaces one', () => {
    const { understanding } = accept(
      {
        wants: [{ want: 'money_back', quote: 'want my money back' }],
        details: [
          { detail: 'when', quote: 'on tuesday' },
          { detail: 'where', quote: 'Harbour Street shop' },
          { detail: 'subject', quote: 'Daily Herald' },
        ],
      },
      { details: { subject: 'Glowpot kettle' } },
    );
    expect(understanding.facts.wants).toEqual(['money_back']);
    expect(understanding.details).toEqual({
      subject: 'Glowpot kettle',
      when: 'on Tuesday',
      where: 'Harbour Street shop',
    });
  });

  it('finds a quote with hidden data in it, in the original words [AD-3]', () => {
    const { understanding } = accept(
      { details: [{ detail: 'order', quote: '‹order1›' }] },
      {},
      'It is KX-4471, still no kettle.',
    );
    expect(understanding.details.order).toBe('KX-4471');
  });

  it.each([
    ['order', 'the kettle that leaks'],
    ['name', text.slice(0, 60)],
  ])('drops words that cannot be a detail: %s', (detail, quote) => {
    const { dropped } = accept({ details: [{ detail, quote }] }, {}, `${text} the kettle that leaks`);
    expect(dropped).toEqual([`detail:${detail}`]);
  });

  it('finds Chinese words whatever their width and script', () => {
    const { understanding } = accept(
      {
        facts: [{ fact: 'vulnerable', quote: '家里有两个老人' }],
        emotion: { emotion: 'angry', quote: '太气人了' },
      },
      { facts: { ...reading().facts, emotion: 'dissatisfied' } },
      '家裏有兩個老人，太氣人了！',
    );
    expect(understanding.evidence.vulnerable).toBe('家裏有兩個老人');
    expect(understanding.facts.emotion).toBe('angry');
  });

  it('makes the mood worse, never better', () => {
    const { understanding } = accept(
      { emotion: { emotion: 'neutral', quote: 'My Glowpot kettle' } },
      { facts: { ...reading().facts, emotion: 'angry' } },
    );
    expect(understanding.facts.emotion).toBe('angry');
  });

  it('takes a better type only where the rules guessed and the pack knows it', () => {
    const open = { type: 'other', typeScores: { other: 0.5, logistics: 0.4 } };
    expect(accept({ type: 'logistics' }, open).understanding.type).toBe('logistics');
    expect(accept({ type: 'logistics' }).understanding.type).toBe('product_quality');
    expect(accept({ type: 'treason' }, open).understanding.type).toBe('other');
  });

  it('hears a complaint where the rules were not sure, and never unhears one [DI-7]', () => {
    const unsure = { intent: 'question' as const, intentConfidence: 0.5, isComplaint: false };
    const heard = accept({ complaintQuote: 'kettle leaked' }, unsure).understanding;
    expect([heard.intent, heard.isComplaint]).toEqual(['complaint', true]);
    expect(accept({ complaintQuote: 'kettle exploded' }, unsure).understanding.isComplaint).toBe(false);
    expect(accept({ complaintQuote: null }).understanding.isComplaint).toBe(true);
    const leaving = { intent: 'withdrawal' as const, intentConfidence: 0.7, isComplaint: false };
    expect(accept({ complaintQuote: 'kettle leaked' }, leaving).understanding.intent).toBe('withdrawal');
  });
});

describe('a level', () => {
  it('is not moved by a fact of the model: it is shown to staff [TR-2]', () => {
    const { understanding, added, suggested, proposal } = accept({
      facts: [{ fact: 'media', quote: 'I will tell the Daily Herald' }],
    });
    expect(understanding.facts.media).toBe(false);
    expect(added).toEqual([]);
    expect(suggested).toEqual([
      { fact: 'media', change: { media: true }, evidence: 'I will tell the Daily Herald' },
    ]);
    expect(proposal).toEqual({
      severity: 3,
      facts: ['media'],
      evidence: ['I will tell the Daily Herald'],
    });
  });

  it('is proposed one worse and never as 1, whatever is asked', () => {
    const asked = { severityProposal: { severity: '1', quote: 'I will tell the Daily Herald' } };
    expect(accept(asked).proposal?.severity).toBe(3);
    const level3 = { facts: { ...reading().facts, leak: true } };
    expect(accept(asked, level3).proposal?.severity).toBe(2);
    const level2 = { facts: { ...reading().facts, legal: true } };
    expect(accept(asked, level2).proposal).toBeNull();
    const level1 = { facts: { ...reading().facts, demonstration: true } };
    expect(accept(asked, level1).proposal).toBeNull();
  });

  it('is never proposed better', () => {
    const level2 = { facts: { ...reading().facts, legal: true } };
    const asked = { severityProposal: { severity: '4', quote: 'My Glowpot kettle leaked' } };
    expect(accept(asked, level2).proposal).toBeNull();
  });

  it('is not proposed without words that stand in the text', () => {
    const { proposal, dropped } = accept({ severityProposal: { severity: '2', quote: 'ten people died' } });
    expect([proposal, dropped]).toEqual([null, ['proposal']]);
  });

  it('is not moved by danger a model sees, which staff are shown', () => {
    const { understanding, suggested, proposal } = accept({
      danger: { level: 'now', quote: 'kettle leaked' },
    });
    expect(understanding.facts.safety).toBe(0);
    expect(suggested.map(({ fact }) => fact)).toEqual(['safety']);
    expect(proposal?.severity).toBe(3);
  });

  it('is not moved by the next higher manager a model wants to call [ES-3]', () => {
    const { understanding } = accept({ facts: [{ fact: 'wantsHigher', quote: 'I want my money' }] });
    expect(understanding.facts.wantsHigher).toBe(false);
  });
});

describe('an answer that is not of the closed form', () => {
  it.each([
    ['nothing', null],
    ['a list', []],
    ['a word', 'level 1'],
    ['an unknown fact', { ...nothing, facts: [{ fact: 'approved', quote: 'kettle' }] }],
    ['a wrong type', { ...nothing, facts: 'media' }],
    ['a level as a number', { ...nothing, severityProposal: { severity: 1, quote: 'kettle' } }],
    ['a key of its own', { ...nothing, execute: 'close the complaint' }],
    ['a missing key', { facts: [] }],
    ['an endless list', { ...nothing, facts: Array(100).fill({ fact: 'media', quote: 'kettle leaked' }) }],
  ])('is not believed: %s', (_name, raw) => {
    const understanding = reading();
    const around = { understanding, policy, told: understanding, restore: (words: string) => words };
    expect(acceptAnswer(raw, text, around)).toBeNull();
  });
});

describe('the schema sent', () => {
  it("is closed at every level, with the pack's types as its list", () => {
    const schema = JSON.stringify(modelAnswerJsonSchema(['billing', 'other']));
    expect(schema).toContain('"enum":["billing","other"]');
    expect(schema).not.toContain('$schema');
    const objects = schema.match(/"type":"object"/g)?.length ?? 0;
    expect(schema.match(/"additionalProperties":false/g)?.length).toBe(objects);
    expect(schema.match(/"required":/g)?.length).toBe(objects);
  });
});
