import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** How one run of the product differs from `npm start`. */
export interface AppOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly locale: 'zh-CN' | 'en';
  /** Seconds of ours in one of the wall's. */
  readonly rate: number;
}

/** A running product. */
export interface RunningApp {
  readonly base: string;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A port that was free a moment ago: two runs of one talk need the same. */
export const findPort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
};

const untilReady = async (base: string, app: ChildProcess, told: () => string): Promise<void> => {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const ready = await fetch(`${base}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    if (app.exitCode !== null || Date.now() > deadline) throw new Error(`The app did not start:\n${told()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** Starts the product as its user does, on data and port of its own, and waits until it takes messages. */
export const startApp = async ({ dataDir, port, locale, rate }: AppOptions): Promise<RunningApp> => {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PORT: String(port), DATA_DIR: dataDir, LOCALE: locale, CLOCK_RATE: String(rate) };
  const app = spawn(process.execPath, ['src/main.js'], {
    cwd: root,
    env: { PATH, HOME, ...env, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  for (const stream of [app.stdout, app.stderr]) {
    stream.on('data', (chunk) => {
      told += chunk;
    });
  }
  const base = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (app.exitCode !== null) return;
    const ended = once(app, 'exit');
    app.kill('SIGTERM');
    await ended;
  };
  try {
    await untilReady(base, app, () => told);
  } catch (error) {
    await stop();
    throw error;
  }
  return { base, stop };
};
