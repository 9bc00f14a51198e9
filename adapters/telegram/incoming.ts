import { isFault } from '../../src/faults.ts';
import type { CommandArrival, InboundMessage, PressArrival, TextArrival } from '../../src/inbound/message.ts';
import type { Desk, Receive, Viewer } from '../../src/ports.ts';
import type { Downloads } from './download.ts';
import type { Guided, GuidedReplies } from './guided.ts';
import type { Logger } from './logger.ts';
import type { Asker, Presses } from './presses.ts';
import { type Self, type Translated, translate } from './receive.ts';
import type { TelegramUpdate } from './updates.ts';

/** Tries at an update that breaks something of ours before it is parked: it must not hold its chat up for a day. */
const bugTries = 3;

/** What taking in works with. */
export interface IncomingTools {
  readonly self: () => Self;
  readonly desk: Desk;
  readonly downloads: Downloads;
  readonly presses: Presses;
  readonly guided: GuidedReplies;
  readonly logger: Logger;
  readonly moved: (from: string, to: string) => void;
}

type Arrivals = Extract<Translated, { kind: 'arrivals' }>;

/** Several parts of one album as one arrival: words joined, files in order, keyed by first and last. */
const joined = (parts: readonly Arrivals[]): Arrivals | undefined => {
  const [first] = parts;
  const texts = parts.flatMap((part) => part.arrivals).filter((arrival) => arrival.kind === 'text');
  const [head] = texts;
  if (!first || !head || parts.length === 1) return first;
  const text = texts
    .map((arrival) => arrival.text)
    .filter(Boolean)
    .join('\n');
  const key = `${head.key}-${texts.at(-1)?.key.split(':').at(-1)}`;
  return {
    ...first,
    arrivals: [{ ...head, key, text }],
    attachments: parts.flatMap((part) => part.attachments),
  };
};

const viewerOf = (arrival: InboundMessage): Viewer => ({ channel: 'telegram', sender: arrival.from });

const askerOf = (arrival: PressArrival | CommandArrival, messageId: number | undefined): Asker => ({
  presser: arrival.from.id,
  name: arrival.from.name ?? '',
  place: arrival.address.place,
  ...(messageId !== undefined && { messageId }),
  ...(arrival.thread && { thread: arrival.thread }),
});

/** Takes updates in, one unit (an update, or the parts of one album) at a time. */
export class Incoming {
  readonly #tools: IncomingTools;
  readonly #broken = new Map<number, number>();

  constructor(tools: IncomingTools) {
    this.#tools = tools;
  }

  /** Stores what the unit holds. Throws a Fault when it must come again; anything that can never work is logged and parked. */
  async take(unit: readonly TelegramUpdate[], receive: Receive): Promise<void> {
    const [first] = unit;
    if (!first) return;
    const translated = this.#translate(unit, first);
    if (!translated) return;
    try {
      await this.#follow(translated, unit, receive);
      this.#broken.delete(first.update_id);
    } catch (error) {
      if (isFault(error)) throw error;
      const tries = (this.#broken.get(first.update_id) ?? 0) + 1;
      this.#broken.set(first.update_id, tries);
      if (tries < bugTries) throw new AgainError(error);
      this.#broken.delete(first.update_id);
      this.#park(first, error);
    }
  }

  #park(update: TelegramUpdate, error: unknown): void {
    const kinds = Object.keys(update).filter((name) => name !== 'update_id');
    const problem =
      error instanceof Error ? `${error.name} ${error.stack?.split('\n')[1]?.trim() ?? ''}` : 'unknown';
    this.#tools.logger.error({ update: update.update_id, kinds, problem }, 'Telegram: an update is parked');
  }

