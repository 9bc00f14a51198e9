import { Fault } from '../../src/faults.ts';
import type { Channel, Clock, Desk, Files, Ids, Receive, Viewer } from '../../src/ports.ts';
import type { SignIn } from '../../src/sign-in.ts';
import { chatRoutes } from './chat-api.ts';
import { deskRoutes } from './desk-api.ts';
import { createLimiter } from './limit.ts';
import { pageRoutes } from './pages.ts';
import { send, webPace } from './send.ts';
import { machineGate, signedInGate } from './sign-in/gate.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { createWay } from './sign-in/ways.ts';
import { createStreams } from './stream.ts';

/** What a web channel is told about its surroundings. */
export interface WebOptions {
  /** Where pages are reached from outside: decides, with the request, whether the desk is shown. */
  readonly publicUrl: string;
  /** How staff sign in to the workbench; without any way it opens on this machine alone. */
  readonly signIn?: {
    readonly ways: readonly SignIn[];
    /** Whether an account's workspace is one of ours. */
    readonly isOurs: (viewer: Viewer) => Promise<boolean>;
    readonly onFailure: (error: unknown) => void;
  };
  /** Largest upload, in bytes; the pack's own limit is checked by Files. Default 20 MB. */
  readonly maxFileBytes?: number;
  /** Folder of the built pages, ending in `/`; default `page/dist/` beside this file. */
  readonly pages?: URL;
  /** Pause between two heartbeats of a stream, in milliseconds of the wall. Default 15 s. */
  readonly heartbeatMs?: number;
  /** Milliseconds that never run backwards, for rate limits; default the process's own. */
  readonly monotonicMs?: () => number;
}

/** What a web channel works with. */
export interface WebParts {
  readonly desk: Desk;
  readonly files: Files;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly options: WebOptions;
}

const sessionAllowance = { burst: 50, perMinute: 60 } as const;
const addressAllowance = { burst: 500, perMinute: 600 } as const;
const openingAllowance = { burst: 30, perMinute: 30 } as const;

const notStarted: Receive = () =>
  Promise.reject(new Fault('channel-unavailable', 'Web channel is not receiving', { retryable: true }));

/**
 * Connects our own pages: the complainant's chat, its widget, and the staff's desk.
 * Keeps nothing itself; what is said is stored through `desk`. Until `start` and after `stop` it answers 503.
 */
export const createWebChannel = ({ desk, files, ids, clock, options }: WebParts): Channel => {
  const nowMs = options.monotonicMs ?? (() => performance.now());
  const maxFileBytes = options.maxFileBytes ?? 20_000_000;
  const streams = createStreams(desk, options.heartbeatMs ?? 15_000);
  const underWay = new Set<Promise<void>>();
  let receiver = notStarted;
  const receive: Receive = (message) => {
    const done = receiver(message);
    const settled = done.then(
      () => {},
      () => {},
    );
    underWay.add(settled);
    void settled.then(() => underWay.delete(settled));
    return done;
  };
  const limits = {
    session: createLimiter(sessionAllowance, nowMs),
    address: createLimiter(addressAllowance, nowMs),
    opening: createLimiter(openingAllowance, nowMs),
  };
  const { signIn } = options;
  const ways = signIn?.ways.map(createWay) ?? [];
  const gate = ways.length === 0 ? machineGate(options.publicUrl) : signedInGate(desk);
  const folder = options.pages ?? new URL('./page/dist/', import.meta.url);
  return {
    name: 'web',
    pace: () => webPace,
    routes: [
      ...chatRoutes({ desk, files, ids, streams, receive, maxFileBytes, limits }),
      ...deskRoutes({ desk, files, clock, streams, receive, enter: gate.desk }),
      ...(signIn
        ? signInRoutes({ ...signIn, ways, desk, ids, publicUrl: options.publicUrl, limit: limits.opening })
        : []),
      ...pageRoutes({ folder, gate, clock, maxFileBytes }),
    ],
    async start(given) {
      receiver = given;
    },
    send: (delivery) => send(desk, delivery),
    async stop() {
      receiver = notStarted;
      streams.close();
      await Promise.all(underWay);
    },
  };
};
