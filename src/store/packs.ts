import type { Instant } from '../terms.ts';
import type { Tx } from './database.ts';

/** The texts a pack was made from. */
export type PackSources = readonly { readonly file: string; readonly text: string }[];

/** Keeps a pack version with its texts; a version that is known keeps its first texts. */
export const savePack = async (
  tx: Tx,
  pack: { readonly id: string; readonly sources: PackSources; readonly at: Instant },
): Promise<void> => {
  await tx
    .insertInto('packs')
    .values({ id: pack.id, sources: JSON.stringify(pack.sources), stored_at: pack.at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
};

/** Every pack version complaints may have been received under. */
export const readPacks = async (
  tx: Tx,
): Promise<readonly { readonly id: string; readonly sources: PackSources }[]> =>
  tx.selectFrom('packs').select(['id', 'sources']).execute();
