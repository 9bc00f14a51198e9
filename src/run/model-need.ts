import { neededDetails } from '../policy/intake.ts';
import type { Policy } from '../policy/policy.ts';
import { isTypeOpen } from '../triage/answer.ts';
import { readableDetails } from '../triage/answer-schema.ts';
import type { DetailName, Understanding } from '../triage/understanding.ts';
import type { PlannedMove } from './model-move.ts';

/** Why the model is not asked about a turn. */
export type Needless = 'empty' | 'danger' | 'sure';

/** What a turn offers the model. */
export interface Offered {
  readonly text: string;
  readonly understanding: Understanding;
  readonly policy: Policy;
  /** What the dialog asked last. */
  readonly expecting: string | null;
  readonly move: PlannedMove | null;
}

const sureIntent = 0.75;
/** Shorter words hold no more than the rules find in them. */
const richLetters = 60;

const lettersOf = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

const isDetail = (name: string): name is DetailName => readableDetails.some((one) => one === name);

/** Whether the question last asked is answered, as far as the rules can tell. */
const isAnswered = ({ expecting, understanding }: Offered): boolean => {
  if (expecting === null) return true;
  if (expecting === 'yes-no') return understanding.yesNo !== null;
  if (expecting === 'rating') return understanding.rating !== null;
  return !isDetail(expecting) || understanding.details[expecting] !== undefined;
};

/** A long complaint in which a needed detail was not found may still hold it. */
const mayHoldMore = ({ text, understanding, policy }: Offered): boolean => {
  if (!understanding.isComplaint || lettersOf(text) < richLetters) return false;
  const needed = neededDetails(understanding.type, policy);
  return readableDetails.some((name) => needed.includes(name) && understanding.details[name] === undefined);
};

const isSure = (offered: Offered): boolean => {
  const { text, understanding, expecting } = offered;
  if (understanding.language === 'other' || !isAnswered(offered)) return false;
  // A bare name or date says nothing of its intent: that it answers the question is enough.
  if (expecting !== null && lettersOf(text) < richLetters && !understanding.isComplaint) return true;
  if (understanding.intentConfidence < sureIntent) return false;
  const typed = !understanding.isComplaint || expecting !== null || !isTypeOpen(understanding);
  return typed && !mayHoldMore(offered);
};

/**
 * Why a call would be wasted on this turn; null when it is worth one.
 * Danger is answered at once: a life does not wait for a model. A short answer the rules understood needs no better words.
 */
export const needlessFor = (offered: Offered): Needless | null => {
  const { text, understanding, move } = offered;
  if (!/\p{L}/u.test(text)) return 'empty';
  if (understanding.facts.safety === 2 || understanding.intent === 'emergency') return 'danger';
  return isSure(offered) && move?.kind !== 'feelings' ? 'sure' : null;
};
