import { afterEach, describe, expect, it } from 'vitest';
import { deskRefusal, isLoopbackAddress, pageRefusal } from '../../../adapters/webchat/guard.ts';
import { serveWebChannel } from './serve.ts';

const local = 'http://127.0.0.1:3000';

const asked = (headers: Record<string, string>, method = 'GET') =>
  new Request(`${local}/api/desk/people`, {
    method,
    headers: { 'x-redress-peer': '127.0.0.1', host: '127.0.0.1:3000', ...headers },
  });

describe('the desk is shown on this machine only while there is no sign-in', () => {
  it.each(['127.0.0.1', '127.8.9.1', '::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1'])(
    'knows %s as this machine',
    (address) => {
      expect(isLoopbackAddress(address)).toBe(true);
    },
  );

  it.each(['', '10.0.0.1', '127.0.0.1.evil.example', '1127.0.0.1', '::2', '::ffff:10.0.0.1', 'localhost'])(
    'does not know %j as this machine',
    (address) => {
      expect(isLoopbackAddress(address)).toBe(false);
    },
  );

  it.each<[string, Record<string, string>]>([
    ['a script', {}],
    ['a browser’s page', { 'sec-fetch-site': 'same-origin', origin: local }],
    ['an address typed into a browser', { 'sec-fetch-site': 'none' }],
    ['another name of this machine', { host: 'localhost:3000' }],
    ['IPv6', { host: '[::1]:3000', 'x-redress-peer': '::1' }],
  ])('is shown to %s', (_name, headers) => {
    expect(deskRefusal(asked(headers), local)).toBeNull();
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['another machine', { 'x-redress-peer': '192.168.1.7' }, local, 'not-loopback'],
    ['nobody knows whom', { 'x-redress-peer': '' }, local, 'not-loopback'],
    ['a proxy with Forwarded', { forwarded: 'for=1.2.3.4' }, local, 'forwarded'],
    ['a proxy with X-Forwarded-For', { 'x-forwarded-for': '1.2.3.4' }, local, 'forwarded'],
    ['a proxy with X-Forwarded-Proto', { 'x-forwarded-proto': 'https' }, local, 'forwarded'],
    ['a proxy with X-Real-IP', { 'x-real-ip': '127.0.0.1' }, local, 'forwarded'],
    ['a tunnel', { 'cf-connecting-ip': '1.2.3.4' }, local, 'forwarded'],
    ['anyone while the public address is the world’s', {}, 'https://complaints.example', 'public-url'],
    ['anyone while the public address is broken', {}, 'not an address', 'public-url'],
    ['a foreign name that points here', { host: 'evil.example:3000' }, local, 'foreign-host'],
    ['a name that only looks local', { host: 'localhost.evil.example' }, local, 'foreign-host'],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }, local, 'cross-site'],
    ['a page on another port', { 'sec-fetch-site': 'same-site' }, local, 'cross-site'],
    ['a post of another origin', { origin: 'https://evil.example' }, local, 'cross-site'],
    ['a post of no origin', { origin: 'null' }, local, 'cross-site'],
  ])('is refused to %s', (_name, headers, publicUrl, refusal) => {
    expect(deskRefusal(asked(headers), publicUrl)).toBe(refusal);
  });

  it('opens its page from a link on another site, which can do nothing with it', () => {
    expect(pageRefusal(asked({ 'sec-fetch-site': 'cross-site' }), local)).toBeNull();
    expect(pageRefusal(asked({ host: 'evil.example' }), local)).toBe('foreign-host');
  });
});

describe('over HTTP', () => {
  let server: Awaited<ReturnType<typeof serveWebChannel>>;
  afterEach(() => server.stop());

  it('answers 403 on every door of the desk when asked from elsewhere, and still serves the chat', async () => {
    server = await serveWebChannel({ peer: '203.0.113.9' });
    const get = ['people', 'messages?channel=team', 'stream?channel=team', 'queue?as=lin', 'attachments/x'];
    const post = ['messages', 'actions', 'commands'];
    const answers = await Promise.all([
      ...get.map((path) => fetch(`${server.base}/api/desk/${path}`)),
      ...post.map((path) => fetch(`${server.base}/api/desk/${path}`, { method: 'POST', body: '{}' })),
    ]);

    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(403));
    expect(await answers[0]?.json()).toMatchObject({ error: { code: 'not-loopback' } });
    const page = await fetch(`${server.base}/`);
    expect(page.status).toBe(403);
    expect(await page.text()).toContain('工作台');
    expect((await fetch(`${server.base}/api/chat/sessions`, { method: 'POST' })).status).toBe(200);
  });

  it('counts the messages of one address when it is not this machine', async () => {
    server = await serveWebChannel({ peer: '203.0.113.9', monotonicMs: () => 0 });
    const open = () => fetch(`${server.base}/api/chat/sessions`, { method: 'POST' });
    const answers = await Promise.all(Array.from({ length: 31 }, open));

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(30);
    expect(answers.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('2');
  });

  it('lets no other site read the desk', async () => {
    server = await serveWebChannel();
    const answer = await fetch(`${server.base}/api/desk/people`);

    expect(answer.headers.has('access-control-allow-origin')).toBe(false);
  });
});
