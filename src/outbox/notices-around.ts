import type { ComplaintEvent } from '../complaint/events.ts';
import { countHouseholds, countPeople } from '../complaint/evolve/parties.ts';
import type { Complaint } from '../complaint/state.ts';
import type { DeskAction } from '../dialog/desk/action.ts';
import { personSpokenFor } from '../dialog/script/others.ts';
import { responsibilityText } from './card-sections.ts';
import type { Notice, Words } from './notice-words.ts';
import type { Setting } from './plan.ts';
import { promiseNotices } from './promises.ts';
import { awaitedRoles } from './signatures.ts';

/** What notices are worded from. */
interface Around {
  readonly after: Complaint;
  readonly say: Words;
  readonly setting: Setting;
}

const recusalNotices = (event: ComplaintEvent, { say }: Around): readonly Notice[] | undefined => {
  switch (event.type) {
    case 'PersonRecused': {
      const who = say.person(event.person);
      if (event.how === 'line') return [say.team('recusedLine', { who })];
      const words = say.masked(event.words);
      return event.how === 'named'
        ? [say.team('recused', { who, words })]
        : [say.team('recusedByStaff', { by: say.who(event), who, words })];
    }
    case 'RecusalProposed': {
      const { person, words } = event;
      return [
        {
          ...say.team('recusalProposed', { who: say.person(person), words: say.masked(words) }),
          buttons: [
            { do: 'confirm-recusal', person },
            { do: 'deny-recusal', person },
          ],
        },
      ];
    }
    case 'RecusalDenied':
      return [say.team('recusalDenied', { by: say.who(event), who: say.person(event.person) })];
    case 'RestrictedFileOpened':
      return [say.manager('fileOpened', { who: say.who(event) })];
    default:
      return undefined;
  }
};

const watchNotices = (event: ComplaintEvent, { after, say }: Around): readonly Notice[] | undefined => {
  switch (event.type) {
    case 'LeftUnclaimed':
      return [{ ...say.team('leftUnclaimed'), buttons: [{ do: 'take' }] }];
    case 'HandOverLapsed':
      return [say.team('handOverLapsed', { who: say.person(event.to) })];
    case 'StillUnresolved':
      return [say.team('stillUnresolved', { days: event.days })];
    case 'StandingReminded': {
      const who = after.handler === null ? say.role('handler') : say.person(after.handler);
      return [say.team('standing', { who })];
    }
    case 'ApprovalPassed': {
      const text = { role: say.role(event.role), remedy: say.remedy(event.remedyId) };
      return [say.team('approvalPassed', text), say.manager('approvalPassed', text)];
    }
    case 'ApprovalReferred': {
      const values = { ...say.budget(event), role: say.role(event.role), remedy: say.remedy(event.remedyId) };
      return [say.team('approvalReferred', values), say.manager('approvalReferred', values)];
    }
    case 'RemedyOrdered':
      return [say.team('ordered', { remedy: say.remedy(event.remedyId), when: say.when(event.dueAt) })];
    default:
      return undefined;
  }
};

const pauseNotices = (event: ComplaintEvent, { say, setting }: Around): readonly Notice[] | undefined => {
  const reasonOf = (id: string): string =>
    setting.policy.pack.pauses.reasons.find((one) => one.id === id)?.label[say.locale] ?? id;
  switch (event.type) {
    case 'PauseProposed': {
      const { days, note, reason } = event;
      const values = { who: say.who(event), days, reason: reasonOf(reason), note };
      return [
        say.team('pauseProposed', values),
        {
          ...say.manager('pauseProposed', values),
          buttons: [{ do: 'approve-pause' }, { do: 'reject-pause' }],
        },
      ];
    }
    case 'PauseRejected':
      return [say.team('pauseRejected', { who: say.who(event), reason: event.reason })];
    case 'ClocksPaused': {
      const { note, reason, until } = event;
      return [say.team('paused', { until: say.when(until), reason: reasonOf(reason), note })];
    }
    case 'ClocksResumed':
      return [say.team('resumed')];
    default:
      return undefined;
  }
};

const letterNotices = (event: ComplaintEvent, { after, say }: Around): readonly Notice[] | undefined => {
  switch (event.type) {
    case 'LetterDrafted': {
      const { letterId, rounds = [], steps, version } = event;
      const role = awaitedRoles({ steps, rounds, approvals: [] }, say.locale);
      return [
        {
          ...say.team('letterDrafted', { who: say.who(event), version, role }),
          buttons: [{ do: 'preview-letter', letterId }],
        },
      ];
    }
    case 'LetterApproved': {
      const { letterId } = event;
      const approved = say.team('letterApproved', { who: say.who(event) });
      const letter = after.letters.find(({ id }) => id === letterId);
      const ready = letter?.status === 'approved' || letter?.status === 'sent';
      return ready ? [approved, { ...say.team('letterReady'), buttons: sendButtons(letterId) }] : [approved];
    }
    case 'ReviewPassed': {
      const role = say.role(event.role);
      return [say.team('reviewPassed', { role }), say.manager('reviewPassed', { role })];
    }
    case 'LetterPreviewed': {
      const { files, version } = event;
      return [{ ...say.team('letterPreview', { who: say.who(event), version }), files }];
    }
    case 'LetterReturned': {
      const { instruction, letterId } = event;
      return [
        {
          ...say.team('letterReturned', { who: say.who(event), instruction }),
          buttons: [{ do: 'edit-letter', letterId }],
        },
      ];
    }
    case 'LetterSent':
      return [letterSent(event, say)];
    default:
      return undefined;
  }
};

/** One of those who complain together by the name they gave, masked. */
const nameOf = ({ complainant, parties }: Complaint, id: string, say: Words): string => {
  const party = parties.find(({ joined }) => joined?.id === id);
  return say.masked((complainant.id === id ? complainant.name : party?.name) ?? '');
};

