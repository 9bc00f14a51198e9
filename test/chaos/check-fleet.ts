import type { Finding, History } from './history.ts';

const mostStopMs = 10_000;
/** Well above what a process takes at rest, far below what it would hold if it kept an outage's messages in memory. */
const mostMegabytes = 600;

/** A stop that was asked for ends within ten seconds, and well. */
export const stopsInTime = ({ fared }: History): Finding => ({
  rule: 'every graceful stop took at most ten seconds',
  broken: fared.stops
    .filter(({ ms, code }) => ms > mostStopMs || code !== 0)
    .map(({ ms, code }) => `a stop took ${ms} ms and ended with ${code}`),
});

/** No process ended that was not ended. */
export const nobodyDied = ({ fared }: History): Finding => ({
  rule: 'no process ended by itself',
  broken: fared.died,
});

/** What waits, waits in the database and at the transports, not in memory. */
export const memoryBounded = ({ fared }: History): Finding => ({
  rule: `no process grew beyond ${mostMegabytes} MB`,
  broken: fared.megabytes.flatMap((row, index) => {
    const most = Math.max(0, ...row);
    return most > mostMegabytes ? [`process ${index + 1} had ${most} MB`] : [];
  }),
});

/** Every process keeps to its pool. */
export const connectionsBounded = ({
  fared: { mostConnections: most, allowedConnections: allowed },
}: History): Finding => ({
  rule: 'the pools keep their limits',
  broken: most > allowed ? [`${most} connections, ${allowed} are allowed`] : [],
});

/** Ten at once migrate an empty database once. */
export const migratedOnce = ({ fared, tables }: History): Finding => {
  const broken = fared.migrators.filter((code) => code !== 0).map((code) => `a migrator ended with ${code}`);
  if (!tables.migrations.every((version, index) => version === index + 1) || tables.migrations.length === 0)
    broken.push(`the migrations applied are ${tables.migrations.join(', ')}`);
  return { rule: 'ten processes migrated the empty database at once, each migration once', broken };
};

/** The product's own look at the chain agrees. */
export const auditAgrees = ({ fared }: History): Finding => ({
  rule: '`audit verify` finds nothing broken',
  broken: fared.audit === 0 ? [] : [`it ended with ${fared.audit}`],
});
