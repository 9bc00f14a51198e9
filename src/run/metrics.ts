import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { createModelMetrics, type ModelMetrics } from './model-metrics.ts';

/** What we count: never a name, a text or a token. */
export interface Metrics {
  readonly arrivals: Counter<'channel' | 'kind'>;
  readonly repeats: Counter<'channel'>;
  readonly turns: Counter<'side'>;
  readonly turnSeconds: Histogram<'side'>;
  readonly sent: Counter<'channel' | 'result'>;
  readonly followUps: Counter<'command' | 'result'>;
  readonly lateness: Gauge;
  readonly complaints: Counter<'severity'>;
  readonly failures: Counter<'where'>;
  readonly model: ModelMetrics;
  /** The text Prometheus reads. */
  text(): Promise<string>;
}

/** Makes a fresh set of metrics; `process` adds Node's own. */
export const createMetrics = (options: { readonly process: boolean }): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  if (options.process) collectDefaultMetrics({ register: registry });
  return {
    arrivals: new Counter({
      name: 'redress_arrivals_total',
      help: 'Messages stored',
      labelNames: ['channel', 'kind'],
      registers,
    }),
    repeats: new Counter({
      name: 'redress_repeats_total',
      help: 'Arrivals whose key was known',
      labelNames: ['channel'],
      registers,
    }),
    turns: new Counter({ name: 'redress_turns_total', help: 'Turns taken', labelNames: ['side'], registers }),
    turnSeconds: new Histogram({
      name: 'redress_turn_seconds',
      help: 'Time of one turn, from its lock to its commit',
      labelNames: ['side'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    sent: new Counter({
      name: 'redress_messages_total',
      help: 'Messages handed to a transport',
      labelNames: ['channel', 'result'],
      registers,
    }),
    followUps: new Counter({
      name: 'redress_follow_ups_total',
      help: 'Dated commands fired',
      labelNames: ['command', 'result'],
      registers,
    }),
    lateness: new Gauge({
      name: 'redress_follow_up_lateness_seconds',
      help: 'How late the last dated command fired',
      registers,
    }),
    complaints: new Counter({
      name: 'redress_complaints_total',
      help: 'Complaints received',
      labelNames: ['severity'],
      registers,
    }),
    failures: new Counter({
      name: 'redress_failures_total',
      help: 'Failed turns, sends and follow-ups',
      labelNames: ['where'],
      registers,
    }),
    model: createModelMetrics(registers),
    text: () => registry.metrics(),
  };
};
