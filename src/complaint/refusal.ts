import type { ClauseId } from '../terms.ts';

/** Every way a complaint file can say no; the script words each of them. */
export const refusalCodes = [
  'already-closed',
  'already-resolved',
  'already-taken',
  'alternative-first',
  'bottom-line-early',
  'bottom-line-stands',
  'budget-spent',
  'amount-over-authority',
  'facts-missing',
  'finding-first',
  'follow-up-first',
  'invalid-amount',
  'invalid-date',
  'letter-not-approved',
  'maker-is-checker',
  'names-somebody',
  'needs-reason',
  'no-contact',
  'no-overcharge',
  'not-authorised',
  'not-holder',
  'not-joined',
  'not-resolved',
  'not-understood-yet',
  'nothing-to-approve',
  'pause-too-long',
  'recused',
  'remedy-first',
  'same-file',
  'self-hand-over',
  'stale',
  'final-stands',
  'authority-first',
  'complainant-withdrew',
  'too-many-representatives',
  'unknown-complaint',
  'unknown-person',
  'withheld',
  'wording',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Policy or state says no: returned, never thrown. `data` fills the script's sentence and holds no complaint text. */
export interface Refusal {
  readonly code: RefusalCode;
  /** Why: the source's clause, or the capability where no source speaks. */
  readonly clause: ClauseId;
  readonly data: Readonly<Record<string, string | number>>;
}
