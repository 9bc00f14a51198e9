import type { Config } from '../config.ts';
import { readParked, retryParked } from '../store/parked.ts';
import { withStore } from './store.ts';
import { note, say } from './terminal.ts';

/** `redress parked [retry ID…]`: lists what was set aside after its last try, or lets it be tried again; 1 for an unknown id. */
export const parkedCommand = (config: Config, [verb, ...ids]: readonly string[]): Promise<number> =>
  withStore(config, async (db) => {
    if (verb !== 'retry') {
      for (const { kind, id, complaint, attempts, error, since } of await readParked(db))
        say([kind, id, complaint ?? '-', `${attempts} tries`, error ?? '-', since].join('\t'));
      return 0;
    }
    const unknown: string[] = [];
    for (const id of ids) {
      if (await retryParked(db, id, new Date().toISOString())) say(`${id} will be tried again`);
      else unknown.push(id);
    }
    for (const id of unknown) note(`nothing called ${id} is parked`);
    return unknown.length === 0 ? 0 : 1;
  });
