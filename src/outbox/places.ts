import type { Complaint } from '../complaint/state.ts';
import { sayCard } from '../dialog/script/card.ts';
import { accountOf, findPerson, holdsRole, type Person } from '../policy/organisation.ts';
import { type Address, type DeskChannel, managerRoles } from '../terms.ts';
import { deskButton } from './button.ts';
import type { PlannedMessage, Setting } from './plan.ts';

/** Where staff read of a complaint. 'restricted': in the manager channel, but nothing of what it says (ST-6). */
type Place =
  | { readonly kind: 'usual' }
  | { readonly kind: 'manager' }
  | { readonly kind: 'person'; readonly address: Address }
  | { readonly kind: 'restricted' };

const sitsWithManagers = (person: Person): boolean => managerRoles.some((role) => holdsRole(person, role));

/** Whoever keeps out and could still read a channel. Managers sit in the team channel too. */
const keptOut = (complaint: Complaint, { organisation }: Setting): readonly Person[] =>
  complaint.recusals.flatMap((id) => findPerson(organisation, id) ?? []);

/** The independent person's own place on the managers' transport; undefined where there is none. */
const independentPlace = (complaint: Complaint, setting: Setting): Address | undefined => {
  const channel = setting.managerChannel;
  if (channel === undefined || channel === 'web') return undefined;
  const person = setting.organisation.people.find(
    (one) => one.roles.includes('independent') && !complaint.recusals.includes(one.id),
  );
  const place = person === undefined ? undefined : accountOf(person, channel);
  return place === undefined ? undefined : { channel, place };
};

/**
 * Where a message for a desk channel goes instead, so that nobody named in the complaint reads it there.
 * A handler kept out: to the managers. A manager kept out: to the independent person, or nothing is shown but that there is a file.
 *
 * @clause ST-6, S1.13
 */
const placeFor = (complaint: Complaint, desk: DeskChannel, setting: Setting): Place => {
  const people = keptOut(complaint, setting);
  if (people.some(sitsWithManagers)) {
    const address = independentPlace(complaint, setting);
    return address === undefined ? { kind: 'restricted' } : { kind: 'person', address };
  }
  const inTeam = people.some((person) => holdsRole(person, 'handler'));
  return inTeam && desk === 'team' ? { kind: 'manager' } : { kind: 'usual' };
};

/** The same message under names of its own, so that what stood elsewhere is not taken for it. */
const renamed = (message: PlannedMessage, suffix: string): PlannedMessage => ({
  ...message,
  ...(message.key === undefined ? {} : { key: `${message.key}/${suffix}` }),
  ...(message.inThread === undefined ? {} : { inThread: `${message.inThread}/${suffix}` }),
  ...(message.opensThread === undefined
    ? {}
    : { opensThread: { ...message.opensThread, key: `${message.opensThread.key}/${suffix}` } }),
});

/** What anybody may read of a restricted file: its number and level. Everything else only by a logged press. */
const restricted = (message: PlannedMessage, complaint: Complaint): PlannedMessage => {
  const { locale, buttons = [] } = message;
  const { files: _files, card: _card, ...rest } = message;
  const { number, severity } = complaint;
  const heads = message.key !== undefined;
  const title = sayCard(locale, 'restrictedTitle', { number, severity });
  const text = heads ? title : sayCard(locale, 'restrictedNews', { number });
  const open = deskButton({ do: 'open-file' }, locale, { style: 'primary' });
  return {
    ...rest,
    text,
    ...(message.opensThread === undefined ? {} : { opensThread: { ...message.opensThread, title } }),
    ...(heads
      ? {
          card: {
            title,
            tone: 'notable' as const,
            fields: [],
            sections: [{ text: sayCard(locale, 'restrictedText') }],
          },
        }
      : {}),
    buttons: [open, ...buttons.map(({ style: _style, ...button }) => button)],
  };
};

/** Puts a planned message where nobody kept out reads it; undefined for a line that a restricted file need not announce. */
export const placed = (
  message: PlannedMessage,
  complaint: Complaint,
  setting: Setting,
): PlannedMessage | undefined => {
  if (!('desk' in message.to)) return message;
  const place = placeFor(complaint, message.to.desk, setting);
  switch (place.kind) {
    case 'usual':
      return message;
    case 'manager':
      return renamed({ ...message, to: { desk: 'manager' } }, 'apart');
    case 'person':
      return renamed({ ...message, to: { person: place.address } }, 'private');
    case 'restricted': {
      const matters = message.key !== undefined || (message.buttons ?? []).length > 0;
      const named = renamed({ ...message, to: { desk: 'manager' } }, 'restricted');
      return matters ? restricted(named, complaint) : undefined;
    }
  }
};

/** What is left of a card where it stood before somebody was kept out: that there is nothing to read any more. */
export const blanked = (message: PlannedMessage, complaint: Complaint): PlannedMessage => {
  const { locale } = message;
  const { files: _files, buttons: _buttons, ...rest } = message;
  const title = `${complaint.number} · ${sayCard(locale, 'moved')}`;
  return {
    ...rest,
    text: title,
    card: { title, tone: 'done', fields: [], sections: [{ text: sayCard(locale, 'movedText') }] },
  };
};
