import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { connect, createServer as createTcpServer, type Socket } from 'node:net';

const answerWithinMs = 30_000;

const portOf = (server: { address(): unknown }): number => {
  const { port }: { port?: number } = Object(server.address());
  return port ?? 0;
};

/** One address before several processes, as a load balancer is. */
export interface Door {
  readonly url: string;
  close(): Promise<void>;
}

const bodyOf = async (incoming: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part);
  return Buffer.concat(parts);
};

/** Resolves false when nobody listened there, so that another may be asked. */
const pass = (
  target: string,
  { incoming, body, outgoing }: { incoming: IncomingMessage; body: Buffer; outgoing: ServerResponse },
): Promise<boolean> =>
  new Promise((resolve) => {
    const { method, headers, url } = incoming;
    const options = { method, headers: { ...headers, connection: 'close' }, timeout: answerWithinMs };
    const passed = request(`${target}${url}`, { ...options, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      answer.on('error', () => outgoing.destroy());
      answer.on('end', () => resolve(true));
      answer.on('close', () => resolve(true));
    });
    passed.on('timeout', () => passed.destroy(new Error('no answer in time')));
    passed.on('error', (error) => {
      const isRefused = 'code' in error && error.code === 'ECONNREFUSED';
      if (!isRefused && !outgoing.headersSent) outgoing.writeHead(502).end();
      if (!isRefused) outgoing.destroy();
      resolve(!isRefused);
    });
    outgoing.on('close', () => passed.destroy());
    passed.end(body);
  });

/** Opens a door that asks the processes in turn, the next one where nobody listens. */
export const openDoor = async (targets: () => readonly string[]): Promise<Door> => {
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const handle = async (): Promise<void> => {
      const body = await bodyOf(incoming);
      const known = targets();
      turn += 1;
      for (const index of known.keys()) {
        const target = known[(turn + index) % known.length];
        if (target && (await pass(target, { incoming, body, outgoing }))) return;
      }
      outgoing.writeHead(503).end();
    };
    handle().catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};

/** One address before a server that may come back on another port, and whose wire can break. */
export interface Wire {
  readonly port: number;
  /** Where connections go from now on. */
  lead(port: number): void;
  /** Breaks every connection. */
  cut(): void;
  /** Carries nothing, either way, until told otherwise. */
  hold(held: boolean): void;
  close(): Promise<void>;
}

/** Lays a wire; it leads nowhere yet, and refuses. */
export const layWire = async (): Promise<Wire> => {
  const pairs = new Set<readonly [Socket, Socket]>();
  let target = 0;
  let held = false;
  const join = ([one, other]: readonly [Socket, Socket]): void => {
    if (held) return;
    one.pipe(other);
    other.pipe(one);
  };
  const part = ([one, other]: readonly [Socket, Socket]): void => {
    for (const socket of [one, other]) {
      socket.unpipe();
      socket.pause();
    }
  };
  const server = createTcpServer((near) => {
    const far = connect(target, '127.0.0.1');
    const pair = [near, far] as const;
    pairs.add(pair);
    const end = (): void => {
      near.destroy();
      far.destroy();
      pairs.delete(pair);
    };
    for (const socket of pair) {
      socket.setNoDelay(true);
      socket.on('error', end);
      socket.on('close', end);
    }
    join(pair);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    for (const [near] of pairs) near.destroy();
  };
  return {
    port: portOf(server),
    lead: (port) => {
      target = port;
    },
    cut,
    hold(wanted) {
      held = wanted;
      for (const pair of pairs) (held ? part : join)(pair);
    },
    async close() {
      cut();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
