import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What the stub answers to one call. */
export type ModelAnswer =
  | { readonly kind: 'answer'; readonly value: unknown }
  | {
      readonly kind: 'raw';
      readonly content: string | null;
      readonly finish?: string;
      readonly refusal?: string;
    }
  | { readonly kind: 'status'; readonly status: number; readonly code?: string; readonly retryAfter?: string }
  | { readonly kind: 'html' }
  | { readonly kind: 'slow'; readonly ms: number; readonly value: unknown }
  | { readonly kind: 'stalled' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'cut' };

/** One call as it arrived. */
export interface ModelCall {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A server that speaks the OpenAI interface and fails on request. */
export interface ModelServer {
  readonly url: string;
  readonly calls: readonly ModelCall[];
  /** Answers of the next calls in order; the last one stays. */
  willAnswer(...answers: readonly ModelAnswer[]): void;
  close(): Promise<void>;
}

const completion = (answer: { content: string | null; finish?: string; refusal?: string }): string =>
  JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'stub',
    choices: [
      {
        index: 0,
        finish_reason: answer.finish ?? 'stop',
        logprobs: null,
        message: { role: 'assistant', content: answer.content, refusal: answer.refusal ?? null },
      },
    ],
    usage: { prompt_tokens: 321, completion_tokens: 45, total_tokens: 366 },
  });

const json = { 'content-type': 'application/json' };

const fail = (response: ServerResponse, answer: Extract<ModelAnswer, { kind: 'status' }>): void => {
  const { status, code = null, retryAfter } = answer;
  response.writeHead(status, { ...json, ...(retryAfter ? { 'retry-after': retryAfter } : {}) });
  response.end(JSON.stringify({ error: { message: 'stub', type: 'stub', param: null, code } }));
};

const reply = (response: ServerResponse, answer: ModelAnswer): void => {
  const send = (value: unknown) => {
    response.writeHead(200, json);
    response.end(completion({ content: JSON.stringify(value) }));
  };
  switch (answer.kind) {
    case 'answer':
      send(answer.value);
      return;
    case 'raw':
      response.writeHead(200, json);
      response.end(completion(answer));
      return;
    case 'status':
      fail(response, answer);
      return;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<html><body>Bad gateway</body></html>');
      return;
    case 'slow': {
      const timer = setTimeout(() => send(answer.value), answer.ms);
      response.on('close', () => clearTimeout(timer));
      return;
    }
    case 'stalled':
      response.writeHead(200, json);
      response.write('{"id":"chatcmpl-1",');
      return;
    case 'silent':
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'cut':
      response.writeHead(200, { ...json, 'content-length': '5000' });
      response.write('{"id":"chatcmpl-1",');
      setTimeout(() => response.socket?.destroy(), 5);
      return;
  }
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const bodyOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const body: unknown = JSON.parse(text);
  return isRecord(body) ? body : {};
};

/** Starts the stub on a free port of this machine. */
export const startModelServer = async (): Promise<ModelServer> => {
  const calls: ModelCall[] = [];
  let planned: ModelAnswer[] = [{ kind: 'answer', value: {} }];
  const server = createServer(async (request, response) => {
    const { url: path = '', headers } = request;
    calls.push({ path, authorization: headers.authorization, body: await bodyOf(request) });
    const answer = planned.length > 1 ? planned.shift() : planned[0];
    if (answer) reply(response, answer);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = isRecord(address) ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    calls,
    willAnswer: (...answers) => {
      planned = [...answers];
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};
