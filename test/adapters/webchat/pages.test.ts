import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveWebChannel } from './serve.ts';

let folder: string;
let server: Awaited<ReturnType<typeof serveWebChannel>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-pages-'));
  await mkdir(join(folder, 'assets'));
  for (const name of ['index.html', 'chat.html', 'privacy.html', 'widget.js', 'assets/a-1.js']) {
    await writeFile(join(folder, name), name);
  }
  server = await serveWebChannel({ pages: pathToFileURL(`${folder}/`) });
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const get = (path: string) => fetch(`${server.base}${path}`);

describe('pages', () => {
  it.each([
    ['/', 'index.html', 'text/html; charset=utf-8'],
    ['/chat', 'chat.html', 'text/html; charset=utf-8'],
    ['/privacy', 'privacy.html', 'text/html; charset=utf-8'],
    ['/widget.js', 'widget.js', 'text/javascript; charset=utf-8'],
    ['/assets/a-1.js', 'assets/a-1.js', 'text/javascript; charset=utf-8'],
  ])('serves %s', async (path, text, type) => {
    const answer = await get(path);

    expect(await answer.text()).toBe(text);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['/', '/chat', '/privacy'])('lets nobody frame %s', async (path) => {
    const { headers } = await get(path);

    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
  });

  it('lets anyone frame the chat made for embedding, and load the widget', async () => {
    const { headers } = await get('/chat?embed=1');

    expect(headers.has('x-frame-options')).toBe(false);
    expect(headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect((await get('/widget.js')).headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });

  it.each(['/assets/none.js', '/assets/..%2findex.html', '/assets/..%2f..%2findex.html', '/assets/'])(
    'finds nothing at %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it('tells pages the time of the server and how fast it passes', async () => {
    expect(await (await get('/api/chat/about')).json()).toEqual({
      now: '2026-11-21T08:00:00.000Z',
      rate: 1,
      maxFileBytes: 20_000_000,
    });
  });

  it('says how to build the pages when they are not built', async () => {
    const bare = await serveWebChannel({ pages: pathToFileURL(`${folder}/assets/`) });
    const answer = await fetch(`${bare.base}/`);
    await bare.stop();

    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('npm run build');
  });
});
