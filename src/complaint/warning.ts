import { type Deadline, openDeadlines } from '../policy/deadlines.ts';
import type { Policy } from '../policy/policy.ts';
import type { Instant } from '../terms.ts';
import type { Complaint } from './state.ts';

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

/** A share of a date's time, with the instant it is used up; 100 is the date itself. */
export interface Mark {
  readonly deadline: Deadline;
  readonly percent: number;
  readonly at: Instant;
}

/**
 * What the clocks of a file have yet to tell: of each open date the marks above the highest that was told, which overtakes the others.
 *
 * @returns clocks with the soonest date first, each one's marks in order
 * @clause CL-4
 */
export const untoldMarks = ({ timeline, warned }: Complaint, policy: Policy): readonly Mark[] => {
  const told = new Set(warned);
  return openDeadlines(timeline, policy).flatMap((deadline) => {
    const { clock, dueAt, warnings } = deadline;
    const marks = [...warnings, { percent: 100, at: dueAt }].map((mark) => ({ ...mark, deadline }));
    const last = marks.findLastIndex(({ percent }) => told.has(warningKey({ clock, dueAt, percent })));
    return marks.slice(last + 1);
  });
};
