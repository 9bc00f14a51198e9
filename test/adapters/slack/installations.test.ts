import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outbound } from '../../support/slack-server/outbound.ts';
import { directMessage, plainEvent, press } from '../../support/slack-server/payloads.ts';
import { type Rig, startRig } from '../../support/slack-server/rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig({ several: true });
});
afterEach(() => rig.close());

const second = { team: 'T2NEXT', botToken: 'xoxb-second', botUserId: 'U2BOT', botId: 'B2BOT' };

const grant = (code: string, more: object = {}): void => {
  rig.slack.state.workspaces.push(second);
  rig.slack.state.codes.set(code, {
    access_token: second.botToken,
    token_type: 'bot',
    scope: 'chat:write,commands',
    bot_user_id: second.botUserId,
    app_id: 'A0REDRESS',
    team: { id: second.team, name: 'Next door' },
    enterprise: null,
    is_enterprise_install: false,
    authed_user: { id: 'U9' },
    ...more,
  });
};

/** Walks to Slack's consent page and back as a browser does. */
const visit = async () => {
  const begun = await fetch(`${rig.url}/slack/install`, { redirect: 'manual' });
  const target = new URL(begun.headers.get('location') ?? '');
  const cookie = begun.headers.get('set-cookie') ?? '';
  const back = (query: Readonly<Record<string, string>>, withCookie = cookie.split(';')[0] ?? '') =>
    fetch(`${rig.url}/slack/oauth_redirect?${new URLSearchParams({ ...query })}`, {
      headers: { cookie: withCookie },
    });
  return { begun, target, cookie, state: target.searchParams.get('state') ?? '', back };
};

const install = async (more: object = {}): Promise<void> => {
  grant('code-1', more);
  const { back, state } = await visit();
  expect((await back({ code: 'code-1', state })).status).toBe(200);
};

const eventOf = (team: string, message: object = {}, authorization: object = {}) =>
  directMessage(message as Record<string, unknown>, {
    team_id: team,
    context_team_id: team,
    authorizations: [{ team_id: team, enterprise_id: null, is_enterprise_install: false, ...authorization }],
  });

describe('an installation', () => {
  it('begins at Slack with our scopes, our address and a state of our own', async () => {
    const { begun, cookie, target } = await visit();
    expect(begun.status).toBe(302);
    expect(target.pathname).toBe('/oauth/v2/authorize');
    expect(target.searchParams.get('client_id')).toBe('111.222');
    expect(target.searchParams.get('scope')?.split(',')).toContain('chat:write');
    expect(target.searchParams.get('redirect_uri')).toBe(`${rig.url}/slack/oauth_redirect`);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).toMatch(/Max-Age=600/);
  });

  it('ends with the workspace known and its events taken', async () => {
    expect((await rig.deliver.event(eventOf('T2NEXT'))).status).toBe(200);
    expect(rig.received).toEqual([]);
    await install();
    expect(rig.installations.rows.get('T2NEXT')).toMatchObject({
      workspace: 'T2NEXT',
      name: 'Next door',
      botToken: 'xoxb-second',
      botId: 'B2BOT',
      botUserId: 'U2BOT',
      scopes: ['chat:write', 'commands'],
    });
    await rig.deliver.event(eventOf('T2NEXT'));
    expect(rig.received).toMatchObject([{ route: 'T2NEXT' }]);
  });

  it.each([
    ['a state nobody made', { state: 'made-up' }],
    ['a changed state', { state: '1.x' }],
    ['no state', {}],
  ])('is refused with %s', async (_, query) => {
    grant('code-1');
    const { back } = await visit();
    expect((await back({ code: 'code-1', ...query })).status).toBe(403);
    expect(rig.installations.rows.size).toBe(0);
  });

  it('is refused in a browser that did not begin it', async () => {
    grant('code-1');
    const { back, state } = await visit();
    expect((await back({ code: 'code-1', state }, '')).status).toBe(403);
    expect((await back({ code: 'code-1', state }, 'redress_slack_install=other')).status).toBe(403);
    expect(rig.installations.rows.size).toBe(0);
  });

  it('is refused after ten minutes', async () => {
    grant('code-1');
    rig.now = '2026-11-21T08:00:00.000Z';
    const { back, state } = await visit();
    rig.now = '2026-11-21T08:10:01.000Z';
    expect((await back({ code: 'code-1', state })).status).toBe(403);
    rig.now = '2026-11-21T08:09:59.000Z';
    expect((await back({ code: 'code-1', state })).status).toBe(200);
  });

  it('can be declined, and fails politely when Slack does not accept the code', async () => {
    const { back, state } = await visit();
    expect((await back({ error: 'access_denied', state })).status).toBe(403);
    expect((await back({ code: 'unknown', state })).status).toBe(502);
    expect(rig.installations.rows.size).toBe(0);
  });

  it('of a whole organisation serves all its workspaces', async () => {
    await install({ team: null, enterprise: { id: 'E1', name: 'Group' }, is_enterprise_install: true });
    expect([...rig.installations.rows.keys()]).toEqual(['E1']);
    const body = eventOf('T3ANY', {}, { enterprise_id: 'E1', is_enterprise_install: true });
    await rig.deliver.event(body);
    expect(rig.received).toMatchObject([{ route: 'E1' }]);
  });
});

