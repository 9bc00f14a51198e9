import { type ApprovalSteps, approvalSteps } from '../../policy/authority.ts';
import { findPerson, holdsRole } from '../../policy/organisation.ts';
import { type Actor, type Role, roles } from '../../terms.ts';
import type { Context } from '../context.ts';
import { grantsOf } from '../grants.ts';
import { actorId } from '../people.ts';
import type { Complaint, Remedy } from '../state.ts';

/** Roles of whoever acts, as they are now; empty for one who has left. */
export const rolesOf = (by: Actor, { organisation }: Context): readonly Role[] =>
  findPerson(organisation, actorId(by))?.roles ?? [];

/** Whose yes the pack's ladder asks for, as the file stands now. */
export const ladderOf = (
  complaint: Complaint,
  { by, kind, money }: Pick<Remedy, 'kind' | 'money'> & { readonly by: Actor },
  context: Context,
): ApprovalSteps => {
  const { facts, severity } = complaint;
  const totalMinor = granted(complaint, money?.currency, context);
  const proposerRoles = rolesOf(by, context);
  return approvalSteps({ kind, money, facts, severity, totalMinor, proposerRoles }, context.policy);
};

/** With what the complainant was granted in other files: many small remedies are not a way round the ladder (AP-2). */
const granted = (complaint: Complaint, currency: string | undefined, context: Context): number =>
  [...grantsOf(complaint).flatMap((one) => (one.cancelled ? [] : [one.money])), ...(context.granted ?? [])]
    .filter((money) => money.currency === currency)
    .reduce((total, { amountMinor }) => total + amountMinor, 0);

/**
 * Whose yes the ladder asks for by now beyond those who gave it: while it waited the level may have risen, or the same
 * complainant been granted more elsewhere. A signer's own rank counts, whichever step they signed.
 *
 * @param signers ids of all who have said yes, the last one too
 * @returns without steps where the yes they gave is enough
 * @clause AP-2
 */
export const furtherSteps = (
  complaint: Complaint,
  { remedy, signers }: { readonly remedy: Remedy; readonly signers: readonly string[] },
  context: Context,
): ApprovalSteps => {
  const { kind, money, proposedBy: by } = remedy;
  const { clause, rounds, steps } = ladderOf(complaint, { by, kind, money }, context);
  const missing = steps.flatMap((step, index) =>
    remedy.steps.includes(step) || isHeldByOne(signers, step, context) ? [] : [index],
  );
  return {
    steps: missing.flatMap((index) => steps[index] ?? []),
    rounds: missing.flatMap((index) => rounds[index] ?? []),
    clause,
  };
};

const isHeldByOne = (signers: readonly string[], step: string, { organisation }: Context): boolean => {
  const role = roles.find((one) => one === step);
  return signers.some((id) => {
    const person = findPerson(organisation, id);
    return person !== undefined && role !== undefined && holdsRole(person, role);
  });
};
