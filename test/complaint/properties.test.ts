import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/complaint/commands.ts';
import type { Context } from '../../src/complaint/context.ts';
import { decide } from '../../src/complaint/decide.ts';
import type { ComplaintEvent } from '../../src/complaint/events.ts';
import { evolve, fold } from '../../src/complaint/evolve.ts';
import { type Complaint, isClosed } from '../../src/complaint/state.ts';
import { isBefore } from '../../src/policy/time.ts';
import { context as usual } from '../support/given.ts';
import { attempts, commandOf } from './random-commands.ts';

/** With a leader who is not always at work, a budget that some remedies pass, and a source by which measures are published. */
const context: Context = {
  ...usual,
  organisation: {
    ...usual.organisation,
    people: usual.organisation.people.map((person) =>
      person.id === 'wu'
        ? { ...person, rota: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }] }
        : person,
    ),
  },
  policy: {
    ...usual.policy,
    pack: { ...usual.policy.pack, sanctions: { levels: [1, 2, 3, 4], clause: 'S0.7' } },
  },
  budgets: [
    {
      budget: {
        id: 'goodwill',
        label: { 'zh-CN': '补偿', en: 'Goodwill' },
        currency: 'CNY',
        amount: 200_000,
        period: 'month',
        warnAt: 80,
      },
      spentMinor: 100_000,
    },
  ],
};

/** One event of a random life, with the file before and after it. */
interface Step {
  readonly before: Complaint;
  readonly event: ComplaintEvent;
  readonly after: Complaint;
}

/** Lives through attempts; `watch` sees every event after the receipt. */
const live = (
  tries: Parameters<typeof commandOf>[0][],
  watch: (step: Step) => void,
  recusals: readonly string[] = [],
): ComplaintEvent[] => {
  const events: ComplaintEvent[] = [];
  let file: Complaint | null = null;
  let elapsed = 0;
  for (const attempt of tries) {
    elapsed += attempt.wait;
    // Meanwhile the same complainant is granted more and more elsewhere.
    const around = { ...context, recusals, granted: [{ amountMinor: elapsed * 10, currency: 'CNY' }] };
    const decision = decide(file, commandOf(attempt, file, elapsed), around);
    for (const event of decision.kind === 'events' ? decision.events : []) {
      const before: Complaint | null = file;
      const after: Complaint = evolve(before, event);
      if (before !== null) watch({ before, event, after });
      events.push(event);
      file = after;
    }
  }
  return events;
};

/** Holds for every event of some hundred random lives. */
const always = (watch: (step: Step) => void, recusals: readonly string[] = []) =>
  fc.assert(
    fc.property(attempts, (tries) => {
      live([...tries], watch, recusals);
    }),
    { numRuns: 400 },
  );

/** Every kind of event: one left out here is a type error. */
const kinds = Object.keys({
  ComplaintReceived: true,
  ComplaintAssessed: true,
  ComplaintAcknowledged: true,
  StatementAdded: true,
  IntakeCompleted: true,
  StatementAmended: true,
  ComplaintWithdrawn: true,
  PersonRequested: true,
  TalkTaken: true,
  TalkReturned: true,
  ComplaintTaken: true,
  HandOverOffered: true,
  HandOverAccepted: true,
  HandOverRefused: true,
  RegradeProposed: true,
  RegradeRejected: true,
  ComplaintRegraded: true,
  NoteAdded: true,
  ReplyDrafted: true,
  ReplySent: true,
  ReplyDiscarded: true,
  FindingRecorded: true,
  RemedyProposed: true,
  RemedyApproved: true,
  RemedyRejected: true,
  RemedyReturned: true,
  RemedyOffered: true,
  RemedyAccepted: true,
  RemedyDeclined: true,
  RemedyCarriedOut: true,
  EscalationRaised: true,
  EscalationAcknowledged: true,
  EscalationReturned: true,
  ComplaintResolved: true,
  ComplaintDeclined: true,
  ComplaintMerged: true,
  ComplaintLinked: true,
  SamenessUpdated: true,
  PersonalDataRevealed: true,
  ReachabilityNoted: true,
  ClockWarned: true,
  ClockBreached: true,
  FollowUpAsked: true,
  FollowUpAnswered: true,
  ComplainantUnreachable: true,
  ContactDelivered: true,
  ContactFailed: true,
  ComplaintArchived: true,
  ComplaintReopened: true,
  PersonRecused: true,
  RecusalProposed: true,
  RecusalDenied: true,
  RestrictedFileOpened: true,
  LeftUnclaimed: true,
  HandOverLapsed: true,
  StillUnresolved: true,
  StandingReminded: true,
  PauseProposed: true,
  PauseRejected: true,
  ClocksPaused: true,
  ClocksResumed: true,
  ApprovalPassed: true,
  ApprovalReferred: true,
  SignaturesAdded: true,
  EscalationCalled: true,
  BudgetWarned: true,
  RemedyOrdered: true,
  LetterDrafted: true,
  LetterApproved: true,
  ReviewPassed: true,
  LetterPreviewed: true,
  LetterReturned: true,
  LetterSent: true,
  PartiesListed: true,
  PartyJoined: true,
  PartyLeft: true,
  SpeakerRequested: true,
  SpeakerChanged: true,
  SpeakerDeclined: true,
  WordReturned: true,
  PartyForgotten: true,
  AuthorityConfirmed: true,
  WithdrawalKept: true,
  HigherRequested: true,
  GroundFound: true,
  ResponsibilityRecorded: true,
  ResponsibilityApproved: true,
  ResponsibilityPassed: true,
  ResponsibilityRejected: true,
  SanctionPublished: true,
  GradeSuggested: true,
  ContactAdded: true,
  PromiseNoted: true,
  PromiseKept: true,
  PromiseMissed: true,
} satisfies Record<ComplaintEvent['type'], true>);