describe('sending with several workspaces', () => {
  beforeEach(async () => {
    rig.now = '2026-11-21T08:00:00.000Z';
    await rig.installations.store({
      ...{ workspace: 'T0HOME', name: 'Home', botToken: 'xoxb-home', botId: 'B0BOT', botUserId: 'U0BOT' },
      ...{ scopes: [], installedAt: '2026-01-01T00:00:00.000Z' },
    });
    await install();
  });
  const tokens = () =>
    rig.slack.state.calls.filter((call) => call.method === 'chat.postMessage').map((call) => call.token);

  it('uses the token of the talk’s workspace, and of the first one for our own channels', async () => {
    await rig.channel.send({ message: outbound({ route: 'T2NEXT' }), attempt: 1 });
    await rig.channel.send({ message: outbound(), attempt: 1 });
    expect(tokens()).toEqual(['xoxb-second', 'xoxb-home']);
  });

  it('stops when the app was removed there, and its tokens are forgotten', async () => {
    const removed = plainEvent({ type: 'app_uninstalled' });
    expect((await rig.deliver.event({ ...removed, team_id: 'T2NEXT', authorizations: [] })).status).toBe(401);
    rig.now = null;
    const body = { ...removed, team_id: 'T2NEXT', context_team_id: undefined, authorizations: [] };
    expect((await rig.deliver.event(body)).status).toBe(200);
    expect([...rig.installations.rows.keys()]).toEqual(['T0HOME']);
    await expect(
      rig.channel.send({ message: outbound({ route: 'T2NEXT' }), attempt: 1 }),
    ).rejects.toMatchObject({
      code: 'channel-unauthorised',
    });
    const late = press('press:b', { team: { id: 'T2NEXT' } });
    expect((await rig.deliver.interaction(late)).status).toBe(200);
    expect(rig.received).toEqual([]);
  });

  it('goes on when only a person’s token was revoked', async () => {
    rig.now = null;
    const revoked = (tokens: object) => ({
      ...plainEvent({ type: 'tokens_revoked', tokens }),
      ...{ team_id: 'T2NEXT', context_team_id: undefined, authorizations: [] },
    });
    await rig.deliver.event(revoked({ oauth: ['U9'], bot: [] }));
    expect(rig.installations.rows.has('T2NEXT')).toBe(true);
    await rig.deliver.event(revoked({ oauth: [], bot: ['U2BOT'] }));
    expect(rig.installations.rows.has('T2NEXT')).toBe(false);
  });
});

