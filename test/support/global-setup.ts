import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/store/database.ts';
import { startEmbedded } from '../../src/store/embedded.ts';
import { migrate } from '../../src/store/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server on which tests may make and drop databases. */
    serverUrl: string;
    /** The migrated database every test database is a copy of. */
    templateName: string;
  }
}

const folder = join(tmpdir(), 'redress-test-');

const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
};

/** Stops what an earlier run left because it was killed. */
const sweep = async (): Promise<void> => {
  const dirs = (await readdir(tmpdir())).filter((name) => name.startsWith('redress-test-'));
  for (const dataDir of dirs.map((name) => join(tmpdir(), name))) {
    const owner = await readFile(join(dataDir, 'postgres', 'redress-owner'), 'utf8').catch(() => '');
    if (owner === '' || !isGone(Number(owner))) continue;
    // Another run may be sweeping the same; what is left over then is swept next time.
    const left = await startEmbedded({ dataDir, fsync: false }).catch(() => null);
    await left?.stop();
    // A small disk of the chaos harness may still be mounted there.
    await rm(dataDir, { recursive: true, force: true }).catch((error) =>
      process.stderr.write(`Left lying: ${dataDir} (${error.code})\n`),
    );
  }
};

const startServer = async (): Promise<{ url: string; stop(): Promise<void> }> => {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  await sweep();
  const dataDir = await mkdtemp(folder);
  const embedded = await startEmbedded({ dataDir, fsync: false });
  const stop = async () => {
    await embedded.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url: embedded.url, stop };
};

const onServer = async (url: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
};

const makeTemplate = async (serverUrl: string, name: string): Promise<void> => {
  await onServer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = name;
  const db = openDatabase(url.href, { poolSize: 1 });
  await migrate(db, 'migrations').finally(() => db.destroy());
};

/** One server for all test files and one migrated template. `TEST_DATABASE_URL` names another server to use. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const server = await startServer();
  const templateName = `redress_template_${process.pid}`;
  try {
    await makeTemplate(server.url, templateName);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('serverUrl', server.url);
  project.provide('templateName', templateName);
  return async () => {
    await onServer(server.url, `drop database if exists ${templateName} with (force)`);
    await server.stop();
  };
};
