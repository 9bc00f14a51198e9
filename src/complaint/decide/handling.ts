import { unreachable } from '../../faults.ts';
import { findPerson } from '../../policy/organisation.ts';
import type {
  AcceptHandOver,
  OfferHandOver,
  RecordFinding,
  RefuseHandOver,
  TakeComplaint,
} from '../commands.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, notHolder, nothing, refuse } from '../decision.ts';
import { actorId, mayHandle, mayWork, stillHolds, system } from '../people.ts';
import { raiseNext } from '../raising.ts';
import type { Complaint } from '../state.ts';

type HandlingCommand = TakeComplaint | OfferHandOver | AcceptHandOver | RefuseHandOver | RecordFinding;

/** Who holds a file, how it changes hands, and what its holder found out. */
export const decideHandling = (
  complaint: Complaint,
  command: HandlingCommand,
  context: Context,
): Decision => {
  switch (command.type) {
    case 'TakeComplaint':
      return take(complaint, command, context);
    case 'OfferHandOver':
      return offer(complaint, command, context);
    case 'AcceptHandOver':
      return accept(complaint, command);
    case 'RefuseHandOver':
      return refuseHandOver(complaint, command, context);
    case 'RecordFinding':
      return recordFinding(complaint, command, context);
    default:
      return unreachable(command);
  }
};

/**
 * Whoever takes it owns it. A holder who has left, or was named in it later, no longer stands in the way.
 *
 * @clause S0.1, S1.13
 */
const take = (complaint: Complaint, { at, by }: TakeComplaint, context: Context): Decision => {
  const handler = actorId(by);
  if (complaint.handler === handler) return nothing;
  if (complaint.handler !== null && stillHolds(complaint.handler, context))
    return refuse('already-taken', 'S0.1', { handler: complaint.handler });
  return happened({ type: 'ComplaintTaken', at, by, handler });
};

/**
 * Offers a file to somebody else; it changes hands only when they accept.
 * Not before the matter is understood: passing it on unread is what the complainant suffers from most.
 *
 * @clause S0.1, ST-5
 */
const offer = (complaint: Complaint, command: OfferHandOver, context: Context): Decision => {
  const { to, reason } = command;
  if (!mayWork(complaint, command.by, context)) return notHolder(complaint);
  if (to === complaint.handler) return refuse('self-hand-over', 'S0.1');
  const receiver = findPerson(context.organisation, to);
  if (receiver === undefined) return refuse('unknown-person', 'S0.1');
  if (context.recusals.includes(to)) return refuse('recused', 'S1.13', { person: to });
  if (!mayHandle(receiver)) return refuse('not-authorised', 'S0.1', { person: to, role: 'handler' });
  if (!isUnderstood(complaint)) return refuse('not-understood-yet', 'S0.1');
  if (reason.trim() === '') return refuse('needs-reason', 'S0.1');
  if (complaint.handOver?.to === to) return nothing;
  return happened({ ...command, type: 'HandOverOffered', from: complaint.handler ?? actorId(command.by) });
};

const isUnderstood = ({ intake, details }: Complaint): boolean =>
  intake === 'complete' || (details.narrative ?? '').trim() !== '';

const accept = (complaint: Complaint, { at, by }: AcceptHandOver): Decision => {
  const handler = actorId(by);
  if (complaint.handOver === null) return complaint.handler === handler ? nothing : refuse('stale', 'S0.1');
  if (complaint.handOver.to !== handler) return refuse('not-authorised', 'S0.1');
  return happened({ type: 'HandOverAccepted', at, by, handler });
};

/** Refusals in a row after which a file goes up: a third desk would only pass it on again. */
const refusalsUntilStalled = 2;

/** Refused again, a file would lie still: it goes up (S1.10). */
const refuseHandOver = (complaint: Complaint, command: RefuseHandOver, context: Context): Decision => {
  if (complaint.handOver === null) return refuse('stale', 'S0.1');
  if (complaint.handOver.to !== actorId(command.by)) return refuse('not-authorised', 'S0.1');
  if (command.reason.trim() === '') return refuse('needs-reason', 'S1.10');
  const stalled = complaint.refusedHandOvers + 1 >= refusalsUntilStalled;
  const cause = { at: command.at, by: system, trigger: 'stalled', reason: command.reason, clause: 'S1.10' };
  return happened(
    { ...command, type: 'HandOverRefused' },
    ...(stalled ? raiseNext(complaint, cause, context) : []),
  );
};

/** What happened, whether the complaint is valid, whose it was (TR-8, S4.b art.5); it can be corrected until archive. */
const recordFinding = (complaint: Complaint, command: RecordFinding, context: Context): Decision => {
  if (!mayWork(complaint, command.by, context)) return notHolder(complaint);
  const { outcome, valid, department, cause, text } = command;
  if (text.trim() === '') return refuse('facts-missing', 'S4.b art.5', { field: 'text' });
  if (department.trim() === '') return refuse('facts-missing', 'S4.b art.5', { field: 'department' });
  const { finding } = complaint;
  const known =
    finding?.outcome === outcome &&
    finding.valid === valid &&
    finding.department === department &&
    finding.cause === cause &&
    finding.text === text;
  return known ? nothing : happened({ ...command, type: 'FindingRecorded' });
};
