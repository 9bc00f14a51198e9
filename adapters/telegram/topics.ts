import type { OutboundMessage } from '../../src/outbox/message.ts';
import { type Api, Refused } from './api.ts';
import { numberOf, refusalReason } from './calls.ts';
import { faultOf } from './failures.ts';
import type { Logger } from './logger.ts';
import { Remembered } from './remembered.ts';
import { chatId, renderTopic } from './render.ts';

const titleOf = (message: OutboundMessage): string =>
  message.opensThread?.title ?? message.complaint ?? message.id;

/** The forum topics complaints stand in: opened, renamed, and opened again when somebody deleted one. */
export class Topics {
  readonly #api: Api;
  readonly #logger: Logger;
  readonly #titles = new Remembered<string>();
  readonly #replaced = new Remembered<string>();

  constructor(api: Api, logger: Logger) {
    this.#api = api;
    this.#logger = logger;
  }

  /** The topic that stands for this one now. */
  current(place: string, thread: string): string {
    return this.#replaced.get(`${place}/${thread}`) ?? thread;
  }

  /**
   * Opens a topic for the message and gives its id.
   * A lost answer is retried, never 'uncertain': an empty topic too many is less bad than a complaint nobody sees.
   */
  async open(message: OutboundMessage): Promise<string> {
    const title = titleOf(message);
    const created = await this.#api
      .call('createForumTopic', renderTopic(message, title))
      .catch((error: unknown) => {
        throw error instanceof Refused && !error.refusal.migratedTo ? faultOf(error.refusal, false) : error;
      });
    const thread = String(numberOf(created, 'message_thread_id'));
    this.#titles.set(`${message.to.place}/${thread}`, title);
    return thread;
  }

  /** Opens a topic in the place of one that is gone. */
  async reopen(message: OutboundMessage, gone: string): Promise<string> {
    const thread = await this.open(message);
    this.#replaced.set(`${message.to.place}/${gone}`, thread);
    this.#logger.warn(
      { place: message.to.place, gone, thread },
      'Telegram: a topic was gone and is opened again',
    );
    return thread;
  }

  /** Keeps the topic's name in step with the complaint; a name that cannot be changed is no reason to fail. */
  async rename(message: OutboundMessage, thread: string | undefined): Promise<void> {
    const title = message.opensThread?.title;
    const known = `${message.to.place}/${thread}`;
    if (!title || !thread || this.#titles.get(known) === title) return;
    this.#titles.set(known, title);
    const { name } = renderTopic(message, title);
    const where = { chat_id: chatId(message.to.place), message_thread_id: Number(thread) };
    await this.#api.call('editForumTopic', { ...where, name }).catch((error: unknown) => {
      const reason = refusalReason(error);
      if (reason !== 'topic-not-modified')
        this.#logger.info({ reason }, 'Telegram: a topic kept its old name');
    });
  }
}
