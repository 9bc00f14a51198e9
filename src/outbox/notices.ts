import type { ComplaintEvent, EscalationRaised, FollowUpAsked } from '../complaint/events.ts';
import type { Complaint, Escalation } from '../complaint/state.ts';
import type { DeskAction } from '../dialog/desk/action.ts';
import { sayCard } from '../dialog/script/card.ts';
import { sayNotice } from '../dialog/script/notice.ts';
import { followUpRule } from '../policy/contact.ts';
import { higherDue } from '../policy/deadlines.ts';
import type { Policy } from '../policy/policy.ts';
import { deskButton } from './button.ts';
import { teamThread } from './card.ts';
import { gradeNotices } from './grade-notices.ts';
import { askedText, managerThread, triggerText } from './manager-cards.ts';
import { type Notice, type Words, wordsFor } from './notice-words.ts';
import { noticesAround } from './notices-around.ts';
import type { PlannedMessage, Setting } from './plan.ts';
import { offeredPromises } from './promises.ts';
import { remedyNotices } from './remedy-notices.ts';

/** Said by one who complains with the complainant, in a talk of their own. */
const isByParty = ({ by }: ComplaintEvent, { complainant }: Complaint): boolean =>
  by.kind === 'complainant' && by.id !== complainant.id;

const talkNotices = (event: ComplaintEvent, after: Complaint, say: Words): readonly Notice[] | undefined => {
  switch (event.type) {
    case 'StatementAdded': {
      const { text, files } = event.statement;
      if (text === '') return [{ ...say.team('sentFiles', { count: files.length }), files }];
      return [
        { ...say.team(isByParty(event, after) ? 'saidByParty' : 'said'), quoted: say.masked(text), files },
      ];
    }
    case 'StatementAmended':
      return [
        {
          ...say.team(event.text === null ? 'deleted' : 'edited'),
          ...(event.text ? { quoted: say.masked(event.text) } : {}),
        },
      ];
    case 'IntakeCompleted':
      return [say.team('intakeDone')];
    case 'PersonRequested':
      return [{ ...say.team('personRequested'), buttons: [{ do: 'take-talk' }] }];
    case 'TalkTaken':
      return [
        {
          ...say.team('talkTaken', { who: say.who(event) }),
          buttons: [{ do: 'reply' }, { do: 'return-talk' }],
        },
      ];
    case 'TalkReturned':
      return [say.team('talkReturned')];
    case 'ComplaintWithdrawn':
      return event.by.kind === 'staff'
        ? [say.team('withdrawnEnded', { who: say.who(event), reason: event.reason })]
        : [say.team('withdrawn', { reason: say.masked(event.reason) })];
    case 'WithdrawalKept':
      return [
        {
          ...say.team('withdrawalKept', { reason: say.masked(event.reason), clause: event.clause }),
          buttons: [{ do: 'end-withdrawn' }],
        },
      ];
    case 'ContactAdded':
      return [say.team('contactAdded', { channel: event.contact.address.channel })];
    case 'ReachabilityNoted':
      return [say.team(event.reachable ? 'reachable' : 'unreachable')];
    case 'ContactFailed':
      return [say.team('deliveryFailed', { purpose: event.purpose })];
    default:
      return undefined;
  }
};

const handlingNotices = (
  event: ComplaintEvent,
  after: Complaint,
  say: Words,
): readonly Notice[] | undefined => {
  switch (event.type) {
    case 'ComplaintTaken':
      return [say.team('taken', { who: say.person(event.handler) })];
    case 'HandOverOffered': {
      const values = { from: say.person(event.from), to: say.person(event.to), reason: event.reason };
      return [
        {
          ...say.team('handOverOffered', values),
          buttons: [{ do: 'accept-hand-over' }, { do: 'refuse-hand-over' }],
        },
      ];
    }
    case 'HandOverAccepted':
      return [say.team('handOverAccepted', { who: say.person(event.handler) })];
    case 'HandOverRefused':
      return [say.team('handOverRefused', { who: say.who(event), reason: event.reason })];
    case 'RegradeProposed': {
      const values = { who: say.who(event), from: after.severity, to: event.severity, reason: event.reason };
      const ask: Notice = {
        ...say.manager('regradeProposed', values),
        buttons: [{ do: 'approve-regrade' }, { do: 'reject-regrade' }],
      };
      return [say.team('regradeProposed', values), ask];
    }
    case 'RegradeRejected':
      return [say.team('regradeRejected', { who: say.who(event), reason: event.reason })];
    case 'ComplaintRegraded':
      return [
        say.team('regraded', {
          who: say.who(event),
          from: event.from,
          to: event.severity,
          reason: event.reason,
        }),
      ];
    default:
      return registerNotices(event, say);
  }
};

