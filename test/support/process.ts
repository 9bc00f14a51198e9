import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A free port of this machine. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** The product as its own process, on a data folder of its own. */
export interface RunningProduct {
  readonly url: string;
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Ends it at once, as a power cut would end the process. */
  kill(): Promise<void>;
  /** Asks it to end; resolves with its exit code. */
  stop(): Promise<number | null>;
}

const exited = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once('exit', (code) => resolve(code)));

/** How a process is started other than `npm start` would. */
export interface StartOptions {
  /** All of it when absent. */
  readonly role?: 'all' | 'intake' | 'work';
  /** A module loaded before the product. */
  readonly before?: string;
}

const source = join(import.meta.dirname, '../../src');

/** Starts the product and waits until it answers. Throws with its output when it ends instead. */
export const startProduct = async (
  env: Readonly<Record<string, string>>,
  { role, before }: StartOptions = {},
): Promise<RunningProduct> => {
  const port = await freePort();
  const program = role
    ? [join(source, 'cli.ts'), 'serve', '--role', role]
    : ['--max-semi-space-size=8', join(source, 'main.js')];
  const child = spawn(process.execPath, [...(before ? ['--import', before] : []), ...program], {
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      LOG_LEVEL: 'warn',
      ...env,
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => (text += piece.toString()));
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`The product ended: ${text}`);
    const ready = await fetch(`${url}/readyz`)
      .then(({ ok }) => ok)
      .catch(() => false);
    if (ready) {
      return {
        url,
        child,
        output: () => text,
        kill: async () => {
          child.kill('SIGKILL');
          await exited(child);
        },
        stop: async () => {
          child.kill('SIGTERM');
          return exited(child);
        },
      };
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`The product did not get ready: ${text}`);
};

/** A data folder that is removed afterwards. */
export const temporaryFolder = async (): Promise<{ path: string; remove(): Promise<void> }> => {
  const path = await mkdtemp(join(tmpdir(), 'redress-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
};
