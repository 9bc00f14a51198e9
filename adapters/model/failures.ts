import { APIConnectionError, APIError, APIUserAbortError } from 'openai';
import type { ModelOutcome } from '../../src/ports.ts';

/** Wait when a 429 names none. */
const usualWaitSeconds = 20;
/** An empty account is not filled by asking again soon. */
const quotaWaitSeconds = 3600;
const longestWaitSeconds = 24 * 3600;

const secondsOf = (header: string | null | undefined): number | null => {
  if (!header) return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return seconds;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : (date - Date.now()) / 1000;
};

const waitOf = (error: APIError): number => {
  if (error.code === 'insufficient_quota') return quotaWaitSeconds;
  const { headers } = error;
  const milliseconds = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  const seconds = Number.isFinite(milliseconds)
    ? milliseconds / 1000
    : secondsOf(headers?.get('retry-after'));
  return Math.min(longestWaitSeconds, Math.max(1, Math.ceil(seconds ?? usualWaitSeconds)));
};

/** What a failed call means: a wait where the server asked for one, an answer that is none, or a server that is away. */
export const failureOf = (error: unknown): ModelOutcome => {
  if (error instanceof APIUserAbortError) return { kind: 'aborted' };
  if (error instanceof APIConnectionError) return { kind: 'unavailable' };
  if (error instanceof APIError) {
    if (error.status === 429) return { kind: 'rate-limited', afterSeconds: waitOf(error) };
    return { kind: error.code === 'content_filter' ? 'filtered' : 'unavailable' };
  }
  // What is left broke while the body was read: cut off in the middle, or no JSON at all.
  return error instanceof SyntaxError ? { kind: 'malformed' } : { kind: 'unavailable' };
};
