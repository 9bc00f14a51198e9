import type { Command, Contact } from '../complaint/commands.ts';
import type { ButtonAction } from '../dialog/desk/action.ts';
import type { Organisation } from '../policy/organisation.ts';
import type { Policy } from '../policy/policy.ts';
import type { Address, ChannelName, DeskChannel, Instant, Locale } from '../terms.ts';
import type { OutboundMessage } from './message.ts';

/** A button before it has an id: what its press means. */
export interface PlannedButton {
  readonly action: ButtonAction;
  readonly label: string;
  readonly style?: 'primary' | 'danger';
  readonly form?: boolean;
}

/** A message before it has an id and a place; the writer of the outbox gives both. */
export interface PlannedMessage
  extends Omit<OutboundMessage, 'id' | 'to' | 'route' | 'audience' | 'voice' | 'buttons' | 'complaint'> {
  readonly to:
    | { readonly desk: DeskChannel }
    | { readonly contact: Contact }
    /** One of the staff alone, where the transport has such a place. */
    | { readonly person: Address };
  readonly voice?: 'bot' | 'staff';
  /** It names no file: what everybody who works here may read, whoever keeps out of what (S0.7). */
  readonly unfiled?: true;
  readonly buttons?: readonly PlannedButton[];
}

/** A dated command; the same key again moves it. */
export interface PlannedFollowUp {
  readonly key: string;
  readonly dueAt: Instant;
  readonly command: Command;
}

/** What follows from what happened. */
export interface Effects {
  readonly messages: readonly PlannedMessage[];
  readonly followUps: readonly PlannedFollowUp[];
  /** Keys of follow-ups that are no longer wanted. */
  readonly cancels: readonly string[];
}

/** What the desk's words need besides the complaint. */
export interface Setting {
  readonly policy: Policy;
  readonly organisation: Organisation;
  readonly zone: string;
  /** Language of staff channels; null follows the complaint's. */
  readonly deskLocale: Locale | null;
  /** The transport managers talk on: where it has private talks, a restricted file goes there (ST-6). */
  readonly managerChannel?: ChannelName;
}
