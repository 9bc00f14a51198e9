import { type App, SocketModeReceiver } from '@slack/bolt';
import { isFault } from '../../src/faults.ts';
import type { SlackConfig } from './config.ts';
import { type BoltEvent, processDurably } from './durable.ts';
import { type Log, vendorLogger } from './log.ts';
import { toFault } from './vendor-faults.ts';
import { clientOptions } from './workspaces.ts';

const openTimeoutMs = 10_000;
const firstPauseMs = 500;
const longestPauseMs = 30_000;
/** A peer that does not close politely shall not hold up our own stop. */
const closingMs = 2_000;

/**
 * Slack over Socket Mode, acknowledged only when stored.
 * It reconnects by itself: the package's own way waits five seconds each time and ends the process when the
 * token is refused at a reconnection.
 */
export class StoringSocketReceiver extends SocketModeReceiver {
  readonly #log: Log;
  #stopping = false;
  #connecting: Promise<void> | undefined;
  #wake: (() => void) | undefined;

  constructor(options: { readonly appToken: string; readonly config: SlackConfig; readonly log: Log }) {
    super({
      appToken: options.appToken,
      autoReconnectEnabled: false,
      logger: vendorLogger(options.log),
      installerOptions: { clientOptions: clientOptions(options.config, options.log, openTimeoutMs) },
      processEventErrorHandler: async ({ error }) => {
        options.log.error({ err: error }, 'Slack event could not be stored; Slack will send it again');
        return false;
      },
    });
    this.#log = options.log;
    this.client.on('disconnected', () => this.#reconnect());
  }

  override init(app: App): void {
    super.init(
      Object.create(app, { processEvent: { value: (event: BoltEvent) => this.#process(app, event) } }),
    );
  }

  async #process(app: App, event: BoltEvent): Promise<void> {
    const { ack, ...rest } = event;
    const acknowledgement = await processDurably(app, rest);
    await ack(acknowledgement?.response);
  }

  /** Connects, or begins to try when Slack is out of reach. Throws Fault `channel-unauthorised` when the app token is refused. */
  override async start(): ReturnType<SocketModeReceiver['start']> {
    this.#stopping = false;
    try {
      return await this.client.start();
    } catch (error) {
      const fault = toFault(error, 'other');
      if (fault.code === 'channel-unauthorised') throw fault;
      this.#log.warn({ code: fault.code }, 'Slack cannot be reached yet; trying on');
      this.#reconnect();
      return { ok: false };
    }
  }

  override async stop(): Promise<void> {
    this.#stopping = true;
    this.#wake?.();
    await this.#connecting;
    await Promise.race([this.client.disconnect(), this.#pause(closingMs)]);
    this.#wake?.();
  }

  #reconnect(): void {
    if (this.#stopping || this.#connecting) return;
    this.#connecting = this.#tryOn().finally(() => {
      this.#connecting = undefined;
    });
  }

  async #tryOn(): Promise<void> {
    for (let pause = firstPauseMs; !this.#stopping; pause = Math.min(pause * 2, longestPauseMs)) {
      try {
        await this.client.start();
        return;
      } catch (error) {
        const fault = toFault(error, 'other');
        const level = isFault(fault, 'channel-unauthorised') ? 'error' : 'warn';
        this.#log[level]({ code: fault.code }, 'Slack Socket Mode is not connected; trying again');
        await this.#pause(pause);
      }
    }
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
