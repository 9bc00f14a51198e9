import { webApi } from '@slack/bolt';
import { Fault, isFault } from '../../src/faults.ts';
import type { Clock } from '../../src/ports.ts';
import { type SlackConfig, slackApiUrl } from './config.ts';
import type { Installation, Installations } from './installations.ts';
import { type Log, vendorLogger } from './log.ts';
import { refreshToken } from './oauth.ts';
import { toFault } from './vendor-faults.ts';

/** A workspace we are installed in, ready to be called. */
export interface Workspace {
  /** Team id, or enterprise id of an organisation-wide installation. */
  readonly id: string;
  readonly botToken: string;
  readonly botId: string;
  readonly botUserId: string;
  /** For what the relay sends: may be told to wait. */
  readonly posting: webApi.WebClient;
  /** For modals, home tabs and look-ups while a person waits: never held up by the other. */
  readonly asking: webApi.WebClient;
}

/** The workspaces we are installed in. */
export interface Workspaces {
  /** The workspace of a route, or our own when there is no route. Throws Fault `channel-unauthorised` when we are not installed there. */
  get(route: string | undefined): Promise<Workspace>;
  /** Asks Slack who our fixed token belongs to. Throws Fault `channel-unauthorised` or `channel-unavailable`. */
  verify(): Promise<void>;
  /** The app was removed or its tokens revoked. */
  forget(route: string): Promise<void>;
}

const callTimeoutMs = 15_000;
/** Slack waits three seconds for us and keeps a trigger as long: what is asked meanwhile must be answered sooner. */
const askTimeoutMs = 2_500;
/** Rotated tokens live twelve hours; renewed this long before, a message under way never meets the end. */
const renewBeforeMs = 30 * 60_000;

/** Keeps one pair of clients per token. */
export const createWorkspaces = (options: {
  readonly config: SlackConfig;
  readonly installations: Installations | undefined;
  readonly clock: Clock;
  readonly log: Log;
}): Workspaces => {
  const { config, installations } = options;
  const known = new Map<string, Workspace>();
  const renewals = new Map<string, Promise<Installation>>();
  let home: Promise<Workspace & { readonly enterprise?: string }> | undefined;

  const client = (token: string, timeout: number): webApi.WebClient =>
    new webApi.WebClient(token, clientOptions(config, options.log, timeout));

  const open = (id: string, who: Pick<Installation, 'botToken' | 'botId' | 'botUserId'>): Workspace => {
    const before = known.get(id);
    if (before?.botToken === who.botToken) return before;
    const { botToken, botId, botUserId } = who;
    const workspace = {
      id,
      botToken,
      botId,
      botUserId,
      posting: client(botToken, callTimeoutMs),
      asking: client(botToken, askTimeoutMs),
    };
    known.set(id, workspace);
    return workspace;
  };

  const askHome = async (token: string) => {
    try {
      const who = await client(token, askTimeoutMs).auth.test();
      const team = who.team_id ?? '';
      const opened = open(team, { botToken: token, botId: who.bot_id ?? '', botUserId: who.user_id ?? '' });
      return { ...opened, ...(who.enterprise_id ? { enterprise: who.enterprise_id } : {}) };
    } catch (error) {
      home = undefined;
      throw toFault(error, 'other');
    }
  };

  const ownHome = (token: string) => {
    home ??= askHome(token);
    return home;
  };

  const renewed = (installation: Installation): Promise<Installation> => {
    const { workspace, expiresAt } = installation;
    const endsIn =
      expiresAt === undefined ? Number.POSITIVE_INFINITY : millisBetween(options.clock.now(), expiresAt);
    if (installation.refreshToken === undefined || endsIn > renewBeforeMs)
      return Promise.resolve(installation);
    const running = renewals.get(workspace) ?? renew(installation);
    renewals.set(workspace, running);
    return running.finally(() => renewals.delete(workspace));
  };

  const renew = async (installation: Installation): Promise<Installation> => {
    try {
      const fresh = await refreshToken(installation, {
        config,
        client: new webApi.WebClient(undefined, clientOptions(config, options.log, callTimeoutMs)),
        now: options.clock.now(),
      });
      await installations?.store(fresh);
      return fresh;
    } catch (error) {
      // A refresh token works once: another process may have used it a moment ago, and the token in use still lives.
      const now = await installations?.fetch(installation.workspace);
      if (now && now.botToken !== installation.botToken) return now;
      if (installation.expiresAt !== undefined && installation.expiresAt > options.clock.now())
        return installation;
      throw error;
    }
  };

  const installed = async (route: string | undefined): Promise<Workspace> => {
    const found = route === undefined ? await installations?.first() : await installations?.fetch(route);
    if (!found)
      throw new Fault('channel-unauthorised', 'Not installed in this Slack workspace', {
        data: { workspace: route ?? null },
      });
    return open(found.workspace, await renewed(found));
  };

  return {
    async get(route) {
      if (config.botToken === undefined) return installed(route);
      const own = await ownHome(config.botToken);
      if (route === undefined || route === own.id || route === own.enterprise || !installations) return own;
      // People of other organisations press under their own team's name: what no installation claims is ours.
      const found = await installations.fetch(route);
      return found === null ? own : open(found.workspace, await renewed(found));
    },
    async verify() {
      if (config.botToken !== undefined) await ownHome(config.botToken);
    },
    async forget(route) {
      known.delete(route);
      await installations?.delete(route);
    },
  };
};

/** How every client of ours calls: no retries of its own (it would post twice), no waiting out of limits (it would hold up others). */
export const clientOptions = (config: SlackConfig, log: Log, timeout: number): webApi.WebClientOptions => ({
  slackApiUrl: config.apiUrl ?? slackApiUrl,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout,
  allowAbsoluteUrls: false,
  logger: vendorLogger(log),
});

/** Id of the workspace a bot token belongs to. Rejects when Slack does not answer. */
export const workspaceOf = async (botToken: string, apiUrl: string, log: Log): Promise<string | undefined> =>
  (await new webApi.WebClient(botToken, clientOptions({ apiUrl }, log, askTimeoutMs)).auth.test()).team_id;

const millisBetween = (from: string, to: string): number =>
  Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds;

/** Whether a failure means that we are not, or no longer, installed. */
export const isNotInstalled = (error: unknown): boolean =>
  isFault(error, 'channel-unauthorised') && 'workspace' in error.data;
