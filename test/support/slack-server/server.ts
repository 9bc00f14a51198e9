import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, methods } from './methods.ts';
import { type Args, newState, type ServerFault, type ServerState, type Workspace } from './state.ts';
import { acceptSocket, type ServerSocket } from './websocket.ts';

/** A Slack of our own for tests: the Web API over HTTP, Socket Mode, OAuth, files, and every way they fail. */
export interface SlackServer {
  readonly apiUrl: string;
  readonly origin: string;
  readonly state: ServerState;
  readonly workspace: Workspace;
  /** Arguments of every call of a method, oldest first. */
  callsOf(method: string): readonly Args[];
  /** The next `times` calls of the method (of any with `*`) fail so. */
  fail(method: string, fault: ServerFault, times?: number): void;
  /** The very next `times` calls are done but answered late; resolves when one of them waits for its answer. */
  hold(method: string, milliseconds: number, times: number): Promise<void>;
  /** A trigger as a press brings it: three seconds, once. */
  trigger(milliseconds?: number): string;
  addRoom(id: string, members?: readonly string[]): void;
  addUser(id: string, profile?: Readonly<Record<string, unknown>>): void;
  /** Socket Mode connections that are open. */
  sockets(): readonly ServerSocket[];
  /** Sends an envelope over one open connection; gives the acknowledgement's payload, null when none came in time. */
  push(type: string, payload: unknown, milliseconds?: number): Promise<{ readonly payload: unknown } | null>;
  /** A new connection must come within the time. */
  connected(count?: number): Promise<void>;
  close(): Promise<void>;
}

const home: Workspace = { team: 'T0HOME', botToken: 'xoxb-home', botUserId: 'U0BOT', botId: 'B0BOT' };

export const appToken = 'xapp-1-test';
export const clientId = '111.222';
export const clientSecret = 'client-secret';

