import { resolve } from 'node:path';
import { Registry } from 'prom-client';
import { newDialog } from '../../src/dialog/state.ts';
import type { TurnInput } from '../../src/dialog/talk.ts';
import type { LanguageModel } from '../../src/ports.ts';
import { createVirtualClock } from '../../src/run/clock.ts';
import type { ModelLimits } from '../../src/run/model-limits.ts';
import { createModelMetrics } from '../../src/run/model-metrics.ts';
import { readPrompts } from '../../src/run/model-prompts.ts';
import { createUnderstander } from '../../src/run/understand.ts';
import type { Understanding } from '../../src/triage/understanding.ts';
import { policy } from './given.ts';
import { reading } from './reading.ts';

/** When these talks take place. */
export const noon = '2026-11-21T04:00:00.000Z';

/** The prompts that ship. */
export const prompts = await readPrompts(resolve(import.meta.dirname, '../../prompts'));

/** An understander on a clock of its own, with its metrics and its log at hand. */
export const rig = (
  model: LanguageModel | null,
  change: { readonly limits?: Partial<ModelLimits>; readonly guard?: (words: string) => boolean } = {},
) => {
  const clock = createVirtualClock(noon);
  const registry = new Registry();
  const logged: unknown[] = [];
  const understander = createUnderstander({
    model,
    prompts,
    clock,
    rules: () => reading(),
    guard: change.guard ?? (() => true),
    log: { warn: (entry: unknown) => void logged.push(entry) },
    metrics: createModelMetrics([registry]),
    limits: change.limits ?? {},
  });
  return { understander, clock, registry, logged };
};

/** A first message of a new talk, as the rules read it. */
export const firstTurn = (text: string, rules: Partial<Understanding> = {}): TurnInput => ({
  talk: {
    id: 'web:one',
    address: { channel: 'web', place: 'one' },
    locale: null,
    complainantId: 'person_1',
    complaint: null,
    dialog: newDialog(),
  },
  items: [{ kind: 'text', messageId: 'm1', text, at: noon, files: [], refusedFiles: [] }],
  understanding: reading(rules),
  complaint: null,
  deadlines: [],
  policy,
  nextNumber: 'R-2026-000001',
  now: noon,
  zone: 'Asia/Shanghai',
  privacyUrl: '/privacy',
});
