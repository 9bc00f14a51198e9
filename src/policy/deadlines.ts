import type { ClauseId, Instant, Severity, Urgency } from '../terms.ts';

/** What the clocks run on: instants only, oldest first. Comments, views and edits are not in it, so they restart nothing. */
export interface Timeline {
  readonly receivedAt: Instant;
  readonly acknowledgedAt: Instant | null;
  /** First reply by a person; automatic messages never count (CL-7). */
  readonly firstReplyAt: Instant | null;
  /** Every reply or update by a person. */
  readonly repliesAt: readonly Instant[];
  readonly takenAt: Instant | null;
  readonly resolvedAt: Instant | null;
  readonly remedyAcceptedAt: Instant | null;
  readonly remedyDueAt: Instant | null;
  readonly carriedOutAt: Instant | null;
  readonly followUpDueAt: Instant | null;
  readonly followUpAskedAt: Instant | null;
  readonly followUpDoneAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly reopenedAt: readonly Instant[];
  readonly grades: readonly {
    readonly at: Instant;
    readonly severity: Severity;
    readonly urgency: Urgency;
  }[];
  readonly pauses: readonly {
    readonly from: Instant;
    readonly to: Instant | null;
    readonly reason: string;
  }[];
  /** Sub-types that switch a legal clock (payment complaints). */
  readonly type: string;
}

/** One dated duty. */
export interface Deadline {
  /** Id of the pack's clock: `acknowledgement`, `first_reply`, `solution`, `update`, `remedy`, `follow_up` … */
  readonly clock: string;
  readonly ledger: 'house' | 'legal';
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  /** When it was met; null while open. */
  readonly metAt: Instant | null;
  readonly warnings: readonly { readonly percent: number; readonly at: Instant }[];
  readonly clause: ClauseId;
  /** 'Why this date', one step a line, for people. */
  readonly steps: readonly string[];
}
