import type { Tx } from './database.ts';
import { open, type SealingKey, seal } from './sealing.ts';

/**
 * Seals again, with the first key, what older keys sealed; afterwards the older ones may be taken out of ENCRYPTION_KEYS.
 * Throws Fault `config-invalid` when a key that sealed something is no longer set; then nothing is changed.
 *
 * @returns how many were sealed again
 */
export const resealInstallations = async (tx: Tx, keys: readonly SealingKey[]): Promise<number> => {
  const current = keys[0]?.id ?? '';
  const rows = await tx
    .selectFrom('installations')
    .select(['workspace', 'sealed', 'key_id'])
    .where('key_id', '<>', current)
    .forUpdate()
    .execute();
  for (const { workspace, sealed, key_id: keyId } of rows) {
    const again = seal(open({ sealed, keyId }, keys), keys);
    await tx
      .updateTable('installations')
      .set({ sealed: again.sealed, key_id: again.keyId })
      .where('workspace', '=', workspace)
      .execute();
  }
  return rows.length;
};
