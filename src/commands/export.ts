import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import type { Database } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { exportPerson, findPeople } from '../store/privacy.ts';
import { withStore } from './store.ts';
import { InputError, note, say } from './terminal.ts';

/** Finds the one complainant that is meant. Throws InputError where it is nobody or may be several. */
export const findOne = async (db: Database, asked: string | undefined): Promise<string> => {
  if (!asked) throw new InputError('--complainant is an id, a talk, a complaint number or a phone number');
  await migrate(db, resolve(import.meta.dirname, '../../migrations'));
  const [id, ...others] = await findPeople(db, asked);
  if (id === undefined) throw new InputError('Nobody is known by that.');
  if (others.length > 0)
    throw new InputError(`Several are known by that; give an id: ${[id, ...others].join(', ')}`);
  return id;
};

/** `redress export --complainant ID|PHONE|TALK|NUMBER`: everything we hold of one person, as JSON. */
export const exportCommand = (config: Config, asked: string | undefined): Promise<number> =>
  withStore(config, async (db) => {
    const id = await findOne(db, asked);
    const found = await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((tx) => exportPerson(tx, id));
    say(JSON.stringify(found, null, 2));
    note(
      "Of files they share with others only what is theirs stands under 'shared'; 'named' lists where the others' words name them.",
    );
    note(
      'Staff notes may name others: look through it before it leaves the house. Files: their content is in the chat or the pages.',
    );
    return 0;
  });
