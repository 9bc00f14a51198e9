import type { Instant, Role, Severity, Urgency } from '../terms.ts';
import { type ApprovalQuestion, approvalSteps } from './authority.ts';
import { deadlines, type Timeline } from './deadlines.ts';
import { escalationChain } from './escalation.ts';
import type { FactEvidence, Facts } from './facts.ts';
import type { Policy } from './policy.ts';
import { assess } from './severity.ts';
import { isBefore } from './time.ts';

/** What happened to one complaint, as far as a policy has a say in it. */
export interface ReplayCase {
  readonly number: string;
  readonly facts: Facts;
  readonly evidence: FactEvidence;
  /** As it ran; its first grade is replaced by what the policy says, re-grades by staff stay. */
  readonly timeline: Timeline;
  readonly remedies: readonly ApprovalQuestion[];
}

/** How a clock stands: met in time, met late or not met in time, or neither yet. */
export type ClockStanding = 'kept' | 'missed' | 'open';

/** What one policy makes of a complaint. */
export interface ReplayOutcome {
  readonly severity: Severity;
  readonly urgency: Urgency;
  readonly department: string;
  /** Worst standing of each clock over its periods. */
  readonly clocks: Readonly<Record<string, ClockStanding>>;
  readonly escalation: readonly Role[];
  /** Steps of each remedy in order. */
  readonly approvals: readonly (readonly Role[])[];
}

/** A complaint under two policies; only what differs. */
export interface ReplayDifference {
  readonly number: string;
  readonly before: ReplayOutcome;
  readonly after: ReplayOutcome;
  readonly levelChanged: boolean;
  readonly escalationChanged: boolean;
  readonly approvalsChanged: boolean;
  /** Clocks that stand otherwise; null where a policy has no such clock. */
  readonly clocks: readonly {
    readonly clock: string;
    readonly before: ClockStanding | null;
    readonly after: ClockStanding | null;
  }[];
}

/** What a policy would have made of a complaint, asked at `now`. Changes nothing. */
export const replayUnder = (past: ReplayCase, policy: Policy, now: Instant): ReplayOutcome => {
  const { severity, urgency, department } = assess(past.facts, past.evidence, policy);
  const { timeline } = past;
  const [first, ...regrades] = timeline.grades;
  const grades = [{ at: first?.at ?? timeline.receivedAt, severity, urgency }, ...regrades];
  return {
    severity,
    urgency,
    department,
    clocks: standings({ ...timeline, grades }, policy, now),
    escalation: escalationChain(severity, policy).map(({ role }) => role),
    approvals: past.remedies.map((remedy) => approvalSteps({ ...remedy, severity }, policy).steps),
  };
};

const worst: readonly ClockStanding[] = ['kept', 'open', 'missed'];

const standings = (timeline: Timeline, policy: Policy, now: Instant): ReplayOutcome['clocks'] => {
  const found: Record<string, ClockStanding> = {};
  for (const { clock, dueAt, metAt } of deadlines(timeline, policy)) {
    const late = isBefore(dueAt, metAt ?? now);
    const standing: ClockStanding = late ? 'missed' : metAt === null ? 'open' : 'kept';
    const known = found[clock] ?? 'kept';
    found[clock] = worst.indexOf(standing) > worst.indexOf(known) ? standing : known;
  }
  return found;
};

/** One complaint under two policies, asked at `now`. */
export const replayBoth = (
  past: ReplayCase,
  policies: { readonly before: Policy; readonly after: Policy },
  now: Instant,
): ReplayDifference => {
  const before = replayUnder(past, policies.before, now);
  const after = replayUnder(past, policies.after, now);
  const clocks = [...new Set([...Object.keys(before.clocks), ...Object.keys(after.clocks)])];
  return {
    number: past.number,
    before,
    after,
    levelChanged: before.severity !== after.severity,
    escalationChanged: before.escalation.join() !== after.escalation.join(),
    approvalsChanged: JSON.stringify(before.approvals) !== JSON.stringify(after.approvals),
    clocks: clocks
      .map((clock) => ({ clock, before: before.clocks[clock] ?? null, after: after.clocks[clock] ?? null }))
      .filter((one) => one.before !== one.after),
  };
};

/** Sums over many complaints. */
export interface ReplayTotals {
  readonly complaints: number;
  readonly levels: { readonly worse: number; readonly milder: number };
  readonly escalations: number;
  readonly approvals: number;
  /** Per clock and policy: how many complaints kept and missed it. */
  readonly clocks: Readonly<
    Record<string, { readonly before: StandingCount; readonly after: StandingCount }>
  >;
}
/** How many complaints kept and missed a clock. */
export interface StandingCount {
  readonly kept: number;
  readonly missed: number;
}

/** Adds up what would have been different. */
export const replayTotals = (differences: readonly ReplayDifference[]): ReplayTotals => {
  const count = (holds: (one: ReplayDifference) => boolean): number => differences.filter(holds).length;
  const standing = (side: 'before' | 'after', clock: string): StandingCount => ({
    kept: count((one) => one[side].clocks[clock] === 'kept'),
    missed: count((one) => one[side].clocks[clock] === 'missed'),
  });
  const clocks = new Set(
    differences.flatMap((one) => [...Object.keys(one.before.clocks), ...Object.keys(one.after.clocks)]),
  );
  return {
    complaints: differences.length,
    levels: {
      worse: count((one) => one.after.severity < one.before.severity),
      milder: count((one) => one.after.severity > one.before.severity),
    },
    escalations: count((one) => one.escalationChanged),
    approvals: count((one) => one.approvalsChanged),
    clocks: Object.fromEntries(
      [...clocks].map((clock) => [
        clock,
        { before: standing('before', clock), after: standing('after', clock) },
      ]),
    ),
  };
};
