import { Fault } from '../../src/faults.ts';
import type { Channel, Clock, Desk, Files, Ids, Receive } from '../../src/ports.ts';
import { type Api, createApi, Refused } from './api.ts';
import { Downloads } from './download.ts';
import { faultOf, reasonOf } from './failures.ts';
import { GuidedReplies } from './guided.ts';
import { Incoming } from './incoming.ts';
import type { Logger } from './logger.ts';
import { Polling, type PollingTuning } from './polling.ts';
import { Presses } from './presses.ts';
import type { Self } from './receive.ts';
import { paceOf, Sender } from './send.ts';
import { Webhook } from './webhook.ts';
import { menus } from './words.ts';

const publicRoot = 'https://api.telegram.org';

/** What the Telegram channel needs. */
export interface TelegramOptions {
  /** From @BotFather, `123456:ABC…`. */
  readonly token: string;
  /** Root of the Bot API; Telegram's own when absent. */
  readonly apiRoot?: string;
  /** Public address for a webhook; long polling when absent. */
  readonly webhookUrl?: string;
  readonly webhookSecret?: string;
  readonly desk: Desk;
  readonly files: Files;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  /** A group became a supergroup: its places must be renamed wherever they are kept. */
  readonly onMigrated?: (from: string, to: string) => void;
  /** Other waits than in production; for tests. */
  readonly tuning?: PollingTuning & { readonly answerWaitMs?: number };
}

/** Who the token says we are. Throws Fault `config-invalid`. */
const botIdOf = (token: string): string => {
  const match = /^(\d+):[\w-]+$/.exec(token);
  if (!match?.[1]) throw new Fault('config-invalid', 'A Telegram bot token looks like 123456:ABC…');
  return match[1];
};

const usernameOf = (me: unknown): string | undefined => {
  const name =
    typeof me === 'object' && me !== null ? new Map(Object.entries(me)).get('username') : undefined;
  return typeof name === 'string' ? name : undefined;
};

/** Shows the command menus, zh and en; a menu that cannot be shown is no reason not to start. */
const showMenus = async (api: Api, logger: Logger): Promise<void> => {
  for (const [locale, language] of [
    ['en', undefined],
    ['zh-CN', 'zh'],
  ] as const) {
    const menu = menus[locale];
    for (const [scope, commands] of [
      ['default', menu.private],
      ['all_group_chats', menu.groups],
    ] as const) {
      const payload = { commands, scope: { type: scope }, ...(language && { language_code: language }) };
      await api.call('setMyCommands', payload).catch((error: unknown) => {
        const reason = error instanceof Refused ? reasonOf(error.refusal) : 'unknown';
        logger.info({ reason, scope }, 'Telegram: a command menu was not set');
      });
    }
  }
};

/** Asks who we are. Throws Fault `channel-unauthorised`; when Telegram cannot be reached the channel starts all the same. */
const findUsername = async (api: Api, logger: Logger): Promise<string | undefined> => {
  try {
    return usernameOf(await api.call('getMe', {}));
  } catch (error) {
    const fault = error instanceof Refused ? faultOf(error.refusal, false) : error;
    if (fault instanceof Fault && fault.retryable) {
      logger.warn({ code: fault.code }, 'Telegram cannot be reached at start; going on');
      return undefined;
    }
    throw fault;
  }
};

const stopWebhook = (api: Api, logger: Logger): Promise<unknown> =>
  api.call('deleteWebhook', { drop_pending_updates: false }).catch((error: unknown) => {
    const reason = error instanceof Refused ? reasonOf(error.refusal) : 'unknown';
    logger.warn({ reason }, 'Telegram: an earlier webhook could not be removed');
  });

/**
 * Telegram as a channel: private chats, business accounts and staff forums.
 * Throws Fault `config-invalid` on a token, address or secret Telegram could never take.
 */
export const createTelegramChannel = (options: TelegramOptions): Channel => {
  const {
    token,
    apiRoot = publicRoot,
    webhookUrl,
    webhookSecret,
    desk,
    files,
    clock,
    ids,
    logger,
    tuning,
  } = options;
  let self: Self = { botId: botIdOf(token) };
  const api = createApi(token, apiRoot);
  const presses = new Presses({
    api,
    clock,
    logger,
    ...(tuning?.answerWaitMs !== undefined && { waitMs: tuning.answerWaitMs }),
  });
  const guided = new GuidedReplies({ api, ids, logger });
  const sender = new Sender({
    api,
    files,
    presses,
    logger,
    ...(options.onMigrated && { onMigrated: options.onMigrated }),
  });
  const incoming = new Incoming({
    self: () => self,
    desk,
    downloads: new Downloads(api, files, logger),
    presses,
    guided,
    logger,
    moved: (from, to) => sender.moved(from, to),
  });
  const webhook = webhookUrl
    ? new Webhook({ api, incoming, logger, url: webhookUrl, ...(webhookSecret && { secret: webhookSecret }) })
    : undefined;
  const polling = new Polling({ api, incoming, logger, ...(tuning && { tuning }) });
  let menusShown: Promise<void> = Promise.resolve();

  return {
    name: 'telegram',
    routes: webhook ? [webhook.route] : [],
    pace: paceOf,
    async start(receive: Receive) {
      const username = await findUsername(api, logger);
      self = { ...self, ...(username && { username }) };
      if (webhook) await webhook.start(receive);
      else {
        await stopWebhook(api, logger);
        polling.start(receive);
      }
      menusShown = showMenus(api, logger);
    },
    send: (delivery) => sender.send(delivery),
    async stop() {
      await (webhook ?? polling).stop();
      await guided.stop();
      await presses.stop();
      await menusShown;
    },
  };
};
