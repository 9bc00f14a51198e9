import { createHash } from 'node:crypto';
import type { CommandArrival, PressArrival, TextArrival } from '../../src/inbound/message.ts';
import type { Form } from '../../src/outbox/message.ts';
import type { Ids } from '../../src/ports.ts';
import { type Api, Refused } from './api.ts';
import { numberOf, refusalReason } from './calls.ts';
import {
  answerByPress,
  answerByText,
  type Filling,
  formPress,
  type Question,
  questionOf,
  refIn,
  type Step,
} from './form.ts';
import type { Logger } from './logger.ts';
import { pause } from './pause.ts';
import { Remembered } from './remembered.ts';
import { chatId } from './render.ts';
import { type Rich, toHtml } from './rich.ts';
import { words } from './words.ts';

/** Tries to post one question before it is given up. */
const postTries = 4;
/** Wait before the next try when Telegram names none. */
const postWaitSeconds = 2;

/** What opened a form; with its fields it is what arrives in the end. */
export type Opening = PressArrival | CommandArrival;

interface Open {
  readonly opening: Opening;
  filling: Filling;
  question?: number;
}

/** What became of an update that may belong to a form. */
export type Guided =
  | { readonly kind: 'not-ours' }
  /** Taken in; `notice` is for the presser. */
  | { readonly kind: 'taken'; readonly notice?: string }
  /** The form is complete: store the arrival, then call `done`. Until then the form stays open, so that a repeat works. */
  | { readonly kind: 'complete'; readonly arrival: Opening; done(): void };

/** What guided replies work with. */
export interface GuidedTools {
  readonly api: Api;
  readonly ids: Ids;
  readonly logger: Logger;
}

/**
 * Wide input in a chat: a form asked question by question, each answered by a reply or a button.
 * What is half filled in lives in memory alone: after a restart the person is told to press again, and nothing is ever half stored.
 */
export class GuidedReplies {
  readonly #tools: GuidedTools;
  readonly #open = new Remembered<Open>(500);
  readonly #consumed = new Remembered<true>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #stopping = new AbortController();
  readonly #boot: string;
  #count = 0;

  constructor(tools: GuidedTools) {
    this.#tools = tools;
    const digest = createHash('sha256').update(tools.ids.secret()).digest('hex');
    this.#boot = digest.slice(0, 4);
  }

  /** Begins a form and asks its first question; the update that opened it is done with. */
  begin(opening: Opening, form: Form): void {
    this.#count += 1;
    const ref = `${this.#boot}${this.#count.toString(36)}`;
    const open: Open = { opening, filling: { ref, form, at: 0, page: 0, values: {} } };
    this.#open.set(ref, open);
    this.#ask(open);
  }

