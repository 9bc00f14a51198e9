import type { ClauseId } from '../terms.ts';

/** Every way a complaint file can say no; the script words each of them. */
export const refusalCodes = [
  'already-closed',
  'already-resolved',
  'already-taken',
  'amount-over-authority',
  'facts-missing',
  'finding-first',
  'follow-up-first',
  'invalid-amount',
  'invalid-date',
  'maker-is-checker',
  'needs-reason',
  'no-contact',
  'not-authorised',
  'not-holder',
  'not-resolved',
  'not-understood-yet',
  'nothing-to-approve',
  'recused',
  'remedy-first',
  'same-file',
  'self-hand-over',
  'stale',
  'unknown-complaint',
  'unknown-person',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Policy or state says no: returned, never thrown. `data` fills the script's sentence and holds no complaint text. */
export interface Refusal {
  readonly code: RefusalCode;
  /** Why: the source's clause, or the capability where no source speaks. */
  readonly clause: ClauseId;
  readonly data: Readonly<Record<string, string | number>>;
}
