import type { Config } from '../config.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { startEmbedded } from '../store/embedded.ts';
import { note } from './terminal.ts';

/** Lends a command the configured database, beside a running process or alone, and closes it again. */
export const withStore = async <T>(
  config: Config,
  work: (db: Database, url: string) => Promise<T>,
): Promise<T> => {
  const embedded = config.databaseUrl
    ? null
    : await startEmbedded({ dataDir: config.dataDir, onProgress: note });
  const url = config.databaseUrl ?? embedded?.url ?? '';
  const db = openDatabase(url, { poolSize: 2, keys: config.encryptionKeys });
  try {
    return await work(db, url);
  } finally {
    await db.destroy();
    await embedded?.stop();
  }
};
