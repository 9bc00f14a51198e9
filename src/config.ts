import { z } from 'zod';
import { Fault } from './faults.ts';
import { type SignIn, signInNames, signInProblems, signInsOf } from './sign-in.ts';
import { type Address, type Locale, locales } from './terms.ts';

/** Workspaces that install the app by themselves (`/slack/install`). */
export interface SlackInstallation {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
}

/** Slack, by signed requests or, with an app token, by Socket Mode. */
export interface SlackConfig {
  /** Null where workspaces install the app by themselves. */
  readonly botToken: string | null;
  /** Null only in Socket Mode. */
  readonly signingSecret: string | null;
  readonly appToken: string | null;
  readonly apiUrl: string;
  readonly installation: SlackInstallation | null;
}

/** Telegram, by webhook or, without one, by polling. */
export interface TelegramConfig {
  readonly botToken: string;
  readonly apiRoot: string;
  readonly webhook: { readonly url: string; readonly secret: string } | null;
}

/** A model behind the OpenAI interface, the vendor's or a compatible server's. */
export interface ModelConfig {
  /** Null for servers that ask for none. */
  readonly apiKey: string | null;
  /** Null for the vendor's own. */
  readonly baseUrl: string | null;
  readonly model: string;
}

/** A key for secrets and personal data at rest: the first encrypts, all decrypt. */
export interface EncryptionKey {
  readonly id: string;
  /** 32 bytes as base64. */
  readonly key: string;
}

/** How much is logged. */
export type LogLevel = (typeof logLevels)[number];
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Everything the environment decides. Null means: not set, so what the field says applies. */
export interface Config {
  readonly http: {
    readonly port: number;
    readonly host: string;
    /** How the world reaches us, without a slash at the end. */
    readonly publicUrl: string;
  };
  /** Where the embedded database and the files live. */
  readonly dataDir: string;
  /** Null: the embedded database. */
  readonly databaseUrl: string | null;
  /** Ids joined with `+`, or a path. */
  readonly policyPack: string;
  /** Path of the organisation file; null: the demo organisation. */
  readonly organisation: string | null;
  /** IANA name; null: the organisation's, else the pack's. A server's own zone says nothing about its people. */
  readonly timeZone: string | null;
  /** Null: the pack's. */
  readonly locale: Locale | null;
  readonly slack: SlackConfig | null;
  readonly telegram: TelegramConfig | null;
  readonly channels: {
    readonly team: Address;
    readonly manager: Address;
    /** Null: no drills in a channel of their own. */
    readonly drill: Address | null;
  };
  /** Null: rules and scripts alone. */
  readonly model: ModelConfig | null;
  /** Newest first; empty: nothing is encrypted by us. */
  readonly encryptionKeys: readonly EncryptionKey[];
  /** Empty: the workbench answers on loopback only. Otherwise nowhere without signing in. */
  readonly signIn: readonly SignIn[];
  readonly logLevel: LogLevel;
  /** How many of our seconds pass in one of the wall's; above 1 only in rehearsal. */
  readonly clockRate: number;
}

