import type { ClauseId, Money, RemedyKind, Role, Severity } from '../terms.ts';
import { lengthMinutes } from './duration.ts';
import { holdsRole, type Person } from './organisation.ts';
import type { Policy } from './policy.ts';

/** Who must say yes, in order. */
export interface ApprovalSteps {
  /** Empty when the proposer's own authority is enough. */
  readonly steps: readonly Role[];
  /** They may sign in any order; one after the other when absent. */
  readonly together?: boolean;
  readonly clause: ClauseId;
}

/** A remedy as the ladder sees it. */
export interface ApprovalQuestion {
  readonly kind: RemedyKind;
  readonly money: Money | null;
  readonly severity: Severity;
  /** What this complainant was already granted, minor units. */
  readonly totalMinor: number;
  readonly proposerRoles: readonly Role[];
}

/**
 * Roles that must approve a remedy before it may be offered.
 * The amount is counted together with what the complainant was already granted, so that many small remedies are not a way round.
 *
 * @clause AP-2
 */
export const approvalSteps = (question: ApprovalQuestion, policy: Policy): ApprovalSteps => {
  const { approvals } = policy.pack;
  const money = question.money?.amountMinor ?? 0;
  if (approvals.free.includes(question.kind) && money === 0) return { steps: [], clause: approvals.clause };
  const role = highest([
    money > 0 ? roleFor(money + question.totalMinor, policy) : approvals.inKind,
    ...approvals.least.filter((one) => one.severity === question.severity).map((one) => one.role),
    ...(foreignMoney(question.money, policy) ? [topRole(policy)] : []),
  ]);
  const own = question.proposerRoles.some((held) => rank(held) >= rank(role));
  const rung = approvals.ladder.find((one) => one.role === role);
  const also = rung?.also ?? [];
  if (also.length > 0)
    return { steps: [...also, role], together: rung?.together ?? false, clause: approvals.clause };
  return { steps: own ? [] : [role], clause: approvals.clause };
};

/** Steps of a formal letter or e-mail, not of a chat message (S1.5). */
export const writtenReplySteps = (policy: Policy): ApprovalSteps => policy.pack.approvals.writtenReply;

const order: readonly Role[] = ['handler', 'head', 'leader', 'general_manager'];
const rank = (role: Role): number => order.indexOf(role);
const highest = (given: readonly Role[]): Role =>
  given.reduce((most, role) => (rank(role) > rank(most) ? role : most), 'handler');

const roleFor = (amountMinor: number, policy: Policy): Role =>
  policy.pack.approvals.ladder.find(({ upTo }) => upTo === undefined || amountMinor <= upTo)?.role ??
  topRole(policy);
const topRole = (policy: Policy): Role => policy.pack.approvals.ladder.at(-1)?.role ?? 'general_manager';
/** Limits are in the pack's currency; other money goes to the top rather than being compared as if it were the same. */
const foreignMoney = (money: Money | null, policy: Policy): boolean =>
  money !== null && money.amountMinor > 0 && money.currency !== policy.pack.currency;

/** Why somebody may not approve. */
export type ApprovalRefusal = 'not-authorised' | 'maker-is-checker' | 'recused';

/**
 * Whether a person may decide on a step that asks for a role.
 * Someone named in the complaint never may; nor may whoever proposed it, whatever their role.
 *
 * @param question `proposer` is the id of who proposed; `recused` ids of people kept out
 * @clause AP-2, S1.13
 */
export const mayApprove = (question: {
  readonly person: Person;
  readonly role: Role;
  readonly proposer: string;
  readonly recused: readonly string[];
}): true | ApprovalRefusal => {
  const { person, role, proposer, recused } = question;
  if (recused.includes(person.id)) return 'recused';
  if (!holdsRole(person, role)) return 'not-authorised';
  return person.id === proposer ? 'maker-is-checker' : true;
};

/** Minutes of silence after which an approval passes to the next in line (AP-2). */
export const approvalWaitMinutes = (policy: Policy): number => lengthMinutes(policy.pack.approvals.wait);

/** Who is asked when a role keeps silent: the next above it; null when nobody is, or the role stands outside the line. */
export const nextInLine = (role: Role): Role | null =>
  order.includes(role) ? (order[rank(role) + 1] ?? null) : null;
