import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignInName } from '../../../src/sign-in.ts';
import { type OidcVendor, startOidcVendor } from './oidc-vendor.ts';
import { serveWebChannel } from './serve.ts';

let vendor: OidcVendor;
let server: Awaited<ReturnType<typeof serveWebChannel>>;
const failures: unknown[] = [];

beforeEach(async () => {
  failures.length = 0;
  vendor = await startOidcVendor();
  const ways = (['slack', 'telegram'] as const).map((name) => ({
    name,
    issuer: vendor.issuer,
    clientId: 'redress',
    clientSecret: 'shh',
  }));
  server = await serveWebChannel({
    peer: '203.0.113.9',
    publicUrl: 'http://complaints.example',
    signIn: {
      ways,
      isOurs: async ({ channel, sender }) => channel !== 'slack' || sender.team === 'T1',
      onFailure: (error) => failures.push(error),
    },
  });
});
afterEach(async () => {
  await server.stop();
  vendor.stop();
});

const slackAccount = (id: string, team = 'T1') => ({
  sub: id,
  'https://slack.com/user_id': id,
  'https://slack.com/team_id': team,
});

/** A browser of one window: follows one redirect at a time and keeps its cookies. */
const browser = () => {
  const jar = new Map<string, string>();
  const go = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const here = url.replace('http://complaints.example', server.base);
    const cookies = [...jar].map((pair) => pair.join('=')).join('; ');
    const answer = await fetch(new URL(here, server.base), {
      redirect: 'manual',
      ...init,
      headers: { ...Object.fromEntries(new Headers(init.headers)), cookie: cookies },
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  const goTo = (answer: Response) => go(answer.headers.get('location') ?? '');
  const signIn = async (way: SignInName): Promise<Response> => goTo(await goTo(await go(`/sign-in/${way}`)));
  return { jar, go, goTo, signIn };
};

const problemOf = (answer: Response) => answer.headers.get('location');

describe('the workbench with sign-in', () => {
  it('sends strangers to the sign-in page and lets nobody into the desk, this machine included', async () => {
    const visitor = browser();
    expect(problemOf(await visitor.go('/'))).toBe('/sign-in');
    expect((await visitor.go('/sign-in')).status).toBe(200);
    expect(await (await visitor.go('/api/sign-in')).json()).toEqual({ ways: ['slack', 'telegram'] });
    for (const path of [
      'people',
      'messages?channel=team',
      'stream?channel=team',
      'queue?as=lin',
      'attachments/x',
    ]) {
      const answer = await visitor.go(`/api/desk/${path}`);
      expect([answer.status, (await answer.json()).error.code]).toEqual([401, 'signed-out']);
    }
    visitor.jar.set('redress_desk', 'guessed');
    expect((await visitor.go('/api/desk/people')).status).toBe(401);
  });

  it.each<[SignInName, Record<string, unknown>]>([
    ['slack', slackAccount('lin')],
    ['telegram', { sub: 'another-name', id: 'lin' }],
    ['telegram', { sub: 'lin' }],
  ])('lets somebody of the organisation in by %s, as themselves alone', async (way, account) => {
    vendor.account = account;
    const lin = browser();
    expect(problemOf(await lin.signIn(way))).toBe('/');
    expect((await lin.go('/')).status).toBe(200);
    expect(await (await lin.go('/api/desk/people')).json()).toMatchObject({ you: 'lin' });
    expect((await lin.go('/api/desk/queue?as=lin')).status).toBe(200);
    const other = await lin.go('/api/desk/queue?as=gao');
    expect([other.status, (await other.json()).error.code]).toEqual([403, 'not-you']);
    const note = { as: 'gao', channel: 'team', clientMessageId: 'm1', text: 'Approved.' };
    const posted = await lin.go('/api/desk/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(note),
    });
    expect(posted.status).toBe(403);
    expect(server.received).toEqual([]);
  });

  it('shows managers’ words to managers, and answers meant for one person to that person', async () => {
    await server.desk.post({
      message: {
        id: 'm1',
        audience: 'desk',
        voice: 'bot',
        to: { channel: 'web', place: 'team' },
        text: 'for gao',
        answer: { to: 'x', senderId: 'gao' },
      } as never,
    } as never);
    const read = async (id: string) => {
      vendor.account = slackAccount(id);
      const person = browser();
      await person.signIn('slack');
      const team = await (await person.go('/api/desk/messages?channel=team')).json();
      const managers = await person.go('/api/desk/messages?channel=manager');
      return [team.messages.length, managers.status];
    };
    expect(await read('lin')).toEqual([0, 403]);
    expect(await read('gao')).toEqual([1, 200]);
  });

  it('lets out whoever signs out, and forgets the cookie', async () => {
    vendor.account = slackAccount('lin');
    const lin = browser();
    await lin.signIn('slack');
    const token = lin.jar.get('redress_desk') ?? '';
    const foreign = { method: 'POST', headers: { origin: 'https://evil.example' } };
    expect((await lin.go('/api/sign-out', foreign)).status).toBe(403);
    expect((await lin.go('/api/sign-out', { method: 'POST' })).status).toBe(200);
    expect(lin.jar.has('redress_desk')).toBe(false);
    lin.jar.set('redress_desk', token);
    expect((await lin.go('/api/desk/people')).status).toBe(401);
  });

  it('takes nothing from a page of another site, signed in or not', async () => {
    vendor.account = slackAccount('lin');
    const lin = browser();
    await lin.signIn('slack');
    for (const headers of [
      new Headers({ origin: 'https://evil.example' }),
      new Headers({ 'sec-fetch-site': 'cross-site' }),
    ])
      expect((await lin.go('/api/desk/people', { headers })).status).toBe(403);
  });
});

describe('nobody is signed in', () => {
  it.each<[string, () => void, string]>([
    [
      'who declines',
      () => {
        vendor.account = null;
      },
      'declined',
    ],
    [
      'who is not of the organisation',
      () => {
        vendor.account = slackAccount('mallory');
      },
      'not-staff',
    ],
    [
      'of a workspace that is not ours',
      () => {
        vendor.account = slackAccount('lin', 'T666');
      },
      'not-staff',
    ],
    [
      'whose token is for another app',
      () => {
        vendor.account = slackAccount('lin');
        vendor.forge = { aud: 'other' };
      },
      'failed',
    ],
    [
      'whose token is of another issuer',
      () => {
        vendor.account = slackAccount('lin');
        vendor.forge = { iss: 'https://evil.example' };
      },
      'failed',
    ],
    [
      'whose token was asked for by another page',
      () => {
        vendor.account = slackAccount('lin');
        vendor.forge = { nonce: 'other' };
      },
      'failed',
    ],
    [
      'whose token is old',
      () => {
        vendor.account = slackAccount('lin');
        vendor.forge = { exp: 1 };
      },
      'failed',
    ],
    [
      'whose token names nobody',
      () => {
        vendor.account = { sub: 'lin' };
      },
      'failed',
    ],
  ])('%s', async (_who, arrange, problem) => {
    arrange();
    const visitor = browser();
    expect(problemOf(await visitor.signIn('slack'))).toBe(`/sign-in?problem=${problem}`);
    expect(visitor.jar.has('redress_desk')).toBe(false);
    expect(failures).toHaveLength(problem === 'failed' ? 1 : 0);
  });

  it('by a link that somebody else began', async () => {
    vendor.account = slackAccount('lin');
    const attacker = browser();
    const consent = await attacker.goTo(await attacker.go('/sign-in/slack'));
    const victim = browser();
    expect(problemOf(await victim.goTo(consent))).toBe('/sign-in?problem=outdated');
    await victim.go('/sign-in/slack');
    expect(problemOf(await victim.goTo(consent))).toBe('/sign-in?problem=outdated');
    expect(victim.jar.has('redress_desk')).toBe(false);
  });

  it('twice by one consent', async () => {
    vendor.account = slackAccount('lin');
    const lin = browser();
    const consent = await lin.goTo(await lin.go('/sign-in/slack'));
    const kept = new Map(lin.jar);
    expect(problemOf(await lin.goTo(consent))).toBe('/');
    lin.jar.clear();
    for (const [name, value] of kept) lin.jar.set(name, value);
    expect(problemOf(await lin.goTo(consent))).toBe('/sign-in?problem=failed');
  });

  it('while the vendor is away', async () => {
    vendor.stop();
    expect(problemOf(await browser().go('/sign-in/slack'))).toBe('/sign-in?problem=failed');
  });
});