const oldestNode = 26;
const slackApi = 'https://slack.com/api/';
const telegramApi = 'https://api.telegram.org';

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${from} to ${to}`)
    .transform(Number)
    .refine((value) => value >= from && value <= to, `must be a whole number from ${from} to ${to}`);

const webUrl = z
  .url({ protocol: /^https?$/, error: 'must be an address like https://example.org' })
  .transform((url) => url.replace(/\/+$/, ''));

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

const token = (start: string) => z.string().startsWith(start, `must begin with ${start}`);

const channelForm = 'must be web, slack:C0123456789 or telegram:-1001234567890';
const channel = (place: string) =>
  z
    .string()
    .regex(/^(web|slack:[A-Z0-9]+|telegram:-?\d+)$/, channelForm)
    .transform((text): Address => {
      if (text.startsWith('slack:')) return { channel: 'slack', place: text.slice('slack:'.length) };
      if (text.startsWith('telegram:')) return { channel: 'telegram', place: text.slice('telegram:'.length) };
      return { channel: 'web', place };
    });

const commaSeparated = (text: string): string[] => text.split(',').map((part) => part.trim());

const encryptionKeys = z
  .string()
  .regex(
    /^\s*[\w-]+:[A-Za-z0-9+/]{43}=\s*(,\s*[\w-]+:[A-Za-z0-9+/]{43}=\s*)*$/,
    'must be name:key pairs joined by commas, each key 32 bytes as base64 (openssl rand -base64 32)',
  )
  .transform((text): readonly EncryptionKey[] =>
    commaSeparated(text).map((pair) => {
      const [id = '', key = ''] = pair.split(':');
      return { id, key };
    }),
  )
  .refine(
    (keys) => new Set(keys.map(({ id }) => id)).size === keys.length,
    'names each key once: two have the same name',
  );

const variables = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: webUrl.optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must be an address like postgres://name:password@host:5432/redress',
    })
    .optional(),
  POLICY_PACK: z.string().default('general'),
  ORGANISATION: z.string().optional(),
  TIME_ZONE: z.string().refine(isTimeZone, 'must be a time zone like Asia/Shanghai').optional(),
  LOCALE: z.enum(locales, `must be ${locales.join(' or ')}`).optional(),
  SLACK_BOT_TOKEN: token('xoxb-').optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_APP_TOKEN: token('xapp-').optional(),
  SLACK_API_URL: webUrl.transform((url) => `${url}/`).default(slackApi),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_STATE_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  TELEGRAM_BOT_TOKEN: z.string().optional(),
  TELEGRAM_LOGIN_SECRET: z.string().optional(),
  TELEGRAM_API_ROOT: webUrl.default(telegramApi),
  TELEGRAM_WEBHOOK_URL: webUrl.optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'must have 16 to 256 characters of A-Z, a-z, 0-9, _ and -')
    .optional(),
  TEAM_CHANNEL: channel('team').default({ channel: 'web', place: 'team' }),
  MANAGER_CHANNEL: channel('manager').default({ channel: 'web', place: 'manager' }),
  DRILL_CHANNEL: channel('drill').optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: webUrl.optional(),
  OPENAI_MODEL: z.string().optional(),
  ENCRYPTION_KEYS: encryptionKeys.default([]),
  SIGN_IN: z
    .string()
    .regex(/^\s*(slack|telegram)\s*(,\s*(slack|telegram)\s*)*$/, 'must be slack, telegram or slack,telegram')
    .transform((text) => signInNames.filter((name) => commaSeparated(text).includes(name)))
    .default([]),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  CLOCK_RATE: wholeNumber(1, 100_000).default(1),
});
type Variables = z.infer<typeof variables>;

/** The variables we read, in the order of `.env.example`. */
export const variableNames: readonly string[] = Object.keys(variables.shape);

type Given = Readonly<Record<string, string>>;

const isHostOf = (url: string | undefined, host: string): boolean => {
  if (url === undefined) return true;
  const found = URL.parse(url)?.hostname ?? '';
  return found === host || found.endsWith(`.${host}`);
};

/** Each rule looks at what was given, before it is known to be well formed: so all problems are told at once. */
const slackProblems = (given: Given): readonly (string | false)[] => {
  const installs = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'];
  const signsIn = given.SIGN_IN?.includes('slack') === true && !('SLACK_STATE_SECRET' in given);
  const wantsInstalls = !signsIn && installs.some((name) => name in given);
  const hasSlack = 'SLACK_BOT_TOKEN' in given || wantsInstalls;
  const asks = 'SLACK_SIGNING_SECRET' in given || 'SLACK_APP_TOKEN' in given;
  return [
    asks && !hasSlack && 'SLACK_BOT_TOKEN: is missing, the other Slack settings need it',
    hasSlack &&
      !asks &&
      'SLACK_SIGNING_SECRET: is missing; Slack cannot reach us without it (or SLACK_APP_TOKEN for Socket Mode)',
    ...installs.map(
      (name) =>
        wantsInstalls && !(name in given) && `${name}: is missing, installing by workspaces needs all three`,
    ),
    wantsInstalls &&
      !('ENCRYPTION_KEYS' in given) &&
      'ENCRYPTION_KEYS: is missing, installed workspaces need it',
    wantsInstalls && !('PUBLIC_URL' in given) && 'PUBLIC_URL: is missing, installed workspaces need it',
  ];
};

const telegramProblems = (given: Given): readonly (string | false)[] => {
  const { TELEGRAM_BOT_TOKEN: botToken, TELEGRAM_WEBHOOK_URL: webhook = 'https://example.org' } = given;
  const isVendor = isHostOf(given.TELEGRAM_API_ROOT, 'telegram.org');
  const { protocol, port } = URL.parse(webhook) ?? { protocol: 'https:', port: '' };
  return [
    botToken !== undefined &&
      isVendor &&
      !/^\d+:[\w-]{30,}$/.test(botToken) &&
      'TELEGRAM_BOT_TOKEN: must look like 123456789:AAE…, as BotFather gave it',
    'TELEGRAM_WEBHOOK_URL' in given &&
      botToken === undefined &&
      'TELEGRAM_BOT_TOKEN: is missing, the webhook needs it',
    'TELEGRAM_WEBHOOK_URL' in given !== 'TELEGRAM_WEBHOOK_SECRET' in given &&
      'TELEGRAM_WEBHOOK_URL and TELEGRAM_WEBHOOK_SECRET: are set together or not at all',
    isVendor &&
      (protocol !== 'https:' || !['', '80', '88', '8443'].includes(port)) &&
      'TELEGRAM_WEBHOOK_URL: must be https on port 443, 80, 88 or 8443',
  ];
};

const channelProblems = (given: Given): readonly (string | false)[] => {
  const transports = {
    slack: ['SLACK_BOT_TOKEN', 'SLACK_CLIENT_ID'],
    telegram: ['TELEGRAM_BOT_TOKEN'],
  };
  const names = ['TEAM_CHANNEL', 'MANAGER_CHANNEL', 'DRILL_CHANNEL'];
  const unserved = names.flatMap((name) =>
    Object.entries(transports).map(
      ([transport, tokens]) =>
        given[name]?.startsWith(`${transport}:`) === true &&
        !tokens.some((token) => token in given) &&
        `${name}: is on ${transport}, but ${tokens[0]} is missing`,
    ),
  );
  const places = names.flatMap((name) => (given[name]?.includes(':') ? [given[name]] : []));
  return [
    ...unserved,
    new Set(places).size < places.length &&
      'TEAM_CHANNEL, MANAGER_CHANNEL and DRILL_CHANNEL: must be different; who is named in a complaint must not read it',
  ];
};

const otherProblems = (given: Given): readonly (string | false)[] => {
  const isLive =
    (('SLACK_BOT_TOKEN' in given || 'SLACK_CLIENT_ID' in given) &&
      isHostOf(given.SLACK_API_URL, 'slack.com')) ||
    ('TELEGRAM_BOT_TOKEN' in given && isHostOf(given.TELEGRAM_API_ROOT, 'telegram.org'));
  return [
    Number(given.CLOCK_RATE ?? 1) > 1 &&
      isLive &&
      'CLOCK_RATE: must be 1 where real people are connected (a Slack or Telegram token is set)',
    'OPENAI_MODEL' in given &&
      !('OPENAI_API_KEY' in given || 'OPENAI_BASE_URL' in given) &&
      'OPENAI_API_KEY: is missing (or OPENAI_BASE_URL of a compatible server), OPENAI_MODEL needs it',
    'OPENAI_BASE_URL' in given &&
      !('OPENAI_MODEL' in given) &&
      'OPENAI_MODEL: is missing, only you know what the server at OPENAI_BASE_URL offers',
  ];
};

const slackOf = (read: Variables): SlackConfig | null => {
  const {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: stateSecret,
  } = read;
  const installs = clientId !== undefined && clientSecret !== undefined && stateSecret !== undefined;
  if (read.SLACK_BOT_TOKEN === undefined && !installs) return null;
  return {
    botToken: read.SLACK_BOT_TOKEN ?? null,
    signingSecret: read.SLACK_SIGNING_SECRET ?? null,
    appToken: read.SLACK_APP_TOKEN ?? null,
    apiUrl: read.SLACK_API_URL,
    installation: installs ? { clientId, clientSecret, stateSecret } : null,
  };
};

const telegramOf = (read: Variables): TelegramConfig | null => {
  if (read.TELEGRAM_BOT_TOKEN === undefined) return null;
  const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = read;
  return {
    botToken: read.TELEGRAM_BOT_TOKEN,
    apiRoot: read.TELEGRAM_API_ROOT,
    webhook: url !== undefined && secret !== undefined ? { url, secret } : null,
  };
};

const modelOf = (read: Variables): ModelConfig | null => {
  const { OPENAI_API_KEY: apiKey = null, OPENAI_BASE_URL: baseUrl = null } = read;
  if (apiKey === null && baseUrl === null) return null;
  return { apiKey, baseUrl, model: read.OPENAI_MODEL ?? 'gpt-5-mini' };
};

/** An address a browser can open: 'every interface' is none, IPv6 wears brackets. */
const localUrl = (host: string, port: number): string => {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
};

const configOf = (read: Variables): Config => ({
  http: { port: read.PORT, host: read.HOST, publicUrl: read.PUBLIC_URL ?? localUrl(read.HOST, read.PORT) },
  dataDir: read.DATA_DIR,
  databaseUrl: read.DATABASE_URL ?? null,
  policyPack: read.POLICY_PACK,
  organisation: read.ORGANISATION ?? null,
  timeZone: read.TIME_ZONE ?? null,
  locale: read.LOCALE ?? null,
  slack: slackOf(read),
  telegram: telegramOf(read),
  channels: { team: read.TEAM_CHANNEL, manager: read.MANAGER_CHANNEL, drill: read.DRILL_CHANNEL ?? null },
  model: modelOf(read),
  encryptionKeys: read.ENCRYPTION_KEYS,
  signIn: signInsOf(read.SIGN_IN, read),
  logLevel: read.LOG_LEVEL,
  clockRate: read.CLOCK_RATE,
});

/**
 * What the environment decides, checked. An empty variable counts as not set.
 * Throws Fault `config-invalid`, its message naming every problem on a line of its own (also in `data.problems`);
 * values are never repeated, they may be secrets.
 */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const given: Given = Object.fromEntries(
    variableNames.flatMap((name) => {
      const value = env[name]?.trim() ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
  const read = variables.safeParse(given);
  const problems = [
    ...(read.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []),
    ...[slackProblems, telegramProblems, channelProblems, signInProblems, otherProblems].flatMap((check) =>
      check(given),
    ),
  ].filter((problem) => problem !== false);
  if (!read.success || problems.length > 0)
    throw new Fault('config-invalid', ['The settings cannot be used:', ...problems].join('\n  '), {
      data: { problems },
    });
  return configOf(read.data);
};

/**
 * Refuses a Node that lacks what we are built on (Temporal, TypeScript without a build).
 * Throws Fault `config-invalid` with one line that says what to do.
 *
 * @param versions `process.versions`
 */
export const requireNode = ({ node }: { readonly node: string }): void => {
  if (Number(node.split('.')[0]) >= oldestNode) return;
  throw new Fault(
    'config-invalid',
    `Redress needs Node ${oldestNode} and got ${node}: use npm start and npm run, which bring their own, after npm ci.`,
  );
};
