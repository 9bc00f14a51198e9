import type { FactEvidence, Facts } from '../policy/facts.ts';
import type { Intent, Locale, Money } from '../terms.ts';
import type { Proposal } from './model-proposal.ts';

/** A value found in the text: the words, where they stand (UTF-16 offsets), what they mean. */
export interface Found<T> {
  readonly value: T;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Needed details a text can hold (IN-5). Absent means not said; a complainant who declines makes it 'not stated' in the dialog. */
export interface Details {
  /** What happened, as far as it was told. */
  readonly narrative?: string;
  /** When it happened, in the complainant's words. */
  readonly when?: string;
  /** Where, in the complainant's words. */
  readonly where?: string;
  /** Product, project, shop or service. */
  readonly subject?: string;
  readonly order?: string;
  /** The remedy wanted, in the complainant's words. */
  readonly wanted?: string;
  /** The complainant's own name, when they gave it. */
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  /** Preferred means and time to be contacted. */
  readonly contactPreference?: string;
}
export type DetailName = keyof Details;

/** What a text says, by the rules and, where one is configured, the model. Pure data; all text in it is the complainant's. */
export interface Understanding {
  readonly language: 'zh' | 'en' | 'other';
  /** The locale to answer in; null when the text gives no sign (a number, an emoji). */
  readonly locale: Locale | null;
  readonly intent: Intent;
  /** 0 to 1: how sure the intent is; below 0.5 the dialog asks. */
  readonly intentConfidence: number;
  readonly isComplaint: boolean;
  readonly type: string;
  readonly typeScores: Readonly<Record<string, number>>;
  readonly facts: Facts;
  readonly evidence: FactEvidence;
  readonly details: Details;
  readonly amounts: readonly Found<Money>[];
  readonly phones: readonly Found<string>[];
  readonly emails: readonly Found<string>[];
  readonly orders: readonly Found<string>[];
  readonly names: readonly Found<string>[];
  readonly dates: readonly Found<string>[];
  /** Staff named or described by role in the text (recusal). */
  readonly accused: readonly Found<string>[];
  /** Yes or no, where the text is an answer to such a question. */
  readonly yesNo: 'yes' | 'no' | null;
  /** 1 to 5 where the text is a rating. */
  readonly rating: 1 | 2 | 3 | 4 | 5 | null;
  /** The complainant asks us to go on in this language. */
  readonly switchTo: Locale | null;
  readonly engine: 'rules' | 'model';
  /** SHA-256 of the prompt by which a model had a part in it; absent when the rules read alone. */
  readonly promptHash?: string;
  /** A worse grade that the model thinks right, for a person to accept. */
  readonly proposal?: Proposal;
}
