import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLimiter } from '../../adapters/webchat/limit.ts';
import { fileHeaders } from '../../adapters/webchat/render.ts';
import { findSessionByToken, saveSession } from '../../src/store/web.ts';
import { serveWebChannel } from '../adapters/webchat/serve.ts';
import { freshDatabase } from '../support/database.ts';

type Served = Awaited<ReturnType<typeof serveWebChannel>>;
let served: Served;
beforeAll(async () => {
  served = await serveWebChannel();
});
afterAll(() => served.stop());

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
/** What stays once the collector was there: whatever it has not got to yet says nothing. */
const keptBytes = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${served.base}${path}`, { headers });

const openSession = async (base = served.base): Promise<{ session: string; token: string }> => {
  const answer = await fetch(`${base}/api/chat/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  return (await answer.json()) as { session: string; token: string };
};

const send = (token: string, clientMessageId: string, base = served.base) =>
  fetch(`${base}/api/chat/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ clientMessageId, text: 'hello' }),
  });

const upload = (token: string, name: string, type: string, content: string) => {
  const form = new FormData();
  form.set('clientMessageId', `up-${name}-${type}`);
  form.set('file', new File([content], name, { type }));
  return fetch(`${served.base}/api/chat/attachments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
};

describe('every page', () => {
  it.each(['/', '/chat', '/chat?embed=1', '/privacy'])(
    '%s runs only our own scripts and leaks no address',
    async (path) => {
      const { headers, status } = await get(path);
      expect(status).toBe(200);
      const policy = headers.get('content-security-policy') ?? '';
      for (const rule of ["default-src 'none'", "script-src 'self'", "base-uri 'none'", "form-action 'none'"])
        expect(policy).toContain(rule);
      expect(policy).not.toMatch(/unsafe-|https?:|\sdata:.*script/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('set-cookie')).toBeNull();
    },
  );

  it.each([
    ['/', "frame-ancestors 'none'"],
    ['/chat', "frame-ancestors 'none'"],
    ['/privacy', "frame-ancestors 'none'"],
    ['/chat?embed=1', 'frame-ancestors *'],
  ])('%s stands in frames as it should: %s', async (path, rule) => {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy')).toContain(rule);
    expect(headers.get('x-frame-options')).toBe(rule.endsWith("'none'") ? 'DENY' : null);
  });

  it('holds no script or style inside, so that the policy can forbid them', async () => {
    for (const path of ['/', '/chat', '/privacy']) {
      const html = await (await get(path)).text();
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|<style|javascript:/i);
    }
  });
});

