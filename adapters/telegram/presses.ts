import type { Clock } from '../../src/ports.ts';
import { type Api, Refused } from './api.ts';
import { faultOf, reasonOf } from './failures.ts';
import type { Logger } from './logger.ts';
import { Remembered } from './remembered.ts';
import { answerLimit } from './render.ts';
import { shorten } from './rich.ts';

/** Telegram forgets a press after this long. */
export const pressLifeMs = 150_000;
/** How long a press waits for our visible answer before it is answered with nothing, so that no button spins. */
export const answerWaitMs = 2000;
/** The same in a private chat, where answers are messages and nothing is waited for. */
const privateWaitMs = 400;
/** Words longer than this are shown in a window to be closed, not in a line that fades. */
const fadingLength = 60;

/** One press as it came in. */
export interface Press {
  readonly id: string;
  readonly presser: string;
  readonly name: string;
  readonly place: string;
  readonly messageId?: number;
  readonly thread?: string;
}

/** Somebody who asked for something in a group, by press or command, and where exactly. */
export type Asker = Omit<Press, 'id'>;

interface Kept {
  readonly press: Press;
  readonly at: string;
  answered: boolean;
  timer?: NodeJS.Timeout;
}

/** What the keeper of presses works with. */
export interface PressTools {
  readonly api: Api;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Other than `answerWaitMs` in tests only. */
  readonly waitMs?: number;
}

/** Every press is answered exactly once, in time: by our words when they come soon enough, else by nothing. */
export class Presses {
  readonly #tools: PressTools;
  readonly #kept = new Remembered<Kept>();
  readonly #askers = new Remembered<Asker>();
  readonly #underWay = new Set<Promise<void>>();

  constructor(tools: PressTools) {
    this.#tools = tools;
  }

  /** Notes a press that is stored; answers it with nothing after a short wait. */
  taken(press: Press): void {
    const entry: Kept = { press, at: this.#tools.clock.now(), answered: false };
    const waitMs = this.#tools.waitMs ?? answerWaitMs;
    const wait = press.place.startsWith('-') ? waitMs : Math.min(waitMs, privateWaitMs);
    entry.timer = setTimeout(() => this.#answerWithNothing(entry), wait);
    this.#kept.set(press.id, entry);
    this.asked(press);
  }

  /** Notes who asked for something and where, so that an answer in words finds the topic. */
  asked(asker: Asker): void {
    this.#askers.set(`${asker.place}/${asker.presser}`, asker);
  }

  /** Where a person last asked for something in this place. */
  lastAsked(place: string, presser: string): Asker | undefined {
    return this.#askers.get(`${place}/${presser}`);
  }

  /** The press of this id, while it is remembered. */
  find(id: string): Press | undefined {
    return this.#kept.get(id)?.press;
  }

  /** Shows words on the press. False when it is too late or already answered; throws Fault when Telegram cannot be reached. */
  async answer(id: string, text: string): Promise<boolean> {
    const entry = this.#kept.get(id);
    if (entry && (entry.answered || !this.#isFresh(entry))) return false;
    if (entry) {
      entry.answered = true;
      clearTimeout(entry.timer);
    }
    try {
      await this.#say(id, text);
      return true;
    } catch (error) {
      if (error instanceof Refused && error.refusal.status === 400) return false;
      if (entry) entry.answered = false;
      throw error instanceof Refused ? faultOf(error.refusal, false) : error;
    }
  }

  /** Answers what still waits. */
  async stop(): Promise<void> {
    for (const entry of this.#kept.values()) if (!entry.answered) this.#answerWithNothing(entry);
    await Promise.all(this.#underWay);
  }

  #isFresh(entry: Kept): boolean {
    return Date.parse(this.#tools.clock.now()) - Date.parse(entry.at) < pressLifeMs;
  }

  #say(id: string, text: string): Promise<unknown> {
    return this.#tools.api.call('answerCallbackQuery', {
      callback_query_id: id,
      ...(text && { text: shorten(text, answerLimit), show_alert: text.length > fadingLength }),
    });
  }

  #answerWithNothing(entry: Kept): void {
    entry.answered = true;
    clearTimeout(entry.timer);
    const answering = this.#say(entry.press.id, '')
      .then(() => undefined)
      .catch((error: unknown) => {
        const reason = error instanceof Refused ? reasonOf(error.refusal) : 'unknown';
        this.#tools.logger.info({ reason }, 'Telegram: a press was answered too late');
      })
      .finally(() => this.#underWay.delete(answering));
    this.#underWay.add(answering);
  }
}
