import { readdir, readFile } from 'node:fs/promises';
import type { Clock, Route } from '../../src/ports.ts';
import type { GuardRefusal } from './guard.ts';
import { json } from './http.ts';
import type { Gate } from './sign-in/gate.ts';

/** Where the built pages are and who may see the workbench. */
export interface PageParts {
  readonly folder: URL;
  readonly gate: Gate;
  readonly clock: Clock;
  readonly maxFileBytes: number;
}

interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

const policy = (ancestors: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');

const pageHeaders = {
  'Cache-Control': 'no-cache',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
} as const;

/** Only the page made for embedding may stand in a frame of someone else's. */
const framing = (embeddable: boolean): Readonly<Record<string, string>> =>
  embeddable
    ? { 'Content-Security-Policy': policy('*') }
    : {
        'Content-Security-Policy': policy("'none'"),
        'X-Frame-Options': 'DENY',
        'Cross-Origin-Opener-Policy': 'same-origin',
      };

const notBuilt = (): Response =>
  new Response('The pages are not built. Run: npm run build\n', {
    status: 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });

const refusedText = (reason: GuardRefusal): string =>
  [
    '工作台只能在运行 Redress 的这台电脑上打开(尚未设置登录)。',
    'The workbench opens only on the machine that runs Redress, as no sign-in is set up.',
    `(${reason})`,
    '',
  ].join('\n');

const refused = (reason: GuardRefusal): Response =>
  new Response(refusedText(reason), {
    status: 403,
    headers: { ...pageHeaders, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });

const signIn = (): Response =>
  new Response(null, { status: 302, headers: { location: '/sign-in', 'cache-control': 'no-store' } });

/** Reads built files once; a name that was not in the folder at that time does not exist. */
const createShelf = (folder: URL) => {
  const kept = new Map<string, Promise<Asset | null>>();
  const read = async (path: string): Promise<Asset | null> => {
    const [name = '', ...parents] = path.split('/').reverse();
    const parent = new URL(`${parents.reverse().join('/')}/`.replace(/^\//, './'), folder);
    const names = await readdir(parent).catch((): string[] => []);
    if (!names.includes(name)) return null;
    const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    return { bytes: new Uint8Array(await readFile(new URL(name, parent))), type };
  };
  return async (path: string): Promise<Asset | null> => {
    const known = kept.get(path) ?? read(path);
    const asset = await known;
    if (asset !== null) kept.set(path, known);
    return asset;
  };
};

/** The pages: workbench, chat, widget, privacy notice, and what they load. */
export const pageRoutes = (parts: PageParts): readonly Route[] => {
  const shelf = createShelf(parts.folder);
  const page = async (path: string, headers: Readonly<Record<string, string>>): Promise<Response> => {
    const asset = await shelf(path);
    if (asset === null) return notBuilt();
    return new Response(asset.bytes, { headers: { ...pageHeaders, 'Content-Type': asset.type, ...headers } });
  };
  const asset = async (name: string): Promise<Response> => {
    const found = /^[\w.-]{1,120}$/.test(name) ? await shelf(`assets/${name}`) : null;
    if (found === null) return json(404, { error: { code: 'not-found', message: 'There is nothing here.' } });
    const headers = {
      'Content-Type': found.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    };
    return new Response(found.bytes, { headers });
  };
  const workbench = async (request: Request) => {
    const refusal = await parts.gate.page(request);
    if (refusal === 'signed-out') return signIn();
    return refusal === null ? page('index.html', framing(false)) : refused(refusal);
  };
  const chat = (request: Request) =>
    page('chat.html', framing(new URL(request.url).searchParams.get('embed') === '1'));
  const about = () =>
    json(200, { now: parts.clock.now(), rate: parts.clock.rate, maxFileBytes: parts.maxFileBytes });
  return [
    { method: 'GET', path: '/', handle: workbench },
    { method: 'GET', path: '/sign-in', handle: () => page('sign-in.html', framing(false)) },
    { method: 'GET', path: '/chat', handle: chat },
    { method: 'GET', path: '/privacy', handle: () => page('privacy.html', framing(false)) },
    {
      method: 'GET',
      path: '/widget.js',
      handle: () => page('widget.js', { 'Cross-Origin-Resource-Policy': 'cross-origin' }),
    },
    { method: 'GET', path: '/assets/:name', handle: (_request, params) => asset(params.name ?? '') },
    { method: 'GET', path: '/api/chat/about', handle: about },
  ];
};
