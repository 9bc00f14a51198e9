import { unreachable } from '../../faults.ts';
import { type ApprovalSteps, authorityOf } from '../../policy/authority.ts';
import { followUpAt } from '../../policy/contact.ts';
import { findPerson } from '../../policy/organisation.ts';
import type { Policy } from '../../policy/policy.ts';
import { billingError, billingTimes, bottomLine, promisedBy } from '../../policy/remedies.ts';
import type { Money, RemedyKind } from '../../terms.ts';
import type { AcceptRemedy, CarryOutRemedy, DeclineRemedy, ProposeRemedy } from '../commands.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, notHolder, nothing, refuse } from '../decision.ts';
import type { RemedyProposed } from '../events.ts';
import { actorId, mayWork, system } from '../people.ts';
import { raiseNext } from '../raising.ts';
import { type Complaint, currentRemedy, type Remedy } from '../state.ts';
import { grant } from './grant.ts';
import { ladderOf, rolesOf } from './ladder.ts';

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
  if (open !== undefined) return refuse('remedy-first', 'AP-6', { remedyId: open.id, status: open.status });
  const corrected = billed(command, context.policy);
  if (corrected === undefined) return refuse('no-overcharge', 'S1.12');
  return (
    flaw(corrected) ?? abovePromise(complaint, corrected, context) ?? proposed(complaint, corrected, context)
  );
};

/** A billing error's amount follows from what was charged and due; undefined when nothing was charged too much (S1.12). */
const billed = (command: ProposeRemedy, policy: Policy): ProposeRemedy | undefined => {
  const { billing } = command;
  if (billing === undefined) return command;
  const { charged, due } = billing;
  const readable = [charged.amountMinor, due.amountMinor].every(
    (one) => Number.isSafeInteger(one) && one >= 0,
  );
  if (!readable || charged.currency !== due.currency) return undefined;
  const amountMinor = billingError(charged.amountMinor, due.amountMinor, billingTimes(policy));
  const kind = policy.pack.billing?.by ?? 'credit';
  return amountMinor === 0
    ? undefined
    : { ...command, kind, money: { amountMinor, currency: charged.currency } };
};

/** Negotiations before an offer may be called the last one: front and back office have both tried. */
const offersBeforeLast = 2;

/**
 * A last offer is made after several others, and none above it follows; where the pack lets new facts count, the top decides.
 *
 * @clause S1.9, AP-4
 */
const abovePromise = (complaint: Complaint, command: ProposeRemedy, context: Context): Decision | null => {
  const { policy } = context;
  const declined = complaint.remedies.filter(({ status }) => status === 'declined').length;
  if (command.bottomLine && declined < offersBeforeLast)
    return refuse('bottom-line-early', 'S1.9', { count: offersBeforeLast });
  if (!exceedsBottomLine(complaint, command, context)) return null;
  const mayReopen = bottomLine(policy) === 'new_facts' && (command.newFacts ?? '').trim() !== '';
  return mayReopen ? null : refuse('bottom-line-stands', policy.pack.bottomLine?.clause ?? 'S1.9');
};

const offeredStatus: readonly Remedy['status'][] = ['offered', 'accepted', 'declined', 'carried_out'];

/**
 * Whether more is proposed than the last offer, of this file or else of an earlier one about the same matter; what cannot be
 * compared counts as more. What is owed anyway never does.
 */
const exceedsBottomLine = (
  complaint: Complaint,
  { money, kind, billing }: ProposeRemedy,
  { lastOffers = [] }: Context,
): boolean => {
  const own = complaint.remedies.filter((one) => one.bottomLine && offeredStatus.includes(one.status));
  const last = [...lastOffers, ...own].at(-1);
  if (last === undefined || billing !== undefined) return false;
  if (money === null) return kind !== last.kind && kind !== 'apology' && kind !== 'explanation';
  return last.money?.currency !== money.currency || money.amountMinor > last.money.amountMinor;
};

const movesMoney: readonly RemedyKind[] = ['refund', 'credit'];

