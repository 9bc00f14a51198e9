import type { Receive } from '../../src/ports.ts';
import { type Api, Refused } from './api.ts';
import { reasonOf } from './failures.ts';
import type { Incoming } from './incoming.ts';
import type { Logger } from './logger.ts';
import { pause } from './pause.ts';
import { allowedUpdates, chatOf, messageOf, type TelegramUpdate } from './updates.ts';

/** Seconds Telegram may keep a poll open. */
export const pollSeconds = 50;
/** How long an album must be quiet before it counts as whole: Telegram marks no last part. */
export const albumQuietMs = 1200;
const batchLimit = 100;
const albumLimit = 10;
const retryMs = { least: 1000, most: 60_000 } as const;
const refusedTokenMs = 60_000;
const conflictMs = 5000;
/** Between polls that Telegram answers at once with nothing. */
const idleMs = 200;

/** Waits other than these are for tests only. */
export interface PollingTuning {
  readonly pollSeconds?: number;
  readonly albumQuietMs?: number;
  readonly retryMs?: number;
  readonly conflictMs?: number;
}

/** What polling works with. */
export interface PollingTools {
  readonly api: Api;
  readonly incoming: Incoming;
  readonly logger: Logger;
  readonly tuning?: PollingTuning;
}

type Unit = readonly TelegramUpdate[];

const albumOf = (unit: Unit): string | undefined =>
  (unit[0] && messageOf(unit[0])?.media_group_id) || undefined;

/** Updates of one chat as units: an album's parts that stand together are one. */
const unitsOf = (lane: Unit): readonly Unit[] => {
  const units: TelegramUpdate[][] = [];
  for (const update of lane) {
    const last = units.at(-1);
    const album = messageOf(update)?.media_group_id;
    if (last && album && albumOf(last) === album) last.push(update);
    else units.push([update]);
  }
  return units;
};

const isUpdate = (value: unknown): value is TelegramUpdate =>
  typeof value === 'object' && value !== null && 'update_id' in value && typeof value.update_id === 'number';

/**
 * Long polling of our own. An update is confirmed (by the offset of the next poll) only after it is stored,
 * and the updates of one chat are stored in their order; chats go side by side.
 */
export class Polling {
  readonly #tools: PollingTools;
  readonly #stopping = new AbortController();
  readonly #done = new Set<number>();
  readonly #albums = new Map<string, { size: number; fetch: number }>();
  #offset: number | undefined;
  #fetches = 0;
  #running: Promise<void> = Promise.resolve();
  #trouble = '';

  constructor(tools: PollingTools) {
    this.#tools = tools;
  }

  /** Begins; returns at once. */
  start(receive: Receive): void {
    this.#running = this.#loop(receive);
  }

