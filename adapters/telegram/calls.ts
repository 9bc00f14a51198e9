import { Fault } from '../../src/faults.ts';
import type { Files } from '../../src/ports.ts';
import { type Api, Refused } from './api.ts';
import { reasonOf } from './failures.ts';
import type { Logger } from './logger.ts';
import type { Call, Upload } from './render.ts';

/** Quotes and line breaks have no place in the header a name travels in. */
const safeName = (name: string): string => name.replace(/[\p{Cc}"\\/]/gu, '_').slice(0, 120) || 'file';

/** Why Telegram refused, in short; undefined when something else was thrown. */
export const refusalReason = (error: unknown): string | undefined =>
  error instanceof Refused ? reasonOf(error.refusal) : undefined;

/** A number from an answer of the Bot API. Throws Fault `channel-rejected` when it is not there. */
export const numberOf = (result: unknown, field: 'message_id' | 'message_thread_id'): number => {
  const value =
    typeof result === 'object' && result !== null ? new Map(Object.entries(result)).get(field) : undefined;
  if (typeof value !== 'number') throw new Fault('channel-rejected', `Telegram answered without ${field}`);
  return value;
};

const withoutMarkup = (call: Call): Call => {
  const { parse_mode: _, ...payload } = call.payload;
  const field = 'caption' in payload ? 'caption' : 'text';
  return { ...call, payload: { ...payload, [field]: call.plain } };
};

/** Makes calls that carry words and files, and tries another way where Telegram's refusal can be mended. */
export class Calls {
  readonly #api: Api;
  readonly #files: Files;
  readonly #logger: Logger;

  constructor(api: Api, files: Files, logger: Logger) {
    this.#api = api;
    this.#files = files;
    this.#logger = logger;
  }

  /** Makes one call. Throws `Refused` when Telegram refuses the second way too. */
  async make(call: Call): Promise<unknown> {
    try {
      return await this.#once(call);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const other = await this.#mended(call, error);
      if (!other) throw error;
      this.#logger.warn(
        { reason: reasonOf(error.refusal), method: call.method },
        'Telegram: trying it another way',
      );
      return this.#once(other);
    }
  }

  async #once(call: Call): Promise<unknown> {
    if (!call.upload) return this.#api.call(call.method, call.payload);
    const field = call.method === 'sendPhoto' ? 'photo' : 'document';
    return this.#api.upload(call.method, call.payload, { field, ...(await this.#source(call.upload)) });
  }

  async #source(upload: Upload): Promise<{ name: string; bytes: Uint8Array }> {
    if ('text' in upload)
      return { name: safeName(upload.name), bytes: new TextEncoder().encode(upload.text) };
    const { ref, bytes } = await this.#files.get(upload.stored.id);
    return { name: safeName(ref.name), bytes };
  }

  async #mended(call: Call, refused: Refused): Promise<Call | null> {
    const reason = reasonOf(refused.refusal);
    if (reason === 'markup' && 'parse_mode' in call.payload) return withoutMarkup(call);
    if (reason === 'photo' && call.method === 'sendPhoto') return { ...call, method: 'sendDocument' };
    if (reason !== 'thread-closed') return null;
    const { chat_id, message_thread_id } = call.payload;
    await this.#api.call('reopenForumTopic', { chat_id, message_thread_id });
    return call;
  }
}
