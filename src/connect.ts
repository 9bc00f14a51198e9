import type { Logger } from 'pino';
import type { Installation, Installations } from '../adapters/slack/installations.ts';
import { createWebChannel, type WebOptions } from '../adapters/webchat/index.ts';
import type { AppParts } from './app.ts';
import type { Config, SlackConfig, TelegramConfig } from './config.ts';
import type { Channel, Clock, Ids, LanguageModel, Viewer } from './ports.ts';
import type { Database } from './store/database.ts';
import { deleteInstallation, findInstallation, saveInstallation } from './store/installations.ts';
import { movePlace } from './store/places.ts';
import { open, type SealingKey, seal } from './store/sealing.ts';

/** What every channel is built from. */
interface Given {
  readonly config: Config;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
}
type Ports = Parameters<AppParts['connect']>[0];

const read = async (
  db: Database,
  workspace: string | null,
  keys: readonly SealingKey[],
): Promise<Installation | null> => {
  const row = await findInstallation(db, workspace);
  return row ? JSON.parse(open(row, keys)) : null;
};

/** Slack's installations in our database, tokens sealed. */
const installationsIn = (db: Database, keys: readonly SealingKey[]): Installations => ({
  store: (installation) =>
    saveInstallation(db, {
      workspace: installation.workspace,
      at: installation.installedAt,
      ...seal(JSON.stringify(installation), keys),
    }),
  fetch: (workspace) => read(db, workspace, keys),
  first: () => read(db, null, keys),
  delete: (workspace) => deleteInstallation(db, workspace),
});

const slack = async (
  slackConfig: SlackConfig,
  { config, clock, ids, log }: Given,
  { desk, files, db }: Ports,
): Promise<Channel> => {
  const { createSlackChannel } = await import('../adapters/slack/index.ts');
  const { botToken, signingSecret, appToken, apiUrl, installation } = slackConfig;
  return createSlackChannel({
    config: {
      ...(botToken ? { botToken } : {}),
      ...(signingSecret ? { signingSecret } : {}),
      ...(appToken ? { appToken } : {}),
      ...(installation ?? {}),
      apiUrl,
      publicUrl: config.http.publicUrl,
    },
    desk,
    files,
    clock,
    ids,
    ...(installation ? { installations: installationsIn(db, config.encryptionKeys) } : {}),
    logger: log,
  });
};

const telegram = async (
  telegramConfig: TelegramConfig,
  { clock, ids, log }: Given,
  { desk, files, db }: Ports,
): Promise<Channel> => {
  const { createTelegramChannel } = await import('../adapters/telegram/index.ts');
  const { botToken, apiRoot, webhook } = telegramConfig;
  return createTelegramChannel({
    token: botToken,
    apiRoot,
    ...(webhook ? { webhookUrl: webhook.url, webhookSecret: webhook.secret } : {}),
    desk,
    files,
    clock,
    ids,
    logger: log,
    onMigrated: (from, to) => {
      movePlace(db, { channel: 'telegram', from, to }).catch((error: unknown) =>
        log.error({ err: error }, 'a migrated group was not renamed'),
      );
    },
  });
};

const webOptions = ({ config, log }: Given, { db }: Ports): WebOptions => {
  const { signIn, slack: slackConfig, http } = config;
  if (signIn.length === 0) return { publicUrl: http.publicUrl };
  const isOurs = async ({ channel, sender }: Viewer): Promise<boolean> => {
    if (channel !== 'slack') return true;
    const { team } = sender;
    if (team === undefined || slackConfig === null) return false;
    if (await findInstallation(db, team)) return true;
    const { botToken, apiUrl } = slackConfig;
    const { workspaceOf } = await import('../adapters/slack/workspaces.ts');
    return botToken !== null && team === (await workspaceOf(botToken, apiUrl, log));
  };
  const onFailure = (error: unknown): void => log.warn({ err: error }, 'sign-in failed');
  return { publicUrl: http.publicUrl, signIn: { ways: signIn, isOurs, onFailure } };
};

/** Builds the model that the configuration names; null when it names none. */
export const connectModel = async ({ model }: Config): Promise<LanguageModel | null> =>
  model ? (await import('../adapters/model/index.ts')).createModel(model) : null;

/** Builds the channels that the configuration turns on; a vendor's library is loaded only then. The web chat is always there. */
export const connectChannels =
  (given: Given): AppParts['connect'] =>
  async (ports) => {
    const { config, clock, ids } = given;
    const { desk, files } = ports;
    return [
      createWebChannel({ desk, files, ids, clock, options: webOptions(given, ports) }),
      ...(config.slack ? [await slack(config.slack, given, ports)] : []),
      ...(config.telegram ? [await telegram(config.telegram, given, ports)] : []),
    ];
  };
