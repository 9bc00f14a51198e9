import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type HttpBindings, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createWebChannel, type WebOptions } from '../../../adapters/webchat/index.ts';
import type { InboundMessage } from '../../../src/inbound/message.ts';
import type { Clock, Route } from '../../../src/ports.ts';
import { countingIds, createFakeDesk, memoryFiles, stillClock } from './fake-desk.ts';

/** How one test server differs from the usual. */
export interface ServeOptions extends Partial<WebOptions> {
  readonly clock?: Clock;
  readonly port?: number;
  /** Who the server claims to have been reached by; the true peer when absent. */
  readonly peer?: string;
  readonly onReceive?: (message: InboundMessage) => Promise<void> | void;
}

const mount = (routes: readonly Route[], peer?: string) => {
  const app = new Hono<{ Bindings: HttpBindings }>();
  for (const route of routes) {
    const methods = route.path.startsWith('/api/chat/') ? [route.method, 'OPTIONS'] : [route.method];
    app.on(methods, route.path, (context) => {
      const request = new Request(context.req.raw);
      request.headers.set('x-redress-peer', peer ?? context.env.incoming.socket.remoteAddress ?? '');
      return route.handle(request, context.req.param());
    });
  }
  app.onError((_error, context) => context.json({ error: { code: 'bug', message: 'A bug.' } }, 500));
  return app;
};

/** The web channel over real HTTP, with a desk in memory; what it receives is kept in `received`. */
export const serveWebChannel = async (options: ServeOptions = {}) => {
  const { clock = stillClock(), port = 0, peer, onReceive, ...rest } = options;
  const ids = countingIds();
  const desk = createFakeDesk(clock, ids);
  const files = memoryFiles();
  const received: InboundMessage[] = [];
  const keys = new Set<string>();
  const channel = createWebChannel({
    desk,
    files,
    ids,
    clock,
    options: { publicUrl: 'http://127.0.0.1:3000', ...rest },
  });
  await channel.start(async (message) => {
    await onReceive?.(message);
    if (!keys.has(message.key)) received.push(message);
    keys.add(message.key);
  });
  const server = serve({ fetch: mount(channel.routes, peer).fetch, port, hostname: '127.0.0.1' });
  await once(server, 'listening');
  const { port: bound } = server.address() as AddressInfo;
  const stop = async () => {
    await channel.stop();
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  };
  return { base: `http://127.0.0.1:${bound}`, desk, files, received, channel, stop };
};
