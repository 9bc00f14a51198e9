import { unreachable } from '../../faults.ts';
import { followUpAt, nextContactAttempt } from '../../policy/contact.ts';
import type { Policy } from '../../policy/policy.ts';
import { addHours, isBefore } from '../../policy/time.ts';
import type { Instant, Severity } from '../../terms.ts';
import type { AnswerFollowUp, ArchiveComplaint, AskFollowUp } from '../commands.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, nothing, refuse } from '../decision.ts';
import type {
  ComplainantUnreachable,
  ComplaintEvent,
  ComplaintReopened,
  FollowUpAnswered,
} from '../events.ts';
import { evolve } from '../evolve.ts';
import { system } from '../people.ts';
import { raiseNext } from '../raising.ts';
import { type Complaint, unansweredTries } from '../state.ts';
import { afterReopening } from './closure.ts';
import { regraded } from './grade.ts';

/** First the follow-up, then the archive (S1.2). */
export const decideFollowUp = (
  complaint: Complaint,
  command: AskFollowUp | AnswerFollowUp | ArchiveComplaint,
  context: Context,
): Decision => {
  switch (command.type) {
    case 'AskFollowUp':
      return ask(complaint, command, context);
    case 'AnswerFollowUp':
      return answer(complaint, command, context);
    case 'ArchiveComplaint':
      return archive(complaint, command);
    default:
      return unreachable(command);
  }
};

/** How long the last try waits for its answer. */
const lastWordHours = 24;

/**
 * When the questions are put next: at the pack's date, after a try as it says; anew after its wait where the complainant has
 * written something else meanwhile, for whoever writes is not out of reach. Null once they are answered, or all tries made.
 *
 * @clause CL-5, CL-6
 */
export const askingAt = (complaint: Complaint, policy: Policy): Instant | null => {
  const { attempts, dueAt, heardAt, nextAttemptAt, rating, solved, unreachable: gaveUp } = complaint.followUp;
  if (complaint.stage !== 'resolved' || gaveUp || solved === false) return null;
  if (solved === true && rating !== null) return null;
  if (attempts.length === 0) return dueAt;
  const isOpen = solved === null && unansweredTries(complaint).length === 0;
  return isOpen && heardAt ? followUpAt(heardAt, policy) : nextAttemptAt;
};

/**
 * Puts the two questions, or puts them again; with the tries used up and their answer awaited, the complainant counts as
 * unreachable, and the file may be shut. Any answer ends the tries.
 *
 * @clause CL-5, CL-6, S1.4
 */
const ask = (complaint: Complaint, command: AskFollowUp, { policy }: Context): Decision => {
  const { at, attempt } = command;
  const { attempts, solved, unreachable: gaveUp } = complaint.followUp;
  if (complaint.stage !== 'resolved' || gaveUp || attempt !== attempts.length + 1) return nothing;
  if (solved !== null) return happened(...archiveIfDue(complaint, at));
  const tries = unansweredTries(complaint);
  if (attempts.length > tries.length && isBefore(at, askingAt(complaint, policy) ?? at)) return nothing;
  if (tries.length > 0 && nextContactAttempt(tries, policy) === null) return giveUp(complaint, at);
  const nextAttemptAt = nextContactAttempt([...tries, at], policy) ?? addHours(at, lastWordHours);
  return happened({ ...command, type: 'FollowUpAsked', nextAttemptAt });
};

const giveUp = (complaint: Complaint, at: Instant): Decision => {
  const attempts = unansweredTries(complaint).length;
  const gone: ComplainantUnreachable = { type: 'ComplainantUnreachable', at, by: system, attempts };
  return happened(gone, ...archiveIfDue(evolve(complaint, gone), at));
};

