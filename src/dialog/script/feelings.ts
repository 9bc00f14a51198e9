import type { FactEvidence, Facts } from '../../policy/facts.ts';
import { feelingsEn } from './feelings.en.ts';
import { feelingsZh } from './feelings.zh-CN.ts';
import { speaker } from './say.ts';

type FeelingsKey = keyof typeof feelingsZh;

/** First words to a complaint: the feeling, then the apology for the experience (DI-1, S1.2, S2.2). */
export const feelings = speaker<FeelingsKey>({ 'zh-CN': feelingsZh, en: feelingsEn });

const isKey = (type: string): type is FeelingsKey => Object.hasOwn(feelingsZh, type);

/**
 * The line that fits what was told: fear before anger, anger before weariness, then the type of complaint.
 * A type without words to show for it is a guess: speaking of it would put something into the complainant's mouth.
 */
export const feelingOf = (facts: Facts, evidence: FactEvidence): FeelingsKey => {
  if (facts.safety > 0) return 'worried';
  if (facts.emotion === 'angry') return 'angry';
  if (facts.repeat) return 'again';
  return isKey(facts.type) && evidence.type !== undefined ? facts.type : 'other';
};
