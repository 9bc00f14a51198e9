import { type Selectable, sql } from 'kysely';
import type { Talk } from '../dialog/talk.ts';
import type { Instant } from '../terms.ts';
import type { Tx } from './database.ts';
import { gathered } from './gather.ts';
import { personal } from './personal.ts';
import { insertRows } from './rows.ts';
import type { TalksTable } from './tables.ts';

/** A talk by its id; null when none was ever held there. */
export const findTalk = gathered<string, Talk | null>(async (tx, ids) => {
  const { rows } = await sql<
    Selectable<TalksTable>
  >`select * from talks where id = any(${ids}::text[])`.execute(tx);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = found.get(id);
    if (!row) return null;
    return {
      id: row.id,
      address: { channel: row.channel, place: row.place },
      ...(row.route === null ? {} : { route: row.route }),
      locale: row.locale,
      complainantId: row.complainant_id,
      complaint: row.complaint,
      dialog: row.dialog,
    };
  });
});

const rowOf = ({ talk, now }: { readonly talk: Talk; readonly now: Instant }) => ({
  id: talk.id,
  channel: talk.address.channel,
  place: talk.address.place,
  route: talk.route ?? null,
  locale: talk.locale,
  complainant_id: talk.complainantId,
  complaint: talk.complaint,
  dialog: personal('talks', talk.dialog),
  updated_at: now,
});

const columns = {
  id: 'text',
  channel: 'text',
  place: 'text',
  route: 'text',
  locale: 'text',
  complainant_id: 'text',
  complaint: 'text',
  dialog: 'jsonb',
  updated_at: 'timestamptz',
} as const;

const saveTalks = gathered<{ readonly talk: Talk; readonly now: Instant }, void>(async (tx, asks) => {
  const rows = asks.map(rowOf);
  const people = rows.map(({ complainant_id: id, updated_at: created_at }) => ({ id, created_at }));
  await sql`
    with person as (
      ${insertRows('complainants', people, { id: 'text', created_at: 'timestamptz' })} on conflict (id) do nothing
    )
    ${insertRows('talks', rows, columns)}
    on conflict (id) do update set route = excluded.route, locale = excluded.locale, complainant_id = excluded.complainant_id,
      complaint = excluded.complaint, dialog = excluded.dialog, version = talks.version + 1, updated_at = excluded.updated_at`.execute(
    tx,
  );
  return asks.map(() => undefined);
});

/** Writes a talk, with its complainant when the talk is new. The lane's lock makes it the only writer. */
export const saveTalk = (tx: Tx, talk: Talk, now: Instant): Promise<void> => saveTalks(tx, { talk, now });

const page = 500;

/** Every talk, read page by page, by its id. */
export async function* everyTalk(tx: Tx): AsyncGenerator<Pick<Talk, 'id' | 'complainantId' | 'dialog'>> {
  for (let after: string | null = ''; after !== null; ) {
    const rows = await tx
      .selectFrom('talks')
      .select(['id', 'complainant_id as complainantId', 'dialog'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(page)
      .execute();
    yield* rows;
    after = rows.length < page ? null : (rows.at(-1)?.id ?? null);
  }
}
