import type { Logger } from 'pino';
import type { Organisation } from '../policy/organisation.ts';
import type { Policy } from '../policy/policy.ts';
import type { Channel, Clock, Files, Ids } from '../ports.ts';
import type { Database } from '../store/database.ts';
import type { Address, ChannelName, DeskChannel, Locale } from '../terms.ts';
import type { Understand } from '../triage/understand.ts';
import type { Metrics } from './metrics.ts';

/** Packs by version: a complaint keeps the one it was received under. */
export interface PolicyBook {
  readonly current: Policy;
  /** The pack of that version; the current one when the version was never stored. */
  of(packId: string): Policy;
}

/** What wakes a loop before its next look. */
export type WorkKind = 'turns' | 'messages' | 'follow-ups';

/** Everything the loops share: made once in `app.ts`, passed as it is. */
export interface World {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly files: Files;
  readonly policies: PolicyBook;
  readonly organisation: Organisation;
  readonly understand: Understand;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly desks: Readonly<Record<DeskChannel, Address>>;
  /** Language of staff channels; null follows each complaint's. */
  readonly deskLocale: Locale | null;
  readonly zone: string;
  readonly privacyUrl: string;
  /** Marks every complaint as play: rehearsals and simulations stay out of the figures. */
  readonly synthetic: boolean;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Tells a loop of this process that there is work. */
  wake(kind: WorkKind): void;
}
