import type { FactEvidence, FactName, Facts } from '../policy/facts.ts';
import type { Policy } from '../policy/policy.ts';
import { emotions } from '../terms.ts';
import { type ModelAnswer, modelAnswerSchema, type ReadableDetail } from './answer-schema.ts';
import { actingFacts, actingTypes } from './model-acting.ts';
import { type Proposal, proposalOf, type Suggestion } from './model-proposal.ts';
import { findQuote } from './model-text.ts';
import type { Understanding } from './understanding.ts';

/** What is known when a model's answer comes in. */
export interface AnswerAround {
  /** The rules' reading of the same text: the floor. */
  readonly understanding: Understanding;
  readonly policy: Policy;
  /** Everything told so far, this text included, by the rules: what the grade stands on. */
  readonly told: { readonly facts: Facts; readonly evidence: FactEvidence };
  /** Puts hidden personal data back into the model's words. */
  restore(words: string): string;
}

/** A model's answer after the check: what may be used, and how. */
export interface AcceptedAnswer {
  /** The rules' reading with what the model may add; engine 'model'. */
  readonly understanding: Understanding;
  /** Facts set in `understanding` by the model. */
  readonly added: readonly FactName[];
  /** Facts it read that would move something: for staff to see, set nowhere. */
  readonly suggested: readonly Suggestion[];
  /** One level worse than the rules', never 1, for a person to accept; null when there is none. */
  readonly proposal: Proposal | null;
  /** Unchecked words of the reply, placeholders still in them. */
  readonly wording: string | null;
  /** What was not believed: `fact:media`, `detail:order`, `type`, `proposal` … */
  readonly dropped: readonly string[];
}

/** The answer as it is being taken in. */
interface Taking {
  readonly around: AnswerAround;
  readonly text: string;
  readonly understanding: Understanding;
  readonly added: readonly FactName[];
  readonly suggested: readonly Suggestion[];
  readonly dropped: readonly string[];
}

type Change = Partial<Pick<Taking, 'understanding' | 'added' | 'suggested' | 'dropped'>>;

const drop = (taking: Taking, what: string): Taking => ({ ...taking, dropped: [...taking.dropped, what] });

const quoteOf = ({ text, around }: Taking, quote: string): string | null =>
  findQuote(text, around.restore(quote));

const withUnderstanding = (taking: Taking, change: Partial<Understanding>): Taking => ({
  ...taking,
  understanding: { ...taking.understanding, ...change },
});

/** Sets a fact where nothing depends on it; shows it to staff where something does. */
const setFact = <Name extends FactName>(
  taking: Taking,
  name: Name,
  given: { readonly value: Facts[Name]; readonly evidence: string },
): Taking => {
  const { understanding, around } = taking;
  if (actingFacts(around.policy).has(name)) {
    const suggestion = { fact: name, change: { [name]: given.value }, evidence: given.evidence };
    return { ...taking, suggested: [...taking.suggested, suggestion] };
  }
  const change: Change = {
    added: taking.added.includes(name) ? taking.added : [...taking.added, name],
    understanding: {
      ...understanding,
      facts: { ...understanding.facts, [name]: given.value },
      evidence: { ...understanding.evidence, [name]: understanding.evidence[name] ?? given.evidence },
    },
  };
  return { ...taking, ...change };
};

const takeFacts = (given: Taking, answer: ModelAnswer): Taking =>
  answer.facts.reduce((taking, { fact, quote }) => {
    if (taking.understanding.facts[fact]) return taking;
    const evidence = quoteOf(taking, quote);
    if (evidence === null) return drop(taking, `fact:${fact}`);
    return setFact(taking, fact, { value: true, evidence });
  }, given);

const takeDanger = (taking: Taking, { danger }: ModelAnswer): Taking => {
  const value = danger?.level === 'now' ? 2 : 1;
  if (!danger || taking.understanding.facts.safety >= value) return taking;
  const evidence = quoteOf(taking, danger.quote);
  return evidence === null ? drop(taking, 'fact:safety') : setFact(taking, 'safety', { value, evidence });
};

const takeEmotion = (taking: Taking, { emotion: given }: ModelAnswer): Taking => {
  const known = taking.understanding.facts.emotion;
  if (!given || emotions.indexOf(given.emotion) <= emotions.indexOf(known)) return taking;
  const evidence = quoteOf(taking, given.quote);
  if (evidence === null) return drop(taking, 'fact:emotion');
  return setFact(taking, 'emotion', { value: given.emotion, evidence });
};

