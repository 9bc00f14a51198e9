import type { Tx } from './database.ts';
import type { Sealed } from './sealing.ts';

/** Keeps or replaces a workspace's sealed installation. */
export const saveInstallation = async (
  tx: Tx,
  row: Sealed & { readonly workspace: string; readonly at: string },
): Promise<void> => {
  const values = { workspace: row.workspace, sealed: row.sealed, key_id: row.keyId, installed_at: row.at };
  await tx
    .insertInto('installations')
    .values(values)
    .onConflict((conflict) => conflict.column('workspace').doUpdateSet(values))
    .execute();
};

/** A workspace's sealed installation; the one installed first when no workspace is named; null when there is none. */
export const findInstallation = async (tx: Tx, workspace: string | null): Promise<Sealed | null> => {
  const all = tx
    .selectFrom('installations')
    .select(['sealed', 'key_id as keyId'])
    .orderBy('installed_at')
    .limit(1);
  const row = await (workspace === null ? all : all.where('workspace', '=', workspace)).executeTakeFirst();
  return row ?? null;
};

/** Forgets a workspace's tokens. */
export const deleteInstallation = async (tx: Tx, workspace: string): Promise<void> => {
  await tx.deleteFrom('installations').where('workspace', '=', workspace).execute();
};
