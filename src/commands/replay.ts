import { resolve } from 'node:path';
import type { Complaint } from '../complaint/state.ts';
import type { Config } from '../config.ts';
import type { Policy } from '../policy/policy.ts';
import {
  type ReplayCase,
  type ReplayDifference,
  type ReplayTotals,
  replayBoth,
  replayTotals,
} from '../policy/replay.ts';
import { policyFrom, readCalendars, readPackSources } from '../run/data.ts';
import { complaintsSince } from '../store/complaints.ts';
import type { Database } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { readPacks } from '../store/packs.ts';
import { withStore } from './store.ts';
import { InputError, progress, say } from './terminal.ts';

const caseOf = (complaint: Complaint): ReplayCase => ({
  number: complaint.number,
  facts: complaint.facts,
  evidence: complaint.evidence,
  timeline: complaint.timeline,
  remedies: complaint.remedies.map(({ kind, money }) => ({
    kind,
    money,
    severity: complaint.severity,
    facts: complaint.facts,
    totalMinor: 0,
    proposerRoles: ['handler'],
  })),
});

const differenceLines = ({
  number,
  before,
  after,
  clocks,
  ...changed
}: ReplayDifference): readonly string[] => [
  number,
  ...(changed.levelChanged ? [`  level ${before.severity} → ${after.severity}`] : []),
  ...(changed.escalationChanged
    ? [`  escalation ${before.escalation.join(' → ') || 'none'} ⇒ ${after.escalation.join(' → ') || 'none'}`]
    : []),
  ...(changed.approvalsChanged
    ? [`  approvals ${JSON.stringify(before.approvals)} ⇒ ${JSON.stringify(after.approvals)}`]
    : []),
  ...clocks.map(
    (clock) => `  ${clock.clock}: ${clock.before ?? 'no such clock'} ⇒ ${clock.after ?? 'no such clock'}`,
  ),
];

const policies = async (db: Database, config: Config): Promise<(pack: string) => Policy> => {
  const [calendars, zone] = [await readCalendars(), config.timeZone ?? 'Asia/Shanghai'];
  const known = new Map(
    (await readPacks(db)).map(({ id, sources }) => [id, policyFrom(sources, calendars, zone)]),
  );
  const current = policyFrom(await readPackSources(config.policyPack), calendars, zone);
  return (pack) => known.get(pack) ?? current;
};

const differs = ({ levelChanged, escalationChanged, approvalsChanged, clocks }: ReplayDifference): boolean =>
  levelChanged || escalationChanged || approvalsChanged || clocks.length > 0;

const sumLines = ({
  complaints,
  levels,
  escalations,
  approvals,
  clocks,
}: ReplayTotals): readonly string[] => [
  '',
  `${complaints} complaints`,
  `  more severe ${levels.worse}, less severe ${levels.milder}, other escalation ${escalations}, other approvals ${approvals}`,
  ...Object.entries(clocks).map(
    ([clock, { before, after }]) =>
      `  ${clock}: kept ${before.kept} ⇒ ${after.kept}, missed ${before.missed} ⇒ ${after.missed}`,
  ),
];

/** `redress replay --pack P [--since D]`: what another pack would have made of past complaints. Changes nothing. */
export const replayCommand = (
  config: Config,
  pack: string | undefined,
  since: string | undefined,
): Promise<number> => {
  if (!pack) throw new InputError('replay needs --pack');
  if (since !== undefined && !/^\d{4}-\d\d-\d\d$/.test(since))
    throw new InputError('--since is a day, 2026-10-01');
  return withStore(config, async (db) => {
    await migrate(db, resolve(import.meta.dirname, '../../migrations'));
    const other = policyFrom(
      await readPackSources(pack),
      await readCalendars(),
      config.timeZone ?? 'Asia/Shanghai',
    );
    const policyOf = await policies(db, config);
    const now = Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });
    const all: ReplayDifference[] = [];
    for await (const complaint of complaintsSince(db, since ? `${since}T00:00:00.000Z` : null)) {
      const one = replayBoth(caseOf(complaint), { before: policyOf(complaint.pack), after: other }, now);
      all.push(one);
      progress(`${all.length} complaints read`);
      if (differs(one)) for (const line of differenceLines(one)) say(line);
    }
    progress('');
    for (const line of sumLines(replayTotals(all))) say(line);
    return 0;
  });
};