describe('every answer of the APIs', () => {
  it.each([
    ['/api/chat/messages', 401],
    ['/api/desk/people', 200],
    ['/api/desk/messages', 422],
    ['/api/chat/attachments/none', 401],
  ])('%s is kept by no cache and guessed at by no browser', async (path, status) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('lets other sites read the public chat and nothing of the desk', async () => {
    expect(
      (await get('/api/chat/messages', { origin: 'https://shop.example' })).headers.get(
        'access-control-allow-origin',
      ),
    ).toBe('*');
    const desk = await get('/api/desk/people', { origin: 'https://shop.example' });
    expect(desk.status).toBe(403);
    expect(desk.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('takes nothing from a page that could post without asking first', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const answer = await fetch(`${served.base}/api/desk/messages`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: '{}',
      });
      expect(answer.status).toBe(415);
    }
  });
});

describe('a session', () => {
  it('is known by a token of 256 bits of chance that is stored only as its hash', async () => {
    const database = await freshDatabase();
    const token = 'a'.repeat(43);
    await saveSession(database.db, { id: 's1', token, locale: null, at: '2026-11-21T00:00:00.000Z' });
    const row = await database.db.selectFrom('web_sessions').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row.token_hash).toBe(createHash('sha256').update(token).digest('base64url'));
    expect(await findSessionByToken(database.db, token)).toBe('s1');
    expect(await findSessionByToken(database.db, row.token_hash)).toBeNull();
    await database.close();
  });

  it('reads and writes its own talk only', async () => {
    const [one, other] = [await openSession(), await openSession()];
    expect((await upload(one.token, 'a.png', 'image/png', 'png')).status).toBe(201);
    const mine = (await (
      await get('/api/chat/messages', { authorization: `Bearer ${one.token}` })
    ).json()) as { messages: { files: { id: string }[] }[] };
    const id = mine.messages.flatMap(({ files }) => files)[0]?.id;
    expect(id).toBeDefined();
    expect((await get(`/api/chat/attachments/${id}`, { authorization: `Bearer ${one.token}` })).status).toBe(
      200,
    );
    expect(
      (await get(`/api/chat/attachments/${id}`, { authorization: `Bearer ${other.token}` })).status,
    ).toBe(404);
    expect((await get(`/api/chat/attachments/${id}`)).status).toBe(401);
    expect(
      await (await get('/api/chat/messages', { authorization: `Bearer ${other.token}` })).json(),
    ).toMatchObject({ messages: [] });
  });

  it.each(['', 'Bearer', 'Bearer x', 'Basic YWJj', `Bearer ${'a'.repeat(300)}`, 'bearer someone-else'])(
    'is not opened by %j',
    async (authorization) => {
      expect((await get('/api/chat/messages', { authorization })).status).toBe(401);
    },
  );

  it('is limited: so many messages at once, then so many a minute, and told when to come back', async () => {
    const slow = await serveWebChannel({ monotonicMs: () => 0 });
    const { token } = await openSession(slow.base);
    const statuses: number[] = [];
    let last: Response | undefined;
    for (let index = 0; index < 52; index++) {
      last = await send(token, `n${index}`, slow.base);
      statuses.push(last.status);
    }
    expect(statuses.filter((status) => status === 202)).toHaveLength(50);
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    const fresh = await openSession(slow.base);
    expect((await send(fresh.token, 'x', slow.base)).status).toBe(202);
    await slow.stop();
  });

  it('opening is limited by address, and a flood of addresses does not fill the memory', async () => {
    const slow = await serveWebChannel({ monotonicMs: () => 0, peer: '203.0.113.9' });
    const statuses: number[] = [];
    for (let index = 0; index < 32; index++)
      statuses.push(
        (
          await fetch(`${slow.base}/api/chat/sessions`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: '{}',
          })
        ).status,
      );
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(1);
    await slow.stop();
    let now = 0;
    const limiter = createLimiter({ burst: 1, perMinute: 60 }, () => now);
    const before = keptBytes();
    for (let index = 0; index < 500_000; index++) {
      now += 10;
      limiter.take(`203.0.113.${index}`);
    }
    // Each of them kept would be a hundred bytes and more.
    expect(keptBytes() - before).toBeLessThan(10_000_000);
    expect(limiter.take('203.0.113.499999')).toBeGreaterThan(0);
  });
});

describe('a file that is not what it says', () => {
  const active = '<html><script>alert(document.cookie)</script></html>';
  it.each([
    ['picture.png', 'image/png', 'image/png', 'inline'],
    ['page.html', 'text/html', 'application/octet-stream', 'attachment'],
    ['drawing.svg', 'image/svg+xml', 'application/octet-stream', 'attachment'],
    ['data.xml', 'application/xhtml+xml', 'application/octet-stream', 'attachment'],
    ['doc.pdf', 'application/pdf', 'application/octet-stream', 'attachment'],
    ['x.js', 'text/javascript', 'application/octet-stream', 'attachment'],
  ])(
    '%s told as %s is handed out as %s, %s, never as active content',
    (name, mediaType, type, disposition) => {
      const headers = fileHeaders({ id: 'f', sha256: 'a', name, mediaType, bytes: active.length });
      expect(headers['Content-Type']).toBe(type);
      expect(headers['Content-Disposition']).toMatch(new RegExp(`^${disposition};`));
      expect(headers['Content-Security-Policy']).toBe("default-src 'none'; sandbox");
      expect(headers['X-Content-Type-Options']).toBe('nosniff');
    },
  );

  it('a .png that is HTML goes out as a picture that does not draw: no browser may guess otherwise', async () => {
    const { token } = await openSession();
    expect((await upload(token, 'cat.png', 'image/png', active)).status).toBe(201);
    const mine = (await (await get('/api/chat/messages', { authorization: `Bearer ${token}` })).json()) as {
      messages: { files: { id: string }[] }[];
    };
    const answer = await get(`/api/chat/attachments/${mine.messages.at(-1)?.files[0]?.id}`, {
      authorization: `Bearer ${token}`,
    });
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  });

  it.each(['a"b\r\nX-Evil: 1.png', '../../x.png', '名字\u202egnp.exe', '\ud83d.png'])(
    'a name like %j stays a name',
    (name) => {
      const header =
        fileHeaders({ id: 'f', sha256: 'a', name, mediaType: 'image/png', bytes: 1 })[
          'Content-Disposition'
        ] ?? '';
      expect(header).not.toMatch(/[\r\n]|filename="[^"]*"[^;]*"[^;]*;/);
      expect(() => new Headers({ 'Content-Disposition': header })).not.toThrow();
    },
  );
});
