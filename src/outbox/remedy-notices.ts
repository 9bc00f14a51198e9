import type { ComplaintEvent } from '../complaint/events.ts';
import type { Complaint } from '../complaint/state.ts';
import { floorLines } from './approval-cards.ts';
import type { Notice, Words } from './notice-words.ts';
import type { Setting } from './plan.ts';
import { awaitedRoles } from './signatures.ts';

/** An offer below what the law gives is told to whoever proposed it, also where nobody else must agree (AP-5). */
const floorNotices = (
  after: Complaint,
  remedyId: string,
  { say, setting }: { readonly say: Words; readonly setting: Setting },
): readonly Notice[] => {
  const remedy = after.remedies.find(({ id }) => id === remedyId);
  const floors = remedy ? floorLines(after, remedy, setting) : [];
  return floors.length > 0 ? [say.team('floorWarning', { floors: floors.join('; ') })] : [];
};

/** Whose yes a proposal waits for; '' when it needs none. A spent budget can ask for one where the ladder did not. */
const waitsFor = (
  { remedyId, rounds = [], steps }: Extract<ComplaintEvent, { type: 'RemedyProposed' }>,
  after: Complaint,
  say: Words,
): string => {
  if (steps.length > 0) return awaitedRoles({ steps, rounds, approvals: [] }, say.locale);
  const remedy = after.remedies.find(({ id }) => id === remedyId);
  return remedy?.status === 'proposed' ? awaitedRoles(remedy, say.locale) : '';
};

/** It waits once more, for those whom the ladder asks besides by now. */
const furtherSignatures = (
  event: Extract<ComplaintEvent, { type: 'SignaturesAdded' }>,
  after: Complaint,
  say: Words,
): readonly Notice[] => {
  const remedy = after.remedies.find(({ id }) => id === event.remedyId);
  if (remedy === undefined) return [];
  const values = { remedy: say.remedy(remedy.id), role: awaitedRoles(remedy, say.locale) };
  return [say.team('signaturesAdded', values), say.manager('signaturesAdded', values)];
};

/** What staff are told of a remedy's way: proposed, decided, offered, answered, carried out; undefined for other events. */
export const remedyNotices = (
  event: ComplaintEvent,
  { after, say, setting }: { readonly after: Complaint; readonly say: Words; readonly setting: Setting },
): readonly Notice[] | undefined => {
  switch (event.type) {
    case 'RemedyProposed': {
      const values = { who: say.who(event), remedy: say.remedy(event.remedyId) };
      const role = waitsFor(event, after, say);
      return [
        role !== ''
          ? say.team('remedyProposed', { ...values, role })
          : say.team('remedyProposedFree', values),
        ...floorNotices(after, event.remedyId, { say, setting }),
      ];
    }
    case 'RemedyApproved':
      return [say.team('remedyApproved', { who: say.who(event), remedy: say.remedy(event.remedyId) })];
    case 'SignaturesAdded':
      return furtherSignatures(event, after, say);
    case 'RemedyRejected':
      return [
        say.team('remedyRejected', {
          who: say.who(event),
          remedy: say.remedy(event.remedyId),
          reason: event.reason,
        }),
      ];
    case 'RemedyReturned':
      return [
        {
          ...say.team('remedyReturned', {
            who: say.who(event),
            remedy: say.remedy(event.remedyId),
            reason: event.instruction,
          }),
          buttons: [{ do: 'edit-remedy', remedyId: event.remedyId }],
        },
      ];
    case 'RemedyOffered':
      return [say.team('remedyOffered')];
    default:
      return offerNotices(event, say);
  }
};

/** What became of an offer. */
const offerNotices = (event: ComplaintEvent, say: Words): readonly Notice[] | undefined => {
  switch (event.type) {
    case 'RemedyAccepted':
      return [
        say.team('remedyAccepted', {
          remedy: say.remedy(event.remedyId),
          owner: say.owner(event.remedyId),
          when: say.when(event.dueAt),
        }),
      ];
    case 'RemedyDeclined':
      return [
        say.team('remedyDeclined', {
          remedy: say.remedy(event.remedyId),
          evidence: event.evidence === 'button' ? say.word('byButton') : say.masked(event.evidence),
        }),
      ];
    case 'RemedyCarriedOut':
      return [
        say.team('carriedOut', {
          who: say.who(event),
          remedy: say.remedy(event.remedyId),
          proof: event.proof,
        }),
      ];
    default:
      return undefined;
  }
};
