import { createHash, timingSafeEqual } from 'node:crypto';
import { Fault } from '../../src/faults.ts';
import type { Receive, Route } from '../../src/ports.ts';
import { type Api, Refused } from './api.ts';
import { faultOf, reasonOf } from './failures.ts';
import type { Incoming } from './incoming.ts';
import type { Logger } from './logger.ts';
import { allowedUpdates, chatOf, type TelegramUpdate } from './updates.ts';

/** Header in which Telegram proves that it is Telegram. */
export const secretHeader = 'x-telegram-bot-api-secret-token';
/** Largest update that is read. */
const bodyLimit = 1024 * 1024;
/** Calls of Telegram under way at once. */
const connections = 40;
const setTries = 3;

/** What the webhook works with. */
export interface WebhookTools {
  readonly api: Api;
  readonly incoming: Incoming;
  readonly logger: Logger;
  /** Public address; when it has no path, a secret one is made from the token. */
  readonly url: string;
  /** 1 to 256 of `A-Za-z0-9_-`; made from the token when absent. */
  readonly secret?: string;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const sameText = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

const isUpdate = (value: unknown): value is TelegramUpdate =>
  typeof value === 'object' && value !== null && 'update_id' in value && typeof value.update_id === 'number';

/** The address Telegram is told. Throws Fault `config-invalid` when it is none that Telegram could call. */
const addressOf = (url: string, token: string): URL => {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (!address) throw new Fault('config-invalid', 'The Telegram webhook address is no URL');
  if (address.pathname === '/')
    address.pathname = `/telegram/${digest(`path:${token}`).toString('hex').slice(0, 32)}`;
  return address;
};

/** Receives by webhook: stored before it is answered, 500 when it could not be stored so that Telegram sends it again. */
export class Webhook {
  readonly #tools: WebhookTools;
  readonly #address: URL;
  readonly #secret: string;
  readonly #lanes = new Map<string, Promise<unknown>>();
  #receive: Receive | undefined;

  constructor(tools: WebhookTools) {
    this.#tools = tools;
    this.#address = addressOf(tools.url, tools.api.token);
    this.#secret = tools.secret ?? digest(`secret:${tools.api.token}`).toString('hex');
    if (!/^[A-Za-z0-9_-]{1,256}$/.test(this.#secret)) {
      throw new Fault('config-invalid', 'The Telegram webhook secret takes 1 to 256 of A-Z a-z 0-9 _ -');
    }
  }

  /** The route Telegram calls. */
  get route(): Route {
    return { method: 'POST', path: this.#address.pathname, handle: (request) => this.#handle(request) };
  }

  /** Tells Telegram our address. Throws Fault `channel-rejected` when it will not call there. */
  async start(receive: Receive): Promise<void> {
    this.#receive = receive;
    const payload = {
      url: this.#address.href,
      secret_token: this.#secret,
      allowed_updates: allowedUpdates,
      max_connections: connections,
    };
    for (let at = 1; ; at++) {
      try {
        await this.#tools.api.call('setWebhook', payload);
        return;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const { status, retryAfterSeconds = at } = error.refusal;
        if ((status >= 400 && status < 500 && status !== 429) || at === setTries)
          throw faultOf(error.refusal, false);
        this.#tools.logger.warn(
          { status, reason: reasonOf(error.refusal) },
          'Telegram: setting the webhook again',
        );
        await new Promise((resolve) => setTimeout(resolve, retryAfterSeconds * 1000));
      }
    }
  }

  /** Takes no more; waits for what is being stored. The webhook stays set, so Telegram keeps what comes meanwhile. */
  async stop(): Promise<void> {
    this.#receive = undefined;
    await Promise.all(this.#lanes.values());
  }

  async #handle(request: Request): Promise<Response> {
    if (!sameText(request.headers.get(secretHeader) ?? '', this.#secret))
      return new Response(null, { status: 401 });
    if (Number(request.headers.get('content-length') ?? 0) > bodyLimit)
      return new Response(null, { status: 413 });
    const update: unknown = await request.json().catch(() => null);
    if (!isUpdate(update)) return new Response(null, { status: 400 });
    const receive = this.#receive;
    if (!receive) return new Response(null, { status: 503 });
    try {
      await this.#inLane(chatOf(update), () => this.#tools.incoming.take([update], receive));
      return new Response(null, { status: 200 });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : 'bug';
      this.#tools.logger.warn(
        { code, update: update.update_id },
        'Telegram: an update could not be stored yet',
      );
      return new Response(null, { status: 500 });
    }
  }

  /** Updates of one chat one after another, whatever Telegram does. */
  async #inLane(chat: string, work: () => Promise<void>): Promise<void> {
    const before = this.#lanes.get(chat) ?? Promise.resolve();
    const now = before.then(work);
    const settled = now.catch(() => undefined);
    this.#lanes.set(chat, settled);
    try {
      await now;
    } finally {
      if (this.#lanes.get(chat) === settled) this.#lanes.delete(chat);
    }
  }
}
