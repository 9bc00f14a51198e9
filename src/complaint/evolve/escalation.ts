import { unreachable } from '../../faults.ts';
import { minutesBetween } from '../../policy/time.ts';
import type {
  ClockBreached,
  ClockWarned,
  EscalationAcknowledged,
  EscalationRaised,
  EscalationReturned,
} from '../events.ts';
import type { Complaint } from '../state.ts';
import { warningKey } from '../warning.ts';
import { isWorking } from './stage.ts';

/** What managers were asked, and what the clocks have told. */
export const evolveEscalation = (
  complaint: Complaint,
  event: EscalationRaised | EscalationAcknowledged | EscalationReturned | ClockWarned | ClockBreached,
): Complaint => {
  switch (event.type) {
    case 'EscalationRaised':
      return { ...complaint, escalation: raised(event) };
    case 'EscalationAcknowledged':
      return complaint.escalation === null
        ? complaint
        : {
            ...complaint,
            escalation: {
              ...complaint.escalation,
              acknowledgedBy: event.by.kind === 'staff' ? event.by.id : null,
              acknowledgedAt: event.at,
            },
          };
    case 'EscalationReturned':
      return { ...complaint, escalation: null };
    case 'ClockWarned':
      return { ...complaint, warned: [...complaint.warned, warningKey(event)] };
    case 'ClockBreached':
      return breach(complaint, event);
    default:
      return unreachable(event);
  }
};

const raised = (event: EscalationRaised): NonNullable<Complaint['escalation']> => ({
  trigger: event.trigger,
  reason: event.reason,
  step: event.step,
  role: event.role,
  asked: event.asked ?? [],
  raisedAt: event.at,
  acknowledgedBy: null,
  acknowledgedAt: null,
});

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
