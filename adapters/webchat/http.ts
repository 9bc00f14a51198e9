import type { z } from 'zod';
import { Fault } from '../../src/faults.ts';
import type { Route } from '../../src/ports.ts';

/** What a refused request is told. */
export interface RefusedAnswer {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Ends a request with a 4xx or 503 answer; thrown inside this adapter only and never leaves it. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor({ status, code, message, headers = {} }: RefusedAnswer) {
    super(message);
    this.name = 'HttpRefusal';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Most bytes of a JSON body: the longest text takes three a character in Chinese. */
export const jsonLimitBytes = 400_000;

const plainHeaders = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const;

/** Any page may talk to the chat with a token it was given; there are no cookies, so nothing travels unasked. */
export const corsHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, Last-Event-ID',
  'Access-Control-Expose-Headers': 'Retry-After',
  'Access-Control-Max-Age': '86400',
} as const;

/** Answers with JSON that no cache keeps and no browser guesses at. */
export const json = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { ...plainHeaders, 'Content-Type': 'application/json; charset=utf-8', ...headers },
  });

const errorBody = (code: string, message: string) => ({ error: { code, message } });

const fileRefusals = {
  'too-large': [413, 'file-too-large', 'The file is larger than we take.'],
  type: [415, 'file-type', 'This kind of file is not taken.'],
  empty: [422, 'file-empty', 'The file is empty.'],
} as const;

const faultAnswer = (fault: Fault): Response | null => {
  const { reason } = fault.data;
  if (fault.code === 'file-refused') {
    const known = reason === 'too-large' || reason === 'type' || reason === 'empty' ? reason : 'type';
    const [status, code, message] = fileRefusals[known];
    return json(status, errorBody(code, message));
  }
  if (fault.code === 'not-found') return json(404, errorBody('not-found', 'There is nothing here.'));
  if (fault.code === 'message-invalid') return json(422, errorBody('message-invalid', 'Not accepted.'));
  if (!fault.retryable && fault.code !== 'database-unavailable') return null;
  const seconds = String(Math.ceil(fault.retryAfterSeconds ?? 5));
  return json(503, errorBody('unavailable', 'Please send it again in a moment.'), { 'Retry-After': seconds });
};

const answerTo = (error: unknown): Response => {
  if (error instanceof HttpRefusal) {
    return json(error.status, errorBody(error.code, error.message), error.headers);
  }
  const answer = error instanceof Fault ? faultAnswer(error) : null;
  // A bug must reach the log of the server that mounts us: swallowing it here would hide it behind a neat 500.
  if (answer === null) throw error;
  return answer;
};

/** Runs a handler and turns its refusals and the faults of our ports into answers. Bugs are thrown on. */
export const answering =
  (handle: Route['handle']): Route['handle'] =>
  async (request, params) => {
    try {
      return await handle(request, params);
    } catch (error) {
      return answerTo(error);
    }
  };

/** The same, readable from any origin; answers the browser's preflight itself. */
export const answeringAnyOrigin = (handle: Route['handle']): Route['handle'] => {
  const inner = answering(handle);
  return async (request, params) => {
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: corsHeaders });
    const answer = await inner(request, params);
    for (const [name, value] of Object.entries(corsHeaders)) answer.headers.set(name, value);
    return answer;
  };
};

const tooLarge = (): HttpRefusal =>
  new HttpRefusal({ status: 413, code: 'too-large', message: 'The body is larger than we take.' });

/**
 * Reads a body up to a limit, whatever length it claims.
 * Refuses 413 above the limit.
 */
export const readBytes = async (request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> => {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
};

const mediaType = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new HttpRefusal({ status: 400, code: 'invalid-json', message: 'The body is not JSON in UTF-8.' });
  }
};

/** Checks a value against a schema. Refuses 422, naming the fields that do not fit but not what they held. */
export const checked = <T>(schema: z.ZodType<T>, value: unknown): T => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
  throw new HttpRefusal({ status: 422, code: 'invalid-input', message: fields.slice(0, 5).join('; ') });
};

/**
 * Reads a JSON body of a known shape.
 * Refuses 415 for another media type, 413 above the limit, 400 for what is not JSON, 422 for wrong fields.
 */
export const readJson = async <T>(request: Request, schema: z.ZodType<T>): Promise<T> => {
  if (mediaType(request) !== 'application/json') {
    throw new HttpRefusal({ status: 415, code: 'media-type', message: 'Send application/json.' });
  }
  return checked(schema, parseJson(await readBytes(request, jsonLimitBytes)));
};

/** As `readJson`, but no body at all counts as `{}`. */
export const readOptionalJson = async <T>(request: Request, schema: z.ZodType<T>): Promise<T> => {
  if (!request.headers.has('content-type')) {
    const bytes = await readBytes(request, jsonLimitBytes);
    if (bytes.byteLength === 0) return checked(schema, {});
    throw new HttpRefusal({ status: 415, code: 'media-type', message: 'Send application/json.' });
  }
  return readJson(request, schema);
};

/** Reads a multipart form. Refuses 415 for another media type, 413 above the limit, 400 when it is broken. */
export const readForm = async (request: Request, limit: number): Promise<FormData> => {
  if (mediaType(request) !== 'multipart/form-data') {
    throw new HttpRefusal({ status: 415, code: 'media-type', message: 'Send multipart/form-data.' });
  }
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  const bytes = await readBytes(request, limit);
  try {
    return await new Response(bytes, { headers }).formData();
  } catch {
    throw new HttpRefusal({
      status: 400,
      code: 'invalid-form',
      message: 'The body is not a multipart form.',
    });
  }
};
