import { unreachable } from '../../faults.ts';
import { notEnded } from '../../policy/deadlines.ts';
import type { Instant } from '../../terms.ts';
import type {
  ComplaintArchived,
  ComplaintDeclined,
  ComplaintLinked,
  ComplaintMerged,
  ComplaintReopened,
  ComplaintResolved,
  ComplaintWithdrawn,
} from '../events.ts';
import type { WithdrawalKept } from '../further-events.ts';
import type { Complaint, Stage } from '../state.ts';
import { noFollowUp } from './intake.ts';
import { endPause } from './pause.ts';

/** The ways a matter ends, and how it begins again. */
export const evolveClosure = (
  complaint: Complaint,
  event:
    | ComplaintResolved
    | ComplaintDeclined
    | ComplaintWithdrawn
    | WithdrawalKept
    | ComplaintMerged
    | ComplaintLinked
    | ComplaintArchived
    | ComplaintReopened,
): Complaint => {
  switch (event.type) {
    case 'ComplaintResolved':
      return resolve(complaint, event);
    case 'ComplaintDeclined':
      return {
        ...close(complaint, 'declined', event.at),
        escalation: null,
        finalAt: event.ground === 'not_ours' ? complaint.finalAt : event.at,
      };
    case 'ComplaintWithdrawn':
      // The danger outlives the complaint: a level 1 or 2 escalation waits for its manager all the same.
      return {
        ...close(complaint, 'withdrawn', event.at),
        escalation: complaint.severity <= 2 ? complaint.escalation : null,
      };
    case 'WithdrawalKept':
      return keepOpen(complaint, event);
    case 'ComplaintMerged':
      return { ...close(complaint, 'merged', event.at), escalation: null, mergedInto: event.into };
    case 'ComplaintLinked':
      return { ...complaint, related: [...new Set([...complaint.related, event.with])] };
    case 'ComplaintArchived':
      return { ...close(complaint, 'archived', event.at), escalation: null };
    case 'ComplaintReopened':
      return reopen(complaint, event);
    default:
      return unreachable(event);
  }
};

const resolve = (complaint: Complaint, event: ComplaintResolved): Complaint => ({
  ...endPause(complaint, event.at),
  pauseProposal: null,
  stage: 'resolved',
  higher: null,
  finalAt: event.final ? event.at : null,
  // A manager whom a level 1 or 2 complaint was sent to and who never saw it is still asked.
  escalation:
    complaint.severity <= 2 && complaint.escalation?.acknowledgedAt === null ? complaint.escalation : null,
  followUp: { ...noFollowUp, dueAt: event.followUpAt },
  timeline: {
    ...endPause(complaint, event.at).timeline,
    resolvedAt: event.at,
    resolutionsAt: [...(complaint.timeline.resolutionsAt ?? []), event.at],
    followUpDueAt: event.followUpAt,
  },
});

/**
 * The complainant is asked for nothing more and owed no more dates; the file goes on for what it says.
 * Whoever holds it, and whoever was called, is reminded until they end it.
 */
const keepOpen = (complaint: Complaint, { at, reason }: WithdrawalKept): Complaint => {
  const ended = endPause(complaint, at);
  return {
    ...ended,
    withdrawn: { at, reason },
    higher: null,
    drafts: [],
    talkHeldBy: null,
    personRequested: false,
    pauseProposal: null,
    timeline: { ...ended.timeline, closedAt: at },
  };
};

const close = (complaint: Complaint, stage: Stage, at: Instant): Complaint => ({
  ...endPause(complaint, at),
  stage,
  withdrawn: null,
  higher: null,
  handOver: null,
  regrade: null,
  drafts: [],
  talkHeldBy: null,
  personRequested: false,
  pauseProposal: null,
  timeline: { ...endPause(complaint, at).timeline, closedAt: at },
});

/** Nobody was silent while there was nothing to decide: those whose signature is waited for have their time again. */
const askedAgain = <Paper extends { readonly askedAt: Instant }>(paper: Paper, at: Instant): Paper => ({
  ...paper,
  askedAt: at,
});

/** A new round with the same holder; grades, replies and remedies of the former rounds stay. */
const reopen = (complaint: Complaint, event: ComplaintReopened): Complaint => ({
  ...complaint,
  stage: reopenedStage(complaint),
  unclaimedSince: complaint.handler === null ? event.at : null,
  reopenings: complaint.reopenings + 1,
  withdrawn: null,
  finalAt: null,
  reviewed: complaint.reviewed || (complaint.finalAt !== null && event.because !== 'new_facts'),
  facts: { ...complaint.facts, reopenings: complaint.reopenings + 1 },
  followUp: noFollowUp,
  remedies: complaint.remedies.map((one) => (one.status === 'proposed' ? askedAgain(one, event.at) : one)),
  letters: complaint.letters.map((one) => (one.status === 'review' ? askedAgain(one, event.at) : one)),
  timeline: {
    ...complaint.timeline,
    ...notEnded,
    reopenedAt: [...complaint.timeline.reopenedAt, event.at],
  },
});

/** An offer or a promise that still stands keeps its place; else the matter is investigated anew. */
const reopenedStage = (complaint: Complaint): Stage => {
  const status = complaint.remedies.at(-1)?.status;
  if (status === 'proposed') return 'remedy_proposed';
  if (status === 'offered') return 'remedy_offered';
  if (status === 'accepted') return 'remedy_accepted';
  return complaint.handler === null ? 'received' : 'taken';
};
