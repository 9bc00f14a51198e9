import type { Locale } from '../terms.ts';
import { lengthMinutes } from './duration.ts';
import type { DetailName } from './pack.ts';
import type { Policy } from './policy.ts';
import { packType } from './severity.ts';

export type { DetailName } from './pack.ts';

/** Details asked for a type of complaint, in asking order (IN-5). Details already told are the dialog's to skip. */
export const neededDetails = (type: string, policy: Policy): readonly DetailName[] =>
  policy.pack.types.find(({ id }) => id === type)?.details ?? policy.pack.intake.details;

/** Most questions one intake may ask (IN-5). */
export const maxQuestions = (policy: Policy): number => policy.pack.intake.questions;

/** Minutes of silence after which what was told is filed as incomplete (IN-11). */
export const silenceMinutes = (policy: Policy): number => lengthMinutes(policy.pack.intake.silence);

/** Most people who may speak for a joint complaint, and the clause that says so; undefined where there is no limit (IN-13). */
export const mostRepresentatives = (policy: Policy): Policy['pack']['intake']['representatives'] =>
  policy.pack.intake.representatives;

/** The pack's standard reply to a common question (S4.e2); undefined when it has none. */
export const standardReply = (topic: string, locale: Locale, policy: Policy): string | undefined =>
  policy.pack.replies.find((reply) => reply.topic === topic)?.text[locale];

/** The topic whose standard reply answers a question, by the pack's words; undefined when none does. */
export const topicOf = (question: string, policy: Policy): string | undefined =>
  mostWords(question, policy.pack.replies)?.topic;

/**
 * The pack's type of a text: by the pack's own words where they stand in it, else by the general type that was read.
 *
 * @clause TR-1
 */
export const typeOf = (text: string, generalType: string, policy: Policy): string =>
  mostWords(text, policy.pack.types)?.id ?? packType(generalType, policy);

interface Worded {
  readonly words?: Readonly<Record<Locale, readonly string[]>> | undefined;
}

/** The entry most of whose words stand in the text, by their length; the first where two are even. */
const mostWords = <T extends Worded>(text: string, entries: readonly T[]): T | undefined => {
  const ranked = entries
    .map((entry) => ({ entry, weight: weightIn(text, entry) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return ranked[0]?.entry;
};
const weightIn = (text: string, { words }: Worded): number => {
  const lower = text.toLowerCase();
  const found = (words?.['zh-CN'] ?? []).filter((word) => lower.includes(word));
  // A Chinese character carries about as much as three letters.
  const english = (words?.en ?? []).filter((word) => new RegExp(`\\b${escaped(word)}`, 'i').test(text));
  return found.join('').length * 3 + english.join('').length;
};
const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A number to call, and who answers there. */
export interface EmergencyNumber {
  readonly number: string;
  readonly label: string;
}

/** Numbers to call when life or health is in danger, most fitting first (IN-14). */
export const emergencyNumbers = (locale: Locale, { pack }: Policy): readonly EmergencyNumber[] =>
  pack.emergency[locale].filter(({ lifeline }) => lifeline !== true);

/** Lines where somebody listens to who speaks of ending their life; empty where the pack names none (IN-14). */
export const lifelines = (locale: Locale, { pack }: Policy): readonly EmergencyNumber[] =>
  pack.emergency[locale].filter(({ lifeline }) => lifeline === true);

/** The pack's complaint types with their departments (TR-1). */
export const complaintTypes = (policy: Policy): Policy['pack']['types'] => policy.pack.types;

/** The words for a type, department, clock or remedy kind; the id itself when the pack does not know it. */
export const label = (id: string, locale: Locale, policy: Policy): string => {
  const { types, departments, clocks, remedies } = policy.pack;
  const found =
    types.find((one) => one.id === id) ??
    departments.find((one) => one.id === id) ??
    clocks.find((one) => one.id === id) ??
    remedies.find((one) => one.kind === id);
  return found?.label[locale] ?? id;
};

/** A department's name. Some departments share their id with a type, which `label` would name instead. */
export const departmentLabel = (id: string, locale: Locale, policy: Policy): string =>
  policy.pack.departments.find((one) => one.id === id)?.label[locale] ?? id;

/** Largest file taken and the kinds of files (IN-7). `image/*` stands for every picture. */
export const fileLimits = (policy: Policy): Policy['pack']['intake']['files'] => policy.pack.intake.files;

/** Types a text may be read as under this pack: its own, and those of the general vocabulary that it takes in. */
export const typeVocabulary = (policy: Policy): readonly string[] => [
  ...new Set(policy.pack.types.flatMap(({ id, covers }) => [id, ...covers])),
];
