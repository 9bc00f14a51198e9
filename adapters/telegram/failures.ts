import { TelegramError } from 'telegraf';
import { Fault } from '../../src/faults.ts';

/** What the Bot API said, without the payload: that one holds people's words and must reach no log. */
export interface Refusal {
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly description: string;
  readonly retryAfterSeconds?: number;
  readonly migratedTo?: string;
  /** No whole answer came although the request may have arrived. */
  readonly lost?: boolean;
}

const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
]);

/** The system's code of a broken connection; native fetch keeps it in the cause. */
const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause instanceof Error ? codeOf(error.cause) : '';
};

const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

const parsed = (text: string): Readonly<Record<string, unknown>> => {
  try {
    return fields(JSON.parse(text));
  } catch {
    return {};
  }
};

/** The result in an answer of the Bot API. Throws telegraf's error for a refusal, so that one reader does for both. */
export const resultOf = (status: number, answer: string): unknown => {
  const { ok, result, description, parameters } = parsed(answer);
  if (ok === true) return result;
  const { retry_after, migrate_to_chat_id } = fields(parameters);
  throw new TelegramError({
    error_code: status === 200 ? 502 : status,
    description: typeof description === 'string' ? description : `HTTP ${status}`,
    parameters: {
      ...(typeof retry_after === 'number' && { retry_after }),
      ...(typeof migrate_to_chat_id === 'number' && { migrate_to_chat_id }),
    },
  });
};

/** Reads whatever a call threw. */
export const refusalOf = (error: unknown): Refusal => {
  if (error instanceof TelegramError) {
    const { retry_after, migrate_to_chat_id } = error.parameters ?? {};
    return {
      status: error.code,
      description: String(error.description),
      ...(retry_after !== undefined && { retryAfterSeconds: retry_after }),
      ...(migrate_to_chat_id !== undefined && { migratedTo: String(migrate_to_chat_id) }),
    };
  }
  const code = codeOf(error);
  return {
    status: 0,
    description: code || (error instanceof Error ? error.name : 'unknown'),
    lost: !neverSent.has(code),
  };
};

const reasons: readonly (readonly [string, RegExp])[] = [
  ['not-modified', /message is not modified/i],
  ['markup', /can't parse entities/i],
  [
    'edit-gone',
    /message to edit not found|message can't be edited|MESSAGE_ID_INVALID|there is no text in the message to edit/i,
  ],
  ['thread-gone', /message thread not found|TOPIC_DELETED|TOPIC_ID_INVALID/i],
  ['thread-closed', /TOPIC_CLOSED|topic (is )?closed/i],
  ['topic-not-modified', /TOPIC_NOT_MODIFIED/i],
  ['not-a-forum', /not a forum|CHAT_NOT_FORUM/i],
  ['no-rights', /not enough rights|have no rights|need administrator rights|CHAT_WRITE_FORBIDDEN/i],
  ['query-old', /query is too old|query ID is invalid/i],
  ['chat-gone', /chat not found|user not found|PEER_ID_INVALID|chat_id is empty/i],
  [
    'connection-gone',
    /business connection not found|BUSINESS_CONNECTION_INVALID|BUSINESS_PEER_(USAGE_MISSING|INVALID)/i,
  ],
  ['too-long', /too long/i],
  ['empty', /must be non-empty|text is empty/i],
  ['button', /BUTTON_DATA_INVALID|Text buttons are unallowed/i],
  ['photo', /PHOTO_INVALID_DIMENSIONS|IMAGE_PROCESS_FAILED|PHOTO_SAVE_FILE_INVALID/i],
  ['file-too-big', /file is too big|Request Entity Too Large/i],
  ['webhook-active', /webhook is active/i],
  ['other-poller', /terminated by other getUpdates/i],
];

/** Our short name for what the Bot API refused; `other` when it is none we know. */
export const reasonOf = (refusal: Refusal): string =>
  reasons.find(([, pattern]) => pattern.test(refusal.description))?.[0] ?? 'other';

const unreachableReasons = new Set(['chat-gone', 'connection-gone']);
const invalidReasons = new Set(['too-long', 'empty', 'button', 'file-too-big']);

const rejected = (refusal: Refusal, data: Record<string, unknown>): Fault => {
  const reason = reasonOf(refusal);
  if (refusal.status === 403 && reason !== 'no-rights') {
    return new Fault('recipient-unreachable', 'Telegram: the recipient blocked, left or removed us', {
      data,
    });
  }
  if (unreachableReasons.has(reason)) {
    return new Fault('recipient-unreachable', 'Telegram knows no such chat or connection', { data });
  }
  if (invalidReasons.has(reason) || refusal.status === 413) {
    return new Fault('message-invalid', 'Telegram cannot take this message', { data });
  }
  return new Fault('channel-rejected', 'Telegram refused the call', { data });
};

/**
 * The Fault of a refusal.
 *
 * @param creates true when a repeat would make a second message: then a lost answer is `answer-uncertain`
 */
export const faultOf = (refusal: Refusal, creates: boolean): Fault => {
  const { status } = refusal;
  const data = { status, reason: reasonOf(refusal) };
  if (status === 429) {
    return new Fault('channel-rate-limited', 'Telegram asks us to wait', {
      retryable: true,
      retryAfterSeconds: refusal.retryAfterSeconds ?? 5,
      data,
    });
  }
  if (status === 401 || (status === 404 && !/method/i.test(refusal.description))) {
    return new Fault(
      'channel-unauthorised',
      'Telegram refuses the bot token: take a new one from @BotFather',
      { data },
    );
  }
  const maybeSent = refusal.lost || status === 502 || status === 504;
  if (maybeSent && creates)
    return new Fault('answer-uncertain', 'Telegram never answered: it may have been sent', { data });
  if (status === 0 || status >= 500 || status === 409) {
    return new Fault('channel-unavailable', `Telegram cannot be reached (${refusal.description})`, {
      retryable: true,
      data,
    });
  }
  return rejected(refusal, data);
};
