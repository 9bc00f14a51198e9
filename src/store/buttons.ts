import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Complaint } from '../complaint/state.ts';
import type { ButtonAction } from '../dialog/desk/action.ts';
import type { Instant } from '../terms.ts';
import type { Tx } from './database.ts';
import { gathered } from './gather.ts';
import { insertRows } from './rows.ts';

/** A button's meaning and what it belongs to. */
export interface ButtonRecord {
  readonly id: string;
  readonly complaint: string | null;
  readonly talk: string | null;
  readonly action: ButtonAction;
}

/**
 * The opaque id of a button: the same complaint, talk and action always give the same id, so a redraw makes no new rows.
 * It says nothing about the action and grants nothing: rights are checked at the press.
 */
export const buttonId = ({ complaint, talk, action }: Omit<ButtonRecord, 'id'>): string =>
  idOf([complaint, talk, action]);

const idOf = (meaning: readonly unknown[]): string =>
  `b_${createHash('sha256').update(JSON.stringify(meaning)).digest('base64url').slice(0, 26)}`;

const columns = {
  id: 'text',
  complaint: 'text',
  talk: 'text',
  action: 'jsonb',
  created_at: 'timestamptz',
} as const;

const save = gathered<{ readonly buttons: readonly ButtonRecord[]; readonly now: Instant }, void>(
  async (tx, asks) => {
    const rows = asks.flatMap(({ buttons, now }) =>
      buttons.map(({ id, complaint, talk, action }) => ({
        ...{ id, complaint, talk },
        action: JSON.stringify(action),
        created_at: now,
      })),
    );
    await sql`${insertRows('buttons', rows, columns)} on conflict (id) do nothing`.execute(tx);
    return asks.map(() => undefined);
  },
);

/** Keeps what buttons mean. */
export const saveButtons = async (tx: Tx, buttons: readonly ButtonRecord[], now: Instant): Promise<void> => {
  if (buttons.length > 0) await save(tx, { buttons, now });
};

const readButton = gathered<string, ButtonRecord | null>(async (tx, ids) => {
  const rows = await tx
    .selectFrom('buttons')
    .select(['id', 'complaint', 'talk', 'action'])
    .where('id', '=', (one) => one.fn.any(one.val([...ids])))
    .execute();
  return ids.map((id) => rows.find((row) => row.id === id) ?? null);
});

/** Buttons as a transaction read them: what one means never changes. */
const buttonsOf = new WeakMap<Tx, Map<string, ButtonRecord>>();

/** What a pressed button means; null for an id we never gave. A transaction reads it once. */
export const findButton = async (tx: Tx, id: string): Promise<ButtonRecord | null> => {
  const known = buttonsOf.get(tx)?.get(id);
  if (known || !tx.isTransaction) return known ?? readButton(tx, id);
  const read = await readButton(tx, id);
  if (read) buttonsOf.set(tx, (buttonsOf.get(tx) ?? new Map<string, ButtonRecord>()).set(id, read));
  return read;
};

/** A button of a complaint by what it does, shown now or on an outdated card; for plays, where people press those too. */
export const findButtonOf = async (tx: Tx, complaint: Complaint, does: string): Promise<string | null> => {
  const actions = [
    { do: does },
    ...complaint.drafts.map(({ id }) => ({ do: does, replyId: id })),
    ...complaint.remedies.map(({ id }) => ({ do: does, remedyId: id })),
  ];
  const ids = actions.map((action) => idOf([complaint.number, null, { side: 'desk', action }]));
  const row = await tx
    .selectFrom('buttons')
    .select('id')
    .where('id', 'in', ids)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
};
