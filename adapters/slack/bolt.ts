import { App, type Receiver } from '@slack/bolt';
import { actionPrefix } from './blocks.ts';
import { shortcuts, slashCommand } from './commands.ts';
import type { SlackConfig } from './config.ts';
import { formCallback } from './forms.ts';
import type { Groups } from './groups.ts';
import { newComplaintAction } from './home.ts';
import type { Intake } from './intake.ts';
import { type Log, vendorLogger } from './log.ts';
import type { Modals } from './modals.ts';
import { at, listAt, textAt } from './reading.ts';
import { routeOf } from './receive.ts';
import { clientOptions, isNotInstalled, type Workspaces } from './workspaces.ts';

const callTimeoutMs = 5_000;

/**
 * Bolt with our listeners. Messages are stored by the first middleware, and every error goes out again: the receiver
 * then acknowledges nothing, and Slack sends the event once more.
 */
export const createBoltApp = (options: {
  readonly config: SlackConfig;
  readonly receiver: Receiver;
  readonly workspaces: Workspaces;
  readonly groups: Groups;
  readonly intake: Intake;
  readonly modals: Modals;
  readonly background: (work: Promise<void>) => void;
  readonly log: Log;
}): App => {
  const { intake, modals, workspaces } = options;
  const app = new App({
    receiver: options.receiver,
    authorize: async (source) => {
      const route = source.isEnterpriseInstall ? source.enterpriseId : source.teamId;
      const { botToken, botId, botUserId } = await workspaces.get(route);
      return { botToken, botId, botUserId };
    },
    ignoreSelf: false,
    convoStore: false,
    logger: vendorLogger(options.log),
    clientOptions: clientOptions(options.config, options.log, callTimeoutMs),
  });

  app.use(async ({ body, next }) => {
    const type = textAt(body, 'event', 'type');
    if (type === 'message' || type === 'app_mention') await intake.message(body);
    await next();
  });

  app.action({ action_id: new RegExp(`^${actionPrefix.press}`) }, async ({ ack, body }) => {
    await intake.presses(body);
    await ack();
  });
  app.action({ action_id: new RegExp(`^${actionPrefix.form}`) }, async ({ ack, body }) => {
    await modals.openForm(body);
    await ack();
  });
  app.action(newComplaintAction, async ({ ack, body }) => {
    await modals.openCommand(body);
    await ack();
  });
  app.command(slashCommand, async ({ ack, body }) => {
    await intake.command(body);
    await ack();
  });
  for (const callbackId of Object.values(shortcuts))
    app.shortcut(callbackId, async ({ ack, body }) => {
      await modals.openCommand(body);
      await ack();
    });
  app.view(formCallback, async ({ ack, body }) => {
    const wrong = await intake.submission(body);
    await (wrong === null ? ack() : ack({ response_action: 'errors', ...wrong }));
  });

  app.event('app_home_opened', async ({ body }) => options.background(modals.publishHome(body)));
  app.event('subteam_updated', async ({ event }) => options.groups.changed(event.subteam.id));
  app.event('subteam_members_changed', async ({ event }) => options.groups.changed(event.subteam_id));
  app.event('app_uninstalled', async ({ body }) => forget(options, body));
  app.event('tokens_revoked', async ({ body }) => {
    if (listAt(body, 'event', 'tokens', 'bot').length > 0) await forget(options, body);
  });

  app.error(async (error) => {
    const cause = at(error, 'original');
    if (!isNotInstalled(cause)) throw cause ?? error;
    options.log.warn({}, 'Slack event of a workspace that has not installed us; dropped');
  });
  return app;
};

const forget = async (
  options: { readonly workspaces: Workspaces; readonly log: Log },
  body: unknown,
): Promise<void> => {
  const route = routeOf(body) ?? textAt(body, 'team_id') ?? '';
  await options.workspaces.forget(route);
  options.log.warn({ workspace: route }, 'Slack workspace removed the app; its tokens are forgotten');
};
