import type { Logger } from 'pino';
import { mergeEvidenced } from '../complaint/facts.ts';
import type { FactName } from '../policy/facts.ts';
import type { Policy } from '../policy/policy.ts';
import type { Clock, LanguageModel, ModelOutcome, ModelRequest } from '../ports.ts';
import { type AcceptedAnswer, acceptAnswer } from '../triage/answer.ts';
import { modelAnswerJsonSchema } from '../triage/answer-schema.ts';
import { pseudonymise } from '../triage/model-privacy.ts';
import type { Proposal, Suggestion } from '../triage/model-proposal.ts';
import { fenced } from '../triage/model-text.ts';
import { wordingFault } from '../triage/model-wording.ts';
import type { Understand, UnderstandContext } from '../triage/understand.ts';
import type { Understanding } from '../triage/understanding.ts';
import { type Closed, createModelGate, type ModelLimits, modelLimits } from './model-limits.ts';
import type { ModelMetrics } from './model-metrics.ts';
import type { PlannedMove } from './model-move.ts';
import { type Needless, needlessFor } from './model-need.ts';
import type { Prompts } from './model-prompts.ts';

/** What was known of the complaint before this text. */
export type KnownBefore = Pick<Understanding, 'facts' | 'evidence'>;

/** One text of a talk that is to be understood. */
export interface Asked {
  readonly text: string;
  readonly policy: Policy;
  /** The talk; before there is a complaint the budget is the talk's for the day. */
  readonly talkId: string;
  readonly complaint?: string | null;
  readonly context?: UnderstandContext;
  /** The rules' reading of the very same text, when it is at hand. */
  readonly understanding?: Understanding;
  readonly known?: KnownBefore | null;
  /** What the dialog would say by the rules; null when the answer is fixed. */
  readonly move?: PlannedMove | null;
  /** Asks even where the rules are sure: for comparing the two. */
  readonly always?: boolean;
}

/** How a turn was understood. `answered` alone means the model had a part in it. */
export type UnderstandOutcome = 'answered' | 'off' | Needless | Closed | Exclude<ModelOutcome['kind'], 'ok'>;

/** What a text says and how to answer it. */
export interface Understood {
  readonly understanding: Understanding;
  /** Words for the planned line, through every check; null lets the script speak. */
  readonly wording: string | null;
  /** A worse grade for a person to accept; null when there is none. */
  readonly proposal: Proposal | null;
  /** Facts the model read that move something: for staff to see. */
  readonly suggested: readonly Suggestion[];
  readonly added: readonly FactName[];
  readonly dropped: readonly string[];
  readonly outcome: UnderstandOutcome;
}

/** What the understander is made of. */
export interface UnderstanderParts {
  readonly rules: Understand;
  /** Null: rules alone (DI-6). */
  readonly model: LanguageModel | null;
  readonly prompts: Prompts;
  /** Whether the reply guard lets words of the bot pass (DI-5). */
  readonly guard: (words: string) => boolean;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
  readonly metrics: ModelMetrics;
  readonly limits?: Partial<ModelLimits>;
}

/** The only caller of the model. */
export interface Understander {
  /**
   * Reads one text: by the rules, and by the model where that is worth a call and may be made.
   * Resolves within the deadline; never throws for anything the model does. Not for use inside a transaction.
   */
  understandTurn(asked: Asked): Promise<Understood>;
}

const byRules = (understanding: Understanding, outcome: UnderstandOutcome): Understood => ({
  understanding,
  wording: null,
  proposal: null,
  suggested: [],
  added: [],
  dropped: [],
  outcome,
});

/** The question without what is personal, and the way back. */
const questionOf = (asked: Asked, understanding: Understanding, { understandTurn }: Prompts) => {
  const hidden = pseudonymise(asked.text, understanding);
  const { text, fence } = fenced(hidden.text);
  const types = asked.policy.pack.types.map(({ id }) => id);
  const words = understandTurn.fill({
    locale: asked.move?.locale ?? understanding.locale ?? 'en',
    line: asked.move?.line ?? '(none)',
    expecting: asked.context?.expecting ?? 'nothing in particular',
    types: types.join(', '),
    fence,
    text,
  });
  const form = { schemaName: understandTurn.output, schema: modelAnswerJsonSchema(types) };
  return { question: { ...words, ...form }, restore: hidden.restore };
};

/** A model that neither answers nor ends is left behind a little after its deadline; one that throws counts as away. */
const within = (model: LanguageModel, request: ModelRequest): Promise<ModelOutcome> => {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ModelOutcome>((resolve) => {
    timer = setTimeout(() => {
      stop.abort();
      resolve({ kind: 'aborted' });
    }, request.deadlineMs + 250);
  });
  const asked = Promise.resolve()
    .then(() => model.ask(request, stop.signal))
    .catch((): ModelOutcome => ({ kind: 'unavailable' }));
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
};

