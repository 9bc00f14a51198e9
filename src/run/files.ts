import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { Fault } from '../faults.ts';
import { fileLimits } from '../policy/intake.ts';
import type { Policy } from '../policy/policy.ts';
import type { Clock, Files, Ids } from '../ports.ts';
import type { Database } from '../store/database.ts';
import { findFile, saveFile } from '../store/files.ts';

const matches = (mediaType: string, allowed: string): boolean =>
  allowed.endsWith('/*') ? mediaType.startsWith(allowed.slice(0, -1)) : mediaType === allowed;

const refused = (reason: 'too-large' | 'type' | 'empty'): Fault =>
  new Fault('file-refused', `File refused: ${reason}`, { data: { reason } });

const baseType = (mediaType: string): string => (mediaType.split(';')[0] ?? '').trim().toLowerCase();

const isPlainText = (bytes: Uint8Array): boolean => {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0');
  } catch {
    return false;
  }
};

/** What the bytes are, whatever the sender calls them; null when they are nothing known. */
const typeOf = async (bytes: Uint8Array): Promise<string | null> => {
  const found = await fileTypeFromBuffer(bytes);
  if (found) return baseType(found.mime);
  return isPlainText(bytes) ? 'text/plain' : null;
};

/** Keeps files in the database, within the pack's limits (IN-7). A file is what its bytes say, not what it is called. */
export const createFiles = (parts: { db: Database; ids: Ids; clock: Clock; policy: Policy }): Files => ({
  put: async ({ name, mediaType, bytes }) => {
    const limits = fileLimits(parts.policy);
    if (bytes.byteLength === 0) throw refused('empty');
    if (bytes.byteLength > limits.maxBytes) throw refused('too-large');
    if (!limits.mediaTypes.some((allowed) => matches(baseType(mediaType), allowed))) throw refused('type');
    const type = await typeOf(bytes);
    if (type === null || !limits.mediaTypes.some((allowed) => matches(type, allowed))) throw refused('type');
    const ref = {
      id: parts.ids.next('file'),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      name: name.slice(0, 200),
      mediaType: type,
      bytes: bytes.byteLength,
    };
    await saveFile(parts.db, { ...ref, content: bytes, at: parts.clock.now() });
    return ref;
  },
  get: async (id) => {
    const found = await findFile(parts.db, id);
    if (!found) throw new Fault('not-found', 'No such file');
    return found;
  },
});
