import { toEpochMs } from '../policy/time.ts';
import type { Clock, ModelOutcome } from '../ports.ts';

/** How long we wait for the model, and how much of it we use. */
export interface ModelLimits {
  /** Then the rules' answer goes out. */
  readonly deadlineMs: number;
  /** Failures in a row after which the model is left alone … */
  readonly failures: number;
  /** … for this long; then one question tries. */
  readonly pauseSeconds: number;
  readonly callsPerComplaint: number;
  readonly tokensPerComplaint: number;
  /** A day ends at midnight UTC. */
  readonly callsPerDay: number;
  readonly tokensPerDay: number;
  /** In any one currency, per million tokens; null counts no cost. */
  readonly prices: { readonly inputPerMillion: number; readonly outputPerMillion: number } | null;
}

/** What applies unless a caller says otherwise. */
export const modelLimits: ModelLimits = {
  deadlineMs: 4000,
  failures: 5,
  pauseSeconds: 60,
  callsPerComplaint: 12,
  tokensPerComplaint: 40_000,
  callsPerDay: 10_000,
  tokensPerDay: 20_000_000,
  prices: null,
};

/** Why no question may be put now. */
export type Closed = 'circuit' | 'waiting' | 'complaint-budget' | 'day-budget';

/** Says whether the model may be asked, and learns from what came of it. One process's own view: nothing is stored. */
export interface ModelGate {
  /** Null when a question may be put; it is then counted. */
  enter(key: string): Closed | null;
  /** What came of the question; `tokens` as counted, or as estimated when nothing was. */
  leave(key: string, outcome: ModelOutcome, tokens: number): void;
  readonly open: boolean;
}

interface Spent {
  calls: number;
  tokens: number;
}

const mostKeys = 20_000;
const failing: readonly ModelOutcome['kind'][] = ['unavailable', 'aborted', 'malformed'];

/** Budgets by complaint, the oldest forgotten first: memory must not grow with the years. */
const createLedger = () => {
  const spent = new Map<string, Spent>();
  const of = (key: string): Spent => {
    const known = spent.get(key) ?? { calls: 0, tokens: 0 };
    spent.delete(key);
    spent.set(key, known);
    const [oldest] = spent.keys();
    if (spent.size > mostKeys && oldest !== undefined) spent.delete(oldest);
    return known;
  };
  return { of };
};

/** Opens after failures in a row, lets one question through after the pause, and closes again when that one succeeds. */
const createCircuit = (limits: ModelLimits) => {
  let failures = 0;
  let openUntil = 0;
  let probing = false;
  return {
    isShut: (now: number): boolean => failures >= limits.failures && (now < openUntil || probing),
    isOpen: (): boolean => failures >= limits.failures,
    enter: (): void => {
      probing = failures >= limits.failures;
    },
    leave: (failed: boolean, now: number): void => {
      probing = false;
      failures = failed ? failures + 1 : 0;
      if (failures >= limits.failures) openUntil = now + limits.pauseSeconds * 1000;
    },
  };
};

/** Makes the gate before the model: circuit, waits the server asked for, budgets. */
export const createModelGate = (limits: ModelLimits, clock: Clock): ModelGate => {
  const ledger = createLedger();
  const circuit = createCircuit(limits);
  let waitUntil = 0;
  let day = '';
  let today: Spent = { calls: 0, tokens: 0 };
  const turnDay = (): void => {
    const now = clock.now().slice(0, 10);
    if (now !== day) today = { calls: 0, tokens: 0 };
    day = now;
  };
  const closed = (key: string): Closed | null => {
    const now = toEpochMs(clock.now());
    const own = ledger.of(key);
    if (now < waitUntil) return 'waiting';
    if (own.calls >= limits.callsPerComplaint || own.tokens >= limits.tokensPerComplaint)
      return 'complaint-budget';
    if (today.calls >= limits.callsPerDay || today.tokens >= limits.tokensPerDay) return 'day-budget';
    return circuit.isShut(now) ? 'circuit' : null;
  };
  return {
    enter: (key) => {
      turnDay();
      const why = closed(key);
      if (why !== null) return why;
      circuit.enter();
      ledger.of(key).calls += 1;
      today.calls += 1;
      return null;
    },
    leave: (key, outcome, tokens) => {
      turnDay();
      const now = toEpochMs(clock.now());
      ledger.of(key).tokens += tokens;
      today.tokens += tokens;
      if (outcome.kind === 'rate-limited') waitUntil = Math.max(waitUntil, now + outcome.afterSeconds * 1000);
      circuit.leave(failing.includes(outcome.kind), now);
    },
    get open() {
      return circuit.isOpen();
    },
  };
};