/** What a call without a count may have cost: a third of a token a letter is near enough for both languages. */
const estimated = ({ system, user }: ModelRequest): number => Math.ceil((system.length + user.length) / 3);

const spentBy = (outcome: ModelOutcome, request: ModelRequest): number => {
  if (outcome.kind === 'rate-limited') return 0;
  const counted = outcome.kind === 'ok' ? outcome.inputTokens + outcome.outputTokens : 0;
  return counted > 0 ? counted : estimated(request);
};

const countTokens = (outcome: ModelOutcome, { metrics }: UnderstanderParts, limits: ModelLimits): void => {
  if (outcome.kind !== 'ok') return;
  metrics.tokens.inc({ direction: 'input' }, outcome.inputTokens);
  metrics.tokens.inc({ direction: 'output' }, outcome.outputTokens);
  const { inputPerMillion = 0, outputPerMillion = 0 } = limits.prices ?? {};
  metrics.cost.inc((outcome.inputTokens * inputPerMillion + outcome.outputTokens * outputPerMillion) / 1e6);
};

const chooseWording = (accepted: AcceptedAnswer, asked: Asked, parts: UnderstanderParts): string | null => {
  const { wording } = accepted;
  const move = asked.move ?? null;
  if (wording === null || move === null) return null;
  const fault =
    wordingFault(wording, { scripted: move.line, locale: move.locale, heard: asked.text }) ??
    (parts.guard(wording) ? null : 'guard');
  parts.metrics.wordings.inc({ result: fault ?? 'said' });
  return fault === null ? wording : null;
};

/** How one question ended: with an answer that may be used, or why not. */
type Ending = AcceptedAnswer | Exclude<UnderstandOutcome, 'answered'>;

/** Puts questions, counts what they took, and tells the gate how they ended. */
const createAsker = (parts: UnderstanderParts, model: LanguageModel, limits: ModelLimits) => {
  const { metrics, clock, prompts } = parts;
  const gate = createModelGate(limits, clock);
  return async (asked: Asked, understanding: Understanding): Promise<Ending> => {
    const key = asked.complaint ?? `${asked.talkId}/${clock.now().slice(0, 10)}`;
    const closed = gate.enter(key);
    if (closed !== null) return closed;
    const { question, restore } = questionOf(asked, understanding, prompts);
    const request: ModelRequest = { ...question, deadlineMs: limits.deadlineMs };
    const stop = metrics.seconds.startTimer();
    const outcome = await within(model, request);
    stop();
    countTokens(outcome, parts, limits);
    const told = asked.known ? mergeEvidenced(asked.known, understanding) : understanding;
    const around = { understanding, policy: asked.policy, told, restore };
    const accepted = outcome.kind === 'ok' ? acceptAnswer(outcome.value, asked.text, around) : null;
    // An answer nobody can use says as much about the server as none at all.
    const ended: ModelOutcome = outcome.kind === 'ok' && !accepted ? { kind: 'malformed' } : outcome;
    gate.leave(key, ended, spentBy(outcome, request));
    const ending = accepted ?? (ended.kind === 'ok' ? 'malformed' : ended.kind);
    metrics.calls.inc({ outcome: typeof ending === 'string' ? ending : 'answered' });
    metrics.circuitOpen.set(gate.open ? 1 : 0);
    if (typeof ending === 'string')
      parts.log.warn({ outcome: ending, model: model.name }, 'the rules carried on alone');
    return ending;
  };
};

/** Makes the understander. With no model every text is read by the rules alone, and nothing else changes (DI-6). */
export const createUnderstander = (parts: UnderstanderParts): Understander => {
  const { model, metrics, prompts } = parts;
  const ask = model && createAsker(parts, model, { ...modelLimits, ...parts.limits });
  const skipFor = (asked: Asked, understanding: Understanding): Needless | null => {
    const { text, policy, context, move = null, always = false } = asked;
    const expecting = context?.expecting ?? null;
    const needless = needlessFor({ text, policy, understanding, move, expecting });
    return always && needless === 'sure' ? null : needless;
  };
  const understandTurn = async (asked: Asked): Promise<Understood> => {
    const understanding = asked.understanding ?? parts.rules(asked.text, asked.context);
    if (ask === null) return byRules(understanding, 'off');
    const ending = skipFor(asked, understanding) ?? (await ask(asked, understanding));
    if (typeof ending === 'string') {
      metrics.skips.inc({ reason: ending });
      return byRules(understanding, ending);
    }
    for (const what of ending.dropped) metrics.dropped.inc({ what });
    const wording = chooseWording(ending, asked, parts);
    const { proposal } = ending;
    const part = { promptHash: prompts.understandTurn.hash, ...(proposal === null ? {} : { proposal }) };
    const read = { ...ending.understanding, ...part };
    return { ...ending, understanding: read, wording, outcome: 'answered' };
  };
  return { understandTurn };
};
