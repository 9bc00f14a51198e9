import { type ApprovalRefusal, authorityOf, mayApprove, nextInLine, signersOf } from '../policy/authority.ts';
import { standsIn } from '../policy/duty.ts';
import { findPerson, type Person } from '../policy/organisation.ts';
import { type Actor, type Instant, type Role, roles } from '../terms.ts';
import type { Context } from './context.ts';
import { actorId } from './people.ts';

/** What several people sign, a remedy or a letter, as far as it is. */
export interface Paper {
  /** Whose it is: maker is not checker. */
  readonly maker: string;
  /** Roles that sign. */
  readonly steps: readonly string[];
  /** For each step its round: those of one round sign in any order, a later round after it. */
  readonly rounds: readonly number[];
  /** `step` is which of the steps was signed. */
  readonly approvals: readonly { readonly by: string; readonly step: number }[];
  /** Role asked after silence, beside those whose step it is. */
  readonly passedTo: string | null;
}

/** The rounds of steps that come one after the other. */
export const oneByOne = (steps: readonly string[]): readonly number[] => steps.map((_, index) => index);

/** Steps whose signature is waited for now: every unsigned one of the first round that is not complete; empty when all have signed. */
export const openSteps = ({
  approvals,
  rounds,
  steps,
}: Pick<Paper, 'approvals' | 'rounds' | 'steps'>): readonly number[] => {
  const open = steps.flatMap((_, index) => (approvals.some(({ step }) => step === index) ? [] : [index]));
  const round = Math.min(...open.map((step) => rounds[step] ?? step));
  return open.filter((step) => (rounds[step] ?? step) === round);
};

/** Roles whose signature is waited for now, in the order of the steps. */
export const openRoles = (paper: Pick<Paper, 'approvals' | 'rounds' | 'steps'>): readonly string[] =>
  openSteps(paper).map((step) => paper.steps[step] ?? '');

/** Which step somebody signs, or why they sign none. */
export type Signing =
  | { readonly step: number }
  | { readonly refused: ApprovalRefusal; readonly role: string };

/**
 * Which open step this person signs: by role, as the one it was passed to after silence, as deputy of a holder who is
 * away, or for a role whose holders are all kept out. Whoever has signed an earlier step signs no later one.
 *
 * @clause AP-2, ES-4, S1.13
 */
export const signingStep = (
  paper: Paper,
  { by, at }: { readonly by: Actor; readonly at: Instant },
  context: Context,
): Signing => {
  const open = openSteps(paper);
  const answers = open.map((step) => ({ step, may: maySign(paper, { step, by, at }, context) }));
  const own = answers.find(({ may }) => may === true);
  if (own !== undefined) return { step: own.step };
  const telling = answers.find(({ may }) => may !== 'not-authorised') ?? answers[0];
  const refused = telling === undefined || telling.may === true ? 'not-authorised' : telling.may;
  return { refused, role: paper.steps[telling?.step ?? 0] ?? '' };
};

const asRole = (name: string | null | undefined): readonly Role[] =>
  roles.flatMap((one) => (one === name ? [one] : []));

const maySign = (
  paper: Paper,
  { step, by, at }: { readonly step: number; readonly by: Actor; readonly at: Instant },
  { organisation, policy, recusals: recused }: Context,
): true | ApprovalRefusal => {
  const person = findPerson(organisation, actorId(by));
  if (person === undefined || paper.approvals.some((one) => one.by === person.id)) return 'not-authorised';
  const own = signsElsewhere(paper, step, person) ? [] : asRole(paper.steps[step]);
  const allowed = [...own, ...asRole(paper.passedTo)];
  const answers = allowed.map((role) => mayApprove({ person, role, proposer: paper.maker, recused }));
  if (answers.includes(true)) return true;
  const question = { organisation, at, zone: policy.zone, recused };
  const others = { ...question, recused: [...recused, ...spentOn(paper)] };
  const stands = allowed.some(
    (role) =>
      standsIn(person.id, role, question) || signersOf(role, others).some((one) => one.person === person.id),
  );
  if (stands && person.id !== paper.maker && !recused.includes(person.id)) return true;
  return answers.find((one) => one !== 'not-authorised') ?? 'not-authorised';
};

/** Who can give no signature any more: whoever made it, and whoever signed a step of it already. */
export const spentOn = ({ approvals, maker }: Pick<Paper, 'approvals' | 'maker'>): readonly string[] => [
  maker,
  ...approvals.map(({ by }) => by),
];

/** Whoever has a step of their own to sign does not spend their signature on a lower one: somebody else's would then be missing. */
const signsElsewhere = ({ approvals, steps }: Paper, step: number, person: Person): boolean =>
  !asRole(steps[step]).some((role) => person.roles.includes(role)) &&
  steps.some(
    (role, other) =>
      other !== step &&
      asRole(role).some((one) => person.roles.includes(one)) &&
      approvals.every((one) => one.step !== other),
  );

/** Whom silence passes it on to: the next role above whoever was asked last; at the top the same is asked again (AP-2). */
export const passedOnTo = (paper: Paper): Role => {
  const [asked] = asRole(paper.passedTo ?? openRoles(paper)[0]);
  return (asked === undefined ? null : nextInLine(asked)) ?? 'general_manager';
};

/** By whose authority it stands once signed: the highest of the line among its steps. */
export const authorityBehind = ({ steps }: Pick<Paper, 'steps'>): Role => authorityOf(steps.flatMap(asRole));
