import type { ClauseId, Locale } from '../../terms.ts';

/** Ids of the rules a text to a complainant is read by, as `check-reply` prints them (DI-5). */
export const ruleIds = [
  'arguing',
  'interrupting',
  'blaming',
  'mocking',
  'not_admitting',
  'customer_unimportant',
  'taken_personally',
  'vague',
  'excuses',
  'blames_colleague',
  'self_praise',
  'pretence',
  'early_liability',
  'delay',
  'internal_rules',
  'calm_down',
  'bare_refusal',
  'not_our_policy',
  'unapproved_promise',
  'unsupplied_number',
  'apology_overuse',
  'threatening',
  'discourages_outside',
  'discloses',
  'asks_secret',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** What is wrong with a text: the words, the clause they go against, better ones in the text's language. */
export interface Violation {
  readonly rule: RuleId;
  readonly evidence: string;
  readonly clause: ClauseId;
  readonly suggestion: string;
}

/** One thing not to say to a complainant, as data: what it looks like, what only looks like it, what to say instead. */
export interface GuardRule {
  readonly id: RuleId;
  readonly clause: ClauseId;
  /** Looked for in each sentence. */
  readonly patterns: Readonly<Record<Locale, readonly RegExp[]>>;
  /** A sentence in which one of these stands is let through. */
  readonly unless?: readonly RegExp[];
  /** A text in which one of these stands anywhere is let through: a refusal with a way on is none. */
  readonly unlessAnywhere?: readonly RegExp[];
  readonly suggestion: Readonly<Record<Locale, string>>;
  readonly caught: Readonly<Record<Locale, readonly string[]>>;
  readonly passing: Readonly<Record<Locale, readonly string[]>>;
}
