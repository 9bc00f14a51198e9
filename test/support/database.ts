import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import type { SealingKey } from '../../src/store/sealing.ts';

/** A database of one's own. */
export interface FreshDatabase {
  readonly url: string;
  readonly db: Database;
  /** Closes the pool and drops the database, whoever is still connected. */
  close(): Promise<void>;
}

const onServer = async (statement: string): Promise<void> => {
  const client = new Client({ connectionString: inject('serverUrl') });
  await client.connect();
  await client.query(statement).finally(() => client.end());
};

const copyOf = async (template: string, keys: readonly SealingKey[] = []): Promise<FreshDatabase> => {
  const name = `redress_test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} template ${template}`);
  const url = new URL(inject('serverUrl'));
  url.pathname = name;
  const db = openDatabase(url.href, { poolSize: 4, keys });
  const close = async () => {
    await db.destroy();
    await onServer(`drop database if exists ${name} with (force)`);
  };
  return { url: url.href, db, close };
};

/** A migrated, empty database for one test file; takes a tenth of a second; with keys it seals what is personal. Only in project `full`. */
export const freshDatabase = (keys?: readonly SealingKey[]): Promise<FreshDatabase> =>
  copyOf(inject('templateName'), keys);

/** A database without any table: for the tests of migrating itself. */
export const bareDatabase = (): Promise<FreshDatabase> => copyOf('template1');
