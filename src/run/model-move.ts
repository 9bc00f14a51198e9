import { feelingsEn } from '../dialog/script/feelings.en.ts';
import { feelingsZh } from '../dialog/script/feelings.zh-CN.ts';
import { questionsEn } from '../dialog/script/questions.en.ts';
import { questionsZh } from '../dialog/script/questions.zh-CN.ts';
import type { TurnInput } from '../dialog/talk.ts';
import { takeTurn } from '../dialog/turn.ts';
import type { Locale } from '../terms.ts';

/** The one line of a planned answer that a model may put into better words. */
export interface PlannedMove {
  /** Feelings are named once in a complaint (DI-1); a detail told is noted. */
  readonly kind: 'feelings' | 'noted';
  /** What the script says there. */
  readonly line: string;
  readonly locale: Locale;
}

const softLines: Readonly<Record<Locale, Readonly<Record<PlannedMove['kind'], readonly string[]>>>> = {
  'zh-CN': { feelings: Object.values(feelingsZh).flat(), noted: questionsZh.noted },
  en: { feelings: Object.values(feelingsEn).flat(), noted: questionsEn.noted },
};

const mark = '\ue000';

/** The words of the answer that the dialog would let a model word; null when there are none. */
const freeWords = (input: TurnInput): { readonly words: string; readonly locale: Locale } | null => {
  const { wording: _, ...plain } = input;
  const scripted = takeTurn(plain);
  const fixed = takeTurn({ ...plain, wording: mark }).replies[0]?.text.split(mark) ?? [];
  if (fixed.length !== 2) return null;
  let words = scripted.replies[0]?.text ?? '';
  for (const part of fixed.map((one) => one.trim()).filter((one) => one !== '')) {
    const at = words.indexOf(part);
    if (at < 0) return null;
    words = `${words.slice(0, at).trimEnd()}\n\n${words.slice(at + part.length).trimStart()}`.trim();
  }
  return { words, locale: scripted.locale };
};

const softLineIn = (words: string, locale: Locale): PlannedMove | null => {
  const kinds = softLines[locale];
  const feelings = kinds.feelings.find((line) => words.includes(line));
  if (feelings !== undefined) return { kind: 'feelings', line: feelings, locale };
  const noted = kinds.noted.find((line) => words.startsWith(line));
  return noted === undefined ? null : { kind: 'noted', line: noted, locale };
};

/**
 * What this turn would say by the rules alone, as far as a model may word it.
 * Questions, receipts, numbers and offers stay the script's, word for word.
 *
 * @returns null when the answer is fixed from beginning to end, or there is none
 */
export const plannedMove = (input: TurnInput): PlannedMove | null => {
  const free = freeWords(input);
  return free && softLineIn(free.words, free.locale);
};

/**
 * Puts a model's words in the place of the script's line. When the turn has become another one since they were written, the
 * script stands.
 */
export const withWording = (input: TurnInput, planned: PlannedMove, words: string): TurnInput => {
  const free = freeWords(input);
  const now = free && softLineIn(free.words, free.locale);
  if (!free || !now || now.kind !== planned.kind || now.locale !== planned.locale) return input;
  return { ...input, wording: free.words.replace(now.line, () => words) };
};
