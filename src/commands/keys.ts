import type { Config } from '../config.ts';
import { resealEverything } from '../store/rotation.ts';
import { withStore } from './store.ts';
import { InputError, say } from './terminal.ts';

/** `redress keys rotate`: seals everything personal with the first of ENCRYPTION_KEYS, so that older keys can go. */
export const keysCommand = (config: Config): Promise<number> => {
  if (config.encryptionKeys.length === 0)
    throw new InputError('ENCRYPTION_KEYS is not set: nothing is sealed.');
  return withStore(config, async (db) => {
    for (const [name, count] of await resealEverything(db, config.encryptionKeys))
      if (count > 0) say(`${String(count).padStart(8)}  ${name}`);
    say(`Everything is sealed with ${config.encryptionKeys[0]?.id}; older keys are no longer needed.`);
    return 0;
  });
};
