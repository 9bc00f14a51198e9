import { Client } from 'pg';
import type { Tables } from './history.ts';

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

/** Plain SQL over the tables as they are; nothing of the product's own reading. */
const queries: Readonly<Record<keyof Tables, string>> = {
  inbox: `select seq::int, key, lane, state, body ->> 'kind' as kind, coalesce(body ->> 'text', '') as text
    from inbox order by seq`,
  outbox: `select id, channel, place, key, complaint, state, error, body ->> 'audience' as audience,
      body ? 'answer' as "isAnswer", btrim(body ->> 'text', E' \\n') as text
    from outbox order by seq`,
  events: `select position::int, complaint, version, type, ${ms('at')} as at, data, hash, salt
    from events order by position`,
  register: `select number, version, talk, ${ms('received_at')} as "receivedAt", ${ms('next_due_at')} as "nextDueAt"
    from complaints order by number`,
  talks: `select id, complaint, array(
      select statement ->> 'text' from jsonb_array_elements(
        case when dialog -> 'intake' ->> 'number' is null
          then coalesce(dialog -> 'intake' -> 'statements', '[]') else '[]' end
        || coalesce(dialog -> 'held' -> 'statements', '[]')) with ordinality as said (statement, place)
      order by said.place) as unfiled
    from talks`,
  followUps: `select key, complaint, state, ${ms('due_at')} as "dueAt" from follow_ups`,
  sweeps: 'select key from sweeps order by key',
  migrations: 'select version from migrations order by version',
};

/** One look at a database, on a connection of its own that may fail: the server may be away. */
export const lookAt = async <Row extends object>(url: string, text: string): Promise<readonly Row[]> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end().catch(() => {});
  }
};

/** Everything the checker wants of the database. */
export const readTables = async (url: string): Promise<Tables> => {
  const read = <Row extends object>(name: keyof Tables) => lookAt<Row>(url, queries[name]);
  return {
    inbox: await read('inbox'),
    outbox: await read('outbox'),
    events: await read('events'),
    register: await read('register'),
    talks: await read('talks'),
    followUps: await read('followUps'),
    sweeps: (await read<{ key: string }>('sweeps')).map(({ key }) => key),
    migrations: (await read<{ version: number }>('migrations')).map(({ version }) => version),
  };
};