const partyNotices = (event: ComplaintEvent, { after, say }: Around): readonly Notice[] | undefined => {
  switch (event.type) {
    case 'PartiesListed': {
      const { parties } = event;
      const counted = { people: countPeople(parties), households: countHouseholds(parties) };
      if (event.by.kind !== 'complainant') return [say.team('parties', { who: say.who(event), ...counted })];
      const speakers = parties.filter(({ speaks }) => speaks).length;
      return [say.team('partiesSaid', { ...counted, speakers })];
    }
    case 'PartyJoined':
      return [say.team('partyJoined', { who: say.masked(event.name) })];
    case 'PartyLeft':
      return [say.team('partyLeft')];
    case 'PartyForgotten':
      return [say.team('partyForgotten')];
    case 'SpeakerRequested': {
      const { to } = event;
      const buttons = [
        { do: 'change-speaker', to },
        { do: 'decline-speaker', to },
      ] as const;
      return [{ ...say.team('speakerRequested', { who: nameOf(after, to, say) }), buttons }];
    }
    case 'SpeakerChanged': {
      const { from, to } = event;
      const told = say.team('speakerChanged', { by: say.who(event), who: nameOf(after, to, say) });
      const undo = after.parties.some(({ joined }) => joined?.id === from);
      return [{ ...told, ...(undo ? { buttons: [{ do: 'return-word', from: to }] } : {}) }];
    }
    case 'SpeakerDeclined': {
      const values = { by: say.who(event), who: nameOf(after, event.to, say) };
      return [{ ...say.team('speakerDeclined', values), quoted: event.text }];
    }
    case 'WordReturned': {
      const values = { by: say.who(event), who: nameOf(after, event.to, say) };
      return [{ ...say.team('wordReturned', values), quoted: event.text }];
    }
    case 'AuthorityConfirmed': {
      const other = personSpokenFor(after.complainant.onBehalfOf ?? '');
      const proof = say.masked(event.proof);
      return [say.team('authorityConfirmed', { who: say.who(event), other, proof })];
    }
    default:
      return undefined;
  }
};

const sendButtons = (letterId: string): readonly DeskAction[] => [
  { do: 'send-letter-pdf', letterId },
  { do: 'send-letter', letterId },
  { do: 'preview-letter', letterId },
];

const letterSent = (event: Extract<ComplaintEvent, { type: 'LetterSent' }>, say: Words): Notice => {
  const { files = [], text } = event;
  const told = say.team(files.length > 0 ? 'letterSentPdf' : 'letterSent', { who: say.who(event) });
  return { ...told, quoted: text, files };
};

const recordNotices = (
  event: ComplaintEvent,
  { after, say, setting }: Around,
): readonly Notice[] | undefined => {
  switch (event.type) {
    case 'ResponsibilityRecorded': {
      const values = { who: say.who(event), what: responsibilityText(after, say.locale, setting) };
      if (!event.needsApproval) return [say.team('responsibility', values)];
      const buttons = [{ do: 'approve-responsibility' }, { do: 'reject-responsibility' }] as const;
      return [
        say.team('responsibilityAsks', values),
        { ...say.manager('responsibilityAsks', values), buttons },
      ];
    }
    case 'ResponsibilityPassed': {
      const again = event.role === 'general_manager';
      const values = { role: say.role(event.role), what: responsibilityText(after, say.locale, setting) };
      const told = again ? 'responsibilityAgain' : 'responsibilityUp';
      const buttons = [{ do: 'approve-responsibility' }, { do: 'reject-responsibility' }] as const;
      return [say.team(told, values), { ...say.manager(told, values), buttons }];
    }
    case 'ResponsibilityApproved': {
      const approved = say.team('responsibilityApproved', { who: say.who(event) });
      if (!setting.policy.pack.sanctions) return [approved];
      const ask = say.manager('responsibilityApproved', { who: say.who(event) });
      return [approved, { ...ask, buttons: [{ do: 'publish-sanction' }] }];
    }
    case 'SanctionPublished':
      return [say.team('sanctionPublished', { who: say.who(event) })];
    case 'ResponsibilityRejected':
      return [say.team('responsibilityRejected', { who: say.who(event), reason: event.reason })];
    case 'GradeSuggested': {
      const quoted = say.masked(event.evidence.join('\n'));
      return [
        {
          ...say.team('gradeSuggested', { severity: event.severity }),
          quoted,
          buttons: [{ do: 'regrade' }],
        },
      ];
    }
    case 'NoteAdded':
      return mirrored(event, { after, say, setting });
    default:
      return undefined;
  }
};

/** What is written in one thread stands in the other too, once there is another (ES-2). It stays inside (ST-3). */
const mirrored = (
  event: Extract<ComplaintEvent, { type: 'NoteAdded' }>,
  { after, say }: Around,
): readonly Notice[] => {
  const { channel, text, files } = event;
  if (channel === undefined || (channel === 'team' && after.escalation === null)) return [];
  const where = say.word(channel === 'team' ? 'where.team' : 'where.manager');
  const values = { who: say.who(event), where };
  const other = channel === 'team' ? say.manager('noteElsewhere', values) : say.team('noteElsewhere', values);
  return [{ ...other, ...(text === '' ? {} : { quoted: text }), files }];
};

/** What staff are told of what happens around the handling; undefined for events told elsewhere. */
export const noticesAround = (event: ComplaintEvent, around: Around): readonly Notice[] | undefined =>
  recusalNotices(event, around) ??
  watchNotices(event, around) ??
  promiseNotices(event, around) ??
  pauseNotices(event, around) ??
  letterNotices(event, around) ??
  partyNotices(event, around) ??
  recordNotices(event, around);
