import type { Talk } from '../dialog/talk.ts';
import type { Instant } from '../terms.ts';
import type { Tx } from './database.ts';
import { personal } from './personal.ts';

/** A talk by its id; null when none was ever held there. */
export const findTalk = async (tx: Tx, id: string): Promise<Talk | null> => {
  const row = await tx.selectFrom('talks').selectAll().where('id', '=', id).executeTakeFirst();
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
};

/** Writes a talk, with its complainant when the talk is new. The lane's lock makes it the only writer. */
export const saveTalk = async (tx: Tx, talk: Talk, now: Instant): Promise<void> => {
  await tx
    .with('person', (db) =>
      db
        .insertInto('complainants')
        .values({ id: talk.complainantId, created_at: now, name: null, phone: null, email: null })
        .onConflict((conflict) => conflict.column('id').doNothing()),
    )
    .insertInto('talks')
    .values({
      id: talk.id,
      channel: talk.address.channel,
      place: talk.address.place,
      route: talk.route ?? null,
      locale: talk.locale,
      complainant_id: talk.complainantId,
      complaint: talk.complaint,
      dialog: personal('talks', talk.dialog),
      updated_at: now,
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        route: row.ref('excluded.route'),
        locale: row.ref('excluded.locale'),
        complainant_id: row.ref('excluded.complainant_id'),
        complaint: row.ref('excluded.complaint'),
        dialog: row.ref('excluded.dialog'),
        version: (eb) => eb('talks.version', '+', 1),
        updated_at: row.ref('excluded.updated_at'),
      })),
    )
    .execute();
};

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
