import type { Logger } from 'pino';
import type { Organisation } from '../policy/organisation.ts';
import type { Policy } from '../policy/policy.ts';
import type { Channel, Clock, Files, Ids } from '../ports.ts';
import type { Database, Tx } from '../store/database.ts';
import { transact } from '../store/transaction.ts';
import type { Address, ChannelName, DeskChannel, Locale } from '../terms.ts';
import type { SamenessWords } from '../triage/sameness-words.ts';
import type { Understand } from '../triage/understand.ts';
import type { Metrics } from './metrics.ts';
import type { Understander } from './understand.ts';

/** Packs by version: a complaint keeps the one it was received under. */
export interface PolicyBook {
  readonly current: Policy;
  /** The pack of that version; the current one when the version was never stored. */
  of(packId: string): Policy;
}

/** What wakes a loop before its next look. */
export type WorkKind = 'turns' | 'messages' | 'followUps';

/** Everything the work of a process shares besides the database: made once in `app.ts`, passed as it is. */
export interface Surroundings {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly files: Files;
  readonly policies: PolicyBook;
  readonly organisation: Organisation;
  readonly understand: Understand;
  /** By which complaints are compared. */
  readonly samenessWords: SamenessWords;
  /** Reads with a model too; null where none is configured. */
  readonly understander: Understander | null;
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
  /** Tells a loop of this process that there is work, now or so many wall milliseconds from now. */
  wake(kind: WorkKind, afterMs?: number): void;
  /** Tells another loop: one look found more than it takes. */
  wakeNext(kind: WorkKind): void;
}

/** What the loops have: the surroundings and the database. */
export interface World extends Surroundings {
  readonly db: Database;
}

/** What one transaction has: the surroundings and its own handle, so that nothing inside it can reach around it. */
export interface Work extends Surroundings {
  readonly tx: Tx;
}

/** Does work in one transaction: all of it or nothing. */
export const inTransaction = <Result>(world: World, work: (work: Work) => Promise<Result>): Promise<Result> =>
  transact(world.db, (tx) => {
    const { db: _db, ...rest } = world;
    return work({ ...rest, tx });
  });
