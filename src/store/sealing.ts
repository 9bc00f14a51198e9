import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Fault } from '../faults.ts';

/** A key by name: the first of a list seals, every one of them opens. */
export interface SealingKey {
  readonly id: string;
  /** 32 bytes as base64. */
  readonly key: string;
}

/** Something sealed, and by which key. */
export interface Sealed {
  readonly sealed: string;
  readonly keyId: string;
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Seals a text so that it can be neither read nor changed unseen. Throws Fault `config-invalid` when no key is set. */
export const seal = (text: string, keys: readonly SealingKey[]): Sealed => {
  const [key] = keys;
  if (!key) throw new Fault('config-invalid', 'ENCRYPTION_KEYS must be set to keep tokens');
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, Buffer.from(key.key, 'base64'), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return { sealed: Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64'), keyId: key.id };
};

/** Opens what was sealed. Throws Fault `config-invalid` when its key is no longer set, a plain Error when it was changed. */
export const open = ({ sealed, keyId }: Sealed, keys: readonly SealingKey[]): string => {
  const key = keys.find(({ id }) => id === keyId);
  if (!key) throw new Fault('config-invalid', `ENCRYPTION_KEYS lacks the key ${keyId}`, { data: { keyId } });
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv(algorithm, Buffer.from(key.key, 'base64'), bytes.subarray(0, nonceBytes));
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString(
    'utf8',
  );
};
