import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** What we count of the model: never a text. */
export interface ModelMetrics {
  readonly calls: Counter<'outcome'>;
  readonly skips: Counter<'reason'>;
  readonly seconds: Histogram;
  readonly tokens: Counter<'direction'>;
  readonly cost: Counter;
  readonly dropped: Counter<'what'>;
  readonly wordings: Counter<'result'>;
  readonly circuitOpen: Gauge;
}

/** Makes the model's metrics in the given registries. */
export const createModelMetrics = (registers: Registry[]): ModelMetrics => ({
  calls: new Counter({
    name: 'redress_model_calls_total',
    help: 'Questions put to the model, by how they ended',
    labelNames: ['outcome'],
    registers,
  }),
  skips: new Counter({
    name: 'redress_model_skips_total',
    help: 'Turns the rules carried alone though a model is configured, by why',
    labelNames: ['reason'],
    registers,
  }),
  seconds: new Histogram({
    name: 'redress_model_seconds',
    help: 'Time the model took, in seconds of the wall',
    buckets: [0.1, 0.25, 0.5, 1, 2, 3, 4, 6, 10],
    registers,
  }),
  tokens: new Counter({
    name: 'redress_model_tokens_total',
    help: 'Tokens the model counted',
    labelNames: ['direction'],
    registers,
  }),
  cost: new Counter({
    name: 'redress_model_cost_total',
    help: 'Cost of those tokens at the configured prices; 0 without prices',
    registers,
  }),
  dropped: new Counter({
    name: 'redress_model_dropped_total',
    help: 'Parts of answers that were not believed',
    labelNames: ['what'],
    registers,
  }),
  wordings: new Counter({
    name: 'redress_model_wordings_total',
    help: 'Wordings of the model, by whether they may be said or why not',
    labelNames: ['result'],
    registers,
  }),
  circuitOpen: new Gauge({
    name: 'redress_model_circuit_open',
    help: '1 while the model is left alone after failures',
    registers,
  }),
});