const flaw = ({ billing, kind, money, text, withinDays }: ProposeRemedy): Decision | null => {
  if (text.trim() === '') return refuse('facts-missing', 'AP-1', { field: 'text' });
  if (money === null && movesMoney.includes(kind)) return refuse('invalid-amount', 'AP-1');
  if (money !== null && !isAmount(money)) return refuse('invalid-amount', 'AP-1');
  if (billing !== undefined && billing.evidence.trim() === '')
    return refuse('facts-missing', 'S1.12', { field: 'evidence' });
  if (!Number.isSafeInteger(withinDays) || withinDays < 0 || withinDays > 3650)
    return refuse('invalid-date', 'AP-7');
  return null;
};

const isAmount = ({ amountMinor, currency }: Money): boolean =>
  Number.isSafeInteger(amountMinor) && amountMinor > 0 && /^[A-Z]{3}$/.test(currency);

/** Counted with what was granted before; granted at once when the proposer's own authority is enough. */
const proposed = (complaint: Complaint, command: ProposeRemedy, context: Context): Decision => {
  const { at, remedyId: id, money, billing = null, withinDays } = command;
  if (command.owner !== undefined && findPerson(context.organisation, command.owner) === undefined)
    return refuse('unknown-person', 'AP-7');
  if (command.owner !== undefined && context.recusals.includes(command.owner))
    return refuse('recused', 'S1.13', { person: command.owner });
  const { steps, rounds, clause } = stepsFor(complaint, command, context);
  const proposal: RemedyProposed = { ...command, type: 'RemedyProposed', steps, rounds, clause };
  if (steps.length > 0) return happened(proposal);
  const role = authorityOf(rolesOf(command.by, context));
  const granted = grant(
    complaint,
    { remedy: { id, money, billing, withinDays, referred: [] }, at, role },
    context,
  );
  return granted.kind === 'events' ? happened(proposal, ...granted.events) : granted;
};

/** What exceeds a last offer is the general manager's to decide, whatever it costs (S1.9). */
const stepsFor = (complaint: Complaint, command: ProposeRemedy, context: Context): ApprovalSteps => {
  if (!exceedsBottomLine(complaint, command, context)) return ladderOf(complaint, command, context);
  const clause = context.policy.pack.bottomLine?.clause ?? 'S1.9';
  return { steps: ['general_manager'], rounds: [0], clause };
};

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
  const dueAt = promisedBy(command.at, remedy.withinDays, policy.zone);
  return happened({ ...command, type: 'RemedyAccepted', dueAt });
};

/** The first no leads to another proposal; a second one up (S1.10, AP-6). */
const decline = (complaint: Complaint, command: DeclineRemedy, context: Context): Decision => {
  const remedy = complaint.remedies.find(({ id }) => id === command.remedyId);
  if (remedy?.status === 'declined') return nothing;
  if (remedy?.status !== 'offered') return refuse('stale', 'AP-6');
  const declined = complaint.remedies.filter(({ status }) => status === 'declined').length + 1;
  const cause = { at: command.at, by: system, trigger: 'declined', reason: '', clause: 'S1.10' };
  return happened(
    { ...command, type: 'RemedyDeclined' },
    ...(declined >= 2 ? raiseNext(complaint, cause, context) : []),
  );
};

/**
 * The promise is kept, with proof; the outcome is told and the follow-up dated. Whoever has withdrawn is asked nothing more.
 *
 * @clause S0.16, S0.11
 */
const carryOut = (complaint: Complaint, command: CarryOutRemedy, context: Context): Decision => {
  const { at, by, remedyId, proof } = command;
  const remedy = complaint.remedies.find(({ id }) => id === remedyId);
  if (remedy?.status === 'carried_out') return nothing;
  if (remedy?.status !== 'accepted') return refuse('stale', 'AP-7');
  if (remedy.owner !== actorId(by) && !mayWork(complaint, by, context)) return notHolder(complaint);
  if (proof.trim() === '') return refuse('facts-missing', 'AP-7', { field: 'proof' });
  const done = { type: 'RemedyCarriedOut' as const, at, by, remedyId, proof };
  if (complaint.withdrawn !== null) return happened(done);
  const followUp = followUpAt(at, context.policy);
  return happened(done, { type: 'ComplaintResolved', at, by, text: remedy.text, followUpAt: followUp });
};
