import { isFault } from '../../src/faults.ts';
import type { OutboundMessage } from '../../src/outbox/message.ts';
import type { Delivery, Files, Pace, Sent } from '../../src/ports.ts';
import { type Api, Refused } from './api.ts';
import { Calls, numberOf, refusalReason } from './calls.ts';
import { faultOf } from './failures.ts';
import type { Logger } from './logger.ts';
import type { Presses } from './presses.ts';
import { messageIdOf } from './receive.ts';
import { Remembered } from './remembered.ts';
import {
  type Call,
  fitsNotice,
  type Rendered,
  render,
  renderEdit,
  renderWhole,
  type Spot,
} from './render.ts';
import { Topics } from './topics.ts';

/** One message a second in one chat; twenty a minute in one group, the whole forum together. */
const chatPace: Pace = { everyMs: 1000, perMinute: 60 };
const groupPace: Pace = { everyMs: 1000, perMinute: 20 };
/** Words on a press are no message, and late ones are useless: they wait for nothing. */
const pressPace: Pace = { everyMs: 0, perMinute: 3000 };

const isGroup = (place: string): boolean => place.startsWith('-');

/** How fast Telegram takes messages for the place of this one. */
export const paceOf = (message: OutboundMessage): Pace => {
  if (message.answer?.to && fitsNotice(message)) return pressPace;
  return isGroup(message.to.place) ? groupPace : chatPace;
};

/** What the sender works with. */
export interface SenderTools {
  readonly api: Api;
  readonly files: Files;
  readonly presses: Presses;
  readonly logger: Logger;
  /** A group became a supergroup: everything under its old id now stands under the new. */
  readonly onMigrated?: (from: string, to: string) => void;
}

/** What was already done of one message, so that a second try goes on where the first was stopped. */
interface Progress {
  thread?: string;
  /** An answer was lost: what is sent now may be there twice. */
  uncertain?: boolean;
  readonly ids: number[];
}

/** The message to edit; null when it stands elsewhere: on a press, or in a group that has moved and numbers anew. */
const numberIn = (edits: string, message: OutboundMessage): number | null => {
  const value = Number(edits.split(':').at(-1));
  return edits === messageIdOf(message.to.place, value, message.route) ? value : null;
};

const inThread = (thread: string | undefined): Spot => (thread ? { thread } : {});

/** Fault of a refused call that makes no second message when repeated; a moved group is left to `send`. */
const repeatable = (error: unknown): unknown =>
  error instanceof Refused && !error.refusal.migratedTo ? faultOf(error.refusal, false) : error;

/** Sends deliveries; remembers within one run what makes a repeat cheap and quiet. */
export class Sender {
  readonly #tools: SenderTools;
  readonly #calls: Calls;
  readonly #topics: Topics;
  readonly #moves = new Remembered<string>();
  readonly #wholes = new Remembered<string>();
  readonly #begun = new Remembered<Progress>();
  readonly #expected = new Remembered<number>();

  constructor(tools: SenderTools) {
    this.#tools = tools;
    this.#calls = new Calls(tools.api, tools.files, tools.logger);
    this.#topics = new Topics(tools.api, tools.logger);
  }

  /** `Channel.send`. */
  async send(delivery: Delivery): Promise<Sent> {
    try {
      return await this.#route(delivery);
    } catch (error) {
      const refusal = error instanceof Refused ? error.refusal : undefined;
      const fault = refusal ? faultOf(refusal, true) : error;
      const from = delivery.message.to.place;
      const migratedTo = refusal?.migratedTo;
      if (!migratedTo || this.#moves.get(from) === migratedTo) {
        this.#expect(delivery, fault);
        throw fault;
      }
      this.moved(from, migratedTo);
      return this.send(delivery);
    }
  }

  /** Notes that a group has moved, so that later sends go straight to its new id. */
  moved(from: string, to: string): void {
    if (this.#moves.get(from) === to) return;
    this.#moves.set(from, to);
    this.#tools.logger.warn(
      { from, to },
      'Telegram: a group became a supergroup; put its new id into the configuration',
    );
    this.#tools.onMigrated?.(from, to);
  }

  async #route(delivery: Delivery): Promise<Sent> {
    const place = this.#moves.get(delivery.message.to.place) ?? delivery.message.to.place;
    const message = { ...delivery.message, to: { ...delivery.message.to, place } };
    const thread = delivery.thread && this.#topics.current(place, delivery.thread);
    if (delivery.attempt > (this.#expected.get(message.id) ?? 1)) this.#doubt(message.id);
    const sent = await this.#deliver(message, delivery.edits, inThread(thread));
    const isReplaced = message.opensThread && thread && thread !== delivery.thread;
    return isReplaced && !sent.threadId ? { ...sent, threadId: thread } : sent;
  }

  /** A try this process knows nothing of, also between two of its own: whoever made it died, and Telegram cannot be asked. */
  #doubt(id: string): void {
    this.#begun.set(id, { ...(this.#begun.get(id) ?? { ids: [] }), uncertain: true });
  }

