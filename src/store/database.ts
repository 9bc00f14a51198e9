import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { Fault } from '../faults.ts';
import { openContent, openDocument, Personal, PersonalBytes, sealContent, sealDocument } from './personal.ts';
import type { SealingKey } from './sealing.ts';
import type { Tables } from './tables.ts';

/** The database outside a transaction: one query, one connection of the pool. */
export type Database = Kysely<Tables>;

/** Where a query of `store` runs: the database itself, or the one transaction its caller is in. */
export type Tx = Kysely<Tables>;

/** Oldest server our SQL runs on. */
export const oldestServer = 15;

const connectWithinMs = 10_000;
/** Statements with lists of any length would fill the server with plans; after this many texts they go unnamed. */
const mostNamedStatements = 400;
const oid = { bytea: 17, bigint: 20, date: 1082, timestamptz: 1184, jsonb: 3802 } as const;

const parseBigint = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`A bigint beyond the safe integers: ${text}`);
  return value;
};

const utcText = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/;

const parseInstant = (text: string): string => {
  const utc = utcText.exec(text);
  if (utc !== null) return `${utc[1]}T${utc[2]}.${(utc[3] ?? '').slice(0, 3).padEnd(3, '0')}Z`;
  const value: unknown = pg.types.getTypeParser(oid.timestamptz)(text);
  if (!(value instanceof Date)) throw new Error(`Not an instant: ${text}`);
  return value.toISOString();
};

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [oid.bigint]: parseBigint,
  [oid.date]: (text) => text,
  [oid.timestamptz]: parseInstant,
};

const parseBytes = pg.types.getTypeParser(oid.bytea) as (text: string) => Buffer;

/** How values of the database are read; what was sealed is opened on the way. */
const typeParsers = (keys: readonly SealingKey[]): typeof pg.types.getTypeParser => {
  const ours: Readonly<Record<number, (text: string) => unknown>> = {
    ...parsers,
    [oid.jsonb]: (text) => openDocument(JSON.parse(text), keys),
    [oid.bytea]: (text) => openContent(parseBytes(text), keys),
  };
  return ((id: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && ours[id]) || pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser;
};

const bind = (value: unknown, keys: readonly SealingKey[]): unknown => {
  if (value instanceof Personal) return sealDocument(value, keys);
  if (Array.isArray(value)) return value.map((one) => bind(one, keys));
  return value instanceof PersonalBytes ? sealContent(value, keys) : value;
};

/** Not what controls a transaction, nor a migration, which may be several statements. */
const isQuery = (text: string, values: readonly unknown[]): boolean =>
  values.length > 0 || (/^\s*select\b/.test(text) && !text.includes(';'));

const statementNames = new Map<string, string>();

const nameOf = (text: string): string | undefined => {
  const known = statementNames.get(text);
  if (known !== undefined || statementNames.size >= mostNamedStatements) return known;
  const name = createHash('sha1').update(text).digest('base64url');
  statementNames.set(text, name);
  return name;
};

/** Errors of the connection that `pg` gives no code to. */
const lostConnection =
  /^(Connection terminated|timeout expired$|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end|Client was closed)/;
const unreachable = new Set(
  // ENOENT: the socket of a server that is down.
  'ECONNREFUSED ECONNRESET ETIMEDOUT EHOSTUNREACH ENETUNREACH ENOTFOUND EAI_AGAIN EPIPE ENOENT'.split(' '),
);
/** Connection, resources, operator's intervention, deadlock; a plan overtaken by a migration (0A000 of that routine). */
const passing = /^(08|53|57P|40001|40P01)/;
const refused = /^(28|3D000)/;

const fieldOf = (error: unknown, name: 'code' | 'routine'): string => {
  const value: unknown = error instanceof Error ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : '';
};

const isOutdatedPlan = (error: unknown): boolean =>
  fieldOf(error, 'code') === '0A000' && fieldOf(error, 'routine') === 'RevalidateCachedQuery';

/**
 * Makes a Fault `database-unavailable` of an error that came from the connection and not from the query.
 * Retryable, but not where the server knows neither us nor the database. Other values are given back as they are.
 */
export const asDatabaseFault = (error: unknown): unknown => {
  if (!(error instanceof Error) || error instanceof Fault) return error;
  const code = fieldOf(error, 'code');
  const isRefused = refused.test(code);
  const isPassing = passing.test(code) || unreachable.has(code) || isOutdatedPlan(error);
  if (!isRefused && !isPassing && !lostConnection.test(error.message)) return error;
  return new Fault('database-unavailable', `The database does not answer (${code || 'connection lost'}).`, {
    retryable: !isRefused,
    data: { sqlState: code },
    cause: error,
  });
};

/**
 * Parses each statement once per connection, seals what is personal, tells lost connections from wrong queries.
 * Statements are pipelined: what is asked at the same time leaves together and is carried out in its order.
 */
class OurClient extends pg.Client {
  #generation = 0;
  #isCorked = false;
  readonly #keys: readonly SealingKey[];

  constructor(config?: pg.ClientConfig & { readonly keys?: readonly SealingKey[] }) {
    super(config);
    this.#keys = config?.keys ?? [];
    // While a query holds it the pool does not listen, and an unheard error would end the process.
    this.on('error', () => {});
  }

  // The pool itself calls with callbacks; only promised queries with values, which is all of kysely's, are named.
  override query(...args: unknown[]): never {
    const [text, values] = args;
    const send: (...given: unknown[]) => unknown = super.query.bind(this);
    if (typeof text !== 'string' || !Array.isArray(values) || args.length !== 2)
      return send(...args) as never;
    this.#holdBack();
    const name = isQuery(text, values) ? nameOf(text) : undefined;
    const bound = { text, values: values.map((value) => bind(value, this.#keys)) };
    const sent = Promise.resolve(
      send(name === undefined ? bound : { name: `${name}${this.#generation}`, ...bound }),
    );
    const answered = sent.catch((error) => {
      // A migration changed a table under us: later statements of this connection are parsed anew.
      if (isOutdatedPlan(error)) this.#generation += 1;
      // The server is hanging up: marked now, or the pool would lend it once more.
      if (fieldOf(error, 'code').startsWith('57P')) this.end().catch(() => {});
      throw asDatabaseFault(error);
    });
    if (text !== 'begin') return answered as never;
    // It leaves with the first statement of its transaction. Should it alone fail, the others would each be for good.
    answered.catch(() => this.connection.stream.destroy());
    return Promise.resolve({ command: 'BEGIN', rowCount: null, rows: [] }) as never;
  }

  /** Statements of the same moment go in one packet. */
  #holdBack(): void {
    if (this.#isCorked) return;
    this.#isCorked = true;
    const { stream } = this.connection;
    stream.cork();
    process.nextTick(() => {
      this.#isCorked = false;
      stream.uncork();
    });
  }
}

/**
 * Opens the one way to the data: kysely over a pool. Connects with the first query, never throws itself.
 * bigint is read as number, timestamptz as `Instant`, date as `Day`; a lost connection is a Fault `database-unavailable`.
 * Close with `destroy()`.
 *
 * @param poolSize 4 to 8 per process; more gives nothing
 * @param keys seal what is personal, the first of them, and open it again, all of them; without any it is stored legibly
 */
export const openDatabase = (
  url: string,
  { poolSize = 6, keys = [] }: { readonly poolSize?: number; readonly keys?: readonly SealingKey[] } = {},
): Database => {
  const options = {
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: connectWithinMs,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    types: { getTypeParser: typeParsers(keys) },
    Client: OurClient,
    pipeline: true,
    keys,
  };
  const pool = new pg.Pool(options);
  // Without a listener the loss of an idle connection would end the process; the next query tells it anyway.
  pool.on('error', () => {});
  const connect = () =>
    pool.connect().catch((error) => {
      throw asDatabaseFault(error);
    });
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { connect, end: () => pool.end(), options: pool.options } }),
  });
};

