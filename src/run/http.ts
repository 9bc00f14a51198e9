import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type HttpBindings, serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import type { Route } from '../ports.ts';

/** What the one web app serves besides the adapters' routes. */
export interface HttpParts {
  readonly host: string;
  readonly port: number;
  readonly routes: readonly Route[];
  /** Whether this process can take messages now: the database answers and is migrated. */
  ready(): Promise<{ readonly ready: boolean; readonly detail: Readonly<Record<string, unknown>> }>;
  metrics(): Promise<string>;
  readonly log: Logger;
}

/** A listening server. */
export interface HttpServer {
  /** The port the kernel gave when 0 was asked. */
  readonly port: number;
  /** Stops taking connections, lets requests under way be answered for a moment, and ends what is still open then. */
  close(): Promise<void>;
}

/** Open pages read their stream for ever: they are not waited for longer than a request may take. */
const answeredWithinMs = 1000;

const peerHeader = 'x-redress-peer';

/** The adapters' guard reads the peer from a header that only we can set: what a client sent under that name is dropped. */
const withPeer = (request: Request, incoming: IncomingMessage): Request => {
  const headers = new Headers(request.headers);
  headers.set(peerHeader, incoming.socket.remoteAddress ?? '');
  const init: RequestInit & { duplex: 'half' } = {
    method: request.method,
    headers,
    body: request.body,
    signal: request.signal,
    duplex: 'half',
  };
  return new Request(request.url, init);
};

const failure = (status: number, code: string, message: string): Response =>
  Response.json({ error: { code, message } }, { status });

/** Browsers ask before they post from another site; the public chat API answers that itself. */
const methodsOf = ({ method, path }: Route): string[] =>
  path.startsWith('/api/chat/') ? [method, 'OPTIONS'] : [method];

/** Builds the web app: health, metrics and every adapter's routes. */
export const createWebApp = (parts: HttpParts): Hono<{ Bindings: HttpBindings }> => {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get('/healthz', (context) => context.json({ ok: true }));
  app.get('/readyz', async (context) => {
    const { ready, detail } = await parts.ready();
    return context.json({ ready, ...detail }, ready ? 200 : 503);
  });
  app.get('/metrics', async (context) => context.text(await parts.metrics()));
  for (const route of parts.routes) {
    app.on(methodsOf(route), route.path, (context) =>
      route.handle(withPeer(context.req.raw, context.env.incoming), context.req.param()),
    );
  }
  app.notFound(() => failure(404, 'not-found', 'There is nothing here.'));
  app.onError((error) => {
    parts.log.error({ err: error }, 'request failed');
    return failure(500, 'internal', 'Something went wrong on our side. Please try again.');
  });
  return app;
};

/** Listens. Rejects with the system's error when the port is taken. */
export const listenHttp = (parts: HttpParts): Promise<HttpServer> =>
  new Promise((resolve, reject) => {
    const app = createWebApp(parts);
    const server = serve({ fetch: app.fetch, hostname: parts.host, port: parts.port }, ({ port }) => {
      const close = async () => {
        const closed = new Promise<void>((done) => server.close(() => done()));
        const inTime = new AbortController();
        await Promise.race([
          closed,
          sleep(answeredWithinMs, undefined, { signal: inTime.signal }).catch(() => {}),
        ]);
        inTime.abort();
        if ('closeAllConnections' in server) server.closeAllConnections();
        await closed;
      };
      resolve({ port, close });
    });
    server.once('error', reject);
  });