const takeWants = (given: Taking, answer: ModelAnswer): Taking =>
  answer.wants.reduce((taking, { want, quote }) => {
    const known = taking.understanding.facts.wants;
    if (known.includes(want)) return taking;
    const evidence = quoteOf(taking, quote);
    if (evidence === null) return drop(taking, `want:${want}`);
    return setFact(taking, 'wants', { value: [...known, want], evidence });
  }, given);

const longestDetail: Readonly<Record<ReadableDetail, number>> = {
  when: 60,
  where: 80,
  subject: 80,
  order: 40,
  wanted: 200,
  name: 30,
  contactPreference: 80,
};

const fits = (detail: ReadableDetail, words: string): boolean =>
  words.length <= longestDetail[detail] && (detail !== 'order' || /\p{Nd}/u.test(words));

const takeDetails = (given: Taking, answer: ModelAnswer): Taking =>
  answer.details.reduce((taking, { detail, quote }) => {
    const { understanding } = taking;
    if (understanding.details[detail] !== undefined) return taking;
    const words = quoteOf(taking, quote);
    if (words === null || !fits(detail, words)) return drop(taking, `detail:${detail}`);
    return withUnderstanding(taking, { details: { ...understanding.details, [detail]: words } });
  }, given);

/** A complaint the rules were not sure to hear: it can be heard as one, never the other way round. */
const hearsComplaint = ({ isComplaint, intent, intentConfidence }: Understanding): boolean =>
  !isComplaint &&
  intentConfidence < 0.8 &&
  ['question', 'suggestion', 'smalltalk', 'addition', 'abuse', 'complaint'].includes(intent);

const takeIntent = (taking: Taking, { complaintQuote }: ModelAnswer): Taking => {
  const { understanding } = taking;
  if (complaintQuote === null || understanding.isComplaint) return taking;
  if (!hearsComplaint(understanding) || quoteOf(taking, complaintQuote) === null)
    return drop(taking, 'complaint');
  const heard = { intent: 'complaint' as const, intentConfidence: 0.6, isComplaint: true };
  return withUnderstanding(taking, heard);
};

/** Whether the rules' type is little more than a guess. */
export const isTypeOpen = ({ type, typeScores }: Understanding): boolean => {
  const [best = 0, second = 0] = Object.values(typeScores).toSorted((a, b) => b - a);
  return type === 'other' || best < second * 1.5;
};

const takeType = (taking: Taking, { type }: ModelAnswer): Taking => {
  const { understanding, around } = taking;
  if (type === null || type === understanding.type || type === 'other') return taking;
  const acting = actingTypes(around.policy);
  const isKnown = around.policy.pack.types.some(({ id }) => id === type);
  const moves = acting.has(type) || acting.has(understanding.type);
  if (!isKnown || moves || !isTypeOpen(understanding)) return drop(taking, 'type');
  return withUnderstanding(taking, { type, facts: { ...understanding.facts, type } });
};

const steps = [takeFacts, takeDanger, takeEmotion, takeWants, takeDetails, takeIntent, takeType] as const;

/** An honest answer names a handful; one that goes on and on would only cost us time. */
const mostItems = 60;

const emptyOrNot = (wording: string | null): string | null => {
  const words = wording?.replace(/\s+/g, ' ').trim() ?? '';
  return words === '' ? null : words;
};

/**
 * Checks a model's answer against the text and the rules, and takes over what may be taken over.
 * It may add: facts nothing depends on, missing details, a better type where the rules guessed, a complaint where they were
 * not sure. What it adds stands word for word in the text. It takes nothing back, and nothing it says moves a level.
 *
 * @param raw whatever the model answered
 * @param text the complainant's own words, as the rules read them
 * @returns null when the answer is not of the closed form
 * @clause TR-2, DI-7
 */
export const acceptAnswer = (raw: unknown, text: string, around: AnswerAround): AcceptedAnswer | null => {
  const parsed = modelAnswerSchema.safeParse(raw);
  if (!parsed.success) return null;
  const answer = parsed.data;
  if (answer.facts.length + answer.wants.length + answer.details.length > mostItems) return null;
  const understanding: Understanding = { ...around.understanding, engine: 'model' };
  const start: Taking = { around, text, understanding, added: [], suggested: [], dropped: [] };
  const taken = steps.reduce<Taking>((taking, step) => step(taking, answer), start);
  const asked = answer.severityProposal;
  const evidence = asked ? quoteOf(taken, asked.quote) : null;
  const proposal = proposalOf({
    told: around.told,
    policy: around.policy,
    suggested: taken.suggested,
    asked: asked && evidence !== null ? { severity: Number(asked.severity), evidence } : null,
  });
  const { added, suggested, dropped } = asked && evidence === null ? drop(taken, 'proposal') : taken;
  const wording = emptyOrNot(answer.wording);
  return { understanding: taken.understanding, added, suggested, proposal, wording, dropped };
};