const registerNotices = (event: ComplaintEvent, say: Words): readonly Notice[] | undefined => {
  switch (event.type) {
    case 'FindingRecorded': {
      const outcome = sayCard(say.locale, `outcome.${event.outcome}`);
      const valid = sayCard(say.locale, event.valid ? 'valid' : 'invalid');
      return [
        {
          ...say.team('finding', { who: say.who(event), outcome, valid, text: event.text }),
          buttons: [{ do: 'responsibility' }],
        },
      ];
    }
    case 'ComplaintMerged':
      return [say.team('merged', { who: say.who(event), into: event.into })];
    case 'ComplaintLinked':
      return [say.team('linked', { who: say.who(event), other: event.with })];
    case 'SamenessUpdated':
      return [say.team('sameness', { count: event.sameComplainants, related: event.related.join(', ') })];
    case 'PersonalDataRevealed':
      return [say.team('revealed', { who: say.who(event) })];
    default:
      return undefined;
  }
};

const replyNotices = (event: ComplaintEvent, say: Words, zone: string): readonly Notice[] | undefined => {
  switch (event.type) {
    case 'ReplyDrafted': {
      const { replyId, violations } = event;
      const buttons: readonly DeskAction[] = [
        { do: 'send-reply', replyId },
        { do: 'edit-reply', replyId },
        { do: 'discard-reply', replyId },
      ];
      if (violations.length === 0) return [{ ...say.team('draft'), quoted: event.text, buttons }];
      const found = violations.map(({ evidence, suggestion }) =>
        sayNotice(say.locale, 'violation', { evidence, suggestion }),
      );
      const text = [sayNotice(say.locale, 'draftFlagged'), ...found].join('\n');
      return [{ desk: 'team', text, quoted: event.text, buttons, flagged: true }];
    }
    case 'ReplySent':
      return [
        { ...say.team('replySent', { who: say.who(event) }), quoted: event.text },
        ...offeredPromises(event, say, zone),
      ];
    case 'ReplyDiscarded':
      return [say.team('replyDiscarded')];
    default:
      return undefined;
  }
};

/** Who watches over the follow-up, and who makes the call where no chat reaches the complainant (CL-6, S2.5). */
const followUpNotices = (
  { attempt }: FollowUpAsked,
  { after, say }: { readonly after: Complaint; readonly say: Words },
  policy: Policy,
): readonly Notice[] => {
  const { askedBy, watchedBy, clause } = followUpRule(policy);
  const asked = after.contact
    ? say.team('followUpAsked', { attempt })
    : say.team('followUpByPhone', { attempt, who: say.word(`asks.${askedBy}`) });
  if (watchedBy === null || attempt > 1) return [asked];
  return [asked, say.team('followUpWatched', { role: say.role(watchedBy), clause })];
};

const closureNotices = (
  event: ComplaintEvent,
  { after, say, setting }: { readonly after: Complaint; readonly say: Words; readonly setting: Setting },
): readonly Notice[] | undefined => {
  switch (event.type) {
    case 'ComplaintResolved':
      return [say.team(event.final ? 'finalGiven' : 'resolved', { when: say.when(event.followUpAt) })];
    case 'ComplaintDeclined':
      return [say.team('declined', { who: say.who(event), text: event.text })];
    case 'FollowUpAsked':
      return followUpNotices(event, { after, say }, setting.policy);
    case 'FollowUpAnswered': {
      const solved =
        event.solved === null
          ? ''
          : sayCard(say.locale, event.solved ? 'followUp.solved' : 'followUp.unsolved');
      const rated =
        event.rating === null ? '' : sayCard(say.locale, 'followUp.rating', { rating: event.rating });
      const told = say.team('followUpAnswered', { solved, rating: solved && rated ? ` · ${rated}` : rated });
      const content = after.followUp.solved === true && after.followUp.rating !== null && !after.finding;
      return content ? [told, { ...say.team('archiveNeedsFinding'), buttons: [{ do: 'finding' }] }] : [told];
    }
    case 'ComplainantUnreachable':
      return [
        { ...say.team('complainantUnreachable', { count: event.attempts }), buttons: [{ do: 'archive' }] },
      ];
    case 'ComplaintArchived':
      return [say.team('archived')];
    case 'ComplaintReopened':
      return [say.team('reopened', { reason: say.masked(event.reason) })];
    default:
      return undefined;
  }
};

