import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createModel } from '../../adapters/model/index.ts';
import { takeTurn } from '../../src/dialog/turn.ts';
import { askedOf, withUnderstood } from '../../src/run/model-turn.ts';
import { createFakeModel, modelAnswer, silentAnswer } from '../support/model-answers.ts';
import { type ModelAnswer, type ModelServer, startModelServer } from '../support/model-server.ts';
import { found, reading } from '../support/reading.ts';
import { firstTurn, noon, prompts, rig } from '../support/understander.ts';

const text = 'My Glowpot kettle leaked all over the kitchen on Tuesday. I am Mary Poole, 07700 900123.';
const words = "A kettle that leaks over the whole kitchen is upsetting. I'm sorry you've been through this.";
const complaining = () =>
  firstTurn(text, { names: [found(text, 'Mary Poole')], phones: [found(text, '07700 900123')] });

const repliesOf = (input: ReturnType<typeof complaining>): string =>
  takeTurn(input)
    .replies.map((reply) => reply.text)
    .join('\n');

describe('a first complaint', () => {
  it('gets its feelings worded by the model, the rest of the answer from the script [DI-1]', async () => {
    const model = createFakeModel();
    model.willAnswer(modelAnswer({ wording: words }));
    const input = complaining();
    const asked = askedOf(input);
    const understood = await rig(model).understander.understandTurn(asked);
    expect(understood).toMatchObject({ wording: words, outcome: 'answered' });
    expect(understood.understanding.promptHash).toBe(prompts.understandTurn.hash);
    const said = repliesOf(withUnderstood(input, asked, understood));
    expect(said).toContain(words);
    expect(said).not.toContain(asked.move?.line);
    const [question = ''] = repliesOf(input).match(/[^.!\n]+\?/) ?? [];
    expect(question).not.toBe('');
    expect(said).toContain(question);
  });

  it('gets them worded in Chinese too, with introduction and question left as they are', async () => {
    const chinese = '水壶第一次用就漏水，厨房全湿了，太失望了。';
    const worded = '水壶第一次用就漏水，厨房全湿了，换谁都会失望。让您遇到这样的事，很抱歉。';
    const model = createFakeModel();
    model.willAnswer(modelAnswer({ wording: worded }));
    const input = firstTurn(chinese, { language: 'zh', locale: 'zh-CN' });
    const asked = askedOf(input);
    const understood = await rig(model).understander.understandTurn(asked);
    const [by, said] = [repliesOf(input), repliesOf(withUnderstood(input, asked, understood))];
    const line = asked.move?.line ?? '';
    expect(by.split(line).length).toBe(2);
    const sentences = (text: string) => new Set(text.split(/(?<=[。？！])|\n+/u).filter((one) => one !== ''));
    expect(sentences(said)).toEqual(sentences(by.replace(line, worded)));
  });

  it('is shown to the model without personal data, between lines it cannot forge [AD-3, DI-7]', async () => {
    const model = createFakeModel();
    await rig(model).understander.understandTurn(askedOf(complaining()));
    const [request] = model.requests;
    const sent = JSON.stringify(request);
    expect(sent).not.toMatch(/Mary|Poole|07700|900123/);
    expect(request?.user).toMatch(
      /^(complainant-[0-9a-f]{16})\nMy Glowpot kettle leaked all over the kitchen on Tuesday\. I am ‹name1›, ‹phone1›\.\n\1$/,
    );
    expect(request?.system).not.toContain('{{');
    expect(request?.schemaName).toBe('turn_reading');
  });

  it('gets the missing details from the model, in the words of the text', async () => {
    const model = createFakeModel();
    model.willAnswer(modelAnswer({ details: [{ detail: 'when', quote: 'on tuesday' }] }));
    const { understanding } = await rig(model).understander.understandTurn(askedOf(complaining()));
    expect(understanding.details.when).toBe('on Tuesday');
    expect(understanding.engine).toBe('model');
  });

  it("keeps the script where the turn has become another one, and the rules' reading where the words have", async () => {
    const model = createFakeModel();
    model.willAnswer(modelAnswer({ wording: words, details: [{ detail: 'when', quote: 'on Tuesday' }] }));
    const asked = askedOf(complaining());
    const understood = await rig(model).understander.understandTurn(asked);
    const more = firstTurn(`${text}\nHello?`);
    expect(withUnderstood(more, asked, understood)).toBe(more);
    const chatting = firstTurn(text, { isComplaint: false, intent: 'praise' });
    const praised = { ...understood, understanding: chatting.understanding };
    expect(withUnderstood(chatting, asked, praised).wording).toBeUndefined();
  });
});

