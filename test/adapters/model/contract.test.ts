import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createModel } from '../../../adapters/model/index.ts';
import type { LanguageModel, ModelOutcome, ModelRequest } from '../../../src/ports.ts';
import { createFakeModel } from '../../support/model-answers.ts';
import { type ModelAnswer, type ModelServer, startModelServer } from '../../support/model-server.ts';

/** A model that was told how its next questions end. */
type Prepared = (...outcomes: readonly ModelOutcome[]) => LanguageModel;

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

const served = (outcome: ModelOutcome): ModelAnswer => {
  switch (outcome.kind) {
    case 'ok':
      return { kind: 'answer', value: outcome.value };
    case 'refused':
      return { kind: 'raw', content: null, refusal: 'no' };
    case 'truncated':
      return { kind: 'raw', content: '{', finish: 'length' };
    case 'filtered':
      return { kind: 'raw', content: null, finish: 'content_filter' };
    case 'malformed':
      return { kind: 'raw', content: 'prose' };
    case 'unavailable':
      return { kind: 'status', status: 503 };
    case 'aborted':
      return { kind: 'silent' };
    case 'rate-limited':
      return { kind: 'status', status: 429, retryAfter: String(outcome.afterSeconds) };
  }
};

const real: Prepared = (...outcomes) => {
  server.willAnswer(...outcomes.map(served));
  return createModel({ apiKey: null, baseUrl: server.url, model: 'stub' });
};
const fake: Prepared = (...outcomes) => {
  const model = createFakeModel();
  model.willAnswer(...outcomes);
  return model;
};

const request: ModelRequest = {
  system: 'Read.',
  user: 'It leaks.',
  schemaName: 'turn',
  schema: { type: 'object', properties: {}, required: [], additionalProperties: false },
  deadlineMs: 150,
};

const outcomes: readonly ModelOutcome[] = [
  { kind: 'ok', value: { any: ['thing', 1, null] }, inputTokens: 321, outputTokens: 45 },
  { kind: 'refused' },
  { kind: 'truncated' },
  { kind: 'filtered' },
  { kind: 'malformed' },
  { kind: 'unavailable' },
  { kind: 'aborted' },
  { kind: 'rate-limited', afterSeconds: 120 },
];

describe.each<readonly [string, Prepared]>([
  ['fake', fake],
  ['real', real],
])('the %s model', (_name, prepare) => {
  it.each(outcomes)('ends with $kind as an outcome and throws nothing', async (outcome) => {
    expect(await prepare(outcome).ask(request)).toEqual(outcome);
  });

  it('answers one question after the other', async () => {
    const [first, second] = [outcomes[0], outcomes[1]] as const;
    if (!first || !second) throw new Error('two outcomes are listed above');
    const model = prepare(first, second);
    expect([await model.ask(request), await model.ask(request)]).toEqual([first, second]);
  });

  it('has a name', () => {
    expect(prepare({ kind: 'refused' }).name).not.toBe('');
  });
});
