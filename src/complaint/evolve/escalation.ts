import { unreachable } from '../../faults.ts';
import { minutesBetween } from '../../policy/time.ts';
import type {
  ClockBreached,
  ClockWarned,
  EscalationAcknowledged,
  EscalationRaised,
  EscalationReturned,
} from '../events.ts';
import type { EscalationCalled, HigherRequested } from '../further-events.ts';
import type { Complaint, Escalation } from '../state.ts';
import { warningKey } from '../warning.ts';
import { isWorking } from './stage.ts';

/** What managers were asked, and what the clocks have told. */
export const evolveEscalation = (
  complaint: Complaint,
  event:
    | HigherRequested
    | EscalationRaised
    | EscalationCalled
    | EscalationAcknowledged
    | EscalationReturned
    | ClockWarned
    | ClockBreached,
): Complaint => {
  switch (event.type) {
    case 'HigherRequested':
      return asked(complaint, event);
    case 'EscalationRaised':
      return { ...complaint, escalation: raised(complaint.escalation, event) };
    case 'EscalationCalled':
      return {
        ...complaint,
        escalation: complaint.escalation && { ...complaint.escalation, callAt: null, isShown: true },
      };
    case 'EscalationAcknowledged':
      return complaint.escalation === null
        ? complaint
        : {
            ...complaint,
            higher: lookedAt(complaint),
            escalation: {
              ...complaint.escalation,
              acknowledgedBy: event.by.kind === 'staff' ? event.by.id : null,
              acknowledgedAt: event.at,
            },
          };
    case 'EscalationReturned':
      return { ...complaint, higher: lookedAt(complaint), escalation: null };
    case 'ClockWarned':
      return { ...complaint, warned: [...complaint.warned, warningKey(event)] };
    case 'ClockBreached':
      return breach(complaint, event);
    default:
      return unreachable(event);
  }
};

const raised = (before: Escalation | null, event: EscalationRaised): Escalation => ({
  trigger: event.trigger,
  reason: event.reason,
  step: event.step,
  role: event.role,
  asked: event.asked ?? [],
  raisedAt: event.at,
  callAt: event.callAt ?? null,
  isShown: before?.isShown === true || event.callAt === undefined,
  acknowledgedBy: null,
  acknowledgedAt: null,
  repeats: before !== null && isAskedAgain(before, event) ? before.repeats + 1 : 0,
});

/** One wish at a time: its clock runs from when it was first said. */
const asked = (complaint: Complaint, { at }: HigherRequested): Complaint => ({
  ...complaint,
  higher: { askedAt: at, looked: false },
  timeline: {
    ...complaint.timeline,
    higherAskedAt: [...(complaint.timeline.higherAskedAt ?? []), at],
  },
});

const lookedAt = ({ higher }: Complaint): Complaint['higher'] => higher && { ...higher, looked: true };

/** Asked from another cause, or another role, it is a new question. */
const isAskedAgain = (before: Escalation, { trigger, step, role }: EscalationRaised): boolean =>
  before.trigger === trigger && before.step === step && before.role === role;

/** Every missed date is also a day's count of how long the matter has been open through us (S4.b art.3). */
const breach = (complaint: Complaint, event: ClockBreached): Complaint => {
  const days = Math.floor(minutesBetween(complaint.timeline.receivedAt, event.at) / (24 * 60));
  const unresolvedDays = isWorking(complaint) ? days : complaint.facts.unresolvedDays;
  return {
    ...complaint,
    facts: { ...complaint.facts, unresolvedDays },
    warned: [...complaint.warned, warningKey({ ...event, percent: 100 })],
  };
};
