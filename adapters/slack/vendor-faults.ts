import { webApi } from '@slack/bolt';
import { Fault, type FaultCode, isFault } from '../../src/faults.ts';
import { at, textAt } from './reading.ts';

/** What was asked of Slack: a lost answer to a post may have been a post; a lost answer to anything else costs nothing. */
export type Asked = 'post' | 'other';

const platformCodes: Readonly<Record<string, FaultCode>> = {
  ratelimited: 'channel-rate-limited',
  rate_limited: 'channel-rate-limited',
  message_limit_exceeded: 'channel-rate-limited',
  channel_not_found: 'channel-rejected',
  not_in_channel: 'channel-rejected',
  is_archived: 'channel-rejected',
  user_not_in_channel: 'channel-rejected',
  token_revoked: 'channel-unauthorised',
  token_expired: 'channel-unauthorised',
  account_inactive: 'channel-unauthorised',
  invalid_auth: 'channel-unauthorised',
  not_authed: 'channel-unauthorised',
  missing_scope: 'channel-unauthorised',
  not_allowed_token_type: 'channel-unauthorised',
  no_permission: 'channel-unauthorised',
  user_is_blocked: 'recipient-unreachable',
  cannot_dm_bot: 'recipient-unreachable',
  cannot_dm: 'recipient-unreachable',
  cannot_dm_user: 'recipient-unreachable',
  user_disabled: 'recipient-unreachable',
  user_not_found: 'recipient-unreachable',
  users_not_found: 'recipient-unreachable',
  user_not_visible: 'recipient-unreachable',
  messages_tab_disabled: 'recipient-unreachable',
  msg_too_long: 'message-invalid',
  msg_blocks_too_long: 'message-invalid',
  no_text: 'message-invalid',
  invalid_blocks: 'message-invalid',
  invalid_blocks_format: 'message-invalid',
  block_mismatch: 'message-invalid',
  metadata_too_large: 'message-invalid',
  invalid_arguments: 'message-invalid',
};

/** Slack's own trouble: it may have done what we asked before it failed. */
const ownTrouble: readonly string[] = [
  'fatal_error',
  'internal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
];

const defaultRetrySeconds = 30;

/** The connection was refused or never made, so nothing can have arrived. */
const neverSent: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

/** Slack's own error code, `channel_not_found`; undefined when Slack did not answer with one. */
export const slackError = (error: unknown): string | undefined =>
  error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;

/** A failure of a call as the Fault the relay understands; a Fault stays what it is. */
export const toFault = (error: unknown, asked: Asked): Fault => {
  if (isFault(error)) return error;
  if (error instanceof webApi.WebAPIRateLimitedError) return rateLimited(error, error.retryAfter);
  const code = slackError(error);
  if (code !== undefined) return platformFault(error, code, asked);
  const unsent = error instanceof webApi.WebAPIRequestError && neverSent.includes(causeCode(error.original));
  const status = error instanceof webApi.WebAPIHTTPError ? { status: error.statusCode } : {};
  return lost(error, unsent ? 'other' : asked, status);
};

const causeCode = (error: unknown): string =>
  textAt(error, 'code') ?? textAt(at(error, 'cause'), 'code') ?? '';

const rateLimited = (error: unknown, seconds: number): Fault =>
  new Fault('channel-rate-limited', 'Slack asks us to wait', {
    retryable: true,
    retryAfterSeconds: seconds,
    cause: error,
  });

const platformFault = (error: unknown, code: string, asked: Asked): Fault => {
  if (ownTrouble.includes(code)) return lost(error, asked, { error: code });
  const known = platformCodes[code] ?? 'channel-rejected';
  if (known === 'channel-rate-limited') return rateLimited(error, defaultRetrySeconds);
  return new Fault(known, `Slack refused: ${code.slice(0, 60)}`, { data: { error: code }, cause: error });
};

const lost = (error: unknown, asked: Asked, data: Readonly<Record<string, unknown>>): Fault =>
  asked === 'post'
    ? new Fault('answer-uncertain', 'Slack did not confirm the message', {
        retryable: true,
        data,
        cause: error,
      })
    : new Fault('channel-unavailable', 'Slack did not answer', { retryable: true, data, cause: error });