describe('rotating tokens', () => {
  it('are renewed once before they end, also when many messages wait', async () => {
    rig.now = '2026-11-21T08:00:00.000Z';
    await install({ expires_in: 43_200, refresh_token: 'xoxe-1' });
    expect(rig.installations.rows.get('T2NEXT')).toMatchObject({
      refreshToken: 'xoxe-1',
      expiresAt: '2026-11-21T20:00:00.000Z',
    });
    rig.slack.state.codes.set('xoxe-1', {
      access_token: 'xoxb-third',
      refresh_token: 'xoxe-2',
      expires_in: 43_200,
    });
    rig.slack.state.workspaces.push({ ...second, botToken: 'xoxb-third' });
    rig.now = '2026-11-21T19:45:00.000Z';
    await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        rig.channel.send({ message: outbound({ id: `o${index}`, route: 'T2NEXT' }), attempt: 1 }),
      ),
    );
    const posts = rig.slack.state.calls.filter((call) => call.method === 'chat.postMessage');
    expect(posts.map((call) => call.token)).toEqual(Array.from({ length: 5 }, () => 'xoxb-third'));
    expect(rig.slack.callsOf('oauth.v2.access')).toHaveLength(2);
    expect(rig.installations.rows.get('T2NEXT')).toMatchObject({
      botToken: 'xoxb-third',
      refreshToken: 'xoxe-2',
      expiresAt: '2026-11-22T07:45:00.000Z',
    });
  });

  it('renewed by another process a moment ago are taken from the store', async () => {
    rig.now = '2026-11-21T08:00:00.000Z';
    await install({ expires_in: 43_200, refresh_token: 'xoxe-1' });
    rig.now = '2026-11-21T19:45:00.000Z';
    rig.slack.state.workspaces.push({ ...second, botToken: 'xoxb-third' });
    const fetchBefore = rig.installations.fetch;
    const before = await fetchBefore('T2NEXT');
    let first = true;
    rig.installations.fetch = async (workspace) => {
      if (first) {
        first = false;
        if (before)
          await rig.installations.store({
            ...before,
            ...{ botToken: 'xoxb-third', refreshToken: 'xoxe-2', expiresAt: '2026-11-22T07:45:00.000Z' },
          });
        return before;
      }
      return fetchBefore(workspace);
    };
    await rig.channel.send({ message: outbound({ route: 'T2NEXT' }), attempt: 1 });
    const posts = rig.slack.state.calls.filter((call) => call.method === 'chat.postMessage');
    expect(posts.map((call) => call.token)).toEqual(['xoxb-third']);
  });

  it('that cannot be renewed now are used to their end', async () => {
    rig.now = '2026-11-21T08:00:00.000Z';
    await install({ expires_in: 43_200, refresh_token: 'xoxe-1' });
    rig.now = '2026-11-21T19:45:00.000Z';
    rig.slack.fail('oauth.v2.access', { kind: 'status', status: 503 }, 2);
    await rig.channel.send({ message: outbound({ route: 'T2NEXT' }), attempt: 1 });
    rig.now = '2026-11-21T20:00:01.000Z';
    await expect(
      rig.channel.send({ message: outbound({ id: 'o2', route: 'T2NEXT' }), attempt: 1 }),
    ).rejects.toMatchObject({ code: 'channel-unavailable', retryable: true });
  });
});

describe('a fixed token beside installations', () => {
  it('serves its own workspace and whoever no installation claims, others by their own', async () => {
    const both = await startRig({ several: true, config: { botToken: 'xoxb-home' } });
    both.slack.state.workspaces.push(second);
    await both.installations.store({
      ...{ workspace: 'T2NEXT', name: 'Next', botToken: 'xoxb-second', botId: 'B2BOT', botUserId: 'U2BOT' },
      ...{ scopes: [], installedAt: '2026-01-01T00:00:00.000Z' },
    });
    const connected = press('press:b', { team: { id: 'T9EXT' }, user: { id: 'U9', team_id: 'T9EXT' } });
    expect((await both.deliver.interaction(connected)).status).toBe(200);
    expect(both.received).toMatchObject([{ kind: 'press', from: { id: 'U9', team: 'T9EXT' } }]);
    for (const [index, route] of [undefined, 'T0HOME', 'T9EXT', 'T2NEXT'].entries())
      await both.channel.send({
        message: outbound({ id: `o${index}`, ...(route ? { route } : {}) }),
        attempt: 1,
      });
    const posts = both.slack.state.calls.filter((call) => call.method === 'chat.postMessage');
    expect(posts.map((call) => call.token)).toEqual(['xoxb-home', 'xoxb-home', 'xoxb-home', 'xoxb-second']);
    await both.close();
  });
});
