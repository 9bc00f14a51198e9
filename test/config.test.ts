import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig, requireNode, variableNames } from '../src/config.ts';
import { isFault } from '../src/faults.ts';

type Env = Readonly<Record<string, string>>;

const slack: Env = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'shh' };
const telegram: Env = { TELEGRAM_BOT_TOKEN: `123456:${'a'.repeat(35)}` };
const key = `${'A'.repeat(43)}=`;

/** Names of the variables complained about, in order; empty when the settings are taken. */
const problemsOf = (env: Env): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (!isFault(error, 'config-invalid')) throw error;
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(':')[0] ?? '');
  }
};

describe('readConfig', () => {
  it('needs no setting at all', () => {
    expect(readConfig({ PATH: '/bin', PORT: ' ' })).toEqual({
      http: { port: 3000, host: '127.0.0.1', publicUrl: 'http://127.0.0.1:3000' },
      dataDir: './data',
      databaseUrl: null,
      policyPack: 'general',
      organisation: null,
      timeZone: null,
      locale: null,
      slack: null,
      telegram: null,
      channels: {
        team: { channel: 'web', place: 'team' },
        manager: { channel: 'web', place: 'manager' },
        drill: null,
      },
      model: null,
      encryptionKeys: [],
      signIn: [],
      logLevel: 'info',
      clockRate: 1,
    });
  });

  it('takes every setting', () => {
    const config = readConfig({
      ...slack,
      ...telegram,
      PORT: '8080',
      HOST: '::',
      TIME_ZONE: 'Asia/Shanghai',
      LOCALE: 'en',
      SLACK_API_URL: 'http://127.0.0.1:9/api',
      SLACK_CLIENT_ID: 'id',
      SLACK_CLIENT_SECRET: 'secret',
      SLACK_STATE_SECRET: 'x'.repeat(16),
      PUBLIC_URL: 'https://complaints.example.org/',
      TELEGRAM_WEBHOOK_URL: 'https://complaints.example.org:8443',
      TELEGRAM_WEBHOOK_SECRET: 'y'.repeat(16),
      TEAM_CHANNEL: 'slack:C1',
      MANAGER_CHANNEL: 'telegram:-1001',
      DRILL_CHANNEL: 'web',
      OPENAI_API_KEY: 'sk-1',
      ENCRYPTION_KEYS: `b:${key}, a:${key}`,
      SIGN_IN: 'telegram, slack',
      TELEGRAM_LOGIN_SECRET: 'login',
      LOG_LEVEL: 'debug',
    });
    expect(config).toMatchObject({
      http: { port: 8080, publicUrl: 'https://complaints.example.org' },
      timeZone: 'Asia/Shanghai',
      locale: 'en',
      slack: {
        botToken: 'xoxb-1',
        signingSecret: 'shh',
        appToken: null,
        apiUrl: 'http://127.0.0.1:9/api/',
        installation: { clientId: 'id', clientSecret: 'secret', stateSecret: 'x'.repeat(16) },
      },
      telegram: {
        apiRoot: 'https://api.telegram.org',
        webhook: { url: 'https://complaints.example.org:8443', secret: 'y'.repeat(16) },
      },
      channels: {
        team: { channel: 'slack', place: 'C1' },
        manager: { channel: 'telegram', place: '-1001' },
        drill: { channel: 'web', place: 'drill' },
      },
      model: { apiKey: 'sk-1', baseUrl: null, model: 'gpt-5-mini' },
      encryptionKeys: [
        { id: 'b', key },
        { id: 'a', key },
      ],
      signIn: [
        { name: 'slack', issuer: 'http://127.0.0.1:9', clientId: 'id', clientSecret: 'secret' },
        { name: 'telegram', issuer: 'https://oauth.telegram.org', clientSecret: 'login' },
      ],
      logLevel: 'debug',
    });
  });

  it.each([
    ['0.0.0.0', 'http://127.0.0.1:3000'],
    ['::1', 'http://[::1]:3000'],
    ['complaints.local', 'http://complaints.local:3000'],
  ])('gives the host %s an address a browser can open', (HOST, publicUrl) => {
    expect(readConfig({ HOST }).http.publicUrl).toBe(publicUrl);
  });

  it('tells all problems at once, one a line', () => {
    const env = {
      PORT: 'eighty',
      LOCALE: 'fr',
      CLOCK_RATE: '3600',
      SLACK_SIGNING_SECRET: 'shh',
      TEAM_CHANNEL: 'telegram:-1',
      ...telegram,
    };
    expect(problemsOf(env)).toEqual(['PORT', 'LOCALE', 'SLACK_BOT_TOKEN', 'CLOCK_RATE']);
  });

  it('never repeats a value: it may be a secret', () => {
    const env = {
      DATABASE_URL: 'mysql://root:hunter2@db',
      SLACK_BOT_TOKEN: 'hunter2',
      ENCRYPTION_KEYS: 'hunter2',
    };
    expect(problemsOf(env)).toContain('DATABASE_URL');
    expect(() => readConfig(env)).not.toThrow('hunter2');
  });

  it.each<[string, Env, readonly string[]]>([
    ['a port out of range', { PORT: '65536' }, ['PORT']],
    ['a port with a fraction', { PORT: '80.5' }, ['PORT']],
    ['another database', { DATABASE_URL: 'mysql://db/x' }, ['DATABASE_URL']],
    ['an unknown zone', { TIME_ZONE: 'Asia/Nowhere' }, ['TIME_ZONE']],
    ['a public address without scheme', { PUBLIC_URL: 'example.org' }, ['PUBLIC_URL']],
    ['a channel without a transport', { TEAM_CHANNEL: '#team' }, ['TEAM_CHANNEL']],
    ['a channel on a transport that is off', { MANAGER_CHANNEL: 'slack:C1' }, ['MANAGER_CHANNEL']],
    [
      'one channel for team and managers',
      { ...slack, TEAM_CHANNEL: 'slack:C1', MANAGER_CHANNEL: 'slack:C1' },
      ['TEAM_CHANNEL, MANAGER_CHANNEL and DRILL_CHANNEL'],
    ],
    ['swapped Slack tokens', { ...slack, SLACK_BOT_TOKEN: 'xapp-1' }, ['SLACK_BOT_TOKEN']],
    ['Slack without a way in', { SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_SIGNING_SECRET']],
    ['Slack in Socket Mode', { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }, []],
    [
      'half an installation',
      { SLACK_SIGNING_SECRET: 'shh', SLACK_CLIENT_ID: 'id' },
      ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'ENCRYPTION_KEYS', 'PUBLIC_URL'],
    ],
    ['a Telegram token cut short', { TELEGRAM_BOT_TOKEN: '12345' }, ['TELEGRAM_BOT_TOKEN']],
    ['any token at a stand-in', { TELEGRAM_BOT_TOKEN: 'x', TELEGRAM_API_ROOT: 'http://127.0.0.1:9' }, []],
    [
      'a webhook without its secret',
      { ...telegram, TELEGRAM_WEBHOOK_URL: 'https://example.org' },
      ['TELEGRAM_WEBHOOK_URL and TELEGRAM_WEBHOOK_SECRET'],
    ],
    [
      'a webhook Telegram would not call',
      {
        ...telegram,
        TELEGRAM_WEBHOOK_URL: 'https://example.org:3000',
        TELEGRAM_WEBHOOK_SECRET: 'y'.repeat(16),
      },
      ['TELEGRAM_WEBHOOK_URL'],
    ],
    ['a model without a server', { OPENAI_MODEL: 'm' }, ['OPENAI_API_KEY']],
    ['a server without a model', { OPENAI_BASE_URL: 'http://localhost/v1' }, ['OPENAI_MODEL']],
    ['a compatible server', { OPENAI_BASE_URL: 'http://localhost/v1', OPENAI_MODEL: 'm' }, []],
    ['a short key', { ENCRYPTION_KEYS: 'a:AAAA' }, ['ENCRYPTION_KEYS']],
    ['two keys of one name', { ENCRYPTION_KEYS: `a:${key},a:${key}` }, ['ENCRYPTION_KEYS']],
    [
      'signing in by an account nobody has',
      { SIGN_IN: 'telegram' },
      ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_LOGIN_SECRET', 'PUBLIC_URL'],
    ],
    [
      'signing in with Slack without Slack',
      { SIGN_IN: 'slack', PUBLIC_URL: 'https://a.example', SLACK_CLIENT_ID: 'i', SLACK_CLIENT_SECRET: 's' },
      ['SLACK_BOT_TOKEN'],
    ],
    [
      'signing in with Slack',
      {
        ...slack,
        SIGN_IN: 'slack',
        PUBLIC_URL: 'https://a.example',
        SLACK_CLIENT_ID: 'i',
        SLACK_CLIENT_SECRET: 's',
      },
      [],
    ],
    ['an unknown way to sign in', { SIGN_IN: 'password' }, ['SIGN_IN']],
    ['a fast clock on Slack', { ...slack, CLOCK_RATE: '60' }, ['CLOCK_RATE']],
    ['a fast clock on Telegram', { ...telegram, CLOCK_RATE: '60' }, ['CLOCK_RATE']],
    [
      'a fast clock at stand-ins',
      {
        ...slack,
        ...telegram,
        CLOCK_RATE: '60',
        SLACK_API_URL: 'http://127.0.0.1:9/api/',
        TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
      },
      [],
    ],
    ['a clock that stands', { CLOCK_RATE: '0' }, ['CLOCK_RATE']],
  ])('answers %s', (_, env, problems) => {
    expect(problemsOf(env)).toEqual(problems);
  });
});

describe('.env.example', () => {
  const example = readFileSync('.env.example', 'utf8');
  const shown = [...example.matchAll(/^# ([A-Z_]+)=(.*)$/gm)];

  it('shows every variable once and no other', () => {
    const names = shown.map(([, name]) => name);
    expect([...names].sort()).toEqual([...variableNames].sort());
  });

  it('sets nothing by itself', () => {
    const active = example.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(active).toEqual([]);
  });

  it('explains every variable, or the group it stands in', () => {
    const groups = example.split(/\n\n/).filter((group) => /^# [A-Z_]+=/m.test(group));
    for (const group of groups) expect(group.split('\n')[0]).toMatch(/^# [A-Z0-9a-z][^=]*[ .]/);
  });

  it('shows the defaults that apply', () => {
    const defaults = Object.fromEntries(shown.map(([, name, value]) => [name, value]));
    const { http, dataDir, policyPack, logLevel, clockRate } = readConfig({});
    expect(defaults).toMatchObject({
      PORT: `${http.port}`,
      HOST: http.host,
      DATA_DIR: dataDir,
      POLICY_PACK: policyPack,
      LOG_LEVEL: logLevel,
      CLOCK_RATE: `${clockRate}`,
      TEAM_CHANNEL: 'web',
      MANAGER_CHANNEL: 'web',
    });
  });
});

describe('requireNode', () => {
  it('refuses an old Node with one line that says what to do', () => {
    expect(() => requireNode({ node: '20.20.2' })).toThrow(
      /^Redress needs Node 26 and got 20\.20\.2: .*npm start/,
    );
    expect(() => requireNode(process.versions)).not.toThrow();
  });
});
