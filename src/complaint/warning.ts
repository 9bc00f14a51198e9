import type { Instant } from '../terms.ts';

/**
 * One warning of one date, as `Complaint.warned` keeps it.
 * The date belongs to it: a clock that starts again, as progress updates do, must be able to warn again.
 */
export const warningKey = (warning: {
  readonly clock: string;
  readonly percent: number;
  readonly dueAt: Instant;
}): string => `${warning.clock}:${warning.dueAt}:${warning.percent}`;

/** That a file was left unclaimed since then, as `Complaint.warned` keeps it. */
export const unclaimedKey = (since: Instant): string => `unclaimed:${since}`;