/** The questions are answered one by one: an unhappy answer opens the file again, two happy ones shut it. */
const answer = (complaint: Complaint, command: AnswerFollowUp, context: Context): Decision => {
  const { followUp, stage } = complaint;
  if (stage !== 'resolved') return refuse('stale', 'CL-6');
  const solved = command.solved ?? followUp.solved;
  const rating = command.rating ?? followUp.rating;
  if (solved === followUp.solved && rating === followUp.rating) return nothing;
  const answered: FollowUpAnswered = { ...command, type: 'FollowUpAnswered' };
  const after = evolve(complaint, answered);
  const unhappy = solved === false || (rating !== null && rating <= 2);
  // A last word that somebody higher has looked at stands, however unhappy it leaves: what is new still opens it (S1.14).
  if (unhappy && !(complaint.finalAt !== null && complaint.reviewed))
    return happened(answered, ...reopenUnhappy(after, command, context));
  const complete = solved !== null && rating !== null;
  return happened(answered, ...(complete ? archiveIfDue(after, command.at) : []));
};

/**
 * Reopened one level higher, and to a manager where that is level 1 or 2.
 * Level 1, the crisis, is never declared by an answer: a person does that.
 *
 * @clause CL-6, S2.5
 */
const reopenUnhappy = (
  complaint: Complaint,
  { at, by }: AnswerFollowUp,
  context: Context,
): readonly ComplaintEvent[] => {
  const reopened: ComplaintReopened = { type: 'ComplaintReopened', at, by, reason: 'follow_up' };
  const open = evolve(complaint, reopened);
  const severity = oneHigher(open.severity);
  const grade = { at, by: system, severity, reason: 'follow_up' };
  const grades = severity === open.severity ? [] : regraded(open, grade, context);
  const events = [...grades, ...afterReopening(grades.reduce<Complaint>(evolve, open), at, context)];
  return [reopened, ...toManager(open, events, { at, context })];
};

const oneHigher = (severity: Severity): Severity => (severity === 4 ? 3 : severity === 3 ? 2 : severity);

/** One call is enough: the unhappy answer names itself as the trigger, whichever rule would have called. */
const toManager = (
  open: Complaint,
  events: readonly ComplaintEvent[],
  { at, context }: { readonly at: Instant; readonly context: Context },
): readonly ComplaintEvent[] => {
  const others = events.filter(({ type }) => type !== 'EscalationRaised');
  const graded = others.reduce<Complaint>(evolve, open);
  if (graded.severity > 2) return events;
  const cause = { at, by: system, trigger: 'dissatisfied', reason: '', clause: 'S2.5' };
  return [...others, ...raiseNext(graded, cause, context)];
};

const archiveIfDue = (complaint: Complaint, at: Instant): readonly ComplaintEvent[] =>
  obstacle(complaint) === null ? [{ type: 'ComplaintArchived', at, by: system }] : [];

const archive = (complaint: Complaint, { at, by }: ArchiveComplaint): Decision =>
  obstacle(complaint) ?? happened({ type: 'ComplaintArchived', at, by });

/**
 * What stands between a file and the archive; null when nothing does.
 * Validity is recorded at every level, a root cause at levels 1 to 3; somebody who only asked for a person told nothing
 * that could be valid.
 *
 * @clause S1.2, TR-8, RE-2, S0.16
 */
const obstacle = (complaint: Complaint): Decision | null => {
  const { finding, followUp, nature, remedies, severity, stage } = complaint;
  if (stage !== 'resolved') return refuse('not-resolved', 'S1.2', { stage });
  const promised = remedies.find(({ status }) => status === 'accepted');
  if (promised !== undefined)
    return refuse('remedy-first', 'S0.16', { remedyId: promised.id, status: promised.status });
  if (followUp.solved === null && !followUp.unreachable) return refuse('follow-up-first', 'S1.2');
  if (nature === 'enquiry') return null;
  if (finding === null) return refuse('finding-first', 'TR-8');
  if (severity <= 3 && finding.cause.trim() === '')
    return refuse('finding-first', 'RE-2', { field: 'cause' });
  return null;
};
