import { unreachable } from '../../faults.ts';
import { approvalSteps } from '../../policy/authority.ts';
import { followUpAt } from '../../policy/contact.ts';
import { findPerson } from '../../policy/organisation.ts';
import { addDays } from '../../policy/time.ts';
import type { Money, RemedyKind } from '../../terms.ts';
import type { AcceptRemedy, CarryOutRemedy, DeclineRemedy, ProposeRemedy } from '../commands.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, notHolder, nothing, refuse } from '../decision.ts';
import { actorId, mayWork, system } from '../people.ts';
import { raiseNext } from '../raising.ts';
import { type Complaint, currentRemedy, type Remedy } from '../state.ts';

/** What is done for the complainant: proposed, offered, answered, carried out. Approval stands beside it. */
export const decideRemedy = (
  complaint: Complaint,
  command: ProposeRemedy | AcceptRemedy | DeclineRemedy | CarryOutRemedy,
  context: Context,
): Decision => {
  switch (command.type) {
    case 'ProposeRemedy':
      return propose(complaint, command, context);
    case 'AcceptRemedy':
      return accept(complaint, command, context);
    case 'DeclineRemedy':
      return decline(complaint, command, context);
    case 'CarryOutRemedy':
      return carryOut(complaint, command, context);
    default:
      return unreachable(command);
  }
};

/** A remedy that waits for somebody's word or deed; undefined when none does. */
export const openRemedy = (complaint: Complaint): Remedy | undefined => {
  const remedy = currentRemedy(complaint);
  return remedy?.status === 'carried_out' ? undefined : remedy;
};

const propose = (complaint: Complaint, command: ProposeRemedy, context: Context): Decision => {
  if (complaint.remedies.some(({ id }) => id === command.remedyId)) return nothing;
  if (!mayWork(complaint, command.by, context)) return notHolder(complaint);
  if (complaint.stage === 'resolved') return refuse('already-resolved', 'S1.2');
  const open = openRemedy(complaint);
  if (open !== undefined) return refuse('remedy-first', 'AP-6', { remedyId: open.id });
  return flaw(command) ?? proposed(complaint, command, context);
};

const movesMoney: readonly RemedyKind[] = ['refund', 'credit'];

const flaw = ({ kind, money, text, withinDays }: ProposeRemedy): Decision | null => {
  if (text.trim() === '') return refuse('facts-missing', 'AP-1', { field: 'text' });
  if (money === null && movesMoney.includes(kind)) return refuse('invalid-amount', 'AP-1');
  if (money !== null && !isAmount(money)) return refuse('invalid-amount', 'AP-1');
  if (!Number.isSafeInteger(withinDays) || withinDays < 0 || withinDays > 3650)
    return refuse('invalid-date', 'AP-7');
  return null;
};

const isAmount = ({ amountMinor, currency }: Money): boolean =>
  Number.isSafeInteger(amountMinor) && amountMinor > 0 && /^[A-Z]{3}$/.test(currency);

/** Counted with what was granted before; offered at once when the proposer's own authority is enough. */
const proposed = (complaint: Complaint, command: ProposeRemedy, context: Context): Decision => {
  const { at, remedyId, kind, money } = command;
  const { steps, clause } = approvalSteps(
    {
      kind,
      money,
      severity: complaint.severity,
      totalMinor: granted(complaint, money?.currency),
      proposerRoles: findPerson(context.organisation, actorId(command.by))?.roles ?? [],
    },
    context.policy,
  );
  return happened(
    { ...command, type: 'RemedyProposed', steps, clause },
    ...(steps.length === 0 ? [{ type: 'RemedyOffered' as const, at, by: system, remedyId }] : []),
  );
};

const grantedStatus: readonly Remedy['status'][] = ['approved', 'offered', 'accepted', 'carried_out'];

const granted = (complaint: Complaint, currency: string | undefined): number =>
  complaint.remedies
    .filter(({ status, money }) => grantedStatus.includes(status) && money?.currency === currency)
    .reduce((total, { money }) => total + (money?.amountMinor ?? 0), 0);

/**
 * The complainant's yes, kept with its words or press: evidence of consent.
 *
 * @clause S1.6
 */
const accept = (complaint: Complaint, command: AcceptRemedy, { policy }: Context): Decision => {
  const remedy = complaint.remedies.find(({ id }) => id === command.remedyId);
  if (remedy?.status === 'accepted' || remedy?.status === 'carried_out') return nothing;
  if (remedy?.status !== 'offered') return refuse('stale', 'AP-6');
  if (command.evidence.trim() === '') return refuse('facts-missing', 'S1.6', { field: 'evidence' });
  const dueAt = addDays(command.at, remedy.withinDays, policy.zone);
  return happened({ ...command, type: 'RemedyAccepted', dueAt });
};

/** The first no leads to another proposal; a second one up (S1.10, AP-6). */
const decline = (complaint: Complaint, command: DeclineRemedy, { policy }: Context): Decision => {
  const remedy = complaint.remedies.find(({ id }) => id === command.remedyId);
  if (remedy?.status === 'declined') return nothing;
  if (remedy?.status !== 'offered') return refuse('stale', 'AP-6');
  const declined = complaint.remedies.filter(({ status }) => status === 'declined').length + 1;
  const cause = { at: command.at, by: system, trigger: 'declined', reason: '', clause: 'S1.10' };
  return happened(
    { ...command, type: 'RemedyDeclined' },
    ...(declined >= 2 ? raiseNext(complaint, cause, policy) : []),
  );
};

/**
 * The promise is kept, with proof; the outcome is told and the follow-up dated.
 *
 * @clause S0.16, S0.11
 */
const carryOut = (complaint: Complaint, command: CarryOutRemedy, context: Context): Decision => {
  const { at, by, remedyId, proof } = command;
  const remedy = complaint.remedies.find(({ id }) => id === remedyId);
  if (remedy?.status === 'carried_out') return nothing;
  if (remedy?.status !== 'accepted') return refuse('stale', 'AP-7');
  if (!mayWork(complaint, by, context)) return notHolder(complaint);
  if (proof.trim() === '') return refuse('facts-missing', 'AP-7', { field: 'proof' });
  return happened(
    { type: 'RemedyCarriedOut', at, by, remedyId, proof },
    { type: 'ComplaintResolved', at, by, text: remedy.text, followUpAt: followUpAt(at, context.policy) },
  );
};
