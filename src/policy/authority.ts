import type { ClauseId, Money, RemedyKind, Role, Severity } from '../terms.ts';
import { lengthMinutes } from './duration.ts';
import { type Asked, type AskQuestion, whoIsAsked } from './duty.ts';
import type { Facts } from './facts.ts';
import { findPerson, holdsRole, type Organisation, type Person } from './organisation.ts';
import { conditionOf, type Policy } from './policy.ts';

/** Who must say yes. */
export interface ApprovalSteps {
  /** Empty when the proposer's own authority is enough. */
  readonly steps: readonly Role[];
  /** For each step its round: those of one round sign in any order, a later round after it. */
  readonly rounds: readonly number[];
  readonly clause: ClauseId;
}

/** A remedy as the ladder sees it. */
export interface ApprovalQuestion {
  readonly kind: RemedyKind;
  readonly money: Money | null;
  readonly severity: Severity;
  readonly facts: Facts;
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
  const { clause } = approvals;
  const money = question.money?.amountMinor ?? 0;
  if (approvals.free.includes(question.kind) && money === 0) return { steps: [], rounds: [], clause };
  const role = highest([
    money > 0 ? roleFor(money + question.totalMinor, policy) : approvals.inKind,
    ...approvals.least.filter((one) => one.severity === question.severity).map((one) => one.role),
    ...(foreignMoney(question.money, policy) ? [topRole(policy)] : []),
  ]);
  const joint = jointly(question, policy);
  if (joint !== undefined) return withJoint(role, joint, question.proposerRoles);
  const own = question.proposerRoles.some((held) => rank(held) >= rank(role));
  return { steps: own ? [] : [role], rounds: own ? [] : [0], clause };
};

/** The first rule by which several decide together on a complaint like this; undefined when none holds. */
const jointly = ({ facts, severity }: ApprovalQuestion, policy: Policy): Joint | undefined =>
  policy.pack.approvals.joint.find(({ when }) => conditionOf(policy, when).holds({ facts, severity }));

type Joint = Policy['pack']['approvals']['joint'][number];

/** Whoever proposes it has had their say: the others of the rule sign. Whoever the ladder asks beyond them decides after them. */
const withJoint = (role: Role, { roles, clause }: Joint, proposerRoles: readonly Role[]): ApprovalSteps => {
  const together = roles.filter((one) => !proposerRoles.includes(one));
  const beyond = [...together, ...proposerRoles].every((one) => rank(one) < rank(role)) ? [role] : [];
  const steps = [...together, ...beyond];
  return { steps, rounds: steps.map((_, index) => (index < together.length ? 0 : 1)), clause };
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

/** A silent last signer is asked once a day: more calls are read no sooner. */
const lastAskedEveryMinutes = 24 * 60;

/**
 * Minutes an asked signature is waited for before the next role is asked, or the last one again.
 *
 * @param passedTo role that silence has passed it to; null before
 * @clause AP-2
 */
export const approvalWaitMinutes = (passedTo: string | null, policy: Policy): number => {
  const wait = lengthMinutes(policy.pack.approvals.wait);
  return passedTo === 'general_manager' || passedTo === 'independent'
    ? Math.max(wait, lastAskedEveryMinutes)
    : wait;
};

/** The next role above, from counsel to the general manager; null above the general manager and beside the line. */
export const nextInLine = (role: Role): Role | null =>
  role === 'legal' ? 'general_manager' : order.includes(role) ? (order[rank(role) + 1] ?? null) : null;

/** The highest of the line among roles: by whose authority something is done. */
export const authorityOf = (held: readonly Role[]): Role => highest(held);

/**
 * Who is asked to sign for a role: as for any call, but where everybody of the role is kept out their deputies sign,
 * unless these work under them; else the next role above, and above the top the independent person.
 *
 * @returns empty only where nobody is left
 * @clause S1.13, ST-6, AP-2
 */
export const signersOf = (role: Role, question: AskQuestion): readonly Asked[] => {
  const asked = whoIsAsked(role, question);
  if (asked.length > 0) return asked;
  const deputies = deputiesOfKeptOut(role, question);
  if (deputies.length > 0) return deputies;
  if (role === 'independent') return [];
  return signersOf(nextInLine(role) ?? 'independent', question);
};

const deputiesOfKeptOut = (role: Role, { organisation, recused }: AskQuestion): readonly Asked[] =>
  organisation.people
    .filter((holder) => holder.roles.includes(role) && recused.includes(holder.id))
    .flatMap((holder) =>
      holder.deputies
        .filter((id) => !recused.includes(id) && !worksUnder(id, holder.id, organisation))
        .map((person) => ({ person, standsInFor: holder.id })),
    );

/** Whether somebody reports to another, through however many in between. */
const worksUnder = (id: string, above: string, organisation: Organisation): boolean => {
  const seen = new Set<string>();
  for (let one = findPerson(organisation, id); one?.reportsTo !== undefined && !seen.has(one.id); ) {
    if (one.reportsTo === above) return true;
    seen.add(one.id);
    one = findPerson(organisation, one.reportsTo);
  }
  return false;
};
