import { deadlines } from '../../policy/deadlines.ts';
import { escalationTrigger } from '../../policy/escalation.ts';
import type { CheckClock } from '../commands.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, nothing } from '../decision.ts';
import type { ClockBreached } from '../events.ts';
import { evolve } from '../evolve.ts';
import { reassess } from '../grading.ts';
import { system } from '../people.ts';
import { type Cause, raiseNext } from '../raising.ts';
import type { Complaint } from '../state.ts';
import { warningKey } from '../warning.ts';

/**
 * A clock reached a warning or its end; nothing when the duty was met or its date moved since.
 * Late warnings send the complaint up where nobody above has it; a breach always goes one step higher.
 *
 * @clause CL-4, ES-3
 */
export const decideClock = (complaint: Complaint, command: CheckClock, context: Context): Decision => {
  const { policy } = context;
  const { at, by, clock, percent, dueAt } = command;
  const open = deadlines(complaint.timeline, policy).find(
    (deadline) => deadline.clock === clock && deadline.metAt === null && deadline.dueAt === dueAt,
  );
  if (open === undefined || complaint.warned.includes(warningKey(command))) return nothing;
  const cause = { at, by: system, reason: '', clause: open.clause };
  if (percent >= 100)
    return breach(complaint, { ...cause, trigger: `breach:${clock}` }, { command, context });
  const late = percent >= (escalationTrigger('clock_warning', policy)?.at ?? 75);
  const unseen = complaint.escalation === null;
  return happened(
    { type: 'ClockWarned', at, by, clock, percent, dueAt },
    ...(late && unseen ? raiseNext(complaint, { ...cause, trigger: `clock:${clock}` }, context) : []),
  );
};

/** A month without an outcome is a higher level by itself (S4.b art.3): one call is enough where that already calls. */
const breach = (
  complaint: Complaint,
  cause: Cause,
  { command, context }: { readonly command: CheckClock; readonly context: Context },
): Decision => {
  const { at, by, clock, dueAt } = command;
  const breached: ClockBreached = { type: 'ClockBreached', at, by, clock, dueAt };
  const grades = reassess(evolve(complaint, breached), at, context);
  const called = grades.some(({ type }) => type === 'EscalationRaised');
  return happened(breached, ...grades, ...(called ? [] : raiseNext(complaint, cause, context)));
};
