import type { ComplaintEvent } from '../complaint/events.ts';
import type { Complaint } from '../complaint/state.ts';
import { announcementsOf } from './announcements.ts';
import { approvalCard, letterCard } from './approval-cards.ts';
import { cardMessage } from './card.ts';
import { complainantMessagesOf, offerMessages, offersLeft } from './complainant.ts';
import { wantedFollowUps } from './follow-ups.ts';
import { escalationCard } from './manager-cards.ts';
import { noticesOf } from './notices.ts';
import { blanked, placed } from './places.ts';
import type { Effects, PlannedFollowUp, PlannedMessage, Setting } from './plan.ts';

/** One append: the file before and after, and what happened between. */
export interface Change {
  readonly before: Complaint | null;
  readonly after: Complaint;
  readonly events: readonly ComplaintEvent[];
}

/** Everything that stands somewhere and is redrawn from state: the live card, the escalation, approvals, offers. */
const standing = (complaint: Complaint | null, setting: Setting): readonly PlannedMessage[] => {
  if (!complaint) return [];
  const live = cardMessage(complaint, setting);
  const escalation = escalationCard(complaint, live.card, setting);
  const approvals = complaint.remedies.flatMap((remedy) => approvalCard(complaint, remedy, setting) ?? []);
  const letters = complaint.letters.map((letter) => letterCard(complaint, letter, setting));
  const all = [
    live,
    ...(escalation ? [escalation] : []),
    ...approvals,
    ...letters,
    ...offerMessages(complaint, setting),
  ];
  return all.flatMap((message) => placed(message, complaint, setting) ?? []);
};

const redrawn = ({ before, after }: Change, setting: Setting): readonly PlannedMessage[] => {
  const shown = new Map(standing(before, setting).map((message) => [message.key, JSON.stringify(message)]));
  const now = standing(after, setting);
  const changed = now.filter((message) => shown.get(message.key) !== JSON.stringify(message));
  const left = before ? offersLeft(before, after, setting) : [];
  return [...leftBehind({ before, after, now }, setting), ...left, ...changed];
};

/** Cards that stand where somebody kept out since can read them are emptied before anything else is said (ST-6). */
const leftBehind = (
  { before, after, now }: Pick<Change, 'before' | 'after'> & { readonly now: readonly PlannedMessage[] },
  setting: Setting,
): readonly PlannedMessage[] => {
  if (before === null || before.recusals.length === after.recusals.length) return [];
  const kept = new Set(now.map(({ key }) => key));
  return standing(before, setting)
    .filter(({ key, to }) => 'desk' in to && !kept.has(key))
    .map((message) => blanked(message, after));
};

const same = (one: PlannedFollowUp | undefined, other: PlannedFollowUp): boolean =>
  one !== undefined && JSON.stringify(one) === JSON.stringify(other);

const rescheduled = ({ before, after }: Change, setting: Setting): Pick<Effects, 'followUps' | 'cancels'> => {
  const old = new Map((before ? wantedFollowUps(before, setting) : []).map((one) => [one.key, one]));
  const wanted = wantedFollowUps(after, setting);
  const kept = new Set(wanted.map(({ key }) => key));
  return {
    followUps: wanted.filter((one) => !same(old.get(one.key), one)),
    cancels: [...old.keys()].filter((key) => !kept.has(key)),
  };
};

/**
 * What follows from an append: messages that stand are redrawn where they changed, each event is told once,
 * dated commands are moved to where the state now wants them.
 * The order is the order of sending: cards first, since they open the threads.
 */
export const effectsOf = (change: Change, setting: Setting): Effects => ({
  messages: [
    ...redrawn(change, setting),
    ...change.events
      .flatMap((event) => noticesOf(event, change, setting))
      .flatMap((notice) => placed(notice, change.after, setting) ?? []),
    ...change.events.flatMap((event) => announcementsOf(event, change.after, setting)),
    ...change.events.flatMap((event) => complainantMessagesOf(event, change.after, setting)),
  ],
  ...rescheduled(change, setting),
});
