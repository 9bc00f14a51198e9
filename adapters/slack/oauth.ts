import { createHmac, timingSafeEqual } from 'node:crypto';
import type { webApi } from '@slack/bolt';
import { Fault } from '../../src/faults.ts';
import type { Instant } from '../../src/terms.ts';
import type { SlackConfig } from './config.ts';
import type { Installation } from './installations.ts';
import { at, numberAt, textAt } from './reading.ts';
import { toFault } from './vendor-faults.ts';

/** Minutes a visitor has between our page and Slack's consent. */
export const stateMinutes = 10;

const sign = (text: string, secret: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url');

/** A state that proves the installation was begun here, by the browser that holds `nonce`, not long ago. */
export const makeState = (nonce: string, now: Instant, secret: string): string => {
  const ends = Temporal.Instant.from(now).add({ minutes: stateMinutes }).epochMilliseconds;
  return `${ends}.${sign(`${ends}.${nonce}`, secret)}`;
};

/** Whether the state is ours, of this browser and still in time. */
export const isValidState = (
  state: string,
  given: { readonly nonce: string; readonly now: Instant; readonly secret: string },
): boolean => {
  const [ends = '', signature = ''] = state.split('.', 2);
  const wanted = Buffer.from(sign(`${ends}.${given.nonce}`, given.secret));
  const found = Buffer.from(signature);
  const genuine = wanted.length === found.length && timingSafeEqual(wanted, found);
  return genuine && Number(ends) >= Temporal.Instant.from(given.now).epochMilliseconds;
};

const credentials = (config: SlackConfig) => ({
  client_id: config.clientId ?? '',
  client_secret: config.clientSecret ?? '',
});

const expiry = (answer: unknown, now: Instant): Pick<Installation, 'refreshToken' | 'expiresAt'> => {
  const seconds = numberAt(answer, 'expires_in');
  const token = textAt(answer, 'refresh_token');
  if (seconds === undefined || token === undefined) return {};
  const ends = Temporal.Instant.from(now).add({ seconds });
  return { refreshToken: token, expiresAt: ends.toString({ smallestUnit: 'millisecond' }) };
};

/**
 * Turns the code Slack sent back into an installation.
 * Throws Fault `channel-unauthorised` when Slack does not accept the code, `channel-unavailable` when it does not answer.
 */
export const exchangeCode = async (
  code: string,
  given: {
    readonly config: SlackConfig;
    readonly client: webApi.WebClient;
    readonly redirectUri: string;
    readonly now: Instant;
  },
): Promise<Installation> => {
  const { client, config, now } = given;
  try {
    const answer = await client.oauth.v2.access({
      ...credentials(config),
      code,
      redirect_uri: given.redirectUri,
    });
    const token = textAt(answer, 'access_token');
    if (token === undefined) throw new Fault('channel-unauthorised', 'Slack gave no bot token');
    const who = await client.auth.test({ token });
    return installationOf(answer, { token, botId: who.bot_id ?? '', now });
  } catch (error) {
    throw toFault(error, 'other');
  }
};

const installationOf = (
  answer: unknown,
  given: { readonly token: string; readonly botId: string; readonly now: Instant },
): Installation => {
  const enterprise = textAt(answer, 'enterprise', 'id');
  const orgWide = at(answer, 'is_enterprise_install') === true;
  const workspace = orgWide ? enterprise : textAt(answer, 'team', 'id');
  if (workspace === undefined) throw new Fault('channel-unauthorised', 'Slack named no workspace');
  return {
    workspace,
    name: textAt(answer, orgWide ? 'enterprise' : 'team', 'name') ?? workspace,
    ...(enterprise ? { enterprise } : {}),
    botToken: given.token,
    botId: given.botId,
    botUserId: textAt(answer, 'bot_user_id') ?? '',
    scopes: (textAt(answer, 'scope') ?? '').split(',').filter((scope) => scope !== ''),
    ...expiry(answer, given.now),
    installedAt: given.now,
  };
};

/** Renews a rotating token. Throws as `exchangeCode` does; the old refresh token is spent then, so the result must be stored. */
export const refreshToken = async (
  installation: Installation,
  given: { readonly config: SlackConfig; readonly client: webApi.WebClient; readonly now: Instant },
): Promise<Installation> => {
  try {
    const answer = await given.client.oauth.v2.access({
      ...credentials(given.config),
      grant_type: 'refresh_token',
      refresh_token: installation.refreshToken ?? '',
    });
    const token = textAt(answer, 'access_token');
    if (token === undefined) throw new Fault('channel-unauthorised', 'Slack gave no bot token');
    return { ...installation, botToken: token, ...expiry(answer, given.now) };
  } catch (error) {
    throw toFault(error, 'other');
  }
};
