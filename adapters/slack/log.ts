import type { Logger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';

/** Where the channel writes its log: data first, then a sentence, as pino takes them. */
export interface Log {
  debug(data: object, sentence: string): void;
  info(data: object, sentence: string): void;
  warn(data: object, sentence: string): void;
  error(data: object, sentence: string): void;
}

/**
 * Slack's packages log whole payloads and error objects, which hold people's words. Only the first, textual part of a
 * warning or error passes, shortened; the rest is dropped rather than written where it does not belong.
 */
export const vendorLogger = (log: Log): Logger => {
  const firstWords = (parts: readonly unknown[]): string => {
    const [first] = parts;
    if (first instanceof Error) return first.name;
    return typeof first === 'string' ? (first.split('\n', 1)[0] ?? '').slice(0, 200) : 'no text';
  };
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts) => log.warn({ vendor: firstWords(parts) }, 'Slack package warns'),
    error: (...parts) => log.error({ vendor: firstWords(parts) }, 'Slack package reports an error'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
};
