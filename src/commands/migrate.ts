import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import { migrate } from '../store/migrate.ts';
import { withStore } from './store.ts';
import { say } from './terminal.ts';

/** `redress migrate`: brings the database up to date. */
export const migrateCommand = (config: Config): Promise<number> =>
  withStore(config, async (db) => {
    const applied = await migrate(db, resolve(import.meta.dirname, '../../migrations'));
    for (const name of applied) say(`applied ${name}`);
    if (applied.length === 0) say('The database is up to date.');
    return 0;
  });