  /** Ends the open poll, waits for what is being stored, and confirms it. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    if (this.#offset === undefined) return;
    const confirm = { offset: this.#offset, timeout: 0, limit: 1, allowed_updates: allowedUpdates };
    await this.#tools.api.call('getUpdates', confirm, { timeoutMs: 3000 }).catch(() => undefined);
  }

  async #loop(receive: Receive): Promise<void> {
    let held = false;
    let failures = 0;
    while (!this.#stopping.signal.aborted) {
      try {
        const batch = await this.#fetch(held ? 0 : (this.#tools.tuning?.pollSeconds ?? pollSeconds));
        failures = 0;
        this.#trouble = '';
        held = await this.#store(batch, receive);
        if (held) await this.#pause(this.#tools.tuning?.albumQuietMs ?? albumQuietMs);
      } catch (error) {
        if (this.#stopping.signal.aborted) return;
        failures += 1;
        await this.#pause(this.#waitAfter(error, failures));
      }
    }
  }

  async #fetch(seconds: number): Promise<readonly TelegramUpdate[]> {
    const began = performance.now();
    const result = await this.#tools.api.call(
      'getUpdates',
      {
        ...(this.#offset !== undefined && { offset: this.#offset }),
        limit: batchLimit,
        timeout: seconds,
        allowed_updates: allowedUpdates,
      },
      { timeoutMs: (seconds + 15) * 1000, signal: this.#stopping.signal },
    );
    this.#fetches += 1;
    const batch = Array.isArray(result) ? result.filter(isUpdate) : [];
    if (batch.length === 0 && performance.now() - began < idleMs) await this.#pause(idleMs);
    return batch;
  }

  /** Stores a batch, trying again what failed, and moves the offset; true when an album is held back for more parts. */
  async #store(batch: readonly TelegramUpdate[], receive: Receive): Promise<boolean> {
    for (let tries = 0; !this.#stopping.signal.aborted; tries++) {
      const lanes = Map.groupBy(
        batch.filter((update) => !this.#done.has(update.update_id)),
        chatOf,
      );
      const outcomes = await Promise.all([...lanes.values()].map((lane) => this.#storeLane(lane, receive)));
      this.#advance(batch);
      if (!outcomes.includes('failed')) return outcomes.includes('held');
      const least = this.#tools.tuning?.retryMs ?? retryMs.least;
      await this.#pause(Math.min(least * 2 ** Math.min(tries, 10), retryMs.most));
    }
    return false;
  }

  async #storeLane(lane: Unit, receive: Receive): Promise<'done' | 'held' | 'failed'> {
    const units = unitsOf(lane);
    for (const [index, unit] of units.entries()) {
      if (this.#stopping.signal.aborted) return 'done';
      if (index === units.length - 1 && this.#mayGrow(unit)) return 'held';
      try {
        await this.#tools.incoming.take(unit, receive);
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : 'bug';
        this.#tools.logger.warn(
          { code, update: unit[0]?.update_id },
          'Telegram: an update could not be stored yet',
        );
        return 'failed';
      }
      for (const update of unit) this.#done.add(update.update_id);
    }
    return 'done';
  }

  /** An album at the end of what is known of a chat: more parts may come until one later poll brings none. */
  #mayGrow(unit: Unit): boolean {
    const album = albumOf(unit);
    if (!album || unit.length >= albumLimit) return false;
    const seen = this.#albums.get(album);
    if (seen && seen.size === unit.length && seen.fetch < this.#fetches) {
      this.#albums.delete(album);
      return false;
    }
    this.#albums.set(album, { size: unit.length, fetch: this.#fetches });
    return true;
  }

  #advance(batch: readonly TelegramUpdate[]): void {
    for (const { update_id } of batch.toSorted((one, other) => one.update_id - other.update_id)) {
      if (!this.#done.delete(update_id)) break;
      this.#offset = update_id + 1;
    }
  }

  #waitAfter(error: unknown, failures: number): number {
    const refusal = error instanceof Refused ? error.refusal : { status: 0, description: 'unknown' };
    const reason = reasonOf(refusal);
    const trouble = `${refusal.status} ${reason}`;
    if (trouble !== this.#trouble) this.#tell(refusal.status, reason);
    this.#trouble = trouble;
    if (refusal.status === 401 || refusal.status === 404) return refusedTokenMs;
    if (refusal.status === 409) return this.#tools.tuning?.conflictMs ?? conflictMs;
    if (refusal.retryAfterSeconds !== undefined) return refusal.retryAfterSeconds * 1000;
    const least = this.#tools.tuning?.retryMs ?? retryMs.least;
    return Math.min(least * 2 ** Math.min(failures - 1, 10), retryMs.most);
  }

  #tell(status: number, reason: string): void {
    const { logger } = this.#tools;
    if (status === 401 || status === 404) {
      logger.error({ status }, 'Telegram refuses the bot token: take a new one from @BotFather and restart');
    } else if (reason === 'webhook-active') {
      logger.error(
        { status },
        'Telegram: a webhook is set for this bot; poll or use the webhook, not both. Trying again',
      );
    } else if (status === 409) {
      logger.error({ status }, 'Telegram: another process polls with this token; stop it. Trying again');
    } else {
      logger.warn({ status, reason }, 'Telegram cannot be polled; trying again');
    }
  }

  #pause(ms: number): Promise<void> {
    return pause(ms, this.#stopping.signal);
  }
}