/** Whether somebody is asked for the first time, once more, or because those asked before did not answer. */
const raisingKey = (earlier: Escalation | null, { trigger, step, role }: EscalationRaised) => {
  if (earlier === null || earlier.acknowledgedAt !== null || earlier.trigger !== trigger) return 'escalated';
  return earlier.step === step && earlier.role === role ? 'escalatedAgain' : 'escalatedFurther';
};

/** Whom it went up to and why, in words. */
const raisingValues = (
  { role, asked, trigger, reason }: Pick<EscalationRaised, 'role' | 'asked' | 'trigger' | 'reason'>,
  after: Complaint,
  { say, setting }: { readonly say: Words; readonly setting: Setting },
) => ({
  role: [say.role(role), askedText(asked ?? [], say.locale, setting)]
    .filter((one) => one !== '')
    .join(say.locale === 'en' ? ' – ' : '：'),
  trigger: triggerText(trigger, after, setting),
  reason,
});

const escalationNotices = (
  event: ComplaintEvent,
  { before, after }: { readonly before: Complaint | null; readonly after: Complaint },
  setting: Setting,
): readonly Notice[] | undefined => {
  const say = wordsFor(after, setting);
  switch (event.type) {
    case 'EscalationRaised': {
      const values = raisingValues(event, after, { say, setting });
      const key = raisingKey(before?.escalation ?? null, event);
      if (event.callAt === undefined) return [say.team(key, values), say.manager(key, values)];
      return [say.team(key, values), say.team('calledLater', { when: say.when(event.callAt) })];
    }
    case 'EscalationCalled':
      return after.escalation === null
        ? []
        : [say.manager('escalated', raisingValues(after.escalation, after, { say, setting }))];
    case 'HigherRequested': {
      const due = higherDue(after.timeline, setting.policy);
      return due === null ? [] : [say.team('higherRequested', { when: say.when(due) })];
    }
    case 'EscalationAcknowledged':
      return [
        say.team('acknowledged', { who: say.who(event) }),
        say.manager('acknowledged', { who: say.who(event) }),
      ];
    case 'EscalationReturned':
      return [say.team('escalationReturned', { who: say.who(event), instruction: event.instruction })];
    case 'ClockWarned':
      return [
        say.team('clockWarned', {
          clock: say.name(event.clock),
          percent: event.percent,
          when: say.when(event.dueAt),
        }),
      ];
    case 'ClockBreached':
      return [say.team('clockBreached', { clock: say.name(event.clock), when: say.when(event.dueAt) })];
    default:
      return undefined;
  }
};

const address = (notice: Notice, after: Complaint, locale: PlannedMessage['locale']): PlannedMessage => ({
  to: { desk: notice.desk },
  locale,
  inThread: notice.desk === 'team' ? teamThread(after.number) : managerThread(after.number),
  severity: after.severity,
  text: notice.text,
  ...(notice.quoted === undefined
    ? {}
    : {
        card: {
          title: notice.text,
          tone: notice.flagged ? 'notable' : 'ordinary',
          fields: [],
          sections: [{ text: notice.quoted, quoted: true }],
        },
      }),
  ...(notice.files && notice.files.length > 0 ? { files: notice.files } : {}),
  ...(notice.buttons
    ? {
        buttons: notice.buttons.map((action, index) =>
          deskButton(action, locale, {
            ...(index === 0 && !notice.flagged ? { style: 'primary' as const } : {}),
            ...(action.do === 'send-reply' && notice.flagged ? { label: 'send-anyway' as const } : {}),
          }),
        ),
      }
    : {}),
});

/**
 * What staff are told of one event in the complaint's threads; empty where the redrawn card says enough.
 * What is written to staff never reaches the complainant (ST-3).
 */
export const noticesOf = (
  event: ComplaintEvent,
  { before, after }: { readonly before: Complaint | null; readonly after: Complaint },
  setting: Setting,
): readonly PlannedMessage[] => {
  const say = wordsFor(after, setting);
  const notices =
    talkNotices(event, after, say) ??
    handlingNotices(event, after, say) ??
    replyNotices(event, say, setting.zone) ??
    remedyNotices(event, { after, say, setting }) ??
    closureNotices(event, { after, say, setting }) ??
    escalationNotices(event, { before, after }, setting) ??
    noticesAround(event, { after, say, setting }) ??
    gradeNotices(event, { before, after, say, setting });
  return notices.map((notice) => address(notice, after, say.locale));
};
