import { sql } from 'kysely';
import type { Command } from '../complaint/commands.ts';
import type { Instant } from '../terms.ts';
import type { Tx } from './database.ts';
import { gathered } from './gather.ts';
import { personal } from './personal.ts';
import { insertRows } from './rows.ts';
import type { OtherWork } from './tables.ts';

/** A dated command as stored: a complaint's, or the silence of a talk. */
export interface FollowUpRow {
  readonly key: string;
  readonly complaint: string | null;
  readonly talk: string | null;
  readonly command: Command | OtherWork;
  readonly dueAt: Instant;
}

const columns = {
  key: 'text',
  complaint: 'text',
  talk: 'text',
  command: 'jsonb',
  due_at: 'timestamptz',
  run_at: 'timestamptz',
} as const;

const plan = gathered<readonly (FollowUpRow & { readonly runAt: Instant })[], void>(async (tx, asks) => {
  const rows = asks.flat().map(({ key, complaint, talk, command, dueAt, runAt }) => ({
    ...{ key, complaint, talk, due_at: dueAt, run_at: runAt },
    command: personal('follow_ups', command),
  }));
  await sql`${insertRows('follow_ups', rows, columns)}
    on conflict (key) do update set command = excluded.command, due_at = excluded.due_at, run_at = excluded.run_at,
      state = 'waiting', attempts = 0, error = null`.execute(tx);
  return asks.map(() => undefined);
});

/**
 * Writes or moves dated commands; the same key again replaces what it waited for.
 * A date that has passed already, as of a file taken up again, is carried out now: nobody was late with it.
 */
export const planFollowUps = async (tx: Tx, rows: readonly FollowUpRow[], now: Instant): Promise<void> => {
  const planned = rows.map((row) => ({ ...row, runAt: row.dueAt < now ? now : row.dueAt }));
  if (planned.length > 0) await plan(tx, planned);
};

const cancel = gathered<readonly string[], void>(async (tx, asks) => {
  await sql`update follow_ups set state = 'cancelled' where key = any(${asks.flat()}::text[]) and state = 'waiting'`.execute(
    tx,
  );
  return asks.map(() => undefined);
});

/** Cancels what is no longer wanted. */
export const cancelFollowUps = async (tx: Tx, keys: readonly string[]): Promise<void> => {
  if (keys.length > 0) await cancel(tx, keys);
};

/** A dated command that was taken to be carried out. */
export interface TakenFollowUp extends FollowUpRow {
  readonly attempts: number;
  /** When it was allowed to run: its due date, or later after a failure or an outage. */
  readonly runAt: Instant;
}

/** Which follow-ups to take: as many as may run, or one alone where any has been left lying since `lateSince`. */
export interface FollowUpChoice {
  readonly now: Instant;
  readonly lateSince: Instant;
  readonly limit: number;
}

/**
 * Takes the follow-ups that have waited longest and marks them done, all in the caller's transaction; none when none may run.
 * One complaint's are taken in order, also by several processes: while one is under way the next is left alone.
 * A command that moves its own date makes the row wait again.
 */
export const takeFollowUps = async (
  tx: Tx,
  { now, lateSince, limit }: FollowUpChoice,
): Promise<readonly TakenFollowUp[]> => {
  const { rows } = await sql<TakenFollowUp>`
    update follow_ups set state = 'done', error = null
    where key = any(array(
      select key from follow_ups head
      where state = 'waiting' and run_at <= ${now}::timestamptz
        and not exists (
          select 1 from follow_ups earlier
          where earlier.complaint = head.complaint and earlier.state = 'waiting'
            and (earlier.run_at, earlier.due_at, earlier.key) < (head.run_at, head.due_at, head.key)
        )
      order by run_at, due_at, key
      limit case when (select min(run_at) from follow_ups where state = 'waiting') <= ${lateSince}::timestamptz
        then 1 else ${limit}::integer end
      for update skip locked
    ))
    returning key, complaint, talk, command, attempts, due_at as "dueAt", run_at as "runAt"`.execute(tx);
  return rows.toSorted((one, other) => (one.runAt < other.runAt ? -1 : 1));
};

/**
 * Spreads what should have run before `lateSince` over the time from now on, in order, so many a second: after an outage
 * people get one thing after the other. The first few may go at once. Returns how many were spread.
 */
export const spreadLate = async (
  tx: Tx,
  late: {
    readonly now: Instant;
    readonly lateSince: Instant;
    readonly perSecond: number;
    readonly atOnce: number;
  },
): Promise<number> => {
  const { now, lateSince, perSecond, atOnce } = late;
  const { numAffectedRows } = await sql`
    with late as (
      select key, row_number() over (order by due_at, key) - ${atOnce}::integer as place
      from (
        select key, due_at from follow_ups
        where state = 'waiting' and run_at < ${lateSince}::timestamptz
        for update skip locked
      ) locked
    )
    update follow_ups set run_at = ${now}::timestamptz + make_interval(secs => late.place / ${perSecond}::double precision)
    from late where late.key = follow_ups.key and late.place > 0`.execute(tx);
  return Number(numAffectedRows ?? 0n);
};

/** Notes why a fired command gave nothing: the file had overtaken it (CL-7). */
export const noteOvertaken = gathered<string, void>(async (tx, keys) => {
  await sql`update follow_ups set error = 'overtaken' where key = any(${keys}::text[]) and state = 'done'`.execute(
    tx,
  );
  return keys.map(() => undefined);
});

/** Lets a taken follow-up wait again, until then. */
export const postponeFollowUp = async (tx: Tx, key: string, runAt: Instant): Promise<void> => {
  await tx
    .updateTable('follow_ups')
    .set({ state: 'waiting', run_at: runAt })
    .where('key', '=', key)
    .execute();
};

/** Counts a failure and moves the next try; with `park` it is set aside. */
export const failFollowUp = async (
  tx: Tx,
  failed: { readonly key: string; readonly error: string; readonly retryAt: Instant; readonly park: boolean },
): Promise<void> => {
  await tx
    .updateTable('follow_ups')
    .set({
      attempts: sql<number>`attempts + 1`,
      error: failed.error,
      ...(failed.park ? { state: 'parked' as const } : { run_at: failed.retryAt }),
    })
    .where('key', '=', failed.key)
    .execute();
};
