import type { FileRef, Instant } from '../terms.ts';
import type { Tx } from './database.ts';
import { PersonalBytes, personal } from './personal.ts';

/** Keeps a file's content in the database: one place to back up, the same for every process. */
export const saveFile = async (
  tx: Tx,
  file: FileRef & { readonly content: Uint8Array; readonly at: Instant },
): Promise<void> => {
  const { id, sha256, name, mediaType, bytes, content, at } = file;
  await tx
    .insertInto('files')
    .values({
      id,
      sha256,
      name: personal('files', name),
      media_type: mediaType,
      bytes,
      content: new PersonalBytes(content),
      stored_at: at,
    })
    .execute();
};

/** A stored file with its content; null when there is none. */
export const findFile = async (
  tx: Tx,
  id: string,
): Promise<{ readonly ref: FileRef; readonly bytes: Uint8Array } | null> => {
  const row = await tx.selectFrom('files').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const { sha256, name, media_type, bytes, content } = row;
  return { ref: { id, sha256, name, mediaType: media_type, bytes }, bytes: content };
};
