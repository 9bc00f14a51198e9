import type { ClauseId } from '../terms.ts';
import { type Duration, lengthMinutes } from './duration.ts';
import type { Pack } from './pack.ts';
import type { Policy } from './policy.ts';

/** Kinds of records a pack may keep for different lengths. */
export type RetainedRecord = NonNullable<Pack['retention']>[number]['record'];

/**
 * How long a kind of record is kept: the longest of what house and law ask.
 * Null where nothing is said; then nothing may be deleted, since what is gone cannot be kept any more.
 *
 * @clause ISO 10002 8.1, DISP 1.9
 */
export const retentionOf = (
  record: RetainedRecord,
  policy: Policy,
): { readonly keep: Duration; readonly clause: ClauseId } | null => {
  const rules = (policy.pack.retention ?? []).filter((rule) => rule.record === record);
  const [longest] = rules.toSorted((a, b) => lengthMinutes(b.keep) - lengthMinutes(a.keep));
  return longest ? { keep: longest.keep, clause: longest.clause } : null;
};
