import { sql } from 'kysely';
import { grantsOf } from '../complaint/grants.ts';
import type { Complaint } from '../complaint/state.ts';
import type { Instant, Money } from '../terms.ts';
import type { Tx } from './database.ts';

/** Writes down what a file has granted; what is known already only changes whether it was cancelled. */
export const saveGrants = async (tx: Tx, complaint: Complaint, synthetic: boolean): Promise<void> => {
  const rows = grantsOf(complaint).map(({ remedy, kind, money, role, grantedAt, owed, cancelled }) => ({
    complaint: complaint.number,
    remedy,
    complainant_id: complaint.complainant.id,
    department: complaint.assessment.department,
    kind,
    role,
    currency: money.currency,
    amount_minor: money.amountMinor,
    granted_at: grantedAt,
    owed,
    cancelled,
    synthetic,
  }));
  if (rows.length === 0) return;
  await tx
    .insertInto('grants')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['complaint', 'remedy'])
        .doUpdateSet((set) => ({ cancelled: set.ref('excluded.cancelled') })),
    )
    .execute();
};

/** What a complainant was granted in their other complaints and did not decline (AP-2). */
export const grantedTo = async (
  tx: Tx,
  { complainant, except }: { readonly complainant: string; readonly except: string },
): Promise<readonly Money[]> => {
  const rows = await tx
    .selectFrom('grants')
    .select(['currency', (select) => select.fn.sum<number>('amount_minor').as('total')])
    .where('complainant_id', '=', complainant)
    .where('complaint', '!=', except)
    .where('cancelled', '=', false)
    .groupBy('currency')
    .execute();
  return rows.map(({ currency, total }) => ({ amountMinor: Number(total), currency }));
};

/** What is counted for one budget: which grants, from when to before when. */
export interface BudgetQuestion {
  readonly id: string;
  readonly department: string | null;
  readonly role: string | null;
  /** Kinds of remedy; null for all. */
  readonly kinds: readonly string[] | null;
  readonly currency: string;
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * Keeps everybody else from granting out of these budgets until the caller's transaction ends: two yeses at two processes
 * would each see room for itself.
 */
export const lockBudgets = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  for (const id of [...ids].sort())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`budget/${id}`}, 0))`.execute(tx);
};

/**
 * Minor units granted out of each budget in its period; cancelled and owed ones are not counted.
 *
 * @param synthetic whether rehearsed complaints are counted, or only real ones
 */
export const spentOf = async (
  tx: Tx,
  questions: readonly BudgetQuestion[],
  synthetic: boolean,
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ id: string; spent: string }>`
    select asked.id, coalesce(sum(grants.amount_minor), 0)::text as spent
    from jsonb_to_recordset(${JSON.stringify(questions)}::jsonb)
      as asked (id text, department text, role text, kinds jsonb, currency text, "from" timestamptz, until timestamptz)
    left join grants on grants.currency = asked.currency
      and grants.granted_at >= asked."from" and grants.granted_at < asked.until
      and not grants.cancelled and not grants.owed and grants.synthetic = ${synthetic}
      and (asked.department is null or grants.department = asked.department)
      and (asked.role is null or grants.role = asked.role)
      and (asked.kinds is null or asked.kinds ? grants.kind)
    group by asked.id`.execute(tx);
  return new Map(rows.map(({ id, spent }) => [id, Number(spent)]));
};
