import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { Route } from '../../../src/ports.ts';

/** Our own routes on a real port, as `run/http.ts` mounts them. */
export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves routes over HTTP. */
export const serveRoutes = async (routes: readonly Route[]): Promise<Listening> => {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const route = routes.find((each) => each.path === url.pathname && each.method === request.method);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    const body = request.method === 'POST' ? { body: Buffer.concat(parts) } : {};
    const init = { method: request.method ?? 'GET', headers, ...body };
    const answer = route
      ? await route.handle(new Request(url, init), {})
      : new Response(null, { status: 404 });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};

/** Slack's side of HTTP deliveries: signed as Slack signs. */
export interface Deliveries {
  /** An event, as JSON. `retry` counts from 1. */
  event(body: unknown, options?: { readonly retry?: number; readonly stamp?: number }): Promise<Response>;
  /** A press, submission or shortcut: JSON in a form. */
  interaction(payload: unknown): Promise<Response>;
  /** A slash command. */
  command(fields: Readonly<Record<string, string>>): Promise<Response>;
}

/** Delivers to the events route of a listening app. `now` gives Slack's time, in milliseconds. */
export const deliverTo = (url: string, secret: string, now: () => number = Date.now): Deliveries => {
  const post = (body: string, contentType: string, extra: Record<string, string>, stamp?: number) => {
    const at = stamp ?? Math.floor(now() / 1000);
    const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
    return fetch(`${url}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': contentType,
        'x-slack-signature': `v0=${signature}`,
        'x-slack-request-timestamp': String(at),
        ...extra,
      },
    });
  };
  const form = 'application/x-www-form-urlencoded';
  return {
    event: (body, options = {}) =>
      post(
        JSON.stringify(body),
        'application/json',
        options.retry === undefined
          ? {}
          : { 'x-slack-retry-num': String(options.retry), 'x-slack-retry-reason': 'http_timeout' },
        options.stamp,
      ),
    interaction: (payload) =>
      post(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), form, {}),
    command: (fields) => post(new URLSearchParams({ ...fields }).toString(), form, {}),
  };
};