describe('a call', () => {
  it('is not made without a model [DI-6]', async () => {
    const understood = await rig(null).understander.understandTurn(askedOf(complaining()));
    expect(understood).toMatchObject({ outcome: 'off', wording: null });
    expect(understood.understanding).not.toHaveProperty('promptHash');
    expect(understood.understanding).toEqual(complaining().understanding);
  });

  it.each([
    ['nothing is said', '…', {}, 'empty'],
    [
      'somebody is in danger',
      'The gas heater is burning!',
      { facts: { ...reading().facts, safety: 2 as const } },
      'danger',
    ],
    [
      'rules are sure and the answer is fixed',
      'Thank you',
      { intent: 'praise' as const, isComplaint: false },
      'sure',
    ],
  ])('is not made when %s', async (_name, said, rules, outcome) => {
    const model = createFakeModel();
    const input = firstTurn(said, rules);
    const understood = await rig(model).understander.understandTurn({ ...askedOf(input), move: null });
    expect(understood.outcome).toBe(outcome);
    expect(model.requests).toEqual([]);
  });

  it('is not made for a short answer the rules understood, and made for one they did not [IN-5]', async () => {
    const model = createFakeModel();
    const { understander } = rig(model);
    const answer = { ...askedOf(firstTurn('On Tuesday')), context: { expecting: 'when' as const } };
    const move = { kind: 'noted' as const, line: 'Got it.', locale: 'en' as const };
    const known = reading({ details: { when: 'On Tuesday' } });
    expect((await understander.understandTurn({ ...answer, move, understanding: known })).outcome).toBe(
      'sure',
    );
    expect((await understander.understandTurn({ ...answer, move })).outcome).toBe('answered');
  });

  it('is made for a text the rules are sure of when both are compared', async () => {
    const model = createFakeModel();
    const asked = { ...askedOf(firstTurn('Lovely', { isComplaint: false, intent: 'praise' })), move: null };
    expect((await rig(model).understander.understandTurn({ ...asked, always: true })).outcome).toBe(
      'answered',
    );
  });
});

describe('a model that fails', () => {
  let server: ModelServer;
  beforeAll(async () => {
    server = await startModelServer();
  });
  afterAll(() => server.close());

  const faults: readonly (readonly [name: string, answer: ModelAnswer, outcome: string])[] = [
    ['is slow', { kind: 'slow', ms: 5000, value: silentAnswer }, 'aborted'],
    ['stalls', { kind: 'stalled' }, 'aborted'],
    ['is silent', { kind: 'silent' }, 'aborted'],
    ['asks to wait', { kind: 'status', status: 429, retryAfter: '120' }, 'rate-limited'],
    ['has no credit', { kind: 'status', status: 429, code: 'insufficient_quota' }, 'rate-limited'],
    ['breaks', { kind: 'status', status: 500 }, 'unavailable'],
    ['refuses the form', { kind: 'status', status: 400 }, 'unavailable'],
    ['is a gateway page', { kind: 'html' }, 'malformed'],
    ['resets', { kind: 'reset' }, 'unavailable'],
    ['refuses', { kind: 'raw', content: null, refusal: 'no' }, 'refused'],
    ['is cut off', { kind: 'raw', content: '{"facts":[', finish: 'length' }, 'truncated'],
    ['is filtered', { kind: 'raw', content: null, finish: 'content_filter' }, 'filtered'],
    ['answers in prose', { kind: 'raw', content: 'Of course!' }, 'malformed'],
    ['answers in another form', { kind: 'answer', value: { facts: 'all' } }, 'malformed'],
  ];

  it.each(faults)('changes nothing when it %s [DI-6]', async (_name, answer, outcome) => {
    server.willAnswer(answer);
    const model = createModel({ apiKey: null, baseUrl: server.url, model: 'stub' });
    const { understander, registry, logged } = rig(model, { limits: { deadlineMs: 200 } });
    const input = complaining();
    const asked = askedOf(input);
    const from = performance.now();
    const understood = await understander.understandTurn(asked);
    expect(performance.now() - from).toBeLessThan(1500);
    expect(understood).toEqual({
      understanding: input.understanding,
      wording: null,
      proposal: null,
      suggested: [],
      added: [],
      dropped: [],
      outcome,
    });
    expect(withUnderstood(input, asked, understood)).toBe(input);
    expect(await registry.metrics()).toContain(`redress_model_calls_total{outcome="${outcome}"} 1`);
    expect(JSON.stringify(logged)).not.toContain('kettle');
  });

  it('changes nothing when it throws or never ends', async () => {
    const broken = { name: 'broken', ask: () => Promise.reject(new Error('boom')) };
    const thrown = await rig(broken).understander.understandTurn(askedOf(complaining()));
    expect(thrown.outcome).toBe('unavailable');
    const endless = { name: 'endless', ask: () => new Promise<never>(() => {}) };
    const { understander } = rig(endless, { limits: { deadlineMs: 50 } });
    expect((await understander.understandTurn(askedOf(complaining()))).outcome).toBe('aborted');
  });
});