  /** Which try of a message comes next if nobody else tries it: being asked to wait counts as none. */
  #expect({ message, attempt }: Delivery, error: unknown): void {
    this.#expected.set(message.id, isFault(error, 'channel-rate-limited') ? attempt : attempt + 1);
  }

  #deliver(message: OutboundMessage, edits: string | undefined, spot: Spot): Promise<Sent> {
    if (edits) return this.#redraw(message, edits, spot);
    return message.answer ? this.#respond(message, message.answer, spot) : this.#post(message, spot);
  }

  /** Posts anew; a topic that is gone is opened again, so that what staff must see is seen. */
  async #post(message: OutboundMessage, spot: Spot): Promise<Sent> {
    const progress: Progress = this.#begun.get(message.id) ?? { ids: [] };
    this.#begun.set(message.id, progress);
    if (message.opensThread && !spot.thread) progress.thread ??= await this.#topics.open(message);
    const thread = progress.thread ?? spot.thread;
    try {
      return await this.#postAll(message, { ...spot, ...inThread(thread) }, progress);
    } catch (error) {
      if (!thread || refusalReason(error) !== 'thread-gone') throw error;
      progress.thread = await this.#topics.reopen(message, thread);
      return this.#postAll(message, { ...spot, thread: progress.thread }, progress);
    }
  }

  async #postAll(message: OutboundMessage, spot: Spot, progress: Progress): Promise<Sent> {
    const rendered = render(message, spot);
    for (const call of rendered.calls.slice(progress.ids.length)) {
      progress.ids.push(numberOf(await this.#create(call, progress), 'message_id'));
    }
    const id = progress.ids[rendered.primary] ?? 0;
    await this.#attachWhole(message, rendered, { ...inThread(spot.thread), replyTo: id });
    this.#begun.delete(message.id);
    const messageId = messageIdOf(message.to.place, id, message.route);
    return {
      messageId,
      ...(progress.thread && { threadId: progress.thread }),
      ...(progress.uncertain && { uncertain: true }),
    };
  }

  async #create(call: Call, progress: Progress): Promise<unknown> {
    try {
      return await this.#calls.make(call);
    } catch (error) {
      if (error instanceof Refused && isFault(faultOf(error.refusal, true), 'answer-uncertain'))
        progress.uncertain = true;
      throw error;
    }
  }

  /** The full text of a shortened card, once for each text: a redraw that changes nothing in it adds nothing. */
  async #attachWhole(
    message: OutboundMessage,
    rendered: Rendered,
    spot: Spot & { replyTo: number },
  ): Promise<void> {
    const known = `${message.to.place}:${spot.replyTo}`;
    if (!rendered.whole || this.#wholes.get(known) === rendered.whole) return;
    this.#wholes.set(known, rendered.whole);
    await this.#calls.make(renderWhole(message, rendered.whole, spot)).catch((error: unknown) => {
      this.#wholes.delete(known);
      const reason = refusalReason(error);
      this.#tools.logger.warn(
        { reason, message: message.id },
        'Telegram: the full text of a card was not attached',
      );
    });
  }

  async #redraw(message: OutboundMessage, edits: string, spot: Spot): Promise<Sent> {
    const id = numberIn(edits, message);
    if (id === null) return this.#post(message, spot);
    const rendered = renderEdit(message, id);
    try {
      for (const call of rendered.calls) await this.#calls.make(call);
    } catch (error) {
      const reason = refusalReason(error);
      if (reason === 'edit-gone') return this.#postAgain(message, spot);
      if (reason !== 'not-modified') throw repeatable(error);
    }
    await this.#topics.rename(message, spot.thread);
    await this.#attachWhole(message, rendered, { ...spot, replyTo: id });
    return { messageId: edits };
  }

  async #postAgain(message: OutboundMessage, spot: Spot): Promise<Sent> {
    const sent = await this.#post(message, spot);
    await this.#topics.rename(message, sent.threadId ?? spot.thread);
    return sent;
  }

  /** Words on the press when they fit and are in time; else to the presser alone; else in the topic, addressed to them. */
  async #respond(
    message: OutboundMessage,
    answer: { to?: string; senderId: string },
    spot: Spot,
  ): Promise<Sent> {
    const { to, senderId } = answer;
    const { presses } = this.#tools;
    if (to && fitsNotice(message) && (await presses.answer(to, message.text)))
      return { messageId: `callback:${to}` };
    if (!isGroup(message.to.place)) return this.#post(message, spot);
    const isPerson = /^\d+$/.test(senderId);
    const sent = isPerson && !message.buttons?.length ? await this.#privately(message, senderId) : null;
    if (sent) return sent;
    const asker = (to && presses.find(to)) || presses.lastAsked(message.to.place, senderId);
    return this.#post(message, {
      ...inThread(spot.thread ?? asker?.thread),
      ...(asker?.messageId !== undefined && { replyTo: asker.messageId }),
      ...(isPerson && { mention: { id: senderId, name: asker?.name || '👤' } }),
    });
  }

  /** Null when the presser never opened a private chat with the bot, or closed it. */
  async #privately(message: OutboundMessage, presser: string): Promise<Sent | null> {
    const { route: _, ...rest } = message;
    try {
      return await this.#post({ ...rest, to: { channel: 'telegram', place: presser } }, {});
    } catch (error) {
      const fault = error instanceof Refused ? faultOf(error.refusal, true) : error;
      if (isFault(fault, 'recipient-unreachable')) return null;
      throw fault;
    }
  }
}
