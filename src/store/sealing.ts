import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Fault } from '../faults.ts';

/** A key by name: the first of a list seals, every one of them opens. */
export interface SealingKey {
  readonly id: string;
  /** 32 bytes as base64. */
  readonly key: string;
}

/** Something sealed, and by which key. */
export interface Sealed<T = string> {
  readonly sealed: T;
  readonly keyId: string;
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Seals bytes so that they can be neither read nor changed unseen. Throws Fault `config-invalid` when no key is set. */
export const sealBytes = (bytes: Uint8Array, keys: readonly SealingKey[]): Sealed<Buffer> => {
  const [key] = keys;
  if (!key) throw new Fault('config-invalid', 'ENCRYPTION_KEYS must be set to keep tokens');
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, Buffer.from(key.key, 'base64'), nonce);
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return { sealed: Buffer.concat([nonce, cipher.getAuthTag(), body]), keyId: key.id };
};

/** Opens what was sealed. Throws Fault `config-invalid` when its key is no longer set, a plain Error when it was changed. */
export const openBytes = ({ sealed, keyId }: Sealed<Buffer>, keys: readonly SealingKey[]): Buffer => {
  const key = keys.find(({ id }) => id === keyId);
  if (!key) throw new Fault('config-invalid', `ENCRYPTION_KEYS lacks the key ${keyId}`, { data: { keyId } });
  const decipher = createDecipheriv(
    algorithm,
    Buffer.from(key.key, 'base64'),
    sealed.subarray(0, nonceBytes),
  );
  decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
};

/** Seals a text, as `sealBytes`. */
export const seal = (text: string, keys: readonly SealingKey[]): Sealed => {
  const { sealed, keyId } = sealBytes(Buffer.from(text), keys);
  return { sealed: sealed.toString('base64'), keyId };
};

/** Opens a sealed text, as `openBytes`. */
export const open = ({ sealed, keyId }: Sealed, keys: readonly SealingKey[]): string =>
  openBytes({ sealed: Buffer.from(sealed, 'base64'), keyId }, keys).toString('utf8');