describe('limits', () => {
  const later = (seconds: number): string => new Date(Date.parse(noon) + seconds * 1000).toISOString();

  it('leave a model alone for as long as it asked', async () => {
    const model = createFakeModel();
    model.willAnswer({ kind: 'rate-limited', afterSeconds: 120 }, modelAnswer({}));
    const { understander, clock } = rig(model);
    const ask = async () => (await understander.understandTurn(askedOf(complaining()))).outcome;
    expect(await ask()).toBe('rate-limited');
    clock.moveTo(later(119));
    expect(await ask()).toBe('waiting');
    expect(model.requests.length).toBe(1);
    clock.moveTo(later(121));
    expect(await ask()).toBe('answered');
  });

  it('open the circuit after failures in a row, then let one question try', async () => {
    const model = createFakeModel();
    model.willAnswer({ kind: 'unavailable' });
    const { understander, clock, registry } = rig(model, { limits: { failures: 3, pauseSeconds: 60 } });
    const ask = async () => (await understander.understandTurn(askedOf(complaining()))).outcome;
    for (let call = 0; call < 3; call++) expect(await ask()).toBe('unavailable');
    expect(await ask()).toBe('circuit');
    expect(await registry.metrics()).toContain('redress_model_circuit_open 1');
    clock.moveTo(later(61));
    const [probe, other] = await Promise.all([ask(), ask()]);
    expect([probe, other]).toEqual(['unavailable', 'circuit']);
    expect(await ask()).toBe('circuit');
    clock.moveTo(later(130));
    model.willAnswer(modelAnswer({}));
    expect([await ask(), await ask()]).toEqual(['answered', 'answered']);
    expect(await registry.metrics()).toContain('redress_model_circuit_open 0');
  });

  it('do not count a refusal as a failure of the model', async () => {
    const model = createFakeModel();
    model.willAnswer({ kind: 'refused' });
    const { understander } = rig(model, { limits: { failures: 2 } });
    for (let call = 0; call < 4; call++)
      expect((await understander.understandTurn(askedOf(complaining()))).outcome).toBe('refused');
  });

  it('stop at the calls and tokens of one complaint, not of another', async () => {
    const model = createFakeModel();
    const { understander } = rig(model, { limits: { callsPerComplaint: 2 } });
    const ask = async (complaint: string) =>
      (await understander.understandTurn({ ...askedOf(complaining()), complaint })).outcome;
    expect([await ask('R-1'), await ask('R-1'), await ask('R-1'), await ask('R-2')]).toEqual([
      'answered',
      'answered',
      'complaint-budget',
      'answered',
    ]);
    const thrifty = rig(model, { limits: { tokensPerComplaint: 1000 } }).understander;
    await thrifty.understandTurn(askedOf(complaining()));
    expect((await thrifty.understandTurn(askedOf(complaining()))).outcome).toBe('complaint-budget');
  });

  it('stop at the calls of a day and begin again with the next', async () => {
    const model = createFakeModel();
    const { understander, clock } = rig(model, { limits: { callsPerDay: 1 } });
    const ask = async (talkId: string) =>
      (await understander.understandTurn({ ...askedOf(complaining()), talkId })).outcome;
    expect([await ask('a'), await ask('b')]).toEqual(['answered', 'day-budget']);
    clock.moveTo('2026-11-22T00:00:00.000Z');
    expect(await ask('c')).toBe('answered');
  });

  it('count tokens and cost', async () => {
    const prices = { inputPerMillion: 2, outputPerMillion: 10 };
    const { understander, registry } = rig(createFakeModel(), { limits: { prices } });
    await understander.understandTurn(askedOf(complaining()));
    const metrics = await registry.metrics();
    expect(metrics).toContain('redress_model_tokens_total{direction="input"} 900');
    expect(metrics).toContain('redress_model_tokens_total{direction="output"} 100');
    expect(metrics).toContain('redress_model_cost_total 0.0028');
  });
});

describe('a wording', () => {
  it('is dropped when the guard does not let it pass [DI-5]', async () => {
    const model = createFakeModel();
    model.willAnswer(modelAnswer({ wording: words }));
    const { understander, registry } = rig(model, { guard: (said) => !said.includes('upsetting') });
    expect((await understander.understandTurn(askedOf(complaining()))).wording).toBeNull();
    expect(await registry.metrics()).toContain('redress_model_wordings_total{result="guard"} 1');
  });

  it('is dropped when there is nothing to word', async () => {
    const model = createFakeModel();
    model.willAnswer(modelAnswer({ wording: words }));
    const asked = { ...askedOf(complaining()), move: null, always: true };
    expect((await rig(model).understander.understandTurn(asked)).wording).toBeNull();
  });
});