/**
 * Asks the server, once at start, whether we can work on it.
 * Throws Fault `config-invalid` when it is older than PostgreSQL 15, not UTF-8, or its character type knows no
 * Chinese letters: similarity search would then find nothing, without any error. `database-unavailable` when silent.
 */
export const checkDatabase = async (db: Database): Promise<void> => {
  const { rows } = await sql<{ version: number; encoding: string; letters: boolean }>`
    select current_setting('server_version_num')::integer / 10000 as version,
           current_setting('server_encoding') as encoding,
           '退款' ~ '^[[:alpha:]]+$' as letters`.execute(db);
  const [server] = rows;
  if (server === undefined || server.version < oldestServer)
    throw new Fault(
      'config-invalid',
      `PostgreSQL ${oldestServer} or newer is needed; this is ${server?.version}.`,
    );
  if (server.encoding !== 'UTF8' || !server.letters)
    throw new Fault(
      'config-invalid',
      "The database cannot search Chinese text: create it with encoding 'UTF8' and lc_ctype 'C.UTF-8' or another UTF-8 locale.",
    );
};

/** A running LISTEN. */
export interface Subscription {
  /** Stops listening and closes its connection. */
  close(): Promise<void>;
}

const listenOnce = async (url: string, channel: string, onNotify: (payload: string) => void) => {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: connectWithinMs,
    keepAlive: true,
  });
  const lost = new Promise<void>((done) => {
    client.on('error', () => done());
    client.on('end', () => done());
  });
  client.on('notification', ({ payload }) => onNotify(payload ?? ''));
  try {
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
  } catch (error) {
    await client.end().catch(() => {});
    throw asDatabaseFault(error);
  }
  return { lost, end: () => client.end().catch(() => {}) };
};

/**
 * Calls back for every NOTIFY on a channel, over a connection of its own that comes back after an outage.
 * After one it calls back with '' : something may have been missed.
 * Resolves when it listens. Throws Fault `database-unavailable` when the first connection fails.
 */
export const listen = async (
  url: string,
  channel: string,
  onNotify: (payload: string) => void,
): Promise<Subscription> => {
  const closing = new AbortController();
  let current = await listenOnce(url, channel, onNotify);
  const keep = async (): Promise<void> => {
    for (let pauseMs = 100; !closing.signal.aborted; ) {
      await current.lost;
      if (closing.signal.aborted) return;
      await wait(pauseMs, undefined, { signal: closing.signal }).catch(() => {});
      pauseMs = Math.min(pauseMs * 2, 15_000);
      try {
        current = await listenOnce(url, channel, onNotify);
      } catch {
        continue;
      }
      pauseMs = 100;
      if (!closing.signal.aborted) onNotify('');
    }
    await current.end();
  };
  const kept = keep();
  const close = async (): Promise<void> => {
    closing.abort();
    await current.end();
    await kept;
  };
  return { close };
};

/**
 * Makes an empty database on a server and gives its address; for plays and measurements, which leave nothing behind.
 * Throws Fault `database-unavailable`.
 *
 * @param name letters, digits and underscores only
 */
export const createDatabase = async (serverUrl: string, name: string): Promise<string> => {
  const client = new pg.Client({ connectionString: serverUrl });
  try {
    await client.connect();
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    throw asDatabaseFault(error);
  } finally {
    await client.end().catch(() => {});
  }
  const url = new URL(serverUrl);
  url.pathname = name;
  return url.href;
};
