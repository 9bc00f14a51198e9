import { Telegram } from 'telegraf';
import { type Refusal, refusalOf, resultOf } from './failures.ts';

/** Longest wait for an ordinary call. */
const callMs = 20_000;
/** Longest wait for a call that carries a file: below the minute for which the relay holds a message. */
const uploadMs = 45_000;

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

/** A file on its way to Telegram. */
export interface UploadFile {
  readonly field: 'photo' | 'document';
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The Bot API by method name: telegraf's types end with Bot API 7.1. */
export interface Api {
  readonly root: string;
  readonly token: string;
  /** Throws `Refused`. */
  call(method: string, payload: Readonly<Record<string, unknown>>, options?: CallOptions): Promise<unknown>;
  /** The same with one file, under the name of its field. Throws `Refused`. */
  upload(method: string, payload: Readonly<Record<string, unknown>>, file: UploadFile): Promise<unknown>;
}

type AnyCall = (method: string, payload: object, options: { signal: AbortSignal }) => Promise<unknown>;

const formOf = (payload: Readonly<Record<string, unknown>>, file: UploadFile): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(payload)) {
    if (value !== undefined)
      form.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  form.set(file.field, new File([new Uint8Array(file.bytes)], file.name));
  return form;
};

/** Uploads past telegraf: its multipart body never ends on Node 26, and it drops nested objects beside a file. */
const uploader =
  (base: string): Api['upload'] =>
  async (method, payload, file) => {
    try {
      const signal = AbortSignal.timeout(uploadMs);
      const response = await fetch(`${base}/${method}`, {
        method: 'POST',
        body: formOf(payload, file),
        signal,
      });
      const answer = await response.text();
      return resultOf(response.status, answer);
    } catch (error) {
      throw new Refused(method, refusalOf(error));
    }
  };

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
  const root = apiRoot.replace(/\/+$/, '');
  return { root, token, call, upload: uploader(`${root}/bot${token}`) };
};
