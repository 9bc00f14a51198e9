import { type App, type AppRole, createApp } from './app.ts';
import { type Config, readConfig, requireNode } from './config.ts';
import { connectChannels, connectModel } from './connect.ts';
import { isFault } from './faults.ts';
import { announceStart } from './run/announce.ts';
import { createWallClock } from './run/clock.ts';
import { type HttpServer, listenHttp } from './run/http.ts';
import { createIds } from './run/ids.ts';
import { createLog } from './run/log.ts';
import { type Database, openDatabase } from './store/database.ts';
import { type Embedded, startEmbedded } from './store/embedded.ts';
import { countMessages } from './store/outbox.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** What a running process must close again, last opened first. */
interface Running {
  readonly app: App;
  readonly http: HttpServer;
  readonly db: Database;
  readonly embedded: Embedded | null;
}

const openStore = async (
  config: Config,
): Promise<{ url: string; embedded: Embedded | null; db: Database }> => {
  const embedded = config.databaseUrl
    ? null
    : await startEmbedded({ dataDir: config.dataDir, onProgress: say });
  const url = config.databaseUrl ?? embedded?.url ?? '';
  return { url, embedded, db: openDatabase(url, { poolSize: 8, keys: config.encryptionKeys }) };
};

const isReady = async (db: Database): Promise<{ ready: boolean; detail: Record<string, unknown> }> => {
  try {
    return { ready: true, detail: { outbox: await countMessages(db) } };
  } catch (error) {
    return { ready: false, detail: { database: isFault(error) ? error.code : 'failed' } };
  }
};

/** Starts one process of the product and says where to click. */
export const serveProduct = async (config: Config, role: AppRole): Promise<Running> => {
  const log = createLog(config.logLevel);
  const { url, embedded, db } = await openStore(config);
  const clock = createWallClock(config.clockRate);
  const ids = createIds();
  const connect = connectChannels({ config, clock, ids, log });
  const model = await connectModel(config);
  const app = await createApp(config, {
    db,
    databaseUrl: url,
    clock,
    ids,
    log,
    connect,
    model,
    synthetic: config.clockRate > 1,
  });
  await app.start(role);
  const http = await listenHttp({
    host: config.http.host,
    port: config.http.port,
    routes: role === 'work' ? [] : app.channels.flatMap(({ routes }) => routes),
    ready: () => isReady(db),
    metrics: () => app.world.metrics.text(),
    log,
  });
  announceStart({ config, app, http, role, say });
  return { app, http, db, embedded };
};

const stopWithinMs = 10_000;

const stopProduct = async ({ app, http, db, embedded }: Running): Promise<void> => {
  setTimeout(() => process.exit(1), stopWithinMs).unref();
  await http.close();
  await app.stop();
  await db.destroy();
  await embedded?.stop();
};

/** Reads the settings, starts, and stops on a signal. */
export const serve = async (
  environment: Readonly<Record<string, string | undefined>>,
  role: AppRole = 'all',
): Promise<void> => {
  try {
    requireNode(process.versions);
    const running = await serveProduct(readConfig(environment), role);
    let stopping = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (stopping) process.exit(1);
        stopping = true;
        say('Stopping …');
        void stopProduct(running).then(() => process.exit(0));
      });
    }
  } catch (error) {
    process.stderr.write(
      `${isFault(error) ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exit(1);
  }
};
