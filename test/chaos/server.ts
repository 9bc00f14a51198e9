import { spawnSync } from 'node:child_process';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createDatabase } from '../../src/store/database.ts';
import { startEmbedded } from '../../src/store/embedded.ts';
import { temporaryFolder } from '../support/process.ts';
import { layWire, type Wire } from './door.ts';

/** A real database server of our own, behind a wire of our own. */
export interface Server {
  /** The way the product goes, through the wire. */
  readonly url: string;
  /** The way of whoever only looks. */
  direct(): string;
  readonly wire: Wire;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to end. */
  stop(): Promise<void>;
  /** Starts it again, until it answers. */
  start(): Promise<void>;
  /** Fills its disk, and gives the space back; null where the disk is not ours to fill, with the reason. */
  readonly disk: { fill(): Promise<void>; free(): Promise<void> } | string;
  close(): Promise<void>;
}

const diskMegabytes = 600;
const chunk = Buffer.alloc(1024 * 1024);

/** A disk of limited size for the cluster; where none can be made, why not. */
const mountDisk = (path: string): string | null => {
  const mounted = spawnSync('mount', [
    '-t',
    'tmpfs',
    '-o',
    `size=${diskMegabytes}m,mode=0700`,
    'tmpfs',
    path,
  ]);
  return mounted.status === 0 ? null : `${mounted.stderr ?? mounted.error?.message}`.trim();
};

const fillerOf = (path: string) => ({
  async fill() {
    const file = await open(join(path, 'filler'), 'w');
    try {
      for (;;) if ((await file.write(chunk)).bytesWritten < chunk.length) return;
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOSPC') throw error;
    } finally {
      await file.close();
    }
  },
  free: () => rm(join(path, 'filler'), { force: true }),
});

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Starts the server with an empty database, on a disk that can be full if that is wanted. */
export const startServer = async (wantsDisk: boolean): Promise<Server> => {
  const folder = await temporaryFolder();
  const refusal = wantsDisk ? mountDisk(folder.path) : 'not asked for';
  const wire = await layWire();
  const first = await startEmbedded({ dataDir: folder.path });
  await createDatabase(first.url, 'chaos');
  let url = new URL(first.url);
  const lead = (now: string): void => {
    url = new URL(now);
    url.pathname = 'chaos';
    wire.lead(Number(url.port));
  };
  lead(first.url);
  const through = new URL(url);
  // Not by the socket: an outage is one of the wire.
  through.searchParams.delete('host');
  through.port = String(wire.port);
  const end = async (signal: 'SIGKILL' | 'SIGINT'): Promise<void> => {
    const text = await readFile(join(folder.path, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
    const pid = Number(text.split('\n')[0]);
    if (!(pid > 0) || !isAlive(pid)) return;
    process.kill(pid, signal);
    while (isAlive(pid)) await wait(20);
  };
  return {
    url: through.href,
    direct: () => url.href,
    wire,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGINT'),
    async start() {
      for (let tries = 0; ; tries += 1) {
        const started = await startEmbedded({ dataDir: folder.path }).catch((error: unknown) => {
          if (tries > 10) throw error;
          return null;
        });
        if (started) return lead(started.url);
        await wait(1000);
      }
    },
    disk: refusal === null ? fillerOf(folder.path) : refusal,
    async close() {
      await end('SIGINT');
      await wire.close();
      if (refusal === null) spawnSync('umount', ['-l', folder.path]);
      await folder.remove();
    },
  };
};
