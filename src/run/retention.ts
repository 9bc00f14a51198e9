import type { Duration } from '../policy/duration.ts';
import { lengthMinutes } from '../policy/duration.ts';
import type { Policy } from '../policy/policy.ts';
import { type RetainedRecord, retentionOf } from '../policy/retention.ts';
import { addMinutes, addMonths } from '../policy/time.ts';
import { recordErasure } from '../store/erasure.ts';
import { dropExpiredCodes } from '../store/link-codes.ts';
import { eraseRecord, eraseTalk, readShut, readSilentTalks, type Shut } from '../store/retention.ts';
import { claimSweep } from '../store/sweeps.ts';
import type { Instant } from '../terms.ts';
import { inTransaction, type World } from './world.ts';

/** Files before the words that name them; history last. */
const records = [
  'file',
  'transcript',
  'delivery',
  'complaint',
  'audit',
] as const satisfies readonly RetainedRecord[];

const moved = (at: Instant, keep: Duration, { sign, zone }: { sign: 1 | -1; zone: string }): Instant =>
  keep.unit === 'months'
    ? addMonths(at, sign * keep.count, zone)
    : addMinutes(at, sign * lengthMinutes(keep));

const lapsed = (shut: Shut, policy: Policy, now: Instant): readonly RetainedRecord[] =>
  records.filter((record) => {
    if (shut.erased.includes(record)) return false;
    const rule = retentionOf(record, policy);
    return rule !== null && moved(shut.shutAt, rule.keep, { sign: 1, zone: policy.zone }) <= now;
  });

const eraseShut = async (shut: Shut, world: World): Promise<number> => {
  const now = world.clock.now();
  const due = lapsed(shut, world.policies.of(shut.pack), now);
  if (due.length === 0) return 0;
  return inTransaction(world, async ({ tx }) => {
    let sum = 0;
    for (const record of due) {
      const rows = await eraseRecord(tx, record, shut.number);
      const { number: complaint, complainantId: complainant } = shut;
      await recordErasure(tx, { complainant, complaint, record, cause: 'retention', rows, at: now });
      sum += rows;
    }
    return sum;
  });
};

const eraseShutFiles = async (world: World): Promise<number> => {
  let sum = 0;
  for (let after = ''; ; ) {
    const shut = await readShut(world.db, { before: world.clock.now(), after });
    for (const one of shut) sum += await eraseShut(one, world);
    const last = shut.at(-1);
    if (!last) return sum;
    after = last.number;
  }
};

const eraseSilentTalks = async (world: World): Promise<number> => {
  const rule = retentionOf('transcript', world.policies.current);
  if (!rule) return 0;
  const now = world.clock.now();
  const before = moved(now, rule.keep, { sign: -1, zone: world.zone });
  let sum = 0;
  for (;;) {
    const talks = await readSilentTalks(world.db, before);
    for (const { id } of talks) sum += await inTransaction(world, ({ tx }) => eraseTalk(tx, id));
    if (talks.length === 0) break;
  }
  const record = {
    complainant: null,
    complaint: null,
    record: 'talk',
    cause: 'retention' as const,
    rows: sum,
    at: now,
  };
  if (sum > 0) await recordErasure(world.db, record);
  return sum;
};

/**
 * Erases what was kept as long as the pack asks (AD-3): each record of a shut complaint by the pack it was received under,
 * talks by today's. Open complaints and whatever is under a legal hold stay. Codes that have run out go too.
 * Once a day, by one of all processes.
 *
 * @returns rows erased; null where another process has today's turn
 * @clause ISO 10002 8.1
 */
export const keepRetention = async (world: World): Promise<number | null> => {
  if (!(await claimSweep(world.db, `retention/${world.clock.now().slice(0, 10)}`))) return null;
  const codes = await dropExpiredCodes(world.db, world.clock.now());
  const rows = codes + (await eraseShutFiles(world)) + (await eraseSilentTalks(world));
  world.log.info({ rows }, 'retention kept');
  return rows;
};
