import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createModel } from '../../../adapters/model/index.ts';
import type { LanguageModel, ModelOutcome, ModelRequest } from '../../../src/ports.ts';
import { type ModelAnswer, type ModelServer, startModelServer } from '../../support/model-server.ts';

let server: ModelServer;
let model: LanguageModel;

beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());
beforeEach(() => {
  model = createModel({ apiKey: 'test-key', baseUrl: server.url, model: 'stub-1' });
});

const request: ModelRequest = {
  system: 'You read complaints.',
  user: 'The kettle leaks.',
  schemaName: 'turn',
  schema: {
    type: 'object',
    properties: { fine: { type: 'boolean' } },
    required: ['fine'],
    additionalProperties: false,
  },
  deadlineMs: 2000,
};

const fine = { kind: 'ok', value: { fine: true }, inputTokens: 321, outputTokens: 45 } satisfies ModelOutcome;

const cases: readonly (readonly [name: string, answer: ModelAnswer, outcome: ModelOutcome])[] = [
  ['a good answer', { kind: 'answer', value: { fine: true } }, fine],
  ['an answer in a code fence', { kind: 'raw', content: '```json\n{"fine":true}\n```' }, fine],
  [
    'JSON of other types, unchecked',
    { kind: 'answer', value: { fine: 'yes' } },
    { ...fine, value: { fine: 'yes' } },
  ],
  ['a refusal', { kind: 'raw', content: null, refusal: 'I cannot help.' }, { kind: 'refused' }],
  [
    'an answer cut off at the limit',
    { kind: 'raw', content: '{"fine":tr', finish: 'length' },
    { kind: 'truncated' },
  ],
  ['a content filter', { kind: 'raw', content: null, finish: 'content_filter' }, { kind: 'filtered' }],
  [
    'a content filter told as 400',
    { kind: 'status', status: 400, code: 'content_filter' },
    { kind: 'filtered' },
  ],
  ['broken JSON', { kind: 'raw', content: '{"fine":' }, { kind: 'malformed' }],
  ['talk around the JSON', { kind: 'raw', content: 'Sure! {"fine":true}' }, { kind: 'malformed' }],
  ['an empty answer', { kind: 'raw', content: '' }, { kind: 'malformed' }],
  ['a gateway page with status 200', { kind: 'html' }, { kind: 'malformed' }],
  [
    '429 after 1 s',
    { kind: 'status', status: 429, retryAfter: '1' },
    { kind: 'rate-limited', afterSeconds: 1 },
  ],
  [
    '429 after 120 s',
    { kind: 'status', status: 429, retryAfter: '120' },
    { kind: 'rate-limited', afterSeconds: 120 },
  ],
  ['429 without a wait', { kind: 'status', status: 429 }, { kind: 'rate-limited', afterSeconds: 20 }],
  [
    'an empty account',
    { kind: 'status', status: 429, code: 'insufficient_quota', retryAfter: '1' },
    { kind: 'rate-limited', afterSeconds: 3600 },
  ],
  ['500', { kind: 'status', status: 500 }, { kind: 'unavailable' }],
  ['400', { kind: 'status', status: 400 }, { kind: 'unavailable' }],
  ['401', { kind: 'status', status: 401 }, { kind: 'unavailable' }],
  ['a reset connection', { kind: 'reset' }, { kind: 'unavailable' }],
  ['a body cut off', { kind: 'cut' }, { kind: 'unavailable' }],
];

describe('the model over HTTP', () => {
  it.each(cases)('gives %s as its outcome, after one call', async (_name, answer, outcome) => {
    server.willAnswer(answer);
    const before = server.calls.length;
    expect(await model.ask(request)).toEqual(outcome);
    expect(server.calls.length - before).toBe(1);
  });

  it.each<readonly [string, ModelAnswer]>([
    ['says nothing', { kind: 'silent' }],
    ['stalls in the middle of its answer', { kind: 'stalled' }],
    ['is slower than the deadline', { kind: 'slow', ms: 5000, value: { fine: true } }],
  ])('gives up at the deadline when the server %s', async (_name, answer) => {
    server.willAnswer(answer);
    const from = performance.now();
    expect(await model.ask({ ...request, deadlineMs: 150 })).toEqual({ kind: 'aborted' });
    expect(performance.now() - from).toBeLessThan(1500);
  });

  it('waits for a slow answer within the deadline', async () => {
    server.willAnswer({ kind: 'slow', ms: 60, value: { fine: true } });
    expect(await model.ask(request)).toEqual(fine);
  });

  it("ends at the caller's signal", async () => {
    server.willAnswer({ kind: 'silent' });
    const stop = new AbortController();
    const asked = model.ask(request, stop.signal);
    stop.abort();
    expect(await asked).toEqual({ kind: 'aborted' });
  });

  it('asks with a strict schema, the key, and nothing a compatible server may not know', async () => {
    server.willAnswer({ kind: 'answer', value: { fine: true } });
    await model.ask(request);
    expect(server.calls.at(-1)).toEqual({
      path: '/v1/chat/completions',
      authorization: 'Bearer test-key',
      body: {
        model: 'stub-1',
        messages: [
          { role: 'system', content: 'You read complaints.' },
          { role: 'user', content: 'The kettle leaks.' },
        ],
        response_format: {
          type: 'json_schema',
          json_schema: { name: 'turn', strict: true, schema: request.schema },
        },
        max_completion_tokens: 1500,
      },
    });
  });

  it('needs no key, and no server to be made', async () => {
    const keyless = createModel({ apiKey: null, baseUrl: 'http://127.0.0.1:9/v1', model: 'local' });
    expect(keyless.name).toBe('local');
    expect(await keyless.ask(request)).toEqual({ kind: 'unavailable' });
  });
});
