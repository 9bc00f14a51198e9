import type { Config } from '../config.ts';
import { resealInstallations } from '../store/rotation.ts';
import { withStore } from './store.ts';
import { InputError, say } from './terminal.ts';

/** `redress keys rotate`: seals stored tokens with the first of ENCRYPTION_KEYS, so that older keys can go. */
export const keysCommand = (config: Config): Promise<number> => {
  if (config.encryptionKeys.length === 0)
    throw new InputError('ENCRYPTION_KEYS is not set: nothing is sealed.');
  return withStore(config, async (db) => {
    const count = await db.transaction().execute((tx) => resealInstallations(tx, config.encryptionKeys));
    say(`${count} sealed again with ${config.encryptionKeys[0]?.id}; older keys are no longer needed.`);
    return 0;
  });
};