  /** A text that may answer a question. Only a reply to the very question counts: a note taken for an answer could reach the complainant. */
  takeText(arrival: TextArrival, repliesTo: { messageId: number; text: string }): Guided {
    if (this.#consumed.get(arrival.key)) return { kind: 'taken' };
    const ref = refIn(repliesTo.text);
    if (!ref) return { kind: 'not-ours' };
    const open = this.#open.get(ref);
    if (open && !this.#isTheirs(open, arrival.from.id, arrival.address.place)) return { kind: 'not-ours' };
    this.#consumed.set(arrival.key, true);
    if (!open) {
      this.#say(arrival, words[arrival.from.locale ?? 'zh-CN'].lost);
      return { kind: 'taken' };
    }
    if (open.question !== repliesTo.messageId) {
      this.#ask(open);
      return { kind: 'taken' };
    }
    return this.#step(open, answerByText(open.filling, arrival.text), arrival);
  }

  /** A press on a button of a form; any data of that shape ends here, forged or not. */
  takePress(arrival: PressArrival): Guided {
    const press = formPress(arrival.buttonId);
    if (!press) return { kind: 'not-ours' };
    const locale = arrival.from.locale ?? 'zh-CN';
    if (this.#consumed.get(arrival.key)) return { kind: 'taken' };
    const open = this.#open.get(press.ref);
    if (!open) return { kind: 'taken', notice: words[locale].lost };
    if (!this.#isTheirs(open, arrival.from.id, arrival.address.place)) {
      return { kind: 'taken', notice: words[locale].notYours };
    }
    const step = answerByPress(open.filling, press);
    if (!step) return { kind: 'taken' };
    this.#consumed.set(arrival.key, true);
    return this.#step(open, step, arrival);
  }

  /** Ends what waits; questions under way are finished or dropped. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#underWay);
  }

  #isTheirs(open: Open, senderId: string, place: string): boolean {
    return open.opening.from.id === senderId && open.opening.address.place === place;
  }

  #step(open: Open, step: Step, by: PressArrival | TextArrival): Guided {
    switch (step.kind) {
      case 'submit':
        return this.#complete(open, step.values, by);
      case 'cancel':
        this.#open.delete(open.filling.ref);
        this.#say(open.opening, words[open.filling.form.locale].cancelled);
        return { kind: 'taken' };
      case 'again':
        this.#ask(open, step.why);
        return { kind: 'taken' };
      case 'turn':
        open.filling = step.filling;
        this.#turn(open);
        return { kind: 'taken' };
      case 'ask':
        open.filling = step.filling;
        this.#ask(open);
        return { kind: 'taken' };
    }
  }

  #complete(open: Open, fields: Readonly<Record<string, string>>, by: PressArrival | TextArrival): Guided {
    const { answerTo: _, ...opening } = open.opening;
    const { key, sentAt } = by;
    const answerTo = by.kind === 'press' ? by.answerTo : undefined;
    this.#consumed.delete(key);
    return {
      kind: 'complete',
      arrival: { ...opening, key, fields, ...(sentAt && { sentAt }), ...(answerTo && { answerTo }) },
      done: () => {
        this.#open.delete(open.filling.ref);
        this.#consumed.set(key, true);
      },
    };
  }

  #ask(open: Open, why?: string): void {
    const question = questionOf(open.filling);
    const rich: Rich = why ? [{ text: `${why}\n\n` }, ...question.rich] : question.rich;
    this.#inBackground(async () => {
      const posted = await this.#post(open.opening, rich, question.markup);
      if (posted !== null) open.question = posted;
    });
  }

  #turn(open: Open): void {
    const { markup }: Question = questionOf(open.filling);
    const { place } = open.opening.address;
    this.#inBackground(async () => {
      await this.#tools.api.call('editMessageReplyMarkup', {
        ...(open.opening.route && { business_connection_id: open.opening.route }),
        chat_id: chatId(place),
        message_id: open.question,
        reply_markup: markup,
      });
    });
  }

  #say(to: TextArrival | Opening, text: string): void {
    this.#inBackground(async () => {
      await this.#post(to, [{ text }]);
    });
  }

  async #post(to: TextArrival | Opening, rich: Rich, markup?: object): Promise<number | null> {
    const addressed: Rich = to.address.place.startsWith('-')
      ? [{ text: to.from.name || '👤', mentions: to.from.id }, { text: '\n' }, ...rich]
      : rich;
    const payload = {
      ...(to.route && { business_connection_id: to.route }),
      chat_id: chatId(to.address.place),
      ...(to.thread && { message_thread_id: Number(to.thread) }),
      text: toHtml(addressed),
      parse_mode: 'HTML',
      ...(markup && { reply_markup: markup }),
    };
    for (let tries = 1; tries <= postTries && !this.#stopping.signal.aborted; tries++) {
      try {
        return numberOf(await this.#tools.api.call('sendMessage', payload), 'message_id');
      } catch (error) {
        if (!(error instanceof Refused) || tries === postTries) throw error;
        const { status, retryAfterSeconds } = error.refusal;
        if (status !== 429 && status < 500 && status !== 0) throw error;
        await pause((retryAfterSeconds ?? postWaitSeconds) * 1000, this.#stopping.signal);
      }
    }
    return null;
  }

  #inBackground(work: () => Promise<void>): void {
    const running = work()
      .catch((error: unknown) => {
        this.#tools.logger.warn(
          { reason: refusalReason(error) ?? 'unknown' },
          'Telegram: a question of a form was not posted',
        );
      })
      .finally(() => this.#underWay.delete(running));
    this.#underWay.add(running);
  }
}
