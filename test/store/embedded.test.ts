import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isFault } from '../../src/faults.ts';
import { openDatabase } from '../../src/store/database.ts';
import { findBinaries, repairLinks, startEmbedded } from '../../src/store/embedded.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'redress-test-embedded-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const query = async (url: string, text: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text).finally(() => client.end());
  return rows;
};

/** Starts the server in a process of its own, which is then killed without a chance to stop it. */
const startAndKill = (): Promise<string> =>
  new Promise((done, fail) => {
    const program = `
      const { startEmbedded } = await import(${JSON.stringify(new URL('../../src/store/embedded.ts', import.meta.url).href)});
      const { url } = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, fsync: false });
      process.stdout.write(url);
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
    child.on('error', fail);
    child.stdout.on('data', (url) => {
      child.on('exit', () => done(`${url}`));
      child.kill('SIGKILL');
    });
  });

/** What a connection fails with where no server is: without its socket, or without its port. */
const gone = process.platform === 'win32' ? 'ECONNREFUSED' : 'ENOENT';

describe('the embedded server', () => {
  it('starts in an empty folder, keeps its data over a restart, and stops for good', async () => {
    const lines: string[] = [];
    const first = await startEmbedded({ dataDir, fsync: false, onProgress: (line) => lines.push(line) });
    expect(first.adopted).toBe(false);
    expect(lines).toEqual([
      'Making the embedded database (first start only).',
      'Starting the embedded database.',
    ]);
    await query(first.url, `create table kept as select '退款' as word`);
    await first.stop();
    await expect(query(first.url, 'select 1')).rejects.toMatchObject({ code: gone });

    const second = await startEmbedded({ dataDir, fsync: false });
    const kept = await query(second.url, `select word, word ~ '^[[:alpha:]]+$' as "isText" from kept`);
    expect(kept).toEqual([{ word: '退款', isText: true }]);
    await second.stop();
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('writes through to the disk unless told otherwise', async () => {
    const server = await startEmbedded({ dataDir });
    expect(await query(server.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await query(server.url, 'show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
    await server.stop();
  });

  it('lets nobody in without the password, listens on loopback alone', async () => {
    const server = await startEmbedded({ dataDir, fsync: false });
    const stranger = new URL(server.url);
    stranger.password = 'guess';
    await expect(query(stranger.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    stranger.searchParams.delete('host');
    await expect(query(stranger.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(await query(server.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await query(server.url, 'show unix_socket_directories')).toEqual([
      { unix_socket_directories: process.platform === 'win32' ? '' : join(dataDir, 'postgres') },
    ]);
    const { mode } = await stat(join(dataDir, 'postgres'));
    expect(mode & 0o077).toBe(0);
    await server.stop();
  });

  it('is reached over the network where the path of a socket would be too long', async () => {
    const deep = join(dataDir, 'a'.repeat(70));
    const server = await startEmbedded({ dataDir: deep, fsync: false });
    expect(new URL(server.url).searchParams.has('host')).toBe(false);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
  });

  it('that is gone is a database away, not a bug', async () => {
    const server = await startEmbedded({ dataDir, fsync: false });
    await server.stop();
    const db = openDatabase(server.url);
    const asked = sql`select 1`.execute(db);
    await expect(asked).rejects.toMatchObject({ code: 'database-unavailable', retryable: true });
    await db.destroy();
  });

  it('does not write into its log what a row held', async () => {
    const server = await startEmbedded({ dataDir, fsync: false });
    const twice = `create table t (word text primary key); insert into t values ('13800138000'), ('13800138000')`;
    await expect(query(server.url, twice)).rejects.toMatchObject({ code: '23505' });
    await server.stop();
    const log = await readFile(join(dataDir, 'postgres.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('13800138000');
  });

  it('adopts the server a killed process left behind, and stops it', async () => {
    const url = await startAndKill();
    const server = await startEmbedded({ dataDir, fsync: false });
    expect(server).toMatchObject({ url, adopted: true });
    await server.stop();
    await expect(query(url, 'select 1')).rejects.toMatchObject({ code: gone });
  });

  it('is not stopped by a guest while its owner lives', async () => {
    const server = await startEmbedded({ dataDir, fsync: false });
    const owner = join(dataDir, 'postgres', 'redress-owner');
    await writeFile(owner, `${process.ppid}`);
    const guest = await startEmbedded({ dataDir, fsync: false });
    expect(guest).toMatchObject({ url: server.url, adopted: true });
    await guest.stop();
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
  });

  it('takes a pid file whose number now belongs to another program for what it is', async () => {
    const first = await startEmbedded({ dataDir, fsync: false });
    const pidFile = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
    await first.stop();
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), pidFile.replace(/^\d+/, `${process.pid}`));
    const second = await startEmbedded({ dataDir, fsync: false });
    expect(second.adopted).toBe(false);
    await second.stop();
  });

  it('gives three starters at once the same server', async () => {
    const servers = await Promise.all([1, 2, 3].map(() => startEmbedded({ dataDir, fsync: false })));
    expect(new Set(servers.map(({ url }) => url)).size).toBe(1);
    for (const server of servers) await server.stop();
    expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.log']);
  });

  it('says how to go on where the platform has no binary', () => {
    const find = () => findBinaries('sunos', 'x64');
    expect(find).toThrow('set DATABASE_URL');
    let code: unknown;
    try {
      find();
    } catch (error) {
      code = isFault(error) ? error.code : error;
    }
    expect(code).toBe('database-unavailable');
  });

  it('makes the library links an install without scripts left out', async () => {
    await mkdir(join(dataDir, 'native', 'lib'), { recursive: true });
    await writeFile(join(dataDir, 'native', 'lib', 'libx.so.1.2'), '');
    const links = [{ source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' }];
    await writeFile(join(dataDir, 'native', 'pg-symlinks.json'), JSON.stringify(links));
    await repairLinks(dataDir);
    await repairLinks(dataDir);
    expect(await readlink(join(dataDir, 'native', 'lib', 'libx.so.1'))).toBe('libx.so.1.2');
  });
});