  #translate(unit: readonly TelegramUpdate[], first: TelegramUpdate): Translated | undefined {
    try {
      const parts = unit.map((update) => translate(update, this.#tools.self()));
      const arrivals = parts.filter((part) => part.kind === 'arrivals');
      return arrivals.length > 1 ? joined(arrivals) : (arrivals[0] ?? parts[0]);
    } catch (error) {
      this.#park(first, error);
      return undefined;
    }
  }

  async #follow(translated: Translated, unit: readonly TelegramUpdate[], receive: Receive): Promise<void> {
    const { logger, moved } = this.#tools;
    switch (translated.kind) {
      case 'arrivals':
        return this.#arrived(translated, unit, receive);
      case 'migration':
        return moved(translated.from, translated.to);
      case 'connection':
        return logger.info({ ...translated }, 'Telegram: a business account was connected or changed');
      case 'membership':
        return logger.warn({ ...translated }, 'Telegram: our standing in a group changed');
      case 'ignored':
        return;
    }
  }

  async #arrived(arrived: Arrivals, unit: readonly TelegramUpdate[], receive: Receive): Promise<void> {
    for (const arrival of arrived.arrivals) {
      if (arrival.kind === 'press') await this.#pressed(arrival, unit, receive);
      else if (arrival.kind === 'text') await this.#said(arrival, arrived, receive);
      else if (arrival.kind === 'command') await this.#commanded(arrival, unit, receive);
      else await receive(arrival);
    }
  }

  async #said(arrival: TextArrival, { repliesTo, attachments }: Arrivals, receive: Receive): Promise<void> {
    const answers = repliesTo && attachments.length === 0;
    const guided: Guided = answers ? this.#tools.guided.takeText(arrival, repliesTo) : { kind: 'not-ours' };
    if (guided.kind === 'taken') return;
    if (guided.kind === 'complete') return this.#complete(guided, receive);
    const taken = await Promise.all(attachments.map((attachment) => this.#tools.downloads.take(attachment)));
    const files = taken.filter((file) => 'sha256' in file);
    const refusedFiles = taken.filter((file) => 'reason' in file);
    await receive({ ...arrival, files, ...(refusedFiles.length > 0 && { refusedFiles }) });
  }

  async #complete(guided: Extract<Guided, { kind: 'complete' }>, receive: Receive): Promise<void> {
    await receive(guided.arrival);
    guided.done();
  }

  async #commanded(
    arrival: CommandArrival,
    unit: readonly TelegramUpdate[],
    receive: Receive,
  ): Promise<void> {
    this.#tools.presses.asked(askerOf(arrival, unit[0]?.message?.message_id));
    if (arrival.name === 'new' && arrival.text === '') {
      const viewer = viewerOf(arrival);
      const form = await this.#tools.desk.commandForm('new', viewer);
      if (form) return this.#tools.guided.begin(arrival, form);
    }
    await receive(arrival);
  }

  async #pressed(arrival: PressArrival, unit: readonly TelegramUpdate[], receive: Receive): Promise<void> {
    const { guided, desk } = this.#tools;
    const taken = guided.takePress(arrival);
    if (taken.kind === 'not-ours') {
      const viewer = viewerOf(arrival);
      const form = await desk.form(arrival.buttonId, viewer);
      if (form) guided.begin(arrival, form);
      else await receive(arrival);
      return this.#note(arrival, unit, form ? '' : undefined);
    }
    if (taken.kind === 'complete') await this.#complete(taken, receive);
    await this.#note(arrival, unit, taken.kind === 'taken' ? (taken.notice ?? '') : undefined);
  }

  /** From here on the press is answered: with `notice` at once, or by the core within a short wait. */
  async #note(
    arrival: PressArrival,
    unit: readonly TelegramUpdate[],
    notice: string | undefined,
  ): Promise<void> {
    const { presses, logger } = this.#tools;
    const id = arrival.answerTo;
    if (!id) return;
    presses.taken({ id, ...askerOf(arrival, unit[0]?.callback_query?.message?.message_id) });
    if (notice === undefined) return;
    await presses.answer(id, notice).catch(() => logger.info({}, 'Telegram: a press was not answered'));
  }
}

/** Something of ours broke on an update: try it again, a few times. */
export class AgainError extends Error {
  constructor(cause: unknown) {
    super('An update broke something of ours', { cause });
    this.name = 'AgainError';
  }
}
