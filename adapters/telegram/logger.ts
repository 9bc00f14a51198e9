/** Where this adapter tells operators what happens; pino fits. Data holds ids and codes, never words of people. */
export interface Logger {
  info(data: Readonly<Record<string, unknown>>, message: string): void;
  warn(data: Readonly<Record<string, unknown>>, message: string): void;
  error(data: Readonly<Record<string, unknown>>, message: string): void;
}
