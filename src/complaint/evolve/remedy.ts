import { unreachable } from '../../faults.ts';
import type {
  RemedyAccepted,
  RemedyApproved,
  RemedyCarriedOut,
  RemedyDeclined,
  RemedyOffered,
  RemedyProposed,
  RemedyRejected,
  RemedyReturned,
} from '../events.ts';
import type { ApprovalPassed, ApprovalReferred, RemedyOrdered, SignaturesAdded } from '../further-events.ts';
import { oneByOne, openSteps } from '../signing.ts';
import type { Complaint, Remedy } from '../state.ts';
import { noFollowUp } from './intake.ts';
import { progressed } from './reply.ts';
import { advance, workStage } from './stage.ts';

type RemedyEvent =
  | RemedyProposed
  | RemedyApproved
  | RemedyRejected
  | RemedyReturned
  | RemedyOffered
  | RemedyAccepted
  | RemedyDeclined
  | RemedyCarriedOut
  | RemedyOrdered
  | ApprovalPassed
  | ApprovalReferred
  | SignaturesAdded;

/** A remedy on its way from proposal to proof. */
export const evolveRemedy = (complaint: Complaint, event: RemedyEvent): Complaint => {
  const update = (change: (remedy: Remedy) => Partial<Remedy>): Complaint => ({
    ...complaint,
    remedies: complaint.remedies.map((remedy) =>
      remedy.id === event.remedyId ? { ...remedy, ...change(remedy) } : remedy,
    ),
  });
  switch (event.type) {
    case 'RemedyProposed':
      return {
        ...complaint,
        stage: advance(complaint, 'remedy_proposed'),
        remedies: [...complaint.remedies, proposed(event)],
      };
    case 'RemedyApproved':
      return update((remedy) => approve(remedy, event));
    case 'RemedyRejected':
      return { ...update(() => ({ status: 'rejected', note: event.reason })), stage: workStage(complaint) };
    case 'RemedyReturned':
      return {
        ...update(() => ({ status: 'returned', note: event.instruction })),
        stage: workStage(complaint),
      };
    case 'RemedyOffered':
      return {
        ...progressed(
          update(() => ({ status: 'offered', ...grantedBy(event) })),
          event.at,
        ),
        stage: advance(complaint, 'remedy_offered'),
      };
    case 'RemedyAccepted':
      return accept(
        update(() => ({ status: 'accepted', note: event.evidence, dueAt: event.dueAt })),
        event,
      );
    case 'RemedyOrdered':
      return accept(
        update(() => ({ status: 'accepted', ordered: true, dueAt: event.dueAt, ...grantedBy(event) })),
        event,
      );
    case 'ApprovalPassed':
      return update(() => ({ passedTo: event.role, askedAt: event.at }));
    case 'ApprovalReferred':
      return update((remedy) => refer(remedy, event));
    case 'SignaturesAdded':
      return update((remedy) => askFurther(remedy, event));
    case 'RemedyDeclined':
      return decline(update(() => ({ status: 'declined', note: event.evidence })));
    case 'RemedyCarriedOut':
      return {
        ...update(() => ({ status: 'carried_out', note: event.proof })),
        timeline: { ...complaint.timeline, carriedOutAt: event.at },
      };
    default:
      return unreachable(event);
  }
};

const proposed = (event: RemedyProposed): Remedy => ({
  id: event.remedyId,
  kind: event.kind,
  money: event.money,
  text: event.text,
  withinDays: event.withinDays,
  proposedBy: event.by,
  proposedAt: event.at,
  steps: event.steps,
  rounds: event.rounds ?? oneByOne(event.steps),
  referred: [],
  grantedAt: null,
  grantedBy: null,
  approvals: [],
  passedTo: null,
  askedAt: event.at,
  owner: event.owner ?? null,
  bottomLine: event.bottomLine ?? false,
  newFacts: event.newFacts ?? '',
  billing: event.billing ?? null,
  ordered: false,
  status: 'proposed',
  note: '',
  dueAt: null,
  clause: event.clause,
});

const approve = (remedy: Remedy, event: RemedyApproved): Partial<Remedy> => {
  const by = event.by.kind === 'system' ? '' : event.by.id;
  const approvals = [...remedy.approvals, { by, at: event.at, step: event.step }];
  return {
    approvals,
    passedTo: null,
    askedAt: event.at,
    status: openSteps({ ...remedy, approvals }).length === 0 ? 'approved' : 'proposed',
  };
};

/** More signatures, after all that were wanted. */
const askFurther = (
  { rounds, steps }: Remedy,
  more: Pick<SignaturesAdded, 'at' | 'steps' | 'rounds'>,
): Partial<Remedy> => {
  const next = Math.max(-1, ...rounds) + 1;
  return {
    steps: [...steps, ...more.steps],
    rounds: [...rounds, ...more.rounds.map((round) => next + round)],
    passedTo: null,
    askedAt: more.at,
    status: 'proposed',
  };
};

const refer = (
  remedy: Remedy,
  { at, budget, currency, limitMinor, role, spentMinor }: ApprovalReferred,
): Partial<Remedy> => ({
  ...askFurther(remedy, { at, steps: [role], rounds: [0] }),
  referred: [...remedy.referred, { budget, spentMinor, limitMinor, currency }],
});

const grantedBy = ({ at, role }: RemedyOffered | RemedyOrdered): Partial<Remedy> => ({
  grantedAt: at,
  grantedBy: role ?? null,
});

/** Said yes to, also after the outcome was told without it: what was promised is carried out first, then followed up. */
const accept = (complaint: Complaint, event: RemedyAccepted | RemedyOrdered): Complaint => ({
  ...complaint,
  stage: 'remedy_accepted',
  followUp: noFollowUp,
  timeline: {
    ...complaint.timeline,
    remedyAcceptedAt: event.at,
    remedyDueAt: event.dueAt,
    carriedOutAt: null,
    resolvedAt: null,
    followUpDueAt: null,
    followUpAskedAt: null,
    followUpDoneAt: null,
  },
});

/** An offer declined after the outcome was told changes nothing else. */
const decline = (complaint: Complaint): Complaint => ({
  ...complaint,
  stage: complaint.stage === 'resolved' ? 'resolved' : workStage(complaint),
});
