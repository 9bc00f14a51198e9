import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CallBody, readBody } from './body.ts';
import { methods, type StubPress } from './methods.ts';
import { Person } from './people.ts';
import { type QueuedUpdate, UpdateQueue } from './queue.ts';
import { BotApiRefusal } from './refusal.ts';
import { type StubMessage, type StubUser, World } from './world.ts';

/** What goes wrong with a call: an answer of the server's, or the connection. */
export type StubFault =
  | {
      readonly status: number;
      readonly description: string;
      readonly parameters?: Readonly<Record<string, number>>;
    }
  /** The connection is cut: 'before' anything happened, or 'after' it did and before it was told. */
  | { readonly cut: 'before' | 'after' };

/** One call as it came in. */
export interface RecordedCall {
  readonly method: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly files: CallBody['files'];
  readonly at: number;
  /** 200 or the status of the refusal; 0 when the connection was cut. */
  status: number;
}

interface PlannedFault {
  readonly fault: StubFault;
  readonly matches: (call: RecordedCall) => boolean;
  left: number;
}

interface WebhookSetting {
  readonly url: string;
  readonly secret: string;
}

const firstRetryMs = 20;
const mostRetryMs = 500;

/**
 * A Bot API server for tests: over real HTTP, with the limits, refusals and delivery rules of the real one.
 * Its world is kept in memory; people are moved by the test.
 */
export class TelegramServer {
  readonly token: string;
  readonly bot: { readonly id: number; readonly username: string };
  readonly world = new World();
  readonly queue = new UpdateQueue();
  readonly presses = new Map<string, StubPress>();
  readonly connections = new Set<string>();
  readonly calls: RecordedCall[] = [];
  /** Every attempt to deliver by webhook with the answer's status; 0 for none. */
  readonly deliveries: { readonly update: number; readonly status: number }[] = [];
  /** Shifts the server's clock: presses age by it. */
  aheadMs = 0;
  /** When set, a group takes this many messages and edits in any minute and answers 429 beyond. */
  groupPerMinute: number | undefined;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #closing = new AbortController();
  readonly #faults: PlannedFault[] = [];
  readonly #lanes = new Map<string, QueuedUpdate[]>();
  #webhook: WebhookSetting | undefined;

