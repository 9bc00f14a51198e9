import OpenAI from 'openai';
import type { LanguageModel, ModelOutcome, ModelRequest } from '../../src/ports.ts';
import { outcomeOf } from './answer.ts';
import { failureOf } from './failures.ts';

/** A server behind the OpenAI interface, the vendor's or a compatible one. */
export interface ModelSettings {
  /** Null for servers that ask for none. */
  readonly apiKey: string | null;
  /** Null for the vendor's own. */
  readonly baseUrl: string | null;
  readonly model: string;
}

const vendorUrl = 'https://api.openai.com/v1';
/** Room for the facts, three sentences and the little a reasoning model thinks before. */
const mostOutputTokens = 1500;

const newClient = ({ apiKey, baseUrl }: ModelSettings): OpenAI =>
  new OpenAI({
    apiKey: apiKey ?? 'none',
    baseURL: baseUrl ?? vendorUrl,
    // Whatever else stands in the environment is not ours to send along.
    organization: null,
    project: null,
    adminAPIKey: null,
    // A retry here would ignore a long wait the server asked for and repeat calls we cannot pay for.
    maxRetries: 0,
    // It would log what complainants wrote.
    logLevel: 'off',
  });

/** Least thinking a model of the vendor's can be asked for; nothing for models and servers that may not know the word. */
const effortOf = ({ baseUrl, model }: ModelSettings): { reasoning_effort?: 'minimal' | 'low' } => {
  if (baseUrl !== null) return {};
  if (/^gpt-5(?:-mini|-nano)?(?:-\d{4}|$)/.test(model)) return { reasoning_effort: 'minimal' };
  return /^(?:gpt-5|o\d)/.test(model) ? { reasoning_effort: 'low' } : {};
};

const bodyOf = (settings: ModelSettings, request: ModelRequest) => ({
  model: settings.model,
  messages: [
    { role: 'system' as const, content: request.system },
    { role: 'user' as const, content: request.user },
  ],
  response_format: {
    type: 'json_schema' as const,
    json_schema: { name: request.schemaName, strict: true, schema: { ...request.schema } },
  },
  max_completion_tokens: mostOutputTokens,
  ...effortOf(settings),
  ...(settings.baseUrl === null ? { store: false } : {}),
});

/**
 * A language model over the chat completions of the `openai` package.
 * The client is made at the first question, so that a missing key stops no start. One try a question: when to ask again is
 * the caller's to decide. Never throws; the value of an answer is parsed JSON and nothing more, to be checked by the caller.
 */
export const createModel = (settings: ModelSettings): LanguageModel => {
  let client: OpenAI | null = null;
  const ask = async (request: ModelRequest, signal?: AbortSignal): Promise<ModelOutcome> => {
    const deadline = AbortSignal.timeout(request.deadlineMs);
    const until = signal ? AbortSignal.any([signal, deadline]) : deadline;
    try {
      client ??= newClient(settings);
      const completion: unknown = await client.chat.completions.create(bodyOf(settings, request), {
        signal: until,
        timeout: request.deadlineMs + 1000,
      });
      return outcomeOf(completion);
    } catch (error) {
      return until.aborted ? { kind: 'aborted' } : failureOf(error);
    }
  };
  return { name: settings.model, ask };
};
