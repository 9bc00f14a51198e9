import type { Locale } from '../terms.ts';
import type { Policy } from './policy.ts';

/** Where somebody can turn whom our last word does not satisfy, as the law makes us tell them; empty where it asks for nothing (AP-6). */
export const legalRoutes = (locale: Locale, { pack }: Policy): readonly string[] =>
  (pack.finalResponse?.routes ?? []).map(({ text }) => text[locale]);

/** What the law wants in the words of a final response themselves; empty where it does not say. */
export const finalMustHold = (locale: Locale, { pack }: Policy): readonly string[] =>
  (pack.finalResponse?.holds ?? []).map(({ label }) => label[locale]);