/** What may do more when it is done twice. A look at the clocks: a breach may raise the level, and by its shorter clocks more is due at the same moment. */
const quietAfter = (command: Command): boolean =>
  ![
    'CheckClocks',
    'AddNote',
    'RevealPersonalData',
    'RecordDelivery',
    'OpenRestrictedFile',
    'PreviewLetter',
  ].includes(command.type);

describe('whatever people try', () => {
  test('random lives reach every kind of event, so that none of these rules holds for want of trying', () => {
    const seen = new Set<string>();
    for (const tries of fc.sample(attempts, { numRuns: 2500, seed: 3 }))
      for (const { type } of live([...tries], () => {})) seen.add(type);
    expect(kinds.filter((kind) => !seen.has(kind))).toEqual([]);
  }, 30_000);

  test('a file is the fold of its events, and its version is their number', () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        const events = live([...tries], () => {});
        expect(fold(events)?.version ?? 0).toBe(events.length);
      }),
      { numRuns: 200 },
    );
  });

  test('the first human reply is a person’s, and stays the first [CL-7]', () => {
    always(({ before, event, after }) => {
      if (before.timeline.firstReplyAt === after.timeline.firstReplyAt) return;
      expect(before.timeline.firstReplyAt).toBeNull();
      expect(event).toMatchObject({
        type: expect.stringMatching(/^(Reply|Letter)Sent$/),
        by: { kind: 'staff' },
      });
    });
  });

  test('a file once taken always has one holder, and changes hands only by a hand-over both agreed to [S0.1]', () => {
    always(({ before, event, after }) => {
      if (before.handler === after.handler) return;
      if (event.type === 'PersonRecused') return expect(after.handler).toBeNull();
      const taken = event.type === 'ComplaintTaken';
      if (taken) expect(before.handler).toBeNull();
      else expect(before.handOver?.to).toBe(after.handler);
      expect(event).toMatchObject({
        type: taken ? 'ComplaintTaken' : 'HandOverAccepted',
        by: { kind: 'staff', id: after.handler },
      });
    });
  });

  test('no level 1 or 2 is lowered without a second person [TR-7]', () => {
    always(({ before, event, after }) => {
      if (before.severity > 2 || after.severity <= before.severity) return;
      expect(event).toMatchObject({ type: 'ComplaintRegraded', by: { kind: 'staff' } });
      expect(before.regrade?.severity).toBe(after.severity);
      expect(event.by.kind === 'staff' && event.by.id).not.toBe(before.regrade?.by);
    });
  });

  test('nothing is offered before every step is approved, each by somebody else than the maker [AP-2]', () => {
    always(({ before, event }) => {
      if (event.type !== 'RemedyOffered') return;
      const remedy = before.remedies.find(({ id }) => id === event.remedyId);
      const approvers = remedy?.approvals.map(({ by }) => by) ?? [];
      expect(approvers).toHaveLength(remedy?.steps.length ?? -1);
      expect(new Set(approvers).size).toBe(approvers.length);
      const maker = remedy?.proposedBy;
      expect(approvers).not.toContain(maker?.kind === 'staff' ? maker.id : '');
    });
  });

  test('a remedy is carried out once, after the complainant’s yes [S1.6]', () => {
    always(({ before, event }) => {
      if (event.type !== 'RemedyCarriedOut') return;
      expect(before.remedies.find(({ id }) => id === event.remedyId)?.status).toBe('accepted');
    });
  });

  test('no archive before the follow-up, the finding and every promise [S1.2, TR-8]', () => {
    always(({ before, event }) => {
      if (event.type !== 'ComplaintArchived') return;
      expect(before.stage).toBe('resolved');
      expect(before.followUp.solved !== null || before.followUp.unreachable).toBe(true);
      expect(before.finding !== null || before.nature === 'enquiry').toBe(true);
      expect(before.remedies.some(({ status }) => status === 'accepted')).toBe(false);
    });
  });

  test('a file that is shut stays shut until it is reopened', () => {
    always(({ before, event, after }) => {
      if (!isClosed(before) || isClosed(after)) return;
      expect(event.type).toBe('ComplaintReopened');
    });
  });

  test('a level 1 or 2 complaint has called a manager [S1.10]', () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        const events = live([...tries], () => {});
        const file = fold(events);
        if (file === null || file.severity > 2) return;
        expect(events.some(({ type }) => type === 'EscalationRaised')).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('a person named in the complaint does nothing to it [S1.13]', () => {
    always(({ event }) => expect(event.by.kind === 'staff' && event.by.id).not.toBe('hu'), ['hu']);
  });

  test('an unanswered follow-up always knows when it comes back [CL-5]', () => {
    always(({ after }) => {
      const { attempts: asked, nextAttemptAt, unreachable } = after.followUp;
      const last = asked.at(-1);
      if (last === undefined || unreachable) return;
      expect(nextAttemptAt !== null && isBefore(last, nextAttemptAt)).toBe(true);
    });
  });

  test('the same press again has no second effect', () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        const events: ComplaintEvent[] = [];
        let elapsed = 0;
        for (const attempt of tries) {
          elapsed += attempt.wait;
          const command = commandOf(attempt, fold(events), elapsed);
          const first = decide(fold(events), command, context);
          if (first.kind !== 'events') continue;
          events.push(...first.events);
          if (quietAfter(command)) expect(decide(fold(events), command, context).kind).not.toBe('events');
        }
      }),
      { numRuns: 200 },
    );
  });
});
