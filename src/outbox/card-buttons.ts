import { type Complaint, currentRemedy, isClosed, type Stage } from '../complaint/state.ts';
import type { DeskAction } from '../dialog/desk/action.ts';
import type { Locale } from '../terms.ts';
import { deskButton } from './button.ts';
import type { PlannedButton } from './plan.ts';

const early = ['hand-over', 'regrade', 'escalate', 'link', 'merge', 'decline', 'recuse', 'reveal'] as const;
const working = ['pause', 'letter', 'parties', ...early] as const;

const stageActions: Readonly<Record<Stage, readonly DeskAction['do'][]>> = {
  received: ['take', 'regrade', 'escalate', 'link', 'merge', 'decline', 'recuse', 'reveal'],
  taken: ['reply', 'finding', 'propose-remedy', 'resolve', ...working],
  investigated: ['reply', 'propose-remedy', 'resolve', 'finding', ...working],
  remedy_proposed: ['reply', 'finding', 'hand-over', 'regrade', 'escalate', 'recuse', 'reveal'],
  remedy_offered: ['reply', 'finding', 'hand-over', 'regrade', 'escalate', 'recuse', 'reveal'],
  remedy_accepted: ['carry-out', 'reply', 'finding', 'hand-over', 'escalate', 'recuse', 'reveal'],
  resolved: ['reply', 'finding', 'archive', 'reopen', 'escalate', 'reveal'],
  archived: ['reopen'],
  declined: ['reopen'],
  withdrawn: [],
  merged: [],
};

const plainActions: readonly DeskAction[] = [
  { do: 'take' },
  { do: 'reply' },
  { do: 'finding' },
  { do: 'propose-remedy' },
  { do: 'resolve' },
  { do: 'hand-over' },
  { do: 'regrade' },
  { do: 'escalate' },
  { do: 'link' },
  { do: 'merge' },
  { do: 'decline' },
  { do: 'recuse' },
  { do: 'pause' },
  { do: 'letter' },
  { do: 'parties' },
  { do: 'reveal' },
  { do: 'archive' },
  { do: 'reopen' },
];

const cardAction = (name: DeskAction['do'], complaint: Complaint): DeskAction | undefined => {
  if (name === 'carry-out') {
    const remedy = currentRemedy(complaint);
    return remedy ? { do: 'carry-out', remedyId: remedy.id } : undefined;
  }
  if (name === 'reveal' && complaint.complainant.anonymous) return undefined;
  if (name === 'pause' && complaint.pause) return { do: 'resume' };
  return plainActions.find((action) => action.do === name);
};

const talkAction = (complaint: Complaint): readonly DeskAction[] => {
  if (isClosed(complaint) || !complaint.contact) return [];
  if (complaint.talkHeldBy) return [{ do: 'return-talk' }];
  return complaint.personRequested || complaint.handler ? [{ do: 'take-talk' }] : [];
};

/** About a bill, or money is asked back and the finding is there: too much can have been charged in a matter of any type (S1.12). */
const mayBeOvercharged = ({ assessment, facts, finding }: Complaint): boolean =>
  assessment.type === 'billing' || (finding !== null && facts.wants.includes('money_back'));

/** A wish that another speaks for all is recorded, or not. */
const speakerActions = ({ nextSpeaker: to }: Complaint): readonly DeskAction[] =>
  to
    ? [
        { do: 'change-speaker', to },
        { do: 'decline-speaker', to },
      ]
    : [];

/** What only some complaints call for. */
const occasional = (complaint: Complaint): readonly DeskAction[] => {
  const { facts, parties, remedies, stage } = complaint;
  const inHand = stage === 'taken' || stage === 'investigated';
  const joint = facts.collective || parties.length > 0;
  const speaksFor = complaint.complainant.onBehalfOf !== undefined && !complaint.authority;
  const declined = remedies.some(({ status }) => status === 'declined');
  return [
    ...(inHand && mayBeOvercharged(complaint) ? [{ do: 'billing-error' } as const] : []),
    ...(inHand && (declined || complaint.finding?.outcome === 'not_upheld')
      ? [{ do: 'final-response' } as const]
      : []),
    ...(speaksFor && !isClosed(complaint) ? [{ do: 'confirm-authority' } as const] : []),
    ...(isClosed(complaint) ? [] : speakerActions(complaint)),
    ...(joint && stage === 'received' ? [{ do: 'parties' } as const] : []),
  ];
};

/** Where no chat reaches the complainant, staff enter what they said on the telephone (IN-12). */
const spokenFor = (complaint: Complaint): readonly DeskAction[] => {
  if (complaint.contact && complaint.reachable) return [];
  const remedy = currentRemedy(complaint);
  if (complaint.stage === 'remedy_offered' && remedy) return [{ do: 'enter-answer', remedyId: remedy.id }];
  return complaint.stage === 'resolved' ? [{ do: 'enter-follow-up' }] : [];
};

/** What was promised and accepted is carried out all the same. */
const owed = (complaint: Complaint): readonly DeskAction[] => {
  const remedy = currentRemedy(complaint);
  return remedy?.status === 'accepted' ? [{ do: 'carry-out', remedyId: remedy.id }] : [];
};

/** A withdrawn file is looked into and ended; nothing else of it goes to the complainant any more. */
const keptOpen = (complaint: Complaint): readonly DeskAction[] => [
  ...(complaint.handler === null ? [{ do: 'take' } as const] : []),
  ...owed(complaint),
  { do: 'end-withdrawn' },
  { do: 'finding' },
  { do: 'regrade' },
  { do: 'escalate' },
  { do: 'recuse' },
];

/** A file whose holder had to leave it waits for another, wherever it stands. */
const orphaned = ({ handler, stage }: Complaint): readonly DeskAction[] =>
  handler === null && stage !== 'received' && stageActions[stage].length > 1 ? [{ do: 'take' }] : [];

/** What can be done with a complaint now; the first is the natural next step. */
export const cardButtons = (complaint: Complaint, locale: Locale): readonly PlannedButton[] => {
  if (complaint.withdrawn) return keptOpen(complaint).map((action) => deskButton(action, locale));
  const usual = stageActions[complaint.stage].flatMap((name) => cardAction(name, complaint) ?? []);
  return [
    ...orphaned(complaint),
    ...spokenFor(complaint),
    ...usual,
    ...occasional(complaint),
    ...talkAction(complaint),
  ].map((action, index) =>
    deskButton(action, locale, index === 0 && action.do !== 'reopen' ? { style: 'primary' } : {}),
  );
};
