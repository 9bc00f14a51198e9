import { Telegram } from 'telegraf';
import { type Refusal, refusalOf } from './failures.ts';

/** Longest wait for an ordinary call. */
const callMs = 20_000;
/** Longest wait for a call that carries a file. */
const uploadMs = 120_000;

/** A refused or lost call, in short: the payload stays out of it. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(method: string, refusal: Refusal) {
    super(`${method}: ${refusal.status} ${refusal.status === 0 ? refusal.description : ''}`.trim());
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

/** How one call is made. */
export interface CallOptions {
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** The Bot API by method name: telegraf's types end with Bot API 7.1. */
export interface Api {
  readonly root: string;
  readonly token: string;
  /** Throws `Refused`. */
  call(method: string, payload: Readonly<Record<string, unknown>>, options?: CallOptions): Promise<unknown>;
  /** The same with a file. Throws `Refused`. */
  upload(method: string, payload: Readonly<Record<string, unknown>>): Promise<unknown>;
}

type AnyCall = (method: string, payload: object, options: { signal: AbortSignal }) => Promise<unknown>;

/** Makes the one client. Never answers in the webhook's body: such calls report no errors. */
export const createApi = (token: string, apiRoot: string): Api => {
  const telegram = new Telegram(token, { apiRoot, webhookReply: false });
  const untyped = telegram.callApi.bind(telegram) as unknown as AnyCall;
  const call: Api['call'] = async (method, payload, { timeoutMs = callMs, signal } = {}) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      return await untyped(
        method,
        { ...payload },
        { signal: signal ? AbortSignal.any([timeout, signal]) : timeout },
      );
    } catch (error) {
      throw new Refused(method, refusalOf(error));
    }
  };
  return {
    root: apiRoot.replace(/\/+$/, ''),
    token,
    call,
    upload: (method, payload) => call(method, payload, { timeoutMs: uploadMs }),
  };
};
