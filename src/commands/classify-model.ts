import { resolve } from 'node:path';
import type { Policy } from '../policy/policy.ts';
import type { LanguageModel } from '../ports.ts';
import { createWallClock } from '../run/clock.ts';
import { createMetrics } from '../run/metrics.ts';
import { readPrompts } from '../run/model-prompts.ts';
import { createUnderstander } from '../run/understand.ts';
import {
  type ClassifyLine,
  type ClassifyRow,
  type ClassifyTools,
  contextOf,
  lineOf,
} from '../triage/classify.ts';
import type { Suggestion } from '../triage/model-proposal.ts';
import { note } from './terminal.ts';

const factsOf = (suggested: readonly Suggestion[]) =>
  Object.assign({}, ...suggested.map(({ change }) => change));

/**
 * Reads lines by the rules and a model, each text once, whatever budgets a service would keep.
 * A text the model fails on is the rules' alone, and its line says so.
 */
export const modelClassifier = async (
  model: LanguageModel,
  { policy, tools }: { readonly policy: Policy; readonly tools: ClassifyTools },
): Promise<(row: ClassifyRow) => Promise<ClassifyLine>> => {
  const { understandTurn } = createUnderstander({
    rules: tools.understand,
    model,
    prompts: await readPrompts(resolve(import.meta.dirname, '../../prompts')),
    clock: createWallClock(1),
    log: { warn: (entry: unknown) => note(`a text was read by the rules alone: ${JSON.stringify(entry)}`) },
    metrics: createMetrics({ process: false }).model,
    // No answer is worded here.
    guard: () => false,
    limits: {
      deadlineMs: 20_000,
      callsPerDay: Number.MAX_SAFE_INTEGER,
      tokensPerDay: Number.MAX_SAFE_INTEGER,
    },
  });
  return async (row) => {
    const asked = { text: row.text, policy, talkId: String(row.id), context: contextOf(row), always: true };
    const { understanding, suggested } = await understandTurn(asked);
    return lineOf(row, understanding, { ...tools, suggested: factsOf(suggested) });
  };
};