export const startSlackServer = async (): Promise<SlackServer> => {
  const state = newState(home);
  const faults = new Map<string, ServerFault[]>();
  const sockets = new Set<ServerSocket>();
  const waiting = new Map<string, (payload: unknown) => void>();
  const held: (() => void)[] = [];
  let connections = 0;
  let origin = '';

  const takeFault = (method: string): ServerFault | undefined =>
    faults.get(method)?.shift() ?? faults.get('*')?.shift();

  const answerCall = async (
    method: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const args = parseArgs(await bodyOf(request));
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '') || String(args.token ?? '');
    state.calls.push({ method, token, args });
    const fault = takeFault(method);
    if (fault?.kind === 'slow') await wait(fault.milliseconds);
    if (fault && !['lose-answer', 'late-answer', 'slow'].includes(fault.kind))
      return failNow(fault, response);
    const answer = perform(method, { token, args });
    if (fault?.kind === 'lose-answer') {
      response.destroy();
      return;
    }
    if (fault?.kind === 'late-answer') {
      held.splice(0).forEach((tell) => {
        tell();
      });
      await wait(fault.milliseconds);
    }
    sendJson(response, 'error' in answer ? { ok: false, ...answer } : { ok: true, ...answer });
  };

  const perform = (method: string, call: { readonly token: string; readonly args: Args }): Answer => {
    if (method === 'apps.connections.open')
      return call.token === appToken
        ? { url: `${origin.replace('http', 'ws')}/socket/${++state.nextId}` }
        : { error: 'invalid_auth' };
    if (method === 'oauth.v2.access') return exchange(state, call.args);
    if (state.revoked.has(call.token)) return { error: 'token_revoked' };
    const workspace = state.workspaces.find((each) => each.botToken === call.token);
    if (!workspace) return { error: 'invalid_auth' };
    const run = methods[method];
    return run ? run({ state, workspace, args: call.args, origin }) : { error: 'unknown_method' };
  };

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://stub');
    const [, area = '', rest = ''] = pathname.split('/');
    if (area === 'api') void answerCall(pathname.slice('/api/'.length), request, response);
    else if (area === 'upload') void takeUpload(state, rest, { request, response });
    else if (area === 'files') giveFile(state, rest, { request, response });
    else if (area === 'response')
      void bodyOf(request).then((body) => {
        state.responses.push({ path: pathname, body: JSON.parse(body.toString()) });
        sendJson(response, { ok: true });
      });
    else sendJson(response, { ok: false, error: 'not_found' }, 404);
  });

  server.on('upgrade', (request, stream) => {
    connections += 1;
    const socket = acceptSocket(request, stream, {
      onText: (text) => {
        const { envelope_id: id, payload } = JSON.parse(text);
        waiting.get(id)?.(payload);
      },
      onEnd: () => sockets.delete(socket),
    });
    sockets.add(socket);
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${portOf(server.address())}`;

  return {
    apiUrl: `${origin}/api/`,
    origin,
    state,
    workspace: home,
    callsOf: (method) => state.calls.filter((call) => call.method === method).map((call) => call.args),
    fail(method, fault, times = 1) {
      faults.set(method, [...(faults.get(method) ?? []), ...Array.from({ length: times }, () => fault)]);
    },
    hold(method, milliseconds, times) {
      const late = { kind: 'late-answer', milliseconds } as const;
      faults.set(method, [...Array.from({ length: times }, () => late), ...(faults.get(method) ?? [])]);
      return new Promise((resolve) => held.push(resolve));
    },
    trigger(milliseconds = 3000) {
      state.nextId += 1;
      const id = `trigger.${state.nextId}`;
      state.triggers.set(id, { until: Date.now() + milliseconds, used: false });
      return id;
    },
    addRoom(id, members = []) {
      state.rooms.set(id, { id, members: new Set(members), archived: false, messages: [] });
    },
    addUser(id, profile = {}) {
      state.users.set(id, { id, name: id.toLowerCase(), locale: 'en-US', ...profile });
    },
    sockets: () => [...sockets],
    async push(type, payload, milliseconds = 1500) {
      const [socket] = sockets;
      if (!socket) throw new Error('no Socket Mode connection');
      state.nextId += 1;
      const id = `envelope-${state.nextId}`;
      const acknowledged = new Promise<{ payload: unknown }>((resolve) => {
        waiting.set(id, (answer) => resolve({ payload: answer }));
      });
      socket.send(JSON.stringify({ type, envelope_id: id, payload, accepts_response_payload: true }));
      const stop = new AbortController();
      const late = wait(milliseconds, null, { signal: stop.signal }).catch(() => null);
      const answer = await Promise.race([acknowledged, late]);
      stop.abort();
      waiting.delete(id);
      return answer;
    },
    async connected(count = 1) {
      while (connections < count || sockets.size === 0) await wait(10);
    },
    async close() {
      for (const socket of sockets) socket.cut();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};

const portOf = (address: string | AddressInfo | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
};

/** Lists and objects come as JSON; words may begin like one and be none. */
const parseArgument = (value: string): unknown => {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

/** Form-encoded, with nested values as JSON, as the SDK sends them. */
const parseArgs = (body: Buffer): Args =>
  Object.fromEntries(
    [...new URLSearchParams(body.toString())].map(([name, value]) => [name, parseArgument(value)]),
  );

const sendJson = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

const failNow = (fault: ServerFault, response: ServerResponse) => {
  if (fault.kind === 'rate-limit') {
    response.setHeader('retry-after', String(fault.seconds));
    return sendJson(response, { ok: false, error: 'ratelimited' }, 429);
  }
  if (fault.kind === 'status') return sendJson(response, { ok: false }, fault.status);
  if (fault.kind === 'error') return sendJson(response, { ok: false, error: fault.error });
  response.destroy();
};

/** Without a token of ours Slack answers with its sign-in page and 200. */
const giveFile = (
  state: ServerState,
  id: string,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): void => {
  const file = state.files.get(id);
  const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  if (!file?.bytes || !state.workspaces.some((workspace) => workspace.botToken === token)) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!DOCTYPE html><title>Sign in | Slack</title>');
    return;
  }
  response.writeHead(200, { 'content-type': 'image/png' });
  response.end(file.bytes);
};

const takeUpload = async (
  state: ServerState,
  id: string,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<void> => {
  const body = await bodyOf(request);
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(body), { headers }).formData();
  const part = form.get('file');
  const file = state.files.get(id);
  if (file && part instanceof Blob) state.files.set(id, { ...file, bytes: await part.bytes() });
  response.end('OK');
};

const exchange = (state: ServerState, args: Args): Answer => {
  if (args.client_id !== clientId || args.client_secret !== clientSecret)
    return { error: 'invalid_client_id' };
  const answer = state.codes.get(String(args.code ?? args.refresh_token));
  if (!answer) return { error: args.code === undefined ? 'invalid_refresh_token' : 'invalid_code' };
  state.codes.delete(String(args.code ?? args.refresh_token));
  return answer;
};
