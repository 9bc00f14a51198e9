import { webApi } from '@slack/bolt';
import type { Clock, Ids, Route } from '../../src/ports.ts';
import { type SlackConfig, slackApiUrl } from './config.ts';
import type { Installations } from './installations.ts';
import type { Log } from './log.ts';
import { scopes } from './manifest.ts';
import { exchangeCode, isValidState, makeState, stateMinutes } from './oauth.ts';
import { clientOptions } from './workspaces.ts';

const installPath = '/slack/install';
const redirectPath = '/slack/oauth_redirect';
const cookieName = 'redress_slack_install';
const exchangeTimeoutMs = 10_000;

/** The two pages by which further workspaces install the app; none when no client id, secrets and store are given. */
export const installRoutes = (options: {
  readonly config: SlackConfig;
  readonly installations: Installations | undefined;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}): readonly Route[] => {
  const { config, installations, clock } = options;
  const { clientId, clientSecret, stateSecret } = config;
  if (!clientId || !clientSecret || !stateSecret || !installations) return [];

  const begin = (request: Request): Response => {
    const nonce = options.ids.secret();
    const target = new URL('oauth/v2/authorize', rootOf(config));
    target.searchParams.set('client_id', clientId);
    target.searchParams.set('scope', scopes.join(','));
    target.searchParams.set('state', makeState(nonce, clock.now(), stateSecret));
    target.searchParams.set('redirect_uri', redirectUri(config, request));
    return new Response(null, {
      status: 302,
      headers: { location: target.href, 'set-cookie': cookie(nonce, redirectUri(config, request)) },
    });
  };

  const finish = async (request: Request): Promise<Response> => {
    const query = new URL(request.url).searchParams;
    if (query.has('error')) return page(403, declined);
    const nonce = readCookie(request);
    const given = { nonce: nonce ?? '', now: clock.now(), secret: stateSecret };
    if (nonce === undefined || !isValidState(query.get('state') ?? '', given)) return page(403, outdated);
    try {
      const installation = await exchangeCode(query.get('code') ?? '', {
        config,
        client: new webApi.WebClient(undefined, clientOptions(config, options.log, exchangeTimeoutMs)),
        redirectUri: redirectUri(config, request),
        now: clock.now(),
      });
      await installations.store(installation);
      options.log.info({ workspace: installation.workspace }, 'Slack workspace installed the app');
      return page(200, installed);
    } catch (error) {
      options.log.error({ err: error }, 'Slack installation failed');
      return page(502, failed);
    }
  };

  return [
    { method: 'GET', path: installPath, handle: begin },
    { method: 'GET', path: redirectPath, handle: finish },
  ];
};

const rootOf = (config: SlackConfig): string => new URL('..', config.apiUrl ?? slackApiUrl).href;

const redirectUri = (config: SlackConfig, request: Request): string =>
  new URL(redirectPath, config.publicUrl ?? request.url).href;

const cookie = (nonce: string, uri: string): string =>
  [
    `${cookieName}=${nonce}`,
    'Path=/slack',
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${stateMinutes * 60}`,
    ...(uri.startsWith('https:') ? ['Secure'] : []),
  ].join('; ');

const readCookie = (request: Request): string | undefined =>
  (request.headers.get('cookie') ?? '')
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1);

const installed = '已安装。现在可以在 Slack 中使用了。 / Installed. You can go back to Slack now.';
const declined = '没有安装：授权被取消。 / Not installed: the request was declined.';
const outdated =
  '链接已过期或不是在此浏览器中打开的，请重新开始安装。 / This link is out of date or was begun in another browser. Please start the installation again.';
const failed = '安装没有成功，请稍后再试。 / The installation did not succeed. Please try again in a moment.';

const page = (status: number, text: string): Response =>
  new Response(
    `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Redress</title><body style="font: 1.1rem/1.6 system-ui; max-width: 36rem; margin: 20vh auto; padding: 0 1rem"><p>${text}</p>`,
    {
      status,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'set-cookie': `${cookieName}=; Path=/slack; Max-Age=0`,
      },
    },
  );
