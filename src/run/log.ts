import pino, { type Logger } from 'pino';

/** Keys that may hold what a person said or a secret: never in a log. */
const redacted = [
  'text',
  'token',
  'name',
  'phone',
  'email',
  'body',
  'authorization',
  '*.text',
  '*.token',
  '*.name',
  '*.phone',
  '*.email',
  '*.body',
];

/** What an error tells the log: its code and place, and data, which by rule hold no complaint text. */
const describe = (error: unknown): unknown => {
  if (!(error instanceof Error)) return { message: typeof error };
  const { name, message, stack } = error;
  const code: unknown = Reflect.get(error, 'code');
  const data: unknown = Reflect.get(error, 'data');
  return {
    type: name,
    code,
    data,
    message,
    stack,
    cause: error.cause instanceof Error ? describe(error.cause) : undefined,
  };
};

/** Structured logs without personal data, on standard error so that commands keep standard output. */
export const createLog = (level: string): Logger =>
  pino(
    { level, base: null, redact: { paths: redacted, censor: '…' }, serializers: { err: describe } },
    pino.destination(2),
  );
