import { escalationTrigger } from '../../policy/escalation.ts';
import { isBefore } from '../../policy/time.ts';
import type { CheckClocks } from '../commands.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, nothing } from '../decision.ts';
import type { ClockBreached, ClockWarned, EscalationRaised } from '../events.ts';
import { evolve } from '../evolve.ts';
import { reassess } from '../grading.ts';
import { system } from '../people.ts';
import { raiseNext } from '../raising.ts';
import type { Complaint } from '../state.ts';
import { type Mark, untoldMarks } from '../warning.ts';

/**
 * Clocks reached a warning or their end; nothing when the duties were met or their dates moved since.
 * Of each clock the furthest mark is told, once: after a night without us nobody needs the half of what is over.
 * Late warnings send the complaint up where nobody above has it; breaches always send it one step higher, together one.
 *
 * @clause CL-4, ES-3
 */
export const decideClocks = (complaint: Complaint, { at, by }: CheckClocks, context: Context): Decision => {
  const reached = untoldMarks(complaint, context.policy).filter((mark) => !isBefore(at, mark.at));
  const marks = reached.filter((mark, index) => reached[index + 1]?.deadline !== mark.deadline);
  if (marks.length === 0) return nothing;
  const told = marks.map(({ deadline: { clock, dueAt }, percent }): ClockWarned | ClockBreached =>
    percent < 100
      ? { type: 'ClockWarned', at, by, clock, percent, dueAt }
      : { type: 'ClockBreached', at, by, clock, dueAt },
  );
  const after = told.reduce<Complaint>(evolve, complaint);
  const isBreached = marks.some(({ percent }) => percent >= 100);
  // A month without an outcome is a higher level by itself (S4.b art.3): one call is enough where that already calls.
  const grades = isBreached ? reassess(after, at, context) : [];
  if (grades.some(({ type }) => type === 'EscalationRaised')) return happened(...told, ...grades);
  return happened(
    ...told,
    ...grades,
    ...raised(grades.reduce<Complaint>(evolve, after), { at, marks, context }),
  );
};

/** What the most pressing of the marks sends up; empty when none does. */
const raised = (
  complaint: Complaint,
  { at, marks, context }: { readonly at: string; readonly marks: readonly Mark[]; readonly context: Context },
): readonly EscalationRaised[] => {
  const late = escalationTrigger('clock_warning', context.policy)?.at ?? 75;
  const breach = marks.find(({ percent }) => percent >= 100);
  const warning = complaint.escalation === null ? marks.find(({ percent }) => percent >= late) : undefined;
  const mark = breach ?? warning;
  if (mark === undefined) return [];
  const { clock, clause } = mark.deadline;
  const trigger = `${breach ? 'breach' : 'clock'}:${clock}`;
  return raiseNext(complaint, { at, by: system, trigger, reason: '', clause }, context);
};
