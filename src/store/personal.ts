import { Fault } from '../faults.ts';
import { openBytes, type SealingKey, sealBytes } from './sealing.ts';

/**
 * The columns that hold a person's words, and the top-level fields of each that stay legible because queries look for them:
 * codes, dates and our own ids, never words.
 */
export const personalColumns = {
  inbox: { column: 'body', clear: ['kind', 'buttonId'] },
  talks: { column: 'dialog', clear: [] },
  complaints: { column: 'state', clear: ['pack', 'timeline', 'recusals'] },
  events: { column: 'data', clear: ['type'] },
  outbox: { column: 'body', clear: ['id', 'audience', 'to', 'inThread', 'opensThread'] },
  follow_ups: { column: 'command', clear: ['type'] },
  web_messages: { column: 'body', clear: [] },
  files: { column: 'name', clear: [] },
} as const satisfies Readonly<Record<string, { readonly column: string; readonly clear: readonly string[] }>>;

/** A table with a column that holds a person's words. */
export type PersonalTable = keyof typeof personalColumns;

/** All of them. */
export const personalTables = [
  'inbox',
  'talks',
  'complaints',
  'events',
  'outbox',
  'follow_ups',
  'web_messages',
  'files',
] as const satisfies readonly PersonalTable[];

/** Bound to a query it becomes JSON, sealed where the database was opened with keys. Plain JSON is refused by those columns' types. */
export class Personal {
  readonly table: PersonalTable;
  readonly value: unknown;

  constructor(table: PersonalTable, value: unknown) {
    this.table = table;
    this.value = value;
  }
}

/** A value on its way into the personal column of a table. */
export const personal = (table: PersonalTable, value: unknown): Personal => new Personal(table, value);

/** A file's content on its way into the database: sealed as `Personal` is. */
export class PersonalBytes {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON that is stored: as it is without keys, otherwise `{sealed, sealedWith}` beside the legible fields. */
export const sealDocument = ({ table, value }: Personal, keys: readonly SealingKey[]): string => {
  if (keys.length === 0) return JSON.stringify(value);
  const clear: readonly string[] = personalColumns[table].clear;
  const legible = isObject(value) ? Object.entries(value).filter(([name]) => clear.includes(name)) : [];
  const { sealed, keyId } = sealBytes(Buffer.from(JSON.stringify(value)), keys);
  return JSON.stringify({
    ...Object.fromEntries(legible),
    sealed: sealed.toString('base64'),
    sealedWith: keyId,
  });
};

const isSealed = (
  value: unknown,
): value is Readonly<Record<string, unknown>> & { readonly sealed: string; readonly sealedWith: string } =>
  isObject(value) && typeof value.sealed === 'string' && typeof value.sealedWith === 'string';

/**
 * What was stored, whether sealed or from before there were keys. Legible fields win: queries may have changed them.
 * Throws Fault `config-invalid` when its key is no longer set, a plain Error when it was changed.
 */
export const openDocument = (stored: unknown, keys: readonly SealingKey[]): unknown => {
  if (!isSealed(stored)) return stored;
  const { sealed, sealedWith: keyId, ...legible } = stored;
  const bytes = openBytes({ sealed: Buffer.from(sealed, 'base64'), keyId }, keys);
  const value: unknown = JSON.parse(bytes.toString('utf8'));
  return isObject(value) ? { ...value, ...legible } : value;
};

const mark = Buffer.from('redress-sealed:');
const end = Buffer.from('\n');

/** How sealed content begins, up to where the sealed bytes start. */
export const contentPrefix = (keyId: string): Buffer => Buffer.concat([mark, Buffer.from(keyId), end]);

/** A file's bytes as stored. */
export const sealContent = ({ bytes }: PersonalBytes, keys: readonly SealingKey[]): Buffer => {
  if (keys.length === 0) return Buffer.from(bytes);
  const { sealed, keyId } = sealBytes(bytes, keys);
  return Buffer.concat([contentPrefix(keyId), sealed]);
};

/** A file's bytes as they were given to us. Throws as `openDocument`. */
export const openContent = (stored: Buffer, keys: readonly SealingKey[]): Buffer => {
  if (!stored.subarray(0, mark.length).equals(mark)) return stored;
  const at = stored.indexOf(end, mark.length);
  if (at < 0) throw new Fault('config-invalid', 'A sealed file does not say which key opens it');
  const keyId = stored.subarray(mark.length, at).toString('utf8');
  return openBytes({ sealed: stored.subarray(at + 1), keyId }, keys);
};
