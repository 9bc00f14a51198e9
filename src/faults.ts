/** Every way the world can fail us; compare codes, never messages. */
export const faultCodes = [
  'config-invalid',
  'pack-invalid',
  'database-unavailable',
  'database-newer',
  'stream-conflict',
  'not-found',
  'channel-rejected',
  'channel-rate-limited',
  'channel-unavailable',
  'channel-unauthorised',
  'recipient-unreachable',
  'answer-uncertain',
  'message-invalid',
  'file-refused',
  'model-unavailable',
  'scenario-failed',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** What a Fault carries besides its code. `data` holds no complaint text, names or tokens. */
export interface FaultDetails {
  readonly retryable?: boolean;
  readonly retryAfterSeconds?: number;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** The world failed: thrown once at the border, read by the loops of `run`. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly retryable: boolean;
  readonly retryAfterSeconds: number | undefined;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: FaultCode, message: string, details: FaultDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'Fault';
    this.code = code;
    this.retryable = details.retryable ?? false;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.data = details.data ?? {};
  }
}

/** Tells a Fault (of one code, when given) from any other thrown value. */
export const isFault = (error: unknown, code?: FaultCode): error is Fault =>
  error instanceof Fault && (code === undefined || error.code === code);

/** Marks a branch the types forbid. Throws a plain Error: a Bug. */
export const unreachable = (value: never): never => {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
};

/** States what must hold. Throws a plain Error, a Bug, when it does not. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant: ${message}`);
}