  constructor(token = '4242:stub-token', username = 'redress_bot') {
    this.token = token;
    this.bot = { id: Number(token.split(':')[0]), username };
    this.#server = createServer((request, response) => void this.#serve(request, response));
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  /** Listens on a free port of this machine. */
  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  /** Ends every connection and delivery. */
  async close(): Promise<void> {
    this.#closing.abort();
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Root to give as `apiRoot`. */
  get apiRoot(): string {
    const address = this.#server.address();
    const port = typeof address === 'object' && address ? (address satisfies AddressInfo).port : 0;
    return `http://127.0.0.1:${port}`;
  }

  /** A person with a Telegram app. */
  person(user: StubUser): Person {
    const { world, queue, presses, bot } = this;
    const person = new Person(user, { world, queue, presses, bot, now: () => this.now() });
    world.privateChat(user, 'never-started');
    return person;
  }

  /** The server's time. */
  now(): number {
    return Date.now() + this.aheadMs;
  }

  /** Lets the next calls go wrong: of one method, or those a test picks. */
  fail(which: string | ((call: RecordedCall) => boolean), fault: StubFault, times = 1): void {
    const matches = typeof which === 'string' ? (call: RecordedCall) => call.method === which : which;
    this.#faults.push({ fault, matches, left: times });
  }

  /** Calls of one method, in order. */
  callsOf(method: string): readonly RecordedCall[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** What the bot wrote into a chat (and topic) and is still there, oldest first. */
  posts(chat: number, topic?: number): readonly StubMessage[] {
    return this.world.messages.filter(
      (one) =>
        one.chat === chat && one.fromBot && !one.deleted && (topic === undefined || one.topic === topic),
    );
  }

  /** Turns a group into a supergroup, as its owner does by a change of settings. */
  migrate(from: number, to: number): void {
    const old = this.world.chat(from);
    old.migratedTo = to;
    this.world.group(to, old.title ?? '', { type: 'supergroup', forum: true });
    const date = Math.floor(this.now() / 1000);
    this.queue.push({
      message: { message_id: 1, date, chat: { id: from, type: 'group' }, migrate_to_chat_id: to },
    });
    this.queue.push({
      message: { message_id: 1, date, chat: { id: to, type: 'supergroup' }, migrate_from_chat_id: from },
    });
  }

  /** A file people can send; its id goes into a message's photo, voice or document. */
  file(id: string, bytes: Uint8Array): string {
    this.world.files.set(id, bytes);
    return id;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const url = new URL(request.url ?? '/', 'http://stub');
      const download = /^\/file\/bot([^/]+)\/files\/(.+)$/.exec(url.pathname);
      if (download)
        return this.#download(response, download[1] === this.token, decodeURIComponent(download[2] ?? ''));
      const match = /^\/bot([^/]+)\/(\w+)$/.exec(url.pathname);
      const body = await readBody(request);
      if (match?.[1] !== this.token)
        return this.#answer(response, 401, { ok: false, error_code: 401, description: 'Unauthorized' });
      await this.#call(match[2] ?? '', body, response);
    } catch {
      response.destroy();
    }
  }

  #download(response: ServerResponse, allowed: boolean, id: string): void {
    const bytes = this.world.files.get(id);
    const call: RecordedCall = {
      method: 'download',
      values: { file_id: id },
      files: {},
      at: Date.now(),
      status: 200,
    };
    this.calls.push(call);
    const fault = this.#faultFor(call);
    if (fault) {
      response.destroy();
      return;
    }
    response.writeHead(allowed && bytes ? 200 : 404).end(allowed && bytes ? bytes : undefined);
  }

  async #call(method: string, body: CallBody, response: ServerResponse): Promise<void> {
    const call: RecordedCall = { method, values: body.values, files: body.files, at: Date.now(), status: 0 };
    this.calls.push(call);
    const fault = this.#faultFor(call);
    if (fault && 'status' in fault) return this.#refuse(call, response, fault);
    if (fault?.cut === 'before') return void response.destroy();
    try {
      this.#checkFlood(call);
      const gone = new AbortController();
      response.on('close', () => gone.abort());
      const result = await this.#perform(method, body, AbortSignal.any([gone.signal, this.#closing.signal]));
      if (fault?.cut === 'after') return void response.destroy();
      call.status = 200;
      this.#answer(response, 200, { ok: true, result });
    } catch (error) {
      if (!(error instanceof BotApiRefusal)) throw error;
      this.#refuse(call, response, error);
    }
  }

