import type { Contact } from '../complaint/commands.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { PlannedButton, PlannedMessage } from '../outbox/plan.ts';
import { type ButtonRecord, buttonId } from '../store/buttons.ts';
import type { Surroundings } from './world.ts';

/** Messages ready for the outbox, with what their buttons mean. */
export interface Addressed {
  readonly messages: readonly OutboundMessage[];
  readonly buttons: readonly ButtonRecord[];
}

/** Gives planned buttons their opaque ids. */
export const identifyButtons = (
  planned: readonly PlannedButton[],
  owner: { readonly complaint: string | null; readonly talk: string | null },
): readonly (ButtonRecord & Pick<PlannedButton, 'label' | 'style' | 'form'>)[] =>
  planned.map(({ action, label, style, form }) => {
    const record = { ...owner, action };
    return { id: buttonId(record), ...record, label, ...(style ? { style } : {}), ...(form ? { form } : {}) };
  });

const contactTarget = (contact: Contact) => ({
  to: contact.address,
  ...(contact.route ? { route: contact.route } : {}),
  audience: 'complainant' as const,
});

/** Gives each planned message an id, a place and its buttons' ids. */
export const addressMessages = (
  planned: readonly PlannedMessage[],
  complaint: string,
  world: Surroundings,
): Addressed => {
  const buttons: ButtonRecord[] = [];
  const messages = planned.map(
    ({ to, voice = 'bot', buttons: wanted = [], unfiled, ...rest }): OutboundMessage => {
      const talk = 'contact' in to ? to.contact.conversation : null;
      const made = identifyButtons(wanted, { complaint, talk });
      buttons.push(...made.map(({ id, action }) => ({ id, complaint, talk, action })));
      const target =
        'contact' in to
          ? contactTarget(to.contact)
          : 'person' in to
            ? { to: to.person, audience: 'manager' as const }
            : { to: world.desks[to.desk], audience: to.desk };
      return {
        ...rest,
        ...target,
        id: world.ids.next('out'),
        voice,
        ...(unfiled ? {} : { complaint }),
        ...(made.length > 0
          ? {
              buttons: made.map(({ id, label, style, form }) => ({
                id,
                label,
                ...(style ? { style } : {}),
                ...(form ? { form } : {}),
              })),
            }
          : {}),
      };
    },
  );
  return { messages, buttons };
};
