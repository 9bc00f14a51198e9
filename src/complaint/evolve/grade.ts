import { unreachable } from '../../faults.ts';
import type { Instant, Severity } from '../../terms.ts';
import type { ComplaintAssessed, ComplaintRegraded, RegradeProposed, RegradeRejected } from '../events.ts';
import type { GradeSuggested } from '../further-events.ts';
import type { Complaint } from '../state.ts';

/** How bad it is: what the rules said, what people made of it. */
export const evolveGrade = (
  complaint: Complaint,
  event: ComplaintAssessed | RegradeProposed | RegradeRejected | ComplaintRegraded | GradeSuggested,
): Complaint => {
  switch (event.type) {
    case 'ComplaintAssessed':
      return assess(complaint, event);
    case 'RegradeProposed':
      return {
        ...complaint,
        regrade: {
          severity: event.severity,
          reason: event.reason,
          by: event.by.kind === 'staff' ? event.by.id : '',
        },
      };
    case 'RegradeRejected':
      return { ...complaint, regrade: null };
    case 'ComplaintRegraded':
      return regrade(complaint, event);
    case 'GradeSuggested':
      return { ...complaint, suggested: event.severity };
    default:
      return unreachable(event);
  }
};

const grade = (complaint: Complaint, severity: Severity, at: Instant): Complaint => ({
  ...complaint,
  severity,
  timeline: {
    ...complaint.timeline,
    type: complaint.assessment.type,
    grades: [...complaint.timeline.grades, { at, severity, urgency: complaint.assessment.urgency }],
  },
});

/** The rules set a floor: they never lower what stands. A lowering proposed before it rose was about another file. */
const assess = (complaint: Complaint, event: ComplaintAssessed): Complaint => {
  const { assessment } = event;
  const rises = assessment.severity < complaint.severity;
  const regradeReason = rises ? null : complaint.regradeReason;
  const severity = rises ? assessment.severity : complaint.severity;
  const regrade = rises ? null : complaint.regrade;
  return grade({ ...complaint, assessment, regrade, regradeReason }, severity, event.at);
};

/** Lowered below what calls for managers, an escalation that only the level had raised is over. */
const regrade = (complaint: Complaint, event: ComplaintRegraded): Complaint => {
  const calmed = event.severity > 2 && complaint.escalation?.trigger.split(':')[0] === 'level';
  const escalation = calmed ? null : complaint.escalation;
  return grade(
    { ...complaint, escalation, regrade: null, regradeReason: event.reason },
    event.severity,
    event.at,
  );
};