  /** Throws the Bot API's 429 when the group has had its share of the last minute. */
  #checkFlood({ method, values }: { readonly method: string; readonly values: CallBody['values'] }): void {
    const chat = Number(values.chat_id);
    if (this.groupPerMinute === undefined || !(chat < 0) || !/^(send|editMessage)/.test(method)) return;
    const since = Date.now() - 60_000;
    const recent = this.calls.filter(
      (one) =>
        one.status === 200 &&
        one.at > since &&
        Number(one.values.chat_id) === chat &&
        /^(send|editMessage)/.test(one.method),
    );
    const [oldest] = recent.slice(-this.groupPerMinute);
    if (!oldest || recent.length < this.groupPerMinute) return;
    const wait = Math.max(1, Math.ceil((oldest.at - since) / 1000));
    throw new BotApiRefusal(429, `Too Many Requests: retry after ${wait}`, { retry_after: wait });
  }

  #faultFor(call: RecordedCall): StubFault | undefined {
    const planned = this.#faults.find((one) => one.left > 0 && one.matches(call));
    if (!planned) return undefined;
    planned.left -= 1;
    return planned.fault;
  }

  #refuse(
    call: RecordedCall,
    response: ServerResponse,
    refusal: Exclude<StubFault, { cut: string }> | BotApiRefusal,
  ): void {
    const { status, description, parameters } = refusal;
    call.status = status;
    this.#answer(response, status, {
      ok: false,
      error_code: status,
      description,
      ...(parameters && { parameters }),
    });
  }

  #answer(response: ServerResponse, status: number, body: unknown): void {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  async #perform(method: string, body: CallBody, gone: AbortSignal): Promise<unknown> {
    const { values } = body;
    if (method === 'getUpdates') return this.#getUpdates(values, gone);
    if (method === 'setWebhook') return this.#setWebhook(values);
    if (method === 'deleteWebhook') {
      this.#webhook = undefined;
      return true;
    }
    if (method === 'getWebhookInfo')
      return { url: this.#webhook?.url ?? '', pending_update_count: this.queue.waiting.length };
    const known = methods[method];
    if (!known) throw new BotApiRefusal(404, 'Not Found: method not found');
    const { world, presses, bot, connections } = this;
    return known({ world, presses, bot, connections, now: () => this.now() }, body);
  }

  #getUpdates(values: CallBody['values'], gone: AbortSignal): Promise<readonly QueuedUpdate[]> {
    if (this.#webhook) {
      throw new BotApiRefusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
    const [offset, limit, timeout] = [number(values.offset), number(values.limit), number(values.timeout)];
    return this.queue.poll({
      ...(offset !== undefined && { offset }),
      ...(limit !== undefined && { limit }),
      ...(timeout !== undefined && { timeout }),
      gone,
    });
  }

  #setWebhook(values: CallBody['values']): boolean {
    const secret = String(values.secret_token ?? '');
    if (!/^[A-Za-z0-9_-]{0,256}$/.test(secret))
      throw new BotApiRefusal(400, 'Bad Request: secret token contains unallowed characters');
    if (!URL.canParse(String(values.url)))
      throw new BotApiRefusal(400, 'Bad Request: bad webhook: invalid webhook URL specified');
    this.#webhook = { url: String(values.url), secret };
    void this.#deliverAll();
    return true;
  }

  /** Hands waiting updates to the webhook: one at a time in each chat, chats side by side, again and again until taken. */
  async #deliverAll(): Promise<void> {
    while (this.#webhook && !this.#closing.signal.aborted) {
      for (const update of this.queue.waiting) this.#enlist(update);
      await this.#sleep(5);
    }
  }

  #enlist(update: QueuedUpdate): void {
    const chat = laneOf(update);
    const lane = this.#lanes.get(chat);
    if (lane?.includes(update)) return;
    if (lane) {
      lane.push(update);
      return;
    }
    this.#lanes.set(chat, [update]);
    void this.#deliverLane(chat);
  }

  async #deliverLane(chat: string): Promise<void> {
    const lane = this.#lanes.get(chat) ?? [];
    for (let wait = firstRetryMs; lane[0] && this.#webhook && !this.#closing.signal.aborted; ) {
      const status = await this.#deliver(lane[0], this.#webhook);
      if (status >= 200 && status < 300) {
        this.queue.remove(lane[0]);
        lane.shift();
        wait = firstRetryMs;
        continue;
      }
      await this.#sleep(wait);
      wait = Math.min(wait * 2, mostRetryMs);
    }
    this.#lanes.delete(chat);
  }

  async #deliver(update: QueuedUpdate, { url, secret }: WebhookSetting): Promise<number> {
    const headers = {
      'content-type': 'application/json',
      ...(secret && { 'x-telegram-bot-api-secret-token': secret }),
    };
    const { signal } = this.#closing;
    const status = await fetch(url, { method: 'POST', headers, body: JSON.stringify(update), signal }).then(
      (answer) => answer.status,
      () => 0,
    );
    this.deliveries.push({ update: update.update_id, status });
    return status;
  }

  async #sleep(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#closing.signal }).catch(() => undefined);
  }
}

/** Messages queue by chat, presses by person, the rest by kind: as the real server does. */
const laneOf = (update: QueuedUpdate): string => {
  const [kind, content] = Object.entries(update).find(([name]) => name !== 'update_id') ?? ['', {}];
  const { chat, from }: { chat?: { id: number }; from?: { id: number } } = Object(content);
  return kind === 'callback_query' ? `press:${from?.id}` : `${kind}:${chat?.id ?? ''}`;
};
