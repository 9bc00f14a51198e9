import type { LanguageModel, ModelOutcome, ModelRequest } from '../../src/ports.ts';

/** A model's answer that says nothing. */
export const silentAnswer = {
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

/** An answer with something to say. */
export const modelAnswer = (change: Readonly<Record<string, unknown>>): ModelOutcome => ({
  kind: 'ok',
  value: { ...silentAnswer, ...change },
  inputTokens: 900,
  outputTokens: 100,
});

/** A model that answers as told and remembers what it was asked. */
export interface FakeModel extends LanguageModel {
  readonly requests: ModelRequest[];
  /** Answers of the next questions in order; the last one stays. */
  willAnswer(...outcomes: readonly ModelOutcome[]): void;
}

/** The fake of the LanguageModel port. */
export const createFakeModel = (): FakeModel => {
  let planned: ModelOutcome[] = [modelAnswer({})];
  const requests: ModelRequest[] = [];
  return {
    name: 'fake',
    requests,
    willAnswer: (...outcomes) => {
      planned = [...outcomes];
    },
    ask: (request) => {
      requests.push(request);
      const outcome = planned.length > 1 ? planned.shift() : planned[0];
      return Promise.resolve(outcome ?? { kind: 'unavailable' });
    },
  };
};
